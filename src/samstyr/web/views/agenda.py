"""Preparing a meeting: its day, what comes on its agenda and in which order, and sending it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samstyr.meetings.models import AgendaItem, Delivery, Meeting, Override
from samstyr.meetings.queries import whole_meetings
from samstyr.meetings.queries.agenda import candidates
from samstyr.meetings.queries.matters import Matter, matters_of
from samstyr.meetings.queries.overrides import concerning, overrides_of
from samstyr.meetings.queries.papers import papers_of
from samstyr.meetings.services import (
    add_item,
    call_meeting,
    move_meeting,
    plan_meeting,
    propose_item,
    send_agenda,
    send_changes,
    take_candidates,
)
from samstyr.meetings.verdicts import asked, deed_of_item, verdict_of_item
from samstyr.platform import clock
from samstyr.platform.denials import DeniedError, require, told
from samstyr.platform.errors import InputError
from samstyr.platform.visibility import visible_to
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.deadlines import may_send_agenda, minutes_due
from samstyr.rules.procedure.override import outside
from samstyr.rules.procedure.states import OPEN_AGENDA, MeetingState
from samstyr.rules.register import Register
from samstyr.rules.rights import Right, may
from samstyr.web.choices import by_name
from samstyr.web.forms.agenda import ItemForm, MeetingForm, ProposalForm
from samstyr.web.raised import raised
from samstyr.web.seen import day_of, store_nothing, viewer_of


def new_meeting(request: HttpRequest, key: str) -> HttpResponse:
    """Plan a meeting of a forum."""
    viewer, forum = viewer_of(request), current_register().fora.get(key)
    if forum is None:
        raise Http404
    require(viewer, Right.PREPARE_MEETING, forum=key)
    asked = {"date": request.GET.get("dato", "")}
    form = MeetingForm(request.POST) if request.method == "POST" else MeetingForm(initial=asked)
    if form.is_valid():
        made = plan_meeting(forum=key, **form.cleaned_data, actor=viewer, on=day_of(request))
        return redirect("agenda", made.pk)
    context = {"form": form, "forum": forum}
    return render(request, "agenda/meeting_new.html", context, status=400 if form.is_bound else 200)


def agenda(request: HttpRequest, key: int) -> HttpResponse:
    """Show an agenda to those who prepare it: its items, what waits for it, and what can be done."""
    return _page(request, _meeting(request, key), None)


@require_POST
def add(request: HttpRequest, key: int) -> HttpResponse:
    """Put an item on the agenda that is in no list."""
    found = _meeting(request, key)
    form = item_form(current_register(), found, request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    add_item(meeting=found, content=form.content(), actor=viewer_of(request), now=clock.now())
    return redirect("agenda", key)


@require_POST
def take(request: HttpRequest, key: int) -> HttpResponse:
    """Put what was chosen among what waits on the agenda."""
    found, origins = _meeting(request, key), request.POST.getlist("origin")
    if not origins:
        raise InputError(_("Choose at least one of those that wait."))
    made = take_candidates(meeting=found, origins=origins, actor=viewer_of(request), now=clock.now())
    told = ngettext(
        "%(number)s item was put on the agenda.", "%(number)s items were put on the agenda.", len(made)
    )
    messages.success(request, told % {"number": len(made)})
    return redirect("agenda", key)


@require_POST
def send(request: HttpRequest, key: int) -> HttpResponse:
    """Call the meeting, send its agenda, or send what was changed since.

    What lies outside the mandate and has no reason keeps the agenda back: then its page says so and asks for reasons.
    """
    found = _meeting(request, key)
    try:
        return _send(request, found)
    except DeniedError as problem:
        if problem.denied.code != "outside-mandate":
            raise
        store_nothing(request)
        return _page(request, found, None, refusal=told(problem.denied))


def _send(request: HttpRequest, found: Meeting) -> HttpResponse:
    viewer, now = viewer_of(request), clock.now()
    what = request.POST.get("what")
    if what == "call":
        call_meeting(meeting=found, actor=viewer, now=now)
        messages.success(request, _("The meeting is called."))
    elif what == "agenda":
        send_agenda(meeting=found, actor=viewer, now=now)
        messages.success(request, _("The agenda is sent. What is changed from now on is seen as a change."))
    elif what == "changes":
        send_changes(meeting=found, actor=viewer, now=now)
        messages.success(request, _("The changes are sent."))
    else:
        raise InputError("what: expected call, agenda or changes")
    return redirect("agenda", found.pk)


@require_POST
def move(request: HttpRequest, key: int) -> HttpResponse:
    """Move the meeting to another day, or say its hours and place."""
    found, viewer, on = _meeting(request, key), viewer_of(request), day_of(request)
    form = MeetingForm(request.POST)
    if not form.is_valid():
        raise InputError(*(f"{name}: {error}" for name, errors in form.errors.items() for error in errors))
    if form.cleaned_data["date"] != found.date:
        found = move_meeting(meeting=found, date=form.cleaned_data["date"], actor=viewer, on=on)
    plan_meeting(forum=found.forum_id, **form.cleaned_data, actor=viewer, on=on)
    return redirect("agenda", key)


def propose(request: HttpRequest, key: str) -> HttpResponse:
    """Propose a matter for the agenda of a forum one has a say in."""
    viewer, register = viewer_of(request), current_register()
    forum = register.fora.get(key)
    if forum is None:
        raise Http404
    require(viewer, Right.PROPOSE_ITEM, forum=key)
    about = raised(request, register, day_of(request))
    form = ProposalForm(
        request.POST if request.method == "POST" else None,
        initial={"title": about.title, "why": about.summary} if about else None,
    )
    if form.is_valid():
        leg = propose_item(forum=key, **form.cleaned_data, actor=viewer)
        messages.success(request, _("The proposal waits for the secretary to put it on an agenda."))
        return redirect("case", leg.case_id)
    context = {"register": register, "form": form, "forum": forum, "raised": about}
    return render(request, "agenda/propose.html", context, status=400 if form.is_bound else 200)


def item_form(register: Register, meeting: Meeting, *args: Any, **kwargs: Any) -> ItemForm:
    """Answer the form of an item of a meeting, with the subjects and roles there are."""
    forum = register.fora[meeting.forum_id]
    return ItemForm(
        *args,
        **kwargs,
        subjects=by_name((each.id, each.name) for each in register.subjects.values()),
        roles=by_name((role, register.fora[role].name) for role in forum.acts_as),
    )


def _meeting(request: HttpRequest, key: int) -> Meeting:
    viewer = viewer_of(request)
    found = whole_meetings(viewer).filter(pk=key).first()
    if found is None:
        raise Http404
    require(viewer, Right.PREPARE_MEETING, forum=found.forum_id)
    return found


def _page(request: HttpRequest, found: Meeting, bound: ItemForm | None, refusal: str = "") -> HttpResponse:
    viewer, register, on = viewer_of(request), current_register(), day_of(request)
    procedure = register.fora[found.forum_id].procedure
    items = list(found.items.all())
    papers, matters, overrides = (
        papers_of(items, viewer),
        matters_of(items, viewer),
        overrides_of(items, viewer),
    )
    rows = [
        _row(register, found, item, papers[item.pk], matters[item.pk], overrides.get(item.pk, []))
        for item in items
    ]
    deliveries = Delivery.objects.filter(visible_to(viewer, Delivery), meeting=found)
    is_changing = found.stage in OPEN_AGENDA or found.stage == MeetingState.FROZEN
    context = {
        "register": register,
        "meeting": found,
        "items": rows,
        "unreasoned": [row for row in rows if row["needs_reason"]] if is_changing else [],
        "refusal": refusal,
        "minutes": sum(item.minutes_estimated or 0 for item in items if not item.withdrawn),
        "candidates": candidates(found, viewer) if is_changing else [],
        "form": bound or item_form(register, found),
        "meeting_form": MeetingForm(
            initial={
                "date": found.date,
                "start": found.start,
                "end": found.end,
                "place": found.place,
                "extraordinary": found.extraordinary,
            }
        ),
        "may_arrange": found.stage in OPEN_AGENDA,
        "may_change": is_changing,
        "timeliness": may_send_agenda(procedure, found.date, on),
        "minutes_due": minutes_due(procedure, found.date),
        "may_record": bool(may(viewer, Right.RECORD_MEETING, forum=found.forum_id)),
        "deliveries": deliveries.select_related("user__person"),
    }
    status = 403 if refusal else 400 if bound else 200
    return render(request, "agenda/agenda.html", context, status=status)


def _row(
    register: Register,
    meeting: Meeting,
    item: AgendaItem,
    papers: Any,
    matter: Matter,
    overrides: list[Override],
) -> dict[str, Any]:
    deed = deed_of_item(meeting, item, matter)
    one = asked(register, meeting, item, matter, deed)
    content = getattr(item, "content", None)
    return {
        "item": item,
        "title": content.title if content else item.title,
        "papers": papers,
        "verdict": verdict_of_item(register, meeting, item, matter),
        "overrides": concerning(overrides, [deed]),
        "needs_reason": not item.withdrawn
        and one is not None
        and bool(outside([one], [row.kept for row in overrides])),
    }
