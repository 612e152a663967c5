"""Going on outside a mandate: a reason is given, and without one neither agenda nor minutes are sent."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Final

from samstyr.meetings.models import AgendaItem, Meeting, OutcomeDraft, Override
from samstyr.meetings.queries.matters import matters_of
from samstyr.meetings.queries.overrides import overrides_of
from samstyr.meetings.services.reach import readers_of_item
from samstyr.meetings.services.steps import locked_meeting
from samstyr.meetings.verdicts import asked, deed_of_decision, deed_of_item
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.override import Asked, may_override, may_send, outside
from samstyr.rules.procedure.readers import Audience, readers_of
from samstyr.rules.procedure.states import OPEN_AGENDA, may_change_agenda, may_record
from samstyr.rules.rights import Right, Viewer

LONGEST: Final = 2000  # letters of a reason


@service
def override_at_agenda(*, item: AgendaItem, reason: str, actor: Viewer, now: datetime.datetime) -> Override:
    """Put an item on the agenda although it lies outside the forum's mandate, and keep why.

    Raises InputError where no reason is given, and DeniedError where the actor is no secretary of the forum, the
    meeting is over, or the item needs no reason.
    """
    require(actor, Right.PREPARE_MEETING, forum=item.meeting.forum_id)
    meeting, item = _locked(item)
    demand(may_change_agenda(meeting.stage))
    return _keep(item, _asked_at_agenda(meeting, [item], actor), reason, actor, now)


@service
def override_decision(
    *, item: AgendaItem, clause: int | None, reason: str, actor: Viewer, now: datetime.datetime
) -> Override:
    """Let what was decided on a recommendation (None: on the item) stand outside the forum's mandate, and keep why.

    Raises InputError where no reason is given, and DeniedError where the actor does not take the forum's minutes, they
    are sent, or the decision needs no reason.
    """
    require(actor, Right.RECORD_MEETING, forum=item.meeting.forum_id)
    meeting, item = _locked(item)
    demand(may_record(meeting.stage))
    drafts = {item.pk: OutcomeDraft.objects.filter(item=item, clause=clause)}
    return _keep(item, _asked_by_decisions(meeting, [item], drafts, actor), reason, actor, now)


def demand_reasons_at_agenda(meeting: Meeting, items: Iterable[AgendaItem], actor: Viewer) -> None:
    """Go on where all items lie within the mandate or have a reason; else raise DeniedError."""
    items = [item for item in items if not item.withdrawn]
    kept = [row.kept for rows in overrides_of(items, actor).values() for row in rows]
    demand(may_send(_asked_at_agenda(meeting, items, actor), kept))


def demand_reasons_for_decisions(
    meeting: Meeting,
    items: Iterable[AgendaItem],
    drafts: Mapping[int, Iterable[OutcomeDraft]],
    actor: Viewer,
) -> None:
    """Go on where all decisions, by the keys of their items, lie within the mandate or have a reason; else raise."""
    items = list(items)
    kept = [row.kept for rows in overrides_of(items, actor).values() for row in rows]
    demand(may_send(_asked_by_decisions(meeting, items, drafts, actor), kept))


def _locked(item: AgendaItem) -> tuple[Meeting, AgendaItem]:
    """Answer the meeting, which waits for us, and the item as it is now."""
    meeting = locked_meeting(item.meeting_id)
    return meeting, AgendaItem.objects.select_related("meeting").get(pk=item.pk)


def _asked_at_agenda(meeting: Meeting, items: list[AgendaItem], actor: Viewer) -> list[Asked]:
    register, matters = current_register(), matters_of(items, actor)
    found = [
        asked(register, meeting, item, matters[item.pk], deed_of_item(meeting, item, matters[item.pk]))
        for item in items
    ]
    return [each for each in found if each is not None]


def _asked_by_decisions(
    meeting: Meeting,
    items: list[AgendaItem],
    drafts: Mapping[int, Iterable[OutcomeDraft]],
    actor: Viewer,
) -> list[Asked]:
    register, matters = current_register(), matters_of(items, actor)
    found = []
    for item in items:
        matter = matters[item.pk]
        for draft in drafts[item.pk]:
            deed = deed_of_decision(meeting, item, matter, draft.verb, draft.clause)
            found.append(asked(register, meeting, item, matter, deed))
    return [each for each in found if each is not None]


def _keep(
    item: AgendaItem, found: list[Asked], reason: str, actor: Viewer, now: datetime.datetime
) -> Override:
    """Keep a reason for the one deed that was found."""
    if not reason.strip():
        raise InputError("reason: say why it goes on outside the mandate")
    if len(reason) > LONGEST:
        raise InputError(f"reason: at most {LONGEST} letters")
    kept = [row.kept for row in overrides_of([item], actor).get(item.pk, [])]
    demand(may_override(found, kept))
    given = outside(found, kept)[0]
    # What is not sent yet can still be closed: until then the reason is the desk's.
    is_unsent = item.meeting.stage in OPEN_AGENDA
    forum = item.meeting.forum_id
    return Override.objects.create(
        item=item,
        stage=given.deed.stage.value,
        clause=given.deed.clause,
        act=given.deed.act.value,
        forum_id=given.deed.forum,
        subject_id=given.deed.subject,
        verdict=given.check.verdict.value,
        mandates=list(given.check.mandates),
        basis=list(given.check.basis),
        said=given.check.reason,
        reason=reason.strip(),
        readers=readers_of(forum, Audience.DESK, closed=item.closed) if is_unsent else readers_of_item(item),
        written_by_id=actor.user,
        written_at=now,
    )
