"""A matter of an initiative is taken to a forum: which may decide it and why, and the case begins with its words."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.people import Seat, user_with
from tests.factories.portfolio import OWN, SECRETARY, STRANGER, WRITER, reported

from samstyr.meetings.models import Case
from samstyr.registry.models import PortfolioEntry

pytestmark = pytest.mark.usefixtures("danish_register")
PAGE = reverse("initiative-raise", args=[OWN])
MATTER = {"subject": "telemedicine.projects"}
BOARD = "Den nationale bestyrelse for sundheds-it"


def logged_in(*seats: Seat) -> Client:
    client = Client()
    client.cookies["django_language"] = "en"
    if seats:
        client.force_login(user_with(*seats))
    return client


def main(page: Any) -> str:
    return page.content.decode().split("<main", 1)[1].split("</main>")[0]


def words(page: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", main(page)).split())


def test_forum_that_may_decide_is_proposed_with_its_basis() -> None:
    PortfolioEntry.objects.create(initiative_id=OWN, forum_id="medcom-sg")

    page = words(logged_in(SECRETARY).get(PAGE, MATTER))

    assert f"Proposed: {BOARD}" in page
    assert f"{BOARD} proposed {BOARD} kan træffe beslutning om »Telemedicinske projekter«." in page
    assert "MedComs styregruppe har intet mandat" in page
    assert "Decides Telemedicinske projekter" in page  # the mandate it stands on


def test_forum_that_does_not_follow_it_is_named_and_not_proposed() -> None:
    page = words(logged_in(SECRETARY).get(PAGE, {"subject": "medcom.projects"}))

    assert "None of the fora that follow the initiative may decide it." in page
    assert "may decide it: MedComs styregruppe" in page


def test_secretary_opens_a_case_and_a_member_proposes_it_for_the_agenda() -> None:
    query = f"?initiative={OWN}&amp;forum=nbs&amp;subject=telemedicine.projects"

    desk, member = (main(logged_in(seat).get(PAGE, MATTER)) for seat in (SECRETARY, WRITER))

    opening, proposing = reverse("case-new") + query, reverse("item-propose", args=["nbs"]) + query
    assert (opening in desk, proposing in desk) == (True, False)
    assert (opening in member, proposing in member) == (False, True)


def test_case_begins_with_the_initiative_its_report_and_what_the_mandate_check_says() -> None:
    reported(OWN, light="red", reason="Eksempel: leverandøren er gået konkurs")
    query = {"initiative": OWN, "forum": "nbs", **MATTER}
    client = logged_in(SECRETARY)

    page = client.get(reverse("case-new"), query)
    proposal = logged_in(WRITER).get(reverse("item-propose", args=["nbs"]), query)

    assert "kan træffe beslutning om »Telemedicinske projekter«" in words(page)
    html = main(page)
    assert 'value="Sundhedsjournal 2.0"' in html
    assert '<option value="nbs" selected>' in html
    assert '<option value="telemedicine.projects" selected>' in html
    for each in (page, proposal):
        assert "Status report as of June 1, 2017: red." in words(each)
        assert "Eksempel: leverandøren er gået konkurs" in words(each)


def test_case_is_opened_the_usual_way() -> None:
    given = {"title": "Sundhedsjournal 2.0", "summary": "Eksempel", "forum": "nbs", **MATTER}

    answer = logged_in(SECRETARY).post(f"{reverse('case-new')}?initiative={OWN}", given)

    case = Case.objects.get()
    assert (answer.status_code, case.subject_id) == (302, "telemedicine.projects")
    assert [leg.forum_id for leg in case.legs.all()] == ["nbs"]


@pytest.mark.parametrize("query", [{"initiative": "findes-ikke"}, {"forum": "nbs"}])
def test_case_about_an_unknown_initiative_begins_empty(query: dict[str, str]) -> None:
    page = logged_in(SECRETARY).get(reverse("case-new"), query)

    assert (page.status_code, "A matter of an initiative" in words(page)) == (200, False)


@pytest.mark.parametrize(
    ("seats", "status"), [((), 302), ((STRANGER,), 403), ((WRITER,), 200), ((SECRETARY,), 200)]
)
def test_lead_and_secretaries_of_following_fora_may(seats: tuple[Seat, ...], status: int) -> None:
    client = logged_in(*seats)

    page = client.get(reverse("initiative", args=[OWN]))

    assert client.get(PAGE).status_code == status
    assert (PAGE in page.content.decode()) == (status == 200)


def test_unknown_initiative_and_subject() -> None:
    client = logged_in(SECRETARY)

    assert client.get(reverse("initiative-raise", args=["findes-ikke"])).status_code == 404
    assert "Proposed:" not in words(client.get(PAGE, {"subject": "findes-ikke"}))


def test_number_of_queries_does_not_grow() -> None:
    client = logged_in(SECRETARY)

    def asked() -> int:
        client.get(PAGE, MATTER)
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE, MATTER)
        return len(queries)

    few = asked()
    for forum in ("medcom-sg", "temagruppe-it", "kl-direktion"):
        PortfolioEntry.objects.create(initiative_id=OWN, forum_id=forum)

    assert asked() == few
