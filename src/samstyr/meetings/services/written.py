"""Deciding in writing, between meetings: a procedure is opened, each party answers, and the answers decide."""

import datetime

from samstyr.meetings.models import Leg, Meeting, PaperVersion, WrittenAnswer, WrittenProcedure
from samstyr.meetings.services.deciding import decide_case, treat_in_writing
from samstyr.meetings.services.deliveries import tell, who_may
from samstyr.meetings.services.reach import spread_papers
from samstyr.meetings.services.steps import step_case, step_leg
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.between import (
    STATE_AFTER,
    may_answer_written,
    may_close_written,
    may_open_written,
    may_say_in_writing,
    parties_spoken_for,
    silence_bases,
    voting_parties,
)
from samstyr.rules.procedure.consent import (
    Answer,
    Reply,
    WrittenResult,
    may_let_silence_consent,
    written_result,
)
from samstyr.rules.procedure.readers import Audience, readers_of
from samstyr.rules.procedure.states import CaseState, LegState, WrittenState, may_step
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.verdict import Denied


@service
def open_written(
    *,
    leg: Leg,
    paper: PaperVersion,
    deadline: datetime.date,
    silence_basis: str | None = None,
    actor: Viewer,
    on: datetime.date,
    now: datetime.datetime,
) -> WrittenProcedure:
    """Put a leg before its forum in writing, with one version of the case paper, for answers by `deadline`.

    The day itself counts. Silence counts as agreement only with a `silence_basis`. Raises InputError where the paper
    is another case's or recommends nothing, and DeniedError where the actor is no secretary of the forum, the leg
    does not wait, the deadline is too short, or silence has no basis (rules/procedure/between.py).
    """
    require(actor, Right.PREPARE_MEETING, forum=leg.forum_id)
    leg = Leg.objects.select_for_update(of=("self",)).select_related("case").get(pk=leg.pk)
    register = current_register()
    if paper.case_id != leg.case_id:
        raise InputError("paper: it belongs to another case")
    if not paper.clauses:
        raise InputError("paper: it has no recommendation: there is nothing to agree to")
    demand(
        may_open_written(
            register,
            forum=leg.forum_id,
            leg=LegState(leg.state),
            deadline=deadline,
            on=on,
            is_open=leg.procedures.filter(state=WrittenState.OPEN.value).exists(),
        )
    )
    if silence_basis is not None:
        demand(may_let_silence_consent(register.instruments.get(silence_basis), on))
        if silence_basis not in {each.id for each in silence_bases(register, leg.forum_id, on)}:
            demand(Denied("no-basis-for-silence"))
    if leg.case.state == CaseState.DRAFT:
        step_case(leg.case, CaseState.ROUTED)
    procedure = WrittenProcedure.objects.create(
        leg=leg,
        paper=paper,
        opened_on=on,
        deadline=deadline,
        silence_basis_id=silence_basis,
        written_by_id=actor.user,
        written_at=now,
        readers=readers_of(leg.forum_id, Audience.FORUM, closed=leg.case.closed),
    )
    _note_on_leg(leg.pk, deadline)
    spread_papers(leg.case)
    tell(
        recipients=who_may(Right.ANSWER_IN_WRITING, leg.forum_id, on),
        kind="written",
        key=f"written-{procedure.pk}",
        forum=leg.forum_id,
        now=now,
    )
    return procedure


