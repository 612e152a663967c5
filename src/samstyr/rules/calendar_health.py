"""How well the calendars of fora fit together: the waiting built in between two, and the move that saves most.

A hand-over goes from a forum to one that waits for it: by a mandate that is required, by escalation, or from those
who decide to those who ratify. Days are plain days. Source: contract of routes, steps 2, 3, 5 and 7.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from samstyr.rules.calendar import is_weekday
from samstyr.rules.mandate import deciders, holders
from samstyr.rules.register import PREREQUISITES, Act, Mandate, Register
from samstyr.rules.route import NO_PROGRESS, Hindrance, Progress, Question, Timetable, timetable
from samstyr.rules.route.rhythm import rhythm_of
from samstyr.rules.route.timing import NoMeeting, binding_on, timed
from samstyr.rules.route.way import Way
from samstyr.rules.wheel import wheel

FARTHEST: Final = 21
"""Plain days that a meeting is moved at most: farther, and it is another meeting."""
MOST_MOVES: Final = 5


@dataclass(frozen=True, slots=True)
class Handover:
    """Two fora of which one waits for the other, and how long each outcome of the first waits for the second.

    `waits`: plain days from the day an outcome can be used until the meeting that can take it, one for each meeting
    of the giver; `untaken`: how many outcomes find no meeting.
    """

    giver: str
    taker: str
    waits: tuple[int, ...]
    untaken: int

    @property
    def average(self) -> float | None:
        """The average wait in days, None where nothing was taken."""
        return sum(self.waits) / len(self.waits) if self.waits else None

    @property
    def longest(self) -> int | None:
        """The longest wait in days, None where nothing was taken."""
        return max(self.waits, default=None)


@dataclass(frozen=True, slots=True)
class Travelling:
    """A journey that is under way, or that a duty begins anew each year; `key` tells it from others."""

    key: str
    question: Question
    progress: Progress = NO_PROGRESS


@dataclass(frozen=True, slots=True)
class Gain:
    """What a move does to one journey: the day it binds, as it is and as it would be."""

    key: str
    before: date
    after: date

    @property
    def days(self) -> int:
        """The days won, below 0 where they are lost."""
        return (self.before - self.after).days


@dataclass(frozen=True, slots=True)
class Move:
    """A meeting moved to another day, and what that does to the journeys it touches, the most won first."""

    forum: str
    day: date
    to: date
    gains: tuple[Gain, ...]

    @property
    def saved(self) -> int:
        """The days won in all."""
        return sum(gain.days for gain in self.gains)

    @property
    def shift(self) -> int:
        """By how many plain days it is moved, below 0 where it is earlier."""
        return (self.to - self.day).days


def handovers(register: Register, first: date, last: date) -> list[Handover]:
    """The waiting between each pair of fora that hand over, for the giver's meetings from `first` to `last`.

    The longest average first; pairs of which one has no meeting in the time are left out.
    """
    found = []
    for giver, taker in sorted(set(_pairs(register, first))):
        given = [day for day in register.fora[giver].meetings if first <= day <= last]
        if not given or not any(day >= first for day in register.fora[taker].meetings):
            continue
        own, other = (rhythm_of(register.fora[forum], in_writing=False) for forum in (giver, taker))
        waits = []
        for day in given:
            available = own.available(day)
            taken = other.sitting(available)
            if taken is not None:
                waits.append((taken[0] - available).days)
        found.append(Handover(giver, taker, tuple(waits), len(given) - len(waits)))
    return sorted(found, key=lambda each: (-(each.average or 0), each.giver, each.taker))


def duties_as_journeys(register: Register, first: date, last: date) -> list[Travelling]:
    """The journeys that standing duties begin: from the forum that has the duty, ready when its papers are due.

    One for each time a duty with a subject falls on a meeting from `first` to `last`.
    """
    found = []
    for forum in sorted({duty.forum for duty in register.duties.values()}):
        years = (wheel(register, forum, year) for year in range(first.year, last.year + 1))
        for meeting in (each for year in years for each in year.meetings if first <= each.date <= last):
            for duty in meeting.duties:
                subject = register.duties[duty].subject
                if subject is not None:
                    ready = meeting.papers_due or meeting.date
                    question = Question(subject=subject, start=forum, ready=ready)
                    found.append(Travelling(f"duty:{duty}:{meeting.date.isoformat()}", question))
    return found


def best_moves(register: Register, journeys: Iterable[Travelling], first: date, last: date) -> list[Move]:
    """The moves of one meeting from `first` to `last` that save most days in all, at most five.

    Of moves that save the same the smallest counts. A meeting stays between the forum's meetings before and after it,
    and comes on a weekday after `first`; one move a meeting is answered. Each journey keeps the way it has.
    """
    under_way = list(_under_way(register, journeys))
    by_forum: dict[str, list[tuple[Travelling, Timetable]]] = {}
    for journey, found in under_way:
        for forum in {leg.forum for leg in found.way.legs}:
            by_forum.setdefault(forum, []).append((journey, found))
    best = [
        move
        for forum, touched in sorted(by_forum.items())
        for move in _moves_of(register, forum, touched, first, last)
    ]
    return sorted(best, key=_rank)[:MOST_MOVES]


def _pairs(register: Register, on: date) -> Iterator[tuple[str, str]]:
    """Giver and taker of every hand-over that mandates in force ask for."""
    for mandate in register.mandates.values():
        if _hands_over(mandate) and mandate.valid.covers(on):
            for forum in (mandate.forum, mandate.to or ""):
                if not register.is_forum_in_force(forum, on):
                    break
            else:
                yield mandate.forum, mandate.to or ""
        elif mandate.act == Act.RATIFY and mandate.permits and mandate.valid.covers(on):
            decided = deciders(register, mandate.subject, on).fora
            if mandate.forum in holders(register, Act.RATIFY, mandate.subject, on):
                yield from ((giver, mandate.forum) for giver in decided if giver != mandate.forum)


def _hands_over(mandate: Mandate) -> bool:
    waits = mandate.act == Act.ESCALATE or (mandate.act in PREREQUISITES and mandate.is_required)
    return waits and mandate.permits and mandate.to not in (None, mandate.forum)


def _under_way(register: Register, journeys: Iterable[Travelling]) -> Iterator[tuple[Travelling, Timetable]]:
    for journey in journeys:
        found = timetable(register, journey.question, journey.progress)
        if not isinstance(found, Hindrance):
            yield journey, found


def _moves_of(
    register: Register,
    forum: str,
    touched: Sequence[tuple[Travelling, Timetable]],
    first: date,
    last: date,
) -> Iterator[Move]:
    """The best move of each of the forum's meetings, where one saves anything."""
    meetings = register.fora[forum].meetings
    for place, day in enumerate(meetings):
        if not first < day <= last:
            continue
        after = meetings[place - 1] if place else date.min
        before = meetings[place + 1] if place + 1 < len(meetings) else date.max
        moves = [
            Move(forum, day, to, _gains(forum, (*meetings[:place], to, *meetings[place + 1 :]), touched))
            for to in _days_about(day)
            if max(after, first) < to < before
        ]
        saving = [move for move in moves if move.saved > 0]
        if saving:
            yield min(saving, key=_rank)


