"""A case on its route: what is asked of the register, what is settled, and the journey that follows from both."""

import datetime
from collections.abc import Iterable

from django.db.models import QuerySet

from samstyr.meetings.models import Case, Leg, Ratification
from samstyr.meetings.queries.cases import cases_visible_to
from samstyr.meetings.queries.matters import matter_of
from samstyr.platform.visibility import visible_to
from samstyr.rules.following import LegNow, progress_of
from samstyr.rules.procedure.states import CaseState, LegState, RatificationState
from samstyr.rules.register import Register
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.route import Progress, Question


def question_of(case: Case, register: Register) -> Question | None:
    """Answer what a case asks of the register: None where it has no subject, or nobody has said where it starts."""
    matter = matter_of(case)
    if matter.subject is None or matter.subject not in register.subjects:
        return None
    if case.start_id is None or case.start_id not in register.fora or case.ready_on is None:
        return None
    return Question(
        subject=matter.subject,
        start=case.start_id,
        ready=case.ready_on,
        by=case.wanted_by,
        written=case.in_writing,
        facts=matter.facts,
    )


def legs_now(cases: Iterable[Case]) -> dict[int, list[LegNow]]:
    """Answer where the legs of each case are, in their order, for the rules that follow it: the same for everyone."""
    found: dict[int, list[LegNow]] = {case.pk: [] for case in cases}
    legs = Leg.objects.filter(case__in=list(found)).select_related("meeting")
    for leg in legs.prefetch_related("items__meeting").order_by("case", "position"):
        found[leg.case_id].append(_leg_now(leg))
    return found


def progress_on(cases: Iterable[Case], viewer: Viewer, on: datetime.date) -> dict[int, Progress]:
    """Answer what is settled of each case on a day."""
    legs = legs_now(cases)
    rows = Ratification.objects.filter(visible_to(viewer, Ratification), leg__case__in=list(legs))
    ratified = rows.filter(state=RatificationState.RATIFIED.value, body__isnull=False)
    days: dict[int, dict[str, datetime.date]] = {key: {} for key in legs}
    for key, body, day in ratified.values_list("leg__case", "body", "decided_on"):
        if day is not None:
            days[key][body] = day
    return {key: progress_of(legs[key], days[key], on) for key in legs}


def cases_to_follow(viewer: Viewer) -> QuerySet[Case]:
    """Answer the cases on their way by a route, through a forum whose meetings the viewer prepares."""
    led = Leg.objects.filter(forum__in=viewer.fora(Right.PREPARE_MEETING)).values("case")
    return cases_visible_to(viewer).filter(pk__in=led, state=CaseState.ROUTED.value, start__isnull=False)


def _leg_now(leg: Leg) -> LegNow:
    """Answer where a leg is; an open written procedure counts as agreed on its last day."""
    state, meeting_on = LegState(leg.state), leg.meeting.date if leg.meeting else None
    if leg.written_until is not None and state in {LegState.PLANNED, LegState.BOOKED}:
        state, meeting_on = LegState.BOOKED, leg.written_until
    put_off = [item.meeting.date for item in leg.items.all()] if leg.state == LegState.PLANNED.value else []
    return LegNow(
        forum=leg.forum_id,
        state=state,
        meeting_on=meeting_on,
        sat_on=leg.treated_on or meeting_on,
        in_writing=leg.written_until is not None or (leg.meeting_id is None and leg.treated_on is not None),
        put_off_on=max(put_off, default=None),
        planned_on=leg.planned_on,
        submit_by=leg.submit_by,
    )
