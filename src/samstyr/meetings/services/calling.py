"""Calling a meeting and sending its agenda: from then on what was sent stands, and later changes are seen."""

import datetime
from collections.abc import Iterable

from samstyr.meetings.models import (
    AgendaItem,
    Attachment,
    ClosedClause,
    Meeting,
    PaperVersion,
    RecommendationClause,
)
from samstyr.meetings.services.agenda import number_items
from samstyr.meetings.services.deliveries import announce
from samstyr.meetings.services.overrides import demand_reasons_at_agenda
from samstyr.meetings.services.reach import spread_meeting
from samstyr.meetings.services.steps import locked_meeting
from samstyr.platform.clock import COPENHAGEN
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.deadlines import may_call_extraordinary
from samstyr.rules.procedure.states import MeetingState, may_step
from samstyr.rules.rights import Right, Viewer


@service
def call_meeting(*, meeting: Meeting, actor: Viewer, now: datetime.datetime) -> Meeting:
    """Call a meeting: all who sit in the forum are told its day, hours and place.

    Raises DeniedError where the actor is no secretary of the forum, it is called already, or it is an extraordinary
    one and the notice that the rules of procedure ask for has passed.
    """
    meeting = locked_meeting(meeting.pk)
    require(actor, Right.PREPARE_MEETING, forum=meeting.forum_id)
    demand(may_step("meeting", meeting.stage, MeetingState.CALLED))
    if meeting.extraordinary:
        if meeting.start is None:
            raise InputError("start: an extraordinary meeting is called with its hour")
        starts_at = datetime.datetime.combine(meeting.date, meeting.start, COPENHAGEN)
        procedure = current_register().fora[meeting.forum_id].procedure
        demand(may_call_extraordinary(procedure, starts_at, now))
    meeting.state, meeting.called_at = MeetingState.CALLED.value, now
    meeting.save(update_fields=["state", "called_at"])
    announce(meeting=meeting, kind="call", key=f"call-{meeting.pk}", now=now)
    return meeting


@service
def send_agenda(*, meeting: Meeting, actor: Viewer, now: datetime.datetime) -> Meeting:
    """Freeze the agenda and send it: papers and recommendations stand as they were sent.

    One that has not been called is called by it. Raises InputError where there is no item, or an item to be decided
    has no recommendation, and DeniedError where the actor is no secretary of the forum, it has been sent, or an item
    lies outside the forum's mandate and nobody has said why it goes on (`override_at_agenda`).
    """
    meeting = locked_meeting(meeting.pk)
    require(actor, Right.PREPARE_MEETING, forum=meeting.forum_id)
    if meeting.stage == MeetingState.PLANNED:
        meeting = call_meeting(meeting=meeting, actor=actor, now=now)
    demand(may_step("meeting", meeting.stage, MeetingState.FROZEN))
    items = list(meeting.items.order_by("position"))
    if not items:
        raise InputError("items: there is nothing on the agenda")
    number_items(meeting)
    for item in items:
        _pin(item)
    _check_decisions(items)
    demand_reasons_at_agenda(meeting, items, actor)
    meeting.state, meeting.frozen_at = MeetingState.FROZEN.value, now
    meeting.save(update_fields=["state", "frozen_at"])
    spread_meeting(meeting)
    announce(meeting=meeting, kind="pack", key=f"pack-{meeting.pk}", now=now)
    return meeting


@service
def send_changes(*, meeting: Meeting, actor: Viewer, now: datetime.datetime) -> list[AgendaItem]:
    """Send what was changed or added since the agenda was sent; answer the items it is about.

    The newest versions of papers stand from now on. Raises InputError where nothing changed, and DeniedError where
    the actor is no secretary of the forum, the agenda is not sent or the meeting over, or as `send_agenda`.
    """
    meeting = locked_meeting(meeting.pk)
    require(actor, Right.PREPARE_MEETING, forum=meeting.forum_id)
    demand(may_step("meeting", meeting.stage, MeetingState.HELD))
    since = meeting.deliveries.filter(kind__in=["pack", "changes"]).order_by("-asked_at").first()
    sent_at = since.asked_at if since is not None else meeting.frozen_at
    changed = []
    for item in meeting.items.order_by("position"):
        is_new = item.changed_at is not None and (sent_at is None or item.changed_at > sent_at)
        is_new = is_new or (item.supplementary and item.changed_at is None)
        if _pin(item) or _has_new_attachment(item, item.changed_at or sent_at) or is_new:
            item.changed_at = now
            item.save(update_fields=["changed_at"])
            changed.append(item)
    if not changed:
        raise InputError("items: nothing was changed since the agenda was sent")
    _check_decisions(changed)
    demand_reasons_at_agenda(meeting, changed, actor)
    spread_meeting(meeting)
    announce(meeting=meeting, kind="changes", key=f"changes-{meeting.pk}-{now.isoformat()}", now=now)
    return changed


def _pin(item: AgendaItem) -> bool:
    """Let the newest versions of its papers be those that stand on the agenda; answer whether that is new."""
    is_new = False
    clauses: list[str] = []
    for treatment in item.treatments.select_related("leg"):
        newest = PaperVersion.objects.filter(case=treatment.leg.case_id).order_by("-version").first()
        if newest is None:
            continue
        clauses += newest.clauses
        if treatment.paper_id != newest.pk:
            treatment.paper = newest
            treatment.save(update_fields=["paper"])
            is_new = True
    if is_new:
        _write_clauses(item, clauses)
    return is_new


def _write_clauses(item: AgendaItem, clauses: Iterable[str]) -> None:
    if item.closed:
        item.closedclauses.all().delete()
        for text in clauses:
            ClosedClause.objects.create(item=item, forum_id=item.meeting.forum_id, text=text)
        return
    item.recommendationclauses.all().delete()
    for text in clauses:
        RecommendationClause.objects.create(item=item, text=text)


def _has_new_attachment(item: AgendaItem, since: datetime.datetime | None) -> bool:
    found = Attachment.objects.filter(case__legs__treatments__item=item)
    return found.filter(written_at__gt=since).exists() if since is not None else False


def _check_decisions(items: Iterable[AgendaItem]) -> None:
    """Raise InputError where an item is to be decided and nobody says what."""
    missing = [
        f"{item.number}: an item that is to be decided needs a recommendation in its case paper"
        for item in items
        if item.kind == "decision"
        and not item.withdrawn
        and item.approves_id is None
        and not item.recommendationclauses.exists()
        and not item.closedclauses.exists()
    ]
    if missing:
        raise InputError(*missing)
