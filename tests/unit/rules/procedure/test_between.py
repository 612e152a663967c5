"""What may be done between meetings: written procedures, consultations, whose party a body is."""

from datetime import date

import pytest
from tests.factories.registers import register

from samstyr.rules.procedure.between import (
    earliest_deadline,
    may_answer_written,
    may_close_written,
    may_open_written,
    may_reply,
    may_say_in_writing,
    parties_spoken_for,
    party_of_body,
    silence_bases,
    voting_parties,
)
from samstyr.rules.procedure.consent import Reply, WrittenOutcome
from samstyr.rules.procedure.states import ConsultationState, LegState, WrittenState
from samstyr.rules.rights import OPERATOR, Holding, Role, Viewer
from samstyr.rules.verdict import Allowed, Denied

ON = date(2017, 7, 3)  # a Monday
REGISTER = register(
    parties=["stat", "regioner", "kommuner"],
    organisations=[
        {"id": "sum", "party": "stat"},
        {"id": "dr", "party": "regioner"},
        {"id": "kl", "party": "kommuner"},
        {"id": "by", "party": "kommuner"},
    ],
    instruments=[
        {"id": "kommissorium", "kind": "terms-of-reference"},
        {"id": "andet-kommissorium", "kind": "terms-of-reference"},
        {"id": "forretningsorden", "kind": "rules-of-procedure"},
        {"id": "udloebet", "kind": "rules-of-procedure", "valid": {"until": "2017-01-01"}},
        {"id": "aftale", "kind": "agreement"},
    ],
    fora=[
        {
            "id": "nbs",
            "terms_of_reference": "kommissorium",
            "procedure": {"written": {"days": 5}},
            "seats": [
                {"organisation": "sum", "role": "chair"},
                {"organisation": "kl"},
                {"organisation": "kl", "role": "secretary"},
                {"organisation": "dr", "role": "observer"},
                {"organisation": "dr", "valid": {"until": "2017-01-01"}},
            ],
        },
        "tomt",
        {"id": "kreds", "seats": [{"organisation": "kl"}, {"organisation": "by"}]},
        {"id": "raad", "level": "party", "party": "regioner"},
    ],
)


def member(role: Role = Role.MEMBER, party: str = "kommuner", forum: str | None = "nbs") -> Viewer:
    return Viewer(1, (Holding(role, forum, "kl", party),))


def test_only_seats_with_a_say_in_force_on_the_day_give_a_party_an_answer():
    assert voting_parties(REGISTER, "nbs", ON) == ("kommuner", "stat")
    assert voting_parties(REGISTER, "nbs", date(2016, 7, 1)) == ("kommuner", "regioner", "stat")


@pytest.mark.parametrize(
    ("viewer", "expected"),
    [
        (member(), ("kommuner",)),
        (member(Role.SUBSTITUTE), ("kommuner",)),
        (member(Role.CHAIR, "stat"), ("stat",)),
        (member(Role.OBSERVER), ()),
        (member(Role.SECRETARY), ()),
        (member(forum="kreds"), ()),
        (member(party="regioner"), ()),
        (OPERATOR, ("kommuner", "stat")),
    ],
)
def test_one_answers_for_the_party_of_ones_seat_in_the_forum(viewer, expected):
    assert parties_spoken_for(viewer, "nbs", REGISTER, ON) == expected


def test_silence_counts_by_the_forums_own_terms_or_rules_of_procedure_in_force():
    assert [each.id for each in silence_bases(REGISTER, "nbs", ON)] == ["forretningsorden", "kommissorium"]


def test_deadline_is_as_long_as_the_forums_procedure_says():
    assert earliest_deadline(REGISTER, "nbs", ON) == date(2017, 7, 10)
    assert earliest_deadline(REGISTER, "kreds", ON) == ON


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, Allowed()),
        ({"leg": LegState.BOOKED}, Allowed()),
        ({"deadline": date(2017, 7, 9)}, Denied("written-too-short", {"due": date(2017, 7, 10)})),
        ({"leg": LegState.ON_AGENDA}, Denied("leg-not-waiting", {"state": LegState.ON_AGENDA})),
        ({"leg": LegState.PASSED}, Denied("leg-not-waiting", {"state": LegState.PASSED})),
        ({"is_open": True}, Denied("written-is-open")),
        ({"forum": "tomt"}, Denied("nobody-to-ask", {"forum": "tomt", "name": "TOMT"})),
    ],
)
def test_leg_is_decided_in_writing(changed, expected):
    facts = {"forum": "nbs", "leg": LegState.PLANNED, "deadline": date(2017, 7, 10), "is_open": False}

    assert may_open_written(REGISTER, on=ON, **(facts | changed)) == expected


@pytest.mark.parametrize(
    ("state", "on", "party", "expected"),
    [
        (WrittenState.OPEN, date(2017, 7, 10), "stat", Allowed()),
        (
            WrittenState.OPEN,
            date(2017, 7, 11),
            "stat",
            Denied("deadline-has-passed", {"deadline": date(2017, 7, 10)}),
        ),
        (WrittenState.OPEN, ON, "regioner", Denied("party-not-asked", {"party": "regioner"})),
        (
            WrittenState.CARRIED,
            ON,
            "stat",
            Denied("written-is-closed", {"state": WrittenState.CARRIED}),
        ),
    ],
)
def test_party_answers_until_the_end_of_the_last_day(state, on, party, expected):
    verdict = may_answer_written(
        state, deadline=date(2017, 7, 10), on=on, party=party, asked=("kommuner", "stat")
    )

    assert verdict == expected


@pytest.mark.parametrize(
    ("reply", "text", "wants_meeting", "allowed"),
    [
        (Reply.AGREE, "", False, True),
        (Reply.AGREE, " ", True, False),
        (Reply.AGREE, "Fordi", True, True),
        (Reply.COMMENTS, "", False, False),
        (Reply.COMMENTS, "En bemærkning", False, True),
        (Reply.OBJECT, " ", False, False),
        (Reply.OBJECT, "Nej", False, True),
    ],
)
def test_answer_says_why_unless_it_agrees(reply, text, wants_meeting, allowed):
    verdict = may_say_in_writing(reply, text, wants_meeting=wants_meeting)

    assert verdict == (Allowed() if allowed else Denied("words-missing", {"reply": reply}))


@pytest.mark.parametrize("outcome", list(WrittenOutcome))
@pytest.mark.parametrize("state", list(WrittenState))
def test_procedure_is_closed_once_and_not_while_answers_are_awaited(state, outcome):
    verdict = may_close_written(state, outcome, deadline=ON)

    if state != WrittenState.OPEN:
        assert verdict == Denied("written-is-closed", {"state": state})
    elif outcome == WrittenOutcome.OPEN:
        assert verdict == Denied("answers-awaited", {"deadline": ON})
    else:
        assert verdict == Allowed()


@pytest.mark.parametrize("state", list(ConsultationState))
def test_reply_is_taken_until_the_consultation_is_closed(state):
    expected = (
        Allowed() if state == ConsultationState.OPEN else Denied("consultation-is-closed", {"state": state})
    )

    assert may_reply(state) == expected


@pytest.mark.parametrize(
    ("forum", "expected"), [("raad", "regioner"), ("kreds", "kommuner"), ("nbs", None), ("tomt", None)]
)
def test_body_is_its_owners_or_of_the_one_party_that_sits_in_it(forum, expected):
    assert party_of_body(REGISTER, forum) == expected
