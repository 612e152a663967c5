"""The page of the annual wheel: what it shows, and moving duties."""

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.people import Seat, user_with
from tests.factories.registers import register

from samstyr.meetings.models import DutyPlacement
from samstyr.registry.services import load_register
from samstyr.rules.rights import Role

pytestmark = pytest.mark.usefixtures("danish_register")

SECRETARY = Seat(Role.SECRETARY, "sds", "nbs")
SECRETARY_ELSEWHERE = Seat(Role.SECRETARY, "medcom", "medcom-sg")
FRAME = 3  # what tells the database who looks: the transaction's begin and end, and one query
D = datetime.date.fromisoformat
MOVE = {"duty": "nbs-indicators", "planned": "2017-06-01", "to": "2017-10-04"}


def duties(page: str) -> dict[str, list[str]]:
    """Read from a page which duties stand at which meeting, those without one under an empty date."""
    lacking, _heading, cards = page.partition('id="meetings"')
    found = {"": re.findall(r'id="d([a-z-]+)-\d{4}-\d\d-\d\d"', lacking)}
    for card in cards.split('<section class="wheel-card')[1:]:
        date = re.search(r'data-meeting="([^"]+)"', card)
        assert date is not None
        found[date[1]] = re.findall(r'id="d([a-z-]+)-\d{4}-\d\d-\d\d"', card)
    return found


def test_list_is_the_wheel_of_the_year(client: Client) -> None:
    page = client.get("/fora/nbs/aarshjul/").content.decode()

    assert duties(page) == {
        "": ["nbs-operations-report"],
        "2017-06-28": [
            "nbs-operations-report",
            "nbs-indicators",
            "nbs-portfolio-status",
            "nbs-annual-follow-up",
            "nbs-medcom-status",
        ],
        "2017-10-04": ["nbs-fmk-programme-board", "nbs-pathways-programme-board", "nbs-portfolio-status"],
        "2017-11-29": ["nbs-indicators"],
    }
    assert 'aria-labelledby="wheel-title wheel-description"' in page
    assert "Pligter uden møde" in page


def test_forum_leads_to_its_wheel(client: Client) -> None:
    assert reverse("wheel", args=["nbs"]) in client.get("/fora/nbs/").content.decode()


def test_another_year_is_shown_with_its_neighbours(client: Client) -> None:
    page = client.get("/fora/nbs/aarshjul/?aar=2018").content.decode()

    assert set(duties(page)) == {""}
    assert "Ingen møder er kendt i 2018." in page
    assert ('href="?aar=2017"' in page, 'href="?aar=2019"' in page) == (True, True)


def test_forum_without_anything_in_the_year_has_no_drawing(client: Client) -> None:
    page = client.get("/fora/kl-direktion/aarshjul/").content.decode()

    assert "wheel-title" not in page


@pytest.mark.parametrize("year", ["i år", "1899", "2201", "20170", "٢٠١٧", "-1"])
def test_bad_year_is_told_with_400(client: Client, year: str) -> None:
    response = client.get("/fora/nbs/aarshjul/", {"aar": year})

    assert response.status_code == 400
    assert "aar:" in response.content.decode()


def test_deadlines_and_meetings_of_others_are_shown(client: Client) -> None:
    procedure = {"papers_before": {"days": 5}, "minutes_within": {"days": 10}}
    load_register(
        wanted=register(
            fora=[
                {"id": "over", "name": "Eksempelrådet", "meetings": [D("2017-09-01")]},
                {
                    "id": "under",
                    "name": "Eksempelgruppen",
                    "parent": "over",
                    "procedure": procedure,
                    "meetings": [D("2017-09-27")],
                },
            ]
        )
    )

    page = client.get("/fora/under/aarshjul/").content.decode()

    assert "materiale senest 20. september 2017" in page
    assert "referat senest 11. oktober 2017" in page
    assert "1. september: Eksempelrådet" in page  # in the drawing
    assert "wheel-deadline" in page


def test_better_dates_are_proposed_for_coming_meetings(client: Client) -> None:
    load_register(
        wanted=register(
            fora=[
                {"id": "from", "name": "Gruppen", "meetings": [D("2017-09-01")]},
                {"id": "to", "name": "Rådet", "meetings": [D("2017-03-01"), D("2017-09-27")]},
            ],
            subjects=["s"],
            mandates=[{"id": "hand-over", "forum": "from", "act": "recommend", "subject": "s", "to": "to"}],
        )
    )

    page = client.get("/fora/to/aarshjul/").content.decode()

    # The March meeting is past; the outcome of the group is usable on Monday 4 September.
    assert page.count("færre end ved mødet") == 1
    assert "4. september 2017: papirer venter 0 dage, 23 færre end ved mødet 27. september 2017" in page


def test_secretary_moves_a_duty(client: Client) -> None:
    client.force_login(user_with(SECRETARY))

    response = client.post(reverse("wheel-move", args=["nbs"]), MOVE)
    page = client.get(response.headers["Location"]).content.decode()

    assert response.headers["Location"] == "/fora/nbs/aarshjul/?aar=2017#m2017-10-04"
    assert [day for day, names in duties(page).items() if "nbs-indicators" in names] == [
        "2017-10-04",
        "2017-11-29",
    ]
    assert "flyttet fra juni 2017" in page
    assert "ligger nu på mødet den 4. oktober 2017" in page


def test_duty_without_a_meeting_is_moved_to_one(client: Client) -> None:
    client.force_login(user_with(SECRETARY))
    words = {"duty": "nbs-operations-report", "planned": "2017-12-28", "to": "2017-11-29"}

    client.post(reverse("wheel-move", args=["nbs"]), words)

    found = duties(client.get("/fora/nbs/aarshjul/").content.decode())
    assert (found[""], found["2017-11-29"]) == ([], ["nbs-operations-report", "nbs-indicators"])


def test_only_those_who_prepare_meetings_move_duties(client: Client) -> None:
    assert "data-movable" not in client.get("/fora/nbs/aarshjul/").content.decode()
    assert client.post(reverse("wheel-move", args=["nbs"]), MOVE).status_code == 403

    client.force_login(user_with(SECRETARY_ELSEWHERE, Seat(Role.MEMBER, "kl", "nbs")))

    assert "data-movable" not in client.get("/fora/nbs/aarshjul/").content.decode()
    assert client.post(reverse("wheel-move", args=["nbs"]), MOVE).status_code == 403
    assert not DutyPlacement.objects.exists()


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"duty": "findes-ikke"}, 404),
        ({"duty": "medcom-accounts"}, 404),  # another forum's
        ({"planned": "2017-07-01"}, 400),  # not due then
        ({"planned": "2017-06-02"}, 400),
        ({"planned": "9999-12-01"}, 400),
        ({"planned": "i morgen"}, 400),
        ({"to": "2017-10-05"}, 400),  # no meeting
        ({"to": ""}, 400),
    ],
)
def test_what_can_not_be_moved_is_refused(client: Client, change: dict[str, str], status: int) -> None:
    client.force_login(user_with(SECRETARY))

    assert client.post(reverse("wheel-move", args=["nbs"]), {**MOVE, **change}).status_code == status
    assert not DutyPlacement.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_page_asks_the_same_few_queries_however_much_it_shows(
    client: Client, django_assert_num_queries: Any
) -> None:
    for address in ("/fora/kl-direktion/aarshjul/", "/fora/nbs/aarshjul/"):
        client.get(address)  # the register is read once a process
        with django_assert_num_queries(4 + FRAME):  # the register (twice), what was moved, meetings
            client.get(address)
