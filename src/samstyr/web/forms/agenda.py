"""The forms with which an agenda is put in order and its papers are written."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samstyr.meetings.models import PaperVersion
from samstyr.meetings.services import ItemContent, PaperContent
from samstyr.web.forms.plain import PlainForm, day_field, text_field

Choices = Sequence[tuple[str, str]]
SECTIONS = ("background", "presentation", "economy", "further")
KINDS = (
    ("", _("no marker")),
    ("decision", _("for decision (B)")),
    ("information", _("for information (O)")),
    ("discussion", _("for discussion")),
)


def time_field(**kwargs: Any) -> forms.TimeField:
    """Answer a field for an hour of the day, in the browser's own picker."""
    picker = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(widget=picker, input_formats=["%H:%M"], **kwargs)


class MeetingForm(PlainForm):
    """A meeting: its day, hours and place."""

    date = day_field(label=_("Date"))
    start = time_field(label=_("Begins"), required=False)
    end = time_field(label=_("Ends"), required=False)
    place = forms.CharField(label=_("Place"), max_length=300, required=False)
    extraordinary = forms.BooleanField(label=_("Extraordinary meeting"), required=False)


class ItemForm(PlainForm):
    """An item of an agenda."""

    title = forms.CharField(label=_("Title"), max_length=500)
    kind = forms.ChoiceField(label=_("Treated"), choices=KINDS, required=False)
    subject = forms.ChoiceField(
        label=_("Subject"),
        required=False,
        help_text=_("The mandate is checked by the subject."),
    )
    presenter = forms.CharField(label=_("Presented by"), max_length=200, required=False)
    minutes_estimated = forms.IntegerField(
        label=_("Estimated minutes"), min_value=1, max_value=1440, required=False
    )
    sitting_as = forms.ChoiceField(label=_("The forum sits as"), required=False)
    closed = forms.BooleanField(
        label=_("Closed item"),
        required=False,
        help_text=_("Seen only by those who sit in the forum, observers not among them."),
    )

    def __init__(self, *args: Any, subjects: Choices, roles: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("subject", [("", ""), *subjects])
        if roles:
            self.offer("sitting_as", [("", _("itself")), *roles])
        else:
            del self.fields["sitting_as"]

    def content(self) -> ItemContent:
        """Answer what was filled in."""
        given = self.cleaned_data
        return ItemContent(
            title=given["title"],
            kind=given["kind"],
            closed=given["closed"],
            subject=given["subject"] or None,
            presenter=given["presenter"],
            minutes_estimated=given["minutes_estimated"],
            sitting_as=given.get("sitting_as") or None,
        )


class PaperForm(PlainForm):
    """A case paper: its recommendation, a line for each "at …", and its sections."""

    clauses = text_field(
        label=_("Recommendation"),
        rows=4,
        required=False,
        help_text=_("One line for each proposed decision, beginning with “at”."),
    )
    background = text_field(label=_("Background"), rows=4, required=False)
    presentation = text_field(label=_("Presentation of the case"), rows=8, required=False)
    economy = text_field(label=_("Economy"), rows=3, required=False)
    further = text_field(label=_("Further process"), rows=3, required=False)
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)

    @classmethod
    def after(cls, newest: PaperVersion | None) -> "PaperForm":
        """Answer the form for the version after the newest, filled in with what that one says."""
        if newest is None:
            return cls()
        sections = {name: getattr(newest, name) for name in SECTIONS}
        return cls(initial={"based_on": newest.version, "clauses": "\n".join(newest.clauses), **sections})

    def content(self) -> PaperContent:
        """Answer what was filled in."""
        given = self.cleaned_data
        return PaperContent(
            clauses=tuple(line.strip() for line in given["clauses"].splitlines() if line.strip()),
            background=given["background"],
            presentation=given["presentation"],
            economy=given["economy"],
            further=given["further"],
        )


class AttachmentForm(PlainForm):
    """A file for an item; with a number it is a new version of an attachment."""

    title = forms.CharField(label=_("Title"), max_length=300)
    file = forms.FileField(label=_("File"))
    number = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)


class ProposalForm(PlainForm):
    """A matter a member wants on an agenda."""

    title = forms.CharField(label=_("What is the matter?"), max_length=300)
    why = text_field(label=_("Why should the forum take it up?"), required=False)
