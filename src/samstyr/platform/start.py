"""How a command starts Django: only when it needs the database, so that the rest answers at once."""

import inspect
import os
from typing import Any

import django
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils.module_loading import import_string

from samstyr.platform import database
from samstyr.platform.errors import InputError
from samstyr.platform.isolation import is_secured
from samstyr.platform.secret import see_to_secret
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.rules.rights import Viewer

VIEWER = "samstyr.registry.viewers.user_viewer"  # it stands above this layer


def start() -> None:
    """Start the database and Django; bring the embedded database up to date.

    A database of the user's own is never changed behind their back: where it is not up to date, InputError
    says which command does it.
    """
    database.start()
    see_to_secret()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samstyr.project.settings")
    django.setup()
    if not _is_behind():
        return
    if not database.is_embedded():
        raise InputError("the database lacks Samstyr's latest tables or rights: run `samstyr migrate` first")
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        # Two commands may find a new database at the same time; the second waits, and finds nothing to do.
        cursor.execute("SELECT pg_advisory_lock(hashtext('samstyr.migrate'))")
        try:
            if _is_behind():
                call_command("migrate", verbosity=0, interactive=False)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(hashtext('samstyr.migrate'))")


def _is_behind() -> bool:
    """Tell whether the database lacks tables, rights or policies that this version of Samstyr has."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes())) or not is_secured()


def migrate() -> None:
    """Bring the database up to date, whoever owns it, and say so."""
    django.setup()
    call_command("migrate", verbosity=1, interactive=False)


def call(dotted: str, /, **arguments: Any) -> Any:
    """Start Django and answer what the function named `samstyr.app.module.function` answers."""
    start()
    return run(dotted, **arguments)


def run(dotted: str, /, **arguments: Any) -> Any:
    """Answer what the function named `samstyr.app.module.function` answers, Django having been started.

    The name is a text because Django's models can be imported only after Django has started, and a command
    that reads a file, or prints its help, should not wait for that (docs/adr/0004).

    With `samstyr --as NAME` the function runs as that user: with their rights, and as the role of the database
    that pages run as. Without it the operator runs it, who holds the database's own credentials.
    """
    function = import_string(dotted)
    name = acting_as()
    if name is None:
        return function(**arguments)
    viewer: Viewer = import_string(VIEWER)(username=name)
    if "actor" in inspect.signature(function).parameters:
        arguments = {"actor": viewer, **arguments}
    with seen_by(viewer, DatabaseRole.WEB):
        return function(**arguments)


def acting_as() -> str | None:
    """Answer the name of the user a command acts as, or None for the operator."""
    return os.environ.get("SAMSTYR_AS") or None


def require_operator(doing: str) -> None:
    """Go on where the operator runs the command; `--as` is refused, because no user can do this."""
    if acting_as() is not None:
        raise InputError(f"--as: no user may {doing}: only whoever holds the database's credentials")
