"""One cell of a foreign series: a value, no value for a declared reason, blank, or not understood."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from samstyr.rules.portfolio.import_mapping import DATES, NUMBERS, Column, ImportMapping, Kind, NoValue, plain
from samstyr.rules.portfolio.lights import Light

PARTS: Final = {
    "YYYY": r"(?P<year>[0-9]{4})",
    "YY": r"(?P<short>[0-9]{2})",
    "MM": r"(?P<month>[0-9]{1,2})",
    "DD": r"(?P<day>[0-9]{1,2})",
    "hh": r"[0-9]{2}",
    "mm": r"[0-9]{2}",
    "ss": r"[0-9]{2}",
}
_TOKEN: Final = re.compile("|".join(PARTS))
_CENTURY: Final = 2000
MOST_DIGITS: Final = 30

Value = Decimal | date | str


class Wanted(StrEnum):
    """What was looked for in a cell."""

    DAY = "day"
    NUMBER = "number"
    LIGHT = "light"
    NO_LIGHT = "no-light"
    NO_CELL = "no-cell"


@dataclass(frozen=True, slots=True)
class Expected:
    """What was looked for in a cell that was not understood, and how it may be written.

    `ways` are formats of days, a number as an example, or the words of a scale; of `no-light` it is the day on which
    the rater has no scale.
    """

    what: Wanted
    ways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says. `value` is there for a fact alone, `expected` where it was not understood; `original` is the
    cell as it stands in the file.
    """

    kind: Kind
    original: str
    value: Value | None = None
    expected: Expected | None = None


def read_cell(mapping: ImportMapping, column: Column, original: str) -> Cell:
    """What a cell of that column says. A light is only named here: its meaning needs the day (`read_light`)."""
    text = original.strip()
    if not text:
        return Cell(Kind.BLANK, original)
    declared = _declared((*column.no_values, *mapping.no_values), text)
    if declared is not None:
        return Cell(declared, original)
    if column.holds in DATES:
        return _day_cell(column, original)
    if column.holds in NUMBERS:
        number = read_number(text, mapping.decimal, mapping.thousands)
        if number is None:
            way = f"1{mapping.thousands}000{mapping.decimal}5"
            return Cell(Kind.NOT_UNDERSTOOD, original, expected=Expected(Wanted.NUMBER, (way,)))
        return Cell(Kind.FACT, original, number)
    return Cell(Kind.FACT, original, text)


def read_light(mapping: ImportMapping, column: Column, cell: Cell, day: date) -> tuple[Light, Cell]:
    """The light a rater's cell stands for on the scale of the day; `none` for all that is no value.

    A value of another scale than the day's is not understood: it is never read on the wrong scale.
    """
    if cell.kind is not Kind.FACT:
        return Light.NONE, cell
    scale = column.scale_on(day)
    if scale is None:
        expected = Expected(Wanted.NO_LIGHT, (day.isoformat(),))
        return Light.NONE, Cell(Kind.NOT_UNDERSTOOD, cell.original, expected=expected)
    lights = mapping.scales[scale]
    found = {plain(value): light for value, light in lights.items()}.get(plain(cell.original))
    if found is None:
        expected = Expected(Wanted.LIGHT, tuple(lights))
        return Light.NONE, Cell(Kind.NOT_UNDERSTOOD, cell.original, expected=expected)
    return found, cell


def read_number(text: str, decimal: str, thousands: str) -> Decimal | None:
    """An exact number written with that decimal mark and mark between thousands, or None."""
    if len(text) > MOST_DIGITS:
        return None
    whole = "[0-9]+"
    if thousands:
        whole = f"(?:[0-9]{{1,3}}(?:{re.escape(thousands)}[0-9]{{3}})+|[0-9]+)"
    if not re.fullmatch(f"[-+]?{whole}(?:{re.escape(decimal)}[0-9]+)?", text):
        return None
    return Decimal((text.replace(thousands, "") if thousands else text).replace(decimal, "."))


def read_day(text: str, formats: Iterable[str]) -> date | None:
    """The day a text names in the first of the formats that fits (`DD/MM/YYYY`), or None.

    A year of two digits is one of this century. Hours, minutes and seconds are read over.
    """
    for each in formats:
        found = re.fullmatch(_pattern(each), text)
        if found is None:
            continue
        parts = found.groupdict()
        year = int(parts["year"]) if parts.get("year") else _CENTURY + int(parts["short"])
        try:
            return date(year, int(parts["month"]), int(parts["day"]))
        except ValueError:  # 31/02/2020 fits the format and is no day; another format may still fit
            continue
    return None


def is_format(text: str) -> bool:
    """Whether a text is a format of days: year, month and day in it once each."""
    named = _TOKEN.findall(text)
    years = sum(named.count(year) for year in ("YYYY", "YY"))
    return years == named.count("MM") == named.count("DD") == 1


def _pattern(form: str) -> str:
    written = []
    end = 0
    for token in _TOKEN.finditer(form):
        written += [re.escape(form[end : token.start()]), PARTS[token.group()]]
        end = token.end()
    return "".join([*written, re.escape(form[end:])])


def _day_cell(column: Column, original: str) -> Cell:
    text = original.strip()
    found = column.days.get(text) or read_day(text, column.formats)
    if found is not None:
        return Cell(Kind.FACT, original, found)
    return Cell(Kind.NOT_UNDERSTOOD, original, expected=Expected(Wanted.DAY, (*column.formats, *column.days)))


def _declared(no_values: Iterable[NoValue], text: str) -> Kind | None:
    return next((each.kind for each in no_values if each.fits(text)), None)
