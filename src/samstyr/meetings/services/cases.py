"""Writing cases: a forum's secretary opens one, asks the parties, and records what they answer."""

import datetime
from collections.abc import Iterable

from samstyr.meetings.models import Case, Leg, Meeting, Position
from samstyr.meetings.services.deliveries import tell, who_may_for
from samstyr.meetings.services.reach import spread_papers
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.registry.queries import current_register
from samstyr.registry.services import keep_meeting_date
from samstyr.rules.position import PositionState, may_ask, may_note_not_given, may_record
from samstyr.rules.procedure.states import CaseState, LegState
from samstyr.rules.rights import Right, Viewer


@service
def open_case(
    *,
    title: str,
    summary: str,
    subject: str | None,
    forum: str,
    meeting_on: datetime.date | None,
    actor: Viewer,
    on: datetime.date,
) -> Case:
    """Open a case with its first leg: before which forum, and at which meeting where that is known.

    Raises InputError where the title is missing, the forum or the subject is unknown, or the meeting lies before
    `on`, and DeniedError where the actor is no secretary of the forum.
    """
    register = current_register()
    if forum not in register.fora:
        raise InputError(f"forum: there is no forum {forum[:60]!r}")
    require(actor, Right.OPEN_CASE, forum=forum)
    if not title.strip():
        raise InputError("title: a case needs a title")
    if subject is not None and subject not in register.subjects:
        raise InputError(f"subject: there is no subject {subject[:60]!r}")
    if meeting_on is not None and meeting_on < on:
        raise InputError(f"meeting: {meeting_on.isoformat()} has passed (expected {on.isoformat()} or later)")
    meeting = None
    if meeting_on is not None:
        meeting, _ = Meeting.objects.get_or_create(forum_id=forum, date=meeting_on)
        keep_meeting_date(forum=forum, date=meeting_on, actor=actor)
    case = Case.objects.create(
        title=title.strip(), summary=summary.strip(), subject_id=subject, state=CaseState.ROUTED.value
    )
    Leg.objects.create(
        case=case,
        forum_id=forum,
        meeting=meeting,
        position=1,
        state=(LegState.BOOKED if meeting else LegState.PLANNED).value,
    )
    return case


@service
def ask_parties(
    *,
    leg: Leg,
    parties: Iterable[str],
    due: datetime.date,
    actor: Viewer,
    on: datetime.date,
    now: datetime.datetime,
) -> list[Position]:
    """Ask parties for their positions on a leg, to be given by `due`, that day included. All are asked, or none.

    Raises InputError where no party is named or one is unknown, and DeniedError where the actor is no secretary of
    the forum or a party can't be asked (`rules.position.may_ask`).
    """
    require(actor, Right.ASK_POSITIONS, forum=leg.forum_id)
    register, wanted = current_register(), sorted(set(parties))
    unknown = [party for party in wanted if party not in register.parties]
    if unknown:
        raise InputError(*(f"parties: there is no party {party[:60]!r}" for party in unknown))
    if not wanted:
        raise InputError("parties: choose at least one party to ask")
    asked = set(leg.positions.values_list("party_id", flat=True))
    for party in wanted:
        demand(
            may_ask(
                register,
                forum=leg.forum_id,
                subject=leg.case.subject_id,
                party=party,
                due=due,
                on=on,
                is_asked=party in asked,
            )
        )
    positions = [
        Position.objects.create(leg=leg, forum_id=leg.forum_id, party_id=party, due=due) for party in wanted
    ]
    spread_papers(leg.case)
    tell(
        recipients=who_may_for(Right.WRITE_IN_ROOM, wanted, on),
        kind="position",
        key=f"position-{leg.pk}",
        forum=leg.forum_id,
        now=now,
    )
    return positions


@service
def record_position(*, position: Position, actor: Viewer) -> Position:
    """Take a released position into the forum's record.

    Raises DeniedError where the actor is no secretary of the forum, or the position is not released.
    """
    require(actor, Right.RECORD_POSITIONS, forum=position.forum_id)
    position = Position.objects.select_for_update().get(pk=position.pk)
    demand(may_record(PositionState(position.state)))
    return _move(position, PositionState.RECORDED)


@service
def note_not_given(*, position: Position, actor: Viewer, on: datetime.date) -> Position:
    """Note that a party gave no position in time.

    Raises DeniedError where the actor is no secretary of the forum, the day has not passed, or the position is not
    open.
    """
    require(actor, Right.RECORD_POSITIONS, forum=position.forum_id)
    position = Position.objects.select_for_update().get(pk=position.pk)
    demand(may_note_not_given(PositionState(position.state), position.due, on))
    return _move(position, PositionState.NOT_GIVEN)


def _move(position: Position, state: PositionState) -> Position:
    position.state = state.value
    position.save(update_fields=["state"])
    return position
