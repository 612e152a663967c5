"""Handing in many documents at once, or a zip: each is taken or refused with its reason, and all of it or nothing."""

import io
import os
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.factories.people import Seat, user_with

from samstyr.documents.models import SourceDocument
from samstyr.exchange import unpacking
from samstyr.exchange.minutes_import import import_file, read_handed_in
from samstyr.meetings.models import Attendance, ImportBatch, Meeting, Review
from samstyr.rules.register import Register
from samstyr.rules.rights import Role

PAGE = "/import/"


def zipped(members: Iterable[tuple[str, bytes]], name: str = "referater.zip") -> SimpleUploadedFile:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for member, content in members:
            package.writestr(member, content)
    return SimpleUploadedFile(name, made.getvalue())


def files(*names: str) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(name, f"Referat {name}".encode()) for name in names]


def text_of(client: Client, address: str) -> str:
    page = BeautifulSoup(client.get(address).content, "html5lib")
    return " ".join((page.select_one("main") or page).get_text(" ").split())


def test_many_files_become_a_batch_each_with_its_review(secretary_client: Client) -> None:
    before = ProcrastinateJob.objects.filter(task_name="read_review").count()

    answer = secretary_client.post(
        PAGE, {"document": [*files("a.txt", "b.md"), SimpleUploadedFile("c.exe", b"MZ\x90")]}
    )

    batch = ImportBatch.objects.get()
    assert answer.headers["Location"] == reverse("import-batch", args=[batch.pk])
    assert sorted(batch.reviews.values_list("document__name", flat=True)) == ["a.txt", "b.md"]
    assert [each["name"] for each in batch.refused] == ["c.exe"]
    assert ProcrastinateJob.objects.filter(task_name="read_review").count() == before + 2
    page = text_of(secretary_client, answer.headers["Location"])
    assert "2 dokumenter er modtaget" in page
    assert "1 dokument er afvist" in page
    assert "Kun disse typer læses" in page


def test_zip_is_unpacked_and_what_is_no_document_is_told(secretary_client: Client) -> None:
    upload = zipped([("2017/a.txt", b"Referat a"), ("../b.txt", b"b"), ("c.zip", b"PK"), ("d.txt", b"")])

    answer = secretary_client.post(PAGE, {"document": upload})

    batch = ImportBatch.objects.get()
    assert (batch.name, list(batch.reviews.values_list("document__name", flat=True))) == (
        "referater.zip",
        ["a.txt"],
    )
    assert [each["name"] for each in batch.refused] == ["../b.txt", "c.zip", "d.txt"]
    page = text_of(secretary_client, answer.headers["Location"])
    for reason in ("skjulte tegn", "En zip-fil i en zip-fil", "Filen er tom"):
        assert reason in page


def test_documents_that_were_there_before_are_named_and_kept_once(secretary_client: Client) -> None:
    secretary_client.post(PAGE, {"document": files("a.txt", "b.txt")})

    answer = secretary_client.post(PAGE, {"document": files("a.txt", "c.txt")})

    assert SourceDocument.objects.count() == 3
    assert "1 dokument var indleveret i forvejen" in text_of(secretary_client, answer.headers["Location"])


@pytest.mark.parametrize(
    ("uploads", "told"),
    [
        (lambda: files(*(f"{number}.txt" for number in range(201))), "Der er mere end 200 dokumenter"),
        (
            lambda: [zipped((f"{number}.txt", b"x") for number in range(201))],
            "Der er mere end 200 dokumenter",
        ),
        (lambda: [zipped([("a.txt", b"a" * 20_000_000)])], "meget større udpakket"),
        (lambda: [SimpleUploadedFile("a.zip", b"PK\x03\x04rest")], "Zip-filen er beskadiget"),
        (lambda: [zipped([("a.txt", b"a")]), *files("b.txt")], "én zip-fil alene"),
    ],
)
def test_batch_beyond_its_limits_is_refused_whole(
    secretary_client: Client, uploads: object, told: str
) -> None:
    assert callable(uploads)
    answer = secretary_client.post(PAGE, {"document": uploads()})

    assert answer.status_code == 400
    assert told in answer.content.decode()
    assert (ImportBatch.objects.count(), SourceDocument.objects.count()) == (0, 0)


def test_zip_that_is_found_out_in_the_middle_leaves_nothing_behind(
    secretary_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "_check_whole", lambda members, size: None)
    monkeypatch.setattr(unpacking, "LARGEST_TOGETHER", 15_000)
    members = [(f"{number}.txt", os.urandom(5_000).hex().encode()) for number in range(3)]

    answer = secretary_client.post(PAGE, {"document": zipped(members)})

    assert answer.status_code == 400
    assert (ImportBatch.objects.count(), SourceDocument.objects.count()) == (0, 0)


