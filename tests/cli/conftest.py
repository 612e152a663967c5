"""Folders for embedded databases: pytest's own are closed to the user that PostgreSQL runs as when root tests."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def var() -> Iterator[Path]:
    """A folder for one embedded database."""
    with tempfile.TemporaryDirectory(prefix="samstyr-test-") as folder:
        yield Path(folder)
