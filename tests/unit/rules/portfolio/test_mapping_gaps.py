"""What a mapping leaves open of a table."""

from dataclasses import replace

from tests.factories.portfolio_imports import MAPPING, row, table

from samstyr.rules.portfolio.import_mapping import Kind, NoValue
from samstyr.rules.portfolio.mapping_gaps import Said, UnmappedValue, days_not_read, texts_of, unmapped_values


def test_texts_of_a_column_are_counted_whatever_their_letter_case() -> None:
    found = texts_of(
        table(row("A", "d", "Green"), row("B", "d"), row("C", "d", " GREEN "), row("D", "d", "Red")), "Board"
    )

    assert found == [Said("Green", 2, 2), Said("Red", 1, 5)]


def test_heading_the_table_lacks_and_short_rows_say_nothing() -> None:
    short = table(("1", "A"))

    assert (texts_of(short, "Colour"), texts_of(short, "Board")) == ([], [])


def test_value_on_no_scale_of_its_column_is_named_with_its_first_row() -> None:
    found = unmapped_values(
        MAPPING, table(row("A", "d", "Amber/Red", "Amber/Red"), row("B", "d", "Blue"), row("C", "d", "blue"))
    )

    assert found == [
        UnmappedValue("Board", Said("Blue", 2, 3)),
        UnmappedValue("Owner", Said("Amber/Red", 1, 2)),
    ]


def test_value_declared_to_be_none_is_mapped() -> None:
    rows = table(row("A", "d", "Unknown", "Exempt under Section 43"))

    assert unmapped_values(MAPPING, rows) == []
    assert unmapped_values(replace(MAPPING, no_values=(NoValue(Kind.UNKNOWN, "unknown"),)), rows) == [
        UnmappedValue("Owner", Said("Exempt under Section 43", 1, 2))
    ]


def test_text_that_is_no_day_in_any_format_is_told() -> None:
    found = days_not_read(
        table(row("A", "2021-03-31"), row("B", "spring"), row("C", "31/02/2021")), "Day", ["YYYY-MM-DD"]
    )

    assert found == [Said("spring", 1, 3), Said("31/02/2021", 1, 4)]
