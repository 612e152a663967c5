"""What the page of a mapping shows: each column with its first values, scales, texts that are none, decisions.

Everything comes from the document of the mapping and from the file; what a document says of things the file lacks is
shown as well, so that nothing of it is lost. A document that came from the form fills it so that it comes out the same.
"""

import datetime
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from samstyr.exchange.portfolio_import import days_known_of
from samstyr.exchange.portfolio_mapping import DEFAULT_MONTHS
from samstyr.exchange.portfolio_mapping_text import Document
from samstyr.rules.portfolio.import_mapping import DECLARED, MILLION_DKK, Field, plain
from samstyr.rules.portfolio.imported import Table
from samstyr.rules.portfolio.lights import Light
from samstyr.rules.portfolio.mapping_gaps import days_not_read, texts_of
from samstyr.web.portfolio_import_words import FIELDS
from samstyr.web.portfolio_mapping_form import IGNORED

FIRST: Final = 3  # values of a column
THOUSANDS: Final = (".", ",", " ", "'", "\N{NO-BREAK SPACE}")
MOST: Final = 200  # values of lights, and days that are written in words


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column as the page shows it. `first` are its first values, `more` how many others there are."""

    number: int
    heading: str
    is_in_file: bool
    first: tuple[str, ...]
    more: int
    blank: int
    holds: str
    said: Document
    why: str
    formats: str
    scales: tuple[tuple[str, Any], ...]
    days: tuple[tuple[str, Any], ...]
    nones: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A value of lights: in how many rows, what it is where it is none, and its light on each scale by place."""

    number: int
    word: str
    rows: int
    none: str
    lights: tuple[tuple[str, str], ...]
    is_said: bool


def form_context(
    document: Document, table: Table, *, by: str, on: datetime.date, fora: list[tuple[str, str]]
) -> dict[str, Any]:
    """Answer what the form is filled with."""
    scales = list(document.get("scales") or {_("scale 1"): {}})
    values, none = _values(document, table, scales)
    columns = _columns(document, table, scales)
    numbers = document.get("numbers", {})
    return {
        "document": document,
        "months": document.get("valid-months", DEFAULT_MONTHS),
        "decimal": numbers.get("decimal", "."),
        "thousands": numbers.get("thousands", ""),
        "formats": "\n".join(document.get("formats", ())),
        "fora": fora,
        "columns": columns,
        "targets": [
            {"field": field, "label": label, "columns": [each for each in columns if each.holds == field]}
            for field, label in (("", _("Not mapped yet")), *FIELDS.items(), (IGNORED, _("Not read")))
        ],
        "fields": list(FIELDS.items()),
        "scales": [(f"s{number}", name) for number, name in enumerate(scales)],
        "values": values,
        "none": [(kind, "\n".join(texts)) for kind, texts in none.items()],
        "none_kinds": list(DECLARED),
        "has_none": any(none.values()),
        "million_dkk": MILLION_DKK,
        "light_choices": list(Light),
        "thousand_marks": THOUSANDS,
        "decisions": [
            *({**each, "names": "\n".join(each.get("names", ()))} for each in document.get("same", ())),
            {"is_new": True, "by": by, "on": on},
        ],
    }


def _columns(document: Document, table: Table, scales: list[str]) -> list[ShownColumn]:
    said = {
        heading: {"is": each} if isinstance(each, str) else each
        for heading, each in document.get("columns", {}).items()
    }
    ignored = document.get("ignored", {})
    headings = dict.fromkeys((*table.headings, *said, *ignored))
    return [
        _column(document, table, scales, number, heading, said.get(heading, {}), ignored.get(heading))
        for number, heading in enumerate(headings)
    ]


def _column(
    document: Document,
    table: Table,
    scales: list[str],
    number: int,
    heading: str,
    said: Document,
    ignored: str | None,
) -> ShownColumn:
    texts = texts_of(table, heading)
    used = [(f"s{scales.index(each['scale'])}", each.get("from", "")) for each in said.get("scales", ())]
    return ShownColumn(
        number=number,
        heading=heading,
        is_in_file=heading in table.headings,
        first=tuple(each.text for each in texts[:FIRST]),
        more=max(len(texts) - FIRST, 0),
        blank=len(table.rows) - sum(each.rows for each in texts),
        holds=IGNORED if ignored is not None else said.get("is", ""),
        said=said,
        why=ignored or "",
        formats="\n".join(said.get("formats", ())),
        scales=(*(used or [("s0" if len(scales) == 1 else "", "")]), *([("", "")] if used else [])),
        days=tuple(_days(document, table, heading, said)),
        nones=(
            *((kind, text) for kind, texts in said.get("no-value", {}).items() for text in texts),
            ("", ""),
        ),
    )


def _days(document: Document, table: Table, heading: str, said: Document) -> list[tuple[str, Any]]:
    """The texts of a column of days that no format reads, each with the day it stands for."""
    days: dict[str, Any] = dict(said.get("days", {}))
    if said.get("is") == Field.DAY:
        formats = (*(said.get("formats") or document.get("formats", ())), *days_known_of(table.file))
        for each in days_not_read(table, heading, formats)[:MOST]:
            days.setdefault(each.text, "")
    return list(days.items())


def _values(
    document: Document, table: Table, scales: list[str]
) -> tuple[list[ShownValue], dict[str, list[str]]]:
    """The values of the columns of lights and of the scales; and the texts that are none beside those."""
    rows: dict[str, int] = {}
    words: dict[str, str] = {}
    for heading, said in document.get("columns", {}).items():
        if isinstance(said, dict) and said.get("is") == Field.LIGHT:
            for each in texts_of(table, heading)[:MOST]:
                words.setdefault(plain(each.text), each.text)
                rows[plain(each.text)] = rows.get(plain(each.text), 0) + each.rows
    on_scales = {plain(word): word for name in scales for word in document.get("scales", {}).get(name, ())}
    words |= dict(sorted(on_scales.items()))  # as the scale writes them
    none: dict[str, list[str]] = {kind.value: [] for kind in DECLARED}
    kinds: dict[str, str] = {}
    for kind, texts in document.get("no-value", {}).items():
        for text in texts:
            if plain(text) in words and plain(text) not in kinds:
                kinds[plain(text)] = kind
            else:
                none[kind].append(text)
    lights = [
        {plain(word): light for word, light in document.get("scales", {}).get(name, {}).items()}
        for name in scales
    ]
    return [
        ShownValue(
            number=number,
            word=word,
            rows=rows.get(key, 0),
            none=kinds.get(key, ""),
            lights=tuple((f"s{place}", by_word.get(key, "")) for place, by_word in enumerate(lights)),
            is_said=_begins(key, none),
        )
        for number, (key, word) in enumerate(words.items())
    ], none


def _begins(word: str, none: dict[str, list[str]]) -> bool:
    """Whether a text that is none, declared by its beginning, takes the value."""
    starred = [text.removesuffix("*") for texts in none.values() for text in texts if text.endswith("*")]
    return any(word.startswith(plain(text)) for text in starred)
