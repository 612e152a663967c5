"""The demonstration as `make run` starts it: one address, the worker beside it, and a clean end."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

SAMSTYR = str(Path(sys.executable).with_name("samstyr"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(folder: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SAMSTYR_TODAY"}
    }
    return {**kept, "SAMSTYR_VAR": str(folder)}


def first_line_matching(process: subprocess.Popen[str], pattern: str) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if re.search(pattern, line):
            return line
    pytest.fail("the demonstration ended without saying where it is")


def test_demonstration_serves_and_ends_on_interrupt(tmp_path: Path, var: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "eksempel.txt").write_text(
        "EKSEMPELDATA\n\nReferat af møde den 1. juni 2017\n", encoding="utf-8"
    )
    port = free_port()
    words = [SAMSTYR, "demo", "--port", str(port), "--seeds", str(documents)]
    process = subprocess.Popen(
        words, env=environment(var), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        said = first_line_matching(process, "http://localhost")
        with urllib.request.urlopen(f"http://localhost:{port}/moeder/", timeout=10) as answer:
            page = answer.read().decode()
    finally:
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=30)

    assert f"http://localhost:{port}/import/" in said, "with documents to review it starts at the import page"
    assert "MedComs styregruppe" in page
    assert (process.returncode, "Traceback" in rest) == (0, False)
    assert not (var / "postgres/postmaster.pid").exists(), "the database has stopped with the last user"


def test_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        words = [SAMSTYR, "serve", "--port", str(port)]
        done = subprocess.run(words, env=environment(tmp_path), capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (
        2,
        f"port {port} is in use: stop what listens there, or choose another with --port\n",
    )
