"""The national board's year around 28 June 2017, played in a browser: from one agenda to the next one's approval.

Titles and markers are read from the minutes of that meeting; everything said between them is our own.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.factories.people import Seat, user_with

from samstyr.meetings.models import AgendaItem, Case, Meeting, Resolution
from samstyr.reading.minutes import read
from samstyr.registry.services import load_register
from samstyr.rules.register import Register
from samstyr.rules.rights import Role

pytestmark = pytest.mark.django_db(transaction=True)
JUNE, OCTOBER = "2017-06-28", "2017-10-04"
SECRETARY = Seat(Role.SECRETARY, "sds", "nbs")
MEMBERS = {"stat": "sum", "kommuner": "kl", "regioner": "danske-regioner"}
SUBJECTS = {
    "7": "security.joint-effort",
    "8": "strategy-2018.steering-group",
    "3": "economy-agreement.board-role",
}
ROW = {"(B)": "decision", "(O)": "information"}


@pytest.fixture
def minutes(shared: Path) -> dict[str, Any]:
    """What was read in the minutes of 28 June 2017."""
    found = next((shared / "seeds").glob("004_*.txt"))
    return read(found.read_text(encoding="utf-8")).as_json(found.name)


@pytest.fixture
def board(transactional_db: None, denmark: Register) -> Iterator[None]:
    load_register(wanted=denmark)
    yield


class Person:
    """Somebody at a browser of their own."""

    def __init__(self, page: Page, live_server: LiveServer, *seats: Seat) -> None:
        client = Client()
        client.force_login(user_with(*seats))
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        page.context.add_cookies([cookie])  # type: ignore[list-item]
        self.page, self.server = page, live_server.url

    def goes(self, address: str) -> None:
        answer = self.page.goto(f"{self.server}{address}")
        assert answer is not None
        assert answer.status == 200, address

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def opens(self, summary: str) -> None:
        self.page.locator("summary", has_text=summary).first.click()


def key_of(page: Page) -> str:
    found = re.search(r"/(\d+)/", page.url)
    assert found is not None
    return found.group(1)


def plans(secretary: Person, day: str) -> str:
    secretary.goes(f"/fora/nbs/moeder/ny/?dato={day}")
    for field, value in (("start", "13:00"), ("end", "16:00"), ("place", "Eksempelsted")):
        secretary.page.fill(f"#id_{field}", value)
    secretary.presses("Planlæg mødet")
    return key_of(secretary.page)


def adds_items(secretary: Person, items: list[dict[str, Any]]) -> None:
    """Put the items of the real agenda on ours, and its parts under them."""
    page = secretary.page
    for item in items:
        secretary.opens("Tilføj et andet punkt")
        page.fill("#id_title", item["title"])
        page.select_option("#id_kind", item["kind"] or "")
        if item["number"] in SUBJECTS:
            page.select_option("#id_subject", SUBJECTS[item["number"]])
        secretary.presses("Tilføj punktet")
        if item["parent"]:
            page.locator(".arrange > li").last.locator("button[value=in]").click()


def writes_paper(secretary: Person, number: str, clause: str) -> None:
    page = secretary.page
    agenda = page.url
    page.locator(".arrange > li", has=page.locator(".number", has_text=re.compile(f"^{number}$"))).locator(
        "h3 a"
    ).click()
    page.fill("#id_clauses", clause)
    page.fill("#id_background", "Eksempel på en baggrund")
    secretary.presses("Gem versionen")
    page.goto(agenda)


def chooses_item(page: Page, number: str) -> None:
    page.locator(".running nav li", has=page.locator(".number", has_text=re.compile(f"^{number}$"))).locator(
        "a"
    ).click()
    expect(page.locator("#current .number").first).to_have_text(number)


def records(page: Page, number: str, verb: str, words: str = "") -> None:
    chooses_item(page, number)
    form = page.locator("form[action$='/optag/outcome/']").first
    form.locator("select[name=verb]").select_option(verb)
    form.locator("textarea[name=words]").fill(words)
    form.get_by_role("button").click()
    expect(page.locator("#current .decision").first).to_be_visible()


def notes_task(page: Page, what: str, *, back_on: str = "") -> None:
    page.locator("summary", has_text="Tilføj en opfølgning").click()
    form = page.locator("form[action$='/optag/task/']").last
    form.locator("input[name=what]").fill(what)
    form.locator("input[name=who]").fill("sekretariatet")
    if back_on:
        form.locator("select[name=back_on]").select_option(back_on)
    form.get_by_role("button", name="Tilføj").click()
    expect(page.locator("summary", has_text=what)).to_be_visible()


def test_year_of_the_board_runs_from_one_agenda_to_the_next(
    page: Page,
    browser: Browser,
    live_server: LiveServer,
    board: None,
    minutes: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-06-14")
    secretary = Person(page, live_server, SECRETARY)
    members = {
        party: Person(
            browser.new_context(locale="da-DK").new_page(),
            live_server,
            Seat(Role.MEMBER, organisation, "nbs"),
        )
        for party, organisation in MEMBERS.items()
    }
    municipalities = Person(
        browser.new_context(locale="da-DK").new_page(), live_server, Seat(Role.PARTY_COORDINATOR, "kl")
    )
    items = minutes["items"]
    named = [title for title in minutes["next_meeting"]["items"] if "årshjul" not in title]

    # The agenda, with its ten items and the four parts of item 2, is sent.
    june = plans(secretary, JUNE)
    adds_items(secretary, items)
    for number in ("1", "3", "7", "8"):
        writes_paper(secretary, number, f"at eksemplet under punkt {number} godkendes")
    secretary.presses("Udsend dagsordenen")
    expect(page.locator(".app-main")).to_contain_text("dagsorden låst")
    numbers = list(Meeting.objects.get(pk=june).items.values_list("number", flat=True))
    assert numbers == [item["number"] for item in items]

    # A member reads the pack, and follows the meeting; the minute-taker records it.
    members["kommuner"].goes(f"/moeder/{june}/pakke/")
    expect(members["kommuner"].page.locator("h1")).to_contain_text("Den nationale bestyrelse")
    monkeypatch.setenv("SAMSTYR_TODAY", JUNE)
    secretary.goes(f"/moeder/{june}/afvikling/")
    row = page.locator("tr", has=page.locator("input[name=name]:not([type=hidden])"))
    row.locator("input[name=name]").fill("Eksempelperson Formand")
    row.locator("select[name=organisation]").select_option("sum")
    row.locator("select[name=role]").select_option("chair")
    row.locator("select[name=attendance]").select_option("present")
    secretary.presses("Gem fremmødet")
    members["kommuner"].goes(f"/moeder/{june}/afvikling/")
    for number in ("1", "3", "7", "8"):
        records(page, number, "approved")
    for title in named:
        notes_task(page, title, back_on=OCTOBER)
    for number in ("4", "5", "6", "9"):
        records(page, number, "noted")
    expect(members["kommuner"].page.locator("#now")).to_contain_text("Taget til orientering.", timeout=10_000)
    public = browser.new_context(locale="da-DK").new_page()
    public.goto(f"{live_server.url}/moeder/{june}/")
    expect(public.locator(".app-main")).not_to_contain_text("Taget til orientering.")

    # The meeting ends, and its minutes are sent and commented on.
    secretary.presses("Afslut mødet")
    secretary.presses("Udsend referatet")
    assert Resolution.objects.filter(item__meeting=june).count() == 8
    members["kommuner"].goes(f"/moeder/{june}/referat/")
    members["kommuner"].page.locator("summary", has_text="Kommentér").first.click()
    members["kommuner"].page.locator("textarea[name=text]").first.fill("Eksempel på en bemærkning")
    members["kommuner"].page.locator("form[action$='/bemaerkning/'] button").first.click()
    expect(members["kommuner"].page.locator(".comment")).to_contain_text("Eksempel på en bemærkning")

    # The terms of reference are decided in writing, through the municipalities' own board.
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-07-03")
    secretary.goes("/sager/ny/")
    page.fill("#id_title", "Eksempel: kommissorium for styregruppen")
    page.select_option("#id_forum", "nbs")
    page.select_option("#id_subject", "strategy-2018.terms")
    secretary.presses("Opret sagen")
    case = key_of(page)
    secretary.goes(f"/sager/{case}/sagsfremstilling/")
    page.fill("#id_clauses", "at kommissoriet godkendes")
    secretary.presses("Gem versionen")
    secretary.goes(f"/sager/{case}/")
    page.locator("input[name$=parties][value=kommuner]").check()
    page.locator("input[name$=due]").fill("2017-08-25")
    secretary.presses("Spørg")
    municipalities.goes(f"/sager/{case}/1/bagland/kommuner/")
    own = municipalities.page
    own.locator("summary", has_text="Tilføj").first.click()
    form = own.locator("form[action$='/behandling/']").last
    form.locator("select[name=body]").select_option("kl-direktion")
    form.locator("input[name=date]").fill("2017-08-21")
    form.get_by_role("button").click()
    expect(own.locator(".app-main")).to_contain_text("KL's direktion")
    own.select_option("select[name=stance]", "agree")
    own.locator("form[action$='/udkast/'] button").click()
    own.get_by_role("link", name="Frigiv …").click()
    own.get_by_role("button", name="Frigiv nu").click()
    secretary.goes(f"/sager/{case}/1/skriftlig/")
    page.fill("#id_deadline", "2017-08-31")
    secretary.presses("Bed om svar")
    procedure = page.url
    for person in members.values():
        person.page.goto(procedure)
        person.page.locator("input[name=reply][value=agree]").check()
        person.page.locator("form[action$='/svar/'] button").click()
    page.goto(procedure)
    secretary.presses("Luk efter svarene")
    assert Case.objects.get(pk=case).legs.get().state == "passed"

    # The next agenda: seven items from the wheel and the decisions, the result in writing, and the minutes.
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-09-20")
    october = plans(secretary, OCTOBER)
    waiting = page.locator(".candidate").all_inner_texts()
    assert len(waiting) == 1 + 3 + len(named) + 1
    secretary.presses("Sæt på dagsordenen")
    made = list(AgendaItem.objects.filter(meeting=october).order_by("position"))
    origins = [item.origin.partition(":")[0] for item in made]
    assert origins == ["minutes", *["duty"] * 3, *["action"] * len(named), "written"]
    assert len(minutes["next_meeting"]["items"]) == origins.count("duty") + origins.count("action") == 7
    assert [item.title for item in made if item.origin.startswith("action")] == named
    secretary.presses("Udsend dagsordenen")

    # The minutes of June are approved as the first item, and published.
    monkeypatch.setenv("SAMSTYR_TODAY", OCTOBER)
    secretary.goes(f"/moeder/{october}/afvikling/")
    records(page, "1", "approved")
    secretary.presses("Afslut mødet")
    secretary.presses("Udsend referatet")
    assert Meeting.objects.get(pk=june).state == "minutes-approved"
    public.goto(f"{live_server.url}/moeder/{june}/referat/")
    expect(public.locator(".app-main")).to_contain_text("Taget til orientering.")
    secretary.goes("/opfoelgning/?forum=nbs")
    expect(page.locator("table.data tbody tr")).to_have_count(len(named))
