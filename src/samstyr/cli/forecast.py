"""`samstyr forecast`: how sure the day of a decision is, by how often each forum has postponed items."""

from pathlib import Path
from typing import Any, Final

import click
from rich.console import Console
from rich.table import Table

from samstyr.cli.cases import Registers, where, write_json
from samstyr.cli.route import asks_for_a_journey, question_of, told_of_problems, values_of
from samstyr.platform import start
from samstyr.rules import wording
from samstyr.rules.forecast import Forecast, Record, forecast
from samstyr.rules.register import Register

RECORDS: Final = "samstyr.meetings.queries.postponements.postponement_records"


@click.command()
@asks_for_a_journey
@click.option("--json", "as_json", is_flag=True, help="Print JSON (samstyr.forecast/1).")
def command(register: Path | None, as_json: bool, **options: Any) -> None:
    """Simulate the way of a case: the days by which half, and nine tenths, of all runs are decided.

    The record of postponed items is the database's; a register file has none, and then nothing is postponed.
    """
    question = question_of(values_of(options), "--")
    known = Registers().get(register)
    records: dict[str, Record] = {} if register is not None else start.call(RECORDS)
    with told_of_problems("--", where(register)):
        answer = forecast(known, question, records)
    if as_json:
        write_json(answer.as_json())
    else:
        _show(known, answer)


def _show(register: Register, answer: Forecast) -> None:
    """The forecast for a person."""
    console = Console(highlight=False)
    if answer.decided_on is None:
        console.print("[red]Kan ikke afgøres.[/red] `samstyr route` siger hvorfor.")
        return
    console.print(f"Planlagt: {wording.day(answer.decided_on)}")
    for share, day in (("halvdelen", answer.p50), ("9 af 10", answer.p90)):
        said = "efter det sidste kendte møde" if day is None else f"senest {wording.day(day)}"
        console.print(f"I {share} af {answer.runs} gennemløb: {said}")
    table = Table("Forum", "Udsættes", "Punkter behandlet", "", box=None, pad_edge=False)
    for rate in answer.rates:
        share = f"{rate.percent} pct."
        table.add_row(
            register.fora[rate.forum].name,
            share,
            str(rate.items),
            "alle fora under ét" if rate.pooled else "",
        )
    console.print(table)
