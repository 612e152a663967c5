"""Milestones: every date that was agreed is kept, and what a late one does to others.

Source: contract of measures, "Portfolio: report once".
"""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter
from typing import Final

from samstyr.rules.portfolio.lights import months_after
from samstyr.rules.verdict import Allowed, Denied, Verdict


class AgreedKind(StrEnum):
    """What a date of a milestone is: the first one, one agreed later, or only what is expected now."""

    BASELINE = "baseline"
    AGREEMENT = "agreement"
    EXPECTED = "expected"


LATER_IN_A_DAY: Final = {kind: place for place, kind in enumerate(AgreedKind)}
"""Of dates set on one day, what is expected comes after what was agreed, and that after the baseline."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """A date of a milestone: by whom or what it was set, of which kind, and on which day that was."""

    date: datetime.date
    by: str
    kind: AgreedKind
    on: datetime.date


@dataclass(frozen=True, slots=True)
class Slip:
    """How far the current date lies after an agreed one: in days, and in whole calendar months; below 0: earlier."""

    against: Agreed
    days: int
    months: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A milestone's current date, and the last other date before it, which stands in brackets; None: never moved."""

    current: Agreed
    earlier: Agreed | None


@dataclass(frozen=True, slots=True)
class Dependency:
    """A milestone `after` comes at least `lag` days after the milestone `before` (below 0: may come before it)."""

    before: str
    after: str
    lag: int = 0


@dataclass(frozen=True, slots=True)
class Effect:
    """A milestone that moves in a what-if: from the day it has else to the one it would have.

    `because_of`: the milestones that push it there, sorted; none where it was moved itself.
    """

    milestone: str
    planned: datetime.date
    would_be: datetime.date
    because_of: tuple[str, ...]

    @property
    def days(self) -> int:
        """How much later; below 0 earlier."""
        return (self.would_be - self.planned).days


class CircleError(ValueError):
    """Dependencies that run in a circle: `circle` names its milestones in order, from the least id."""

    def __init__(self, circle: tuple[str, ...]) -> None:
        super().__init__(f"the milestones wait for each other: {' → '.join((*circle, circle[0]))}")
        self.circle = circle


class UnknownMilestoneError(LookupError):
    """A milestone without a planned date: `milestone` is its id."""

    def __init__(self, milestone: str) -> None:
        super().__init__(f"no planned date for the milestone {milestone!r}")
        self.milestone = milestone


def current(agreed: Iterable[Agreed], on: datetime.date) -> Agreed | None:
    """Answer the date a milestone has at the end of a day: the one set last; None where none was set yet.

    Of several set on one day, what is expected comes after what was agreed, and that after the baseline.
    """
    known = _in_order(agreed, on)
    return known[-1] if known else None


def shown(agreed: Iterable[Agreed], on: datetime.date) -> Shown | None:
    """Answer a milestone's current date at the end of a day, and for the brackets the last one before it that was
    another day. None where none was set yet. Source: contract of measures, "Portfolio: report once".
    """
    known = _in_order(agreed, on)
    if not known:
        return None
    others = [each for each in known if each.date != known[-1].date]
    return Shown(known[-1], others[-1] if others else None)


def slips(agreed: Iterable[Agreed], on: datetime.date) -> tuple[Slip, ...]:
    """Answer how far the current date lies after the baseline and after each agreed date, in the order they were set.

    Days, and whole calendar months with the day cut to the month's end. What was only expected is nothing to slip
    from. Source: contract of measures, "Portfolio: report once".
    """
    known = _in_order(agreed, on)
    return tuple(
        Slip(each, (known[-1].date - each.date).days, months_between(each.date, known[-1].date))
        for each in known
        if each.kind != AgreedKind.EXPECTED
    )


def months_between(first: datetime.date, second: datetime.date) -> int:
    """Answer the whole calendar months from one day to another, below 0 where the second lies before the first.

    From 31 January to the last day of February is one month.
    """
    if second < first:
        return -months_between(second, first)
    months = (second.year - first.year) * 12 + second.month - first.month
    whole = months_after(first, months)
    return months if whole is not None and whole <= second else months - 1


def may_set(agreed: Iterable[Agreed], new: Agreed) -> Verdict:
    """Tell whether a date may be added to those of a milestone. No date is ever replaced.

    Denied: `baseline-stands` with the baseline's date and by (a new one is an agreement); `date-is-set` with date and
    on, where the same was set on the same day. Source: contract of measures ("Baselines are never overwritten").
    """
    for each in agreed:
        if each == new:
            return Denied("date-is-set", {"date": new.date, "on": new.on})
        if each.kind == new.kind == AgreedKind.BASELINE:
            return Denied("baseline-stands", {"date": each.date, "by": each.by})
    return Allowed()


