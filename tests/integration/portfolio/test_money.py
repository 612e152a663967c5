"""Who pays, what pools give, which needs are met, and what a business case planned and what came of it."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from tests.factories.people import Seat, viewer_with
from tests.factories.portfolio import COORDINATOR, NOW, OWN, STRANGER, initiative

from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import InputError
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.portfolio.models import BusinessCase, CashFlow, FundingShare, Need, Pool, PoolUse
from samstyr.portfolio.queries.business_case import benefits_of, business_cases_of
from samstyr.portfolio.queries.money import funding_of, pools_of
from samstyr.portfolio.services import (
    add_benefit,
    add_partner,
    decline_need,
    follow_up_benefit,
    grant_need,
    keep_business_case,
    note_realised,
    open_pool,
    pay_own_need,
    rank_needs,
    set_funding_share,
    state_need,
    use_pool,
)
from samstyr.rules import business_case as rules
from samstyr.rules.rights import OPERATOR, Role, Viewer
from samstyr.rules.verdict import Denied

pytestmark = pytest.mark.usefixtures("danish_register")
OFFICE = Seat(Role.PORTFOLIO_OFFICE, "sds", "nbs")
ON = datetime.date(2017, 7, 1)
FLOWS = (
    rules.CashFlow(2017, "regioner", rules.FlowKind.INVESTMENT, Decimal(10)),
    rules.CashFlow(2018, "regioner", rules.FlowKind.BENEFIT, Decimal(6)),
    rules.CashFlow(2019, "kommuner", rules.FlowKind.BENEFIT, Decimal(6)),
)


@pytest.fixture
def regions(danish_register: Any) -> Viewer:
    return viewer_with(COORDINATOR)


@pytest.fixture
def pool(danish_register: Any) -> Pool:
    office = viewer_with(OFFICE)
    with seen_by(office, DatabaseRole.WEB):
        return open_pool(forum="nbs", name="Videreudvikling", year=2018, amount=Decimal(5), actor=office)


def need(pool: Pool, title: str = "Eksempel", amount: str | None = "2", party: str = "regioner") -> Need:
    wanted = Decimal(amount) if amount is not None else None
    return state_need(pool=pool, party=party, title=title, amount=wanted, actor=OPERATOR)


def test_lead_says_who_takes_part_and_who_pays(regions: Viewer) -> None:
    with seen_by(regions, DatabaseRole.WEB):
        add_partner(initiative=initiative(), organisation="kl", role="Eksempel", actor=regions)
        for amount in ("1.5", "2.25"):
            set_funding_share(
                initiative=initiative(), party="kommuner", year=2018, amount=Decimal(amount), actor=regions
            )

    found = funding_of(OWN)

    assert [(each.organisation_id, each.role) for each in found.partners] == [("kl", "Eksempel")]
    assert [(each.party_id, each.year, each.amount) for each in found.shares] == [
        ("kommuner", 2018, Decimal("2.25"))
    ]


def test_lead_is_no_partner_and_nobody_pays_less_than_nothing(regions: Viewer) -> None:
    with pytest.raises(DeniedError, match="leads-it"):
        add_partner(initiative=initiative(), organisation="region-nordjylland", actor=regions)
    with pytest.raises(InputError, match=r"^amount: "):
        set_funding_share(
            initiative=initiative(), party="kommuner", year=2018, amount=Decimal(-1), actor=regions
        )
    with pytest.raises(DatabaseError, match="funding_share_not_below_0"), transaction.atomic():
        FundingShare.objects.create(initiative_id=OWN, party_id="kommuner", year=2018, amount=Decimal(-1))


def test_pool_is_not_overdrawn(pool: Pool) -> None:
    use_pool(pool=pool, initiative=initiative(), amount=Decimal("3.5"), actor=OPERATOR)

    with pytest.raises(DeniedError) as refused:
        use_pool(pool=pool, initiative=initiative(), amount=Decimal("1.500001"), actor=OPERATOR)
    assert refused.value.denied == Denied("pool-too-small", {"left": Decimal("1.5")})
    with pytest.raises(DatabaseError, match="More of the pool"), transaction.atomic():
        PoolUse.objects.create(pool=pool, initiative_id=OWN, amount=Decimal(2))
    use_pool(pool=pool, initiative=initiative(), amount=Decimal("1.5"), actor=OPERATOR)

    [found] = pools_of("nbs")
    assert (found.balance.used, found.balance.left) == (Decimal(5), Decimal(0))


def test_pool_is_its_forums(pool: Pool) -> None:
    with pytest.raises(DeniedError):
        use_pool(pool=pool, initiative=initiative(), amount=Decimal(1), actor=viewer_with(STRANGER))


def test_needs_are_ranked_and_granted_within_the_pool(pool: Pool) -> None:
    first, second, third = (need(pool, title) for title in ("A", "B", "C"))

    with pytest.raises(InputError, match=r"^reason: "):
        decline_need(need=second, reason=" ", actor=OPERATOR)
    rank_needs(pool=pool, order=[third.pk, first.pk, second.pk], actor=OPERATOR)
    grant_need(need=third, actor=OPERATOR)
    grant_need(need=first, actor=OPERATOR)
    with pytest.raises(DeniedError, match="pool-too-small"):
        grant_need(need=second, actor=OPERATOR)
    decline_need(need=second, reason="Eksempel: dækket af et andet ønske", actor=OPERATOR)

    [found] = pools_of("nbs")
    assert [(each.title, each.rank, each.state) for each in found.needs] == [
        ("C", 1, "granted"),
        ("A", 2, "granted"),
        ("B", 3, "declined"),
    ]
    assert (found.balance.granted, found.balance.left) == (Decimal(4), Decimal(1))


def test_party_pays_for_its_own_wish_and_takes_nothing_of_the_pool(pool: Pool, regions: Viewer) -> None:
    wish = need(pool, amount="9")
    decline_need(need=wish, reason="Eksempel: for dyrt", actor=OPERATOR)

    with pytest.raises(DeniedError):
        pay_own_need(need=wish, actor=viewer_with(STRANGER))
    paid = pay_own_need(need=wish, actor=regions)

    assert (paid.state, paid.paid_by_id) == ("own-payment", "regioner")
    assert pools_of("nbs")[0].balance.left == Decimal(5)
    with pytest.raises(DeniedError, match="need-is-settled"):
        pay_own_need(need=wish, actor=regions)


def test_need_that_makes_no_sense_is_refused(pool: Pool) -> None:
    with pytest.raises(InputError, match=r"^title: "):
        need(pool, " ")
    unknown = need(pool, amount=None)
    with pytest.raises(DeniedError, match="need-amount-unknown"):
        grant_need(need=unknown, actor=OPERATOR)
    with pytest.raises(DeniedError, match="needs-have-changed"):
        rank_needs(pool=pool, order=[], actor=OPERATOR)
    with pytest.raises(DatabaseError, match="need_paid_by_its_party"), transaction.atomic():
        Need.objects.update(paid_by="stat")


def keep(actor: Viewer, *flows: rules.CashFlow) -> BusinessCase:
    with seen_by(actor, DatabaseRole.WEB):
        return keep_business_case(
            initiative=initiative(), flows=flows, price_level=2017, actor=actor, now=NOW
        )


def test_business_case_counts_as_the_rules_do_and_keeps_its_plan(regions: Viewer) -> None:
    keep(regions, *FLOWS)
    second = keep(regions, *FLOWS[:2])
    flow = second.flows.get(kind="benefit")
    note_realised(flow=flow, amount=Decimal(4), actor=regions)

    newest, oldest = business_cases_of(OWN)

    assert (newest.case.version, oldest.case.version) == (2, 1)
    assert oldest.flows == FLOWS
    assert oldest.rates == rules.STATE_RATES
    assert rules.net_present_value(oldest.flows, oldest.rates) == rules.net_present_value(FLOWS)
    assert [each.realised for each in newest.flows] == [None, Decimal(4)]
    for attempt in (
        lambda: CashFlow.objects.update(amount=1),
        lambda: BusinessCase.objects.update(price_level=1),
    ):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            attempt()


def test_business_case_that_makes_no_sense_is_refused(regions: Viewer) -> None:
    with pytest.raises(InputError, match="at least one"):
        keep(regions)
    with pytest.raises(InputError, match="stands twice"):
        keep(regions, FLOWS[0], FLOWS[0])
    with pytest.raises(DeniedError):
        keep(viewer_with(STRANGER), *FLOWS)


def test_benefit_is_followed_by_the_party_that_was_to_gain(regions: Viewer) -> None:
    benefit = add_benefit(
        initiative=initiative(),
        party="kommuner",
        name="Færre opkald",
        unit="opkald om året",
        planned=Decimal(1000),
        actor=regions,
    )
    municipalities = viewer_with(STRANGER)
    for month, realised in ((5, None), (6, Decimal(400)), (8, Decimal(900))):
        follow_up_benefit(
            benefit=benefit,
            on=datetime.date(2017, month, 1),
            realised=realised,
            evidence="Eksempel: optælling",
            actor=municipalities,
            now=NOW,
        )

    [found] = benefits_of([OWN], ON)

    assert [each.realised for each in found.follow_ups] == [Decimal(400), None]
    with pytest.raises(InputError, match=r"^evidence: "):
        follow_up_benefit(benefit=benefit, on=ON, realised=None, evidence=" ", actor=municipalities, now=NOW)
    with pytest.raises(DeniedError):
        follow_up_benefit(
            benefit=benefit, on=ON, realised=None, evidence="x", actor=viewer_with(OFFICE), now=NOW
        )


@pytest.mark.parametrize("number", [1, 3])
def test_money_costs_the_same_queries_however_much(
    regions: Viewer, pool: Pool, django_assert_num_queries: Any, number: int
) -> None:
    for place in range(number):
        need(pool, f"Nummer {place}")
        use_pool(pool=pool, initiative=initiative(), amount=Decimal(1), actor=OPERATOR)
        keep(regions, *FLOWS)
        add_benefit(initiative=initiative(), party="kommuner", name=f"{place}", unit="kr", actor=regions)

    with django_assert_num_queries(5):  # pools; uses and their initiatives, needs and their parties
        pools_of("nbs")
    with django_assert_num_queries(3):
        funding_of(OWN)
    with django_assert_num_queries(3):
        business_cases_of(OWN)
    with django_assert_num_queries(2):
        benefits_of([OWN], ON)
