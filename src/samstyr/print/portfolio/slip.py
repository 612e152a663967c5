"""The slip chart: for each milestone the date it had, drawn over the days on which it got it.

A milestone that keeps its date runs level, one that slips climbs, and it is reached where it meets the slanting line of
today's date on both axes. A picture beside its table, never instead of it. Lines differ by mark, dash and number, not
by colour alone; colours come from the style sheet by class.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from samstyr.print.portfolio.marks import line, points, text

WIDTH: Final = 1120.0
HEIGHT: Final = 560.0
LEFT: Final = 96.0
RIGHT: Final = 396.0  # room for the names
TOP: Final = 30.0
BOTTOM: Final = 62.0
MARK: Final = 6.0  # half the width of a mark
BETWEEN_NAMES: Final = 18.0
LONGEST_NAME: Final = 52  # characters that have room
MOST_TICKS: Final = 9
LOOKS: Final = 6  # of lines: after that they come again, with another number


@dataclass(frozen=True, slots=True)
class SlipPoint:
    """On a day a milestone got a date; `name` says so in words."""

    on: datetime.date
    date: datetime.date
    name: str


@dataclass(frozen=True, slots=True)
class SlipLine:
    """A milestone with its number in the table, its dates in the order they were set, and when it was reached."""

    number: int
    name: str
    points: tuple[SlipPoint, ...]
    reached_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class SlipChart:
    """What is drawn, in the words of the page: `across` and `up` name the axes, `diagonal` the line of reaching."""

    title: str
    description: str
    across: str
    up: str
    diagonal: str
    today: datetime.date
    today_name: str
    lines: tuple[SlipLine, ...]


def slip_svg(chart: SlipChart) -> str:
    """The drawing as an `<svg>` element with its title and description."""
    return "\n".join(_Drawing(chart).parts())


class _Drawing:
    """Where things stand: the days dates were set on along the width, the dates themselves up the height."""

    def __init__(self, chart: SlipChart) -> None:
        self._chart = chart
        set_on = [point.on for each in chart.lines for point in each.points]
        dates = [point.date for each in chart.lines for point in each.points]
        reached = [each.reached_on for each in chart.lines if each.reached_on is not None]
        self._x_first, self._x_last = _span([*set_on, *reached, chart.today])
        self._y_first, self._y_last = _span([*dates, *reached])

    def parts(self) -> Iterator[str]:
        """The elements of the drawing, what lies below first."""
        chart = self._chart
        yield (
            f'<svg class="slip" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" width="{WIDTH:g}" height="{HEIGHT:g}" role="img" '
            'aria-labelledby="slip-title slip-description" xmlns="http://www.w3.org/2000/svg">'
        )
        yield f'<title id="slip-title">{escape(chart.title)}</title>'
        yield f'<desc id="slip-description">{escape(chart.description)}</desc>'
        yield from self._axes()
        yield from self._diagonal()
        for place, each in enumerate(chart.lines):
            yield from self._line(each, place % LOOKS)
        yield from self._names()
        yield "</svg>"

    def _x(self, day: datetime.date) -> float:
        share = (day - self._x_first).days / (self._x_last - self._x_first).days
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def _y(self, day: datetime.date) -> float:
        share = (day - self._y_first).days / (self._y_last - self._y_first).days
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)

    def _axes(self) -> Iterator[str]:
        chart, right, floor = self._chart, WIDTH - RIGHT, HEIGHT - BOTTOM
        for day in _ticks(self._x_first, self._x_last):
            yield line(self._x(day), TOP, self._x(day), floor, "slip-grid")
            yield text(self._x(day), floor + 16, _month(day), "slip-tick", "middle")
        for day in _ticks(self._y_first, self._y_last):
            yield line(LEFT, self._y(day), right, self._y(day), "slip-grid")
            yield text(LEFT - 8, self._y(day), _month(day), "slip-tick", "end")
        yield line(LEFT, floor, right, floor, "slip-axis")
        yield line(LEFT, TOP, LEFT, floor, "slip-axis")
        yield text(right, floor + 42, chart.across, "slip-axis-name", "end")
        yield text(LEFT, 12, chart.up, "slip-axis-name")
        if self._x_first <= chart.today <= self._x_last:
            x = self._x(chart.today)
            yield line(x, TOP, x, floor, "slip-today", chart.today_name)
            yield text(
                x, floor + 42 if x < right - 180 else TOP - 8, chart.today_name, "slip-today-name", "middle"
            )

    def _diagonal(self) -> Iterator[str]:
        """The days on which a milestone is reached: the day is its date."""
        first, last = max(self._x_first, self._y_first), min(self._x_last, self._y_last)
        if first < last:
            yield line(
                self._x(first),
                self._y(first),
                self._x(last),
                self._y(last),
                "slip-diagonal",
                self._chart.diagonal,
            )

    def _line(self, found: SlipLine, look: int) -> Iterator[str]:
        places = [(self._x(each.on), self._y(each.date)) for each in found.points]
        end = found.reached_on or max(self._chart.today, found.points[-1].on)
        last = found.reached_on or found.points[-1].date
        yield f'<polyline class="slip-line look-{look}" points="{points([*places, (self._x(end), self._y(last))])}"/>'
        for (x, y), each in zip(places, found.points, strict=True):
            yield _mark(x, y, look, each.name)
        if found.reached_on is not None:
            yield (
                f'<circle class="slip-reached" cx="{self._x(end):.1f}" cy="{self._y(last):.1f}" r="{MARK + 4:g}">'
                f"<title>{escape(found.name)}</title></circle>"
            )

    def _names(self) -> Iterator[str]:
        """At the right each milestone's number and name at the height it ends on, pushed apart where they meet."""
        ends = sorted(
            (self._y(each.reached_on or each.points[-1].date), place, each)
            for place, each in enumerate(self._chart.lines)
        )
        room = BETWEEN_NAMES * len(ends)
        at = min(TOP, HEIGHT - BOTTOM - room)
        left = WIDTH - RIGHT + 30
        for number, (y, place, each) in enumerate(ends):
            lowest = HEIGHT - BOTTOM - BETWEEN_NAMES * (len(ends) - 1 - number)
            at = max(at, min(y, lowest))
            end = self._x(each.reached_on or max(self._chart.today, each.points[-1].on))
            yield line(end + MARK, y, left - 16, at, "slip-leader")
            yield _mark(left - 8, at, place % LOOKS, "")
            name = (
                each.name if len(each.name) <= LONGEST_NAME else f"{each.name[: LONGEST_NAME - 1].rstrip()}…"
            )
            yield text(left + 4, at, f"{each.number}. {name}", "slip-name")
            at += BETWEEN_NAMES


