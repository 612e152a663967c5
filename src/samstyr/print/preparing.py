"""Making the pack that a user has asked for, in a worker: step by step, so that it can be watched and stopped."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final

from django.utils import timezone

from samstyr.meetings.models import PreparedPack
from samstyr.meetings.queries import whole_meetings
from samstyr.meetings.services import begin_pack, fail_pack, finish_pack, note_progress
from samstyr.meetings.services.preparing import MadePack
from samstyr.platform.denials import DeniedError
from samstyr.print.fonts import PLEX
from samstyr.print.pack.content import Pack
from samstyr.print.pack.pdf import Progress, pack_pdf
from samstyr.print.pack_files import lacking, made_of, pack_of, tablet_zip
from samstyr.rules.rights import Viewer

BETWEEN_NOTES: Final = 0.3  # seconds: a page that polls sees no more
Seen = Callable[[], AbstractContextManager[None]]


class StoppedError(Exception):
    """The pack was cancelled, or asked for anew, while it was made."""


def make_prepared(*, prepared: int, actor: Viewer, seen: Seen) -> None:
    """Make the pack of a row for its user, as they may see it when it is made.

    `seen` opens a transaction in which the database shows what the actor may see; each step takes one of its own, so
    that a worker may die between any two. Run for a row that is finished, cancelled or another's, it does nothing.
    What hinders it is noted on the row and raised.
    """
    with seen():
        row = begin_pack(prepared=prepared, actor=actor)
    if row is None:
        return
    try:
        with seen():
            meeting = whole_meetings(actor).get(pk=row.meeting_id)
            pack = pack_of(meeting, actor, now=timezone.now())
        made = _made(row, pack, noting(row, actor, seen))
    except StoppedError:
        return
    except DeniedError:  # a seat may have ended since it was asked for
        with seen():
            fail_pack(prepared=row, actor=actor)
        return
    except Exception:
        with seen():
            fail_pack(prepared=row, actor=actor)
        raise
    with seen():
        finish_pack(prepared=row, made=made, actor=actor, now=timezone.now())


def _made(row: PreparedPack, pack: Pack, progress: Progress) -> MadePack:
    if row.form == "zip":
        return MadePack(tablet_zip(pack), made_of(pack))
    file = pack_pdf(pack, progress, PLEX)
    lacks = lacking(file)
    return MadePack(file.pdf, made_of(pack), file.pages, lacks.untagged, lacks.refused)


def noting(row: PreparedPack, actor: Viewer, seen: Seen) -> Progress:
    """Answer a progress that writes on the row now and then, and stops the work where nobody waits for it."""
    noted = -BETWEEN_NOTES

    def note(_stage: str, done: int, steps: int) -> None:
        nonlocal noted
        if time.monotonic() - noted < BETWEEN_NOTES:
            return
        noted = time.monotonic()
        with seen():
            goes_on = note_progress(prepared=row, done=done, steps=steps, actor=actor)
        if not goes_on:
            raise StoppedError

    return note
