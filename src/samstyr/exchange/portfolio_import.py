"""A foreign series from files: tables of texts, checked against the mapping, and read by the rules.

CSV in UTF-8 (with or without a byte order mark) or, where it is not that, in Windows-1252; and Excel files.
"""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeVar

from samstyr.exchange.sheet_reading import read_sheet, sheets_with_content
from samstyr.platform.errors import InputError
from samstyr.rules.portfolio.import_mapping import DATES, ImportMapping, heading_problems
from samstyr.rules.portfolio.imported import Imported, Table, read_series

Read = TypeVar("Read")

LARGEST: Final = 1 << 28
MARKS: Final = ",;\t|"
CSV_SUFFIXES: Final = (".csv", ".tsv", ".txt")
SHEET_SUFFIXES: Final = (".xlsx",)
SHEET_DAYS: Final = ("YYYY-MM-DD", "YYYY-MM-DD hh:mm:ss")


def import_series(mapping: ImportMapping, paths: Sequence[Path]) -> Imported:
    """What the files say by the mapping. Raises InputError, a line for each problem of each file."""
    tables: list[Table] = []
    problems: list[str] = []
    for path in paths:
        try:
            table = read_table(path, sheet=mapping.sheet, decimal=mapping.decimal)
        except InputError as error:
            problems += error.lines
            continue
        problems += [f"{path}: {problem}" for problem in heading_problems(mapping, table.headings)]
        tables.append(table)
    if problems:
        raise InputError(*problems)
    return _series(mapping, tables)


def import_table(mapping: ImportMapping, table: Table) -> Imported:
    """What a table that was read says by the mapping. Raises InputError as `import_series` does."""
    problems = heading_problems(mapping, table.headings)
    if problems:
        raise InputError(*(f"{table.file}: {problem}" for problem in problems))
    return _series(mapping, [table])


def days_known_of(file: str) -> tuple[str, ...]:
    """The formats of days that are read in such a file without being said."""
    return SHEET_DAYS if _is_sheet(Path(file)) else ()


def handed_in_sheets(name: str, content: bytes) -> list[str]:
    """The sheets that hold something, of an Excel file; none of a CSV file. Raises InputError."""
    if not _is_sheet(Path(name)):
        return []
    with _Kept(name, content) as kept:
        return kept.told(lambda: sheets_with_content(kept.path))


def handed_in_table(name: str, content: bytes, *, sheet: str | None = None, decimal: str = ".") -> Table:
    """The rows of a file that was handed in (`read_table`). Raises InputError."""
    with _Kept(name, content) as kept:
        table = kept.told(lambda: read_table(kept.path, sheet=sheet, decimal=decimal))
    return replace(table, file=name)


class _Kept:
    """Bytes under a path as long as they are read: the readers of the command work on files."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self.content = content
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / f"file{Path(name).suffix.lower()}"

    def __enter__(self) -> "_Kept":
        self.path.write_bytes(self.content)
        return self

    def __exit__(self, *_error: object) -> None:
        self.folder.cleanup()

    def told(self, read: Callable[[], Read]) -> Read:
        """What the reader answers; its errors name the file as the person does."""
        try:
            return read()
        except InputError as error:
            raise InputError(*(line.replace(str(self.path), self.name) for line in error.lines)) from error


def _series(mapping: ImportMapping, tables: Sequence[Table]) -> Imported:
    if any(_is_sheet(Path(table.file)) for table in tables):
        mapping = _with_days_of_sheets(mapping)
    return read_series(mapping, tables)


def _is_sheet(path: Path) -> bool:
    return path.suffix.lower() in SHEET_SUFFIXES


def read_table(path: Path, *, sheet: str | None = None, decimal: str = ".") -> Table:
    """The rows of a file as texts, each with the number that a spreadsheet shows. Raises InputError.

    `sheet` names one of an Excel file; a number in it is written with that decimal mark.
    """
    suffix = path.suffix.lower()
    if suffix in SHEET_SUFFIXES:
        rows = read_sheet(path, sheet=sheet, decimal=decimal)
    elif suffix in CSV_SUFFIXES:
        rows = _csv_rows(path)
    else:
        expected = ", ".join((*CSV_SUFFIXES, *SHEET_SUFFIXES))
        raise InputError(f"{path}: expected a CSV or Excel file ({expected}); save it as one of these")
    if not rows or not _any_said(rows[0]):
        raise InputError(f"{path}: the first row is empty (expected the headings of the columns)")
    while not _any_said(rows[-1]):
        rows.pop()
    headings = tuple(heading.strip() for heading in rows[0])
    return _without_empty_end(Table(str(path), headings, tuple(enumerate(rows[1:], 2))))


def _csv_rows(path: Path) -> list[tuple[str, ...]]:
    text = _text_of(path)
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(MARKS, key=first.count), strict=True)
    try:
        return [tuple(cells) for cells in reader]
    except csv.Error as error:
        raise InputError(f"{path}: line {reader.line_num}: no CSV: {error}") from error


def _with_days_of_sheets(mapping: ImportMapping) -> ImportMapping:
    """The mapping that also reads a cell which is a day in the sheet, however the sheet shows it."""
    columns = tuple(
        replace(
            column, formats=(*column.formats, *(each for each in SHEET_DAYS if each not in column.formats))
        )
        if column.holds in DATES
        else column
        for column in mapping.columns
    )
    return replace(mapping, columns=columns)


def _any_said(cells: Sequence[str]) -> bool:
    return any(cell.strip() for cell in cells)


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
