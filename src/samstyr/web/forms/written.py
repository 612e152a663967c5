"""The forms of a written procedure."""

import datetime
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samstyr.platform.denials import told
from samstyr.rules.procedure.between import may_say_in_writing
from samstyr.rules.procedure.consent import Reply
from samstyr.rules.verdict import Denied
from samstyr.web.forms.cases import Choices
from samstyr.web.forms.plain import PlainForm, day_field, text_field
from samstyr.web.wording import REPLIES


class OpenForm(PlainForm):
    """Which paper is decided on, by when, and whether silence counts."""

    paper = forms.ChoiceField(label=_("Case paper"))
    deadline = day_field(label=_("Answer by, that day included"))
    silence_basis = forms.ChoiceField(
        label=_("Silence"),
        required=False,
        help_text=_("Silence counts as agreement only where the forum's own rules say so."),
    )

    def __init__(
        self, *args: Any, papers: Choices, bases: Choices, earliest: datetime.date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offer("paper", papers)
        self.offer(
            "silence_basis",
            [
                ("", gettext("does not count as an answer")),
                *((key, gettext("counts as agreement, by %(name)s") % {"name": name}) for key, name in bases),
            ],
        )
        self.fields["deadline"].help_text = gettext("The earliest is %(day)s.") % {
            "day": date_format(earliest, "DATE_FORMAT")
        }


class AnswerForm(PlainForm):
    """What a party answers."""

    party = forms.CharField(widget=forms.HiddenInput, max_length=100)
    reply = forms.ChoiceField(
        label=_("Our answer"),
        choices=[(reply.value, REPLIES[reply]) for reply in Reply],
        widget=forms.RadioSelect,
    )
    text = text_field(label=_("Comments, or why"), rows=5, required=False)
    wants_meeting = forms.MultipleChoiceField(
        label=_("Meeting"),
        choices=[("yes", _("We want the case taken up at a meeting"))],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> dict[str, Any]:
        """Refuse an answer that does not say why."""
        given: dict[str, Any] = super().clean() or {}
        if "reply" in given and "text" in given:
            verdict = may_say_in_writing(
                Reply(given["reply"]), given["text"], wants_meeting=bool(given.get("wants_meeting"))
            )
            if isinstance(verdict, Denied):
                self.add_error("text", told(verdict))
        return given


class SummaryForm(PlainForm):
    """What is added to the case paper."""

    text = text_field(label=_("Added to the presentation of the case"), rows=12)

    def clean_text(self) -> str:
        """Answer the text with the line ends of the paper; browsers send others."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")
