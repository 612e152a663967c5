"""What is kept on a human being is told whole, and erased as far as the record allows, or not at all."""

import datetime
import json
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.db import DatabaseError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from tests.factories.cases import (
    COORDINATOR_OF_MUNICIPALITIES,
    COORDINATOR_OF_REGIONS,
    DUE,
    MEMBER_OF_MUNICIPALITIES,
    NOW,
    SECRETARY,
    SECRETARY_ELSEWHERE,
    WORDS,
    drafted,
)
from tests.factories.cycle import Desk
from tests.factories.people import DAY, user_with, viewer_with

from samstyr.accounts.models import Person, User
from samstyr.documents.models import SearchEntry, SourceDocument
from samstyr.exchange.personal_data import Line, erase_person, erasure_of, own_data, person_data
from samstyr.meetings.models import (
    Attachment,
    Delivery,
    Meeting,
    PaperVersion,
    Position,
    Review,
    RoomComment,
    RoomDraft,
    RoomHearing,
    Signature,
)
from samstyr.meetings.services import add_hearing, comment, hand_in, release_position
from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import InputError
from samstyr.platform.history import event_models
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.registry.models import Membership
from samstyr.registry.viewers import viewer_of
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR, Viewer

pytestmark = pytest.mark.usefixtures("danish_register")
LONG_AGO = datetime.date(2015, 1, 1)


@pytest.fixture
def user(danish_register: Register) -> User:
    """A co-ordinator who has written in a room, released, and handed a document in; logged in twice."""
    found = user_with(COORDINATOR_OF_REGIONS)
    Membership.objects.update(valid=DateRange(LONG_AGO, None, "[)"))
    actor = viewer_of(found, DAY)
    position = drafted(actor=actor)
    comment(position=position, text="Eksempel: min kommentar", actor=actor, now=NOW)
    add_hearing(position=position, body="rsi", body_name="", date=DUE, actor=actor, now=NOW)
    release_position(position=position, version=1, actor=actor, now=NOW)
    SourceDocument.objects.create(name="kun-min.txt", sha256="0" * 64, content=b"x", added_by=found)
    for _ in range(2):
        Client().force_login(found)
    return found


def name_of(user: User) -> str:
    assert user.person is not None
    return user.person.name


def test_person_is_told_everything(user: User) -> None:
    data = person_data(name=name_of(user))

    assert json.loads(json.dumps(data)) == data
    place = {"case": "Eksempelsag om et fælles arkiv", "forum": "nbs", "party": "regioner"}
    written = {**place, "written": "2017-07-01T11:30:00+02:00"}
    assert {key: data[key] for key in data if key != "user"} == {
        "schema": "samstyr.person/1",
        "person": {"name": name_of(user)},
        "memberships": [
            {
                "role": "party-coordinator",
                "organisation": "danske-regioner",
                "forum": None,
                "from": "2015-01-01",
                "until": None,
            }
        ],
        "attendances": [],
        "signatures": [],
        "written_for_fora": [],
        "sent": [{"kind": "position", "sent": None, "opened": None}],
        "drafts": [{**written, "version": 1, "stance": "agree-on-condition", "remarks": WORDS}],
        "comments": [{**written, "text": "Eksempel: min kommentar"}],
        "hearings": [{**written, "body": "rsi", "date": "2017-09-15", "outcome": ""}],
        "positions_released": [
            {
                **place,
                "stance": "agree-on-condition",
                "remarks": WORDS,
                "released": "2017-07-01T11:30:00+02:00",
            }
        ],
        "reviews": [],
        "documents_handed_in": [{"name": "kun-min.txt", "added": data["documents_handed_in"][0]["added"]}],
        "series_handed_in": [],
        "packs_asked_for": [],
    }
    assert (data["user"]["name"], data["user"]["sessions"]) == (user.username, 2)
    assert user.password not in json.dumps(data)


def test_name_means_a_person_or_a_user_whatever_the_capitals(user: User) -> None:
    named = [person_data(name=each) for each in (name_of(user).upper(), user.username.upper())]

    assert [each["user"]["name"] for each in named] == [user.username] * 2


def test_name_nobody_or_two_have_is_refused(user: User) -> None:
    User.objects.create_user(name_of(user))

    for name, words in (("Ingen Sådan", "nobody is called"), (name_of(user), "user name of another")):
        with pytest.raises(InputError, match=words):
            person_data(name=name)


