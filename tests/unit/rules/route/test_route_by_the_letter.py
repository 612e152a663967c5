"""Routes on any register, against the plain planner, and what must hold when a question is asked again."""

from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st
from tests.unit.rules.route.oracle import answer, chosen_way
from tests.unit.rules.route.plain_calendar import three_years_before
from tests.unit.rules.route.plain_case import Question
from tests.unit.rules.route.plain_schedule import MOST_SLACK, binding_later, deadline, if_missed
from tests.unit.rules.route.registers import FIRST_DAY, LAST_DAY, Journey, crossroads, journeys

from samstyr.rules import route
from samstyr.rules.register import Register
from samstyr.rules.route import decision_date, plan_route

ONE_DAY = timedelta(days=1)


def planned(register: Register, question: Question) -> dict[str, Any]:
    return plan_route(register, route.Question(**asdict(question))).as_json()


def decided(register: Register, question: Question) -> date | None:
    return decision_date(register, route.Question(**asdict(question)))


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def read_as_now(question: Question, ready: date) -> Question:
    """The same question for another ready date, on the register as it is read now."""
    return replace(question, ready=ready, on=question.on or question.ready)


@settings(max_examples=300)
@given(journeys() | crossroads())
def test_any_route_is_the_one_the_contract_says(journey):
    found = planned(journey.register, journey.question)

    expected = answer(journey.document, journey.question)
    event(expected["blocked"]["why"] if expected["blocked"] else "planned")
    if found["blocked"]:
        assert found["blocked"].pop("message")
    assert found == expected


@settings(max_examples=80)
@given(journeys() | crossroads())
def test_decision_date_alone_is_the_one_of_the_whole_answer(journey):
    register = journey.register

    assert decided(register, journey.question) == day(planned(register, journey.question)["decided_on"])


@settings(max_examples=60)
@given(journeys(), st.integers(1, 120))
def test_paper_that_is_ready_later_is_never_decided_earlier(journey, days):
    register, question = journey.register, journey.question
    later = read_as_now(question, question.ready + timedelta(days=days))

    now, then = decided(register, question), decided(register, later)

    assert then is None if now is None else then is None or then >= now


@settings(max_examples=60)
@given(journeys(), st.data())
def test_one_more_meeting_never_delays_the_decision(journey, data):
    before = decided(journey.register, journey.question)
    assume(before is not None)
    more = with_meeting(journey, data)

    after = decided(more.register, more.question)

    assert after is not None
    assert after <= before


@settings(max_examples=40)
@given(journeys(), st.data())
def test_one_more_meeting_never_delays_the_day_it_binds_where_there_is_one_way(journey, data):
    chosen = chosen_way(journey.document, journey.question)
    assume(chosen is not None)
    assume(len(chosen[0].alternatives) == 1 and not chosen[1].chain)
    more = with_meeting(journey, data)

    before = planned(journey.register, journey.question)["binding_on"]

    assert planned(more.register, more.question)["binding_on"] <= before


def with_meeting(journey: Journey, data: st.DataObject) -> Journey:
    """The same journey with a meeting more in one of the fora."""
    fora = journey.document["fora"]
    chosen = data.draw(st.sampled_from([forum["id"] for forum in fora]), label="forum")
    meeting = data.draw(st.dates(FIRST_DAY, LAST_DAY), label="meeting")
    changed = [
        {**forum, "meetings": sorted({*forum["meetings"], meeting})} if forum["id"] == chosen else forum
        for forum in fora
    ]
    return replace(journey, document={**journey.document, "fora": changed})


@settings(max_examples=80)
@given(journeys())
def test_every_sitting_respects_its_deadline_and_follows_what_it_waits_for(journey):
    found = planned(journey.register, journey.question)
    assume(found["legs"])
    case, *_ = chosen_way(journey.document, journey.question)
    available = {leg["id"]: leg["available"] for leg in found["legs"]}

    for leg in found["legs"]:
        waited = [available[other] for other in leg["after"]]
        assert leg["ready"] == max(waited, default=journey.question.ready.isoformat())
        assert leg["ready"] <= leg["sits_on"] <= leg["available"]
        if leg["submit_by"] is not None:
            meeting = date.fromisoformat(leg["sits_on"])
            assert meeting in case.fora[leg["forum"]]["meetings"]
            assert leg["submit_by"] == deadline(case, leg["forum"], meeting).isoformat()
            assert leg["ready"] <= leg["submit_by"]


@settings(max_examples=80)
@given(journeys(), st.lists(st.integers(1, MOST_SLACK), max_size=10))
def test_slack_and_missed_sittings_hold_by_planning_again(journey, tried):
    found = planned(journey.register, journey.question)
    assume(found["legs"])
    case, way, stops = chosen_way(journey.document, journey.question)
    binding = date.fromisoformat(found["binding_on"])

    for leg in found["legs"]:
        slack = leg["slack_days"]
        for days in {slack, slack + 1, *tried}:
            moves = binding_later(case, way, stops, leg["id"], days) != binding
            assert days > MOST_SLACK or moves is (days > slack)
        assert day(found["if_missed"][leg["id"]]) == if_missed(case, way, stops, leg["id"])


@settings(max_examples=60)
@given(journeys(), st.dates(FIRST_DAY, LAST_DAY))
def test_latest_ready_date_is_in_time_and_the_day_after_is_not(journey, by):
    register = journey.register
    question = replace(journey.question, by=by)
    ready = day(planned(register, question)["latest_ready"])

    def in_time(start: date) -> bool:
        on = decided(register, read_as_now(question, start))
        return on is not None and on <= by

    if ready is None:
        assert not in_time(by)
        assert not in_time(three_years_before(by))
    else:
        assert three_years_before(by) <= ready <= by
        assert in_time(ready)
        assert ready == by or not in_time(ready + ONE_DAY)
