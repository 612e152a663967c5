"""Writing several files that belong together: whole or not at all."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import mkdtemp

from samstyr.platform.errors import InputError


def write_together(folder: Path, files: Mapping[str, bytes], replaced: Iterable[str] = ()) -> None:
    """Write files, by their paths below a folder, which is made where it is not there.

    All are written beside first and then put in place, so that what can't be written leaves what was there. The folders
    `replaced` go, so that nothing of an earlier writing stays in them. Raises InputError where the folder can't be
    written.
    """
    try:
        is_new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        beside = Path(mkdtemp(prefix=".samstyr-", dir=folder))
    except OSError as problem:
        raise InputError(f"{folder}: cannot be written: {problem.strerror or problem}") from problem
    try:
        for name, content in files.items():
            target = beside / "new" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        (beside / "old").mkdir()
        for name in replaced:
            if (folder / name).is_dir():
                (folder / name).rename(beside / "old" / name)
        # Files last: they are what a person opens, and they lead to the folders.
        for each in sorted((beside / "new").iterdir(), key=lambda path: not path.is_dir()):
            each.replace(folder / each.name)
    except OSError as problem:
        shutil.rmtree(beside, ignore_errors=True)
        if is_new:
            shutil.rmtree(folder, ignore_errors=True)
        raise InputError(f"{folder}: cannot be written: {problem.strerror or problem}") from problem
    shutil.rmtree(beside)
