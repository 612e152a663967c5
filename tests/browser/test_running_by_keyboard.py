"""A meeting is recorded by keyboard alone, and two who write at once in the same item lose nothing."""

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.factories.cycle import SECRETARY, Desk
from tests.factories.people import user_with

from samstyr.meetings.models import (
    ActionDraft,
    AgendaItem,
    Attendance,
    DissentStatement,
    ItemText,
    Meeting,
    OutcomeDraft,
    Remark,
    Vote,
)
from samstyr.registry.services import load_register
from samstyr.rules.register import Register

pytestmark = pytest.mark.django_db(transaction=True)
NAME = """() => {
  const e = document.activeElement;
  const named = e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText ?? '';
  return named.replace(/\\s+/g, ' ').trim();
}"""


@pytest.fixture
def meeting(transactional_db: None, denmark: Register) -> Meeting:
    """A meeting whose agenda is sent, with two items to be decided."""
    load_register(wanted=denmark)
    desk = Desk.of_the_board()
    planned = desk.plan()
    for title in ("Første eksempel", "Andet eksempel"):
        desk.paper(desk.add(planned, title, kind="decision"))
    return desk.send(planned)


def minute_taker(page: Page, live_server: LiveServer) -> Page:
    client = Client()
    client.force_login(user_with(SECRETARY))
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([session])  # type: ignore[list-item]
    return page


