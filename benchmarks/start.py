"""The two commands of the README from a clean clone: set-up, first and second start, and memory.

A start is measured from `make run` to the first page answered. Memory is each process's proportional share
(PSS), the database's processes included. There is no peer to stand beside: the figures are those of this machine.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def wait_for_page(process: subprocess.Popen[bytes], port: int) -> None:
    """Wait until the front page is answered."""
    while process.poll() is None:
        try:
            urllib.request.urlopen(f"http://localhost:{port}/", timeout=5).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.02)
        else:
            return
    sys.exit("Samstyr did not start")


def memory_of(folder: Path) -> float:
    """Answer the memory in MB of all processes that run from a folder."""
    total = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if str(folder) in (process / "cmdline").read_text().replace("\0", " "):
                lines = (process / "smaps_rollup").read_text().splitlines()
                total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has ended in the meantime
    return total / 1024


def start(clone: Path, port: int) -> tuple[float, float]:
    """Start as `make run` does; answer the seconds to the first page, and the memory then."""
    began = time.perf_counter()
    process = subprocess.Popen(
        ["bash", "-c", f"make --silent setup && exec .venv/bin/samstyr demo --port {port}"],
        cwd=clone,
        stdout=subprocess.DEVNULL,
        env={
            name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SAMSTYR_VAR"}
        },
    )
    try:
        wait_for_page(process, port)
        took = time.perf_counter() - began
        return took, memory_of(clone)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def main() -> None:
    """Print one line for each figure."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = Path(tempfile.mkdtemp(prefix="samstyr-start-"))
    try:
        clone = folder / "samstyr"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        began = time.perf_counter()
        subprocess.run(["make", "setup"], cwd=clone, check=True, stdout=subprocess.DEVNULL)
        print(f"set-up from a clean clone          {time.perf_counter() - began:6.1f} s", flush=True)
        first, _ = start(clone, port)
        print(f"first start after it, to a page    {first:6.1f} s", flush=True)
        second, memory = start(clone, port)
        print(f"second start, to a page            {second:6.1f} s")
        print(f"memory of web, worker and database {memory:6.0f} MB")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
