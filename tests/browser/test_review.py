"""A secretary hands in minutes, reviews what was read beside the text, corrects it and applies it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.factories.people import PASSWORD, Seat, user_with

from samstyr.exchange.minutes_import import import_file, read_handed_in
from samstyr.meetings.models import Action, Meeting, Review
from samstyr.registry.services import load_register
from samstyr.rules.register import Register
from samstyr.rules.rights import Role

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def logged_in(transactional_db: None, denmark: Register, page: Page, live_server: LiveServer) -> Page:
    load_register(wanted=denmark)
    user_with(Seat(Role.SECRETARY, "medcom", "medcom-sg"), name="sekretær", password=PASSWORD)
    page.goto(f"{live_server.url}/log-ind/?next=/import/")
    page.get_by_label("Brugernavn").fill("sekretær")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Log ind").click()
    expect(page.locator("h1")).to_have_text("Indlæs referat")
    return page


def test_document_is_handed_in_read_reviewed_and_applied(logged_in: Page, example_minutes: Path) -> None:
    page = logged_in
    page.get_by_label("Dokument").set_input_files(example_minutes)
    page.get_by_role("button", name="Læs det").click()
    expect(page.get_by_role("status")).to_contain_text("bliver læst")
    read_handed_in(review=Review.objects.get())  # the worker's part
    fact = page.locator('[data-fact="actions.0"]')
    expect(fact).to_be_visible()

    fact.locator("summary").click()
    expect(page.locator('mark.chosen[data-facts~="actions.0"]').first).to_be_visible()
    fact.get_by_label("Frist").fill("2017-08-25")
    page.locator('[data-fact="decisions.0"]').get_by_label("Udelad").check()
    page.get_by_role("button", name="Indfør").click()

    expect(page.locator("h1")).to_contain_text("MedComs styregruppe")
    expect(page.locator(".decision").filter(has_text="Indstillet")).to_contain_text("inden for kompetencen")
    action = Action.objects.get()
    assert action.due is not None
    assert action.due.isoformat() == "2017-08-25"
    assert not Meeting.objects.get().items.get(number="1").resolutions.exists()


def test_clicking_words_leads_to_their_fact(
    logged_in: Page, live_server: LiveServer, example_minutes: Path
) -> None:
    review = import_file(path=example_minutes, apply=False).review
    page = logged_in
    page.goto(f"{live_server.url}/import/{review.pk}/")

    page.locator('mark[data-facts~="participants.4"]').click()

    expect(page.locator('[data-fact="participants.4"]')).to_have_class("review-fact chosen")


def test_review_works_without_javascript(
    logged_in: Page, browser: object, live_server: LiveServer, example_minutes: Path
) -> None:
    review = import_file(path=example_minutes, apply=False).review
    state = logged_in.context.storage_state()
    page = browser.new_context(java_script_enabled=False, storage_state=state, locale="da-DK").new_page()  # type: ignore[attr-defined]
    page.goto(f"{live_server.url}/import/{review.pk}/")

    page.get_by_role("button", name="Indfør").click()

    expect(page.locator("h1")).to_contain_text("MedComs styregruppe")


def test_draft_agenda_and_follow_up_are_downloaded(
    logged_in: Page, live_server: LiveServer, example_minutes: Path
) -> None:
    meeting = import_file(path=example_minutes, apply=True).review.meeting
    assert meeting is not None
    page = logged_in
    page.goto(f"{live_server.url}/moeder/{meeting.pk}/")

    for name in ("Udkast til næste mødes dagsorden", "Opfølgningsliste"):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert Path(download.value.path()).read_bytes().startswith(b"PK")
