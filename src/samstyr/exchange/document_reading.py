"""A YAML document of a person, read on whatever is wrong with it: what is wrong is collected with its place.

Every error names the file, the line and the path of the key, and says what was expected.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from samstyr.exchange import yaml_reading
from samstyr.platform.errors import InputError
from samstyr.rules.register.problems import described

LARGEST: Final = 1 << 22

Place = tuple[str | int, ...]
"""Keys and indexes from the outermost in."""


@dataclass(slots=True)
class DocumentReading:
    """The reading of one document. `problems` are what was found wrong so far, in order."""

    problems: list[tuple[Place, str]] = field(default_factory=list)

    def document(self, path: Path, text: str) -> Any:
        """The text as plain data. Raises InputError where it is no YAML."""
        try:
            return yaml_reading.load(text)
        except yaml_reading.YamlError as error:
            raise InputError(f"{path}: {error}") from error

    def refuse(self, path: Path, text: str) -> None:
        """Raise InputError, a line for each problem, where there is one."""
        if self.problems:
            lines = [
                f"{path}: line {yaml_reading.line_of(text, place)}: {_told(place)}{message}"
                for place, message in self.problems
            ]
            raise InputError(*lines)

    def wrong(self, place: Place, message: str) -> None:
        """Note what is wrong at the place."""
        self.problems.append((place, message))

    def known(self, said: Mapping[Any, object], place: Place, keys: Sequence[str]) -> None:
        """Note every key that is none of those."""
        for key in said:
            if key not in keys:
                self.wrong((*place, str(key)), f"unknown key (expected one of {', '.join(keys)})")

    def text(self, value: object, place: Place, expected: str) -> str:
        """The text, or an empty one and a problem."""
        if isinstance(value, str) and value.strip():
            return value
        quotes = "" if value is None or isinstance(value, str | dict | list) else "; write it in quotes"
        self.wrong(place, f"expected {expected}, found {described(value)}{quotes}")
        return ""

    def optional(self, said: Mapping[str, object], key: str, expected: str, place: Place = ()) -> str | None:
        """The text under the key, None where it says nothing."""
        return self.text(said[key], (*place, key), expected) if said.get(key) is not None else None

    def entries(self, value: object, place: Place) -> dict[str, Any]:
        """A mapping by texts; nothing where there is none."""
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.wrong(place, f"expected a mapping, found {described(value)}")
            return {}
        named = {self.text(key, (*place, str(key)), "a text as key"): each for key, each in value.items()}
        named.pop("", None)  # what was no text is told already
        return named

    def texts(self, value: object, place: Place, expected: str) -> list[str]:
        """The texts of a list of at least one."""
        if not isinstance(value, list) or not value:
            self.wrong(place, f"expected a list of {expected}, found {described(value)}")
            return []
        return [self.text(each, (*place, number), expected) for number, each in enumerate(value)]

    def day(self, value: object, place: Place) -> date | None:
        """The day, or None and a problem."""
        if isinstance(value, date):
            return value
        self.wrong(place, f"expected a day, written YYYY-MM-DD, found {described(value)}")
        return None


def text_of(path: Path) -> str:
    """The text of a file in UTF-8. Raises InputError."""
    try:
        data = path.read_bytes()[: LARGEST + 1]
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file") from error
    except IsADirectoryError as error:
        raise InputError(f"{path}: is a folder (expected a YAML file)") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise InputError(f"{path}: the file is larger than {LARGEST >> 20} MB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}: line {line}: not UTF-8 (byte {data[error.start]:#04x})") from error


def _told(place: Place) -> str:
    path = ""
    for step in place:
        if isinstance(step, int):
            path += f"[{step}]"
        else:
            path += f".{step}" if path else step
    return f"{path}: " if path else ""
