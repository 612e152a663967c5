"""Milestones on a day: the current date with the earlier one, the slip, and what a late one would do to others."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Case, Q, QuerySet, Value, When

from samstyr.meetings.models import Resolution
from samstyr.meetings.queries.agenda import outcomes_seen_by
from samstyr.portfolio.models import InitiativeDependency, Milestone, MilestoneDate
from samstyr.registry.models import Initiative, PortfolioEntry
from samstyr.rules.portfolio.milestones import (
    Agreed,
    AgreedKind,
    Dependency,
    Effect,
    Shown,
    Slip,
    current,
    shown,
    slips,
    what_if,
)
from samstyr.rules.rights import Viewer


@dataclass(frozen=True, slots=True)
class MilestoneOn:
    """A milestone at the end of a day; `shown` is None where it had no date yet."""

    milestone: Milestone
    agreed: tuple[Agreed, ...]
    shown: Shown | None
    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A milestone that another one's move would push, and the milestones that push it."""

    milestone: Milestone
    effect: Effect
    because_of: tuple[Milestone, ...]


def milestones_of(initiatives: Collection[str], on: datetime.date) -> tuple[MilestoneOn, ...]:
    """Answer the milestones of initiatives as they were known at the end of a day, by their date: two queries."""
    rows = Milestone.objects.filter(initiative__in=initiatives)
    found = [
        MilestoneOn(row, agreed, shown(agreed, on), slips(agreed, on))
        for row in rows.select_related("initiative", "part").prefetch_related("dates")
        if (agreed := tuple(agreed_record(each) for each in row.dates.all()))
    ]
    return tuple(
        sorted(
            found,
            key=lambda each: (
                each.shown.current.date if each.shown else datetime.date.max,
                each.milestone.pk,
            ),
        )
    )


def if_moved(moved: Mapping[int, datetime.date], on: datetime.date) -> tuple[Moved, ...]:
    """Answer what would move where milestones, by key, were moved to other days; these among them. Three queries.

    Raises what rules.portfolio.milestones.what_if raises.
    """
    known = list(InitiativeDependency.objects.filter(before_milestone__isnull=False))
    near = _bound_to(moved, known)
    milestones = Milestone.objects.filter(pk__in=near).select_related("initiative")
    rows = {str(row.pk): row for row in milestones.prefetch_related("dates")}
    planned = {
        key: now.date
        for key, row in rows.items()
        if (now := current([agreed_record(each) for each in row.dates.all()], on)) is not None
    }
    dependencies = [
        each
        for each in dependency_records(known, of_milestones=True)
        if each.before in planned and each.after in planned
    ]
    reached = [key for key in planned if is_reached(rows[key], on)]
    effects = what_if(planned, dependencies, {str(key): day for key, day in moved.items()}, reached)
    return tuple(
        Moved(rows[each.milestone], each, tuple(rows[key] for key in each.because_of)) for each in effects
    )


def dependencies_of(initiative: str) -> tuple[InitiativeDependency, ...]:
    """Answer what an initiative waits for and what waits for it, those within it too: one query."""
    rows = InitiativeDependency.objects.filter(Q(before=initiative) | Q(after=initiative))
    return tuple(rows.select_related("before", "after", "before_milestone", "after_milestone"))


def waiting_as_a_whole(initiatives: Collection[str]) -> tuple[Initiative, ...]:
    """Answer the initiatives that wait for one of some as a whole, without saying for which milestone: one query."""
    rows = InitiativeDependency.objects.filter(before__in=initiatives, before_milestone=None)
    return tuple(Initiative.objects.filter(pk__in=rows.values("after")).order_by("code", "name"))


def places_to_wait_for(initiative: str, words: str, on: datetime.date) -> QuerySet[Initiative]:
    """Answer the initiatives, with their milestones, that one may wait for, itself first among them: two queries.

    Those whose name or code holds the words; without words those that stand in a portfolio together with it on a day.
    """
    if words:
        found = Q(name__icontains=words) | Q(code__iexact=words)
    else:
        beside = PortfolioEntry.objects.filter(initiative=initiative, valid__contains=on).values("forum")
        found = Q(
            pk__in=PortfolioEntry.objects.filter(forum__in=beside, valid__contains=on).values("initiative")
        )
    near = Initiative.objects.filter(found | Q(pk=initiative)).prefetch_related("milestones")
    return near.order_by(Case(When(pk=initiative, then=Value(0)), default=Value(1)), "code", "name")


def resolutions_behind(found: Iterable[MilestoneOn], viewer: Viewer) -> dict[int, Resolution]:
    """Answer the resolutions by which dates were set, as far as the viewer may see them, by key: one query."""
    dates = (date for each in found for date in each.milestone.dates.all())
    keys = {date.resolution_id for date in dates if date.resolution_id is not None}
    rows = Resolution.objects.filter(outcomes_seen_by(viewer), pk__in=keys)
    return {row.pk: row for row in rows.select_related("item__meeting__forum")}


def resolutions_to_name(initiative: str, viewer: Viewer, on: datetime.date) -> QuerySet[Resolution]:
    """Answer the resolutions, the newest first, of fora that follow an initiative: what a date may be set by."""
    fora = PortfolioEntry.objects.filter(initiative=initiative).values("forum")
    rows = Resolution.objects.filter(
        outcomes_seen_by(viewer), item__meeting__forum__in=fora, item__meeting__date__lte=on
    )
    return rows.select_related("item__meeting__forum").order_by(
        "-item__meeting__date", "item__position", "pk"
    )


def is_reached(milestone: Milestone, on: datetime.date) -> bool:
    """Tell whether a milestone was reached at the end of a day."""
    return milestone.reached_on is not None and milestone.reached_on <= on


def agreed_record(date: MilestoneDate) -> Agreed:
    """Answer a date of a milestone as the rules read it."""
    return Agreed(date.date, date.by, AgreedKind(date.kind), date.on)


def dependency_records(
    dependencies: Iterable[InitiativeDependency], *, of_milestones: bool
) -> tuple[Dependency, ...]:
    """Answer the dependencies between milestones, or those between whole initiatives, as the rules read them."""
    chosen = [each for each in dependencies if (each.before_milestone_id is not None) == of_milestones]
    if of_milestones:
        return tuple(
            Dependency(str(each.before_milestone_id), str(each.after_milestone_id), each.lag)
            for each in chosen
        )
    return tuple(Dependency(each.before_id, each.after_id, each.lag) for each in chosen)


def place_names(keys: Collection[str], *, of_milestones: bool) -> dict[str, str]:
    """Answer what milestones, or initiatives, are called, by key: one query."""
    rows: Iterable[Milestone | Initiative] = (
        Milestone.objects.filter(pk__in=keys) if of_milestones else Initiative.objects.filter(pk__in=keys)
    )
    return {str(row.pk): row.name for row in rows}


def _bound_to(moved: Iterable[int], dependencies: Iterable[InitiativeDependency]) -> set[int]:
    """The milestones that a chain of dependencies, in whichever direction, joins to some of them, these included."""
    beside: dict[int, set[int]] = {}
    for each in dependencies:
        first, second = each.before_milestone_id or 0, each.after_milestone_id or 0
        beside.setdefault(first, set()).add(second)
        beside.setdefault(second, set()).add(first)
    found, waiting = set(moved), list(moved)
    while waiting:
        new = beside.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found
