"""A published report answers what was asked of its lead."""

import datetime
from collections.abc import Iterable

from samstyr.portfolio.models import ReportRequest, StatusReport
from samstyr.portfolio.models.report import LEAD
from samstyr.rules.portfolio.rounds import UNANSWERED, RequestState


def answer_requests(report: StatusReport) -> None:
    """Let a report that was just published answer the requests for one as of its day or before.

    Where it corrects a report that answered one before approval, it takes that one's place.
    """
    requests = ReportRequest.objects.filter(initiative=report.initiative_id)
    open_states = [state.value for state in UNANSWERED]
    requests.filter(state__in=open_states, as_of__lte=report.as_of).update(
        state=RequestState.REPORTED.value, report=report
    )
    if report.supersedes_id is not None:
        checked = [RequestState.REPORTED.value, RequestState.CHECKED.value]
        requests.filter(state__in=checked, report=report.supersedes_id).update(
            state=RequestState.REPORTED.value, report=report
        )


def answer_from_reports(requests: Iterable[ReportRequest], as_of: datetime.date) -> None:
    """Let what the leads reported before they were asked answer requests as of a day: nobody is asked twice.

    A request that was sent back waits for its correction.
    """
    waiting = {each.initiative_id: each for each in requests if each.report_id is None}
    reports = StatusReport.objects.filter(
        initiative__in=waiting, rater=LEAD, as_of__gte=as_of, superseded_by=None
    )
    for report in reports.order_by("as_of"):
        request = waiting[report.initiative_id]
        request.state, request.report = RequestState.REPORTED.value, report
    ReportRequest.objects.bulk_update(waiting.values(), ["state", "report"])
