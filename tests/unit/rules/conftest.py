"""The Danish register, for the tests of rules."""

from pathlib import Path

import pytest
import yaml

import samstyr
from samstyr.rules.register import Register, parse


@pytest.fixture(scope="session")
def denmark() -> Register:
    """The Danish register."""
    text = (Path(samstyr.__file__).parent / "data" / "denmark.yaml").read_text(encoding="utf-8")
    return parse(yaml.safe_load(text))
