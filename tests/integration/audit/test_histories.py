"""Histories show private events to those alone who may see the rows, twice over; persons' to themselves and to
administrators.
"""

import copy
import datetime
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from tests.factories.people import DAY, Seat, user_with, viewer_with

from samstyr.audit import queries
from samstyr.audit.queries import history_of, history_of_person
from samstyr.exchange.minutes_import import import_file
from samstyr.meetings.models import (
    AgendaItem,
    Case,
    ClosedItem,
    ClosedResolution,
    Leg,
    Meeting,
    Position,
    Resolution,
    RoomDraft,
)
from samstyr.meetings.services import apply_minutes
from samstyr.platform.denials import DeniedError
from samstyr.platform.history import event_models
from samstyr.platform.isolation import Private, place_of
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.platform.visibility import SEEN
from samstyr.registry.models import Forum
from samstyr.registry.viewers import viewer_of
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR, PUBLIC, Role, Viewer

pytestmark = pytest.mark.django_db
CLOSED = "uddybet tidsplan"
NOW = datetime.datetime(2017, 6, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture
def meeting(danish_register: Register, example_minutes: Path) -> Meeting:
    """The example meeting, its third item closed, and two parties with rooms on a case before it."""
    review = import_file(path=example_minutes, apply=False).review
    record = copy.deepcopy(review.read)
    assert record is not None
    record["items"][2]["closed"] = True
    chosen = {
        "forum": "medcom-sg",
        "organisations": [None] * len(record["participants"]),
        "initiatives": [],
        "subjects": [None] * len(record["items"]),
    }
    meeting = apply_minutes(review=review, record=record, chosen=chosen, actor=OPERATOR)
    leg = Leg.objects.create(
        case=Case.objects.create(title="Sag"), forum_id="medcom-sg", meeting=meeting, position=1
    )
    for party in ("kommuner", "regioner"):
        Position.objects.create(leg=leg, forum_id="medcom-sg", party_id=party, due=datetime.date(2017, 6, 1))
        RoomDraft.objects.create(
            leg=leg, party_id=party, version=1, stance="agree", remarks=f"udkast {party}", written_at=NOW
        )
    return meeting


def kinds(found: object) -> set[str]:
    assert isinstance(found, queries.Trail)
    return {each.model._meta.object_name or "" for each in found}


@pytest.fixture
def unfiltered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Queries that ask for everything, so that only the database's policies stand."""
    monkeypatch.setattr(queries, "visible_to", lambda _viewer, _events: queries.Q())


def parties_of_drafts(meeting: Meeting, viewer: Viewer) -> list[str]:
    with seen_by(viewer, DatabaseRole.WEB):
        found = history_of(Meeting, meeting.pk, viewer)
        return sorted(each.values["party_id"] for each in found if each.model is RoomDraft)


def test_members_see_the_closed_items_of_their_forum_and_others_do_not(meeting: Meeting) -> None:
    member = viewer_with(Seat(Role.SECRETARY, "medcom", "medcom-sg"))
    other = viewer_with(Seat(Role.SECRETARY, "sds", "nbs"))

    assert {"ClosedItem", "ClosedResolution"} <= kinds(history_of(Meeting, meeting.pk, member))
    assert not any(name.startswith("Closed") for name in kinds(history_of(Meeting, meeting.pk, other)))


def test_each_party_sees_the_drafts_of_its_own_room_alone(meeting: Meeting) -> None:
    ours = viewer_with(Seat(Role.PARTY_COORDINATOR, "kl"))
    theirs = viewer_with(Seat(Role.PARTY_COORDINATOR, "danske-regioner"))

    assert parties_of_drafts(meeting, ours) == ["kommuner"]
    assert parties_of_drafts(meeting, theirs) == ["regioner"]


def test_policy_keeps_other_parties_events_where_no_filter_asks_for_it(
    meeting: Meeting, unfiltered: None
) -> None:
    ours = viewer_with(Seat(Role.PARTY_COORDINATOR, "kl"))
    nobodys = viewer_with(Seat(Role.SECRETARY, "sds", "nbs"))

    assert parties_of_drafts(meeting, ours) == ["kommuner"]
    assert parties_of_drafts(meeting, nobodys) == []
    with seen_by(nobodys, DatabaseRole.WEB):
        shown = kinds(history_of(Meeting, meeting.pk, nobodys))
    assert {name for name in shown if name.startswith(("Closed", "Room", "Review"))} == set()


def test_filter_keeps_other_parties_events_where_no_policy_stands(meeting: Meeting) -> None:
    ours = viewer_with(Seat(Role.PARTY_COORDINATOR, "kl"))

    found = history_of(Meeting, meeting.pk, ours)  # as the owner of the tables, whom no policy binds here

    assert [each.values["party_id"] for each in found if each.model is RoomDraft] == ["kommuner"]


def test_every_policy_has_its_filter() -> None:
    policies = {
        place.seen for model in event_models().values() if isinstance(place := place_of(model), Private)
    }

    assert policies == set(SEEN)


def test_positions_are_shown_to_the_forum_and_to_the_party(meeting: Meeting) -> None:
    def parties(*seats: Seat) -> list[str]:
        found = history_of(Meeting, meeting.pk, viewer_with(*seats))
        return sorted(each.values["party_id"] for each in found if each.model is Position)

    assert parties(Seat(Role.SECRETARY, "medcom", "medcom-sg")) == ["kommuner", "regioner"]
    assert parties(Seat(Role.PARTY_COORDINATOR, "kl")) == ["kommuner"]
    assert parties(Seat(Role.SECRETARY, "sds", "nbs")) == []


def test_history_takes_a_role(meeting: Meeting) -> None:
    for viewer, code in ((PUBLIC, "log-in"), (Viewer(user_with().pk), "role-may-not")):
        with pytest.raises(DeniedError) as refused:
            history_of(Forum, "nbs", viewer)
        assert refused.value.denied.code == code


def test_persons_history_is_their_own_and_the_administrators(meeting: Meeting) -> None:
    user = user_with(Seat(Role.SECRETARY, "sds", "nbs"))
    administrator = viewer_with(administrator=True)

    assert {"User", "Person", "Membership"} == kinds(history_of_person(user, Viewer(user.pk)))
    assert len(history_of_person(user, administrator)) == len(history_of_person(user, Viewer(user.pk)))
    with pytest.raises(DeniedError):
        history_of_person(user, viewer_with(Seat(Role.SECRETARY, "medcom", "medcom-sg")))


def test_administrator_sees_no_private_work_in_a_persons_history(meeting: Meeting) -> None:
    user = user_with(Seat(Role.PARTY_COORDINATOR, "kl"))
    leg = Leg.objects.get()
    with seen_by(Viewer(user.pk), DatabaseRole.WEB, "room"), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('samstyr.rooms', 'kommuner', true)")
        RoomDraft.objects.create(leg=leg, party_id="kommuner", version=2, stance="object", written_at=NOW)

    own = kinds(history_of_person(user, viewer_of(user, DAY)))
    seen = kinds(history_of_person(user, viewer_with(administrator=True)))

    assert "RoomDraft" in own
    assert "RoomDraft" not in seen


@pytest.mark.parametrize("statement", ["UPDATE {} SET quote = 'andet'", "DELETE FROM {}"])
@pytest.mark.parametrize("model", [Resolution, ClosedResolution])
@pytest.mark.parametrize("role", ["NONE", DatabaseRole.WEB])
def test_recorded_decision_is_refused_any_change_by_hand(
    meeting: Meeting, statement: str, model: type[Resolution | ClosedResolution], role: str
) -> None:
    count = model._default_manager.count()
    reason = "permission denied" if role == DatabaseRole.WEB else "never changed"

    with pytest.raises(DatabaseError, match=reason), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")
        cursor.execute(statement.format(model._meta.db_table))

    assert (model._default_manager.count(), count > 0) == (count, True)
    assert not model._default_manager.filter(quote="andet").exists()


def test_later_decision_supersedes_an_earlier_one(meeting: Meeting) -> None:
    earlier = Resolution.objects.first()
    closed = ClosedResolution.objects.first()
    assert earlier is not None and closed is not None

    later = Resolution.objects.create(item=earlier.item, verb="rejected", quote="Omgjort", supersedes=earlier)
    closed_later = ClosedResolution.objects.create(
        item=closed.item, forum_id=closed.forum_id, verb="rejected", quote="Omgjort", supersedes=closed
    )

    earlier.refresh_from_db()
    closed.refresh_from_db()
    assert (earlier.superseded_by, closed.superseded_by) == (later, closed_later)


def test_closed_content_lies_in_no_event_that_all_may_read(meeting: Meeting) -> None:
    assert ClosedItem.objects.exists()
    assert AgendaItem.objects.filter(closed=True).exists()
    told = []
    with seen_by(PUBLIC, DatabaseRole.WEB), connection.cursor() as cursor:
        for model in event_models().values():
            table = model._meta.db_table
            cursor.execute(f'SELECT count(*) FROM "{table}" e WHERE e::text LIKE %s', [f"%{CLOSED}%"])
            told += [table] if cursor.fetchone()[0] else []

    assert told == []
