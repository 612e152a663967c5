"""What a party writes in its room, and its position, are seen by those they are meant for: by query and by database.

The queries' filter and the database's policy are tested apart from each other, so that neither stands for both.
"""

import datetime

import pytest
from django.db import ProgrammingError, transaction
from django.db.models import Model
from tests.factories.cases import (
    ANALYST_OF_REGIONS,
    COORDINATOR_OF_MUNICIPALITIES,
    COORDINATOR_OF_PRACTICE,
    COORDINATOR_OF_REGIONS,
    DUE,
    MEMBER_OF_MUNICIPALITIES,
    MEMBER_OF_STATE,
    NOW,
    SECRET,
    SECRETARY,
    SECRETARY_ELSEWHERE,
    WORDS,
    drafted,
)
from tests.factories.people import Seat, viewer_with

from samstyr.meetings.models import Position, RoomComment, RoomDraft, RoomHearing
from samstyr.meetings.queries import (
    cases_visible_to,
    in_rooms_of,
    positions_visible_to,
    rooms_visible_to,
    whole_room,
)
from samstyr.meetings.services import add_hearing, comment, note_outcome, release_position
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR, PUBLIC, Role, Viewer

pytestmark = pytest.mark.usefixtures("danish_register")
ROOM_TABLES: list[type[Model]] = [RoomHearing, RoomDraft, RoomComment]
OWN = [COORDINATOR_OF_REGIONS, Seat(Role.MEMBER, "danske-regioner", "nbs")]
FORUM = [SECRETARY, MEMBER_OF_STATE, MEMBER_OF_MUNICIPALITIES]
STRANGERS = [COORDINATOR_OF_MUNICIPALITIES, COORDINATOR_OF_PRACTICE, SECRETARY_ELSEWHERE, ANALYST_OF_REGIONS]


@pytest.fixture
def position(danish_register: Register) -> Position:
    """The position of the regions: drafted, heard, talked about."""
    found = drafted()
    hearing = add_hearing(
        position=found, body=None, body_name=SECRET, date=datetime.date(2017, 8, 1), actor=OPERATOR, now=NOW
    )
    note_outcome(hearing=hearing, outcome=SECRET, actor=OPERATOR)
    comment(position=found, text=SECRET, actor=OPERATOR, now=NOW)
    return found


def counted(viewer: Viewer, role: DatabaseRole = DatabaseRole.WEB) -> dict[str, int]:
    """Count the rows the database shows where the queries' filters are taken away."""
    with seen_by(viewer, role):
        return {model.__name__: model._default_manager.count() for model in [*ROOM_TABLES, Position]}


@pytest.mark.parametrize("role", list(DatabaseRole))
@pytest.mark.parametrize("seat", OWN)
def test_database_shows_a_party_its_own_room(position: Position, seat: Seat, role: DatabaseRole) -> None:
    assert counted(viewer_with(seat), role) == {
        "RoomHearing": 1,
        "RoomDraft": 1,
        "RoomComment": 1,
        "Position": 1,
    }


@pytest.mark.parametrize("role", list(DatabaseRole))
@pytest.mark.parametrize("seat", FORUM)
def test_database_shows_the_forum_the_position_and_nothing_of_the_room(
    position: Position, seat: Seat, role: DatabaseRole
) -> None:
    assert counted(viewer_with(seat), role) == {
        "RoomHearing": 0,
        "RoomDraft": 0,
        "RoomComment": 0,
        "Position": 1,
    }


@pytest.mark.parametrize("role", list(DatabaseRole))
@pytest.mark.parametrize("seat", [*STRANGERS, None])
def test_database_shows_nobody_else_anything(
    position: Position, seat: Seat | None, role: DatabaseRole
) -> None:
    viewer = viewer_with(seat) if seat else PUBLIC

    assert counted(viewer, role) == {"RoomHearing": 0, "RoomDraft": 0, "RoomComment": 0, "Position": 0}


@pytest.mark.parametrize("seat", [*OWN, *FORUM, *STRANGERS, None])
def test_queries_alone_show_the_same(position: Position, seat: Seat | None) -> None:
    viewer = viewer_with(seat) if seat else PUBLIC
    room = whole_room(viewer, position)

    assert {
        "rooms": rooms_visible_to(viewer).count(),
        "positions": positions_visible_to(viewer).count(),
        "hearings": len(room.hearings),
        "drafts": len(room.drafts),
        "comments": len(room.comments),
        "cases": cases_visible_to(viewer).count(),
    } == {
        "rooms": int(seat in OWN),
        "positions": int(seat in OWN or seat in FORUM),
        "hearings": int(seat in OWN),
        "drafts": int(seat in OWN),
        "comments": int(seat in OWN),
        "cases": int(seat is not None),
    }


@pytest.mark.parametrize("seat", [*OWN, *FORUM, *STRANGERS, None])
def test_positions_of_a_case_are_those_its_viewer_may_see(position: Position, seat: Seat | None) -> None:
    viewer = viewer_with(seat) if seat else PUBLIC

    found = [
        each.party_id
        for case in cases_visible_to(viewer)
        for leg in case.legs.all()
        for each in leg.positions.all()
    ]

    assert found == (["regioner"] if seat in OWN or seat in FORUM else [])


@pytest.mark.parametrize("seat", FORUM)
def test_forum_sees_what_a_position_says_once_it_is_released(position: Position, seat: Seat) -> None:
    viewer, coordinator = viewer_with(seat), viewer_with(COORDINATOR_OF_REGIONS)

    with seen_by(viewer, DatabaseRole.WEB):
        before = positions_visible_to(viewer).values_list("state", "stance", "remarks").get()
    with seen_by(coordinator, DatabaseRole.WEB):
        release_position(position=position, version=1, actor=coordinator, now=NOW)
    with seen_by(viewer, DatabaseRole.WEB):
        after = positions_visible_to(viewer).values_list("state", "stance", "remarks").get()
        rooms = [in_rooms_of(viewer, model).count() for model in (RoomHearing, RoomDraft, RoomComment)]

    assert before == ("asked", "", "")
    assert after == ("released", "agree-on-condition", WORDS)
    assert rooms == [0, 0, 0]


def test_database_refuses_what_is_written_for_another_party(position: Position) -> None:
    intruder = viewer_with(COORDINATOR_OF_MUNICIPALITIES)
    key = {"leg": position.leg, "party_id": "regioner", "written_at": NOW}

    for attempt in (
        lambda: RoomDraft.objects.create(**key, version=9, stance="agree"),
        lambda: RoomComment.objects.create(**key, text="x"),
        lambda: RoomHearing.objects.create(**key, body_name="x", date=DUE),
        lambda: Position.objects.create(leg=position.leg, forum_id="nbs", party_id="stat", due=DUE),
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), seen_by(intruder, DatabaseRole.WEB):
            attempt()

    with seen_by(intruder, DatabaseRole.WEB):
        assert Position.objects.update(due=datetime.date(2018, 1, 1)) == 0
        assert RoomHearing.objects.update(outcome="x") == 0
    assert Position.objects.get().due == DUE


def test_drafts_and_comments_are_only_ever_added_to(position: Position) -> None:
    own = viewer_with(COORDINATOR_OF_REGIONS)

    for attempt in (
        lambda: RoomDraft.objects.update(remarks="omskrevet"),
        lambda: RoomDraft.objects.all().delete(),
        lambda: RoomComment.objects.update(text="omskrevet"),
        lambda: RoomComment.objects.all().delete(),
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), seen_by(own, DatabaseRole.WEB):
            attempt()
