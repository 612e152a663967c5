"""`samstyr wheel`: which of its duties a forum deals with at which of its meetings of a year."""

from pathlib import Path
from typing import Final

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from samstyr.cli.cases import Registers, where, write_json
from samstyr.platform import clock, start
from samstyr.platform.errors import InputError
from samstyr.rules import wording
from samstyr.rules.mandate import UnknownIdError
from samstyr.rules.register import Register
from samstyr.rules.register.problems import shown
from samstyr.rules.register.values import FIRST_YEAR, LAST_YEAR
from samstyr.rules.wheel import Wheel, wheel

WHEEL: Final = "samstyr.meetings.queries.wheel.wheel_of"


@click.command()
@click.option("--forum", metavar="ID", help="The forum whose year it is.")
@click.option("--year", metavar="YEAR", help="The calendar year (default: this year).")
@click.option(
    "--register",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A register file instead of the database.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON (samstyr.wheel/1).")
def command(forum: str | None, year: str | None, register: Path | None, as_json: bool) -> None:
    """Show the annual wheel of a forum: its meetings, their deadlines and its duties.

    A duty with months falls on the forum's first meeting in each, one without on the first meeting on or
    after each step. What no known meeting takes is listed last.
    """
    if not forum:
        raise InputError("--forum: missing (expected the id of a forum)")
    asked = _year(year)
    known = Registers().get(register)
    try:
        if register is None:  # the database also knows what was moved by hand
            found: Wheel = start.call(WHEEL, forum=forum, year=asked)
        else:
            found = wheel(known, forum, asked)
    except UnknownIdError as error:
        raise InputError(f"--forum: {error} in {where(register)}") from error
    if as_json:
        write_json(found.as_json())
    else:
        _show(known, found)


def _year(given: str | None) -> int:
    """The year asked for. Raises InputError where it is none that a register knows."""
    if given is None:
        return clock.today().year
    if given.isascii() and given.isdigit() and len(given) == 4 and FIRST_YEAR <= int(given) <= LAST_YEAR:
        return int(given)
    raise InputError(f"--year: expected a year from {FIRST_YEAR} to {LAST_YEAR}, found {shown(given)}")


def _show(register: Register, found: Wheel) -> None:
    """The wheel for a person: a row a meeting, then the duties without one."""
    console = Console(highlight=False)
    console.print(f"Årshjul {found.year}: {register.fora[found.forum].name}", markup=False)
    if found.meetings:
        table = Table("Møde", "Materiale senest", "Referat senest", "Pligter", box=None, pad_edge=False)
        for meeting in found.meetings:
            names = "\n".join(escape(register.duties[duty].name) for duty in meeting.duties)
            due = [wording.day(day) if day else "–" for day in (meeting.papers_due, meeting.minutes_due)]
            table.add_row(wording.day(meeting.date), *due, names or "[dim]ingen[/dim]")
        console.print(table)
    else:
        console.print(f"Ingen møder er kendt i {found.year}.")
    if found.unplaced:
        console.print("\n[yellow]Pligter uden møde[/yellow]")
        for occurrence in found.unplaced:
            month = wording.MONTHS[occurrence.planned.month - 1]
            console.print(f"{month}: {register.duties[occurrence.duty].name}", markup=False)
