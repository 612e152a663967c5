"""How wide columns, corridors and lanes are, and where in its gap each line goes."""

import itertools
from dataclasses import dataclass
from typing import Final

from samstyr.print.governance_map import sizes
from samstyr.print.governance_map.grid import Cell, Grid
from samstyr.print.governance_map.model import Lane
from samstyr.print.governance_map.streets import fewest
from samstyr.print.governance_map.wires import Port, Run, Wire, by_corridor


@dataclass(frozen=True, slots=True)
class Turns:
    """A run as its neighbours see it: which shelves it passes, and how far right it turns at either end."""

    first: int
    last: int
    up: float
    down: float


HIDDEN_WHEN_EMPTY: Final = (Lane.OTHERS, Lane.JOINT)


class Columns:
    """The x of everything that does not depend on ports."""

    def __init__(self, grid: Grid, wires: list[Wire], empty_lanes: bool) -> None:
        self.grid = grid
        self.empty_lanes = empty_lanes
        self.wires = wires
        self.track: dict[int, int] = {}
        self.tracks = [0] * (grid.columns + 1)
        self._assign_tracks()
        self._measure()
        self._place_runs()

    def width_of(self, cell: Cell) -> float:
        """How wide a room in the cell is."""
        return self.right[cell.column + cell.span - 1] - self.left[cell.column]

    def left_of(self, cell: Cell) -> float:
        """The left edge of a room in the cell."""
        return self.left[cell.column]

    def middle_of(self, cell: Cell) -> float:
        """The middle of a room in the cell."""
        return (self.left[cell.column] + self.right[cell.column + cell.span - 1]) / 2

    # Corridors

    def _assign_tracks(self) -> None:
        """Give the lines in each corridor tracks from the left, so that few cross where they turn."""
        for corridor, found in by_corridor(self.wires).items():
            turns = [self._turns(run, wire) for run, wire in found]
            cost = {
                (i, j): _crossings(turns[i], turns[j])
                for i, j in itertools.permutations(range(len(found)), 2)
            }
            start = sorted(range(len(found)), key=lambda i: turns[i].up + turns[i].down)
            ordered = [found[i][0] for i in fewest(start, cost)]
            for place, run in enumerate(ordered):
                beside = [
                    self.track[id(other)] + 1
                    for other in ordered[:place]
                    if other.first <= run.last + 1 and run.first <= other.last + 1  # nor end to end
                ]
                self.track[id(run)] = max(beside, default=0)
            self.tracks[corridor] = 1 + max(self.track[id(run)] for run, _ in found)

    def _turns(self, run: Run, wire: Wire) -> Turns:
        points = [leg.start for leg in wire.legs] + [wire.legs[-1].end]
        place = points.index(run)
        up, down = (self._about(point, run.gap) - run.gap for point in (points[place - 1], points[place + 1]))
        return Turns(run.first, run.last, up, down)

    def _about(self, point: Port | Run, near: float) -> float:
        """Where a point lies, in columns: a wide room is met right over or under the run."""
        if isinstance(point, Run):
            return point.gap
        cell = self.grid.cells[point.room]
        return min(max(near, cell.column + 0.3), cell.column + cell.span - 0.3)

    # Pixels

    def _measure(self) -> None:
        grid = self.grid
        shown = [
            lane
            for lane, (_, count) in grid.lanes.items()
            if count or (self.empty_lanes and lane not in HIDDEN_WHEN_EMPTY)
        ]
        empty = [lane for lane in shown if not grid.lanes[lane][1]]
        starts = {first for first, count in grid.lanes.values() if count}
        corridors = [
            sizes.CORRIDOR
            + max(0, count - 1) * sizes.TRACK
            + (sizes.LANE_GAP if number in starts or number == grid.columns else 0.0)
            for number, count in enumerate(self.tracks)
        ]
        fixed = sizes.GUTTER + len(empty) * sizes.EMPTY_LANE + sum(corridors) + sizes.MARGIN
        room = (sizes.WIDEST - fixed) / max(grid.columns, 1)
        room = min(max(room, sizes.NARROWEST_ROOM), sizes.WIDEST_ROOM)
        self.left: list[float] = []
        self.right: list[float] = []
        self.corridor: list[tuple[float, float]] = []
        self.lanes: dict[Lane, tuple[float, float]] = {}
        x = sizes.GUTTER
        pending = list(shown)
        opened = x
        for number, width in enumerate(corridors):
            begins = number in starts or number == grid.columns
            start = x
            if number == 0:
                while pending and not grid.lanes[pending[0]][1]:
                    self.lanes[pending.pop(0)] = (x, x + sizes.EMPTY_LANE)
                    x += sizes.EMPTY_LANE
                start = opened = x
            self.corridor.append((start, start + width))
            x = start + width
            if begins and number > 0:
                is_last = number == grid.columns
                is_followed_by_empty = len(pending) > 1 and not grid.lanes[pending[1]][1]
                border = x if is_last or is_followed_by_empty else start + width / 2
                self.lanes[pending.pop(0)] = (opened, border)
                while pending and not grid.lanes[pending[0]][1]:
                    self.lanes[pending.pop(0)] = (border, border + sizes.EMPTY_LANE)
                    border += sizes.EMPTY_LANE
                if is_followed_by_empty:
                    x = border if is_last else border + sizes.LANE_GAP
                opened = border
            if number < grid.columns:
                self.left.append(x)
                x += room
                self.right.append(x)
        self.width = x + sizes.MARGIN

    def _place_runs(self) -> None:
        for wire in self.wires:
            for run in wire.runs:
                if run.is_corridor:
                    start, end = self.corridor[int(run.gap)]
                    wide = (self.tracks[int(run.gap)] - 1) * sizes.TRACK
                    run.x = round((start + end - wide) / 2 + self.track[id(run)] * sizes.TRACK, 1)
                else:
                    column = int(run.gap)
                    run.x = (self.left[column] + self.right[column]) / 2


def _crossings(left: Turns, right: Turns) -> int:
    """How often two lines cross when the one runs left of the other, if they pass a shelf together."""
    if left.last < right.first or right.last < left.first:
        return 0
    return _at_end(left.first, right.first, left.up, right.up) + _at_end(
        -left.last, -right.last, left.down, right.down
    )


def _at_end(left_end: int, right_end: int, left_turn: float, right_turn: float) -> int:
    """Whether they cross where they end; the one with the greater number ends (or begins) first."""
    if left_end == right_end:
        return int(left_turn > right_turn)
    return int(left_turn > 0) if left_end > right_end else int(right_turn < 0)
