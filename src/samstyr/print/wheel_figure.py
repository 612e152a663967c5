"""The annual wheel as a drawing: the year round a circle, with meetings, deadlines, duties, holidays and other fora.

A picture beside its list, never instead of it: the list says everything the drawing does. Colours come from the
style sheet by class, so that one drawing serves light and dark. Lengths are in units of the drawing, of which a page
shows nine tenths of a pixel or more.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, pi, sin
from typing import Final

CENTRE: Final = 360.0
LEFT, TOP, WIDTH, HEIGHT = -32, 24, 784, 672  # room for the labels beside the circle
SPOKES: Final = 84  # where they begin: the middle is for words
OUTER, INNER = 292, 262  # the ring of months
HOLIDAYS: Final = 251
OTHERS: Final = 236
DEADLINES: Final = 218
FIRST_DUTY: Final = 194
BETWEEN_DUTIES: Final = 25
MOST_DUTIES: Final = 5  # on one spoke; what is more is told as a number
LABELS: Final = 314
LABELS_ASIDE: Final = 336  # for the second of two meetings close to each other
CLOSE: Final = 9  # days


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting of the forum: its label, the deadline for its papers, and the numbers of its duties in the list."""

    date: datetime.date
    label: str
    papers_due: datetime.date | None
    duties: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A day with a name: a holiday, or another forum's meeting."""

    date: datetime.date
    name: str


@dataclass(frozen=True, slots=True)
class WheelFigure:
    """What is drawn, in the words of the page.

    `months`: the twelve names; `unplaced`: month (1–12) and number in the list of each duty without a meeting;
    `middle`: the lines in the middle, the first of them large.
    """

    year: int
    title: str
    description: str
    months: tuple[str, ...]
    sittings: tuple[Sitting, ...]
    unplaced: tuple[tuple[int, int], ...]
    holidays: tuple[Mark, ...]
    others: tuple[Mark, ...]
    middle: tuple[str, ...]


def wheel_svg(figure: WheelFigure) -> str:
    """The drawing as an `<svg>` element with its title and description."""
    return "\n".join(_parts(figure))


def _parts(figure: WheelFigure) -> Iterator[str]:
    yield (
        f'<svg class="wheel" viewBox="{LEFT} {TOP} {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" '
        'aria-labelledby="wheel-title wheel-description" xmlns="http://www.w3.org/2000/svg">'
    )
    yield f'<title id="wheel-title">{escape(figure.title)}</title>'
    yield f'<desc id="wheel-description">{escape(figure.description)}</desc>'
    yield from _months(figure)
    for mark in figure.holidays:
        yield _tick(_turn(mark.date), "wheel-holiday", mark.name)
    for mark in figure.others:
        yield _dot(_point(_turn(mark.date), OTHERS), 4, "wheel-other", mark.name)
    yield from _sittings(figure)
    yield from _unplaced(figure)
    first = CENTRE - 11 * (len(figure.middle) - 1) - 4
    for number, line in enumerate(figure.middle):
        css = "wheel-year" if number == 0 else "wheel-middle"
        yield _text((CENTRE, first + number * 22 + (number > 0) * 4), line, css)
    yield "</svg>"


def _months(figure: WheelFigure) -> Iterator[str]:
    yield f'<circle class="wheel-ring" cx="{CENTRE:g}" cy="{CENTRE:g}" r="{OUTER}"/>'
    yield f'<circle class="wheel-ground" cx="{CENTRE:g}" cy="{CENTRE:g}" r="{INNER}"/>'
    for number, name in enumerate(figure.months, start=1):
        first = datetime.date(figure.year, number, 1)
        yield _line(_point(_turn(first), SPOKES), _point(_turn(first), OUTER), "wheel-month-line")
        turn = (_turn(first) + _turn(first, days=30)) / 2
        x, y = _point(turn, (OUTER + INNER) / 2)
        # The name follows the ring; in the lower half it is turned over, so that it stands upright.
        degrees = turn * 360 if turn <= 0.25 or turn >= 0.75 else turn * 360 - 180
        yield _text((x, y), name, "wheel-month", turned=degrees)


