"""`samstyr import-portfolio --plan`: summary, JSON, and what it says of bad input; no database."""

import json
import sys
from pathlib import Path

import pytest

from samstyr.cli.main import main

MAPPING = """\
schema: samstyr.portfolio-mapping/1
source: Eksempeldata
prefix: ex
formats: [YYYY-MM-DD]
scales:
  five-point: {Green: green, Amber/Red: yellow, Red: red}
  three-point: {Green: green, Red: red}
no-value:
  unknown: [Unknown]
columns:
  Name: name
  Day: day
  Light: {is: light, rater: Board, scales: [{scale: five-point}, {scale: three-point, from: 2022-03-31}]}
  Start: start
  Cost: {is: baseline-cost, unit: GBP million}
ignored:
  Risk: derived
same:
  - {names: [Old, New], by: Eksempelsekretæren, on: 2024-01-02, ground: The report says so}
"""
ROWS = """\
Name,Day,Light,Start,Cost,Risk
Old,2021-03-31,Amber/Red,2010-01-01,100,High
New,2022-03-31,Red,2010-01-01,100,High
Prison [North],2021-03-31,Unknown,2011-01-01,50,
Prison (North),2022-03-31,Amber/Red,2011-01-01,50,
Prison (North),2022-03-31,Red,2011-01-01,50,
Bridge,2021-03-31,Green,soon,£3,
,2021-03-31,Green,,,
"""


@pytest.fixture(autouse=True)
def _in_folder_with_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    Path("m.yaml").write_text(MAPPING, encoding="utf-8")
    Path("s.csv").write_text(ROWS, encoding="utf-8")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]):
    def command(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["samstyr", "import-portfolio", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        output, errors = capsysbinary.readouterr()
        return int(ended.value.code or 0), output.decode(), errors.decode()

    return command


def test_plan_tells_what_would_be_stored_and_what_was_not_understood(run) -> None:
    code, output, errors = run("--plan", "--mapping", "m.yaml", "s.csv")

    assert (code, errors) == (0, "")
    lines = [line.rstrip() for line in output.splitlines()]
    for said in (
        "Kilde: Eksempeldata",
        "7 rækker, 4 initiativer, 4 vurderinger",
        "Board     five-point   1     1    0    1 ukendt",
        "Board     three-point  0     0    1    –",
        "Skala skiftet: Board fra five-point til three-point den 31. marts 2022; 1 initiativer har lys på begge"
        " sider. Intet tegnes eller sammenlignes hen over dagen.",
        "Ét initiativ ved beslutning: Old = New (Eksempelsekretæren, 2. januar 2024: The report says so)",
        "Kan være samme initiativ under nyt navn (ikke slået sammen): 1",
        "  Prison [North] → Prison (North) (31. marts 2021 → 31. marts 2022; navnene ligner 0,86, samme start,"
        " pris 50 og 50)",
        "  Prison (North), 31. marts 2022, s.csv række 5, s.csv række 6: Board",
        "  s.csv række 8: hverken navn eller id",
        "Ikke forstået: 3",
        "  s.csv række 5, Light: 'Amber/Red' (ventede en værdi på dagens skala: Green / Red)",
        "  s.csv række 7, Start: 'soon' (ventede en dag: YYYY-MM-DD)",
        "  s.csv række 7, Cost: '£3' (ventede et tal som 1000.5)",
        "Intet er gemt: dette er kun planen.",
    ):
        assert said in lines, said


def test_json_holds_every_report_with_its_original_value(run) -> None:
    code, output, _ = run("--plan", "--json", "--mapping", "m.yaml", "s.csv")

    answer = json.loads(output)
    assert (code, answer["schema"], answer["rows"], answer["stored"]) == (
        0,
        "samstyr.portfolio-import/1",
        7,
        None,
    )
    merged = next(each for each in answer["plan"] if each["id"] == "ex-old")
    assert merged["names"] == ["Old", "New"]
    said = [(each["as_of"], each["scale"], each["light"], each["original"]) for each in merged["reports"]]
    assert said == [
        ("2021-03-31", "five-point", "yellow", "Amber/Red"),
        ("2022-03-31", "three-point", "red", "Red"),
    ]
    assert answer["not_understood"][0] == {
        "file": "s.csv",
        "row": 5,
        "column": "Light",
        "value": "Amber/Red",
        "expected": {"what": "light", "ways": ["Green", "Red"]},
    }


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--plan", "s.csv"], "--mapping: missing (expected a mapping file"),
        (["--plan", "--mapping", "m.yaml"], "FILE: missing (expected one CSV or Excel file or more)"),
        (["--plan", "--mapping", "none.yaml", "s.csv"], "none.yaml: no such file"),
        (["--plan", "--mapping", "m.yaml", "none.csv"], "none.csv: no such file"),
        (["--plan", "--mapping", "s.csv", "s.csv"], "s.csv: line 1: expected a mapping of columns"),
    ],
)
def test_bad_input_exits_2_and_says_what_is_wrong(run, words: list[str], said: str) -> None:
    code, output, errors = run(*words)

    assert (code, output) == (2, "")
    assert errors.startswith(said)


def test_column_taken_out_of_the_mapping_exits_2_and_is_named(run) -> None:
    Path("m.yaml").write_text(MAPPING.replace("  Start: start\n", ""), encoding="utf-8")

    code, output, errors = run("--plan", "--mapping", "m.yaml", "s.csv")

    assert (code, output) == (2, "")
    assert errors.startswith("s.csv: column 4 'Start' is neither mapped nor ignored: write it under columns")
