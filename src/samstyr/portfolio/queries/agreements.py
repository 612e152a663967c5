"""What was promised and what came of it: from a sentence of an agreement to its light, and the decision that touched it
last.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from django.db.models import Prefetch

from samstyr.meetings.models import Resolution
from samstyr.meetings.queries import meetings_with_minutes
from samstyr.platform.danish import DanishOrder
from samstyr.portfolio.models import (
    Assessment,
    MilestoneDate,
    Paragraph,
    ParagraphInitiative,
    StatusReport,
)
from samstyr.portfolio.queries.decided import assessments_seen_by, decisions_seen_by, resolutions_seen_by
from samstyr.portfolio.queries.holding import has_faded, holding_report, reports_by_key
from samstyr.portfolio.queries.milestones import MilestoneOn, milestones_of
from samstyr.registry.models import Forum, Initiative, PortfolioEntry
from samstyr.rules.rights import Viewer

ENTRY: Final = "entry"
EXIT: Final = "exit"
ASSESSMENT: Final = "assessment"
MILESTONE: Final = "milestone"


@dataclass(frozen=True, slots=True)
class Touch:
    """A decision that touched an initiative: on entry, exit, a report, or a milestone's date, by `what` (see above).

    `resolution` is None where it is not in the record, or the viewer may not see it; `meeting` is the key of the
    forum's meeting on that day, where its minutes are in the record.
    """

    on: datetime.date
    what: str
    forum: Forum
    resolution: Resolution | None
    meeting: int | None = None


@dataclass(frozen=True, slots=True)
class Following:
    """A forum that follows an initiative on a day, and what it holds of the report that holds; None: nothing."""

    forum: str
    name: str
    assessment: Assessment | None


@dataclass(frozen=True, slots=True)
class Kept:
    """An initiative that is to keep a promise, on a day.

    `milestone` is the first that is not reached, also where its day has passed; `touch` the decision that touched it
    last.
    """

    initiative: Initiative
    report: StatusReport | None
    faded: bool
    following: tuple[Following, ...] = ()
    milestone: MilestoneOn | None = None
    touch: Touch | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """A paragraph, and the initiatives that are to keep it: none where nobody does anything about it."""

    paragraph: Paragraph
    kept_by: tuple[Kept, ...]


@dataclass(slots=True)
class _Known:
    """What is known of many initiatives, by their ids."""

    touches: dict[str, Touch] = field(default_factory=dict)
    following: dict[str, list[PortfolioEntry]] = field(default_factory=dict)
    milestones: dict[str, MilestoneOn] = field(default_factory=dict)
    assessments: dict[tuple[int, str], Assessment] = field(default_factory=dict)


def has_promises(instrument: str) -> bool:
    """Tell whether paragraphs of an agreement are recorded: one query."""
    return Paragraph.objects.filter(instrument=instrument).exists()


def promises_of(instrument: str, viewer: Viewer, on: datetime.date) -> tuple[Promise, ...]:
    """Answer the paragraphs of an agreement in their order, each with what came of it at the end of a day.

    A fixed number of queries.
    """
    paragraphs = list(Paragraph.objects.filter(instrument=instrument).select_related("instrument"))
    links = list(
        ParagraphInitiative.objects.filter(paragraph__in=paragraphs)
        .select_related("initiative__lead")
        .annotate(now=holding_report(on, "initiative"))
        .order_by("initiative__code", "initiative")
    )
    reports = reports_by_key(link.now for link in links)
    known = _known({link.initiative_id for link in links}, reports, viewer, on)
    kept: dict[int, list[Kept]] = {}
    for link in links:
        kept.setdefault(link.paragraph_id, []).append(
            _kept(link.initiative, reports.get(link.now), known, on)
        )
    return tuple(Promise(each, tuple(kept.get(each.pk, ()))) for each in paragraphs)


def _kept(initiative: Initiative, report: StatusReport | None, known: _Known, on: datetime.date) -> Kept:
    key = initiative.pk
    return Kept(
        initiative=initiative,
        report=report,
        faded=report is not None and has_faded(report, on),
        following=tuple(
            Following(
                each.forum_id,
                each.forum.name,
                known.assessments.get((report.pk, each.forum_id)) if report is not None else None,
            )
            for each in known.following.get(key, ())
        ),
        milestone=known.milestones.get(key),
        touch=known.touches.get(key),
    )


def _known(
    initiatives: set[str], reports: dict[int, StatusReport], viewer: Viewer, on: datetime.date
) -> _Known:
    """Gather what is known of initiatives: a fixed number of queries."""
    known = _Known()
    touches: list[tuple[str, Touch]] = []
    for decision in decisions_seen_by(viewer).filter(initiative__in=initiatives, on__lte=on):
        touched = Touch(decision.on, decision.kind, decision.forum, decision.resolution)
        touches.append((decision.initiative_id, touched))
    assessed = assessments_seen_by(viewer).filter(report__initiative__in=initiatives, on__lte=on)
    for each in assessed.select_related("report", "forum"):
        if each.report_id in reports:
            known.assessments[each.report_id, each.forum_id] = each
        if each.resolution_id is not None:
            touched = Touch(each.on, ASSESSMENT, each.forum, each.resolution)
            touches.append((each.report.initiative_id, touched))
    touches += _dates_decided(initiatives, viewer, on)
    for key, touched in sorted(touches, key=lambda pair: pair[1].on):
        known.touches[key] = touched
    known.touches = _with_meetings(known.touches)
    entries = PortfolioEntry.objects.filter(initiative__in=initiatives, valid__contains=on)
    for entry in entries.select_related("forum").order_by(DanishOrder("forum__name"), "forum"):
        known.following.setdefault(entry.initiative_id, []).append(entry)
    for milestone in milestones_of(initiatives, on):
        row = milestone.milestone
        if milestone.shown is not None and (row.reached_on is None or row.reached_on > on):
            known.milestones.setdefault(row.initiative_id, milestone)
    return known


def _with_meetings(touches: dict[str, Touch]) -> dict[str, Touch]:
    """The same with the meetings they were decided at: one query."""
    found = meetings_with_minutes().filter(
        forum__in={each.forum.pk for each in touches.values()},
        date__in={each.on for each in touches.values()},
    )
    meetings = {(each.forum_id, each.date): each.pk for each in found}
    return {
        key: replace(each, meeting=meetings.get((each.forum.pk, each.on))) for key, each in touches.items()
    }


def _dates_decided(initiatives: Iterable[str], viewer: Viewer, on: datetime.date) -> list[tuple[str, Touch]]:
    """The dates of milestones that a forum resolved, each with whose milestone it is: two queries."""
    dates = MilestoneDate.objects.filter(
        milestone__initiative__in=initiatives, on__lte=on, resolution__isnull=False
    )
    return [
        (
            date.milestone.initiative_id,
            Touch(date.on, MILESTONE, date.resolution.item.meeting.forum, date.resolution),
        )
        for date in dates.select_related("milestone").prefetch_related(
            Prefetch("resolution", queryset=resolutions_seen_by(viewer))
        )
        if date.resolution is not None
    ]