def test_batch_shows_how_far_it_is(danish_register: Register, secretary_client: Client) -> None:
    upload = zipped([("a.txt", b"Referat a"), ("b.txt", b"Referat b"), ("c.pdf", b"%PDF-1.7 nothing")])
    address = secretary_client.post(PAGE, {"document": upload}).headers["Location"]

    assert "3 af 3 dokumenter mangler" in text_of(secretary_client, address)
    assert b'http-equiv="refresh"' in secretary_client.get(address).content
    for review in Review.objects.all():
        read_handed_in(review=review)

    page = text_of(secretary_client, address)
    assert "2 venter på gennemsyn, 0 er afsluttet, 1 kunne ikke læses" in page
    assert "PDF-filen er beskadiget" in page
    assert b'http-equiv="refresh"' not in secretary_client.get(address).content
    assert "2 venter på gennemsyn" in text_of(secretary_client, PAGE)


def test_batch_is_paged_and_asks_no_more_for_many(secretary_client: Client) -> None:
    asked = []
    for count in (3, 60):
        names = (f"{count}-{number:03}.txt" for number in range(count))
        address = secretary_client.post(PAGE, {"document": files(*names)}).headers["Location"]
        with CaptureQueriesContext(connection) as queries:
            page = text_of(secretary_client, address)
        asked.append(len(queries))

    assert "60-050.txt" not in page
    assert "60-050.txt" in text_of(secretary_client, f"{address}?page=2")
    assert asked[0] == asked[1]


def test_what_waits_beyond_the_first_has_a_page(secretary_client: Client) -> None:
    secretary_client.post(PAGE, {"document": files(*(f"{number:03}.txt" for number in range(30)))})

    assert "Alt, der venter" in text_of(secretary_client, PAGE)
    assert "029.txt" in text_of(secretary_client, reverse("imports-waiting"))
    assert "000.txt" in text_of(secretary_client, reverse("imports-waiting"))


def test_who_may_not_hand_in_may_not_hand_in_a_batch(client: Client, danish_register: Register) -> None:
    assert client.post(PAGE, {"document": files("a.txt", "b.txt")}).status_code == 403
    assert not ImportBatch.objects.exists()


def test_batch_of_another_is_not_there(secretary_client: Client, danish_register: Register) -> None:
    secretary_client.post(PAGE, {"document": files("a.txt", "b.txt")})
    other = Client()
    other.force_login(user_with(Seat(Role.SECRETARY, "sds", "nbs")))

    assert other.get(reverse("import-batch", args=[ImportBatch.objects.get().pk])).status_code == 404
    assert "a.txt" not in text_of(other, PAGE)


@pytest.fixture
def other_version(example_meeting: Meeting, tmp_path: Path, example_minutes: Path) -> Review:
    """Another version of the example minutes: one person more."""
    text = example_minutes.read_text(encoding="utf-8")
    path = tmp_path / "andet.txt"
    path.write_text(
        text.replace("Mads Mønster, KL", "Mads Mønster, KL\nKim Kopi, KL").replace(
            "21. august", "28. august"
        ),
        encoding="utf-8",
    )
    return import_file(path=path, apply=False).review


def test_review_shows_what_the_record_has_and_what_differs(
    other_version: Review, secretary_client: Client
) -> None:
    page = text_of(secretary_client, reverse("review", args=[other_version.pk]))

    assert "Mødet er registreret i forvejen" in page
    assert "allerede registreret" in page
    assert "ikke registreret" in page
    assert "Frist: “2017-08-21”" in page


def test_review_takes_over_only_what_was_said_to_be_right(
    other_version: Review, example_meeting: Meeting, secretary_client: Client
) -> None:
    record = other_version.read or {}
    place = next(place for place, each in enumerate(record["participants"]) if each["name"] == "Kim Kopi")
    address = reverse("review", args=[other_version.pk])

    answer = secretary_client.post(
        address,
        {
            f"participants.{place}.judged": "keep",
            f"participants.{place}.name": "Kim Kopi",
            f"participants.{place}.organisation": "KL",
            f"participants.{place}.attendance": "present",
            f"participants.{place}.is": "kl",
            "meeting.is": "medcom-sg",
            "do": "apply",
        },
    )

    assert answer.headers["Location"] == reverse("meeting", args=[example_meeting.pk])
    added = Attendance.objects.get(person__name="Kim Kopi")
    assert (added.meeting, added.organisation_id) == (example_meeting, "kl")
    assert secretary_client.get(address).headers["Location"] == reverse("meeting", args=[example_meeting.pk])


def test_document_that_brings_nothing_is_closed_as_the_same(
    example_meeting: Meeting, tmp_path: Path, example_minutes: Path, secretary_client: Client
) -> None:
    path = tmp_path / "samme.txt"
    path.write_text(example_minutes.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    review = import_file(path=path, apply=False).review
    address = reverse("review", args=[review.pk])

    assert "bringer intet nyt" in text_of(secretary_client, address)
    secretary_client.post(address, {"do": "close", "meeting.is": "medcom-sg"})

    assert Review.objects.get(pk=review.pk).state == "same"
    assert "samme.txt" not in text_of(secretary_client, PAGE)
