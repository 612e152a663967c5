"""Find a Chromium for the browser tests, or install Debian's where that is allowed; else say what is missing."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = (
    "browser tests: no Chromium found. Install one (Debian: apt-get install chromium), "
    "or set SAMSTYR_CHROMIUM to its path"
)


def find() -> str | None:
    """Answer the path of a Chromium, or None."""
    chosen = os.environ.get("SAMSTYR_CHROMIUM")
    if chosen:
        return chosen if os.access(chosen, os.X_OK) else None
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Install Debian's Chromium, where there is apt and the right to use it."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    print("Installing Debian's Chromium …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", *words], env=environment, stdout=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    if find() is None:
        install()
    if find() is None:
        sys.exit(MISSING)
