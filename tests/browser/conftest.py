"""A person at a browser: Debian's Chromium, driven by Playwright, on a live server."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from playwright.sync_api import Page
from tests.django_fixtures import *  # noqa: F403 - pytest finds fixtures by their names in a conftest

# Playwright keeps an event loop in the thread of the tests; the database is used from it all the same.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the installed Chromium; its sandbox can't be had as root."""
    found = os.environ.get("SAMSTYR_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    return {
        **browser_type_launch_args,
        "executable_path": found,
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A Danish person at a usual screen."""
    return {**browser_context_args, "locale": "da-DK", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture(autouse=True)
def plain_static_files(settings: Any) -> None:
    """The live server of the tests serves files by their own names, without a hash."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def nobody_asked_before(transactional_db: None) -> None:
    """Counts of requests and failures outlive the emptying of the models' tables between these tests."""
    cache.clear()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE web_request_count")


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A page on which any error in the console (a script, the Content-Security-Policy) fails the test."""
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []
