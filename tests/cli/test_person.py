"""`samstyr person`, run as an operator runs it."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from samstyr.platform import database

DENMARK = Path(database.__file__).resolve().parents[1] / "data" / "denmark.yaml"


@pytest.fixture(scope="module")
def folder(example_minutes: Path) -> Iterator[Path]:
    """A folder with an embedded database that holds the example meeting."""
    with tempfile.TemporaryDirectory(prefix="samstyr-test-") as made:
        samstyr(Path(made), "load", str(DENMARK))
        samstyr(Path(made), "import", str(example_minutes), "--apply")
        yield Path(made)


def samstyr(folder: Path, *words: str, status: int = 0, said: str = "") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [str(Path(sys.executable).with_name("samstyr")), *words],
        env={**environment, "SAMSTYR_VAR": str(folder), "SAMSTYR_TODAY": "2017-07-01"},
        input=said,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def name(example_minutes: Path) -> str:
    """The first person of the example minutes."""
    record = json.loads(samstyr(Path(), "read", str(example_minutes), "--json").stdout)
    return str(record["participants"][0]["name"])


def test_person_is_exported_as_json(folder: Path, name: str) -> None:
    data = json.loads(samstyr(folder, "person", "export", name).stdout)

    assert (data["schema"], data["person"], data["user"]) == ("samstyr.person/1", {"name": name}, None)
    assert [each["forum"] for each in data["attendances"]] == ["medcom-sg"]


def test_erasure_asks_and_says_what_it_keeps_and_why(folder: Path, name: str) -> None:
    refused = samstyr(folder, "person", "erase", name, status=1, said="n\n").stdout
    done = samstyr(folder, "person", "erase", name, "--yes").stdout

    assert "Would erase: nothing" in refused
    assert done.splitlines() == [
        name,
        "Erased: nothing",
        "Kept:",
        "  1 attendances with name: minutes are the official record and are archived",
    ]


@pytest.mark.parametrize("words", [("export", "Ingen Sådan"), ("erase", "Ingen Sådan", "--yes")])
def test_name_nobody_has_exits_2(folder: Path, words: tuple[str, ...]) -> None:
    assert "nobody is called" in samstyr(folder, "person", *words, status=2).stderr
