"""A role lasts as long as the membership, the seat, the forum and the organisation it rests on."""

import datetime

import pytest
from tests.factories.registers import register

from samstyr.rules.membership import Membership, holdings_on
from samstyr.rules.register import ALWAYS, Register, Validity
from samstyr.rules.rights import Holding, Role

DAY = datetime.date(2017, 7, 1)
BEFORE, AFTER = Validity(None, DAY), Validity(DAY + datetime.timedelta(days=1), None)
UNTIL_DAY = {"until": "2017-07-01"}


def one(*, seats: list[dict[str, object]], organisation: dict[str, object] | None = None) -> Register:
    return register(
        parties=["part"],
        organisations=[
            {"id": "o", "name": "O", "party": "part", **(organisation or {})},
            {"id": "p", "party": "part"},
        ],
        fora=[{"id": "f", "seats": seats}],
    )


def roles(membership: Membership, known: Register) -> list[Role]:
    return [each.role for each in holdings_on([membership], known, DAY)]


def member(
    role: Role = Role.MEMBER, organisation: str = "o", forum: str | None = "f", valid: Validity = ALWAYS
) -> Membership:
    return Membership(role, organisation, forum, valid)


@pytest.mark.parametrize(
    ("held", "seat", "has"),
    [
        (Role.MEMBER, "member", True),
        (Role.MEMBER, "chair", False),
        (Role.CHAIR, "chair", True),
        (Role.CHAIR, "co-chair", True),
        (Role.CHAIR, "vice-chair", True),
        (Role.CHAIR, "member", False),
        (Role.SUBSTITUTE, "substitute", True),
        (Role.SUBSTITUTE, "member", True),
        (Role.SUBSTITUTE, "observer", False),
        (Role.OBSERVER, "observer", True),
        (Role.OBSERVER, "member", False),
        (Role.SECRETARY, "secretary", True),
        (Role.SECRETARY, "member", True),  # the register has no secretary's seat here at all
        (Role.PORTFOLIO_OFFICE, "member", True),
    ],
)
def test_role_needs_its_kind_of_seat(held: Role, seat: str, has: bool) -> None:
    known = one(seats=[{"organisation": "o", "role": seat}])

    assert roles(member(held), known) == ([held] if has else [])


def test_secretary_of_another_organisation_than_the_register_has_is_none() -> None:
    known = one(seats=[{"organisation": "p", "role": "secretary"}])

    assert roles(member(Role.SECRETARY), known) == []


@pytest.mark.parametrize("valid", [BEFORE, AFTER])
def test_membership_that_has_ended_or_not_begun_gives_no_role(valid: Validity) -> None:
    known = one(seats=[{"organisation": "o"}])

    assert roles(member(valid=valid), known) == []


def test_role_ends_with_the_seat() -> None:
    assert roles(member(), one(seats=[{"organisation": "o", "valid": UNTIL_DAY}])) == []


def test_role_ends_with_the_organisation() -> None:
    known = one(seats=[{"organisation": "o"}], organisation={"valid": UNTIL_DAY})

    assert roles(member(), known) == []


@pytest.mark.parametrize("lost", [member(organisation="væk"), member(forum="væk")])
def test_role_needs_a_forum_and_an_organisation_the_register_knows(lost: Membership) -> None:
    assert roles(lost, one(seats=[{"organisation": "o"}])) == []


def test_appointment_needs_no_forum_and_names_its_party() -> None:
    known = one(seats=[])

    found = holdings_on([member(Role.PARTY_COORDINATOR, forum=None)], known, DAY)

    assert found == (Holding(Role.PARTY_COORDINATOR, None, "o", "part"),)
