"""The mapping file: what it says is read, and each error names file, line and path."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from samstyr.exchange import yaml_reading
from samstyr.exchange.portfolio_mapping import read_mapping
from samstyr.platform.errors import InputError
from samstyr.rules.portfolio.import_mapping import (
    Column,
    Field,
    ImportMapping,
    Kind,
    NoValue,
    SameInitiative,
    ScaleFrom,
)
from samstyr.rules.portfolio.lights import Light

WHOLE = """\
schema: samstyr.portfolio-mapping/1
source: Example series
prefix: ex
forum: board
valid-months: 15
numbers: {decimal: ",", thousands: "."}
formats: [DD/MM/YYYY]
scales:
  three: {Green: green, Amber: yellow, Red: red}
no-value:
  unknown: [Unknown]
  exempt: ["Exempt*"]
columns:
  Id: id
  Project: name
  File: {is: day, days: {"a.csv": 2020-03-31}}
  Light:
    is: light
    rater: Board
    scales:
      - {scale: three}
      - {scale: three, from: 2022-03-31}
  End: expected-end
  Cost: {is: baseline-cost, unit: GBP million, no-value: {doubtful: ["43.0"]}}
ignored:
  Risk: derived
same:
  - {names: [A, B], by: Secretary, on: 2024-01-02, ground: The report says so}
