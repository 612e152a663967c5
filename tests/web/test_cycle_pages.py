"""What the pages of the meeting cycle say, and leave out, so that a secretary finds their way."""

import re
from collections.abc import Iterable

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse
from tests.factories.cases import DUE, SECRETARY, example_case
from tests.factories.cycle import Desk
from tests.factories.people import DAY, user_with
from tests.factories.stages import NOW, make_stages

from samstyr.meetings.models import AgendaItem, Meeting
from samstyr.meetings.services import Outcome, PaperContent, record_outcome, strike, write_paper
from samstyr.meetings.services.written import open_written
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("danish_register")]


@pytest.fixture
def secretary(danish_register: Register) -> Client:
    client = Client()
    client.force_login(user_with(SECRETARY))
    return client


def page(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(found: Iterable[Tag]) -> list[str]:
    return [re.sub(r"\s+", " ", each.get_text(" ")).strip() for each in found]


def test_pack_says_when_the_board_is_back_in_its_own_role(secretary: Client) -> None:
    meeting = Desk.of_the_board().plan()
    for place, role in enumerate([None, "fmk-programbestyrelse", None, None]):
        AgendaItem.objects.create(meeting=meeting, position=place, title=f"Punkt {place}", sitting_as_id=role)

    shown = page(secretary, reverse("pack", args=[meeting.pk]))

    assert words(shown.select(".pack-contents li.pack-role")) == [
        "FMK-programbestyrelsen",
        "Den nationale bestyrelse for sundheds-it",
    ]


@pytest.mark.parametrize("name", ["written", "consultations", "ratifications", "signatures"])
def test_pages_between_meetings_are_marked_under_cases(secretary: Client, name: str) -> None:
    assert words(page(secretary, reverse(name)).select(".app-nav a[aria-current]")) == ["Sager"]


def test_meeting_with_nothing_to_see_says_so_and_offers_no_empty_lists() -> None:
    meeting = Meeting.objects.get(pk=make_stages().planned)

    shown = page(Client(), reverse("meeting", args=[meeting.pk]))

    assert words(shown.select(".columns h2")) == ["Dagsorden og udfald", "Opfølgning"]
    assert "Dagsorden og udfald vises her, når du må se dem." in shown.get_text()
    assert shown.find(string=re.compile("DOCX")) is None


@pytest.mark.parametrize(
    ("said", "tags"), [("", []), ("Godkendt med en note.", ["godkendt"]), ("Godkendt.", [])]
)
def test_verb_stands_beside_a_decision_only_where_it_says_more(
    secretary: Client, said: str, tags: list[str]
) -> None:
    item = AgendaItem.objects.get(pk=make_stages().held_open)
    for draft in item.outcomedrafts.all():
        strike(row=draft, actor=OPERATOR)
    outcome = Outcome(clause=0, verb="approved", words=said)
    record_outcome(item=item, outcome=outcome, seen=0, actor=OPERATOR, now=NOW)

    shown = page(secretary, reverse("minutes", args=[item.meeting_id]))

    assert words(shown.select(f"#item-{item.position} .decision .tag-word")) == tags


def test_running_page_says_by_when_a_condition_is_to_be_met(secretary: Client) -> None:
    item = AgendaItem.objects.get(pk=make_stages().held_open)

    shown = page(secretary, f"{reverse('running', args=[item.meeting_id])}?punkt={item.pk}")

    assert words(shown.select(".fact strong")) == ["senest 29. november 2017"]


def test_case_that_is_decided_in_writing_does_not_wait_for_an_agenda(secretary: Client) -> None:
    case, meeting = example_case(), Desk.of_the_board().plan()
    leg = case.legs.get()
    content = PaperContent(("at eksemplet godkendes",))
    paper = write_paper(case=case, content=content, based_on=0, actor=OPERATOR, now=NOW).paper
    address = reverse("agenda", args=[meeting.pk])

    def waits() -> bool:
        return any(
            case.title in label for label in words(page(secretary, address).select(".candidate label"))
        )

    before = waits()
    open_written(leg=leg, paper=paper, deadline=DUE, actor=OPERATOR, on=DAY, now=NOW)

    assert (before, waits()) == (True, False)
