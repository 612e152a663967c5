"""`samstyr load`: bring the database in line with a register file."""

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from samstyr.platform import start
from samstyr.rules.plan import Plan

TITLES = {"create": "oprettes", "change": "ændres", "unchanged": "uændrede", "missing": "mangler i filen"}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--plan", "only_plan", is_flag=True, help="Only show what would happen; store nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON (samstyr.plan/1).")
def command(file: Path, only_plan: bool, as_json: bool) -> None:
    """Load a register FILE (YAML or JSON): show the plan and apply it. It asks nothing.

    What the file lacks is left alone and counted as missing. A file with errors exits 2 and stores nothing.
    """
    plan = start.call("samstyr.exchange.register_database.load_file", path=file, only_plan=only_plan)
    if as_json:
        click.echo(json.dumps(plan.as_json(), ensure_ascii=False))
    else:
        _show(plan, only_plan)


def _show(plan: Plan, only_plan: bool) -> None:
    """Print the plan list by list, and each field that changes."""
    console = Console()
    table = Table("", *TITLES.values(), box=None)
    for name, part in plan.lists.items():
        counts = (part.create, part.change, part.unchanged, part.missing)
        table.add_row(name, *(str(len(found)) for found in counts))
    console.print(table)
    for name, part in plan.lists.items():
        for key, change in part.change.items():
            for field in change.fields:
                console.print(f"{name} {key}: {field.key}: {field.old} → {field.new}", markup=False)
    console.print("Intet er gemt: dette er kun planen." if only_plan else "Gemt.")
