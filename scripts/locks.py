"""`make lint`: lock files hold hashes and no address of a package registry."""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = re.compile(r"https?://|--index-url|--extra-index-url|--find-links")


def problems() -> list[str]:
    """Answer what is wrong with the lock files, one line each."""
    found = []
    for file in sorted((ROOT / "requirements").glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        found += [
            f"{file.name}:{n}: an address"
            for n, line in enumerate(text.splitlines(), 1)
            if ADDRESS.search(line)
        ]
        for name, block in re.findall(
            r"^([a-z0-9][^ \n]*==[^ \n]*)([^\n]*\n(?: {4}[^\n]*\n)*)", text, re.MULTILINE | re.IGNORECASE
        ):
            if "--hash=sha256:" not in block:
                found.append(f"{file.name}: {name} has no hash")
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    for name, package in lock["packages"].items():
        if "resolved" in package:
            found.append(f"package-lock.json: {name}: an address")
        if name and "integrity" not in package:
            found.append(f"package-lock.json: {name} has no hash")
    return found


if __name__ == "__main__":
    lines = problems()
    print("\n".join(lines) or "lock files: hashes everywhere, no addresses")
    sys.exit(bool(lines))
