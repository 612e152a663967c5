"""A finished drawing: everything has its place, in pixels from the upper left corner. Nothing here knows SVG."""

from dataclasses import dataclass
from enum import StrEnum

from samstyr.print.governance_map.model import Change, Lane, Line, Room, Row

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies within this one."""
        return (
            self.x <= other.x
            and other.right <= self.right
            and self.y <= other.y
            and other.bottom <= self.bottom
        )


class Style(StrEnum):
    """How a text is set."""

    NAME = "name"
    SMALL = "small"
    HEADING = "heading"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text: `x` is its left end, its middle or its right end by `anchor`, `y` its base line."""

    text: str
    x: float
    y: float
    style: Style
    width: float
    anchor: str = "start"
    change: Change = Change.SAME

    @property
    def box(self) -> Box:
        """About what it covers."""
        height = 20.0 if self.style == Style.NAME else 17.0
        left = {"start": 0.0, "middle": self.width / 2, "end": self.width}[self.anchor]
        return Box(self.x - left, self.y - height * 0.78, self.width, height)


@dataclass(frozen=True, slots=True)
class Band:
    """A party's piece of the colour band of a room."""

    box: Box
    kind: str


@dataclass(frozen=True, slots=True)
class DrawnRoom:
    """A room in its place; `badge` is the sign of the lint's findings, `label` what is said of it aloud."""

    room: Room
    box: Box
    texts: tuple[Text, ...]
    bands: tuple[Band, ...]
    badge: Box | None
    badge_text: Text | None
    label: str


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line in its place, from room `a` to room `b`, with its texts where each of the two begins."""

    line: Line
    points: tuple[Point, ...]
    labels: tuple[Text, ...]
    is_labelled: bool


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """A lane with its heading; `note` says that it has no forum of its own."""

    lane: Lane
    box: Box
    heading: tuple[Text, ...]
    note: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row with its heading at the left."""

    row: Row
    box: Box
    heading: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole drawing. `divider`: how far down the line above the regional fora lies, if there is one."""

    width: float
    height: float
    lanes: tuple[DrawnLane, ...]
    rows: tuple[DrawnRow, ...]
    rooms: tuple[DrawnRoom, ...]
    lines: tuple[DrawnLine, ...]
    divider: float | None

    def crossings(self) -> int:
        """How many times two lines cross."""
        pieces = [
            (number, *piece)
            for number, line in enumerate(self.lines)
            for piece in zip(line.points, line.points[1:], strict=False)
        ]
        level = [piece for piece in pieces if piece[1][1] == piece[2][1]]
        upright = [piece for piece in pieces if piece[1][1] != piece[2][1]]
        return sum(
            one != other
            and min(p[0], q[0]) < u[0] < max(p[0], q[0])
            and min(u[1], v[1]) < p[1] < max(u[1], v[1])
            for one, p, q in level
            for other, u, v in upright
        )
