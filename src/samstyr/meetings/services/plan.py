"""Planning: a meeting gets its day and is moved to another; a duty is moved to another meeting."""

import datetime

from samstyr.meetings.models import DutyPlacement, Meeting
from samstyr.meetings.services.steps import locked_meeting
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.registry.queries import current_register
from samstyr.registry.services import keep_meeting_date
from samstyr.rules.calendar import holiday_name
from samstyr.rules.procedure.states import may_arrange
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.wheel import is_planned


@service
def plan_meeting(
    *,
    forum: str,
    date: datetime.date,
    start: datetime.time | None = None,
    end: datetime.time | None = None,
    place: str = "",
    extraordinary: bool = False,
    actor: Viewer,
    on: datetime.date,
) -> Meeting:
    """Give a forum a meeting on a day, or say more of one the register has: its hours and its place.

    Raises InputError where the forum is unknown, the day has passed or is a public holiday, or the meeting ends
    before it begins, and DeniedError where the actor is no secretary of the forum or the agenda is sent.
    """
    if forum not in current_register().fora:
        raise InputError(f"forum: there is no forum {forum[:60]!r}")
    require(actor, Right.PREPARE_MEETING, forum=forum)
    _check_day(date, on)
    _check_hours(start, end)
    meeting, _is_new = Meeting.objects.get_or_create(forum_id=forum, date=date)
    demand(may_arrange(meeting.stage))
    meeting.start, meeting.end, meeting.place = start, end, place.strip()
    meeting.extraordinary = extraordinary
    meeting.save(update_fields=["start", "end", "place", "extraordinary"])
    keep_meeting_date(forum=forum, date=date, actor=actor)
    return meeting


@service
def move_meeting(*, meeting: Meeting, date: datetime.date, actor: Viewer, on: datetime.date) -> Meeting:
    """Move a meeting to another day, with its agenda, as long as the agenda is not sent.

    Raises InputError where the day has passed, is a public holiday or is another meeting's, and DeniedError where
    the actor is no secretary of the forum or the agenda is sent.
    """
    require(actor, Right.PREPARE_MEETING, forum=meeting.forum_id)
    meeting = locked_meeting(meeting.pk)
    demand(may_arrange(meeting.stage))
    _check_day(date, on)
    if Meeting.objects.filter(forum_id=meeting.forum_id, date=date).exclude(pk=meeting.pk).exists():
        raise InputError(f"date: the forum has a meeting on {date.isoformat()} already")
    before, meeting.date = meeting.date, date
    meeting.save(update_fields=["date"])
    keep_meeting_date(forum=meeting.forum_id, date=date, instead_of=before, actor=actor)
    return meeting


@service
def move_duty(*, duty: str, planned: datetime.date, to: datetime.date, actor: Viewer) -> DutyPlacement:
    """Put one occurrence of a duty on another of its forum's meetings.

    `planned` tells which occurrence: the first day of the month, or the day of the step. Raises InputError where
    the duty is unknown or not due on such a day, or its forum has no meeting on the day, and DeniedError where the
    actor is no secretary of the forum.
    """
    register = current_register()
    if duty not in register.duties:
        raise InputError(f"duty: there is no duty {duty[:60]!r}")
    forum = register.fora[register.duties[duty].forum]
    require(actor, Right.PREPARE_MEETING, forum=forum.id)
    if not is_planned(register.duties[duty], planned):
        raise InputError(f"planned: the duty is not due on {planned.isoformat()}")
    if to not in forum.meetings:
        raise InputError(f"to: {forum.name} has no meeting on {to.isoformat()}")
    placement, _is_new = DutyPlacement.objects.update_or_create(
        duty_id=duty, planned=planned, defaults={"meeting_on": to}
    )
    return placement


def _check_day(date: datetime.date, on: datetime.date) -> None:
    if date < on:
        raise InputError(f"date: {date.isoformat()} has passed (expected {on.isoformat()} or later)")
    holiday = holiday_name(date)
    if holiday is not None:
        raise InputError(f"date: {date.isoformat()} is a public holiday ({holiday}): choose another day")


def _check_hours(start: datetime.time | None, end: datetime.time | None) -> None:
    if end is not None and (start is None or end <= start):
        raise InputError("end: the meeting ends before it begins")
