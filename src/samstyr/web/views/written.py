"""Deciding in writing: what waits for an answer, a procedure with its answers, and the steps of the secretary.

To those who may not see a procedure there is no such page.
"""

import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Leg, WrittenProcedure
from samstyr.meetings.queries import positions_visible_to
from samstyr.meetings.queries.between import (
    titles_of,
    written_visible_to,
)
from samstyr.meetings.queries.papers import newest_attachments, papers_visible_to
from samstyr.meetings.services.summaries import add_summary
from samstyr.meetings.services.written import (
    answer_in_writing,
    close_written,
    open_written,
    result_of,
    withdraw_written,
)
from samstyr.platform import clock
from samstyr.platform.denials import require, told
from samstyr.platform.errors import InputError
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.between import (
    earliest_deadline,
    may_close_written,
    may_open_written,
    parties_spoken_for,
    silence_bases,
    voting_parties,
)
from samstyr.rules.procedure.consent import Reply
from samstyr.rules.procedure.states import LegState, WrittenState
from samstyr.rules.rights import Right, Viewer, may
from samstyr.rules.verdict import Denied
from samstyr.web.forms.plain import PlainForm
from samstyr.web.forms.written import AnswerForm, OpenForm, SummaryForm
from samstyr.web.lookup import find_case, leg_of
from samstyr.web.paging import page_of
from samstyr.web.seen import day_of, viewer_of
from samstyr.web.summaries import written_summary


def written(request: HttpRequest) -> HttpResponse:
    """List the written procedures of one's fora: those that are open, and those that are closed."""
    viewer, on, register = viewer_of(request), day_of(request), current_register()
    if not viewer.operator and not viewer.fora(Right.SEE_POSITIONS):
        require(viewer, Right.SEE_POSITIONS)
    page = page_of(request, written_visible_to(viewer).order_by("-deadline", "-pk"))
    found = list(page)
    titles = titles_of(viewer, [each.leg.case for each in found])
    rows = []
    for each in found:
        forum = each.leg.forum_id
        answered = {answer.party_id for answer in each.answers.all()}
        asked = voting_parties(register, forum, each.opened_on)
        mine = set(parties_spoken_for(viewer, forum, register, on)).intersection(asked)
        is_open = each.state == WrittenState.OPEN
        rows.append(
            {
                "procedure": each,
                "title": titles.get(each.leg.case_id, ""),
                "asked": len(asked),
                "answered": len(answered.intersection(asked)),
                "is_mine": is_open and on <= each.deadline and bool(mine - answered),
                "is_over": is_open and on > each.deadline,
            }
        )
    return render(request, "written/list.html", {"rows": rows, "page": page})


def open_(request: HttpRequest, key: int, leg: int) -> HttpResponse:
    """Put a leg before its forum in writing."""
    viewer, on, register = viewer_of(request), day_of(request), current_register()
    found = leg_of(find_case(viewer, key), leg)
    require(viewer, Right.PREPARE_MEETING, forum=found.forum_id)
    papers = [
        each
        for each in papers_visible_to(viewer).filter(case=found.case).order_by("-version")
        if each.clauses
    ]
    earliest = earliest_deadline(register, found.forum_id, on)
    form = OpenForm(
        request.POST if request.method == "POST" else None,
        papers=[(str(each.pk), _("Version %(version)s") % {"version": each.version}) for each in papers],
        bases=[(each.id, each.name) for each in silence_bases(register, found.forum_id, on)],
        earliest=earliest,
        initial={"deadline": earliest},
    )
    if form.is_valid():
        given = form.cleaned_data
        procedure = open_written(
            leg=found,
            paper=next(each for each in papers if str(each.pk) == given["paper"]),
            deadline=given["deadline"],
            silence_basis=given["silence_basis"] or None,
            actor=viewer,
            on=on,
            now=clock.now(),
        )
        return redirect("written-procedure", key, leg, procedure.pk)
    verdict = may_open_written(
        register,
        forum=found.forum_id,
        leg=LegState(found.state),
        deadline=earliest,
        on=on,
        is_open=found.procedures.filter(state=WrittenState.OPEN.value).exists(),
    )
    asked = voting_parties(register, found.forum_id, on)
    context = {
        "register": register,
        "leg": found,
        "title": titles_of(viewer, [found.case]).get(key, ""),
        "form": form,
        "papers": papers,
        "asked": [register.parties[party].name for party in asked],
        "refusal": told(verdict) if isinstance(verdict, Denied) else "",
    }
    return render(request, "written/open.html", context, status=400 if form.is_bound else 200)


def procedure(request: HttpRequest, key: int, leg: int, number: int) -> HttpResponse:
    """Show a procedure: what is recommended, who has answered what, and what came of it."""
    return _page(request, _procedure(viewer_of(request), key, leg, number), {})


@require_POST
def answer(request: HttpRequest, key: int, leg: int, number: int) -> HttpResponse:
    """Answer for one's party."""
    viewer = viewer_of(request)
    found = _procedure(viewer, key, leg, number)
    require(viewer, Right.ANSWER_IN_WRITING, forum=found.leg.forum_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, found, {form.data.get("party", ""): form})
    given = form.cleaned_data
    answer_in_writing(
        procedure=found,
        party=given["party"],
        reply=Reply(given["reply"]),
        text=given["text"],
        wants_meeting=bool(given["wants_meeting"]),
        actor=viewer,
        on=day_of(request),
        now=clock.now(),
    )
    messages.success(request, _("The answer is given. It can be given anew until the deadline."))
    return redirect("written-procedure", key, leg, number)


