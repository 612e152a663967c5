"""The map to take along: a picture with heading and legend, or a page of A3 with both, ready for the wall."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

import typst

from samstyr.print.governance_map.drawing import Drawing
from samstyr.print.governance_map.legend import HEIGHT, WIDTH, Sign, laid_in_rows
from samstyr.print.governance_map.svg import Dressing, svg

PAPER: Final = (396.0, 238.0)  # what A3 on its side leaves for the drawing, in millimetres
UPRIGHT: Final = (274.0, 350.0)
HEADING: Final = 84.0
FOOT: Final = 20.0

PAGE: Final = Path(__file__).with_name("poster.typ")


@dataclass(frozen=True, slots=True)
class Poster:
    """What stands on a map to take along. `foot`: where it comes from; `style`: see `stand_alone_style`."""

    title: str
    day: str
    description: str
    foot: str
    language: str
    signs: tuple[Sign, ...]
    style: str


def poster_svg(drawing: Drawing, poster: Poster, links: Mapping[str, str]) -> str:
    """Answer the whole poster as one SVG file that needs nothing else. `links`: room id → address."""
    placed = list(laid_in_rows(list(poster.signs), drawing.width - 28))
    legend = (max(y for _, y, _ in placed) + HEIGHT + 16) if placed else 0.0
    height = HEADING + drawing.height + legend + FOOT
    width = drawing.width
    inner = svg(drawing, Dressing(poster.title, poster.description, links.get))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" class="map-svg" xml:lang="{poster.language}">',
        f"<title>{escape(poster.title)}</title><desc>{escape(poster.description)}</desc>",
        f"<style>{escape(poster.style)}</style>",
        f'<rect class="map-ground" width="{width:.0f}" height="{height:.0f}"/>',
        f'<text class="map-text-title" x="14" y="40">{escape(poster.title)}</text>',
        f'<text class="map-text-label" x="14" y="64">{escape(poster.day)}</text>',
        f'<g transform="translate(0 {HEADING:.0f})">{inner}</g>',
        f'<g transform="translate(14 {HEADING + drawing.height + 10:.1f})">',
    ]
    for x, y, sign in placed:
        text = f'<text class="map-text-label" x="{WIDTH + 8:.0f}" y="24">{escape(sign.text)}</text>'
        parts.append(f'<g transform="translate({x:.1f} {y:.1f})">{sign.elements}{text}</g>')
    parts.append("</g></svg>")
    return "\n".join(parts)


def poster_pdf(drawing: Drawing, poster: Poster, fonts: Path) -> bytes:
    """Answer the poster as a tagged PDF of A3, with an alternative text. `fonts`: a folder with the faces."""
    landscape = _scale(drawing, PAPER) >= _scale(drawing, UPRIGHT)
    picture = svg(drawing, Dressing(poster.title, poster.description, lambda _: None, poster.style))
    said = {
        "title": poster.title,
        "day": poster.day,
        "description": poster.description,
        "foot": poster.foot,
        "language": poster.language,
        "landscape": landscape,
        "height": (PAPER if landscape else UPRIGHT)[1],
        "signs": [{"text": sign.text, "picture": _alone(sign, poster.style)} for sign in poster.signs],
    }
    return typst.compile(
        PAGE,
        format="pdf",
        pdf_standards=["ua-1"],
        font_paths=[fonts] if fonts.is_dir() else [],
        sys_inputs={"said": json.dumps(said), "picture": picture},
    )


def _scale(drawing: Drawing, paper: tuple[float, float]) -> float:
    return min(paper[0] / drawing.width, paper[1] / drawing.height)


def _alone(sign: Sign, style: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH:.0f}" height="{HEIGHT:.0f}" '
        f'viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" class="map-svg"><style>{escape(style)}</style>'
        f"{sign.elements}</svg>"
    )
