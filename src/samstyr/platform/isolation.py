"""Whose a table is, where it lies, and who may read and write it: said in each model, made true by `secure`.

Shared tables are the record everyone relies on: no policy stands between a query and their indexes, so nothing
private may lie in them. Private tables are small and looked up by key; a policy shows a row only to those its
condition names, and nothing at all where nobody was named (docs/adr/0011).
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pgtrigger
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model
from django.db.utils import ProgrammingError
from pghistory.trigger import Event as HistoryTrigger

from samstyr.platform.errors import InputError
from samstyr.platform.viewer import (
    CLOSED_FORA,
    MINUTES_FORA,
    POSITION_FORA,
    READS,
    ROOMS,
    USER,
    DatabaseRole,
)

READ: Final = ("SELECT",)
ADD: Final = ("SELECT", "INSERT")
WRITE: Final = ("SELECT", "INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True, slots=True)
class Shared:
    """A table everyone's queries read. `owner` says whose it is, `may` what web and jobs may do with rows."""

    owner: str
    may: tuple[str, ...] = WRITE


@dataclass(frozen=True, slots=True)
class Private:
    """A table whose rows only some may see: those for whom the SQL condition `seen` holds."""

    owner: str
    seen: str
    may: tuple[str, ...] = WRITE


Place = Shared | Private


def _one_of(setting: str) -> str:
    """Answer SQL for the ids a setting of the transaction lists; worked out once for a query."""
    return f"ANY ((SELECT string_to_array(current_setting('{setting}', true), ','))::text[])"


OF_PARTY: Final = f"party_id = {_one_of(ROOMS)}"
OF_POSITION: Final = f"{OF_PARTY} OR forum_id = {_one_of(POSITION_FORA)}"
OF_CLOSED_ITEM: Final = f"forum_id = {_one_of(CLOSED_FORA)}"
OF_HAND_IN: Final = (
    f"added_by_id = (SELECT nullif(current_setting('{USER}', true), '')::bigint) "
    f"OR kept_for = {_one_of(MINUTES_FORA)} "
    # What the operator handed in without saying for whom waits for whichever secretary takes it.
    f"OR added_by_id IS NULL AND kept_for = '' AND (SELECT current_setting('{MINUTES_FORA}', true)) <> ''"
)
# Who answers to one of the names on the row (rules/procedure/readers.py).
OF_READERS: Final = f"readers && (SELECT string_to_array(current_setting('{READS}', true), ','))"

# With this function the package lets any session switch triggers off by a setting; nobody may.
SWITCH: Final = "_pgtrigger_should_ignore"

# Tables of the packages we use. What lies in them is read by Samstyr's own machinery, never by a query for a page.
OF_PACKAGES: Final[dict[str, Shared]] = {
    "account": Shared("the user: addresses of e-mail"),
    "admin": Shared("the record: edits in the administration", ADD),
    "auth": Shared("Samstyr: groups and permissions of the administration", READ),
    "contenttypes": Shared("Samstyr: names of tables", READ),
    "mfa": Shared("the user: second factors"),
    "pghistory": Shared("the audit", ()),
    "procrastinate": Shared("the queue: ids only", ADD),
    "sessions": Shared("the user: logins"),
}
# Tables no model speaks of: which migrations were made, the cache, and how often each client asked.
WITHOUT_MODELS: Final = {"django_migrations": READ, "web_cache": WRITE, "web_request_count": WRITE}


def place_of(model: type[Model]) -> Place | None:
    """Answer where a model's rows lie and whose they are, or None where nobody has said.

    What a model's own declaration does not say is taken from what it belongs to: the links of a many-to-many
    field from the model that has the field, the events of the audit from the model they are about.
    """
    own: Place | None = model.__dict__.get("isolation")
    if own is not None:
        return own
    source: type[Model] | None = getattr(model, "pgh_tracked_model", None)
    if source is not None:
        place = place_of(source)
        return (
            Private(place.owner, place.seen, READ)
            if isinstance(place, Private)
            else place and Shared(place.owner, READ)
        )
    holder: Any = model._meta.auto_created  # the model with the field; the stubs take it for a truth value
    if holder:
        return place_of(holder)
    return OF_PACKAGES.get(model._meta.app_label)


