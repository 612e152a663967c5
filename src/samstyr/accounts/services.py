"""Making users, and links with which a person sets a password of their own."""

import secrets
from typing import Final

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse

from samstyr.accounts.models import User
from samstyr.platform.denials import DeniedError, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.rules.rights import OPERATOR, Right, Viewer
from samstyr.rules.verdict import Denied

CALENDAR_KEY_BYTES: Final = 32


@service
def create_user(
    *, username: str, password: str, administrator: bool = False, actor: Viewer = OPERATOR
) -> User:
    """Make a user; an administrator may also edit the register and make further users.

    Raises InputError where the name is taken or empty, or the password is too weak, and DeniedError where the actor may
    not manage users.
    """
    require(actor, Right.MANAGE_USERS)
    user = _new_user(username, administrator)
    try:
        validate_password(password, user)
    except ValidationError as problem:
        raise InputError(*(f"password: {message}" for message in problem.messages)) from problem
    user.set_password(password)
    user.save()
    return user


@service
def password_link(*, username: str, administrator: bool = False, actor: Viewer = OPERATOR) -> str:
    """Answer an address where a person sets a password; who is no user yet is made one, without a password.

    The address works once and for PASSWORD_RESET_TIMEOUT seconds, and no longer after a login with the old
    password. Raises InputError where the name is empty or no user name, or where an administrator is asked for
    and the user is there and none, and DeniedError where the actor may not manage users.
    """
    require(actor, Right.MANAGE_USERS)
    user = User.objects.filter(username__iexact=username).first()
    if user is None:
        user = _new_user(username, administrator)
        user.set_unusable_password()
        user.save()
    elif administrator and not user.is_superuser:
        raise InputError(
            f"user: {username!r} is there already and no administrator; leave --administrator out"
        )
    words = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    # The first origin is where people reach the pages; without one the server runs on this machine.
    origin = next(iter(settings.CSRF_TRUSTED_ORIGINS), "http://localhost:8000")
    return f"{origin}{reverse('account_reset_password_from_key', kwargs=words)}"


@service
def remove_second_factor(*, username: str, actor: Viewer = OPERATOR) -> bool:
    """Remove a user's second factor and recovery codes, who has lost both; tell whether there were any.

    Raises InputError where there is no such user, DeniedError where the actor may not manage users.
    """
    require(actor, Right.MANAGE_USERS)
    user = User.objects.filter(username__iexact=username).first()
    if user is None:
        raise InputError(f"user: there is no user {username!r}")
    removed, _by_model = Authenticator.objects.filter(user=user).delete()
    return removed > 0


@service
def renew_calendar_key(*, actor: Viewer) -> str:
    """Give the actor's own account a new key of its calendar; the one before no longer works. Answer the key.

    Raises DeniedError where nobody is logged in.
    """
    user = _own_account(actor)
    user.calendar_key = secrets.token_urlsafe(CALENDAR_KEY_BYTES)
    user.save(update_fields=["calendar_key"])
    return user.calendar_key


@service
def end_calendar_key(*, actor: Viewer) -> None:
    """Take the key of its calendar from the actor's own account. Raises DeniedError where nobody is logged in."""
    user = _own_account(actor)
    user.calendar_key = None
    user.save(update_fields=["calendar_key"])


def _own_account(actor: Viewer) -> User:
    if actor.user is None:
        raise DeniedError(Denied("log-in", {}))
    return User.objects.select_for_update().get(pk=actor.user)


def _new_user(username: str, administrator: bool) -> User:
    """Answer a user who is not stored yet."""
    if not username.strip():
        raise InputError("user: the name is empty")
    if User.objects.filter(username__iexact=username).exists():  # login does not tell capitals apart
        raise InputError(f"user: there is a user {username!r} already")
    user = User(username=username, is_staff=administrator, is_superuser=administrator)
    try:
        user.clean_fields(exclude=["password"])
    except ValidationError as problem:
        raise InputError(*(f"user: {message}" for message in problem.messages)) from problem
    return user
