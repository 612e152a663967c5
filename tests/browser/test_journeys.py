"""A person finds out where and when a matter can be decided, and compares it with what would be otherwise."""

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.factories.journeys import travelling_case, with_calendar
from tests.factories.people import Seat, user_with

from samstyr.registry.services import load_register
from samstyr.rules.register import Register
from samstyr.rules.rights import Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _on_a_summers_day(monkeypatch: pytest.MonkeyPatch, transactional_db: None, denmark: Register) -> None:
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-08-01")
    load_register(wanted=with_calendar(denmark))


def test_newcomer_goes_from_own_words_to_the_day_of_the_decision(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    page.get_by_role("link", name="Hvor kan det besluttes?").click()
    page.get_by_label("Sagen").fill("medcoms arbejdsprogram")
    page.get_by_role("button", name="Find svar").click()
    page.get_by_role("link", name="Planlæg rejsen MedComs arbejdsprogram og budget").click()
    page.get_by_label("Hvor sagen ligger").select_option("MedComs styregruppe")
    page.get_by_label("Klar", exact=True).fill("2017-08-14")
    page.get_by_label("Fase").select_option("start")
    page.get_by_role("button", name="Vis rejsen").click()

    expect(page.locator(".journey-answer")).to_have_text("Kan tidligst besluttes 4. oktober 2017.")
    expect(page.get_by_role("img", name="Rejse: MedComs arbejdsprogram og budget")).to_be_visible()
    basis = page.locator("summary", has_text="Økonomiaftalen for 2015").first
    basis.click()
    expect(page.locator("details[open]")).to_contain_text("Indstiller MedComs arbejdsprogram og budget")


def test_another_meeting_is_compared_side_by_side(page: Page, live_server: LiveServer) -> None:
    asked = "subject=medcom.work-programme&start=medcom-sg&ready=2017-08-14&fakta-phase=start"
    page.goto(f"{live_server.url}/rejse/?{asked}")
    page.get_by_label("Møde i").focus()
    page.keyboard.type("Den nationale bestyrelse for s")
    page.get_by_label("Den", exact=True).fill("2017-09-14")
    page.get_by_role("button", name="Sammenlign").focus()
    page.keyboard.press("Enter")

    row = page.get_by_role("row", name="Besluttet")
    expect(row).to_contain_text("20 dage tidligere")
    expect(page.get_by_role("img", name="Rejse: MedComs arbejdsprogram og budget")).to_have_count(2)


def test_secretary_plans_a_case_without_script(browser: Browser, live_server: LiveServer) -> None:
    case = travelling_case()
    client = Client()
    client.force_login(user_with(Seat(Role.SECRETARY, "medcom", "medcom-sg")))
    context = browser.new_context(locale="da-DK", java_script_enabled=False)
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    context.add_cookies([session])  # type: ignore[list-item]
    page = context.new_page()
    page.goto(f"{live_server.url}/sager/{case.pk}/")
    page.get_by_role("link", name="Rejse", exact=True).click()
    page.locator("summary", has_text="Planlæg på ny").click()
    page.get_by_label("Klar", exact=True).fill("2017-09-20")
    page.get_by_role("button", name="Planlæg rejsen").click()

    expect(page.locator(".journey-answer")).to_have_text("Kan tidligst besluttes 29. november 2017.")
    expect(page.locator("main")).to_contain_text("sagens start er ændret")
