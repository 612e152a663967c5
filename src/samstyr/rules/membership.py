"""From memberships to the roles a person holds on a day: a role on a seat lasts no longer than the seat."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from samstyr.rules.register import Register, Validity
from samstyr.rules.rights import IN_FORUM, SEATS, Holding, Role

# Held without a seat where the register has none of the kind: many fora have a secretariat nobody wrote a seat for.
SEATLESS: Final = frozenset({Role.SECRETARY, Role.PORTFOLIO_OFFICE})


@dataclass(frozen=True, slots=True)
class Membership:
    """A person on an organisation's seat in a forum, or appointed by an organisation, for a time."""

    role: Role
    organisation: str
    forum: str | None
    valid: Validity


def holdings_on(
    memberships: Iterable[Membership], register: Register, on: datetime.date
) -> tuple[Holding, ...]:
    """Answer the roles that memberships give on a day.

    One gives a role while it is valid, while the register knows its organisation (and its forum), and, for the
    roles that sit on a seat, while the organisation has such a seat there. A secretary needs a seat only where
    the register has secretaries' seats at all.
    """
    return tuple(
        Holding(each.role, each.forum, each.organisation, register.organisations[each.organisation].party)
        for each in memberships
        if _lasts(each, register, on)
    )


def _lasts(membership: Membership, register: Register, on: datetime.date) -> bool:
    organisation = register.organisations.get(membership.organisation)
    if organisation is None or not organisation.valid.covers(on) or not membership.valid.covers(on):
        return False
    if membership.role not in IN_FORUM:
        return True
    forum = register.fora.get(membership.forum or "")
    if forum is None or not forum.valid.covers(on):
        return False
    seats = [seat for seat in forum.seats if seat.role in SEATS.get(membership.role, ())]
    if not seats and membership.role in SEATLESS:
        return True
    return any(seat.organisation == membership.organisation and seat.valid.covers(on) for seat in seats)
