"""Meeting dates of a year on which what fora hand over to each other waits least.

What waits: papers that another forum recommends, prepares or assures to this one, from the day its outcome is usable
until our papers are due; and what this forum hands over itself, to those it recommends, prepares or assures to and to
those who ratify what it decides, until their papers are due. Days are plain days. What finds no meeting in the
known calendar waits for the rest of the year; a forum of whose coming meetings nothing is known is left out.
Source: contract of routes, steps 2, 5 and 7.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from samstyr.rules import wording
from samstyr.rules.calendar import after, is_weekday
from samstyr.rules.mandate import UnknownIdError
from samstyr.rules.procedure.deadlines import papers_due
from samstyr.rules.register import POWER, Act, Forum, Mandate, Register

HANDING_OVER: Final = frozenset({Act.RECOMMEND, Act.PREPARE, Act.ASSURE})
WITHOUT_MEETINGS: Final = 7  # July
MIDDLE: Final = 15


@dataclass(frozen=True, slots=True, order=True)
class Wait:
    """Papers that lie still: `giver` sat on `sat_on`, and from `since` to `until` they wait for `taker`."""

    since: date
    until: date
    giver: str
    taker: str
    sat_on: date

    @property
    def days(self) -> int:
        """How many plain days."""
        return (self.until - self.since).days


@dataclass(frozen=True, slots=True)
class ProposedDate:
    """A meeting date, what waits because of it, and the date it would replace, with what waits because of that."""

    date: date
    waits: tuple[Wait, ...]
    current: "ProposedDate | None" = None

    @property
    def waiting(self) -> int:
        """The days that papers wait, added up."""
        return sum(wait.days for wait in self.waits)

    @property
    def saving(self) -> int | None:
        """How many days less than with the current date; None where there is none."""
        return None if self.current is None else self.current.waiting - self.waiting


@dataclass(frozen=True, slots=True)
class Proposal:
    """The dates proposed; the months in which no day would do; days of waiting in all, now and before."""

    dates: tuple[ProposedDate, ...]
    impossible: tuple[int, ...]
    waiting: int
    waiting_now: int


def spread(number: int) -> tuple[int, ...]:
    """Months for so many meetings a year (0–11), as evenly as it goes, none of them July."""
    months = [month for month in range(1, 13) if month != WITHOUT_MEETINGS]
    if not 0 <= number <= len(months):
        raise ValueError(f"expected a number of meetings from 0 to {len(months)}, found {number}")
    return tuple(months[(2 * each + 1) * len(months) // (2 * number)] for each in range(number))


def propose(register: Register, forum: str, year: int, months: Sequence[int] | None = None) -> Proposal:
    """The dates of a year, one in each of the months (1–12), on which papers wait least in all.

    Without `months`: those of the meetings there are. A date is a weekday, not in July, within the forum's
    validity, and no day on which another forum sits that shares an organisation with it. Of equally good dates the
    nearest to the current ones are taken (to the middle of the month where there are none), then the earliest.
    Raises UnknownIdError for a forum that the register does not have.
    """
    record = register.fora.get(forum)
    if record is None:
        raise UnknownIdError("forum", forum)
    flow = _Flow(register, record, year)
    now = [day for day in record.meetings if day.year == year]
    wanted = sorted(months) if months is not None else [day.month for day in now]
    free = _free_days(register, record, year)
    possible = [month for month in wanted if any(day.month == month for day in free)]
    currents = _paired(possible, now)
    chosen = _best(flow, [[day for day in free if day.month == month] for month in possible], currents)
    # Two meetings wanted in a month with one free day: the later cannot be had.
    impossible = [month for month in wanted if month not in possible]
    impossible += [month for month, day in zip(possible, chosen, strict=True) if day is None]
    dates = [day for day in chosen if day is not None]
    before, afterwards = flow.waits(now), flow.waits(dates)
    return Proposal(
        dates=tuple(
            ProposedDate(
                day, afterwards[day], None if current is None else ProposedDate(current, before[current])
            )
            for day, current in zip(chosen, currents, strict=True)
            if day is not None
        ),
        impossible=tuple(sorted(impossible)),
        waiting=_days(wait for waits in afterwards.values() for wait in waits),
        waiting_now=_days(wait for waits in before.values() for wait in waits),
    )


def told(register: Register, proposed: ProposedDate) -> str:
    """The proposed date in a sentence: how long papers wait, how much less than now, and whose they are."""
    found = f"{wording.day(proposed.date)}: "
    found += f"papirer venter {wording.days(proposed.waiting)}" if proposed.waits else "ingen papirer venter"
    if proposed.current is not None and proposed.saving:
        than = f"end ved mødet {wording.day(proposed.current.date)}"
        found += f", {abs(proposed.saving)} {'færre' if proposed.saving > 0 else 'flere'} {than}"
    if proposed.waits:
        names = register.fora
        each = [
            f"fra {names[wait.giver].name} ({wording.day(wait.sat_on)}) til {names[wait.taker].name} "
            f"{wording.days(wait.days)}"
            for wait in proposed.waits
        ]
        found += f" ({wording.listed(each)})"
    return f"{found}."


def _days(waits: Iterable[Wait]) -> int:
    return sum(wait.days for wait in waits)


class _Flow:
    """What is handed over to a forum and from it in a year, worked out once."""

    def __init__(self, register: Register, forum: Forum, year: int) -> None:
        self.forum = forum
        self.last_day = date(year, 12, 31)
        before = [day for day in forum.meetings if day.year < year]
        self._later = [_due(forum, day) for day in forum.meetings if day.year > year]
        taken = max((_due(forum, day) for day in before), default=None)
        # What came after the papers of the last meeting before; where none is known, what came in the year.
        first = date(year, 1, 1) if taken is None else taken + timedelta(days=1)
        given = sorted(set(_given(register, forum)))
        self.given = [each for each in given if first <= each[0] <= self.last_day]
        self._since = [each[0] for each in self.given]
        self._takers = [
            (mandate, taker)
            for mandate, taker in _takers(register, forum)
            if any(day.year >= year for day in taker.meetings)
        ]
        self._taking = {
            taker.id: [(_due(taker, day), day) for day in taker.meetings] for _, taker in self._takers
        }

    def received(self, previous: date | None, day: date | None) -> Iterator[Wait]:
        """What a meeting takes that came too late for the one before; None for those after the year."""
        dues = self._later if day is None else [_due(self.forum, day)]
        first = 0 if previous is None else bisect_right(self._since, _due(self.forum, previous))
        last = len(self.given) if day is None else bisect_right(self._since, dues[0])
        for since, giver, sat_on in self.given[first:last]:
            until = next((due for due in dues if due >= since), max(since, self.last_day))
            yield Wait(since, until, giver, self.forum.id, sat_on)

    def handed_over(self, day: date) -> Iterator[Wait]:
        """What a meeting hands over, until it is taken."""
        since = _available(self.forum, day)
        for taker in sorted({taker.id for mandate, taker in self._takers if mandate.valid.covers(day)}):
            taking = self._taking[taker]
            at = bisect_left(taking, (since, date.min))
            until = taking[at][0] if at < len(taking) else max(since, self.last_day)
            yield Wait(since, until, self.forum.id, taker, day)

    def waits(self, days: Sequence[date]) -> dict[date, tuple[Wait, ...]]:
        """What waits because of each of the meetings of a year; the last answers for what none of them takes."""
        found: dict[date, tuple[Wait, ...]] = {}
        for previous, day in zip([None, *days], days, strict=False):
            found[day] = tuple(sorted([*self.received(previous, day), *self.handed_over(day)]))
        if days:
            found[days[-1]] = (*found[days[-1]], *self.received(days[-1], None))
        return found


def _given(register: Register, forum: Forum) -> Iterator[tuple[date, str, date]]:
    """What others hand over to the forum: the day it is usable, who hands it over, and when they sat."""
    for mandate in register.index.mandates_to(forum.id):
        giver = register.fora[mandate.forum]
        if mandate.act in HANDING_OVER and mandate.permits and giver.id != forum.id:
            for day in giver.meetings:
                if mandate.valid.covers(day) and giver.valid.covers(day):
                    yield _available(giver, day), giver.id, day


def _takers(register: Register, forum: Forum) -> Iterator[tuple[Mandate, Forum]]:
    """Who takes what the forum hands over or decides, with the mandate by which they do."""
    decided = set()
    for mandate in register.index.mandates_of(forum.id):
        if not mandate.permits:
            continue
        if mandate.act in HANDING_OVER and mandate.to not in (None, forum.id):
            yield mandate, register.fora[mandate.to]
        elif mandate.act in POWER:
            decided.add(mandate.subject)
    for subject in decided:
        for above in register.subject_chain(subject):
            for mandate in register.index.mandates_to_act_on(above, Act.RATIFY):
                if mandate.permits and mandate.forum != forum.id:
                    yield mandate, register.fora[mandate.forum]


def _due(forum: Forum, meeting: date) -> date:
    """The last day for papers; the meeting itself where no deadline is laid down."""
    return papers_due(forum.procedure, meeting) or meeting


def _available(forum: Forum, meeting: date) -> date:
    """The day the outcome of a meeting is usable elsewhere: a weekday later where nothing else is laid down."""
    length = forum.procedure.handover if forum.procedure else None
    if length is None or length.days is None:
        return after(meeting, 1)
    return after(meeting, length.days, length.unit)


def _free_days(register: Register, forum: Forum, year: int) -> list[date]:
    """The days on which the forum could sit."""
    taken = {day for day in _days_of_others(register, forum) if day.year == year}
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    days = (date.fromordinal(each) for each in range(first, last + 1))
    return [
        day
        for day in days
        if day.month != WITHOUT_MEETINGS and is_weekday(day) and day not in taken and forum.valid.covers(day)
    ]


def _days_of_others(register: Register, forum: Forum) -> Iterator[date]:
    """The days on which fora sit where an organisation of this one has a seat too."""
    organisations = {seat.organisation for seat in forum.seats}
    others = {other.id: other for each in organisations for other in register.index.fora_with_seat_of(each)}
    for other in others.values():
        if other.id != forum.id:
            for day in other.meetings:
                if _seated(forum, day) & _seated(other, day):
                    yield day


def _seated(forum: Forum, day: date) -> set[str]:
    return {seat.organisation for seat in forum.seats if seat.valid.covers(day)}


def _paired(months: Sequence[int], now: Sequence[date]) -> list[date | None]:
    """For each month wanted the meeting there is in it, the first for the first where there are several."""
    left = list(now)
    found: list[date | None] = []
    for month in months:
        current = next((day for day in left if day.month == month), None)
        if current is not None:
            left.remove(current)
        found.append(current)
    return found


Way = tuple[int, int, tuple[date | None, ...]]
"""Days of waiting, distance from the current dates, the dates chosen so far (None where none could be had)."""


def _best(
    flow: _Flow, choices: Sequence[Sequence[date]], currents: Sequence[date | None]
) -> list[date | None]:
    """One date of each list, in order, so that papers wait least: for each last date the best way to it."""
    ways: dict[date | None, Way] = {None: (0, 0, ())}
    for days, current in zip(choices, currents, strict=True):
        reached: dict[date | None, Way] = {}
        for day in days:
            costs = _days(flow.handed_over(day))
            distance = abs((day - (current or day.replace(day=MIDDLE))).days)
            found = [
                (waiting + costs + _days(flow.received(last, day)), far + distance, (*way, day))
                for last, (waiting, far, way) in ways.items()
                if last is None or last < day
            ]
            if found:
                reached[day] = min(found)
        ways = reached or {last: (waiting, far, (*way, None)) for last, (waiting, far, way) in ways.items()}
    ends = [
        (waiting + _days(flow.received(last, None)), far, way) for last, (waiting, far, way) in ways.items()
    ]
    return list(min(ends)[2])
