"""The days that lie whole durations after a first day: what `every` of a duty means.

Every step is counted from the first day, never from the step before: a month after 31 January is the last day of
February, two months after it 31 March. Source: contract of the register, "Keys" (duties).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

DURATION: Final = re.compile(
    r"P(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?(?:(?P<days>[0-9]+)D)?|P(?P<weeks>[0-9]+)W", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Steps:
    """The days `start`, `start` and one duration, `start` and two durations, and so on, as far as dates go.

    A duration is a number of months and then of days, not both 0.
    """

    start: date
    months: int
    days: int

    def number(self, count: int) -> date | None:
        """The day `count` durations after the start; None where it lies after the year 9999."""
        year, month = divmod(self.start.year * 12 + self.start.month - 1 + count * self.months, 12)
        if year > date.max.year:
            return None
        day = min(self.start.day, monthrange(year, month + 1)[1])
        try:
            return date(year, month + 1, day) + timedelta(days=count * self.days)
        except OverflowError:
            return None

    def from_on(self, day: date) -> date | None:
        """The first step on `day` or after it; None where there is none."""
        return self.number(self._count_before(day))

    def until(self, day: date) -> date | None:
        """The last step before `day`; None where there is none."""
        count = self._count_before(day)
        return self.number(count - 1) if count else None

    def __contains__(self, day: date) -> bool:
        return self.from_on(day) == day

    def _count_before(self, day: date) -> int:
        """How many steps lie before `day`, found by halving: a duration is at least a day long."""
        low, high = 0, max((day - self.start).days, 0)
        while low < high:
            middle = (low + high) // 2
            step = self.number(middle)
            if step is not None and step < day:
                low = middle + 1
            else:
                high = middle
        return low


def steps(duration: str, start: date) -> Steps:
    """The steps of an ISO 8601 duration of whole days from a first day: P6M, P2W, P1Y6M.

    Raises ValueError for a text that is no such duration, or none of at least a day.
    """
    found = DURATION.fullmatch(duration)
    if found is None:
        raise ValueError(f"expected an ISO 8601 duration of whole days, found {duration!r}")
    part = {name: int(value or 0) for name, value in found.groupdict().items()}
    months, days = part["years"] * 12 + part["months"], part["weeks"] * 7 + part["days"]
    if not months and not days:
        raise ValueError(f"expected a duration of at least a day, found {duration!r}")
    return Steps(start, months, days)
