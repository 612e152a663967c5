"""What the net present value hangs on: a bar for each factor, the widest first, about the value as it is planned.

A picture beside its table. Each end says its value; lowered is an empty bar and raised a filled one, so that colour
alone tells nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Final

from samstyr.print.portfolio.marks import line, text

WIDTH: Final = 760.0
LEFT: Final = 170.0
ENDS: Final = 76.0  # room for the value at each end
TOP: Final = 34.0
STEP: Final = 44.0
BAR: Final = 24.0


@dataclass(frozen=True, slots=True)
class TornadoBar:
    """A factor: its name, the values with it lowered and raised, and both in words."""

    name: str
    lowered: Decimal
    raised: Decimal
    lowered_words: str
    raised_words: str


@dataclass(frozen=True, slots=True)
class TornadoFigure:
    """What is drawn, in the words of the page. `middle`: the value as planned."""

    title: str
    description: str
    middle: Decimal
    middle_words: str
    lowered_name: str
    raised_name: str
    bars: tuple[TornadoBar, ...]


def tornado_svg(figure: TornadoFigure) -> str:
    """The drawing as an `<svg>` element."""
    return "\n".join(_parts(figure))


def _parts(figure: TornadoFigure) -> Iterator[str]:
    height = TOP + STEP * len(figure.bars) + 34
    yield (
        f'<svg class="tornado" viewBox="0 0 {WIDTH:g} {height:g}" width="{WIDTH:g}" height="{height:g}" role="img" '
        'aria-labelledby="tornado-title tornado-description" xmlns="http://www.w3.org/2000/svg">'
    )
    yield f'<title id="tornado-title">{escape(figure.title)}</title>'
    yield f'<desc id="tornado-description">{escape(figure.description)}</desc>'
    values = [figure.middle, *(end for bar in figure.bars for end in (bar.lowered, bar.raised))]
    low, high = min(values), max(values)
    middle = _x(figure.middle, low, high)
    for place, bar in enumerate(figure.bars):
        y = TOP + STEP * (place + 0.5)
        yield text(0, y, bar.name, "tornado-name")
        for end, words, css, name in (
            (bar.lowered, bar.lowered_words, "tornado-lowered", figure.lowered_name),
            (bar.raised, bar.raised_words, "tornado-raised", figure.raised_name),
        ):
            x = _x(end, low, high)
            yield (
                f'<rect class="{css}" x="{min(x, middle):.1f}" y="{y - BAR / 2:.1f}" width="{abs(x - middle):.1f}" '
                f'height="{BAR:g}"><title>{escape(f"{bar.name}, {name}: {words}")}</title></rect>'
            )
        ends = sorted([(bar.lowered, bar.lowered_words), (bar.raised, bar.raised_words)])
        for (end, words), aside, anchor in zip(ends, (-6, 6), ("end", "start"), strict=True):
            yield text(_x(end, low, high) + aside, y, words, "tornado-value", anchor)
    bottom = TOP + STEP * len(figure.bars)
    yield line(middle, TOP - 8, middle, bottom, "tornado-middle")
    yield text(middle, TOP - 20, figure.middle_words, "tornado-middle-name", "middle")
    for x, css, name in (
        (LEFT, "tornado-lowered", figure.lowered_name),
        (LEFT + (WIDTH - LEFT) / 2, "tornado-raised", figure.raised_name),
    ):
        yield f'<rect class="{css}" x="{x:g}" y="{bottom + 12:g}" width="16" height="12"/>'
        yield text(x + 24, bottom + 18, name, "tornado-key")
    yield "</svg>"


def _x(value: Decimal, low: Decimal, high: Decimal) -> float:
    share = float((value - low) / (high - low)) if high > low else 0.5
    return LEFT + ENDS + share * (WIDTH - LEFT - 2 * ENDS)
