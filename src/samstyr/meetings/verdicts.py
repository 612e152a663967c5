"""The mandate check of an item and of a decision, as pages show it: a check, or why there is none."""

from typing import Final

from samstyr.meetings.models import AgendaItem, Meeting
from samstyr.rules.mandate import Check, check
from samstyr.rules.register import Act, Register

# The act a recorded decision amounts to. Taking note, postponing, discussing, and agreeing on what happens next
# need no power.
ACTS: Final = {
    "approved": Act.APPROVE,
    "adopted": Act.DECIDE,
    "endorsed": Act.APPROVE,
    "rejected": Act.DECIDE,
    "recommended": Act.RECOMMEND,
    "established": Act.ESTABLISH,
    "appointed": Act.APPOINT,
}
# The act an item asks for, by how it is to be treated.
ASKED: Final = {"decision": Act.APPROVE}
Verdict = Check | str


def verdict_of_item(register: Register, meeting: Meeting, item: AgendaItem) -> Verdict:
    """Answer whether the forum may do what the item asks for: a check, `no-power-needed` or `no-subject`."""
    act = None if item.approves_id is not None else ASKED.get(item.kind)
    return _verdict(register, meeting, item, act)


def verdict_of_decision(register: Register, meeting: Meeting, item: AgendaItem, verb: str) -> Verdict:
    """Answer whether the forum might decide so under the item: a check, `no-power-needed` or `no-subject`."""
    act = None if item.approves_id is not None else ACTS.get(verb)
    return _verdict(register, meeting, item, act)


def _verdict(register: Register, meeting: Meeting, item: AgendaItem, act: Act | None) -> Verdict:
    content = getattr(item, "content", None)
    subject = content.subject_id if content is not None else item.subject_id
    if act is None:
        return "no-power-needed"
    if subject is None or subject not in register.subjects:
        return "no-subject"
    return check(register, item.sitting_as_id or meeting.forum_id, act, subject, meeting.date)
