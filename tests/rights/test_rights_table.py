"""The rights table covers every address and every command, and each answers each role as it says."""

import fnmatch
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from samstyr.accounts.models import User
from samstyr.cli.main import COMMANDS, main
from tests.factories.registers import document
from tests.factories.stages import Stages
from tests.factories.world import OTHER_PARTY, PARTY, Keys
from tests.rights.roles import ROLES
from tests.rights.table import Row, addresses, covered, rows

# The example world is committed: a register that is only in the test's own transaction is read anew at each request.
pytestmark = pytest.mark.django_db(transaction=True)
TABLE = rows()
# Patterns of Django's administration without names; rows with an address of each stand in the table.
NAMELESS = {"/<path:object_id>/": "/admin/registry/party/stat/", "/(?P<url>.*)$": "/admin/intet/"}


MAPPING = """\
schema: samstyr.portfolio-mapping/1
source: Eksempel
prefix: eks
formats: [YYYY-MM-DD]
scales: {lys: {Green: green}}
columns: {Navn: name, Dag: day, Lys: {is: light, rater: os, scales: [{scale: lys}]}}
"""


@pytest.fixture
def files(tmp_path: Path, example_minutes: Path) -> dict[str, str]:
    register = tmp_path / "register.yaml"
    register.write_text(yaml.safe_dump(document(parties=["part"])), encoding="utf-8")
    mapping, series = tmp_path / "mapping.yaml", tmp_path / "series.csv"
    mapping.write_text(MAPPING, encoding="utf-8")
    series.write_text("Navn,Dag,Lys\nEksempel,2017-03-01,Green\n", encoding="utf-8")
    return {
        "REGISTER": str(register),
        "MINUTES": str(example_minutes),
        "OUT": str(tmp_path / "pakke"),
        "MAPPING": str(mapping),
        "SERIES": str(series),
    }


def test_every_address_stands_in_the_table() -> None:
    names = [NAMELESS.get(name, name) for name in addresses()]

    assert [name for name in names if not covered(name, TABLE)] == []


def test_every_command_stands_in_the_table() -> None:
    assert {row.name.split()[0] for row in TABLE if row.method == "RUN"} == set(COMMANDS)


def test_table_names_no_address_that_is_gone() -> None:
    gone = [
        row.name for row in TABLE if row.method != "RUN" and not row.name.startswith("/") and not _names(row)
    ]

    assert gone == []


def test_each_address_answers_each_role_as_the_table_says(
    users: dict[str, User], keys: Keys, stages: Stages
) -> None:
    """One walk over the whole table: the example world is made once."""
    sessions = {role: _logged_in(users.get(role)) for role in ROLES}
    client = Client()  # one for all: each new one reads the list of static files
    different = {}
    for row in (row for row in TABLE if row.method != "RUN"):
        for name in _names(row) or [row.name]:
            arguments = [_key(each, keys, stages, name) for each in row.arguments]
            address = name if name.startswith("/") else reverse(name, args=arguments)
            answers = {role: _asked(client, sessions[role], row.method, address) for role in ROLES}
            if answers != row.answers:
                different[f"{row.method} {address}"] = {
                    role: f"{answer}, not {row.answers[role]}"
                    for role, answer in answers.items()
                    if answer != row.answers[role]
                }

    assert different == {}


def test_each_command_answers_each_role_as_the_table_says(
    users: dict[str, User], keys: Keys, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    different = {}
    for row in (row for row in TABLE if row.method == "RUN"):
        words = [files.get(word, word) for word in row.name.split()]
        answers = {}
        for role in ROLES:
            # The public has no account to act as: here somebody gives a name that nobody bears.
            monkeypatch.setenv("SAMSTYR_AS", "ingen" if role == "public" else role)
            answers[role] = _run(words, monkeypatch)
        if answers != row.answers:
            different[row.name] = answers

    assert different == {}


def _logged_in(user: User | None) -> str:
    """Answer the session of a user, or none for the public."""
    client = Client()
    if user is not None:
        client.force_login(user)
    found = client.cookies.get(settings.SESSION_COOKIE_NAME)
    return found.value if found else ""


def _names(row: Row) -> list[str]:
    """Answer the addresses a row is about."""
    return fnmatch.filter(list(addresses()), row.name)


def _asked(client: Client, session: str, method: str, address: str) -> int:
    """Answer the status of a request; what it wrote is undone, so that each role finds the same world."""
    client.cookies.clear()
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    with _undone():
        status: int = client.generic(method, address).status_code
    return status


def _run(words: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """Answer the exit code of a command that runs in this process; what it wrote is undone."""
    monkeypatch.setattr(sys, "argv", ["samstyr", *words])
    code: Any = None
    with _undone():
        try:
            main()
        except SystemExit as end:
            code = end.code
    return int(code or 0)


@contextmanager
def _undone() -> Iterator[None]:
    """Roll back what happens inside."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _key(word: str, keys: Keys, stages: Stages, name: str) -> object:
    """Answer a key of the example world by its name in capitals; any other word stands for itself."""
    if not word.isupper():
        return word
    if word == "FIRST":
        label = name.removeprefix("admin:").rsplit("_", 1)[0]
        app, _, model = label.partition("_")
        return apps.get_model(app, model).objects.order_by("pk").values_list("pk", flat=True).first()
    member = User.objects.get(username="member")
    if word in {"PERSON", "USER"}:
        return member.person_id if word == "PERSON" else member.pk
    known = {"PARTY": PARTY, "OTHER_PARTY": OTHER_PARTY}
    of_world = getattr(keys, word.lower(), None) or getattr(stages, word.lower(), None)
    return known.get(word) or of_world or word
