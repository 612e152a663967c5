"""A co-ordinator drafts and releases by keyboard alone, while the secretary and another party's member look on."""

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.factories.cases import (
    COORDINATOR_OF_REGIONS,
    MEMBER_OF_MUNICIPALITIES,
    SECRETARY,
    example_leg,
)
from tests.factories.people import Seat, user_with

from samstyr.meetings.models import Position
from samstyr.registry.services import load_register
from samstyr.rules.register import Register

pytestmark = pytest.mark.django_db(transaction=True)
CONDITION = "Eksempel: at staten betaler halvdelen"


@pytest.fixture
def position(transactional_db: None, denmark: Register) -> Position:
    load_register(wanted=denmark)
    return example_leg("regioner").positions.select_related("leg").get()


def log_in(page: Page, live_server: LiveServer, seat: Seat) -> Page:
    client = Client()
    client.force_login(user_with(seat))
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([session])  # type: ignore[list-item]
    return page


def looking_on(browser: Browser, live_server: LiveServer, seat: Seat) -> Page:
    return log_in(browser.new_context(locale="da-DK").new_page(), live_server, seat)


def tab_to(page: Page, text: str) -> None:
    """Press Tab until what has the focus is called so."""
    for _ in range(60):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "() => { const e = document.activeElement; return e.labels?.[0]?.innerText ?? e.innerText ?? ''; }"
        )
        if name.strip().startswith(text):
            return
    raise AssertionError(f"Tab never reached {text!r}")


def test_position_leaves_the_room_by_keyboard_and_nothing_else_does(
    page: Page, browser: Browser, live_server: LiveServer, position: Position
) -> None:
    case, room = f"{live_server.url}/sager/{position.leg.case_id}/", "1/bagland/regioner/"
    onlookers = [looking_on(browser, live_server, seat) for seat in (SECRETARY, MEMBER_OF_MUNICIPALITIES)]
    log_in(page, live_server, COORDINATOR_OF_REGIONS).goto(f"{live_server.url}/baglandet/")

    tab_to(page, "Eksempelsag")
    page.keyboard.press("Enter")
    expect(page.locator(".sealed")).to_contain_text("Lukket rum")
    tab_to(page, "Vores holdning")
    page.keyboard.press("ArrowDown")  # from “Tilslutter sig” to the next
    tab_to(page, "Betingelse")
    page.keyboard.type(CONDITION)
    tab_to(page, "Gem versionen")
    page.keyboard.press("Enter")
    expect(page.locator(".draft.latest")).to_contain_text(CONDITION)

    for each in onlookers:
        each.goto(case)
        expect(each.locator(".state")).to_have_text("Spurgt")
        expect(each.locator("main")).not_to_contain_text(CONDITION)
        assert each.goto(case + room).status == 404  # type: ignore[union-attr]

    tab_to(page, "Frigiv …")
    page.keyboard.press("Enter")
    expect(page.locator(".answer")).to_contain_text(CONDITION)
    tab_to(page, "Frigiv nu")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Holdningen er frigivet.")

    for each in onlookers:
        each.goto(case)
        expect(each.locator(".state")).to_have_text("Frigivet")
        expect(each.locator("main")).to_contain_text(CONDITION)
        assert each.goto(case + room).status == 404  # type: ignore[union-attr]
        each.context.close()


def test_room_works_without_javascript(browser: Browser, live_server: LiveServer, position: Position) -> None:
    page = browser.new_context(java_script_enabled=False, locale="da-DK").new_page()
    log_in(page, live_server, COORDINATOR_OF_REGIONS)
    page.goto(f"{live_server.url}/sager/{position.leg.case_id}/1/bagland/regioner/")

    page.get_by_text("Tilføj en behandling").click()
    page.get_by_label("eller et andet organ, med ord").fill("Eksempeludvalget")
    page.get_by_label("Dato", exact=True).fill("2017-08-10")
    page.get_by_role("button", name="Tilføj", exact=True).click()

    expect(page.get_by_role("article", name="Eksempeludvalget")).to_contain_text("10. august 2017")
    page.context.close()
