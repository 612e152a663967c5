"""Terms of reference in writing: heard in a party's own board, answered by each party, closed by the answers."""

import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.factories.cases import COORDINATOR_OF_MUNICIPALITIES, NOW, SECRETARY
from tests.factories.people import Seat, user_with

from samstyr.meetings.models import Case, Leg, WrittenProcedure
from samstyr.meetings.services import ask_parties, open_case
from samstyr.meetings.services.papers import PaperContent, write_paper
from samstyr.registry.services import load_register
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR, Role

pytestmark = pytest.mark.django_db(transaction=True)
ON = datetime.date(2017, 7, 1)
MEMBERS = {
    "kommuner": Seat(Role.MEMBER, "kl", "nbs"),
    "regioner": Seat(Role.MEMBER, "danske-regioner", "nbs"),
    "stat": Seat(Role.MEMBER, "sum", "nbs"),
}


@pytest.fixture
def leg(transactional_db: None, denmark: Register) -> Leg:
    load_register(wanted=denmark)
    case = open_case(
        title="Eksempel: kommissorium for styregruppen",
        summary="",
        subject="strategy-2018.terms",
        forum="nbs",
        meeting_on=None,
        actor=OPERATOR,
        on=ON,
    )
    content = PaperContent(("at bestyrelsen godkender kommissoriet",), background="Eksempel.")
    write_paper(case=case, content=content, based_on=0, actor=OPERATOR, now=NOW)
    leg = case.legs.get()
    due = datetime.date(2017, 8, 15)
    ask_parties(leg=leg, parties=["kommuner"], due=due, actor=OPERATOR, on=ON)
    return leg


def page_of(browser: Browser, live_server: LiveServer, seat: Seat) -> Page:
    client = Client()
    client.force_login(user_with(seat))
    context = browser.new_context(locale="da-DK", java_script_enabled=False)
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    context.add_cookies([session])  # type: ignore[list-item]
    return context.new_page()


def test_terms_of_reference_are_decided_in_writing_through_a_partys_own_board(
    browser: Browser, live_server: LiveServer, leg: Leg
) -> None:
    secretary = page_of(browser, live_server, SECRETARY)
    secretary.goto(f"{live_server.url}/sager/{leg.case_id}/")
    secretary.get_by_role("link", name="Afgør skriftligt").click()
    secretary.get_by_label("Svarfrist, dagen med").fill("2017-08-15")
    secretary.get_by_role("button", name="Bed om svar").click()
    expect(secretary.locator("main")).to_contain_text("Åben for svar")
    address = secretary.url

    kl = page_of(browser, live_server, COORDINATOR_OF_MUNICIPALITIES)
    kl.goto(f"{live_server.url}/sager/{leg.case_id}/1/bagland/kommuner/")
    kl.get_by_text("Tilføj en behandling").click()
    kl.get_by_label("Eget organ i registret").select_option("kl-direktion")
    kl.get_by_label("Dato", exact=True).fill("2017-08-10")
    kl.get_by_role("button", name="Tilføj", exact=True).click()
    kl.get_by_label("I baglandet til").fill("2017-08-10")
    kl.get_by_role("button", name="Sæt datoen").click()
    secretary.reload()
    expect(secretary.get_by_role("region", name="I baglandene")).to_contain_text("10. august 2017")
    expect(secretary.locator("main")).not_to_contain_text("direktion")

    for party, seat in MEMBERS.items():
        member = page_of(browser, live_server, seat)
        member.goto(f"{live_server.url}/skriftlig/")
        expect(member.locator("main")).to_contain_text("dit svar afventes")
        member.get_by_role("link", name="Eksempel: kommissorium").click()
        if party == "stat":
            member.get_by_label("Har bemærkninger").check()
            member.get_by_role("button", name="Afgiv svaret").click()
            expect(member.locator("main")).to_contain_text("Skriv jeres bemærkninger")
            member.get_by_label("Bemærkninger eller begrundelse").fill("Eksempel: med tak")
        else:
            member.get_by_label("Tilslutter sig").check()
        member.get_by_role("button", name="Afgiv svaret").click()
        expect(member.get_by_role("status")).to_contain_text("Svaret er afgivet")
        member.context.close()

    secretary.goto(address)
    expect(secretary.locator("main")).to_contain_text("Eksempel: med tak")
    secretary.get_by_role("button", name="Afslut efter svarene").click()
    expect(secretary.locator("dl.facts")).to_contain_text("Vedtaget")
    expect(secretary.locator("dl.facts")).to_contain_text("på næste mødes dagsorden")
    secretary.get_by_text("Skriv svarene ind i sagsfremstillingen").click()
    secretary.get_by_role("button", name="Lav versionen").click()
    expect(secretary.get_by_role("status")).to_contain_text("version 2")

    procedure = WrittenProcedure.objects.get()
    papers = list(leg.case.papers.values_list("clauses", "presentation"))
    assert (procedure.state, procedure.reported) == ("carried", None)
    assert (Leg.objects.get().state, Case.objects.get().state) == ("passed", "binding")
    assert papers[0][0] == papers[1][0]
    assert "Staten: Har bemærkninger.\nEksempel: med tak" in papers[1][1]
    secretary.context.close()
    kl.context.close()


def test_axe_finds_nothing_on_the_page_of_a_procedure(page: Page, live_server: LiveServer, leg: Leg) -> None:
    client = Client()
    client.force_login(user_with(SECRETARY, MEMBERS["stat"]))
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    page.context.add_cookies([session])  # type: ignore[list-item]
    page.goto(f"{live_server.url}/sager/{leg.case_id}/1/skriftlig/")
    opening = Axe().run(page).response["violations"]
    page.get_by_label("Svarfrist, dagen med").fill("2017-08-15")
    page.get_by_role("button", name="Bed om svar").click()

    assert (opening, Axe().run(page).response["violations"]) == ([], [])
