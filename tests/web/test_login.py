"""Logging in: throttled, the same answer for all who may not, nothing that leads round the second factor."""

import re
import time
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from tests.codes import code_now

from samstyr.accounts.models import User

PASSWORD = "eksempel-kodeord-1"
NEW = "et-helt-andet-kodeord"
WRONG = "User name and password do not fit together."
TOO_MANY = "Too many attempts."


@pytest.fixture
def client(db: None) -> Client:
    """A client that reads English, so that tests do not depend on the Danish texts."""
    client = Client()
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def anna(db: None) -> User:
    return User.objects.create_user("anna", password=PASSWORD)


@pytest.fixture
def administrator(db: None) -> User:
    return User.objects.create_superuser("bo", password=PASSWORD)


def log_in(client: Client, name: str = "anna", password: str = PASSWORD, **words: Any) -> Any:
    return client.post(reverse("account_login"), {"login": name, "password": password}, **words)


def is_logged_in(client: Client) -> bool:
    return client.get(reverse("mfa_index")).status_code == 200


def activate_second_factor(client: Client) -> tuple[str, list[str]]:
    """Turn the second factor on as a person does; answer the secret and the recovery codes."""
    address = reverse("mfa_activate_totp")
    assert client.get(address).headers["Location"].startswith(reverse("account_reauthenticate"))
    client.post(reverse("account_reauthenticate") + f"?next={address}", {"password": PASSWORD})
    secret = re.findall(r'class="secret">([A-Z2-7]+)<', client.get(address).content.decode())[0]
    done = client.post(address, {"code": code_now(secret)})
    assert done.headers["Location"] == reverse("mfa_view_recovery_codes")
    codes = re.findall(r'class="secret">(\d+)<', client.get(done.headers["Location"]).content.decode())
    return secret, codes


def test_right_password_logs_in_with_a_new_session(client: Client, anna: User) -> None:
    client.get(reverse("mfa_index"))
    client.post(reverse("language"), {"language": "en"})
    before = client.session.session_key
    answer = log_in(client)

    assert answer.headers["Location"] == "/"
    assert is_logged_in(client)
    assert client.session.session_key != before
    assert client.session.get_expiry_age() == 12 * 3600
    assert client.session.get_expire_at_browser_close()


def test_capitals_of_a_user_name_do_not_matter(client: Client, anna: User) -> None:
    log_in(client, "Anna")

    assert is_logged_in(client)


def test_unknown_user_wrong_password_and_closed_account_get_the_same_answer(
    client: Client, anna: User
) -> None:
    User.objects.create_user("cecilie", password=PASSWORD, is_active=False)
    pages = []
    for name in ("anna", "ingen", "cecilie"):
        answer = log_in(client, name, "forkert-kodeord-1")
        page = answer.content.decode().replace(f'value="{name}"', "")
        pages.append((answer.status_code, re.sub(r'value="[A-Za-z0-9]{64}"', "", page)))

    assert WRONG in pages[0][1]
    assert pages[0] == pages[1] == pages[2]


class CountingHasher(Argon2PasswordHasher):
    """Argon2, counting how often it was asked to work."""

    worked = 0

    def encode(self, password: str, salt: str) -> str:
        CountingHasher.worked += 1
        return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        CountingHasher.worked += 1
        return super().verify(password, encoded)


def test_unknown_user_costs_as_much_work_as_a_wrong_password(
    client: Client, anna: User, settings: Any
) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.CountingHasher"]
    worked = []
    for name in ("anna", "ingen"):
        CountingHasher.worked = 0
        log_in(client, name, "forkert-kodeord-1")
        worked.append(CountingHasher.worked)

    assert worked == [1, 1]


def test_passwords_are_kept_as_argon2(anna: User) -> None:
    assert anna.password.startswith("argon2$argon2id$")
    assert django_settings.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


def test_wrong_passwords_are_throttled_by_user_name_whatever_the_host_name(
    client: Client, anna: User
) -> None:
    told = [
        log_in(client, "anna", "forkert", headers={"host": f"localhost:{8000 + number}"}).content.decode()
        for number in range(6)
    ]

    assert [WRONG in page for page in told] == [True] * 5 + [False]
    assert TOO_MANY in told[5]
    assert TOO_MANY in log_in(client).content.decode(), "the right password does not help any more"
    assert not is_logged_in(client)


def test_wrong_passwords_are_throttled_by_address(client: Client, anna: User) -> None:
    told = [log_in(client, f"navn-{number}", "forkert").content.decode() for number in range(11)]

    assert [WRONG in page for page in told] == [True] * 10 + [False]


