"""Plain data as YAML that people like to read and every reader of YAML reads alike.

Block style, one value a line, Danish letters as they are. A text is quoted wherever any version of YAML
could take it for something else. The same data always gives the same bytes.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, Final

import yaml

PLAIN: Final = re.compile(r"[^\W_](?:[\w .,/()'&+%§»«–;=!?-]*[\w.)'%»«!?])?")
NUMBER_LIKE: Final = re.compile(r"[0-9][0-9A-Fa-f_.:xobTZ +-]*")
NOT_PRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\xa0\xad\u2028\u2029\ufeff\ufffe\uffff]")
NEEDS_ESCAPE: Final = re.compile("[\x7f-\xa0\xad\u2028\u2029\ufeff\ufffe\uffff]")
TEXT_TAG: Final = "tag:yaml.org,2002:str"
RESOLVER: Any = yaml.resolver.Resolver()  # its method has no types


def dump(document: dict[str, Any]) -> str:
    """The document as YAML, its lists set apart by an empty line.

    It may hold dicts, lists (but none right inside a list), texts, numbers, truth values and dates; raises
    TypeError for anything else.
    """
    parts: list[str] = []
    for key, value in document.items():
        if isinstance(value, list):
            parts.append("\n")
        parts.extend(f"{line}\n" for line in _pair(key, value, ""))
    return "".join(parts)


def _pair(key: str, value: Any, indent: str) -> Iterator[str]:
    """The lines of one key of a mapping."""
    name = f"{indent}{_text(key)}:"
    if isinstance(value, dict) and value:
        yield name
        for inner, item in value.items():
            yield from _pair(inner, item, f"{indent}  ")
    elif isinstance(value, list) and value:
        yield name
        for item in value:
            yield from _item(item, f"{indent}  ")
    elif isinstance(value, str) and _is_block(value):
        yield f"{name} |-"
        yield from (f"{indent}  {line}" if line else "" for line in value.split("\n"))
    else:
        yield f"{name} {_scalar(value)}"


def _item(value: Any, indent: str) -> Iterator[str]:
    """The lines of one item of a list: of a mapping, its first key stands behind the dash."""
    if isinstance(value, dict) and value:
        dash = "- "
        for key, item in value.items():
            for line in _pair(key, item, f"{indent}  "):
                yield f"{indent}{dash}{line[len(indent) + 2 :]}" if dash else line
                dash = ""
    else:
        yield f"{indent}- {_scalar(value)}"


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _decimal(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if value in ({}, []):
        return "{}" if value == {} else "[]"
    raise TypeError(f"no plain data: {type(value).__name__}")


def _decimal(value: float) -> str:
    """A number that YAML 1.1 takes for one too: it asks for a point before the exponent."""
    digits, letter, exponent = repr(value).partition("e")
    if letter and "." not in digits:
        digits += ".0"
    return f"{digits}{letter}{exponent}"


@lru_cache(maxsize=1 << 16)  # keys, ids and words of a register come again and again
def _text(value: str) -> str:
    """A text, in quotes where it needs them."""
    if (
        PLAIN.fullmatch(value)
        and not NUMBER_LIKE.fullmatch(value)
        and not NOT_PRINTABLE.search(value)
        and RESOLVER.resolve(yaml.ScalarNode, value, (True, False)) == TEXT_TAG
    ):
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return NEEDS_ESCAPE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _is_block(value: str) -> bool:
    """Whether a text of several lines may stand as it is, indented."""
    lines = value.split("\n")
    return (
        len(lines) > 1
        and lines[0] != ""
        and lines[-1] != ""
        and all(line == line.strip() and not NOT_PRINTABLE.search(line) for line in lines)
    )
