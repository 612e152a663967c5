"""The example world, and who looks at it."""

import pytest
from tests.django_fixtures import *  # noqa: F403 - pytest finds fixtures by their names in a conftest
from tests.factories.people import DAY
from tests.factories.world import Keys, make_world
from tests.rights.roles import ROLES, make_users

from samstyr.accounts.models import User
from samstyr.registry.viewers import viewer_of
from samstyr.rules.register import Register
from samstyr.rules.rights import PUBLIC, Viewer


@pytest.fixture
def users(danish_register: Register) -> dict[str, User]:
    """A user for each role of the rights table."""
    return make_users()


@pytest.fixture
def keys(users: dict[str, User]) -> Keys:
    """Something private in every private table, of two sides."""
    return make_world(users["secretary"], users["other-secretary"])


@pytest.fixture
def viewers(users: dict[str, User], keys: Keys) -> dict[str, Viewer]:
    """Who they are on the day of the tests."""
    return {role: viewer_of(users[role], DAY) if role in users else PUBLIC for role in ROLES}
