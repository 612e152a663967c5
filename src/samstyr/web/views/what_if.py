"""What if a milestone came on another day: what moves with it, and what that breaks. Nothing is stored."""

import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.portfolio.models import Milestone
from samstyr.portfolio.queries.milestones import (
    agreed_record,
    if_moved,
    is_reached,
    waiting_as_a_whole,
)
from samstyr.portfolio.queries.sittings import followers_of, sittings_between
from samstyr.registry.queries import current_register
from samstyr.rules.portfolio.breaks import broken_by, chains
from samstyr.rules.portfolio.milestones import Shown, shown
from samstyr.web.as_of import day_seen
from samstyr.web.forms.milestones import WhatIfForm


def milestone(request: HttpRequest, key: str, milestone: int) -> HttpResponse:
    """Show what would move, from when to when and through which chain, where a milestone came on another day."""
    on = day_seen(request)
    rows = Milestone.objects.select_related("initiative__lead").prefetch_related("dates")
    found = rows.filter(initiative=key, pk=milestone).first()
    if found is None:
        raise Http404
    now = shown([agreed_record(each) for each in found.dates.all()], on)
    movable = now is not None and not is_reached(found, on)
    form = WhatIfForm(request.GET if movable and "date" in request.GET else None)
    context: dict[str, Any] = {
        "register": current_register(),
        "initiative": found.initiative,
        "milestone": found,
        "now": now,
        "is_reached": is_reached(found, on),
        "on": on,
        "form": form if movable else None,
    }
    if form.is_bound and form.is_valid():
        context |= _answered(found, now, form.cleaned_data["date"], on)
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "portfolio/what_if.html", context, status=status)


def _answered(found: Milestone, now: Shown | None, date: datetime.date, on: datetime.date) -> dict[str, Any]:
    moved = if_moved({found.pk: date}, on)
    effects = [each.effect for each in moved]
    ways, names = chains(effects), {each.effect.milestone: each.milestone for each in moved}
    followers = followers_of([each.milestone.initiative_id for each in moved], on)
    days = [day for each in effects for day in (each.planned, each.would_be)]
    sittings = sittings_between(set().union(*followers.values()), min(days), max(days)) if days else ()
    rows: list[dict[str, Any]] = [
        {
            "moved": each,
            "way": [names[key].name for key in ways[each.effect.milestone]],
            "broken": broken_by(
                each.effect,
                [agreed_record(date) for date in each.milestone.dates.all()],
                [
                    sitting
                    for sitting in sittings
                    if sitting.forum in followers.get(each.milestone.initiative_id, ())
                ],
                on,
            ),
        }
        for each in moved
    ]
    return {
        "date": date,
        "rows": rows,
        "others": sum(each.milestone.pk != found.pk for each in moved),
        "broken": sum(len(row["broken"].agreed) + len(row["broken"].sittings) for row in rows),
        "waiting": waiting_as_a_whole({each.milestone.initiative_id for each in moved}),
        "is_same": now is not None and now.current.date == date,
    }
