"""Recording a meeting while it goes on: what is said and decided, who votes, what is to be done.

Each thing has a version; who changes it says which version they saw, and nothing that another wrote is lost.
"""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, TypeVar

from samstyr.meetings.models import (
    ActionDraft,
    AgendaItem,
    DissentStatement,
    ItemText,
    Meeting,
    OutcomeDraft,
    Remark,
    Resolution,
    Vote,
)
from samstyr.meetings.services.reach import readers_in_forum, readers_of_item
from samstyr.meetings.services.steps import locked_meeting
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import ChangedMeanwhileError, InputError
from samstyr.platform.service import service
from samstyr.registry.models import Forum, Organisation, Party
from samstyr.rules.procedure.states import MeetingState, may_record, may_step
from samstyr.rules.rights import Right, Viewer

VERBS: Final = (
    *("approved", "adopted", "endorsed", "recommended", "noted", "discussed", "agreed", "established"),
    *("appointed", "postponed", "rejected", "withdrawn"),
)
# What the minutes say where the minute-taker gives no words: the record is in Danish.
USUAL_WORDS: Final = {
    "approved": "Godkendt.",
    "adopted": "Vedtaget.",
    "endorsed": "Tiltrådt.",
    "recommended": "Indstillet.",
    "noted": "Taget til orientering.",
    "discussed": "Drøftet.",
    "agreed": "Aftalt.",
    "established": "Nedsat.",
    "appointed": "Udpeget.",
    "postponed": "Udsat.",
    "rejected": "Afvist.",
    "withdrawn": "Trukket tilbage.",
}
CHOICES: Final = ("for", "against", "abstain")
REMARKS: Final = ("remark", "reservation", "condition")
Row = TypeVar("Row", ItemText, OutcomeDraft, ActionDraft, Remark, DissentStatement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a recommendation (its place from 0; None: of the item); without words the usual ones stand.

    `supersedes` is the key of an earlier resolution of the forum that no longer stands: how minutes are corrected.
    """

    clause: int | None
    verb: str
    words: str
    with_remarks: bool = False
    supersedes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What somebody is to do; `back_on` is the meeting at which it comes back before the forum."""

    what: str
    who: tuple[str, ...] = ()
    due: datetime.date | None = None
    back_on: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A remark, a reservation or a condition; only a condition has what follows if it is not met."""

    kind: str
    text: str
    organisation: str | None = None
    owner: str = ""
    due: datetime.date | None = None
    if_unmet: str = ""
    fallback: str | None = None


@service
def write_text(*, item: AgendaItem, text: str, seen: int, actor: Viewer, now: datetime.datetime) -> ItemText:
    """Write what the minutes say under an item; `seen` is the version that was shown, 0 for none.

    Raises ChangedMeanwhileError where someone else wrote since, and DeniedError where the actor does not take the
    forum's minutes, the agenda is not sent yet or the minutes are.
    """
    _start(item, actor)
    return _write(ItemText, {"item": item}, {"text": text.strip()}, item, seen, actor, now)


@service
def record_outcome(
    *, item: AgendaItem, outcome: Outcome, seen: int, actor: Viewer, now: datetime.datetime
) -> OutcomeDraft:
    """Record what came of a recommendation. Raises as `write_text`, and InputError for an unknown verb or clause."""
    _start(item, actor)
    problems = [*_unknown("verb", outcome.verb, VERBS), *_no_clause(item, outcome.clause)]
    if outcome.supersedes is not None and not _may_supersede(item, outcome.supersedes):
        problems.append("supersedes: the forum has no such resolution that still stands")
    if problems:
        raise InputError(*problems)
    content = {
        "verb": outcome.verb,
        "words": outcome.words.strip() or USUAL_WORDS[outcome.verb],
        "with_remarks": outcome.with_remarks,
        "supersedes_id": outcome.supersedes,
    }
    key = {"item": item, "clause": outcome.clause}
    return _write(OutcomeDraft, key, content, item, seen, actor, now)


@service
def note_task(
    *,
    item: AgendaItem,
    task: Task,
    of: ActionDraft | None = None,
    seen: int = 0,
    actor: Viewer,
    now: datetime.datetime,
) -> ActionDraft:
    """Note what is to be done after the meeting: a new task, or (`of`) another wording of one.

    Raises as `write_text`, and InputError where nothing is to be done, or it is due before the meeting.
    """
    _start(item, actor)
    problems = [] if task.what.strip() else ["what: say what is to be done"]
    for name in ("due", "back_on"):
        day = getattr(task, name)
        if day is not None and day < item.meeting.date:
            problems.append(f"{name}: {day.isoformat()} is before the meeting")
    if problems:
        raise InputError(*problems)
    who = [each.strip() for each in task.who if each.strip()]
    content = {"what": task.what.strip(), "who": who, "due": task.due, "back_on": task.back_on}
    return _put(ActionDraft, of, content, item, seen, actor, now)


@service
def note_remark(
    *,
    item: AgendaItem,
    said: Said,
    of: Remark | None = None,
    seen: int = 0,
    actor: Viewer,
    now: datetime.datetime,
) -> Remark:
    """Note a remark, a reservation or a condition: a new one, or (`of`) another wording of one.

    Raises as `write_text`, and InputError where the text is missing, a name is unknown, or a condition has no owner.
    """
    _start(item, actor)
    problems = [
        *_unknown("kind", said.kind, REMARKS),
        *([] if said.text.strip() else ["text: say what was remarked"]),
        *_missing("organisation", Organisation, said.organisation),
        *_missing("fallback", Forum, said.fallback),
    ]
    if said.kind == "condition" and not said.owner.strip():
        problems.append("owner: say who sees to the condition")
    if problems:
        raise InputError(*problems)
    content = {
        **{name: value for name, value in asdict(said).items() if name not in {"organisation", "fallback"}},
        "organisation_id": said.organisation,
        "fallback_id": said.fallback,
    }
    return _put(Remark, of, content, item, seen, actor, now)


@service
def note_dissent(
    *,
    item: AgendaItem,
    organisation: str,
    text: str,
    of: DissentStatement | None = None,
    seen: int = 0,
    actor: Viewer,
    now: datetime.datetime,
) -> DissentStatement:
    """Note a dissenting opinion. Raises as `write_text`, and InputError for a missing text or organisation."""
    _start(item, actor)
    problems = [
        *_missing("organisation", Organisation, organisation),
        *([] if text.strip() else ["text: say what the dissent is"]),
    ]
    if problems:
        raise InputError(*problems)
    content = {"organisation_id": organisation, "text": text.strip()}
    return _put(DissentStatement, of, content, item, seen, actor, now)


@service
def cast_votes(
    *,
    item: AgendaItem,
    clause: int | None,
    votes: Mapping[str, str],
    shown: Mapping[str, str] | None = None,
    actor: Viewer,
    now: datetime.datetime,
) -> list[Vote]:
    """Note how the parties voted on a recommendation; a party left out has not voted.

    `votes`: party → for, against, abstain; `shown`: those the writer saw. Where given, what others noted of parties
    that the writer left as they were shown stays. Raises as `write_text`, and InputError for an unknown clause, party
    or choice.
    """
    _start(item, actor)
    votes = votes if shown is None else _together(item, clause, votes, shown)
    problems = [line for choice in votes.values() for line in _unknown("vote", choice, CHOICES)]
    problems += _no_clause(item, clause)
    problems += [line for party in votes for line in _missing("party", Party, party)]
    if problems:
        raise InputError(*problems)
    Vote.objects.filter(item=item, clause=clause).exclude(party__in=votes).delete()
    return [
        Vote.objects.update_or_create(
            item=item,
            clause=clause,
            party_id=party,
            defaults={"choice": choice, "written_by_id": actor.user, "written_at": now},
            create_defaults={
                "choice": choice,
                "written_by_id": actor.user,
                "written_at": now,
                "readers": readers_of_item(item),
            },
        )[0]
        for party, choice in votes.items()
    ]


@service
def strike(*, row: OutcomeDraft | ActionDraft | Remark | DissentStatement, actor: Viewer) -> None:
    """Take something off what was recorded. Raises DeniedError as `write_text`."""
    _start(row.item, actor)
    row.delete()


@service
def end_meeting(*, meeting: Meeting, actor: Viewer, now: datetime.datetime) -> Meeting:
    """Note that the meeting is over; the minutes can still be written. Raises DeniedError as `write_text`."""
    require(actor, Right.RECORD_MEETING, forum=meeting.forum_id)
    meeting = locked_meeting(meeting.pk)
    demand(may_step("meeting", meeting.stage, MeetingState.HELD))
    meeting.state, meeting.held_at = MeetingState.HELD.value, now
    meeting.save(update_fields=["state", "held_at"])
    return meeting


def _start(item: AgendaItem, actor: Viewer) -> None:
    """Lock the meeting, so that minutes are not sent while somebody writes, and check that they may write."""
    require(actor, Right.RECORD_MEETING, forum=item.meeting.forum_id)
    meeting = locked_meeting(item.meeting_id)
    demand(may_record(meeting.stage))


def _write(
    model: type[Row],
    key: dict[str, Any],
    content: dict[str, Any],
    item: AgendaItem,
    seen: int,
    actor: Viewer,
    now: datetime.datetime,
) -> Row:
    """Write the one row of a key: a new one where nobody has, else what stands."""
    row = model._default_manager.filter(**key).first()
    if row is None and seen:
        raise ChangedMeanwhileError(None)
    return _put(model, row, {**key, **content}, item, seen, actor, now)


def _put(
    model: type[Row],
    row: Row | None,
    content: dict[str, Any],
    item: AgendaItem,
    seen: int,
    actor: Viewer,
    now: datetime.datetime,
) -> Row:
    """Write a row anew, or change one that is still as it was shown."""
    if row is None:
        drafts = model in {OutcomeDraft, ActionDraft}
        readers = readers_in_forum(item) if drafts else readers_of_item(item)
        return model._default_manager.create(
            **{"item": item, **content}, readers=readers, written_by_id=actor.user, written_at=now
        )
    row = model._default_manager.select_for_update().get(pk=row.pk)
    if row.version != seen:
        raise ChangedMeanwhileError(row)
    for name, value in content.items():
        setattr(row, name, value)
    row.version += 1
    row.written_by_id, row.written_at = actor.user, now
    row.save()
    return row


def _together(
    item: AgendaItem, clause: int | None, votes: Mapping[str, str], shown: Mapping[str, str]
) -> dict[str, str]:
    """Answer the votes that stand, with those the writer changed.

    Raises ChangedMeanwhileError where someone else changed the same party's.
    """
    rows = {vote.party_id: vote for vote in Vote.objects.filter(item=item, clause=clause)}
    found = {party: vote.choice for party, vote in rows.items()}
    for party in sorted({*votes, *shown}):
        wanted = votes.get(party)
        if wanted == shown.get(party):
            continue
        if found.get(party) not in {wanted, shown.get(party)}:
            raise ChangedMeanwhileError(rows.get(party))
        found[party] = wanted or ""
    return {party: choice for party, choice in found.items() if choice}


def _no_clause(item: AgendaItem, clause: int | None) -> list[str]:
    known = item.closedclauses.count() if item.closed else item.recommendationclauses.count()
    if clause is None or 0 <= clause < known:
        return []
    return [f"clause: the item has {known} recommendations"]


def _may_supersede(item: AgendaItem, resolution: int) -> bool:
    earlier = Resolution.objects.filter(
        pk=resolution, superseded_by=None, item__meeting__date__lt=item.meeting.date
    )
    return not item.closed and earlier.filter(item__meeting__forum=item.meeting.forum_id).exists()


def _unknown(name: str, value: str, known: Iterable[str]) -> list[str]:
    words = list(known)
    return [] if value in words else [f"{name}: expected one of {', '.join(filter(None, words))}"]


def _missing(name: str, model: type[Organisation] | type[Forum] | type[Party], key: str | None) -> list[str]:
    if key is None or model._default_manager.filter(pk=key).exists():
        return []
    return [f"{name}: there is no {name} {key[:60]!r}"]
