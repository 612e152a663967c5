"""`samstyr check` and `samstyr lint` on a register file: answers, exit codes, many cases at once."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.factories.registers import document

from samstyr.cli.main import main
from samstyr.exchange import yaml_writing

BOARD = {
    "id": "board",
    "name": "Eksempelbestyrelsen",
    "terms_of_reference": "t",
    "parent": "top",
    "meetings": ["2017-10-04"],
}
GOVERNANCE = document(
    parties=["p"],
    instruments=[{"id": "t", "name": "Eksempelaftalen"}],
    fora=[
        BOARD,
        {"id": "group", "parent": "board", "terms_of_reference": "t"},
        {"id": "top", "level": "party", "party": "p"},
    ],
    subjects=["s"],
    mandates=[
        {
            "forum": "board",
            "act": "approve",
            "subject": "s",
            "when": {"phase": "start"},
            "basis": {"instrument": "t"},
        },
        {"forum": "group", "act": "recommend", "subject": "s", "to": "board", "basis": {"instrument": "t"}},
    ],
)
QUESTION = {
    "forum": "board",
    "act": "approve",
    "subject": "s",
    "on": "2017-06-28",
    "facts": {"phase": "start"},
}
WITHIN = {
    "schema": "samstyr.check/1",
    "verdict": "within",
    "mandates": ["m1"],
    "basis": ["t"],
    "holders": [],
    "missing_facts": [],
    "reason": "Eksempelbestyrelsen kan godkende »S«, jf. Eksempelaftalen.",
}


@pytest.fixture(autouse=True)
def _in_folder_with_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with `register.yaml`, on 28 June 2017."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-06-28")
    Path("register.yaml").write_text(yaml_writing.dump(GOVERNANCE))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]):
    """Run a command; gives exit code, standard output and standard error."""

    def command(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["samstyr", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        output, errors = capsysbinary.readouterr()
        return int(ended.value.code or 0), output.decode(), errors.decode()

    return command


def check(**more: str) -> list[str]:
    """The words of a check; a value that is empty leaves its option out."""
    options = {
        "forum": "board",
        "act": "approve",
        "subject": "s",
        "on": "2017-06-28",
        "register": "register.yaml",
    }
    words = [word for name, value in {**options, **more}.items() if value for word in (f"--{name}", value)]
    return ["check", *words, "--json"]


def cases(*lines: Any) -> str:
    """A file of cases, and its path."""
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    Path("cases.jsonl").write_text("\n".join(texts))
    return "cases.jsonl"


def test_check_prints_its_answer_as_json(run):
    code, output, errors = run(*check(fact="phase=start"))

    assert (code, json.loads(output), errors) == (0, WITHIN, "")
    assert list(json.loads(output)) == list(WITHIN)


@pytest.mark.parametrize(
    ("options", "verdict", "missing"),
    [
        ({"fact": "phase=start"}, "within", []),
        ({"fact": "phase=start=end"}, "ultra_vires", []),
        ({}, "ultra_vires", ["phase"]),
        ({"forum": "group"}, "needs", ["phase"]),
        ({"on": ""}, "ultra_vires", ["phase"]),
    ],
)
def test_check_exits_0_for_every_verdict(run, options, verdict, missing):
    code, output, _ = run(*check(**options))
    answer = json.loads(output)

    assert (code, answer["verdict"], answer["missing_facts"]) == (0, verdict, missing)


def test_check_without_json_is_for_people(run):
    code, output, _ = run(*check(fact="phase=start")[:-1])

    assert code == 0
    assert output.splitlines()[:2] == [
        "Inden for mandatet",
        "Eksempelbestyrelsen kan godkende »S«, jf. Eksempelaftalen.",
    ]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"forum": "x"}, "--forum: no forum has the id 'x' in register.yaml"),
        ({"subject": "x"}, "--subject: no subject has the id 'x' in register.yaml"),
        ({"forum": ""}, "--forum: missing (expected the id of a forum)"),
        ({"subject": ""}, "--subject: missing (expected the id of a subject)"),
        (
            {"act": "vote"},
            "--act: expected one of decide, approve, ratify, recommend, assure, prepare, advise, "
            "escalate, report, inform, discuss, monitor, appoint, establish, draft; found the text 'vote'",
        ),
        ({"on": "2017-02-30"}, "--on: expected a date (YYYY-MM-DD), found the text '2017-02-30'"),
        ({"on": "20170228"}, "--on: expected a date (YYYY-MM-DD), found the text '20170228'"),
        ({"fact": "phase"}, "--fact: expected NAME=VALUE, found the text 'phase'"),
        ({"fact": "=x"}, "--fact: expected NAME=VALUE, found the text '=x'"),
        ({"register": "none.yaml"}, "none.yaml: no such file"),
        ({"cases": "none.jsonl"}, "--cases: none.jsonl: no such file"),
        ({"cases": "."}, "--cases: .: is a folder (expected a file)"),
    ],
)
def test_check_of_bad_input_exits_2_and_names_it_on_one_line(run, options, told):
    assert run(*check(**options)) == (2, "", f"{told}\n")


def test_fact_given_twice_is_refused(run):
    assert run(*check(), "--fact", "a=1", "--fact", "a=2") == (2, "", "--fact: a is given twice\n")


@pytest.mark.parametrize("command", [check(), ["lint", "--register", "register.yaml", "--json"]])
def test_bad_register_exits_2_with_a_line_for_each_problem(run, command):
    Path("register.yaml").write_text("schema: samstyr.register/1\nparties: 5\nfora: 6\n")

    assert run(*command) == (
        2,
        "",
        "register.yaml: parties: expected a list, found the number 5\n"
        "register.yaml: fora: expected a list, found the number 6\n",
    )


def test_lint_without_findings_of_errors_exits_0(run):
    code, output, errors = run("lint", "--register", "register.yaml", "--on", "2017-06-28", "--json")

    assert (code, json.loads(output), errors) == (0, {"schema": "samstyr.lint/1", "findings": []}, "")


def with_circle(**more: Any) -> None:
    """A register in which s has an error: a circle."""
    way = {"act": "recommend", "subject": "s"}
    found = document(
        fora=["a", "b"],
        subjects=["s"],
        mandates=[
            {"forum": "a", "to": "b", **way},
            {"forum": "b", "to": "a", **way},
            {"forum": "a", "act": "decide", "subject": "s"},
        ],
        **more,
    )
    Path("register.yaml").write_text(yaml_writing.dump(found))


@pytest.mark.parametrize(
    ("accepted", "on", "expected"),
    [
        ([], "2017-06-28", 1),
        ([{"rule": "G04", "id": "s"}], "2017-06-28", 0),
        ([{"rule": "G04", "id": "s", "until": "2017-06-28"}], "2017-06-28", 1),
        ([{"rule": "G04", "id": "s", "until": "2017-06-28"}], "2017-06-27", 0),
    ],
)
def test_lint_exits_1_when_an_error_is_not_accepted(run, accepted, on, expected):
    with_circle(accepted=accepted)

    code, output, _ = run("lint", "--register", "register.yaml", "--on", on, "--json")

    assert code == expected
    assert [f["id"] for f in json.loads(output)["findings"] if f["rule"] == "G04"] == ["s"]


def test_lint_finds_overlaps_that_keep_a_register_from_being_loaded(run):
    Path("register.yaml").write_text(
        yaml_writing.dump(document(instruments=[{"id": "i2", "name": "X"}, {"id": "i1", "name": "X"}]))
    )

    code, output, _ = run("lint", "--register", "register.yaml", "--json")

    assert (code, [(f["rule"], f["id"]) for f in json.loads(output)["findings"]]) == (1, [("G12", "i1/i2")])


def test_lint_without_json_is_for_people(run):
    assert run("lint", "--register", "register.yaml") == (0, "Ingen fund den 28. juni 2017.\n", "")
    with_circle()
    code, output, _ = run("lint", "--register", "register.yaml")
    assert (code, "G04" in output, output.splitlines()[-1]) == (
        1,
        True,
        "4 fund den 28. juni 2017; 1 fejl, der ikke er accepteret; 0 accepteret.",
    )


def test_lint_of_a_bad_day_exits_2(run):
    assert run("lint", "--register", "register.yaml", "--on", "i dag") == (
        2,
        "",
        "--on: expected a date (YYYY-MM-DD), found the text 'i dag'\n",
    )


def test_cases_are_answered_in_order_with_their_ids(run):
    file = cases(
        {"id": "a", "register": "register.yaml", **QUESTION},
        {"id": 2, "register": "register.yaml", **QUESTION, "facts": None},
        {"register": "register.yaml", **QUESTION, "facts": {"phase": None, "n": 1.5, "x": "y"}},
    )

    code, output, errors = run("check", "--cases", file, "--json")

    answers = [json.loads(line) for line in output.splitlines()]
    assert (code, errors) == (0, "")
    assert answers[0] == {"id": "a", **WITHIN}
    assert [(answer["id"], answer["verdict"], answer["missing_facts"]) for answer in answers] == [
        ("a", "within", []),
        (2, "ultra_vires", ["phase"]),
        (None, "ultra_vires", ["phase"]),
    ]


def test_bad_case_is_answered_with_its_error_and_the_rest_go_on(run):
    register = {"register": "register.yaml"}
    file = cases(
        '\ufeff{"id": "bom", "register": "none.yaml"}',
        "",
        "   ",
        "[1]",
        "no json",
        '{"id": 1, "id": 2}',
        {"id": "key", **register, "colour": 1},
        {"id": "forum", **register, **QUESTION, "forum": "x"},
        {"id": "type", **register, **QUESTION, "forum": 5},
        {"id": "day", **register, **QUESTION, "on": 20170628},
        {"id": "facts", **register, **QUESTION, "facts": [1]},
        {"id": "fact", **register, **QUESTION, "facts": {"n": [1]}},
        {"id": "register", **QUESTION, "register": 5},
        {"id": "half \ud800", **register},
        {"id": "good", **register, **QUESTION},
    )

    code, output, errors = run("check", "--cases", file, "--json")

    answers = [json.loads(line) for line in output.splitlines()]
    assert (code, errors) == (2, "")
    assert [(answer["id"], answer.get("error", "-")) for answer in answers] == [
        ("bom", "none.yaml: no such file"),
        (None, "line 4: expected a case (a JSON object), found a list"),
        (None, "line 5: column 1: no JSON: Expecting value"),
        (None, "line 6: id: the key stands twice in one object"),
        ("key", "colour: unknown key (expected one of id, register, forum, act, subject, on, facts)"),
        ("forum", "forum: no forum has the id 'x' in register.yaml"),
        ("type", "forum: expected the id of a forum, found the number 5"),
        ("day", "on: expected a date (YYYY-MM-DD), found the number 20170628"),
        ("facts", "facts: expected names and values (a JSON object), found a list"),
        ("fact", "facts: n: expected a text or a finite number"),
        ("register", "register: expected the path of a file or null, found the number 5"),
        ("half \ud800", "forum: missing (expected the id of a forum)"),
        ("good", "-"),
    ]


def test_register_of_a_case_is_found_from_the_folder_of_its_file(run, tmp_path):
    (tmp_path / "below").mkdir()
    file = cases({"id": 1, "register": "../register.yaml", **QUESTION})
    Path(file).rename("below/cases.jsonl")

    code, output, _ = run("check", "--cases", "below/cases.jsonl", "--json")

    assert (code, json.loads(output)["verdict"]) == (0, "within")


def test_options_hold_where_a_case_says_nothing(run):
    file = cases({"id": 1}, {"id": 2, "forum": "group", "facts": {}})

    code, output, _ = run(*check(fact="phase=start", cases=file))

    assert (code, [json.loads(line)["verdict"] for line in output.splitlines()]) == (0, ["within", "needs"])


def test_lint_of_cases_exits_0_though_there_are_errors(run):
    with_circle()
    register = {"register": "register.yaml"}
    file = cases({"id": 1, **register, "on": "2017-06-28", "facts": {}}, {"id": 2, **register})

    code, output, _ = run("lint", "--cases", file, "--json")

    answers = [json.loads(line) for line in output.splitlines()]
    assert (code, [answer["id"] for answer in answers]) == (0, [1, 2])
    assert answers[0]["findings"] == answers[1]["findings"]


def test_lint_of_a_bad_case_exits_2(run):
    file = cases({"id": 1, "register": "register.yaml", "facts": {"a": 1}})

    code, output, _ = run("lint", "--cases", file, "--json")

    assert (code, json.loads(output)) == (
        2,
        {"id": 1, "error": "facts: the lint takes none (expected {}), found a mapping"},
    )


def test_cases_without_json_are_for_people(run):
    file = cases({"id": 1, "register": "register.yaml", **QUESTION}, {"id": 2, "colour": 1})

    code, output, _ = run("check", "--cases", file)

    assert (code, output.splitlines()) == (
        2,
        [
            f"1: within: {WITHIN['reason']}",
            "2: colour: unknown key (expected one of id, register, forum, act, subject, on, facts)",
        ],
    )
