"""The national board's year around 28 June 2017, played in a browser: from one agenda to the next one's approval.

Titles and markers are read from the minutes of that meeting; everything said between them is our own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.factories.people import Seat, user_with

from samstyr.meetings.models import AgendaItem, Case, Meeting, Resolution
from samstyr.reading.minutes import read
from samstyr.registry.services import load_register
from samstyr.rules.register import Register
from samstyr.rules.rights import Role

pytestmark = pytest.mark.django_db(transaction=True)
JUNE, OCTOBER = "2017-06-28", "2017-10-04"
MEMBERS = {"stat": "sum", "kommuner": "kl", "regioner": "danske-regioner"}
DECIDED, NOTED = ("1", "3", "7", "8"), ("4", "5", "6", "9")
SUBJECTS = {
    "7": "security.joint-effort",
    "8": "strategy-2018.steering-group",
    "3": "economy-agreement.board-role",
}


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
        if seats:
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


def at_number(page: Page, rows: str, number: str) -> Locator:
    """Answer the row of an item by its number."""
    exactly = page.locator(".number", has_text=re.compile(f"^{re.escape(number)}$"))
    return page.locator(rows, has=exactly)


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


@dataclass(frozen=True)
class Cast:
    """Who takes part."""

    secretary: Person
    members: dict[str, Person]
    municipalities: Person
    public: Person


def cast_of(page: Page, browser: Browser, live_server: LiveServer) -> Cast:
    def at_own_browser(*seats: Seat) -> Person:
        return Person(browser.new_context(locale="da-DK").new_page(), live_server, *seats)

    return Cast(
        Person(page, live_server, Seat(Role.SECRETARY, "sds", "nbs")),
        {party: at_own_browser(Seat(Role.MEMBER, key, "nbs")) for party, key in MEMBERS.items()},
        at_own_browser(Seat(Role.PARTY_COORDINATOR, "kl")),
        at_own_browser(),
    )


def writes_paper(secretary: Person, number: str, clause: str) -> None:
    page = secretary.page
    agenda = page.url
    at_number(page, ".arrange > li", number).locator("h3 a").click()
    page.fill("#id_clauses", clause)
    page.fill("#id_background", "Eksempel på en baggrund")
    secretary.presses("Gem versionen")
    page.goto(agenda)


def chooses_item(page: Page, number: str) -> None:
    at_number(page, ".running nav li", number).locator("a").click()
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


def sends_june_agenda(cast: Cast, items: list[dict[str, Any]]) -> str:
    """The ten items and the four parts of item 2 are put in order and sent; a member reads the pack."""
    june = plans(cast.secretary, JUNE)
    adds_items(cast.secretary, items)
    for number in DECIDED:
        writes_paper(cast.secretary, number, f"at eksemplet under punkt {number} godkendes")
    cast.secretary.presses("Udsend dagsordenen")
    expect(cast.secretary.page.locator(".app-main")).to_contain_text("dagsorden låst")
    numbers = list(Meeting.objects.get(pk=june).items.values_list("number", flat=True))
    assert numbers == [item["number"] for item in items]
    member = cast.members["kommuner"]
    member.goes(f"/moeder/{june}/pakke/")
    expect(member.page.locator("h1")).to_contain_text("Den nationale bestyrelse")
    return june


def holds_june(cast: Cast, june: str, named: list[str]) -> None:
    """The minute-taker records the meeting, a member follows it, and the public sees nothing of it."""
    page, member = cast.secretary.page, cast.members["kommuner"]
    cast.secretary.goes(f"/moeder/{june}/afvikling/")
    row = page.locator("tr", has=page.locator("input[name=name]:not([type=hidden])"))
    row.locator("input[name=name]").fill("Eksempelperson Formand")
    row.locator("select[name=organisation]").select_option("sum")
    row.locator("select[name=role]").select_option("chair")
    row.locator("select[name=attendance]").select_option("present")
    cast.secretary.presses("Gem fremmødet")
    member.goes(f"/moeder/{june}/afvikling/")
    for number in DECIDED:
        records(page, number, "approved")
    for title in named:
        notes_task(page, title, back_on=OCTOBER)
    for number in NOTED:
        records(page, number, "noted")
    expect(member.page.locator("#now")).to_contain_text("Taget til orientering.", timeout=10_000)
    cast.public.goes(f"/moeder/{june}/")
    expect(cast.public.page.locator(".app-main")).not_to_contain_text("Taget til orientering.")


def sends_june_minutes(cast: Cast, june: str) -> None:
    """The meeting ends, its minutes are sent, and a member comments on them."""
    cast.secretary.presses("Afslut mødet")
    cast.secretary.presses("Udsend referatet")
    assert Resolution.objects.filter(item__meeting=june).count() == len(DECIDED) + len(NOTED)
    member = cast.members["kommuner"]
    member.goes(f"/moeder/{june}/referat/")
    member.opens("Kommentar")
    member.page.locator("textarea[name=text]").first.fill("Eksempel på en bemærkning")
    member.page.locator("form[action$='/bemaerkning/'] button").first.click()
    expect(member.page.locator(".comment")).to_contain_text("Eksempel på en bemærkning")


def asks_municipalities(cast: Cast) -> str:
    """A case about the terms of reference is opened, and goes through the municipalities' own board."""
    secretary, page = cast.secretary, cast.secretary.page
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
    page.locator("form[action$='/spoerg/'] button").click()
    cast.municipalities.goes(f"/sager/{case}/1/bagland/kommuner/")
    room = cast.municipalities.page
    form = room.locator("form[action$='/behandling/']").last
    room.locator("details", has=form).locator("summary").click()
    form.locator("select[name=body]").select_option("kl-direktion")
    form.locator("input[name=date]").fill("2017-08-21")
    form.get_by_role("button").click()
    expect(room.locator(".app-main")).to_contain_text("KL's direktion")
    room.select_option("select[name=stance]", "agree")
    room.locator("form[action$='/udkast/'] button").click()
    room.get_by_role("link", name="Frigiv …").click()
    room.get_by_role("button", name="Frigiv nu").click()
    return case


