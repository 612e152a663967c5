"""From a model to a drawing: cells, ways, ports, tracks, and at last pixels."""

from typing import Final

from samstyr.print.governance_map import sizes
from samstyr.print.governance_map.drawing import Box, Drawing, DrawnLane, DrawnLine, DrawnRow, Style, Text
from samstyr.print.governance_map.furniture import RoomText, drawn_room, heading, heading_width, room_text
from samstyr.print.governance_map.grid import MOST_COLUMNS, Grid, arrange
from samstyr.print.governance_map.landings import Landing, Landings
from samstyr.print.governance_map.model import BELOW_THE_LINE, Lane, MapModel, Words
from samstyr.print.governance_map.streets import Sideways, lying_on_each_other, tracks
from samstyr.print.governance_map.widths import Columns
from samstyr.print.governance_map.wires import Leg, Port, Wire, wires

NUDGE: Final = 4.0
PAPER_COLUMNS: Final = (MOST_COLUMNS, 11, 13)


def lay_out(model: MapModel, words: Words, most_columns: int = MOST_COLUMNS) -> Drawing:
    """Answer the drawing of a model. Takes a fraction of a second for a hundred rooms."""
    return _Layout(model, words, most_columns).drawing()


def lay_out_for_paper(model: MapModel, words: Words, width: float, height: float) -> Drawing:
    """Answer the drawing that can be largest on paper of that shape, either way up."""

    def scale(drawing: Drawing) -> float:
        return max(
            min(width / drawing.width, height / drawing.height),
            min(height / drawing.width, width / drawing.height),
        )

    return max((lay_out(model, words, columns) for columns in PAPER_COLUMNS), key=scale)


