"""What was treated under a closed item is shown to nobody who may not see it, on any page or in any document."""

import copy
import io
from pathlib import Path

import docx
import pytest
from django.test import Client
from django.urls import reverse

from samstyr.exchange.minutes_import import import_file
from samstyr.meetings.models import ClosedFact, ImportedFact, Meeting
from samstyr.meetings.services import apply_minutes
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR

SECRETS = ["MedComs arbejdsprogram og budget</", "uddybet tidsplan", "indstillede udkastet"]


@pytest.fixture
def meeting(danish_register: Register, example_minutes: Path) -> Meeting:
    """The example meeting, its third item closed."""
    review = import_file(path=example_minutes, apply=False).review
    record = copy.deepcopy(review.read)
    assert record is not None
    record["items"][2]["closed"] = True
    chosen = {
        "forum": "medcom-sg",
        "organisations": [None] * len(record["participants"]),
        "initiatives": [],
        "subjects": [None, None, "medcom.work-programme", None, None, None],
    }
    return apply_minutes(review=review, record=record, chosen=chosen, actor=OPERATOR)


def test_public_sees_that_there_was_a_closed_item_and_nothing_of_it(meeting: Meeting, client: Client) -> None:
    pages = {
        name: client.get(address).content.decode()
        for name, address in {
            "meeting": reverse("meeting", args=[meeting.pk]),
            "home": reverse("home"),
            "search": reverse("search") + "?q=tidsplan",
        }.items()
    }

    assert "Lukket punkt" in pages["meeting"]
    shown = [(name, secret) for name, page in pages.items() for secret in SECRETS if secret in page]
    assert shown == []
    subject = client.get(reverse("subject", args=["medcom.work-programme"])).content.decode()
    assert reverse("meeting", args=[meeting.pk]) not in subject


def test_follow_up_list_leaves_out_closed_items_for_the_public(
    meeting: Meeting, client: Client, secretary_client: Client
) -> None:
    address = reverse("follow-up", args=[meeting.pk])

    def tasks(reader: Client) -> list[str]:
        document = docx.Document(io.BytesIO(reader.get(address).content))
        return [row.cells[1].text for row in document.tables[0].rows[1:]]

    assert tasks(client) == []
    assert len(tasks(secretary_client)) == 1


def test_secretary_sees_the_closed_item(meeting: Meeting, secretary_client: Client) -> None:
    page = secretary_client.get(reverse("meeting", args=[meeting.pk])).content.decode()

    assert "uddybet tidsplan" in page


def test_initiative_shows_the_lights_that_minutes_gave_it(
    meeting: Meeting, client: Client, secretary_client: Client
) -> None:
    open_item, closed_item = meeting.items.get(number="2"), meeting.items.get(number="3")
    for item, light in ((open_item, "yellow"), (closed_item, "red")):
        content = {"code": "2.6", "initiative": "Praksys", "from": "green", "to": light, "reason": None}
        fact = {"item": item, "kind": "status_changes", "content": content, "initiative_id": "praksys"}
        if item.closed:
            ClosedFact.objects.create(forum_id="medcom-sg", **fact)
        else:
            ImportedFact.objects.create(meeting=meeting, **fact)

    page = client.get(reverse("initiative", args=["praksys"])).content.decode()

    assert "grøn → gul" in page
    assert "grøn → rød" not in page
    assert "grøn → rød" in secretary_client.get(reverse("initiative", args=["praksys"])).content.decode()
