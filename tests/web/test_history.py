"""The pages of the history: who may see them, what they say in words, pages of it, and files to take along."""

import csv
import io
import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests.factories.people import DAY, Seat, user_with

from samstyr.accounts.models import User
from samstyr.meetings.models import AgendaItem, Meeting
from samstyr.meetings.services import choose_subject
from samstyr.registry.models import Forum, Party
from samstyr.registry.viewers import viewer_of
from samstyr.rules.register import Register
from samstyr.rules.rights import Role

NBS = "/historik/fora/nbs/"


def text_of(page: bytes) -> str:
    return " ".join(BeautifulSoup(page, "html5lib").get_text(" ").split())


def administrator_client() -> Client:
    client = Client()
    client.force_login(user_with(administrator=True))
    return client


@pytest.fixture
def changed(example_meeting: Meeting, secretary: User) -> Meeting:
    item = AgendaItem.objects.get(meeting=example_meeting, number="3")
    choose_subject(item=item, subject="medcom.base-activities", actor=viewer_of(secretary, DAY))
    return example_meeting


def test_history_of_a_meeting_says_who_did_what_and_what_it_was_before(
    changed: Meeting, secretary_client: Client, secretary: User
) -> None:
    page = BeautifulSoup(
        secretary_client.get(reverse("meeting-history", args=[changed.pk])).content, "html5lib"
    )

    first = page.select("section.history-group")[0]
    words = " ".join(first.get_text(" ").split())
    assert secretary.person is not None
    assert f"{secretary.person.name} · Valgte emnet for et punkt" in words
    assert "Dagsordenspunkt : MedComs arbejdsprogram og budget ændret" in words
    assert words.endswith(
        "Emne før: MedComs arbejdsprogram og budget → efter: MedComs basisaktiviteter inden for basisbudgettet"
    )
    assert first.select_one("del") is not None


def test_command_and_sql_by_hand_are_told_apart(changed: Meeting, secretary_client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE registry_forum SET note = 'rettet' WHERE id = 'nbs' RETURNING session_user")
        [(login,)] = cursor.fetchall()

    words = text_of(secretary_client.get(NBS).content)

    assert f"SQL direkte i databasen (login {login})" in words
    assert "kommando · Indlæste registret fra en fil" in words


def test_edit_in_the_administration_is_told_as_such(
    danish_register: Register, secretary_client: Client
) -> None:
    client = administrator_client()
    address = reverse("admin:registry_subject_add")
    client.post(address, {"id": "nyt", "name": "Nyt emne", "aliases": "", "binds": []})

    words = text_of(secretary_client.get("/historik/subjects/nyt/").content)

    assert "Administrationen" in words
    assert "Nyt emne" in words


def test_history_is_linked_for_those_who_may_see_it(
    example_meeting: Meeting, client: Client, secretary_client: Client
) -> None:
    links = {
        reverse("forum", args=["nbs"]): NBS,
        reverse("meeting", args=[example_meeting.pk]): reverse("meeting-history", args=[example_meeting.pk]),
    }
    for page, link in links.items():
        assert link not in client.get(page).content.decode()
        assert link in secretary_client.get(page).content.decode()


def test_reader_without_a_role_is_refused_with_the_reason(danish_register: Register, client: Client) -> None:
    client.force_login(user_with())

    response = client.get(NBS)

    assert response.status_code == 403
    assert "hvem der har ændret hvad" in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/historik/fora/findes-ikke/",
        "/historik/intet/nbs/",
        "/moeder/999/historik/",
        "/moeder/99999999999999999999/historik/",
        "/brugere/99999999999999999999/historik/",
        "/historik/fora/nbs.pdf",
    ],
)
def test_history_of_what_never_was_is_404(
    danish_register: Register, secretary_client: Client, address: str
) -> None:
    assert secretary_client.get(address).status_code == 404


