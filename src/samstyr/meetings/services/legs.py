"""The way of a case, put together by hand: legs are added, booked on a meeting, skipped; a case is withdrawn."""

import datetime

from samstyr.meetings.models import Case, Leg, Meeting
from samstyr.meetings.services.papers import require_desk
from samstyr.meetings.services.reach import spread_papers
from samstyr.meetings.services.steps import step_case, step_leg
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.states import CaseState, LegState
from samstyr.rules.register import Act
from samstyr.rules.rights import Viewer


@service
def add_leg(
    *, case: Case, forum: str, act: str, meeting_on: datetime.date | None, actor: Viewer, on: datetime.date
) -> Leg:
    """Let a case go before another forum too, last; `act` is what the forum is to do, or empty.

    The case and its papers are the same: nothing is copied. Raises InputError where forum, act or day is unknown, and
    DeniedError where the actor prepares the meetings of none of the fora the case passes, or the case is over.
    """
    require_desk(case, actor)
    case = Case.objects.select_for_update().get(pk=case.pk)
    register = current_register()
    problems = []
    if forum not in register.fora:
        problems.append(f"forum: there is no forum {forum[:60]!r}")
    if act and act not in set(Act):
        problems.append(f"act: expected one of {', '.join(Act)}")
    if case.state not in {CaseState.DRAFT, CaseState.ROUTED}:
        problems.append("case: it is decided, lapsed or withdrawn: open another one")
    if problems:
        raise InputError(*problems)
    last = case.legs.order_by("-position").values_list("position", flat=True).first()
    leg = Leg.objects.create(case=case, forum_id=forum, act=act, position=(last or 0) + 1)
    if case.state == CaseState.DRAFT:
        step_case(case, CaseState.ROUTED)
    spread_papers(case)
    return book_leg(leg=leg, meeting_on=meeting_on, actor=actor, on=on) if meeting_on is not None else leg


@service
def book_leg(*, leg: Leg, meeting_on: datetime.date | None, actor: Viewer, on: datetime.date) -> Leg:
    """Book a leg on one of its forum's meetings, or (None) on none. Raises InputError and DeniedError as `add_leg`."""
    require_desk(leg.case, actor)
    leg = Leg.objects.select_for_update(of=("self",)).select_related("case", "forum").get(pk=leg.pk)
    if meeting_on is None:
        leg.meeting = None
        step_leg(leg, LegState.PLANNED)
        return leg
    if meeting_on < on:
        raise InputError(f"meeting: {meeting_on.isoformat()} has passed (expected {on.isoformat()} or later)")
    if meeting_on not in current_register().fora[leg.forum_id].meetings:
        raise InputError(f"meeting: {leg.forum} has no meeting on {meeting_on.isoformat()}")
    leg.meeting, _is_new = Meeting.objects.get_or_create(forum_id=leg.forum_id, date=meeting_on)
    if leg.state == LegState.BOOKED:
        leg.save(update_fields=["meeting"])
    else:
        step_leg(leg, LegState.BOOKED)
    return leg


@service
def skip_leg(*, leg: Leg, actor: Viewer) -> Leg:
    """Leave a leg out that no longer is needed. Raises DeniedError where it is treated, and as `add_leg`."""
    require_desk(leg.case, actor)
    leg = Leg.objects.select_for_update().get(pk=leg.pk)
    leg.meeting = None
    step_leg(leg, LegState.SKIPPED)
    return leg


@service
def withdraw_case(*, case: Case, actor: Viewer) -> Case:
    """Withdraw a case that is not decided. Raises DeniedError where it is, and as `add_leg`."""
    require_desk(case, actor)
    case = Case.objects.select_for_update().get(pk=case.pk)
    step_case(case, CaseState.WITHDRAWN)
    for leg in case.legs.filter(state__in=[LegState.PLANNED.value, LegState.BOOKED.value]):
        leg.meeting = None
        step_leg(leg, LegState.SKIPPED)
    return case
