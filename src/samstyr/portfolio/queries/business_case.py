"""Business cases and benefits: the rows, and the records their rules count with."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from samstyr.portfolio.models import Benefit, BenefitFollowUp, BusinessCase, CashFlow
from samstyr.rules import business_case as rules


@dataclass(frozen=True, slots=True)
class WholeCase:
    """A version of a business case with its flows, as rows and as the rules read them."""

    case: BusinessCase
    rows: tuple[CashFlow, ...]
    flows: tuple[rules.CashFlow, ...]
    rates: rules.Rates


@dataclass(frozen=True, slots=True)
class FollowedBenefit:
    """A benefit with what came of it, the latest first."""

    benefit: Benefit
    follow_ups: tuple[BenefitFollowUp, ...]


def business_cases_of(initiative: str) -> tuple[WholeCase, ...]:
    """Answer the versions of an initiative's business case, the newest first: three queries."""
    cases = BusinessCase.objects.filter(initiative=initiative).order_by("-version")
    return tuple(
        _whole(case)
        for case in cases.select_related("initiative", "written_by__person").prefetch_related("flows__party")
    )


def benefits_of(initiatives: Iterable[str], on: datetime.date) -> tuple[FollowedBenefit, ...]:
    """Answer what initiatives were to bring and what came of it by a day, also after their exit: two queries."""
    rows = Benefit.objects.filter(initiative__in=list(initiatives)).select_related(
        "initiative", "party", "owner"
    )
    return tuple(
        FollowedBenefit(
            row,
            tuple(
                sorted(
                    (each for each in row.follow_ups.all() if each.on <= on),
                    key=lambda each: (each.on, each.pk),
                    reverse=True,
                )
            ),
        )
        for row in rows.prefetch_related("follow_ups")
    )


def _whole(case: BusinessCase) -> WholeCase:
    rows = tuple(case.flows.all())
    flows = tuple(
        rules.CashFlow(
            each.year, each.party_id, rules.FlowKind(each.kind), each.amount, each.realised, each.label
        )
        for each in rows
    )
    steps = tuple(rules.RateStep(year, Decimal(rate)) for year, rate in case.rates)
    return WholeCase(case, rows, flows, rules.Rates(steps))
