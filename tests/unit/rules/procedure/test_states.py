"""Every machine of states walked whole: what can be reached, which steps there are, and that there are no others."""

import itertools
from collections.abc import Mapping
from enum import StrEnum

import pytest

from samstyr.rules.procedure.states import (
    MACHINES,
    CaseState,
    ConditionState,
    ConsultationState,
    LegState,
    MeetingState,
    PreparedState,
    ProposalState,
    RatificationState,
    ResolutionState,
    WrittenState,
    may_arrange,
    may_change_agenda,
    may_comment,
    may_record,
    may_step,
    resolution_state,
)
from samstyr.rules.verdict import Allowed, Denied

# Every machine as a person reads it: each line a state and where it may go. The first line is where it begins.
TABLES = {
    "case": """
        draft → routed withdrawn
        routed → decided lapsed withdrawn
        decided → binding lapsed
        binding →
        lapsed →
        withdrawn →
    """,
    "leg": """
        planned → booked skipped
        booked → on-agenda planned skipped
        on-agenda → booked planned skipped treated
        treated → passed returned
        returned →
        passed →
        skipped →
    """,
    "meeting": """
        planned → called
        called → frozen
        frozen → held
        held → minutes-sent
        minutes-sent → minutes-approved
        minutes-approved →
    """,
    "resolution": """
        recorded → approved superseded
        approved → superseded
        superseded →
    """,
    "written": """
        open → carried not-carried to-meeting withdrawn
        carried →
        not-carried →
        to-meeting →
        withdrawn →
    """,
    "consultation": """
        open → closed withdrawn
        closed →
        withdrawn →
    """,
    "ratification": """
        awaited → ratified refused
        ratified →
        refused →
    """,
    "condition": """
        open → met unmet
        met →
        unmet →
    """,
    "proposal": """
        proposed → entered refused
        entered →
        refused →
    """,
    "prepared": """
        waiting → cancelled making
        making → cancelled failed ready
        ready → waiting
        failed → waiting
        cancelled → waiting
    """,
    "position": """
        asked → in-constituency not-given released
        in-constituency → in-constituency not-given released
        released → recorded
        recorded →
        not-given →
    """,
}
KINDS = {
    "case": CaseState,
    "leg": LegState,
    "meeting": MeetingState,
    "resolution": ResolutionState,
    "written": WrittenState,
    "consultation": ConsultationState,
    "ratification": RatificationState,
    "condition": ConditionState,
    "proposal": ProposalState,
    "prepared": PreparedState,
}
PAIRS = [
    (machine, state, to)
    for machine, table in MACHINES.items()
    for state, to in itertools.product(table, repeat=2)
]


def steps(machine: str) -> dict[str, list[str]]:
    lines = [line.partition("→") for line in TABLES[machine].strip().splitlines()]
    return {state.strip(): to.split() for state, _arrow, to in lines}


def reached(table: Mapping[str, list[str]], first: str) -> set[str]:
    found, waiting = {first}, [first]
    for state in waiting:
        new = set(table[state]) - found
        found |= new
        waiting += sorted(new)
    return found


def test_every_machine_is_written_down_here():
    assert set(TABLES) == set(MACHINES)


@pytest.mark.parametrize("machine", TABLES)
def test_machine_has_these_steps_and_no_others(machine):
    table = {state.value: sorted(to) for state, to in MACHINES[machine].items()}

    assert table == steps(machine)


@pytest.mark.parametrize("machine", TABLES)
def test_every_state_is_reached_from_the_first(machine):
    table = steps(machine)

    assert reached(table, next(iter(table))) == set(table)


@pytest.mark.parametrize("machine", KINDS)
def test_machine_knows_every_state_of_its_kind(machine):
    assert set(MACHINES[machine]) == set(KINDS[machine])


@pytest.mark.parametrize(("machine", "state", "to"), PAIRS)
def test_each_step_is_allowed_or_refused_with_its_place(machine: str, state: StrEnum, to: StrEnum):
    allowed = to.value in steps(machine)[state.value]

    expected = (
        Allowed() if allowed else Denied("no-such-step", {"machine": machine, "state": state, "to": to})
    )
    assert may_step(machine, state, to) == expected


@pytest.mark.parametrize(
    ("state", "arrange", "change", "record", "comment"),
    [
        ("planned", None, None, "agenda-not-sent", "minutes-not-sent"),
        ("called", None, None, "agenda-not-sent", "minutes-not-sent"),
        ("frozen", "agenda-is-sent", None, None, "minutes-not-sent"),
        ("held", "agenda-is-sent", "meeting-is-over", None, "minutes-not-sent"),
        ("minutes-sent", "agenda-is-sent", "meeting-is-over", "minutes-are-sent", None),
        (
            "minutes-approved",
            "agenda-is-sent",
            "meeting-is-over",
            "minutes-are-sent",
            "minutes-are-approved",
        ),
    ],
)
def test_meeting_takes_what_its_state_allows(state, arrange, change, record, comment):
    meeting = MeetingState(state)
    asked = (may_arrange, may_change_agenda, may_record, may_comment)

    assert [getattr(ask(meeting), "code", None) for ask in asked] == [arrange, change, record, comment]


@pytest.mark.parametrize("meeting", MeetingState)
@pytest.mark.parametrize("is_superseded", [False, True])
def test_resolution_is_approved_with_its_minutes_until_it_is_superseded(meeting, is_superseded):
    expected = ResolutionState.APPROVED if meeting == "minutes-approved" else ResolutionState.RECORDED

    answer = resolution_state(is_superseded=is_superseded, meeting=meeting)

    assert answer == (ResolutionState.SUPERSEDED if is_superseded else expected)
