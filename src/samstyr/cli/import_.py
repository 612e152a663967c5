"""`samstyr import`: minutes into the record."""

from pathlib import Path
from typing import Any

import click
from rich.console import Console

from samstyr.platform import start


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--apply", is_flag=True, help="Make it part of the record at once, instead of waiting for a review."
)
def command(file: Path, apply: bool) -> None:
    """Read minutes from FILE; what was read waits on the import page for a person.

    With --apply names are taken to stand for what bears exactly that name in the register. Importing the same
    document twice changes nothing.
    """
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
    else:
        console.print(f"Venter på gennemsyn: /import/{review.pk}/")
    if not imported.is_new:
        console.print("Dokumentet var indleveret før; intet er ændret.")
