"""Cases: what is on its way through fora, who has been asked, and what the parties say."""

import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Case, Leg
from samstyr.meetings.queries import cases_visible_to
from samstyr.meetings.queries.between import consultations_visible_to, titles_of, written_visible_to
from samstyr.meetings.queries.papers import treatments_visible_to
from samstyr.meetings.services import ask_parties, note_not_given, open_case, record_position
from samstyr.platform import clock
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.registry.queries import current_register
from samstyr.rules.position import PositionState, may_note_not_given, may_record, parties_to_ask
from samstyr.rules.procedure.between import WAITING
from samstyr.rules.procedure.states import CaseState, LegState, WrittenState
from samstyr.rules.register import Register
from samstyr.rules.rights import Right, Viewer, may
from samstyr.web.choices import by_name
from samstyr.web.forms.cases import AskForm, CaseForm
from samstyr.web.lookup import find_case, leg_of
from samstyr.web.paging import page_of
from samstyr.web.raised import Raised, raised
from samstyr.web.seen import day_of, viewer_of
from samstyr.web.views.ratification import ledger_of


def cases(request: HttpRequest) -> HttpResponse:
    """List the cases, the newest first, each with the fora it comes before."""
    viewer = viewer_of(request)
    require(viewer, Right.SEE_CASES)
    context = {
        "page": page_of(request, cases_visible_to(viewer)),
        "may_open": bool(viewer.fora(Right.OPEN_CASE)),
    }
    return render(request, "cases/cases.html", context)


def new_case(request: HttpRequest) -> HttpResponse:
    """Open a case before one of the fora whose secretary one is."""
    viewer, register = viewer_of(request), current_register()
    fora = [register.fora[key] for key in viewer.fora(Right.OPEN_CASE)]
    if not fora:
        require(viewer, Right.OPEN_CASE)
    about = raised(request, register, day_of(request))
    form = CaseForm(
        request.POST if request.method == "POST" else None,
        fora=[(forum.id, forum.name) for forum in fora],
        subjects=by_name((each.id, each.name) for each in register.subjects.values()),
        initial=_begun(about) if about else None,
    )
    if form.is_valid():
        given = form.cleaned_data
        case = open_case(**{**given, "subject": given["subject"] or None}, actor=viewer, on=day_of(request))
        # Whoever says what it is about can plan its way at once.
        return redirect("case-journey" if case.subject_id else "case", case.pk)
    context = {"register": register, "form": form, "raised": about}
    return render(request, "cases/new.html", context, status=400 if form.is_bound else 200)


def _begun(about: Raised) -> dict[str, str]:
    """Answer what the form of a case begins with where it is about an initiative."""
    return {
        "title": about.title,
        "summary": about.summary,
        "forum": about.forum,
        "subject": about.subject,
    }


def case(request: HttpRequest, key: int) -> HttpResponse:
    """Show a case: its legs, who has been asked, and the positions the viewer may see."""
    return _page(request, find_case(viewer_of(request), key), {})


@require_POST
def ask(request: HttpRequest, key: int, leg: int) -> HttpResponse:
    """Ask parties for their positions on a leg."""
    viewer = viewer_of(request)
    found = leg_of(find_case(viewer, key), leg)
    require(viewer, Right.ASK_POSITIONS, forum=found.forum_id)
    form = _ask_form(current_register(), found, day_of(request), request.POST)
    if not form.is_valid():
        return _page(request, found.case, {leg: form})
    asked = ask_parties(
        leg=found,
        parties=form.cleaned_data["parties"],
        due=form.cleaned_data["due"],
        actor=viewer,
        on=day_of(request),
        now=clock.now(),
    )
    told = ngettext(
        "%(number)s party was asked for its position.",
        "%(number)s parties were asked for their position.",
        len(asked),
    )
    messages.success(request, told % {"number": len(asked)})
    return redirect("case", key)


@require_POST
def record(request: HttpRequest, key: int, leg: int, party: str) -> HttpResponse:
    """Record a released position, or note that it was not given in time."""
    viewer = viewer_of(request)
    found = leg_of(find_case(viewer, key), leg)
    position = next((each for each in found.positions.all() if each.party_id == party), None)
    if position is None:
        raise Http404
    require(viewer, Right.RECORD_POSITIONS, forum=found.forum_id)
    if request.POST.get("as") == PositionState.RECORDED:
        record_position(position=position, actor=viewer)
    elif request.POST.get("as") == PositionState.NOT_GIVEN:
        note_not_given(position=position, actor=viewer, on=day_of(request))
    else:
        raise InputError("as: expected recorded or not-given")
    return redirect("case", key)


