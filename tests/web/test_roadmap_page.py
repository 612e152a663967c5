"""The roadmap of a forum: drawn and as a table, in a chosen period, at a fixed number of queries."""

import datetime
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.portfolio import NOW, OWN, milestone, reported, waits

from samstyr.portfolio.models import PortfolioDecision

pytestmark = pytest.mark.usefixtures("danish_register")
PAGE = reverse("portfolio-roadmap", args=["nbs"])
OTHER = "praksys"
D = datetime.date.fromisoformat


def main(**query: str) -> str:
    client = Client()
    client.cookies["django_language"] = "en"
    answer = client.get(PAGE, {"on": "2017-07-01", **query})
    assert answer.status_code == 200
    return answer.content.decode().split("<main", 1)[1].split("</main>")[0]


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<svg.*?</svg>", "", html)).split())


def test_milestones_dependencies_decisions_and_meetings_stand_on_it_and_in_the_table() -> None:
    first = milestone("Levering", D("2017-09-01"), D("2017-12-01"))
    waits(milestone("Opkobling", D("2018-03-01"), key=OTHER), first)
    reported(OWN, light="yellow", expected_end=D("2018-10-01"))
    PortfolioDecision.objects.create(
        initiative_id=OWN, forum_id="nbs", kind="entry", on=D("2017-02-01"), tasks="Eksempel", written_at=NOW
    )

    page = main()

    drawn = {
        css: len(re.findall(rf'class="{css}"', page))
        for css in ("roadmap-milestone", "roadmap-earlier", "roadmap-link", "roadmap-decision")
    }
    assert drawn == {
        "roadmap-milestone": 2,
        "roadmap-earlier": 1,
        "roadmap-link": 1,
        "roadmap-decision": 1,
    }
    assert "roadmap-meeting" in page
    table = words(page)
    assert "Sundhedsjournal 2.0 yellow Jan. 1, 2017 – Oct. 1, 2018" in table
    assert "Dec. 1, 2017 ( Sept. 1, 2017 ): Levering" in table
    assert "“Opkobling” waits for “Levering” ( Sundhedsjournal 2.0 )" in table
    assert "Feb. 1, 2017: entered the portfolio" in table
    assert "Oct. 4, 2017" in table.split("Meetings of the forum")[1]


def test_dependency_that_the_dates_do_not_keep_is_marked_in_the_drawing_and_the_table() -> None:
    first = milestone("Levering", D("2017-09-01"), D("2017-12-01"))
    waits(milestone("Pilot", D("2017-12-15")), first, lag=14)
    waits(milestone("Drift", D("2017-12-14")), first, lag=14)

    page = main()

    assert (page.count('class="roadmap-link"'), page.count('class="roadmap-unmet"')) == (1, 1)
    assert "“Drift” waits for “Levering”, at least 14 days between not kept by the dates" in words(page)
    assert words(page).count("between not kept by the dates") == 1


def test_only_the_chosen_period_is_shown() -> None:
    milestone("Levering", D("2017-09-01"))
    milestone("Drift", D("2019-09-01"))

    page = main(fra="2017-01-01", til="2017-12-31")

    assert page.count('class="roadmap-milestone"') == 1
    assert ("Levering" in words(page), "Drift" in words(page)) == (True, False)
    assert "Oct. 4, 2017" in words(page)


@pytest.mark.parametrize(
    "query", [{"fra": "2018-01-01", "til": "2017-01-01"}, {"fra": "i år"}, {"til": "9999-01-01"}]
)
def test_bad_period_is_told_with_400(query: dict[str, str]) -> None:
    assert Client().get(PAGE, query).status_code == 400


def test_forum_without_a_portfolio_and_unknown_forum() -> None:
    client = Client()
    client.cookies["django_language"] = "en"

    empty = client.get(reverse("portfolio-roadmap", args=["medcom-sg"]))

    assert "no initiatives in its portfolio" in empty.content.decode()
    assert client.get(reverse("portfolio-roadmap", args=["findes-ikke"])).status_code == 404


def test_portfolio_and_initiative_lead_to_it() -> None:
    client = Client()

    assert PAGE in client.get(reverse("portfolio", args=["nbs"]), {"on": "2017-07-01"}).content.decode()
    assert PAGE in client.get(reverse("initiative", args=[OWN])).content.decode()


def test_number_of_queries_does_not_grow() -> None:
    first = milestone("Levering", D("2017-09-01"))
    waits(milestone("Opkobling", D("2018-03-01"), key=OTHER), first)
    reported(OWN)

    def asked() -> int:
        main()
        with CaptureQueriesContext(connection) as queries:
            main()
        return len(queries)

    few = asked()
    for number in range(5):
        made = milestone(f"Mere {number}", D("2017-09-01"), D("2018-01-01"), key=OTHER)
        waits(made, first, lag=number)
        reported(OTHER, as_of=D(f"2017-0{number + 1}-01"))

    assert asked() == few
