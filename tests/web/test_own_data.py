"""The page of what is kept on the one who is logged in."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.cases import COORDINATOR_OF_REGIONS, WORDS, drafted
from tests.factories.people import DAY, user_with

from samstyr.registry.viewers import viewer_of
from samstyr.rules.register import Register

pytestmark = pytest.mark.usefixtures("danish_register")


def test_person_sees_and_downloads_what_is_kept_on_them(danish_register: Register, client: Client) -> None:
    user = user_with(COORDINATOR_OF_REGIONS)
    drafted(actor=viewer_of(user, DAY))
    client.force_login(user)

    page = client.get(reverse("own-data")).content.decode()
    file = client.get(reverse("own-data-file"))
    data = json.loads(file.content)

    assert user.person is not None
    assert user.person.name in page
    assert "Eksempelsag" in page
    assert "Partskoordinator" in page
    assert file.headers["Content-Disposition"] == 'attachment; filename="mine-oplysninger.json"'
    assert (data["schema"], data["user"]["name"]) == ("samstyr.person/1", user.username)
    assert [each["remarks"] for each in data["drafts"]] == [WORDS]


def test_page_is_for_those_who_are_logged_in(danish_register: Register, client: Client) -> None:
    answers = [client.get(reverse(name)).status_code for name in ("own-data", "own-data-file")]

    assert answers == [302, 302]
