"""From rows to the records the rules read."""

from collections.abc import Iterable

from samstyr.portfolio.models import Assessment, StatusReport
from samstyr.portfolio.models.report import Reported
from samstyr.rules.portfolio import reports as rules
from samstyr.rules.portfolio.lights import Dimension, Figures, Light, State


def figures_of(said: Reported) -> Figures:
    """Answer the figures of a report or a draft."""
    return Figures(
        baseline_cost=said.baseline_cost,
        expected_cost=said.expected_cost,
        baseline_end=said.baseline_end,
        expected_end=said.expected_end,
    )


def sub_lights(said: Reported) -> dict[Dimension, Light]:
    """Answer the sub-lights of a report or a draft, in the order of Dimension."""
    return {each: Light(getattr(said, each.value)) for each in Dimension}


def report_record(report: StatusReport) -> rules.Report:
    """Answer a published report as the rules read it."""
    return rules.Report(
        initiative=report.initiative_id,
        as_of=report.as_of,
        published_at=report.published_at,
        valid_until=report.valid_until,
        light=Light(report.light),
        state=State(report.state),
        scale=report.scale,
        rater=report.rater,
        reason=report.reason,
        sub=sub_lights(report),
        id=report.pk,
        supersedes=report.supersedes_id,
        original=report.original,
    )


def report_records(reports: Iterable[StatusReport]) -> list[rules.Report]:
    """Answer published reports as the rules read them."""
    return [report_record(report) for report in reports]


def assessment_record(assessment: Assessment) -> rules.Assessment:
    """Answer what a forum holds of a report as the rules read it."""
    return rules.Assessment(
        forum=assessment.forum_id,
        report=assessment.report_id,
        light=Light(assessment.light),
        reason=assessment.reason,
        on=assessment.on,
    )
