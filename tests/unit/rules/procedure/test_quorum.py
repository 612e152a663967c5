"""Who counts towards a quorum, and how many it takes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.registers import register

from samstyr.rules.procedure.quorum import Present, QuorumAnswer, QuorumUnit, quorum
from samstyr.rules.register import Role

ON = date(2017, 6, 28)
MEMBER, CHAIR, SUBSTITUTE, OBSERVER, SECRETARY = (
    Role.MEMBER,
    Role.CHAIR,
    Role.SUBSTITUTE,
    Role.OBSERVER,
    Role.SECRETARY,
)
SEATS = [
    {"organisation": "sds", "role": "chair"},
    {"organisation": "sum", "role": "member"},
    {"organisation": "kl", "role": "member", "count": 2},
    {"organisation": "dr", "role": "co-chair"},
    {"organisation": "medcom", "role": "observer"},
    {"organisation": "sds", "role": "secretary", "count": 2},
    {"organisation": "nsi", "role": "member", "valid": {"until": "2015-11-01"}},
]


def board(laid_down, seats=SEATS):
    known = register(
        parties=["stat", "kommuner", "regioner"],
        organisations=[
            "sum",
            "nsi",
            {"id": "sds", "replaces": "nsi"},
            {"id": "kl", "party": "kommuner"},
            {"id": "dr", "party": "regioner"},
            {"id": "medcom", "party": "regioner"},
        ],
        fora=[{"id": "nbs", "seats": seats, "procedure": {"quorum": laid_down} if laid_down else {}}],
    )
    return known, known.fora["nbs"]


def asked(laid_down, *present):
    known, forum = board(laid_down)
    return quorum(known, forum, ON, present)


ALL = (
    Present("sds", CHAIR),
    Present("sum", MEMBER),
    Present("kl", MEMBER),
    Present("kl", MEMBER),
    Present("dr", Role.CO_CHAIR),
)


def test_seats_are_counted():
    assert asked({"seats": 4}, *ALL[:4]) == QuorumAnswer(True, QuorumUnit.SEATS, 4, 4, ("dr",))


def test_nobody_is_missing_where_more_come_than_it_takes():
    assert asked({"seats": 3}, *ALL).missing == 0


def test_nobody_is_missing_where_just_enough_come():
    assert asked({"seats": 5}, *ALL).missing == 0


def test_seats_that_are_short_are_told():
    answer = asked({"seats": 4}, *ALL[:3])

    assert answer == QuorumAnswer(False, QuorumUnit.SEATS, 4, 3, ("dr", "kl"))
    assert answer.missing == 1


def test_parties_are_counted_once():
    answer = asked({"parties": 3}, *ALL[:4])

    assert answer == QuorumAnswer(False, QuorumUnit.PARTIES, 3, 2, ("regioner",))


def test_party_is_there_by_one_of_its_organisations():
    assert asked({"parties": 3}, ALL[1], ALL[2], ALL[4]).is_met is True


def test_half_of_five_seats_is_three():
    assert asked({"share": 0.5}, *ALL[:2]) == QuorumAnswer(False, QuorumUnit.SHARE, 3, 2, ("dr", "kl"))


def test_quorum_that_is_not_laid_down_is_unknown():
    answer = asked(None, *ALL)

    assert answer == QuorumAnswer(None, None, None, 5, ())
    assert answer.missing == 0


@pytest.mark.parametrize(
    ("share", "seats", "needed"),
    [
        (0, 5, 0),
        (0.01, 5, 1),
        (0.5, 4, 2),
        (0.5, 5, 3),
        (0.501, 4, 3),
        (0.1, 30, 3),  # 0.1 as a binary number is a little more than a tenth
        (0.6, 5, 3),
        (2 / 3, 3, 2),
        (0.6666666666666667, 3, 2),
        (0.667, 3, 2),
        (0.67, 3, 2),
        (0.67, 6, 4),
        (0.33, 3, 1),
        (1 / 3, 9, 3),
        (0.68, 3, 3),
        (0.7, 3, 3),
        (1, 5, 5),
        (1.0, 5, 5),
        (1e-05, 5, 1),
    ],
)
def test_share_is_counted_as_it_is_written(share, seats, needed):
    known, forum = board({"share": share}, [{"organisation": "kl", "count": seats}])

    assert quorum(known, forum, ON, ()).needed == needed


def test_share_of_no_seats_is_not_met_by_nobody():
    known, forum = board({"share": 0.5}, [])

    assert quorum(known, forum, ON, ()).is_met is False


@pytest.mark.parametrize(
    ("person", "there"),
    [
        (Present("kl", MEMBER), 1),
        (Present("kl", Role.VICE_CHAIR), 1),
        (Present("kl", SUBSTITUTE), 1),
        (Present("kl", None, is_substitute=True), 1),
        (Present("kl", MEMBER, is_substitute=True), 1),
        (Present("kl", None), 0),
        (Present("kl", OBSERVER), 0),
        (Present("kl", SECRETARY, is_substitute=True), 0),
        (Present("medcom", OBSERVER), 0),
        (Present("medcom", None, is_substitute=True), 0),
        (Present("nsi", MEMBER), 0),
        (Present("unknown", MEMBER), 0),
    ],
)
def test_person_counts_on_a_voting_seat_only(person, there):
    assert asked({"seats": 1}, person).there == there


def test_organisation_counts_for_no_more_than_its_seats():
    assert asked({"seats": 4}, *[Present("kl", MEMBER)] * 5).there == 2


def test_seat_of_a_replaced_organisation_is_not_its_successors():
    # NSI's seat ended; the organisation that replaced it has one seat of its own, not two.
    assert asked({"seats": 4}, Present("sds", CHAIR), Present("sds", MEMBER)).there == 1


people = st.builds(
    Present,
    st.sampled_from(["sds", "sum", "kl", "dr", "medcom", "nsi"]),
    st.none() | st.sampled_from(list(Role)),
    st.booleans(),
)
rules = (
    st.builds(lambda n: {"seats": n}, st.integers(0, 7))
    | st.builds(lambda n: {"parties": n}, st.integers(0, 4))
    | st.builds(lambda n: {"share": n}, st.floats(0, 1))
)


@given(rules, st.lists(people, max_size=8), people)
def test_one_more_person_never_unmeets_a_quorum(laid_down, present, more):
    known, forum = board(laid_down)

    before = quorum(known, forum, ON, present)
    after = quorum(known, forum, ON, [*present, more])

    assert (after.is_met, after.there) >= (before.is_met, before.there)
    assert after.missing <= before.missing


@given(st.lists(people, max_size=20))
def test_count_never_exceeds_the_voting_seats(present):
    assert asked({"seats": 4}, *present).there <= 5
    assert asked({"parties": 3}, *present).there <= 3
