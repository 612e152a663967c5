"""Following a case: what is settled, and which leg made the decision later."""

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.registers import document

from samstyr.rules.following import DelayWhy, LegNow, Slip, first_slip, progress_of
from samstyr.rules.procedure.states import LegState
from samstyr.rules.register import Register, parse
from samstyr.rules.route import Held, Progress, Question, plan_route

MAY, JUNE, SEPTEMBER, OCTOBER = date(2017, 5, 2), date(2017, 6, 28), date(2017, 9, 4), date(2017, 10, 4)
TODAY = date(2017, 8, 1)
QUESTION = Question(subject="s", start="group", ready=date(2017, 4, 24))
GROUP = LegNow(forum="group", state=LegState.PLANNED, planned_on=MAY, submit_by=date(2017, 4, 24))
BOARD = LegNow(forum="board", state=LegState.PLANNED, planned_on=JUNE, submit_by=date(2017, 6, 21))


def governance(*group: str) -> Register:
    """A group that recommends to a board which meets in June and October; the group's own meetings are given."""
    return parse(
        document(
            fora=[
                {
                    "id": "group",
                    "meetings": list(group or ("2017-05-02", "2017-09-04")),
                    "procedure": {"papers_before": {"days": 5}},
                },
                {"id": "board", "meetings": ["2017-06-28", "2017-10-04"], "procedure": {"papers_before": {"days": 5}}},
            ],
            subjects=["s"],
            mandates=[
                {"forum": "group", "act": "recommend", "subject": "s", "to": "board"},
                {"forum": "board", "act": "decide", "subject": "s"},
            ],
        )
    )  # fmt: skip


def test_progress_holds_what_was_treated_what_is_booked_and_who_ratified() -> None:
    legs = [
        replace(GROUP, state=LegState.PASSED, sat_on=MAY),
        replace(BOARD, state=LegState.BOOKED, meeting_on=OCTOBER),
        LegNow(forum="writing", state=LegState.PASSED, sat_on=JUNE, in_writing=True),
        LegNow(forum="back", state=LegState.RETURNED, sat_on=MAY),
        LegNow(forum="out", state=LegState.SKIPPED),
        LegNow(forum="off", state=LegState.PLANNED, put_off_on=JUNE),
        LegNow(forum="waiting", state=LegState.PLANNED, planned_on=OCTOBER),
    ]

    assert progress_of(legs, {"council": OCTOBER}, TODAY) == Progress(
        {
            "council:ratify": Held(OCTOBER),
            "group": Held(MAY),
            "board": Held(OCTOBER),
            "writing": Held(JUNE, in_writing=True),
        },
        {"back": MAY, "off": JUNE},
        TODAY,
    )


def test_rest_of_the_way_starts_from_what_has_been() -> None:
    passed = progress_of([replace(GROUP, state=LegState.PASSED, sat_on=MAY)], {}, date(2017, 6, 22))
    route = plan_route(governance(), QUESTION, passed)

    assert [(leg.id, leg.sits_on) for leg in route.legs] == [("group", MAY), ("board", OCTOBER)]


def test_leg_that_was_put_off_does_not_sit_at_the_same_meeting_again() -> None:
    register = governance("2017-05-02", "2017-06-01")
    legs = [replace(GROUP, put_off_on=MAY)]
    route = plan_route(register, QUESTION, progress_of(legs, {}, date(2017, 4, 20)))

    assert route.legs[0].sits_on == date(2017, 6, 1)


@pytest.mark.parametrize(
    ("leg", "meetings", "slip"),
    [
        (GROUP, (), Slip("group", DelayWhy.MISSED, MAY, SEPTEMBER)),
        (replace(GROUP, put_off_on=MAY), (), Slip("group", DelayWhy.POSTPONED, MAY, SEPTEMBER)),
        (GROUP, ("2017-09-04",), Slip("group", DelayWhy.MOVED, MAY, SEPTEMBER)),
        (
            replace(GROUP, state=LegState.BOOKED, meeting_on=SEPTEMBER),
            ("2017-09-04",),
            Slip("group", DelayWhy.MOVED, MAY, SEPTEMBER),
        ),
        (
            replace(GROUP, state=LegState.BOOKED, meeting_on=SEPTEMBER),
            (),
            Slip("group", DelayWhy.BOOKED, MAY, SEPTEMBER),
        ),
        (replace(GROUP, submit_by=None), (), Slip("group", DelayWhy.MISSED, MAY, SEPTEMBER)),
        (replace(GROUP, submit_by=date(2018, 1, 1)), (), Slip("group", DelayWhy.CHANGED, MAY, SEPTEMBER)),
    ],
)
def test_slip_is_the_first_leg_that_sits_later(leg: LegNow, meetings: tuple[str, ...], slip: Slip) -> None:
    register = governance(*meetings)
    route = plan_route(register, QUESTION, progress_of([leg, BOARD], {}, TODAY))

    assert route.decided_on == OCTOBER
    assert first_slip(register, [leg, BOARD], route, TODAY) == slip


def test_slip_of_a_blocked_route_is_the_forum_without_a_meeting() -> None:
    register, today = governance(), date(2017, 12, 1)
    route = plan_route(register, QUESTION, progress_of([GROUP, BOARD], {}, today))

    assert first_slip(register, [GROUP, BOARD], route, today) == Slip("group", DelayWhy.MISSED, MAY)


def test_slip_of_another_route_is_a_change() -> None:
    register = governance()
    route = plan_route(register, QUESTION, progress_of([BOARD], {}, date(2017, 4, 1)))
    other = [LegNow(forum="committee", state=LegState.PLANNED, planned_on=MAY)]

    assert first_slip(register, other, route, TODAY) == Slip(None, DelayWhy.CHANGED)
