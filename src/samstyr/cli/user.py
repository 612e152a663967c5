"""`samstyr user`: make a user, or a link with which a person sets a password."""

import click

from samstyr.platform import start
from samstyr.platform.errors import InputError


@click.command()
@click.argument("name")
@click.option("--administrator", is_flag=True, help="May edit the register and make further users.")
@click.option(
    "--link",
    is_flag=True,
    help="Print an address where the person sets the password; it works once, for a day. "
    "For a new user, or one who has forgotten it.",
)
@click.option("--password", help="Asked for when left out; at least 12 characters.")
@click.option("--remove-second-factor", is_flag=True, help="For one who has lost phone and recovery codes.")
def command(
    name: str, administrator: bool, link: bool, password: str | None, remove_second_factor: bool
) -> None:
    """Make a user who can log in."""
    if remove_second_factor:
        if administrator or link or password:
            raise InputError("user: --remove-second-factor goes with no other option")
        removed = start.call("samstyr.accounts.services.remove_second_factor", username=name)
        click.echo(f"Removed the second factor of {name}." if removed else f"{name} has no second factor.")
    elif link:
        if password:
            raise InputError("user: give --link or --password, not both")
        address = start.call(
            "samstyr.accounts.services.password_link", username=name, administrator=administrator
        )
        click.echo(f"{name} sets the password here, once, within a day:\n{address}")
    else:
        start.call(
            "samstyr.accounts.services.create_user",
            username=name,
            password=password or click.prompt("Password", hide_input=True, confirmation_prompt=True),
            administrator=administrator,
        )
        click.echo(f"Made the user {name}.")