def test_logins_are_throttled_by_address_with_a_page_that_says_when(client: Client, anna: User) -> None:
    answers = [client.post(reverse("account_login"), {"login": ""}) for _ in range(31)]

    assert [answer.status_code for answer in answers] == [200] * 30 + [429]
    assert answers[30].headers["Retry-After"] == "300"
    assert "Wait 5 minutes" in answers[30].content.decode()


@pytest.mark.parametrize(
    ("proxies", "forwarded", "counted"),
    [
        (0, "192.0.2.{n}", 10),  # nobody's word: all come from one address
        (1, "192.0.2.7, 203.0.113.9", 10),  # the proxy's word for the client is the last
        (1, "203.0.113.9, 192.0.2.{n}", 12),  # a client each
        (2, "192.0.2.{n}", 10),  # came round the proxies
    ],
)
def test_client_is_the_one_our_proxies_name(
    client: Client, settings: Any, proxies: int, forwarded: str, counted: int
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    told = [
        log_in(
            client, f"navn-{n}", "forkert", headers={"x-forwarded-for": forwarded.format(n=n)}
        ).content.decode()
        for n in range(12)
    ]

    assert sum(WRONG in page for page in told) == counted


def test_counts_are_kept_where_all_processes_see_them() -> None:
    assert django_settings.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"
    assert cache._cull_frequency == 3  # type: ignore[attr-defined]
    assert cache._max_entries == 100_000  # type: ignore[attr-defined]


def test_second_factor_is_asked_for_once_it_is_on(client: Client, anna: User) -> None:
    log_in(client)
    secret, codes = activate_second_factor(client)
    assert len(set(codes)) == 10
    other = Client()

    assert log_in(other).headers["Location"] == reverse("mfa_authenticate")
    assert not is_logged_in(other)
    wrong = other.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert (wrong.status_code, is_logged_in(other)) == (200, False)
    other.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    assert is_logged_in(other)


def test_code_of_the_app_can_be_used_once_only(client: Client, anna: User) -> None:
    log_in(client)
    secret, _codes = activate_second_factor(client)
    code = code_now(secret)
    logged_in = []
    for _ in range(2):
        other = Client()
        log_in(other)
        other.post(reverse("mfa_authenticate"), {"code": code})
        logged_in.append(is_logged_in(other))

    assert logged_in == [True, False]


def test_recovery_code_lets_in_once(client: Client, anna: User) -> None:
    log_in(client)
    _secret, codes = activate_second_factor(client)
    logged_in = []
    for code in (codes[3], codes[3], codes[4]):
        other = Client()
        log_in(other)
        other.post(reverse("mfa_authenticate"), {"code": code})
        logged_in.append(is_logged_in(other))

    assert logged_in == [True, False, True]


def test_recovery_codes_are_shown_once(client: Client, anna: User) -> None:
    log_in(client)
    _secret, codes = activate_second_factor(client)

    page = client.get(reverse("mfa_view_recovery_codes")).content.decode()

    assert [code for code in codes if code in page] == []


def test_codes_are_throttled(client: Client, anna: User) -> None:
    log_in(client)
    secret, _codes = activate_second_factor(client)
    other = Client()
    other.cookies["django_language"] = "en"
    log_in(other)
    told = [other.post(reverse("mfa_authenticate"), {"code": f"00000{n}"}).content.decode() for n in range(6)]

    assert [TOO_MANY in page for page in told] == [False] * 5 + [True]
    other.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    assert not is_logged_in(other)


def test_second_factor_is_changed_only_by_one_who_gave_the_password_lately(
    client: Client, anna: User
) -> None:
    log_in(client)
    activate_second_factor(client)
    session = client.session
    for each in session["account_authentication_methods"]:
        each["at"] = time.time() - 301
    session.save()
    answers = {
        name: client.get(reverse(name)).headers.get("Location", "").partition("?")[0]
        for name in ("mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_view_recovery_codes")
    }

    assert set(answers.values()) == {reverse("account_reauthenticate")}


def test_password_change_ends_other_sessions(client: Client, anna: User) -> None:
    other = Client()
    log_in(client)
    log_in(other)
    words = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    done = client.post(reverse("account_change_password"), words)

    assert done.headers["Location"] == reverse("mfa_index")
    assert (is_logged_in(client), is_logged_in(other)) == (True, False)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"oldpassword": "forkert-kodeord-1"}, "That is not your password now."),
        ({"password2": "noget-helt-tredje"}, "The two passwords are not the same."),
        ({"password1": "kort", "password2": "kort"}, "at least 12 characters"),
    ],
)
def test_password_change_that_fails_says_why(
    client: Client, anna: User, words: dict[str, str], told: str
) -> None:
    log_in(client)
    sent = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW, **words}
    page = client.post(reverse("account_change_password"), sent).content.decode()

    assert told in page
    anna.refresh_from_db()
    assert anna.check_password(PASSWORD)


