"""Nothing personal stands in a log: no name, address, search word, value or text of an error."""

import io
import logging
import logging.config
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import DataError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path, reverse

from samstyr.accounts.models import User
from samstyr.accounts.services import password_link

PERSONAL = "Anna Eksempel <anna@example.dk>"


def fails(request: HttpRequest, key: str) -> HttpResponse:
    """A view that fails over what a person wrote."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT %s::integer", [PERSONAL])
    except DataError as problem:
        raise ValueError(f"can't use {PERSONAL} of {key}") from problem
    return HttpResponse()


urlpatterns = [path("fejl/<str:key>/", fails, name="fails"), path("", include("samstyr.project.urls"))]


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the settings write to standard error."""
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    kept = list(logging.root.handlers)
    logging.config.dictConfig(django_settings.LOGGING)
    yield written
    monkeypatch.undo()
    logging.config.dictConfig(django_settings.LOGGING)
    logging.root.handlers = kept


def test_log_says_what_happened_and_to_nobody(
    danish_register: object, log: io.StringIO, settings: Any, example_minutes: Any
) -> None:
    settings.ROOT_URLCONF = __name__
    User.objects.create_user("anna-eksempel", password="eksempel-kodeord-1", email="anna@example.dk")
    link = password_link(username="anna-eksempel")
    client = Client(raise_request_exception=False)
    strict = Client(enforce_csrf_checks=True)
    statuses = [
        client.post(
            reverse("account_login"), {"login": "anna-eksempel", "password": "hemmeligt-gæt"}
        ).status_code,
        client.get("/soeg/?q=anna-eksempel").status_code,
        client.get("/personer/4711/?navn=anna-eksempel").status_code,
        client.get("/anna-eksempel/?q=anna-eksempel").status_code,
        client.get("/fora/?on=anna-eksempel").status_code,
        client.get("/soeg/?q=anna-eksempel%00").status_code,
        client.get("/", headers={"host": "anna-eksempel.example"}).status_code,
        client.get("/fejl/anna-eksempel/?q=anna-eksempel").status_code,
        client.post("/import/", {"navn": "anna-eksempel"}).status_code,
        strict.post(reverse("account_login"), {"login": "anna-eksempel"}).status_code,
        client.get(link.replace("http://localhost:8000", "")[:-1] + "x/").status_code,
    ]
    said = log.getvalue()

    assert statuses == [200, 200, 404, 404, 400, 400, 400, 500, 403, 403, 200]
    for word in ("anna", "Anna", "example", "gæt", "4711", link[-12:-1]):
        assert word not in said, word
    assert "ERROR django.request: 500 GET fails" in said
    assert "builtins.ValueError" in said
    assert "tests/web/test_logs.py:" in said
    assert "psycopg.errors.InvalidTextRepresentation" in said
    assert "WARNING django.request: 404 GET person" in said


def test_page_of_an_error_says_nothing_of_it(db: None, log: io.StringIO, settings: Any) -> None:
    settings.ROOT_URLCONF = __name__
    answer = Client(raise_request_exception=False).get("/fejl/anna-eksempel/")

    page = answer.content.decode()
    assert answer.status_code == 500
    assert "Der er sket en fejl hos os" in page
    for word in ("nna", "ValueError", "psycopg", "Traceback", "samstyr/"):
        assert word not in page


def test_other_lines_keep_their_words(log: io.StringIO) -> None:
    logging.getLogger("samstyr.example").warning("the disk is %s", "full")

    assert log.getvalue().endswith("WARNING samstyr.example: the disk is full\n")


def test_log_is_written_by_our_formatter_only() -> None:
    handlers = django_settings.LOGGING["handlers"]

    assert list(handlers) == ["console"]
    assert django_settings.LOGGING["loggers"]["django"]["propagate"] is False
