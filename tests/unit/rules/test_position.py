"""The states of a party's position, walked whole, and who can be asked for one."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.factories.registers import register

from samstyr.rules.position import (
    TRANSITIONS,
    PositionState,
    Stance,
    may_ask,
    may_draft,
    may_note_not_given,
    may_record,
    may_release,
    may_say,
    may_set_date,
    parties_to_ask,
)
from samstyr.rules.verdict import Allowed, Denied, Verdict

ON = date(2017, 7, 1)
DUE = date(2017, 8, 1)
AFTER = date(2017, 8, 2)
ASKED, IN_CONSTITUENCY, RELEASED, RECORDED, NOT_GIVEN = PositionState
OK = "allowed"


def code(verdict: Verdict) -> str:
    return verdict.code if isinstance(verdict, Denied) else OK


# Every step from every state. Each step is given facts with which only the state can stand in its way.
STEPS: dict[str, Callable[[PositionState], Verdict]] = {
    "set date": lambda state: may_set_date(state, DUE, ON),
    "draft": may_draft,
    "release": lambda state: may_release(state, version=2, latest=2, stance=Stance.AGREE, remarks=""),
    "record": may_record,
    "not given": lambda state: may_note_not_given(state, DUE, AFTER),
}
CLOSED = "position-is-closed"
TABLE: dict[PositionState, dict[str, str]] = {
    ASKED: {"set date": OK, "draft": OK, "release": OK, "record": "not-released", "not given": OK},
    IN_CONSTITUENCY: {"set date": OK, "draft": OK, "release": OK, "record": "not-released", "not given": OK},
    RELEASED: {"set date": CLOSED, "draft": CLOSED, "release": CLOSED, "record": OK, "not given": CLOSED},
    RECORDED: {
        "set date": CLOSED,
        "draft": CLOSED,
        "release": CLOSED,
        "record": "not-released",
        "not given": CLOSED,
    },
    NOT_GIVEN: {
        "set date": CLOSED,
        "draft": CLOSED,
        "release": CLOSED,
        "record": "not-released",
        "not given": CLOSED,
    },
}
LEADS_TO = {
    "set date": IN_CONSTITUENCY,
    "release": RELEASED,
    "record": RECORDED,
    "not given": NOT_GIVEN,
}


def test_every_step_from_every_state_is_allowed_or_refused_as_the_table_says() -> None:
    walked = {state: {step: code(take(state)) for step, take in STEPS.items()} for state in PositionState}

    assert walked == TABLE


def test_steps_and_transitions_say_the_same() -> None:
    reached = {
        state: frozenset(LEADS_TO[step] for step, answer in row.items() if step in LEADS_TO and answer == OK)
        for state, row in TABLE.items()
    }

    assert reached == TRANSITIONS


@pytest.mark.parametrize(
    ("stance", "remarks", "answer"),
    [
        (Stance.AGREE, "", OK),
        (Stance.AGREE, "Gerne.", OK),
        (Stance.AGREE_ON_CONDITION, "  \n", "condition-missing"),
        (Stance.AGREE_ON_CONDITION, "at staten betaler", OK),
        (Stance.RESERVE, "", "reason-missing"),
        (Stance.RESERVE, "budget", OK),
        (Stance.OBJECT, "", "reason-missing"),
        (Stance.OBJECT, "for dyrt", OK),
    ],
)
def test_position_that_is_no_plain_yes_needs_words(stance: Stance, remarks: str, answer: str) -> None:
    assert code(may_say(stance, remarks)) == answer
    assert code(may_release(ASKED, version=1, latest=1, stance=stance, remarks=remarks)) == answer


def test_only_the_newest_version_can_be_released() -> None:
    verdict = may_release(ASKED, version=1, latest=2, stance=Stance.AGREE, remarks="")

    assert verdict == Denied("draft-is-newer", {"version": 1, "latest": 2})


@pytest.mark.parametrize(
    ("ready_on", "answer"), [(date(2017, 6, 30), "date-has-passed"), (ON, OK), (AFTER, OK)]
)
def test_constituency_has_the_matter_until_today_or_later(ready_on: date, answer: str) -> None:
    assert code(may_set_date(ASKED, ready_on, ON)) == answer


@pytest.mark.parametrize(("on", "answer"), [(ON, "due-not-passed"), (DUE, "due-not-passed"), (AFTER, OK)])
def test_party_has_the_whole_of_its_last_day(on: date, answer: str) -> None:
    assert code(may_note_not_given(ASKED, DUE, on)) == answer


REGISTER = register(
    parties=["stat", "regioner", "kommuner", "laeger"],
    organisations=[
        {"id": "s", "party": "stat"},
        {"id": "r", "party": "regioner"},
        {"id": "k", "party": "kommuner"},
        {"id": "l", "party": "laeger"},
    ],
    fora=[
        {
            "id": "f",
            "seats": [
                {"organisation": "s", "role": "chair"},
                {"organisation": "r", "role": "observer"},
                {"organisation": "k", "valid": {"until": "2017-07-01"}},
            ],
        }
    ],
    subjects=[{"id": "a", "binds": ["laeger"]}, {"id": "b", "parent": "a"}],
)


@pytest.mark.parametrize(
    ("forum", "subject", "on", "parties"),
    [
        ("f", None, ON, ("regioner", "stat")),
        ("f", "b", ON, ("regioner", "stat")),
        ("f", "a", ON, ("laeger", "regioner", "stat")),
        ("f", None, date(2017, 6, 30), ("kommuner", "regioner", "stat")),
        ("x", "y", ON, ()),
    ],
)
def test_parties_with_a_seat_on_the_day_or_bound_by_the_subject_can_be_asked(
    forum: str, subject: str | None, on: date, parties: tuple[str, ...]
) -> None:
    assert parties_to_ask(REGISTER, forum, subject, on) == parties


@pytest.mark.parametrize(
    ("party", "due", "is_asked", "answer"),
    [
        ("stat", DUE, False, Allowed()),
        ("stat", ON, False, Allowed()),
        ("stat", DUE, True, Denied("asked-already", {"party": "stat", "name": "STAT"})),
        ("stat", date(2017, 6, 30), False, Denied("due-has-passed", {"due": date(2017, 6, 30)})),
        ("kommuner", DUE, False, Denied("party-has-no-part", {"party": "kommuner", "name": "KOMMUNER"})),
    ],
)
def test_party_is_asked_once_in_time_and_only_where_it_has_a_part(
    party: str, due: date, is_asked: bool, answer: Verdict
) -> None:
    found = may_ask(REGISTER, forum="f", subject=None, party=party, due=due, on=ON, is_asked=is_asked)

    assert found == answer
