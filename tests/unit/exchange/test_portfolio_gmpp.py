"""The British series of lights, read by the mapping of docs/user/portfolio-import.md: every row is accounted for."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from samstyr.exchange import yaml_reading, yaml_writing
from samstyr.exchange.portfolio_import import import_series
from samstyr.exchange.portfolio_mapping import read_mapping
from samstyr.platform.errors import InputError
from samstyr.rules.portfolio.import_mapping import Field, ImportMapping, Kind
from samstyr.rules.portfolio.imported import Imported
from samstyr.rules.portfolio.lights import Light, State
from samstyr.rules.portfolio.reports import Report, lines

ROOT = Path(__file__).resolve().parents[3]
MAPPING = ROOT / "docs/user/portfolio-import-gmpp-uk.yaml"
PAGE = ROOT / "docs/user/portfolio-import.md"
CHANGE = date(2022, 3, 31)


@pytest.fixture(scope="module")
def series(shared: Path) -> Path:
    path = shared / "data/gmpp_uk/GMPP_Construction_Labeled.csv"
    if not path.is_file():
        pytest.skip(f"no British series: {path} is not there (set SAMSTYR_SHARED)")
    return path


@pytest.fixture(scope="module")
def mapping() -> ImportMapping:
    return read_mapping(MAPPING)


@pytest.fixture(scope="module")
def imported(mapping: ImportMapping, series: Path) -> Imported:
    return import_series(mapping, [series])


def test_page_shows_the_whole_mapping() -> None:
    parts = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)

    whole = MAPPING.read_text(encoding="utf-8")
    assert "".join(parts).replace("\n", "") == whole.replace("\n", "")


def test_all_rows_are_accounted_for(imported: Imported) -> None:
    taken = sorted(row.number for initiative in imported.initiatives for row in initiative.rows)

    assert taken == list(range(2, 527))
    assert (imported.rows, imported.left_out, imported.repeated, imported.conflicts) == (525, (), (), ())
    assert {heading: counts.total() for heading, counts in imported.cells.items()} == dict.fromkeys(
        imported.cells, 525
    )
    assert len(imported.cells) == 23


def test_reports_by_rater_and_scale(imported: Imported) -> None:
    found = Counter(
        (report.rating.rater, report.rating.scale, report.rating.light.value) for report in imported.reports
    )

    assert found == {
        ("IPA", "five-point", "green"): 7,
        ("IPA", "five-point", "yellow"): 149,
        ("IPA", "five-point", "red"): 10,
        ("IPA", "five-point", "none"): 77,
        ("IPA", "three-point", "green"): 6,
        ("IPA", "three-point", "yellow"): 121,
        ("IPA", "three-point", "red"): 27,
        ("IPA", "three-point", "none"): 128,
        ("SRO", "three-point", "green"): 30,
        ("SRO", "three-point", "yellow"): 77,
        ("SRO", "three-point", "red"): 5,
        ("SRO", "three-point", "none"): 413,
    }


def test_original_values_are_those_of_the_file(imported: Imported, series: Path) -> None:
    with series.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))

    for rater, column in (("IPA", "IPA_RAG"), ("SRO", "SRO_RAG")):
        said = {
            report.row.number: report.rating.original
            for report in imported.reports
            if report.rating.rater == rater
        }
        assert said == {number: row[column] for number, row in enumerate(rows, 2)}


def test_unknown_and_exempt_are_kept_as_such_and_never_a_light(imported: Imported) -> None:
    none = Counter(
        (report.rating.rater, report.rating.kind)
        for report in imported.reports
        if report.rating.light is Light.NONE
    )

    assert none == {
        ("IPA", Kind.UNKNOWN): 205,
        ("SRO", Kind.BLANK): 397,
        ("SRO", Kind.EXEMPT): 14,
        ("SRO", Kind.NOT_GIVEN): 2,
    }
    unknown = {r.rating.original for r in imported.reports if r.rating.kind is Kind.UNKNOWN}
    assert unknown == {"Unknown"}


def test_number_of_a_section_is_no_amount(imported: Imported) -> None:
    rows = [row for initiative in imported.initiatives for row in initiative.rows]

    costs = {row.figure(Field.BASELINE_COST) for row in rows}
    doubtful = Counter(kept.original for row in rows for kept in row.kept if kept.kind is Kind.DOUBTFUL)

    assert not costs & {22, 35, 43}
    assert set(doubtful) == {"22.0", "35.0", "43.0"}
    assert imported.cells["WLC_Baseline_GBPm"] == {Kind.FACT: 444, Kind.DOUBTFUL: 69, Kind.BLANK: 12}


def test_what_was_not_understood_is_listed(imported: Imported) -> None:
    assert Counter(each.column for each in imported.not_understood) == {"Start_Date": 1, "End_Date": 8}
    assert [each.value for each in imported.not_understood if each.column == "Start_Date"] == ["1/012/2014"]
    assert all("Mid: " in each.value for each in imported.not_understood if each.column == "End_Date")


def test_change_of_scale_is_named_and_no_line_crosses_it(imported: Imported) -> None:
    (change,) = imported.scale_changes
    assert (change.rater, change.day, change.before, change.after) == (
        "IPA",
        CHANGE,
        "five-point",
        "three-point",
    )

    drawn = lines(
        [
            Report(
                initiative=initiative.source_key,
                as_of=report.row.day,
                published_at=report.row.day,
                valid_until=None,
                light=report.rating.light,
                state=State.RUNNING,
                scale=str(report.rating.scale),
                rater=report.rating.rater,
                original=report.rating.original,
            )
            for initiative in imported.initiatives
            for report in initiative.reports
        ],
        date(2026, 1, 1),
    )

    crossing = [
        line
        for line in drawn
        if line.rater == "IPA" and line.reports[0].as_of < CHANGE <= line.reports[-1].as_of
    ]
    assert crossing == []
    assert len({(line.initiative, line.rater) for line in drawn}) < len(drawn), "some lines were cut"


def test_file_of_a_wrong_year_is_taken_for_the_day_it_tells_of(imported: Imported) -> None:
    days = Counter(row.day for initiative in imported.initiatives for row in initiative.rows)

    assert days == {
        date(2013, 9, 30): 26,
        date(2014, 9, 30): 28,
        date(2015, 9, 30): 18,
        date(2016, 9, 30): 20,
        date(2017, 9, 30): 19,
        date(2018, 9, 30): 32,
        date(2019, 9, 30): 34,
        date(2021, 3, 31): 66,
        date(2022, 3, 31): 70,
        date(2023, 3, 31): 76,
        date(2024, 3, 31): 68,
        date(2025, 3, 31): 68,
    }


def test_days_are_snapshots_that_another_source_knows(imported: Imported, series: Path) -> None:
    with (series.parent / "snapshot_coverage.csv").open(encoding="utf-8-sig", newline="") as file:
        known = {row["snapshot"]: row["scale"].replace("_", "-") for row in csv.DictReader(file)}

    said = {
        (report.row.day, report.rating.scale) for report in imported.reports if report.rating.rater == "IPA"
    }

    assert {day.isoformat(): scale for day, scale in said}.items() <= known.items()


def test_only_decided_names_are_merged(imported: Imported, mapping: ImportMapping) -> None:
    for initiative in imported.initiatives:
        group = initiative.group
        called = {*group.names, *group.ids}
        decided = {name for decision in group.decisions for name in decision.names}
        # Without a decision only an id brings several names together.
        assert decided <= called
        assert decided or len(group.ids) == 1 or len(group.names) == 1

    used = [decision for initiative in imported.initiatives for decision in initiative.group.decisions]
    assert sorted(each.names for each in used) == sorted(each.names for each in mapping.same)
    assert (len(used), imported.unused, len(imported.initiatives)) == (5, (), 169)


def test_without_decisions_nothing_is_merged_and_all_are_listed(series: Path, tmp_path: Path) -> None:
    document = yaml_reading.load(MAPPING.read_text(encoding="utf-8"))
    decided = document.pop("same")
    path = tmp_path / "m.yaml"
    path.write_text(yaml_writing.dump(document), encoding="utf-8")

    found = import_series(read_mapping(path), [series])

    assert [i for i in found.initiatives if len(i.group.names) > 1 and not i.group.ids] == []
    listed = {(each.before, each.after) for each in found.likely_renames}
    assert {tuple(each["names"]) for each in decided[:3]} <= listed


def test_every_rename_of_the_other_source_is_listed_or_decided(
    imported: Imported, series: Path, mapping: ImportMapping
) -> None:
    with (series.parent / "identity_rename_merges.csv").open(encoding="utf-8-sig", newline="") as file:
        pairs = {(row["name_before"], row["name_after"]) for row in csv.DictReader(file)}
    names = {row.name for initiative in imported.initiatives for row in initiative.rows}
    here = {pair for pair in pairs if set(pair) <= names}

    assert here == {tuple(decision.names) for decision in mapping.same if decision.names[0] in names} - {
        ("DfT_0022_1415-Q4", "DFT_0022_1415-Q4"),
        ("MoJ_0045_1920-Q2", "MOJ_0045_1920-Q2"),
    }


@pytest.mark.parametrize("heading", ["SRO_RAG", "Schedule_Narrative", "GMPP_ID"])
def test_column_taken_out_of_the_mapping_is_an_error(series: Path, tmp_path: Path, heading: str) -> None:
    document = yaml_reading.load(MAPPING.read_text(encoding="utf-8"))
    del document["columns"][heading]
    path = tmp_path / "m.yaml"
    path.write_text(yaml_writing.dump(document), encoding="utf-8")

    with pytest.raises(
        InputError, match=f"'{heading}' is neither mapped nor ignored: write it under columns"
    ):
        import_series(read_mapping(path), [series])


def test_excel_file_of_the_same_series_reads_the_same(
    imported: Imported, series: Path, mapping: ImportMapping, tmp_path: Path
) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("GMPP")
    with series.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            sheet.append([cell.replace("\r", "") for cell in row])
    path = tmp_path / "s.xlsx"
    book.save(path)

    found = import_series(mapping, [path])

    assert found.cells == imported.cells
    assert [(each.row, each.column, each.value) for each in found.not_understood] == [
        (each.row, each.column, each.value) for each in imported.not_understood
    ]
    assert [each.source_key for each in found.initiatives] == [
        each.source_key for each in imported.initiatives
    ]
    assert [row.figures for each in found.initiatives for row in each.rows] == [
        row.figures for each in imported.initiatives for row in each.rows
    ]


def test_columns_that_the_collector_derived_are_ignored_with_a_reason(mapping: ImportMapping) -> None:
    assert set(mapping.ignored) == {
        "Year",
        "Risk_Label",
        "Classification_Method",
        "End_Date_Parsed",
        "Start_Date_Parsed",
        "Slippage_Days",
        "Delayed",
        "Label_Method",
    }
