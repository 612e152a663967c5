"""The forms with which a secretary opens a case and asks the parties."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samstyr.web.forms.plain import PlainForm, day_field, text_field

Choices = Sequence[tuple[str, str]]


class CaseForm(PlainForm):
    """A new case and the forum it comes before first."""

    title = forms.CharField(label=_("Title"), max_length=300)
    summary = text_field(label=_("What it is about"), required=False)
    forum = forms.ChoiceField(label=_("Forum"))
    meeting_on = day_field(label=_("Meeting, where it is known"), required=False)
    subject = forms.ChoiceField(
        label=_("Subject"),
        required=False,
        help_text=_("The subject says which parties the decision binds, seat or no seat."),
    )

    def __init__(self, *args: Any, fora: Choices, subjects: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("forum", fora)
        self.offer("subject", [("", ""), *subjects])


class AskForm(PlainForm):
    """Which parties to ask, and by when they must answer."""

    parties = forms.MultipleChoiceField(label=_("Parties"), widget=forms.CheckboxSelectMultiple)
    due = day_field(label=_("Answer by"))

    def __init__(self, *args: Any, parties: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("parties", parties)


class LegForm(PlainForm):
    """Another forum that a case goes before."""

    forum = forms.ChoiceField(label=_("Forum"))
    act = forms.ChoiceField(label=_("What the forum is to do"), required=False)
    meeting_on = day_field(label=_("Meeting, where it is known"), required=False)

    def __init__(self, *args: Any, fora: Choices, acts: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("forum", fora)
        self.offer("act", [("", ""), *acts])
