"""What the signs of the map say, each with a small sample drawn just as on the map."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samstyr.print.governance_map import sizes
from samstyr.print.governance_map.drawing import DrawnLine
from samstyr.print.governance_map.model import Family, Line, MapModel, Mark, Words
from samstyr.print.governance_map.svg import line_elements
from samstyr.print.governance_map.text import width_of

WIDTH, HEIGHT = 22.0, 38.0
ITEM_GAP: Final = 26.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign as the inside of a picture `WIDTH` × `HEIGHT`, and what it says."""

    elements: str
    text: str


def signs(model: MapModel, words: Words) -> list[Sign]:
    """Answer the signs that stand on the map."""
    used = {line.family for line in model.lines}
    found = [_family(family, words.legend[family]) for family in Family if family in used - {Family.UNDER}]
    if any(line.child for line in model.lines):
        found.append(_family(Family.UNDER, words.ring))
    if any(room.findings for room in model.rooms.values()):
        badge = (
            '<g class="map-badge"><rect class="map-badge-ground" x="1" y="10" width="20" height="18" rx="9"/>'
            '<text class="map-text-small" x="11" y="23.5" text-anchor="middle">!</text></g>'
        )
        found.append(Sign(badge, words.badge))
    return found


def _family(family: Family, text: str) -> Sign:
    marks = () if family == Family.UNDER else (Mark(""),)
    line = Line("a", "b", family, forth=marks, child="a" if family == Family.UNDER else None)
    points = ((WIDTH / 2, HEIGHT - 1), (WIDTH / 2, 1.0))
    return Sign("".join(line_elements(DrawnLine(line, points, (), True))), text)


def sample(sign: Sign) -> str:
    """Answer a sign as a picture of its own for a page that has the style sheet."""
    return (
        f'<svg class="map-sample" width="{WIDTH:.0f}" height="{HEIGHT:.0f}" viewBox="0 0 {WIDTH:.0f} '
        f'{HEIGHT:.0f}" aria-hidden="true">{sign.elements}</svg>'
    )


def laid_in_rows(found: list[Sign], width: float) -> Iterator[tuple[float, float, Sign]]:
    """Answer where each sign goes in rows of that width: x, y, sign."""
    x = y = 0.0
    for sign in found:
        wide = WIDTH + 8 + width_of(sign.text, sizes.SMALL) + ITEM_GAP
        if x > 0 and x + wide > width:
            x, y = 0.0, y + HEIGHT + 8
        yield x, y, sign
        x += wide
