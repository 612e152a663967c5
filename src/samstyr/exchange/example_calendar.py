"""Example meetings and deadlines for the Danish register, which dates the board's own meetings alone.

Example data: the demonstration, the worked examples and the benchmarks use it; it is no part of the register.
"""

from importlib import resources
from typing import Any, Final

from samstyr.exchange.register_file import read_document
from samstyr.platform.errors import InputError
from samstyr.rules.register import SCHEMA as REGISTER
from samstyr.rules.register import Register, RegisterError, entry_document, parse

SCHEMA: Final = "samstyr.example-calendar/1"
KEYS: Final = ("meetings", "procedure")
FILE: Final = "example-calendar.yaml"


def with_example_calendar(register: Register) -> Register:
    """The register with the example meetings and deadlines of its fora. Raises InputError as `with_calendar`."""
    with resources.as_file(resources.files("samstyr") / "data" / FILE) as path:
        document = read_document(path)
    return with_calendar(register, document, FILE)


def with_calendar(register: Register, document: object, known_as: str) -> Register:
    """The register with the meetings and procedures of a calendar, told of as `known_as`.

    It fills in what the register leaves unsaid. Raises InputError, a line for each problem: a forum that the
    register does not have, a key that is none of meetings and procedure, something the register says itself.
    """
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise InputError(f"{known_as}: expected a calendar (schema: {SCHEMA})")
    fora = document.get("fora")
    if not isinstance(fora, dict) or not all(isinstance(said, dict) for said in fora.values()):
        raise InputError(f"{known_as}: fora: expected meetings and procedures by the id of a forum")
    problems = [problem for forum, said in fora.items() for problem in _problems_of(register, forum, said)]
    if problems:
        raise InputError(*(f"{known_as}: fora.{problem}" for problem in problems))
    entries = [{**entry_document(register.fora[forum]), **said} for forum, said in fora.items()]
    try:
        filled = parse({"schema": REGISTER, "fora": entries}, known=register)
    except RegisterError as error:
        raise InputError(*(f"{known_as}: {problem}" for problem in error.problems)) from error
    return register.with_changes({"fora": filled.fora})


def _problems_of(register: Register, forum: str, said: dict[str, Any]) -> list[str]:
    """What is wrong with what is said of one forum."""
    record = register.fora.get(forum)
    if record is None:
        return [f"{forum}: no forum has this id"]
    unknown = [
        f"{forum}.{key}: unknown key (expected one of {', '.join(KEYS)})" for key in said if key not in KEYS
    ]
    said_twice = [
        f"{forum}.{key}: the register says it itself" for key in KEYS if key in said and getattr(record, key)
    ]
    return unknown + said_twice
