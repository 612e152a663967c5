"""The pages of portfolios: the same report on every forum's page, what changed, and a fixed number of queries."""

import datetime
import re
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from pdfminer.high_level import extract_text
from tests.factories.people import Seat, user_with
from tests.factories.portfolio import OWN, SECRETARY, WRITER, reported

from samstyr.meetings.models import Meeting
from samstyr.portfolio.models import Assessment
from samstyr.registry.models import PortfolioEntry
from samstyr.rules.rights import Role

pytestmark = pytest.mark.usefixtures("danish_register")
NBS = reverse("portfolio", args=["nbs"])
REGIONAL = reverse("portfolio", args=["temagruppe-it"])
ON = {"on": "2017-07-01"}
OTHER_SECRETARY = Seat(Role.SECRETARY, "medcom", "medcom-sg")


def logged_in(*seats: Seat) -> Client:
    client = Client(headers={"accept-language": "da"})
    if seats:
        client.force_login(user_with(*seats))
    return client


def words(client: Client, address: str, **query: str) -> str:
    page = client.get(address, {**ON, **query}).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page.split("<main", 1)[1].split("</main>")[0]).split())


def row(page: str, initiative: str) -> str:
    """The words of the page from an initiative's name to the next date in words."""
    return page[page.index(initiative) :][:260]


def test_same_report_stands_on_the_pages_of_both_levels() -> None:
    report = reported("medcom-standarder", light="yellow", reason="Eksempel: leverandøren er forsinket")
    PortfolioEntry.objects.create(forum_id="nbs", initiative_id="medcom-standarder")

    both = [words(logged_in(), address) for address in (NBS, REGIONAL)]

    assert report.pk
    for page in both:
        assert row(page, "Udbredelse af MedCom-standarder").startswith("Udbredelse af MedCom-standarder gul")
        assert "1. juni 2017" in row(page, "Udbredelse af MedCom-standarder")


def test_what_changed_since_the_last_meeting_is_told_with_why() -> None:
    reported(OWN, as_of=datetime.date(2017, 3, 1), light="green")
    since = {"as_of": datetime.date(2017, 6, 30)}  # the board met on 28 June
    reported(OWN, light="yellow", reason="Eksempel: opkoblingen er forsinket", **since)

    page = words(logged_in(), NBS)

    assert "Ændringer er siden mødet 28. juni 2017" in page
    assert "gul Eksempel: opkoblingen er forsinket grøn → gul" in page


def test_earlier_meetings_are_one_press_away_and_the_files_tell_from_the_same_day() -> None:
    for day in ("2017-03-22", "2016-12-07"):
        Meeting.objects.create(forum_id="nbs", date=datetime.date.fromisoformat(day))

    page = BeautifulSoup(logged_in().get(NBS, {**ON, "since": "2017-03-22"}).content, "html.parser")

    links = page.select(".filters a")
    assert [each.get_text() for each in links] == ["28. juni 2017", "22. marts 2017", "7. december 2016"]
    assert [each.get("aria-current") for each in links] == [None, "true", None]
    files = [each["href"] for each in page.select("a[href*='rapport.']")]
    assert [each.partition("?")[2] for each in files] == ["on=2017-07-01&since=2017-03-22"] * 2


def test_dimension_that_nobody_reports_on_takes_no_room() -> None:
    reported(OWN, time="red")

    page = BeautifulSoup(logged_in().get(NBS, ON).content, "html.parser")

    titles = [each.get_text() for each in page.select("table.goes thead th")]
    assert titles == ["Initiativ", "Initiativets lys", "Forummets lys", "Tid", "Ændret", "Rapport pr."]


def test_portfolio_has_its_place_in_the_menu() -> None:
    def current(address: str) -> list[str]:
        page = BeautifulSoup(logged_in().get(address).content, "html.parser")
        return [each.get_text() for each in page.select(".app-nav [aria-current]")]

    assert [
        current(each) for each in (NBS, reverse("initiative", args=[OWN]), reverse("forum", args=["nbs"]))
    ] == [
        ["Porteføljer"],
        ["Porteføljer"],
        ["Fora"],
    ]


def test_nothing_is_compared_across_a_change_of_scale() -> None:
    reported(OWN, as_of=datetime.date(2017, 3, 1), light="green", scale="five-point")
    reported(OWN, light="yellow", scale="three-point", as_of=datetime.date(2017, 6, 30))

    page = words(logged_in(), NBS)

    assert "grøn → gul" not in page
    assert "anden skala eller anden bedømmer: kan ikke sammenlignes" in page


def test_faded_report_says_that_it_is() -> None:
    reported(OWN, valid_until=datetime.date(2017, 6, 15))

    assert "grøn falmet" in words(logged_in(), NBS)
    assert "grøn falmet" not in words(logged_in(), NBS, on="2017-06-15")
    page = BeautifulSoup(logged_in().get(NBS, ON).content, "html.parser")
    assert [each.get_text() for each in page.select("table.heat .light.faded")] == ["grøn", "grøn"]


def test_lights_over_time_are_shown_by_dimension() -> None:
    reported(OWN, light="yellow", time="red", economy="green")

    def over_time(**query: str) -> list[str]:
        page = BeautifulSoup(logged_in().get(NBS, {**ON, **query}).content, "html.parser")
        row = page.select_one(f"table.heat tr:has(a[href='{reverse('initiative', args=[OWN])}'])")
        return [cell.get_text().strip() for cell in row.select("td")[-2:]]

    assert over_time() == ["gul", "gul"]
    assert over_time(lys="time") == ["rød", "rød"]
    assert over_time(lys="economy") == ["grøn", "grøn"]
    assert over_time(lys="quality") == ["–", "–"]
    assert over_time(lys="findes ikke") == ["gul", "gul"]


