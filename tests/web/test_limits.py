"""How often one may ask for what costs."""

import datetime
from typing import Any

import pytest
from allauth.core.internal.ratelimit import parse_rates
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from samstyr.accounts.models import User
from samstyr.web import limits
from samstyr.web.limits import LIMITS, LONGEST_LOGIN_LIMIT, Limit

ACCOUNT_LIMITS: dict[str, str] = settings.ACCOUNT_RATE_LIMITS


def test_page_names_the_longest_span_of_the_limits_of_login() -> None:
    rates = [rate for action in ACCOUNT_LIMITS.values() for rate in parse_rates(action)]

    assert max(rate.duration for rate in rates) == LONGEST_LOGIN_LIMIT


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> dict[str, datetime.datetime]:
    """The time the limits see; a test may move it."""
    now = {"now": timezone.now()}
    monkeypatch.setattr(limits.timezone, "now", lambda: now["now"])
    return now


@pytest.fixture(autouse=True)
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    small = {name: Limit(3, each.seconds, each.method) for name, each in LIMITS.items()}
    monkeypatch.setattr("samstyr.web.limits.LIMITS", small)


def asked(client: Client, times: int, **words: Any) -> list[int]:
    return [client.get("/soeg/?q=medcom", **words).status_code for _ in range(times)]


def test_limits_are_those_that_are_documented() -> None:
    assert {name: (each.most, each.seconds, each.method) for name, each in LIMITS.items()} == {
        "search": (120, 60, "GET"),
        "imports": (30, 600, "POST"),
        "review": (60, 600, "POST"),
        "review-fact": (300, 60, "POST"),
        "review-export": (30, 60, "GET"),
        "map-svg": (30, 60, "GET"),
        "map-pdf": (10, 60, "GET"),
        "journey": (120, 60, "GET"),
        "journey-pdf": (10, 60, "GET"),
        "case-journey-pdf": (10, 60, "GET"),
        "calendar-health": (30, 60, "GET"),
        "draft-agenda": (60, 60, "GET"),
        "follow-up": (60, 60, "GET"),
        "pack-file": (30, 60, "GET"),
        "pack-ask": (30, 600, "POST"),
        "minutes-file": (30, 60, "GET"),
        "calendar-own": (60, 60, "GET"),
    }


def test_search_beyond_the_limit_is_told_when_to_try_again(
    danish_register: object, client: Client, clock: dict[str, datetime.datetime]
) -> None:
    assert asked(client, 3) == [200, 200, 200]
    clock["now"] += datetime.timedelta(seconds=20)
    answer = client.get("/soeg/?q=medcom")

    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "40"
    assert "Vent 1 minut; du kan fortsætte kl." in answer.content.decode()
    assert client.get("/fora/").status_code == 200, "the rest is there all the same"
    clock["now"] += datetime.timedelta(seconds=40)
    assert asked(client, 4) == [200, 200, 200, 429]


def test_search_as_you_type_beyond_the_limit_is_told_in_a_line(
    danish_register: object, client: Client
) -> None:
    asked(client, 3)
    page = client.get("/soeg/?q=medcom", headers={"hx-request": "true"}).content.decode()

    assert page.strip().startswith("<p>Vent 1 minut; du kan fortsætte kl.")


def test_one_client_does_not_use_up_the_limit_of_another(
    danish_register: object, client: Client, secretary_client: Client
) -> None:
    assert asked(client, 4)[-1] == 429

    assert asked(secretary_client, 1) == [200]
    assert asked(client, 1, REMOTE_ADDR="192.0.2.7") == [200]


def test_user_has_one_limit_whatever_the_address(danish_register: object, secretary_client: Client) -> None:
    statuses = [asked(secretary_client, 1, REMOTE_ADDR=f"192.0.2.{number}")[0] for number in range(4)]

    assert statuses == [200, 200, 200, 429]


def test_addresses_of_one_network_count_together(danish_register: object, client: Client) -> None:
    statuses = [asked(client, 1, REMOTE_ADDR=f"2001:db8::{number}")[0] for number in range(4)]

    assert statuses == [200, 200, 200, 429]
    assert asked(client, 1, REMOTE_ADDR="2001:db8:0:1::1") == [200]


def test_documents_handed_in_are_limited_the_refused_ones_too(secretary_client: Client) -> None:
    statuses = [
        secretary_client.post("/import/", {"document": SimpleUploadedFile("a.exe", b"x")}).status_code
        for _ in range(4)
    ]

    assert statuses == [400, 400, 400, 429]
    assert secretary_client.get("/import/").status_code == 200


def test_batches_handed_in_are_limited_like_single_documents(secretary_client: Client) -> None:
    def batch(number: int) -> int:
        uploads = [
            SimpleUploadedFile(f"{number}-{place}.txt", f"{number} {place}".encode()) for place in range(2)
        ]
        return secretary_client.post("/import/", {"document": uploads}).status_code

    assert [batch(number) for number in range(4)] == [302, 302, 302, 429]


@pytest.mark.parametrize("address", ["/kort/kort.svg", "/kort/kort.pdf"])
def test_drawing_is_limited(danish_register: object, client: Client, address: str) -> None:
    assert [client.get(address).status_code for _ in range(4)] == [200, 200, 200, 429]


def test_counts_say_nothing_of_who_asked_and_go_after_a_day(
    danish_register: object, client: Client, secretary: User, clock: dict[str, datetime.datetime]
) -> None:
    asked(client, 1, REMOTE_ADDR="192.0.2.7")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM web_request_count")
        rows = cursor.fetchall()
        clock["now"] += datetime.timedelta(days=1, seconds=1)
        asked(client, 1, REMOTE_ADDR="192.0.2.8")
        cursor.execute("SELECT count(*) FROM web_request_count")
        (left,) = cursor.fetchone()

    assert len(rows) == 1
    assert "192.0.2" not in str(rows)
    assert left == 1
