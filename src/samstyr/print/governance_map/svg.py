"""The drawing as SVG: for a page, whose style sheet colours it, or as a file that stands alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from samstyr.print.governance_map import sizes
from samstyr.print.governance_map.drawing import Box, Drawing, DrawnLine, DrawnRoom, Point, Text
from samstyr.print.governance_map.model import Change

CURVE: Final = 5.0


@dataclass(frozen=True, slots=True)
class Dressing:
    """What the picture needs from where it is shown.

    `link`: room id → address, or None. `style`: a style sheet to carry along, "" where the page has one.
    """

    title: str
    description: str
    link: Callable[[str], str | None]
    style: str = ""
    prefix: str = "map"
    relation_words: Mapping[int, str] = field(default_factory=dict)


def svg(drawing: Drawing, dressing: Dressing) -> str:
    """Answer the picture as an `<svg>` element."""
    return "\n".join(_picture(drawing, dressing))


def _picture(drawing: Drawing, dressing: Dressing) -> Iterator[str]:
    width, height = _n(drawing.width), _n(drawing.height)
    name = dressing.prefix
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="map-svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="group" aria-labelledby="{name}-title" '
        f'aria-describedby="{name}-description">'
    )
    yield f'<title id="{name}-title">{escape(dressing.title)}</title>'
    yield f'<desc id="{name}-description">{escape(dressing.description)}</desc>'
    if dressing.style:
        yield f"<style>{dressing.style}</style>"
    yield '<g aria-hidden="true">'
    yield f'<rect class="map-ground" width="{width}" height="{height}"/>'
    for number, lane in enumerate(drawing.lanes):
        yield f'<g class="map-lane map-lane-{number % 2}">{_rect(lane.box, "map-lane-ground")}'
        yield from (_text(text) for text in (*lane.heading, *lane.note))
        yield "</g>"
    for row in drawing.rows:
        bar = Box(row.box.x, row.box.y, 3.0, row.box.height)
        yield f'<g class="map-row">{_rect(bar, "map-row-bar")}'
        yield from (_text(text) for text in row.heading)
        yield "</g>"
    if drawing.divider is not None:
        y = _n(drawing.divider)
        yield f'<line class="map-divider" x1="4" x2="{_n(drawing.width - 4)}" y1="{y}" y2="{y}"/>'
    for line in _back_to_front(drawing.lines):
        yield from line_elements(line)
    yield "</g>"
    yield '<g class="map-rooms">'
    for room in drawing.rooms:
        yield from _room(room, dressing)
    yield "</g>"
    yield '<g aria-hidden="true" class="map-labels">'
    for line in drawing.lines:
        if line.labels:
            yield f'<g class="map-label" {_ends(line)}>'
            yield from (_text(text) for text in line.labels)
            yield "</g>"
    yield "</g></svg>"


def _back_to_front(lines: Iterable[DrawnLine]) -> list[DrawnLine]:
    """Weighty lines last, so that they lie uppermost."""
    return sorted(lines, key=lambda each: (bool(each.line.forth or each.line.back), each.line.a, each.line.b))


def _ends(line: DrawnLine) -> str:
    return f"data-a={quoteattr(line.line.a)} data-b={quoteattr(line.line.b)}"


def line_elements(drawn: DrawnLine) -> Iterator[str]:
    line = drawn.line
    path = _path(drawn.points)
    yield f'<g class="map-line map-{line.family} map-{line.change}" {_ends(drawn)}>'
    yield f'<path class="map-halo" d="{path}"/><path class="map-stroke" d="{path}"/>'
    if line.family == "ratifies":
        yield f'<path class="map-core" d="{path}"/>'
    if line.forth:
        yield _head(drawn.points[-2], drawn.points[-1], line.family)
    if line.back:
        yield _head(drawn.points[1], drawn.points[0], line.family)
    if line.child is not None:
        tip, before = drawn.points[:2] if line.child == line.a else drawn.points[:-3:-1]
        away = sizes.RING + (sizes.HEAD if line.points_at(line.child) else 0.0)
        y = tip[1] + (away if before[1] > tip[1] else -away)
        yield f'<circle class="map-ring" cx="{_n(tip[0])}" cy="{_n(y)}" r="{_n(sizes.RING)}"/>'
    yield "</g>"


def _path(points: tuple[Point, ...]) -> str:
    """Straight pieces with rounded corners."""
    parts = [f"M{_n(points[0][0])} {_n(points[0][1])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _short(corner, before), _short(corner, after)
        parts.append(
            f"L{_n(into[0])} {_n(into[1])}Q{_n(corner[0])} {_n(corner[1])} {_n(out[0])} {_n(out[1])}"
        )
    parts.append(f"L{_n(points[-1][0])} {_n(points[-1][1])}")
    return "".join(parts)


def _short(corner: Point, towards: Point) -> Point:
    """The point on the way from a corner where its rounding begins."""
    dx, dy = towards[0] - corner[0], towards[1] - corner[1]
    length = abs(dx) + abs(dy)
    part = min(CURVE, length / 2) / length if length else 0.0
    return (corner[0] + dx * part, corner[1] + dy * part)


def _head(before: Point, tip: Point, family: str) -> str:
    """An arrow head at the end of an upright piece; its form tells families apart."""
    x, y = tip
    up = 1 if before[1] > y else -1

    def at(*points: Point) -> str:
        return " ".join(f"{_n(x + dx)},{_n(y + up * dy)}" for dx, dy in points)

    match family:
        case "brings":
            return f'<polygon class="map-head" points="{at((0, 0.5), (-5.5, 12), (5.5, 12))}"/>'
        case "ratifies":
            return f'<polygon class="map-head" points="{at((0, 0.5), (-5.5, 7), (0, 13.5), (5.5, 7))}"/>'
        case "escalates":
            heads = at((-5.5, 8), (0, 1), (5.5, 8)), at((-5.5, 14), (0, 7), (5.5, 14))
            return "".join(f'<polyline class="map-open-head" points="{points}"/>' for points in heads)
        case "advises":
            return f'<polyline class="map-open-head" points="{at((-5.5, 9), (0, 1), (5.5, 9))}"/>'
        case "tells":
            return f'<circle class="map-open-head map-dot" cx="{_n(x)}" cy="{_n(y + up * 5)}" r="4"/>'
        case _:
            return f'<polyline class="map-open-head" points="{at((-5, 4), (5, 4))}"/>'


def _room(drawn: DrawnRoom, dressing: Dressing) -> Iterator[str]:
    room, box = drawn.room, drawn.box
    kind = "organisation" if room.is_organisation else "forum"
    classes = f"map-room map-{kind} map-{room.change}"
    corner = 3 if room.is_organisation else 9
    address = dressing.link(room.id)
    name = quoteattr(drawn.label)
    if address is None:
        yield f'<g class="{classes}" data-room={quoteattr(room.id)} role="img" aria-label={name}>'
    else:
        yield (
            f'<a class="{classes}" data-room={quoteattr(room.id)} href={quoteattr(address)} '
            f"aria-label={name}>"
        )
    yield f"<title>{escape(drawn.label)}</title>"
    yield (
        f'<rect class="map-wall" x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" '
        f'height="{_n(box.height)}" rx="{corner}"/>'
    )
    for number, band in enumerate(drawn.bands):
        yield _band(band.box, band.kind, corner, number == 0, number == len(drawn.bands) - 1)
    yield (
        f'<rect class="map-frame" x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" '
        f'height="{_n(box.height)}" rx="{corner}"/>'
    )
    yield from (_text(text) for text in drawn.texts)
    if drawn.badge is not None and drawn.badge_text is not None:
        yield f'<g class="map-badge">{_rect(drawn.badge, "map-badge-ground", 9)}{_text(drawn.badge_text)}</g>'
    yield "</g>" if address is None else "</a>"


def _band(box: Box, kind: str, corner: float, is_first: bool, is_last: bool) -> str:
    """A piece of the colour band, with the room's round corners at the outer ends."""
    left, right = (corner if is_first else 0), (corner if is_last else 0)
    x, y, far, low = box.x, box.y, box.right, box.bottom
    path = f"M{_n(x)} {_n(low)}"
    path += (
        f"V{_n(y + min(left, box.height))}Q{_n(x)} {_n(y)} {_n(x + left)} {_n(y)}" if left else f"V{_n(y)}"
    )
    path += (
        f"H{_n(far - right)}Q{_n(far)} {_n(y)} {_n(far)} {_n(y + min(right, box.height))}"
        if right
        else f"H{_n(far)}"
    )
    return f'<path class="map-band map-party-{kind}" d="{path}V{_n(low)}Z"/>'


def _rect(box: Box, name: str, corner: float = 0) -> str:
    rounded = f' rx="{_n(corner)}"' if corner else ""
    return (
        f'<rect class="{name}" x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" '
        f'height="{_n(box.height)}"{rounded}/>'
    )


def _text(text: Text) -> str:
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    changed = "" if text.change == Change.SAME else f" map-text-{text.change}"
    return (
        f'<text class="map-text-{text.style}{changed}" x="{_n(text.x)}" y="{_n(text.y)}"{anchor}>'
        f"{escape(text.text)}</text>"
    )


def _n(number: float) -> str:
    """A number with at most one decimal."""
    return f"{number:.1f}".removesuffix(".0")
