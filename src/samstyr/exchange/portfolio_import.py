"""A foreign series from files: tables of texts, checked against the mapping, and read by the rules.

CSV in UTF-8 (with or without a byte order mark) or, where it is not that, in Windows-1252.
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from samstyr.platform.errors import InputError
from samstyr.rules.portfolio.import_mapping import ImportMapping, heading_problems
from samstyr.rules.portfolio.imported import Imported, Table, read_series

LARGEST: Final = 1 << 28
MARKS: Final = ",;\t|"
CSV_SUFFIXES: Final = (".csv", ".tsv", ".txt")


def import_series(mapping: ImportMapping, paths: Sequence[Path]) -> Imported:
    """What the files say by the mapping. Raises InputError, a line for each problem of each file."""
    tables: list[Table] = []
    problems: list[str] = []
    for path in paths:
        try:
            table = read_table(path)
        except InputError as error:
            problems += error.lines
            continue
        problems += [f"{path}: {problem}" for problem in heading_problems(mapping, table.headings)]
        tables.append(table)
    if problems:
        raise InputError(*problems)
    return read_series(mapping, tables)


def read_table(path: Path) -> Table:
    """The rows of a file as texts, each with the number that a spreadsheet shows. Raises InputError."""
    if path.suffix.lower() not in CSV_SUFFIXES:
        raise InputError(
            f"{path}: expected a CSV file ({', '.join(CSV_SUFFIXES)}); save the sheet as CSV UTF-8"
        )
    text = _text_of(path)
    first = text.partition("\n")[0]
    mark = max(MARKS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        rows += ((number, tuple(cells)) for number, cells in enumerate(reader, 1))
    except csv.Error as error:
        raise InputError(f"{path}: line {reader.line_num}: no CSV: {error}") from error
    if not rows or not any(cell.strip() for cell in rows[0][1]):
        raise InputError(f"{path}: the first row is empty (expected the headings of the columns)")
    headings = tuple(heading.strip() for heading in rows[0][1])
    return _without_empty_end(Table(str(path), headings, tuple(rows[1:])))


def _without_empty_end(table: Table) -> Table:
    """The table without the columns at its end that hold nothing at all, as spreadsheets leave them."""
    width = len(table.headings)
    while width and not table.headings[width - 1] and not _holds_anything(table, width - 1):
        width -= 1
    if width == len(table.headings):
        return table
    rows = tuple((number, cells[:width]) for number, cells in table.rows)
    return Table(table.file, table.headings[:width], rows)


def _holds_anything(table: Table, place: int) -> bool:
    """Whether a cell in that column, or in one behind it, holds something."""
    return any(cell.strip() for _, cells in table.rows for cell in cells[place:])


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file") from error
    except IsADirectoryError as error:
        raise InputError(f"{path}: is a folder (expected a CSV file)") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    if len(data) > LARGEST:
        raise InputError(f"{path}: the file is larger than {LARGEST >> 20} MB")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise InputError(f"{path}: holds a NUL and is no CSV (expected UTF-8 or Windows-1252)")
        return text
    raise InputError(f"{path}: is neither UTF-8 nor Windows-1252; save it as CSV UTF-8")
