"""The pack of a meeting as files: one PDF, one DOCX, and a page to take along with the attachments beside it."""

import datetime
import hashlib
import io
import zipfile
from dataclasses import dataclass, replace
from typing import Final

from samstyr.meetings.models import Meeting
from samstyr.meetings.queries import whole_meetings
from samstyr.meetings.services import note_opened
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.print.board_pack import board_pack
from samstyr.print.fonts import PLEX
from samstyr.print.pack.content import Document, Pack
from samstyr.print.pack.pdf import PackFile, Progress, pack_pdf, tell_nobody
from samstyr.print.pack.tablet import tablet_files
from samstyr.print.pack.word_document import pack_docx
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.states import OPEN_AGENDA
from samstyr.rules.rights import OPERATOR, Right, Viewer

NAME: Final = "pakke"


@dataclass(frozen=True, slots=True)
class Lacking:
    """What a reader misses in a PDF. `untagged`: attachments without tags; `refused`: those it has not, and why."""

    untagged: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PackFiles:
    """A pack in every form, by path, with the pages of its PDF and what it lacks."""

    files: dict[str, bytes]
    pages: int
    lacking: Lacking


def files_of_meeting(
    *,
    forum: str,
    date: datetime.date,
    now: datetime.datetime,
    progress: Progress = tell_nobody,
    actor: Viewer = OPERATOR,
) -> PackFiles:
    """Answer the pack of a forum's meeting, as its actor may see it, in every form.

    Raises InputError for a forum or meeting that is not there, or one without items, and DeniedError where the
    agenda is not sent and the actor may not see it before.
    """
    meeting = _meeting(forum, date, actor)
    pack = pack_of(meeting, actor, now=now)
    if not pack.items:
        raise InputError(
            f"--date: the meeting of {forum} on {date.isoformat()} has no items on its agenda yet"
        )
    note_opened(meeting=meeting, kinds=("pack", "changes"), actor=actor, now=now)
    made = pack_pdf(pack, progress, PLEX)
    files = {f"{NAME}.pdf": made.pdf, f"{NAME}.docx": pack_docx(pack), **tablet_files(pack)}
    return PackFiles(files, made.pages, lacking(made))


def pack_of(
    meeting: Meeting, viewer: Viewer, *, now: datetime.datetime | None = None, with_files: bool = True
) -> Pack:
    """Answer the pack of a meeting (of `whole_meetings`) for its viewer.

    Raises DeniedError where the agenda is not sent and the viewer may not see it before.
    """
    if meeting.stage in OPEN_AGENDA:
        require(viewer, Right.SEE_AGENDA, forum=meeting.forum_id)
    return board_pack(
        meeting,
        current_register(),
        viewer,
        document=Document.PACK,
        with_files=with_files,
        now=now,
        address=str,
    )


def made_of(pack: Pack) -> str:
    """Answer a check sum of what a pack (of `pack_of`) says and of the versions of its attachments.

    It does not tell when the pack was made. An attachment's bytes belong to its version, which is never changed.
    """
    return hashlib.sha256(repr(replace(pack, made=None)).encode("utf-8", "backslashreplace")).hexdigest()


def lacking(made: PackFile) -> Lacking:
    """Answer what a PDF lacks, attachments by label and title."""
    return Lacking(
        tuple(f"{each.label}: {each.title}" for each in made.untagged),
        tuple((f"{each.attachment.label}: {each.attachment.title}", each.reason) for each in made.refused),
    )


def tablet_zip(pack: Pack) -> bytes:
    """Answer the page to take along, with its attachments, as one file; the same pack gives the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in tablet_files(pack).items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _meeting(forum: str, date: datetime.date, viewer: Viewer) -> Meeting:
    if forum not in current_register().fora:
        raise InputError(f"--forum: no forum has the id {forum!r} in the database")
    of_forum = whole_meetings(viewer).filter(forum_id=forum)
    found = of_forum.filter(date=date).first()
    if found is None:
        days = Meeting.objects.filter(forum_id=forum, date__year=date.year).order_by("date")
        known = ", ".join(day.isoformat() for day in days.values_list("date", flat=True))
        there = f"its meetings in {date.year}: {known}" if known else f"it has none in {date.year}"
        raise InputError(f"--date: {forum} has no meeting on {date.isoformat()} ({there})")
    return found
