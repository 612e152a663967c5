"""`samstyr check`: may this forum do this, and if not, who may?"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click
from rich.console import Console
from rich.table import Table

from samstyr.cli.cases import (
    Registers,
    Values,
    answer_cases,
    day_value,
    facts_of,
    facts_of_options,
    text_value,
    where,
    write_json,
    write_line,
)
from samstyr.platform.errors import InputError
from samstyr.rules import wording
from samstyr.rules.mandate import Check, UnknownIdError, check
from samstyr.rules.register import Act, Register
from samstyr.rules.register.problems import described
from samstyr.rules.verdict import CheckVerdict

VERDICTS: Final = {
    CheckVerdict.WITHIN: "[green]Inden for mandatet[/green]",
    CheckVerdict.DENIED: "[red]Nægtet[/red]",
    CheckVerdict.NEEDS: "[yellow]Skal bringes videre[/yellow]",
    CheckVerdict.ULTRA_VIRES: "[red]Uden for mandatet[/red]",
}
FILE: Final = click.Path(path_type=Path)
KEYS: Final = ("forum", "act", "subject", "on", "facts")


@click.command()
@click.option("--forum", metavar="ID", help="The forum that would act.")
@click.option("--act", metavar="ACT", help=f"What it would do: {', '.join(Act)}.")
@click.option("--subject", metavar="ID", help="The subject it would act on.")
@click.option("--on", metavar="DATE", help="The day, YYYY-MM-DD (default: today).")
@click.option(
    "--fact", "facts", metavar="NAME=VALUE", multiple=True, help="A fact of the case; may be repeated."
)
@click.option(
    "--register",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A register file instead of the database.",
)
@click.option("--cases", metavar="FILE", type=FILE, help="Many cases: one JSON object a line.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON (samstyr.check/1).")
def command(
    forum: str | None,
    act: str | None,
    subject: str | None,
    on: str | None,
    facts: tuple[str, ...],
    register: Path | None,
    cases: Path | None,
    as_json: bool,
) -> None:
    """Check whether a forum may act on a subject; every verdict exits 0.

    The verdict is within, denied, needs (it may bring the matter to those who can) or ultra_vires. With
    --cases the other options hold where a case says nothing, and a case that cannot be answered makes the
    exit code 2.
    """
    given = {"forum": forum, "act": act, "subject": subject, "on": on, "facts": facts_of_options(facts)}
    if cases is not None:
        write = write_json if as_json else _show_case
        defaults = {**given, "register": register}
        all_good = answer_cases(cases, keys=KEYS, defaults=defaults, answer=_answer_case, write=write)
        sys.exit(0 if all_good else 2)
    question = _Question(given, "--")
    known = Registers().get(register)
    answer = question.answer(known, where(register))
    if as_json:
        write_json(answer.as_json())
    else:
        _show(known, answer)


class _Question:
    """A question that was put right; each value is told by its label where it is not. Raises InputError."""

    def __init__(self, values: Values, prefix: str) -> None:
        self._prefix = prefix
        self.forum = text_value(values, "forum", f"{prefix}forum", "the id of a forum")
        acts = f"one of {', '.join(Act)}"
        act = text_value(values, "act", f"{prefix}act", acts)
        if act not in set(Act):
            raise InputError(f"{prefix}act: expected {acts}; found {described(act)}")
        self.act = Act(act)
        self.subject = text_value(values, "subject", f"{prefix}subject", "the id of a subject")
        self.on = day_value(values, "on", f"{prefix}on")
        self.facts = facts_of(values.get("facts"))

    def answer(self, register: Register, known_as: str) -> Check:
        """The answer. Raises InputError for a forum or subject that the register does not have."""
        try:
            return check(register, self.forum, self.act, self.subject, self.on, self.facts)
        except UnknownIdError as error:
            raise InputError(f"{self._prefix}{error.what}: {error} in {known_as}") from error


def _answer_case(values: Values, path: Path | None, register: Register) -> dict[str, Any]:
    return _Question(values, "").answer(register, where(path)).as_json()


def _show(register: Register, answer: Check) -> None:
    """The answer for a person: verdict, reason, and the mandates it stands on."""
    console = Console(highlight=False)
    console.print(VERDICTS[answer.verdict])
    console.print(answer.reason, markup=False)
    if not answer.mandates:
        return
    table = Table("Mandat", "Forum", "Handling", "Hjemmel", "Kilde", box=None, pad_edge=False)
    for mandate in (register.mandates[found] for found in answer.mandates):
        basis = mandate.basis
        source = mandate.source
        row = (
            mandate.id,
            register.fora[mandate.forum].name,
            wording.NAMES[mandate.act] if mandate.permits else f"ikke {wording.NAMES[mandate.act]}",
            "" if basis is None else _place(register.instruments[basis.instrument].name, basis.section),
            "" if source is None else _place(source.document, source.section),
        )
        table.add_row(*row)
    console.print(table)


def _place(name: str, section: str | None) -> str:
    return f"{name}, afsnit {section}" if section else name


def _show_case(answer: Mapping[str, Any]) -> None:
    """One case for a person, on a line."""
    said = answer.get("error") or f"{answer['verdict']}: {answer['reason']}"
    write_line(f"{answer['id']}: {said}")
