"""The journey planner's pages: the answer, the comparison, the forms it is handed out in, and cases on their way."""

import io
from collections.abc import Iterator

import pdfplumber
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.journeys import START, travelling_case, with_calendar
from tests.factories.people import Seat, user_with

from samstyr.meetings.models import Case
from samstyr.registry.services import load_register
from samstyr.rules.register import Register
from samstyr.rules.rights import Role

pytestmark = pytest.mark.django_db(transaction=True)
ASKED = {
    "subject": "medcom.work-programme",
    "start": "medcom-sg",
    "ready": "2017-08-14",
    "fakta-phase": "start",
}
DESK = Seat(Role.SECRETARY, "medcom", "medcom-sg")
MEMBER = Seat(Role.MEMBER, "kl", "nbs")


@pytest.fixture(autouse=True)
def _on_a_summers_day(monkeypatch: pytest.MonkeyPatch, denmark: Register) -> Iterator[None]:
    """The register with meetings; the counts of requests, which no model knows, are forgotten afterwards."""
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-08-01")
    load_register(wanted=with_calendar(denmark))
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE web_request_count")


def logged_in(*seats: Seat) -> Client:
    client = Client()
    client.force_login(user_with(*seats))
    return client


def told(client: Client, name: str, *arguments: object, **asked: str) -> str:
    """The page in Danish, with single spaces."""
    page = client.get(reverse(name, args=arguments), asked, headers={"accept-language": "da"})
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def test_anyone_is_told_when_a_matter_can_be_decided(client: Client) -> None:
    page = told(client, "journey", **ASKED, by="2017-11-29")

    assert "Kan tidligst besluttes 4. oktober 2017." in page
    assert "For en beslutning senest 29. november 2017 skal sagen være klar senest 30. oktober 2017." in page
    assert page.count('<circle class="journey-stop') == 2 + 4  # two stops, and four signs that explain them


def test_facts_that_matter_are_asked_for(client: Client) -> None:
    page = told(client, "journey", subject=ASKED["subject"], start="medcom-sg", ready="2017-08-14")

    assert 'name="fakta-phase"' in page
    assert "Svaret kan afhænge af oplysninger, der mangler: fase." in page


@pytest.mark.parametrize(
    ("wish", "difference"),
    [
        ({"if-forum": "nbs", "if-day": "2017-09-14"}, "20 dage tidligere"),
        (
            {"if-forum": "medcom-sg", "if-day": "2017-10-05", "if-instead_of": "medcom-sg:2017-09-04"},
            "56 dage senere",
        ),
        ({"if-ready": "2017-10-30"}, "56 dage senere"),
    ],
)
def test_what_if_is_compared_side_by_side(client: Client, wish: dict[str, str], difference: str) -> None:
    page = told(client, "journey", **ASKED, **wish)

    assert f"{difference}</span>" in page
    assert 'aria-labelledby="other-title' in page


def test_what_if_needs_both_forum_and_day(client: Client) -> None:
    page = told(client, "journey", **ASKED, **{"if-forum": "nbs"})

    assert "Et møde skal have både forum og dag." in page
    assert "other-title" not in page


def test_blocked_journey_says_why(client: Client) -> None:
    page = told(client, "journey", **{**ASKED, "ready": "2017-12-01"})

    assert "MedComs styregruppe har intet møde i kalenderen, som sagen kan nå" in page


def test_wrong_question_is_told(client: Client) -> None:
    answers = [
        client.get(reverse(name), {**ASKED, "subject": "nothing"}) for name in ("journey", "journey-pdf")
    ]

    assert [answer.status_code for answer in answers] == [400, 400]


