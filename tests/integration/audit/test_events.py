"""Every change leaves an event: who, through which service, what it was before; and nobody can take it away."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from tests.factories.people import Seat, user_with, viewer_with
from tests.factories.registers import register

from samstyr.accounts.models import Person, User
from samstyr.accounts.services import create_user
from samstyr.audit.events import Noted
from samstyr.audit.queries import history_of
from samstyr.documents.models import SourceDocument
from samstyr.exchange.minutes_import import read_handed_in
from samstyr.meetings.models import AgendaItem, Meeting
from samstyr.meetings.services import choose_subject, hand_in
from samstyr.platform.errors import InputError
from samstyr.platform.history import event_models, note_what_stands
from samstyr.platform.isolation import secure
from samstyr.platform.service import service
from samstyr.platform.viewer import ACTING, DatabaseRole, seen_by
from samstyr.registry.models import Binding, Forum, Subject
from samstyr.registry.models import Seat as RegistrySeat
from samstyr.registry.services import load_register
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR, Role, Viewer

pytestmark = pytest.mark.django_db


def told(model: type[Any], key: Any) -> list[tuple[str, str | None, int | None]]:
    """What happened to an object alone, the first event first: what, through which service, by whom."""
    events = [each for each in history_of(model, key, OPERATOR) if each.model is model]
    return [(each.what, each.service, each.user) for each in reversed(events)]


def changes(event: Noted) -> dict[str, tuple[Any, Any]]:
    return {each.field.name: (each.before, each.after) for each in event.changes}


@contextmanager
def as_role(role: str) -> Iterator[Any]:
    """SQL by hand as a role of the database; what it takes is given back."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")
        yield cursor
        cursor.execute("RESET ROLE")


def test_service_is_recorded_with_its_actor_and_what_stood_before(example_meeting: Meeting) -> None:
    secretary = viewer_with(Seat(Role.SECRETARY, "medcom", "medcom-sg"))
    item = AgendaItem.objects.get(meeting=example_meeting, number="3")

    choose_subject(item=item, subject="medcom.base-activities", actor=secretary)

    latest = history_of(Meeting, example_meeting.pk, secretary)[0]
    assert (latest.what, latest.service, latest.user) == ("update", "meetings.choose_subject", secretary.user)
    assert changes(latest) == {"subject": ("medcom.work-programme", "medcom.base-activities")}
    assert not latest.by_hand


def test_outermost_service_names_the_change(danish_register: Register) -> None:
    secretary = viewer_with(Seat(Role.SECRETARY, "medcom", "medcom-sg"))

    review, _is_new = hand_in(name="møde.txt", content=b"Referat", actor=secretary)

    assert told(SourceDocument, review.document_id) == [("insert", "meetings.hand_in", secretary.user)]


def test_job_is_recorded_under_the_one_who_asked_for_it(danish_register: Register) -> None:
    secretary = viewer_with(Seat(Role.SECRETARY, "medcom", "medcom-sg"))
    review, _is_new = hand_in(name="møde.txt", content=b"Referat", actor=secretary)

    with seen_by(secretary, DatabaseRole.JOB, "read_review"):
        read_handed_in(review=review)

    last = history_of(SourceDocument, review.document_id, OPERATOR)[0]
    assert (last.service, last.entry, last.user) == ("meetings.read_minutes", "read_review", secretary.user)
    assert last.noted == ("content", "text"), "what is too big to keep is told to have changed"


def test_command_is_recorded_without_a_user(db: None) -> None:
    user = create_user(username="ny", password="eksempel-kodeord-1")

    assert told(User, user.pk) == [("insert", "accounts.create_user", None)]


@pytest.mark.parametrize("role", [None, DatabaseRole.WEB])
def test_sql_by_hand_is_recorded_with_the_login_and_no_service(
    danish_register: Register, role: DatabaseRole | None
) -> None:
    before = Forum.objects.get(pk="nbs").note
    with as_role(role or "NONE") as cursor:
        cursor.execute("UPDATE registry_forum SET note = 'rettet' WHERE id = 'nbs' RETURNING session_user")
        [(login,)] = cursor.fetchall()

    event = history_of(Forum, "nbs", OPERATOR)[0]

    assert (event.by_hand, event.login, event.service, event.user) == (True, login, None, None)
    assert changes(event) == {"note": (before, "rettet")}


