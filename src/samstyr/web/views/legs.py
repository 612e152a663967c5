"""The way of a case through fora, put together by hand."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samstyr.meetings.services import add_leg, book_leg, skip_leg, withdraw_case
from samstyr.meetings.services.papers import require_desk
from samstyr.platform.errors import InputError
from samstyr.registry.queries import current_register
from samstyr.rules.register import Act
from samstyr.web.choices import by_name
from samstyr.web.forms.cases import LegForm
from samstyr.web.lookup import find_case, leg_of
from samstyr.web.seen import day_of, viewer_of
from samstyr.web.wording import word


def add(request: HttpRequest, key: int) -> HttpResponse:
    """Let a case go before another forum."""
    viewer, on = viewer_of(request), day_of(request)
    found = find_case(viewer, key)
    require_desk(found, viewer)
    form = _form(request, on)
    if form.is_valid():
        add_leg(case=found, **form.cleaned_data, actor=viewer, on=on)
        return redirect("case", key)
    context = {"form": form, "case": found, "title": found.said.title}
    return render(request, "cases/leg_add.html", context, status=400 if form.is_bound else 200)


@require_POST
def book(request: HttpRequest, key: int, leg: int) -> HttpResponse:
    """Book a leg on a meeting, on none, or leave it out."""
    viewer, on = viewer_of(request), day_of(request)
    found = leg_of(find_case(viewer, key), leg)
    day = request.POST.get("meeting_on", "")
    if request.POST.get("as") == "skipped":
        skip_leg(leg=found, actor=viewer)
        return redirect("case", key)
    try:
        meeting_on = datetime.date.fromisoformat(day) if day else None
    except ValueError as problem:
        raise InputError("meeting_on: expected a date (YYYY-MM-DD)") from problem
    book_leg(leg=found, meeting_on=meeting_on, actor=viewer, on=on)
    return redirect("case", key)


@require_POST
def withdraw(request: HttpRequest, key: int) -> HttpResponse:
    """Withdraw a case."""
    viewer = viewer_of(request)
    withdraw_case(case=find_case(viewer, key), actor=viewer)
    return redirect("case", key)


def _form(request: HttpRequest, on: datetime.date) -> LegForm:
    fora = [(each.id, each.name) for each in current_register().fora.values() if each.valid.covers(on)]
    return LegForm(
        request.POST if request.method == "POST" else None,
        fora=by_name(fora),
        acts=[(act.value, word(act, "act")) for act in Act],
    )