class _Layout:
    def __init__(self, model: MapModel, words: Words, most_columns: int) -> None:
        self.model, self.words = model, words
        self.grid: Grid = arrange(model, most_columns)
        self.wires: list[Wire] = wires(self.grid, model.lines)
        self.columns = Columns(self.grid, self.wires, empty_lanes=not model.view.is_filtered)
        self.landings = Landings(self.grid, self.wires, self.columns)
        self.texts: dict[str, RoomText] = {
            room.id: room_text(room, self.columns.width_of(self.grid.cells[room.id]), model, words)
            for room in model.rooms.values()
        }
        self._number_tracks()
        self._stack()

    # Down the page

    def _number_tracks(self) -> None:
        self.track: dict[int, int] = {}
        self.track_count = [0] * (self.grid.shelves + 1)
        legs: list[list[Leg]] = [[] for _ in self.track_count]
        for wire in self.wires:
            for leg in wire.legs:
                legs[leg.street].append(leg)
        for street, found in enumerate(legs):
            numbers, self.track_count[street] = self._tracks(found)
            for leg, number in zip(found, numbers, strict=True):
                self.track[id(leg)] = number

    def _tracks(self, legs: list[Leg]) -> tuple[list[int], int]:
        """The tracks of the lines in a street. Where two can't but lie on each other, a port is moved a little."""
        for attempt in range(4):
            ways = [Sideways(leg.start.x, leg.end.x, leg.start_above, leg.end_above) for leg in legs]
            numbers, count = tracks(ways)
            clashes = list(lying_on_each_other(ways, numbers))
            if not clashes:
                break
            for pair in clashes:
                ports = [
                    p for leg in (legs[i] for i in pair) for p in (leg.start, leg.end) if isinstance(p, Port)
                ]
                if ports:
                    ports[attempt % len(ports)].x += NUDGE
        return numbers, count

    def _stack(self) -> None:
        """Find how far down every shelf and track lies."""
        grid = self.grid
        heights = [0.0] * grid.shelves
        for room, text in self.texts.items():
            shelf = grid.cells[room].shelf
            heights[shelf] = max(heights[shelf], text.height)
        self.shelf_top: list[float] = []
        self.shelf_bottom: list[float] = []
        self.first_track: list[float] = []
        self.divider: float | None = None
        y = self._header() + sizes.MARGIN
        for street in range(grid.shelves + 1):
            count = self.track_count[street]
            if street > 0:
                y += self.landings.strip(street - 1, at_top=False)
            if self._is_divided(street):
                self.divider = y + sizes.DIVIDER / 2
                y += sizes.DIVIDER
            self.first_track.append(y + sizes.STREET_SPACE)
            y += sizes.STREET_SPACE + max(0, count - 1) * sizes.TRACK + (sizes.STREET_SPACE if count else 0.0)
            if street < grid.shelves:
                y += self.landings.strip(street, at_top=True)
                if street > 0:
                    y = max(y, self.shelf_bottom[-1] + sizes.LEAST_STREET)
                self.shelf_top.append(y)
                y += heights[street]
                self.shelf_bottom.append(y)
        self.height = y + sizes.MARGIN

    def _is_divided(self, street: int) -> bool:
        below = [first for row, (first, _) in self.grid.rows.items() if row in BELOW_THE_LINE]
        return bool(below) and street == min(below) > 0

    # The drawing

    def drawing(self) -> Drawing:
        rooms = tuple(
            drawn_room(
                self.model.rooms[room],
                Box(
                    self.columns.left_of(cell),
                    self.shelf_top[cell.shelf],
                    self.columns.width_of(cell),
                    self.shelf_bottom[cell.shelf] - self.shelf_top[cell.shelf],
                ),
                self.texts[room],
                self.model,
            )
            for room, cell in sorted(
                self.grid.cells.items(), key=lambda item: (item[1].shelf, item[1].column)
            )
        )
        return Drawing(
            width=self.columns.width,
            height=self.height,
            lanes=self._lanes(),
            rows=self._rows(),
            rooms=rooms,
            lines=tuple(self._line(wire) for wire in self.wires),
            divider=self.divider,
        )

    def _line(self, wire: Wire) -> DrawnLine:
        points: list[tuple[float, float]] = []
        cells = self.grid.cells
        same = cells[wire.upper].shelf == cells[wire.lower].shelf
        upper = cells[wire.upper].shelf
        points.append((wire.ports[0].x, self.shelf_top[upper] if same else self.shelf_bottom[upper]))
        for leg in wire.legs:
            if leg.start.x != leg.end.x:
                y = self.first_track[leg.street] + self.track[id(leg)] * sizes.TRACK
                points += [(leg.start.x, y), (leg.end.x, y)]
        points.append((wire.ports[1].x, self.shelf_top[cells[wire.lower].shelf]))
        if wire.line.a != wire.upper:
            points.reverse()
        landed = [self.landings.of(port) for port in wire.ports]
        labels = [text for landing in landed for text in self._label(landing)]
        return DrawnLine(
            line=wire.line,
            points=tuple(points),
            labels=tuple(labels),
            is_labelled=not any(landing.is_dropped for landing in landed),
        )

    def _label(self, landing: Landing) -> list[Text]:
        """The texts beside one end of a line."""
        if landing.is_dropped or not landing.rows:
            return []
        shelf = self.grid.cells[landing.port.room].shelf
        height = len(landing.rows) * sizes.SMALL_LINE
        lift = landing.level * sizes.SMALL_LINE
        if landing.port.at_top:
            top = self.shelf_top[shelf] - 8.0 - lift - height
        else:
            top = self.shelf_bottom[shelf] + 6.0 + lift
        side = -1 if landing.on_left else 1
        return [
            Text(
                text=row.text,
                x=landing.port.x + side * sizes.LABEL_GAP,
                y=top + (number + 0.78) * sizes.SMALL_LINE,
                style=Style.LABEL,
                width=row.width,
                anchor="end" if landing.on_left else "start",
                change=row.change,
            )
            for number, row in enumerate(landing.rows)
        ]

    # What stands around

    def _header(self) -> float:
        lines = max(len(self._lane_heading(lane)) for lane in Lane)
        return sizes.HEADER + (lines - 1) * sizes.SMALL_LINE

    def _lane_heading(self, lane: Lane) -> tuple[str, ...]:
        box = self.columns.lanes.get(lane)
        return heading(self.words.lanes[lane], box[1] - box[0] - 8) if box else ("",)

    def _lanes(self) -> tuple[DrawnLane, ...]:
        found = []
        for lane, (left, right) in self.columns.lanes.items():
            box = Box(left, 0.0, right - left, self.height)
            lines = self._lane_heading(lane)
            middle = (left + right) / 2
            note: tuple[Text, ...] = ()
            if not self.grid.lanes[lane][1]:
                said = heading(self.words.no_fora, right - left - 10)
                start = self._header() + 34.0
                note = _column_of(said, middle, start, Style.SMALL)
            found.append(DrawnLane(lane, box, _column_of(lines, middle, 25.0, Style.HEADING), note))
        return tuple(found)

    def _rows(self) -> tuple[DrawnRow, ...]:
        found = []
        for row, (first, count) in self.grid.rows.items():
            top, bottom = self.shelf_top[first], self.shelf_bottom[first + count - 1]
            lines = heading(self.words.rows[row], sizes.GUTTER - 18)
            start = top + sizes.SMALL_LINE
            texts = _column_of(lines, 14.0, start, Style.HEADING, "start")
            found.append(DrawnRow(row, Box(4.0, top, sizes.GUTTER - 8, bottom - top), texts))
        return tuple(found)


def _column_of(
    lines: tuple[str, ...], x: float, y: float, style: Style, anchor: str = "middle"
) -> tuple[Text, ...]:
    return tuple(
        Text(line, x, y + number * sizes.SMALL_LINE, style, heading_width(line), anchor)
        for number, line in enumerate(lines)
    )
