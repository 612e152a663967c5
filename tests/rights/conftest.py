"""The example world of rights, with a logged-in client for each role."""

import pytest
from django.test import Client

from samstyr.accounts.models import User
from samstyr.rules.register import Register
from tests.django_fixtures import *  # noqa: F403 - pytest finds fixtures by their names in a conftest
from tests.factories.stages import Stages, make_stages
from tests.factories.world import Keys, make_world
from tests.rights.roles import ROLES, make_users


@pytest.fixture
def users(danish_register: Register) -> dict[str, User]:
    """A user for each role of the table."""
    return make_users()


@pytest.fixture
def keys(users: dict[str, User]) -> Keys:
    """Something private in every private table, of two sides."""
    return make_world(users["secretary"], users["other-secretary"])


@pytest.fixture
def stages(keys: Keys) -> Stages:
    """Meetings of the board at every stage of their way, after the world's own."""
    return make_stages()


@pytest.fixture
def clients(users: dict[str, User]) -> dict[str, Client]:
    """A client for each role, logged in; the public's is not."""
    made = {role: Client() for role in ROLES}
    for role, user in users.items():
        made[role].force_login(user)
    return made