def test_person_who_never_logged_in_is_told_where_they_stand(example_meeting: Meeting) -> None:
    attendance = example_meeting.attendances.select_related("person").first()
    assert attendance is not None

    data = person_data(name=attendance.person.name)

    assert data["user"] is None
    assert [(each["forum"], each["date"]) for each in data["attendances"]] == [("medcom-sg", "2017-05-15")]


def test_one_who_looks_sees_their_own_data_and_no_more(user: User) -> None:
    viewer = viewer_of(user, DAY)
    other = user_with(COORDINATOR_OF_MUNICIPALITIES)

    with seen_by(viewer, DatabaseRole.WEB):
        own = own_data(user=user, viewer=viewer)
    with seen_by(viewer_of(other, DAY), DatabaseRole.WEB):
        others = own_data(user=other, viewer=viewer_of(other, DAY))

    assert own == person_data(name=name_of(user))
    assert [others[key] for key in ("drafts", "comments", "positions_released", "documents_handed_in")] == [
        [],
        [],
        [],
        [],
    ]


def test_room_one_has_left_stays_closed_to_its_own_writer(user: User) -> None:
    Membership.objects.update(organisation_id="kl")
    viewer = viewer_of(user, DAY)

    with seen_by(viewer, DatabaseRole.WEB):
        data = own_data(user=user, viewer=viewer)

    assert (data["drafts"], data["comments"], data["positions_released"]) == ([], [], [])


def test_erasure_takes_the_account_and_leaves_the_record(user: User) -> None:
    LogEntry.objects.create(user=user, action_flag=1, object_repr="x")
    name = name_of(user)
    before = Position.objects.values("state", "stance", "remarks").get()
    planned = erasure_of(name=name, on=DAY)

    done = erase_person(name=name, on=DAY)

    assert done == planned
    assert done.erased == (
        Line("account", 1),
        Line("sessions", 2),
        Line("administration", 1),
        Line("seats-from-now", 1),
        Line("documents-alone", 1),
        Line("deliveries", 1),
    )
    assert done.kept == (Line("seats", 1), Line("room-texts", 3), Line("positions", 1))
    assert not User.objects.filter(pk=user.pk).exists()
    assert not Session.objects.exists()
    assert not SourceDocument.objects.exists()
    assert [each.valid for each in Membership.objects.filter(person__name=name)] == [
        DateRange(LONG_AGO, DAY, "[)")
    ]
    assert Position.objects.values("state", "stance", "remarks").get() == before
    assert Position.objects.get().released_by is None
    for model in (RoomDraft, RoomComment, RoomHearing):
        assert list(model._default_manager.values_list("written_by", flat=True)) == [None]


def test_asking_what_would_be_erased_changes_nothing(user: User) -> None:
    erasure_of(name=name_of(user), on=DAY)

    assert User.objects.filter(pk=user.pk).exists()
    assert Session.objects.count() == 2


def test_person_in_published_minutes_keeps_their_name_there(example_meeting: Meeting) -> None:
    attendance = example_meeting.attendances.select_related("person").first()
    assert attendance is not None
    person = attendance.person
    User.objects.create_user("eksempel-bruger", person=person)

    done = erase_person(name="eksempel-bruger", on=DAY)

    assert done.name == person.name
    assert done.kept == (Line("attendances", 1),)
    assert Person.objects.filter(pk=person.pk).exists()
    assert SearchEntry.objects.filter(kind="persons", key=str(person.pk)).exists()


def test_person_nothing_names_is_removed_whole(danish_register: Register) -> None:
    user = user_with(COORDINATOR_OF_REGIONS)
    name = name_of(user)
    Membership.objects.update(valid=DateRange(DAY, None, "[)"))

    done = erase_person(name=name, on=DAY)

    assert (done.erased, done.kept) == (
        (Line("account", 1), Line("seats-from-now", 1), Line("person", 1)),
        (),
    )
    assert not Person.objects.filter(name=name).exists()
    assert not Membership.objects.exists()


def test_documents_of_the_forum_stay_without_who_handed_them_in(danish_register: Register) -> None:
    user = user_with(SECRETARY, SECRETARY_ELSEWHERE)
    review, _ = hand_in(name="eksempel.txt", content=b"Eksempel", actor=viewer_of(user, DAY))
    SourceDocument.objects.update(kept_for="nbs")
    Review.objects.update(kept_for="nbs", reviewer=user)

    done = erase_person(name=name_of(user), on=DAY)

    assert done.kept == (Line("seats", 2), Line("documents", 1), Line("reviews", 1))
    review.refresh_from_db()
    assert (review.added_by, review.reviewer, review.document.added_by) == (None, None, None)


