"""Lights by the numbers: at each limit and beside it, against other ways to count, and when a reason is owed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from samstyr.rules.portfolio.lights import (
    IT_RAADET,
    SEVERITY,
    VERSIONS,
    Because,
    Dimension,
    Figures,
    Light,
    LightCode,
    Proposal,
    UnknownRuleError,
    deviation,
    months_after,
    propose,
)
from samstyr.rules.verdict import Allowed, Denied

GREEN, YELLOW, RED, NONE = Light.GREEN, Light.YELLOW, Light.RED, Light.NONE
costs = st.decimals(0, 100_000, places=3)
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def economy(baseline: str | Decimal, expected: str | Decimal) -> Proposal:
    figures = Figures(baseline_cost=Decimal(baseline), expected_cost=Decimal(expected))
    return propose(IT_RAADET, figures)[Dimension.ECONOMY]


def time(baseline: date, expected: date) -> Proposal:
    return propose(IT_RAADET, Figures(baseline_end=baseline, expected_end=expected))[Dimension.TIME]


@pytest.mark.parametrize(
    ("baseline", "expected", "light", "code"),
    [
        ("50", "49.99", GREEN, LightCode.WITHIN_BUDGET),
        ("50", "50", GREEN, LightCode.WITHIN_BUDGET),
        ("50", "50.00000000000000000000000000000000000001", YELLOW, LightCode.OVER_BUDGET),
        ("50", "54.99", YELLOW, LightCode.OVER_BUDGET),
        ("50", "55", YELLOW, LightCode.OVER_BUDGET),
        ("50", "55.00000000000000000000000000000000000001", RED, LightCode.OVER_SHARE),
        ("50", "55.01", RED, LightCode.OVER_SHARE),
        ("50", "56", RED, LightCode.OVER_SHARE),
        ("50", "56.01", RED, LightCode.OVER_BOTH),
        ("60", "66", YELLOW, LightCode.OVER_BUDGET),
        ("60", "66.01", RED, LightCode.OVER_BOTH),
        ("100", "105.99", YELLOW, LightCode.OVER_BUDGET),
        ("100", "106", YELLOW, LightCode.OVER_BUDGET),
        ("100", "106.01", RED, LightCode.OVER_AMOUNT),
        ("100", "110", RED, LightCode.OVER_AMOUNT),
        ("100", "110.01", RED, LightCode.OVER_BOTH),
        ("0", "0", GREEN, LightCode.WITHIN_BUDGET),
        ("0", "0.01", RED, LightCode.OVER_SHARE),
        ("0", "6.01", RED, LightCode.OVER_BOTH),
        ("0.1", "0.11", YELLOW, LightCode.OVER_BUDGET),
        ("0.3", "0.33", YELLOW, LightCode.OVER_BUDGET),  # 0.3 * 1.1 is not 0.33 in floating point
        ("0.7", "0.77", YELLOW, LightCode.OVER_BUDGET),
    ],
)
def test_economy_at_and_around_ten_percent_and_six_million(baseline, expected, light, code) -> None:
    proposal = economy(baseline, expected)

    assert (proposal.light, proposal.because.code) == (light, code)


def test_economy_says_what_it_stands_on() -> None:
    assert economy("100", "112").because == Because(
        LightCode.OVER_BOTH,
        {
            "baseline": Decimal(100),
            "expected": Decimal(112),
            "over": Decimal(12),
            "share": Decimal("0.12"),
            "share_limit": Decimal("0.10"),
            "amount_limit": Decimal(6),
        },
    )
    assert economy("0", "1").because.facts["share"] is None


@given(costs, costs)
def test_economy_by_whole_thousands(baseline: Decimal, expected: Decimal) -> None:
    """The same in whole thousand kroner, where no decimals are needed."""
    was, now = int(baseline * 1000), int(expected * 1000)
    light = GREEN if now <= was else RED if 10 * (now - was) > was or now - was > 6000 else YELLOW

    assert economy(baseline, expected).light == light


def test_red_is_severer_than_yellow_and_yellow_than_green() -> None:
    assert SEVERITY == {GREEN: 0, YELLOW: 1, RED: 2}


@given(costs, costs, st.decimals(0, 1000, places=3))
def test_dearer_is_never_milder(baseline: Decimal, expected: Decimal, more: Decimal) -> None:
    assert SEVERITY[economy(baseline, expected + more).light] >= SEVERITY[economy(baseline, expected).light]


@pytest.mark.parametrize(
    ("baseline", "expected", "light"),
    [
        ("2017-06-28", "2017-06-27", GREEN),
        ("2017-06-28", "2017-06-28", GREEN),
        ("2017-06-28", "2017-07-27", GREEN),
        ("2017-06-28", "2017-07-28", YELLOW),
        ("2017-06-28", "2017-09-28", YELLOW),
        ("2017-06-28", "2017-09-29", RED),
        # The end of a month: the day is cut to the last there is.
        ("2017-01-31", "2017-02-27", GREEN),
        ("2017-01-31", "2017-02-28", YELLOW),
        ("2017-01-31", "2017-04-30", YELLOW),
        ("2017-01-31", "2017-05-01", RED),
        ("2016-01-31", "2016-02-28", GREEN),
        ("2016-01-31", "2016-02-29", YELLOW),
        ("2016-01-30", "2016-02-29", YELLOW),
        ("2016-01-29", "2016-02-28", GREEN),
        ("2016-01-29", "2016-02-29", YELLOW),
        ("2016-11-30", "2017-02-28", YELLOW),
        ("2016-11-30", "2017-03-01", RED),
        ("2015-11-30", "2016-02-29", YELLOW),
        ("2015-11-30", "2016-03-01", RED),
        ("2015-11-28", "2016-02-28", YELLOW),
        ("2015-11-28", "2016-02-29", RED),
        # From the end of February the month ends are not made up for.
        ("2017-02-28", "2017-03-27", GREEN),
        ("2017-02-28", "2017-03-28", YELLOW),
        ("2016-02-29", "2016-05-29", YELLOW),
        ("2016-02-29", "2016-05-30", RED),
        # Over New Year, and a century that is no leap year.
        ("2017-12-31", "2018-01-30", GREEN),
        ("2017-12-31", "2018-01-31", YELLOW),
        ("2099-11-30", "2100-02-28", YELLOW),
        ("2099-11-30", "2100-03-01", RED),
        ("9999-12-30", "9999-12-31", GREEN),
        ("9999-11-30", "9999-12-31", YELLOW),
    ],
)
def test_time_at_and_around_one_and_three_months(baseline: str, expected: str, light: Light) -> None:
    assert time(date.fromisoformat(baseline), date.fromisoformat(expected)).light == light


def test_time_says_what_it_stands_on() -> None:
    baseline, late, later = date(2017, 6, 28), date(2017, 7, 28), date(2017, 9, 29)

    assert [time(baseline, day).because for day in (baseline, late, later)] == [
        Because(LightCode.ON_TIME, {"baseline": baseline, "expected": baseline, "days": 0}),
        Because(LightCode.LATE, {"baseline": baseline, "expected": late, "days": 30, "months": 1}),
        Because(LightCode.FAR_TOO_LATE, {"baseline": baseline, "expected": later, "days": 93, "months": 3}),
    ]


@given(days, st.integers(-40, 140))
def test_time_by_another_calendar(baseline: date, late: int) -> None:
    expected = baseline + timedelta(days=late)
    light = GREEN if expected < baseline + relativedelta(months=1) else YELLOW
    if expected > baseline + relativedelta(months=3):
        light = RED

    assert time(baseline, expected).light == light


@given(days, st.integers(-40, 140), st.integers(0, 100))
def test_later_end_is_never_a_milder_light(baseline: date, late: int, more: int) -> None:
    expected = baseline + timedelta(days=late)

    assert (
        SEVERITY[time(baseline, expected + timedelta(days=more)).light]
        >= SEVERITY[time(baseline, expected).light]
    )


@given(days, st.integers(0, 40))
def test_months_after_by_another_calendar(day: date, months: int) -> None:
    assert months_after(day, months) == day + relativedelta(months=months)


def test_months_end_with_the_calendar() -> None:
    assert months_after(date(9999, 12, 1), 1) is None


@pytest.mark.parametrize(
    ("figures", "time_lacks", "economy_lacks"),
    [
        (Figures(), ("baseline_end", "expected_end"), ("baseline_cost", "expected_cost")),
        (
            Figures(baseline_cost=Decimal(1), baseline_end=date(2017, 1, 1)),
            ("expected_end",),
            ("expected_cost",),
        ),
        (
            Figures(expected_cost=Decimal(1), expected_end=date(2017, 1, 1)),
            ("baseline_end",),
            ("baseline_cost",),
        ),
    ],
)
def test_what_is_not_known_gives_no_light_and_says_so(figures, time_lacks, economy_lacks) -> None:
    proposed = propose(IT_RAADET, figures)

    assert {dimension: proposed[dimension] for dimension in (Dimension.TIME, Dimension.ECONOMY)} == {
        Dimension.TIME: Proposal(NONE, Because(LightCode.NOT_KNOWN, {"missing": time_lacks})),
        Dimension.ECONOMY: Proposal(NONE, Because(LightCode.NOT_KNOWN, {"missing": economy_lacks})),
    }


def test_rule_has_no_say_on_quality_benefits_and_risk() -> None:
    proposed = propose(IT_RAADET, Figures())

    assert [*proposed] == [*Dimension]
    assert [dimension for dimension, each in proposed.items() if not each.is_ruled] == [
        Dimension.QUALITY,
        Dimension.BENEFITS,
        Dimension.RISK,
    ]


def test_unknown_rule_is_named() -> None:
    with pytest.raises(UnknownRuleError, match="'traffic'") as raised:
        propose("traffic", Figures())

    assert raised.value.rule == "traffic"
    assert VERSIONS == {"it-raadet": "1"}


@pytest.mark.parametrize("cost", ["-0.01", "NaN", "Infinity"])
def test_cost_that_is_none_is_refused(cost: str) -> None:
    with pytest.raises(ValueError, match="expected_cost: expected million DKK"):
        Figures(expected_cost=Decimal(cost))


@pytest.mark.parametrize(
    ("figures", "dimension", "chosen", "reason", "allowed"),
    [
        (("50", "56"), Dimension.ECONOMY, RED, "", True),
        (("50", "56"), Dimension.ECONOMY, YELLOW, "", False),
        (("50", "56"), Dimension.ECONOMY, YELLOW, " \n", False),
        (("50", "56"), Dimension.ECONOMY, YELLOW, "Paid by the supplier", True),
        (("50", "50"), Dimension.ECONOMY, RED, "", False),  # severer than proposed is a deviation too
        (("50", "50"), Dimension.ECONOMY, NONE, "", False),
        (None, Dimension.ECONOMY, NONE, "", True),
        (None, Dimension.ECONOMY, GREEN, "", False),  # leaving figures out is no way around
        (None, Dimension.ECONOMY, GREEN, "Fixed price", True),
        (None, Dimension.RISK, GREEN, "", True),
    ],
)
def test_deviation_needs_a_reason(figures, dimension, chosen, reason, allowed) -> None:
    known = Figures(*map(Decimal, figures)) if figures else Figures()
    proposal = propose(IT_RAADET, known)[dimension]
    facts = {"proposed": proposal.light, "chosen": chosen, "code": proposal.because.code}

    assert deviation(proposal, chosen, reason) == (
        Allowed() if allowed else Denied("deviation-needs-reason", facts)
    )