def test_bulk_writes_are_recorded_row_by_row(db: None) -> None:
    load_register(wanted=register(parties=["stat"], fora=["a", "b"]))
    Forum.objects.update(note="ny")
    load_register(wanted=register(parties=["stat"], fora=[{"id": "a", "name": "Andet navn"}, "b"]))

    assert told(Forum, "a") == [
        ("insert", "registry.load_register", None),
        ("update", None, None),
        ("update", "registry.load_register", None),
    ]


def test_writing_the_same_again_leaves_no_event(db: None) -> None:
    load_register(wanted=register(parties=["stat"], fora=["a"]))

    Forum.objects.filter(pk="a").update(name="A")

    assert told(Forum, "a") == [("insert", "registry.load_register", None)]


def test_links_of_many_to_many_are_recorded_under_the_entry(db: None) -> None:
    load_register(wanted=register(parties=["stat", "q"], subjects=[{"id": "s", "binds": ["stat"]}]))
    Subject.objects.get(pk="s").binds.set(["q"])

    events = [
        (each.what, each.values["party_id"])
        for each in history_of(Subject, "s", OPERATOR)
        if each.model is Binding
    ]
    assert events == [("insert", "q"), ("delete", "stat"), ("insert", "stat")]


def test_deleted_parts_stay_in_the_history_of_the_whole(db: None) -> None:
    load_register(wanted=register(organisations=["o"], fora=[{"id": "a", "seats": [{"organisation": "o"}]}]))
    RegistrySeat.objects.all().delete()

    latest = history_of(Forum, "a", OPERATOR)[0]

    assert (latest.model, latest.what, changes(latest)["organisation"]) == (
        RegistrySeat,
        "delete",
        ("o", None),
    )


def test_rolled_back_change_leaves_no_event(danish_register: Register) -> None:
    before = len(history_of(Forum, "nbs", OPERATOR))

    @service
    def fails() -> None:
        Forum.objects.filter(pk="nbs").update(note="ny")
        raise InputError("nej")

    with pytest.raises(InputError):
        fails()

    assert len(history_of(Forum, "nbs", OPERATOR)) == before


def test_service_says_no_more_than_while_it_runs(danish_register: Register) -> None:
    @service
    def writes(actor: Viewer) -> None:
        Forum.objects.filter(pk="nbs").update(note="ny")

    writes(actor=viewer_with())
    Forum.objects.filter(pk="nbs").update(note="nyere")

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT current_setting('{ACTING}', true)")
        assert cursor.fetchone()[0] in ("", None)
    assert history_of(Forum, "nbs", OPERATOR)[0].by_hand


def test_page_without_a_service_is_recorded_under_its_name(danish_register: Register) -> None:
    user = user_with(administrator=True)

    with seen_by(Viewer(user.pk), DatabaseRole.WEB, "admin:registry_forum_change"):
        Forum.objects.filter(pk="nbs").update(note="ny")

    event = history_of(Forum, "nbs", OPERATOR)[0]
    assert (event.entry, event.service, event.user) == ("admin:registry_forum_change", None, user.pk)


def test_password_is_told_to_have_changed_and_never_kept(db: None) -> None:
    user = user_with()
    user.set_password("et-andet-kodeord-2")
    user.save()

    event = history_of(User, user.pk, OPERATOR)[0]
    assert (event.what, event.changes, event.noted) == ("update", (), ("password", "calendar_key"))
    kept = {field.name for field in event_models()[User]._meta.fields}
    assert {"password", "calendar_key", "last_login"} & kept == set()


def test_login_alone_leaves_no_event(db: None) -> None:
    user = user_with()
    before = len(history_of(User, user.pk, OPERATOR))

    user.last_login = user.date_joined
    user.save(update_fields=["last_login"])

    assert len(history_of(User, user.pk, OPERATOR)) == before


