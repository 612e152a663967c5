"""A case is opened, parties are asked, write in their rooms, release one position each; the secretary records it."""

import datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from tests.factories.cases import (
    AFTER_DUE,
    COORDINATOR_OF_MUNICIPALITIES,
    COORDINATOR_OF_REGIONS,
    DUE,
    MEMBER_OF_MUNICIPALITIES,
    NOW,
    SECRETARY,
    SECRETARY_ELSEWHERE,
    WORDS,
    drafted,
    example_case,
    example_leg,
)
from tests.factories.people import DAY, Seat, viewer_with

from samstyr.meetings.models import Case, Meeting, Position, RoomDraft, RoomHearing
from samstyr.meetings.services import (
    add_hearing,
    ask_parties,
    comment,
    note_not_given,
    note_outcome,
    open_case,
    record_position,
    release_position,
    set_constituency_date,
    write_draft,
)
from samstyr.platform.denials import DeniedError, told
from samstyr.platform.errors import InputError
from samstyr.rules.position import Stance
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR, PUBLIC, Role, Viewer

pytestmark = pytest.mark.usefixtures("danish_register")
NEW = {
    "title": "Eksempelsag",
    "summary": "",
    "subject": "collective-agreement",
    "forum": "nbs",
    "meeting_on": datetime.date(2017, 10, 4),
    "on": DAY,
}


@pytest.fixture
def regions(danish_register: Register) -> Viewer:
    return viewer_with(COORDINATOR_OF_REGIONS)


@pytest.fixture
def secretary(danish_register: Register) -> Viewer:
    return viewer_with(SECRETARY)


def write(
    position: Position, actor: Viewer, remarks: str, based_on: int, stance: Stance = Stance.RESERVE
) -> Any:
    return write_draft(
        position=position, stance=stance, remarks=remarks, based_on=based_on, actor=actor, now=NOW
    )


def test_secretary_opens_a_case_before_the_forums_meeting(secretary: Viewer) -> None:
    case = open_case(**NEW, actor=secretary)

    leg = case.legs.get()
    assert (case.title, case.subject_id) == ("Eksempelsag", "collective-agreement")
    assert leg.meeting is not None
    assert (leg.forum_id, leg.position, leg.meeting.date) == ("nbs", 1, datetime.date(2017, 10, 4))


def test_case_takes_the_meeting_there_is(secretary: Viewer) -> None:
    planned = Meeting.objects.create(forum_id="nbs", date=datetime.date(2017, 10, 4))

    assert open_case(**NEW, actor=secretary).legs.get().meeting == planned


@pytest.mark.parametrize(
    ("wrong", "told_as"),
    [
        ({"title": "  "}, "title: "),
        ({"forum": "findes-ikke"}, "forum: "),
        ({"subject": "findes-ikke"}, "subject: "),
        ({"meeting_on": datetime.date(2017, 6, 30)}, "meeting: "),
    ],
)
def test_case_that_makes_no_sense_is_refused(secretary: Viewer, wrong: dict[str, Any], told_as: str) -> None:
    with pytest.raises(InputError, match=f"^{told_as}"):
        open_case(**{**NEW, **wrong}, actor=secretary)

    assert not Case.objects.exists()


@pytest.mark.parametrize("seat", [SECRETARY_ELSEWHERE, MEMBER_OF_MUNICIPALITIES, COORDINATOR_OF_REGIONS])
def test_only_the_forums_secretary_opens_asks_and_records(seat: Seat) -> None:
    other = viewer_with(seat)
    position = example_leg("regioner").positions.get()

    for attempt in (
        lambda: open_case(**NEW, actor=other),
        lambda: ask_parties(leg=position.leg, parties=["stat"], due=DUE, actor=other, on=DAY, now=NOW),
        lambda: record_position(position=position, actor=other),
        lambda: note_not_given(position=position, actor=other, on=AFTER_DUE),
    ):
        with pytest.raises(DeniedError):
            attempt()

    assert [each.state for each in Position.objects.all()] == ["asked"]


def test_all_parties_are_asked_or_none(secretary: Viewer) -> None:
    leg = example_case().legs.get()

    with pytest.raises(DeniedError) as refusal:
        ask_parties(leg=leg, parties=["regioner", "almen-praksis"], due=DUE, actor=secretary, on=DAY, now=NOW)
    assert refusal.value.denied.code == "party-has-no-part"
    assert "Almen praksis" in told(refusal.value.denied)
    assert not Position.objects.exists()

    ask_parties(leg=leg, parties=["regioner", "stat"], due=DUE, actor=secretary, on=DAY, now=NOW)
    assert list(Position.objects.values_list("party", "forum", "state", "due").order_by("party")) == [
        ("regioner", "nbs", "asked", DUE),
        ("stat", "nbs", "asked", DUE),
    ]


