"""An Excel file reads like the same table in CSV: days, numbers, formulas and several sheets."""

import datetime
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from samstyr.exchange.portfolio_import import import_series, read_table
from samstyr.exchange.sheet_reading import read_sheet
from samstyr.platform.errors import InputError
from samstyr.rules.portfolio.import_mapping import Column, Field, ImportMapping

DAY = datetime.datetime.fromisoformat("2020-03-31")
DAMAGED = "is damaged, protected by a password, or no Excel file"
MAPPING = ImportMapping(
    "Example",
    "ex",
    (
        Column("Name", Field.NAME),
        Column("Day", Field.DAY, formats=("DD/MM/YYYY",)),
        Column("Cost", Field.BASELINE_COST),
    ),
    decimal=",",
)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def book(**sheets: list[list[Any]]) -> Path:
    made = Workbook()
    for number, (name, rows) in enumerate(sheets.items()):
        sheet = made.active if number == 0 else made.create_sheet()
        assert sheet is not None
        sheet.title = name
        for row in rows:
            sheet.append(row)
    made.save("s.xlsx")
    return Path("s.xlsx")


def test_cells_are_texts_as_one_would_write_them() -> None:
    row = [
        "Søfart",
        43,
        1419.5,
        0.1,
        DAY,
        DAY + datetime.timedelta(hours=12, minutes=30),
        True,
        None,
    ]

    assert read_sheet(book(A=[row]), decimal=",") == [
        ("Søfart", "43", "1419,5", "0,1", "2020-03-31", "2020-03-31 12:30:00", "TRUE", "")
    ]


def test_sheet_is_read_by_the_same_mapping_as_csv() -> None:
    path = book(
        A=[["Name", "Day", "Cost"], ["Bro", datetime.date(2020, 3, 31), 12.5], ["Vej", "31/03/2020", "12,5"]]
    )

    found = import_series(MAPPING, [path])

    said = [(each.name, each.rows[0].day, each.rows[0].figures[0].value) for each in found.initiatives]
    assert [(name, str(day), str(cost)) for name, day, cost in said] == [
        ("Bro", "2020-03-31", "12.5"),
        ("Vej", "2020-03-31", "12.5"),
    ]


def test_formula_that_was_never_computed_is_listed_and_not_taken_for_empty() -> None:
    path = book(A=[["Name", "Day", "Cost"], ["Bro", "31/03/2020", "=1+2"]])

    assert [each.value for each in import_series(MAPPING, [path]).not_understood] == ["=1+2"]


def test_empty_rows_and_columns_at_the_end_are_none() -> None:
    path = book(A=[["Name", "Day", "", ""], ["A", "B", None, None], [None], [" "]])

    table = read_table(path)

    assert (table.headings, table.rows) == (("Name", "Day"), ((2, ("A", "B")),))


def test_empty_row_between_keeps_the_numbers() -> None:
    table = read_table(book(A=[["Name"], ["A"], [None], ["B"]]))

    assert [(number, cells[0]) for number, cells in table.rows] == [(2, "A"), (3, ""), (4, "B")]


def test_only_sheet_that_holds_something_is_read() -> None:
    assert read_sheet(book(Empty=[], Data=[["Name"]])) == [("Name",)]


def test_sheet_is_chosen_by_name() -> None:
    path = book(One=[["A"]], Two=[["B"]])

    assert read_sheet(path, sheet="Two") == [("B",)]


@pytest.mark.parametrize(
    ("sheets", "sheet", "said"),
    [
        (
            {"One": [["A"]], "Two": [["B"]]},
            None,
            "several sheets hold something (One, Two): write sheet: NAME in",
        ),
        ({"One": [["A"]]}, "Three", "has no sheet 'Three' (it has One)"),
        ({"One": []}, None, "every sheet is empty"),
    ],
)
def test_sheet_that_is_not_clear_is_refused(sheets: dict[str, Any], sheet: str | None, said: str) -> None:
    with pytest.raises(InputError) as refused:
        read_sheet(book(**sheets), sheet=sheet)

    assert str(refused.value).startswith(f"s.xlsx: {said}")


def test_file_that_is_no_workbook_is_refused() -> None:
    Path("s.xlsx").write_bytes(b"Name;Day")
    with zipfile.ZipFile("zip.xlsx", "w") as package:
        package.writestr("a.txt", "A")
    with zipfile.ZipFile("torn.xlsx", "w") as package, zipfile.ZipFile(book(A=[["A"]])) as good:
        for part in good.namelist():
            torn = good.read(part)[:-20] if part.endswith("sheet1.xml") else good.read(part)
            package.writestr(part, torn)
    Path("s.xlsx").write_bytes(b"Name;Day")

    for name in ("s.xlsx", "zip.xlsx", "torn.xlsx"):
        with pytest.raises(InputError, match=f"^{name}: {DAMAGED}"):
            read_sheet(Path(name))


def test_file_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match=r"^none.xlsx: no such file$"):
        read_table(Path("none.xlsx"))


@given(
    rows=st.lists(st.lists(st.text("abcÆ ;,\n", min_size=1, max_size=5), min_size=2, max_size=2), max_size=4)
)
def test_texts_come_back_as_they_went_in(rows: list[list[str]]) -> None:
    path = book(A=[["H", "I"], *rows])

    assert read_sheet(path)[1:] == [tuple(row) for row in rows]
