"""The ways a case can take, and the one among them that decides first.

Source: contract of routes, steps 1-3, 5 and 6.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

from samstyr.rules.route.matter import Matter
from samstyr.rules.route.rhythm import ONE_DAY
from samstyr.rules.route.timing import NOTHING_GIVEN, Given, NoMeeting, Sitting, decided_on, timed
from samstyr.rules.route.way import Way, WayBuilder, in_order, waiting_for_themselves


class Why(StrEnum):
    """Why a case can't be decided."""

    NO_DECIDER = "no-decider"
    CYCLE = "cycle"
    NO_WAY = "no-way"
    NO_MEETING = "no-meeting"


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Why there is no way: the fora it is about, and the last meeting of the one that lacks one."""

    why: Why
    fora: tuple[str, ...]
    after: date | None = None


@dataclass(frozen=True, slots=True)
class Timetable:
    """A way with the day of each of its legs, and what of it was given."""

    way: Way
    sittings: Sequence[Sitting]
    given: Given = NOTHING_GIVEN

    @property
    def decided_on(self) -> date:
        """The day of the decision."""
        return decided_on(self.way, self.sittings)


@dataclass(frozen=True, slots=True)
class Held:
    """A sitting that has been, or that a leg is booked on."""

    sits_on: date
    in_writing: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a case has come on the day it is looked at.

    `held`: the legs that are settled, by id; `again`: those that a meeting has put off or sent back, with the
    day of that meeting, after which they must come again.
    """

    held: Mapping[str, Held] = field(default_factory=dict)
    again: Mapping[str, date] = field(default_factory=dict)
    today: date | None = None

    def on(self, way: Way) -> Given:
        """What is given of one way."""
        settled = {
            position: Sitting(held.sits_on, held.sits_on, leg.rhythm.available(held.sits_on), held.in_writing)
            for position, leg in enumerate(way.legs)
            if (held := self.held.get(leg.id)) is not None
        }
        from_day = {
            position: self.again[leg.id] + ONE_DAY
            for position, leg in enumerate(way.legs)
            if leg.id in self.again
        }
        return Given(settled=settled, from_day=from_day, today=self.today)


NO_PROGRESS: Final = Progress()


def possible_ways(matter: Matter, start: str, *, in_writing: bool) -> list[list[Way] | Hindrance]:
    """For each alternative, in the order of its fora, the ways to it from where the paper lies, or what
    stands in its way.
    """
    alternatives = matter.alternatives()
    if not alternatives:
        return [Hindrance(Why.NO_DECIDER, ())]
    steps = [matter.steps_to(goals) for goals in alternatives]
    found: list[list[Way] | Hindrance] = []
    for goals, own in zip(alternatives, steps, strict=True):
        ordered = {forum: own[forum] for forum in in_order(own)}
        if len(ordered) < len(own):
            found.append(Hindrance(Why.CYCLE, waiting_for_themselves(own)))
            continue
        chains = [()] if start in own else matter.ways_up(start, own)
        if not chains:
            found.append(Hindrance(Why.NO_WAY, tuple(sorted({forum for each in steps for forum in each}))))
            continue
        builder = (WayBuilder(matter, in_writing=in_writing) for _ in chains)
        found.append([next(builder).way(goals, ordered, start, chain) for chain in chains])
    return found


def first_decided(
    ways: Sequence[list[Way] | Hindrance], ready: date, progress: Progress = NO_PROGRESS
) -> Timetable | Hindrance:
    """The way that decides first, then has the fewest legs, then the first fora; else the first hindrance.

    Raises ValueError where neither ways nor hindrances are given.
    """
    found: list[tuple[tuple[Any, ...], Timetable]] = []
    hindrances: list[Hindrance] = []
    for alternative in ways:
        if isinstance(alternative, Hindrance):
            hindrances.append(alternative)
            continue
        for way in alternative:
            given = NOTHING_GIVEN if progress is NO_PROGRESS else progress.on(way)
            sittings = timed(way, ready, given)
            if isinstance(sittings, NoMeeting):
                hindrances.append(_without_meeting(sittings))
            else:
                key = (decided_on(way, sittings), len(way.legs), way.goals, way.chain)
                found.append((key, Timetable(way, sittings, given)))
    if found:
        return min(found, key=lambda each: each[0])[1]
    if not hindrances:
        raise ValueError("expected at least one way or hindrance")
    return hindrances[0]


def _without_meeting(none: NoMeeting) -> Hindrance:
    return Hindrance(Why.NO_MEETING, (none.leg.forum,), none.last_meeting)
