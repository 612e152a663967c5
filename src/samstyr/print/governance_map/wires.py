"""The way of each line through the grid: past which rooms it goes, and through which gaps.

A line leaves the upper of its two rooms at the bottom and the lower one at the top. Between two shelves lies a
street, where lines go sideways; past a shelf a line goes in a gap: a corridor between two columns, or an empty
cell. Nothing else is open to it, so no line can cross a room.
"""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from samstyr.print.governance_map.grid import Cell, Grid
from samstyr.print.governance_map.model import Line

BEND, SIDEWAYS, COMPANY, CROSSING = 1.0, 1.0, 0.25, 4.0
INSIDE: Final = 0.12  # how far from a room's corner a line may meet it, in columns


@dataclass(slots=True, eq=False)
class Run:
    """The part of a wire in one gap, past the shelves `first` to `last`; `x` is found later.

    `gap`: a whole number is the corridor left of that column, a half one the empty cell of that column.
    """

    gap: float
    first: int
    last: int
    x: float = 0.0

    @property
    def is_corridor(self) -> bool:
        """Whether the gap lies between two columns."""
        return self.gap == int(self.gap)


@dataclass(slots=True, eq=False)
class Port:
    """Where a wire meets a room: at its top or its bottom."""

    room: str
    at_top: bool
    x: float = 0.0
    is_set: bool = False


@dataclass(slots=True, eq=False)
class Leg:
    """A wire's way through one street, from one point on its edges to another."""

    street: int
    start: Port | Run
    end: Port | Run
    start_above: bool
    end_above: bool


@dataclass(slots=True, eq=False)
class Wire:
    """A line with its way: legs in order from the upper room to the lower one."""

    line: Line
    upper: str
    lower: str
    legs: list[Leg]
    runs: list[Run]

    @property
    def ports(self) -> tuple[Port, Port]:
        """At the upper room, and at the lower one."""
        first, last = self.legs[0].start, self.legs[-1].end
        assert isinstance(first, Port)
        assert isinstance(last, Port)
        return first, last


def wires(grid: Grid, lines: tuple[Line, ...]) -> list[Wire]:
    """Answer a way for every line: the short ones choose first."""
    return _Router(grid).route(lines)


