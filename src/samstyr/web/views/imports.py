"""Importing minutes: hand in a document, see what waits for a review and what was applied."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samstyr.jobs.tasks import read_review
from samstyr.meetings.queries import meetings_with_minutes, reviews_waiting
from samstyr.meetings.services import hand_in
from samstyr.platform.denials import require
from samstyr.rules.rights import Right, Viewer, may
from samstyr.web.paging import page_of
from samstyr.web.seen import viewer_of
from samstyr.web.uploads import document_of


def imports(request: HttpRequest) -> HttpResponse:
    """Show what waits and what was applied; take a document that is handed in."""
    viewer = viewer_of(request)
    if request.method == "POST":
        require(viewer, Right.HAND_IN_MINUTES)
        return _take(request, viewer)
    context = {
        "may_import": bool(may(viewer, Right.HAND_IN_MINUTES)),
        "waiting": reviews_waiting(viewer),
        "page": page_of(request, meetings_with_minutes()),
    }
    return render(request, "imports/imports.html", context)


def _take(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Keep the document and let the worker read it."""
    name, content = document_of(request.FILES.get("document"))
    found, is_new = hand_in(name=name, content=content, actor=viewer)
    if is_new:
        read_review.defer(review=found.pk, actor=viewer.user)
    else:
        messages.info(request, _("This document was handed in before; here is its review."))
    return redirect("review", found.pk)
