"""A secretary hands in minutes, reviews what was read beside the text, corrects it and applies it."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.browser.test_running_by_keyboard import tab_to
from tests.factories.people import PASSWORD, Seat, user_with

from samstyr.exchange.minutes_import import import_file, read_handed_in
from samstyr.meetings.judging import facts_of
from samstyr.meetings.models import Action, Meeting, Review, ReviewedFact
from samstyr.registry.services import load_register
from samstyr.rules.register import Register
from samstyr.rules.rights import Role
from samstyr.web.forms.review import prefix_of

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
    page.get_by_label("Dokumenter").set_input_files(example_minutes)
    page.locator("main").get_by_role("button", name="Læs", exact=True).click()
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


def test_many_documents_are_handed_in_together_and_watched(
    logged_in: Page, example_minutes: Path, tmp_path: Path
) -> None:
    other = tmp_path / "andet.txt"
    other.write_text(
        example_minutes.read_text(encoding="utf-8").replace("15. maj", "16. maj"), encoding="utf-8"
    )
    page = logged_in
    page.get_by_label("Dokumenter").set_input_files([example_minutes, other])
    page.locator("main").get_by_role("button", name="Læs", exact=True).click()
    expect(page.locator("#batch-progress")).to_contain_text("2 af 2")

    for review in Review.objects.all():  # the worker's part
        read_handed_in(review=review)
    page.reload()

    expect(page.locator("progress")).to_have_count(0)
    expect(page.locator("main").get_by_role("status")).to_contain_text("2 venter på gennemsyn")
    page.get_by_role("link", name="andet.txt").click()
    expect(page.get_by_label("Dato").first).to_have_value("2017-05-16")


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


def test_review_is_gone_through_with_the_keyboard_alone_and_left_and_taken_up(
    logged_in: Page, live_server: LiveServer, example_minutes: Path
) -> None:
    review = import_file(path=example_minutes, apply=False).review
    keys = [prefix_of(key) for key, _fact in facts_of(review.read or {})]
    total = len(keys)
    # In the order of the page, where the next meeting stands last.
    keys = [key for key in keys if key != "next_meeting"] + ["next_meeting"]
    page = logged_in
    page.goto(f"{live_server.url}/import/{review.pk}/")
    progress = page.get_by_role("status")
    expect(progress).to_have_text(f"0 af {total} gennemgået")
    focused = page.locator("[data-fact]:focus")

    tab_to(page, "Næste, der ikke er gennemgået")
    page.keyboard.press("Enter")
    expect(focused).to_have_attribute("data-fact", "meeting")
    page.keyboard.press("a")
    expect(progress).to_have_text(f"1 af {total} gennemgået")
    expect(focused).to_have_attribute("data-fact", "participants.0")
    expect(page.locator('mark.chosen[data-facts~="participants.0"]').first).to_be_in_viewport()

    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    expect(focused).to_have_attribute("data-fact", "participants.2")
    page.keyboard.press("k")
    page.keyboard.press("ArrowUp")
    expect(focused).to_have_attribute("data-fact", "participants.0")

    page.keyboard.press("x")
    expect(focused).to_have_attribute("data-fact", "participants.1")
    expect(page.locator('[data-fact="participants.0"] [data-outcome]')).to_have_text("udeladt")

    page.keyboard.press("e")
    page.keyboard.press("Control+a")
    page.keyboard.type("Rettet Eksempelnavn")
    page.keyboard.press("Enter")
    expect(focused).to_have_attribute("data-fact", "participants.2")
    expect(progress).to_have_text(f"3 af {total} gennemgået")
    expect(page.locator('[data-fact="participants.1"] [data-outcome]')).to_have_text("rettet")

    page.reload()
    expect(progress).to_have_text(f"3 af {total} gennemgået")
    tab_to(page, "Næste, der ikke er gennemgået")
    page.keyboard.press("Enter")
    for number, key in enumerate(keys[3:], start=4):
        expect(focused).to_have_attribute("data-fact", key)
        page.keyboard.press("a")
        expect(progress).to_have_text(f"{number} af {total} gennemgået")
    expect(page.get_by_role("link", name="som prøve")).to_be_visible()
    tab_to(page, "Indfør")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_contain_text("MedComs styregruppe")
    names = [each.person.name for each in Meeting.objects.get().attendances.select_related("person")]
    assert "Rettet Eksempelnavn" in names
    assert len(names) == len((review.read or {})["participants"]) - 1
    outcomes = list(ReviewedFact.objects.values_list("outcome", flat=True))
    assert {outcome: outcomes.count(outcome) for outcome in set(outcomes)} == {
        "accepted": total - 2,
        "rejected": 1,
        "corrected": 1,
    }


def test_missed_fact_is_added_with_the_keyboard_alone(
    logged_in: Page, live_server: LiveServer, example_minutes: Path
) -> None:
    review = import_file(path=example_minutes, apply=False).review
    place = len((review.read or {})["actions"])
    page = logged_in
    page.goto(f"{live_server.url}/import/{review.pk}/")

    tab_to(page, "Næste, der ikke er gennemgået")
    page.keyboard.press("Enter")
    page.keyboard.press("n")
    page.keyboard.type(review.document.text[:20].strip())
    tab_to(page, "Hvad det er")
    page.keyboard.type("Opf")
    tab_to(page, "Tilføj")
    page.keyboard.press("Enter")

    added = page.locator(f'[data-fact="actions.{place}"]')
    expect(added.get_by_label("Punkt", exact=True)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(added.locator("[data-outcome]")).to_have_text("tilføjet i hånden")
    assert ReviewedFact.objects.get(kind="actions", place=place).after["item_index"] == 0


def test_words_selected_in_the_text_are_those_of_the_fact_to_add(
    logged_in: Page, live_server: LiveServer, example_minutes: Path
) -> None:
    review = import_file(path=example_minutes, apply=False).review
    page = logged_in
    page.goto(f"{live_server.url}/import/{review.pk}/")

    page.locator("mark[data-at]").nth(2).select_text()
    words = page.locator("mark[data-at]").nth(2).inner_text().strip()
    at = page.locator("mark[data-at]").nth(2).get_attribute("data-at")

    expect(page.locator("#words")).to_have_value(words)
    assert page.locator("input[name=near]").input_value() == at


def test_keys_are_letters_in_a_field_and_nothing_when_switched_off(
    logged_in: Page, live_server: LiveServer, example_minutes: Path
) -> None:
    review = import_file(path=example_minutes, apply=False).review
    page = logged_in
    page.goto(f"{live_server.url}/import/{review.pk}/")
    place = page.get_by_label("Sted").first

    place.focus()
    page.keyboard.type("xakj")
    page.keyboard.press("Escape")
    expect(page.locator("[data-fact]:focus")).to_have_attribute("data-fact", "meeting")
    page.get_by_text("Taster", exact=True).click()
    page.get_by_label("Tasterne virker").uncheck()
    page.locator('[data-fact="participants.0"]').focus()
    page.keyboard.press("x")

    expect(page.locator('[data-fact="meeting"] [data-outcome]')).to_have_text("rettet")
    expect(page.locator('[data-fact="participants.0"] [data-outcome]')).to_have_text("ikke gennemgået")
    row = ReviewedFact.objects.get()
    assert row.after["place"] == "xakjhos MedCom"


def test_answer_that_is_not_kept_is_told(
    logged_in: Page, live_server: LiveServer, example_minutes: Path
) -> None:
    review = import_file(path=example_minutes, apply=False).review
    page = logged_in
    page.goto(f"{live_server.url}/import/{review.pk}/")
    fact = page.locator('[data-fact="participants.0"]')
    fact.locator("summary").click()

    page.route("**/oplysning/", lambda route: route.fulfill(status=200, body="<p>log ind</p>"))
    fact.focus()
    page.keyboard.press("a")

    expect(fact.get_by_role("alert")).to_have_text(
        "Ikke gemt. Se efter, om du har forbindelse, og prøv igen."
    )
    expect(fact).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("0 af")


def test_review_in_the_middle_has_no_barriers(
    logged_in: Page, live_server: LiveServer, example_minutes: Path
) -> None:
    review = import_file(path=example_minutes, apply=False).review
    page = logged_in
    page.goto(f"{live_server.url}/import/{review.pk}/")
    page.get_by_text("Taster", exact=True).click()
    page.locator('[data-fact="participants.0"]').focus()
    page.keyboard.press("x")
    expect(page.get_by_role("status")).to_contain_text("1 af")
    page.keyboard.press("e")

    found = Axe().run(page).response["violations"]

    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


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
