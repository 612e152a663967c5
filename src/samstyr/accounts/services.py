"""Making users."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from samstyr.accounts.models import User
from samstyr.platform.errors import InputError


@transaction.atomic
def create_user(*, username: str, password: str, administrator: bool = False) -> User:
    """Make a user; an administrator may also edit the register and make further users.

    Raises InputError where the name is taken or empty, or the password is too weak.
    """
    if not username.strip():
        raise InputError("user: the name is empty")
    if User.objects.filter(username=username).exists():
        raise InputError(f"user: there is a user {username!r} already")
    try:
        validate_password(password)
    except ValidationError as problem:
        raise InputError(*(f"password: {message}" for message in problem.messages)) from problem
    user = User(username=username, is_staff=administrator, is_superuser=administrator)
    user.set_password(password)
    user.save()
    return user
