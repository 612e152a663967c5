"""Milestones on a day: the current date with the earlier one, the slip, and what a late one would do to others."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from samstyr.portfolio.models import InitiativeDependency, Milestone, MilestoneDate
from samstyr.registry.models import Initiative
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
    rows = {
        str(row.pk): row for row in Milestone.objects.select_related("initiative").prefetch_related("dates")
    }
    planned = {
        key: now.date
        for key, row in rows.items()
        if (now := current([agreed_record(each) for each in row.dates.all()], on)) is not None
    }
    dependencies = [
        each
        for each in dependency_records(InitiativeDependency.objects.all(), of_milestones=True)
        if each.before in planned and each.after in planned
    ]
    reached = [key for key in planned if rows[key].reached_on is not None]
    effects = what_if(planned, dependencies, {str(key): day for key, day in moved.items()}, reached)
    return tuple(
        Moved(rows[each.milestone], each, tuple(rows[key] for key in each.because_of)) for each in effects
    )


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
