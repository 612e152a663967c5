"""The ratification ledger: what waits for councils and parties to take it home, and one line of it."""

import datetime
from collections.abc import Container
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Case, Ratification
from samstyr.meetings.queries.between import ratifications_visible_to, titles_of
from samstyr.meetings.services.ratification import (
    Noted,
    add_ratifier,
    ask_to_ratify,
    note_ratification,
)
from samstyr.platform.danish import order
from samstyr.platform.denials import require
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.ratification import Ledger, Ratifier, RatifierKind, ledger
from samstyr.rules.procedure.ratification import Ratification as Line
from samstyr.rules.procedure.states import CaseState, RatificationState
from samstyr.rules.rights import Right, Viewer, may
from samstyr.web.forms.between import DueForm, RatifierForm, RatifyForm
from samstyr.web.lookup import find_case, leg_of
from samstyr.web.paging import page_of
from samstyr.web.seen import day_of, viewer_of


@dataclass(frozen=True, slots=True)
class ShownLedger:
    """The ledger of a case as its page shows it."""

    found: Ledger
    rows: list[dict[str, Any]]


def ratifications(request: HttpRequest) -> HttpResponse:
    """List what waits to be ratified, one's own party's first."""
    viewer, on = viewer_of(request), day_of(request)
    require(viewer, Right.SEE_CASES)
    own = set(viewer.parties(Right.NOTE_RATIFICATION))
    awaited = [
        each
        for each in ratifications_visible_to(viewer)
        if each.state == RatificationState.AWAITED and each.leg.case.state == CaseState.DECIDED
    ]
    settled = page_of(
        request,
        ratifications_visible_to(viewer)
        .exclude(state=RatificationState.AWAITED.value)
        .order_by("-decided_on", "-pk"),
    )
    titles = titles_of(viewer, [each.leg.case for each in [*awaited, *settled]])
    awaited.sort(key=lambda each: (each.party_id not in own, each.due is None, each.due or on, each.pk))
    context = {
        "awaited": [_row(each, titles, on, own) for each in awaited],
        "settled": [_row(each, titles, on, own) for each in settled],
        "page": settled,
    }
    return render(request, "ratification/list.html", context)


def ratification(request: HttpRequest, key: int) -> HttpResponse:
    """Show a line of the ledger, and let those who may note what the body said."""
    viewer, on = viewer_of(request), day_of(request)
    found = _line(viewer, key)
    form = RatifyForm(
        request.POST if request.method == "POST" else None,
        initial={"decided_on": on, "funding_dkk": found.funding_dkk},
    )
    if form.is_bound:
        _require_either(viewer, found)
    if form.is_valid():
        given = form.cleaned_data
        noted = Noted(
            state=RatificationState(given["state"]),
            decided_on=given["decided_on"],
            evidence=given["evidence"],
            funding_dkk=given["funding_dkk"],
        )
        note_ratification(row=found, noted=noted, actor=viewer, on=on)
        messages.success(request, _("What the body said is noted."))
        return redirect("ratification", key)
    is_desk = bool(may(viewer, Right.PREPARE_MEETING, forum=found.leg.forum_id))
    is_awaited = found.state == RatificationState.AWAITED
    is_own = found.party_id is not None and bool(may(viewer, Right.NOTE_RATIFICATION, party=found.party_id))
    context = {
        "row": _row(found, titles_of(viewer, [found.leg.case]), on, set()),
        "form": form if is_awaited and (is_desk or is_own) else None,
        "due": DueForm(initial={"due": found.due, "funding_dkk": found.funding_dkk}, prefix="frist")
        if is_awaited and is_desk
        else None,
        "needs_evidence": is_desk and not is_own,
    }
    return render(request, "ratification/line.html", context, status=400 if form.is_bound else 200)


@require_POST
def due(request: HttpRequest, key: int) -> HttpResponse:
    """Say by when a body is to ratify."""
    viewer = viewer_of(request)
    found = _line(viewer, key)
    require(viewer, Right.PREPARE_MEETING, forum=found.leg.forum_id)
    form = DueForm(request.POST, prefix="frist")
    if form.is_valid():
        ask_to_ratify(row=found, **form.cleaned_data, actor=viewer, on=day_of(request))
        return redirect("ratification", key)
    context = {"row": _row(found, titles_of(viewer, [found.leg.case]), day_of(request), set()), "due": form}
    return render(request, "ratification/line.html", context, status=400)


def add(request: HttpRequest, key: int, leg: int) -> HttpResponse:
    """Add a body the register does not have."""
    viewer, register = viewer_of(request), current_register()
    found = leg_of(find_case(viewer, key), leg)
    require(viewer, Right.PREPARE_MEETING, forum=found.forum_id)
    form = RatifierForm(
        request.POST if request.method == "POST" else None,
        parties=sorted(
            ((each.id, each.name) for each in register.parties.values()), key=lambda each: order(each[1])
        ),
    )
    if form.is_valid():
        add_ratifier(leg=found, **form.cleaned_data, actor=viewer, on=day_of(request))
        return redirect("case", key)
    context = {"form": form, "case": found.case, "title": titles_of(viewer, [found.case]).get(key, "")}
    return render(request, "ratification/add.html", context, status=400 if form.is_bound else 200)


def ledger_of(request: HttpRequest, case: Case) -> ShownLedger | None:
    """Answer the ledger of a case that is decided, or None where nobody ratifies it or the viewer may not see it."""
    viewer, on = viewer_of(request), day_of(request)
    rows = list(ratifications_visible_to(viewer).filter(leg__case=case))
    if not rows or case.decided_on is None:
        return None
    lines = [_as_rule(each) for each in rows]
    found = ledger([line.ratifier for line in lines], lines, decided_on=case.decided_on, on=on)
    return ShownLedger(found, [_row(each, {}, on, set()) for each in rows])


def _as_rule(row: Ratification) -> Line:
    """Answer a line as the rule takes it; each stands for itself, whatever body it is."""
    said = {row.state: row.decided_on}
    return Line(
        Ratifier(RatifierKind.FORUM if row.body_id else RatifierKind.PARTY, str(row.pk)),
        due=row.due,
        ratified_on=said.get(RatificationState.RATIFIED.value),
        refused_on=said.get(RatificationState.REFUSED.value),
    )


def _row(
    row: Ratification, titles: dict[int, str], on: datetime.date, own: Container[str | None]
) -> dict[str, Any]:
    party = row.party.name if row.party else ""
    body = row.body.name if row.body else row.body_name
    return {
        "row": row,
        "title": titles.get(row.leg.case_id, ""),
        "body": body or party,
        "party": party if body else "",
        "is_mine": row.party_id in own,
        "is_overdue": row.state == RatificationState.AWAITED and row.due is not None and row.due < on,
    }


def _line(viewer: Viewer, key: int) -> Ratification:
    """Answer a line the viewer may see. Raises DeniedError where they see none; 404 where there is no such line."""
    require(viewer, Right.SEE_CASES)
    found = ratifications_visible_to(viewer).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def _require_either(viewer: Viewer, found: Ratification) -> None:
    """Go on for the party's co-ordinator and for the forum's secretary."""
    if found.party_id is not None and may(viewer, Right.NOTE_RATIFICATION, party=found.party_id):
        return
    require(viewer, Right.PREPARE_MEETING, forum=found.leg.forum_id)
