"""What a moved milestone breaks: the dates that were agreed for it, and the meetings it would have been reached by.

Source: contract of measures, "Portfolio: report once" (every agreed date is kept, and slip is shown against each).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from samstyr.rules.portfolio.milestones import Agreed, AgreedKind, Effect


@dataclass(frozen=True, slots=True, order=True)
class Sitting:
    """A meeting of a forum that follows an initiative."""

    date: date
    forum: str


@dataclass(frozen=True, slots=True)
class Broken:
    """What is no longer kept where a milestone moves: agreed dates, by day, and meetings, the earliest first."""

    agreed: tuple[Agreed, ...]
    sittings: tuple[Sitting, ...]

    def __bool__(self) -> bool:
        return bool(self.agreed or self.sittings)


def broken_by(effect: Effect, agreed: Iterable[Agreed], sittings: Iterable[Sitting], on: date) -> Broken:
    """Answer what a move breaks, seen from a day.

    An agreed date breaks where the milestone is planned to keep it and would not any more; what was only expected is no
    promise, and what is late already is not broken again. A meeting, on the day or later, breaks where the milestone is
    planned to be reached by that day and would not be.
    """
    known = (each for each in agreed if each.on <= on and each.kind != AgreedKind.EXPECTED)
    lost = (each for each in known if effect.planned <= each.date < effect.would_be)
    missed = (each for each in sittings if max(effect.planned, on) <= each.date < effect.would_be)
    return Broken(tuple(sorted(lost, key=lambda each: (each.date, each.on))), tuple(sorted(missed)))


def chains(effects: Iterable[Effect]) -> Mapping[str, tuple[str, ...]]:
    """Answer for each milestone that moves the way the move took: from the one that was moved itself to it.

    Where several push a milestone to the same day, the way is told through the first of them by id; `because_of` of the
    effect names them all.
    """
    pushed = {each.milestone: each.because_of for each in effects}
    found: dict[str, tuple[str, ...]] = {}
    for milestone in pushed:
        way = [milestone]
        while (before := next((each for each in pushed[way[-1]] if each in pushed), None)) is not None:
            way.append(before)
        found[milestone] = tuple(reversed(way))
    return found
