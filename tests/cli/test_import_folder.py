"""`samstyr import FOLDER`, run as an operator runs it: a bad file stops no other, and Ctrl-C can be gone on from."""

import os
import pty
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from samstyr.platform import database

DENMARK = Path(database.__file__).resolve().parents[1] / "data" / "denmark.yaml"
SAMSTYR = [sys.executable, "-c", "from samstyr.cli.main import main; main()"]


def environment(var: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    source = str(Path(__file__).parents[2] / "src")
    return {
        **kept,
        "SAMSTYR_VAR": str(var),
        "SAMSTYR_TODAY": "2017-07-01",
        "PYTHONPATH": source,
        "COLUMNS": "300",
    }


def samstyr(var: Path, *words: str, status: int = 0) -> str:
    done = subprocess.run(
        [*SAMSTYR, *words], env=environment(var), capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == status, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def filled() -> Iterator[Path]:
    """A folder with an embedded database that holds the Danish register."""
    with tempfile.TemporaryDirectory(prefix="samstyr-test-") as made:
        samstyr(Path(made), "load", str(DENMARK))
        yield Path(made)


def minutes(example: Path, day: int) -> str:
    """The example minutes, of another day."""
    return example.read_text(encoding="utf-8").replace("Mandag den 15. maj 2017", f"den {day}. marts 2017")


def numbers(output: str) -> dict[str, int]:
    """The numbers of the line that sums up."""
    line = next(line for line in output.splitlines() if " læst, " in line)
    names = ("læst", "var der", "af et møde", "afvist")
    return {name: int(found[1]) for name in names if (found := re.search(rf"(\d+) {name}", line))}


def test_bad_files_stop_no_other_and_a_second_run_does_only_what_is_left(
    filled: Path, tmp_path: Path, example_minutes: Path
) -> None:
    folder = tmp_path / "referater"
    (folder / "2017" / "marts").mkdir(parents=True)
    for day in range(1, 5):
        (folder / "2017" / f"{day}.txt").write_text(minutes(example_minutes, day), encoding="utf-8")
    html = "".join(f"<p>{line}</p>" for line in minutes(example_minutes, 2).splitlines())
    (folder / "2017" / "marts" / "z.html").write_text(f"<!doctype html><main>{html}</main>", encoding="utf-8")
    (folder / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / "b.docx").write_bytes(b"PK\x03\x04rest")
    (folder / "c.txt").write_bytes(b"")
    (folder / "billede.png").write_bytes(b"\x89PNG")
    (folder / ".skjult.txt").write_text("skjult", encoding="utf-8")

    first = samstyr(filled, "import", str(folder), status=2)
    second = samstyr(filled, "import", str(folder), status=2)
    for name in ("a.pdf", "b.docx", "c.txt"):
        (folder / name).unlink()
    third = samstyr(filled, "import", str(folder), "--apply")

    assert numbers(first) == {"læst": 5, "var der": 0, "af et møde": 1, "afvist": 3}
    assert "z.html" in first
    assert "1 filer af andre typer er udeladt" in first
    assert "PDF-filen er beskadiget" in first
    assert numbers(second) == {"læst": 0, "var der": 5, "af et møde": 0, "afvist": 3}
    assert numbers(third) == {"læst": 0, "var der": 5, "af et møde": 0, "afvist": 0}
    assert "4 er en del af registreringen" in third


def test_interrupted_batch_ends_after_the_document_at_hand_and_goes_on(
    filled: Path, tmp_path: Path, example_minutes: Path
) -> None:
    folder = tmp_path / "mange"
    folder.mkdir()
    count = 250
    for number in range(count):
        text = minutes(example_minutes, number % 28 + 1)
        (folder / f"{number:03}.txt").write_text(f"{text}\nNummer {number}\n", encoding="utf-8")

    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [*SAMSTYR, "import", str(folder)],
        env={**environment(filled), "TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
        start_new_session=True,
    )
    os.close(theirs)
    seen, until = b"", time.monotonic() + 120
    while not re.search(rb"\d{3}\.txt", seen) and time.monotonic() < until:
        seen += os.read(ours, 4096)
    os.killpg(running.pid, signal.SIGINT)  # as the terminal does: to the readers, too
    output, _none = running.communicate(timeout=120)
    os.close(ours)

    assert running.returncode == 130
    assert "Traceback" not in output + seen.decode(errors="replace")
    read = numbers(output)["læst"]
    assert 1 <= read < count
    assert f"Afbrudt: {count - read} dokumenter mangler." in output

    rest = samstyr(filled, "import", str(folder))

    assert numbers(rest)["læst"] + read == count
    assert numbers(rest)["var der"] == read


def test_empty_folder_is_told(filled: Path, tmp_path: Path) -> None:
    assert numbers(samstyr(filled, "import", str(tmp_path))) == {
        "læst": 0,
        "var der": 0,
        "af et møde": 0,
        "afvist": 0,
    }
