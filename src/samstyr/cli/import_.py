"""`samstyr import`: minutes into the record, one document or a whole folder of them."""

import sys
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from samstyr.cli.import_folder import FolderImport
from samstyr.platform import start

INTERRUPTED = 130  # as a shell counts a command that ended on Ctrl-C


@click.command("import")
@click.argument("path", metavar="FILE|FOLDER", type=click.Path(path_type=Path))
@click.option(
    "--apply", is_flag=True, help="Make it part of the record at once, instead of waiting for a review."
)
def command(path: Path, apply: bool) -> None:
    """Read minutes from FILE, or from every document below FOLDER; what was read waits on the import page for a person.

    With --apply names are taken to stand for what bears exactly that name in the register. Importing the same
    document twice changes nothing. Of a meeting whose minutes are there already, only a person takes over what
    another document says.

    From a folder each document is kept by itself: one that can't be read stops no other. Ctrl-C ends after the
    document at hand; started again, it goes on where it stopped. Exits 2 where a document was refused, 130 where
    it was interrupted.
    """
    if path.is_dir():
        done = FolderImport(path, apply=apply).run()
        done.tell(path)
        if done.refused or done.interrupted:
            sys.exit(INTERRUPTED if done.interrupted else 2)
        return
    _import_file(path, apply=apply)


def _import_file(file: Path, *, apply: bool) -> None:
    imported = start.call("samstyr.exchange.minutes_import.import_file", path=file, apply=apply)
    review = imported.review
    record: dict[str, Any] = review.read or {}
    console = Console()
    counts = ((name, len(found)) for name, found in record.items() if isinstance(found, list) and found)
    console.print(f"{file}: " + ", ".join(f"{number} {name}" for name, number in counts), markup=False)
    forum = imported.matched.get("forum")
    if forum is None:
        console.print("Forummet er ikke fundet i registret: vælg det på importsiden.")
    elif not forum.certain:
        console.print(f"Forummet ligner {forum.key}: bekræft det på importsiden.", markup=False)
    if review.state == "applied":
        console.print(f"Mødet er en del af registreringen: /moeder/{review.meeting_id}/")
    elif review.state == "same":
        console.print(f"Mødet er registreret, og dokumentet siger intet nyt: /moeder/{review.same_as_id}/")
    else:
        console.print(f"Venter på gennemsyn: /import/{review.pk}/")
    if not imported.is_new:
        console.print("Dokumentet var indleveret før; intet er ændret.")