def may_depend(dependencies: Iterable[Dependency], new: Dependency) -> Verdict:
    """Tell whether a dependency may be added to those there are.

    Denied: `depends-already` with before, after and lag; `milestones-in-circle` with circle (tuple of milestones).
    """
    known = tuple(dependencies)
    for each in known:
        if (each.before, each.after) == (new.before, new.after):
            return Denied("depends-already", {"before": each.before, "after": each.after, "lag": each.lag})
    try:
        _ordered((*known, new))
    except CircleError as error:
        return Denied("milestones-in-circle", {"circle": error.circle})
    return Allowed()


def unmet(planned: Mapping[str, datetime.date], dependencies: Iterable[Dependency]) -> tuple[Dependency, ...]:
    """Answer the dependencies that a plan does not keep as it stands. Raises UnknownMilestoneError."""
    known = _known(planned, dependencies)
    return tuple(each for each in known if planned[each.after] < _earliest(planned, each))


def what_if(
    planned: Mapping[str, datetime.date],
    dependencies: Iterable[Dependency],
    moved: Mapping[str, datetime.date],
    reached: Collection[str] = (),
) -> tuple[Effect, ...]:
    """Answer what moves where some milestones are moved, these among them, by the new day and then by id.

    `planned`: the current date of each milestone; `reached`: those that are done and stay where they are. A milestone
    lies on its own date or, if that is later, so many days after each it depends on; none is brought forward because
    another is earlier. Where the plan itself does not keep a dependency (`unmet`), the effect is counted from the date
    that does. Raises CircleError, UnknownMilestoneError, ValueError where one that is reached is moved, and
    OverflowError past the year 9999.
    """
    known = _known(planned, dependencies)
    for milestone in moved:
        if milestone not in planned:
            raise UnknownMilestoneError(milestone)
        if milestone in reached:
            raise ValueError(f"the milestone {milestone!r} is reached and can't move")
    order = [*dict.fromkeys((*_ordered(known), *planned))]
    before: dict[str, list[Dependency]] = {milestone: [] for milestone in order}
    for each in known:
        if each.after not in reached:
            before[each.after].append(each)
    usual = _replanned(planned, order, before)
    own = {**planned, **moved}
    would_be = _replanned(own, order, before)
    effects = [
        Effect(milestone, usual[milestone], day, _pushing(own[milestone], day, before[milestone], would_be))
        for milestone, day in would_be.items()
        if day != usual[milestone]
    ]
    return tuple(sorted(effects, key=lambda effect: (effect.would_be, effect.milestone)))


def _in_order(agreed: Iterable[Agreed], on: datetime.date) -> list[Agreed]:
    """The dates set on or before a day, from the first to the last set."""
    return sorted(
        (each for each in agreed if each.on <= on), key=lambda each: (each.on, LATER_IN_A_DAY[each.kind])
    )


def _known(
    planned: Mapping[str, datetime.date], dependencies: Iterable[Dependency]
) -> tuple[Dependency, ...]:
    known = tuple(dependencies)
    for each in known:
        for milestone in (each.before, each.after):
            if milestone not in planned:
                raise UnknownMilestoneError(milestone)
    return known


def _ordered(dependencies: Iterable[Dependency]) -> tuple[str, ...]:
    """The milestones that depend on each other, each after those it depends on. Raises CircleError."""
    graph: TopologicalSorter[str] = TopologicalSorter()
    for each in dependencies:
        graph.add(each.after, each.before)
    try:
        return tuple(graph.static_order())
    except CycleError as error:
        circle = error.args[1][:-1]  # the sorter names the first again as the last
        start = circle.index(min(circle))
        raise CircleError((*circle[start:], *circle[:start])) from error


def _earliest(dates: Mapping[str, datetime.date], dependency: Dependency) -> datetime.date:
    return dates[dependency.before] + timedelta(days=dependency.lag)


def _replanned(
    own: Mapping[str, datetime.date], order: Iterable[str], before: Mapping[str, Iterable[Dependency]]
) -> dict[str, datetime.date]:
    """The date of each milestone: its own, or the latest its dependencies push it to."""
    dates: dict[str, datetime.date] = {}
    for milestone in order:
        pushed = (_earliest(dates, each) for each in before[milestone])
        dates[milestone] = max((own[milestone], *pushed))
    return dates


def _pushing(
    own: datetime.date,
    day: datetime.date,
    before: Iterable[Dependency],
    dates: Mapping[str, datetime.date],
) -> tuple[str, ...]:
    """The milestones that push one to its day; none where its own date is that day."""
    if day == own:
        return ()
    return tuple(sorted({each.before for each in before if _earliest(dates, each) == day}))
