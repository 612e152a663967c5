"""The forms of consultations and of the ratification ledger."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samstyr.rules.procedure.states import RatificationState
from samstyr.web.forms.cases import Choices
from samstyr.web.forms.plain import PlainForm, day_field, text_field
from samstyr.web.wording import RATIFICATION_STATES


class ConsultationForm(PlainForm):
    """What is asked, of whom, by when."""

    forum = forms.ChoiceField(label=_("Forum that asks"))
    title = forms.CharField(label=_("Title"), max_length=300)
    text = text_field(label=_("What is asked"), required=False)
    deadline = day_field(label=_("Reply by, that day included"))
    organisations = forms.MultipleChoiceField(
        label=_("Organisations"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 10}),
        help_text=_("Several can be chosen. The co-ordinators of their parties reply here."),
    )
    names = text_field(
        label=_("Others, one on each line"),
        rows=3,
        required=False,
        help_text=_("Those the register does not have. The secretary enters their replies."),
    )

    def __init__(self, *args: Any, fora: Choices, organisations: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("forum", fora)
        self.offer("organisations", organisations)

    def clean(self) -> dict[str, Any]:
        """Refuse a consultation of nobody."""
        given: dict[str, Any] = super().clean() or {}
        if not given.get("organisations") and not (given.get("names") or "").strip():
            self.add_error("organisations", _("Choose at least one to ask, or name one below."))
        return given


class ReplyForm(PlainForm):
    """A reply: remarks, or that there are none."""

    text = text_field(label=_("Our remarks"), rows=6, required=False)
    no_remarks = forms.MultipleChoiceField(
        label=_("No remarks"),
        choices=[("yes", _("We have no remarks"))],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=1_000_000)

    def clean(self) -> dict[str, Any]:
        """Refuse a reply that says nothing, and one that says both."""
        given: dict[str, Any] = super().clean() or {}
        if bool((given.get("text") or "").strip()) == bool(given.get("no_remarks")):
            self.add_error("text", _("Write the remarks, or tick that there are none."))
        return given


class LetterForm(ReplyForm):
    """A reply that came to the secretary by letter."""

    replied_on = day_field(label=_("Came on"))


class RatifyForm(PlainForm):
    """What a body said."""

    state = forms.ChoiceField(
        label=_("What was said"),
        choices=[
            (state.value, RATIFICATION_STATES[state])
            for state in (RatificationState.RATIFIED, RatificationState.REFUSED)
        ],
        widget=forms.RadioSelect,
    )
    decided_on = day_field(label=_("On which day"))
    funding_dkk = forms.DecimalField(
        label=_("Funding in kroner"), required=False, min_value=0, max_digits=14, decimal_places=2
    )
    evidence = text_field(label=_("Where it stands"), rows=2, required=False)


class DueForm(PlainForm):
    """By when a body is to ratify, and what it is to fund."""

    due = day_field(label=_("To be ratified by"), required=False)
    funding_dkk = forms.DecimalField(
        label=_("Funding in kroner"), required=False, min_value=0, max_digits=14, decimal_places=2
    )


class RatifierForm(PlainForm):
    """A body the register does not have, that ratifies too."""

    party = forms.ChoiceField(label=_("Party"))
    body_name = forms.CharField(label=_("Body"), max_length=200)
    due = day_field(label=_("To be ratified by"), required=False)

    def __init__(self, *args: Any, parties: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("party", parties)