def secure() -> None:
    """Make the roles of the database, their rights on every table, and the policies of the private ones.

    Runs after every migration and says the same thing each time. Raises InputError where the role that
    migrates may not make roles, with the statements an administrator of the database runs instead.
    """
    roles = ", ".join(role.value for role in DatabaseRole)
    with transaction.atomic(), connection.cursor() as cursor:
        for role in DatabaseRole:
            _make_role(cursor, role)
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if not cursor.fetchone()[0]:
            cursor.execute(f"GRANT {roles} TO CURRENT_USER")
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {roles}")
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {roles}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {roles}")
        present = set(connection.introspection.table_names(cursor))
        for table, may in WITHOUT_MODELS.items():
            if table in present:
                cursor.execute(f"GRANT {', '.join(may)} ON {table} TO {roles}")
        if "django_migrations" in present:
            cursor.execute(f"COMMENT ON TABLE django_migrations IS '{_mark()}'")
        for model in tables():
            if model._meta.db_table not in present or not _has_its_columns(cursor, model):
                continue  # the database stands at an earlier migration: nobody may touch the table until it is up
            _secure_table(cursor, model, roles)
            if model._meta.app_label == "procrastinate":
                cursor.execute(f"GRANT {', '.join(WRITE)} ON {model._meta.db_table} TO {DatabaseRole.JOB}")
        _secure_history(cursor)


def is_secured() -> bool:
    """Tell whether the database was brought in line with the models as they are now; without tables it was not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description(to_regclass('django_migrations'), 'pg_class')")
        noted: str | None = cursor.fetchone()[0]
    return noted == _mark()


def _mark() -> str:
    """Answer a mark that changes with what any model says of its table, and with how that is made true."""
    said = sorted(f"{model._meta.db_table}: {place_of(model)}" for model in tables())
    made = Path(__file__).read_bytes()
    return f"secured {hashlib.sha256(made + chr(10).join(said).encode()).hexdigest()}"


def tables() -> Iterator[type[Model]]:
    """Answer the models that have a table of their own."""
    for model in apps.get_models(include_auto_created=True):
        ours = model._meta.managed and not model._meta.proxy
        if ours or model._meta.app_label == "procrastinate":  # whose own migrations make its tables
            yield model


def _has_its_columns(cursor: Any, model: type[Model]) -> bool:
    """Tell whether a private table has every column its model has: its policy may need one that is not there yet."""
    if not isinstance(place_of(model), Private):
        return True
    there = {
        column.name for column in connection.introspection.get_table_description(cursor, model._meta.db_table)
    }
    return {field.column for field in model._meta.local_concrete_fields} <= there


def _make_role(cursor: Any, role: DatabaseRole) -> None:
    # Roles belong to the whole server: another database's migration may make them at the same moment.
    make = f"""DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role} LOGIN; END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"""
    try:
        with transaction.atomic():
            cursor.execute(make)
    except ProgrammingError as problem:
        raise InputError(
            f"the database refuses to make the role {role}: {str(problem).splitlines()[0]}. Let its administrator run "
            f"CREATE ROLE {role} LOGIN, and GRANT it to the role that migrates; then run `samstyr migrate` again"
        ) from problem


def _secure_table(cursor: Any, model: type[Model], roles: str) -> None:
    table = connection.ops.quote_name(model._meta.db_table)
    place = place_of(model)
    if place is None:
        raise TypeError(f"{model.__name__} does not say whose it is: give it `isolation`")
    if place.may:
        cursor.execute(f"GRANT {', '.join(place.may)} ON {table} TO {roles}")
    cursor.execute(f"DROP POLICY IF EXISTS seen ON {table}")
    cursor.execute(f"DROP POLICY IF EXISTS written ON {table}")
    if isinstance(place, Private):
        cursor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        cursor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        cursor.execute(f"CREATE POLICY seen ON {table} TO {roles} USING ({place.seen})")
        if hasattr(model, "pgh_tracked_model"):
            # The triggers write as the owner, whom forced policies bind too where they may not bypass them.
            cursor.execute(f"CREATE POLICY written ON {table} FOR INSERT TO CURRENT_USER WITH CHECK (true)")


def _secure_history(cursor: Any) -> None:
    """Let the triggers of the history write for everyone, and nobody else write, forge or leave out an event."""
    cursor.execute("SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace")
    present = {name for (name,) in cursor.fetchall()}
    writers = {
        trigger.get_pgid(model)
        for model, trigger in pgtrigger.registered()
        if isinstance(trigger, HistoryTrigger)
    }
    for name in sorted(present & writers):
        cursor.execute(
            f"ALTER FUNCTION {name}() SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
        )
        # A trigger needs no right to run; whoever has it could hang the function on a table of their own.
        cursor.execute(f"REVOKE EXECUTE ON FUNCTION {name}() FROM PUBLIC")
    if SWITCH in present:
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION {SWITCH}(trigger_name name) RETURNS boolean "
            "LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT false'"
        )
