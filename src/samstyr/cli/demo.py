"""`samstyr demo`: everything a first look needs, then the server. `make run` calls it."""

import datetime
import os
from importlib import resources
from pathlib import Path

import click

from samstyr.cli.serve import serve
from samstyr.platform import clock, start
from samstyr.platform.errors import InputError

DAY = "2017-07-01"
SECRETARY = "sekretær"
PASSWORD = "samstyr-demonstration"  # of the demonstration accounts only
DOCUMENTS = (".txt", ".md", ".docx", ".pdf", ".html")


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option(
    "--seeds",
    type=click.Path(path_type=Path),
    help="A folder of documents that then wait on the import page, ready to review.",
)
def command(port: int, seeds: Path | None) -> None:
    """Start a demonstration: the Danish register, example meetings, example persons, seen from 1 July 2017.

    The meeting dates and deadlines of other fora than the national board are example data.
    """
    start.require_operator("start the demonstration")
    if os.environ.get("SAMSTYR_PRODUCTION") == "1":
        raise InputError("SAMSTYR_PRODUCTION: there is no demonstration in production; use `samstyr serve`")
    os.environ["SAMSTYR_DEMONSTRATION"] = "1"
    os.environ.setdefault("SAMSTYR_TODAY", DAY)
    documents = _documents(seeds) if seeds else []
    with resources.as_file(resources.files("samstyr") / "data") as data:
        plan = start.call(
            "samstyr.exchange.register_database.load_file", path=data / "denmark.yaml", with_examples=True
        )
        click.echo(f"Register: {plan.create} created, {plan.change} changed, {plan.unchanged} unchanged.")
        click.echo("Only the national board's meetings are real: other dates and deadlines are example data.")
        for example in sorted((data / "examples").glob("*.txt")):
            start.call("samstyr.exchange.minutes_import.import_file", path=example, apply=True)
    start.call("samstyr.registry.demonstration.make_examples", password=PASSWORD)
    start.call("samstyr.meetings.demonstration.make_example_case", on=clock.today(), now=_morning())
    start.call(
        "samstyr.meetings.demonstration_meetings.make_example_meetings", on=clock.today(), now=_morning()
    )
    start.call("samstyr.portfolio.demonstration.make_example_portfolios", on=clock.today())
    actor = start.call("samstyr.registry.viewers.user_viewer", username=SECRETARY)
    for document in documents:
        start.call("samstyr.exchange.minutes_import.import_file", path=document, apply=False, actor=actor)
    click.echo("The banner on each page lets you see Samstyr as any of the example persons.")
    click.echo(f"They can log in too ({SECRETARY}, koordinator-kl …): the password is {PASSWORD}")
    serve(port=port, processes=1, path="/import/" if documents else "/")


def _morning() -> datetime.datetime:
    """Answer nine o'clock of the day everything is seen from."""
    return datetime.datetime.combine(clock.today(), datetime.time(9), clock.COPENHAGEN)


def _documents(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise InputError(f"{folder}: is no folder (expected one with documents to review)")
    found = sorted(file for file in folder.iterdir() if file.suffix.lower() in DOCUMENTS)
    if not found:
        raise InputError(f"{folder}: holds no documents (expected {', '.join(DOCUMENTS)})")
    return found
