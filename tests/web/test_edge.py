"""Whatever is sent to whatever address: a page that says what is wrong, never an error of ours."""

import string
from typing import Any
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.people import Seat, user_with
from tests.web.test_pages import PAGES

from samstyr.accounts.models import User
from samstyr.documents.models import SourceDocument
from samstyr.meetings.models import Meeting
from samstyr.rules.rights import Role
from samstyr.web.edge import LARGEST_BODY, LONGEST_FIELD, LONGEST_FILE_NAME, LONGEST_PARAMETER, LONGEST_QUERY

NASTY = [
    "\x00",
    "a\x00b",
    "\x1b[31m",
    "\u202egnp.exe",
    "\ufeff",
    "\U0001f9ff" * 50,
    "'; DROP TABLE accounts_user; --",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% load x %}",
    "../../etc/passwd",
    "%s%n%(x)s{0}",
    "9" * 400,
    "-1",
    "1e309",
    "NaN",
    "9999-12-31",
    "0000-00-00",
    "٣",
    "ı",
    "ß" * 1000,
]
# Every parameter that a view reads, so that each meets each nasty value.
# What stands in the database is committed: a register of the test's own transaction is read anew at each request.
COMMITTED = pytest.mark.django_db(transaction=True)
PARAMETERS = (
    *("q", "on", "before", "page", "next", "figur", "level", "party", "kind", "forum", "severity", "rule"),
    *("view", "figure", "subject", "act", "initiative", "with", "show", "mode", "number", "org"),
)


@pytest.fixture
def reader(example_meeting: Meeting) -> tuple[Client, dict[str, Any]]:
    """A client who may do most things, and the keys of what is there."""
    seats = (Seat(Role.SECRETARY, "medcom", "medcom-sg"), Seat(Role.PARTY_COORDINATOR, "kl"))
    user = user_with(*seats, administrator=True, name="anna")
    client = Client(raise_request_exception=False)
    client.force_login(user)
    attendance = example_meeting.attendances.first()
    assert attendance is not None
    return client, {
        "MEETING": example_meeting.pk,
        "ITEM": example_meeting.items.filter(closed=False)[0].pk,
        "PERSON": attendance.person_id,
        "REVIEW": example_meeting.review.pk,
    }


