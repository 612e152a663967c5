"""`samstyr pack`: what it writes, for whom, and that nothing is written where something is wrong."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.django_fixtures import *  # noqa: F403 - pytest finds fixtures by their names in a conftest
from tests.factories.cycle import MEMBER, OBSERVER, OCTOBER, PREPARED, Desk
from tests.factories.people import user_with
from tests.unit.print.pack_cases import opened, tagged_pdf, untagged_pdf

from samstyr.cli.main import main
from samstyr.meetings.models import Meeting
from samstyr.meetings.services import AttachedFile, attach, open_case_of_item
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.registry.models import Seat
from samstyr.rules.register import Register

pytestmark = pytest.mark.django_db
Run = Callable[..., tuple[int, str, str]]
OF_OCTOBER = ("--forum", "nbs", "--date", "2017-10-04")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    def command(*words: str, user: str = "") -> tuple[int, str, str]:
        monkeypatch.setenv("SAMSTYR_AS", user)
        monkeypatch.setattr(sys, "argv", ["samstyr", "pack", *words])
        code: object = 0
        try:
            main()
        except SystemExit as end:
            code = end.code
        output, errors = capsysbinary.readouterr()
        return int(code or 0), output.decode(), errors.decode()  # type: ignore[call-overload,no-any-return]

    return command


@pytest.fixture
def desk(danish_register: Register) -> Desk:
    Seat.objects.create(forum_id="nbs", organisation_id="medcom", role="observer")
    return Desk.of_the_board()


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    planned = desk.plan()
    item = desk.add(planned, "Eksempelpunkt")
    desk.paper(item)
    with seen_by(desk.viewer, DatabaseRole.WEB):
        case = open_case_of_item(item=item, actor=desk.viewer)
        for name, content in (("a.pdf", tagged_pdf()), ("b.pdf", untagged_pdf()), ("c.pdf", b"%PDF-brudt")):
            file = AttachedFile(
                title=f"Eksempel {name[0]}", name=name, media_type="application/pdf", content=content
            )
            attach(case=case, file=file, actor=desk.viewer, now=PREPARED)
    desk.add(planned, "Hemmelig sag", closed=True)
    return planned


def below(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())


WRITTEN = ["bilag/Bilag 1.1 a.pdf", "bilag/Bilag 1.2 b.pdf", "bilag/Bilag 1.3 c.pdf"]
WRITTEN += ["pakke.docx", "pakke.html", "pakke.pdf"]


def test_pack_is_written_whole_and_told_as_json(meeting: Meeting, run: Run, tmp_path: Path) -> None:
    code, output, errors = run(*OF_OCTOBER, "--out", str(tmp_path / "ny" / "mappe"), "--json")

    told = json.loads(output)
    assert (code, errors, below(tmp_path / "ny" / "mappe")) == (0, "", WRITTEN)
    assert told == {
        "schema": "samstyr.pack/1",
        "forum": "nbs",
        "date": "2017-10-04",
        "files": WRITTEN,
        "pages": len(opened((tmp_path / "ny/mappe/pakke.pdf").read_bytes()).pages),
        "untagged": ["Bilag 1.2: Eksempel b"],
        "refused": [
            {
                "attachment": "Bilag 1.3: Eksempel c",
                "reason": "Filen er beskadiget og kan ikke læses som PDF.",
            }
        ],
    }
    assert output.count("\n") == 1
    assert "Hemmelig sag" in (tmp_path / "ny/mappe/pakke.html").read_text(), "the operator's is whole"


def test_what_lacks_tags_and_what_was_refused_is_printed(meeting: Meeting, run: Run, tmp_path: Path) -> None:
    code, output, _ = run(*OF_OCTOBER, "--out", str(tmp_path))

    assert (code, output.splitlines()[-4:]) == (
        0,
        [
            "Bilag uden opmærkning, som en skærmlæser ikke kan følge:",
            "  Bilag 1.2: Eksempel b",
            "Bilag, der ikke kunne lægges ind:",
            "  Bilag 1.3: Eksempel c: Filen er beskadiget og kan ikke læses som PDF.",
        ],
    )


def test_writing_again_leaves_nothing_of_before(meeting: Meeting, run: Run, tmp_path: Path) -> None:
    run(*OF_OCTOBER, "--out", str(tmp_path))
    (tmp_path / "bilag" / "gammelt.pdf").write_bytes(b"x")
    (tmp_path / "andet.txt").write_text("andres")

    code, _, _ = run(*OF_OCTOBER, "--out", str(tmp_path))

    assert (code, below(tmp_path)) == (0, sorted([*WRITTEN, "andet.txt"]))


def test_user_gets_a_pack_without_what_they_may_not_see(
    meeting: Meeting, desk: Desk, run: Run, tmp_path: Path
) -> None:
    observer = user_with(OBSERVER, name="kigger")
    member = user_with(MEMBER, name="medlem")
    shown = {}
    for user in (observer, member):
        code, _, errors = run(*OF_OCTOBER, "--out", str(tmp_path / user.username), user=user.username)
        assert (code, errors) == (0, "")
        page = (tmp_path / user.username / "pakke.html").read_text()
        shown[user.username] = ("Hemmelig sag" in page, "Lukket punkt" in page)

    assert shown == {"kigger": (False, True), "medlem": (True, True)}


def test_agenda_that_is_not_sent_is_refused_to_a_stranger(meeting: Meeting, run: Run, tmp_path: Path) -> None:
    user_with(name="fremmed")

    code, output, errors = run(*OF_OCTOBER, "--out", str(tmp_path / "x"), user="fremmed")

    assert (code, output, "dagsordenen" in errors, (tmp_path / "x").exists()) == (3, "", True, False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--date", "2017-10-04", "--out", "x"), "--forum: missing (expected the id of a forum)"),
        (("--forum", "nbs", "--out", "x"), "--date: missing (expected a date, YYYY-MM-DD)"),
        (
            ("--forum", "nbs", "--date", "i dag", "--out", "x"),
            "--date: expected a date (YYYY-MM-DD), found the text 'i dag'",
        ),
        (OF_OCTOBER, "--out: missing (expected a folder to write into)"),
        (
            ("--forum", "ingen", "--date", "2017-10-04", "--out", "x"),
            "--forum: no forum has the id 'ingen' in the database",
        ),
        (
            ("--forum", "nbs", "--date", "2017-10-05", "--out", "x"),
            "--date: nbs has no meeting on 2017-10-05 (its meetings in 2017: 2017-10-04)",
        ),
        (
            ("--forum", "nbs", "--date", "2019-10-05", "--out", "x"),
            "--date: nbs has no meeting on 2019-10-05 (it has none in 2019)",
        ),
        (
            (*OF_OCTOBER, "--out", "x"),
            "--date: the meeting of nbs on 2017-10-04 has no items on its agenda yet",
        ),
    ],
)
def test_bad_input_exits_2_and_writes_nothing(
    desk: Desk, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    desk.plan(OCTOBER)
    monkeypatch.chdir(tmp_path)

    assert run(*words) == (2, "", f"{said}\n")
    assert below(tmp_path) == []


def test_folder_that_can_not_be_written_is_told(meeting: Meeting, run: Run, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("en fil")
    (tmp_path / "andres" / "bilag").mkdir(parents=True)

    a_file = run(*OF_OCTOBER, "--out", str(tmp_path / "fil"))
    of_others = run(*OF_OCTOBER, "--out", str(tmp_path / "andres"))

    assert a_file == (2, "", f"{tmp_path / 'fil'}: cannot be written: File exists\n")
    assert (of_others[0], "is no folder of ours" in of_others[2], below(tmp_path)) == (2, True, ["fil"])
