"""In which order lines go sideways in a street, so that few cross, and how many tracks that takes."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

NEAR: Final = 3.0  # two upright pieces nearer than this lie on each other
TOUCHING: Final = 6.0  # two lines nearer than this look like one
OVERLAP: Final = 1000  # what it costs that two lines lie on each other: never, if there is any other way


@dataclass(frozen=True, slots=True)
class Sideways:
    """One way through a street: from `start` to `end`, each an x and whether it comes in from above."""

    start: float
    end: float
    start_above: bool
    end_above: bool

    @property
    def low(self) -> float:
        """The left end."""
        return min(self.start, self.end)

    @property
    def high(self) -> float:
        """The right end."""
        return max(self.start, self.end)

    @property
    def is_straight(self) -> bool:
        """Whether it goes straight through and needs no track."""
        return self.start == self.end

    @property
    def ends(self) -> tuple[tuple[float, bool], ...]:
        """Its two ends: x, and whether it comes in from above."""
        return ((self.start, self.start_above), (self.end, self.end_above))


def tracks(ways: list[Sideways]) -> tuple[list[int], int]:
    """Answer the track of each way, counted from the top, and how many tracks there are.

    A straight way has track 0 and takes none. Ways that do not meet share a track.
    """
    bent = [index for index, way in enumerate(ways) if not way.is_straight]
    cost = {
        (i, j): _cost(ways[i], ways[j]) for i, j in itertools.permutations(bent, 2)
    }  # of the first lying above the second
    start = sorted(bent, key=lambda i: (ways[i].high - ways[i].low, ways[i].low))
    order = fewest(start, cost)
    found = [0] * len(ways)
    for place, index in enumerate(order):
        above = [found[other] + 1 for other in order[:place] if _meet(ways[index], ways[other])]
        found[index] = max(above, default=0)
    return found, 1 + max((found[index] for index in bent), default=-1)


def lying_on_each_other(ways: list[Sideways], numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Answer pairs of ways of which the first comes from above down to where the second comes up from below."""
    bent = [index for index, way in enumerate(ways) if not way.is_straight]
    for upper, lower in itertools.permutations(bent, 2):
        if numbers[upper] <= numbers[lower] and upper != lower:
            rising = [x for x, above in ways[upper].ends if not above]
            falling = [x for x, above in ways[lower].ends if above]
            if any(abs(x - y) < NEAR for x in rising for y in falling):
                yield lower, upper


def fewest(start: list[int], cost: dict[tuple[int, int], int]) -> list[int]:
    """An order of few crossings; `cost[i, j]`: of i standing before j.

    Each is put where it costs least, in the order of `start`, then moved until nothing gets better.
    """
    order: list[int] = []
    for index in start:
        order.insert(_best_place(order, index, cost), index)
    for _ in range(len(order)):
        before = order.copy()
        for index in before:
            order.remove(index)
            order.insert(_best_place(order, index, cost), index)
        if order == before:
            break
    return order


def _best_place(order: list[int], index: int, cost: dict[tuple[int, int], int]) -> int:
    here = sum(cost[index, other] for other in order)
    best, place = here, 0
    for position, other in enumerate(order, start=1):
        here += cost[other, index] - cost[index, other]
        if here <= best:
            best, place = here, position
    return place


def _meet(one: Sideways, other: Sideways) -> bool:
    return one.low < other.high + TOUCHING and other.low < one.high + TOUCHING


def _cost(upper: Sideways, lower: Sideways) -> int:
    """How often the two cross when `upper` lies above `lower`."""
    found = 0
    for x, above in lower.ends:
        if above and upper.low - TOUCHING < x < upper.high + TOUCHING:
            found += 1 if upper.low < x < upper.high else 0
    for x, above in upper.ends:
        if not above:
            found += lower.low < x < lower.high
            found += OVERLAP * sum(up and abs(x - other) < TOUCHING for other, up in lower.ends)
    return found
