"""The roadmap: initiatives under each other along the time, with milestones, decisions, meetings and dependencies.

A picture beside its table, never instead of it: the table says everything the drawing does. Colours come from the
style sheet by class, so that one drawing serves light and dark, page and paper.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from samstyr.print.portfolio.marks import SIGN, diamond, line, points, sign, text
from samstyr.rules.portfolio.lights import Light

WIDTH: Final = 1120.0
LEFT: Final = 340.0  # room for the names
RIGHT: Final = 16.0
TOP: Final = 58.0
ROW: Final = 46.0
LONGEST_NAME: Final = 46  # characters that have room


@dataclass(frozen=True, slots=True)
class RoadmapMilestone:
    """A milestone: its key, the date it has and the others that were set for it before."""

    key: str
    name: str
    date: datetime.date
    earlier: tuple[datetime.date, ...]
    reached: bool


@dataclass(frozen=True, slots=True)
class RoadmapMark:
    """A day with a name: a meeting, or a decision on an initiative."""

    date: datetime.date
    name: str


@dataclass(frozen=True, slots=True)
class RoadmapRow:
    """An initiative: its name, its light today, from when to when it is known to run, its milestones and decisions."""

    name: str
    light: Light
    light_name: str
    since: datetime.date | None
    until: datetime.date | None
    milestones: tuple[RoadmapMilestone, ...]
    decisions: tuple[RoadmapMark, ...]


@dataclass(frozen=True, slots=True)
class Roadmap:
    """What is drawn, in the words of the page. `links`: keys of two milestones, the second of which waits.

    `unmet`: those of them that the dates don't keep. `first` and `last`: the days that are drawn, both included; None:
    as far as anything is known.
    """

    title: str
    description: str
    today: datetime.date
    today_name: str
    rows: tuple[RoadmapRow, ...]
    meetings: tuple[RoadmapMark, ...]
    links: tuple[tuple[str, str], ...]
    first: datetime.date | None = None
    last: datetime.date | None = None
    unmet: frozenset[tuple[str, str]] = frozenset()


def roadmap_svg(roadmap: Roadmap) -> str:
    """The drawing as an `<svg>` element with its title and description."""
    return "\n".join(_Drawing(roadmap).parts())


class _Drawing:
    """Where things stand: days along the width, rows down the height."""

    def __init__(self, roadmap: Roadmap) -> None:
        self._roadmap = roadmap
        days = sorted({roadmap.today, *_days(roadmap)})
        first = roadmap.first or min(days[0], roadmap.last or days[0])
        self._first = datetime.date(first.year, (first.month - 1) // 3 * 3 + 1, 1)
        self._last = _quarter_after(max(first, roadmap.last or days[-1]))
        self._height = TOP + ROW * max(len(roadmap.rows), 1) + 12

    def parts(self) -> Iterator[str]:
        """The elements of the drawing, what lies below first."""
        roadmap = self._roadmap
        yield (
            f'<svg class="roadmap" viewBox="0 0 {WIDTH:g} {self._height:g}" width="{WIDTH:g}" '
            f'height="{self._height:g}" role="img" aria-labelledby="roadmap-title roadmap-description" '
            'xmlns="http://www.w3.org/2000/svg">'
        )
        yield f'<title id="roadmap-title">{escape(roadmap.title)}</title>'
        yield f'<desc id="roadmap-description">{escape(roadmap.description)}</desc>'
        yield from self._axis()
        for number, row in enumerate(roadmap.rows):
            yield from self._row(row, TOP + ROW * (number + 0.5))
        yield from self._links()
        if self._is_drawn(roadmap.today):
            x = self._x(roadmap.today)
            yield line(x, TOP - 14, x, self._height - 6, "roadmap-today", roadmap.today_name)
            anchor = "start" if x < LEFT + 60 else "end" if x > WIDTH - RIGHT - 60 else "middle"
            yield text(x, TOP - 22, roadmap.today_name, "roadmap-today-name", anchor)
        yield "</svg>"

    def _x(self, day: datetime.date) -> float:
        share = (day - self._first).days / (self._last - self._first).days
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def _is_drawn(self, day: datetime.date) -> bool:
        return self._first <= day < self._last

    def _axis(self) -> Iterator[str]:
        day = self._first
        while day < self._last:
            is_year = day.month == 1
            css = "roadmap-year" if is_year else "roadmap-quarter"
            yield line(
                self._x(day), TOP - 6 if not is_year else TOP - 30, self._x(day), self._height - 6, css
            )
            if is_year or day == self._first:
                yield text(self._x(day) + 4, 12, str(day.year), "roadmap-year-name")
            day = _quarter_after(day)
        for meeting in self._roadmap.meetings:
            if self._is_drawn(meeting.date):
                x = self._x(meeting.date)
                yield line(x, TOP - 6, x, self._height - 6, "roadmap-meeting", meeting.name)

    def _row(self, row: RoadmapRow, y: float) -> Iterator[str]:
        yield line(0, y + ROW / 2, WIDTH, y + ROW / 2, "roadmap-row")
        yield sign(SIGN + 2, y, row.light, row.light_name)
        name = row.name if len(row.name) <= LONGEST_NAME else f"{row.name[: LONGEST_NAME - 1].rstrip()}…"
        yield text(2 * SIGN + 12, y, name, "roadmap-name")
        if (
            row.since is not None
            and row.until is not None
            and row.since < self._last
            and row.until >= self._first
        ):
            start, end = self._x(max(row.since, self._first)), self._x(min(row.until, self._last))
            yield (
                f'<rect class="roadmap-bar" x="{start:.1f}" y="{y - 5:.1f}" width="{max(end - start, 2):.1f}" '
                'height="10" rx="5"/>'
            )
        for decision in (each for each in row.decisions if self._is_drawn(each.date)):
            x = self._x(decision.date)
            yield line(x, y - ROW / 2 + 5, x, y + ROW / 2 - 5, "roadmap-decision", decision.name)
        for milestone in row.milestones:
            yield from self._milestone(milestone, y)

    def _milestone(self, milestone: RoadmapMilestone, y: float) -> Iterator[str]:
        """The milestone with a line from the first to the last of its dates; at the edge where one lies beyond it."""
        days = sorted({milestone.date, *milestone.earlier})
        begin, end = max(days[0], self._first), min(days[-1], self._last)
        if begin < end:
            yield line(self._x(begin), y, self._x(end), y, "roadmap-slip")
        for day in days:
            if day != milestone.date and self._is_drawn(day):
                yield diamond(self._x(day), y, "roadmap-earlier", milestone.name, SIGN - 2)
        if self._is_drawn(milestone.date):
            css = "roadmap-reached" if milestone.reached else "roadmap-milestone"
            yield diamond(self._x(milestone.date), y, css, milestone.name)

    def _links(self) -> Iterator[str]:
        """From each milestone an arrow to those that wait for it."""
        places = {
            milestone.key: (self._x(milestone.date), TOP + ROW * (number + 0.5))
            for number, row in enumerate(self._roadmap.rows)
            for milestone in row.milestones
            if self._is_drawn(milestone.date)
        }
        for before, after in self._roadmap.links:
            if before not in places or after not in places:
                continue
            (x1, y1), (x2, y2) = places[before], places[after]
            css = "roadmap-unmet" if (before, after) in self._roadmap.unmet else "roadmap-link"
            if y1 == y2:
                yield from _dip(x1, x2, y1, css)
                continue
            bend = max(x1 + SIGN + 6, x2 - SIGN - 10)
            end = x2 - SIGN - 1
            yield (
                f'<path class="{css}" d="M{x1 + SIGN:.1f} {y1:.1f}H{bend:.1f}V{y2:.1f}H{end:.1f}"/>'
                f'<polygon class="roadmap-arrow" points="'
                f'{points(((end, y2), (end - 6, y2 - 4), (end - 6, y2 + 4)))}"/>'
            )


def _dip(x1: float, x2: float, y: float, css: str) -> Iterator[str]:
    """An arrow between two milestones of one row, below what else stands on it."""
    low, high = y + SIGN + 9, y + SIGN + 1
    yield f'<path class="{css}" d="M{x1:.1f} {high:.1f}V{low:.1f}H{x2:.1f}V{high:.1f}"/>'
    yield (
        f'<polygon class="roadmap-arrow" points="'
        f'{points(((x2, high), (x2 - 4, high + 6), (x2 + 4, high + 6)))}"/>'
    )


def _days(roadmap: Roadmap) -> Iterator[datetime.date]:
    for row in roadmap.rows:
        for milestone in row.milestones:
            yield milestone.date
            yield from milestone.earlier
        for decision in row.decisions:
            yield decision.date
        if row.since is not None and row.until is not None:
            yield row.since
            yield row.until


def _quarter_after(day: datetime.date) -> datetime.date:
    month = (day.month - 1) // 3 * 3 + 4
    return datetime.date(day.year + (month > 12), (month - 1) % 12 + 1, 1)
