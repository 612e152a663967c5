"""Moving a case and a leg to its next state as the tables of states allow, and holding a meeting meanwhile."""

from samstyr.meetings.models import Case, Leg, Meeting
from samstyr.platform.denials import demand
from samstyr.rules.procedure.states import CaseState, LegState, may_step


def locked_meeting(key: int) -> Meeting:
    """Answer a meeting as it is now; whoever else changes it or what is said at it waits until we are done."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("forum").get(pk=key)


def step_case(case: Case, to: CaseState) -> None:
    """Let a case be in its next state. Raises DeniedError where it can't go there."""
    demand(may_step("case", CaseState(case.state), to))
    case.state = to.value
    case.save(update_fields=["state"])


def step_leg(leg: Leg, to: LegState) -> None:
    """Let a leg be in its next state, and keep its meeting and the day it was treated.

    Raises DeniedError where it can't go there.
    """
    demand(may_step("leg", LegState(leg.state), to))
    leg.state = to.value
    leg.save(update_fields=["state", "meeting", "treated_on"])
