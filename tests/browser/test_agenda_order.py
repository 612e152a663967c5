"""An agenda is put in order by keyboard with its buttons, and by mouse with its handles."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.browser.test_running_by_keyboard import minute_taker, presses
from tests.factories.cycle import Desk

from samstyr.meetings.models import Meeting
from samstyr.registry.services import load_register
from samstyr.rules.register import Register

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def agenda(transactional_db: None, denmark: Register) -> Meeting:
    load_register(wanted=denmark)
    desk = Desk.of_the_board()
    planned = desk.plan()
    for title in ("Alfa", "Beta", "Gamma"):
        desk.add(planned, title)
    return planned


def test_agenda_is_ordered_by_keyboard(page: Page, live_server: LiveServer, agenda: Meeting) -> None:
    minute_taker(page, live_server).goto(f"{live_server.url}/moeder/{agenda.pk}/dagsorden/")

    presses(page, "ned Alfa")
    assert [*agenda.items.order_by("position").values_list("number", "title")] == [
        ("1", "Beta"),
        ("2", "Alfa"),
        ("3", "Gamma"),
    ]
    presses(page, "gør til underpunkt Alfa")

    assert [*agenda.items.order_by("position").values_list("number", "title")] == [
        ("1", "Beta"),
        ("1.1", "Alfa"),
        ("2", "Gamma"),
    ]


def test_agenda_is_ordered_by_mouse(page: Page, live_server: LiveServer, agenda: Meeting) -> None:
    minute_taker(page, live_server).goto(f"{live_server.url}/moeder/{agenda.pk}/dagsorden/")
    last = page.locator("[data-drag-item]", has_text="Gamma")

    with page.expect_navigation():
        last.locator("[data-drag-handle]").drag_to(
            page.locator("[data-drag-item]", has_text="Alfa"), target_position={"x": 20, "y": 4}
        )

    expect(page.locator(".arrange h3").first).to_contain_text("Gamma")
    titles = agenda.items.order_by("position").values_list("title", flat=True)
    assert [*titles] == ["Gamma", "Alfa", "Beta"]