class _Router:
    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.gaps = [sorted(_gaps(grid, shelf)) for shelf in range(grid.shelves)]
        self.company: dict[tuple[int, float], int] = defaultdict(int)
        self.crossed: list[list[tuple[float, float]]] = [[] for _ in range(grid.shelves + 1)]

    def route(self, lines: tuple[Line, ...]) -> list[Wire]:
        def height(line: Line) -> tuple[int, float, str, str]:
            a, b = self.grid.cells[line.a], self.grid.cells[line.b]
            return (abs(a.shelf - b.shelf), abs(_middle(a) - _middle(b)), line.a, line.b)

        return [self._wire(line) for line in sorted(lines, key=height)]

    def _wire(self, line: Line) -> Wire:
        one, other = self.grid.cells[line.a], self.grid.cells[line.b]
        if one.shelf == other.shelf:
            return _beside(line, one.shelf)
        upper, lower = (line.a, line.b) if one.shelf < other.shelf else (line.b, line.a)
        above, below = self.grid.cells[upper], self.grid.cells[lower]
        passed = range(above.shelf + 1, below.shelf)
        gaps = self._way(above, below, passed)
        for shelf, gap in zip(passed, gaps, strict=True):
            self.company[shelf, gap] += 1
        at = [_near(gaps[0] if gaps else _middle(below), above), *gaps]
        at.append(_near(gaps[-1] if gaps else _middle(above), below))
        for street, (high, low) in enumerate(itertools.pairwise(at), start=above.shelf + 1):
            self.crossed[street].append((high, low))
        runs: list[Run] = []
        for shelf, gap in zip(passed, gaps, strict=True):
            if runs and runs[-1].gap == gap:
                runs[-1].last = shelf
            else:
                runs.append(Run(gap, shelf, shelf))
        points: list[Port | Run] = [Port(upper, at_top=False), *runs, Port(lower, at_top=True)]
        streets = [above.shelf + 1, *(run.last + 1 for run in runs)]
        legs = [
            Leg(street, start, end, start_above=True, end_above=False)
            for street, start, end in zip(streets, points, points[1:], strict=False)
        ]
        return Wire(line, upper, lower, legs, runs)

    def _way(self, above: Cell, below: Cell, passed: range) -> list[float]:
        """The gap past each shelf, with few bends and short ways sideways (shortest path, shelf by shelf)."""
        if not passed:
            return []
        best: dict[float, tuple[float, list[float]]] = {}
        for gap in self.gaps[passed[0]]:
            cost = _step(gap, above) + self._crossings(passed[0], _near(gap, above), gap)
            best[gap] = (cost + self._company(passed[0], gap), [gap])
        for shelf in passed[1:]:
            nearest: dict[float, tuple[float, list[float]]] = {}
            for gap in self.gaps[shelf]:
                found = (math.inf, [gap])
                for last, (cost, way) in best.items():
                    cheapest = cost + (0.0 if gap == last else 2 * BEND + SIDEWAYS * abs(gap - last))
                    if cheapest < found[0]:
                        whole = cheapest + self._crossings(shelf, last, gap)
                        found = min(found, (whole, [*way, gap]), key=_first)
                nearest[gap] = (found[0] + self._company(shelf, gap), found[1])
            best = nearest
        return min(
            (cost + _step(gap, below) + self._crossings(below.shelf, gap, _near(gap, below)), way)
            for gap, (cost, way) in best.items()
        )[1]

    def _crossings(self, street: int, high: float, low: float) -> float:
        """What it costs to cross the lines that already go through a street."""
        return CROSSING * sum((high - x) * (low - y) < 0 for x, y in self.crossed[street])

    def _company(self, shelf: int, gap: float) -> float:
        return COMPANY * self.company[shelf, gap]


def _beside(line: Line, shelf: int) -> Wire:
    """Two rooms on one shelf: over the top of both."""
    start, end = Port(line.a, at_top=True), Port(line.b, at_top=True)
    return Wire(line, line.a, line.b, [Leg(shelf, start, end, start_above=False, end_above=False)], [])


def _step(gap: float, cell: Cell) -> float:
    """What it costs to get from a room to a gap: nothing where the gap lies right over or under the room."""
    low, high = cell.column + INSIDE, cell.column + cell.span - INSIDE
    away = max(low - gap, gap - high, 0.0)
    return 0.0 if away == 0 else 2 * BEND + SIDEWAYS * away


def _near(x: float, cell: Cell) -> float:
    """Where a line from x meets a room."""
    return min(max(x, cell.column + INSIDE), cell.column + cell.span - INSIDE)


def _first(found: tuple[float, list[float]]) -> float:
    return found[0]


def _middle(cell: Cell) -> float:
    return cell.column + cell.span / 2


def _gaps(grid: Grid, shelf: int) -> Iterator[float]:
    """The gaps of a shelf: corridors that no room bridges, and empty cells."""
    bridged: set[int] = set()
    taken: set[int] = set()
    for cell in grid.cells.values():
        if cell.shelf == shelf:
            taken.update(range(cell.column, cell.column + cell.span))
            bridged.update(range(cell.column + 1, cell.column + cell.span))
    yield from (float(corridor) for corridor in range(grid.columns + 1) if corridor not in bridged)
    yield from (column + 0.5 for column in range(grid.columns) if column not in taken)


def by_corridor(found: list[Wire]) -> Mapping[int, list[tuple[Run, Wire]]]:
    """Answer the runs in each corridor."""
    gathered: dict[int, list[tuple[Run, Wire]]] = defaultdict(list)
    for wire in found:
        for run in wire.runs:
            if run.is_corridor:
                gathered[int(run.gap)].append((run, wire))
    return gathered
