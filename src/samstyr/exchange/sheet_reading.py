"""A sheet of an Excel file (.xlsx) as rows of texts, every cell as it would be written by hand.

Days are written YYYY-MM-DD, numbers with the decimal mark asked for. A formula that was never computed is given as the
formula itself, so that it is seen and not taken for an empty cell.
"""

import datetime
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from samstyr.exchange.docx_package import BROKEN, LARGEST_UNPACKED, MOST_PARTS
from samstyr.platform.errors import InputError

LARGEST: Final = 1 << 26
MOST_CELLS: Final = 5_000_000
DAMAGED: Final = (
    InvalidFileException,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    EOFError,
    SyntaxError,
)
"""What openpyxl raises for files that are no sheets; a broken XML part is a SyntaxError."""

Cells = tuple[str, ...]


def read_sheet(path: Path, *, sheet: str | None = None, decimal: str = ".") -> list[Cells]:
    """The rows of a sheet: the one named, or the only one that holds anything. Raises InputError."""
    _check_size(path)
    try:
        values = load_workbook(path, read_only=True, data_only=True)
        formulas = load_workbook(path, read_only=True, data_only=False)
        name = sheet if sheet is not None else _only_sheet(path, values)
        if name not in {each.title for each in values.worksheets}:
            raise InputError(f"{path}: has no sheet {name!r} (it has {_names(values)})")
        return list(_rows(path, values[name], formulas[name], decimal))
    except DAMAGED as error:
        raise InputError(_damaged(path)) from error


def sheets_with_content(path: Path) -> list[str]:
    """The names of the sheets that hold anything, in their order. Raises InputError."""
    _check_size(path)
    try:
        return _held(load_workbook(path, read_only=True, data_only=True))
    except DAMAGED as error:
        raise InputError(_damaged(path)) from error


def _damaged(path: Path) -> str:
    return (
        f"{path}: is damaged, protected by a password, or no Excel file: open it and save it again as .xlsx"
    )


def _check_size(path: Path) -> None:
    """Refuse what would fill the memory, by the sizes the package declares."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file") from error
    except IsADirectoryError as error:
        raise InputError(f"{path}: is a folder (expected a file)") from error
    except BROKEN as error:
        raise InputError(_damaged(path)) from error
    unpacked = sum(part.file_size for part in parts)
    if path.stat().st_size > LARGEST or unpacked > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
        raise InputError(f"{path}: is too large: save the sheet alone, without pictures")


def _only_sheet(path: Path, book: Workbook) -> str:
    held = _held(book)
    if len(held) == 1:
        return held[0]
    if not held:
        raise InputError(f"{path}: every sheet is empty")
    raise InputError(
        f"{path}: several sheets hold something ({', '.join(held)}): write sheet: NAME in the mapping"
    )


def _held(book: Workbook) -> list[str]:
    return [each.title for each in book.worksheets if _holds_anything(each)]


def _holds_anything(sheet: Worksheet) -> bool:
    return any(value is not None for row in sheet.iter_rows(values_only=True) for value in row)


def _names(book: Workbook) -> str:
    return ", ".join(each.title for each in book.worksheets)


def _rows(path: Path, values: Worksheet, formulas: Worksheet, decimal: str) -> Iterator[Cells]:
    count = 0
    pairs = zip(values.iter_rows(values_only=True), formulas.iter_rows(values_only=True), strict=True)
    for row, written in pairs:
        count += len(row)
        if count > MOST_CELLS:
            raise InputError(f"{path}: more than {MOST_CELLS:,} cells: delete the empty rows and columns")
        yield tuple(
            _text(formula if value is None else value, decimal)
            for value, formula in zip(row, written, strict=True)
        )


def _text(value: object, decimal: str) -> str:
    match value:
        case None:
            text = ""
        case bool():
            text = "TRUE" if value else "FALSE"
        case float():
            text = f"{Decimal(repr(value)):f}".replace(".", decimal)
        case datetime.datetime() if value.time() == datetime.time():
            text = value.date().isoformat()
        case datetime.datetime():
            text = value.replace(microsecond=0).isoformat(" ")
        case _:  # texts and whole numbers; a day is written YYYY-MM-DD by itself
            text = str(value)
    return text
