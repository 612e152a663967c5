"""Forecasts: what postponements do to the day of a decision, and on what record."""

from datetime import date

import pytest
from tests.factories.registers import document

from samstyr.rules.forecast import Rate, Record, forecast
from samstyr.rules.register import Register, parse
from samstyr.rules.route import Held, Progress, Question

MONTHLY = [f"2017-{month:02}-01" for month in range(1, 13)]
QUESTION = Question(subject="s", start="group", ready=date(2017, 1, 1), written=True)


@pytest.fixture
def register() -> Register:
    """A group that meets monthly and recommends to a board that meets four times; a board that may write."""
    return parse(
        document(
            fora=[
                {"id": "group", "meetings": MONTHLY},
                {"id": "board", "meetings": MONTHLY[2::3]},
                {"id": "council", "meetings": ["2017-12-01"], "procedure": {"written": {"days": 1}}},
            ],
            subjects=["s", "t"],
            mandates=[
                {"forum": "group", "act": "recommend", "subject": "s", "to": "board"},
                {"forum": "board", "act": "decide", "subject": "s"},
                {"forum": "council", "act": "decide", "subject": "t"},
            ],
        )
    )


def test_forecast_without_postponements_is_the_plan(register: Register) -> None:
    found = forecast(register, QUESTION, {"board": Record(100), "group": Record(100)})

    assert (found.decided_on, found.p50, found.p90, found.beyond) == (date(2017, 3, 1),) * 3 + (0,)


def test_forecast_where_everything_is_postponed_finds_no_meeting(register: Register) -> None:
    found = forecast(register, QUESTION, {"board": Record(10, 10)})

    assert (found.p50, found.p90, found.beyond) == (None, None, found.runs)


def test_percentiles_follow_the_rate(register: Register) -> None:
    """At 0.3 a board that meets in March, June, September and December decides 70, 91, 97.3 % by each."""
    records = {"board": Record(10, 3), "group": Record(10)}
    found = forecast(register, QUESTION, records, runs=20_000)

    assert (found.p50, found.p90) == (date(2017, 3, 1), date(2017, 6, 1))
    assert found.beyond == pytest.approx(0.3**4 * found.runs, rel=0.2)


def test_same_question_has_the_same_answer(register: Register) -> None:
    records = {"board": Record(10, 4), "group": Record(7, 3)}

    assert forecast(register, QUESTION, records) == forecast(register, QUESTION, records)


def test_few_items_are_given_the_rate_of_all(register: Register) -> None:
    found = forecast(
        register, QUESTION, {"board": Record(5, 1), "group": Record(4, 4), "other": Record(11, 1)}
    )

    assert found.rates == (Rate("board", 0.2, 5, pooled=False), Rate("group", 0.3, 4, pooled=True))


def test_what_is_done_in_writing_is_not_postponed(register: Register) -> None:
    question = Question(subject="t", start="council", ready=date(2017, 1, 2), written=True)
    found = forecast(register, question, {"council": Record(10, 10)})

    assert (found.p90, found.beyond) == (date(2017, 1, 3), 0)


def test_what_has_been_is_not_postponed(register: Register) -> None:
    progress = Progress({"group": Held(date(2017, 2, 1))}, today=date(2017, 2, 2))
    found = forecast(register, QUESTION, {"group": Record(10, 10), "board": Record(10)}, progress)

    assert (found.p90, [rate.forum for rate in found.rates]) == (date(2017, 3, 1), ["board"])


def test_blocked_case_has_no_forecast(register: Register) -> None:
    question = Question(subject="s", start="council", ready=date(2017, 1, 1))

    assert forecast(register, question, {}).as_json()["blocked"] == "no-way"
