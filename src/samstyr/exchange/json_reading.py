"""JSON into plain data, for files written by people and strangers: no key twice, no NaN, no endless
nesting.
"""

import json
from typing import Any, Never


class JsonError(Exception):
    """Text that is no such JSON; the message begins with line and column, or the place, where they are
    known.
    """


def load(text: str) -> Any:
    """The value in the text. Raises JsonError, and nothing else."""
    repeats: list[tuple[dict[str, Any], str]] = []

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            repeats.append((found, _first_repeated(pairs)))
        return found

    try:
        value = json.loads(text, object_pairs_hook=once, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise JsonError(f"line {error.lineno}, column {error.colno}: no JSON: {error.msg}") from error
    except RecursionError as error:
        raise JsonError("nested too deeply") from error
    except ValueError as error:
        raise JsonError(f"a number that cannot be read: {error}") from error
    if repeats:
        found, key = repeats[-1]  # the outermost: those before it may be lost with a value that stood twice
        raise JsonError(f"{_path_to(found, value)}{key}: the key stands twice in one object")
    return value


def _first_repeated(pairs: list[tuple[str, Any]]) -> str:
    seen: set[str] = set()
    for key, _ in pairs:
        if key in seen:
            break
        seen.add(key)
    return key


def _path_to(wanted: dict[str, Any], value: Any) -> str:
    """Where in the value the object stands, ready to have a key put behind it: `fora[0].`."""
    waiting: list[tuple[Any, str]] = [(value, "")]
    while waiting:
        here, path = waiting.pop()
        if here is wanted:
            return f"{path}." if path else ""
        if isinstance(here, dict):
            waiting.extend((item, f"{path}.{key}" if path else key) for key, item in here.items())
        elif isinstance(here, list):
            waiting.extend((item, f"{path}[{number}]") for number, item in enumerate(here))
    return ""


def _refuse(name: str) -> Never:
    raise ValueError(f"{name} is no number")
