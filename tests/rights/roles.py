"""The columns of the rights table: who asks, made in the example world."""

from samstyr.accounts.models import User
from samstyr.rules.rights import Role
from tests.factories.people import Seat, user_with

# Column of the table → seats. `reader` is logged in without a seat; the roles beginning with `other-` are held
# elsewhere: in another forum, or for another party.
SEATS: dict[str, tuple[Seat, ...]] = {
    "reader": (),
    "secretary": (Seat(Role.SECRETARY, "sds", "nbs"),),
    "other-secretary": (Seat(Role.SECRETARY, "medcom", "medcom-sg"),),
    "chair": (Seat(Role.CHAIR, "sum", "nbs"),),
    "member": (Seat(Role.MEMBER, "kl", "nbs"),),
    "other-member": (Seat(Role.MEMBER, "danske-regioner", "nbs"),),
    "substitute": (Seat(Role.SUBSTITUTE, "kl", "nbs"),),
    "observer": (Seat(Role.OBSERVER, "medcom", "nbs"),),
    "party-coordinator": (Seat(Role.PARTY_COORDINATOR, "kl"),),
    "other-coordinator": (Seat(Role.PARTY_COORDINATOR, "danske-regioner"),),
    "portfolio-office": (Seat(Role.PORTFOLIO_OFFICE, "sds", "nbs"),),
    "system-manager": (Seat(Role.SYSTEM_MANAGER, "sds"),),
    "analyst": (Seat(Role.ANALYST, "sds"),),
    "security-lead": (Seat(Role.SECURITY_LEAD, "sds"),),
    "administrator": (),
}
ROLES = ("public", *SEATS)


def make_users() -> dict[str, User]:
    """Make one user for each column but the public's."""
    return {
        role: user_with(*seats, administrator=role == "administrator", name=role)
        for role, seats in SEATS.items()
    }
