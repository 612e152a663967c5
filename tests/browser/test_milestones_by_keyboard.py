"""The lead of an initiative sets a new date by the keyboard alone; the earlier one stands in brackets."""

from datetime import date

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.factories.people import user_with
from tests.factories.portfolio import OWN, WRITER, milestone

from samstyr.portfolio.models import MilestoneDate
from samstyr.registry.services import load_register
from samstyr.rules.register import Register

pytestmark = pytest.mark.django_db(transaction=True)


def tab_to(page: Page, field: str) -> None:
    """Press Tab until what has the focus is called so, or bears that name."""
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(
            "() => [document.activeElement.name || '', document.activeElement.textContent].join(' ').trim()"
        )
        if found.endswith(field) or field in found.split():
            return
    raise AssertionError(f"Tab never reached {field!r}")


def test_new_date_is_set_by_keyboard_and_the_earlier_stands_in_brackets(
    transactional_db: None, denmark: Register, live_server: LiveServer, page: Page
) -> None:
    load_register(wanted=denmark)
    made = milestone("Idriftsættelse", date(2017, 9, 1))
    client = Client()
    client.force_login(user_with(WRITER))
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page.goto(f"{live_server.url}/initiativer/{OWN}/milepaele/")

    row = page.locator(f"#m{made.pk}")
    summary = row.locator("summary")
    tab_to(page, summary.text_content() or "")
    page.keyboard.press("Enter")
    tab_to(page, f"date-{made.pk}-date")
    page.keyboard.type(
        "12122017"
    )  # the browser asks for the day or the month first, as its own language has it
    tab_to(page, f"date-{made.pk}-by")
    page.keyboard.type("ØA18")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text("12. december 2017")
    expect(row.locator("strong")).to_have_text("12. december 2017")
    expect(row.locator(".earlier-date")).to_contain_text("(1. september 2017)")
    assert list(MilestoneDate.objects.order_by("pk").values_list("date", "kind", "by")) == [
        (date(2017, 9, 1), "baseline", "Eksempelaftale 1"),
        (date(2017, 12, 12), "expected", "ØA18"),
    ]
