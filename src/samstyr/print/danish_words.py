"""Dates and hours as they stand in Danish documents, the language of the record."""

import datetime
from typing import Final

MONTHS: Final = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
WEEKDAYS: Final = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def day(date: datetime.date) -> str:
    """Answer a date in words.

    >>> day(datetime.date(2017, 10, 4))
    '4. oktober 2017'
    """
    return f"{date.day}. {MONTHS[date.month - 1]} {date.year}"


def weekday_and_day(date: datetime.date) -> str:
    """Answer a date with its weekday.

    >>> weekday_and_day(datetime.date(2017, 10, 4))
    'onsdag den 4. oktober 2017'
    """
    return f"{WEEKDAYS[date.weekday()]} den {day(date)}"


def hours(start: datetime.time | None, end: datetime.time | None) -> str:
    """Answer from when to when; empty where no start is known.

    >>> hours(datetime.time(9, 30), datetime.time(12))
    'kl. 9.30–12.00'
    """
    if start is None:
        return ""
    return f"kl. {_clock(start)}–{_clock(end)}" if end else f"kl. {_clock(start)}"


def enumerated(names: list[str] | tuple[str, ...]) -> str:
    """Answer names in a row, with "og" before the last.

    >>> enumerated(["Anna", "Bo", "Carl"])
    'Anna, Bo og Carl'
    """
    return " og ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _clock(time: datetime.time) -> str:
    return f"{time.hour}.{time.minute:02}"
