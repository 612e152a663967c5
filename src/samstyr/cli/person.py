"""`samstyr person`: what is kept on a human being, as data; and its erasure."""

import json
from typing import Any, Final

import click

from samstyr.platform import clock, start

# What each code of an erasure says to the operator; what is kept says why.
ERASED: Final = {
    "account": "account: user name, names, password and address of e-mail",
    "login": "addresses of e-mail and second factors of the login",
    "sessions": "sessions",
    "administration": "lines of the administration's log that name the user",
    "seats-from-now": "seats and roles, from today",
    "documents-alone": "documents handed in that nobody else could see",
    "deliveries": "what was sent by e-mail: when, and when it was opened",
    "person": "the person: nothing in the record names them",
}
KEPT: Final = {
    "attendances": "attendances with name: minutes are the official record and are archived",
    "seats": "seats held until today, with name: who sat where is part of the official record",
    "signatures": "signatures, with name: what was signed is part of the official record",
    "stood-in-for": "attendances of a substitute that name the one they stood in for",
    "proposals": "cases the person proposed, with name: the record says who proposed them",
    "forum-texts": "papers, minutes and answers, without name: they are the forum's",
    "room-texts": "texts in a party's room, without name: they are the party's",
    "positions": "released positions, without name: they are the party's, and can't be changed",
    "documents": "documents, without who handed them in: the forum's record rests on them",
    "reviews": "reviews, without who made them: the minutes were applied through them",
}


@click.group()
def command() -> None:
    """Export or erase what is kept on a person (docs/operate/personal-data.md)."""


@command.command()
@click.argument("name")
def export(name: str) -> None:
    """Print what is kept on NAME, a person's full name or a user name, as JSON (samstyr.person/1)."""
    data = start.call("samstyr.exchange.personal_data.person_data", name=name)
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


@command.command()
@click.argument("name")
@click.option("--yes", is_flag=True, help="Erase without asking once more.")
def erase(name: str, yes: bool) -> None:
    """Erase NAME, a person's full name or a user name, as far as the official record allows.

    Says what is erased, and what is kept and why, and asks before it does it. Wholly or not at all.
    """
    asked = {"name": name, "on": clock.today()}
    if not yes:
        _tell(start.call("samstyr.exchange.personal_data.erasure_of", **asked), "Would erase", "Would keep")
        click.confirm(f"Erase {name}? This can't be undone", abort=True)
    _tell(start.call("samstyr.exchange.personal_data.erase_person", **asked), "Erased", "Kept")


def _tell(erasure: Any, erased: str, kept: str) -> None:
    click.echo(erasure.name)
    for title, lines, words in ((erased, erasure.erased, ERASED), (kept, erasure.kept, KEPT)):
        click.echo(f"{title}:" if lines else f"{title}: nothing")
        for line in lines:
            click.echo(f"  {line.number} {words[line.code]}")
