"""Status reports: which one holds on a day, what changed since another, how a line runs, and who sees it otherwise.

A report belongs to its initiative; every forum reads the same version. Source: contract of measures, "Portfolio: report
once".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby, zip_longest
from typing import Final
from zoneinfo import ZoneInfo

from samstyr.rules.portfolio.lights import SEVERITY, Dimension, Light, Proposal, State, deviation
from samstyr.rules.verdict import Allowed, Denied, Verdict

DANISH_TIME: Final = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One version of how an initiative goes: as of a day, by one rater, on one scale of lights.

    `published_at` is a day or a time; a time without a zone is Danish time, any other is put in it. `valid_until`: the
    last day it counts as news, None: it never fades. `sub` may leave dimensions out: they are `none`. `id` and
    `supersedes` are keys of whoever keeps the reports. `original`: the overall light as a source has it, where it was
    imported from a scale with other values ("Amber/Red", "Unknown").
    """

    initiative: str
    as_of: date
    published_at: date | datetime
    valid_until: date | None
    light: Light
    state: State
    scale: str
    rater: str
    reason: str = ""
    sub: Mapping[Dimension, Light] = field(default_factory=dict)
    id: int | None = None
    supersedes: int | None = None
    original: str = ""

    @property
    def published_on(self) -> date:
        """The Danish day it was published."""
        at = self.published_at
        return _danish(at).date() if isinstance(at, datetime) else at

    def sub_light(self, dimension: Dimension) -> Light:
        """The light of a dimension; `none` where it has none."""
        return self.sub.get(dimension, Light.NONE)


@dataclass(frozen=True, slots=True)
class Standing:
    """The report that holds on a day, and whether it has faded: the day lies after `valid_until`."""

    report: Report
    faded: bool


class ChangeKind(StrEnum):
    """What changed between two reports of an initiative."""

    LIGHT = "light"
    ORIGINAL = "original"  # the light is the same, but the source's own value is another
    SUB = "sub"
    STATE = "state"
    NEW = "new"
    GONE = "gone"
    NOT_COMPARABLE = "not-comparable"  # another scale or another rater: no difference is drawn


class Direction(StrEnum):
    """Which way a light went; `none` to or from no light."""

    BETTER = "better"
    WORSE = "worse"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that changed: `was` and `now` for a light, a source's value, a sub-light (with its dimension) or a
    state, else None.

    `before` is None where the initiative is new, `after` where it is gone.
    """

    initiative: str
    kind: ChangeKind
    before: Report | None
    after: Report | None
    dimension: Dimension | None = None
    was: Light | State | str | None = None
    now: Light | State | str | None = None

    @property
    def reason(self) -> str:
        """Why, in the words of the later report."""
        return self.after.reason if self.after is not None else ""

    @property
    def direction(self) -> Direction:
        """Which way a light or sub-light went."""
        was, now = (
            SEVERITY.get(light) if isinstance(light, Light) else None for light in (self.was, self.now)
        )
        if was is None or now is None or was == now:
            return Direction.NONE
        return Direction.WORSE if now > was else Direction.BETTER


@dataclass(frozen=True, slots=True)
class Line:
    """The reports of one rater on one scale, without a break, by `as_of`: a plot may join them.

    A report whose light is `none` is kept as a gap.
    """

    initiative: str
    rater: str
    scale: str
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a forum says of a report, beside the report's own light; `report` is the report's id."""

    forum: str
    report: int
    light: Light
    reason: str
    on: date


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A report with its own light and what each forum says of it, by forum id; neither overwrites the other."""

    report: Report
    assessments: Mapping[str, Assessment]

    @property
    def differing(self) -> tuple[str, ...]:
        """The fora, sorted, that see another light than the report's own."""
        return tuple(f for f, said in self.assessments.items() if said.light != self.report.light)


def published(reports: Iterable[Report], on: date) -> tuple[Report, ...]:
    """Answer the reports that count at the end of a day, by initiative, rater and `as_of`.

    Left out: what is published later, and what another published report supersedes or replaces (the same initiative,
    rater and `as_of`, published later).
    """
    known = [report for report in reports if report.published_on <= on]
    replaced = {report.supersedes for report in known if report.supersedes is not None}
    newest: dict[tuple[str, str, date], Report] = {}
    for report in sorted(known, key=_published):
        if report.id is None or report.id not in replaced:
            newest[report.initiative, report.rater, report.as_of] = report
    return tuple(newest[key] for key in sorted(newest))


def standing(
    reports: Iterable[Report], on: date, *, rater: str | None = None, before_others: str | None = None
) -> dict[str, Standing]:
    """Answer for each initiative, by id, the report that holds at the end of a day: published, with the latest `as_of`.

    `rater`: of one rater alone, else of whoever reported last (of two at one time the first by name); those of
    `before_others` go before all others', however old. An initiative without a report is left out. A report holds after
    `valid_until` too, but faded. Source: contract of measures.
    """
    latest: dict[str, Report] = {}
    for report in published(reports, on):
        best = latest.get(report.initiative)
        if (rater is None or report.rater == rater) and (
            best is None or _rank(report, before_others) > _rank(best, before_others)
        ):
            latest[report.initiative] = report
    return {initiative: Standing(report, _has_faded(report, on)) for initiative, report in latest.items()}


