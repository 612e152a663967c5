"""Cases on their route: the way is planned from the mandates, followed, and planned anew when a leg is missed."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from samstyr.accounts.models import User
from samstyr.meetings.models import Case, Delay, Leg
from samstyr.meetings.queries.matters import matter_of
from samstyr.meetings.queries.routes import legs_now, progress_on, question_of
from samstyr.meetings.services.deliveries import tell_delay, who_may
from samstyr.meetings.services.papers import require_desk
from samstyr.meetings.services.reach import spread_papers
from samstyr.meetings.services.steps import step_case, step_leg
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.registry.queries import current_register
from samstyr.rules.following import LIVE, DelayWhy, Slip, first_slip
from samstyr.rules.procedure.states import CaseState, LegState
from samstyr.rules.register import Facts, Register
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.route import Mode, Route, plan_route

ON_ITS_WAY = frozenset({CaseState.DRAFT, CaseState.ROUTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where a case's paper lies and when it is ready; by when a decision is wanted; what its mandates depend on."""

    forum: str
    ready_on: datetime.date
    subject: str | None = None
    wanted_by: datetime.date | None = None
    in_writing: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)


@service
def plan_case(*, case: Case, start: Start, actor: Viewer, on: datetime.date, now: datetime.datetime) -> Route:
    """Plan a case's way, or plan it anew from another start: a leg for each forum it must pass.

    A way that is blocked is answered too, and leaves the legs there are. Raises InputError where forum or subject is
    unknown, the case has no subject, or a fact is no text or number, and DeniedError where the actor prepares the
    meetings of none of the fora the case passes, or the case is over.
    """
    require_desk(case, actor)
    case = Case.objects.select_for_update().get(pk=case.pk)
    register = current_register()
    subject = start.subject or matter_of(case).subject
    problems = _problems(case, start, subject, register)
    if problems:
        raise InputError(*problems)
    case.start_id, case.ready_on = start.forum, start.ready_on
    case.wanted_by, case.in_writing = start.wanted_by, start.in_writing
    facts = dict(start.facts)
    if case.closed:
        case.content.subject_id, case.content.facts = subject, facts
        case.content.save(update_fields=["subject", "facts"])
    else:
        case.subject_id, case.facts = subject, facts
    case.save()
    route = _followed(case, actor, on, now, DelayWhy.REPLANNED)
    if route is None:
        raise InputError("case: it has no subject, and without one nobody can say who decides")
    if route.is_planned and case.state == CaseState.DRAFT:
        step_case(case, CaseState.ROUTED)
    return route


@service
def follow_case(*, case: Case, actor: Viewer, on: datetime.date, now: datetime.datetime) -> Route | None:
    """Plan the rest of a case's way from what has been settled; answer it, None where the case has none.

    Where the decision is later than was foreseen the delay is kept, and those concerned are told what it costs.
    """
    case = Case.objects.select_for_update().get(pk=case.pk)
    return _followed(case, actor, on, now, None)


def _followed(
    case: Case, actor: Viewer, on: datetime.date, now: datetime.datetime, why: DelayWhy | None
) -> Route | None:
    """Plan what is left, keep a delay where there is one, and let the legs say what is planned now."""
    register = current_register()
    question = question_of(case, register)
    if question is None or case.state not in ON_ITS_WAY:
        return None
    legs = legs_now([case])[case.pk]
    route = plan_route(register, question, progress_on([case], actor, on)[case.pk])
    before = case.foreseen_decision
    if before is not None and (route.decided_on is None or route.decided_on > before):
        slip = Slip(None, why) if why is not None else first_slip(register, legs, route, on)
        _keep_delay(case, before, route, slip, on, now)
    case.foreseen_decision, case.foreseen_binding = route.decided_on, route.binding_on
    case.save(update_fields=["foreseen_decision", "foreseen_binding"])
    if route.is_planned:
        _keep_legs(case, route)
    return route


def _keep_legs(case: Case, route: Route) -> None:
    """Let there be a leg for each forum on the way, with the day planned; a planned one off the way is skipped."""
    live = {leg.forum_id: leg for leg in case.legs.order_by("position") if LegState(leg.state) in LIVE}
    last = case.legs.order_by("-position").values_list("position", flat=True).first() or 0
    is_new = False
    for planned in route.legs:
        if planned.id != planned.forum:  # hearings and ratification are kept elsewhere
            continue
        leg = live.pop(planned.forum, None)
        if leg is None:
            last, is_new = last + 1, True
            leg = Leg(case=case, forum_id=planned.forum, position=last)
        leg.act, leg.planned_on = planned.act, planned.sits_on
        leg.submit_by = None if planned.mode == Mode.WRITTEN else planned.submit_by
        leg.save()
    for leg in live.values():
        if leg.state == LegState.PLANNED and leg.planned_on is not None:
            step_leg(leg, LegState.SKIPPED)
    if is_new:
        spread_papers(case)


def _keep_delay(
    case: Case, before: datetime.date, route: Route, slip: Slip, on: datetime.date, now: datetime.datetime
) -> None:
    """Keep what was lost, and tell it. A leg that slides on day by day is one delay, told once."""
    last = case.delays.order_by("pk").last()
    if last is not None and _goes_on(last, slip):
        last.moved_to, last.decision_after = slip.moved_to, route.decided_on
        last.save(update_fields=["moved_to", "decision_after"])
        return
    delay = Delay.objects.create(
        case=case,
        forum_id=slip.forum,
        why=slip.why.value,
        noted_on=on,
        planned_on=slip.planned_on,
        moved_to=slip.moved_to,
        decision_before=before,
        decision_after=route.decided_on,
    )
    for forum, recipients in _concerned(case, route, on).items():
        tell_delay(delay=delay, recipients=recipients, forum=forum, now=now)


def _goes_on(last: Delay, slip: Slip) -> bool:
    return (
        slip.why == DelayWhy.MISSED
        and (last.why, last.forum_id) == (slip.why.value, slip.forum)
        and last.moved_to == slip.planned_on
    )


def _concerned(case: Case, route: Route, on: datetime.date) -> dict[str, list[User]]:
    """Answer the secretaries of the fora that the case passes, by forum; and who proposed it, with its first."""
    fora = {leg.forum_id for leg in case.legs.exclude(state=LegState.SKIPPED.value)}
    fora |= {leg.forum for leg in route.legs if leg.id == leg.forum and leg.sits_on >= on}
    told = {forum: who_may(Right.PREPARE_MEETING, forum, on) for forum in sorted(fora)}
    if case.proposed_by_id is not None and case.start_id is not None:
        proposer = User.objects.filter(person=case.proposed_by_id, is_active=True)
        told[case.start_id] = [*told.get(case.start_id, []), *proposer]
    return told


def _problems(case: Case, start: Start, subject: str | None, register: Register) -> list[str]:
    problems = []
    if case.state not in ON_ITS_WAY:
        problems.append("case: it is decided, lapsed or withdrawn: open another one")
    if start.forum not in register.fora:
        problems.append(f"forum: there is no forum {start.forum[:60]!r}")
    if subject is None:
        problems.append("subject: choose one: it says who decides")
    elif subject not in register.subjects:
        problems.append(f"subject: there is no subject {subject[:60]!r}")
    try:
        Facts(start.facts)
    except TypeError as error:
        problems.append(f"facts: {error}")
    return problems
