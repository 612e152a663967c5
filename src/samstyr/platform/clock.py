"""What day it is. Only entry points (views, commands, jobs) ask; rules and services are told."""

import datetime
import os
from zoneinfo import ZoneInfo

from samstyr.platform.errors import InputError

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def now() -> datetime.datetime:
    """Answer the moment, in Danish time."""
    return datetime.datetime.now(COPENHAGEN)


def moment() -> datetime.datetime:
    """Answer the moment on the day everything is seen from, in Danish time.

    In a demonstration what is published `now` would lie after every day that its pages show.
    """
    return datetime.datetime.combine(today(), now().timetz())


def real_today() -> datetime.date:
    """Answer the calendar's date in Denmark, whatever the demonstration says."""
    return now().date()


def demonstration_day() -> datetime.date | None:
    """Answer the day `SAMSTYR_TODAY` sets for demonstrations and tests, or None.

    Raises InputError where the variable is set to something that is no date.
    """
    text = os.environ.get("SAMSTYR_TODAY", "")
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as problem:
        raise InputError(f"SAMSTYR_TODAY: {text!r} is no date (expected YYYY-MM-DD)") from problem


def today() -> datetime.date:
    """Answer the day everything is seen from: the demonstration's where one is set, else the real one."""
    return demonstration_day() or real_today()