def test_party_without_a_seat_is_asked_where_the_subject_binds_it(secretary: Viewer) -> None:
    leg = open_case(**NEW, actor=secretary).legs.get()

    (position,) = ask_parties(leg=leg, parties=["almen-praksis"], due=DUE, actor=secretary, on=DAY, now=NOW)

    assert position.party_id == "almen-praksis"


@pytest.mark.parametrize("parties", [[], ["findes-ikke"]])
def test_asking_nobody_known_is_refused(secretary: Viewer, parties: list[str]) -> None:
    with pytest.raises(InputError, match=r"^parties: "):
        ask_parties(leg=example_case().legs.get(), parties=parties, due=DUE, actor=secretary, on=DAY, now=NOW)


def test_room_is_written_in_by_its_own_party_only() -> None:
    position = drafted()
    others = [viewer_with(COORDINATOR_OF_MUNICIPALITIES), viewer_with(SECRETARY), PUBLIC]

    for other in others:
        for attempt in (
            lambda other=other: write(position, other, "x", 0),
            lambda other=other: comment(position=position, text="x", actor=other, now=NOW),
            lambda other=other: set_constituency_date(position=position, ready_on=DUE, actor=other, on=DAY),
            lambda other=other: add_hearing(
                position=position, body=None, body_name="x", date=DUE, actor=other, now=NOW
            ),
            lambda other=other: release_position(position=position, version=1, actor=other, now=NOW),
        ):
            with pytest.raises(DeniedError):
                attempt()

    assert RoomDraft.objects.count() == 1


def test_member_writes_but_only_the_coordinator_releases() -> None:
    position = drafted()
    member = viewer_with(Seat(Role.MEMBER, "danske-regioner", "nbs"))
    write(position, member, "Vi er i tvivl.", 1)

    with pytest.raises(DeniedError) as refusal:
        release_position(position=position, version=2, actor=member, now=NOW)

    assert refusal.value.denied.code == "role-may-not"


def test_two_who_draft_at_once_lose_nothing(regions: Viewer) -> None:
    position, other = drafted(actor=regions), viewer_with(COORDINATOR_OF_REGIONS)

    first = write(position, other, "først", 1)
    second = write(position, regions, "samtidig", 1)

    assert first.meanwhile == ()
    assert [(each.version, each.written_by_id) for each in second.meanwhile] == [(2, other.user)]
    assert list(RoomDraft.objects.values_list("version", "based_on", "remarks")) == [
        (1, 0, WORDS),
        (2, 1, "først"),
        (3, 1, "samtidig"),
    ]


def test_version_nobody_has_seen_counts_as_the_newest(regions: Viewer) -> None:
    assert write(drafted(actor=regions), regions, "x", 99).draft.based_on == 1


def test_date_in_the_constituency_can_be_moved(regions: Viewer) -> None:
    position = drafted(actor=regions)

    set_constituency_date(position=position, ready_on=datetime.date(2017, 8, 1), actor=regions, on=DAY)
    moved = set_constituency_date(position=position, ready_on=DUE, actor=regions, on=DAY)

    assert (moved.state, moved.ready_on) == ("in-constituency", DUE)


def test_own_bodies_hear_the_matter(regions: Viewer) -> None:
    position = drafted(actor=regions)
    hearing = {"position": position, "date": DUE, "actor": regions, "now": NOW}

    add_hearing(**hearing, body="rsi", body_name="")
    named = add_hearing(**hearing, body=None, body_name=" Eksempeludvalget ")
    note_outcome(hearing=named, outcome="Ingen bemærkninger.", actor=regions)

    assert list(RoomHearing.objects.values_list("body", "body_name", "outcome")) == [
        ("rsi", "", ""),
        (None, "Eksempeludvalget", "Ingen bemærkninger."),
    ]


@pytest.mark.parametrize(
    ("body", "body_name"),
    [(None, " "), ("rsi", "og et navn"), ("kl-direktion", ""), ("nbs", "")],
)
def test_hearing_by_another_body_than_the_partys_own_is_refused(
    regions: Viewer, body: str | None, body_name: str
) -> None:
    with pytest.raises(InputError, match=r"^body: "):
        add_hearing(position=drafted(), body=body, body_name=body_name, date=DUE, actor=regions, now=NOW)


