"""From the home page to who may decide MedCom's work programme, and on what basis, in three clicks."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from samstyr.registry.services import load_register
from samstyr.rules.register import Register

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def register(transactional_db: None, denmark: Register) -> None:
    load_register(wanted=denmark)


def expect_answer(page: Page) -> None:
    answer = page.locator(".answer")
    expect(answer).to_contain_text("Den nationale bestyrelse for sundheds-it")
    expect(answer).to_contain_text("Økonomiaftalen for 2015")


def test_three_clicks_with_the_mouse(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)

    page.get_by_role("link", name="Hvem kan beslutte dette?").click()
    page.get_by_role("link", name="MedComs arbejdsprogram og budget").click()

    expect_answer(page)


def test_three_steps_with_the_keyboard(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)

    page.keyboard.press("/")
    page.keyboard.type("medcoms arbejdspr")
    first = page.locator("#search-results a").first
    expect(first).to_contain_text("MedComs arbejdsprogram og budget")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{live_server.url}/emner/medcom.work-programme/")
    expect_answer(page)


def test_tab_reaches_the_content_first(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)

    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Gå til indholdet")
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_escape_closes_the_results(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    page.locator("#search-field").press_sequentially("bestyrelse")
    expect(page.locator("#search-results a").first).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator("#search-results a")).to_have_count(0)


def test_search_works_without_javascript(browser: object, live_server: LiveServer) -> None:
    page = browser.new_context(java_script_enabled=False, locale="da-DK").new_page()  # type: ignore[attr-defined]
    page.goto(live_server.url)

    page.locator("#search-field").fill("medcoms arbejdsprogram")
    page.get_by_role("button", name="Søg").click()
    page.get_by_role("link", name="MedComs arbejdsprogram og budget").first.click()

    expect_answer(page)
