"""What every answer tells the browser, and how production differs."""

import json
import os
import re
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse

from samstyr.accounts.models import User
from samstyr.platform import database

SECRET = "kun-til-prøver-" + "abcdefghij0123456789" * 3
QUESTION = """
import json
from django.conf import settings
names = [name for name in dir(settings) if name.startswith(("SECURE_", "SESSION_COOKIE", "CSRF_COOKIE",
         "LANGUAGE_COOKIE", "ALLAUTH", "EMAIL_"))]
print(json.dumps({name: getattr(settings, name) for name in names}, default=str))
"""


def in_production(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    # The tests in a browser say DJANGO_ALLOW_ASYNC_UNSAFE for their own process.
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("SAMSTYR_", "DJANGO_ALLOW"))
    }
    environment = {
        **kept,
        "SAMSTYR_PRODUCTION": "1",
        "SAMSTYR_SECRET_KEY": SECRET,
        "SAMSTYR_HOSTS": "samstyr.example",
        "SAMSTYR_ORIGINS": "https://samstyr.example",
        "SAMSTYR_PROXIES": "1",
        "PYTHONPATH": str(database.ROOT / "src"),
        "DJANGO_SETTINGS_MODULE": "samstyr.project.settings",
        **variables,
    }
    return subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, text=True, check=False
    )


def test_check_for_deployment_finds_nothing() -> None:
    words = ("-m", "samstyr.project.manage", "check", "--deploy", "--fail-level", "WARNING")

    done = in_production(*words)

    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    assert "no issues (1 silenced)" in done.stdout


def test_production_binds_cookies_and_transport() -> None:
    found: dict[str, Any] = json.loads(in_production("-c", QUESTION).stdout)

    assert {name: found[name] for name in found if name.endswith("_COOKIE_NAME")} == {
        "SESSION_COOKIE_NAME": "__Host-sessionid",
        "CSRF_COOKIE_NAME": "__Host-csrftoken",
        "LANGUAGE_COOKIE_NAME": "__Host-django_language",
    }
    for kind in ("SESSION", "CSRF", "LANGUAGE"):
        assert found[f"{kind}_COOKIE_SECURE"] is True
        assert found[f"{kind}_COOKIE_HTTPONLY"] is True
        assert found[f"{kind}_COOKIE_DOMAIN"] is None
        assert found[f"{kind}_COOKIE_PATH"] == "/"
    assert (found["SESSION_COOKIE_SAMESITE"], found["CSRF_COOKIE_SAMESITE"]) == ("Lax", "Lax")
    assert found["SECURE_SSL_REDIRECT"] is True
    assert (found["SECURE_HSTS_SECONDS"], found["SECURE_HSTS_INCLUDE_SUBDOMAINS"]) == (31_536_000, True)
    assert found["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert found["EMAIL_BACKEND"] == "django.core.mail.backends.dummy.EmailBackend"


def test_without_a_proxy_nobodys_word_for_https_is_taken() -> None:
    found = json.loads(in_production("-c", QUESTION, SAMSTYR_PROXIES="0").stdout)

    assert found["SECURE_PROXY_SSL_HEADER"] is None
    assert found["ALLAUTH_TRUSTED_PROXY_COUNT"] == 0


@pytest.mark.parametrize(("secret", "told"), [("", "not set"), ("kort", "too short")])
def test_production_does_not_start_without_a_secret(secret: str, told: str) -> None:
    done = in_production("-c", QUESTION, SAMSTYR_SECRET_KEY=secret)

    assert done.returncode == 1
    assert f"SAMSTYR_SECRET_KEY is {told}" in done.stderr


@pytest.mark.parametrize(
    "address", ["/", "/log-ind/", "/findes-ikke/", "/soeg/?q=%00", "/admin/", "/healthz"]
)
def test_every_answer_binds_the_browser(danish_register: object, client: Client, address: str) -> None:
    headers = client.get(address, follow=True).headers

    policy = dict(
        part.strip().partition(" ")[::2] for part in headers["Content-Security-Policy"].split(";") if part
    )
    assert policy == {
        "default-src": "'self'",
        "img-src": "'self' data:",
        "style-src": "'self'",
        "script-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Permissions-Policy"].startswith("accelerometer=(), camera=()")


def test_administration_needs_no_exception_from_the_policy(client: Client, db: None) -> None:
    client.force_login(User.objects.create_superuser("eksempel-administrator"))
    inline = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)(?![^>]*json)|\son[a-z]+=|javascript:")
    addresses = [
        "/admin/",
        "/admin/accounts/user/add/",
        "/admin/registry/forum/add/",
        "/admin/mfa/authenticator/",
    ]

    assert [each for each in addresses if inline.search(client.get(each).content.decode())] == []


def test_what_a_person_saw_is_not_kept_after_logout(
    danish_register: object, secretary_client: Client
) -> None:
    kept = secretary_client.get("/fora/").headers.get("Cache-Control", "")

    assert "no-store" in kept
    assert "private" in kept


def test_form_without_our_token_is_refused_with_a_page(db: None) -> None:
    client = Client(enforce_csrf_checks=True)

    answer = client.post(reverse("account_login"), {"login": "anna", "password": "x"})

    assert answer.status_code == 403
    assert "Formularen er for gammel" in answer.content.decode()


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(db: None, client: Client) -> None:
    User.objects.create_user("anna", password="eksempel-kodeord-1")
    client.get(reverse("account_login"))
    client.post(reverse("account_login"), {"login": "anna", "password": "eksempel-kodeord-1"})
    client.post(reverse("language"), {"language": "da"})

    assert sorted(client.cookies) == ["csrftoken", "django_language", "sessionid"]
    for cookie in client.cookies.values():
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")


@pytest.mark.parametrize(
    "address",
    [
        "/static/",
        "/static/../secret",
        "/static/%2e%2e/%2e%2e/pyproject.toml",
        "/static//etc/passwd",
        "/files/",
    ],
)
def test_nothing_beyond_the_static_files_is_served(db: None, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_errors_are_never_shown_in_detail() -> None:
    assert django_settings.DEBUG is False
