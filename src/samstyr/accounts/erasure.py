"""Taking a user and a person out of Samstyr, once nothing of the record needs them."""

from django.contrib.sessions.models import Session

from samstyr.accounts.models import Person, User
from samstyr.accounts.queries import sessions_of
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.rules.rights import Right, Viewer


@service
def remove_account(*, user: User, actor: Viewer) -> None:
    """Remove a user with their sessions, addresses of e-mail and second factors.

    Raises DeniedError where the actor may not manage users, and InputError where nobody else is an administrator.
    """
    require(actor, Right.MANAGE_USERS)
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    if user.is_superuser and not others.exists():
        raise InputError(f"user: {user.get_username()} is the only administrator: make another one first")
    Session.objects.filter(session_key__in=sessions_of(user)).delete()
    user.delete()


@service
def remove_person(*, person: Person, actor: Viewer) -> None:
    """Remove a person whom nothing in the record names. Raises DeniedError where the actor may not manage users."""
    require(actor, Right.MANAGE_USERS)
    person.delete()
