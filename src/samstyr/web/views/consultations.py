"""Consultations: what is asked of whom, replies, and who has not replied.

To those who may not see a consultation there is no such page.
"""

import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Consultation, ConsultationReply
from samstyr.meetings.queries.between import (
    consultations_visible_to,
    titles_of,
)
from samstyr.meetings.queries.papers import newest_attachments, papers_visible_to
from samstyr.meetings.services.consultations import (
    Asked,
    close_consultation,
    may_enter_replies,
    open_consultation,
    reply_to_consultation,
)
from samstyr.meetings.services.summaries import add_summary
from samstyr.platform import clock
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.states import ConsultationState
from samstyr.rules.rights import Right, Viewer, may
from samstyr.web.choices import by_name
from samstyr.web.forms.between import ConsultationForm, LetterForm, ReplyForm
from samstyr.web.forms.written import SummaryForm
from samstyr.web.lookup import find_case
from samstyr.web.paging import page_of
from samstyr.web.seen import day_of, viewer_of
from samstyr.web.summaries import consultation_summary


def consultations(request: HttpRequest) -> HttpResponse:
    """List the consultations one is asked in, or one's fora ask in."""
    viewer, on = viewer_of(request), day_of(request)
    sees_any = viewer.fora(Right.SEE_POSITIONS) or viewer.parties(Right.ENTER_ROOM)
    if not viewer.operator and not sees_any:
        require(viewer, Right.ANSWER_CONSULTATION)
    page = page_of(request, consultations_visible_to(viewer))
    found = list(page)
    rows = [
        {
            "consultation": each,
            "replied": sum(reply.replied_on is not None for reply in each.replies.all()),
            "asked": len(each.replies.all()),
            "is_mine": each.state == ConsultationState.OPEN
            and any(reply.replied_on is None and _is_own(viewer, reply) for reply in each.replies.all()),
            "is_over": each.state == ConsultationState.OPEN and each.deadline < on,
        }
        for each in found
    ]
    return render(request, "consultations/list.html", {"rows": rows, "page": page})


def open_(request: HttpRequest, key: int) -> HttpResponse:
    """Ask others what they say to a case."""
    viewer, register = viewer_of(request), current_register()
    found = find_case(viewer, key)
    fora = {leg.forum_id: leg.forum.name for leg in found.legs.all()}
    mine = [each for each in fora.items() if may(viewer, Right.PREPARE_MEETING, forum=each[0])]
    if not mine:
        require(viewer, Right.PREPARE_MEETING, forum=next(iter(fora), None))
    on = day_of(request)
    organisations = [
        (each.id, each.name) for each in register.organisations.values() if each.valid.covers(on)
    ]
    form = ConsultationForm(
        request.POST if request.method == "POST" else None,
        fora=mine,
        organisations=by_name(organisations),
    )
    if form.is_valid():
        given = form.cleaned_data
        consultation = open_consultation(
            case=found,
            forum=given["forum"],
            asked=Asked(
                title=given["title"],
                text=given["text"],
                deadline=given["deadline"],
                organisations=tuple(given["organisations"]),
                names=tuple(given["names"].splitlines()),
            ),
            actor=viewer,
            on=on,
            now=clock.now(),
        )
        return redirect("consultation", key, consultation.pk)
    title = titles_of(viewer, [found]).get(key, "")
    context = {"form": form, "case": found, "title": title}
    return render(request, "consultations/open.html", context, status=400 if form.is_bound else 200)


def consultation(request: HttpRequest, key: int, number: int) -> HttpResponse:
    """Show a consultation: what is asked, and the replies the viewer may see."""
    return _page(request, _consultation(viewer_of(request), key, number), {})


@require_POST
def reply(request: HttpRequest, key: int, number: int, reply_key: int) -> HttpResponse:
    """Reply for one of those asked, or enter a reply that came by letter."""
    viewer = viewer_of(request)
    found = _consultation(viewer, key, number)
    one = next((each for each in found.replies.all() if each.pk == reply_key), None)
    if one is None:
        raise Http404
    by_letter = may_enter_replies(viewer, found)
    if not by_letter:
        require(viewer, Right.ANSWER_CONSULTATION, party=_party_of(one))
    form = (LetterForm if by_letter else ReplyForm)(request.POST, auto_id=f"id_{one.pk}_%s")
    if not form.is_valid():
        return _page(request, found, {one.pk: form})
    given = form.cleaned_data
    reply_to_consultation(
        reply=one,
        text=given["text"],
        no_remarks=bool(given["no_remarks"]),
        seen=given["seen"],
        replied_on=given.get("replied_on"),
        actor=viewer,
        on=day_of(request),
        now=clock.now(),
    )
    messages.success(request, _("The reply is kept."))
    return redirect("consultation", key, number)


