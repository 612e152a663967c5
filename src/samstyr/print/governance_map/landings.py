"""Where every line meets its two rooms, and what is written beside it there.

What a forum does towards another is written where the line leaves the forum, on the right of the line and
within the room's width, where no other line can come.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final

from samstyr.print.governance_map import sizes
from samstyr.print.governance_map.grid import Cell, Grid
from samstyr.print.governance_map.model import Change, Line, Mark
from samstyr.print.governance_map.ports import Wish, settled, spread
from samstyr.print.governance_map.text import drawable, width_of, wrapped
from samstyr.print.governance_map.widths import Columns
from samstyr.print.governance_map.wires import Leg, Port, Run, Wire

ROUNDS: Final = 4
BUSY: Final = 4  # with more lines than this, a room leaves the texts to the other ends
SPACE: Final = 6.0  # after a text
REACH: Final = 7.0  # half of what an arrow head or a ring takes
SIGNS: Final = {Change.SAME: "", Change.NEW: "+\u00a0", Change.GONE: "−\u00a0"}


@dataclass(frozen=True, slots=True)
class LabelRow:
    """One line of what is written beside a line."""

    text: str
    width: float
    change: Change


@dataclass(slots=True, eq=False)
class Landing:
    """One end of a line. `level`: how many rows of text stand between the room and this text."""

    port: Port
    leg: Leg
    wire: Wire
    rows: tuple[LabelRow, ...]
    level: int = 0
    on_left: bool = False
    is_dropped: bool = False

    @property
    def has_both_signs(self) -> bool:
        """Whether an arrow head and the ring of what hangs here stand on each other."""
        return self.wire.line.child == self.port.room and self.wire.line.points_at(self.port.room)

    @property
    def width(self) -> float:
        """How wide the text is, with its distance from the line; 0 where there is none."""
        return max((row.width for row in self.rows), default=-sizes.LABEL_GAP) + sizes.LABEL_GAP


class Landings:
    """The ends of all lines; making it puts every port in its place."""

    def __init__(self, grid: Grid, wires: list[Wire], columns: Columns) -> None:
        self.grid, self.columns = grid, columns
        self._of: dict[int, Landing] = {}
        self._crowd = Counter(room for wire in wires for room in (wire.upper, wire.lower))
        self.sides: dict[tuple[str, bool], list[Landing]] = defaultdict(list)
        for wire in wires:
            for port, leg in zip(wire.ports, (wire.legs[0], wire.legs[-1]), strict=True):
                landing = Landing(port, leg, wire, self._rows(port, wire))
                self._of[id(port)] = landing
                self.sides[port.room, port.at_top].append(landing)
        sides = sorted(self.sides.items(), key=self._lead)
        for _ in range(ROUNDS):
            for (room, _), side in sides:
                self._settle(self.grid.cells[room], side, follow=False)
            self._settle_runs(wires)
        for (room, _), side in reversed(sides):  # what is still a little aside goes straight, if it can
            if self.grid.cells[room].span == 1:
                self._settle(self.grid.cells[room], side, follow=True)

    def of(self, port: Port) -> Landing:
        """The landing at a port."""
        return self._of[id(port)]

    def strip(self, shelf: int, at_top: bool) -> float:
        """How much height the texts over (or under) a shelf's rooms take; 0 where there are none."""
        here = [
            landing
            for (room, top), side in self.sides.items()
            if top == at_top and self.grid.cells[room].shelf == shelf
            for landing in side
        ]
        highest = max(
            (
                landing.level + len(landing.rows)
                for landing in here
                if landing.rows and not landing.is_dropped
            ),
            default=0,
        )
        texts = highest * sizes.SMALL_LINE + 12.0 if highest else 0.0
        return max(
            [texts, *(sizes.STUB + (sizes.HEAD if landing.has_both_signs else 0.0) for landing in here)]
        )

    def _rows(self, port: Port, wire: Wire) -> tuple[LabelRow, ...]:
        line = wire.line
        if line.forth and line.back:
            marks = line.forth if port.room == line.a else line.back
        elif port.room == self._quieter(line):
            marks = line.forth or line.back
        else:
            marks = ()
        room = self.columns.right[0] - self.columns.left[0]
        most = room - 2 * (sizes.CORNER - REACH) - REACH - sizes.LABEL_GAP - SPACE
        return tuple(
            LabelRow(line, width_of(line, sizes.SMALL), mark.change)
            for number, mark in enumerate(marks)
            for line in _mark_lines(mark, most, is_last=number == len(marks) - 1)
        )

    def _quieter(self, line: Line) -> str:
        """The room of a line's two with fewer lines: there is space for what is said; else where it begins."""
        begins, ends = (line.a, line.b) if line.forth else (line.b, line.a)
        return min((begins, ends), key=lambda room: self._crowd[room] > BUSY and self._crowd[room])

    def _lead(self, item: tuple[tuple[str, bool], list[Landing]]) -> tuple[int, int, str, bool]:
        """Narrow rooms choose their ports first; wide ones follow, so that lines go straight."""
        (room, at_top), side = item
        return (self.grid.cells[room].span, len(side), room, at_top)

    # One side of a room

    def _settle(self, cell: Cell, side: list[Landing], follow: bool) -> None:
        low = self.columns.left_of(cell) + sizes.CORNER - REACH
        high = low + self.columns.width_of(cell) - 2 * (sizes.CORNER - REACH)
        side.sort(key=self._order)
        for landing in side:
            landing.level, landing.is_dropped = 0, False
        found = settled([self._wish(each, cell, follow) for each in side], low, high)
        if found is None:
            found = self._facing(cell, side, low, high)
        if found is None:
            for landing in side:
                landing.is_dropped = bool(landing.rows)
            found = settled([self._wish(each, cell, follow) for each in side], low, high)
        if found is None:
            found = spread(len(side), low, high)
        for landing, x in zip(side, found, strict=True):
            landing.port.x, landing.port.is_set = round(x, 1), True

    def _order(self, landing: Landing) -> tuple[int, float, str, str]:
        """From the left: lines that turn back to the left, the nearest first; those that go through; and those
        that turn back to the right, the nearest last. So they lie in each other and don't cross.
        """
        far, line = self._far(landing), landing.wire.line
        if landing.leg.start_above != landing.leg.end_above:
            return (0, far, line.a, line.b)
        here = self.columns.middle_of(self.grid.cells[landing.port.room])
        return (1 if far > here else -1, -far, line.a, line.b)

    def _facing(self, cell: Cell, side: list[Landing], low: float, high: float) -> list[float] | None:
        """Two texts with too little space beside each other go over each other, between their two lines."""
        told = [number for number, each in enumerate(side) if each.rows]
        if len(told) != 2 or told[1] != told[0] + 1:
            return None
        one, other = side[told[0]], side[told[1]]
        wishes = [self._wish(each, cell, follow=False) for each in side]
        wide = max(one.width, other.width)
        wishes[told[0]] = Wish(wishes[told[0]].x, REACH, wide)
        wishes[told[1]] = Wish(self._far(other), REACH, REACH)
        found = settled(wishes, low, high)
        if found is not None:
            one.on_left, other.on_left, other.level = False, True, len(one.rows)
        return found

    def _wish(self, landing: Landing, cell: Cell, follow: bool) -> Wish:
        """Straight over to the other end, if that stands already; else where there is space for the text."""
        left, width = self.columns.left_of(cell), self.columns.width_of(cell)
        low, high = left + sizes.CORNER, left + width - sizes.CORNER
        text = 0.0 if landing.is_dropped or not landing.rows else landing.width + SPACE
        far = self._far(landing)
        other = landing.leg.end if landing.leg.start is landing.port else landing.leg.start
        follows = follow or (isinstance(other, Run) and other.is_corridor)
        if isinstance(other, Port):
            across = self.grid.cells[other.room]
            follows = follows or cell.span > across.span or (cell.span == across.span and other.is_set)
        x = left + width / 2 if not text else left + max(22.0, (width - text) / 3)
        if cell.span > 1:
            x = min(max(far, low), high)
        elif follows and low <= far <= high:
            x = far
        landing.on_left = bool(text) and x + text > high and x - text >= low
        return Wish(x, max(REACH, text), REACH) if landing.on_left else Wish(x, REACH, max(REACH, text))

    def _far(self, landing: Landing) -> float:
        """The x of the other end of the line's first (or last) way through a street."""
        other = landing.leg.end if landing.leg.start is landing.port else landing.leg.start
        if isinstance(other, Run) or other.is_set:
            return other.x
        across = self.grid.cells[other.room]
        here = self.columns.middle_of(self.grid.cells[landing.port.room])
        low, width = self.columns.left_of(across), self.columns.width_of(across)
        return min(max(here, low + sizes.CORNER), low + width - sizes.CORNER)

    # Empty cells

    def _settle_runs(self, wires: list[Wire]) -> None:
        """A line in an empty cell goes on straight from the room over or under it, if it comes from there."""
        in_column: dict[int, list[tuple[Run, Wire]]] = defaultdict(list)
        for wire in wires:
            for run in wire.runs:
                if not run.is_corridor:
                    in_column[int(run.gap)].append((run, wire))
        for column, runs in in_column.items():
            for group in _together(runs):
                found = sorted(((self._wished(run, wire), run) for run, wire in group), key=_x_of)
                wishes = [Wish(x, REACH, REACH) for x, _ in found]
                edges = (self.columns.left[column], self.columns.right[column])
                places = settled(wishes, *edges) or spread(len(found), *edges)
                for (_, run), x in zip(found, places, strict=True):
                    run.x = round(x, 1)

    def _wished(self, run: Run, wire: Wire) -> float:
        column = int(run.gap)
        low, high = self.columns.left[column], self.columns.right[column]
        points = [leg.start for leg in wire.legs] + [wire.legs[-1].end]
        place = points.index(run)
        near = [points[place + 1].x, points[place - 1].x]
        inside = [x for x in near if low < x < high]
        return inside[0] if inside else min(max(near[0], low), high)


def _mark_lines(mark: Mark, most: float, is_last: bool) -> tuple[str, ...]:
    return wrapped(drawable(f"{SIGNS[mark.change]}{mark.text}{'' if is_last else ','}"), most, sizes.SMALL)


def _together(runs: list[tuple[Run, Wire]]) -> list[list[tuple[Run, Wire]]]:
    """The runs of one column in groups that share a shelf, or end where another begins."""
    groups: list[list[tuple[Run, Wire]]] = []
    last = -2
    for run, wire in sorted(runs, key=lambda each: each[0].first):
        if run.first > last + 1:
            groups.append([])
        groups[-1].append((run, wire))
        last = max(last, run.last)
    return groups


def _x_of(found: tuple[float, Run]) -> float:
    return found[0]
