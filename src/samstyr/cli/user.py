"""`samstyr user`: make a user."""

import click

from samstyr.platform import start


@click.command()
@click.argument("name")
@click.option("--administrator", is_flag=True, help="May edit the register and make further users.")
@click.password_option(help="Asked for when left out; at least 12 characters.")
def command(name: str, administrator: bool, password: str) -> None:
    """Make a user who can log in."""
    start.call(
        "samstyr.accounts.services.create_user", username=name, password=password, administrator=administrator
    )
    click.echo(f"Made the user {name}.")