@require_POST
def close(request: HttpRequest, key: int, number: int) -> HttpResponse:
    """Close a consultation, or take it back."""
    viewer = viewer_of(request)
    found = _consultation(viewer, key, number)
    require(viewer, Right.PREPARE_MEETING, forum=found.forum_id)
    if request.POST.get("as") not in {ConsultationState.CLOSED.value, ConsultationState.WITHDRAWN.value}:
        raise InputError("as: expected closed or withdrawn")
    close_consultation(consultation=found, to=ConsultationState(request.POST["as"]), actor=viewer)
    return redirect("consultation", key, number)


@require_POST
def summary(request: HttpRequest, key: int, number: int) -> HttpResponse:
    """Add the replies to the case paper, as the secretary looked them through."""
    viewer = viewer_of(request)
    found = _consultation(viewer, key, number)
    require(viewer, Right.PREPARE_MEETING, forum=found.forum_id)
    form = SummaryForm(request.POST)
    if not form.is_valid():
        raise InputError(_("The summary is empty or too long."))
    kept = add_summary(case=found.case, text=form.cleaned_data["text"], actor=viewer, now=clock.now())
    told_version = _("The replies stand in version %(version)s of the case paper.")
    messages.success(request, told_version % {"version": kept.paper.version})
    return redirect("consultation", key, number)


def _consultation(viewer: Viewer, key: int, number: int) -> Consultation:
    """Answer the consultation the viewer may see; 404 where there is none, or none for them."""
    found = consultations_visible_to(viewer).filter(pk=number, case=key).first()
    if found is None:
        raise Http404
    return found


def _party_of(one: ConsultationReply) -> str | None:
    """Answer the party of the one that is asked; none where it is named in words."""
    return one.organisation.party_id if one.organisation else None


def _is_own(viewer: Viewer, one: ConsultationReply) -> bool:
    party = _party_of(one)
    return party is not None and bool(may(viewer, Right.ANSWER_CONSULTATION, party=party))


def _page(request: HttpRequest, found: Consultation, bound: dict[int, ReplyForm]) -> HttpResponse:
    """Show a consultation; `bound` is a reply that a person filled in and that did not do."""
    viewer, on = viewer_of(request), day_of(request)
    is_desk = bool(may(viewer, Right.PREPARE_MEETING, forum=found.forum_id))
    is_open = found.state == ConsultationState.OPEN
    replies = list(found.replies.all())
    rows = [
        {
            "reply": each,
            "is_late": each.replied_on is not None and each.replied_on > found.deadline,
            "is_overdue": each.replied_on is None and is_open and found.deadline < on,
            "form": bound.get(each.pk) or _reply_form(each, is_desk, on)
            if is_open and (is_desk or _is_own(viewer, each))
            else None,
        }
        for each in replies
    ]
    replied = [each for each in replies if each.replied_on is not None]
    context: dict[str, Any] = {
        "consultation": found,
        "case_title": titles_of(viewer, [found.case]).get(found.case_id, ""),
        "paper": papers_visible_to(viewer).filter(case=found.case).last(),
        "attachments": newest_attachments(found.case, viewer),
        "rows": rows,
        "asked": len(replies),
        "replied": len(replied),
        "overdue": sum(row["is_overdue"] for row in rows),
        "is_open": is_open,
        "is_desk": is_desk,
        "sees_all": bool(may(viewer, Right.SEE_POSITIONS, forum=found.forum_id)),
        "summary": SummaryForm(initial={"text": consultation_summary(found.title, replies)})
        if is_desk and replied
        else None,
    }
    return render(request, "consultations/consultation.html", context, status=400 if bound else 200)


def _reply_form(one: ConsultationReply, by_letter: bool, on: datetime.date) -> ReplyForm:
    initial = {"text": one.text, "no_remarks": ["yes"] if one.no_remarks else [], "seen": one.version}
    form = LetterForm if by_letter else ReplyForm
    return form(initial={**initial, "replied_on": one.replied_on or on}, auto_id=f"id_{one.pk}_%s")