@pytest.fixture(autouse=True)
def no_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests ask more often than anybody may; the limits have tests of their own."""
    monkeypatch.setattr("samstyr.web.limits.LIMITS", {})


def addresses(keys: dict[str, Any]) -> dict[str, str]:
    return {
        name: reverse(name, args=[keys.get(each, each) for each in arguments])
        for name, (arguments, _status) in PAGES.items()
    }


@COMMITTED
def test_no_address_fails_on_a_nasty_parameter(reader: tuple[Client, dict[str, Any]]) -> None:
    client, keys = reader
    failed = []
    for name, address in addresses(keys).items():
        if name == "account_logout":
            continue
        for text in NASTY:
            query = "&".join(f"{parameter}={quote(text)}" for parameter in PARAMETERS)
            status = client.get(f"{address}?{query[:LONGEST_QUERY]}").status_code
            if status >= 500 or ("\x00" in text and status not in (400, 405)):
                failed.append((name, text[:20], status))

    assert failed == []


@COMMITTED
@pytest.mark.parametrize("method", ["post", "put", "delete", "options", "head", "patch"])
def test_no_address_fails_on_a_nasty_form(reader: tuple[Client, dict[str, Any]], method: str) -> None:
    client, keys = reader
    failed = []
    for name, address in addresses(keys).items():
        for text in NASTY if method == "post" else NASTY[2:4]:
            words = dict.fromkeys(
                (*PARAMETERS, "login", "password", "code", "email", "language", "real"), text
            )
            status = getattr(client, method)(address, words if method == "post" else "").status_code
            if status >= 500 or (method == "post" and "\x00" in text and status != 400):
                failed.append((name, text[:20], status))
        if name == "account_logout":
            client.force_login(User.objects.get(username="anna"))

    assert failed == []


@COMMITTED
def test_no_address_fails_on_a_nasty_key(reader: tuple[Client, dict[str, Any]]) -> None:
    client, keys = reader
    failed = []
    for name, address in addresses(keys).items():
        parts = address.strip("/").split("/")
        for number in range(len(parts)):
            for text in NASTY:
                nasty = [*parts[:number], quote(text[:200], safe=""), *parts[number + 1 :]]
                status = client.get("/" + "/".join(nasty) + "/").status_code
                if status >= 500 or ("\x00" in text and status != 400):
                    failed.append((name, text[:20], status))

    assert failed == []


@pytest.mark.parametrize(
    "address",
    [
        "/admin/{}/",
        "/admin/registry/forum/{}/change/",
        "/admin/registry/mandate/{}/delete/",
        "/admin/accounts/user/{}/history/",
        "/admin/accounts/user/{}/password/",
        "/admin/mfa/authenticator/{}/change/",
        "/admin/registry/forum/?q={0}&o={0}&p={0}&level={0}",
        "/admin/accounts/user/?id__exact={0}&is_staff__exact={0}&all={0}",
        "/admin/accounts/user/?p={}",
        "/admin/autocomplete/?app_label={0}&model_name={0}&field_name={0}&term={0}",
        "/admin/autocomplete/?app_label=registry&model_name=forum&field_name=parent&term={0}&page={0}",
        "/admin/r/{0}/{0}/",
        "/admin/jsi18n/?language={}",
    ],
)
def test_administration_does_not_fail_on_nasty_addresses(
    danish_register: object, client: Client, address: str
) -> None:
    client.raise_request_exception = False
    client.force_login(User.objects.create_superuser("bo"))
    statuses = {
        text[:20]: client.get(address.format(quote(text[:200], safe=""))).status_code for text in NASTY
    }

    assert {text: status for text, status in statuses.items() if status >= 500} == {}
    assert {status for text, status in statuses.items() if "\x00" in text} == {400}


@given(
    path=st.text(max_size=40),
    query=st.text(alphabet=string.printable + "æ\x00\udcff\u202e", max_size=80),
)
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
def test_no_address_at_all_is_an_error_of_ours(
    danish_register: object, client: Client, path: str, query: str
) -> None:
    address = "/" + quote(path.encode("utf-8", "surrogatepass"), safe="/")
    raw = query.encode("utf-8", "surrogatepass").decode("latin-1")
    answer = client.get(address, QUERY_STRING=raw)

    assert answer.status_code in (200, 301, 302, 400, 404)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/fora/%00/", "NUL-tegn"),
        ("/findes-ikke%00", "NUL-tegn"),
        ("/soeg/?q=%00", "q: "),
        ("/soeg/?q=%ff", "UTF-8"),
        ("/soeg/?%00=x", "felt"),
        ("/soeg/?q=" + "x" * (LONGEST_PARAMETER + 1), f"q: for langt, højst {LONGEST_PARAMETER} tegn"),
        ("/soeg/?q=" + "x&q=" * 3000, f"højst {LONGEST_QUERY} tegn"),
        ("/fora/" + "x" * 2001 + "/", "højst 2000 tegn"),
    ],
)
def test_bad_address_is_refused_with_what_is_wrong(
    danish_register: object, client: Client, address: str, told: str
) -> None:
    answer = client.get(address)

    assert answer.status_code == 400
    assert told in answer.content.decode()
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize("key", ["%ff", "%ed%a0%80", "%c3%b8", "ø"])
def test_key_that_nothing_has_is_not_found(danish_register: object, client: Client, key: str) -> None:
    assert client.get(f"/fora/{key}/").status_code == 404


def test_longest_allowed_search_is_answered(danish_register: object, client: Client) -> None:
    assert client.get("/soeg/", {"q": "x" * LONGEST_PARAMETER}).status_code == 200


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"login=a%00b", "login: "),
        (b"login=%ff", "UTF-8"),
        (b"login=\xff", "UTF-8"),
        (b"login=" + b"x" * (LONGEST_FIELD + 1), f"login: for langt, højst {LONGEST_FIELD} tegn"),
        (b"&".join(b"f%d=x" % number for number in range(20_001)), "for mange felter"),
        (b"login=" + b"x" * (10 * 1024 * 1024 + 1), "højst 10 MB"),
    ],
)
def test_bad_form_is_refused_with_what_is_wrong(db: None, client: Client, body: bytes, told: str) -> None:
    answer = client.generic("POST", reverse("account_login"), body, "application/x-www-form-urlencoded")

    assert answer.status_code == 400
    assert told in answer.content.decode()


@pytest.mark.parametrize(
    "content_type",
    [
        "multipart/form-data",
        "multipart/form-data; boundary=" + "x" * 300,
        "multipart/form-data; boundary=æ",
        "application/x-www-form-urlencoded; charset=utf-16",
        "application/x-www-form-urlencoded; charset=findes-ikke",
        "application/json; charset=utf-7",
        "text/plain\x00",
        "",
    ],
)
def test_form_of_an_odd_kind_is_no_error_of_ours(db: None, client: Client, content_type: str) -> None:
    answer = client.generic("POST", reverse("account_login"), b"--x\r\n\x00\xff", content_type)

    assert answer.status_code in (200, 400)


def test_more_than_the_largest_document_is_refused_unread(secretary_client: Client) -> None:
    answer = secretary_client.post("/import/", {"x": "y"}, CONTENT_LENGTH=str(LARGEST_BODY + 1))

    assert answer.status_code == 413
    assert "højst 60 MB" in answer.content.decode()


def test_over_long_file_name_is_refused(secretary_client: Client) -> None:
    upload = SimpleUploadedFile("x" * LONGEST_FILE_NAME + ".txt", b"tekst")

    answer = secretary_client.post("/import/", {"document": upload})

    assert answer.status_code == 400
    assert f"højst {LONGEST_FILE_NAME} tegn" in answer.content.decode()


@pytest.mark.parametrize("place", ["name", "filename"])
def test_nul_in_the_head_of_a_file_is_no_error_of_ours(secretary_client: Client, place: str) -> None:
    head = {"name": "document", "filename": "navn.txt"}
    head[place] = f"nul\x00{head[place]}"
    words = "; ".join(f'{name}="{value}"' for name, value in head.items())
    body = f"--x\r\nContent-Disposition: form-data; {words}\r\n\r\ntekst\r\n--x--\r\n".encode()

    answer = secretary_client.generic("POST", "/import/", body, "multipart/form-data; boundary=x")

    kept = list(SourceDocument.objects.values_list("name", flat=True))
    assert (answer.status_code, kept) in [(400, []), (302, ["nulnavn.txt"])]


@pytest.mark.parametrize(
    "cookie",
    ['sessionid="aaaaaaaaaaaa\\000"', "sessionid=aaaaaaaaaa\x01", 'django_language="\\000"', "messages=\x7f"],
)
def test_cookie_with_control_characters_is_left_out(danish_register: object, cookie: str) -> None:
    client = Client()
    client.cookies.load("")

    answer = client.get("/import/", HTTP_COOKIE=cookie)

    assert answer.status_code == 200


def test_unknown_host_name_is_refused_with_a_page(db: None, client: Client) -> None:
    answer = client.get("/", headers={"host": "example.org"})

    assert answer.status_code == 400
    assert "<h1>" in answer.content.decode()