def tab_to(page: Page, text: str) -> None:
    """Press Tab until what has the focus is called so."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(NAME).startswith(text):
            return
    raise AssertionError(f"Tab never reached {text!r}")


def chooses(page: Page, label: str, typed: str) -> None:
    """Go to a choice and type what it is called."""
    tab_to(page, label)
    page.keyboard.type(typed)


def writes(page: Page, label: str, text: str) -> None:
    tab_to(page, label)
    page.keyboard.type(text)


def opens(page: Page, summary: str) -> None:
    tab_to(page, summary)
    page.keyboard.press("Enter")


def presses(page: Page, name: str) -> None:
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_meeting_is_recorded_by_keyboard_alone(page: Page, live_server: LiveServer, meeting: Meeting) -> None:
    first, second = AgendaItem.objects.filter(meeting=meeting).order_by("position")
    minute_taker(page, live_server).goto(f"{live_server.url}/moeder/{meeting.pk}/afvikling/")

    writes(page, "Navn på en anden", "Eksempelperson Tastatur")
    chooses(page, "Organisation: en anden", "KL")
    chooses(page, "Rolle: en anden", "medlem")
    chooses(page, "Fremmøde: en anden", "til stede")
    presses(page, "Gem fremmødet")
    expect(page.get_by_role("status")).to_contain_text("Fremmødet er noteret")
    assert Attendance.objects.get(meeting=meeting, attendance="present").organisation_id == "kl"

    writes(page, "Referat", "Eksempel på en tekst")
    presses(page, "Gem teksten")
    assert ItemText.objects.get(item=first).text == "Eksempel på en tekst"

    for clause in range(2):
        for _ in range(clause + 1):
            tab_to(page, "Udfald")
        page.keyboard.type("udsat" if clause else "godkendt")
        presses(page, "Før til referat")
    assert [*OutcomeDraft.objects.filter(item=first).values_list("clause", "verb")] == [
        (0, "approved"),
        (1, "postponed"),
    ]

    opens(page, "Stemmer")
    chooses(page, "Kommuner", "stemte for")
    presses(page, "Gem stemmerne")
    assert Vote.objects.get(item=first).choice == "for"

    opens(page, "Tilføj en opfølgning")
    writes(page, "Hvad skal gøres", "Eksempel på en opgave")
    writes(page, "Hvem", "KL")
    writes(page, "Frist", "10102017")  # the same day in whatever order the browser's date field has
    presses(page, "Tilføj")
    assert ActionDraft.objects.get(item=first).due.isoformat() == "2017-10-10"  # type: ignore[union-attr]

    opens(page, "Tilføj en bemærkning")
    chooses(page, "Slags", "betingelse")
    writes(page, "Tekst", "Eksempel på en betingelse")
    writes(page, "Ansvarlig", "KL")
    presses(page, "Tilføj")
    assert Remark.objects.get(item=first).kind == "condition"

    opens(page, "Tilføj en afvigende")
    chooses(page, "Organisation", "KL")
    writes(page, "Afvigende mening", "Eksempel på en afvigende mening")
    presses(page, "Tilføj")
    assert DissentStatement.objects.get(item=first).organisation_id == "kl"

    opens(page, "Eksempel på en opgave")
    presses(page, "stryg Eksempel på en opgave")
    assert not ActionDraft.objects.filter(item=first).exists()

    presses(page, "Gem, og gå til næste punkt")
    expect(page.locator("#current-title")).to_contain_text(second.title)
    presses(page, "Afslut mødet")
    assert Meeting.objects.get(pk=meeting.pk).state == "held"


def test_two_who_write_at_once_bring_it_together(
    page: Page, browser: Browser, live_server: LiveServer, meeting: Meeting
) -> None:
    address = f"{live_server.url}/moeder/{meeting.pk}/afvikling/"
    other = minute_taker(browser.new_context(locale="da-DK").new_page(), live_server)
    other.goto(address)
    minute_taker(page, live_server).goto(address)

    page.get_by_label("Referat", exact=True).fill("Det den første skrev")
    page.get_by_role("button", name="Gem teksten").click()
    other.get_by_label("Referat", exact=True).fill("Det den anden skrev")
    with other.expect_navigation() as crossing:
        other.get_by_role("button", name="Gem teksten").click()

    assert crossing.value.status == 409  # type: ignore[union-attr]
    expect(other.get_by_role("alert")).to_contain_text("Det den første skrev")
    expect(other.get_by_label("Referat", exact=True)).to_have_value("Det den anden skrev")
    assert ItemText.objects.get().text == "Det den første skrev"
    other.get_by_label("Referat", exact=True).fill("Det den første skrev. Det den anden skrev")
    other.get_by_role("button", name="Gem teksten").click()
    page.goto(address)
    expect(page.get_by_label("Referat", exact=True)).to_have_value(
        "Det den første skrev. Det den anden skrev"
    )
    other.context.close()


def test_follow_up_that_was_struck_meanwhile_can_be_kept_as_new(
    browser: Browser, live_server: LiveServer, meeting: Meeting
) -> None:
    # A page of its own: the browser reports the answer 409 as an error, which fails the common one.
    page = minute_taker(browser.new_context(locale="da-DK").new_page(), live_server)
    page.goto(f"{live_server.url}/moeder/{meeting.pk}/afvikling/")
    page.locator("summary", has_text="Tilføj en opfølgning").click()
    page.get_by_label("Hvad skal gøres").last.fill("Eksempel på en opgave")
    page.get_by_role("button", name="Tilføj", exact=True).first.click()
    page.locator("summary", has_text="Eksempel på en opgave").click()
    page.get_by_label("Hvad skal gøres").first.fill("Eksempel på en anden ordlyd")

    ActionDraft.objects.all().delete()
    page.get_by_role("button", name="Gem ordlyden").click()
    expect(page.get_by_role("alert")).to_contain_text("strøget")
    expect(page.get_by_label("Hvad skal gøres")).to_have_value("Eksempel på en anden ordlyd")
    page.get_by_role("button", name="Tilføj", exact=True).first.click()

    expect(page.locator("summary", has_text="Eksempel på en anden ordlyd")).to_be_visible()
    page.context.close()


def test_list_of_who_is_there_keeps_what_both_noted(
    page: Page, browser: Browser, live_server: LiveServer, meeting: Meeting
) -> None:
    address = f"{live_server.url}/moeder/{meeting.pk}/afvikling/"
    pages = [minute_taker(page, live_server)]
    pages.append(minute_taker(browser.new_context(locale="da-DK").new_page(), live_server))
    for each in pages:
        each.goto(address)
    for each, name in zip(pages, ("Eksempelperson Et", "Eksempelperson To"), strict=True):
        each.get_by_label("Navn på en anden").fill(name)
        each.get_by_label("Fremmøde: en anden").select_option("present")
        each.get_by_role("button", name="Gem fremmødet").click()
        expect(each.get_by_role("status")).to_contain_text("Fremmødet er noteret")
    names = Attendance.objects.filter(meeting=meeting, attendance="present").values_list(
        "person__name", flat=True
    )
    assert [*names] == ["Eksempelperson Et", "Eksempelperson To"]

    page.locator("summary#attendance").click()
    page.get_by_label("Fremmøde: Eksempelperson Et").select_option("")
    page.get_by_role("button", name="Gem fremmødet").click()

    assert [*names.all()] == ["Eksempelperson To"]
    pages[1].context.close()
