"""Fora: the list, and the page of one."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samstyr.meetings.models import Meeting
from samstyr.meetings.queries import meetings_of
from samstyr.platform.danish import order
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.deadlines import papers_due
from samstyr.rules.register import Forum, Level, Register
from samstyr.rules.rights import Right, may
from samstyr.web.as_of import day_seen
from samstyr.web.findings import findings_about
from samstyr.web.seen import viewer_of


def fora(request: HttpRequest) -> HttpResponse:
    """List all fora by level, those in force first."""
    register, on = current_register(), day_seen(request)
    levels = []
    for level in Level:
        found = sorted(
            (forum for forum in register.fora.values() if forum.level == level), key=lambda f: order(f.name)
        )
        levels.append(
            {
                "level": level,
                "in_force": [forum for forum in found if forum.valid.covers(on)],
                "others": [forum for forum in found if not forum.valid.covers(on)],
            }
        )
    return render(request, "registry/fora.html", {"levels": levels, "on": on, "register": register})


def forum(request: HttpRequest, key: str) -> HttpResponse:
    """Show one forum: what it may do and on what basis, who sits in it, when it meets, what it must do."""
    register, on = current_register(), day_seen(request)
    record = register.fora.get(key)
    if record is None:
        raise Http404
    index = register.index
    own = index.mandates_of(key)
    context = {
        "register": register,
        "on": on,
        "forum": record,
        "in_force": record.valid.covers(on),
        "mandates": [mandate for mandate in own if mandate.valid.covers(on)],
        "other_mandates": [mandate for mandate in own if not mandate.valid.covers(on)],
        "received": [mandate for mandate in index.mandates_to(key) if mandate.valid.covers(on)],
        "seats": sorted(record.seats, key=lambda seat: order(register.organisations[seat.organisation].name)),
        "children": [child for child in index.fora_under(key) if child.valid.covers(on)],
        "set_up": index.fora_set_up_by(key),
        "acted_for": index.fora_acting_as(key),
        "hears_for": index.fora_hearing(key),
        "duties": [duty for duty in index.duties_of(key) if duty.valid.covers(on)],
        "portfolio": _portfolio(register, key),
        "sittings": _sittings(record, on, {each.date: each for each in meetings_of(key)}),
        "findings": findings_about(register, on, forum=key),
        "may_plan": bool(may(viewer_of(request), Right.PREPARE_MEETING, forum=key)),
        "may_propose": bool(may(viewer_of(request), Right.PROPOSE_ITEM, forum=key)),
    }
    return render(request, "registry/forum.html", context)


def _portfolio(register: Register, key: str) -> list[dict[str, Any]]:
    """Answer the initiatives of a forum's portfolio with when they stood in it."""
    return [
        {"initiative": initiative, "valid": stand.valid}
        for initiative in register.index.initiatives_in_portfolio(key)
        for stand in initiative.portfolios
        if stand.forum == key
    ]


def _sittings(
    forum: Forum, on: datetime.date, meetings: Mapping[datetime.date, Meeting]
) -> list[dict[str, Any]]:
    """Answer the days a forum meets or has met, with the last day for papers and whether the day is past."""
    return [
        {
            "date": day,
            "meeting": meetings.get(day),
            "papers_due": papers_due(forum.procedure, day),
            "past": day < on,
        }
        for day in sorted({*forum.meetings, *meetings})
    ]


def duty(request: HttpRequest, key: str) -> HttpResponse:
    """Lead to where a duty stands: on its forum's page."""
    record = current_register().duties.get(key)
    if record is None:
        raise Http404
    return redirect(f"{reverse('forum', args=[record.forum])}#duty-{key}")
