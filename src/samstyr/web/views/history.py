"""Who changed what: the history of an entry of the register, of a meeting, and of a user; shown, and taken along."""

from typing import Final

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header

from samstyr.accounts.models import User
from samstyr.audit.queries import Trail, history_of, history_of_person
from samstyr.exchange.history_export import as_csv, as_json
from samstyr.meetings.models import Meeting
from samstyr.platform.denials import DeniedError
from samstyr.registry.models import (
    Duty,
    Forum,
    Initiative,
    Instrument,
    Mandate,
    Organisation,
    Party,
    Subject,
    System,
)
from samstyr.rules.rights import Right, may
from samstyr.rules.verdict import Denied
from samstyr.web.history import together
from samstyr.web.paging import page_of
from samstyr.web.seen import viewer_of

# The lists of the register, and the page of an entry where it has one of its own.
ENTRIES: Final[dict[str, tuple[type[Model], str]]] = {
    "parties": (Party, "party"),
    "organisations": (Organisation, "organisation"),
    "instruments": (Instrument, "instrument"),
    "fora": (Forum, "forum"),
    "subjects": (Subject, "subject"),
    "mandates": (Mandate, ""),
    "duties": (Duty, "duty"),
    "systems": (System, "system"),
    "initiatives": (Initiative, "initiative"),
}
TYPES: Final = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


def entry(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Show the history of an entry of the register and of its parts."""
    model, page = _model(kind)
    trail = _of(request, model, key)
    found = model._default_manager.filter(pk=key).first()
    address = reverse(page, args=[key]) if page and found else ""
    export = reverse("entry-history-export", args=[kind, key, "FORM"])
    return _page(request, trail, str(found or key), address, export)


def entry_export(request: HttpRequest, kind: str, key: str, form: str) -> HttpResponse:
    """Answer the history of an entry as a file."""
    model, _page_name = _model(kind)
    return _file(form, _of(request, model, key), f"{model._meta.label_lower}/{key}")


def meeting(request: HttpRequest, key: int) -> HttpResponse:
    """Show the history of a meeting: its items, what was decided, and what followed."""
    trail = _of(request, Meeting, key)
    found = Meeting.objects.select_related("forum").filter(pk=key).first()
    address = reverse("meeting", args=[key]) if found else ""
    return _page(
        request, trail, str(found or key), address, reverse("meeting-history-export", args=[key, "FORM"])
    )


def meeting_export(request: HttpRequest, key: int, form: str) -> HttpResponse:
    """Answer the history of a meeting as a file."""
    return _file(form, _of(request, Meeting, key), f"meetings.meeting/{key}")


def user(request: HttpRequest, key: int) -> HttpResponse:
    """Show what a user did, and what happened to their account."""
    found, trail = _of_user(request, key)
    name = found.person.name if found.person else found.get_username()
    return _page(request, trail, name, "", reverse("user-history-export", args=[key, "FORM"]))


def user_export(request: HttpRequest, key: int, form: str) -> HttpResponse:
    """Answer the history of a user as a file."""
    _found, trail = _of_user(request, key)
    return _file(form, trail, f"accounts.user/{key}")


def _model(kind: str) -> tuple[type[Model], str]:
    if kind not in ENTRIES:
        raise Http404
    return ENTRIES[kind]


def _of(request: HttpRequest, model: type[Model], key: str | int) -> Trail:
    """Answer the history of an object, also of one that is gone; what never was is 404."""
    trail = history_of(model, key, viewer_of(request))
    if not trail:
        raise Http404
    return trail


def _of_user(request: HttpRequest, key: int) -> tuple[User, Trail]:
    """Answer a user and their history. To those who may not see it there is no such user."""
    viewer = viewer_of(request)
    verdict = may(viewer, Right.SEE_HISTORY_OF_PERSONS)
    if isinstance(verdict, Denied) and viewer.user != key:
        if verdict.code == "log-in":
            raise DeniedError(verdict)
        raise Http404
    found = get_object_or_404(User.objects.select_related("person"), pk=key)
    return found, history_of_person(found, viewer)


def _page(request: HttpRequest, trail: Trail, title: str, address: str, export: str) -> HttpResponse:
    viewer = viewer_of(request)
    page = page_of(request, trail)
    context = {
        "title": title,
        "address": address,
        "page": page,
        "groups": together(page.object_list),
        "exports": [(form.upper(), export.replace("FORM", form)) for form in TYPES],
        "own": viewer.user,
        "sees_persons": bool(may(viewer, Right.SEE_HISTORY_OF_PERSONS)),
    }
    return render(request, "history/page.html", context)


def _file(form: str, trail: Trail, about: str) -> HttpResponse:
    if form not in TYPES:
        raise Http404
    events = trail[:]
    content = as_json(about, events) if form == "json" else "\ufeff" + as_csv(events)
    response = HttpResponse(content, content_type=TYPES[form])
    name = f"{about.replace('/', '-')}.{form}"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response
