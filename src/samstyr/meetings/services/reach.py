"""How far what is written reaches: the readers of the rows of a meeting, brought up to date when it moves on.

The rules say who answers to which name (rules/procedure/readers.py); here the names are written on the rows. What
somebody was sent is never taken back: names are added to a paper, and none is removed.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from samstyr.meetings.models import (
    AgendaItem,
    Attachment,
    Case,
    ClosedCase,
    Consultation,
    DissentStatement,
    ItemText,
    Leg,
    Meeting,
    Override,
    PaperVersion,
    Position,
    Ratification,
    RegisterProposal,
    Remark,
    Signature,
    Vote,
    WrittenProcedure,
)
from samstyr.rules.procedure.readers import (
    Audience,
    audience_of_agenda,
    audience_of_minutes,
    desk,
    members,
    party,
    readers_of,
    user,
)
from samstyr.rules.procedure.states import OPEN_AGENDA

SAID: Final = (ItemText, Remark, DissentStatement, Vote, RegisterProposal, Override)


@dataclass(frozen=True, slots=True)
class _Sent:
    """To whom papers of a case went: one version (None: each), and attachments up to a moment (None: all)."""

    names: frozenset[str]
    paper: int | None = None
    until: datetime.datetime | None = None


def readers_in_forum(item: AgendaItem) -> list[str]:
    """Answer the readers of what stays in the forum: drafts of the minutes, and comments on them."""
    return readers_of(item.meeting.forum_id, Audience.FORUM, closed=item.closed)


def readers_of_item(item: AgendaItem) -> list[str]:
    """Answer the readers of what is recorded under an item, as far as its meeting has come."""
    meeting = item.meeting
    reach = audience_of_minutes(meeting.stage, closed=item.closed, published=meeting.published_at is not None)
    return readers_of(meeting.forum_id, reach, closed=item.closed)


def spread_meeting(meeting: Meeting) -> None:
    """Write on everything said and sent at a meeting who may read it by now."""
    cases: dict[int, Case] = {}
    for item in meeting.items.select_related("meeting").prefetch_related("legs__case"):
        readers = readers_of_item(item)
        for model in SAID:
            model._default_manager.filter(item=item).update(readers=readers)
        cases |= {leg.case_id: leg.case for leg in item.legs.all()}
    for case in cases.values():
        spread_papers(case)


def spread_papers(case: Case) -> None:
    """Write on a case's papers and attachments who may read them by now.

    What is not sent yet is the desk's of each forum the case passes. A version reaches others with the agenda, in a
    written procedure, and where parties are asked about the case.
    """
    legs = list(Leg.objects.filter(case=case))
    desks = frozenset(desk(leg.forum_id) for leg in legs)
    sent = [*_with_agendas(case), *_in_writing(case), *_to_those_asked(case)]
    if case.closed:
        inside = {members(leg.forum_id) for leg in legs}
        asked = {name for each in sent for name in each.names if name.startswith("party:")}
        for content in ClosedCase.objects.filter(case=case):
            _add(content, desks | inside | asked)
    for paper in PaperVersion.objects.filter(case=case):
        _add(paper, desks | _union(each.names for each in sent if each.paper in {None, paper.pk}))
    for attachment in Attachment.objects.filter(case=case).defer("content"):
        since = attachment.written_at
        names = _union(each.names for each in sent if each.until is None or since <= each.until)
        signers = attachment.signatures.exclude(person__user=None).values_list("person__user", flat=True)
        _add(attachment, desks | names | {user(key) for key in signers})
        Signature.objects.filter(attachment=attachment).update(readers=attachment.readers)


def _add(row: ClosedCase | PaperVersion | Attachment, names: Iterable[str]) -> None:
    readers = sorted({*row.readers, *names})
    if readers != row.readers:
        row.readers = readers
        row.save(update_fields=["readers"])


def _with_agendas(case: Case) -> Iterator[_Sent]:
    items = AgendaItem.objects.filter(legs__case=case).select_related("meeting").distinct()
    for item in items.prefetch_related("treatments__leg"):
        meeting = item.meeting
        if meeting.stage in OPEN_AGENDA:
            continue
        reach = audience_of_agenda(
            meeting.stage, closed=item.closed, published=meeting.published_at is not None
        )
        names = frozenset(readers_of(meeting.forum_id, reach, closed=item.closed))
        for treatment in item.treatments.all():
            if treatment.leg.case_id == case.pk:
                yield _Sent(names, treatment.paper_id or 0, item.changed_at or meeting.frozen_at)


def _in_writing(case: Case) -> Iterator[_Sent]:
    for procedure in WrittenProcedure.objects.filter(leg__case=case).select_related("leg"):
        names = readers_of(procedure.leg.forum_id, Audience.FORUM, closed=case.closed)
        yield _Sent(frozenset(names), procedure.paper_id, procedure.written_at)


def _to_those_asked(case: Case) -> Iterator[_Sent]:
    positions = Position.objects.filter(leg__case=case).values_list("party", flat=True)
    replies = Consultation.objects.filter(case=case, replies__organisation__isnull=False)
    consulted = replies.values_list("replies__organisation__party", flat=True)
    ratifying = (
        Ratification.objects.filter(leg__case=case).exclude(party=None).values_list("party", flat=True)
    )
    names = frozenset(party(key) for key in {*positions, *consulted, *ratifying} if key)
    if names:
        yield _Sent(names)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)
