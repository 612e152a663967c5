"""How a command starts Django: only when it needs the database, so that the rest answers at once."""

import os
from typing import Any

import django
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils.module_loading import import_string

from samstyr.platform import database
from samstyr.platform.errors import InputError
from samstyr.platform.secret import see_to_secret


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
        raise InputError("the database lacks Samstyr's latest tables: run `samstyr migrate` first")
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
    """Tell whether the database lacks tables that this version of Samstyr has."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate() -> None:
    """Bring the database up to date, whoever owns it, and say so."""
    django.setup()
    call_command("migrate", verbosity=1, interactive=False)


def call(dotted: str, /, **arguments: Any) -> Any:
    """Start Django and answer what the function named `samstyr.app.module.function` answers.

    The name is a text because Django's models can be imported only after Django has started, and a command
    that reads a file, or prints its help, should not wait for that (docs/adr/0004).
    """
    start()
    return import_string(dotted)(**arguments)
