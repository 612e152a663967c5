"""Files of a foreign series: encodings, separators, headings, and what is refused."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyr.exchange.portfolio_import import import_series, read_table
from samstyr.platform.errors import InputError
from samstyr.rules.portfolio.import_mapping import Column, Field, ImportMapping
from samstyr.rules.portfolio.imported import Table

MAPPING = ImportMapping(
    "Example", "ex", (Column("Name", Field.NAME), Column("Day", Field.DAY, formats=("YYYY-MM-DD",)))
)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(content: bytes | str, name: str = "s.csv") -> Path:
    path = Path(name)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_file_is_read_in_its_encoding(encoding: str) -> None:
    path = written("Name,Day\r\nSøfart – £,2020-01-02\r\n".encode(encoding))

    assert read_table(path) == Table("s.csv", ("Name", "Day"), ((2, ("Søfart – £", "2020-01-02")),))


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_separator_is_the_one_of_the_headings(mark: str) -> None:
    assert read_table(written(f"Name{mark}Day\nA{mark}B\n")).rows == ((2, ("A", "B")),)


def test_rows_are_counted_as_a_spreadsheet_shows_them() -> None:
    path = written('Name,Day\n"two\nlines",2020-01-02\n\nB,soon\n')

    found = import_series(MAPPING, [path])

    assert [(each.row, each.column, each.value) for each in found.not_understood] == [(4, "Day", "soon")]
    assert [(each.row, each.why) for each in found.left_out] == [(3, "blank"), (4, "no-day")]


def test_empty_columns_at_the_end_are_none() -> None:
    assert read_table(written("Name,Day,,\nA,B,,\n")).headings == ("Name", "Day")


def test_column_without_heading_that_holds_something_is_an_error() -> None:
    with pytest.raises(InputError, match=r"^s.csv: column 3 has no heading: give it one"):
        import_series(MAPPING, [written("Name,Day,\nA,B,stray\n")])


def test_column_that_nobody_mapped_is_an_error_that_says_what_to_write() -> None:
    with pytest.raises(InputError) as refused:
        import_series(MAPPING, [written("Name,Day,Colour\n"), written("Name\n", "t.csv")])

    assert refused.value.lines == (
        "s.csv: column 3 'Colour' is neither mapped nor ignored: write it under columns with what it holds"
        " (id, name, lead, category, day, light, start, baseline-end, expected-end, baseline-cost, expected-cost,"
        " number, text), or under ignored with the reason",
        "t.csv: the mapped column 'Day' is not in the file: take it out of columns, or correct its name",
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b",,\n1,2,3\n", "s.csv: the first row is empty"),
        (b"", "s.csv: the first row is empty"),
        (b"\n\nA\n", "s.csv: the first row is empty"),
        (b'Name,Day\n"A,B\n', "s.csv: line 2: no CSV: unexpected end of data"),
        (b"Name\0Day\n", "s.csv: holds a NUL and is no CSV"),
        (b"Name\x81\xff\n", "s.csv: is neither UTF-8 nor Windows-1252"),
    ],
)
def test_file_that_is_no_table_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(InputError) as refused:
        read_table(written(content))

    assert str(refused.value).startswith(said)


def test_file_of_another_kind_is_refused_with_what_to_do() -> None:
    with pytest.raises(
        InputError, match=r"^s.xls: expected a CSV or Excel file \(.*\); save it as one of these$"
    ):
        read_table(written(b"PK", "s.xls"))


def test_file_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match=r"^none.csv: no such file$"):
        read_table(Path("none.csv"))


def test_name_of_the_file_is_kept_with_the_day() -> None:
    (initiative,) = import_series(MAPPING, [written("Day,Name\n2020-01-02,A\n")]).initiatives

    assert [(each.file, each.number, each.day) for each in initiative.rows] == [
        ("s.csv", 2, date(2020, 1, 2))
    ]


@given(content=st.binary(max_size=60) | st.text(alphabet='a,;"\n\r\té', max_size=40).map(str.encode))
def test_any_bytes_are_a_table_or_refused(tmp_path_factory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)

    try:
        table = read_table(path)
    except InputError as refused:
        assert str(refused).startswith(f"{path}: ")
    else:
        assert any(table.headings)
