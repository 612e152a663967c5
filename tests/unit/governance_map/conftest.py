"""The Danish register, for the tests of the map."""

from pathlib import Path

import pytest
import yaml

from samstyr.rules.register import Register, parse

DENMARK = Path(__file__).parents[3] / "src" / "samstyr" / "data" / "denmark.yaml"


@pytest.fixture(scope="session")
def denmark() -> Register:
    """The Danish register."""
    with DENMARK.open(encoding="utf-8") as stream:
        return parse(yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
