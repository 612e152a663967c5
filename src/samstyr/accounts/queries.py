"""Reading persons and users: whom a name means, and what is kept on a user."""

from dataclasses import dataclass
from typing import Any, Final, TypeVar

from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session

from samstyr.accounts.models import Person, User
from samstyr.platform.errors import InputError

# What may be told of the rows that the packages of login keep on a user. A second factor's secret is not among it.
TOLD: Final = {
    "account.EmailAddress": ("email", "verified", "primary"),
    "mfa.Authenticator": ("type", "created_at", "last_used_at"),
}
Named = TypeVar("Named", Person, User)


@dataclass(frozen=True, slots=True)
class Individual:
    """A human being as Samstyr knows them: a person of the record, a user who logs in, or both."""

    person: Person | None
    user: User | None

    @property
    def name(self) -> str:
        """The name of the person, or else of the user."""
        return self.person.name if self.person else self.user.get_username() if self.user else ""


def individual_of(user: User) -> Individual:
    """Answer the human being who is logged in as a user."""
    return Individual(user.person, user)


def user_of_calendar(key: str) -> User | None:
    """Answer the active user whose calendar a key opens."""
    return User.objects.filter(calendar_key=key, is_active=True).first()


def individual_named(name: str) -> Individual:
    """Answer the human being a name means: a person's full name, or a user name; capitals don't matter.

    Raises InputError where nobody is called so, or more than one.
    """
    person = _one(Person, "name", name)
    user = _one(User, "username", name)
    if person is None and user is None:
        raise InputError(
            f"person: nobody is called {name[:80]!r} (expected a person's full name or a user name)"
        )
    if person is None:
        return Individual(user.person if user else None, user)
    own = User.objects.filter(person=person).first()
    if user is not None and user != own:
        raise InputError(
            f"person: {name[:80]!r} is a person, and the user name of another: "
            "change the user name in the administration first"
        )
    return Individual(person, own)


def _one(model: type[Named], column: str, name: str) -> Named | None:
    """Answer the one row of that name: written exactly so, or else whatever its capitals."""
    exact = model._default_manager.filter(**{column: name}).first()
    if exact is not None:
        return exact
    alike = list(model._default_manager.filter(**{f"{column}__iexact": name})[:2])
    if len(alike) > 1:
        raise InputError(f"person: several are called {name[:80]!r}: write the name with its capitals")
    return alike[0] if alike else None


def kept_by_login(user: User) -> dict[str, list[dict[str, Any]]]:
    """Answer what the packages of login keep on a user, by model: addresses of e-mail and second factors."""
    found: dict[str, list[dict[str, Any]]] = {}
    for relation in User._meta.related_objects:
        columns = TOLD.get(relation.related_model._meta.label)
        if columns:
            rows = relation.related_model._default_manager.filter(user=user).order_by("pk")
            found[relation.related_model._meta.model_name or ""] = list(rows.values(*columns))
    return found


def sessions_of(user: User) -> list[str]:
    """Answer the keys of a user's sessions, ended ones included."""
    return [
        each.session_key
        for each in Session.objects.iterator()
        if each.get_decoded().get("_auth_user_id") == str(user.pk)
    ]


def administration_lines(user: User) -> int:
    """Answer how many lines the administration's own log has on a user."""
    return LogEntry.objects.filter(user=user).count()
