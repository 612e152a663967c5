"""Meetings: agenda, outcome, decisions with their mandate verdict, follow-up, persons, documents."""

import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from samstyr.accounts.models import Person
from samstyr.meetings.models import AgendaItem, Meeting, Override
from samstyr.meetings.queries import all_meetings, whole_meetings
from samstyr.meetings.queries.agenda import attendances_seen_by
from samstyr.meetings.queries.matters import Matter, matters_of
from samstyr.meetings.queries.overrides import concerning, overrides_of
from samstyr.meetings.services import choose_subject
from samstyr.meetings.verdicts import deed_of_decision, verdict_of_decision
from samstyr.platform.danish import order
from samstyr.print.meeting_documents import draft_agenda_docx, follow_up_docx
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.states import BEFORE_MINUTES, OPEN_AGENDA
from samstyr.rules.register import Register
from samstyr.rules.rights import Right, may
from samstyr.web.files import as_file
from samstyr.web.paging import page_of
from samstyr.web.seen import viewer_of


def meetings(request: HttpRequest) -> HttpResponse:
    """List the meetings, the latest first."""
    return render(request, "meetings/meetings.html", {"page": page_of(request, all_meetings())})


def meeting(request: HttpRequest, key: int) -> HttpResponse:
    """Show a meeting: what was on the agenda, what came of it, and what follows."""
    found, register, viewer = _meeting(request, key), current_register(), viewer_of(request)
    follows = bool(may(viewer, Right.SEE_AGENDA, forum=found.forum_id))
    matters, overrides = matters_of(found.items.all(), viewer), overrides_of(found.items.all(), viewer)
    items = [
        _item(register, found, item, matters[item.pk], overrides.get(item.pk, []))
        for item in found.items.all()
    ]
    may_choose = bool(may(viewer, Right.CHOOSE_SUBJECT, forum=found.forum_id))
    facts = [*found.facts.all(), *(fact for item in found.items.all() for fact in item.closedfacts.all())]
    context = {
        "register": register,
        "meeting": found,
        "items": items,
        # What was read from minutes has no papers of ours.
        "may_prepare": not found.minutes_name
        and bool(may(viewer, Right.PREPARE_MEETING, forum=found.forum_id)),
        "may_follow": follows,
        "has_pack": not found.minutes_name and bool(items),
        "has_minutes": not found.minutes_name
        and found.stage not in OPEN_AGENDA
        and (follows if found.stage in BEFORE_MINUTES else bool(items)),
        "decision_count": sum(len(item["decisions"]) for item in items),
        "actions": sorted(
            (action for item in items for action in item["actions"]),
            key=lambda action: (action.due is None, action.due or datetime.date.max, action.pk),
        ),
        "attendances": found.attendances.all(),
        "facts": {kind: [fact for fact in facts if fact.kind == kind] for kind in {f.kind for f in facts}},
        "subjects": sorted(register.subjects.values(), key=lambda each: order(each.name))
        if may_choose
        else [],
        "next": next((fact.content for fact in facts if fact.kind == "next_meeting"), None),
    }
    return render(request, "meetings/meeting.html", context)


@require_POST
def item_subject(request: HttpRequest, key: int, position: int) -> HttpResponse:
    """Keep which subject an item treated, as a person who may review minutes says."""
    item = AgendaItem.objects.filter(meeting_id=key, position=position).select_related("meeting").first()
    if item is None:
        raise Http404
    choose_subject(item=item, subject=request.POST.get("subject") or None, actor=viewer_of(request))
    return redirect(f"{reverse('meeting', args=[key])}#item-{position}")


def draft_agenda(request: HttpRequest, key: int) -> HttpResponse:
    """Answer the draft agenda of the next meeting, made from what this meeting said of it, as DOCX."""
    found = _meeting(request, key)
    fact = next((each for each in found.facts.all() if each.kind == "next_meeting"), None)
    if fact is None:
        raise Http404
    return as_file(draft_agenda_docx(found.forum.name, fact.content), f"dagsordensudkast-{key}.docx")


def follow_up(request: HttpRequest, key: int) -> HttpResponse:
    """Answer the follow-up list of a meeting as DOCX."""
    found = _meeting(request, key)
    rows = [
        (item.number, action.what, action.who, action.due, action.certainty)
        for item in found.items.all()
        for action in [*item.actions.all(), *item.closedactions.all()]
    ]
    return as_file(follow_up_docx(found.forum.name, found.date, rows), f"opfoelgning-{key}.docx")


def person(request: HttpRequest, key: int) -> HttpResponse:
    """Show which meetings a person took part in."""
    found = Person.objects.filter(pk=key).first()
    if found is None:
        raise Http404
    seen = found.attendances.filter(attendances_seen_by(viewer_of(request)))
    attendances = seen.select_related("meeting__forum", "organisation")
    context = {"person": found, "attendances": attendances.order_by("-meeting__date")}
    return render(request, "meetings/person.html", context)


def _meeting(request: HttpRequest, key: int) -> Meeting:
    found = whole_meetings(viewer_of(request)).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def _item(
    register: Register, meeting: Meeting, item: AgendaItem, matter: Matter, overrides: list[Override]
) -> dict[str, Any]:
    """Answer what the page shows of an item; of a closed one, what its viewer may see."""
    content = getattr(item, "content", None)
    subject = content.subject if content else item.subject
    return {
        "item": item,
        "title": content.title if content else item.title,
        "subject": subject,
        "is_seen": not item.closed or content is not None,
        "recommendations": [*item.recommendationclauses.all(), *item.closedclauses.all()],
        "decisions": [
            {
                "resolution": resolution,
                "verdict": verdict_of_decision(register, meeting, item, matter, resolution.verb),
                "overrides": concerning(
                    overrides,
                    [deed_of_decision(meeting, item, matter, resolution.verb, resolution.clause)],
                ),
            }
            for resolution in [*item.resolutions.all(), *item.closedresolutions.all()]
        ],
        "actions": [*item.actions.all(), *item.closedactions.all()],
        "facts": [
            *(fact for fact in meeting.facts.all() if fact.item_id == item.pk),
            *item.closedfacts.all(),
        ],
    }