def _page(request: HttpRequest, found: Case, bound: dict[int, AskForm]) -> HttpResponse:
    """Show a case; `bound` are the forms of legs that a person filled in and that did not do."""
    viewer, register = viewer_of(request), current_register()
    fora = {leg.forum_id for leg in found.legs.all()}
    context = {
        "register": register,
        "case": found,
        "title": titles_of(viewer, [found]).get(found.pk) or _("Closed case"),
        "legs": [_shown_leg(request, register, leg, bound) for leg in sorted(found.legs.all(), key=_by_day)],
        "consultations": consultations_visible_to(viewer).filter(case=found),
        "may_lead": found.state in {CaseState.DRAFT, CaseState.ROUTED}
        and any(may(viewer, Right.PREPARE_MEETING, forum=forum) for forum in fora),
        "may_consult": any(may(viewer, Right.PREPARE_MEETING, forum=forum) for forum in fora),
        "ledger": ledger_of(request, found),
    }
    return render(request, "cases/case.html", context, status=400 if bound else 200)


def _by_day(leg: Leg) -> tuple[datetime.date, int]:
    """Answer when a leg sits, or is planned to; one without a day comes last, in the order they were added."""
    day = leg.treated_on or (leg.meeting.date if leg.meeting else leg.planned_on)
    return (day or datetime.date.max, leg.position)


def _shown_leg(
    request: HttpRequest, register: Register, leg: Leg, bound: dict[int, AskForm]
) -> dict[str, Any]:
    """Answer what the page shows of a leg, and what its viewer may do there."""
    viewer, on = viewer_of(request), day_of(request)
    may_ask = bool(may(viewer, Right.ASK_POSITIONS, forum=leg.forum_id))
    may_keep = bool(may(viewer, Right.RECORD_POSITIONS, forum=leg.forum_id))
    form = bound.get(leg.position) or (_ask_form(register, leg, on) if may_ask else None)
    is_desk = bool(may(viewer, Right.PREPARE_MEETING, forum=leg.forum_id))
    return {
        "leg": leg,
        "treatments": treatments_visible_to(viewer, leg),
        "may_book": is_desk and leg.state in {LegState.PLANNED, LegState.BOOKED},
        "days": [day for day in register.fora[leg.forum_id].meetings if day >= on],
        "sees_all": bool(may(viewer, Right.SEE_POSITIONS, forum=leg.forum_id)),
        "positions": [
            {
                "position": position,
                "is_late": position.due < on and not position.stance,
                "may_enter": bool(may(viewer, Right.ENTER_ROOM, party=position.party_id)),
                "may_record": may_keep and bool(may_record(PositionState(position.state))),
                "may_note": may_keep
                and bool(may_note_not_given(PositionState(position.state), position.due, on)),
            }
            for position in leg.positions.all()
        ],
        "form": form if form and form.fields["parties"].choices else None,  # type: ignore[attr-defined]
        "between": _between(viewer, leg),
    }


def _between(viewer: Viewer, leg: Leg) -> dict[str, Any]:
    """Answer what goes on between meetings on a leg, and what the forum's secretary can begin."""
    is_desk = bool(may(viewer, Right.PREPARE_MEETING, forum=leg.forum_id))
    procedures = list(written_visible_to(viewer).filter(leg=leg))
    is_open = any(each.state == WrittenState.OPEN for each in procedures)
    return {
        "procedures": procedures,
        "may_open_written": is_desk and leg.state in WAITING and not is_open,
        "may_add_ratifier": is_desk and leg.case.state == CaseState.DECIDED and leg.state == LegState.PASSED,
    }


def _ask_form(register: Register, leg: Leg, on: datetime.date, filled_in: QueryDict | None = None) -> AskForm:
    """Answer the form that asks the parties who can be asked and have not been."""
    asked = {position.party_id for position in leg.positions.all()}
    able = parties_to_ask(register, leg.forum_id, leg.case.subject_id, on)
    return AskForm(
        filled_in,
        parties=by_name((each, register.parties[each].name) for each in able if each not in asked),
        initial={"due": _proposed_due(leg)},
        prefix=f"leg-{leg.position}",
    )


def _proposed_due(leg: Leg) -> datetime.date | None:
    """Answer the day before the meeting, where one is planned."""
    return leg.meeting.date - datetime.timedelta(days=1) if leg.meeting else None
