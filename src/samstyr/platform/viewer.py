"""Who looks: the database is told for one transaction at a time, and shows private rows accordingly.

It is told too who acts, and from which page or job, for the history of what they change (platform/history.py).
Nothing of it outlives the transaction, so that the next user of a pooled connection starts as nobody.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Final

from django.db import connection, transaction

from samstyr.rules.procedure.readers import reads
from samstyr.rules.rights import Right, Viewer


class DatabaseRole(StrEnum):
    """The roles of the database that own nothing and that policies bind."""

    WEB = "samstyr_web"
    JOB = "samstyr_job"


# Settings of the transaction that the policies read (platform/isolation.py).
USER: Final = "samstyr.user"
CLOSED_FORA: Final = "samstyr.closed_fora"
MINUTES_FORA: Final = "samstyr.minutes_fora"
ROOMS: Final = "samstyr.rooms"
POSITION_FORA: Final = "samstyr.position_fora"
READS: Final = "samstyr.reads"
# And the one that the triggers of the history read.
ACTING: Final = "pghistory.context_metadata"
NAMES: Final = ("role", USER, CLOSED_FORA, MINUTES_FORA, ROOMS, POSITION_FORA, READS, ACTING)
READ: Final = "SELECT " + ", ".join(f"coalesce(current_setting('{name}', true), '')" for name in NAMES)
SET: Final = "SELECT " + ", ".join(f"set_config('{name}', %s, true)" for name in NAMES)


@contextmanager
def seen_by(viewer: Viewer, role: DatabaseRole, entry: str = "") -> Iterator[None]:
    """Run what follows in one transaction, as a role of the database with few rights, as `viewer` sees it.

    `entry` is the name of the page or the job, under which changes are recorded that no service makes.
    Inside another transaction what held there holds again afterwards.
    """
    outer = _settings() if connection.in_atomic_block else None
    with transaction.atomic():
        _set(
            (
                role.value,
                "" if viewer.user is None else str(viewer.user),
                ",".join(viewer.fora(Right.SEE_CLOSED)),
                ",".join(viewer.fora(Right.APPLY_MINUTES)),
                ",".join(viewer.parties(Right.ENTER_ROOM)),
                ",".join(viewer.fora(Right.SEE_POSITIONS)),
                ",".join(reads(viewer)),
                json.dumps({"entry": entry, "user": viewer.user}),
            )
        )
        yield
    if outer is not None:
        _set(outer)


def sees_everything() -> bool:
    """Tell whether the role of the database that asks now is bound by no policy."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])


def _settings() -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute(READ)
        row: tuple[str, ...] = cursor.fetchone()
    return row


def _set(values: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(SET, values)
