"""Making users."""

from django.contrib.auth.models import Permission
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from samstyr.accounts.models import User
from samstyr.platform.errors import InputError
from samstyr.platform.service import service


@service
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


@service
def make_demonstration_accounts(*, password: str) -> None:
    """Make the accounts of the demonstration, once: `sekretær`, who reviews and edits, and `læser`, who reads."""
    for username in ("sekretær", "læser"):
        user, is_new = User.objects.get_or_create(username=username)
        if is_new:
            user.set_password(password)
            user.save()
    secretary = User.objects.get(username="sekretær")
    if not secretary.is_staff:
        secretary.is_staff = True
        secretary.save(update_fields=["is_staff"])
    may = Permission.objects.filter(content_type__app_label__in=["registry", "meetings", "documents"])
    secretary.user_permissions.set(may)
