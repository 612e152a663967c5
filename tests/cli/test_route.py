"""`samstyr route` and `samstyr forecast` on a register file: answers, exit codes, many cases at once."""

import json
import sys
from pathlib import Path

import pytest
from tests.factories.registers import document

from samstyr.cli.main import main
from samstyr.exchange import yaml_writing

GOVERNANCE = document(
    instruments=[{"id": "t", "name": "Eksempelaftalen"}],
    fora=[
        {
            "id": "board",
            "name": "Eksempelbestyrelsen",
            "meetings": ["2017-10-04", "2017-11-29"],
            "procedure": {"papers_before": {"days": 5}, "written": {"days": 3}},
        },
        {"id": "group", "name": "Eksempelgruppen", "meetings": ["2017-09-04"]},
    ],
    subjects=["s"],
    mandates=[
        {"forum": "board", "act": "approve", "subject": "s", "when": {"phase": "start"}, "basis": {"instrument": "t"}},
        {"forum": "group", "act": "recommend", "subject": "s", "to": "board", "basis": {"instrument": "t"}},
    ],
)  # fmt: skip
CASE = {"subject": "s", "from": "group", "ready": "2017-08-14", "facts": {"phase": "start"}}
WORDS = ("--subject", "s", "--from", "group", "--ready", "2017-08-14", "--fact", "phase=start")


@pytest.fixture(autouse=True)
def _in_folder_with_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with `register.yaml`."""
    monkeypatch.chdir(tmp_path)
    Path("register.yaml").write_text(yaml_writing.dump(GOVERNANCE))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]):
    """Run a command on the register; gives exit code, standard output and standard error."""

    def command(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["samstyr", *words, "--register", "register.yaml"])
        with pytest.raises(SystemExit) as ended:
            main()
        output, errors = capsysbinary.readouterr()
        return int(ended.value.code or 0), output.decode(), errors.decode()

    return command


def test_route_has_every_leg_and_what_a_miss_costs(run) -> None:
    code, output, errors = run("route", *WORDS, "--by", "2017-11-29", "--json")

    assert (code, errors) == (0, "")
    assert json.loads(output) == {
        "schema": "samstyr.route/1",
        "status": "planned",
        "decided_on": "2017-10-04",
        "binding_on": "2017-10-04",
        "legs": [
            {
                "id": "group",
                "forum": "group",
                "act": "recommend",
                "mode": "meeting",
                "ready": "2017-08-14",
                "submit_by": "2017-09-04",
                "sits_on": "2017-09-04",
                "available": "2017-09-05",
                "after": [],
                "mandate": "m2",
                "basis": "t",
                "slack_days": 22,
            },
            {
                "id": "board",
                "forum": "board",
                "act": "approve",
                "mode": "meeting",
                "ready": "2017-09-05",
                "submit_by": "2017-09-27",
                "sits_on": "2017-10-04",
                "available": "2017-10-05",
                "after": ["group"],
                "mandate": "m1",
                "basis": "t",
                "slack_days": 0,
            },
        ],
        "binding_leg": "board",
        "if_missed": {"group": None, "board": "2017-11-29"},
        "latest_ready": "2017-09-04",
        "blocked": None,
        "informed": [],
        "asked": [],
        "missing_facts": [],
    }


def test_blocked_case_is_answered_and_exits_0(run) -> None:
    code, output, _ = run("route", "--subject", "s", "--from", "group", "--ready", "2017-08-14", "--json")
    answer = json.loads(output)

    assert code == 0
    assert (answer["status"], answer["blocked"]["why"], answer["missing_facts"]) == (
        "blocked",
        "no-decider",
        ["phase"],
    )


def test_written_procedure_is_used_only_where_it_is_allowed(run) -> None:
    _, output, _ = run("route", *WORDS, "--written", "--json")

    assert [(leg["id"], leg["mode"], leg["sits_on"]) for leg in json.loads(output)["legs"]] == [
        ("group", "meeting", "2017-09-04"),
        ("board", "written", "2017-09-08"),
    ]


def test_journey_is_told_in_danish(run) -> None:
    code, output, _ = run("route", *WORDS, "--by", "2017-11-29")

    assert code == 0
    assert output.startswith("Kan tidligst besluttes 4. oktober 2017.\n")
    assert "materialet må være klar senest 4. september" in " ".join(output.split())


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--subject", "s", "--from", "group"), "--ready: missing (expected a date (YYYY-MM-DD))"),
        (
            (*WORDS[:4], "--ready", "2017-02-30"),
            "--ready: expected a date (YYYY-MM-DD), found the text '2017-02-30'",
        ),
        (("--subject", "x", *WORDS[2:]), "--subject: no subject has the id 'x' in register.yaml"),
        ((*WORDS[:2], "--from", "x", *WORDS[4:]), "--from: no forum has the id 'x' in register.yaml"),
        ((*WORDS, "--by", "soon"), "--by: expected a date (YYYY-MM-DD), found the text 'soon'"),
    ],
)
@pytest.mark.parametrize("command", ["route", "forecast"])
def test_bad_question_exits_2_and_names_the_option(
    run, command: str, words: tuple[str, ...], error: str
) -> None:
    assert run(command, *words, "--json") == (2, "", f"{error}\n")


@pytest.mark.parametrize("ready", ["0001-01-01", "9999-12-31"])
def test_day_at_the_end_of_the_calendar_is_answered(run, ready: str) -> None:
    words = (
        "--subject",
        "s",
        "--from",
        "group",
        "--ready",
        ready,
        "--on",
        "2017-08-14",
        "--fact",
        "phase=start",
    )
    code, output, _ = run("route", *words, "--json")

    assert (code, json.loads(output)["decided_on"]) == (0, "2017-10-04" if ready < "2017" else None)


def test_many_cases_are_answered_in_order(run) -> None:
    cases = [
        {"id": 1, **CASE},
        {"id": 2, **CASE, "written": True},
        {"id": 3, **CASE, "written": "yes"},
        {"id": 4, **CASE, "when": "now"},
        {"id": 5, **CASE, "facts": {}},
    ]
    Path("cases.jsonl").write_text("".join(json.dumps(case) + "\n" for case in cases))
    code, output, _ = run("route", "--cases", "cases.jsonl", "--json")
    answers = [json.loads(line) for line in output.splitlines()]

    assert code == 2
    assert [(each["id"], each.get("decided_on"), each.get("error")) for each in answers] == [
        (1, "2017-10-04", None),
        (2, "2017-09-08", None),
        (3, None, "written: expected true or false, found the text 'yes'"),
        (4, None, "when: unknown key (expected one of id, register, subject, from, ready, by, on, written, facts)"),
        (5, None, None),
    ]  # fmt: skip


def test_forecast_of_a_file_postpones_nothing_and_says_so(run) -> None:
    code, output, _ = run("forecast", *WORDS, "--json")

    assert code == 0
    assert json.loads(output) == {
        "schema": "samstyr.forecast/1",
        "status": "planned",
        "decided_on": "2017-10-04",
        "p50": "2017-10-04",
        "p90": "2017-10-04",
        "runs": 2000,
        "beyond": 0,
        "fora": [
            {"forum": "board", "rate": 0.0, "items": 0, "pooled": True},
            {"forum": "group", "rate": 0.0, "items": 0, "pooled": True},
        ],
        "blocked": None,
    }
