"""What the models say of their tables is what the database does."""

import pytest
from django.db import connection

from samstyr.platform.isolation import WITHOUT_MODELS, Private, place_of, secure, tables
from samstyr.platform.viewer import DatabaseRole

pytestmark = pytest.mark.django_db
PRIVATE = sorted(model._meta.db_table for model in tables() if isinstance(place_of(model), Private))


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
    policies = rows("SELECT tablename, policyname, cmd, permissive FROM pg_policies ORDER BY tablename")

    assert [name for (name,) in secured] == PRIVATE
    assert policies == [(table, "seen", "ALL", "PERMISSIVE") for table in PRIVATE]


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
    question = "SELECT tablename, qual FROM pg_policies ORDER BY tablename"
    before = rows(question)

    secure()

    assert rows(question) == before
