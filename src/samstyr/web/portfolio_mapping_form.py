"""The form of a mapping: what was filled in becomes the document of a mapping file, complete or not.

The names of the fields: `c3.*` the fourth column, `s0.name` the first scale, `v5.*` a value of lights (`v5.s0` its
light on the first scale), `d1.*` a decision. A name that stands several times is a list.
"""

import datetime
from collections.abc import Iterator
from typing import Any, Final

from django.http import QueryDict

from samstyr.exchange.portfolio_mapping import DEFAULT_MONTHS, goes_with
from samstyr.exchange.portfolio_mapping_text import Document, new_document
from samstyr.rules.portfolio.import_mapping import DECLARED, Field

IGNORED: Final = "ignored"
MOST: Final = 5_000  # rows of one kind in the form


def document_of(given: QueryDict) -> Document:
    """Answer what the form says, as the document of a mapping file. What was left empty is not in it."""
    document = new_document()
    for name in ("source", "prefix", "forum", "sheet"):
        if text := given.get(name, "").strip():
            document[name] = text
    numbers = {"decimal": given.get("decimal", "."), "thousands": given.get("thousands", "")}
    if numbers != {"decimal": ".", "thousands": ""}:
        document["numbers"] = numbers
    if formats := _lines(given.get("formats", "")):
        document["formats"] = formats
    if (months := _months(given.get("months", ""))) != DEFAULT_MONTHS:
        document["valid-months"] = months
    names = _scale_names(given)
    scales: dict[str, dict[str, str]] = {name: {} for name in names.values()}
    none: dict[str, list[str]] = {}
    for row in _rows(given, "v", "word"):
        word = given.get(f"{row}.word", "")
        if (kind := given.get(f"{row}.none", "")) in DECLARED:
            none.setdefault(kind, []).append(word)
        for place, name in names.items():
            if light := given.get(f"{row}.{place}", ""):
                scales[name][word] = light
    for kind in DECLARED:
        if texts := _lines(given.get(f"none.{kind}", "")):
            none.setdefault(kind, []).extend(text for text in texts if text not in none.get(kind, ()))
    document["scales"] = scales
    document["no-value"] = {kind.value: none[kind] for kind in DECLARED if kind in none}
    document["columns"], document["ignored"] = _columns(given, names)
    document["same"] = list(_decisions(given))
    return {key: value for key, value in document.items() if value or key == "columns"}


def add_scale(document: Document, name: str) -> None:
    """Put one more scale in the document, which says nothing yet."""
    scales = document.setdefault("scales", {})
    free, number = name, 1
    while free in scales:
        number += 1
        free = f"{name} {number}"
    scales[free] = {}


def add_decision(document: Document, *, names: list[str], by: str, on: datetime.date) -> None:
    """Put a decision in the document whose ground is still to be given."""
    document.setdefault("same", []).append({"names": names, "by": by, "on": on, "ground": ""})


def _columns(given: QueryDict, scales: dict[str, str]) -> tuple[Document, Document]:
    columns: Document = {}
    ignored: Document = {}
    for row in _rows(given, "c", "heading"):
        heading, holds = given.get(f"{row}.heading", ""), given.get(f"{row}.holds", "")
        if holds == IGNORED:
            ignored[heading] = given.get(f"{row}.why", "").strip()
        elif holds in tuple(Field):
            said = _column(given, row, Field(holds), scales)
            columns[heading] = said["is"] if len(said) == 1 else said
    return columns, ignored


def _column(given: QueryDict, row: str, holds: Field, scales: dict[str, str]) -> Document:
    """What the form says of a column, without what means nothing for a column that holds this."""
    said: Document = {"is": holds.value}
    if holds is Field.LIGHT:
        said["rater"] = given.get(f"{row}.rater", "").strip()
        said["scales"] = [
            {"scale": scales[place]} | ({"from": _day(since)} if since else {})
            for place, since in _pairs(given, f"{row}.scale", f"{row}.from")
            if place in scales
        ]
    for key, name in (("name", "label"), ("unit", "unit")):
        text = given.get(f"{row}.{name}", "").strip()
        if text and goes_with(key, holds):
            said[key] = text
    if goes_with("formats", holds) and (formats := _lines(given.get(f"{row}.formats", ""))):
        said["formats"] = formats
    if goes_with("days", holds):
        days = {
            text: _day(on) for text, on in _pairs(given, f"{row}.day.text", f"{row}.day.on") if text and on
        }
        if days:
            said["days"] = days
    none: dict[str, list[str]] = {}
    for kind, text in _pairs(given, f"{row}.none.kind", f"{row}.none.text"):
        if kind in DECLARED and text.strip():
            none.setdefault(kind, []).append(text.strip())
    if none:
        said["no-value"] = none
    return said


def _decisions(given: QueryDict) -> Iterator[Document]:
    """The decisions of which anything but who and when is said: the page fills those in itself."""
    for row in _rows(given, "d", "names"):
        names, ground = _lines(given.get(f"{row}.names", "")), given.get(f"{row}.ground", "").strip()
        if names or ground:
            by, on = given.get(f"{row}.by", "").strip(), given.get(f"{row}.on", "")
            yield {"names": names, "by": by, "on": _day(on), "ground": ground}


def _scale_names(given: QueryDict) -> dict[str, str]:
    """The scales by their place in the form; two of one name are told apart by a number."""
    found: dict[str, str] = {}
    for row in _rows(given, "s", "name"):
        if wanted := given.get(f"{row}.name", "").strip():
            name, number = wanted, 1
            while name in found.values():
                number += 1
                name = f"{wanted} {number}"
            found[row] = name
    return found


def _rows(given: QueryDict, kind: str, key: str) -> Iterator[str]:
    """The rows of a kind, `c0`, `c1`, …, as far as they go."""
    for number in range(MOST):
        row = f"{kind}{number}"
        if f"{row}.{key}" not in given:
            return
        yield row


def _pairs(given: QueryDict, first: str, second: str) -> Iterator[tuple[str, str]]:
    return zip(given.getlist(first), given.getlist(second), strict=False)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _day(text: str) -> Any:
    """The day, or the text as it stands: what is wrong with it is told with everything else."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return text


def _months(text: str) -> int | str:
    if not text.strip():
        return DEFAULT_MONTHS
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else text
