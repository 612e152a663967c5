"""Agreed is not binding: who must take a decision home, who has ratified it, and since when it binds.

Source: contract of routes, "Ratification": every forum that ratifies on the subject, deciders excepted; the decision
binds from the latest of their decisions, and at once where nobody ratifies.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samstyr.rules.mandate import GivenFacts, deciders, holders
from samstyr.rules.register import NO_FACTS, Act, Register


class RatifierKind(StrEnum):
    """What ratifies."""

    FORUM = "forum"
    PARTY = "party"


@dataclass(frozen=True, slots=True, order=True)
class Ratifier:
    """A forum or a party of the register that must ratify."""

    kind: RatifierKind
    id: str


@dataclass(frozen=True, slots=True)
class Ratification:
    """What one of them did: at most one of the two days is set. `due` is the day it was asked to be done by."""

    ratifier: Ratifier
    due: date | None = None
    ratified_on: date | None = None
    refused_on: date | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """Who of those required has ratified, as of a day. All are sorted.

    `binding_on` is None while one is missing, and where one refused.
    """

    ratified: tuple[Ratifier, ...]
    missing: tuple[Ratifier, ...]
    overdue: tuple[Ratifier, ...]
    refused_by: tuple[Ratifier, ...]
    binding_on: date | None

    @property
    def required(self) -> int:
        """How many must ratify."""
        return len(self.ratified) + len(self.missing) + len(self.refused_by)


def ratifiers(
    register: Register, subject: str, on: date, facts: GivenFacts = NO_FACTS
) -> tuple[Ratifier, ...]:
    """Answer who must ratify a decision on the subject, sorted: fora, and the parties that it binds.

    A forum that decides itself is no ratifier. A party one of whose own bodies ratifies is asked by way of that body.
    Raises UnknownIdError.
    """
    deciding = deciders(register, subject, on, facts).fora
    fora = [forum for forum in holders(register, Act.RATIFY, subject, on, facts) if forum not in deciding]
    represented = {register.fora[forum].party for forum in fora}
    parties = [party for party in register.subjects[subject].binds if party not in represented]
    return tuple(
        sorted(
            [Ratifier(RatifierKind.FORUM, f) for f in fora]
            + [Ratifier(RatifierKind.PARTY, p) for p in parties]
        )
    )


def ledger(
    required: Iterable[Ratifier], done: Iterable[Ratification], *, decided_on: date, on: date
) -> Ledger:
    """Answer who has ratified as of a day (that day included), who is missing or overdue, and since when it binds.

    What is dated later does not count yet; what somebody did who is not required never does. One is overdue from the
    day after its `due`. The decision binds from the latest of the ratifications and `decided_on`.
    """
    by_ratifier = {each.ratifier: each for each in done}
    found = {who: by_ratifier.get(who, Ratification(who)) for who in sorted(set(required))}
    refused = tuple(w for w, each in found.items() if each.refused_on and each.refused_on <= on)
    ratified = {
        w: each.ratified_on for w, each in found.items() if each.ratified_on and each.ratified_on <= on
    }
    missing = tuple(who for who in found if who not in ratified and who not in refused)
    overdue = tuple(who for who in missing if (due := found[who].due) is not None and due < on)
    is_binding = not missing and not refused
    return Ledger(
        ratified=tuple(ratified),
        missing=missing,
        overdue=overdue,
        refused_by=refused,
        binding_on=max([decided_on, *ratified.values()]) if is_binding else None,
    )
