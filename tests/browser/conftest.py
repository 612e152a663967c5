"""A person at a browser: Debian's Chromium, driven by Playwright, on a live server."""

import os
import shutil
from typing import Any

import pytest
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


@pytest.fixture
def page(page: Page) -> Page:
    """A page on which any error in the console (a script, the Content-Security-Policy) fails the test."""
    page.on("console", _refuse_errors)
    return page


def _refuse_errors(message: Any) -> None:
    assert message.type != "error", message.text
