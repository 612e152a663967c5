"""An initiative enters a portfolio and leaves it on a page, by those who keep it, and what is missing is told."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from tests.factories.people import Seat, user_with
from tests.factories.portfolio import OWN, SECRETARY, WRITER

from samstyr.meetings.models import AgendaItem, Meeting, Resolution
from samstyr.portfolio.models import PortfolioDecision
from samstyr.registry.models import PortfolioEntry

pytestmark = pytest.mark.usefixtures("danish_register")
PAGE = reverse("portfolio-decisions", args=["nbs"])
ENTER, LEAVE = reverse("portfolio-enter", args=["nbs"]), reverse("portfolio-leave", args=["nbs"])
NEW = "cura"
ENTRY = {
    "entry-initiative": NEW,
    "entry-on": "2017-06-28",
    "entry-subject": "board-portfolio.entry",
    "entry-tasks": "Eksempel: følge tidsplanen",
}
EXIT = {"exit-initiative": OWN, "exit-on": "2017-07-01", "exit-subject": "portfolio.exit"}


def client_of(*seats: Seat) -> Client:
    client = Client(headers={"accept-language": "da"})
    client.force_login(user_with(*seats))
    return client


def alerts(page: bytes) -> list[str]:
    return [each.get_text() for each in BeautifulSoup(page, "html.parser").select("[role=alert]")]


def test_secretary_takes_an_initiative_in_with_the_tasks_of_the_forum() -> None:
    client = client_of(SECRETARY)
    offered = BeautifulSoup(client.get(PAGE).content, "html.parser").select_one("[name=entry-initiative]")

    answer = client.post(ENTER, ENTRY)

    decision = PortfolioDecision.objects.get(initiative=NEW)
    assert NEW in {each["value"] for each in offered.select("option")}
    assert answer.headers["Location"] == reverse("portfolio", args=["nbs"])
    assert (decision.kind, decision.tasks, decision.verdict) == ("entry", ENTRY["entry-tasks"], "within")
    assert PortfolioEntry.objects.filter(forum="nbs", initiative=NEW).exists()


def test_exit_says_which_conditions_are_not_met() -> None:
    answer = client_of(SECRETARY).post(LEAVE, EXIT)

    assert answer.status_code == 400
    assert alerts(answer.content) == [
        "Initiativet kan ikke udgå af porteføljen. Der mangler: at projektets styregruppe er nedlagt, bestyrelsens "
        "indstilling."
    ]
    assert PortfolioEntry.objects.get(forum="nbs", initiative=OWN).valid.upper is None


def test_initiative_leaves_when_the_board_has_recommended_it() -> None:
    meeting = Meeting.objects.create(forum_id="nbs", date=datetime.date(2017, 6, 28))
    item = AgendaItem.objects.create(meeting=meeting, position=0, number="1", title="Eksempel")
    recommended = Resolution.objects.create(item=item, verb="recommended", quote="Eksempel på en indstilling")
    met = {"exit-steering_group_dissolved_on": "2017-06-01", "exit-recommended_by": str(recommended.pk)}

    answer = client_of(SECRETARY).post(LEAVE, {**EXIT, **met})

    decision = PortfolioDecision.objects.get(initiative=OWN, kind="exit")
    assert answer.status_code == 302
    assert (decision.recommended_by, decision.steering_group_dissolved_on) == (
        recommended,
        datetime.date(2017, 6, 1),
    )
    assert PortfolioEntry.objects.get(forum="nbs", initiative=OWN).valid.upper == datetime.date(2017, 7, 1)


def test_only_those_who_keep_the_portfolio_are_shown_the_way() -> None:
    member, portfolio = client_of(WRITER), reverse("portfolio", args=["nbs"])

    assert [member.get(PAGE).status_code, member.post(ENTER, ENTRY).status_code] == [403, 403]
    assert member.post(LEAVE, EXIT).status_code == 403
    assert PAGE not in member.get(portfolio).content.decode()
    assert PAGE in client_of(SECRETARY).get(portfolio).content.decode()
    assert PortfolioDecision.objects.count() == 0