def test_users_see_their_own_history_and_nobody_elses(
    changed: Meeting, secretary: User, secretary_client: Client
) -> None:
    other = user_with()
    own = secretary_client.get(reverse("user-history", args=[secretary.pk]))

    assert "Valgte emnet for et punkt" in own.content.decode()
    for key in (other.pk, 987654321):
        assert secretary_client.get(reverse("user-history", args=[key])).status_code == 404
        assert secretary_client.get(reverse("user-history-export", args=[key, "csv"])).status_code == 404


def test_administrator_sees_the_history_of_a_user(changed: Meeting, secretary: User) -> None:
    page = administrator_client().get(reverse("user-history", args=[secretary.pk])).content.decode()

    assert "Valgte emnet for et punkt" in page


@pytest.mark.parametrize("number", [1, 3])
def test_history_costs_the_same_whatever_it_shows(
    danish_register: Register, django_assert_num_queries: Any, number: int
) -> None:
    client = administrator_client()
    for count in range(number):
        Party.objects.filter(pk="kommuner").update(note=f"note {count}")
    address = "/historik/parties/kommuner/"
    client.get(address)

    with django_assert_num_queries(13):
        client.get(address)


def test_history_is_paged(danish_register: Register, secretary_client: Client) -> None:
    for count in range(60):
        Forum.objects.filter(pk="nbs").update(note=f"note {count}")

    first, second = (text_of(secretary_client.get(f"{NBS}?page={page}").content) for page in (1, 2))

    assert ("efter: note 59 " in first, "efter: note 1 " in first) == (True, False)
    assert "efter: note 1 " in second
    assert "Side 1 af" in first


def test_long_values_unfold(danish_register: Register, secretary_client: Client) -> None:
    Forum.objects.filter(pk="nbs").update(note="et langt notat " * 40)

    page = BeautifulSoup(secretary_client.get(NBS).content, "html5lib")

    folded = page.select("details.history-text")[-1]
    assert folded is not None
    assert folded.get_text().count("et langt notat") > 40


def test_long_values_are_shown_where_they_part(danish_register: Register, secretary_client: Client) -> None:
    Forum.objects.filter(pk="nbs").update(note="ens begyndelse " * 30)
    Forum.objects.filter(pk="nbs").update(note="ens begyndelse " * 30 + "og så noget nyt")

    page = BeautifulSoup(secretary_client.get(NBS).content, "html5lib")

    starts = [each.get_text() for each in page.select("details.history-text summary")]
    assert [start.endswith("og så noget nyt …") for start in starts].count(True) == 1


def test_json_export_holds_the_whole_history(danish_register: Register, secretary_client: Client) -> None:
    for count in range(60):
        Forum.objects.filter(pk="nbs").update(note=f"note {count}")

    response = secretary_client.get(reverse("entry-history-export", args=["fora", "nbs", "json"]))

    document = json.loads(response.content)
    assert (document["schema"], document["about"]) == ("samstyr.history/1", "registry.forum/nbs")
    latest = document["events"][0]
    assert (latest["what"], latest["kind"], latest["by_hand"]) == ("update", "registry.forum", True)
    assert latest["changes"] == [{"field": "note", "before": "note 58", "after": "note 59"}]
    assert len([each for each in document["events"] if each["what"] == "update"]) == 60


def test_csv_export_has_a_line_for_each_field_and_no_formula(
    danish_register: Register, secretary_client: Client
) -> None:
    Forum.objects.filter(pk="nbs").update(note="=1+1", source_section="2")

    response = secretary_client.get(reverse("entry-history-export", args=["fora", "nbs", "csv"]))

    lines = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    latest = {line["field"]: line["after"] for line in lines if line["at"] == lines[0]["at"]}
    assert latest == {"note": "'=1+1", "source_section": "2"}
    assert response.headers["Content-Disposition"] == 'attachment; filename="registry.forum-nbs.csv"'


def test_secretary_of_another_forum_sees_nothing_of_closed_items(changed: Meeting, client: Client) -> None:
    client.force_login(user_with(Seat(Role.SECRETARY, "sds", "nbs")))

    page = client.get(reverse("meeting-history", args=[changed.pk])).content.decode()

    assert "lukket punkt" not in page.lower()
