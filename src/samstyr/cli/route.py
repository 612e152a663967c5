"""`samstyr route`: which legs a case must pass, and when it can be decided at the earliest."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
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
from samstyr.rules.mandate import UnknownIdError
from samstyr.rules.register import Act, Register
from samstyr.rules.register.problems import described
from samstyr.rules.route import Leg, Mode, Question, Route, plan_route

FILE: Final = click.Path(path_type=Path)
KEYS: Final = ("subject", "from", "ready", "by", "on", "written", "facts")
OPTIONS: Final = (
    click.option("--subject", metavar="ID", help="What is to be decided."),
    click.option("--from", "start", metavar="ID", help="The forum where the paper lies."),
    click.option("--ready", metavar="DATE", help="The day the paper is ready there, YYYY-MM-DD."),
    click.option("--by", metavar="DATE", help="The day a decision is wanted by."),
    click.option("--on", metavar="DATE", help="Read the register as of this day (default: the ready date)."),
    click.option("--written", is_flag=True, help="Fora that have a written procedure may use it."),
    click.option("--fact", "facts", metavar="NAME=VALUE", multiple=True, help="A fact; may be repeated."),
    click.option("--register", metavar="FILE", type=FILE, help="A register file instead of the database."),
)
"""What is asked, alike for every command that plans a journey."""


def asks_for_a_journey(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that make a question."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


@click.command()
@asks_for_a_journey
@click.option("--cases", metavar="FILE", type=FILE, help="Many cases: one JSON object a line.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON (samstyr.route/1).")
def command(register: Path | None, cases: Path | None, as_json: bool, **options: Any) -> None:
    """Plan the way of a case through the fora: every leg with its day, and the earliest decision.

    A case that can't be decided is answered too, with the reason, and exits 0. With --cases the other options
    hold where a case says nothing, and a case that cannot be answered makes the exit code 2.
    """
    given = values_of(options)
    if cases is not None:
        write = write_json if as_json else _show_case
        defaults = {**given, "register": register}
        all_good = answer_cases(cases, keys=KEYS, defaults=defaults, answer=_answer_case, write=write)
        sys.exit(0 if all_good else 2)
    question = question_of(given, "--")
    known = Registers().get(register)
    answer = planned(known, question, "--", where(register))
    if as_json:
        write_json(answer.as_json())
    else:
        _show(known, question, answer)


def values_of(options: Mapping[str, Any]) -> dict[str, Any]:
    """What the options say, by the names that a case uses."""
    given = {**options, "from": options["start"], "facts": facts_of_options(options["facts"])}
    del given["start"]
    return given


def question_of(values: Values, prefix: str) -> Question:
    """The question, put right. Raises InputError, each value told by its label."""
    written = values.get("written", False)
    if not isinstance(written, bool):
        raise InputError(f"{prefix}written: expected true or false, found {described(written)}")
    # Asked for first: a day that is left out would be today.
    text_value(values, "ready", f"{prefix}ready", "a date (YYYY-MM-DD)")
    return Question(
        subject=text_value(values, "subject", f"{prefix}subject", "the id of a subject"),
        start=text_value(values, "from", f"{prefix}from", "the id of a forum"),
        ready=day_value(values, "ready", f"{prefix}ready"),
        by=_day_or_none(values, "by", prefix),
        on=_day_or_none(values, "on", prefix),
        written=written,
        facts=facts_of(values.get("facts")),
    )


def _day_or_none(values: Values, name: str, prefix: str) -> date | None:
    return None if values.get(name) is None else day_value(values, name, f"{prefix}{name}")


def planned(register: Register, question: Question, prefix: str, known_as: str) -> Route:
    """The route. Raises InputError as `told_of_problems` does."""
    with told_of_problems(prefix, known_as):
        return plan_route(register, question)


@contextmanager
def told_of_problems(prefix: str, known_as: str) -> Iterator[None]:
    """Tell what a question asks for in vain as InputError: an id nobody knows, a day no calendar has."""
    try:
        yield
    except UnknownIdError as error:
        option = "from" if error.what == "forum" else error.what
        raise InputError(f"{prefix}{option}: {error} in {known_as}") from error
    except OverflowError as error:
        raise InputError(
            f"{prefix}ready: {error} (expected a day well inside the years 1 to 9999)"
        ) from error


def _answer_case(values: Values, path: Path | None, register: Register) -> dict[str, Any]:
    return planned(register, question_of(values, ""), "", where(path)).as_json()


def _show(register: Register, question: Question, answer: Route) -> None:
    """The journey for a person: when it is decided, a row a leg, and what is worth knowing besides."""
    console = Console(highlight=False)
    if answer.blocked is not None:
        console.print("[red]Kan ikke afgøres[/red]")
        console.print(answer.blocked.message, markup=False)
    else:
        console.print(_headline(answer), markup=False)
        table = Table(
            "Forum", "Handling", "Materiale senest", "Dag", "Luft", "Hjemmel", box=None, pad_edge=False
        )
        for leg in answer.legs:
            marked = " ◀" if leg.id == answer.binding_leg else ""
            table.add_row(
                register.fora[leg.forum].name + marked,
                _deed(leg),
                "" if leg.submit_by is None else wording.day(leg.submit_by),
                wording.day(leg.sits_on),
                wording.days(leg.slack_days),
                "" if leg.basis is None else register.instruments[leg.basis].name,
            )
        console.print(table)
        for told in answer.informed:
            on = "intet kendt møde" if told.on is None else wording.day(told.on)
            console.print(f"Derefter orienteres {register.fora[told.forum].name}: {on}.", markup=False)
    if question.by is not None:
        latest = answer.latest_ready
        said = "kan ikke nås" if latest is None else f"materialet må være klar senest {wording.day(latest)}"
        console.print(f"Beslutning senest {wording.day(question.by)}: {said}.", markup=False)
    if answer.missing_facts:
        console.print(f"Oplysninger, der ikke er givet: {', '.join(answer.missing_facts)}.", markup=False)


def _headline(answer: Route) -> str:
    if answer.decided_on is None or answer.binding_on is None:
        raise ValueError("expected a route that is planned")
    said = f"Kan tidligst besluttes {wording.day(answer.decided_on)}"
    if answer.binding_on > answer.decided_on:
        said += f", bindende {wording.day(answer.binding_on)}"
    return f"{said}."


def _deed(leg: Leg) -> str:
    if leg.mode == Mode.HEARING:
        return "høres"
    deed = wording.NAMES[Act(leg.act)]
    return f"{deed} (skriftligt)" if leg.mode == Mode.WRITTEN else deed


def _show_case(answer: Mapping[str, Any]) -> None:
    """One case for a person, on a line."""
    if "error" in answer:
        said = answer["error"]
    elif answer["blocked"]:
        said = answer["blocked"]["message"]
    else:
        said = answer["decided_on"]
    write_line(f"{answer['id']}: {said}")
