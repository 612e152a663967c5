"""Who answers to which name, and how far something of a meeting reaches at each stage: both whole."""

import itertools

import pytest

from samstyr.rules.procedure.readers import (
    Audience,
    audience_of_agenda,
    audience_of_minutes,
    readers_of,
    reads,
    user,
)
from samstyr.rules.procedure.states import MeetingState
from samstyr.rules.rights import PUBLIC, Holding, Role, Viewer

USER = user(7)
# The names each role answers to beside everyone's, its user's and those of whoever holds a role: held for KL of the
# municipalities, in the board where it is a role of a forum.
NAMES = {
    Role.SECRETARY: ["desk:board", "forum:board", "seats:board"],
    Role.CHAIR: ["forum:board", "party:municipalities", "seats:board"],
    Role.MEMBER: ["forum:board", "party:municipalities", "seats:board"],
    Role.SUBSTITUTE: ["forum:board", "party:municipalities", "seats:board"],
    Role.OBSERVER: ["seats:board"],
    Role.PARTY_COORDINATOR: ["party:municipalities"],
    Role.PORTFOLIO_OFFICE: [],
    Role.SYSTEM_MANAGER: [],
    Role.ANALYST: [],
    Role.SECURITY_LEAD: [],
    Role.ADMINISTRATOR: [],
}
STAGES = [*itertools.product(MeetingState, [False, True], [False, True])]
DRAFTED = {MeetingState.PLANNED, MeetingState.CALLED}
SENT = {MeetingState.MINUTES_SENT, MeetingState.MINUTES_APPROVED}


def viewer(*roles):
    holdings = tuple(Holding(role, "board", "kl", "municipalities") for role in roles)
    return Viewer(user=7, holdings=holdings)


def test_every_role_has_its_names():
    assert set(NAMES) == set(Role)


@pytest.mark.parametrize("role", Role)
def test_role_answers_to_these_names(role):
    assert reads(viewer(role)) == tuple(sorted(["all", "parts", USER, *NAMES[role]]))


def test_public_answers_to_everyone_alone():
    assert reads(PUBLIC) == ("all",)


def test_user_without_a_role_answers_to_their_own_name():
    assert reads(viewer()) == ("all", USER)


def test_two_roles_answer_to_the_names_of_both():
    names = {"all", "parts", USER, *NAMES[Role.SECRETARY], *NAMES[Role.PARTY_COORDINATOR]}

    assert reads(viewer(Role.SECRETARY, Role.PARTY_COORDINATOR)) == tuple(sorted(names))


@pytest.mark.parametrize(("state", "closed", "published"), STAGES)
def test_agenda_reaches_its_forum_until_it_is_sent(state, closed, published):
    after = Audience.ALL if published else Audience.PARTS

    answer = audience_of_agenda(state, closed=closed, published=published)

    assert answer == (Audience.FORUM if closed or state in DRAFTED else after)


@pytest.mark.parametrize(("state", "closed", "published"), STAGES)
def test_minutes_reach_their_forum_until_they_are_sent(state, closed, published):
    after = Audience.ALL if published else Audience.PARTS

    answer = audience_of_minutes(state, closed=closed, published=published)

    assert answer == (after if state in SENT and not closed else Audience.FORUM)


@pytest.mark.parametrize(
    ("audience", "closed", "expected"),
    [
        (Audience.DESK, False, ["desk:board"]),
        (Audience.DESK, True, ["desk:board"]),
        (Audience.FORUM, False, ["desk:board", "seats:board"]),
        (Audience.FORUM, True, ["desk:board", "forum:board"]),
        (Audience.PARTS, False, ["desk:board", "seats:board", "parts"]),
        (Audience.ALL, False, ["desk:board", "seats:board", "all"]),
    ],
)
def test_row_names_its_readers(audience, closed, expected):
    assert readers_of("board", audience, closed=closed) == expected


@pytest.mark.parametrize("published", [False, True])
@pytest.mark.parametrize("state", MeetingState)
@pytest.mark.parametrize("of", [audience_of_agenda, audience_of_minutes])
def test_closed_item_is_read_by_those_of_the_forum_who_decide_alone(of, state, published):
    names = set(readers_of("board", of(state, closed=True, published=published), closed=True))

    readers = {role for role in Role if names & set(reads(viewer(role)))}
    assert readers == {Role.SECRETARY, Role.CHAIR, Role.MEMBER, Role.SUBSTITUTE}
