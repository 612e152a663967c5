"""The business case: against sums by hand, an oracle in fractions."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyr.rules.business_case import (
    STATE_RATES,
    Bar,
    CashFlow,
    Compared,
    Factor,
    FlowKind,
    Rates,
    RateStep,
    break_even,
    discount_factors,
    net_by_year,
    net_present_value,
    net_present_value_by_party,
    pay_back_year,
    planned_against_realised,
    tornado,
    with_realised,
)

INVESTMENT, RUNNING, BENEFIT, NOT_MONEY = FlowKind
TEN = Rates.flat(Decimal("0.10"))
TINY = Fraction(1, 10**18)

amounts = st.decimals(-500, 500, places=3)
flows = st.builds(
    CashFlow,
    year=st.integers(2014, 2095),
    party=st.sampled_from(["state", "regions", "municipalities"]),
    kind=st.sampled_from(FlowKind),
    amount=amounts,
    realised=st.none() | amounts,
    label=st.sampled_from(["", "bed days", "hours"]),
)
cases = st.lists(flows, max_size=15)
rates = st.sampled_from([STATE_RATES, TEN, Rates.flat(Decimal(0)), Rates.flat(Decimal("-0.02"))])


def flow(
    year: int, kind: FlowKind, amount: str, party: str = "state", realised: str | None = None
) -> CashFlow:
    return CashFlow(year, party, kind, Decimal(amount), None if realised is None else Decimal(realised))


def worth(case: list[CashFlow], by: Rates, first_year: int | None = None) -> Fraction:
    """The present value, flow by flow and year by year, the rate looked up in each."""
    signs = {"investment": -1, "running": -1, "benefit": 1}
    money = [each for each in case if each.kind.value in signs]
    if first_year is None:
        first_year = min([each.year for each in money], default=0)
    total = Fraction(0)
    for each in money:
        value = signs[each.kind.value] * Fraction(str(each.amount))
        for since in range(1, each.year - first_year + 1):
            value /= 1 + Fraction(str([step.rate for step in by.steps if step.from_year <= since][-1]))
        total += value
    return total


def test_rates_are_those_of_the_state() -> None:
    factors = discount_factors(STATE_RATES, 72)
    by_year = [Fraction(earlier) / Fraction(later) - 1 for earlier, later in pairwise(factors)]

    assert factors[0] == 1
    assert [round(float(rate), 9) for rate in by_year] == [0.035] * 35 + [0.025] * 35 + [0.015] * 2


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ((), "begin with year 1"),
        ((RateStep(2, Decimal(0)),), "begin with year 1"),
        ((RateStep(1, Decimal(0)), RateStep(1, Decimal(0))), "and rise"),
        ((RateStep(1, Decimal(0)), RateStep(9, Decimal(0)), RateStep(5, Decimal(0))), "and rise"),
        ((RateStep(1, Decimal(-1)),), "a share above -1"),
        ((RateStep(1, Decimal("NaN")),), "a share above -1"),
    ],
)
def test_rates_that_are_none_are_refused(steps: tuple[RateStep, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Rates(steps)


def test_present_value_by_hand() -> None:
    case = [
        flow(2017, INVESTMENT, "100"),
        flow(2018, RUNNING, "10"),
        flow(2018, BENEFIT, "65"),
        flow(2019, BENEFIT, "72.6"),
        flow(2010, NOT_MONEY, "400"),  # neither a sum nor a first year
    ]

    assert net_by_year(case) == {2017: -100, 2018: 55, 2019: Decimal("72.6")}
    assert net_present_value(case, TEN) == 10  # -100 + 55/1.1 + 72.6/1.21
    assert net_present_value(case, TEN, first_year=2016) == Decimal(100) / 11
    assert net_present_value([], TEN) == 0
    assert net_by_year(case[-1:]) == {}


def test_years_without_money_are_years() -> None:
    assert net_by_year([flow(2017, BENEFIT, "1"), flow(2020, BENEFIT, "1")]) == {
        2017: 1,
        2018: 0,
        2019: 0,
        2020: 1,
    }


def test_money_before_the_first_year_is_refused() -> None:
    with pytest.raises(ValueError, match="money in 2016, before the first year 2017"):
        net_present_value([flow(2016, BENEFIT, "1")], TEN, first_year=2017)


@pytest.mark.parametrize(("amount", "realised"), [("NaN", None), ("1", "Infinity")])
def test_amount_that_is_none_is_refused(amount: str, realised: str | None) -> None:
    with pytest.raises(ValueError, match="of state in 2017: expected a number"):
        flow(2017, BENEFIT, amount, realised=realised)


@given(cases, rates)
def test_present_value_by_fractions(case: list[CashFlow], by: Rates) -> None:
    assert abs(Fraction(net_present_value(case, by)) - worth(case, by)) < TINY


@given(cases, rates)
def test_parties_add_up_to_the_whole(case: list[CashFlow], by: Rates) -> None:
    parts = net_present_value_by_party(case, by)

    assert [*parts] == sorted({each.party for each in case})
    assert abs(sum(map(Fraction, parts.values())) - worth(case, by)) < TINY


def test_each_party_is_discounted_to_the_first_year_of_the_whole() -> None:
    case = [flow(2017, INVESTMENT, "11", "state"), flow(2018, BENEFIT, "11", "regions")]

    assert net_present_value_by_party(case, TEN) == {"regions": 10, "state": -11}


@given(cases, flows, rates)
def test_benefit_not_in_money_changes_no_sum(case: list[CashFlow], other: CashFlow, by: Rates) -> None:
    more = [*case, replace(other, kind=NOT_MONEY)]

    assert net_present_value(more, by) == net_present_value(case, by)
    assert pay_back_year(more, by) == pay_back_year(case, by)
    assert tornado(more, Decimal("0.2"), by) == tornado(case, Decimal("0.2"), by)
    assert break_even(more, NOT_MONEY, by) is None


@pytest.mark.parametrize(
    ("net", "plain", "discounted"),
    [
        ([-100, 50, 50, 50], 2019, 2020),
        ([-100, 110], 2018, 2018),  # at ten per cent exactly even, which fractions know and roundings do not
        ([-100, 109], 2018, None),
        ([-100, 50, 49], None, None),
        ([-100, 200, -150, 100], 2020, 2020),  # back, and spent again
        ([-100, 0, 0, 200], 2020, 2020),
        ([10, 10], 2017, 2017),
        ([0], 2017, 2017),
        ([], None, None),
    ],
)
def test_money_is_back_from_a_year_on(net: list[int], plain: int | None, discounted: int | None) -> None:
    case = [flow(2017 + place, BENEFIT, str(amount)) for place, amount in enumerate(net)]

    assert (pay_back_year(case), pay_back_year(case, TEN)) == (plain, discounted)


@given(cases, rates)
def test_money_is_back_by_fractions(case: list[CashFlow], by: Rates) -> None:
    """The first year up to which, and up to each later one, the flows are worth 0 or more in the first year's money."""
    years = sorted({each.year for each in case if each.kind != NOT_MONEY})
    first = years[0] if years else None
    enough = [worth([each for each in case if each.year <= year], by, first) >= 0 for year in years]
    back = [year for place, year in enumerate(years) if all(enough[place:])]

    assert pay_back_year(case, by) == (back[0] if back else None)


