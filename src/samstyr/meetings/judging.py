"""What a person makes of what was read from minutes, fact by fact, and the record that comes of it.

A fact is named by its list in the minutes record and its place there. What a person adds takes the places after those
that were read, so that a fact keeps its name for as long as its review lasts. Plain data, no database.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Protocol

from samstyr.platform.errors import InputError

Record = dict[str, Any]
Key = tuple[str, int]
SINGLE: Final = ("meeting", "next_meeting")  # not lists: there is one of each, or none
LISTS: Final = (
    "participants",
    "items",
    "recommendations",
    "decisions",
    "actions",
    "status_changes",
    "observations",
    "missing_data",
    "incidents",
    "consultations",
    "unlisted_speakers",
    "warnings",
)
NUMBERED: Final = re.compile(
    r"(?:(?:ad|pkt|punkt|nr)\.?\s*)?(?P<number>\d+(?:\.\d+)*)[.):]?\s+(?P<title>\S.*)", re.IGNORECASE
)


class Outcome(StrEnum):
    """What became of a fact; OPEN until a person has gone through it."""

    OPEN = ""
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


class Judged(Protocol):
    """What is kept of a fact a person has seen to: `before` is as read, None where it was added by hand."""

    kind: str
    place: int
    outcome: str
    before: Record | None
    after: Record


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person says of one fact: whether it holds, with which content, and what its name stands for.

    `stands_for` is an id of the register, empty for none.
    """

    kind: str
    place: int
    holds: bool
    fact: Record
    stands_for: str = ""


def outcome_of(*, before: Record | None, judgement: Judgement) -> Outcome:
    """Answer what became of a fact that was read as `before`, or added by hand (None)."""
    if not judgement.holds:
        return Outcome.REJECTED
    if before is None:
        return Outcome.ADDED
    return Outcome.ACCEPTED if judgement.fact == before else Outcome.CORRECTED


def facts_of(record: Record) -> Iterator[tuple[Key, Record]]:
    """Answer every fact of a minutes record with its name."""
    for kind in SINGLE:
        if record.get(kind):
            yield (kind, 0), record[kind]
    for kind in LISTS:
        for place, fact in enumerate(record.get(kind) or []):
            yield (kind, place), fact


def as_judged(read: Record, judged: Iterable[Judged]) -> Record:
    """Answer what was read with what a person made of each fact in its place, and what they added behind.

    What they rejected stands there too, as they last saw it.
    """
    record = {name: list(value) if isinstance(value, list) else value for name, value in read.items()}
    for each in sorted(judged, key=lambda each: each.place):
        if each.kind in SINGLE:
            record[each.kind] = each.after
        elif each.place < len(record.setdefault(each.kind, [])):
            record[each.kind][each.place] = each.after
        else:
            record[each.kind].append(each.after)
    return record


def kept(record: Record, *, rejected: Collection[Key], added: Collection[Key]) -> tuple[Record, list[Key]]:
    """Answer a judged record without what was rejected, and the names its facts had, in their new order.

    What was added by hand stands where the text has it. Facts name their item by its new place; a fact whose item was
    rejected names none (-1).
    """
    made = {name: value for name, value in record.items() if name not in LISTS}
    if ("next_meeting", 0) in rejected:
        made["next_meeting"] = None
    orders = {kind: _in_order(record, kind, rejected, added) for kind in LISTS}
    places = {old: new for new, old in enumerate(orders["items"])}
    numbers = [record["items"][old].get("number") for old in orders["items"]]
    for kind, order in orders.items():
        made[kind] = [_at_its_item(record[kind][place], places, numbers) for place in order]
    return made, [(kind, place) for kind, order in orders.items() for place in order]


def draft(kind: str, *, text: str, span: tuple[int, int], record: Record) -> Record:
    """Answer a fact of the words at a span, as far as the words alone tell it; a person fills in the rest.

    Raises InputError where a person can't add such a fact.
    """
    words = " ".join(text[span[0] : span[1]].split())
    numbered = NUMBERED.fullmatch(words)
    item = _item_before(record, span[0])
    facts: dict[str, Record] = {
        "participants": {
            "name": words,
            "organisation": None,
            "role": None,
            "attendance": "present",
            "items": None,
        },
        "items": {
            "number": numbered["number"] if numbered else None,
            "parent": None,
            "title": numbered["title"] if numbered else words,
            "kind": None,
            "kind_from": None,
            "closed": False,
        },
        "decisions": {**item, "verb": None, "with_remarks": False, "quote": words},
        "actions": {**item, "who": [], "what": words, "due": None, "certainty": "agreed"},
        "recommendations": {**item, "clause": words},
    }
    if kind not in facts:
        raise InputError(f"kind: {kind[:40]!r} can't be added by hand (expected one of {', '.join(facts)})")
    return facts[kind] | {"span": list(span)}


def _in_order(record: Record, kind: str, rejected: Collection[Key], added: Collection[Key]) -> list[int]:
    """Answer the places of the facts that hold, each that was added put after those that stand before it."""
    facts = record.get(kind) or []
    order = [place for place in range(len(facts)) if not {(kind, place)} & {*rejected, *added}]
    for place in range(len(facts)):
        if (kind, place) in added and (kind, place) not in rejected:
            before = [
                index for index, other in enumerate(order) if _start(facts[other]) <= _start(facts[place])
            ]
            order.insert(before[-1] + 1 if before else 0, place)
    return order


def _start(fact: Record) -> int:
    span = fact.get("span")
    return span[0] if span else -1


def _at_its_item(fact: Record, places: dict[int, int], numbers: list[str | None]) -> Record:
    if "item_index" not in fact:
        return fact
    if fact["item_index"] is None:
        return fact | {"item": None}
    place = places.get(fact["item_index"], -1)
    return fact | {"item_index": place, "item": numbers[place] if place >= 0 else None}


def _item_before(record: Record, start: int) -> Record:
    """Answer the item under whose heading a place in the text stands, as facts name it."""
    before = [
        (_start(item), place) for place, item in enumerate(record["items"]) if 0 <= _start(item) <= start
    ]
    if not before:
        return {"item": None, "item_index": None}
    place = max(before)[1]
    return {"item": record["items"][place].get("number"), "item_index": place}
