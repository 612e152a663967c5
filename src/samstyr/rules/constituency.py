"""A party's constituency: which of its own bodies the register says are heard before a forum, and by when."""

import datetime
from dataclasses import dataclass

from samstyr.rules.calendar import before
from samstyr.rules.register import Length, Register


@dataclass(frozen=True, slots=True)
class ProposedHearing:
    """A body of the party to hear; `by` is the day it must have the matter, or sits, and None where none is known."""

    body: str
    takes: Length | None
    sits: bool
    by: datetime.date | None


def proposed_hearings(
    register: Register, *, forum: str, party: str, on: datetime.date, due: datetime.date
) -> tuple[ProposedHearing, ...]:
    """Answer the hearings of a party before a forum, each with its day: so early that the party is ready by `due`.

    A body that takes a length of time gets the matter that long before; of a body that sits, the last sitting from
    `on` to `due` (both included) is proposed. Those without a day come last.
    """
    if forum not in register.fora:
        return ()
    found = [
        ProposedHearing(
            hearing.body,
            hearing.takes,
            hearing.sits,
            _sitting(register, hearing.body, on, due) if hearing.sits else _start(hearing.takes, due),
        )
        for hearing in register.fora[forum].hearings
        if hearing.party == party
    ]
    return tuple(sorted(found, key=lambda each: (each.by is None, each.by or due, each.body)))


def _sitting(register: Register, body: str, on: datetime.date, due: datetime.date) -> datetime.date | None:
    days = register.fora[body].meetings if body in register.fora else ()
    return max((day for day in days if on <= day <= due), default=None)


def _start(takes: Length | None, due: datetime.date) -> datetime.date | None:
    return before(due, takes.days, takes.unit) if takes and takes.days is not None else None
