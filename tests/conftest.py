"""Fixtures every test may use."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


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