def test_tornado_is_widest_first() -> None:
    case = [flow(2017, INVESTMENT, "100"), flow(2018, RUNNING, "11"), flow(2018, BENEFIT, "220")]

    assert tornado(case, Decimal("0.1"), TEN)[:3] == (
        Bar(Factor.BENEFIT, Decimal(70), Decimal(110)),
        Bar(Factor.INVESTMENT, Decimal(100), Decimal(80)),
        Bar(Factor.DISCOUNT_RATE, Decimal(10000) / 109, Decimal(9800) / 111),  # 9 % and 11 %
    )
    assert tornado(case, Decimal("0.1"), TEN)[3] == Bar(Factor.RUNNING, Decimal(91), Decimal(89))
    assert [bar.factor for bar in tornado([], Decimal(1))] == [*Factor]


@pytest.mark.parametrize("share", ["0", "-0.1", "1.01"])
def test_share_of_the_tornado_lies_above_nothing_and_within_the_whole(share: str) -> None:
    with pytest.raises(ValueError, match="share: expected above 0"):
        tornado([], Decimal(share))


@given(cases, st.decimals("0.01", 1, places=2), rates)
def test_tornado_by_fractions(case: list[CashFlow], share: Decimal, by: Rates) -> None:
    bars = tornado(case, share, by)

    assert sorted(bar.factor for bar in bars) == sorted(Factor)
    assert [bar.width for bar in bars] == sorted((bar.width for bar in bars), reverse=True)
    for bar in bars:
        for found, times in ((bar.lowered, 1 - share), (bar.raised, 1 + share)):
            other = [
                replace(each, amount=each.amount * times) if each.kind == bar.factor else each
                for each in case
            ]
            changed = by
            if bar.factor == Factor.DISCOUNT_RATE:
                changed = Rates(tuple(RateStep(step.from_year, step.rate * times) for step in by.steps))
            assert abs(Fraction(found) - worth(other, changed)) < TINY