@pytest.mark.parametrize("role", list(DatabaseRole))
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO {table} SELECT * FROM {table}",
        "UPDATE {table} SET pgh_login = 'en anden'",
        "DELETE FROM {table}",
        "TRUNCATE {table}",
    ],
)
def test_no_role_that_serves_people_writes_events(
    danish_register: Register, role: DatabaseRole, statement: str
) -> None:
    refused = []
    for events in event_models().values():
        with pytest.raises(DatabaseError, match="permission denied"), as_role(role) as cursor:
            cursor.execute(statement.format(table=events._meta.db_table))
        refused.append(events)

    assert len(refused) == len(event_models())


@pytest.mark.parametrize("statement", ["UPDATE {table} SET pgh_login = 'en anden'", "DELETE FROM {table}"])
def test_owner_changes_no_event_either(danish_register: Register, statement: str) -> None:
    with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table="registry_forumevent"))


def test_setting_of_the_package_switches_nothing_off(danish_register: Register) -> None:
    before = len(history_of(Forum, "nbs", OPERATOR))

    with as_role(DatabaseRole.WEB) as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger_%'")
        names = ",".join(name for (name,) in cursor.fetchall())
        cursor.execute("SELECT set_config('pgtrigger.ignore', %s, true)", [f"{{{names}}}"])
        cursor.execute("UPDATE registry_forum SET note = 'skjult' WHERE id = 'nbs'")

    assert len(history_of(Forum, "nbs", OPERATOR)) == before + 1


def test_web_role_forges_no_event_through_a_table_of_its_own(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgfoid::regproc::text FROM pg_trigger "
            "WHERE tgrelid = 'accounts_person'::regclass AND tgname LIKE 'pgtrigger_insert%%'"
        )
        [(function,)] = cursor.fetchall()

    with pytest.raises(DatabaseError, match="permission denied"), as_role(DatabaseRole.WEB) as cursor:
        cursor.execute("CREATE TEMP TABLE mine (id bigint, name text)")
        cursor.execute(f"CREATE TRIGGER t AFTER INSERT ON mine FOR EACH ROW EXECUTE FUNCTION {function}()")


def test_owner_that_may_not_bypass_policies_writes_private_events(db: None) -> None:
    secretary = user_with()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("CREATE ROLE tables_owner")
        cursor.execute(f"GRANT {', '.join(DatabaseRole)} TO tables_owner WITH ADMIN OPTION")
        cursor.execute("GRANT CREATE, USAGE ON SCHEMA public TO tables_owner")
        cursor.execute(
            "SELECT format('ALTER %s %s OWNER TO tables_owner', "
            "CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.oid::regclass) FROM pg_class c "
            "WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S') AND NOT EXISTS "
            "(SELECT FROM pg_depend WHERE objid = c.oid AND deptype IN ('a', 'i', 'e')) UNION ALL "
            "SELECT format('ALTER FUNCTION %s OWNER TO tables_owner', oid::regprocedure) FROM pg_proc "
            "WHERE pronamespace = 'public'::regnamespace AND proname ~ '^_?pgtrigger'"
        )
        for (statement,) in cursor.fetchall():
            cursor.execute(statement)
        cursor.execute("SET LOCAL ROLE tables_owner")
        secure()
        cursor.execute("RESET ROLE")
        with seen_by(Viewer(secretary.pk), DatabaseRole.WEB, "imports"):
            SourceDocument.objects.create(name="a", sha256="a", content=b"a", added_by=secretary)
        cursor.execute("SELECT count(*) FROM documents_sourcedocumentevent WHERE name = 'a'")
        [(written,)] = cursor.fetchall()
        transaction.set_rollback(True)

    assert written == 1


def test_history_begins_with_what_stood_there(db: None) -> None:
    person = Person.objects.create(name="Eksempelperson")

    note_what_stands("accounts")(apps, None)

    assert told(Person, person.pk) == [("insert", None, None), ("found", None, None)]
