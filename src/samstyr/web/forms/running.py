"""The forms of a running meeting: who is there, and what is recorded under an item."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.services import Outcome, Said, Task
from samstyr.meetings.services.recording import VERBS
from samstyr.web import wording
from samstyr.web.forms.plain import PlainForm, day_field, text_field

Choices = Sequence[tuple[str, str]]


class Seen(PlainForm):
    """A form that says which version its writer saw, and of which row."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)
    of = forms.IntegerField(widget=forms.HiddenInput, required=False)


class TextForm(Seen):
    """What the minutes say under an item."""

    text = text_field(label=_("Minutes of the item"), rows=8, required=False)


class OutcomeForm(Seen):
    """What came of a recommendation."""

    clause = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    verb = forms.ChoiceField(label=_("Outcome"))
    words = text_field(
        label=_("Words of the minutes"),
        rows=2,
        required=False,
        help_text=_("Left empty, the usual words stand there."),
    )
    with_remarks = forms.BooleanField(label=_("with remarks"), required=False)
    supersedes = forms.ChoiceField(label=_("Replaces an earlier decision"), required=False)

    def __init__(self, *args: Any, earlier: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("supersedes", [("", ""), *earlier])
        self.offer("verb", [(verb, wording.VERBS[verb]) for verb in VERBS])

    def content(self) -> Outcome:
        """Answer what was filled in."""
        given = self.cleaned_data
        return Outcome(
            clause=given["clause"],
            verb=given["verb"],
            words=given["words"],
            with_remarks=given["with_remarks"],
            supersedes=int(given["supersedes"]) if given["supersedes"] else None,
        )


class TaskForm(Seen):
    """What somebody is to do."""

    what = forms.CharField(label=_("What is to be done"), max_length=1000)
    who = forms.CharField(
        label=_("Who"), max_length=300, required=False, help_text=_("Several with commas between.")
    )
    due = day_field(label=_("Due"), required=False)
    back_on = forms.ChoiceField(label=_("Comes back to the forum on"), required=False)

    def __init__(self, *args: Any, days: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("back_on", [("", ""), *days])

    def content(self) -> Task:
        """Answer what was filled in."""
        given = self.cleaned_data
        day = forms.DateField().to_python(given["back_on"]) if given["back_on"] else None
        return Task(
            what=given["what"],
            who=tuple(name.strip() for name in given["who"].split(",") if name.strip()),
            due=given["due"],
            back_on=day,
        )


class RemarkForm(Seen):
    """A remark, a reservation or a condition."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[("remark", _("remark")), ("reservation", _("reservation")), ("condition", _("condition"))],
    )
    text = text_field(label=_("Text"), rows=2)
    organisation = forms.ChoiceField(label=_("Made by"), required=False)
    owner = forms.CharField(
        label=_("Who sees to it"), max_length=300, required=False, help_text=_("A condition needs one.")
    )
    due = day_field(label=_("Due"), required=False)
    if_unmet = forms.CharField(label=_("If it is not met"), max_length=500, required=False)
    fallback = forms.ChoiceField(label=_("Then the case goes to"), required=False)

    def __init__(self, *args: Any, organisations: Choices, fora: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("organisation", [("", ""), *organisations])
        self.offer("fallback", [("", ""), *fora])

    def content(self) -> Said:
        """Answer what was filled in."""
        given = self.cleaned_data
        return Said(
            kind=given["kind"],
            text=given["text"],
            organisation=given["organisation"] or None,
            owner=given["owner"],
            due=given["due"],
            if_unmet=given["if_unmet"],
            fallback=given["fallback"] or None,
        )


class DissentForm(Seen):
    """A dissenting opinion."""

    organisation = forms.ChoiceField(label=_("Organisation"))
    text = text_field(label=_("Dissent, as the minutes are to say it"), rows=2)

    def __init__(self, *args: Any, organisations: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("organisation", organisations)


class CommentForm(PlainForm):
    """A comment on minutes that were sent."""

    text = text_field(label=_("Comment"), rows=2)
