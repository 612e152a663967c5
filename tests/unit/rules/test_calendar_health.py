"""How calendars fit together: the waiting between two fora, and the move of a meeting that saves most."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.factories.registers import document

from samstyr.rules.calendar import is_weekday
from samstyr.rules.calendar_health import (
    FARTHEST,
    Gain,
    Handover,
    Move,
    Travelling,
    best_moves,
    duties_as_journeys,
    handovers,
)
from samstyr.rules.register import Register, parse
from samstyr.rules.route import Question, plan_route

FIRST, LAST = date(2017, 1, 1), date(2017, 12, 31)
JOURNEY = Travelling("case:1", Question(subject="s", start="group", ready=date(2017, 3, 1)))


@pytest.fixture
def register() -> Register:
    """A group meets on 15 March, five days after the board's papers are due for 20 March: its cases wait for June."""
    return parse(
        document(
            fora=[
                {"id": "group", "meetings": ["2017-03-15", "2017-09-13"]},
                {"id": "board", "meetings": ["2017-03-20", "2017-06-19"], "procedure": {"papers_before": {"days": 3}}},
                {"id": "council", "meetings": ["2017-07-03"]},
                {"id": "alone", "meetings": ["2017-07-03"]},
            ],
            subjects=["s", "t"],
            mandates=[
                {"forum": "group", "act": "recommend", "subject": "s", "to": "board"},
                {"forum": "board", "act": "decide", "subject": "s"},
                {"forum": "council", "act": "ratify", "subject": "s"},
                {"forum": "alone", "act": "advise", "subject": "s", "to": "board"},
                {"forum": "board", "act": "approve", "subject": "t"},
            ],
            duties=[
                {"id": "yearly", "name": "Årlig", "forum": "group", "act": "recommend", "months": [3, 9]},
            ],
        )
    )  # fmt: skip


def test_handovers_tell_the_waiting_built_in(register: Register) -> None:
    assert handovers(register, FIRST, LAST) == [
        Handover("group", "board", (95,), 1),
        Handover("board", "council", (104, 13), 0),
    ]


def test_handovers_have_averages_only_where_something_is_taken() -> None:
    assert (Handover("a", "b", (1, 4), 0).average, Handover("a", "b", (), 2).average) == (2.5, None)


def test_best_move_saves_most_by_the_smallest_shift(register: Register) -> None:
    """The group's outcome of 14 March can be used on the 15th, the last day for papers to the board's 20 March; but
    the council that ratifies meets on 3 July all the same: nothing is saved before it moves."""
    assert best_moves(register, [JOURNEY], FIRST, LAST) == [
        Move(
            "council",
            date(2017, 7, 3),
            date(2017, 6, 20),
            (Gain("case:1", date(2017, 7, 3), date(2017, 6, 20)),),
        )
    ]


def test_best_move_without_ratification_is_the_group_a_day_earlier(register: Register) -> None:
    open_register = register.with_changes({"mandates": {"m3": None}})

    assert best_moves(open_register, [JOURNEY], FIRST, LAST)[0] == Move(
        "group",
        date(2017, 3, 15),
        date(2017, 3, 14),
        (Gain("case:1", date(2017, 6, 19), date(2017, 3, 20)),),
    )


def test_moves_hold_by_planning_with_the_meeting_moved(register: Register) -> None:
    """Every move within reach, tried by planning anew: none saves more than the first that is answered."""
    register = register.with_changes({"mandates": {"m3": None}})
    found = best_moves(register, [JOURNEY], FIRST, LAST)
    before = plan_route(register, JOURNEY.question).binding_on
    assert before is not None
    saved = {}
    for forum in ("group", "board"):
        record = register.fora[forum]
        for day in record.meetings:
            for shift in range(-FARTHEST, FARTHEST + 1):
                to = day + timedelta(days=shift)
                if is_weekday(to) and to not in record.meetings:
                    meetings = tuple(sorted({*record.meetings, to} - {day}))
                    other = register.with_changes({"fora": {forum: replace(record, meetings=meetings)}})
                    binds = plan_route(other, JOURNEY.question).binding_on
                    if binds is not None:
                        saved[forum, day, to] = (before - binds).days

    assert found[0].saved == max(saved.values())
    assert all(saved[move.forum, move.day, move.to] == move.saved for move in found)


def test_move_that_another_journey_loses_by_is_weighed(register: Register) -> None:
    open_register = register.with_changes({"mandates": {"m3": None}})
    late = Travelling("case:2", Question(subject="s", start="group", ready=date(2017, 3, 15)))
    move = best_moves(open_register, [JOURNEY, late], FIRST, LAST)[0]

    assert (move.forum, move.day, move.saved) != ("group", date(2017, 3, 15), 91)


def test_duties_with_a_subject_are_journeys_of_their_own(register: Register) -> None:
    assert duties_as_journeys(register, FIRST, date(2017, 6, 30)) == [
        Travelling("duty:yearly:2017-03-15", Question(subject="s", start="group", ready=date(2017, 3, 15)))
    ]
