"""Links with which a person sets a password: once, for a day, for that person only; by mail where there is mail."""

import re
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from allauth.account.forms import default_token_generator
from django.conf import settings as django_settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from samstyr.accounts.models import User
from samstyr.accounts.services import create_user, password_link, remove_second_factor
from samstyr.platform.errors import InputError

PASSWORD = "eksempel-kodeord-1"
NEW = "et-helt-andet-kodeord"
UNUSABLE = "The link can't be used"


def english() -> Client:
    client = Client()
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def client(db: None) -> Client:
    return english()


@pytest.fixture
def mail_server(settings: Any) -> None:
    settings.EMAIL_HOST = "mail.example"


def use(client: Client, link: str, password: str = NEW) -> str:
    """Follow a link and set a password; answer the page that is shown in the end."""
    page = client.get(urlsplit(link).path, follow=True)
    if UNUSABLE in page.content.decode():
        return page.content.decode()
    address = page.request["PATH_INFO"]
    return client.post(address, {"password1": password, "password2": password}, follow=True).content.decode()


def test_link_makes_a_user_who_then_chooses_a_password(client: Client) -> None:
    link = password_link(username="anna", administrator=True)
    anna = User.objects.get(username="anna")
    assert (anna.is_superuser, anna.has_usable_password()) == (True, False)

    assert "Your password is set" in use(client, link)

    anna.refresh_from_db()
    assert anna.check_password(NEW)
    assert client.get(reverse("mfa_index")).status_code == 302, "the password still has to be given"


def test_link_works_once(client: Client) -> None:
    link = password_link(username="anna")
    use(client, link)

    assert UNUSABLE in use(english(), link, PASSWORD)
    assert User.objects.get(username="anna").check_password(NEW)


def test_link_works_for_a_day(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    link = password_link(username="anna")
    now = datetime.now()  # noqa: DTZ005 - Django's tokens count in the machine's own time
    assert django_settings.PASSWORD_RESET_TIMEOUT == 24 * 3600
    monkeypatch.setattr(default_token_generator, "_now", lambda: now + timedelta(hours=24, minutes=1))

    assert UNUSABLE in use(client, link)


def test_link_is_for_one_person_only(client: Client) -> None:
    cecilie = create_user(username="cecilie", password=PASSWORD)
    link = password_link(username="anna")
    anna = User.objects.get(username="anna")
    foreign = re.sub(r"/ny/[0-9a-z]+-", f"/ny/{int(cecilie.pk):x}-", link)
    assert foreign != link
    assert anna.pk != cecilie.pk

    assert UNUSABLE in use(client, foreign)
    cecilie.refresh_from_db()
    assert cecilie.check_password(PASSWORD)


@pytest.mark.parametrize("changes", [("x", "-"), ("-", "_"), ("0", "1")])
def test_link_that_was_not_copied_whole_is_refused(client: Client, changes: tuple[str, str]) -> None:
    link = password_link(username="anna").removesuffix("/")
    other = next(sign for sign in changes if not link.endswith(sign))
    assert UNUSABLE in use(client, f"{link[:-1]}{other}/")


def test_link_no_longer_works_after_a_login(client: Client) -> None:
    create_user(username="anna", password=PASSWORD)
    link = password_link(username="anna")
    client.post(reverse("account_login"), {"login": "anna", "password": PASSWORD})

    assert UNUSABLE in use(english(), link)


def test_link_does_not_go_round_the_rules_for_passwords(client: Client) -> None:
    page = use(client, password_link(username="anna"), "kort")

    assert "at least 12 characters" in page
    assert not User.objects.get(username="anna").has_usable_password()


def test_password_set_by_link_ends_all_sessions(client: Client) -> None:
    user = create_user(username="anna", password=PASSWORD)
    other = Client()
    other.force_login(user)
    use(client, password_link(username="anna"))

    assert other.get(reverse("mfa_index")).status_code == 302


def test_key_of_a_link_does_not_stay_in_the_address(client: Client) -> None:
    link = password_link(username="anna")

    answer = client.get(urlsplit(link).path)

    assert answer.headers["Location"].endswith("-set-password/")
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_link_leads_to_where_people_reach_the_pages(db: None, settings: Any) -> None:
    assert password_link(username="anna").startswith("http://localhost:8000/konto/adgangskode/ny/")
    settings.CSRF_TRUSTED_ORIGINS = ["https://samstyr.example"]
    assert password_link(username="anna").startswith("https://samstyr.example/konto/adgangskode/ny/")


def test_link_makes_nobody_an_administrator_who_is_there_already(db: None) -> None:
    create_user(username="anna", password=PASSWORD)

    with pytest.raises(InputError, match="leave --administrator out"):
        password_link(username="Anna", administrator=True)


@pytest.mark.parametrize("name", ["", " ", "to ord", "x" * 151])
def test_user_name_that_is_none_is_refused(db: None, name: str) -> None:
    with pytest.raises(InputError, match="user: "):
        password_link(username=name)


def test_user_names_differ_by_more_than_capitals(db: None) -> None:
    create_user(username="anna", password=PASSWORD)

    with pytest.raises(InputError, match="already"):
        create_user(username="ANNA", password=PASSWORD)


def test_second_factor_of_an_unknown_user_is_told(db: None) -> None:
    with pytest.raises(InputError, match="no user"):
        remove_second_factor(username="ingen")


def test_without_a_mail_server_the_login_page_names_the_administrator(client: Client) -> None:
    page = client.get(reverse("account_login")).content.decode()

    assert "Ask your administrator for a link" in page
    assert reverse("account_reset_password") not in page
    assert client.get(reverse("account_reset_password")).status_code == 404


def test_forgotten_password_is_set_by_a_link_in_a_mail(client: Client, mail_server: None) -> None:
    User.objects.create_user("anna", password=PASSWORD, email="anna@example.dk")
    client.post(reverse("account_reset_password"), {"email": "anna@example.dk"})
    (sent,) = mail.outbox
    (link,) = re.findall(r"http://testserver\S+", sent.body)

    assert sent.to == ["anna@example.dk"]
    assert sent.subject == "Choose a new password in Samstyr"
    assert "Your password is set" in use(client, link)


def test_mail_page_does_not_tell_who_has_an_account(client: Client, mail_server: None) -> None:
    User.objects.create_user("anna", password=PASSWORD, email="anna@example.dk")
    answers = []
    for address in ("anna@example.dk", "ingen@example.dk"):
        answer = client.post(reverse("account_reset_password"), {"email": address}, follow=True)
        answers.append(
            (answer.redirect_chain, re.sub(r'value="[A-Za-z0-9]{64}"', "", answer.content.decode()))
        )

    assert answers[0] == answers[1]
    assert [sent.to for sent in mail.outbox] == [["anna@example.dk"], ["ingen@example.dk"]]


def test_mails_to_one_address_are_throttled(client: Client, mail_server: None) -> None:
    statuses = [
        client.post(reverse("account_reset_password"), {"email": "anna@example.dk"}).status_code
        for _ in range(6)
    ]

    assert statuses == [302] * 5 + [429]
    assert len(mail.outbox) == 5
