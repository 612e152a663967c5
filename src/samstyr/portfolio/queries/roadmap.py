"""The roadmap of a forum: its initiatives along the time, with milestones, what waits for what, and decisions."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Min

from samstyr.portfolio.models import InitiativeDependency, PortfolioDecision, StatusReport
from samstyr.portfolio.queries.decided import decisions_seen_by
from samstyr.portfolio.queries.milestones import MilestoneOn, dependency_records, milestones_of
from samstyr.portfolio.queries.portfolios import PortfolioLine, portfolio_of
from samstyr.rules.portfolio.milestones import unmet
from samstyr.rules.rights import Viewer


@dataclass(frozen=True, slots=True)
class RoadmapLine:
    """An initiative on the roadmap: from when to when it is known to run, its milestones, and the forum's decisions.

    `since` is the day of the first thing that is known of it, `until` the end its report expects, or else its last
    milestone.
    """

    line: PortfolioLine
    since: datetime.date | None
    until: datetime.date | None
    milestones: tuple[MilestoneOn, ...]
    decisions: tuple[PortfolioDecision, ...]


@dataclass(frozen=True, slots=True)
class RoadmapOn:
    """Some lines of the `number` there are on a forum's roadmap, and what they wait for.

    `unmet` are the keys of the dependencies between milestones on these lines that their dates don't keep.
    """

    number: int
    lines: tuple[RoadmapLine, ...]
    dependencies: tuple[InitiativeDependency, ...]
    unmet: frozenset[int]


def roadmap_of(
    forum: str, viewer: Viewer, on: datetime.date, *, first: int = 0, count: int | None = None
) -> RoadmapOn:
    """Answer the roadmap of a forum as it was known at the end of a day: a fixed number of queries."""
    found = portfolio_of(forum, viewer, on, first=first, count=count)
    keys = [line.initiative.pk for line in found.lines]
    milestones: dict[str, list[MilestoneOn]] = {key: [] for key in keys}
    for each in milestones_of(keys, on):
        if each.shown is not None:
            milestones[each.milestone.initiative_id].append(each)
    decisions: dict[str, list[PortfolioDecision]] = {key: [] for key in keys}
    for decision in decisions_seen_by(viewer).filter(forum=forum, initiative__in=keys, on__lte=on):
        decisions[decision.initiative_id].append(decision)
    begun = _first_reports(keys, on)
    lines = tuple(
        _line(each, milestones[key], decisions[key], begun.get(key))
        for key, each in zip(keys, found.lines, strict=True)
    )
    dependencies = _dependencies(keys)
    return RoadmapOn(found.number, lines, dependencies, _unmet(lines, dependencies))


def _unmet(lines: Iterable[RoadmapLine], dependencies: Iterable[InitiativeDependency]) -> frozenset[int]:
    planned = {
        str(each.milestone.pk): each.shown.current.date
        for line in lines
        for each in line.milestones
        if each.shown is not None
    }
    keys = {
        record: each.pk
        for each in dependencies
        for record in dependency_records([each], of_milestones=True)
        if record.before in planned and record.after in planned
    }
    return frozenset(keys[each] for each in unmet(planned, keys))


def _first_reports(initiatives: Collection[str], on: datetime.date) -> dict[str, datetime.date]:
    rows = StatusReport.objects.filter(initiative__in=initiatives, as_of__lte=on).values("initiative")
    return {row["initiative"]: row["first"] for row in rows.annotate(first=Min("as_of")).order_by()}


def _line(
    line: PortfolioLine,
    milestones: list[MilestoneOn],
    decisions: list[PortfolioDecision],
    reported: datetime.date | None,
) -> RoadmapLine:
    begins = [each.on for found in milestones for each in found.agreed]
    begins += [day for day in (reported, line.entered_on) if day is not None]
    ends = [each.shown.current.date for each in milestones if each.shown is not None]
    report = line.report
    said = (report.expected_end or report.baseline_end) if report is not None else None
    until = said or max(ends, default=None)
    since = min(begins, default=None)
    if since is not None and until is not None and until < since:
        since = None
    return RoadmapLine(line, since, until, tuple(milestones), tuple(decisions))


def _dependencies(initiatives: Collection[str]) -> tuple[InitiativeDependency, ...]:
    rows = InitiativeDependency.objects.filter(after__in=initiatives)
    return tuple(
        rows.select_related("before", "after", "before_milestone", "after_milestone").order_by("after", "pk")
    )
