"""What the models say of their tables is what the database does."""

import os

import pytest
from django.db import connection
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from samstyr.meetings.models import Review
from samstyr.platform.database import address_for
from samstyr.platform.errors import InputError
from samstyr.platform.isolation import WITHOUT_MODELS, Private, is_secured, place_of, secure, tables
from samstyr.platform.viewer import DatabaseRole

pytestmark = pytest.mark.django_db
PRIVATE = sorted(model._meta.db_table for model in tables() if isinstance(place_of(model), Private))
EVENTS = {model._meta.db_table for model in tables() if hasattr(model, "pgh_tracked_model")}


def rows(sql: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: list[tuple[object, ...]] = cursor.fetchall()
    return found


def test_private_tables_and_only_they_have_a_forced_policy() -> None:
    secured = rows(
        "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity "
        "AND relnamespace = 'public'::regnamespace ORDER BY relname"
    )
    policies = rows(
        "SELECT tablename, policyname, cmd, permissive, roles::text FROM pg_policies ORDER BY tablename, policyname"
    )
    [(owner,)] = rows("SELECT current_user::text")

    assert [name for (name,) in secured] == PRIVATE
    both = f"{{{','.join(sorted(DatabaseRole))}}}"
    said = [(table, "seen", "ALL", "PERMISSIVE", both) for table in PRIVATE]
    # The triggers write events as the owner of the tables; nobody else has a way in.
    said += [
        (table, "written", "INSERT", "PERMISSIVE", f"{{{owner}}}") for table in PRIVATE if table in EVENTS
    ]
    assert policies == sorted(said)


@pytest.mark.parametrize("role", list(DatabaseRole))
def test_roles_that_serve_people_own_nothing_and_cannot_bypass(role: DatabaseRole) -> None:
    able = rows(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = %s", role
    )
    owned = rows("SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = %s", role)

    assert able == [(False, False, False, False)]
    assert owned == [(0,)]


@pytest.mark.parametrize("role", list(DatabaseRole))
def test_each_role_may_do_to_a_table_what_its_model_says(role: DatabaseRole) -> None:
    granted = {
        (str(table), str(right))
        for table, right in rows(
            "SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee = %s",
            role,
        )
    }
    said = {
        (model._meta.db_table, right)
        for model in tables()
        for right in getattr(place_of(model), "may", ())
        if model._meta.app_label != "procrastinate" or role == DatabaseRole.WEB
    }

    beyond = {each for each in granted - said if not each[0].startswith("procrastinate")}
    assert said - granted == set()
    assert beyond == {(table, right) for table, may in WITHOUT_MODELS.items() for right in may}


def test_securing_again_changes_nothing() -> None:
    question = (
        "SELECT tablename, policyname, qual, with_check FROM pg_policies ORDER BY tablename, policyname"
    )
    before = rows(question)

    secure()

    assert rows(question) == before


@pytest.mark.parametrize("role", list(DatabaseRole))
def test_server_is_given_an_address_of_its_role(role: DatabaseRole) -> None:
    assert conninfo_to_dict(address_for(role))["user"] == role


def test_server_does_not_start_as_the_owner_of_the_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSTYR_WEB_DATABASE_URL", os.environ["DATABASE_URL"])

    with pytest.raises(InputError, match="owns tables or may read past their policies"):
        address_for(DatabaseRole.WEB)


def test_role_that_is_not_let_in_is_told_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    address = make_conninfo(os.environ["DATABASE_URL"], user="samstyr_nobody")
    monkeypatch.setenv("SAMSTYR_JOB_DATABASE_URL", address)

    with pytest.raises(InputError, match="ALTER ROLE samstyr_job PASSWORD"):
        address_for(DatabaseRole.JOB)


def test_database_that_other_models_secured_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_secured()

    monkeypatch.setattr(Review, "isolation", Private("nobody", "false"))
    assert not is_secured()

    secure()
    assert is_secured()
