"""What one person must read, answer, decide and deliver: their week."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from samstyr.accounts.models import Person
from samstyr.meetings.models import Consultation, Meeting, Position, Signature, WrittenProcedure
from samstyr.meetings.queries.followup import FollowUp, follow_ups
from samstyr.platform.visibility import visible_to
from samstyr.registry.queries import current_register
from samstyr.rules.position import OPEN
from samstyr.rules.procedure.deadlines import minutes_due, papers_due
from samstyr.rules.procedure.states import ConsultationState, MeetingState, WrittenState
from samstyr.rules.rights import Right, Viewer

AHEAD: Final = datetime.timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: `kind` is a stable word, `due` the last day, and one of the rest says what it is about."""

    kind: str
    due: datetime.date | None
    meeting: Meeting | None = None
    position: Position | None = None
    procedure: WrittenProcedure | None = None
    consultation: Consultation | None = None
    signature: Signature | None = None
    follow_up: FollowUp | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """What is to be read, answered, prepared and delivered, each by due day; meetings of the weeks ahead."""

    read: tuple[Task, ...]
    answer: tuple[Task, ...]
    prepare: tuple[Task, ...]
    deliver: tuple[Task, ...]
    meetings: tuple[Meeting, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be done."""
        return not (self.read or self.answer or self.prepare or self.deliver)


def week_of(viewer: Viewer, on: datetime.date) -> Week:
    """Answer what a person has to do on a day and in the four weeks from it, as far as Samstyr knows."""
    fora = viewer.fora(Right.SEE_AGENDA)
    ahead = Meeting.objects.filter(forum__in=fora, date__gte=on, date__lte=on + AHEAD)
    meetings = list(ahead.select_related("forum").order_by("date", "forum"))
    return Week(
        read=_by_due(_to_read(viewer, meetings, on)),
        answer=_by_due(_to_answer(viewer, on)),
        prepare=_by_due(_to_prepare(viewer, on)),
        deliver=_by_due(_to_deliver(viewer, on)),
        meetings=tuple(meetings),
    )


def names_of(viewer: Viewer) -> set[str]:
    """Answer the names under which minutes may give a person something to do: their own and their organisations'."""
    register = current_register()
    names = (
        set(Person.objects.filter(user=viewer.user).values_list("name", flat=True)) if viewer.user else set()
    )
    for holding in viewer.holdings:
        organisation = register.organisations.get(holding.organisation or "")
        if organisation is not None:
            names |= {organisation.name, *organisation.aliases}
            names |= {organisation.short} if organisation.short else set()
    if viewer.fora(Right.PREPARE_MEETING):
        names.add("sekretariatet")
    return names


def _to_read(viewer: Viewer, meetings: Iterable[Meeting], on: datetime.date) -> Iterable[Task]:
    yield from (
        Task("read-pack", each.date, meeting=each) for each in meetings if each.stage == MeetingState.FROZEN
    )
    sent = Meeting.objects.filter(
        forum__in=viewer.fora(Right.COMMENT_ON_MINUTES),
        state=MeetingState.MINUTES_SENT.value,
        minutes_name="",
    )
    for each in sent.select_related("forum"):
        following = [
            day for day in current_register().fora[each.forum_id].meetings if day > each.date and day >= on
        ]
        yield Task("read-minutes", following[0] if following else None, meeting=each)


def _to_answer(viewer: Viewer, on: datetime.date) -> Iterable[Task]:
    parties = viewer.parties(Right.WRITE_IN_ROOM)
    positions = Position.objects.filter(
        visible_to(viewer, Position), party__in=parties, state__in=sorted(state.value for state in OPEN)
    )
    for position in positions.select_related("leg__case__content", "leg__forum", "party"):
        yield Task("give-position", position.due, position=position)
    fora = viewer.fora(Right.ANSWER_IN_WRITING)
    mine = {each.party for each in viewer.holdings if each.forum in fora}
    open_ones = WrittenProcedure.objects.filter(
        visible_to(viewer, WrittenProcedure), leg__forum__in=fora, state=WrittenState.OPEN.value
    )
    for procedure in open_ones.exclude(answers__party__in=mine).select_related(
        "leg__case__content", "leg__forum"
    ):
        yield Task("answer-in-writing", procedure.deadline, procedure=procedure)
    asked = Consultation.objects.filter(
        visible_to(viewer, Consultation),
        state=ConsultationState.OPEN.value,
        replies__organisation__party__in=viewer.parties(Right.ANSWER_CONSULTATION),
        replies__replied_on=None,
    )
    for consultation in asked.distinct():
        yield Task("answer-consultation", consultation.deadline, consultation=consultation)
    signatures = Signature.objects.filter(
        visible_to(viewer, Signature), person__user=viewer.user, signed_at=None
    )
    if viewer.user is not None:
        yield from (Task("sign", None, signature=each) for each in signatures.select_related("attachment"))


def _to_prepare(viewer: Viewer, on: datetime.date) -> Iterable[Task]:
    register = current_register()
    for key in viewer.fora(Right.PREPARE_MEETING):
        procedure = register.fora[key].procedure
        known = {each.date: each for each in Meeting.objects.filter(forum=key).select_related("forum")}
        for day in register.fora[key].meetings:
            found = known.get(day)
            if found is None:
                continue
            if on <= day <= on + AHEAD and found.stage in {MeetingState.PLANNED, MeetingState.CALLED}:
                yield Task("send-agenda", papers_due(procedure, day) or day, meeting=found)
            if day <= on and found.stage in {MeetingState.FROZEN, MeetingState.HELD}:
                yield Task("send-minutes", minutes_due(procedure, day), meeting=found)


def _to_deliver(viewer: Viewer, on: datetime.date) -> Iterable[Task]:
    names = names_of(viewer)
    if not names:
        return
    for each in follow_ups(viewer, names=names):
        if each.done_on is None and each.item.meeting.date <= on:
            yield Task("deliver", each.due, follow_up=each)


def _by_due(tasks: Iterable[Task]) -> tuple[Task, ...]:
    return tuple(sorted(tasks, key=lambda each: (each.due is None, each.due or datetime.date.max)))