def _sittings(figure: WheelFigure) -> Iterator[str]:
    last: datetime.date | None = None
    is_aside = False
    for sitting in figure.sittings:
        turn = _turn(sitting.date)
        if sitting.papers_due is not None:
            since = max(sitting.papers_due, datetime.date(figure.year, 1, 1))
            yield _arc(_turn(since), turn, DEADLINES, "wheel-papers")
            if since == sitting.papers_due:
                yield _diamond(_point(_turn(since), DEADLINES))
        yield _line(_point(turn, SPOKES), _point(turn, OUTER + 6), "wheel-spoke")
        is_aside = not is_aside and last is not None and (sitting.date - last).days < CLOSE
        last = sitting.date
        yield _label(turn, LABELS_ASIDE if is_aside else LABELS, sitting.label)
        yield _dot(_point(turn, INNER), 8, "wheel-meeting", sitting.label)
        yield from _numbers(turn, sitting.duties, "wheel-duty")


def _unplaced(figure: WheelFigure) -> Iterator[str]:
    by_month: dict[int, list[int]] = {}
    for month, number in figure.unplaced:
        by_month.setdefault(month, []).append(number)
    for month, numbers in sorted(by_month.items()):
        first = datetime.date(figure.year, month, 1)
        turn = (_turn(first) + _turn(first, days=30)) / 2
        if any(abs(_turn(each.date) - turn) < 0.015 for each in figure.sittings):
            turn += 0.03
        yield from _numbers(turn, numbers, "wheel-unplaced")


def _numbers(turn: float, numbers: Sequence[int], css: str) -> Iterator[str]:
    """Numbers from the ring inwards; what does not fit is told as a sum at the end."""
    fits = len(numbers) <= MOST_DUTIES
    shown = [str(each) for each in (numbers if fits else numbers[: MOST_DUTIES - 1])]
    if not fits:
        shown.append(f"+{len(numbers) - len(shown)}")
    for place, text in enumerate(shown):
        point = _point(turn, FIRST_DUTY - place * BETWEEN_DUTIES)
        yield _dot(point, 11, css)
        yield _text(point, text, f"{css}-number")


def _turn(day: datetime.date, days: int = 0) -> float:
    """How far round the year a day is (0–1), clockwise from the top."""
    first = datetime.date(day.year, 1, 1)
    length = (datetime.date(day.year, 12, 31) - first).days + 1
    return ((day - first).days + days) / length


def _point(turn: float, radius: float) -> tuple[float, float]:
    angle = 2 * pi * turn
    return CENTRE + radius * sin(angle), CENTRE - radius * cos(angle)


def _label(turn: float, radius: float, text: str) -> str:
    x, y = _point(turn, radius)
    side = sin(2 * pi * turn)
    anchor = "middle" if abs(side) < 0.25 else "start" if side > 0 else "end"
    inwards = 12 * (1 if side > 0 else -1) if anchor != "middle" else 0
    return _text((x - inwards, y), text, "wheel-date", anchor=anchor)


def _text(
    point: tuple[float, float], text: str, css: str, *, anchor: str = "middle", turned: float | None = None
) -> str:
    x, y = point
    turning = "" if turned is None else f' transform="rotate({turned:.1f} {x:.1f} {y:.1f})"'
    return (
        f'<text class="{css}" x="{x:.1f}" y="{y:.1f}" dy="0.35em" text-anchor="{anchor}"{turning}>'
        f"{escape(text)}</text>"
    )


def _dot(point: tuple[float, float], radius: float, css: str, name: str = "") -> str:
    x, y = point
    title = f"<title>{escape(name)}</title>" if name else ""
    return f'<circle class="{css}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}">{title}</circle>'


def _diamond(point: tuple[float, float]) -> str:
    x, y = point
    corners = ((x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y))
    return f'<polygon class="wheel-deadline" points="{_list(corners)}"/>'


def _tick(turn: float, css: str, name: str) -> str:
    (x1, y1), (x2, y2) = _point(turn, HOLIDAYS - 6), _point(turn, INNER)
    return (
        f'<line class="{css}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}">'
        f"<title>{escape(name)}</title></line>"
    )


def _line(start: tuple[float, float], end: tuple[float, float], css: str) -> str:
    return (
        f'<line class="{css}" x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}"/>'
    )


def _arc(start: float, end: float, radius: float, css: str) -> str:
    (x1, y1), (x2, y2) = _point(start, radius), _point(end, radius)
    large = 1 if end - start > 0.5 else 0
    return f'<path class="{css}" d="M{x1:.1f} {y1:.1f}A{radius} {radius} 0 {large} 1 {x2:.1f} {y2:.1f}"/>'


def _list(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