@require_POST
def close(request: HttpRequest, key: int, leg: int, number: int) -> HttpResponse:
    """Close a procedure by its answers, or take it back."""
    viewer = viewer_of(request)
    found = _procedure(viewer, key, leg, number)
    require(viewer, Right.PREPARE_MEETING, forum=found.leg.forum_id)
    steps = {"closed": close_written, "withdrawn": withdraw_written}
    step = steps.get(request.POST.get("as", ""))
    if step is None:
        raise InputError("as: expected closed or withdrawn")
    step(procedure=found, actor=viewer, on=day_of(request))
    return redirect("written-procedure", key, leg, number)


@require_POST
def summary(request: HttpRequest, key: int, leg: int, number: int) -> HttpResponse:
    """Add the answers to the case paper, as the secretary looked them through."""
    viewer = viewer_of(request)
    found = _procedure(viewer, key, leg, number)
    require(viewer, Right.PREPARE_MEETING, forum=found.leg.forum_id)
    form = SummaryForm(request.POST)
    if not form.is_valid():
        raise InputError(_("The summary is empty or too long."))
    kept = add_summary(case=found.leg.case, text=form.cleaned_data["text"], actor=viewer, now=clock.now())
    told_version = _("The answers stand in version %(version)s of the case paper.")
    messages.success(request, told_version % {"version": kept.paper.version})
    return redirect("written-procedure", key, leg, number)


def _procedure(viewer: Viewer, key: int, leg: int, number: int) -> WrittenProcedure:
    """Answer the procedure the viewer may see; 404 where there is none, or none for them."""
    found = written_visible_to(viewer).filter(pk=number, leg__case=key, leg__position=leg).first()
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, found: WrittenProcedure, bound: dict[str, AnswerForm]) -> HttpResponse:
    """Show a procedure; `bound` is the answer of a party that did not do."""
    viewer, on, register = viewer_of(request), day_of(request), current_register()
    forum = found.leg.forum_id
    given = {each.party_id: each for each in found.answers.all()}
    asked = voting_parties(register, forum, found.opened_on)
    result = result_of(found, on)
    is_open = found.state == WrittenState.OPEN
    may_answer = is_open and on <= found.deadline and bool(may(viewer, Right.ANSWER_IN_WRITING, forum=forum))
    is_desk = bool(may(viewer, Right.PREPARE_MEETING, forum=forum))
    verdict = may_close_written(WrittenState(found.state), result.outcome, deadline=found.deadline)
    names = {party: register.parties[party].name for party in asked}
    context = {
        "register": register,
        "procedure": found,
        "leg": found.leg,
        "title": titles_of(viewer, [found.leg.case]).get(found.leg.case_id, ""),
        "attachments": newest_attachments(found.leg.case, viewer),
        "answers": [{"party": names[party], "answer": given.get(party)} for party in asked],
        "result": result,
        "is_open": is_open,
        "is_over": is_open and on > found.deadline,
        "forms": _answer_forms(viewer, found, bound, on) if may_answer else [],
        "is_desk": is_desk,
        "may_close": is_desk and bool(verdict),
        "refusal": told(verdict) if isinstance(verdict, Denied) else "",
        "summary": _summary_form(found, names) if is_desk and given else None,
        "constituency": _constituency(viewer, found.leg),
    }
    return render(request, "written/procedure.html", context, status=400 if bound else 200)


def _answer_forms(
    viewer: Viewer, found: WrittenProcedure, bound: dict[str, AnswerForm], on: datetime.date
) -> list[dict[str, Any]]:
    """Answer a form for each party the viewer speaks for in the forum, with what it answered last."""
    register, forum = current_register(), found.leg.forum_id
    given = {each.party_id: each for each in found.answers.all()}
    asked = voting_parties(register, forum, found.opened_on)
    forms = []
    for party in parties_spoken_for(viewer, forum, register, on):
        if party not in asked:
            continue
        last = given.get(party)
        form = bound.get(party) or AnswerForm(
            initial={
                "party": party,
                "reply": last.answer if last else "",
                "text": last.text if last else "",
                "wants_meeting": ["yes"] if last and last.wants_meeting else [],
            },
            auto_id=f"id_{party}_%s",
        )
        forms.append({"party": register.parties[party], "form": form, "is_anew": last is not None})
    return forms


def _summary_form(found: WrittenProcedure, names: dict[str, str]) -> PlainForm:
    answered = {each.party_id for each in found.answers.all()}
    silent = [name for party, name in names.items() if party not in answered]
    return SummaryForm(initial={"text": written_summary(found, silent)})


def _constituency(viewer: Viewer, leg: Leg) -> list[dict[str, Any]]:
    """Answer the positions on the leg that the viewer may see, and whether they may enter the room behind."""
    return [
        {"position": each, "may_enter": bool(may(viewer, Right.ENTER_ROOM, party=each.party_id))}
        for each in positions_visible_to(viewer).filter(leg=leg)
    ]
