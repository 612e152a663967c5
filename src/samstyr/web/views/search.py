"""Search over everything, with results as one types."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samstyr.documents.models import SearchEntry
from samstyr.documents.queries import found_by
from samstyr.meetings.models import ClosedItem
from samstyr.meetings.queries import closed_items_found_by
from samstyr.web import wording
from samstyr.web.paging import page_of
from samstyr.web.seen import viewer_of

AS_YOU_TYPE = 8
LONGEST = 200
MOST_CLOSED = 20


def search(request: HttpRequest) -> HttpResponse:
    """Answer what is found: a short list for the search field, else a whole page."""
    text = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST]
    found = found_by(text)
    closed = closed_items_found_by(text, viewer_of(request)) if text else ()
    if request.headers.get("HX-Request"):
        results = [*map(_closed_result, closed[:2]), *map(_result, found[:AS_YOU_TYPE])] if text else []
        return render(request, "search/_results.html", {"text": text, "results": results})
    page = page_of(request, found)
    context = {
        "search_text": text,
        "page": page,
        "results": [_result(each) for each in page],
        "closed": [_closed_result(each) for each in closed[:MOST_CLOSED]],
    }
    return render(request, "search/page.html", context)


def _result(found: SearchEntry) -> dict[str, str]:
    return {
        "title": found.title,
        "detail": found.detail,
        "kind": wording.word(found.kind, "list"),
        "address": _address(found),
    }


def _closed_result(found: ClosedItem) -> dict[str, str]:
    item = found.item
    return {
        "title": found.title,
        "detail": f"{item.meeting.forum} {item.meeting.date.isoformat()}",
        "kind": _("Closed item"),
        "address": f"{reverse('meeting', args=[item.meeting_id])}#item-{item.position}",
    }


def _address(found: SearchEntry) -> str:
    """Answer where a thing is shown; what is part of a page is shown there (`kind/page#part`)."""
    if found.kind == "duties":
        return reverse("duty", args=[found.key])
    if found.kind in wording.ADDRESSES:
        return reverse(wording.ADDRESSES[found.kind], args=[found.key])
    page, _hash, part = found.key.partition("#")
    name = "person" if found.kind == "persons" else "meeting"
    return reverse(name, args=[page]) + (f"#{part}" if part else "")
