"""A journey as a drawing: a line for each forum, a stop for each sitting, waiting drawn as waiting.

A picture beside its table, never instead of it. Colours come from a style sheet by class, so that one drawing
serves light, dark and paper. Lengths are in units of the drawing, of which a page shows nine tenths of a pixel or
more.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Final

from samstyr.print.danish_words import MONTHS
from samstyr.print.journey.model import Journey, Stop
from samstyr.rules.route import Mode

NAMES: Final = 250.0  # where the lines begin
WIDTH: Final = 1100.0
MARGIN: Final = 40.0  # right of the last day, for its label
HEAD: Final = 46.0
LANE: Final = 74.0
FOOT: Final = 12.0
RADIUS: Final = 9.0
NAME_LETTERS: Final = 30
NAME_LINES: Final = 3
SMALLEST_LABEL: Final = 46.0  # room that a day's label needs, from middle to middle
BEFORE: Final = datetime.timedelta(days=3)
AFTER: Final = datetime.timedelta(days=6)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days along the drawing."""

    first: datetime.date
    last: datetime.date

    def x(self, day: datetime.date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return NAMES + share * (WIDTH - MARGIN - NAMES)

    def holds(self, day: datetime.date) -> bool:
        return self.first <= day <= self.last


def journey_svg(
    journey: Journey, title: str, description: str, *, name: str = "journey", style: str = ""
) -> str:
    """Answer the drawing as an `<svg>` element with its title and description.

    `name` begins its ids, so that two can stand on a page; `style` are rules put into it, for paper.
    """
    return "\n".join(_parts(journey, title, description, name, style))


def _parts(journey: Journey, title: str, description: str, name: str, style: str) -> Iterator[str]:
    lanes = list(dict.fromkeys(stop.forum_id for stop in journey.stops))
    height = HEAD + LANE * len(lanes) + FOOT
    scale = _Scale(journey.first_day - BEFORE, journey.last_day + AFTER)
    yield (
        f'<svg class="journey" viewBox="0 0 {WIDTH:g} {height:g}" width="{WIDTH:g}" height="{height:g}" role="img" '
        f'aria-labelledby="{name}-title {name}-description" xmlns="http://www.w3.org/2000/svg">'
    )
    yield f'<title id="{name}-title">{escape(title)}</title>'
    yield f'<desc id="{name}-description">{escape(description)}</desc>'
    if style:
        yield f"<style>{escape(style)}</style>"
    yield from _months(scale, height)
    heights = {forum: HEAD + LANE * (place + 0.5) for place, forum in enumerate(lanes)}
    for forum, y in heights.items():
        named = next(stop.forum for stop in journey.stops if stop.forum_id == forum)
        yield from _lane(named, y, scale, journey.meetings.get(forum, ()))
    if journey.today is not None and scale.holds(journey.today):
        yield _line(scale.x(journey.today), HEAD - 8, scale.x(journey.today), height - FOOT, "journey-today")
        yield _text(scale.x(journey.today), HEAD - 13, "i dag", "journey-small")
    for stop in journey.stops:
        yield from _ways_in(journey, stop, heights, scale)
    taken: dict[str, float] = {}
    for stop in journey.stops:
        yield from _stop(stop, heights[stop.forum_id], scale, taken)
    yield "</svg>"


def _months(scale: _Scale, height: float) -> Iterator[str]:
    """The first day of each month, with its name where there is room."""
    day = scale.first.replace(day=1)
    last_label = 0.0
    while day <= scale.last:
        if day >= scale.first:
            x = scale.x(day)
            yield _line(x, HEAD - 4, x, height - FOOT, "journey-month")
            if x - last_label >= 40 and x <= WIDTH - 30:
                label = f"{MONTHS[day.month - 1][:3]}" + (
                    f" {day.year}" if day.month == 1 or not last_label else ""
                )
                yield _text(x + 3, 16, label, "journey-small", anchor="start")
                last_label = x + 3 * len(label)
        day = (day + datetime.timedelta(days=32)).replace(day=1)


def _lane(name: str, y: float, scale: _Scale, meetings: tuple[datetime.date, ...]) -> Iterator[str]:
    """A forum's line, its name before it, and a tick for each of its meetings."""
    lines = wrap(name, NAME_LETTERS)
    if len(lines) > NAME_LINES:
        lines = [*lines[: NAME_LINES - 1], f"{lines[NAME_LINES - 1]} …"]
    for number, line in enumerate(lines):
        yield _text(
            NAMES - 14, y + 5 + 17 * (number - (len(lines) - 1) / 2), line, "journey-forum", anchor="end"
        )
    yield _line(NAMES, y, WIDTH - MARGIN / 2, y, "journey-lane")
    for day in meetings:
        if scale.holds(day):
            yield _line(scale.x(day), y - 5, scale.x(day), y + 5, "journey-meeting")


def _ways_in(journey: Journey, stop: Stop, heights: dict[str, float], scale: _Scale) -> Iterator[str]:
    """From each stop it waits for down (or up) to its own line, and along it until all have come."""
    y = heights[stop.forum_id]
    for place in stop.waits:
        before = journey.stops[place]
        x = scale.x(before.available)
        yield _line(x, heights[before.forum_id], x, y, "journey-handover")
        yield _line(x, y, scale.x(stop.ready), y, "journey-handover")


def _stop(stop: Stop, y: float, scale: _Scale, taken: dict[str, float]) -> Iterator[str]:
    """The wait, the deadline for papers, the sitting with its day, and the room it has."""
    ready, sits = scale.x(stop.ready), scale.x(stop.sits_on)
    waiting = "journey-wait journey-binding" if stop.is_binding else "journey-wait"
    if stop.mode == Mode.HEARING and stop.submit_by is None:
        width = max(sits - ready, 2)
        yield f'<rect class="journey-hearing" x="{ready:.1f}" y="{y - 6:.1f}" width="{width:.1f}" height="12" rx="6"/>'
    elif sits > ready:
        yield _line(ready, y, sits, y, waiting)
    if stop.slack_days:
        end = min(scale.x(stop.sits_on + datetime.timedelta(days=stop.slack_days)), WIDTH - MARGIN / 2)
        yield _line(sits, y + 14, end, y + 14, "journey-slack")
    if stop.submit_by is not None:
        yield _diamond(scale.x(stop.submit_by), y, f"Materiale senest {_short(stop.submit_by)}")
    yield _mark(stop, sits, y)
    label = _short(stop.sits_on)
    above = sits - taken.get(stop.forum_id, -SMALLEST_LABEL) < SMALLEST_LABEL
    taken[stop.forum_id] = sits
    yield _text(sits, y - 16 if not above else y + 30, label, "journey-day")


def _mark(stop: Stop, x: float, y: float) -> str:
    css = " ".join(
        name
        for name, wanted in (
            ("journey-stop", True),
            ("journey-settled", stop.is_settled),
            ("journey-decides", stop.decides or stop.ratifies),
            ("journey-heard", stop.mode == Mode.HEARING),
        )
        if wanted
    )
    title = f"<title>{escape(f'{stop.forum} {stop.deed}, {_short(stop.sits_on)}')}</title>"
    if stop.mode == Mode.WRITTEN:
        side = RADIUS * 1.7
        shape = f'<rect class="{css}" x="{x - side / 2:.1f}" y="{y - side / 2:.1f}" width="{side:g}" height="{side:g}">'
        return f"{shape}{title}</rect>"
    inner = (
        f'<circle class="journey-ring" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS - 4:g}"/>' if stop.decides else ""
    )
    return f'<circle class="{css}" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS:g}">{title}</circle>{inner}'


def _diamond(x: float, y: float, title: str) -> str:
    points = f"{x:.1f},{y - 7:.1f} {x + 6:.1f},{y:.1f} {x:.1f},{y + 7:.1f} {x - 6:.1f},{y:.1f}"
    return f'<polygon class="journey-deadline" points="{points}"><title>{escape(title)}</title></polygon>'


def _short(day: datetime.date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1][:3]}"


def _line(x1: float, y1: float, x2: float, y2: float, css: str) -> str:
    return f'<line class="{css}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _text(x: float, y: float, words: str, css: str, *, anchor: str = "middle") -> str:
    return f'<text class="{css}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
