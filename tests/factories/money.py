"""Example money of initiatives and fora, for tests: all invented. The Danish register must be in the database."""

import datetime
from decimal import Decimal
from typing import Any

from samstyr.meetings.models import AgendaItem, Meeting, Resolution
from samstyr.portfolio.models import Benefit, BusinessCase, Need, Pool
from samstyr.portfolio.services import (
    add_benefit,
    add_partner,
    follow_up_benefit,
    keep_business_case,
    open_pool,
    set_funding_share,
    state_need,
    use_pool,
)
from samstyr.rules.business_case import CashFlow, FlowKind
from samstyr.rules.rights import OPERATOR
from tests.factories.portfolio import NOW, OWN, initiative

FLOWS = (
    CashFlow(2016, "regioner", FlowKind.INVESTMENT, Decimal("12.5"), Decimal("13.25")),
    CashFlow(2017, "regioner", FlowKind.INVESTMENT, Decimal(4)),
    CashFlow(2017, "kommuner", FlowKind.RUNNING, Decimal("1.5")),
    CashFlow(2018, "regioner", FlowKind.BENEFIT, Decimal(6)),
    CashFlow(2019, "kommuner", FlowKind.BENEFIT, Decimal(8)),
    CashFlow(2020, "kommuner", FlowKind.BENEFIT, Decimal("9.25")),
    CashFlow(2019, "kommuner", FlowKind.BENEFIT_NOT_MONEY, Decimal(1200), label="Eksempel: sparede opkald"),
)


def business_case(key: str = OWN, flows: tuple[CashFlow, ...] = FLOWS) -> BusinessCase:
    """Keep a version of a business case."""
    return keep_business_case(
        initiative=initiative(key),
        flows=flows,
        price_level=2016,
        assumptions="Eksempel: antagelse",
        actor=OPERATOR,
        now=NOW,
    )


def benefit(key: str = OWN, name: str = "Eksempel: færre opkald", **said: Any) -> Benefit:
    """Add a benefit for the municipalities that was followed up once."""
    given: dict[str, Any] = {
        "party": "kommuner",
        "unit": "opkald om året",
        "planned": Decimal(1200),
        "expected_from": datetime.date(2016, 1, 1),
        "owner": "kl",
    }
    made = add_benefit(initiative=initiative(key), name=name, **{**given, **said}, actor=OPERATOR)
    follow_up_benefit(
        benefit=made,
        on=datetime.date(2016, 5, 1),
        realised=Decimal(300),
        evidence="Eksempel: optælling",
        actor=OPERATOR,
        now=NOW,
    )
    return made


def resolution(forum: str = "nbs", quote: str = "Eksempel: puljen udmøntes") -> Resolution:
    """Record what a forum decided at a meeting whose minutes are published."""
    meeting = Meeting.objects.create(
        forum_id=forum, date=datetime.date(2017, 4, 3), state="minutes-approved", published_at=NOW
    )
    item = AgendaItem.objects.create(
        meeting=meeting, position=0, number="1", title="Eksempel", kind="decision"
    )
    return Resolution.objects.create(item=item, verb="approved", quote=quote)


def pool(forum: str = "nbs", name: str = "Eksempelpulje", amount: str = "10") -> Pool:
    """Open a pool for 2017."""
    return open_pool(forum=forum, name=name, year=2017, amount=Decimal(amount), actor=OPERATOR)


def need(of: Pool, title: str = "Eksempelønske", amount: str | None = "4", party: str = "kommuner") -> Need:
    """Put a need forward."""
    wanted = Decimal(amount) if amount is not None else None
    return state_need(pool=of, party=party, title=title, amount=wanted, actor=OPERATOR)


def money_world() -> Pool:
    """Make something of everything: a business case, a benefit, funding, and a pool with a use and needs."""
    business_case()
    benefit()
    add_partner(initiative=initiative(), organisation="kl", role="Eksempel: medfinansierer", actor=OPERATOR)
    for year in (2017, 2018):
        set_funding_share(
            initiative=initiative(), party="kommuner", year=year, amount=Decimal("1.5"), actor=OPERATOR
        )
    made = pool()
    use_pool(pool=made, initiative=initiative(), amount=Decimal(3), resolution=resolution(), actor=OPERATOR)
    for title, amount, party in (
        ("Eksempel: påmindelser", "4", "kommuner"),
        ("Eksempel: færre klik", "5", "regioner"),
        ("Eksempel: nyt felt", None, "regioner"),
    ):
        need(made, title, amount, party)
    return made
