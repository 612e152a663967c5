"""The states of a case, a leg, a meeting and what a meeting decides, and the steps between them.

Each machine is a table: the state, and the states it may go to. Nothing else moves a state than `step`.
Source: architecture.md, data model.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar

from samstyr.rules.position import TRANSITIONS as POSITION
from samstyr.rules.verdict import Allowed, Denied, Verdict


class CaseState(StrEnum):
    """Where a case is on its way through fora."""

    DRAFT = "draft"
    ROUTED = "routed"
    DECIDED = "decided"
    BINDING = "binding"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


class LegState(StrEnum):
    """Where a leg is: the forum is known first, then the meeting, then the item."""

    PLANNED = "planned"
    BOOKED = "booked"
    ON_AGENDA = "on-agenda"
    TREATED = "treated"
    RETURNED = "returned"
    PASSED = "passed"
    SKIPPED = "skipped"


class MeetingState(StrEnum):
    """Where a meeting is, from its date to its approved minutes."""

    PLANNED = "planned"
    CALLED = "called"
    FROZEN = "frozen"
    HELD = "held"
    MINUTES_SENT = "minutes-sent"
    MINUTES_APPROVED = "minutes-approved"


class ResolutionState(StrEnum):
    """What stands of a resolution: recorded, approved with the minutes, or replaced by a later one."""

    RECORDED = "recorded"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


class WrittenState(StrEnum):
    """Where a written procedure is."""

    OPEN = "open"
    CARRIED = "carried"
    NOT_CARRIED = "not-carried"
    TO_MEETING = "to-meeting"
    WITHDRAWN = "withdrawn"


class ConsultationState(StrEnum):
    """Where a consultation is."""

    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class RatificationState(StrEnum):
    """What a council or a party has said to what was agreed on its behalf."""

    AWAITED = "awaited"
    RATIFIED = "ratified"
    REFUSED = "refused"


class ConditionState(StrEnum):
    """What became of a condition."""

    OPEN = "open"
    MET = "met"
    UNMET = "unmet"


class ProposalState(StrEnum):
    """What became of something a meeting proposed to the register."""

    PROPOSED = "proposed"
    ENTERED = "entered"
    REFUSED = "refused"


class PreparedState(StrEnum):
    """Where a pack is that a worker makes for one user."""

    WAITING = "waiting"
    MAKING = "making"
    READY = "ready"
    FAILED = "failed"
    CANCELLED = "cancelled"


S = TypeVar("S", bound=StrEnum)
Transitions = Mapping[S, frozenset[S]]

CASE: Final[Transitions[CaseState]] = {
    CaseState.DRAFT: frozenset({CaseState.ROUTED, CaseState.WITHDRAWN}),
    CaseState.ROUTED: frozenset({CaseState.DECIDED, CaseState.LAPSED, CaseState.WITHDRAWN}),
    CaseState.DECIDED: frozenset({CaseState.BINDING, CaseState.LAPSED}),
    CaseState.BINDING: frozenset(),
    CaseState.LAPSED: frozenset(),
    CaseState.WITHDRAWN: frozenset(),
}
LEG: Final[Transitions[LegState]] = {
    LegState.PLANNED: frozenset({LegState.BOOKED, LegState.SKIPPED}),
    LegState.BOOKED: frozenset({LegState.ON_AGENDA, LegState.PLANNED, LegState.SKIPPED}),
    # A leg that is postponed waits for its next meeting.
    LegState.ON_AGENDA: frozenset({LegState.TREATED, LegState.BOOKED, LegState.PLANNED, LegState.SKIPPED}),
    LegState.TREATED: frozenset({LegState.RETURNED, LegState.PASSED}),
    LegState.RETURNED: frozenset(),
    LegState.PASSED: frozenset(),
    LegState.SKIPPED: frozenset(),
}
MEETING: Final[Transitions[MeetingState]] = {
    MeetingState.PLANNED: frozenset({MeetingState.CALLED}),
    MeetingState.CALLED: frozenset({MeetingState.FROZEN}),
    MeetingState.FROZEN: frozenset({MeetingState.HELD}),
    MeetingState.HELD: frozenset({MeetingState.MINUTES_SENT}),
    MeetingState.MINUTES_SENT: frozenset({MeetingState.MINUTES_APPROVED}),
    MeetingState.MINUTES_APPROVED: frozenset(),
}
RESOLUTION: Final[Transitions[ResolutionState]] = {
    ResolutionState.RECORDED: frozenset({ResolutionState.APPROVED, ResolutionState.SUPERSEDED}),
    ResolutionState.APPROVED: frozenset({ResolutionState.SUPERSEDED}),
    ResolutionState.SUPERSEDED: frozenset(),
}
WRITTEN: Final[Transitions[WrittenState]] = {
    WrittenState.OPEN: frozenset(WrittenState) - {WrittenState.OPEN},
    WrittenState.CARRIED: frozenset(),
    WrittenState.NOT_CARRIED: frozenset(),
    WrittenState.TO_MEETING: frozenset(),
    WrittenState.WITHDRAWN: frozenset(),
}
CONSULTATION: Final[Transitions[ConsultationState]] = {
    ConsultationState.OPEN: frozenset({ConsultationState.CLOSED, ConsultationState.WITHDRAWN}),
    ConsultationState.CLOSED: frozenset(),
    ConsultationState.WITHDRAWN: frozenset(),
}
RATIFICATION: Final[Transitions[RatificationState]] = {
    RatificationState.AWAITED: frozenset({RatificationState.RATIFIED, RatificationState.REFUSED}),
    RatificationState.RATIFIED: frozenset(),
    RatificationState.REFUSED: frozenset(),
}
CONDITION: Final[Transitions[ConditionState]] = {
    ConditionState.OPEN: frozenset({ConditionState.MET, ConditionState.UNMET}),
    ConditionState.MET: frozenset(),
    ConditionState.UNMET: frozenset(),
}
PROPOSAL: Final[Transitions[ProposalState]] = {
    ProposalState.PROPOSED: frozenset({ProposalState.ENTERED, ProposalState.REFUSED}),
    ProposalState.ENTERED: frozenset(),
    ProposalState.REFUSED: frozenset(),
}
# What is ready is made anew when what it was made of has changed.
PREPARED: Final[Transitions[PreparedState]] = {
    PreparedState.WAITING: frozenset({PreparedState.MAKING, PreparedState.CANCELLED}),
    PreparedState.MAKING: frozenset({PreparedState.READY, PreparedState.FAILED, PreparedState.CANCELLED}),
    PreparedState.READY: frozenset({PreparedState.WAITING}),
    PreparedState.FAILED: frozenset({PreparedState.WAITING}),
    PreparedState.CANCELLED: frozenset({PreparedState.WAITING}),
}
# Every machine there is, by the name its refusals give it.
MACHINES: Final[Mapping[str, Mapping[Any, frozenset[Any]]]] = {
    "case": CASE,
    "leg": LEG,
    "meeting": MEETING,
    "resolution": RESOLUTION,
    "written": WRITTEN,
    "consultation": CONSULTATION,
    "ratification": RATIFICATION,
    "condition": CONDITION,
    "proposal": PROPOSAL,
    "prepared": PREPARED,
    "position": POSITION,
}
# Before its agenda is sent a meeting's agenda can be put in order; after it has been held nobody attends it.
OPEN_AGENDA: Final = frozenset({MeetingState.PLANNED, MeetingState.CALLED})
BEFORE_MINUTES: Final = frozenset(
    {MeetingState.PLANNED, MeetingState.CALLED, MeetingState.FROZEN, MeetingState.HELD}
)
RECORDING: Final = frozenset({MeetingState.FROZEN, MeetingState.HELD})


def may_step(machine: str, state: StrEnum, to: StrEnum) -> Verdict:
    """Tell whether a state may go to another. Denied code: `no-such-step`, with machine, state and `to`."""
    if to in MACHINES[machine][state]:
        return Allowed()
    return Denied("no-such-step", {"machine": machine, "state": state, "to": to})


def resolution_state(*, is_superseded: bool, meeting: MeetingState) -> ResolutionState:
    """Answer where a resolution is: it is approved with the minutes it stands in."""
    if is_superseded:
        return ResolutionState.SUPERSEDED
    approved = meeting == MeetingState.MINUTES_APPROVED
    return ResolutionState.APPROVED if approved else ResolutionState.RECORDED


def may_arrange(state: MeetingState) -> Verdict:
    """Tell whether the agenda can be put in another order. Denied code: `agenda-is-sent`."""
    return Allowed() if state in OPEN_AGENDA else Denied("agenda-is-sent", {"state": state})


def may_change_agenda(state: MeetingState) -> Verdict:
    """Tell whether items and papers can still be changed or added; once the agenda is sent that is marked.

    Denied code: `meeting-is-over`.
    """
    if state in OPEN_AGENDA or state == MeetingState.FROZEN:
        return Allowed()
    return Denied("meeting-is-over", {"state": state})


def may_record(state: MeetingState) -> Verdict:
    """Tell whether what happens at a meeting can be recorded. Denied codes: `agenda-not-sent`, `minutes-are-sent`."""
    if state in RECORDING:
        return Allowed()
    code = "agenda-not-sent" if state in OPEN_AGENDA else "minutes-are-sent"
    return Denied(code, {"state": state})


def may_comment(state: MeetingState) -> Verdict:
    """Tell whether the minutes can be commented on. Denied codes: `minutes-not-sent`, `minutes-are-approved`."""
    if state == MeetingState.MINUTES_SENT:
        return Allowed()
    code = "minutes-are-approved" if state == MeetingState.MINUTES_APPROVED else "minutes-not-sent"
    return Denied(code, {"state": state})
