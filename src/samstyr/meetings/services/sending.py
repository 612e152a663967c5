"""Sending minutes: drafts become resolutions and follow-up, cases move on, earlier minutes are approved."""

import datetime
from typing import Final

from django.utils import timezone

from samstyr.documents.services import make_findable
from samstyr.meetings.findable import findable
from samstyr.meetings.models import (
    Action,
    ActionDraft,
    AgendaItem,
    Case,
    ClosedAction,
    ClosedResolution,
    Meeting,
    MinutesComment,
    OutcomeDraft,
    Resolution,
)
from samstyr.meetings.services.deciding import decide_case
from samstyr.meetings.services.deliveries import announce
from samstyr.meetings.services.overrides import demand_reasons_for_decisions
from samstyr.meetings.services.reach import readers_in_forum, spread_meeting
from samstyr.meetings.services.routing import follow_case
from samstyr.meetings.services.steps import locked_meeting, step_leg
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.rules.procedure.states import LegState, MeetingState, may_comment, may_step
from samstyr.rules.rights import Right, Viewer

# What a verb makes of a leg: postponed ones wait for another meeting.
RETURNED: Final = frozenset({"rejected", "withdrawn"})
POSTPONED: Final = "postponed"
DECIDING: Final = frozenset({"approved", "adopted", "endorsed", "agreed", "established", "appointed"})


@service
def send_minutes(*, meeting: Meeting, actor: Viewer, now: datetime.datetime) -> Meeting:
    """Send the minutes to the forum. From now on nobody rewords them: a later decision supersedes.

    Every outcome becomes a resolution, every task a follow-up; legs are treated, and postponed ones wait for another
    meeting; minutes of an earlier meeting that were approved under an item are approved and published; the rest of
    each case's way is planned anew. Raises
    InputError where an item to be decided has no outcome, and DeniedError where the actor does not take the forum's
    minutes, the meeting is not over, or a decision lies outside the forum's mandate and nobody has said why it stands
    (`override_decision`).
    """
    require(actor, Right.RECORD_MEETING, forum=meeting.forum_id)
    meeting = locked_meeting(meeting.pk)
    demand(may_step("meeting", meeting.stage, MeetingState.MINUTES_SENT))
    items = list(meeting.items.filter(withdrawn=False).order_by("position"))
    outcomes = {item.pk: list(OutcomeDraft.objects.filter(item=item)) for item in items}
    _check_outcomes(items, outcomes)
    demand_reasons_for_decisions(meeting, items, outcomes, actor)
    meeting.state, meeting.minutes_sent_at = MeetingState.MINUTES_SENT.value, now
    meeting.save(update_fields=["state", "minutes_sent_at"])
    for item in items:
        _keep_outcomes(item, outcomes[item.pk])
        _keep_actions(item)
        _move_legs(item, [draft.verb for draft in outcomes[item.pk]])
        if item.approves is not None and any(draft.verb == "approved" for draft in outcomes[item.pk]):
            approve_minutes(item.approves, now)
    spread_meeting(meeting)
    announce(meeting=meeting, kind="minutes", key=f"minutes-{meeting.pk}", now=now)
    for case in Case.objects.filter(legs__items__in=items).distinct():
        follow_case(case=case, actor=actor, on=timezone.localdate(now), now=now)
    return meeting


@service
def comment_on_minutes(
    *, item: AgendaItem, text: str, actor: Viewer, now: datetime.datetime
) -> MinutesComment:
    """Say something about minutes that were sent, to the forum. A correction is decided at the next meeting.

    Raises InputError for an empty text, and DeniedError where the actor has no say in the forum, or the minutes are
    not sent or are approved.
    """
    require(actor, Right.COMMENT_ON_MINUTES, forum=item.meeting.forum_id)
    demand(may_comment(item.meeting.stage))
    if not text.strip():
        raise InputError("text: the comment is empty")
    return MinutesComment.objects.create(
        item=item,
        text=text.strip(),
        readers=readers_in_forum(item),
        written_by_id=actor.user,
        written_at=now,
    )


@service
def answer_comment(*, comment: MinutesComment, answer: str, actor: Viewer) -> MinutesComment:
    """Answer a comment on the minutes. Raises DeniedError where the actor does not take the forum's minutes."""
    require(actor, Right.RECORD_MEETING, forum=comment.item.meeting.forum_id)
    demand(may_comment(comment.item.meeting.stage))
    comment.answer = answer.strip()
    comment.save(update_fields=["answer"])
    return comment


def approve_minutes(meeting: Meeting, now: datetime.datetime) -> None:
    """Let the minutes of a meeting be approved and, where they are open, everyone's.

    The step of a service: the forum approved them under an item of a later meeting.
    """
    meeting = locked_meeting(meeting.pk)
    demand(may_step("meeting", meeting.stage, MeetingState.MINUTES_APPROVED))
    meeting.state, meeting.approved_at = MeetingState.MINUTES_APPROVED.value, now
    meeting.published_at = meeting.published_at or now
    meeting.save(update_fields=["state", "approved_at", "published_at"])
    spread_meeting(meeting)
    make_findable(found=findable(meeting))


def _check_outcomes(items: list[AgendaItem], outcomes: dict[int, list[OutcomeDraft]]) -> None:
    missing = [
        f"{item.number}: it was to be decided, and nothing is recorded of what came of it"
        for item in items
        if item.kind == "decision" and not outcomes[item.pk]
    ]
    if missing:
        raise InputError(*missing)


def _keep_outcomes(item: AgendaItem, drafts: list[OutcomeDraft]) -> None:
    for draft in drafts:
        content = {
            "item": item,
            "clause": draft.clause,
            "verb": draft.verb,
            "with_remarks": draft.with_remarks,
            "quote": draft.words,
        }
        if item.closed:
            ClosedResolution.objects.create(forum_id=item.meeting.forum_id, **content)
        else:
            Resolution.objects.create(supersedes=draft.supersedes, **content)
    OutcomeDraft.objects.filter(item=item).delete()


def _keep_actions(item: AgendaItem) -> None:
    for draft in ActionDraft.objects.filter(item=item):
        content = {
            "item": item,
            "who": draft.who,
            "what": draft.what,
            "due": draft.due,
            "back_on": draft.back_on,
            "certainty": "agreed",
        }
        if item.closed:
            ClosedAction.objects.create(forum_id=item.meeting.forum_id, **content)
        else:
            Action.objects.create(**content)
    ActionDraft.objects.filter(item=item).delete()


def _move_legs(item: AgendaItem, verbs: list[str]) -> None:
    """Let the legs of an item follow what came of it."""
    for leg in item.legs.filter(state=LegState.ON_AGENDA.value).select_related("case"):
        if verbs and all(verb == POSTPONED for verb in verbs):
            leg.meeting = None
            step_leg(leg, LegState.PLANNED)
            continue
        leg.treated_on = item.meeting.date
        is_returned = bool(verbs) and all(verb in RETURNED for verb in verbs)
        step_leg(leg, LegState.TREATED)
        step_leg(leg, LegState.RETURNED if is_returned else LegState.PASSED)
        if leg.state == LegState.PASSED and any(verb in DECIDING for verb in verbs):
            content = getattr(item, "content", None)
            decide_case(
                leg,
                forum=item.sitting_as_id or item.meeting.forum_id,
                subject=content.subject_id if content is not None else item.subject_id,
                on=item.meeting.date,
            )
