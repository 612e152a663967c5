"""A published report answers what was asked of its lead."""

from samstyr.portfolio.models import ReportRequest, StatusReport
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
