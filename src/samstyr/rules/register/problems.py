"""What is wrong with a register, told so that a person finds the place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

Place = tuple["Place | None", str | int] | None
"""A place in a document: the place around it and the key or index in it; None is the document itself."""

PLAIN_KEY = re.compile(r"[\w.-]{1,60}")
LONGEST_SHOWN = 60
LARGEST_SHOWN = 10**18


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: `path` is the place (`fora[0].colour`, empty for the whole document), `message` what
    was found and what was expected, on one line."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class RegisterError(Exception):
    """A document that is no register: every problem found in it, in the order of the document."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def path_of(place: Place) -> str:
    """A place in words: `mandates[3].when.phase`."""
    steps: list[str | int] = []
    while place is not None:
        place, step = place
        steps.append(step)
    path = ""
    for step in reversed(steps):
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            name = step if PLAIN_KEY.fullmatch(step) else shown(step)
            path += f".{name}" if path else name
    return path


def shown(text: str) -> str:
    """A text as it may stand in a message: quoted, on one line, not too long, printable everywhere."""
    cut = text[:LONGEST_SHOWN]
    safe = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in cut)
    return f"'{safe}…'" if len(text) > LONGEST_SHOWN else f"'{safe}'"


def described(value: object) -> str:
    """What was found, in a few words; never long, however large the value is."""
    match value:
        case None:
            found = "nothing"
        case str():
            found = f"the text {shown(value)}"
        case bool():
            found = "true" if value else "false"
        case int() | float():
            found = f"the number {value}" if -LARGEST_SHOWN < value < LARGEST_SHOWN else "no ordinary number"
        case datetime():
            found = "a date with a time of day"
        case date():
            found = f"the date {value.isoformat()}"
        case dict():
            found = "a mapping"
        case list() | tuple():
            found = "a list"
        case _:
            found = f"a {type(value).__name__}"
    return found
