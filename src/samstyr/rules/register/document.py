"""From a register to a document: plain data in one canonical form."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from samstyr.rules.register.collector import collector_paused
from samstyr.rules.register.condition import Bounds, Condition
from samstyr.rules.register.records import Dependency, Stand
from samstyr.rules.register.register import LISTS, Register
from samstyr.rules.register.shapes import ENTRIES, REMARKS, SHAPE_OF, Shape
from samstyr.rules.register.validity import Validity
from samstyr.rules.register.words import SCHEMA


def to_document(register: Register) -> dict[str, Any]:
    """The register as dicts, lists, texts, numbers, truth values and dates, from which `parse` makes an
    equal register.

    Canonical: keys in the order of the contract, defaults and what is not said left out, entries by id.
    Two equal registers give the same document in the same order.
    """
    document: dict[str, Any] = {"schema": SCHEMA}
    for key in REMARKS:
        value = getattr(register.remarks, key)
        if value:
            document[key] = _plain(value)
    for name in LISTS:
        entries = register.lists()[name]
        if entries:
            with collector_paused():
                document[name] = [entry_document(entries[key]) for key in sorted(entries, key=_order)]
    return document


def entry_document(record: Any) -> dict[str, Any]:
    """One entry (or a part of one, such as a procedure) as it stands in a document."""
    return _mapping(record, SHAPE_OF[type(record)])


def _order(key: Any) -> tuple[str, ...]:
    return (key,) if isinstance(key, str) else tuple(part or "" for part in key)


def _mapping(record: Any, shape: Shape) -> dict[str, Any]:
    defaults = shape.defaults
    said = {}
    for key in shape.keys:
        value = getattr(record, key)
        if key not in defaults or value != defaults[key]:
            said[key] = value if type(value) is str else _plain(value)
    return said


def _plain(value: Any) -> Any:
    """Any value of a record as plain data."""
    convert = PLAIN.get(type(value))
    if convert is not None:
        return convert(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        if value and isinstance(value[0], Condition):
            return {condition.fact: _plain(condition.value) for condition in value}
        return [_plain(item) for item in value]
    return value


def _validity(valid: Validity) -> dict[str, Any]:
    ends = (("from", valid.start), ("until", valid.until))
    return {key: end for key, end in ends if end is not None}


def _bounds(bounds: Bounds) -> dict[str, Any]:
    ends = (("min", bounds.min), ("max", bounds.max))
    return {key: end for key, end in ends if end is not None}


def _id_or_mapping(key: str) -> Callable[[Dependency | Stand], Any]:
    """The id alone, where nothing else is said."""

    def plain(record: Dependency | Stand) -> Any:
        said = entry_document(record)
        return said[key] if len(said) == 1 else said

    return plain


PLAIN: Mapping[type, Callable[[Any], Any]] = {
    **{
        record: entry_document
        for record in SHAPE_OF
        if record not in {shape.record for shape in ENTRIES.values()}
    },
    Validity: _validity,
    Bounds: _bounds,
    Dependency: _id_or_mapping("system"),
    Stand: _id_or_mapping("forum"),
}
