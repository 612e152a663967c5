"""Following up: what was to be done is done, and conditions are met or not."""

import datetime

from samstyr.meetings.models import Action, ClosedAction, Leg, Remark
from samstyr.meetings.services.reach import spread_papers
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.rules.procedure.states import ConditionState, may_step
from samstyr.rules.rights import Right, Viewer


@service
def finish_action(
    *, action: Action | ClosedAction, evidence: str, actor: Viewer, on: datetime.date
) -> Action | ClosedAction:
    """Note that something is done, and what shows it.

    Raises InputError where nothing shows it or it was done before, and DeniedError where the actor has no say in the
    forum.
    """
    require(actor, Right.FOLLOW_UP, forum=action.item.meeting.forum_id)
    action = type(action)._default_manager.select_for_update().get(pk=action.pk)
    if action.done_at is not None:
        raise InputError("action: it is done already")
    if not evidence.strip():
        raise InputError("evidence: say what shows that it is done")
    action.done_at, action.evidence = on, evidence.strip()
    action.save(update_fields=["done_at", "evidence"])
    return action


@service
def settle_condition(
    *, condition: Remark, to: ConditionState, evidence: str, actor: Viewer, on: datetime.date
) -> Leg | None:
    """Note that a condition is met, or that it is not; answer the leg that follows where it is not.

    Where the condition says to which forum the matter then goes, the case gets a leg there. Raises InputError where
    nothing shows it or it is no condition, and DeniedError where the actor has no say in the forum or the condition
    is settled.
    """
    require(actor, Right.FOLLOW_UP, forum=condition.item.meeting.forum_id)
    condition = Remark.objects.select_for_update().get(pk=condition.pk)
    if condition.kind != "condition":
        raise InputError("condition: it is a remark, which nobody has to meet")
    demand(may_step("condition", ConditionState(condition.state), to))
    if not evidence.strip():
        raise InputError("evidence: say what shows it")
    condition.state, condition.evidence, condition.settled_on = to.value, evidence.strip(), on
    condition.save(update_fields=["state", "evidence", "settled_on"])
    if to == ConditionState.MET or condition.fallback_id is None:
        return None
    treated = condition.item.legs.select_related("case").order_by("position").first()
    if treated is None:
        return None
    last = treated.case.legs.order_by("-position").values_list("position", flat=True)[0]
    leg = Leg.objects.create(case=treated.case, forum_id=condition.fallback_id, position=last + 1)
    spread_papers(treated.case)
    return leg
