"""Seeing the demonstration as somebody else: there for newcomers, and nowhere but in a demonstration."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.people import DAY, Seat, user_with

from samstyr.accounts.models import User
from samstyr.platform.errors import InputError
from samstyr.registry.demonstration import EXAMPLES, make_examples
from samstyr.registry.viewers import viewer_of
from samstyr.rules.register import Register
from samstyr.rules.rights import Right, Role


@pytest.fixture
def demonstration(danish_register: Register, settings: Any) -> None:
    settings.DEMONSTRATION = True
    make_examples(password="eksempel-kodeord-1")


def user_of(client: Client) -> str:
    key = client.session.get("_auth_user_id")
    return User.objects.get(pk=key).username if key else ""


def test_visitor_becomes_each_example_person_and_the_public_again(
    demonstration: None, client: Client
) -> None:
    became = []
    for example in (*EXAMPLES, None):
        client.post(reverse("see-as"), {"person": example.username if example else "", "next": "/"})
        became.append(user_of(client))

    assert became == [*(example.username for example in EXAMPLES), ""]


def test_banner_names_every_example_person_by_seat(demonstration: None, client: Client) -> None:
    page = client.get("/").content.decode()

    assert [example.username for example in EXAMPLES if f'value="{example.username}"' not in page] == []
    assert "partskoordinator, KL" in page


def test_nobody_becomes_a_person_that_is_no_example(demonstration: None, client: Client) -> None:
    user_with(Seat(Role.SECRETARY, "sds", "nbs"), name="rigtig")

    answer = client.post(reverse("see-as"), {"person": "rigtig", "next": "/"})

    assert (answer.status_code, user_of(client)) == (400, "")


def test_there_is_no_such_page_outside_the_demonstration(danish_register: Register, client: Client) -> None:
    make_examples(password="eksempel-kodeord-1")

    answer = client.post(reverse("see-as"), {"person": "sekretær", "next": "/"})

    assert (answer.status_code, user_of(client)) == (404, "")
    assert 'id="see-as"' not in client.get("/").content.decode()


def test_example_persons_are_made_once(demonstration: None) -> None:
    make_examples(password="eksempel-kodeord-1")

    assert User.objects.filter(is_demonstration=True).count() == len(EXAMPLES)


def test_account_of_an_earlier_demonstration_becomes_the_example_person(danish_register: Register) -> None:
    earlier = User.objects.create_user("sekretær", password="eksempel-kodeord-1", is_staff=True)

    make_examples(password="eksempel-kodeord-1")

    earlier.refresh_from_db()
    assert (earlier.is_demonstration, earlier.is_staff) == (True, False)
    assert viewer_of(earlier, DAY).fora(Right.APPLY_MINUTES) == ("medcom-sg", "nbs")


def test_account_of_somebody_does_not_become_an_example_person(danish_register: Register) -> None:
    User.objects.create_user("sekretær", password="et-helt-andet-kodeord")

    with pytest.raises(InputError, match="'sekretær': is there already"):
        make_examples(password="eksempel-kodeord-1")