@service
def answer_in_writing(
    *,
    procedure: WrittenProcedure,
    party: str,
    reply: Reply,
    text: str,
    wants_meeting: bool = False,
    actor: Viewer,
    on: datetime.date,
    now: datetime.datetime,
) -> WrittenAnswer:
    """Answer for a party, or answer anew: the last answer stands. All who sit in the forum see it.

    Raises DeniedError where the actor has no say in the forum or not for the party, the deadline has passed, the
    procedure is closed, or the answer says no why.
    """
    forum = procedure.leg.forum_id
    require(actor, Right.ANSWER_IN_WRITING, forum=forum)
    procedure = _locked(procedure)
    register = current_register()
    demand(
        may_answer_written(
            WrittenState(procedure.state),
            deadline=procedure.deadline,
            on=on,
            party=party,
            asked=voting_parties(register, forum, procedure.opened_on),
        )
    )
    if party not in parties_spoken_for(actor, forum, register, on):
        demand(Denied("other-party", {"right": Right.ANSWER_IN_WRITING, "party": party}))
    demand(may_say_in_writing(reply, text, wants_meeting=wants_meeting))
    said = {
        "answer": reply.value,
        "text": text.strip(),
        "wants_meeting": wants_meeting,
        "written_by_id": actor.user,
        "written_at": now,
    }
    answer = procedure.answers.select_for_update().filter(party=party).first()
    if answer is None:
        return WrittenAnswer.objects.create(
            procedure=procedure, party_id=party, readers=procedure.readers, **said
        )
    for name, value in said.items():
        setattr(answer, name, value)
    answer.version += 1
    answer.save()
    return answer


@service
def close_written(*, procedure: WrittenProcedure, actor: Viewer, on: datetime.date) -> WrittenProcedure:
    """Close a procedure when all have answered, or after its last day: the answers say what came of it.

    Carried, the leg has passed, and the case is decided where the forum may decide it; else the leg waits for a
    meeting. Either way the result is told at the next meeting. Raises DeniedError where the actor is no secretary of
    the forum, answers are still awaited, or it is closed.
    """
    require(actor, Right.PREPARE_MEETING, forum=procedure.leg.forum_id)
    procedure = _locked(procedure)
    result = result_of(procedure, on)
    demand(may_close_written(WrittenState(procedure.state), result.outcome, deadline=procedure.deadline))
    procedure.state, procedure.closed_on = STATE_AFTER[result.outcome].value, on
    procedure.save(update_fields=["state", "closed_on"])
    _note_on_leg(procedure.leg_id, None)
    leg = Leg.objects.select_for_update(of=("self",)).select_related("case").get(pk=procedure.leg_id)
    if procedure.state == WrittenState.CARRIED:
        treat_in_writing(leg, passed=True, on=on)
        decide_case(leg, forum=leg.forum_id, subject=None, on=on)
    elif leg.state == LegState.BOOKED and _has_been(leg.meeting, on):
        leg.meeting = None
        step_leg(leg, LegState.PLANNED)
    return procedure


@service
def withdraw_written(*, procedure: WrittenProcedure, actor: Viewer, on: datetime.date) -> WrittenProcedure:
    """Take a procedure back before it is closed: the leg waits for a meeting, and the answers given stay.

    Raises DeniedError where the actor is no secretary of the forum or it is closed.
    """
    require(actor, Right.PREPARE_MEETING, forum=procedure.leg.forum_id)
    procedure = _locked(procedure)
    demand(may_step("written", WrittenState(procedure.state), WrittenState.WITHDRAWN))
    procedure.state, procedure.closed_on = WrittenState.WITHDRAWN.value, on
    procedure.save(update_fields=["state", "closed_on"])
    _note_on_leg(procedure.leg_id, None)
    return procedure


def result_of(procedure: WrittenProcedure, on: datetime.date) -> WrittenResult:
    """Answer where a procedure stands on a day, by the answers that whoever asks may see."""
    register, forum = current_register(), procedure.leg.forum_id
    rules = register.fora[forum].procedure
    return written_result(
        rules.rule if rules else None,
        [Answer(each.party_id, Reply(each.answer), each.wants_meeting) for each in procedure.answers.all()],
        voting_parties(register, forum, procedure.opened_on),
        silence_consents=procedure.silence_basis_id is not None,
        deadline_passed=on > procedure.deadline,
    )


def _note_on_leg(leg: int, until: datetime.date | None) -> None:
    """Say on a leg, which all fora on the way see, until when it is in writing: their plans follow from it."""
    Leg.objects.filter(pk=leg).update(written_until=until)


def _has_been(meeting: Meeting | None, on: datetime.date) -> bool:
    return meeting is None or meeting.date < on


def _locked(procedure: WrittenProcedure) -> WrittenProcedure:
    """Answer the procedure as it is now; whoever else answers or closes it waits until we are done."""
    return WrittenProcedure.objects.select_for_update(of=("self",)).select_related("leg").get(pk=procedure.pk)
