"""Whether enough of a forum is there to decide.

Source: the quorum that the register holds of a forum's procedure. Those who sit on a voting seat (chair, co-chair,
vice-chair, member) count, and their substitutes; observers, secretaries and guests never do.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import Final

from samstyr.rules.register import VOTING_ROLES, Forum, Register, Role

NEVER_COUNT: Final = frozenset({Role.OBSERVER, Role.SECRETARY})
TWO_THIRDS: Final = Fraction(2, 3)


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody in the room for an organisation; a guest has no role.

    `is_substitute`: whether the person is there in place of somebody on the organisation's seat.
    """

    organisation: str
    role: Role | None
    is_substitute: bool = False


class QuorumUnit(StrEnum):
    """What a quorum counts."""

    SEATS = "seats"
    PARTIES = "parties"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class QuorumAnswer:
    """Whether a quorum is met: `there` of the `needed` voting seats or parties.

    `is_met`, `unit` and `needed` are None where no quorum is laid down. A share is answered in seats. `absent` are the
    organisations (where parties count, the parties), sorted, that have a voting seat nobody sits on.
    """

    is_met: bool | None
    unit: QuorumUnit | None
    needed: int | None
    there: int
    absent: tuple[str, ...] = ()

    @property
    def missing(self) -> int:
        """How many more must come."""
        return 0 if self.needed is None else max(self.needed - self.there, 0)


def quorum(register: Register, forum: Forum, on: date, present: Iterable[Present]) -> QuorumAnswer:
    """Answer whether the forum's quorum is met by those present on a day.

    Those present for an organisation count for at most its own voting seats that are in force on the day: that it
    replaces another organisation gives it none. A party counts once.
    """
    seats = Counter[str]()
    for seat in forum.seats:
        if seat.role in VOTING_ROLES and seat.valid.covers(on):
            seats[seat.organisation] += seat.count
    people = Counter(each.organisation for each in present if _counts(each))
    taken = {organisation: min(people[organisation], count) for organisation, count in seats.items()}
    laid_down = forum.procedure.quorum if forum.procedure else None
    if laid_down is not None and laid_down.parties is not None:
        return _by_party(register, taken, laid_down.parties)
    there = sum(taken.values())
    absent = tuple(
        sorted(organisation for organisation, count in seats.items() if taken[organisation] < count)
    )
    if laid_down is not None and laid_down.seats is not None:
        needed, unit = laid_down.seats, QuorumUnit.SEATS
    elif laid_down is not None and laid_down.share is not None:
        needed, unit = _needed(laid_down.share, seats.total()), QuorumUnit.SHARE
    else:
        return QuorumAnswer(None, None, None, there, absent)
    return QuorumAnswer(there >= needed, unit, needed, there, absent)


def _counts(person: Present) -> bool:
    if person.role in NEVER_COUNT:
        return False
    return person.is_substitute or person.role == Role.SUBSTITUTE or person.role in VOTING_ROLES


def _by_party(register: Register, taken: Mapping[str, int], needed: int) -> QuorumAnswer:
    parties = {register.organisations[organisation].party for organisation in taken}
    there = {register.organisations[organisation].party for organisation, count in taken.items() if count}
    absent = tuple(sorted(parties - there))
    return QuorumAnswer(len(there) >= needed, QuorumUnit.PARTIES, needed, len(there), absent)


def _needed(share: int | float, seats: int) -> int:
    """How many of the seats a share is, rounded up: half of five is three. Of no seats at all, still one must be
    there.
    """
    return max(ceil(_exact(share) * seats), 1 if share else 0)


def _exact(share: int | float) -> Fraction:
    """The share as it is written, not as a binary number rounds it.

    No decimal writes two thirds: 0.67 or 0.667 means them, and must not ask for three of three seats.
    """
    written = repr(share)
    exact = Fraction(written)
    digits = len(written.partition(".")[2])
    return TWO_THIRDS if digits >= 2 and round(TWO_THIRDS, digits) == exact else exact
