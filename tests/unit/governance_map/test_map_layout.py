"""What holds of every drawing, whatever the register."""

from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.governance_map.map_cases import ON, WORDS, tied_registers

from samstyr.print.governance_map import sizes
from samstyr.print.governance_map.building import build
from samstyr.print.governance_map.drawing import Box, Drawing, Point, Text
from samstyr.print.governance_map.layout import lay_out
from samstyr.print.governance_map.model import MapModel, View
from samstyr.rules.register import Register

BEFORE = date(2015, 7, 1)
VIEWS = (
    View(on=ON),
    View(on=ON, before=BEFORE),
    View(on=ON, region=None),
    View(on=ON, national=False),
    View(on=ON, before=BEFORE, party="state"),
    View(on=ON, subject="s"),
    View(on=ON, acts=frozenset({"recommend", "ratify", "role"})),
)
DANISH_VIEWS = (
    View(on=ON),
    View(on=ON, region=None),
    View(on=ON, region="region-midtjylland", national=False),
    View(on=ON, before=date(2014, 6, 1)),
)

Piece = tuple[Point, Point]


def pieces(points: tuple[Point, ...]) -> list[Piece]:
    return list(pairwise(points))


def as_box(piece: Piece, around: float = 0.0) -> Box:
    (x, y), (u, v) = piece
    left, top = min(x, u) - around, min(y, v) - around
    return Box(left, top, abs(u - x) + 2 * around, abs(v - y) + 2 * around)


def shrunk(box: Box, by: float = 0.5) -> Box:
    return Box(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


def labels(drawing: Drawing) -> list[tuple[int, Text]]:
    return [(number, text) for number, line in enumerate(drawing.lines) for text in line.labels]


def check(model: MapModel, drawing: Drawing) -> None:
    check_rooms(model, drawing)
    check_lines(model, drawing)
    check_texts(drawing)


def check_rooms(model: MapModel, drawing: Drawing) -> None:
    assert sorted(drawn.room.id for drawn in drawing.rooms) == sorted(model.rooms)
    for one, other in combinations(drawing.rooms, 2):
        assert not one.box.overlaps(other.box), (one.room.id, other.room.id)
    paper = Box(0, 0, drawing.width, drawing.height)
    for drawn in drawing.rooms:
        assert paper.holds(drawn.box)
        texts = [text.box for text in drawn.texts]
        for box in texts:
            assert drawn.box.holds(shrunk(box)), (drawn.room.id, drawn.box, box)
        for one, other in combinations([*texts, *([drawn.badge] if drawn.badge else [])], 2):
            assert not shrunk(one, 2.5).overlaps(shrunk(other, 2.5)), drawn.room.id
        for lane in drawing.lanes:
            if lane.lane == drawn.room.lane:
                assert lane.box.x <= drawn.box.x
                assert drawn.box.right <= lane.box.right


def check_lines(model: MapModel, drawing: Drawing) -> None:
    assert [drawn.line for drawn in drawing.lines] != [] or not model.lines
    assert sorted((d.line.a, d.line.b) for d in drawing.lines) == sorted((x.a, x.b) for x in model.lines)
    box_of = {drawn.room.id: drawn.box for drawn in drawing.rooms}
    for drawn in drawing.lines:
        assert touches(box_of[drawn.line.a], drawn.points[0])
        assert touches(box_of[drawn.line.b], drawn.points[-1])
        for piece in pieces(drawn.points):
            assert piece[0][0] == piece[1][0] or piece[0][1] == piece[1][1]
            for room in drawing.rooms:
                assert not shrunk(room.box, 0.1).overlaps(as_box(piece, 0.05)), (drawn.line, room.room.id)
    for (i, one), (j, other) in combinations(enumerate(drawing.lines), 2):
        for piece in pieces(one.points):
            for second in pieces(other.points):
                assert not run_along(piece, second), (i, j, one.line, other.line, piece, second)


def touches(box: Box, point: Point) -> bool:
    x, y = point
    return box.x < x < box.right and y in (box.y, box.bottom)


def run_along(one: Piece, other: Piece) -> bool:
    """Whether two pieces lie on each other for a while, so that they look like one."""
    for axis in (0, 1):
        across = 1 - axis
        if one[0][across] == one[1][across] and other[0][across] == other[1][across]:
            low = max(min(one[0][axis], one[1][axis]), min(other[0][axis], other[1][axis]))
            high = min(max(one[0][axis], one[1][axis]), max(other[0][axis], other[1][axis]))
            return abs(one[0][across] - other[0][across]) < 3 and high - low > 1
    return False


def check_texts(drawing: Drawing) -> None:
    found = labels(drawing)
    for (_, one), (_, other) in combinations(found, 2):
        assert not shrunk(one.box, 1.5).overlaps(shrunk(other.box, 1.5)), (one, other)
    for number, text in found:
        box = shrunk(text.box, 1.0)
        for room in drawing.rooms:
            assert not box.overlaps(room.box), (text, room.room.id)
        for other, line in enumerate(drawing.lines):
            if other != number:
                for piece in pieces(line.points):
                    assert not box.overlaps(as_box(piece, 0.5)), (text, line.line)
    headings = [text.box for row in drawing.rows for text in row.heading]
    for one, other in combinations(headings, 2):
        assert not shrunk(one, 1.5).overlaps(shrunk(other, 1.5))


@settings(max_examples=80, deadline=None)
@given(register=tied_registers(), view=st.sampled_from(VIEWS))
def test_drawing_of_any_register_is_clean(register: Register, view: View) -> None:
    model = build(register, view, WORDS, {"f0": 3, "f1": 120})
    check(model, lay_out(model, WORDS))


@pytest.mark.parametrize("view", DANISH_VIEWS)
def test_drawing_of_the_danish_register_is_clean_and_no_lines_cross(denmark: Register, view: View) -> None:
    model = build(denmark, view, WORDS, {"nbs": 2})

    drawing = lay_out(model, WORDS)

    check(model, drawing)
    assert drawing.crossings() == 0
    assert all(line.is_labelled for line in drawing.lines)


@pytest.mark.parametrize("view", DANISH_VIEWS)
def test_smallest_text_is_legible_on_a_projector(denmark: Register, view: View) -> None:
    drawing = lay_out(build(denmark, view, WORDS), WORDS)

    assert sizes.SMALL * min(1.0, 1600 / drawing.width) >= 12


def test_drawing_is_the_same_each_time(denmark: Register) -> None:
    model = build(denmark, View(on=ON), WORDS)

    assert lay_out(model, WORDS) == lay_out(model, WORDS)
