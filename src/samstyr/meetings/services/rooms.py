"""Writing in a party's bagland room: its hearings, drafts and comments; and the one thing that leaves it."""

import datetime
from dataclasses import dataclass

from samstyr.meetings.models import Position, RoomComment, RoomDraft, RoomHearing
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.registry.models import Forum
from samstyr.rules.position import PositionState, Stance, may_draft, may_release, may_set_date
from samstyr.rules.rights import Right, Viewer


@dataclass(frozen=True, slots=True)
class Written:
    """A draft as it was kept, and the versions that others wrote after the one it is built on."""

    draft: RoomDraft
    meanwhile: tuple[RoomDraft, ...]


@service
def set_constituency_date(
    *, position: Position, ready_on: datetime.date, actor: Viewer, on: datetime.date
) -> Position:
    """Say that the party's constituency has the matter until a day. The forum's secretary sees the day, no more.

    Raises DeniedError where the actor may not write for the party, the position is closed, or the day has passed.
    """
    require(actor, Right.WRITE_IN_ROOM, party=position.party_id)
    position = _locked(position)
    demand(may_set_date(PositionState(position.state), ready_on, on))
    position.state = PositionState.IN_CONSTITUENCY.value
    position.ready_on = ready_on
    position.save(update_fields=["state", "ready_on"])
    return position


@service
def add_hearing(
    *,
    position: Position,
    body: str | None,
    body_name: str,
    date: datetime.date,
    actor: Viewer,
    now: datetime.datetime,
) -> RoomHearing:
    """Note that one of the party's own bodies hears the matter on a day: one of the register, or one in words.

    Raises InputError where not exactly one of the two is given or the body is not the party's own, and DeniedError
    where the actor may not write for the party.
    """
    require(actor, Right.WRITE_IN_ROOM, party=position.party_id)
    body_name = body_name.strip()
    if (body is None) == (not body_name):
        raise InputError("body: choose one of the party's own bodies, or name one, not both")
    if body is not None and not Forum.objects.filter(pk=body, party_id=position.party_id).exists():
        raise InputError(f"body: {body[:60]!r} is no body of {position.party_id}")
    return RoomHearing.objects.create(
        leg_id=position.leg_id,
        party_id=position.party_id,
        body_id=body,
        body_name=body_name,
        date=date,
        written_by_id=actor.user,
        written_at=now,
    )


@service
def note_outcome(*, hearing: RoomHearing, outcome: str, actor: Viewer) -> RoomHearing:
    """Note what one of the party's bodies said. Raises DeniedError where the actor may not write for the party."""
    require(actor, Right.WRITE_IN_ROOM, party=hearing.party_id)
    hearing.outcome = outcome.strip()
    hearing.save(update_fields=["outcome"])
    return hearing


@service
def write_draft(
    *,
    position: Position,
    stance: Stance,
    remarks: str,
    based_on: int,
    actor: Viewer,
    now: datetime.datetime,
) -> Written:
    """Add a version of the draft. `based_on` is the version its writer saw, 0 for none.

    Where others wrote in the meantime nothing is lost: this version is kept after theirs, and the answer names
    them. Raises DeniedError where the actor may not write for the party, or the position is closed.
    """
    require(actor, Right.WRITE_IN_ROOM, party=position.party_id)
    position = _locked(position)
    demand(may_draft(PositionState(position.state)))
    drafts = RoomDraft.objects.filter(leg_id=position.leg_id, party_id=position.party_id)
    latest = drafts.order_by("-version").values_list("version", flat=True).first() or 0
    based_on = min(max(based_on, 0), latest)
    meanwhile = tuple(drafts.filter(version__gt=based_on).select_related("written_by__person"))
    draft = RoomDraft.objects.create(
        leg_id=position.leg_id,
        party_id=position.party_id,
        version=latest + 1,
        based_on=based_on,
        stance=stance.value,
        remarks=remarks.strip(),
        written_by_id=actor.user,
        written_at=now,
    )
    return Written(draft, meanwhile)


@service
def comment(*, position: Position, text: str, actor: Viewer, now: datetime.datetime) -> RoomComment:
    """Say something to the party's own people. Comments stay possible once the position is closed.

    Raises InputError for an empty text, DeniedError where the actor may not write for the party.
    """
    require(actor, Right.WRITE_IN_ROOM, party=position.party_id)
    if not text.strip():
        raise InputError("text: the comment is empty")
    return RoomComment.objects.create(
        leg_id=position.leg_id,
        party_id=position.party_id,
        text=text.strip(),
        written_by_id=actor.user,
        written_at=now,
    )


@service
def release_position(*, position: Position, version: int, actor: Viewer, now: datetime.datetime) -> Position:
    """Let one version of the draft leave the room as the party's position. It can't be taken back.

    From now on those who sit in the forum see its stance and its words, and nothing else of the room. Raises
    InputError where there is no such version, and DeniedError where the actor may not release for the party, the
    position is closed, the version is not the newest, or it lacks its condition or reason.
    """
    require(actor, Right.RELEASE_POSITION, party=position.party_id)
    position = _locked(position)
    drafts = list(RoomDraft.objects.filter(leg_id=position.leg_id, party_id=position.party_id))
    draft = next((each for each in drafts if each.version == version), None)
    if draft is None:
        raise InputError(f"version: there is no version {version} of the draft")
    demand(
        may_release(
            PositionState(position.state),
            version=version,
            latest=drafts[-1].version,
            stance=Stance(draft.stance),
            remarks=draft.remarks,
        )
    )
    position.state = PositionState.RELEASED.value
    position.stance = draft.stance
    position.remarks = draft.remarks
    position.released_at = now
    position.released_by_id = actor.user
    position.save(update_fields=["state", "stance", "remarks", "released_at", "released_by"])
    return position


def _locked(position: Position) -> Position:
    """Answer the position as it is now; whoever else writes in its room waits until we are done."""
    return Position.objects.select_for_update().get(pk=position.pk)
