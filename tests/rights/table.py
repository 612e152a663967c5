"""The rights table: every address and every command × role × expected answer (table.csv beside this file)."""

import csv
import fnmatch
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

from tests.rights.roles import ROLES

FILE = Path(__file__).with_name("table.csv")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be asked for, and the answer to each role: an HTTP status, or a command's exit code.

    `method` is GET, POST or RUN (a command); `name` the address's name, or the command with its words; `arguments`
    the keys in the address, where capitals stand for keys of the example world. A name beginning with / is the
    address itself, of a pattern that has no name.
    """

    method: str
    name: str
    arguments: tuple[str, ...]
    answers: dict[str, int]


def rows() -> list[Row]:
    """Answer the rows of the table."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            Row(
                each["method"],
                each["name"],
                tuple(each["arguments"].split()),
                {role: int(each[role]) for role in ROLES},
            )
            for each in csv.DictReader(file)
        ]


def addresses() -> dict[str, int]:
    """Answer the names of all addresses of the application, each with how many arguments it takes."""
    return dict(_named(get_resolver().url_patterns, "", 0))


def covered(name: str, table: list[Row]) -> bool:
    """Tell whether a row is about an address; a name in the table may hold `*`."""
    return any(row.method != "RUN" and fnmatch.fnmatchcase(name, row.name) for row in table)


def _named(patterns: list[URLPattern | URLResolver], prefix: str, before: int) -> Iterator[tuple[str, int]]:
    for pattern in patterns:
        arguments = before + len(pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            inside = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _named(pattern.url_patterns, inside, arguments)
        else:
            yield f"{prefix}{pattern.name}" if pattern.name else f"/{pattern.pattern}", arguments