def test_cost_is_drawn_against_risk_where_a_report_gives_both() -> None:
    reported(OWN, light="yellow", risk="red", expected_cost="12.5")
    reported("praksys", expected_cost="3")

    page = logged_in().get(NBS, ON).content.decode()
    drawing = page[page.index('<svg class="bubbles"') :].split("</svg>")[0]

    assert drawing.count("figure-light") == 1
    assert '<polygon class="figure-light yellow"' in drawing


def test_board_report_says_as_the_page_says() -> None:
    reported(OWN, as_of=datetime.date(2017, 3, 1), light="green")
    reported(OWN, light="yellow", reason="Eksempel: forsinket", as_of=datetime.date(2017, 6, 30), time="red")

    word, pdf, unknown = (
        logged_in().get(reverse("portfolio-file", args=["nbs", form]), ON) for form in ("docx", "pdf", "xlsx")
    )

    rows = [
        [cell.text for cell in row.cells]
        for table in Document(BytesIO(word.content)).tables
        for row in table.rows
    ]
    assert [row[1:] for row in rows if row[0] == "Sundhedsjournal 2.0"] == [
        ["grøn → gul", "Eksempel: forsinket"],
        ["Tid: intet lys → rød", "Eksempel: forsinket"],
        ["Region Nordjylland", "gul", "Eksempel: forsinket", "rød", "30. juni 2017"],
    ]
    assert "grøn → gul" in extract_text(BytesIO(pdf.content))
    assert pdf.headers["Content-Disposition"] == 'attachment; filename="portefoelje-nbs-2017-07-01.pdf"'
    assert unknown.status_code == 404


def test_initiative_that_left_is_named_beside_the_lights() -> None:
    reported(OWN)
    PortfolioEntry.objects.filter(forum="nbs", initiative=OWN).update(valid="[2017-01-01,2017-06-20)")

    assert "20. juni 2017 grøn" in words(logged_in(), NBS)


def test_forum_without_initiatives_and_unknown_forum() -> None:
    assert "Forummet har ingen initiativer" in words(logged_in(), reverse("portfolio", args=["medcom-sg"]))
    assert logged_in().get(reverse("portfolio", args=["findes-ikke"])).status_code == 404


def test_secretary_notes_what_the_forum_holds_and_the_own_light_stays() -> None:
    report = reported(OWN)
    client = logged_in(SECRETARY)
    address = reverse("portfolio-assess", args=["nbs", report.pk])

    client.post(address, {"light": "red", "reason": "Eksempel: forummet ser det mørkere"})

    page = words(client, NBS)
    report.refresh_from_db()
    assert (report.light, Assessment.objects.get().light) == ("green", "red")
    assert "grøn rød Eksempel: forummet ser det mørkere" in page


@pytest.mark.parametrize("seats", [(), (OTHER_SECRETARY,), (WRITER,)], ids=["public", "elsewhere", "member"])
def test_only_the_forums_secretary_assesses(seats: tuple[Seat, ...]) -> None:
    report = reported(OWN)
    client = logged_in(*seats)

    answer = client.post(
        reverse("portfolio-assess", args=["nbs", report.pk]), {"light": "red", "reason": "Eksempel"}
    )

    assert answer.status_code in {302, 403}
    assert Assessment.objects.count() == 0


def test_initiative_page_shows_reports_lights_of_fora_and_the_way_to_write() -> None:
    report = reported(OWN, light="yellow", reason="Eksempel: opkoblingen er forsinket", time="red")
    Assessment.objects.create(
        forum_id="nbs",
        report=report,
        light="red",
        reason="Eksempel: forummets syn",
        on=datetime.date(2017, 6, 28),
        written_at=report.published_at,
    )
    address = reverse("initiative", args=[OWN])

    page, own = words(logged_in(), address), words(logged_in(WRITER), address)

    assert "gul Eksempel: opkoblingen er forsinket" in page
    assert "rød Eksempel: forummets syn" in page
    assert "Tid: rød" in page
    assert ("Skriv statusrapport" in page, "Skriv statusrapport" in own) == (False, True)


@pytest.mark.parametrize("address", [NBS, reverse("portfolios"), reverse("initiative", args=[OWN])])
def test_number_of_queries_does_not_grow(address: str) -> None:
    def asked() -> int:
        client = logged_in()
        client.get(address, ON)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(address, ON)
        return len(queries)

    reported(OWN)
    few = asked()
    for month in range(1, 6):
        for key in (OWN, "praksys", "sundhedsjournalen", "foraeldreadgang"):
            reported(key, as_of=datetime.date(2017, month, 2))

    assert asked() == few


@pytest.mark.parametrize("name", ["portfolio", "portfolio-roadmap"])
def test_page_past_the_end_is_the_last_one(name: str) -> None:
    address = reverse(name, args=["nbs"])

    first, past = (words(logged_in(), address, page=number) for number in ("1", "99"))

    assert past == first


def test_reports_of_an_initiative_stand_on_pages() -> None:
    for number in range(60):
        reported(OWN, as_of=datetime.date(2012, 1, 1) + datetime.timedelta(days=30 * number))
    address = reverse("initiative", args=[OWN])

    shown = [
        len(
            BeautifulSoup(logged_in().get(address, {**ON, "page": page}).content, "html.parser").select(
                "tr th.nowrap"
            )
        )
        for page in ("1", "2")
    ]

    assert shown == [50, 10]
