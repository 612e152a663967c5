"""A foreign series: lights by scale, values that are none, scale changes, and every cell accounted for."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.portfolio_imports import CHANGE, HEADINGS, MAPPING, decided, read, row, table

from samstyr.rules.portfolio.import_mapping import Column, Field, Kind, heading_problems
from samstyr.rules.portfolio.imported import LeftOut, NotUnderstood, Table, read_series
from samstyr.rules.portfolio.imported_cells import Expected, Wanted, is_format, read_day, read_number
from samstyr.rules.portfolio.lights import Light

FOI = "Exempt under Section 43 of the Freedom of Information Act 2000"


@pytest.mark.parametrize(
    ("day", "value", "light", "kind"),
    [
        ("2021-03-31", "Green", Light.GREEN, Kind.FACT),
        ("2021-03-31", "Amber/Green", Light.YELLOW, Kind.FACT),
        ("2021-03-31", "Amber", Light.YELLOW, Kind.FACT),
        ("2021-03-31", "Amber/Red", Light.YELLOW, Kind.FACT),
        ("2021-03-31", "Red", Light.RED, Kind.FACT),
        ("2022-03-30", "Amber/Red", Light.YELLOW, Kind.FACT),
        ("2022-03-31", "AMBER", Light.YELLOW, Kind.FACT),
        ("2022-03-31", " red ", Light.RED, Kind.FACT),
        ("2022-03-31", "Amber/Red", Light.NONE, Kind.NOT_UNDERSTOOD),
        ("2021-03-31", "Blue", Light.NONE, Kind.NOT_UNDERSTOOD),
        ("2021-03-31", "Unknown", Light.NONE, Kind.UNKNOWN),
        ("2021-03-31", FOI, Light.NONE, Kind.EXEMPT),
        ("2021-03-31", "", Light.NONE, Kind.BLANK),
        ("2021-03-31", "none", Light.NONE, Kind.NOT_UNDERSTOOD),
    ],
)
def test_light_is_read_on_the_scale_of_its_day_and_keeps_its_words(
    day: str, value: str, light: Light, kind: Kind
) -> None:
    found = read(row("A", day, board=value))

    rating = next(found.reports).rating
    assert (rating.rater, rating.light, rating.kind, rating.original) == ("board", light, kind, value)


def test_value_of_another_scale_is_listed_with_its_place() -> None:
    found = read(row("A", "2022-03-31", board="Amber/Red"))

    expected = Expected(Wanted.LIGHT, ("Green", "Amber", "Red"))
    assert found.not_understood == (NotUnderstood("series.csv", 2, "Board", "Amber/Red", expected),)


def test_two_raters_stand_side_by_side() -> None:
    (initiative,) = read(row("A", "2023-03-31", board="Red", owner="Green")).initiatives

    said = [(report.rating.rater, report.rating.light) for report in initiative.reports]
    assert said == [("board", Light.RED), ("owner", Light.GREEN)]


def test_change_of_scale_is_named_with_its_day_and_what_it_cuts() -> None:
    found = read(
        row("A", "2021-03-31", board="Green"),
        row("A", "2022-03-31", board="Green"),
        row("B", "2021-03-31", board="Red"),
        row("C", "2021-03-31", board="Red"),
        row("C", "2022-03-31", board="Unknown"),
    )

    (change,) = found.scale_changes
    assert (change.rater, change.day, change.before, change.after, change.initiatives) == (
        "board",
        CHANGE,
        "five-point",
        "three-point",
        1,
    )


def test_series_on_one_side_of_a_change_names_none() -> None:
    assert read(row("A", "2021-03-31", board="Green")).scale_changes == ()


def test_value_that_is_none_fills_no_figure_and_is_kept() -> None:
    (initiative,) = read(row("A", "2021-03-31", start=FOI, cost="43.0", story="Late.")).initiatives

    (one,) = initiative.rows
    assert one.figures == ()
    assert [(kept.column, kept.kind, kept.original) for kept in one.kept] == [
        ("Start", Kind.EXEMPT, FOI),
        ("Cost", Kind.DOUBTFUL, "43.0"),
    ]
    assert one.texts == (("story", "Late."),)


def test_figures_are_exact_and_carry_their_unit() -> None:
    (initiative,) = read(row("A", "2021-03-31", start="01/04/2015", cost="1419.50")).initiatives

    (one,) = initiative.rows
    said = [(figure.field, figure.label, figure.value, figure.unit) for figure in one.figures]
    assert said == [
        (Field.START, "Start", date(2015, 4, 1), ""),
        (Field.BASELINE_COST, "Whole-life cost", Decimal("1419.50"), "m"),
    ]


def test_row_without_name_or_day_is_listed() -> None:
    found = read(row("", "2021-03-31"), row("A", "soon"), ("",) * 10, row("A", "2021-03-31"))

    assert found.left_out == (
        LeftOut("series.csv", 2, "no-name"),
        LeftOut("series.csv", 3, "no-day"),
        LeftOut("series.csv", 4, "blank"),
    )
    assert [each.value for each in found.not_understood] == ["soon"]
    assert [each.name for each in found.initiatives] == ["A"]


def test_initiative_without_name_is_called_by_its_id() -> None:
    (initiative,) = read(row("", "2021-03-31", key="X_1")).initiatives

    assert (initiative.name, initiative.source_key) == ("X_1", "X_1")


def test_cell_beyond_the_headings_is_listed() -> None:
    found = read((*row("A", "2021-03-31"), "stray", " "))

    assert [(each.column, each.value) for each in found.not_understood] == [("(11)", "stray")]


def test_same_initiative_twice_on_a_day_with_other_values_is_reported_and_not_taken() -> None:
    found = read(
        row("A", "2021-03-31", board="Green", cost="10"),
        row("A", "2021-03-31", board="Red", cost="10"),
        row("A", "2022-03-31", board="Red"),
    )

    (conflict,) = found.conflicts
    assert (conflict.names, conflict.day, conflict.differs) == (("A",), date(2021, 3, 31), ("board",))
    assert [each.number for each in conflict.rows] == [2, 3]
    assert [each.number for each in found.initiatives[0].rows] == [4]


def test_same_row_twice_is_taken_once_and_counted() -> None:
    found = read(row("A", "2021-03-31", board="Green"), row("A", "2021-03-31", board="Green"))

    assert found.conflicts == ()
    assert [each.number for each in found.repeated] == [3]
    assert [each.number for each in found.initiatives[0].rows] == [2]


def test_names_decided_to_be_one_that_meet_on_a_day_are_reported() -> None:
    rows = row("A", "2021-03-31", board="Green"), row("B", "2021-03-31", board="Green")

    (conflict,) = read(*rows, same=[decided("A", "B")]).conflicts

    assert (conflict.names, conflict.differs) == (("A", "B"), ("name",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("01/04/2015", date(2015, 4, 1)),
        ("6/12/2010", date(2010, 12, 6)),
        ("31/12/40", date(2040, 12, 31)),
        ("2012-03-01 00:00:00", date(2012, 3, 1)),
        ("1/012/2014", None),
        ("31/02/2020", None),
        ("Low: 31/03/2025, Mid: 31/03/2025", None),
        ("٠١/٠٤/٢٠١٥", None),
    ],
)
def test_day_is_read_in_the_formats_of_the_mapping_alone(text: str, found: date | None) -> None:
    assert read_day(text, ("DD/MM/YYYY", "DD/MM/YY", "YYYY-MM-DD hh:mm:ss")) == found


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "found"),
    [
        ("1419.5", ".", "", Decimal("1419.5")),
        ("-33.0", ".", "", Decimal("-33.0")),
        ("1.419,5", ",", ".", Decimal("1419.5")),
        ("1419,5", ",", ".", Decimal("1419.5")),
        ("1,419.5", ".", "", None),
        ("14,19.5", ".", ",", None),
        ("1e5", ".", "", None),
        ("£3", ".", "", None),
        ("nan", ".", "", None),
        ("9" * 31, ".", "", None),
    ],
)
def test_number_is_read_as_the_mapping_says_or_not_at_all(
    text: str, decimal: str, thousands: str, found: Decimal | None
) -> None:
    assert read_number(text, decimal, thousands) == found


@pytest.mark.parametrize(
    ("text", "good"),
    [("DD/MM/YYYY", True), ("YYYY-MM-DD hh:mm:ss", True), ("DD/MM", False), ("YYYY-YY-MM-DD", False)],
)
def test_format_of_days_names_year_month_and_day_once(text: str, good: bool) -> None:
    assert is_format(text) == good


def test_heading_that_is_neither_mapped_nor_ignored_is_named_with_what_to_write() -> None:
    (problem,) = heading_problems(MAPPING, [*HEADINGS, "Colour"])

    assert str(problem).startswith("column 11 'Colour' is neither mapped nor ignored: write it under columns")


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        ([*HEADINGS, "  "], "column 11 has no heading"),
        ([*HEADINGS, "Name"], "column 11: the heading 'Name' stands twice (first in column 2)"),
        (HEADINGS[1:], "the mapped column 'ID' is not in the file"),
    ],
)
def test_heading_that_is_wrong_is_named(headings: list[str], said: str) -> None:
    (problem,) = heading_problems(MAPPING, headings)

    assert str(problem).startswith(said)


WORDS = st.sampled_from(
    [
        "", " ", "A", "A ", "B", "Programme A", "X_1", "X_2", "2021-03-31", "2022-03-31", "01/04/2015", "Green",
        "Amber/Red", "RED", "Unknown", FOI, "43.0", "12.5", "-7",
    ]
)  # fmt: skip
TABLES = st.lists(st.lists(WORDS | st.text(max_size=12), min_size=0, max_size=len(HEADINGS) + 2), max_size=12)
DECISIONS = st.lists(st.lists(WORDS, min_size=2, max_size=3).map(lambda names: decided(*names)), max_size=2)


@given(rows=TABLES, same=DECISIONS)
def test_nothing_of_any_table_is_lost(rows: list[list[str]], same: list[object]) -> None:
    found = read(*rows, same=same)  # type: ignore[arg-type]

    # Every cell, and every cell that a short row lacks, is counted once.
    cells = sum((counts for counts in found.cells.values()), Counter())
    assert cells.total() == sum(max(len(cells), len(HEADINGS)) for cells in rows)
    assert set(cells) <= set(Kind)
    assert cells[Kind.NOT_UNDERSTOOD] == len(found.not_understood)
    assert cells[Kind.IGNORED] == len(rows)
    # Every row is a report, repeated, in a conflict, or left out with a reason.
    taken = [each.number for initiative in found.initiatives for each in initiative.rows]
    disputed = [each.number for conflict in found.conflicts for each in conflict.rows]
    again = [each.number for each in found.repeated]
    out = [each.row for each in found.left_out]
    assert sorted([*taken, *disputed, *again, *out]) == list(range(2, len(rows) + 2))
    # What is no light has none, and every light stands for a word of its scale.
    for report in found.reports:
        rating = report.rating
        assert (rating.light is Light.NONE) == (rating.kind is not Kind.FACT)
        if rating.kind is Kind.FACT:
            words = {word.casefold() for word in MAPPING.scales[str(rating.scale)]}
            assert rating.original.strip().casefold() in words


@given(rows=TABLES)
def test_facts_stand_in_the_rows_as_they_were_written(rows: list[list[str]]) -> None:
    numbered = dict(enumerate(rows, 2))

    for report in read(*rows).reports:
        cells = numbered[report.row.number]
        for _, text in report.row.texts:
            assert text in {cell.strip() for cell in cells}
        for kept in report.row.kept:
            assert kept.original in cells


def test_rows_of_several_files_are_one_series() -> None:
    tables = [
        table(row("A", "2021-03-31"), file="one.csv"),
        table(row("A", "2022-03-31"), file="two.csv"),
    ]

    (initiative,) = read_series(MAPPING, tables).initiatives

    assert [(each.file, each.number) for each in initiative.rows] == [("one.csv", 2), ("two.csv", 2)]


def test_day_may_be_named_by_another_text() -> None:
    day = Column("File", Field.DAY, days={"autumn.csv": date(2013, 9, 30)})
    mapping = type(MAPPING)("s", "p", (Column("Name", Field.NAME), day))
    rows = Table("x.csv", ("Name", "File"), ((2, ("A", "autumn.csv")), (3, ("A", "winter.csv"))))

    found = read_series(mapping, [rows])

    assert [each.day for each in found.initiatives[0].rows] == [date(2013, 9, 30)]
    assert [each.expected for each in found.not_understood] == [Expected(Wanted.DAY, ("autumn.csv",))]