def test_release_takes_the_newest_draft_and_nothing_else_out_of_the_room(regions: Viewer) -> None:
    position = drafted(actor=regions)

    released = release_position(position=position, version=1, actor=regions, now=NOW)

    released.refresh_from_db()
    assert (released.state, released.stance, released.remarks) == ("released", "agree-on-condition", WORDS)
    assert (released.released_at, released.released_by_id) == (NOW, regions.user)


@pytest.mark.parametrize(
    ("stance", "remarks", "code"),
    [
        (Stance.AGREE_ON_CONDITION, "", "condition-missing"),
        (Stance.RESERVE, " ", "reason-missing"),
        (Stance.OBJECT, "", "reason-missing"),
    ],
)
def test_draft_that_lacks_its_words_stays_in_the_room(
    regions: Viewer, stance: Stance, remarks: str, code: str
) -> None:
    position = drafted(stance=stance, remarks=remarks, actor=regions)

    with pytest.raises(DeniedError) as refusal:
        release_position(position=position, version=1, actor=regions, now=NOW)

    assert refusal.value.denied.code == code
    position.refresh_from_db()
    assert (position.state, position.stance) == ("asked", "")


def test_version_that_was_overtaken_is_not_released(regions: Viewer) -> None:
    position = drafted(actor=regions)
    write(position, regions, "nyere", 1)

    with pytest.raises(DeniedError) as refusal:
        release_position(position=position, version=1, actor=regions, now=NOW)
    with pytest.raises(InputError, match="no version 3"):
        release_position(position=position, version=3, actor=regions, now=NOW)

    assert refusal.value.denied.code == "draft-is-newer"


def test_after_release_nothing_is_drafted_but_the_party_may_still_talk(
    regions: Viewer, secretary: Viewer
) -> None:
    position = drafted(actor=regions)
    release_position(position=position, version=1, actor=regions, now=NOW)

    with pytest.raises(DeniedError) as refusal:
        write(position, regions, "fortrudt", 1)
    comment(position=position, text="Det gik godt.", actor=regions, now=NOW)
    recorded = record_position(position=position, actor=secretary)

    assert refusal.value.denied.code == "position-is-closed"
    assert (recorded.state, recorded.stance) == ("recorded", "agree-on-condition")


def test_position_that_never_came_is_noted_after_the_last_day(secretary: Viewer) -> None:
    position = drafted()

    with pytest.raises(DeniedError) as refusal:
        note_not_given(position=position, actor=secretary, on=DUE)
    assert "15. september 2017" in told(refusal.value.denied)
    note_not_given(position=position, actor=secretary, on=AFTER_DUE)

    position.refresh_from_db()
    assert (position.state, position.stance, position.remarks) == ("not-given", "", "")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE meetings_position SET state = 'asked', stance = '', remarks = '', released_at = NULL",
        "UPDATE meetings_position SET remarks = 'noget andet'",
        "UPDATE meetings_position SET stance = 'agree'",
        "UPDATE meetings_position SET due = '2018-01-01'",
        "UPDATE meetings_position SET party_id = 'kommuner'",
        "UPDATE meetings_position SET released_at = now()",
        "UPDATE meetings_position SET state = 'not-given'",
        "DELETE FROM meetings_position",
    ],
)
@pytest.mark.parametrize("is_recorded", [False, True])
def test_released_position_cannot_be_changed_by_hand_either(
    regions: Viewer, change: str, is_recorded: bool
) -> None:
    position = drafted(actor=regions)
    release_position(position=position, version=1, actor=regions, now=NOW)
    if is_recorded:
        record_position(position=position, actor=OPERATOR)
    before = Position.objects.values().get()

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)

    assert Position.objects.values().get() == before


def test_recorded_position_is_not_taken_back_to_released(regions: Viewer) -> None:
    position = drafted(actor=regions)
    release_position(position=position, version=1, actor=regions, now=NOW)
    record_position(position=position, actor=OPERATOR)

    with pytest.raises(DatabaseError), transaction.atomic():
        Position.objects.update(state="released")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE meetings_position SET stance = 'agree'",
        "UPDATE meetings_position SET remarks = 'udkast'",
        "UPDATE meetings_position SET state = 'released'",
        "UPDATE meetings_position SET state = 'solgt'",
    ],
)
def test_position_says_nothing_before_release_by_hand_either(change: str) -> None:
    drafted()

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