def decides_in_writing(cast: Cast, case: str) -> None:
    """Each party answers, and the answers carry it."""
    page = cast.secretary.page
    cast.secretary.goes(f"/sager/{case}/1/skriftlig/")
    page.fill("#id_deadline", "2017-08-31")
    cast.secretary.presses("Bed om svar")
    procedure = page.url
    for person in cast.members.values():
        person.page.goto(procedure)
        person.page.locator("input[name=reply][value=agree]").check()
        person.page.locator("form[action$='/svar/'] button").click()
    page.goto(procedure)
    page.locator("form[action$='/luk/'] button[value=closed]").click()
    assert Case.objects.get(pk=case).legs.get().state == "passed"


def prepares_october(cast: Cast, titles: list[str], named: list[str]) -> str:
    """Seven items come from the wheel and the decisions, besides the minutes and the result in writing."""
    october = plans(cast.secretary, OCTOBER)
    cast.secretary.presses("Sæt på dagsordenen")
    made = list(AgendaItem.objects.filter(meeting=october).order_by("position"))
    origins = [item.origin.partition(":")[0] for item in made]
    assert origins == ["minutes", *["duty"] * 3, *["action"] * len(named), "written"]
    assert origins.count("duty") + origins.count("action") == len(titles) == 7
    assert [item.title for item in made if item.origin.startswith("action")] == named
    cast.secretary.presses("Udsend dagsordenen")
    return october


def approves_june(cast: Cast, june: str, october: str) -> None:
    """The minutes of June are approved as the first item, and everyone can read them."""
    cast.secretary.goes(f"/moeder/{october}/afvikling/")
    records(cast.secretary.page, "1", "approved")
    cast.secretary.presses("Afslut mødet")
    cast.secretary.presses("Udsend referatet")
    assert Meeting.objects.get(pk=june).state == "minutes-approved"
    cast.public.goes(f"/moeder/{june}/referat/")
    expect(cast.public.page.locator(".app-main")).to_contain_text("Taget til orientering.")


def test_year_of_the_board_runs_from_one_agenda_to_the_next(
    page: Page,
    browser: Browser,
    live_server: LiveServer,
    board: None,
    minutes: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cast = cast_of(page, browser, live_server)
    titles = minutes["next_meeting"]["items"]
    named = [title for title in titles if "årshjul" not in title]

    monkeypatch.setenv("SAMSTYR_TODAY", "2017-06-14")
    june = sends_june_agenda(cast, minutes["items"])
    monkeypatch.setenv("SAMSTYR_TODAY", JUNE)
    holds_june(cast, june, named)
    sends_june_minutes(cast, june)
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-07-03")
    decides_in_writing(cast, asks_municipalities(cast))
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-09-20")
    october = prepares_october(cast, titles, named)
    monkeypatch.setenv("SAMSTYR_TODAY", OCTOBER)
    approves_june(cast, june, october)

    cast.secretary.goes("/opfoelgning/?forum=nbs")
    expect(page.locator("table.data tbody tr")).to_have_count(len(named))
