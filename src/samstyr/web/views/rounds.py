"""Reporting rounds: who is asked, where each request is, and what asking once saves."""

import datetime
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samstyr.platform.denials import DeniedError, require, told
from samstyr.portfolio.models import ReportRequest
from samstyr.portfolio.queries.rounds import (
    RoundInBrief,
    days_asked_for,
    initiatives_to_ask,
    request_record,
    requests_in,
    round_in_brief,
    rounds_in_brief,
    saved_in_all,
    to_be_reminded,
)
from samstyr.portfolio.services import (
    approve_request,
    check_request,
    open_round,
    remind_leads,
    send_back_request,
)
from samstyr.registry.queries import current_register
from samstyr.rules.portfolio.rounds import RequestState, state_on
from samstyr.rules.register import Register
from samstyr.rules.rights import Right, may
from samstyr.web.as_of import day_seen
from samstyr.web.forms.rounds import RoundForm, SendBackForm
from samstyr.web.paging import page_of
from samstyr.web.seen import day_of, viewer_of

MOST_TO_CHOOSE: Final = 200
MOST_TO_NAME: Final = 50  # of those to be reminded
ORDER: Final = (
    RequestState.LATE,
    RequestState.ASKED,
    RequestState.REPORTED,
    RequestState.CHECKED,
    RequestState.APPROVED,
)
CHECK, SEND_BACK, APPROVE = "kontroller", "send-tilbage", "godkend"


def rounds(request: HttpRequest, key: str) -> HttpResponse:
    """List a forum's reporting rounds, and open one."""
    viewer, on, register = viewer_of(request), day_seen(request), current_register()
    if key not in register.fora:
        raise Http404
    may_keep = bool(may(viewer, Right.KEEP_PORTFOLIO, forum=key))
    posted = request.POST if request.method == "POST" else None
    if posted is not None:
        require(viewer, Right.KEEP_PORTFOLIO, forum=key)
    form = _form(key, day_of(request), posted) if may_keep else None
    if form is not None and form.is_bound and form.is_valid():
        given = form.cleaned_data
        opened = open_round(
            forum=key,
            name=given["name"],
            as_of=given["as_of"],
            due=given["due"],
            initiatives=given.get("initiatives"),
            actor=viewer,
            on=day_of(request),
        )
        messages.success(request, _("The round is open: the leads see what they are asked for."))
        return redirect("round", key, opened.pk)
    context = {
        "register": register,
        "forum": register.fora[key],
        "on": on,
        "rows": [_brief(each) for each in rounds_in_brief(key, on)],
        "in_all": saved_in_all(),
        "form": form,
        "may_keep": may_keep,
        "asks_all": form is not None and "initiatives" not in form.fields,
    }
    return render(request, "portfolio/rounds.html", context, status=400 if form and form.is_bound else 200)


