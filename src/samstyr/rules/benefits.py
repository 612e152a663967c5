"""When a benefit is followed up next: also after the initiative has left every portfolio."""

import calendar
import datetime
from collections.abc import Sequence


def next_follow_up(
    expected_from: datetime.date | None, followed_on: Sequence[datetime.date]
) -> datetime.date | None:
    """Answer the day a benefit is to be followed up: when it is expected from, and then a year after the last time.

    None where it was never followed up and no day is known. Source: contract of measures, "Benefits are followed after
    exit"; the year between is our own choice.
    """
    if not followed_on:
        return expected_from
    last = max(followed_on)
    day = min(last.day, calendar.monthrange(last.year + 1, last.month)[1])
    a_year_later = datetime.date(last.year + 1, last.month, day)
    return a_year_later if expected_from is None else max(a_year_later, expected_from)