"""


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def write(text: str) -> Path:
        Path("m.yaml").write_text(text, encoding="utf-8")
        return Path("m.yaml")

    return write


def test_mapping_is_read_whole(written) -> None:
    assert read_mapping(written(WHOLE)) == ImportMapping(
        source="Example series",
        prefix="ex",
        forum="board",
        valid_months=15,
        decimal=",",
        thousands=".",
        scales={"three": {"Green": Light.GREEN, "Amber": Light.YELLOW, "Red": Light.RED}},
        no_values=(NoValue(Kind.UNKNOWN, "Unknown"), NoValue(Kind.EXEMPT, "Exempt", is_beginning=True)),
        columns=(
            Column("Id", Field.ID, "Id"),
            Column("Project", Field.NAME, "Project"),
            Column("File", Field.DAY, "File", days={"a.csv": date(2020, 3, 31)}),
            Column(
                "Light",
                Field.LIGHT,
                "Board",
                scales=(ScaleFrom("three"), ScaleFrom("three", date(2022, 3, 31))),
            ),
            Column("End", Field.EXPECTED_END, "End", formats=("DD/MM/YYYY",)),
            Column(
                "Cost",
                Field.BASELINE_COST,
                "Cost",
                "GBP million",
                no_values=(NoValue(Kind.DOUBTFUL, "43.0"),),
            ),
        ),
        ignored={"Risk": "derived"},
        same=(SameInitiative(("A", "B"), "Secretary", date(2024, 1, 2), "The report says so"),),
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "schema: samstyr.portfolio-mapping/1",
            "schema: x",
            "line 1: expected a mapping of columns (schema:",
        ),
        ("prefix: ex", "prefix: Ex", "line 3: prefix: expected small letters, digits and hyphens"),
        (
            "forum: board",
            "sheet: 3",
            "line 4: sheet: expected the name of a sheet, found the number 3; write it in quotes",
        ),
        ("source: Example series", "sauce: x", "line 2: sauce: unknown key (expected one of schema, source,"),
        (
            'decimal: ","',
            "decimal: 1",
            "line 6: numbers.decimal: expected . or , in quotes, found the number 1",
        ),
        ('thousands: "."', 'thousands: ","', "line 6: numbers.thousands: expected none, a blank"),
        ("[DD/MM/YYYY]", "[DD/MM]", "line 7: formats[0]: expected year, month and day, as in DD/MM/YYYY"),
        ("Red: red", "Red: blue", "line 9: scales.three.Red: expected one of green, yellow, red, none;"),
        ("Red: red", "Red: [red]", "line 9: scales.three.Red: expected one of green, yellow, red, none;"),
        ("Red: red", "GREEN: red", "line 9: scales.three.GREEN: stands twice"),
        ('"Exempt*"', '"*"', "line 12: no-value.exempt[0]: * alone would take every value for none"),
        (
            "unknown: [",
            "strange: [",
            "line 11: no-value.strange: unknown key (expected one of unknown, exempt,",
        ),
        ("Id: id", "Id: idea", "line 14: columns.Id: expected what it holds, one of id, name,"),
        ("Id: id", "Id: {is: [id]}", "line 14: columns.Id.is: expected what it holds, one of id, name,"),
        (
            "Id: id",
            "2013: id",
            "line 14: columns.2013: expected a text as key, found the number 2013; write it in",
        ),
        ("Project: name", "Project: id", "line 15: columns.Project: a second column is id"),
        (
            "Id: id",
            "Id: {is: id, unit: kg}",
            "line 14: columns.Id.unit: does not go with a column that is id",
        ),
        (
            "rater: Board",
            "unit: x",
            "line 17: columns.Light.rater: expected who gives the light, found nothing",
        ),
        (
            "from: 2022-03-31",
            "from: then",
            "line 22: columns.Light.scales[1].from: expected a day, written YYYY-MM",
        ),
        (
            "{scale: three, from",
            "{scale: two, from",
            "line 22: columns.Light.scales[1].scale: expected one of three;",
        ),
        (", from: 2022-03-31", "", "line 22: columns.Light.scales[1]: two scales hold from the same day"),
        (
            '"43.0"',
            "43.0",
            "line 24: columns.Cost.no-value.doubtful[0]: expected texts that are no value, found the",
        ),
        ("Risk: derived", "Cost: derived", "line 26: ignored.Cost: is mapped under columns too"),
        (
            "Risk: derived",
            "Risk:",
            "line 26: ignored.Risk: expected the reason why it is not read, found nothing",
        ),
        ("names: [A, B]", "names: [A]", "line 28: same[0].names: expected two names or more"),
        (", ground: The report says so", "", "line 28: same[0].ground: expected the ground of the decision"),
        ("on: 2024-01-02, ", "", "line 28: same[0].on: expected a day, written YYYY-MM-DD, found nothing"),
        ("by: Secretary, ", "", "line 28: same[0].by: expected who decided, found nothing"),
        ("  Id: id\n  Project: name\n", "", "line 13: columns: expected a column that is name or id"),
        (
            "File: {is: day, days",
            "File: {is: text, days",
            "line 16: columns.File.days: does not go with a column",
        ),
        ("Id: id", "Id: id\n  Id: id", "line 15, column 3: the key Id stands twice (first on line 14)"),
    ],
)
def test_error_names_file_line_and_path(written, old: str, new: str, said: str) -> None:
    assert old in WHOLE

    with pytest.raises(InputError) as refused:
        read_mapping(written(WHOLE.replace(old, new, 1)))

    assert any(line.startswith(f"m.yaml: {said}") for line in refused.value.lines), refused.value.lines


@pytest.mark.parametrize("text", ["", "[]", "x"])
def test_file_without_mapping_is_refused(written, text: str) -> None:
    with pytest.raises(InputError, match=r"^m.yaml: line 1: expected a mapping of columns"):
        read_mapping(written(text))


def test_mapping_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_mapping(tmp_path / "none.yaml")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
KEYS = ["source", "prefix", "numbers", "formats", "scales", "no-value", "columns", "ignored", "same"]


@given(said=st.dictionaries(st.sampled_from(KEYS), VALUES), column=VALUES)
def test_any_document_is_a_mapping_or_refused_with_its_lines(tmp_path_factory, said, column) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    document = {"columns": {"A": column}, **said, "schema": "samstyr.portfolio-mapping/1"}
    path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")

    try:
        read_mapping(path)
    except InputError as refused:
        assert all(line.startswith(f"{path}: line ") for line in refused.lines)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("source",), 2),
        (("columns", "Light", "scales", 1, "from"), 22),
        (("columns", "Nothing"), 13),
    ],
)
def test_line_of_a_path(path: tuple[str | int, ...], line: int) -> None:
    assert yaml_reading.line_of(WHOLE, path) == line
