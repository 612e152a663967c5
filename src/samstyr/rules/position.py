"""A party's position on a leg of a case: how it comes about, and what it can say."""

from enum import StrEnum
from typing import Final


class PositionState(StrEnum):
    """Where a position is. Source: architecture.md, data model."""

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
    PositionState.IN_CONSTITUENCY: frozenset({PositionState.RELEASED, PositionState.NOT_GIVEN}),
    PositionState.RELEASED: frozenset({PositionState.RECORDED}),
    PositionState.RECORDED: frozenset[PositionState](),
    PositionState.NOT_GIVEN: frozenset[PositionState](),
}
