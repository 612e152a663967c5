"""Readers of single values of a document: each gives the value, or reports what is wrong with it at its
place.

A reader takes a value, its place and the reading under way, and answers INVALID after it has reported a
problem.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from math import isfinite
from typing import Any, Final

from samstyr.rules.register.problems import Place, Problem, described, path_of, shown

ID: Final = re.compile(r"[a-z0-9][a-z0-9.-]*")
ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
DURATION: Final = re.compile(
    r"P(?=[0-9])(?:[0-9]{1,4}Y)?(?:[0-9]{1,4}M)?(?:[0-9]{1,5}D)?|P[0-9]{1,4}W", re.ASCII
)
LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
LONGEST_TEXT: Final = 10_000
LONGEST_ID: Final = 200


class _Invalid:
    """Stands for a value that was reported as wrong."""


INVALID: Final = _Invalid()

NOUNS: Final = {
    "parties": "party",
    "organisations": "organisation",
    "instruments": "instrument",
    "fora": "forum",
    "subjects": "subject",
    "mandates": "mandate",
    "duties": "duty",
    "systems": "system",
    "initiatives": "initiative",
    "accepted": "accepted finding",
}


@dataclass(slots=True)
class Reading:
    """A document being read: the ids it holds, list by list, and the problems met so far.

    The ids are kept as id → id, so that every mention of an entry shares one text.
    """

    ids: Mapping[str, Mapping[str, str]]
    known: Mapping[str, Mapping[Any, Any]]
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, place: Place, message: str) -> _Invalid:
        """Report a problem; gives INVALID, for the reader to hand on."""
        self.problems.append(Problem(path_of(place), message))
        return INVALID

    def knows(self, list_name: str, identifier: str) -> bool:
        """Whether the document, or the register it adds to, has such an entry."""
        return identifier in self.ids[list_name] or identifier in self.known[list_name]


Reader = Callable[[object, Place, Reading], Any]


def text(value: object, place: Place, reading: Reading) -> Any:
    """A text that says something; an empty one is refused."""
    if not isinstance(value, str):  # told with a hint: 1.5 and 2017 are read as numbers unless quoted
        hint = "" if isinstance(value, dict | list) or value is None else ": put it in quotes"
        return reading.refuse(place, f"expected a text, found {described(value)}{hint}")
    if not value or value.isspace():
        return reading.refuse(place, "expected a text, found an empty one")
    if len(value) > LONGEST_TEXT:
        return reading.refuse(place, f"the text is too long: {len(value)} characters, at most {LONGEST_TEXT}")
    if "\0" in value:
        return reading.refuse(place, "the text holds a NUL character")
    if not value.isascii() and LONE_SURROGATE.search(value):
        return reading.refuse(place, "the text holds half a character (a lone surrogate)")
    return value


def optional_text(value: object, place: Place, reading: Reading) -> Any:
    """A text, or None for an empty one, which says nothing."""
    return None if value == "" else text(value, place, reading)


def identifier(value: object, place: Place, reading: Reading) -> Any:
    """The id of an entry."""
    if isinstance(value, str) and len(value) <= LONGEST_ID and ID.fullmatch(value):
        return value
    found = text(value, place, reading)
    if found is INVALID:
        return INVALID
    if not ID.fullmatch(found):
        return reading.refuse(
            place, f"{shown(found)} is no id (expected a-z, 0-9, '.' and '-', a letter or digit first)"
        )
    return reading.refuse(place, f"the id is too long: {len(found)} characters, at most {LONGEST_ID}")


def reference_to(list_name: str) -> Reader:
    """A reader of the id of an entry of that list."""

    def reference(value: object, place: Place, reading: Reading) -> Any:
        if not isinstance(value, str):
            return text(value, place, reading)
        named = reading.ids[list_name].get(value)
        if named is not None:
            return named
        if value in reading.known[list_name]:
            return value
        return reading.refuse(place, f"no {NOUNS[list_name]} has the id {shown(value)}")

    return reference


def word_of(vocabulary: type[StrEnum]) -> Reader:
    """A reader of one word of a closed vocabulary."""
    words = {member.value: member for member in vocabulary}
    expected = ", ".join(words)

    def word(value: object, place: Place, reading: Reading) -> Any:
        if isinstance(value, str) and value in words:
            return words[value]
        return reading.refuse(place, f"expected one of {expected}; found {described(value)}")

    return word


def flag(value: object, place: Place, reading: Reading) -> Any:
    """True or false."""
    if isinstance(value, bool):
        return value
    return reading.refuse(place, f"expected true or false, found {described(value)}")


def whole(least: int, most: int) -> Reader:
    """A reader of a whole number, both ends included."""

    def number(value: object, place: Place, reading: Reading) -> Any:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        return reading.refuse(
            place, f"expected a whole number from {least} to {most}, found {described(value)}"
        )

    return number


def share(value: object, place: Place, reading: Reading) -> Any:
    """A share from 0 to 1."""
    if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) and 0 <= value <= 1:
        return value
    return reading.refuse(place, f"expected a number from 0 to 1, found {described(value)}")


def day(value: object, place: Place, reading: Reading) -> Any:
    """A date, as YAML has them or as the text YYYY-MM-DD."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        parsed = iso_date(value)
        if parsed is not None:
            return parsed
    return reading.refuse(place, f"expected a date (YYYY-MM-DD), found {described(value)}")


def iso_date(value: str) -> date | None:
    """The day that a text YYYY-MM-DD names, or None where it names none."""
    if not ISO_DATE.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def duration(value: object, place: Place, reading: Reading) -> Any:
    """An ISO 8601 duration of at least a day, kept as text."""
    found = text(value, place, reading)
    if found is INVALID:
        return INVALID
    if DURATION.fullmatch(found) and any(digit in "123456789" for digit in found):
        return found
    return reading.refuse(
        place, f"expected an ISO 8601 duration of whole days, such as P6M or P2W; found {shown(found)}"
    )


def list_of(reader: Reader, *, once: bool = False) -> Reader:
    """A reader of a list of values; with `once`, a value that stands twice is refused."""

    def values(value: object, place: Place, reading: Reading) -> Any:
        if not isinstance(value, list):
            return reading.refuse(place, f"expected a list, found {described(value)}")
        read = [reader(item, (place, number), reading) for number, item in enumerate(value)]
        if any(item is INVALID for item in read):
            return INVALID
        if once and len(set(read)) < len(read):
            return _refuse_repeats(read, place, reading)
        return tuple(read)

    return values


def _refuse_repeats(read: Iterable[Any], place: Place, reading: Reading) -> _Invalid:
    first: dict[Any, int] = {}
    for number, item in enumerate(read):
        if item in first:
            reading.refuse((place, number), f"{item} stands twice (first at {path_of((place, first[item]))})")
        else:
            first[item] = number
    return INVALID
