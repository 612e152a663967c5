"""From a document (plain data as YAML and JSON give it) to a register, or to every problem in it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from samstyr.rules.register.collector import collector_paused
from samstyr.rules.register.problems import Place, RegisterError, described, path_of
from samstyr.rules.register.reading import INVALID, Reading
from samstyr.rules.register.records import NO_REMARKS, Remarks
from samstyr.rules.register.register import LISTS, Register
from samstyr.rules.register.shapes import ENTRIES, REMARKS
from samstyr.rules.register.whole import (
    POINTERS_WITHOUT_CIRCLE,
    Overlap,
    circles,
    instrument_overlaps,
    mandate_overlaps,
    seat_overlaps,
)
from samstyr.rules.register.words import SCHEMA

Entries = dict[str, dict[Any, Any]]
Positions = dict[str, dict[Any, int]]


def parse(document: object, *, known: Register | None = None, allow_overlaps: bool = False) -> Register:
    """The register that a document holds.

    `document`: what a YAML or JSON reader gives, of any shape. `known`: a register that the document adds
    to: its ids may be pointed to, and nothing may overlap or run in a circle with it; the answer holds the
    document's entries only.
    `allow_overlaps`: leave overlaps (G12) to the lint. Raises RegisterError with every problem, and nothing
    else. Source: contract of the register, "Keys".
    """
    with collector_paused():
        return _parse(document, Register() if known is None else known, allow_overlaps=allow_overlaps)


def _parse(document: object, around: Register, *, allow_overlaps: bool) -> Register:
    reading = Reading(ids=_ids_in(document), known=around.lists())
    if not isinstance(document, dict):
        reading.refuse(
            None, f"expected a register (a mapping with schema and lists), found {described(document)}"
        )
        raise RegisterError(reading.problems)
    remarks = _root_of(document, reading)
    entries, positions = _entries_of(document, reading)
    register = Register(**entries, remarks=remarks)
    _check_whole(register, around, positions, reading, allow_overlaps=allow_overlaps)
    if reading.problems:
        raise RegisterError(reading.problems)
    return register


def _ids_in(document: object) -> dict[str, dict[str, str]]:
    """Every id that stands in the document, also on entries that are wrong otherwise."""
    ids: dict[str, dict[str, str]] = {name: {} for name in LISTS}
    if isinstance(document, dict):
        for name in LISTS:
            entries = document.get(name)
            if isinstance(entries, list):
                found = (entry.get("id") for entry in entries if isinstance(entry, dict))
                ids[name] = {identifier: identifier for identifier in found if isinstance(identifier, str)}
    return ids


def _root_of(document: dict[Any, Any], reading: Reading) -> Remarks:
    """Check the keys of the document itself; its lists are read apart."""
    expected = ("schema", *LISTS, *REMARKS)
    remarks: dict[str, Any] = {}
    for key, value in document.items():
        if key in REMARKS and value is not None:
            remarks[key] = REMARKS[key](value, (None, key), reading)
        elif key not in expected:
            where: Place = (None, key) if isinstance(key, str) else None
            named = "" if isinstance(key, str) else f"{described(key)} as a key: "
            reading.refuse(where, f"{named}unknown key (expected one of {', '.join(expected)})")
    if document.get("schema") != SCHEMA:
        reading.refuse((None, "schema"), f"expected {SCHEMA}, found {described(document.get('schema'))}")
    if not remarks or INVALID in remarks.values():
        return NO_REMARKS
    return Remarks(**remarks)


def _entries_of(document: dict[Any, Any], reading: Reading) -> tuple[Entries, Positions]:
    entries: Entries = {}
    positions: Positions = {}
    for name in LISTS:
        given = document.get(name)
        if given is not None and not isinstance(given, list):
            reading.refuse((None, name), f"expected a list, found {described(given)}")
            given = None
        entries[name], positions[name] = _list_of(name, given or [], reading)
    return entries, positions


def _list_of(name: str, given: list[object], reading: Reading) -> tuple[dict[Any, Any], dict[Any, int]]:
    """The entries of one list by their key, and where each stands; reports a key that stands twice."""
    shape = ENTRIES[name]
    around: Place = (None, name)
    entries: dict[Any, Any] = {}
    positions: dict[Any, int] = {}
    for number, item in enumerate(given):
        place = (around, number)
        record = shape(item, place, reading)
        key = _key_of(name, record, item)
        if key is None:
            continue
        if key in positions:
            said = key if isinstance(key, str) else "/".join(part for part in key if part is not None)
            reading.refuse(
                (place, "id"), f"{said} stands twice (first at {path_of((around, positions[key]))})"
            )
            continue
        positions[key] = number
        if record is not INVALID:
            entries[key] = record
    return entries, positions


def _key_of(name: str, record: Any, item: object) -> Any:
    if record is not INVALID:
        return record.key if name == "accepted" else record.id
    if name != "accepted" and isinstance(item, dict) and isinstance(item.get("id"), str):
        return item["id"]
    return None


def _check_whole(
    register: Register, known: Register, positions: Positions, reading: Reading, *, allow_overlaps: bool
) -> None:
    """Report circles and overlaps that the entries of `register` run into, among themselves or with
    `known`.
    """
    lists = register.lists()
    merged = {name: {**known.lists()[name], **lists[name]} for name, _ in POINTERS_WITHOUT_CIRCLE}
    for name, pointer in POINTERS_WITHOUT_CIRCLE:
        for circle in circles(merged[name], pointer, lists[name]):
            first = min((key for key in circle if key in positions[name]), key=positions[name].__getitem__)
            turned = circle[circle.index(first) :] + circle[: circle.index(first)]
            place = (((None, name), positions[name][first]), pointer)
            reading.refuse(place, f"runs in a circle: {' → '.join([*turned, first])}")
    if not allow_overlaps:
        for overlap in _overlaps_with(register, known):
            reading.refuse(*_told(overlap, positions))


def _overlaps_with(register: Register, known: Register) -> Iterator[Overlap]:
    """The overlaps of the register's own entries, among themselves or with `known`."""
    mandates = list(register.mandates.values())
    for forum, subject in {(m.forum, m.subject): None for m in mandates} if known.mandates else ():
        mandates += _others(known.index.mandates_of_on(forum, subject), register.mandates)
    instruments = list(register.instruments.values())
    for kind, name in {(i.kind, i.name): None for i in instruments} if known.instruments else ():
        instruments += _others(known.index.instruments_titled(kind, name), register.instruments)
    found = chain(instrument_overlaps(instruments, every=False), mandate_overlaps(mandates, every=False))
    lists = register.lists()
    yield from (overlap for overlap in found if any(key in lists[overlap.list_name] for key in overlap.ids))
    for forum_record in register.fora.values():
        yield from seat_overlaps(forum_record)


def _others(records: Iterable[Any], own: Mapping[str, Any]) -> list[Any]:
    return [record for record in records if record.id not in own]


def _told(overlap: Overlap, positions: Positions) -> tuple[Place, str]:
    since = f"from {overlap.since}" if overlap.since else "from the beginning"
    if overlap.list_name == "fora":
        forum, organisation, role = overlap.ids
        place: Place = (((None, "fora"), positions["fora"][forum]), "seats")
        return (
            place,
            f"overlap (G12): two seats of {organisation} as {role} are valid at the same time, {since}",
        )
    where = positions[overlap.list_name]
    late = max((key for key in overlap.ids if key in where), key=where.__getitem__)
    other = next(key for key in overlap.ids if key != late)
    return (
        ((None, overlap.list_name), where[late]),
        f"overlap (G12): {late} says the same as {other}, and both are valid at the same time, {since}",
    )
