"""The first page, and the answer to a monitor."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.meetings.queries import latest_minutes, open_follow_up, reviews_waiting
from samstyr.registry.queries import current_register
from samstyr.web.as_of import day_seen
from samstyr.web.findings import all_findings
from samstyr.web.seen import viewer_of

SHOWN = 5


def home(request: HttpRequest) -> HttpResponse:
    """Show the questions Samstyr answers, what comes next, and what waits."""
    register, on, viewer = current_register(), day_seen(request), viewer_of(request)
    coming = sorted(
        (day, forum.name, forum) for forum in register.fora.values() for day in forum.meetings if day >= on
    )
    found = all_findings(register, on)
    context = {
        "register": register,
        "on": on,
        "coming": [{"date": day, "forum": forum} for day, _name, forum in coming[:SHOWN]],
        "actions": open_follow_up(viewer, on, SHOWN),
        "meetings": latest_minutes()[:SHOWN],
        "waiting": reviews_waiting(viewer)[:SHOWN],
        "errors": sum(each.severity == "error" and each.accepted is None for each in found),
        "warnings": sum(each.severity == "warning" and each.accepted is None for each in found),
    }
    return render(request, "home/home.html", context)


def health(request: HttpRequest) -> HttpResponse:
    """Answer `ok` when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
