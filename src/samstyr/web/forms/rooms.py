"""The forms of a bagland room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samstyr.rules.position import Stance
from samstyr.web.forms.cases import Choices
from samstyr.web.forms.plain import PlainForm, day_field, text_field
from samstyr.web.wording import STANCES


class DateForm(PlainForm):
    """Until when the party's constituency has the matter."""

    ready_on = day_field(label=_("In the constituency until"))


class HearingForm(PlainForm):
    """One of the party's own bodies hears the matter on a day."""

    body = forms.ChoiceField(label=_("Own body in the register"), required=False)
    body_name = forms.CharField(label=_("or another body, in words"), required=False, max_length=200)
    date = day_field(label=_("Date"))

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", [("", ""), *bodies])

    def clean(self) -> dict[str, Any]:
        """Refuse a form that names no body, or two."""
        given: dict[str, Any] = super().clean() or {}
        if bool(given.get("body")) == bool(given.get("body_name")):
            self.add_error("body_name", _("Choose one of your own bodies, or name one, not both."))
        return given


class OutcomeForm(PlainForm):
    """What one of the party's own bodies said."""

    outcome = text_field(label=_("Outcome"), rows=2, required=False)


class DraftForm(PlainForm):
    """A version of the party's position."""

    stance = forms.ChoiceField(
        label=_("What we say"), choices=[(stance.value, STANCES[stance]) for stance in Stance]
    )
    remarks = text_field(
        label=_("Condition, reason or remarks"),
        rows=6,
        required=False,
        help_text=_("A condition or a reason must stand here before the position can be released."),
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000)


class CommentForm(PlainForm):
    """Something to say to one's own."""

    text = text_field(label=_("Comment"), rows=3)


class ReleaseForm(PlainForm):
    """Which version leaves the room."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=1_000_000)
