"""`samstyr export-review`: what people made of minutes that were read, as test cases of the reader."""

from pathlib import Path

import click

from samstyr.platform import start


@click.command("export-review")
@click.argument("reviews", type=int, nargs=-1, metavar="[NUMBER]…")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to write to; it is made where it is missing.",
)
def command(reviews: tuple[int, ...], folder: Path) -> None:
    """Write reviews as test cases: NN.txt is the text, NN.json what should be read in it.

    NUMBER is that of a review in its address. Without any: every review that a person applied or went through. Texts
    and keys hold the names of those who met: keep them as you keep the minutes.
    """
    written = start.call("samstyr.exchange.review_export.export_reviews", folder=folder, reviews=reviews)
    for path in written:
        click.echo(f"{path} {path.with_suffix('.json').name}")
    if not written:
        click.echo("Ingen har gennemgået eller indført noget endnu.")
