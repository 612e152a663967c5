"""`samstyr wheel` on a register file: JSON, table, and what it says of bad input."""

import json
import sys
from pathlib import Path

import pytest
from tests.factories.registers import document

from samstyr.cli.main import main
from samstyr.exchange import yaml_writing

KNOWN = document(
    fora=[
        {
            "id": "board",
            "name": "Eksempelbestyrelsen",
            "procedure": {"papers_before": {"days": 5}, "minutes_within": {"days": 10}},
            "meetings": ["2017-06-28", "2018-02-01"],
        },
        {"id": "idle", "name": "Eksempelgruppen [hviler]"},
    ],
    subjects=["s"],
    duties=[
        {"id": "report", "name": "Halvårlig [rapport]", "forum": "board", "months": [6, 11]},
        {"id": "budget", "name": "Budget", "forum": "board", "every": "P1Y", "valid": {"from": "2015-01-01"}},
    ],
)


@pytest.fixture(autouse=True)
def _in_folder_with_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMSTYR_TODAY", "2018-06-28")
    monkeypatch.setenv("COLUMNS", "120")
    Path("register.yaml").write_text(yaml_writing.dump(KNOWN), encoding="utf-8")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]):
    def command(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["samstyr", "wheel", "--register", "register.yaml", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        output, errors = capsysbinary.readouterr()
        return int(ended.value.code or 0), output.decode(), errors.decode()

    return command


def test_wheel_is_printed_as_json(run):
    code, output, errors = run("--forum", "board", "--year", "2017", "--json")

    expected = {
        "schema": "samstyr.wheel/1",
        "forum": "board",
        "year": 2017,
        "meetings": [
            {
                "date": "2017-06-28",
                "papers_due": "2017-06-21",
                "minutes_due": "2017-07-12",
                "duties": ["budget", "report"],
            }
        ],
        "unplaced": [{"duty": "report", "month": 11}],
    }
    assert (code, json.loads(output), errors) == (0, expected, "")
    assert list(json.loads(output)) == list(expected)
    assert output.count("\n") == 1


def test_year_is_this_year_where_none_is_given(run):
    code, output, _ = run("--forum", "board", "--json")

    answer = json.loads(output)
    assert (code, answer["year"], [each["date"] for each in answer["meetings"]]) == (0, 2018, ["2018-02-01"])


def test_wheel_is_shown_as_a_table(run):
    code, output, _ = run("--forum", "board", "--year", "2017")

    assert (code, [line.rstrip() for line in output.splitlines()]) == (
        0,
        [
            "Årshjul 2017: Eksempelbestyrelsen",
            "Møde           Materiale senest  Referat senest  Pligter",
            "28. juni 2017  21. juni 2017     12. juli 2017   Budget",
            "                                                 Halvårlig [rapport]",
            "",
            "Pligter uden møde",
            "november: Halvårlig [rapport]",
        ],
    )


def test_wheel_without_meetings_says_so(run):
    assert run("--forum", "idle", "--year", "2017") == (
        0,
        "Årshjul 2017: Eksempelgruppen [hviler]\nIngen møder er kendt i 2017.\n",
        "",
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--year", "2017"], "--forum: missing (expected the id of a forum)\n"),
        (["--forum", "nobody"], "--forum: no forum has the id 'nobody' in register.yaml\n"),
        (["--forum", "board", "--year", "i år"], "--year: expected a year from 1900 to 2200, found 'i år'\n"),
        (["--forum", "board", "--year", "0"], "--year: expected a year from 1900 to 2200, found '0'\n"),
        (
            ["--forum", "board", "--year", "2017.0"],
            "--year: expected a year from 1900 to 2200, found '2017.0'\n",
        ),
        (
            ["--forum", "board", "--year", "20170"],
            "--year: expected a year from 1900 to 2200, found '20170'\n",
        ),
        (["--forum", "board", "--year", "2201"], "--year: expected a year from 1900 to 2200, found '2201'\n"),
    ],
)
def test_bad_input_exits_2_and_is_named(run, words, said):
    assert run(*words) == (2, "", said)
