"""Where each room stands: lanes are cut into columns, rows into shelves, and rooms put into the cells.

Rooms are moved about within their lane and row until no move brings what belongs together nearer.
"""

import itertools
import math
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from samstyr.print.governance_map.model import Lane, MapModel, Row

K = TypeVar("K")
MOST_COLUMNS: Final = 9  # what a screen has space for
SQUEEZED: Final = 0.5  # what it costs, in shelves, that a room is a column narrower than it wishes
A_COLUMN: Final = 0.3
LINES_A_COLUMN: Final = 4  # a room with more lines than this gets wider, a column for each so many
EFFORT: Final = 120_000  # pairs of lines looked at while moving rooms
MOST_EFFORTS: Final = 8  # for a big register
HOTTEST: Final = 6.0
SIDEWAYS, DOWNWARDS, CROSSING, LEVEL, PASSING = 1.0, 0.9, 3.0, 1.2, 0.4

Shelf = list[str | None]
"""What stands on one shelf of a lane, from the left: rooms, and None for each empty column."""

Spot = tuple[int, int]
"""A place on the shelves of a lane: the shelf and the index on it."""

Ends = tuple[float, int, float, int]
"""Where a line begins and ends, in columns and shelves: the upper end first."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a room: its shelf, counted from the top, its first column, and how many it takes."""

    shelf: int
    column: int
    span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells. `lanes`: the first column of each lane and how many it has (0 for one without a room);
    `rows`: the first shelf of each row in use and how many it has.
    """

    cells: Mapping[str, Cell]
    lanes: Mapping[Lane, tuple[int, int]]
    rows: Mapping[Row, tuple[int, int]]
    columns: int
    shelves: int


def arrange(model: MapModel, most_columns: int = MOST_COLUMNS) -> Grid:
    """Answer a cell for each room of a model; no more columns than that, but one for each lane."""
    return _Arrangement(model, most_columns).grid()


class _Arrangement:
    def __init__(self, model: MapModel, most_columns: int) -> None:
        self.model = model
        self.lines_of: dict[str, list[int]] = {room: [] for room in model.rooms}
        for number, line in enumerate(model.lines):
            self.lines_of[line.a].append(number)
            self.lines_of[line.b].append(number)
        self.weights = [1.0 if line.forth or line.back else 0.8 for line in model.lines]
        self.known: dict[int, Ends] = {}
        self.groups: dict[tuple[Row, Lane], list[str]] = {}
        for room in model.rooms.values():
            self.groups.setdefault((room.row, room.lane), []).append(room.id)
        self.columns = _columns(self.groups, self._wish, most_columns)
        self.spans = {room: min(self._wish(room), self._room_for(room)) for room in model.rooms}
        self.rows = {
            row: max(
                len(_packed(rooms, self.spans, self.columns[lane]))
                for (each, lane), rooms in self.groups.items()
                if each == row
            )
            for row in Row
            if any(each == row for each, _ in self.groups)
        }
        self.first_column = _running({lane: self.columns.get(lane, 0) for lane in Lane})
        self.first_shelf = _running(self.rows)
        self.shelves: dict[tuple[Row, Lane], list[Shelf]] = {}
        self.place: dict[str, Cell] = {}
        self.effort = EFFORT * min(max(len(model.rooms) * len(model.lines) // 1000, 1), MOST_EFFORTS)
        self.middle = sum(self.columns.values()) / 2

    def _wish(self, room: str) -> int:
        """How many columns a room's lines ask for."""
        lines = len(self.lines_of[room])
        return 1 if lines <= LINES_A_COLUMN else math.ceil(lines / LINES_A_COLUMN)

    def _room_for(self, room: str) -> int:
        """How many columns there are for a room."""
        record = self.model.rooms[room]
        return widest_room(self.columns[record.lane], len(self.groups[record.row, record.lane]) - 1)

    def grid(self) -> Grid:
        self._fill()
        self._improve()
        return Grid(
            cells=self.place,
            lanes={lane: (self.first_column[lane], self.columns.get(lane, 0)) for lane in Lane},
            rows={row: (self.first_shelf[row], count) for row, count in self.rows.items()},
            columns=sum(self.columns.values()),
            shelves=sum(self.rows.values()),
        )

    # A first filling, row by row, each room near what it belongs to

    def _fill(self) -> None:
        for row in self.rows:
            for (each, lane), rooms in self.groups.items():
                if each != row:
                    continue
                columns = self.columns[lane]
                ordered = sorted(rooms, key=lambda room: (-self.spans[room], self._weight(room), room))
                shelves = _packed(ordered, self.spans, columns)
                shelves += [[] for _ in range(self.rows[row] - len(shelves))]
                self.shelves[row, lane] = [_padded(shelf, self.spans, columns) for shelf in shelves]
                self._note(row, lane)

    def _weight(self, room: str) -> int:
        """Rooms with lines come first, those with acts before those that only hang somewhere."""
        return -sum(3 if self.weights[number] == 1 else 1 for number in self.lines_of[room])

    def _note(self, row: Row, lane: Lane) -> None:
        for number, shelf in enumerate(self.shelves[row, lane]):
            column = self.first_column[lane]
            for room in shelf:
                span = 1 if room is None else self.spans[room]
                if room is not None:
                    self.place[room] = Cell(self.first_shelf[row] + number, column, span)
                column += span

    # Moving rooms about

    def _improve(self) -> None:
        """Swap rooms at random, at first also to the worse, less and less so; then only to the better."""
        chance = random.Random(1)  # the same drawing each time
        places = [
            (key, spots) for key in sorted(self.shelves) if (spots := self._spots(*key)) and len(spots) > 1
        ]
        if not places or not self.model.lines:
            return
        weights = [len(spots) for _, spots in places]
        whole = self.effort
        while self.effort > 0:
            heat = HOTTEST * max(0.0, self.effort / whole - 0.25) ** 2
            (row, lane), spots = chance.choices(places, weights)[0]
            one, other = sorted(chance.sample(spots, 2))
            self._try(row, lane, one, other, heat * -math.log(1 - chance.random()))
        for row, lane in sorted(self.shelves):
            for one, other in itertools.combinations(self._spots(row, lane), 2):
                self._try(row, lane, one, other, 0.0)

    def _spots(self, row: Row, lane: Lane) -> list[Spot]:
        shelves = self.shelves[row, lane]
        return [(number, index) for number, shelf in enumerate(shelves) for index in range(len(shelf))]

    def _try(self, row: Row, lane: Lane, one: Spot, other: Spot, allowed: float) -> None:
        """Swap what stands in two places; keep it so unless the drawing gets worse by more than `allowed`."""
        self.effort -= 20
        shelves = self.shelves[row, lane]
        first, second = shelves[one[0]][one[1]], shelves[other[0]][other[1]]
        if first is None and second is None:
            return
        if one[0] != other[0] and self._span(first) != self._span(second):
            return
        moved = self._moved(shelves, one, other)
        lines = {number for room in moved for number in self.lines_of[room]}
        self.effort -= 2 * len(lines) * len(self.model.lines)
        before = self._cost(lines, moved)
        self._swap(row, lane, one, other, lines)
        if self._cost(lines, moved) > before + allowed - 1e-9:
            self._swap(row, lane, one, other, lines)

    def _span(self, room: str | None) -> int:
        return 1 if room is None else self.spans[room]

    def _moved(self, shelves: list[Shelf], one: Spot, other: Spot) -> list[str]:
        """The rooms that a swap moves: with different widths on one shelf, all between them too."""
        if one[0] == other[0]:
            spots: Iterable[str | None] = shelves[one[0]][one[1] : other[1] + 1]
        else:
            spots = (shelves[one[0]][one[1]], shelves[other[0]][other[1]])
        return [room for room in spots if room is not None]

    def _swap(self, row: Row, lane: Lane, one: Spot, other: Spot, lines: Iterable[int]) -> None:
        shelves = self.shelves[row, lane]
        first, second = shelves[one[0]][one[1]], shelves[other[0]][other[1]]
        shelves[one[0]][one[1]], shelves[other[0]][other[1]] = second, first
        self._note(row, lane)
        for number in lines:
            self.known.pop(number, None)

    # What a drawing costs

    def _cost(self, lines: Iterable[int], moved: Iterable[str]) -> float:
        """What the lines and rooms that a swap moves cost: lengths, and crossings if all went straight."""
        cost = 0.0
        mine = set(lines)
        for number in mine:
            a, b, c, d = self._ends(number)
            weight = self.weights[number]
            cost += weight * (SIDEWAYS * abs(a - c) + DOWNWARDS * (d - b))
            cost += LEVEL if b == d else PASSING * (d - b > 1)
            for other in range(len(self.model.lines)):
                if other < number or other not in mine:
                    e, f, g, h = self._ends(other)
                    if f < d and b < h and _cross(a, b, c, d, e, f, g, h):
                        cost += CROSSING
        for room in moved:
            if not self.lines_of[room]:  # what is tied to nothing leaves the places in the middle to others
                cell = self.place[room]
                cost -= 0.05 * cell.shelf + 0.02 * abs(cell.column - self.middle)
        return cost

    def _ends(self, number: int) -> Ends:
        """Where a line meets its rooms, about: as near the other room as its width lets it; the upper first."""
        known = self.known.get(number)
        if known is None:
            line = self.model.lines[number]
            one, other = self.place[line.a], self.place[line.b]
            if other.shelf < one.shelf:
                one, other = other, one
            x, y = one.column + one.span / 2, other.column + other.span / 2
            if one.span > other.span:
                x = _clamped(y, one)
            elif other.span > one.span:
                y = _clamped(x, other)
            known = self.known[number] = (x, one.shelf, y, other.shelf)
        return known


