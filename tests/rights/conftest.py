"""These tests need Django and the database."""

from tests.django_fixtures import *  # noqa: F403 - pytest finds fixtures by their names in a conftest