def _gains(
    forum: str, meetings: tuple[date, ...], touched: Sequence[tuple[Travelling, Timetable]]
) -> tuple[Gain, ...]:
    """What happens to each journey if the forum met on these days; one that then finds no meeting loses a year."""
    gains = []
    for journey, found in touched:
        before = binding_on(found.way, found.sittings)
        sittings = timed(_with_meetings(found.way, forum, meetings), journey.question.ready, found.given)
        lost = before + timedelta(days=365)
        after = lost if isinstance(sittings, NoMeeting) else binding_on(found.way, sittings)
        if after != before:
            gains.append(Gain(journey.key, before, after))
    return tuple(sorted(gains, key=lambda gain: (-gain.days, gain.key)))


def _with_meetings(way: Way, forum: str, meetings: tuple[date, ...]) -> Way:
    legs = tuple(
        replace(leg, rhythm=replace(leg.rhythm, meetings=meetings))
        if leg.forum == forum and leg.rhythm.takes is None
        else leg
        for leg in way.legs
    )
    return replace(way, legs=legs)


def _days_about(day: date) -> list[date]:
    """The weekdays near a day, itself left out."""
    days = (day + timedelta(days=shift) for shift in range(-FARTHEST, FARTHEST + 1) if shift)
    return [each for each in days if is_weekday(each)]


def _rank(move: Move) -> tuple[int, int, str, date, date]:
    return (-move.saved, abs(move.shift), move.forum, move.day, move.to)
