"""A folder of minutes into the record: read by all cores, kept one by one; it can be stopped and gone on with."""

import hashlib
import os
import signal
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import Any, Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from samstyr.exchange.document_text import TYPES
from samstyr.exchange.reading_apart import Outcome, Source, read_in_order
from samstyr.exchange.unreadable import UnreadableDocumentError
from samstyr.platform import start

MINUTES: Final = "samstyr.exchange.minutes_import"
TOGETHER: Final = 100  # documents whose check sums are looked up at a time


@dataclass(slots=True)
class Summary:
    """What became of the documents of a folder: the files themselves are named where a person has to do something."""

    read: int = 0
    applied: int = 0
    there_before: int = 0
    same: list[tuple[Path, str]] = field(default_factory=list)
    refused: list[tuple[Path, str]] = field(default_factory=list)
    left_out: int = 0
    not_reached: int = 0
    waiting: int = 0
    interrupted: bool = False

    def tell(self, folder: Path) -> None:
        """Print it."""
        console = Console(highlight=False, soft_wrap=True)
        if self.same:
            console.print("Møder, der var registreret eller indleveret i forvejen:")
            for path, words in self.same:
                console.print(f"  {_below(path, folder)}: {words}", markup=False)
        if self.refused:
            table = Table("Fil", "Hvorfor, og hvad du kan gøre", title="Afvist", title_justify="left")
            for path, reason in self.refused:
                table.add_row(_below(path, folder), reason)
            console.print(table, soft_wrap=False, markup=False)
        parts = [
            f"{self.read} læst",
            f"{self.there_before} var der i forvejen",
            f"{len(self.same)} af et møde, der var der",
            f"{len(self.refused)} afvist",
        ]
        console.print(f"{folder}: " + ", ".join(parts), markup=False)
        if self.applied:
            console.print(f"{self.applied} er en del af registreringen.")
        if self.waiting:
            console.print(f"{self.waiting} venter på gennemsyn: /import/")
        if self.left_out:
            console.print(f"{self.left_out} filer af andre typer er udeladt; der læses {', '.join(TYPES)}.")
        if self.interrupted:
            console.print(
                f"Afbrudt: {self.not_reached} dokumenter mangler. Kør samme kommando igen for at fortsætte."
            )


class FolderImport:
    """Imports every readable document below a folder."""

    def __init__(self, folder: Path, *, apply: bool) -> None:
        self._folder = folder
        self._apply = apply
        self._done = Summary()
        self._stopping = False

    def run(self) -> Summary:
        """Read and keep one document after the other; the others are read meanwhile by all cores.

        Raises DeniedError where the one who imports may not hand in minutes at all.
        """
        paths, self._done.left_out = documents_below(self._folder)
        start.start()
        start.run(f"{MINUTES}.known_documents", digests=[])  # refused before anything is read
        with self._interruptible(), _Shown(len(paths)) as shown:
            for number, path in enumerate(self._each(iter(paths)), start=1):
                shown.step(number, path)
                if self._stopping and number < len(paths):
                    self._done.interrupted = True
                    self._done.not_reached = len(paths) - number
                    break
        return self._done

    def _each(self, paths: Iterator[Path]) -> Iterator[Path]:
        """Answer each document once it is done with."""
        while some := list(islice(paths, TOGETHER)):
            digests = {path: _digest(path) for path in some}
            wanted = sorted({digest for digest in digests.values() if digest})
            known: dict[str, int] = start.run(f"{MINUTES}.known_documents", digests=wanted)
            unknown = []
            for path in some:
                if digests[path] in known:
                    self._note(
                        path,
                        start.run(f"{MINUTES}.take_known", review=known[digests[path]], apply=self._apply),
                    )
                    yield path
                else:
                    unknown.append(Source(path.name, path))
            yield from self._read(unknown)

    def _read(self, sources: list[Source]) -> Iterator[Path]:
        for source, outcome in read_in_order(sources, processes=os.cpu_count() or 1):
            path = source.content
            assert isinstance(path, Path)
            self._keep(path, outcome)
            yield path

    def _keep(self, path: Path, outcome: Outcome) -> None:
        if isinstance(outcome, UnreadableDocumentError):
            words = start.run("samstyr.exchange.refusals.reason", code=outcome.code)
            self._done.refused.append((path, words))
        else:
            self._note(path, start.run(f"{MINUTES}.take", path=path, outcome=outcome, apply=self._apply))

    def _note(self, path: Path, taken: Any) -> None:
        """Count what became of a document (exchange.minutes_import.Taken)."""
        if taken.refused:
            self._done.refused.append((path, taken.refused))
            return
        if not taken.is_new:
            self._done.there_before += 1
        else:
            self._done.read += 1
            if taken.same_as:
                self._done.same.append((path, _same(taken)))
        self._done.applied += taken.applied
        self._done.waiting += taken.state == "waiting"

    @contextmanager
    def _interruptible(self) -> Iterator[None]:
        """Let Ctrl-C end the work after the document at hand; pressed again, at once."""

        def stop(_number: int, _frame: FrameType | None) -> None:
            self._stopping = True
            signal.signal(signal.SIGINT, before)

        before = signal.signal(signal.SIGINT, stop)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


def documents_below(folder: Path) -> tuple[list[Path], int]:
    """Answer the documents below a folder that may be read, sorted, and how many other files there are.

    What a system or an editor hides is passed over; links to folders are not followed.
    """
    found: list[Path] = []
    others = 0
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.startswith((".", "~$")):
                continue
            if name.lower().endswith(TYPES):
                found.append(Path(place, name))
            else:
                others += 1
    return sorted(found), others


def _digest(path: Path) -> str:
    """Answer a file's check sum; empty where it can't be opened, which its reading will tell."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _same(taken: Any) -> str:
    if taken.state == "same" or not taken.brings:
        return f"{taken.same_as}; intet nyt"
    return f"{taken.same_as}; {taken.brings} oplysninger er nye eller anderledes"


def _below(path: Path, folder: Path) -> str:
    return str(path.relative_to(folder))


class _Shown(AbstractContextManager["_Shown"]):
    """Progress on the terminal where there is one, else nothing: what a program reads stays clean."""

    def __init__(self, total: int) -> None:
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=console, transient=True) if console.is_terminal else None
        self._task = self._bar.add_task("Læser", total=total) if self._bar is not None else None

    def __enter__(self) -> "_Shown":
        (self._bar or nullcontext()).__enter__()
        return self

    def __exit__(self, *ended: Any) -> None:
        (self._bar or nullcontext()).__exit__(*ended)

    def step(self, done: int, path: Path) -> None:
        """Show that so many documents are done, the last of them this."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, description=f"Læser {path.name[:40]}", completed=done)