def test_same_document_handed_in_by_the_operator_too_is_kept_once(danish_register: Register) -> None:
    user = user_with(SECRETARY)
    for actor in (viewer_of(user, DAY), OPERATOR):
        hand_in(name="eksempel.txt", content=b"Eksempel", actor=actor)
    SourceDocument.objects.update(kept_for="nbs")

    erase_person(name=name_of(user), on=DAY)

    assert list(SourceDocument.objects.values_list("added_by", "kept_for")) == [(None, "nbs")]


def test_only_administrator_is_not_erased_and_nothing_is_half_done(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_superuser=True)

    with pytest.raises(InputError, match="only administrator"):
        erase_person(name=name_of(user), on=DAY)

    assert set(RoomDraft.objects.values_list("written_by", flat=True)) == {user.pk}
    assert SourceDocument.objects.count() == 1
    assert [each.valid.upper for each in Membership.objects.filter(person=user.person)] == [None]


@pytest.mark.parametrize("seats", [(), (MEMBER_OF_MUNICIPALITIES,), (COORDINATOR_OF_REGIONS,)])
def test_only_who_manages_users_exports_and_erases(user: User, seats: tuple[Any, ...]) -> None:
    actor: Viewer = viewer_with(*seats)

    for attempt in (
        lambda: person_data(name=user.username, actor=actor),
        lambda: erasure_of(name=user.username, on=DAY, actor=actor),
        lambda: erase_person(name=user.username, on=DAY, actor=actor),
    ):
        with pytest.raises(DeniedError):
            attempt()


def test_nothing_is_told_or_erased_from_behind_the_policies(user: User) -> None:
    actor = viewer_with(administrator=True)

    for attempt in (
        lambda: person_data(name=user.username, actor=actor),
        lambda: erase_person(name=user.username, on=DAY, actor=actor),
    ):
        with pytest.raises(InputError, match="credentials"), seen_by(actor, DatabaseRole.WEB):
            attempt()


def test_addresses_and_second_factors_are_told_without_secrets_and_erased(user: User) -> None:
    EmailAddress.objects.create(user=user, email="eksempel@example.org", verified=True, primary=True)
    Authenticator.objects.create(user=user, type="totp", data={"secret": "hemmeligt"})

    told = person_data(name=user.username)["user"]["login"]
    done = erase_person(name=user.username, on=DAY)

    assert told["emailaddress"] == [{"email": "eksempel@example.org", "verified": True, "primary": True}]
    assert [sorted(each) for each in told["authenticator"]] == [["created_at", "last_used_at", "type"]]
    assert "hemmeligt" not in json.dumps(told)
    assert Line("login", 2) in done.erased
    assert not EmailAddress.objects.exists()
    assert not Authenticator.objects.exists()


def test_history_forgets_the_name_and_keeps_what_was_done(user: User) -> None:
    name, account = name_of(user), user.pk
    events = event_models()[User]

    erase_person(name=name, on=DAY)

    kept = events._default_manager.filter(pgh_obj=account).values_list("username", "email", "pgh_label")
    assert set(kept) == {("", "", "insert"), ("", "", "delete")}
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        events._default_manager.filter(pgh_obj=account).update(username="igen")


def test_what_was_written_for_a_forum_and_sent_is_told_and_stays_without_a_name(
    danish_register: Register,
) -> None:
    desk = Desk.of_the_board()
    user = User.objects.get(pk=desk.viewer.user)
    meeting = desk.plan()
    item = desk.add(meeting, kind="decision")
    desk.paper(item)
    desk.send(meeting)
    paper = PaperVersion.objects.get()
    Signature.objects.create(
        attachment=Attachment.objects.create(
            case=paper.case, number=1, title="Eksempelaftale", size=1, written_at=NOW, readers=[]
        ),
        person=user.person,
        asked_at=NOW,
        signed_at=NOW,
        readers=[],
    )

    data = person_data(name=user.username)
    done = erase_person(name=user.username, on=DAY)

    assert [(each["kind"], each["text"]) for each in data["written_for_fora"]] == [("paperversion", "")]
    assert [each["document"] for each in data["signatures"]] == ["Eksempelaftale"]
    assert [each["kind"] for each in data["sent"]] == ["call", "pack"]
    assert {line.code: line.number for line in done.kept} == {"seats": 1, "signatures": 1, "forum-texts": 1}
    paper.refresh_from_db()
    assert paper.written_by is None
    assert not Delivery.objects.exists()
