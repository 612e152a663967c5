"""Importing minutes: hand in a document, review what was read beside its text, apply it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samstyr.jobs.tasks import read_review
from samstyr.meetings.matching import Match, matches
from samstyr.meetings.models import Review
from samstyr.meetings.queries import meetings_with_minutes, reviews_visible_to, reviews_waiting
from samstyr.meetings.services import apply_minutes, hand_in
from samstyr.platform.danish import order
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.registry.queries import current_register
from samstyr.rules.register import Register
from samstyr.rules.rights import Right, Viewer, may
from samstyr.web import wording
from samstyr.web.forms.review import FACTS, HEAD, NEXT, STANDS_FOR, Field, corrected
from samstyr.web.marked_text import marked
from samstyr.web.paging import page_of
from samstyr.web.seen import viewer_of
from samstyr.web.uploads import document_of

Record = dict[str, Any]
# What a fact of each kind is called by; the rest are put together in `_headline`.
HEADLINES = {
    "participants": ("name", "organisation"),
    "items": ("number", "title"),
    "recommendations": ("clause",),
    "actions": ("what",),
    "missing_data": ("indicator",),
    "consultations": ("subject",),
    "unlisted_speakers": ("name",),
    "warnings": ("message",),
}


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


def review(request: HttpRequest, key: int) -> HttpResponse:
    """Show the text beside what was read in it; take the person's corrections and apply them.

    To those who may not see it there is no such page.
    """
    viewer = viewer_of(request)
    found = reviews_visible_to(viewer).select_related("meeting").filter(pk=key).first()
    if found is None:
        raise Http404
    if found.state == "applied" and found.meeting_id is not None:
        messages.info(request, _("This document has been applied; here is its meeting."))
        return redirect("meeting", found.meeting_id)
    if found.read is None:
        # The worker has it, or it could not be read; the page says which.
        return render(request, "imports/reading.html", {"review": found})
    if request.method == "POST":
        return _apply(request, found, viewer)
    return _page(request, found, found.read, matches(current_register(), found.read), [])


def _take(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Keep the document and let the worker read it."""
    name, content = document_of(request.FILES.get("document"))
    found, is_new = hand_in(name=name, content=content, actor=viewer)
    if is_new:
        read_review.defer(review=found.pk, actor=viewer.user)
    else:
        messages.info(request, _("This document was handed in before; here is its review."))
    return redirect("review", found.pk)


def _apply(request: HttpRequest, found: Review, viewer: Viewer) -> HttpResponse:
    record, chosen, problems = corrected(found.read or {}, request.POST)
    if not problems:
        try:
            meeting = apply_minutes(review=found, record=record, chosen=chosen, actor=viewer)
        except InputError as problem:
            problems = list(problem.lines)
        else:
            messages.success(request, _("The minutes are part of the record."))
            return redirect("meeting", meeting.pk)
    return _page(request, found, record, _chosen_matches(chosen), problems, status=400)


def _chosen_matches(chosen: Record) -> Record:
    """Answer what a person chose in the shape of matches, so that the form shows it again."""
    made: Record = {"forum": Match(chosen["forum"], certain=True) if chosen["forum"] else None}
    for name in ("organisations", "initiatives", "subjects"):
        made[name] = [Match(key, certain=True) if key else None for key in chosen[name]]
    return made


def _page(
    request: HttpRequest,
    found: Review,
    record: Record,
    matched: Record,
    problems: list[str],
    status: int = 200,
) -> HttpResponse:
    register = current_register()
    choices = {
        kind: _choices(register, kind) for kind in ("fora", "organisations", "initiatives", "subjects")
    }
    items = [
        (index, f"{item['number'] or ''} {item['title'] or ''}") for index, item in enumerate(record["items"])
    ]
    sections = []
    for kind, (label, fields) in FACTS.items():
        facts = []
        for index, fact in enumerate(record.get(kind) or []):
            list_name = STANDS_FOR.get(kind)
            match = matched[list_name][index] if list_name else None
            facts.append(
                {
                    "prefix": f"{kind}.{index}",
                    "span": fact.get("span"),
                    "fields": [_field(each, f"{kind}.{index}", fact, items) for each in fields],
                    "stands_for": list_name,
                    "choices": choices.get(list_name or ""),
                    "match": match,
                    # Only a person says yes to a name spelled alike; a subject is proposed to be checked.
                    "match_chosen": match and (match.certain or list_name == "subjects"),
                    "proposed_subject": register.subjects[match.key].name
                    if match and list_name == "subjects" and not match.certain
                    else "",
                    "headline": _headline(kind, fact),
                }
            )
        if facts:
            sections.append({"kind": kind, "label": label, "facts": facts})
    following = record.get("next_meeting")
    context = {
        "review": found,
        "document_type": record["document_type"],
        "problems": problems,
        "head": [_field(each, "meeting", record["meeting"], items) for each in HEAD],
        "head_forum": record["meeting"].get("forum"),
        "forum_match": matched["forum"],
        "fora": choices["fora"],
        "sections": sections,
        "next": [_field(each, "next_meeting", following, items) for each in NEXT] if following else None,
        "segments": marked(found.document.text, record),
        "fact_count": sum(len(section["facts"]) for section in sections),
    }
    return render(request, "imports/review.html", context, status=status)


def _choices(register: Register, kind: str) -> list[tuple[str, str]]:
    found = [
        (key, f"{getattr(record, 'code', None) or ''} {record.name}".strip())
        for key, record in getattr(register, kind).items()
    ]
    return sorted(found, key=lambda each: order(each[1]))


def _field(field: Field, prefix: str, fact: Record, items: list[tuple[int, str]]) -> Record:
    """Answer a field as the template draws it."""
    value = fact.get(field.name)
    if field.kind == "commas":
        value = ", ".join(value or [])
    elif field.kind == "lines":
        value = "\n".join(value or [])
    options: list[tuple[Any, Any]] = []
    if field.kind == "item":
        options = list(items)
    elif field.kind in wording.TABLES:
        options = list(wording.TABLES[field.kind].items())
    inputs = {"date": "date", "time": "time", "moment": "datetime-local"}
    return {
        "id": f"{prefix}.{field.name}",
        "label": field.label,
        "kind": "choice" if options else field.kind,
        "type": inputs.get(field.kind, "text"),
        "value": "" if value is None else value,
        "options": options,
    }


def _headline(kind: str, fact: Record) -> str:
    """Answer a line by which a person recognises a fact."""
    if kind == "decisions":
        return f"{wording.word(fact.get('verb'), 'verb').capitalize()}: {fact.get('quote') or ''}"
    if kind == "status_changes":
        lights = (wording.word(fact.get(end), "light") for end in ("from", "to"))
        return f"{fact.get('code') or ''} {fact.get('initiative') or ''}: {' → '.join(filter(None, lights))}"
    if kind == "observations":
        return f"{fact.get('indicator') or ''}, {fact.get('area') or ''}: {fact['from']} / {fact['to']}"
    if kind == "incidents":
        return ", ".join(fact.get("systems") or [])
    between = " " if kind == "items" else ", "
    return between.join(str(fact[name]) for name in HEADLINES.get(kind, ()) if fact.get(name))
