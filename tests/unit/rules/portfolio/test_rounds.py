"""Reporting rounds: states, lateness, reminders day by day, and what reporting once saves."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyr.rules.portfolio.rounds import (
    TRANSITIONS,
    UNANSWERED,
    Reminders,
    Request,
    RequestState,
    Saved,
    may_step,
    plan_requests,
    saved,
    state_on,
    to_remind,
)
from samstyr.rules.verdict import Denied

ASKED, LATE, REPORTED, CHECKED, APPROVED = RequestState
DUE = date(2017, 3, 1)
REQUEST = Request(
    initiative="i", lead="o", fora=frozenset({"board", "group"}), asked_on=date(2017, 2, 1), due=DUE
)


def test_every_step_is_in_the_table_or_refused() -> None:
    allowed = {(state, to) for state, to in product(RequestState, repeat=2) if may_step(state, to)}

    assert {*TRANSITIONS} == {*RequestState}
    assert allowed == {
        (ASKED, REPORTED),
        (ASKED, LATE),
        (LATE, REPORTED),
        (REPORTED, CHECKED),
        (REPORTED, ASKED),
        (CHECKED, APPROVED),
        (CHECKED, ASKED),
    }
    assert may_step(APPROVED, ASKED) == Denied(
        "no-such-step", {"machine": "report-request", "state": APPROVED, "to": ASKED}
    )


@pytest.mark.parametrize(
    ("state", "on", "then"),
    [
        (ASKED, DUE, ASKED),
        (ASKED, DUE + timedelta(days=1), LATE),
        (REPORTED, DUE + timedelta(days=1), REPORTED),
        (APPROVED, DUE + timedelta(days=1), APPROVED),
        (LATE, DUE, LATE),
    ],
)
def test_request_is_late_the_day_after_it_was_due(state, on, then) -> None:
    assert state_on(replace(REQUEST, state=state), on) == then


def reminded_on(request: Request, until: date, reminders: Reminders, *, deaf: frozenset[date]) -> list[str]:
    """The days somebody is reminded when the rule is asked every day but those in `deaf`."""
    found = []
    for offset in range((until - request.asked_on).days + 1):
        day = request.asked_on + timedelta(days=offset)
        if day not in deaf and to_remind([request], day, reminders):
            found.append(str(day))
            request = replace(request, reminded_on=day)
    return found


@pytest.mark.parametrize(
    ("asked_on", "reminders", "deaf", "expected"),
    [
        ("2017-02-01", Reminders(), (), ["2017-02-22", "2017-02-28", "2017-03-08", "2017-03-15"]),
        ("2017-02-01", Reminders(before=(0,), every_after=0), (), ["2017-03-01"]),
        ("2017-02-01", Reminders(before=(), every_after=10), (), ["2017-03-11"]),
        (
            "2017-02-01",
            Reminders(),
            ("2017-02-22", "2017-02-23"),
            ["2017-02-24", "2017-02-28", "2017-03-08", "2017-03-15"],
        ),
        (
            "2017-02-01",
            Reminders(before=()),
            ("2017-03-08", "2017-03-09"),
            ["2017-03-10", "2017-03-15"],
        ),
        ("2017-02-22", Reminders(), (), ["2017-02-28", "2017-03-08", "2017-03-15"]),
    ],
)
def test_who_is_reminded_day_by_day(asked_on, reminders, deaf, expected) -> None:
    request = replace(REQUEST, asked_on=date.fromisoformat(asked_on))
    until = date(2017, 3, 20)

    assert reminded_on(request, until, reminders, deaf=frozenset(map(date.fromisoformat, deaf))) == expected


@pytest.mark.parametrize("state", RequestState)
def test_only_what_is_not_answered_is_reminded(state: RequestState) -> None:
    request = replace(REQUEST, state=state)

    assert to_remind([request], DUE) == ((request,) if state in UNANSWERED else ())


def test_reminders_come_by_due_day_and_initiative() -> None:
    later = replace(REQUEST, initiative="a", due=DUE + timedelta(days=1))
    other = replace(REQUEST, initiative="h")

    assert to_remind([later, REQUEST, other], DUE) == (other, REQUEST, later)


def test_each_initiative_is_asked_once_for_all_fora() -> None:
    assert plan_requests({"board": ["b", "a"], "group": ["b"], "region": []}) == {
        "a": frozenset({"board"}),
        "b": frozenset({"board", "group"}),
    }


@given(st.dictionaries(st.sampled_from("bgrt"), st.sets(st.sampled_from("12345"))))
def test_saved_is_what_each_forum_would_have_asked_for_on_its_own(portfolios) -> None:
    planned = plan_requests(portfolios)
    requests = [replace(REQUEST, initiative=i, fora=fora) for i, fora in planned.items()]
    wanted = [initiative for initiatives in portfolios.values() for initiative in initiatives]

    assert saved(requests) == Saved(asked=len(set(wanted)), wanted=len(wanted))
    assert saved(requests).saved == len(wanted) - len(set(wanted))


@pytest.mark.parametrize(("fora", "count"), [("", 0), ("a", 0), ("ab", 1), ("abcde", 4)])
def test_fora_of_one_report_save_all_but_one(fora: str, count: int) -> None:
    assert saved([replace(REQUEST, fora=frozenset(fora))]).saved == count
