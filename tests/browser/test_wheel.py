"""A secretary moves duties of the annual wheel: by the mouse, and by the keyboard alone."""

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.factories.people import Seat, user_with

from samstyr.registry.services import load_register
from samstyr.rules.register import Register
from samstyr.rules.rights import Role

pytestmark = pytest.mark.django_db(transaction=True)
SECRETARY = Seat(Role.SECRETARY, "sds", "nbs")
DUTY = "Halvårlig rapport om sundheds-it-indikatorer"
LACKING = "Halvårlig driftsrapport fra FSI"
SMALLEST = """() => {
    const drawing = document.querySelector(".wheel");
    const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    return Math.min(...[...drawing.querySelectorAll("text")].map(
        (each) => scale * parseFloat(getComputedStyle(each).fontSize)));
}"""


@pytest.fixture
def session(transactional_db: None, denmark: Register, live_server: LiveServer) -> dict[str, str]:
    load_register(wanted=denmark)
    client = Client()
    client.force_login(user_with(SECRETARY))
    return {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}


@pytest.fixture
def wheel(page: Page, live_server: LiveServer, session: dict[str, str]) -> Page:
    page.context.add_cookies([session])  # type: ignore[list-item]
    page.goto(f"{live_server.url}/fora/nbs/aarshjul/")
    return page


def card(page: Page, date: str):
    return page.locator(f'[data-meeting="{date}"]')


def tab_to(page: Page, text: str) -> None:
    """Press Tab until what has the focus is called so."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.textContent").strip() == text:
            return
    raise AssertionError(f"Tab never reached {text!r}")


def test_duty_is_dragged_to_another_meeting(wheel: Page) -> None:
    duty = card(wheel, "2017-06-28").get_by_role("listitem").filter(has_text=DUTY)

    duty.drag_to(card(wheel, "2017-10-04").get_by_role("heading"))

    expect(wheel.get_by_role("status")).to_contain_text("4. oktober 2017")
    expect(card(wheel, "2017-10-04")).to_contain_text(DUTY)
    expect(card(wheel, "2017-06-28")).not_to_contain_text(DUTY)


def test_duty_without_a_meeting_is_dragged_to_one(wheel: Page) -> None:
    wheel.set_viewport_size(
        {"width": 1280, "height": 1400}
    )  # a page that scrolls under the mouse lets go of it
    duty = wheel.locator(".wheel-lacking").get_by_role("listitem").filter(has_text=LACKING)

    duty.drag_to(card(wheel, "2017-11-29").get_by_role("heading"))

    expect(card(wheel, "2017-11-29")).to_contain_text(LACKING)
    expect(wheel.locator(".wheel-lacking")).to_have_count(0)


def test_duty_dropped_where_it_was_stays(wheel: Page) -> None:
    duty = card(wheel, "2017-06-28").get_by_role("listitem").filter(has_text=DUTY)

    duty.drag_to(card(wheel, "2017-06-28").get_by_role("heading"))

    expect(wheel.get_by_role("status")).to_have_count(0)
    expect(wheel.locator(".dragged, .dropping")).to_have_count(0)


def test_duty_is_moved_by_keyboard_alone(wheel: Page) -> None:
    tab_to(wheel, f"Flyt {DUTY}")
    wheel.keyboard.press("Enter")
    wheel.keyboard.press("Tab")
    wheel.keyboard.type("29")
    wheel.keyboard.press("Tab")
    wheel.keyboard.press("Enter")

    expect(wheel.get_by_role("status")).to_contain_text("29. november 2017")
    expect(card(wheel, "2017-11-29").get_by_role("listitem").filter(has_text=DUTY)).to_have_count(2)


def test_duty_is_moved_without_javascript(
    browser: Browser, live_server: LiveServer, session: dict[str, str]
) -> None:
    context = browser.new_context(locale="da-DK", java_script_enabled=False)
    context.add_cookies([session])  # type: ignore[list-item]
    page = context.new_page()
    page.goto(f"{live_server.url}/fora/nbs/aarshjul/")
    duty = card(page, "2017-06-28").get_by_role("listitem").filter(has_text=DUTY)

    duty.get_by_text("Flyt").first.click()
    duty.get_by_role("combobox").select_option("2017-10-04")
    duty.get_by_role("button", name="Flyt").click()

    expect(card(page, "2017-10-04")).to_contain_text(DUTY)


@pytest.mark.parametrize("width", [1152, 1280, 1600])
def test_no_letter_of_the_drawing_is_smaller_than_12_pixels(wheel: Page, width: int) -> None:
    wheel.set_viewport_size({"width": width, "height": 900})

    assert wheel.evaluate(SMALLEST) >= 12


def test_drawing_gives_way_to_the_list_on_a_phone(wheel: Page) -> None:
    wheel.set_viewport_size({"width": 390, "height": 800})

    expect(wheel.locator(".wheel-figure")).to_be_hidden()
    expect(card(wheel, "2017-06-28")).to_contain_text(DUTY)
