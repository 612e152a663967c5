"""`samstyr migrate`: bring the database up to date."""

import os

import click

from samstyr.platform import database, start


@click.command()
def command() -> None:
    """Bring the database's tables up to date (the embedded database does so by itself)."""
    start.require_operator("change the database's tables")
    database.start()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samstyr.project.settings")
    start.migrate()
