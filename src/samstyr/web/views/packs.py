"""The board pack: a page to read on, and the same as PDF and DOCX."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from samstyr.meetings.models import Meeting
from samstyr.meetings.queries import whole_meetings
from samstyr.meetings.services import note_opened
from samstyr.platform.denials import require
from samstyr.print.board_pack import board_pack
from samstyr.print.pack.content import Document, Pack
from samstyr.print.pack.pdf import pack_pdf
from samstyr.print.pack.word_document import pack_docx
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.states import OPEN_AGENDA
from samstyr.rules.rights import Right
from samstyr.web.seen import viewer_of

FORMS: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def pack(request: HttpRequest, key: int) -> HttpResponse:
    """Show the pack of a meeting as a page for a tablet."""
    found = _meeting(request, key)
    note_opened(meeting=found, kinds=("pack", "changes"), actor=viewer_of(request), now=timezone.now())
    made = board_pack(
        found,
        current_register(),
        viewer_of(request),
        document=Document.PACK,
        with_files=False,
        now=timezone.now(),
        address=lambda attachment: reverse("attachment", args=[attachment]),
    )
    return render(request, "pack/pack.html", {"pack": made, "meeting": found})


def file(request: HttpRequest, key: int, form: str) -> HttpResponse:
    """Answer the pack of a meeting as PDF or DOCX."""
    found = _meeting(request, key)
    note_opened(meeting=found, kinds=("pack", "changes"), actor=viewer_of(request), now=timezone.now())
    made = board_pack(
        found,
        current_register(),
        viewer_of(request),
        document=Document.PACK,
        with_files=form == "pdf",
        now=timezone.now(),
    )
    return document_file(made, form, f"moedemateriale-{found.forum_id}-{found.date.isoformat()}")


def document_file(pack: Pack, form: str, name: str) -> HttpResponse:
    """Answer a document as a file of one of the FORMS."""
    if form not in FORMS:
        raise Http404
    content = pack_pdf(pack).pdf if form == "pdf" else pack_docx(pack)
    response = HttpResponse(content, content_type=FORMS[form])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _meeting(request: HttpRequest, key: int) -> Meeting:
    viewer = viewer_of(request)
    found = whole_meetings(viewer).filter(pk=key).first()
    if found is None:
        raise Http404
    if found.stage in OPEN_AGENDA:
        require(viewer, Right.SEE_AGENDA, forum=found.forum_id)
    return found
