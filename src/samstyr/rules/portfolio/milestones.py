"""Milestones: every date that was agreed is kept, and what a late one does to others.

Source: contract of measures, "Portfolio: report once".
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samstyr.rules.verdict import Verdict


class AgreedKind(StrEnum):
    """What a date of a milestone is: the first one, one agreed later, or only what is expected now."""

    BASELINE = "baseline"
    AGREEMENT = "agreement"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class Agreed:
    """A date of a milestone: by whom or what it was set, of which kind, and on which day that was."""

    date: date
    by: str
    kind: AgreedKind
    on: date


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
    """A milestone that moves in a what-if: from which day to which, and the milestones that push it there, sorted."""

    milestone: str
    planned: date
    would_be: date
    because_of: tuple[str, ...]

    @property
    def days(self) -> int:
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


def current(agreed: Iterable[Agreed], on: date) -> Agreed | None:
    """Answer the date a milestone has at the end of a day: the one set last; None where none was set yet.

    Of several set on one day, what is expected counts before what was agreed, and that before the baseline.
    """
    raise NotImplementedError


def shown(agreed: Iterable[Agreed], on: date) -> Shown | None:
    """Answer a milestone's current date, and in brackets the last one before it that was another day."""
    raise NotImplementedError


def slips(agreed: Iterable[Agreed], on: date) -> tuple[Slip, ...]:
    """Answer how far the current date lies from the baseline and from each agreed date, in the order they were set."""
    raise NotImplementedError


def may_set(agreed: Iterable[Agreed], new: Agreed) -> Verdict:
    """Tell whether a date may be added. Denied: `baseline-stands`, `baseline-first`."""
    raise NotImplementedError


def may_depend(dependencies: Iterable[Dependency], new: Dependency) -> Verdict:
    """Tell whether a dependency may be added. Denied: `depends-already`, `milestones-in-circle` with the circle."""
    raise NotImplementedError


def what_if(
    planned: Mapping[str, date],
    dependencies: Iterable[Dependency],
    moved: Mapping[str, date],
    reached: Collection[str] = (),
) -> tuple[Effect, ...]:
    """Answer what moves where some milestones are moved. Raises CircleError and UnknownMilestoneError."""
    raise NotImplementedError
