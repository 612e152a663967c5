"""The board pack: a page to read on, and the same as files; a large file is made by the worker, with progress."""

from dataclasses import dataclass
from typing import Final

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Meeting, PreparedPack
from samstyr.meetings.queries import whole_meetings
from samstyr.meetings.queries.preparing import content_of, prepared_of
from samstyr.meetings.services import ask_for_pack, cancel_pack, note_opened
from samstyr.meetings.services.preparing import FORMS as PREPARED
from samstyr.platform import clock
from samstyr.platform.denials import require
from samstyr.print.board_pack import board_pack
from samstyr.print.fonts import PLEX
from samstyr.print.pack.content import Document, Pack
from samstyr.print.pack.pdf import pack_pdf
from samstyr.print.pack.word_document import pack_docx
from samstyr.print.pack_files import made_of, pack_of, tablet_zip
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.states import OPEN_AGENDA, PreparedState
from samstyr.rules.rights import Right
from samstyr.web.files import as_file
from samstyr.web.seen import viewer_of

FORMS: Final = ("pdf", "docx", "zip")
NAMES: Final = {
    "pdf": gettext_lazy("PDF with all attachments"),
    "zip": gettext_lazy("Page for a tablet, with all attachments (ZIP)"),
}


@dataclass(frozen=True, slots=True)
class Offered:
    """A form of the pack on the page of its files. `is_current`: the file that is ready says what stands now."""

    form: str
    name: str | Promise
    row: PreparedPack | None
    is_current: bool

    @property
    def percent(self) -> int:
        """How much of the work is done."""
        return 100 * self.row.done // self.row.steps if self.row is not None and self.row.steps else 0


def pack(request: HttpRequest, key: int) -> HttpResponse:
    """Show the pack of a meeting as a page for a tablet."""
    found = _meeting(request, key)
    _note_opened(request, found)
    made = board_pack(
        found,
        current_register(),
        viewer_of(request),
        document=Document.PACK,
        with_files=False,
        now=clock.now(),
        address=lambda attachment: reverse("attachment", args=[attachment]),
    )
    return render(request, "pack/pack.html", {"pack": made, "meeting": found})


def files(request: HttpRequest, key: int) -> HttpResponse:
    """Show the files of a meeting's pack: those that are ready, those being made, and those that can be asked for."""
    return _files(request, key, "pack/files.html")


def files_now(request: HttpRequest, key: int) -> HttpResponse:
    """Answer the part of that page that changes while a file is made."""
    return _files(request, key, "pack/_files.html")


@require_POST
def ask(request: HttpRequest, key: int, form: str) -> HttpResponse:
    """Let the worker make the pack as a file for the one who asks."""
    found, viewer = _meeting(request, key), viewer_of(request)
    if form not in PREPARED:
        raise Http404
    if viewer.user is None:
        return redirect_to_login(reverse("pack-files", args=[key]))
    ask_for_pack(meeting=found, form=form, actor=viewer, now=clock.now())
    return redirect("pack-files", key)


@require_POST
def cancel(request: HttpRequest, key: int, form: str) -> HttpResponse:
    """Stop the making of a file."""
    cancel_pack(meeting=_meeting(request, key), form=form, actor=viewer_of(request))
    return redirect("pack-files", key)


def file(request: HttpRequest, key: int, form: str) -> HttpResponse:
    """Answer the pack of a meeting as a file.

    What takes long is made by the worker beforehand for whoever is logged in: until it is ready, and where it no longer
    says what stands, they are led to the page where they ask for it.
    """
    if form not in FORMS:
        raise Http404
    found, viewer = _meeting(request, key), viewer_of(request)
    name = f"moedemateriale-{found.forum_id}-{found.date.isoformat()}"
    now_stands = pack_of(found, viewer, with_files=False)
    if form in PREPARED and viewer.user is not None and now_stands.attachments:
        row = prepared_of(found, viewer).get(form)
        if row is None or row.state != PreparedState.READY or row.made_of != made_of(now_stands):
            return redirect("pack-files", key)
        _note_opened(request, found)
        return as_file(content_of(row), f"{name}.{form}")
    _note_opened(request, found)
    return document_file(pack_of(found, viewer, now=clock.now(), with_files=form in PREPARED), form, name)


def document_file(pack: Pack, form: str, name: str) -> HttpResponse:
    """Answer a document as a file of one of the FORMS."""
    if form == "pdf":
        return as_file(pack_pdf(pack, fonts=PLEX).pdf, f"{name}.{form}")
    if form == "docx":
        return as_file(pack_docx(pack), f"{name}.{form}")
    if form == "zip":
        return as_file(tablet_zip(pack), f"{name}.{form}")
    raise Http404


def _files(request: HttpRequest, key: int, template: str) -> HttpResponse:
    found, viewer = _meeting(request, key), viewer_of(request)
    rows = prepared_of(found, viewer)
    stands = pack_of(found, viewer, with_files=False)
    current = made_of(stands)
    offered = [
        Offered(form, NAMES[form], row, row is not None and row.made_of == current)
        for form in PREPARED
        for row in [rows.get(form)]
    ]
    context = {
        "meeting": found,
        "offered": offered,
        # Without attachments a file is made while one waits; nor is there anyone to keep one for.
        "is_direct": viewer.user is None or not stands.attachments,
        "is_under_way": any(row.is_under_way for row in rows.values()),
    }
    return render(request, template, context)


def _note_opened(request: HttpRequest, meeting: Meeting) -> None:
    viewer = viewer_of(request)
    note_opened(meeting=meeting, kinds=("pack", "changes"), actor=viewer, now=clock.now())


def _meeting(request: HttpRequest, key: int) -> Meeting:
    viewer = viewer_of(request)
    found = whole_meetings(viewer).filter(pk=key).first()
    if found is None:
        raise Http404
    if found.stage in OPEN_AGENDA:
        require(viewer, Right.SEE_AGENDA, forum=found.forum_id)
    return found
