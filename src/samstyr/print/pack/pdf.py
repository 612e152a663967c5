"""The pack as one PDF: our pages by Typst, attachments put in after the sheets that announce them.

Why it is done so, and why no conformance is claimed: docs/adr/0012.
"""

import io
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pikepdf

from samstyr.print.pack.attachments import Form, Reading, read
from samstyr.print.pack.bookmarks import entries_by_page
from samstyr.print.pack.content import Pack, PackAttachment
from samstyr.print.pack.merging import Sheet, take_pages
from samstyr.print.pack.stamping import stamp_pages
from samstyr.print.pack.structure import JoinedTree
from samstyr.print.pack.trees import name_tree
from samstyr.print.pack.typesetting import own_pages, stamps


class Stage(StrEnum):
    """What is being done, for whoever shows progress."""

    READING = "reading"
    SETTING = "setting"
    MERGING = "merging"
    SAVING = "saving"


SHEET = b"attachment-"
NEWEST = "2.0"  # whatever the first line of an attachment says

# Told before each step: what is done, the number of steps done, and of all. It may raise, and so stop the work.
Progress = Callable[[Stage, int, int], None]


@dataclass(frozen=True, slots=True)
class Refusal:
    """An attachment that has only a page saying why it isn't there."""

    attachment: PackAttachment
    reason: str


@dataclass(frozen=True, slots=True)
class PackFile:
    """A finished pack. `untagged`: attachments without tags; `files`: those that lie in the PDF as files."""

    pdf: bytes
    pages: int
    untagged: tuple[PackAttachment, ...]
    files: tuple[PackAttachment, ...]
    refused: tuple[Refusal, ...]


def tell_nobody(stage: Stage, done: int, steps: int) -> None:
    """Show no progress."""


def pack_pdf(pack: Pack, progress: Progress = tell_nobody, fonts: Path | None = None) -> PackFile:
    """Answer agenda, papers and attachments as one tagged PDF in Danish. `fonts`: a folder with IBM Plex Sans.

    The same pack gives the same bytes. No attachment makes it fail: one that can't be read gets a page saying so.
    """
    attachments = pack.attachments
    steps = 2 * len(attachments) + 2
    readings = []
    for done, attachment in enumerate(attachments):
        progress(Stage.READING, done, steps)
        readings.append(read(attachment))
    progress(Stage.SETTING, len(attachments), steps)
    with ExitStack() as until_saved:
        for each in readings:
            if each.pdf is not None:
                until_saved.enter_context(each.pdf)
        book = until_saved.enter_context(pikepdf.open(io.BytesIO(own_pages(pack, readings, fonts))))
        own = _own_page_of_each_sheet(book)
        tree = JoinedTree(book)
        bookmarks = entries_by_page(book)
        stamped = until_saved.enter_context(pikepdf.open(io.BytesIO(stamps(_marks(readings, own), fonts))))
        waiting = list(stamped.pages)
        added = 0
        for place, reading in enumerate(readings):
            progress(Stage.MERGING, len(attachments) + 1 + place, steps)
            if reading.form == Form.FILE:
                _keep_file(book, reading.attachment, place)
            if reading.pdf is None:
                continue
            page = book.pages[own[place] + added].obj
            sheet = Sheet(own[place] + added + 1, reading.attachment.label, bookmarks[page.objgen])
            taken = take_pages(book, reading.pdf, sheet, tagged=reading.tagged)
            tree.add(taken.tree, taken.pages, own[place], _title(reading.attachment), taken.language)
            stamp_pages(book, taken.pages, waiting[added : added + reading.pages], added)
            added += reading.pages
        progress(Stage.SAVING, steps - 1, steps)
        tree.write()
        _claim_nothing(book)
        return PackFile(
            _saved(book, readings),
            len(book.pages),
            tuple(each.attachment for each in readings if each.form == Form.PAGES and not each.tagged),
            tuple(each.attachment for each in readings if each.form == Form.FILE),
            tuple(Refusal(each.attachment, each.reason) for each in readings if each.form == Form.REFUSED),
        )


def _title(attachment: PackAttachment) -> str:
    return f"{attachment.label}: {attachment.title}"


def _own_page_of_each_sheet(book: pikepdf.Pdf) -> dict[int, int]:
    """Answer by the attachment's place on which of our pages (from 0) its sheet is, by the names Typst gives."""
    names = name_tree((book.Root.get("/Names") or pikepdf.Dictionary()).get("/Dests"))
    pages = {page.obj.objgen: number for number, page in enumerate(book.pages)}
    return {
        int(name.removeprefix(SHEET)): pages[target[0].objgen]
        for name, target in names.items()
        if name.startswith(SHEET)
    }


def _marks(readings: list[Reading], own: dict[int, int]) -> list[str]:
    """Answer what is stamped on each page of each attachment: whose it is, and its number in the pack."""
    marks: list[str] = []
    for place, reading in enumerate(readings):
        first = own.get(place, 0) + 2 + len(marks)  # after the sheet; people count from 1
        marks += [f"{reading.attachment.label} · side {first + page}" for page in range(reading.pages)]
    return marks


def _keep_file(book: pikepdf.Pdf, attachment: PackAttachment, place: int) -> None:
    """Readers sort the files by key: so they stand in the order of the agenda, and none takes another's place."""
    key = f"{place + 1:03} {attachment.label} {attachment.filename}"
    book.attachments[key] = pikepdf.AttachedFileSpec(
        book,
        attachment.content or b"",
        filename=attachment.filename,
        description=_title(attachment),
        mime_type=attachment.media_type or "application/octet-stream",
        creation_date="",
        mod_date="",
    )


def _claim_nothing(book: pikepdf.Pdf) -> None:
    """Typst has written that the file keeps to PDF/UA-1; with others' pages in it, that isn't ours to say."""
    with book.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for claim in ("pdfuaid:part", "xmpTPg:NPages"):
            if claim in metadata:
                del metadata[claim]


def _saved(book: pikepdf.Pdf, readings: list[Reading]) -> bytes:
    newest = max([book.pdf_version, *(each.pdf.pdf_version for each in readings if each.pdf is not None)])
    stream = io.BytesIO()
    book.save(
        stream,
        min_version=min(newest, NEWEST),
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return stream.getvalue()
