"""`samstyr export`: what the database holds, as files."""

import click

from samstyr.platform import start


@click.group()
def command() -> None:
    """Export what the database holds."""


@command.command()
def register() -> None:
    """Print the register as YAML; the same content gives the same bytes."""
    click.echo(start.call("samstyr.exchange.register_database.export_text"), nl=False)
