"""Handing in a document: refused with why, or kept; and never served to anybody's browser as a page."""

from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.web.test_pages import PAGES

from samstyr.documents.models import SourceDocument
from samstyr.exchange.document_text import TYPES
from samstyr.exchange.minutes_import import read_handed_in
from samstyr.meetings.models import Meeting, Review

SCRIPT = b"<!doctype html><title>x</title><script>alert('ond')</script><p onclick=alert(1)>Referat af et m\xc3\xb8de"


def hand_in(client: Client, name: str, content: bytes) -> tuple[int, str]:
    answer = client.post("/import/", {"document": SimpleUploadedFile(name, content)})
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("referat.pdf", b"tekst", "Indholdet er ikke af den type, filnavnet siger."),
        ("referat.exe", b"tekst", f"Kun disse typer læses: {', '.join(TYPES)}."),
        ("referat.txt", b"", "Filen er tom."),
        ("referat.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Gem den som .docx."),
    ],
)
def test_refused_document_is_told_and_not_kept(
    secretary_client: Client, name: str, content: bytes, told: str
) -> None:
    status, page = hand_in(secretary_client, name, content)

    assert status == 400
    assert told in page
    assert not SourceDocument.objects.exists()


def test_no_file_is_told(secretary_client: Client) -> None:
    assert secretary_client.post("/import/").status_code == 400


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/referat.txt", "referat.txt"),
        ("C:\\mappe\\referat.txt", "referat.txt"),
        ("refe\u202erat.txt", "referat.txt"),
        ("m\u00f8de a\u030a.txt", "møde å.txt"),
    ],
)
def test_name_is_kept_without_path_and_hidden_characters(
    secretary_client: Client, sent: str, kept: str
) -> None:
    # Written by hand: the test client would tidy the name itself.
    body = (
        f'--x\r\nContent-Disposition: form-data; name="document"; filename="{sent}"\r\n\r\ntekst\r\n--x--\r\n'
    )
    answer = secretary_client.generic("POST", "/import/", body.encode(), "multipart/form-data; boundary=x")

    assert answer.status_code == 302
    assert SourceDocument.objects.get().name == kept


def test_handing_in_needs_the_right(client: Client, db: None) -> None:
    assert hand_in(client, "referat.txt", b"tekst")[0] == 403
    assert not SourceDocument.objects.exists()


def test_web_page_that_was_handed_in_is_shown_as_words_only(
    danish_register: object, secretary_client: Client
) -> None:
    answer = secretary_client.post("/import/", {"document": SimpleUploadedFile("side.html", SCRIPT)})
    read_handed_in(review=Review.objects.get())
    page = secretary_client.get(urlsplit(answer.headers["Location"]).path).content.decode()

    assert "Referat af et møde" in page
    assert "alert(" not in page


def test_markup_in_a_text_is_shown_as_text(danish_register: object, secretary_client: Client) -> None:
    answer = secretary_client.post("/import/", {"document": SimpleUploadedFile("<b>.txt", SCRIPT)})
    read_handed_in(review=Review.objects.get())
    page = secretary_client.get(urlsplit(answer.headers["Location"]).path).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "<b>.txt" not in page


def test_whatever_is_no_page_is_handed_out_as_a_file(
    example_meeting: Meeting, secretary_client: Client
) -> None:
    attendance = example_meeting.attendances.first()
    assert attendance is not None
    keys = {
        "MEETING": example_meeting.pk,
        "ITEM": example_meeting.items.filter(closed=False)[0].pk,
        "PERSON": attendance.person_id,
        "REVIEW": example_meeting.review.pk,
    }
    files = {}
    for name, (arguments, _status) in PAGES.items():
        answer = secretary_client.get(reverse(name, args=[keys.get(each, each) for each in arguments]))
        kind = answer.headers["Content-Type"].partition(";")[0]
        if answer.status_code == 200 and kind != "text/html":
            files[name] = (
                answer.headers.get("Content-Disposition"),
                answer.headers["X-Content-Type-Options"],
            )
            if name != "health":
                assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; sandbox")

    number = example_meeting.pk
    meeting = f"{example_meeting.forum_id}-{example_meeting.date.isoformat()}"
    assert files == {
        "health": (None, "nosniff"),
        "map-svg": ('attachment; filename="samstyr-national-2017-07-01.svg"', "nosniff"),
        "map-pdf": ('attachment; filename="samstyr-national-2017-07-01.pdf"', "nosniff"),
        "calendar-forum": ('attachment; filename="nbs.ics"', "nosniff"),
        "calendar-party": ('attachment; filename="kommuner.ics"', "nosniff"),
        "promises-file": ('attachment; filename="opfoelgning-oa-2018-2017-07-01.docx"', "nosniff"),
        "portfolio-file": ('attachment; filename="portefoelje-nbs-2017-07-01.pdf"', "nosniff"),
        "business-case-file": ('attachment; filename="business-case.xlsx"', "nosniff"),
        "draft-agenda": (f'attachment; filename="dagsordensudkast-{number}.docx"', "nosniff"),
        "follow-up": (f'attachment; filename="opfoelgning-{number}.docx"', "nosniff"),
        "pack-file": (f'attachment; filename="moedemateriale-{meeting}.docx"', "nosniff"),
        "minutes-file": (f'attachment; filename="referat-{meeting}.docx"', "nosniff"),
        "review-export": (f'attachment; filename="gennemsyn-{keys["REVIEW"]}.zip"', "nosniff"),
        "entry-history-export": ('attachment; filename="registry.forum-nbs.csv"', "nosniff"),
        "meeting-history-export": (f'attachment; filename="meetings.meeting-{number}.json"', "nosniff"),
        "own-data-file": ('attachment; filename="mine-oplysninger.json"', "nosniff"),
    }
