"""Moving a case and a leg from one state to the next, as the tables of the states allow."""

from samstyr.meetings.models import Case, Leg
from samstyr.platform.denials import demand
from samstyr.rules.procedure.states import CaseState, LegState, may_step


def step_case(case: Case, to: CaseState) -> None:
    """Let a case be in its next state. Raises DeniedError where it can't go there."""
    demand(may_step("case", CaseState(case.state), to))
    case.state = to.value
    case.save(update_fields=["state"])


def step_leg(leg: Leg, to: LegState) -> None:
    """Let a leg be in its next state, and keep its meeting. Raises DeniedError where it can't go there."""
    demand(may_step("leg", LegState(leg.state), to))
    leg.state = to.value
    leg.save(update_fields=["state", "meeting"])
