"""Fixtures every test may use."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from hypothesis import HealthCheck, settings

from samstyr.platform import database

ROOT = Path(__file__).resolve().parent.parent
# How long a busy machine takes to make an example says nothing of our code.
settings.register_profile("samstyr", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("samstyr")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the seed documents and the real data, or a skip that says where it was looked for."""
    folder = (ROOT / os.environ.get("SAMSTYR_SHARED", "../shared")).resolve()
    if not (folder / "seeds").is_dir():
        pytest.skip(f"no seed documents: {folder} has no seeds/ (set SAMSTYR_SHARED)")
    return folder


@pytest.fixture(scope="session")
def example_minutes() -> Path:
    """The example minutes that the demonstration shows."""
    return ROOT / "src/samstyr/data/examples/medcom-styregruppe-2017-05-15.txt"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """Start the database before pytest-django makes the test database in it.

    It stands here, once for all folders: a second definition would lead the tests to another database.
    """
    with pytest.MonkeyPatch.context() as patch:
        if "DATABASE_URL" not in os.environ:
            patch.setenv("SAMSTYR_VAR", str(database.ROOT / "var" / "test"))
        database.start()
        settings = connections.databases["default"]
        test_name = settings["TEST"]["NAME"]
        settings.update(database.django_settings())
        settings["TEST"]["NAME"] = test_name
        yield
