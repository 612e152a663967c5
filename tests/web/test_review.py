"""Reviewing minutes: only those who may, with corrections, all or nothing."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.people import Seat, user_with

from samstyr.accounts.models import User
from samstyr.exchange.minutes_import import import_file, read_handed_in
from samstyr.meetings.judging import facts_of
from samstyr.meetings.models import Action, AgendaItem, Meeting, Resolution, Review, ReviewedFact
from samstyr.reading.rule_words import sentence
from samstyr.rules.register import Register
from samstyr.rules.rights import Role
from samstyr.web.forms.review import prefix_of
from samstyr.web.marked_text import marked, span_of_words

NAMES = ("Eva", "Ib", "Bo", "Ane", "Jens", "Ole", "Pia", "Kaj", "Lis", "Tom", "Ulla", "Mads")


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


def answered(client: Client, review: Review, fact: str, **fields: str) -> Any:
    data = {f"{fact}.{name}": value for name, value in fields.items()}
    return client.post(reverse("review-fact", args=[review.pk]), {"fact": fact, **data})


def test_one_fact_is_kept_and_the_page_told_how_far_one_is(waiting: Review, secretary_client: Client) -> None:
    total = len(list(facts_of(waiting.read or {})))

    answer = answered(secretary_client, waiting, "decisions.0", judged="reject")

    assert answer.json() == {
        "problems": [],
        "outcome": "rejected",
        "said": "udeladt",
        "done": 1,
        "total": total,
        "progress": f"1 af {total} gennemgået",
        "apply": f"Indfør, og tag de {total - 1}, der ikke er gennemgået, som de er læst",
    }


def test_what_was_gone_through_is_there_the_next_day(waiting: Review, secretary_client: Client) -> None:
    form = form_of(secretary_client.get(reverse("review", args=[waiting.pk])).content.decode())
    fields = {name.split(".", 2)[2]: value for name, value in form.items() if name.startswith("actions.0.")}
    answered(secretary_client, waiting, "actions.0", **{**fields, "due": "2017-09-01", "judged": "keep"})
    answered(secretary_client, waiting, "decisions.0", judged="reject")

    page = secretary_client.get(reverse("review", args=[waiting.pk])).content.decode()

    again = form_of(page)
    assert (again["actions.0.due"], again["actions.0.judged"]) == ("2017-09-01", "keep")
    assert again["decisions.0.judged"] == "reject"
    assert "decisions.1.judged" not in again
    assert BeautifulSoup(page, "html5lib").select_one("[data-progress]").text.startswith("2 af ")  # type: ignore[union-attr]


def test_form_without_changes_corrects_nothing(waiting: Review, secretary_client: Client) -> None:
    address = reverse("review", args=[waiting.pk])
    data = form_of(secretary_client.get(address).content.decode())
    data |= {f"{prefix_of(key)}.judged": "keep" for key, _fact in facts_of(waiting.read or {})}

    response = secretary_client.post(address, {**data, "do": "save"})

    assert response.headers["Location"] == address
    rows = ReviewedFact.objects.all()
    assert {row.outcome for row in rows} == {"accepted"}
    assert [row.before for row in rows] == [row.after for row in rows]
    assert len(rows) == len(list(facts_of(waiting.read or {})))


def test_fact_that_does_not_fit_is_told_and_not_kept(waiting: Review, secretary_client: Client) -> None:
    answer = answered(secretary_client, waiting, "actions.0", what="", judged="keep")

    assert answer.status_code == 400
    assert "Hvad: mangler i" in answer.json()["problems"][0]
    assert ReviewedFact.objects.count() == 0


@pytest.mark.parametrize("name", ["", "decisions.99", "participants.-1", "x", "meeting.0"])
def test_fact_that_is_not_there_is_refused(waiting: Review, secretary_client: Client, name: str) -> None:
    assert answered(secretary_client, waiting, name, judged="keep").status_code == 400


def test_fact_of_a_document_that_is_not_read_yet_is_not_there(
    danish_register: Register, secretary_client: Client
) -> None:
    secretary_client.post(reverse("imports"), {"document": SimpleUploadedFile("møde.txt", b"Referat\n")})

    assert answered(secretary_client, Review.objects.get(), "meeting", judged="keep").status_code == 404


def test_each_fact_says_how_it_was_found(waiting: Review, secretary_client: Client) -> None:
    page = BeautifulSoup(secretary_client.get(reverse("review", args=[waiting.pk])).content, "html5lib")

    shown = [each.select_one("p.small").text for each in page.select("[data-fact]")]  # type: ignore[union-attr]
    sentences = [sentence(fact["rule"]) for _key, fact in facts_of(waiting.read or {})]
    assert len(shown) == len(sentences)
    assert sorted(each.split("  ")[0] for each in shown if not each.strip()) == []
    assert all(any(said in each for each in shown) for said in sentences if said)


def test_missed_fact_is_added_where_its_words_stand(waiting: Review, secretary_client: Client) -> None:
    address = reverse("review", args=[waiting.pk])
    data = form_of(secretary_client.get(address).content.decode())
    text = waiting.document.text
    place = len((waiting.read or {})["decisions"])
    start = text.index("MedCom")
    words = text[start : start + 20].strip()

    told = secretary_client.post(address, {**data, "do": "add", "words": "intet sådant", "kind": "decisions"})
    made = secretary_client.post(
        address, {**data, "do": "add", "words": words, "kind": "decisions", "near": "0"}
    )

    assert (told.status_code, "står ikke i teksten" in told.content.decode()) == (400, True)
    assert made.headers["Location"] == f"{address}#fact.decisions.{place}"
    row = ReviewedFact.objects.get(kind="decisions", place=place)
    assert (row.outcome, row.after["span"]) == ("", [start, start + len(words)])


def test_added_fact_has_to_be_filled_in_before_everything_is_applied(
    waiting: Review, secretary_client: Client
) -> None:
    address = reverse("review", args=[waiting.pk])
    data = form_of(secretary_client.get(address).content.decode())
    text, place = waiting.document.text, len((waiting.read or {})["decisions"])
    heading = (waiting.read or {})["items"][0]["span"][1]
    words = text[heading : heading + 30].strip()
    secretary_client.post(
        address, {**data, "do": "add", "words": words, "kind": "decisions", "near": str(heading)}
    )
    data = form_of(secretary_client.get(address).content.decode())

    refused = secretary_client.post(address, data)
    secretary_client.post(address, {**data, f"decisions.{place}.verb": "noted"})

    assert (refused.status_code, "Beslutning: mangler i" in refused.content.decode()) == (400, True)
    assert Resolution.objects.count() == place + 1
    assert ReviewedFact.objects.get(kind="decisions", place=place).outcome == "added"


def test_name_spelled_alike_is_merged_only_with_a_yes(
    danish_register: Register, secretary_client: Client, example_minutes: Path, tmp_path: Path
) -> None:
    file = tmp_path / "stavet.txt"
    text = example_minutes.read_text(encoding="utf-8")
    file.write_text(text.replace("MedComs styregruppe", "MedComs styrgruppe"), encoding="utf-8")
    review = import_file(path=file, apply=False).review
    address = reverse("review", args=[review.pk])
    data = form_of(secretary_client.get(address).content.decode())

    refused = secretary_client.post(address, {**data, "meeting.judged": "keep"})
    applied = secretary_client.post(address, {**data, "meeting.judged": "keep", "meeting.same": "medcom-sg"})

    assert (data["meeting.is"], "meeting.same" in data) == ("", False)
    assert (refused.status_code, applied.status_code) == (400, 302)
    assert Meeting.objects.get().forum_id == "medcom-sg"


@pytest.mark.parametrize("name", ["items.0.is", "participants.0.is", "meeting.is", "decisions.0.is"])
def test_entry_that_is_not_in_the_register_is_never_stored(
    waiting: Review, secretary_client: Client, name: str
) -> None:
    address = reverse("review", args=[waiting.pk])
    data = form_of(secretary_client.get(address).content.decode())

    response = secretary_client.post(address, {**data, name: "findes-ikke"})

    # Of a kind that stands for nothing, the choice is no field at all.
    assert response.status_code == (302 if name == "decisions.0.is" else 400)


def test_review_that_was_gone_through_is_handed_out_as_a_test_case(
    waiting: Review, secretary_client: Client
) -> None:
    address = reverse("review-export", args=[waiting.pk])
    early = secretary_client.get(address)
    form = form_of(secretary_client.get(reverse("review", args=[waiting.pk])).content.decode())
    form |= {f"{prefix_of(key)}.judged": "keep" for key, _fact in facts_of(waiting.read or {})}
    secretary_client.post(reverse("review", args=[waiting.pk]), {**form, "do": "save"})

    response = secretary_client.get(address)

    assert early.status_code == 400
    assert response.headers["Content-Disposition"] == f'attachment; filename="gennemsyn-{waiting.pk}.zip"'
    with zipfile.ZipFile(io.BytesIO(response.content)) as package:
        names = package.namelist()
        text = package.read(names[0]).decode()
    assert names == [f"{waiting.pk:02}.txt", f"{waiting.pk:02}.json"]
    assert text == waiting.document.text


def test_page_costs_the_same_however_many_facts_and_names_spelled_alike(
    danish_register: Register, secretary_client: Client, tmp_path: Path
) -> None:
    costs = []
    for number in (1, 3, 12):
        file = tmp_path / f"navne-{number}.txt"
        people = [
            f"- {name} Eksempel, Sundhedsdatastyrels{'e' * (place + 1)}"
            for place, name in enumerate(NAMES[:number])
        ]
        head = f"Referat af møde i MedComs styregruppe den {number}. juni 2017"
        lines = [head, "", "Deltagere:", *people, "", "1. Velkomst (O)", "Intet.", "2. Eventuelt", ""]
        file.write_text("\n".join(lines), encoding="utf-8")
        review = import_file(path=file, apply=False).review
        answered(secretary_client, review, "meeting", judged="keep")
        with CaptureQueriesContext(connection) as queries:
            page = secretary_client.get(reverse("review", args=[review.pk])).content.decode()
        assert page.count(".same") == number
        costs.append(len(queries))

    assert len(set(costs)) == 1


def test_marked_text_is_the_whole_text_once(waiting: Review) -> None:
    text = "Første linje. Anden linje."
    record = {"meeting": {}, "items": [{"span": [0, 13]}, {"span": [7, 20]}, {"span": [5, 99]}]}

    segments = marked(text, record)

    assert "".join(segment.text for segment in segments) == text
    assert [segment.facts for segment in segments] == [("items.0",), ("items.0", "items.1"), ("items.1",), ()]
    assert [segment.start for segment in segments] == [0, 7, 13, 20]


@pytest.mark.parametrize(
    ("words", "near", "expected"),
    [
        ("to ord", 0, (3, 9)),
        ("to  ord", 0, (3, 9)),
        ("to ord", 5, (13, 19)),
        ("to ord", 15, (3, 9)),
        ("• og mere", 0, (20, 29)),
        ("(", 0, (30, 31)),
        ("findes ikke", 0, None),
        ("  ", 0, None),
        ("", 0, None),
    ],
)
def test_words_are_found_near_where_they_were_selected(
    words: str, near: int, expected: tuple[int, int] | None
) -> None:
    assert span_of_words("Et to\nord og to ord \uf0b7 og mere (", words, near) == expected