@pytest.mark.parametrize(
    "elsewhere",
    ["https://example.org/", "//example.org", "javascript:alert(1)", "\\\\example.org", "/\\example.org"],
)
@pytest.mark.parametrize("name", ["account_login", "account_logout"])
def test_login_and_logout_never_lead_to_another_site(
    client: Client, anna: User, name: str, elsewhere: str
) -> None:
    if name == "account_logout":
        log_in(client)
    answer = client.post(
        reverse(name),
        {"login": "anna", "password": PASSWORD, "next": elsewhere},
        query_params={"next": elsewhere},
    )

    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


def test_login_leads_back_to_where_one_was(client: Client, anna: User) -> None:
    page = client.get(reverse("account_login") + "?next=/import/").content.decode()
    assert '<input type="hidden" name="next" value="/import/">' in page

    answer = client.post(
        reverse("account_login"), {"login": "anna", "password": PASSWORD, "next": "/import/"}
    )

    assert answer.headers["Location"] == "/import/"


def test_logout_ends_the_session(client: Client, anna: User) -> None:
    log_in(client)
    assert client.get(reverse("account_logout")).status_code == 200, "a link alone logs nobody out"
    assert is_logged_in(client)

    client.post(reverse("account_logout"))

    assert not is_logged_in(client)


def test_nobody_makes_an_account_for_themselves(client: Client) -> None:
    for address in ("/konto/ny/", "/log-ind/ny/", "/accounts/signup/", "/signup/"):
        assert client.get(address).status_code == 404


def test_administration_has_no_login_of_its_own(client: Client, administrator: User) -> None:
    answer = client.post("/admin/login/", {"username": "bo", "password": PASSWORD})

    assert answer.headers["Location"].partition("?")[0] == reverse("account_login")
    assert not is_logged_in(client)
    assert client.get("/admin/password_change/").headers["Location"] == reverse("account_change_password")


def test_administration_is_not_entered_past_the_second_factor(client: Client, administrator: User) -> None:
    log_in(client, "bo")
    secret, _codes = activate_second_factor(client)
    assert client.get("/admin/").status_code == 200
    other = Client()
    log_in(other, "bo", query_params={"next": "/admin/"})

    assert other.get("/admin/").status_code == 302
    assert other.get("/admin/accounts/user/").status_code == 302
    answer = other.post(reverse("mfa_authenticate"), {"code": code_now(secret)})
    assert (answer.headers["Location"], other.get("/admin/").status_code) == ("/admin/", 200)


def test_administration_says_no_to_one_without_the_right(client: Client, anna: User) -> None:
    log_in(client)

    assert client.get("/admin/", follow=True).status_code == 403


def test_administrator_removes_a_second_factor_and_never_sees_its_secret(
    client: Client, administrator: User
) -> None:
    log_in(client, "bo")
    secret, codes = activate_second_factor(client)
    listed = client.get("/admin/mfa/authenticator/").content.decode()
    numbers = re.findall(r"/admin/mfa/authenticator/(\d+)/change/", listed)
    pages = [client.get(f"/admin/mfa/authenticator/{number}/change/").content.decode() for number in numbers]

    assert len(pages) == 2
    for text in (secret, *codes, "seed"):
        assert [page for page in (listed, *pages) if text in page] == []
    for number in numbers:
        client.post(f"/admin/mfa/authenticator/{number}/delete/", {"post": "yes"})
    other = Client()
    assert log_in(other, "bo").headers["Location"] == "/"


def test_page_of_the_account_shows_what_stands(client: Client, anna: User) -> None:
    log_in(client)
    before = client.get(reverse("mfa_index")).content.decode()
    activate_second_factor(client)
    after = client.get(reverse("mfa_index")).content.decode()

    assert reverse("mfa_activate_totp") in before
    assert reverse("mfa_deactivate_totp") in after
    assert "10 codes are left" in after


def test_second_factor_is_turned_off_by_its_owner(client: Client, anna: User) -> None:
    log_in(client)
    activate_second_factor(client)
    client.post(reverse("mfa_deactivate_totp"))

    assert log_in(Client()).headers["Location"] == "/"
