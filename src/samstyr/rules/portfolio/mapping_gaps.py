"""What a mapping leaves open of a table: values of lights that stand for nothing, and what a column's cells say."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from samstyr.rules.portfolio.import_mapping import Column, ImportMapping, plain
from samstyr.rules.portfolio.imported import Table
from samstyr.rules.portfolio.imported_cells import read_day


@dataclass(frozen=True, slots=True)
class Said:
    """A text that cells of a column hold: as it is first written, in how many rows, and the first of them.

    Letter case and runs of blanks make no difference.
    """

    text: str
    rows: int
    first: int


@dataclass(frozen=True, slots=True)
class UnmappedValue:
    """A text in a column of lights that is neither on a scale of the column nor declared to be no value."""

    heading: str
    said: Said


def texts_of(table: Table, heading: str) -> list[Said]:
    """The different texts of a column, in the order they come; blank cells are none. An unknown heading has none."""
    if heading not in table.headings:
        return []
    place = table.headings.index(heading)
    first: dict[str, tuple[str, int]] = {}
    counts: Counter[str] = Counter()
    for number, cells in table.rows:
        text = cells[place].strip() if place < len(cells) else ""
        if text:
            first.setdefault(plain(text), (text, number))
            counts[plain(text)] += 1
    return [Said(text, counts[key], number) for key, (text, number) in first.items()]


def unmapped_values(mapping: ImportMapping, table: Table) -> list[UnmappedValue]:
    """The values of lights that nobody said the meaning of, column by column."""
    return [
        UnmappedValue(column.heading, said)
        for column in mapping.raters
        for said in texts_of(table, column.heading)
        if not _is_known(mapping, column, said.text)
    ]


def days_not_read(table: Table, heading: str, formats: Collection[str]) -> list[Said]:
    """The texts of a column that are no day in any of the formats."""
    return [said for said in texts_of(table, heading) if read_day(said.text, formats) is None]


def _is_known(mapping: ImportMapping, column: Column, text: str) -> bool:
    if any(each.fits(text) for each in (*column.no_values, *mapping.no_values)):
        return True
    return any(
        plain(text) == plain(word) for used in column.scales for word in mapping.scales.get(used.scale, ())
    )