def _cross(a: float, b: float, c: float, d: float, e: float, f: float, g: float, h: float) -> bool:
    """Whether the straight lines (a, b)-(c, d) and (e, f)-(g, h) cross between their ends."""
    return (
        ((c - a) * (f - b) - (d - b) * (e - a)) * ((c - a) * (h - b) - (d - b) * (g - a)) < 0
        and ((g - e) * (b - f) - (h - f) * (a - e)) * ((g - e) * (d - f) - (h - f) * (c - e)) < 0
    )  # fmt: skip


def _clamped(x: float, cell: Cell) -> float:
    return min(max(x, cell.column + 0.3), cell.column + cell.span - 0.3)


def _columns(
    groups: Mapping[tuple[Row, Lane], list[str]], wish: Callable[[str], int], most_columns: int
) -> dict[Lane, int]:
    """How many columns each lane with rooms gets: few shelves, wide rooms as wide as they wish, few columns."""
    lanes = [lane for lane in Lane if any(each == lane for _, each in groups)]
    wishes = {key: [wish(room) for room in rooms] for key, rooms in groups.items()}
    widest = {lane: max(sum(found) for (_, each), found in wishes.items() if each == lane) for lane in lanes}

    def cost(columns: Mapping[Lane, int]) -> float:
        highest: dict[Row, int] = {}
        squeezed = 0
        for (row, lane), found in wishes.items():
            given = [min(each, widest_room(columns[lane], len(found) - 1)) for each in found]
            highest[row] = max(highest.get(row, 0), math.ceil(sum(given) / columns[lane]))
            squeezed += sum(found) - sum(given)
        return sum(highest.values()) + SQUEEZED * squeezed + A_COLUMN * sum(columns.values())

    most = max(most_columns, len(lanes))
    ranges = (range(1, min(most - len(lanes) + 1, widest[lane]) + 1) for lane in lanes)
    choices = (choice for choice in itertools.product(*ranges) if sum(choice) <= most)
    return min((dict(zip(lanes, choice, strict=True)) for choice in choices), key=cost)


def widest_room(columns: int, others: int) -> int:
    """Answer how wide a room may be at most: a few others of its lane and row keep a place beside it."""
    return max(1, columns - min(others, columns // 3))


def _packed(rooms: Iterable[str], spans: Mapping[str, int], columns: int) -> list[list[str]]:
    """The rooms on as few shelves as they fill one after another, each on the first with space for it."""
    shelves: list[list[str]] = []
    free: list[int] = []
    for room in rooms:
        place = next((i for i, left in enumerate(free) if left >= spans[room]), None)
        if place is None:
            place = len(shelves)
            shelves.append([])
            free.append(columns)
        shelves[place].append(room)
        free[place] -= spans[room]
    return shelves


def _padded(shelf: list[str], spans: Mapping[str, int], columns: int) -> Shelf:
    empty = columns - sum(spans[room] for room in shelf)
    return [*shelf, *[None] * empty]


def _running(counts: Mapping[K, int]) -> dict[K, int]:
    """Where each begins, when they stand after one another."""
    found: dict[K, int] = {}
    total = 0
    for key, count in counts.items():
        found[key] = total
        total += count
    return found
