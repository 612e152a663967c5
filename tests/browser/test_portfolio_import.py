"""The columns of a series are put on fields: by the mouse, by the keyboard alone, and without JavaScript."""

import pytest
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.factories.people import user_with

from samstyr.portfolio.models import WaitingSeries
from samstyr.registry.services import load_register
from samstyr.rules.register import Register

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def series(transactional_db: None, denmark: Register, live_server: LiveServer) -> tuple[str, dict[str, str]]:
    """The address of a file that waits, and the session of whoever handed it in."""
    load_register(wanted=denmark)
    reader = user_with(administrator=True)
    made = WaitingSeries.objects.create(
        added_by=reader,
        readers=[f"user:{reader.pk}"],
        name="serie.csv",
        content="Navn,Dag,Lys\nBro,2017-03-31,Grøn\n".encode(),
        mapping="schema: samstyr.portfolio-mapping/1\nformats: [YYYY-MM-DD]\n",
    )
    client = Client()
    client.force_login(reader)
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    return f"{live_server.url}/portefoelje/indlaes/{made.pk}/", session


@pytest.fixture
def mapped(page: Page, series: tuple[str, dict[str, str]]) -> Page:
    address, session = series
    page.context.add_cookies([session])  # type: ignore[list-item]
    page.set_viewport_size({"width": 1280, "height": 1800})  # a page that scrolls lets go of what is dragged
    page.goto(address)
    return page


def column(page: Page, heading: str) -> Locator:
    return page.locator(f'[data-heading="{heading}"]')


def kept(page: Page) -> None:
    page.locator('form#mapping .buttons button[value="keep"]').click()
    page.wait_for_url("**#values")


def test_column_is_dragged_to_a_field_and_kept(mapped: Page) -> None:
    target = mapped.locator('[data-target="light"]')

    column(mapped, "Lys").locator("[data-grip]").drag_to(target)

    expect(column(mapped, "Lys").locator("[data-holds]")).to_have_value("light")
    expect(target).to_contain_text("Lys")
    expect(mapped.locator("[data-moved-said]")).to_contain_text("Lys")
    expect(mapped.locator(".dragged, .dropping")).to_have_count(0)
    expect(column(mapped, "Lys").locator('[name$=".rater"]')).to_be_visible()
    kept(mapped)
    expect(column(mapped, "Lys").locator("[data-holds]")).to_have_value("light")
    expect(mapped.locator(".map-values")).to_contain_text("Grøn")


def test_column_dropped_beside_the_fields_stays_where_it_was(mapped: Page) -> None:
    column(mapped, "Lys").locator("[data-grip]").drag_to(mapped.get_by_role("heading", level=1))

    expect(column(mapped, "Lys").locator("[data-holds]")).to_have_value("")
    expect(mapped.locator(".dragged, .dropping")).to_have_count(0)


def test_column_is_put_on_a_field_by_keyboard_alone(mapped: Page) -> None:
    select = column(mapped, "Dag").locator("[data-holds]")
    mapped.locator('[name="source"]').focus()
    for _ in range(30):
        mapped.keyboard.press("Tab")
        if select.evaluate("(each) => each === document.activeElement"):
            break
    while select.input_value() != "day":
        mapped.keyboard.press("ArrowDown")

    expect(mapped.locator('[data-target="day"]')).to_contain_text("Dag")
    expect(mapped.locator("[data-moved-said]")).to_contain_text("Dag")
    kept(mapped)
    expect(column(mapped, "Dag").locator("[data-holds]")).to_have_value("day")


def test_columns_are_mapped_without_javascript(browser: Browser, series: tuple[str, dict[str, str]]) -> None:
    address, session = series
    context = browser.new_context(locale="da-DK", java_script_enabled=False)
    context.add_cookies([session])  # type: ignore[list-item]
    page = context.new_page()
    page.goto(address)

    column(page, "Lys").locator("[data-holds]").select_option("light")
    column(page, "Lys").locator('[name$=".rater"]').fill("Eksempelråd")
    kept(page)

    expect(column(page, "Lys").locator('[name$=".rater"]')).to_have_value("Eksempelråd")
    expect(page.locator(".map-values")).to_contain_text("Grøn")
