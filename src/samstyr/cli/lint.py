"""`samstyr lint`: what is wrong with the governance that the register describes."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from samstyr.cli.cases import Registers, Values, answer_cases, day_value, write_json, write_line
from samstyr.platform.errors import InputError
from samstyr.rules import wording
from samstyr.rules.lint import Finding, Severity, as_json, findings, has_open_error
from samstyr.rules.register import Register
from samstyr.rules.register.problems import described

SEVERITIES: Final = {Severity.ERROR: "[red]fejl[/red]", Severity.WARNING: "[yellow]advarsel[/yellow]"}
FILE: Final = click.Path(path_type=Path)
KEYS: Final = ("on", "facts")


@click.command()
@click.option("--register", metavar="FILE", type=FILE, help="A register file instead of the database.")
@click.option("--on", metavar="DATE", help="The day, YYYY-MM-DD (default: today).")
@click.option("--cases", metavar="FILE", type=FILE, help="Many cases: one JSON object a line.")
@click.option("--json", "json_wanted", is_flag=True, help="Print JSON (samstyr.lint/1).")
def command(register: Path | None, on: str | None, cases: Path | None, json_wanted: bool) -> None:
    """Find what is wrong with the governance: matters nobody may decide, fora that rest on nothing, and more.

    Exits 1 when an error is not accepted, else 0. With --cases the other options hold where a case says
    nothing, and only a case that cannot be answered changes the exit code, to 2.
    """
    if cases is not None:
        write = write_json if json_wanted else _show_case
        defaults = {"register": register, "on": on}
        all_good = answer_cases(cases, keys=KEYS, defaults=defaults, answer=_answer_case, write=write)
        sys.exit(0 if all_good else 2)
    day = day_value({"on": on}, "on", "--on")
    found = findings(Registers().get(register), day)
    if json_wanted:
        write_json(as_json(found))
    else:
        _show(found, day)
    sys.exit(1 if has_open_error(found) else 0)


def _answer_case(values: Values, path: Path | None, register: Register) -> dict[str, Any]:
    if values.get("facts") not in (None, {}):
        raise InputError(f"facts: the lint takes none (expected {{}}), found {described(values['facts'])}")
    return as_json(findings(register, day_value(values, "on", "on")))


def _show(found: list[Finding], day: date) -> None:
    """The findings for a person, and how many there are."""
    console = Console(highlight=False)
    if not found:
        console.print(f"Ingen fund den {wording.day(day)}.")
        return
    table = Table("Regel", "Grad", "Fund", "Accepteret", box=None, pad_edge=False)
    for finding in found:
        table.add_row(
            finding.rule.value,
            SEVERITIES[finding.severity],
            f"{escape(finding.message)} [dim]({escape(finding.id)})[/dim]",
            escape(finding.accepted or ""),
        )
    console.print(table)
    errors = sum(finding.is_open_error for finding in found)
    accepted = sum(finding.accepted is not None for finding in found)
    console.print(
        f"{len(found)} fund den {wording.day(day)}; {errors} fejl, der ikke er accepteret; "
        f"{accepted} accepteret."
    )


def _show_case(answer: Mapping[str, Any]) -> None:
    """One case for a person: its findings, each on a line."""
    if "error" in answer:
        write_line(f"{answer['id']}: {answer['error']}")
        return
    write_line(f"{answer['id']}: {len(answer['findings'])} fund")
    for finding in answer["findings"]:
        write_line(f"  {finding['rule']} {finding['id']}: {finding['message']}")
