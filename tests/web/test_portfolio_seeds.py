"""The pages of both levels show the portfolios that the documents describe, from the same reports."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.people import DAY, PASSWORD

from samstyr.portfolio.demonstration import make_example_portfolios
from samstyr.registry.demonstration import make_examples
from samstyr.rules.register import Register


@pytest.fixture(autouse=True)
def made(danish_register: Register) -> None:
    make_examples(password=PASSWORD)
    make_example_portfolios(on=DAY)


def rows(client: Client, forum: str, **query: str) -> dict[str, str]:
    """The first table of a portfolio's page: the words of each row by the initiative it is about."""
    page = client.get(reverse("portfolio", args=[forum]), query).content.decode()
    table = page.split("<tbody>", 1)[1].split("</tbody>")[0]
    found = {}
    for row in table.split("</tr>")[:-1]:
        told = " ".join(re.sub(r"<[^>]+>", " ", row).split())
        link = re.search(r'href="/initiativer/([^/]+)/"', row)
        assert link is not None
        found[link.group(1)] = told
    return found


def test_both_levels_of_2015_show_the_same_report(client: Client) -> None:
    national = rows(client, "portefoelje-sg", on="2015-07-01")
    regional = rows(client, "temagruppe-it", on="2015-07-01")

    assert set(national) == {"fmk", "medcom-standarder", "nsp", "kih", "sundhedsjournalen"}
    assert set(regional) == {"fmk", "medcom-standarder", "saarvurdering"}
    assert "1. juni 2015" in national["medcom-standarder"]
    for both in ("fmk", "medcom-standarder"):
        # Whose account it is: "the forum's own" on the one page, and its name on the other.
        assert national[both].split(" ifølge ")[0] == regional[both].split(" ifølge ")[0]


def test_board_of_2017_shows_yellow_from_green_with_why_and_red(client: Client) -> None:
    found = rows(client, "nbs", on="2017-06-28", since="2017-06-27")

    assert found["sundhedsjournalen"].startswith("1.5 Sundhedsjournalen gul")
    assert "gul Kommunernes opkobling" in found["sundhedsjournalen"]
    assert "grøn → gul" in found["sundhedsjournalen"]
    assert found["praksys"].startswith("2.6 Praksys rød")
    assert "→" not in found["praksys"]


def test_change_is_told_although_nothing_was_known_at_the_meeting_before(client: Client) -> None:
    found = rows(client, "nbs", on="2017-06-28", since="2017-03-22")

    assert "gul Kommunernes opkobling" in found["sundhedsjournalen"]
    assert "grøn → gul" in found["sundhedsjournalen"]


def test_region_holds_its_own_light_beside_the_leads_report(client: Client) -> None:
    found = rows(client, "temagruppe-it", on="2017-07-01")["medcom-standarder"]

    assert found.startswith("Udbredelse af MedCom-standarder gul Eksempel: den sidste")
    assert "rød Eksempel: i vores region" in found


def test_initiatives_page_has_the_history_with_its_source(client: Client) -> None:
    page = client.get(reverse("initiative", args=["sundhedsjournalen"])).content.decode()
    text = " ".join(re.sub(r"<[^>]+>", " ", page).split())

    assert "28. juni 2017 gul Kommunernes opkobling" in text
    assert "27. juni 2017 senest grøn" in text
    assert "Bestyrelsens referat fra den 28. juni 2017, punkt 5" in text
    assert text.index("28. juni 2017 gul") < text.index("27. juni 2017 senest grøn")
