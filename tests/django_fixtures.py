"""Fixtures for tests that need Django and the database; never loaded by the unit tests of rules."""

from pathlib import Path

import pytest
from django.test import Client

from samstyr.accounts.models import User
from samstyr.exchange.minutes_import import import_file
from samstyr.exchange.register_file import read_register
from samstyr.meetings.models import Meeting
from samstyr.platform import database
from samstyr.registry.services import load_register
from samstyr.rules.register import Register
from samstyr.rules.rights import Role
from tests.factories.people import Seat, user_with

DENMARK = Path(database.__file__).resolve().parents[1] / "data" / "denmark.yaml"
TODAY = "2017-07-01"


@pytest.fixture(autouse=True)
def demonstration_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page is seen from the demonstration's day, so that tests give the same answer tomorrow."""
    monkeypatch.setenv("SAMSTYR_TODAY", TODAY)


@pytest.fixture(scope="session")
def denmark() -> Register:
    """The Danish register, read from its file."""
    return read_register(DENMARK)


@pytest.fixture
def danish_register(db: None, denmark: Register) -> Register:
    """The Danish register, loaded into the database."""
    load_register(wanted=denmark)
    return denmark


@pytest.fixture
def example_meeting(danish_register: Register, example_minutes: Path) -> Meeting:
    """The example meeting of the demonstration, read and applied."""
    review = import_file(path=example_minutes, apply=True).review
    assert review.meeting is not None
    return review.meeting


@pytest.fixture
def secretary(danish_register: Register) -> User:
    """A user who may review and apply the minutes of the example meeting and of the national board."""
    return user_with(Seat(Role.SECRETARY, "medcom", "medcom-sg"), Seat(Role.SECRETARY, "sds", "nbs"))


@pytest.fixture
def secretary_client(secretary: User) -> Client:
    """A client logged in as the secretary."""
    client = Client()
    client.force_login(secretary)
    return client
