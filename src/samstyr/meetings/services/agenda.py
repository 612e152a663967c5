"""Putting an agenda in order: items come on, are changed, moved and taken off.

Once the agenda is sent it can still be changed, and the change is seen: an item that is added is supplementary, one
that is taken off keeps its number, and one that is changed says when.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from samstyr.accounts.models import Person
from samstyr.meetings.models import AgendaItem, Case, ClosedCase, ClosedItem, Leg, Meeting, Treatment
from samstyr.meetings.queries.agenda import candidates
from samstyr.meetings.services.reach import spread_papers
from samstyr.meetings.services.steps import locked_meeting, step_case, step_leg
from samstyr.platform.danish import long_day
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import ChangedMeanwhileError, InputError
from samstyr.platform.service import service
from samstyr.registry.queries import current_register
from samstyr.rules.procedure import numbering
from samstyr.rules.procedure.readers import Audience, readers_of
from samstyr.rules.procedure.states import (
    OPEN_AGENDA,
    CaseState,
    LegState,
    MeetingState,
    may_arrange,
    may_change_agenda,
)
from samstyr.rules.register import Register
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.verdict import Denied

KINDS: Final = ("decision", "information", "discussion")
MOVES: Final = {
    "up": numbering.move_up,
    "down": numbering.move_down,
    "in": numbering.move_in,
    "out": numbering.move_out,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemContent:
    """What an agenda says of an item. `kind` is one of KINDS or empty, `sitting_as` a forum the forum acts as."""

    title: str
    kind: str = ""
    closed: bool = False
    subject: str | None = None
    presenter: str = ""
    minutes_estimated: int | None = None
    sitting_as: str | None = None


@service
def add_item(
    *,
    meeting: Meeting,
    content: ItemContent,
    leg: Leg | None = None,
    origin: str = "",
    approves: Meeting | None = None,
    actor: Viewer,
    now: datetime.datetime,
) -> AgendaItem:
    """Put an item last on the agenda; with a leg of a case, that leg. After the agenda is sent it is supplementary.

    Raises InputError for content that does not do, and DeniedError where the actor is no secretary of the forum, the
    meeting is over, or the leg is not on its way to it.
    """
    require(actor, Right.PREPARE_MEETING, forum=meeting.forum_id)
    meeting = locked_meeting(meeting.pk)
    demand(may_change_agenda(meeting.stage))
    content = _checked(current_register(), meeting, content)
    if leg is not None and leg.case.closed:
        content = replace(content, closed=True)
    after = meeting.items.order_by("-position").values_list("position", flat=True).first()
    item = AgendaItem.objects.create(
        meeting=meeting,
        position=0 if after is None else after + 1,
        origin=origin,
        approves=approves,
        supplementary=meeting.stage == MeetingState.FROZEN,
        **_columns(content),
    )
    _keep_private(item, content)
    if leg is not None:
        _put_leg(leg, item, meeting)
    number_items(meeting)
    item.refresh_from_db(fields=["number"])
    return item


@service
def take_candidates(
    *, meeting: Meeting, origins: Iterable[str], actor: Viewer, now: datetime.datetime
) -> list[AgendaItem]:
    """Put what waits for a meeting on its agenda: minutes to approve first, then in the order they are proposed.

    Raises InputError where one of them no longer waits, and DeniedError as `add_item`.
    """
    require(actor, Right.PREPARE_MEETING, forum=meeting.forum_id)
    waiting = {each.origin: each for each in candidates(meeting, actor)}
    wanted = list(dict.fromkeys(origins))
    if any(origin not in waiting for origin in wanted):
        raise InputError("origins: something chosen no longer waits for the agenda: look at the list again")
    made = []
    for candidate in (waiting[origin] for origin in wanted):
        title = candidate.title
        if candidate.approves is not None:
            title = f"Godkendelse af referat fra {long_day(candidate.approves.date)}"
        item = add_item(
            meeting=meeting,
            content=ItemContent(
                title=title,
                kind=candidate.kind,
                closed=candidate.closed,
                subject=candidate.subject,
                sitting_as=candidate.sitting_as,
            ),
            leg=candidate.leg,
            origin=candidate.origin,
            approves=candidate.approves,
            actor=actor,
            now=now,
        )
        if candidate.written is not None:
            candidate.written.reported = item
            candidate.written.save(update_fields=["reported"])
        made.append(item)
    return made


@service
def change_item(
    *, item: AgendaItem, content: ItemContent, seen: int, actor: Viewer, now: datetime.datetime
) -> AgendaItem:
    """Change what the agenda says of an item; `seen` is the version that was shown.

    Raises ChangedMeanwhileError where someone else changed it since, InputError and DeniedError as `add_item`; a
    closed item that was sent stays closed, and an open one open.
    """
    meeting = locked_meeting(item.meeting.pk)
    require(actor, Right.PREPARE_MEETING, forum=meeting.forum_id)
    demand(may_change_agenda(meeting.stage))
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if item.version != seen:
        raise ChangedMeanwhileError(item)
    content = _checked(current_register(), meeting, content)
    if content.closed != item.closed:
        demand(may_arrange(meeting.stage))
        _close_cases(item, content.closed)
    for name, value in _columns(content).items():
        setattr(item, name, value)
    item.version += 1
    if meeting.stage == MeetingState.FROZEN:
        item.changed_at = now
    ClosedItem.objects.filter(item=item).delete()
    item.save()
    _keep_private(item, content)
    return item


@service
def move_item(*, item: AgendaItem, to: str, actor: Viewer) -> None:
    """Move an item with its parts: `up`, `down`, `in` (a part of the item above) or `out`.

    Raises InputError for another way, and DeniedError where the actor is no secretary of the forum, the agenda is
    sent, or there is nowhere to go (rules/procedure/numbering.py).
    """
    if to not in MOVES:
        raise InputError(f"to: expected one of {', '.join(MOVES)}")
    meeting = locked_meeting(item.meeting.pk)
    require(actor, Right.PREPARE_MEETING, forum=meeting.forum_id)
    demand(may_arrange(meeting.stage))
    _arrange(meeting, MOVES[to](_entries(meeting), item.pk))


@service
def move_item_before(*, item: AgendaItem, other: AgendaItem | None, actor: Viewer) -> None:
    """Move an item with its parts before another, or last (None). Raises as `move_item`."""
    meeting = locked_meeting(item.meeting.pk)
    require(actor, Right.PREPARE_MEETING, forum=meeting.forum_id)
    demand(may_arrange(meeting.stage))
    place = other.pk if other is not None else None
    _arrange(meeting, numbering.move_before(_entries(meeting), item.pk, place))


@service
def take_off(*, item: AgendaItem, actor: Viewer, now: datetime.datetime) -> None:
    """Take an item off the agenda; its legs wait for another meeting. Once sent, its number stays and says so.

    Raises DeniedError where the actor is no secretary of the forum or the meeting is over.
    """
    meeting = locked_meeting(item.meeting.pk)
    require(actor, Right.PREPARE_MEETING, forum=meeting.forum_id)
    demand(may_change_agenda(meeting.stage))
    for leg in item.legs.filter(state=LegState.ON_AGENDA.value):
        leg.meeting = None
        step_leg(leg, LegState.PLANNED)
    if meeting.stage in OPEN_AGENDA:
        item.parts.update(parent=None)
        item.delete()
        number_items(meeting)
        return
    item.withdrawn, item.changed_at = True, now
    item.save(update_fields=["withdrawn", "changed_at"])


@service
def propose_item(*, forum: str, title: str, why: str, actor: Viewer) -> Leg:
    """Propose a matter for a forum's agenda; its secretary puts it on, or does not.

    Raises InputError where the forum is unknown or the title is missing, and DeniedError where the actor has no say
    in the forum.
    """
    register = current_register()
    if forum not in register.fora:
        raise InputError(f"forum: there is no forum {forum[:60]!r}")
    require(actor, Right.PROPOSE_ITEM, forum=forum)
    if not title.strip():
        raise InputError("title: say what the matter is")
    case = Case.objects.create(
        title=title.strip(),
        summary=why.strip(),
        proposed_by=Person.objects.filter(user__isnull=False, user=actor.user).first(),
    )
    return Leg.objects.create(case=case, forum_id=forum, position=1)


def number_items(meeting: Meeting) -> None:
    """Give the items of a meeting their numbers, and their parents where a part stands under another item now.

    Numbers that were sent stay.
    """
    items = list(meeting.items.order_by("position"))
    if meeting.stage in OPEN_AGENDA:
        numbers = numbering.numbers(_entries(meeting))
    else:
        sent = [(item.pk, item.number) for item in items if item.number]
        numbers = numbering.numbers_after_freeze(
            sent,
            [numbering.Entry(item.pk, int(item.parent_id is not None)) for item in items if not item.number],
        )
    above: AgendaItem | None = None
    for item in items:
        parent = above if item.parent_id is not None else None
        if item.parent_id is None or above is None:
            above = item
        if (item.number, item.parent_id) != (numbers[item.pk], parent.pk if parent else None):
            item.number, item.parent = numbers[item.pk], parent
            item.save(update_fields=["number", "parent"])


def _entries(meeting: Meeting) -> list[numbering.Entry]:
    return [
        numbering.Entry(key, numbering.PART if parent is not None else numbering.ITEM)
        for key, parent in meeting.items.order_by("position").values_list("pk", "parent")
    ]


def _arrange(meeting: Meeting, order: Iterable[numbering.Entry] | Denied) -> None:
    if isinstance(order, Denied):
        demand(order)
        return
    items = {item.pk: item for item in meeting.items.all()}
    above: AgendaItem | None = None
    for position, entry in enumerate(order):
        item = items[entry.id]
        item.position = position
        item.parent = above if entry.level == numbering.PART else None
        if entry.level == numbering.ITEM:
            above = item
        item.save(update_fields=["position", "parent"])
    number_items(meeting)


def _checked(register: Register, meeting: Meeting, content: ItemContent) -> ItemContent:
    """Answer the content in order. Raises InputError with a line for everything that does not do."""
    problems = []
    if not content.title.strip():
        problems.append("title: an item needs a title")
    if content.kind and content.kind not in KINDS:
        problems.append(f"kind: expected one of {', '.join(KINDS)}")
    if content.subject is not None and content.subject not in register.subjects:
        problems.append(f"subject: there is no subject {content.subject[:60]!r}")
    if content.sitting_as is not None and content.sitting_as not in register.fora[meeting.forum_id].acts_as:
        problems.append(f"sitting_as: {meeting.forum} does not fill the role of {content.sitting_as[:60]!r}")
    if content.minutes_estimated is not None and not 0 < content.minutes_estimated <= 24 * 60:
        problems.append("minutes_estimated: expected 1 to 1440 minutes")
    if problems:
        raise InputError(*problems)
    return content


def _columns(content: ItemContent) -> dict[str, Any]:
    """Answer the columns of the shared record: of a closed item nothing it is about."""
    return {
        "title": "" if content.closed else content.title.strip(),
        "kind": content.kind,
        "closed": content.closed,
        "subject_id": None if content.closed else content.subject,
        "presenter": "" if content.closed else content.presenter.strip(),
        "minutes_estimated": content.minutes_estimated,
        "sitting_as_id": content.sitting_as,
    }


def _keep_private(item: AgendaItem, content: ItemContent) -> None:
    if item.closed:
        ClosedItem.objects.create(
            item=item,
            forum_id=item.meeting.forum_id,
            title=content.title.strip(),
            subject_id=content.subject,
        )


def _put_leg(leg: Leg, item: AgendaItem, meeting: Meeting) -> None:
    """Put a leg on the agenda: it passes through the states on its way there."""
    if leg.forum_id != meeting.forum_id:
        raise InputError(f"leg: it goes to {leg.forum}, not to {meeting.forum}")
    if LegState(leg.state) not in {LegState.PLANNED, LegState.BOOKED}:
        raise InputError("leg: it is on an agenda already, or has been treated")
    leg.meeting = meeting
    if leg.state == LegState.PLANNED:
        step_leg(leg, LegState.BOOKED)
    step_leg(leg, LegState.ON_AGENDA)
    Treatment.objects.create(leg=leg, item=item)
    if leg.case.state == CaseState.DRAFT:
        step_case(leg.case, CaseState.ROUTED)


def _close_cases(item: AgendaItem, closed: bool) -> None:
    """Let what the item's cases are about follow the item: into the private table, or back into the shared record."""
    for leg in item.legs.select_related("case"):
        case = leg.case
        if case.closed == closed:
            continue
        if closed:
            ClosedCase.objects.create(
                case=case,
                title=case.title,
                summary=case.summary,
                subject_id=case.subject_id,
                readers=readers_of(item.meeting.forum_id, Audience.FORUM, closed=True),
            )
            case.title, case.summary, case.subject, case.duty = "", "", None, None
        else:
            content = case.content
            case.title, case.summary, case.subject = content.title, content.summary, content.subject
            content.delete()
        case.closed = closed
        case.save()
        spread_papers(case)
