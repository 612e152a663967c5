"""When benefits are followed up next, what a version changes, and how far a pool reaches."""

import datetime
from decimal import Decimal

import pytest

from samstyr.rules.benefits import next_follow_up
from samstyr.rules.business_case import CashFlow, FlowKind
from samstyr.rules.business_case_change import FlowChange, compare_flows
from samstyr.rules.portfolio.pools import reached

DAY = datetime.date(2017, 6, 28)


@pytest.mark.parametrize(
    ("expected_from", "followed_on", "next_on"),
    [
        (None, [], None),
        (DAY, [], DAY),
        (None, [DAY], datetime.date(2018, 6, 28)),
        (None, [DAY, datetime.date(2016, 1, 1)], datetime.date(2018, 6, 28)),
        (datetime.date(2020, 1, 1), [DAY], datetime.date(2020, 1, 1)),
        (datetime.date(2016, 1, 1), [datetime.date(2016, 2, 29)], datetime.date(2017, 2, 28)),
    ],
)
def test_benefit_is_followed_when_expected_and_then_each_year(
    expected_from: datetime.date | None, followed_on: list[datetime.date], next_on: datetime.date | None
) -> None:
    assert next_follow_up(expected_from, followed_on) == next_on


def flow(year: int, amount: int, realised: int | None = None, label: str = "") -> CashFlow:
    known = None if realised is None else Decimal(realised)
    return CashFlow(year, "stat", FlowKind.RUNNING, Decimal(amount), known, label)


def test_change_names_what_is_new_left_out_and_different() -> None:
    before = [flow(2017, 1), flow(2018, 2), flow(2019, 3), flow(2020, 4)]
    after = [flow(2020, 4, 5), flow(2017, 1), flow(2018, 9), flow(2018, 2, label="andet")]

    found = compare_flows(before, after)

    assert found.same == 1
    assert found.changes == (
        FlowChange(flow(2018, 2), flow(2018, 9)),
        FlowChange(None, flow(2018, 2, label="andet")),
        FlowChange(flow(2019, 3), None),
        FlowChange(flow(2020, 4), flow(2020, 4, 5)),
    )


def test_amount_with_more_noughts_is_the_same() -> None:
    assert compare_flows([flow(2017, 1)], [flow(2017, 1)]).changes == ()
    same = CashFlow(2017, "stat", FlowKind.RUNNING, Decimal("1.000000"))
    assert compare_flows([flow(2017, 1)], [same]).changes == ()


@pytest.mark.parametrize(
    ("left", "wanted", "paid"),
    [
        ("8", ["4", "4", "4"], 2),
        ("8", ["4", "5", "1"], 1),
        ("8", ["8"], 1),
        ("8", ["8.000001"], 0),
        ("8", [None, "8", None], 3),
        ("0", [], 0),
    ],
)
def test_line_is_drawn_at_the_first_need_that_is_not_paid_in_full(
    left: str, wanted: list[str | None], paid: int
) -> None:
    amounts = [None if each is None else Decimal(each) for each in wanted]

    assert reached(Decimal(left), amounts) == paid
