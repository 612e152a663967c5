"""Consultations: others are asked for their comments on a case by a day, and reply, or say nothing."""

import datetime
from dataclasses import dataclass

from samstyr.meetings.models import Case, Consultation, ConsultationReply
from samstyr.meetings.services.reach import spread_papers
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import ChangedMeanwhileError, InputError
from samstyr.platform.service import service
from samstyr.registry.models import Organisation
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.between import may_reply
from samstyr.rules.procedure.readers import Audience, party, readers_of
from samstyr.rules.procedure.states import ConsultationState, may_step
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.verdict import Denied


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked by `deadline`, and of whom: ids of organisations, and names in words."""

    title: str
    text: str = ""
    deadline: datetime.date
    organisations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@service
def open_consultation(
    *,
    case: Case,
    forum: str,
    asked: Asked,
    actor: Viewer,
    on: datetime.date,
    now: datetime.datetime,
) -> Consultation:
    """Ask organisations of the register, and others named in words, what they say to a case.

    The parties of those asked see what is asked, and the papers of the case. Raises InputError where the case does
    not pass the forum, the title is missing, an organisation is unknown or nobody is asked, and DeniedError where
    the actor is no secretary of the forum or the day has passed.
    """
    require(actor, Right.PREPARE_MEETING, forum=forum)
    wanted = sorted(set(asked.organisations))
    named = sorted({name.strip() for name in asked.names if name.strip()})
    known = {each.pk: each for each in Organisation.objects.filter(pk__in=wanted)}
    problems = [f"organisations: there is no organisation {key[:60]!r}" for key in wanted if key not in known]
    if not case.legs.filter(forum=forum).exists():
        problems.append("forum: the case does not pass it")
    if not asked.title.strip():
        problems.append("title: say what the consultation is about")
    if not wanted and not named:
        problems.append("organisations: choose at least one to ask, or name one")
    if problems:
        raise InputError(*problems)
    if asked.deadline < on:
        demand(Denied("due-has-passed", {"due": asked.deadline}))
    inside = readers_of(forum, Audience.FORUM, closed=case.closed)
    parties = {each.party_id for each in known.values()}
    consultation = Consultation.objects.create(
        case=case,
        forum_id=forum,
        title=asked.title.strip(),
        text=asked.text.strip(),
        opened_on=on,
        deadline=asked.deadline,
        written_by_id=actor.user,
        written_at=now,
        readers=[*inside, *sorted(party(key) for key in parties)],
    )
    for key in wanted:
        ConsultationReply.objects.create(
            consultation=consultation,
            organisation_id=key,
            written_at=now,
            readers=[*inside, party(known[key].party_id)],
        )
    for name in named:
        ConsultationReply.objects.create(
            consultation=consultation, name=name[:200], written_at=now, readers=inside
        )
    spread_papers(case)
    return consultation


@service
def reply_to_consultation(
    *,
    reply: ConsultationReply,
    text: str,
    no_remarks: bool,
    seen: int,
    replied_on: datetime.date | None = None,
    actor: Viewer,
    on: datetime.date,
    now: datetime.datetime,
) -> ConsultationReply:
    """Reply for one of those asked, or reply anew: remarks, or that there are none. No reply is no answer.

    The co-ordinator of an organisation's party replies for it; the forum's secretary enters a reply that came by
    letter, with the day it came (`replied_on`). `seen` is the version that was shown. Raises InputError where it says
    neither, or both, or the day is still to come, ChangedMeanwhileError where someone else replied since, and
    DeniedError where the actor is neither, or the consultation is closed.
    """
    consultation = Consultation.objects.select_for_update(of=("self",)).get(pk=reply.consultation_id)
    if not may_enter_replies(actor, consultation):
        own = current_register().organisations.get(reply.organisation_id or "")
        require(actor, Right.ANSWER_CONSULTATION, party=own.party if own else None)
        replied_on = on
    demand(may_reply(ConsultationState(consultation.state)))
    day = replied_on or on
    problems = []
    if bool(text.strip()) == no_remarks:
        problems.append("text: write the remarks, or say that there are none")
    if day > on:
        problems.append(f"replied_on: {day.isoformat()} is still to come")
    if problems:
        raise InputError(*problems)
    reply = ConsultationReply.objects.select_for_update(of=("self",)).get(pk=reply.pk)
    if reply.version != seen:
        raise ChangedMeanwhileError(reply)
    reply.text, reply.no_remarks, reply.replied_on = text.strip(), no_remarks, day
    reply.version += 1
    reply.written_by_id, reply.written_at = actor.user, now
    reply.save()
    return reply


@service
def close_consultation(*, consultation: Consultation, to: ConsultationState, actor: Viewer) -> Consultation:
    """Close a consultation, or take it back. Raises DeniedError where the actor is no secretary, or it is closed."""
    require(actor, Right.PREPARE_MEETING, forum=consultation.forum_id)
    consultation = Consultation.objects.select_for_update(of=("self",)).get(pk=consultation.pk)
    demand(may_step("consultation", ConsultationState(consultation.state), to))
    consultation.state = to.value
    consultation.save(update_fields=["state"])
    return consultation


def may_enter_replies(viewer: Viewer, consultation: Consultation) -> bool:
    """Tell whether the viewer enters replies that came to the forum's secretary by letter."""
    return viewer.operator or consultation.forum_id in viewer.fora(Right.PREPARE_MEETING)
