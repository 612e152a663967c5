"""Cost against risk: a bubble an initiative, as large as its expected cost, with its light.

A picture beside its table. Bubbles on the same place stand beside each other, so that none hides another.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from math import ceil, sqrt
from typing import Final

from samstyr.print.portfolio.marks import line, sign, text
from samstyr.rules.portfolio.lights import Light

WIDTH: Final = 760.0
HEIGHT: Final = 420.0
LEFT: Final = 120.0
BOTTOM: Final = 52.0
LARGEST: Final = 26.0
SMALLEST: Final = 6.0
MOST_MARKS: Final = 5
LEVELS: Final = (Light.GREEN, Light.YELLOW, Light.RED)


@dataclass(frozen=True, slots=True)
class Bubble:
    """An initiative: what it is called, its expected cost in million DKK, its risk and its overall light."""

    name: str
    cost: Decimal
    risk: Light
    light: Light


@dataclass(frozen=True, slots=True)
class BubbleFigure:
    """What is drawn, in the words of the page. `levels`: the names of risk green, yellow and red."""

    title: str
    description: str
    cost_name: str
    levels: tuple[str, str, str]
    bubbles: tuple[Bubble, ...]


def bubble_svg(figure: BubbleFigure) -> str:
    """The drawing as an `<svg>` element; bubbles whose risk has no light are left to the table."""
    return "\n".join(_parts(figure))


def _parts(figure: BubbleFigure) -> Iterator[str]:
    yield (
        f'<svg class="bubbles" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" width="{WIDTH:g}" height="{HEIGHT:g}" role="img" '
        'aria-labelledby="bubbles-title bubbles-description" xmlns="http://www.w3.org/2000/svg">'
    )
    yield f'<title id="bubbles-title">{escape(figure.title)}</title>'
    yield f'<desc id="bubbles-description">{escape(figure.description)}</desc>'
    band = (HEIGHT - BOTTOM) / len(LEVELS)
    heights = {light: HEIGHT - BOTTOM - band * (place + 0.5) for place, light in enumerate(LEVELS)}
    for place, (light, name) in enumerate(zip(LEVELS, figure.levels, strict=True)):
        yield text(0, heights[light], name, "bubble-level")
        yield line(LEFT, HEIGHT - BOTTOM - band * place, WIDTH, HEIGHT - BOTTOM - band * place, "bubble-band")
    shown = [each for each in figure.bubbles if each.risk in heights]
    most = max((each.cost for each in shown), default=Decimal(0))
    step = _step(most)
    marks = ceil(most / step) or 1
    top = Decimal(step * marks)
    for number in range(marks + 1):
        x = _x(Decimal(step * number), top)
        yield line(x, 8, x, HEIGHT - BOTTOM, "bubble-grid")
        yield text(x, HEIGHT - BOTTOM + 16, str(step * number), "bubble-tick", "middle")
    yield text((LEFT + WIDTH) / 2, HEIGHT - 12, figure.cost_name, "bubble-axis", "middle")
    taken: dict[tuple[Light, int], int] = {}
    for each in sorted(shown, key=lambda bubble: (-bubble.cost, bubble.name)):
        x = _x(each.cost, top)
        column = (each.risk, round(x / LARGEST / 4))
        aside = taken.get(column, 0)
        taken[column] = aside + 1
        y = heights[each.risk] + (aside + 1) // 2 * (2 * LARGEST if aside % 2 else -2 * LARGEST)
        size = SMALLEST + (LARGEST - SMALLEST) * sqrt(float(each.cost / most)) if most else SMALLEST
        yield sign(x, y, each.light, each.name, size)
        is_right = x > (LEFT + WIDTH) / 2
        yield text(
            x - size - 4 if is_right else x + size + 4,
            y,
            each.name,
            "bubble-name",
            "end" if is_right else "start",
        )
    yield "</svg>"


def _x(cost: Decimal, top: Decimal) -> float:
    return LEFT + LARGEST + float(cost / top) * (WIDTH - LEFT - 6 * LARGEST)


def _step(most: Decimal) -> int:
    """A round number of million that is marked at most five times: 1, 2, 5, 10, 20, 50 …"""
    step = 1
    while most > MOST_MARKS * step:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return step