def round_(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Show a round: where each request is, and who is to be reminded."""
    return _page(request, _round(request, key, number), None)


@require_POST
def remind(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Note that those who are to be reminded on the day have been."""
    found = _round(request, key, number)
    reminded = remind_leads(asked_in=found.round, actor=viewer_of(request), on=day_of(request))
    said = ngettext("{number} lead is reminded.", "{number} leads are reminded.", len(reminded))
    messages.success(request, said.format(number=len(reminded)))
    return redirect("round", key, number)


@require_POST
def step(request: HttpRequest, key: str, number: int, asked: int, step: str) -> HttpResponse:
    """Check a report, send it back with words, or approve it."""
    viewer, on = viewer_of(request), day_of(request)
    found = _round(request, key, number)
    row = requests_in(found.round).filter(pk=asked).first()
    if row is None or step not in {CHECK, SEND_BACK, APPROVE}:
        raise Http404
    require(viewer, Right.ASSESS_REPORT if step == APPROVE else Right.KEEP_PORTFOLIO, forum=key)
    form = SendBackForm(request.POST, prefix=f"back-{row.pk}")
    if step == SEND_BACK and not form.is_valid():
        return _page(request, found, form, row.pk)
    try:
        if step == CHECK:
            check_request(request=row, actor=viewer, on=on)
        elif step == APPROVE:
            approve_request(request=row, actor=viewer, on=on)
        else:
            send_back_request(request=row, reason=form.cleaned_data["reason"], actor=viewer, on=on)
    except DeniedError as refused:
        messages.error(request, told(refused.denied))
    else:
        messages.success(request, _said(step, row))
    return redirect(f"{reverse('round', args=[key, number])}#a{row.pk}")


def _said(step: str, row: ReportRequest) -> str:
    words = {
        CHECK: _("{name}: the report is checked."),
        SEND_BACK: _("{name}: the report is sent back to its lead."),
        APPROVE: _("{name}: the report is approved."),
    }
    return words[step].format(name=row.initiative.name)


def _round(request: HttpRequest, key: str, number: int) -> RoundInBrief:
    found = round_in_brief(number, day_seen(request))
    if found is None or found.round.forum_id != key:
        raise Http404
    return found


def _page(
    request: HttpRequest, found: RoundInBrief, bound: SendBackForm | None, back: int = 0
) -> HttpResponse:
    """Show a round; `bound` is the form, of the request `back`, that was filled in and did not do."""
    viewer, on, key = viewer_of(request), day_seen(request), found.round.forum_id
    register = current_register()
    may_keep = bool(may(viewer, Right.KEEP_PORTFOLIO, forum=key))
    may_approve = bool(may(viewer, Right.ASSESS_REPORT, forum=key))
    page = page_of(request, requests_in(found.round))
    to_remind = to_be_reminded(found.round, day_of(request)) if may_keep else ()
    context = {
        "register": register,
        "forum": found.round.forum,
        "on": on,
        "round": found.round,
        "saved": found.saved,
        "states": _brief(found)["states"],
        "page": page,
        "rows": [
            _row(each, register, on, may_keep, may_approve, bound if each.pk == back else None)
            for each in page
        ],
        "may_keep": may_keep,
        "to_remind": to_remind[:MOST_TO_NAME],
        "more_to_remind": len(to_remind[MOST_TO_NAME:]),
        "steps": {"check": CHECK, "back": SEND_BACK, "approve": APPROVE},
    }
    return render(request, "portfolio/round.html", context, status=400 if bound else 200)


def _row(
    row: ReportRequest,
    register: Register,
    on: datetime.date,
    may_keep: bool,
    may_approve: bool,
    bound: SendBackForm | None,
) -> dict[str, Any]:
    state = state_on(request_record(row), on)
    may_send_back = may_keep and state in {RequestState.REPORTED, RequestState.CHECKED}
    return {
        "request": row,
        "state": state,
        "others": [forum for forum in row.fora if forum in register.fora],
        "may_check": may_keep and state == RequestState.REPORTED,
        "may_approve": may_approve and state == RequestState.CHECKED,
        "back_form": (bound or SendBackForm(prefix=f"back-{row.pk}")) if may_send_back else None,
        "is_open": bound is not None,
    }


def _brief(found: RoundInBrief) -> dict[str, Any]:
    return {
        "round": found.round,
        "saved": found.saved,
        "states": [(state, number) for state in ORDER if (number := found.states[state])],
    }


def _form(forum: str, on: datetime.date, filled_in: Any) -> RoundForm | None:
    """Answer the form of a new round, with the initiatives to choose among unless they are many; None without any."""
    able = list(initiatives_to_ask(forum, on)[: MOST_TO_CHOOSE + 1])
    if not able:
        return None
    choices = [(each.pk, each.title) for each in able]
    return RoundForm(
        filled_in,
        initiatives=choices if len(choices) <= MOST_TO_CHOOSE else [],
        today=on,
        taken=days_asked_for(forum),
        initial={"as_of": on, "due": on + datetime.timedelta(days=14)},
    )
