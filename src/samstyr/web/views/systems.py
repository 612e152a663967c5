"""Systems: who manages and runs them, what they stand on and what stands on them."""

import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.meetings.queries import incidents_naming, lights_of
from samstyr.platform.clock import COPENHAGEN
from samstyr.platform.danish import order
from samstyr.portfolio.models.report import LEAD
from samstyr.portfolio.queries.initiatives import whole_initiative
from samstyr.registry.models import Initiative
from samstyr.registry.queries import current_register
from samstyr.rules.portfolio.lights import Dimension
from samstyr.rules.register import Register, System
from samstyr.rules.rights import Right, Viewer, may
from samstyr.web.as_of import day_seen
from samstyr.web.paging import page_of
from samstyr.web.seen import viewer_of
from samstyr.web.views.funding import money_of


def systems(request: HttpRequest) -> HttpResponse:
    """List all systems and solutions."""
    register, on = current_register(), day_seen(request)
    found = sorted(register.systems.values(), key=lambda each: order(each.name))
    return render(request, "registry/systems.html", {"register": register, "on": on, "systems": found})


def system(request: HttpRequest, key: str) -> HttpResponse:
    """Show one system and everything an outage of it would reach."""
    register, on = current_register(), day_seen(request)
    record = register.systems.get(key)
    if record is None:
        raise Http404
    context = {
        "register": register,
        "on": on,
        "system": record,
        "reached": _reached(register, key, on),
        "initiatives": register.index.initiatives_about(key),
        "incidents": incidents_naming([record.name, *record.aliases], viewer_of(request)),
    }
    return render(request, "registry/system.html", context)


def initiative(request: HttpRequest, key: str) -> HttpResponse:
    """Show one initiative: its lead, the portfolios it stood in, what rests on it."""
    register, on = current_register(), day_seen(request)
    record = register.initiatives.get(key)
    if record is None:
        raise Http404
    viewer = viewer_of(request)
    context = {
        "register": register,
        "on": on,
        "initiative": record,
        "lights": lights_of(key, viewer),
        "life": (life := _life(request, key, viewer, on)),
        "money": money_of(key, viewer) if life is not None else None,
    }
    return render(request, "registry/initiative.html", context)


def _life(request: HttpRequest, key: str, viewer: Viewer, on: datetime.date) -> dict[str, Any] | None:
    """What the portfolio knows of an initiative; None where the record lacks it."""
    if not Initiative.objects.filter(pk=key).exists():
        return None
    whole = whole_initiative(key, viewer, on)
    lead = whole.initiative.lead
    reports = [report for report in whole.reports if report.published_at.astimezone(COPENHAGEN).date() <= on]
    # The lead's own first, then the newest: what a forum told years ago comes last.
    holding = sorted(whole.holding.items(), key=lambda each: (each[0] == LEAD, each[1].as_of), reverse=True)
    may_write = lead is not None and bool(may(viewer, Right.WRITE_REPORT, party=lead.party_id))
    followers = [each.forum_id for each in whole.entries if on in each.valid]
    ends = {line.reports[-1].id for line in whole.lines}
    page = page_of(request, reports)
    return {
        "whole": whole,
        "page": page,
        "holding": [
            {
                "rater": rater,
                "report": report,
                "faded": rater in whole.faded,
                "sub": [(each, getattr(report, each.value)) for each in Dimension],
                "beside": whole.beside[report.pk].assessments.values(),
            }
            for rater, report in holding
        ],
        "reports": [{"report": report, "ends_line": report.pk in ends} for report in page],
        "may_write": may_write,
        "may_raise": may_write or any(may(viewer, Right.OPEN_CASE, forum=forum) for forum in followers),
    }


def _reached(register: Register, key: str, on: datetime.date) -> list[System]:
    """Answer the systems that stand on this one, directly or through others, on that day."""
    found: dict[str, System] = {}
    waiting = [key]
    while waiting:
        below = waiting.pop()
        for system in register.index.systems_depending_on(below):
            depends = any(each.system == below and each.valid.covers(on) for each in system.depends_on)
            if depends and system.id not in found and system.id != key:
                found[system.id] = system
                waiting.append(system.id)
    return sorted(found.values(), key=lambda each: order(each.name))
