"""Reporting rounds on a day: what was asked for, what is late, and what asking once saved."""

import datetime
from dataclasses import dataclass

from django.db.models import QuerySet

from samstyr.portfolio.models import ReportingRound, ReportRequest
from samstyr.rules.portfolio.rounds import Request, RequestState, Saved, saved, state_on


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of a round and where it is on a day."""

    request: ReportRequest
    state: RequestState


@dataclass(frozen=True, slots=True)
class RoundOn:
    """A round on a day: its requests, also those that were asked in another forum's round, and what that saved."""

    round: ReportingRound
    asked: tuple[Asked, ...]
    saved: Saved


def rounds_of(forum: str, on: datetime.date) -> tuple[RoundOn, ...]:
    """Answer a forum's reporting rounds that were opened by a day, the latest due first: five queries."""
    rounds = ReportingRound.objects.filter(forum=forum, opened_on__lte=on)
    found = []
    for each in rounds.select_related("forum").prefetch_related(
        "requests__initiative", "requests__lead", "requests__report"
    ):
        requests = list(each.requests.all())
        asked = tuple(Asked(row, state_on(request_record(row), on)) for row in requests)
        found.append(RoundOn(each, asked, saved(request_record(row) for row in requests)))
    return tuple(found)


def requests_to(organisations: list[str]) -> QuerySet[ReportRequest]:
    """Answer what organisations are asked to report, the first due first."""
    return ReportRequest.objects.filter(lead__in=organisations).select_related("initiative", "lead", "report")


def saved_in_all() -> Saved:
    """Answer what asking once has saved in all rounds: one query."""
    return saved(request_record(row) for row in ReportRequest.objects.all())


def request_record(request: ReportRequest) -> Request:
    """Answer a request as the rules read it."""
    return Request(
        initiative=request.initiative_id,
        lead=request.lead_id,
        fora=frozenset(request.fora),
        asked_on=request.asked_on,
        due=request.due,
        state=RequestState(request.state),
        reminded_on=request.reminded_on,
        id=request.pk,
    )
