"""Reading the annual wheel: the register's duties on its meetings, with what was moved by hand."""

import datetime

from samstyr.meetings.models import DutyPlacement
from samstyr.registry.queries import current_register
from samstyr.rules.wheel import Wheel, wheel


def wheel_of(*, forum: str, year: int) -> Wheel:
    """Answer the wheel of a forum in a year. Raises UnknownIdError for a forum that the register does not have."""
    return wheel(current_register(), forum, year, moved_duties(forum))


def moved_duties(forum: str) -> dict[tuple[str, datetime.date], datetime.date]:
    """Answer the meeting that each moved duty of a forum was put on, by duty and the day it was planned."""
    placements = DutyPlacement.objects.filter(duty__forum_id=forum)
    return {
        (duty, planned): day
        for duty, planned, day in placements.values_list("duty_id", "planned", "meeting_on")
    }
