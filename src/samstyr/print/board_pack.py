"""From a meeting to its document: agenda, pack or minutes, with what one viewer may see and nothing else.

The document is in Danish, the language of the record.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Final

from django.utils import timezone

from samstyr.meetings.models import Attendance, Meeting, OutcomeDraft
from samstyr.meetings.queries.overrides import concerning
from samstyr.meetings.queries.papers import ItemPapers, attachment_contents, papers_of
from samstyr.meetings.queries.recording import Decided, Recorded, recorded
from samstyr.meetings.services.recording import USUAL_WORDS
from samstyr.meetings.verdicts import deed_of_item, verdict_of_item
from samstyr.platform.danish import long_day
from samstyr.print.pack.content import (
    Document,
    Pack,
    PackAction,
    PackAttachment,
    PackDecision,
    PackItem,
    PackPerson,
    PackStatement,
)
from samstyr.rules.procedure.states import OPEN_AGENDA, MeetingState
from samstyr.rules.register import Register
from samstyr.rules.rights import Viewer

MARKERS: Final = {"decision": "(B)", "information": "(O)", "discussion": "drøftelse"}
ROLES: Final = {
    "chair": "formand",
    "co-chair": "formand",
    "vice-chair": "næstformand",
    "observer": "observatør",
    "minute_taker": "referent",
}
ATTENDANCES: Final = {"guest": "gæst", "secretariat": "sekretariatet", "substitute": "stedfortræder"}
STATES: Final = {
    MeetingState.PLANNED: "udkast",
    MeetingState.CALLED: "udkast",
    MeetingState.HELD: "udkast",
    MeetingState.FROZEN: "udkast",
    MeetingState.MINUTES_SENT: "ikke godkendt",
    MeetingState.MINUTES_APPROVED: "godkendt",
}
Address = Callable[[int], str | None]


def board_pack(
    meeting: Meeting,
    register: Register,
    viewer: Viewer,
    *,
    document: Document,
    with_files: bool,
    role: str = "",
    now: datetime.datetime | None = None,
    address: Address = lambda _key: None,
) -> Pack:
    """Answer a meeting (of `whole_meetings`) as a document for its viewer.

    `with_files`: with the bytes of attachments, which else are named only; `role`: only what the forum treated in
    that role; `address`: where an attachment is fetched, by its key.
    """
    rows = [each for each in recorded(meeting, viewer) if not role or each.item.sitting_as_id == role]
    items = [each.item for each in rows]
    papers = papers_of(items, viewer)
    found = {each.attachment.pk for one in papers.values() for each in one.attachments}
    contents = attachment_contents(found, viewer) if with_files else {}
    is_minutes = document == Document.MINUTES
    return Pack(
        forum=register.fora[role].name if role else meeting.forum.name,
        date=meeting.date,
        items=tuple(
            replace(
                _item(register, each, papers[each.item.pk], contents, address, is_minutes=is_minutes),
                section=section,
            )
            for each, section in zip(rows, _sections(register, rows, meeting.forum.name), strict=True)
        ),
        document=document,
        start=meeting.start,
        end=meeting.end,
        place=meeting.place,
        subtitle="Ekstraordinært møde" if meeting.extraordinary else "",
        state=_state(meeting, is_minutes=is_minutes),
        participants=tuple(_people(meeting.attendances.all(), absent=False)),
        apologies=tuple(_people(meeting.attendances.all(), absent=True)),
        made=now and timezone.localtime(now),
    )


def _state(meeting: Meeting, *, is_minutes: bool) -> str:
    if is_minutes:
        return STATES[meeting.stage]
    return "udkast" if meeting.stage in OPEN_AGENDA else ""


def _sections(register: Register, rows: Iterable[Recorded], forum: str) -> list[str]:
    """Answer the section each item stands in: the forum's other role, and the forum itself once it is back in its own.

    Items before the first other role stand in no section: nothing else has been said there.
    """
    sections: list[str] = []
    for each in rows:
        role = each.item.sitting_as_id
        sections.append(register.fora[role].name if role else forum if any(sections) else "")
    return sections


def _item(
    register: Register,
    each: Recorded,
    papers: ItemPapers,
    contents: dict[int, bytes],
    address: Address,
    *,
    is_minutes: bool,
) -> PackItem:
    item, paper = each.item, papers.paper
    clauses = tuple(clause.text for clause in each.clauses if clause.text)
    if not clauses and paper is not None:
        clauses = tuple(paper.clauses)
    changed = item.changed_at
    note = (
        "" if changed is None else f"{'Taget af' if item.withdrawn else 'Ændret'} {long_day(changed.date())}"
    )
    overrides = each.overrides
    if not is_minutes:
        overrides = concerning(each.given, [deed_of_item(item.meeting, item, each.matter)])
    return PackItem(
        number=item.number,
        title=each.title,
        marker=MARKERS.get(item.kind, ""),
        closed=item.closed,
        seen=each.is_seen,
        presenter=item.presenter,
        minutes_estimated=item.minutes_estimated,
        supplementary=item.supplementary,
        changed_note=note,
        level=int(item.parent_id is not None),
        recommendation=clauses,
        verdict=_verdict(register, each) if each.is_seen and clauses and not overrides else "",
        overrides=tuple(f"{row.said} Begrundelse: {row.reason}" for row in overrides),
        background=paper.background if paper else "",
        presentation=paper.presentation if paper else "",
        economy=paper.economy if paper else "",
        further=paper.further if paper else "",
        attachments=tuple(
            PackAttachment(
                label=one.label,
                title=one.attachment.title,
                filename=one.attachment.name,
                media_type=one.attachment.media_type,
                content=contents.get(one.attachment.pk),
                url=address(one.attachment.pk),
            )
            for one in papers.attachments
        ),
        **(_outcome(each) if is_minutes else {}),
    )


def _verdict(register: Register, each: Recorded) -> str:
    """Answer what the mandate check says of an item, in words; nothing where there is none to make."""
    found = verdict_of_item(register, each.item.meeting, each.item, each.matter)
    return "" if isinstance(found, str) else found.reason


def _outcome(each: Recorded) -> dict[str, Any]:
    return {
        "text": each.text.text if each.text else "",
        "decisions": tuple(
            _decision(clause.outcome, clause.place) for clause in each.clauses if clause.outcome is not None
        ),
        "dissents": tuple(PackStatement(one.organisation.name, one.text) for one in each.dissents),
        "remarks": tuple(
            PackStatement(one.organisation.name if one.organisation else one.owner, one.text)
            for one in each.remarks
        ),
        "actions": tuple(PackAction(one.what, tuple(one.who), one.due) for one in each.actions),
    }


def _decision(outcome: Decided, place: int | None) -> PackDecision:
    words = outcome.words if isinstance(outcome, OutcomeDraft) else outcome.quote
    verb = USUAL_WORDS.get(outcome.verb, outcome.verb).rstrip(".").lower()
    with_remarks = " med bemærkninger" if outcome.with_remarks else ""
    return PackDecision(verb + with_remarks, words, None if place is None else place + 1)


def _people(attendances: Iterable[Attendance], *, absent: bool) -> Iterable[PackPerson]:
    for each in attendances:
        if (each.attendance == "absent") != absent:
            continue
        said = [ROLES.get(each.role, ""), ATTENDANCES.get(each.attendance, "")]
        if each.substitute_for is not None:
            said.append(f"for {each.substitute_for.name}")
        if each.items:
            said.append(f"punkt {each.items}")
        organisation = each.organisation.name if each.organisation else each.organisation_text
        yield PackPerson(each.person.name, organisation, ", ".join(filter(None, said)))