def test_text_can_be_pasted_in_a_letter(client: Client) -> None:
    text = client.get(reverse("journey-text"), ASKED).content.decode()

    assert text.splitlines() == [
        "Rejse for »MedComs arbejdsprogram og budget«",
        "Fra MedComs styregruppe, klar 14. august 2017",
        "",
        "Kan tidligst besluttes 4. oktober 2017.",
        "",
        "1. 4. september 2017: MedComs styregruppe indstiller",
        "   Materiale senest 28. august 2017",
        "   Venter 21 dage; luft: 29 dage",
        "   Nås det ikke: bindende 29. november 2017",
        "   Hjemmel: Økonomiaftalen for 2015",
        "",
        "2. 4. oktober 2017: Den nationale bestyrelse for sundheds-it godkender",
        "   Materiale senest 4. oktober 2017",
        "   Venter 29 dage; luft: 0 dage",
        "   Nås det ikke: bindende 29. november 2017",
        "   Hjemmel: Økonomiaftalen for 2015",
        "",
        "Længst ventetid uden luft: Den nationale bestyrelse for sundheds-it, 29 dage.",
    ]


def test_paper_has_the_drawing_and_the_table(client: Client) -> None:
    answer = client.get(reverse("journey-pdf"), ASKED)

    assert answer["Content-Type"] == "application/pdf"
    with pdfplumber.open(io.BytesIO(answer.content)) as book:
        text = book.pages[0].extract_text()
        drawn = len(book.pages[0].curves)
    assert "Rejse for MedComs arbejdsprogram og budget" in text
    assert "4. oktober 2017" in text
    assert drawn >= 2  # a stop is a circle


def test_case_with_a_subject_leads_to_its_journey() -> None:
    client = logged_in(DESK)
    new = {"title": "Eksempel", "forum": "medcom-sg", "subject": ASKED["subject"], "meeting_on": ""}
    answer = client.post(reverse("case-new"), new)
    case = Case.objects.get()
    page = told(client, "case-journey", case.pk)

    assert answer.headers["Location"] == reverse("case-journey", args=[case.pk])
    assert '<option value="medcom.work-programme" selected>' in page
    assert '<option value="medcom-sg" selected>' in page
    assert 'name="fakta-phase"' in page


def test_secretary_plans_the_journey_of_a_case() -> None:
    client = logged_in(DESK)
    case = travelling_case()
    answer = client.post(reverse("case-journey", args=[case.pk]), {**ASKED, "ready": "2017-09-20"})
    case.refresh_from_db()

    assert answer.status_code == 302
    assert case.foreseen_decision.isoformat() == "2017-11-29"
    assert "sagens start er ændret" in told(client, "case-journey", case.pk)


def test_member_sees_the_journey_and_does_not_plan_it() -> None:
    client, case = logged_in(MEMBER), travelling_case()
    address = reverse("case-journey", args=[case.pk])

    assert "Kan tidligst besluttes 4. oktober 2017." in told(client, "case-journey", case.pk)
    assert client.post(address, ASKED).status_code == 403
    assert Case.objects.get(pk=case.pk).ready_on == START.ready_on


def test_case_tells_what_is_planned_for_each_forum() -> None:
    page = told(logged_in(MEMBER), "case", travelling_case().pk)

    assert "planlagt til 4. oktober 2017" in page
    assert "materiale senest 28. august 2017" in page


def test_own_words_lead_to_forum_basis_and_next_date(client: Client) -> None:
    page = told(client, "where", q="medcoms arbejdsprogram")

    assert "MedComs arbejdsprogram og budget</a>" in page
    assert "fase: start" in page
    assert "Intet emne i registret har ord som disse." in told(client, "where", q="kvantefysik")


def test_calendars_that_do_not_fit_are_shown(client: Client) -> None:
    page = told(client, "calendar-health")

    assert "Ventetid, der ligger i kalenderne" in page
    assert '<td class="number">26</td><td class="number">29</td>' in page


@pytest.mark.parametrize("name", ["calendar-health", "case-journey"])
def test_pages_of_journeys_cost_the_same_number_of_queries(name: str) -> None:
    client = logged_in(DESK, MEMBER)
    first = travelling_case().pk
    arguments = [first] if name == "case-journey" else []
    counts = []
    for number in (0, 2):
        for _ in range(number):
            travelling_case()
        client.get(reverse(name, args=arguments))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(name, args=arguments))
        counts.append(len(queries))

    assert counts[0] == counts[1]