def _mark(x: float, y: float, look: int, name: str) -> str:
    """A mark of a line: a disc, a square, a triangle, a diamond, a ring, or a triangle on its head."""
    title, css, size = (f"<title>{escape(name)}</title>" if name else ""), f"slip-mark look-{look}", MARK
    shapes = {
        2: ((x, y - size), (x + size, y + size), (x - size, y + size)),
        3: ((x, y - size - 1), (x + size + 1, y), (x, y + size + 1), (x - size - 1, y)),
        5: ((x, y + size), (x + size, y - size), (x - size, y - size)),
    }
    if look in shapes:
        return f'<polygon class="{css}" points="{points(shapes[look])}">{title}</polygon>'
    if look == 1:
        side = 2 * size - 1
        return (
            f'<rect class="{css}" x="{x - side / 2:.1f}" y="{y - side / 2:.1f}" width="{side:g}" '
            f'height="{side:g}">{title}</rect>'
        )
    return f'<circle class="{css}" cx="{x:.1f}" cy="{y:.1f}" r="{size:g}">{title}</circle>'


def _span(days: list[datetime.date]) -> tuple[datetime.date, datetime.date]:
    """From the first of a month to the first of one after the last day, three months apart at least."""
    first = min(days).replace(day=1)
    return first, max(_months_on(max(days).replace(day=1), 1), _months_on(first, 3))


def _ticks(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """Firsts of months, so many apart that they have room: years and their parts begin where years do."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((each for each in (1, 2, 3, 6, 12, 24, 60) if months / each <= MOST_TICKS), 120)
    day = first
    while (day.year * 12 + day.month - 1) % step:
        day = _months_on(day, 1)
    while day <= last:
        yield day
        day = _months_on(day, step)


def _months_on(day: datetime.date, months: int) -> datetime.date:
    number = day.year * 12 + day.month - 1 + months
    return datetime.date(number // 12, number % 12 + 1, 1)


def _month(day: datetime.date) -> str:
    return f"{day.month}.{day.year}"
