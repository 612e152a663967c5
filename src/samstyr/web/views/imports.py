"""Importing minutes: hand in documents, see how far they are, what waits for a review and what was applied."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samstyr.exchange.unpacking import LARGEST_TOGETHER, MOST_FILES
from samstyr.jobs.tasks import read_review
from samstyr.meetings.queries import (
    batches_visible_to,
    meetings_with_minutes,
    reviews_of_batch,
    reviews_waiting,
)
from samstyr.meetings.services import hand_in, hand_in_batch
from samstyr.platform.denials import require
from samstyr.rules.rights import Right, Viewer, may
from samstyr.web.paging import page_of
from samstyr.web.seen import viewer_of
from samstyr.web.uploads import document_of, documents_of, is_batch

FIRST = 20  # of what waits; the rest has a page of its own
LATEST = 5  # batches


def imports(request: HttpRequest) -> HttpResponse:
    """Show what waits and what was applied; take a document, several, or a zip of them, that is handed in."""
    viewer = viewer_of(request)
    if request.method == "POST":
        require(viewer, Right.HAND_IN_MINUTES)
        return _take(request, viewer)
    may_import = bool(may(viewer, Right.HAND_IN_MINUTES))
    waiting = list(reviews_waiting(viewer)[: FIRST + 1]) if may_import else []
    context = {
        "may_import": may_import,
        "waiting": waiting[:FIRST],
        "more_wait": len(waiting) > FIRST,
        "batches": batches_visible_to(viewer)[:LATEST] if may_import else [],
        "most_files": MOST_FILES,
        "most_together": LARGEST_TOGETHER // 1024**2,
        "page": page_of(request, meetings_with_minutes()),
    }
    return render(request, "imports/imports.html", context)


def waiting(request: HttpRequest) -> HttpResponse:
    """Show all documents that wait for the viewer, page by page."""
    viewer = viewer_of(request)
    require(viewer, Right.HAND_IN_MINUTES)
    return render(request, "imports/waiting.html", {"page": page_of(request, reviews_waiting(viewer))})


def batch(request: HttpRequest, key: int) -> HttpResponse:
    """Show how far the documents of a batch are, what was refused and why, and what was there before.

    To those who did not hand it in there is no such page.
    """
    viewer = viewer_of(request)
    found = batches_visible_to(viewer).filter(pk=key).first()
    if found is None:
        raise Http404
    page = page_of(request, reviews_of_batch(found, viewer))
    return render(request, "imports/batch.html", {"batch": found, "page": page})


def _take(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Keep what was handed in and let the worker read it."""
    uploads = request.FILES.getlist("document")
    if is_batch(uploads):
        name = (uploads[0].name or "") if len(uploads) == 1 else ""
        handed_in = hand_in_batch(name=name, documents=documents_of(uploads), actor=viewer)
        return redirect("import-batch", handed_in.pk)
    name, content = document_of(request.FILES.get("document"))
    found, is_new = hand_in(name=name, content=content, actor=viewer)
    if is_new:
        read_review.defer(review=found.pk, actor=viewer.user)
    else:
        messages.info(request, _("This document was handed in before; here is its review."))
    return redirect("review", found.pk)
