"""What meetings propose to the register: noted under an item, entered or refused by who keeps the register."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samstyr.meetings.models import AgendaItem, RegisterProposal
from samstyr.meetings.queries.between import proposals_visible_to
from samstyr.meetings.services.proposals import (
    APPOINTMENTS,
    MINUTES_OUT,
    Appointed,
    enter_proposal,
    propose_forum,
    refuse_proposal,
)
from samstyr.platform import clock
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.proposal import ProposedForum, ProposedMandate
from samstyr.rules.procedure.states import ProposalState
from samstyr.rules.register import Register
from samstyr.rules.rights import Right, may
from samstyr.web.choices import by_name, fora_on
from samstyr.web.forms.proposals import ForumProposalForm, RefusalForm
from samstyr.web.paging import page_of
from samstyr.web.seen import viewer_of


def proposals(request: HttpRequest) -> HttpResponse:
    """List what meetings have proposed, once their minutes are sent."""
    viewer = viewer_of(request)
    require(viewer, Right.SEE_CASES)
    sent = proposals_visible_to(viewer).filter(
        item__meeting__state__in=sorted(state.value for state in MINUTES_OUT)
    )
    return render(request, "proposals/list.html", {"page": page_of(request, sent)})


def settle(request: HttpRequest, key: int) -> HttpResponse:
    """Show a proposal, and enter or refuse it."""
    viewer = viewer_of(request)
    require(viewer, Right.SEE_CASES)
    found = proposals_visible_to(viewer).filter(pk=key).first()
    if found is None:
        raise Http404
    form = RefusalForm()
    if request.method == "POST":
        require(viewer, Right.EDIT_REGISTER)
        wish = request.POST.get("as")
        form = RefusalForm(request.POST)
        if wish == ProposalState.ENTERED:
            enter_proposal(proposal=found, actor=viewer)
            messages.success(request, _("It is entered in the register."))
            return redirect("register-proposal", key)
        if wish != ProposalState.REFUSED:
            raise InputError("as: expected entered or refused")
        if form.is_valid():
            refuse_proposal(proposal=found, reason=form.cleaned_data["reason"], actor=viewer)
            return redirect("register-proposal", key)
    register = current_register()
    may_settle = (
        bool(may(viewer, Right.EDIT_REGISTER))
        and found.state == ProposalState.PROPOSED
        and found.item.meeting.stage in MINUTES_OUT
    )
    context = {
        "register": register,
        "proposal": found,
        "shown": _shown(found, register),
        "form": form if may_settle else None,
    }
    return render(request, "proposals/proposal.html", context, status=400 if form.is_bound else 200)


def propose(request: HttpRequest, key: int, position: int) -> HttpResponse:
    """Note under an item that the meeting set up a forum."""
    viewer, register = viewer_of(request), current_register()
    item = AgendaItem.objects.filter(meeting=key, position=position).select_related("meeting__forum").first()
    if item is None:
        raise Http404
    require(viewer, Right.RECORD_MEETING, forum=item.meeting.forum_id)
    form = _form(request, register, item)
    if form.is_valid():
        given = form.cleaned_data
        mandate = None
        if given["act"]:
            mandate = ProposedMandate(act=given["act"], subject=given["subject"], to=given["to"] or None)
        proposal = propose_forum(
            item=item,
            forum=ProposedForum(
                id=given["id"],
                name=given["name"].strip(),
                kind=given["kind"],
                level=given["level"],
                organisations=tuple(given["organisations"]),
                chair=given["chair"] or None,
                mandate=mandate,
            ),
            appointed=tuple(
                Appointed(organisation=organisation, name=name) for organisation, name in given["appointed"]
            ),
            actor=viewer,
            now=clock.now(),
        )
        return redirect("register-proposal", proposal.pk)
    context = {"form": form, "item": item, "meeting": item.meeting}
    return render(request, "proposals/propose.html", context, status=400 if form.is_bound else 200)


def _form(request: HttpRequest, register: Register, item: AgendaItem) -> ForumProposalForm:
    on = item.meeting.date
    organisations = [each for each in register.organisations.values() if each.valid.covers(on)]
    known = {each.id.lower(): each.id for each in organisations}
    known |= {each.name.lower(): each.id for each in organisations}
    known |= {each.short.lower(): each.id for each in organisations if each.short}
    return ForumProposalForm(
        request.POST if request.method == "POST" else None,
        organisations=by_name((each.id, each.name) for each in organisations),
        subjects=by_name((each.id, each.name) for each in register.subjects.values()),
        fora=fora_on(register, on),
        known=known,
        initial={"to": item.meeting.forum_id},
    )


def _shown(found: RegisterProposal, register: Register) -> dict[str, Any]:
    """Answer what a proposal says, with the names of what it points to; what the register lacks stands by its id."""
    content = found.content
    appointed = {each["organisation"]: each["name"] for each in content.get(APPOINTMENTS, [])}
    organisations, subjects, fora = register.organisations, register.subjects, register.fora
    return {
        "fora": [
            {
                "forum": forum,
                "seats": [
                    {
                        "organisation": organisations[seat["organisation"]].name
                        if seat["organisation"] in organisations
                        else seat["organisation"],
                        "role": seat["role"],
                        "person": appointed.get(seat["organisation"], ""),
                    }
                    for seat in forum.get("seats", [])
                ],
            }
            for forum in content.get("fora", [])
        ],
        "mandates": [
            {
                "act": mandate["act"],
                "subject": subjects[mandate["subject"]].name
                if mandate["subject"] in subjects
                else mandate["subject"],
                "to": fora[mandate["to"]].name if mandate.get("to") in fora else mandate.get("to", ""),
            }
            for mandate in content.get("mandates", [])
        ],
    }
