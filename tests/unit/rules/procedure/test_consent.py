"""Votes by each rule, and written procedures where silence may or may not count."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyr.rules.procedure.consent import (
    Answer,
    Carried,
    Choice,
    NotCarried,
    Reply,
    Vote,
    WrittenOutcome,
    WrittenResult,
    is_carried,
    may_let_silence_consent,
    written_result,
)
from samstyr.rules.register import DecisionRule, Instrument, InstrumentKind, Validity
from samstyr.rules.verdict import Allowed, Denied

CONSENSUS, MAJORITY, UNANIMITY = DecisionRule
FOR, AGAINST, ABSTAIN = Choice
AGREE, COMMENTS, OBJECT = Reply
OPEN, CARRIED, NOT_CARRIED, NEEDS_MEETING = WrittenOutcome
PARTIES = ("kommuner", "praksis", "regioner", "stat")


def votes(*choices):
    """One vote a party, in the order of PARTIES; None: the party does not vote."""
    return [Vote(party, choice) for party, choice in zip(PARTIES, choices, strict=False) if choice]


@pytest.mark.parametrize(
    ("rule", "choices", "expected"),
    [
        (CONSENSUS, (FOR, FOR, FOR, FOR), Carried()),
        (CONSENSUS, (FOR, ABSTAIN, None, None), Carried()),
        (CONSENSUS, (), Carried()),
        (CONSENSUS, (FOR, FOR, AGAINST, FOR), NotCarried("objected", ("regioner",))),
        (UNANIMITY, (FOR, FOR, FOR, FOR), Carried()),
        (UNANIMITY, (FOR, ABSTAIN, FOR, None), NotCarried("not-all-for", ("praksis", "stat"))),
        (MAJORITY, (FOR, FOR, AGAINST, ABSTAIN), Carried()),
        (MAJORITY, (FOR, ABSTAIN, ABSTAIN, None), Carried()),
        (MAJORITY, (FOR, FOR, AGAINST, AGAINST), NotCarried("no-majority", ("regioner", "stat"))),
        (MAJORITY, (), NotCarried("no-majority")),
        (None, (FOR, None, None, None), Carried(is_assumed=True)),
        (None, (AGAINST, FOR, FOR, FOR), NotCarried("objected", ("kommuner",), is_assumed=True)),
    ],
)
def test_proposal_is_carried_by_the_rule(rule, choices, expected):
    assert is_carried(rule, votes(*choices), PARTIES) == expected


@pytest.mark.parametrize("rule", [*DecisionRule, None])
def test_nobody_entitled_carries_nothing(rule):
    assert is_carried(rule, votes(FOR), ()) == NotCarried("nobody-entitled", (), rule is None)


def test_vote_of_a_party_that_is_not_entitled_does_not_count():
    assert is_carried(CONSENSUS, [Vote("leverandører", AGAINST)], PARTIES) == Carried()


def test_party_that_votes_twice_is_an_error():
    with pytest.raises(ValueError, match="twice"):
        is_carried(MAJORITY, [Vote("stat", FOR), Vote("stat", FOR)], PARTIES)


@pytest.mark.parametrize("choices", list(product([FOR, AGAINST, ABSTAIN, None], repeat=3)))
def test_what_carries_unanimously_carries_by_every_rule(choices):
    cast, entitled = votes(*choices), PARTIES[:3]

    if is_carried(UNANIMITY, cast, entitled):
        assert is_carried(CONSENSUS, cast, entitled)
        assert is_carried(MAJORITY, cast, entitled)


@pytest.mark.parametrize("rule", DecisionRule)
@given(data=st.data())
def test_changing_a_vote_to_for_never_loses_a_proposal(rule, data):
    choices = data.draw(st.lists(st.sampled_from([*Choice, None]), min_size=4, max_size=4))
    place = data.draw(st.integers(0, 3))

    before = is_carried(rule, votes(*choices), PARTIES)
    after = is_carried(rule, votes(*choices[:place], FOR, *choices[place + 1 :]), PARTIES)

    assert bool(after) >= bool(before)


def answers(*replies):
    return [Answer(party, reply) for party, reply in zip(PARTIES, replies, strict=False) if reply]


@pytest.mark.parametrize(
    ("rule", "replies", "silence", "passed", "outcome"),
    [
        (CONSENSUS, (AGREE, AGREE, AGREE, None), False, False, OPEN),
        (CONSENSUS, (AGREE, AGREE, AGREE, None), True, False, OPEN),
        (CONSENSUS, (AGREE, AGREE, AGREE, None), False, True, NOT_CARRIED),
        (CONSENSUS, (AGREE, AGREE, AGREE, None), True, True, CARRIED),
        (CONSENSUS, (AGREE, AGREE, AGREE, COMMENTS), False, False, CARRIED),
        (CONSENSUS, (AGREE, AGREE, OBJECT, None), True, False, NEEDS_MEETING),
        (UNANIMITY, (AGREE, AGREE, AGREE, AGREE), False, False, CARRIED),
        (UNANIMITY, (AGREE, AGREE, AGREE, COMMENTS), False, False, NOT_CARRIED),
        (UNANIMITY, (AGREE, AGREE, AGREE, None), True, True, CARRIED),
        (UNANIMITY, (AGREE, AGREE, AGREE, None), False, True, NOT_CARRIED),
        (MAJORITY, (AGREE, AGREE, AGREE, None), False, False, OPEN),
        (MAJORITY, (AGREE, AGREE, AGREE, None), False, True, CARRIED),
        (MAJORITY, (AGREE, AGREE, None, None), False, True, NOT_CARRIED),
        (MAJORITY, (AGREE, None, None, None), False, True, NOT_CARRIED),
        (MAJORITY, (AGREE, AGREE, AGREE, OBJECT), False, True, NEEDS_MEETING),
        (CONSENSUS, (), False, True, NOT_CARRIED),
        (CONSENSUS, (), True, True, CARRIED),
    ],
)
def test_written_procedure_stands_where_its_answers_put_it(rule, replies, silence, passed, outcome):
    result = written_result(
        rule, answers(*replies), PARTIES, silence_consents=silence, deadline_passed=passed
    )

    assert result.outcome == outcome


def test_written_result_names_the_silent_and_those_who_want_a_meeting():
    said = [
        Answer("stat", COMMENTS, demands_meeting=True),
        Answer("regioner", OBJECT),
        Answer("praksis", AGREE),
    ]

    assert written_result(None, said, PARTIES, silence_consents=False, deadline_passed=True) == WrittenResult(
        NEEDS_MEETING, ("kommuner",), ("regioner", "stat"), is_assumed=True
    )


def test_answer_of_a_party_that_is_not_entitled_does_not_count():
    result = written_result(
        CONSENSUS, [Answer("x", OBJECT)], ("stat",), silence_consents=False, deadline_passed=False
    )

    assert result == WrittenResult(OPEN, ("stat",))


def test_written_procedure_with_nobody_entitled_carries_nothing():
    result = written_result(CONSENSUS, [], [], silence_consents=True, deadline_passed=True)

    assert result == WrittenResult(NOT_CARRIED)


@pytest.mark.parametrize("rule", DecisionRule)
@given(replies=st.lists(st.sampled_from([AGREE, COMMENTS, None]), min_size=4, max_size=4))
def test_silence_changes_nothing_where_it_does_not_consent(rule, replies):
    """Without a basis, a silent party never helps a proposal that its comments would not carry."""
    silent = written_result(rule, answers(*replies), PARTIES, silence_consents=False, deadline_passed=True)
    said = [reply or COMMENTS for reply in replies]
    commented = written_result(rule, answers(*said), PARTIES, silence_consents=False, deadline_passed=True)

    assert (silent.outcome == CARRIED) <= (commented.outcome == CARRIED)


ON = date(2017, 6, 28)


@pytest.mark.parametrize("kind", InstrumentKind)
def test_only_rules_of_procedure_and_terms_of_reference_let_silence_consent(kind):
    basis = Instrument(id="fo", name="Forretningsorden", kind=kind)
    able = {InstrumentKind.RULES_OF_PROCEDURE, InstrumentKind.TERMS_OF_REFERENCE}

    verdict = may_let_silence_consent(basis, ON)

    refused = Denied("no-basis-for-silence", {"instrument": "fo", "name": "Forretningsorden"})
    assert verdict == (Allowed() if kind in able else refused)


def test_basis_that_is_no_longer_in_force_lets_no_silence_consent():
    basis = Instrument(
        id="fo", name="Gammel", kind=InstrumentKind.RULES_OF_PROCEDURE, valid=Validity(until=ON)
    )

    assert may_let_silence_consent(basis, ON) == Denied(
        "no-basis-for-silence", {"instrument": "fo", "name": "Gammel"}
    )


def test_silence_without_a_basis_does_not_consent():
    assert may_let_silence_consent(None, ON) == Denied("no-basis-for-silence")
