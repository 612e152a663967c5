"""The signs of portfolio drawings: a light is a shape as well as a colour, as on the pages."""

from collections.abc import Iterable
from html import escape

from samstyr.rules.portfolio.lights import Light

SIGN = 7.0  # half the width of a sign


def sign(x: float, y: float, light: Light, name: str, size: float = SIGN) -> str:
    """A light: a disc is green, a triangle yellow, a square red, a ring no light. `name` is its tooltip."""
    title = f"<title>{escape(name)}</title>" if name else ""
    css = f"figure-light {light.value}"
    match light:
        case Light.YELLOW:
            corners = ((x, y - size), (x + size, y + 0.8 * size), (x - size, y + 0.8 * size))
            return f'<polygon class="{css}" points="{points(corners)}">{title}</polygon>'
        case Light.RED:
            side = 1.7 * size
            return (
                f'<rect class="{css}" x="{x - side / 2:.1f}" y="{y - side / 2:.1f}" width="{side:.1f}" '
                f'height="{side:.1f}">{title}</rect>'
            )
        case _:
            return f'<circle class="{css}" cx="{x:.1f}" cy="{y:.1f}" r="{size:g}">{title}</circle>'


def diamond(x: float, y: float, css: str, name: str, size: float = SIGN) -> str:
    """A milestone. `name` is its tooltip."""
    corners = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
    return f'<polygon class="{css}" points="{points(corners)}"><title>{escape(name)}</title></polygon>'


def line(x1: float, y1: float, x2: float, y2: float, css: str, name: str = "") -> str:
    """A straight line. `name` is its tooltip."""
    title = f"<title>{escape(name)}</title>" if name else ""
    return f'<line class="{css}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}">{title}</line>'


def text(x: float, y: float, words: str, css: str, anchor: str = "start") -> str:
    """Words whose middle stands at a height."""
    return f'<text class="{css}" x="{x:.1f}" y="{y:.1f}" dy="0.35em" text-anchor="{anchor}">{escape(words)}</text>'


def points(corners: Iterable[tuple[float, float]]) -> str:
    """Corners as SVG writes them."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
