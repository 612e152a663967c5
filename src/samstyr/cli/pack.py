"""`samstyr pack`: the papers of a meeting as files to print, to write in, and to take along on a tablet."""

import datetime
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, Final

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from samstyr.cli.cases import day_value, text_value, write_json
from samstyr.platform import clock, start
from samstyr.platform.errors import InputError
from samstyr.platform.folders import write_together

FILES: Final = "samstyr.print.pack_files.files_of_meeting"
PAGE: Final = "pakke.html"
BESIDE: Final = "bilag"
STAGES: Final = {
    "reading": "Læser bilag",
    "setting": "Sætter sider",
    "merging": "Lægger bilag ind",
    "saving": "Gemmer",
}


@click.command()
@click.option("--forum", metavar="ID", help="The forum that meets.")
@click.option("--date", metavar="DATE", help="The day of the meeting, YYYY-MM-DD.")
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="The folder to write into.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON (samstyr.pack/1).")
def command(forum: str | None, date: str | None, out: Path | None, as_json: bool) -> None:
    """Write the board pack of a meeting into DIR, whole or not at all.

    pakke.pdf holds agenda, papers and attachments; pakke.docx is for those who write in it; pakke.html, with the
    attachments in bilag/, opens on a tablet without a network. `samstyr --as NAME pack …` makes the pack of that
    user, without what they may not see; else it holds everything.
    """
    values = {"forum": forum, "date": date, "out": str(out) if out is not None else None}
    body = text_value(values, "forum", "--forum", "the id of a forum")
    text_value(values, "date", "--date", "a date, YYYY-MM-DD")
    day = day_value(values, "date", "--date")
    folder = Path(text_value(values, "out", "--out", "a folder to write into"))
    if (folder / BESIDE).is_dir() and not (folder / PAGE).is_file():
        raise InputError(
            f"--out: {folder / BESIDE} is no folder of ours: give a folder of its own for the pack"
        )
    shown = _Shown()
    with shown:
        made = start.call(FILES, forum=body, date=day, now=clock.now(), progress=shown.step)
    write_together(folder, made.files, replaced=[BESIDE])
    if as_json:
        write_json(_as_json(made, body, day))
    else:
        _tell(made, folder)


class _Shown(AbstractContextManager["_Shown"]):
    """Progress on the terminal where there is one, else nothing: what a program reads stays clean."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
        self._bar = Progress(*columns, console=console, transient=True) if console.is_terminal else None
        self._task = self._bar.add_task("Finder mødet", total=None) if self._bar is not None else None

    def __enter__(self) -> "_Shown":
        (self._bar or nullcontext()).__enter__()
        return self

    def __exit__(self, *ended: Any) -> None:
        (self._bar or nullcontext()).__exit__(*ended)

    def step(self, stage: str, done: int, steps: int) -> None:
        """Show that so many of all steps are done."""
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, description=STAGES[stage], completed=done, total=steps)


def _as_json(made: Any, forum: str, date: datetime.date) -> dict[str, Any]:
    return {
        "schema": "samstyr.pack/1",
        "forum": forum,
        "date": date.isoformat(),
        "files": sorted(made.files),
        "pages": made.pages,
        "untagged": list(made.lacking.untagged),
        "refused": [{"attachment": name, "reason": reason} for name, reason in made.lacking.refused],
    }


def _tell(made: Any, folder: Path) -> None:
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"Skrevet i {folder}: {made.pages} sider, {len(made.files)} filer", markup=False)
    for name in made.files:
        console.print(f"  {name}", markup=False)
    if made.lacking.untagged:
        console.print("[yellow]Bilag uden opmærkning, som en skærmlæser ikke kan følge:[/yellow]")
        for name in made.lacking.untagged:
            console.print(f"  {name}", markup=False)
    if made.lacking.refused:
        console.print("[red]Bilag, der ikke kunne lægges ind:[/red]")
        for name, reason in made.lacking.refused:
            console.print(f"  {name}: {reason}", markup=False)
