"""One initiative with everything: its reports, what fora hold of them, where it stands, and what was promised."""

import datetime
from dataclasses import dataclass

from samstyr.portfolio.models import (
    InitiativePart,
    ParagraphInitiative,
    PortfolioDecision,
    StatusReport,
)
from samstyr.portfolio.queries.decided import assessments_seen_by, decisions_seen_by
from samstyr.portfolio.queries.drafts import Drafting, drafting_of
from samstyr.portfolio.queries.facts import assessment_record, report_record, report_records
from samstyr.registry.models import Initiative, PortfolioEntry
from samstyr.rules.portfolio.reports import Line, SideBySide, lines, side_by_side, standing
from samstyr.rules.rights import Viewer


@dataclass(frozen=True, slots=True)
class WholeInitiative:
    """An initiative on a day, as its viewer may see it.

    `reports` are all that were published, the newest first; `holding` the one that holds, by rater; `faded` the raters
    whose report has ceased to be news; `beside` each report with what fora hold of it, by its key; `lines` the lights
    by rater, cut where the scale changes. `drafting` is empty for those who are not of the lead's party.
    """

    initiative: Initiative
    on: datetime.date
    reports: tuple[StatusReport, ...]
    holding: dict[str, StatusReport]
    faded: frozenset[str]
    beside: dict[int, SideBySide]
    lines: tuple[Line, ...]
    entries: tuple[PortfolioEntry, ...]
    decisions: tuple[PortfolioDecision, ...]
    paragraphs: tuple[ParagraphInitiative, ...]
    parts: tuple[InitiativePart, ...]
    drafting: Drafting


def whole_initiative(initiative: str, viewer: Viewer, on: datetime.date) -> WholeInitiative:
    """Answer an initiative with everything the viewer may see of it at the end of a day: a fixed number of queries.

    Raises Initiative.DoesNotExist.
    """
    row = Initiative.objects.select_related("lead__party", "instrument", "system").get(pk=initiative)
    reports = tuple(
        StatusReport.objects.filter(initiative=row)
        .select_related("published_by__person", "supersedes", "superseded_by")
        .order_by("-as_of", "-published_at", "-id")
    )
    assessments = [
        assessment_record(each) for each in assessments_seen_by(viewer).filter(report__initiative=row)
    ]
    records = report_records(reports)
    by_key = {report.pk: report for report in reports}
    held = {
        rater: standing(records, on, rater=rater)[row.pk]
        for rater in sorted({each.rater for each in records if each.published_on <= on})
    }
    return WholeInitiative(
        initiative=row,
        on=on,
        reports=reports,
        holding={rater: by_key[each.report.id or 0] for rater, each in held.items()},
        faded=frozenset(rater for rater, each in held.items() if each.faded),
        beside={report.pk: side_by_side(report_record(report), assessments, on) for report in reports},
        lines=lines(records, on),
        entries=tuple(
            PortfolioEntry.objects.filter(initiative=row).select_related("forum").order_by("valid", "forum")
        ),
        decisions=tuple(decisions_seen_by(viewer).filter(initiative=row)),
        paragraphs=tuple(
            ParagraphInitiative.objects.filter(initiative=row)
            .select_related("paragraph__instrument")
            .order_by("paragraph__instrument", "paragraph__order")
        ),
        parts=tuple(row.parts.all()),
        drafting=drafting_of(row, viewer),
    )
