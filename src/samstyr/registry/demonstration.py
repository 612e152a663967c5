"""The persons of the demonstration: one for each role, and the same role for parties that do not trust each other.

They are example persons. They are made by `samstyr demo` alone, and only where it runs can one become them.
"""

from dataclasses import dataclass
from typing import Final

from django.contrib.auth.hashers import make_password

from samstyr.accounts.models import Person, User
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.registry.models import Membership
from samstyr.rules.rights import Role

Seat = tuple[Role, str, str | None]  # role, organisation, forum


@dataclass(frozen=True, slots=True)
class Example:
    """An example person: how they log in, what they are called, and their seats."""

    username: str
    name: str
    seats: tuple[Seat, ...] = ()
    administrator: bool = False


EXAMPLES: Final = (
    Example(
        "sekretær",
        "Signe Eksempel",
        (
            (Role.SECRETARY, "sds", "nbs"),
            (Role.SECRETARY, "medcom", "medcom-sg"),
        ),
    ),
    Example("formand", "Frederik Eksempel", ((Role.CHAIR, "sum", "nbs"),)),
    Example("medlem-kl", "Karen Eksempel", ((Role.MEMBER, "kl", "nbs"),)),
    Example("medlem-regioner", "Rasmus Eksempel", ((Role.MEMBER, "danske-regioner", "nbs"),)),
    Example("suppleant", "Sofie Eksempel", ((Role.SUBSTITUTE, "region-syddanmark", "nbs"),)),
    Example("koordinator-kl", "Kirsten Eksempel", ((Role.PARTY_COORDINATOR, "kl", None),)),
    Example("koordinator-regioner", "Rikke Eksempel", ((Role.PARTY_COORDINATOR, "danske-regioner", None),)),
    Example("portefølje", "Pernille Eksempel", ((Role.PORTFOLIO_OFFICE, "sds", "nbs"),)),
    Example("systemforvalter", "Steen Eksempel", ((Role.SYSTEM_MANAGER, "sds", None),)),
    Example("analytiker", "Anne Eksempel", ((Role.ANALYST, "sds", None),)),
    Example("sikkerhed", "Søren Eksempel", ((Role.SECURITY_LEAD, "sds", None),)),
    Example("administrator", "Asger Eksempel", administrator=True),
    Example("læser", "Lone Eksempel"),
)


@service
def make_examples(*, password: str) -> None:
    """Make the example persons with their accounts and seats, once. Their organisations are in the register.

    An account of that name with the demonstration's password is an earlier demonstration's, and becomes the example
    person. Raises InputError where it has another: it is somebody's own, whom no visitor may become.
    """
    hashed = ""  # one for all: hashing is slow on purpose, and this password is no secret
    for example in EXAMPLES:
        user = User.objects.filter(username=example.username).first()
        if user is not None and user.is_demonstration:
            continue
        if user is None:
            hashed = hashed or make_password(password)
            user = User(username=example.username, password=hashed)
        elif not user.check_password(password):
            raise InputError(
                f"user {example.username!r}: is there already and not the demonstration's: run the demonstration "
                "with a database of its own (another SAMSTYR_VAR)"
            )
        person, _ = Person.objects.get_or_create(name=example.name)
        user.person = person
        user.is_demonstration = True
        user.is_staff = user.is_superuser = example.administrator
        user.save()
        for role, organisation, forum in example.seats:
            Membership.objects.create(
                person=person, role=role.value, organisation_id=organisation, forum_id=forum
            )


def example_persons() -> list[tuple[User, list[Membership]]]:
    """Answer the accounts of the example persons in the order above, each with their seats."""
    order = {example.username: place for place, example in enumerate(EXAMPLES)}
    users = User.objects.filter(is_demonstration=True).select_related("person")
    memberships = Membership.objects.filter(person__user__in=users).select_related("forum", "organisation")
    seats: dict[int | None, list[Membership]] = {}
    for each in memberships.order_by("id"):
        seats.setdefault(each.person_id, []).append(each)
    found = [(user, seats.get(user.person_id, [])) for user in users if user.username in order]
    return sorted(found, key=lambda each: order[each[0].username])
