"""Where can this be decided? For who does not know the bodies: own words in, forum, basis and next date out."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.registry.queries import current_register
from samstyr.rules.where import matters_like, where_decided
from samstyr.web.seen import day_of

LONGEST: Final = 300


def where(request: HttpRequest) -> HttpResponse:
    """Answer a matter in own words (`?q=`) with the subjects it may mean, and for each who decides it, and when."""
    register, on = current_register(), day_of(request)
    words = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST]
    found: list[dict[str, Any]] = [
        {
            "subject": register.subjects[key],
            "path": [register.subjects[each] for each in reversed(register.subject_chain(key)[1:])],
            "where": where_decided(register, key, on),
        }
        for key in matters_like(register, words)
    ]
    # What nobody decides is told last: a wider matter is often meant by one of those below it.
    found.sort(key=lambda each: not (each["where"].places or each["where"].conditional))
    context = {"register": register, "words": words, "found": found, "on": on}
    return render(request, "journeys/where.html", context)
