"""Danish weekdays: Monday to Friday, public holidays excepted.

Source: contract of routes, "Calendar". The moving holidays follow Easter; Store Bededag was abolished from
2024 (lov nr. 214 af 6. marts 2023). 24 December, 31 December, 1 May and 5 June are no public holidays.
"""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache
from typing import Final

from samstyr.rules.register.words import Unit

LAST_YEAR_OF_STORE_BEDEDAG: Final = 2023

FROM_EASTER: Final = (
    (-3, "Skærtorsdag"),
    (-2, "Langfredag"),
    (0, "Påskedag"),
    (1, "Anden påskedag"),
    (39, "Kristi himmelfartsdag"),
    (49, "Pinsedag"),
    (50, "Anden pinsedag"),
)
STORE_BEDEDAG: Final = (26, "Store bededag")
FIXED: Final = ((1, 1, "Nytårsdag"), (12, 25, "Juledag"), (12, 26, "Anden juledag"))


def easter(year: int) -> date:
    """Easter Sunday of a year, by the Gregorian calendar (the method of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    lu = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * lu) // 433
    month = (h + lu - 7 * m + 90) // 25
    return date(year, month, (h + lu - 7 * m + 33 * month + 19) % 32)


@cache
def holidays(year: int) -> dict[date, str]:
    """The public holidays of a year with their Danish names; where two fall on one day, both names."""
    moving = FROM_EASTER if year > LAST_YEAR_OF_STORE_BEDEDAG else (*FROM_EASTER, STORE_BEDEDAG)
    sunday = easter(year)
    days = [(sunday + timedelta(days=offset), name) for offset, name in moving]
    days += [(date(year, month, day), name) for month, day, name in FIXED]
    names: dict[date, str] = {}
    for day, name in sorted(days):
        names[day] = f"{names[day]} og {name[0].lower()}{name[1:]}" if day in names else name
    return names


def holiday_name(d: date) -> str | None:
    """The Danish name of the public holiday that d is, or None."""
    return holidays(d.year).get(d)


def is_weekday(d: date) -> bool:
    """Whether d is Monday to Friday and no public holiday."""
    return d.weekday() < 5 and d not in holidays(d.year)


@cache
def _weekdays(year: int) -> tuple[int, ...]:
    """The weekdays of a year as ordinals."""
    first = date(year, 1, 1).toordinal()
    closed = {day.toordinal() for day in holidays(year)}
    # Ordinal 1, the first of January of year 1, is a Monday.
    return tuple(
        day
        for day in range(first, date(year, 12, 31).toordinal() + 1)
        if (day - 1) % 7 < 5 and day not in closed
    )


def before(d: date, n: int, unit: Unit = Unit.WEEKDAYS) -> date:
    """The n-th weekday (or day, by `unit`) strictly before d; d itself for n = 0.

    Raises ValueError for a negative n and OverflowError before the year 1.
    """
    if n < 0:
        raise ValueError(f"expected a number of days from 0, found {n}")
    if n == 0 or unit == Unit.DAYS:
        return d - timedelta(days=n)
    year = d.year
    days = _weekdays(year)
    left = bisect_left(days, d.toordinal())
    while left < n:
        n -= left
        year -= 1
        if year < date.min.year:
            raise OverflowError("the calendar begins with the year 1")
        days = _weekdays(year)
        left = len(days)
    return date.fromordinal(days[left - n])


def after(d: date, n: int, unit: Unit = Unit.WEEKDAYS) -> date:
    """The n-th weekday (or day, by `unit`) strictly after d; d itself for n = 0.

    Raises ValueError for a negative n and OverflowError after the year 9999.
    """
    if n < 0:
        raise ValueError(f"expected a number of days from 0, found {n}")
    if n == 0 or unit == Unit.DAYS:
        return d + timedelta(days=n)
    year = d.year
    days = _weekdays(year)
    passed = bisect_right(days, d.toordinal())
    while len(days) - passed < n:
        n -= len(days) - passed
        year += 1
        if year > date.max.year:
            raise OverflowError("the calendar ends with the year 9999")
        days = _weekdays(year)
        passed = 0
    return date.fromordinal(days[passed + n - 1])


def is_in_twelve_months_from(start: date, d: date) -> bool:
    """Whether d lies in the twelve months that begin with the day `start`, that day included."""
    return start <= d and (d.year, d.month, d.day) < (start.year + 1, start.month, start.day)
