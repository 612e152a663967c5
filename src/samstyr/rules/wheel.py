"""The annual wheel: which of its duties a forum deals with at which of its meetings of a year.

Source: contract of the annual wheel (`samstyr.wheel/1`). What it leaves open is settled so:

* A meeting is a date that the register lists for the forum, whatever the forum's own validity: so do the lint's
  rules count (G09, G10).
* A duty falls only on a meeting on which it is in force. With months: the first such meeting of the month. Without:
  the first on or after each step of `every` on which it is in force, in whatever year the step lies.
* A month or a step without such a meeting is unplaced, as long as both the duty and the forum are in force on a day
  of the month, or on the day of the step. Where a later year has the meeting, the duty stands there instead.
* Steps are counted from `valid.from`; where that is open, from 1 January of the year asked for.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

from samstyr.rules.mandate import UnknownIdError
from samstyr.rules.procedure.deadlines import minutes_due, papers_due
from samstyr.rules.recurrence import Steps, steps
from samstyr.rules.register import Duty, Forum, Register, Validity

SCHEMA: Final = "samstyr.wheel/1"

Moved = Mapping[tuple[str, date], date]
"""(Duty, planned) → the meeting it was moved to by hand."""


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """A duty that is due once.

    `planned` tells it from the duty's others: the first day of its month, or the step it is due from. Where several
    steps wait for one meeting (or for one month without any) it is the last of them. `moved`: put here by hand.
    """

    duty: str
    planned: date
    moved: bool = False


@dataclass(frozen=True, slots=True)
class WheelMeeting:
    """A meeting of the year; a deadline is None where the rules of procedure lay none down."""

    date: datetime.date
    papers_due: datetime.date | None
    minutes_due: datetime.date | None
    occurrences: tuple[Occurrence, ...]

    @property
    def duties(self) -> list[str]:
        """The ids of its duties, each once, sorted."""
        return sorted({each.duty for each in self.occurrences})


@dataclass(frozen=True, slots=True)
class Wheel:
    """A year of a forum: its meetings by date, and the duties that no known meeting takes."""

    forum: str
    year: int
    meetings: tuple[WheelMeeting, ...]
    unplaced: tuple[Occurrence, ...]

    def as_json(self) -> dict[str, Any]:
        """The wheel as the contract has it."""
        unplaced = sorted({(each.planned.month, each.duty) for each in self.unplaced})
        return {
            "schema": SCHEMA,
            "forum": self.forum,
            "year": self.year,
            "meetings": [
                {
                    "date": each.date.isoformat(),
                    "papers_due": _iso(each.papers_due),
                    "minutes_due": _iso(each.minutes_due),
                    "duties": each.duties,
                }
                for each in self.meetings
            ],
            "unplaced": [{"duty": duty, "month": month} for month, duty in unplaced],
        }


def wheel(register: Register, forum: str, year: int, moved: Moved | None = None) -> Wheel:
    """The wheel of a forum in a calendar year; `moved` puts occurrences on other meetings of the forum.

    What moves to a date on which the forum does not meet, or is none of the duty's occurrences, moves nothing.
    Raises UnknownIdError for a forum that the register does not have.
    """
    record = register.fora.get(forum)
    if record is None:
        raise UnknownIdError("forum", forum)
    placed: dict[date, set[Occurrence]] = {day: set() for day in record.meetings if day.year == year}
    unplaced: set[Occurrence] = set()
    for duty in register.index.duties_of(forum):
        by_hand = {
            planned: day
            for (one, planned), day in (moved or {}).items()
            if one == duty.id and day in record.meetings and is_planned(duty, planned)
        }
        due = (
            _due_in_months(duty, record, year, by_hand) if duty.months else _due(duty, record, year, by_hand)
        )
        for occurrence, day in due:
            if day is None:
                unplaced.add(occurrence)
            elif day.year == year:
                placed[day].add(occurrence)
    return Wheel(
        forum=forum,
        year=year,
        meetings=tuple(
            WheelMeeting(
                date=day,
                papers_due=papers_due(record.procedure, day),
                minutes_due=minutes_due(record.procedure, day),
                occurrences=tuple(sorted(placed[day])),
            )
            for day in sorted(placed)
        ),
        unplaced=tuple(sorted(unplaced, key=lambda each: (each.planned.month, each.duty))),
    )


def is_planned(duty: Duty, planned: date) -> bool:
    """Whether the day is the first of a month, or the day of a step, on which the duty is due."""
    if duty.months:
        month = Validity(planned, _first_of_next_month(planned))
        return planned.day == 1 and planned.month in duty.months and duty.valid.overlaps(month)
    if duty.every is None or (duty.valid.until is not None and planned >= duty.valid.until):
        return False
    return planned in steps(duty.every, duty.valid.start or date(planned.year, 1, 1))


Due = Iterator[tuple[Occurrence, date | None]]
"""Occurrences, each with the meeting it falls on, or None."""


def _due_in_months(duty: Duty, forum: Forum, year: int, by_hand: Mapping[date, date]) -> Due:
    """What is due by the months of a duty, and what came to this year by hand."""
    years = {year} | {planned.year for planned, day in by_hand.items() if day.year == year}
    for planned in (date(each, month, 1) for each in sorted(years) for month in duty.months):
        month = Validity(planned, _first_of_next_month(planned))
        if not duty.valid.overlaps(month):
            continue
        if planned in by_hand:
            yield Occurrence(duty.id, planned, moved=True), by_hand[planned]
            continue
        if planned.year != year:
            continue
        met = (day for day in forum.meetings if month.covers(day) and duty.valid.covers(day))
        found = next(met, None)
        if found or _both_in_force(duty.valid, forum.valid, month):
            yield Occurrence(duty.id, planned), found


def _due(duty: Duty, forum: Forum, year: int, by_hand: Mapping[date, date]) -> Due:
    """What is due by the steps of a duty, and what came to this year by hand."""
    if duty.every is None:
        return
    counted = steps(duty.every, duty.valid.start or date(year, 1, 1))
    end = duty.valid.until or date.max
    for planned, day in by_hand.items():
        yield Occurrence(duty.id, planned, moved=True), day
    met = [date.min, *(day for day in forum.meetings if duty.valid.covers(day))]
    for last, day in pairwise(met):
        if day.year == year:
            left = _left(counted, _day_after(last), _day_after(day), by_hand)
            if left is not None:
                yield Occurrence(duty.id, left), day
    end = min(end, forum.valid.until or date.max)
    first = max(_day_after(met[-1]), forum.valid.start or date.min)
    for month in (date(year, number, 1) for number in range(1, 13)):
        left = _left(counted, max(first, month), min(end, _first_of_next_month(month)), by_hand)
        if left is not None:
            yield Occurrence(duty.id, left), None


def _left(counted: Steps, first: date, end: date, by_hand: Iterable[date]) -> date | None:
    """The last step from `first` up to, but not including, `end`, unless it was moved by hand.

    A step that was moved takes the earlier ones along that would have waited for the same meeting.
    """
    step = counted.until(end)
    return step if step is not None and step >= first and step not in by_hand else None


def _both_in_force(one: Validity, other: Validity, month: Validity) -> bool:
    """Whether a day of the month lies within both validities."""
    starts = [each.start for each in (one, other, month) if each.start is not None]
    ends = [each.until for each in (one, other, month) if each.until is not None]
    return max(starts, default=date.min) < min(ends, default=date.max)


def _first_of_next_month(first: date) -> date:
    if (first.year, first.month) == (date.max.year, 12):
        return date.max
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _day_after(day: date) -> date:
    return day + timedelta(days=1)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
