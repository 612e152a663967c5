"""Many questions at once: a file with one JSON object a line, one answer a line, in order, as it goes.

Also what a single question and a case share: where the register comes from, what a value must be, how an
answer is printed. Source: contract of the register, "Many at once".
"""

import json
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO, Any, Final

from samstyr.exchange import json_reading
from samstyr.exchange.register_file import read_register
from samstyr.platform import clock, start
from samstyr.platform.errors import InputError
from samstyr.rules.register import Facts, Register
from samstyr.rules.register.problems import described
from samstyr.rules.register.reading import iso_date

CURRENT_REGISTER: Final = "samstyr.registry.queries.current_register"
STANDARD_INPUT: Final = "-"
BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"

Values = Mapping[str, Any]


@dataclass(slots=True)
class Registers:
    """The registers asked for, each read once, and the errors of those that cannot be read."""

    _read: dict[str | None, Register | InputError] = field(default_factory=dict)

    def get(self, path: Path | None) -> Register:
        """The register of a file, or of the database for None. Raises InputError."""
        key = None if path is None else str(path)
        if key not in self._read:
            try:
                self._read[key] = _register_of(path)
            except InputError as error:
                self._read[key] = error
        found = self._read[key]
        if isinstance(found, InputError):
            raise found
        return found


def _register_of(path: Path | None) -> Register:
    if path is not None:
        # Overlaps keep a file from being loaded; here they are findings of the lint, and checks are made.
        return read_register(path, allow_overlaps=True)
    register: Register = start.call(CURRENT_REGISTER)
    return register


def text_value(values: Values, name: str, label: str, expected: str) -> str:
    """The text that a question needs. Raises InputError, which begins with the label."""
    value = values.get(name)
    if value is None or value == "":
        raise InputError(f"{label}: missing (expected {expected})")
    if not isinstance(value, str):
        raise InputError(f"{label}: expected {expected}, found {described(value)}")
    return value


def day_value(values: Values, name: str, label: str) -> date:
    """The day that a question names, today where it names none. Raises InputError, which begins with the
    label.
    """
    value = values.get(name)
    if value is None:
        return clock.today()
    found = iso_date(value) if isinstance(value, str) else None
    if found is None:
        raise InputError(f"{label}: expected a date (YYYY-MM-DD), found {described(value)}")
    return found


def facts_of_options(options: Iterable[str]) -> dict[str, str]:
    """The facts given as NAME=VALUE, by name. Raises InputError."""
    facts: dict[str, str] = {}
    for option in options:
        name, equals, value = option.partition("=")
        if not equals or not name:
            raise InputError(f"--fact: expected NAME=VALUE, found {described(option)}")
        if name in facts:
            raise InputError(f"--fact: {name} is given twice")
        facts[name] = value
    return facts


def facts_of(given: Any) -> Facts:
    """The facts of a case, as a mapping or None gives them. Raises InputError."""
    if given is None:
        return Facts()
    if not isinstance(given, Mapping):
        raise InputError(f"facts: expected names and values (a JSON object), found {described(given)}")
    try:
        return Facts(given)
    except TypeError as error:
        raise InputError(f"facts: {error}") from error


def write_json(answer: Mapping[str, Any]) -> None:
    """Print an answer as one line of JSON, in UTF-8 whatever the terminal, at once."""
    # Half a character that a case handed in comes back escaped, as it came.
    write_line(json.dumps(answer, ensure_ascii=False))


def write_line(line: str) -> None:
    """Print a line in UTF-8 whatever the terminal, at once; half a character is escaped as JSON does it."""
    sys.stdout.buffer.write(line.encode(errors="backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def where(path: Path | None) -> str:
    """The register in words, for a message about what it does not have."""
    return "the database" if path is None else str(path)


def answer_cases(
    cases: Path,
    *,
    keys: Collection[str],
    defaults: Values,
    answer: Callable[[Values, Path | None, Register], Mapping[str, Any]],
    write: Callable[[Mapping[str, Any]], None] = write_json,
) -> bool:
    """Answer every case of a file (`-`: standard input), in order; answers whether all were good.

    `keys`: what a case may hold besides `id` and `register`; `defaults`: what holds where a case says
    nothing. A bad case is answered with `id` and `error`. Raises InputError where the file itself cannot be
    read.
    """
    registers = Registers()
    folder = Path() if str(cases) == STANDARD_INPUT else cases.parent
    all_good = True
    for number, line in _lines_of(cases):
        case: dict[str, Any] = {}
        try:
            case = _case_of(line, number)
            values = {**defaults, **_values_of(case, keys)}
            register = values.pop("register")
            path = register if register is None or isinstance(register, Path) else folder / register
            found = answer(values, path, registers.get(path))
        except InputError as error:
            all_good = False
            write({"id": case.get("id"), "error": "; ".join(error.lines)})
        else:
            write({"id": case.get("id"), **found})
    return all_good


def _lines_of(cases: Path) -> Iterator[tuple[int, bytes]]:
    """The lines with anything on them, numbered from 1."""
    try:
        with _opened(cases) as file:
            for number, line in enumerate(file, start=1):
                content = line.removeprefix(BYTE_ORDER_MARK) if number == 1 else line
                if content.strip():
                    yield number, content
    except FileNotFoundError as error:
        raise InputError(f"--cases: {cases}: no such file") from error
    except IsADirectoryError as error:
        raise InputError(f"--cases: {cases}: is a folder (expected a file)") from error
    except OSError as error:
        raise InputError(f"--cases: {cases}: cannot be read: {error.strerror}") from error


def _opened(cases: Path) -> Any:
    standard_input: IO[bytes] = sys.stdin.buffer
    return nullcontext(standard_input) if str(cases) == STANDARD_INPUT else cases.open("rb")


def _case_of(line: bytes, number: int) -> dict[str, Any]:
    """The JSON object on a line. Raises InputError, which names the line."""
    try:
        case = json_reading.load(line.decode())
    except UnicodeDecodeError as error:
        raise InputError(f"line {number}: not UTF-8") from error
    except json_reading.JsonError as error:
        raise InputError(f"line {number}: {str(error).removeprefix('line 1, ')}") from error
    if not isinstance(case, dict):
        raise InputError(f"line {number}: expected a case (a JSON object), found {described(case)}")
    return case


def _values_of(case: dict[str, Any], keys: Collection[str]) -> dict[str, Any]:
    """What the case says besides its id. Raises InputError for a key that does not belong."""
    expected = ("id", "register", *keys)
    for key in case:
        if key not in expected:
            raise InputError(f"{key}: unknown key (expected one of {', '.join(expected)})")
    register = case.get("register")
    if register is not None and not isinstance(register, str):
        raise InputError(f"register: expected the path of a file or null, found {described(register)}")
    if register == "" or (register is not None and "\0" in register):
        raise InputError(f"register: expected the path of a file or null, found {described(register)}")
    return {
        key: value for key, value in case.items() if key != "id" and (value is not None or key == "register")
    }
