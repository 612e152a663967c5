"""Reporting rounds on a day: what was asked for, what is late, and what asking once saved."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Greatest

from samstyr.portfolio.models import ReportingRound, ReportRequest
from samstyr.registry.models import Initiative
from samstyr.rules.portfolio.rounds import (
    UNANSWERED,
    Request,
    RequestState,
    Saved,
    to_remind,
)


@dataclass(frozen=True, slots=True)
class RoundInBrief:
    """A round on a day: how many of its requests are in each state, and what asking once saved."""

    round: ReportingRound
    states: Mapping[RequestState, int]
    saved: Saved


def rounds_in_brief(forum: str, on: datetime.date) -> tuple[RoundInBrief, ...]:
    """Answer a forum's rounds that were opened by a day, the latest due first, counted by the database: one query."""
    rounds = ReportingRound.objects.filter(forum=forum, opened_on__lte=on)
    return tuple(_in_brief(each) for each in _counted(rounds, on))


def round_in_brief(key: int, on: datetime.date) -> RoundInBrief | None:
    """Answer one round that was opened by a day, with its forum: one query. None where there is none."""
    rounds = ReportingRound.objects.filter(pk=key, opened_on__lte=on).select_related("forum")
    return next((_in_brief(each) for each in _counted(rounds, on)), None)


def days_asked_for(forum: str) -> frozenset[datetime.date]:
    """Answer the days that a forum has a round for: one query."""
    return frozenset(ReportingRound.objects.filter(forum=forum).values_list("as_of", flat=True))


def initiatives_to_ask(forum: str, on: datetime.date) -> QuerySet[Initiative]:
    """Answer the initiatives of a forum's portfolio on a day that have a lead who can be asked."""
    found = Initiative.objects.filter(
        portfolios__forum=forum, portfolios__valid__contains=on, lead__isnull=False
    )
    return found.distinct().order_by("code", "name", "pk")


def requests_in(asked_in: ReportingRound) -> QuerySet[ReportRequest]:
    """Answer the requests of a round, those nobody has answered first."""
    rows = ReportRequest.objects.filter(rounds=asked_in).select_related("initiative", "lead", "report")
    return rows.order_by(F("report").asc(nulls_first=True), "initiative__code", "initiative__name", "pk")


def to_be_reminded(asked_in: ReportingRound, on: datetime.date) -> tuple[ReportRequest, ...]:
    """Answer the requests of a round whose leads are to be reminded on a day, the first due first: one query."""
    open_ones = [state.value for state in UNANSWERED]
    rows = {row.pk: row for row in requests_in(asked_in).filter(state__in=open_ones)}
    due = to_remind([request_record(row) for row in rows.values()], on)
    return tuple(rows[each.id or 0] for each in due)


def waiting_for(initiative: str) -> QuerySet[ReportRequest]:
    """Answer the requests for an initiative that nobody has answered, or that were sent back, the first due first."""
    open_ones = [state.value for state in UNANSWERED]
    return ReportRequest.objects.filter(initiative=initiative, state__in=open_ones).order_by("due", "pk")


def saved_in_all() -> Saved:
    """Answer what asking once has saved in all rounds: one query."""
    found = ReportRequest.objects.aggregate(asked=Count("pk"), wanted=Sum(Greatest(F("fora__len"), 1)))
    return Saved(found["asked"], found["wanted"] or 0)


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


def _counted(rounds: QuerySet[ReportingRound], on: datetime.date) -> QuerySet[ReportingRound, Any]:
    late = Q(requests__state=RequestState.ASKED.value, requests__due__lt=on)
    states = {
        f"number_{state.value}": Count("requests", filter=Q(requests__state=state.value) & ~late)
        for state in RequestState
        if state != RequestState.LATE
    }
    return rounds.annotate(
        **states,
        number_late=Count("requests", filter=late),
        number=Count("requests"),
        # A request that no forum follows any more is still one report (rules/portfolio/rounds.py: saved).
        wanted=Sum(Greatest(F("requests__fora__len"), 1)),
    ).order_by("-due", "-pk")


def _in_brief(row: Any) -> RoundInBrief:
    states = {state: getattr(row, f"number_{state.value}") for state in RequestState}
    return RoundInBrief(row, states, Saved(row.number, row.wanted or 0))
