"""Reviewing minutes: only those who may, with corrections, all or nothing."""

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.factories.people import Seat, user_with

from samstyr.accounts.models import User
from samstyr.exchange.minutes_import import import_file, read_handed_in
from samstyr.meetings.models import Action, AgendaItem, Meeting, Resolution, Review
from samstyr.rules.register import Register
from samstyr.rules.rights import Role
from samstyr.web.marked_text import marked


@pytest.fixture
def waiting(danish_register: Register, example_minutes: Path) -> Review:
    return import_file(path=example_minutes, apply=False).review


def form_of(page: str) -> dict[str, Any]:
    """Answer what a browser would send from the review's form, untouched."""
    form = BeautifulSoup(page, "html5lib").select_one("form.review-facts")
    assert form is not None
    data: dict[str, Any] = {}
    for field in form.select("input[name], textarea[name]"):
        if field.get("type") not in {"checkbox", "radio"}:
            data[str(field["name"])] = field.text if field.name == "textarea" else field.get("value", "")
        elif field.has_attr("checked"):
            data[str(field["name"])] = field.get("value", "on")
    for choice in form.select("select[name]"):
        selected = choice.select_one("option[selected]")
        data[str(choice["name"])] = selected["value"] if selected else ""
    data.pop("csrfmiddlewaretoken", None)
    return data


def test_there_is_no_review_to_those_who_are_not_logged_in(waiting: Review, client: Client) -> None:
    assert client.get(reverse("review", args=[waiting.pk])).status_code == 404


def test_reader_may_neither_see_nor_apply(waiting: Review, client: Client, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_user("læser"))
    address = reverse("review", args=[waiting.pk])

    assert (client.get(address).status_code, client.post(address).status_code) == (404, 404)
    assert Meeting.objects.count() == 0


def test_reader_may_not_hand_in(db: None, client: Client) -> None:
    upload = SimpleUploadedFile("a.txt", b"Referat")

    assert client.post(reverse("imports"), {"document": upload}).status_code == 403
    assert Review.objects.count() == 0


def test_waiting_documents_are_not_named_to_the_public(waiting: Review, client: Client) -> None:
    for name in ("home", "imports"):
        assert waiting.document.name not in client.get(reverse(name)).content.decode()


def test_untouched_form_applies_what_was_read(
    waiting: Review, secretary: User, secretary_client: Client
) -> None:
    address = reverse("review", args=[waiting.pk])
    data = form_of(secretary_client.get(address).content.decode())

    response = secretary_client.post(address, data)

    meeting = Meeting.objects.get()
    assert response.headers["Location"] == reverse("meeting", args=[meeting.pk])
    assert Resolution.objects.count() == len((waiting.read or {})["decisions"])
    assert AgendaItem.objects.get(number="3").subject_id == "medcom.work-programme"
    review = Review.objects.get()
    assert review.reviewer == secretary


def test_correction_and_omission_are_kept(waiting: Review, secretary_client: Client) -> None:
    address = reverse("review", args=[waiting.pk])
    data = form_of(secretary_client.get(address).content.decode())
    data["actions.0.due"] = "2017-08-25"
    data["actions.0.who"] = "sekretariatet, KL"
    data["decisions.0.judged"] = "reject"

    secretary_client.post(address, data)

    action = Action.objects.get()
    assert (action.due.isoformat() if action.due else None, action.who) == (
        "2017-08-25",
        ["sekretariatet", "KL"],
    )
    assert Resolution.objects.count() == len((waiting.read or {})["decisions"]) - 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("meeting.date", "i morgen"),
        ("meeting.start", "25:99"),
        ("meeting.is", ""),
        ("decisions.0.verb", "opfundet"),
        ("actions.0.due", "2017-02-30"),
        ("decisions.0.item_index", "99999999999999999999"),
        ("items.0.title", "x" * 6_000),
    ],
)
def test_wrong_input_is_told_and_nothing_stored(
    waiting: Review, secretary_client: Client, name: str, value: str
) -> None:
    address = reverse("review", args=[waiting.pk])
    data = form_of(secretary_client.get(address).content.decode())
    data[name] = value

    response = secretary_client.post(address, data)

    assert response.status_code == 400
    assert "alert-error" in response.content.decode()
    assert Meeting.objects.count() == 0


def test_upload_is_read_by_the_worker_and_reviewed(
    danish_register: Register, secretary_client: Client, example_minutes: Path
) -> None:
    upload = SimpleUploadedFile("møde.txt", example_minutes.read_bytes())

    response = secretary_client.post(reverse("imports"), {"document": upload})

    review = Review.objects.get()
    assert response.headers["Location"] == reverse("review", args=[review.pk])
    assert "læst" in secretary_client.get(response.headers["Location"]).content.decode()
    read_handed_in(review=review)
    assert "Eva Eksempel" in secretary_client.get(response.headers["Location"]).content.decode()


def test_empty_upload_is_refused_with_400(db: None, secretary_client: Client) -> None:
    assert secretary_client.post(reverse("imports")).status_code == 400


def test_applied_review_leads_to_its_meeting(example_meeting: Meeting, secretary_client: Client) -> None:
    response = secretary_client.get(reverse("review", args=[example_meeting.review.pk]))

    assert response.headers["Location"] == reverse("meeting", args=[example_meeting.pk])


def test_secretary_chooses_the_subject_afterwards(example_meeting: Meeting, secretary_client: Client) -> None:
    address = reverse("item-subject", args=[example_meeting.pk, 3])

    secretary_client.post(address, {"subject": "medcom.base-activities"})

    item = AgendaItem.objects.get(meeting=example_meeting, position=3)
    assert item.subject_id == "medcom.base-activities"


def test_secretary_of_another_forum_may_not_choose_the_subject(
    example_meeting: Meeting, client: Client
) -> None:
    client.force_login(user_with(Seat(Role.SECRETARY, "sds", "nbs")))

    response = client.post(reverse("item-subject", args=[example_meeting.pk, 3]))

    assert response.status_code == 403
    assert "et andet forum" in response.content.decode()


def test_reader_may_not_choose_the_subject(example_meeting: Meeting, client: Client) -> None:
    assert client.post(reverse("item-subject", args=[example_meeting.pk, 3])).status_code == 403


def test_marked_text_is_the_whole_text_once(waiting: Review) -> None:
    text = "Første linje. Anden linje."
    record = {"meeting": {}, "items": [{"span": [0, 13]}, {"span": [7, 20]}, {"span": [5, 99]}]}

    segments = marked(text, record)

    assert "".join(segment.text for segment in segments) == text
    assert [segment.facts for segment in segments] == [("items.0",), ("items.0", "items.1"), ("items.1",), ()]
