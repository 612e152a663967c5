"""What a paper says: in Danish, the language of the record."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under titles. `widths`: the share of the page each column has."""

    titles: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if {len(self.widths), *map(len, self.rows)} - {len(self.titles)}:
            raise ValueError(f"a table of {len(self.titles)} columns has rows or widths of another number")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper under its heading."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper; `facts` are what stands under its title, by name."""

    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


def sections(*parts: Section | None) -> tuple[Section, ...]:
    """Answer the sections that have anything to say."""
    return tuple(each for each in parts if each is not None and (each.paragraphs or _rows(each.table)))


def _rows(table: Table | None) -> Iterable[tuple[str, ...]]:
    return table.rows if table is not None else ()
