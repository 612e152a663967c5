"""The mandate check of an item and of a decision, as pages show it: a check, or why there is none."""

from typing import Final

from samstyr.meetings.models import AgendaItem, Meeting
from samstyr.meetings.queries.matters import Matter
from samstyr.rules.mandate import Check, check
from samstyr.rules.procedure.override import Asked, Deed, Stage
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


def verdict_of_item(register: Register, meeting: Meeting, item: AgendaItem, matter: Matter) -> Verdict:
    """Answer whether the forum may do what the item asks for: a check, `no-power-needed` or `no-subject`."""
    if _act_of_item(item) is None:
        return "no-power-needed"
    found = asked(register, meeting, item, matter, deed_of_item(meeting, item, matter))
    return "no-subject" if found is None else found.check


def verdict_of_decision(
    register: Register, meeting: Meeting, item: AgendaItem, matter: Matter, verb: str
) -> Verdict:
    """Answer whether the forum might decide so under the item: a check, `no-power-needed` or `no-subject`."""
    if _act_of_decision(item, verb) is None:
        return "no-power-needed"
    found = asked(register, meeting, item, matter, deed_of_decision(meeting, item, matter, verb, None))
    return "no-subject" if found is None else found.check


def deed_of_item(meeting: Meeting, item: AgendaItem, matter: Matter) -> Deed | None:
    """Answer what an item asks of its forum; None where there is nothing to check."""
    return _deed(meeting, item, matter, _act_of_item(item), Stage.AGENDA, None)


def deed_of_decision(
    meeting: Meeting, item: AgendaItem, matter: Matter, verb: str, clause: int | None
) -> Deed | None:
    """Answer what a decision under an item amounts to; None where there is nothing to check."""
    return _deed(meeting, item, matter, _act_of_decision(item, verb), Stage.RESOLUTION, clause)


def asked(
    register: Register, meeting: Meeting, item: AgendaItem, matter: Matter, deed: Deed | None
) -> Asked | None:
    """Answer a deed with what the mandate check says of it; None where there is nothing to check."""
    if deed is None or deed.subject not in register.subjects:
        return None
    found = check(register, deed.forum, deed.act, deed.subject, meeting.date, matter.facts)
    return Asked(deed=deed, number=item.number, check=found)


def _deed(
    meeting: Meeting, item: AgendaItem, matter: Matter, act: Act | None, stage: Stage, clause: int | None
) -> Deed | None:
    if act is None or matter.subject is None:
        return None
    forum = item.sitting_as_id or meeting.forum_id
    return Deed(item=item.pk, stage=stage, clause=clause, act=act, forum=forum, subject=matter.subject)


def _act_of_item(item: AgendaItem) -> Act | None:
    # The approval of minutes takes no power.
    return None if item.approves_id is not None else ASKED.get(item.kind)


def _act_of_decision(item: AgendaItem, verb: str) -> Act | None:
    return None if item.approves_id is not None else ACTS.get(verb)
