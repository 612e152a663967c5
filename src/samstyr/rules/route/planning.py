"""The ways a case can take, and the one among them that decides first.

Source: contract of routes, steps 1-3, 5 and 6.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samstyr.rules.route.matter import Matter
from samstyr.rules.route.timing import NoMeeting, Sitting, decided_on, timed
from samstyr.rules.route.way import Way, WayBuilder, waiting_for_themselves


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
    """A way with the day of each of its legs."""

    way: Way
    sittings: list[Sitting]

    @property
    def decided_on(self) -> date:
        """The day of the decision."""
        return decided_on(self.way, self.sittings)


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
        circle = waiting_for_themselves(own)
        if circle:
            found.append(Hindrance(Why.CYCLE, circle))
            continue
        chains = [()] if start in own else matter.ways_up(start, own)
        if not chains:
            found.append(Hindrance(Why.NO_WAY, tuple(sorted({forum for each in steps for forum in each}))))
            continue
        builder = (WayBuilder(matter, in_writing=in_writing) for _ in chains)
        found.append([next(builder).way(goals, own, start, chain) for chain in chains])
    return found


def first_decided(ways: Sequence[list[Way] | Hindrance], ready: date) -> Timetable | Hindrance:
    """The way that decides first, then has the fewest legs, then the first fora; else the first hindrance."""
    best: Timetable | None = None
    best_key: tuple[object, ...] = ()
    hindrance: Hindrance | None = None
    for alternative in ways:
        for way in [] if isinstance(alternative, Hindrance) else alternative:
            sittings = timed(way, ready)
            if isinstance(sittings, NoMeeting):
                hindrance = hindrance or _without_meeting(sittings)
                continue
            key = (decided_on(way, sittings), len(way.legs), way.goals, way.chain)
            if best is None or key < best_key:
                best, best_key = Timetable(way, sittings), key
        if isinstance(alternative, Hindrance):
            hindrance = hindrance or alternative
    if best is not None:
        return best
    if hindrance is None:
        raise ValueError("expected at least one way or hindrance")
    return hindrance


def _without_meeting(none: NoMeeting) -> Hindrance:
    return Hindrance(Why.NO_MEETING, (none.leg.forum,), none.last_meeting)
