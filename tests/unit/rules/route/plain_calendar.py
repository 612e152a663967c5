"""Counting Danish weekdays one day at a time, with the holidays that the package of that name knows."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

import holidays

ONE_DAY = timedelta(days=1)
HOLIDAYS = holidays.country_holidays("DK")
NEXT_WEEKDAY = {"days": 1}


@cache
def counted(day: date, unit: str) -> bool:
    """Whether a day counts: every one does among `days`."""
    return unit == "days" or (day.weekday() < 5 and day not in HOLIDAYS)


@cache
def _walked(day: date, days: int, unit: str, step: timedelta) -> date:
    while days:
        day += step
        if counted(day, unit):
            days -= 1
    return day


def before(day: date, length: Mapping[str, Any]) -> date:
    """The day that lies a length `{days, unit}` before another."""
    return _walked(day, length["days"], length.get("unit", "weekdays"), -ONE_DAY)


def after(day: date, length: Mapping[str, Any]) -> date:
    """The day that lies a length `{days, unit}` after another."""
    return _walked(day, length["days"], length.get("unit", "weekdays"), ONE_DAY)


def three_years_before(day: date) -> date:
    """The same day three years earlier; 28 February for the 29th, which no such year has."""
    if (day.month, day.day) == (2, 29):
        return date(day.year - 3, 2, 28)
    return date(day.year - 3, day.month, day.day)