def changes(before: Iterable[Report], after: Iterable[Report]) -> tuple[Change, ...]:
    """Answer what changed between the reports that held on one day and those that hold on another, by initiative.

    Each side has at most one report of an initiative by one rater; two raise ValueError. Only the same rater on the
    same scale is compared; otherwise the answer is that it can't be (`not-comparable`), never a difference. What did
    not change is left out: `changes(a, a)` is empty. Source: contract of measures, "Portfolio: report once".
    """
    old, new = _by_initiative(before), _by_initiative(after)
    found: list[Change] = []
    for initiative in sorted({*old, *new}):
        was, now = old.get(initiative, {}), new.get(initiative, {})
        for rater in sorted({*was} & {*now}):
            found += _compared(was[rater], now[rater])
        gone = [was[rater] for rater in sorted({*was} - {*now})]
        come = [now[rater] for rater in sorted({*now} - {*was})]
        for earlier, later in zip_longest(gone, come):
            kind = ChangeKind.NOT_COMPARABLE
            if earlier is None or later is None:
                kind = ChangeKind.NEW if earlier is None else ChangeKind.GONE
            found.append(Change(initiative=initiative, kind=kind, before=earlier, after=later))
    return tuple(found)


def lines(reports: Iterable[Report], on: date) -> tuple[Line, ...]:
    """Answer the series of lights as known at the end of a day: one line for each rater, cut at every change of scale.

    By initiative, rater and time. Source: contract of measures ("No trend is drawn across a change of scale").
    """
    runs = groupby(published(reports, on), key=lambda report: (report.initiative, report.rater, report.scale))
    return tuple(Line(*key, tuple(run)) for key, run in runs)


def side_by_side(report: Report, assessments: Iterable[Assessment], on: date) -> SideBySide:
    """Answer a report's own light and each forum's latest assessment of this very report up to a day.

    Of two on one day the later given counts. An assessment of another version says nothing here.
    """
    said = (each for each in assessments if each.report == report.id and each.on <= on)
    latest = {each.forum: each for each in sorted(said, key=lambda each: each.on)}
    return SideBySide(report, {forum: latest[forum] for forum in sorted(latest)})


def may_publish(
    report: Report, proposals: Mapping[Dimension, Proposal], reasons: Mapping[Dimension, str]
) -> Verdict:
    """Tell whether a report may be published: `reasons` are the lead's, for lights other than those proposed.

    Denied: `light-needs-reason` (the overall light is a judgement), `deviation-needs-reason` with the dimension and
    what `deviation` says, `valid-before-as-of` with as_of and valid_until, `published-before-as-of` with as_of and
    published_on. Source: contract of measures, "Portfolio: report once".
    """
    if report.published_on < report.as_of:
        facts = {"as_of": report.as_of, "published_on": report.published_on}
        return Denied("published-before-as-of", facts)
    if report.valid_until is not None and report.valid_until < report.as_of:
        return Denied("valid-before-as-of", {"as_of": report.as_of, "valid_until": report.valid_until})
    if report.light != Light.NONE and not report.reason.strip():
        return Denied("light-needs-reason", {"light": report.light})
    for dimension, proposal in proposals.items():
        verdict = deviation(proposal, report.sub_light(dimension), reasons.get(dimension, ""))
        if isinstance(verdict, Denied):
            return Denied(verdict.code, {"dimension": dimension, **verdict.facts})
    return Allowed()


def _compared(before: Report, after: Report) -> list[Change]:
    """What changed between two reports of one rater."""
    if before.scale != after.scale:
        kind = ChangeKind.NOT_COMPARABLE
        return [Change(initiative=after.initiative, kind=kind, before=before, after=after)]
    pairs: list[tuple[ChangeKind, Dimension | None, Light | State | str, Light | State | str]] = [
        (ChangeKind.STATE, None, before.state, after.state),
        (ChangeKind.LIGHT, None, before.light, after.light),
    ]
    if before.light == after.light:
        pairs.append((ChangeKind.ORIGINAL, None, before.original, after.original))
    pairs += [(ChangeKind.SUB, each, before.sub_light(each), after.sub_light(each)) for each in Dimension]
    return [
        Change(
            initiative=after.initiative,
            kind=kind,
            before=before,
            after=after,
            dimension=dimension,
            was=was,
            now=now,
        )
        for kind, dimension, was, now in pairs
        if was != now
    ]


def _by_initiative(reports: Iterable[Report]) -> dict[str, dict[str, Report]]:
    found: dict[str, dict[str, Report]] = {}
    for report in reports:
        of_raters = found.setdefault(report.initiative, {})
        if report.rater in of_raters:
            raise ValueError(f"two reports of {report.initiative!r} by {report.rater!r} on one side")
        of_raters[report.rater] = report
    return found


def _danish(at: datetime) -> datetime:
    return at.replace(tzinfo=DANISH_TIME) if at.tzinfo is None else at.astimezone(DANISH_TIME)


def _published(report: Report) -> tuple[date, float]:
    """When it was published: a day without a time comes before every time of that day."""
    at = report.published_at
    return report.published_on, _danish(at).timestamp() if isinstance(at, datetime) else float("-inf")


def _rank(report: Report, before_others: str | None) -> tuple[bool, date, date, float]:
    return report.rater == before_others, report.as_of, *_published(report)


def _has_faded(report: Report, on: date) -> bool:
    return report.valid_until is not None and report.valid_until < on
