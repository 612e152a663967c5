"""Following up what was decided: what is open, for whom, by when; and one's own week."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Action, ClosedAction, Meeting, Remark
from samstyr.meetings.queries.agenda import outcomes_seen_by, previous_meeting
from samstyr.meetings.queries.followup import FollowUp, follow_ups, since_last, standing
from samstyr.meetings.queries.week import names_of, week_of
from samstyr.meetings.services import finish_action, settle_condition
from samstyr.platform.danish import order
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.platform.visibility import visible_to
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.states import ConditionState
from samstyr.rules.rights import Right, Viewer, may
from samstyr.web.choices import by_name
from samstyr.web.seen import day_of, viewer_of

MINE = "mine"


def follow_up(request: HttpRequest) -> HttpResponse:
    """Show what is open: of all fora or one, of a party, of somebody by name, or one's own."""
    viewer, register, on = viewer_of(request), current_register(), day_of(request)
    forum, who = request.GET.get("forum", ""), request.GET.get("hvem", "")
    if forum and forum not in register.fora:
        raise Http404
    names = (
        names_of(viewer) if who == MINE else _party_names(who) if who in register.parties else {who} - {""}
    )
    found = follow_ups(viewer, fora=[forum] if forum else None, names=names)
    known = found if not (forum or names) else follow_ups(viewer)
    context = {
        "register": register,
        "rows": _rows(found, viewer, request),
        "standing": standing(found, on),
        "forum": forum,
        "who": who,
        "fora": by_name(
            (key, register.fora[key].name) for key in {each.item.meeting.forum_id for each in known}
        ),
        "parties": by_name((each.id, each.name) for each in register.parties.values()),
        "names": sorted({name for each in known for name in each.who}, key=order),
    }
    return render(request, "followup/followup.html", context)


def since(request: HttpRequest, key: int) -> HttpResponse:
    """Show what was done, agreed and carried over since the meeting before."""
    viewer = viewer_of(request)
    meeting = Meeting.objects.select_related("forum").filter(pk=key).first()
    if meeting is None:
        raise Http404
    found = follow_ups(viewer, fora=[meeting.forum_id])
    before = previous_meeting(meeting)
    context = {
        "register": current_register(),
        "meeting": meeting,
        "previous": before,
        "since": since_last(found, meeting, before),
        "missing": standing(found, meeting.date).missing,
    }
    return render(request, "followup/since.html", context)


@require_POST
def done(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """Note that an action is done, or what became of a condition, with what shows it."""
    viewer, on = viewer_of(request), day_of(request)
    evidence = request.POST.get("evidence", "")
    if kind == "condition":
        condition = (
            Remark.objects.filter(visible_to(viewer, Remark), pk=key).select_related("item__meeting").first()
        )
        if condition is None:
            raise Http404
        require(viewer, Right.FOLLOW_UP, forum=condition.item.meeting.forum_id)
        to = request.POST.get("to", "")
        if to not in {ConditionState.MET, ConditionState.UNMET}:
            raise InputError("to: expected met or unmet")
        leg = settle_condition(
            condition=condition, to=ConditionState(to), evidence=evidence, actor=viewer, on=on
        )
        if leg is not None:
            messages.info(request, _("The case goes on to %(forum)s.") % {"forum": leg.forum.name})
    elif kind in {"action", "closed-action"}:
        finish_action(action=_action(viewer, kind, key), evidence=evidence, actor=viewer, on=on)
        messages.success(request, _("It is noted as done."))
    else:
        raise Http404
    return redirect("follow-ups")


def week(request: HttpRequest) -> HttpResponse:
    """Show what the person who is logged in has to read, answer, prepare and deliver."""
    viewer, on = viewer_of(request), day_of(request)
    require(viewer, Right.SEE_CASES)
    context = {"register": current_register(), "week": week_of(viewer, on), "on": on}
    return render(request, "followup/week.html", context)


def _action(viewer: Viewer, kind: str, key: int) -> Action | ClosedAction:
    found: Action | ClosedAction | None
    if kind == "action":
        found = (
            Action.objects.filter(outcomes_seen_by(viewer), pk=key).select_related("item__meeting").first()
        )
    else:
        closed = ClosedAction.objects.filter(visible_to(viewer, ClosedAction), pk=key)
        found = closed.select_related("item__meeting").first()
    if found is None:
        raise Http404
    return found


def _party_names(party: str) -> set[str]:
    """Answer the names under which minutes give a party something to do."""
    register = current_register()
    names = {register.parties[party].name}
    for organisation in register.organisations.values():
        if organisation.party == party:
            names |= {organisation.name, *organisation.aliases, organisation.short or organisation.name}
    return names


def _rows(found: list[FollowUp], viewer: Viewer, request: HttpRequest) -> list[dict[str, Any]]:
    answer = standing(found, day_of(request))
    return [
        {
            "each": each,
            "is_overdue": each in answer.overdue,
            "is_soon": each in answer.due_soon,
            "may_finish": bool(may(viewer, Right.FOLLOW_UP, forum=each.item.meeting.forum_id)),
        }
        for each in answer.open
    ]
