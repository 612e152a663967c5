"""Commands that use the database, run as a person runs them: each in a process and a folder of its own."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from tests.factories.registers import document


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder with an embedded database that these tests share, made by the first command."""
    with tempfile.TemporaryDirectory(prefix="samstyr-test-") as made:
        yield Path(made)


def samstyr(folder: Path, *words: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    command = [str(Path(sys.executable).with_name("samstyr")), *words]
    done = subprocess.run(
        command,
        env={**environment, "SAMSTYR_VAR": str(folder), "SAMSTYR_TODAY": "2017-07-01"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("files") / "register.yaml"
    content = document(
        parties=["stat"],
        instruments=["lov"],
        fora=["nævn".replace("æ", "ae")],
        subjects=["sag"],
        mandates=[
            {"id": "m", "forum": "naevn", "act": "decide", "subject": "sag", "basis": {"instrument": "lov"}}
        ],
    )
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return path


def test_register_goes_in_and_comes_out_the_same(folder: Path, file: Path, tmp_path: Path) -> None:
    first = json.loads(samstyr(folder, "load", str(file), "--json").stdout)
    second = json.loads(samstyr(folder, "load", str(file), "--json").stdout)
    exported = samstyr(folder, "export", "register").stdout
    copy = tmp_path / "copy.yaml"
    copy.write_text(exported, encoding="utf-8")
    third = json.loads(samstyr(folder, "load", str(copy), "--json").stdout)

    assert first == {"schema": "samstyr.plan/1", "create": 5, "change": 0, "unchanged": 0, "missing": 0}
    assert second == third == {**first, "create": 0, "unchanged": 5}
    assert samstyr(folder, "export", "register").stdout == exported


def test_check_and_lint_ask_the_database_where_no_file_is_named(folder: Path, file: Path) -> None:
    samstyr(folder, "load", str(file))
    words = (
        "check",
        "--forum",
        "naevn",
        "--act",
        "decide",
        "--subject",
        "sag",
        "--on",
        "2017-07-01",
        "--json",
    )

    answer = json.loads(samstyr(folder, *words).stdout)
    findings = json.loads(samstyr(folder, "lint", "--json").stdout)["findings"]

    assert (answer["verdict"], answer["basis"]) == ("within", ["lov"])
    assert {finding["rule"] for finding in findings} == {"G05", "G06", "G11"}


def test_bad_file_exits_2_names_the_place_and_stores_nothing(folder: Path, tmp_path: Path) -> None:
    before = samstyr(folder, "export", "register").stdout
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        "schema: samstyr.register/1\nfora: [{id: x, name: X, level: national, kind: board, colour: red}]\n"
    )

    done = samstyr(folder, "load", str(bad), status=2)

    assert done.stdout == ""
    assert done.stderr.startswith(f"{bad}: fora[0].colour: unknown key (expected one of ")
    assert samstyr(folder, "export", "register").stdout == before


@pytest.mark.parametrize(
    "words", [("load", "missing.yaml"), ("import", "missing.txt"), ("load",), ("nothing",)]
)
def test_bad_words_exit_2(folder: Path, words: tuple[str, ...]) -> None:
    assert samstyr(folder, *words, status=2).stderr != ""


def test_minutes_wait_for_review_and_are_known_the_second_time(folder: Path, example_minutes: Path) -> None:
    first = samstyr(folder, "import", str(example_minutes)).stdout
    second = samstyr(folder, "import", str(example_minutes)).stdout

    assert "/import/1/" in first
    assert "indleveret før" in second


def test_user_with_a_weak_password_is_refused(folder: Path) -> None:
    done = samstyr(folder, "user", "a", "--password", "kort", status=2)

    assert done.stderr.startswith("password: ")


def test_link_for_a_new_administrator_is_printed_and_no_password(folder: Path) -> None:
    first = samstyr(folder, "user", "bo", "--administrator", "--link").stdout
    again = samstyr(folder, "user", "bo", "--link").stdout

    for said in (first, again):
        assert re.fullmatch(
            r"bo sets the password here, once, within a day:\n"
            r"http://localhost:8000/konto/adgangskode/ny/\w+-[\w-]+/\n",
            said,
        )


def test_options_that_do_not_go_together_are_told(folder: Path) -> None:
    for words in (("--link", "--password", "x" * 12), ("--remove-second-factor", "--link")):
        assert samstyr(folder, "user", "bo", *words, status=2).stderr.startswith("user: ")


def test_second_factor_that_is_not_there_is_told(folder: Path) -> None:
    samstyr(folder, "user", "cecilie", "--link")

    assert (
        samstyr(folder, "user", "cecilie", "--remove-second-factor").stdout
        == "cecilie has no second factor.\n"
    )


def test_key_beside_the_embedded_database_is_the_owners_only(folder: Path) -> None:
    samstyr(folder, "export", "register")

    assert (folder / "secret").stat().st_mode & 0o777 == 0o600
    assert len((folder / "secret").read_text()) >= 50


def test_embedded_database_listens_on_a_socket_only(folder: Path) -> None:
    samstyr(folder, "export", "register")
    options = (folder / "postgres" / "postmaster.opts").read_text()

    assert '"-h" ""' in options, "on no address at all, only on a socket"


def test_path_with_a_space_is_refused_with_the_way_out(tmp_path: Path) -> None:
    done = samstyr(tmp_path / "with space", "export", "register", status=2)

    assert "DATABASE_URL" in done.stderr


def test_data_of_another_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    data = tmp_path / "postgres"
    data.mkdir()
    (data / "PG_VERSION").write_text("14\n")

    done = samstyr(tmp_path, "export", "register", status=2)

    assert "pg_dump" in done.stderr
    assert [path.name for path in data.iterdir()] == ["PG_VERSION"]


def test_demonstration_day_that_is_no_date_is_told(folder: Path) -> None:
    environment = {**os.environ, "SAMSTYR_VAR": str(folder), "SAMSTYR_TODAY": "i dag"}
    command = [str(Path(sys.executable).with_name("samstyr")), "lint"]

    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr.splitlines()[0]) == (
        2,
        "SAMSTYR_TODAY: 'i dag' is no date (expected YYYY-MM-DD)",
    )


def test_commands_that_find_a_new_folder_at_the_same_time_both_succeed(var: Path, file: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    words = [str(Path(sys.executable).with_name("samstyr")), "load", str(file), "--json"]
    running = [
        subprocess.Popen(
            words,
            env={**environment, "SAMSTYR_VAR": str(var)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]

    answers = [process.communicate(timeout=300) for process in running]

    assert [process.returncode for process in running] == [0, 0], answers
    assert sorted(json.loads(out)["create"] for out, _ in answers) == [0, 5]
    assert [err for _, err in answers] == ["", ""]


def test_server_stops_though_an_earlier_user_of_it_was_killed(folder: Path) -> None:
    samstyr(folder, "export", "register")
    users = folder / "postgres" / ".handle_pids.json"
    users.write_text("[4194304]")  # beyond the largest process number: nobody's

    samstyr(folder, "export", "register")

    assert not (folder / "postgres" / "postmaster.pid").exists()


def test_series_of_reports_is_stored_and_again_changes_nothing(folder: Path, tmp_path: Path) -> None:
    mapping, series = tmp_path / "m.yaml", tmp_path / "s.csv"
    mapping.write_text(
        "schema: samstyr.portfolio-mapping/1\nsource: Eksempel\nprefix: eks\nformats: [YYYY-MM-DD]\n"
        "scales: {lys: {Grøn: green}}\n"
        "columns: {Navn: name, Dag: day, Lys: {is: light, rater: os, scales: [{scale: lys}]}}\n",
        encoding="utf-8",
    )
    series.write_text("Navn,Dag,Lys\nEksempel A,2017-03-01,Grøn\n", encoding="utf-8")
    words = ("import-portfolio", "--mapping", str(mapping), str(series))

    first = json.loads(samstyr(folder, *words, "--json").stdout)
    second = samstyr(folder, *words).stdout

    assert first["stored"] == {
        "initiatives_new": 1,
        "initiatives_changed": 0,
        "reports_new": 1,
        "reports_corrected": 0,
        "reports_same": 0,
        "initiatives": ["eks-eksempel-a"],
    }
    assert second.endswith("Gemt: 0 nye og 0 ændrede initiativer; 0 nye rapporter, 0 rettede, 1 som før.\n")
