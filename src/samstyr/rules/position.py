"""A party's position on a leg of a case: who can be asked, how it comes about, and what it can say.

Each step is a function that answers whether it may be taken, from facts alone. Source: architecture.md, data model.
"""

import datetime
from enum import StrEnum
from typing import Final

from samstyr.rules.register import Register
from samstyr.rules.verdict import Allowed, Denied, Verdict


class PositionState(StrEnum):
    """Where a position is."""

    ASKED = "asked"
    IN_CONSTITUENCY = "in-constituency"
    RELEASED = "released"
    RECORDED = "recorded"
    NOT_GIVEN = "not-given"


class Stance(StrEnum):
    """What a party says to a matter."""

    AGREE = "agree"
    AGREE_ON_CONDITION = "agree-on-condition"
    RESERVE = "reserve"
    OBJECT = "object"


TRANSITIONS: Final = {
    PositionState.ASKED: frozenset(
        {PositionState.IN_CONSTITUENCY, PositionState.RELEASED, PositionState.NOT_GIVEN}
    ),
    PositionState.IN_CONSTITUENCY: frozenset(
        {PositionState.IN_CONSTITUENCY, PositionState.RELEASED, PositionState.NOT_GIVEN}
    ),
    PositionState.RELEASED: frozenset({PositionState.RECORDED}),
    PositionState.RECORDED: frozenset[PositionState](),
    PositionState.NOT_GIVEN: frozenset[PositionState](),
}
OPEN: Final = frozenset({PositionState.ASKED, PositionState.IN_CONSTITUENCY})
SAID: Final = frozenset({PositionState.RELEASED, PositionState.RECORDED})
# What a stance must be followed by, and the code of the refusal where it is not.
NEEDS_WORDS: Final = {
    Stance.AGREE_ON_CONDITION: "condition-missing",
    Stance.RESERVE: "reason-missing",
    Stance.OBJECT: "reason-missing",
}


def parties_to_ask(register: Register, forum: str, subject: str | None, on: datetime.date) -> tuple[str, ...]:
    """Answer the ids of the parties that can be asked about a matter before a forum, sorted.

    They are those with a seat in the forum on the day, in whatever role, and those that a decision on the subject
    binds. An unknown forum or subject adds nobody.
    """
    found: set[str] = set()
    if forum in register.fora:
        found.update(
            register.organisations[seat.organisation].party
            for seat in register.fora[forum].seats
            if seat.valid.covers(on)
        )
    if subject is not None and subject in register.subjects:
        found.update(register.subjects[subject].binds)
    return tuple(sorted(found))


def may_ask(
    register: Register,
    *,
    forum: str,
    subject: str | None,
    party: str,
    due: datetime.date,
    on: datetime.date,
    is_asked: bool,
) -> Verdict:
    """Tell whether a party of the register can be asked for its position by a day.

    `is_asked`: whether it was asked before.

    Denied codes: `asked-already`, `due-has-passed`, `party-has-no-part` (no seat in the forum, and not bound).
    """
    name = register.parties[party].name
    if is_asked:
        return Denied("asked-already", {"party": party, "name": name})
    if due < on:
        return Denied("due-has-passed", {"due": due})
    if party not in parties_to_ask(register, forum, subject, on):
        return Denied("party-has-no-part", {"party": party, "name": name})
    return Allowed()


def may_set_date(state: PositionState, ready_on: datetime.date, on: datetime.date) -> Verdict:
    """Tell whether a party can say that its constituency has the matter until a day.

    Denied codes: `position-is-closed` (released, recorded or not given), `date-has-passed`.
    """
    if PositionState.IN_CONSTITUENCY not in TRANSITIONS[state]:
        return Denied("position-is-closed", {"state": state})
    if ready_on < on:
        return Denied("date-has-passed", {"date": ready_on})
    return Allowed()


def may_draft(state: PositionState) -> Verdict:
    """Tell whether the party can still write on its position. Denied code: `position-is-closed`."""
    return Allowed() if state in OPEN else Denied("position-is-closed", {"state": state})


def may_say(stance: Stance, remarks: str) -> Verdict:
    """Tell whether a position is whole. Agreeing needs no words; everything else does.

    Denied codes: `condition-missing`, `reason-missing`.
    """
    code = NEEDS_WORDS.get(stance)
    return Denied(code, {"stance": stance}) if code and not remarks.strip() else Allowed()


def may_release(state: PositionState, *, version: int, latest: int, stance: Stance, remarks: str) -> Verdict:
    """Tell whether a version of the draft can leave the party's room as its position.

    `latest` is the number of the party's newest version. Denied codes: `position-is-closed`, `draft-is-newer`
    (someone wrote after this version was shown), and those of `may_say`.
    """
    if PositionState.RELEASED not in TRANSITIONS[state]:
        return Denied("position-is-closed", {"state": state})
    if version != latest:
        return Denied("draft-is-newer", {"version": version, "latest": latest})
    return may_say(stance, remarks)


def may_record(state: PositionState) -> Verdict:
    """Tell whether a position can be taken into the forum's record. Denied code: `not-released`."""
    allowed = PositionState.RECORDED in TRANSITIONS[state]
    return Allowed() if allowed else Denied("not-released", {"state": state})


def may_note_not_given(state: PositionState, due: datetime.date, on: datetime.date) -> Verdict:
    """Tell whether it can be noted that a party gave no position. The party has the whole of its last day.

    Denied codes: `position-is-closed`, `due-not-passed`.
    """
    if PositionState.NOT_GIVEN not in TRANSITIONS[state]:
        return Denied("position-is-closed", {"state": state})
    if on <= due:
        return Denied("due-not-passed", {"due": due})
    return Allowed()
