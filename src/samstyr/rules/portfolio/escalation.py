"""Where a matter of an initiative is taken that its project can't settle: from project to portfolio group to board.

Source: contract of the register, "Check"; contract of measures, "Portfolio: report once".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from samstyr.rules.mandate import Check, check, deciders
from samstyr.rules.register import Act, Level, Register
from samstyr.rules.verdict import CheckVerdict

LADDER: Final = (Level.PROJECT, Level.PARTY, Level.LOCAL, Level.REGIONAL, Level.NATIONAL)
"""From the nearest to the farthest."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A forum that follows the initiative, and what the mandate check says of its deciding the matter."""

    forum: str
    check: Check

    @property
    def may_decide(self) -> bool:
        """Whether the matter is within its mandate."""
        return self.check.verdict == CheckVerdict.WITHIN


@dataclass(frozen=True, slots=True)
class Escalation:
    """The fora that follow an initiative, the nearest first, and those elsewhere that may decide the matter, sorted."""

    subject: str
    rungs: tuple[Rung, ...]
    elsewhere: tuple[str, ...]

    @property
    def proposed(self) -> Rung | None:
        """The nearest forum that may decide it; None where none of those that follow the initiative may."""
        return next((each for each in self.rungs if each.may_decide), None)


def escalation(register: Register, followers: Iterable[str], subject: str, on: date) -> Escalation:
    """Answer where a matter may be taken on a day. A forum that is not in force on the day has no rung.

    Raises rules.mandate.UnknownIdError for a subject or a forum that the register does not have.
    """
    in_force = {forum for forum in followers if register.is_forum_in_force(forum, on)}
    rungs = [Rung(forum, check(register, forum, Act.DECIDE, subject, on)) for forum in in_force]
    rungs.sort(key=lambda each: (LADDER.index(register.fora[each.forum].level), each.forum))
    able = deciders(register, subject, on).fora
    return Escalation(subject, tuple(rungs), tuple(forum for forum in able if forum not in in_force))