def test_break_even_by_hand() -> None:
    case = [flow(2017, INVESTMENT, "100"), flow(2018, RUNNING, "11"), flow(2018, BENEFIT, "220")]

    assert break_even(case, BENEFIT, TEN) == Decimal("0.55")
    assert break_even(case, INVESTMENT, TEN) == Decimal("1.9")
    assert break_even(case, RUNNING, TEN) == 10
    assert break_even(case[:2], RUNNING, TEN) is None  # nothing to weigh the costs up
    assert break_even(case[1:2], RUNNING, TEN) == 0
    assert break_even(case[:1], BENEFIT, TEN) is None


@given(cases, st.sampled_from([INVESTMENT, RUNNING, BENEFIT]), rates)
def test_present_value_at_break_even_is_nothing(case: list[CashFlow], kind: FlowKind, by: Rates) -> None:
    times = break_even(case, kind, by)
    own = worth(
        [each for each in case if each.kind == kind],
        by,
        min([e.year for e in case if e.kind != NOT_MONEY] or [0]),
    )
    rest = worth(case, by) - own

    if times is None:
        assert own == 0 or (rest > 0) == (own > 0)
    else:
        assert times >= 0
        assert abs(rest + own * Fraction(times)) <= abs(rest) * Fraction(1, 10**20)


def test_what_came_of_the_plan_counts_only_what_is_known() -> None:
    case = [
        flow(2017, BENEFIT, "10", realised="4"),
        flow(2018, BENEFIT, "20"),
        flow(2019, BENEFIT, "40"),
        flow(2017, INVESTMENT, "5", realised="6"),
        replace(flow(2017, BENEFIT, "1", realised="1"), label="post"),
        replace(flow(2017, NOT_MONEY, "100", "regions", "0"), label="bed days"),
        replace(flow(2017, NOT_MONEY, "7", "regions"), label="hours"),
    ]
    found = planned_against_realised(case, until=2018)

    assert found == (
        Compared("regions", NOT_MONEY, "bed days", Decimal(100), Decimal(0), Decimal(0)),
        Compared("regions", NOT_MONEY, "hours", Decimal(0), Decimal(0), Decimal(7)),
        Compared("state", INVESTMENT, "", Decimal(5), Decimal(6), Decimal(0)),
        Compared("state", BENEFIT, "", Decimal(11), Decimal(5), Decimal(20)),
    )
    assert [(each.difference, each.share) for each in found] == [
        (-100, 0),
        (0, None),
        (1, Decimal("1.2")),
        (-6, Decimal(5) / 11),
    ]
    assert planned_against_realised(case)[-1].not_reported == 60


@given(cases)
def test_no_planned_amount_is_lost_in_the_comparison(case: list[CashFlow]) -> None:
    found = planned_against_realised(case)

    for kind in FlowKind:
        own = [each for each in found if each.kind == kind]
        assert sum(each.planned + each.not_reported for each in own) == sum(
            f.amount for f in case if f.kind == kind
        )
        assert sum(each.realised for each in own) == sum(f.realised or 0 for f in case if f.kind == kind)


def test_case_as_it_looks_now_has_what_was_realised() -> None:
    case = [flow(2017, INVESTMENT, "100", realised="120"), flow(2018, BENEFIT, "110")]

    assert net_present_value(with_realised(case), TEN) == -20
    assert with_realised(case[1:]) == (case[1],)
