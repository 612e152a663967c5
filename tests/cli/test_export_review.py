"""`samstyr export-review`: test cases of what was gone through, as files."""

import json
import os
import subprocess
import sys
from pathlib import Path

SRC = Path(__file__).parents[2] / "src"


def samstyr(var: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "-c", "from samstyr.cli.main import main; main()", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env={**environment, "PYTHONPATH": str(SRC), "SAMSTYR_VAR": str(var)},
    )


def test_what_no_person_has_seen_is_written_only_by_its_number(var: Path, example_minutes: Path) -> None:
    folder = var / "ud"
    samstyr(var, "load", str(SRC / "samstyr" / "data" / "denmark.yaml"))
    samstyr(var, "import", str(example_minutes))

    nothing = samstyr(var, "export-review", "--to", str(folder))
    named = samstyr(var, "export-review", "--to", str(folder), "1")
    samstyr(var, "import", "--apply", str(example_minutes))
    unseen = samstyr(var, "export-review", "--to", str(folder))
    done = samstyr(var, "export-review", "--to", str(folder), "1")

    for each in (nothing, unseen):
        assert (each.returncode, each.stdout) == (0, "Ingen har gennemgået eller indført noget endnu.\n")
    assert (named.returncode, "not gone through" in named.stderr) == (2, True)
    assert (done.returncode, done.stdout) == (0, f"{folder / '01.txt'} 01.json\n")
    assert (folder / "01.txt").read_bytes() == example_minutes.read_bytes()
    assert json.loads((folder / "01.json").read_text(encoding="utf-8"))["document_type"] == "minutes"
