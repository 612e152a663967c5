"""Example users with seats, for tests."""

import datetime
import itertools
from dataclasses import dataclass

from django.db.backends.postgresql.psycopg_any import DateRange

from samstyr.accounts.models import Person, User
from samstyr.registry.models import Membership
from samstyr.registry.viewers import viewer_of
from samstyr.rules.rights import Role, Viewer

DAY = datetime.date(2017, 7, 1)
PASSWORD = "eksempel-kodeord-1"
_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Seat:
    """A role for an organisation, in a forum where the role is one of a forum."""

    role: Role
    organisation: str
    forum: str | None = None
    until: datetime.date | None = None


def user_with(*seats: Seat, administrator: bool = False, name: str = "", password: str | None = None) -> User:
    """Make a user who holds these seats, called `name` or by a number. Without a password nobody logs in
    by hand, which saves the time of hashing it. Fora and organisations must be in the
    database.
    """
    number = next(_numbers)
    person = Person.objects.create(name=f"Eksempelperson {number}")
    for seat in seats:
        Membership.objects.create(
            person=person,
            role=seat.role.value,
            organisation_id=seat.organisation,
            forum_id=seat.forum,
            valid=DateRange(None, seat.until, "[)"),
        )
    return User.objects.create_user(
        name or f"eksempel-{number}",
        password=password,
        person=person,
        is_staff=administrator,
        is_superuser=administrator,
    )


def viewer_with(*seats: Seat, administrator: bool = False) -> Viewer:
    """Make such a user and answer them as a viewer on the day of the tests."""
    return viewer_of(user_with(*seats, administrator=administrator), DAY)
