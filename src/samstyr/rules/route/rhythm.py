"""When a forum can sit: from the day that a paper is ready to the day that the outcome can be used, and back.

Every function is monotone: who is ready later never sits earlier. That is what makes one pass backwards
through a way answer how late a leg may be. Source: contract of routes, "Calendar", "Hearings" and "Sitting".
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from samstyr.rules.calendar import after, before
from samstyr.rules.register import Forum, Length, Procedure, Unit

ONE_DAY: Final = timedelta(days=1)
NO_DAYS: Final = Length(days=0)
NEXT_WEEKDAY: Final = Length(days=1)
NOTHING_LAID_DOWN: Final = Procedure()


class Mode(StrEnum):
    """How a leg is done."""

    MEETING = "meeting"
    WRITTEN = "written"
    HEARING = "hearing"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What decides when one leg can sit.

    `meetings`: its days, in order; `papers`: how long before a meeting papers are due; `handover`: how long
    from a sitting until its outcome can be used elsewhere; `written`: how long it takes in writing, None
    where it is not done so; `takes`: how long a hearing takes that does not sit, which then ignores the rest.
    """

    meetings: tuple[date, ...] = ()
    papers: Length = NO_DAYS
    handover: Length = NEXT_WEEKDAY
    written: Length | None = None
    takes: Length | None = None

    def sitting(self, ready: date) -> tuple[date, bool] | None:
        """The first day it can sit with what is ready that day, and whether in writing; None where it can not.

        The meeting is taken where both come to the same day.
        """
        if self.takes is not None:
            return _later(ready, self.takes), False
        at = self._first_meeting(ready)
        meeting = self.meetings[at] if at < len(self.meetings) else None
        if self.written is not None:
            done = _later(ready, self.written)
            if meeting is None or done < meeting:
                return done, True
        return None if meeting is None else (meeting, False)

    def available(self, sits_on: date) -> date:
        """The day from which the outcome of a sitting can be used elsewhere."""
        if self.takes is not None:
            return sits_on
        return after(sits_on, self.handover.days or 0, self.handover.unit)

    def submit_by(self, meeting: date) -> date:
        """The last day for papers to a meeting."""
        return _earlier(meeting, self.papers)

    def next_meeting(self, sits_on: date, count: int = 1) -> date | None:
        """The next meeting after a day, or the one so many meetings later; None after the last one."""
        at = bisect_right(self.meetings, sits_on) + count - 1
        return self.meetings[at] if at < len(self.meetings) else None

    def latest_ready(self, sits_by: date | None, available_by: date | None) -> date | None:
        """The last day to be ready on, so that it sits and is available by these days (None: any day).

        Answers date.min where no day is early enough, None where every day is.
        """
        limit = sits_by
        if available_by is not None:
            start = available_by if self.takes is not None else _latest_start(available_by, self.handover)
            limit = start if limit is None else min(limit, start)
        if self.takes is not None:
            return None if limit is None else _latest_start(limit, self.takes)
        if limit is None:
            if self.written is not None:
                return None
            return self.submit_by(self.meetings[-1]) if self.meetings else date.min
        count = bisect_right(self.meetings, limit)
        by_meeting = self.submit_by(self.meetings[count - 1]) if count else date.min
        if self.written is None:
            return by_meeting
        return max(by_meeting, _latest_start(limit, self.written))

    def _first_meeting(self, ready: date) -> int:
        """The position of the first meeting whose papers are due on the day `ready` or later.

        A deadline n weekdays before a meeting lies on or after a day exactly when the meeting comes after the
        n-th weekday from that day on, so that no deadline has to be known beforehand.
        """
        if not self.meetings or ready > self.meetings[-1]:
            return len(self.meetings)
        days = self.papers.days or 0
        if self.papers.unit == Unit.DAYS or days == 0:
            return bisect_left(self.meetings, ready + timedelta(days=days))
        # The first day of all has none before it, but is a holiday and counts for nothing.
        day_before = ready if ready == date.min else ready - ONE_DAY
        return bisect_right(self.meetings, after(day_before, days))


def rhythm_of(forum: Forum, *, in_writing: bool) -> Rhythm:
    """The rhythm of a forum's own sittings; `in_writing` says whether its written procedure may be used."""
    procedure = forum.procedure or NOTHING_LAID_DOWN
    return Rhythm(
        forum.meetings,
        procedure.papers_before or NO_DAYS,
        procedure.handover or NEXT_WEEKDAY,
        procedure.written if in_writing else None,
    )


def rhythm_of_duration(takes: Length) -> Rhythm:
    """The rhythm of a hearing that takes a length of time."""
    return Rhythm(takes=takes)


def _later(day: date, length: Length) -> date:
    return after(day, length.days or 0, length.unit)


def _earlier(day: date, length: Length) -> date:
    return before(day, length.days or 0, length.unit)


def _latest_start(by: date, length: Length) -> date:
    """The last day from which the length ends on or before the day `by`."""
    days = length.days or 0
    if length.unit == Unit.DAYS or days == 0:
        return by - timedelta(days=days)
    return before(by + ONE_DAY, days) - ONE_DAY
