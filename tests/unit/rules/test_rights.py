"""Who may do what: each right asks for a role, and for it to be held in the right place."""

import pytest

from samstyr.rules.rights import IN_FORUM, OPERATOR, PUBLIC, RIGHTS, Holding, Right, Role, Scope, Viewer, may
from samstyr.rules.verdict import Allowed, Denied

HERE, ELSEWHERE = ("forum", "part"), ("andet-forum", "anden-part")


def holder(role: Role, place: tuple[str, str]) -> Viewer:
    forum, party = place
    return Viewer(1, (Holding(role, forum if role in IN_FORUM else None, "organisation", party),))


@pytest.mark.parametrize("right", list(Right))
@pytest.mark.parametrize("role", list(Role))
def test_role_has_a_right_where_the_table_says_and_nowhere_else(right: Right, role: Role) -> None:
    grant = RIGHTS[right]
    here = may(holder(role, HERE), right, forum=HERE[0], party=HERE[1])
    elsewhere = may(holder(role, ELSEWHERE), right, forum=HERE[0], party=HERE[1])

    if role not in grant.roles:
        assert isinstance(here, Denied)
        assert isinstance(elsewhere, Denied)
        assert (here.code, elsewhere.code) == ("role-may-not", "role-may-not")
    elif grant.scope == Scope.ANYWHERE:
        assert (here, elsewhere) == (Allowed(), Allowed())
    else:
        assert here == Allowed()
        assert isinstance(elsewhere, Denied)
        assert elsewhere.code == f"other-{grant.scope}"


@pytest.mark.parametrize("right", list(Right))
def test_public_is_asked_to_log_in_and_operator_may_all(right: Right) -> None:
    denied = may(PUBLIC, right, forum="forum", party="part")

    assert isinstance(denied, Denied)
    assert denied.code == "log-in"
    assert may(OPERATOR, right, forum="forum", party="part") == Allowed()


def test_every_role_of_a_right_in_a_forum_is_held_in_one() -> None:
    astray = {
        (right, role)
        for right, grant in RIGHTS.items()
        for role in grant.roles
        if grant.scope == Scope.FORUM and role not in IN_FORUM
    }

    assert astray == set()


def test_viewer_names_the_places_of_a_right_once_each() -> None:
    viewer = Viewer(
        1,
        (
            Holding(Role.MEMBER, "b", "o", "p2"),
            Holding(Role.CHAIR, "a", "o", "p1"),
            Holding(Role.SUBSTITUTE, "b", "o", "p1"),
            Holding(Role.OBSERVER, "c", "o", "p3"),
            Holding(Role.PARTY_COORDINATOR, None, "o", "p4"),
        ),
    )

    assert viewer.fora(Right.SEE_CLOSED) == ("a", "b")
    assert viewer.parties(Right.ENTER_ROOM) == ("p1", "p2", "p4")
    assert viewer.parties(Right.RELEASE_POSITION) == ("p4",)
