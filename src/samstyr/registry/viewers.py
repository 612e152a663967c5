"""From a user to who they are today: the roles their memberships give, by the register as it stands."""

import datetime
from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser

from samstyr.accounts.models import User
from samstyr.platform import clock
from samstyr.platform.errors import InputError
from samstyr.registry.models import Membership
from samstyr.registry.queries import current_register
from samstyr.rules import membership as rules
from samstyr.rules.register import Validity
from samstyr.rules.rights import PUBLIC, Holding, Role, Viewer


@dataclass(frozen=True, slots=True)
class Standing:
    """Who a user is today, and whether they had seats that have all ended (their session ends with them)."""

    viewer: Viewer
    has_ended: bool = False


def standing_of(user: User | AnonymousUser, on: datetime.date) -> Standing:
    """Answer who a user is on a day. An administrator is one as long as their account is active."""
    if not isinstance(user, User) or user.pk is None or not user.is_active:
        return Standing(PUBLIC)
    holdings: tuple[Holding, ...] = (Holding(Role.ADMINISTRATOR),) if user.is_superuser else ()
    rows = list(Membership.objects.filter(person__user=user).order_by("id")) if user.person_id else []
    if rows:
        held = [
            rules.Membership(
                Role(row.role), row.organisation_id, row.forum_id, Validity(row.valid.lower, row.valid.upper)
            )
            for row in rows
        ]
        holdings += rules.holdings_on(held, current_register(), on)
    had_seats = any(row.valid.lower is None or row.valid.lower <= on for row in rows)
    return Standing(Viewer(user.pk, holdings), has_ended=had_seats and not holdings)


def user_viewer(*, username: str, on: datetime.date | None = None) -> Viewer:
    """Answer who the user of that name is, today where no day is given.

    Raises InputError where there is no such user.
    """
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise InputError(f"--as: there is no user {username[:60]!r} (or the account is closed)")
    return viewer_of(user, on or clock.today())


def viewer_of(user: User | AnonymousUser, on: datetime.date) -> Viewer:
    """Answer who a user is on a day."""
    standing = standing_of(user, on)
    return PUBLIC if standing.has_ended else standing.viewer
