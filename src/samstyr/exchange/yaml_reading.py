"""YAML into plain data, for files written by people and strangers.

Stricter and quicker than a general loader: one document, no key twice in a mapping, no tags of other
languages, no nesting without end, no aliases that blow a small file up. A scalar without quotes is a number,
a truth value, a date or nothing only where YAML 1.1 and 1.2 agree; all else is a text (`no`, `1e5`,
`12:30`). It never recurses and makes nothing but dicts, lists, texts, numbers, truth values, dates and None.
"""

import re
from collections.abc import Hashable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Protocol

import yaml

DEEPEST: Final = 50
MOST_ALIASED: Final = 1_000_000
"""Values that aliases may add to a document, in all."""

STANDARD_TAGS: Final = {
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp")
}
COLLECTION_TAGS: Final = {"tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
TEXT_TAG: Final = "tag:yaml.org,2002:str"

NAMED: Final[dict[str, Any]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
WHOLE: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,999})")
DECIMAL: Final = re.compile(r"(?:[-+]?[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+][0-9]+)?")
DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MAY_BE_TYPED: Final = frozenset("0123456789+-.")
LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlError(Exception):
    """Text that is no such YAML; the message begins with line and column, both from 1, where they are
    known.
    """


class _Mark(Protocol):
    line: int
    column: int


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read. `first` counts the values read before it."""

    value: Any
    anchor: str | None
    first: int
    lines: dict[Hashable, int] | None = None
    key: Any = None
    has_key: bool = False


@dataclass(slots=True)
class _Builder:
    anchors: dict[str, tuple[Any, int]] = field(default_factory=dict)
    open: list[_Open] = field(default_factory=list)
    known_scalars: dict[str, Any] = field(default_factory=dict)
    read: int = 0
    aliased: int = 0
    result: Any = None

    def start(self, event: Any, value: Any) -> None:
        if event.tag is not None and event.tag not in COLLECTION_TAGS:
            raise _error(event, f"the tag {event.tag} is not part of this format")
        if len(self.open) == DEEPEST:
            raise _error(event, f"nested more than {DEEPEST} deep")
        if self.open and self.open[-1].lines is not None and not self.open[-1].has_key:
            raise _error(event, "a key that is a list or a mapping (expected a text)")
        self.read += 1
        lines: dict[Hashable, int] | None = {} if isinstance(value, dict) else None
        self.open.append(_Open(value, event.anchor, self.read, lines))

    def end(self, event: Any) -> None:
        done = self.open.pop()
        if done.anchor is not None:
            self.anchors[done.anchor] = (done.value, self.read - done.first + 1)
        self.put(done.value, event)

    def scalar(self, event: Any) -> None:
        self.read += 1
        value = self._scalar(event)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, 1)
        self.put(value, event)

    def _scalar(self, event: Any) -> Any:
        text: str = event.value
        tag = event.tag
        if tag is None or tag == "!":
            if not event.implicit[0]:
                return text
            if text not in self.known_scalars:
                self.known_scalars[text] = plain_scalar(text)
            return self.known_scalars[text]
        if tag not in STANDARD_TAGS:
            raise _error(event, f"the tag {tag} is not part of this format")
        return text if tag == TEXT_TAG else plain_scalar(text)

    def alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            raise _error(event, f"the alias *{event.anchor} names nothing that stands before it")
        value, size = self.anchors[event.anchor]
        self.read += size
        self.aliased += size
        if self.aliased > MOST_ALIASED:
            raise _error(event, f"aliases repeat more than {MOST_ALIASED} values")
        self.put(value, event)

    def put(self, value: Any, event: Any) -> None:
        """Put a finished value into the mapping or list it belongs to."""
        if not self.open:
            self.result = value
            return
        around = self.open[-1]
        if around.lines is None:
            around.value.append(value)
        elif around.has_key:
            around.value[around.key] = value
            around.has_key = False
        else:
            if isinstance(value, dict | list):
                raise _error(event, "a key that is a list or a mapping (expected a text)")
            if value in around.lines:
                raise _error(
                    event, f"the key {value!s:.60} stands twice (first on line {around.lines[value]})"
                )
            around.lines[value] = event.start_mark.line + 1
            around.key, around.has_key = value, True


def load(text: str) -> Any:
    """The one document in the text, None for an empty one. Raises YamlError, and nothing else."""
    builder = _Builder()
    documents = 0
    for event in _events(text):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            builder.scalar(event)
        elif kind is yaml.MappingStartEvent:
            builder.start(event, {})
        elif kind is yaml.SequenceStartEvent:
            builder.start(event, [])
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            builder.end(event)
        elif kind is yaml.AliasEvent:
            builder.alias(event)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _error(event, "a second document begins (expected one)")
    return builder.result


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line, from 1, on which the value at the path stands (its key, where it has one).

    For a text that `load` reads. Where the path leads further than the text, it is the line it got to.
    """
    node = yaml.compose(text, Loader=LOADER)
    line = 0 if node is None else node.start_mark.line
    for step in path:
        inner = None
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
            if found is not None:
                line = found[0].start_mark.line
                inner = found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            inner = node.value[step]
            line = inner.start_mark.line
        if inner is None:
            break
        node = inner
    return int(line) + 1


def _events(text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        said = ", ".join(part for part in (error.context, error.problem) if part)
        raise YamlError(f"{_place(error.problem_mark or error.context_mark)}no YAML: {said}") from error
    except yaml.YAMLError as error:
        reason = getattr(error, "reason", None) or str(error)
        raise YamlError(f"no YAML: {' '.join(str(reason).split())}") from error


def plain_scalar(text: str) -> Any:
    """What a scalar without quotes is: None, truth value, number, date, or else the text itself."""
    found: Any = text
    if text in NAMED:
        found = NAMED[text]
    elif text[0] not in MAY_BE_TYPED:
        pass
    elif WHOLE.fullmatch(text):
        found = int(text)
    elif DECIMAL.fullmatch(text):
        found = float(text)
    elif DATE.fullmatch(text):
        with suppress(ValueError):  # 2017-02-30 stays a text, for the reader of dates to refuse
            found = date.fromisoformat(text)
    return found


def _place(mark: _Mark | None) -> str:
    return "" if mark is None else f"line {mark.line + 1}, column {mark.column + 1}: "


def _error(event: Any, message: str) -> YamlError:
    return YamlError(_place(event.start_mark) + message)
