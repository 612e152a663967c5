"""The answers of the parties and others as a text for a case paper, for the secretary to look through.

They are written in Danish, the language of the record.
"""

from collections.abc import Iterable

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samstyr.meetings.models import ConsultationReply, WrittenProcedure
from samstyr.web.wording import word


def written_summary(procedure: WrittenProcedure, silent: Iterable[str]) -> str:
    """Answer what the parties answered in a written procedure; `silent` are the names of those who did not."""
    with translation.override("da"):
        day = date_format(procedure.deadline, "DATE_FORMAT")
        lines = [_("Answers in the written procedure with deadline %(day)s:") % {"day": day}]
        for each in procedure.answers.all():
            said = word(each.answer, "reply")
            if each.wants_meeting:
                said = _("%(said)s; wants the case taken up at a meeting") % {"said": said}
            lines.append(_line(each.party.name, said, each.text))
        lines += [_line(name, _("No answer"), "") for name in silent]
    return "\n\n".join(lines)


def consultation_summary(title: str, replies: Iterable[ConsultationReply]) -> str:
    """Answer what those asked in a consultation replied; no reply is told as such."""
    with translation.override("da"):
        lines = [_("Replies to the consultation on %(title)s:") % {"title": title}]
        for each in replies:
            name = each.organisation.name if each.organisation else each.name
            if each.replied_on is None:
                lines.append(_line(name, _("No reply"), ""))
            else:
                said = _("No remarks") if each.no_remarks else _("Remarks")
                lines.append(_line(name, said, each.text))
    return "\n\n".join(lines)


def _line(name: str, said: str, text: str) -> str:
    return f"{name}: {said}." + (f"\n{text}" if text else "")
