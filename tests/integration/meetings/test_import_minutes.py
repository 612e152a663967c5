"""Importing minutes: read, reviewed, applied; the same document twice changes nothing."""

import copy
import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from samstyr.accounts.models import Person
from samstyr.documents.models import SearchEntry, SourceDocument
from samstyr.exchange.minutes_import import import_file, read_handed_in
from samstyr.meetings.matching import Subjects
from samstyr.meetings.models import Action, ImportedFact, Meeting, Resolution, Review
from samstyr.meetings.services import apply_minutes, choose_subject, hand_in
from samstyr.platform.errors import InputError
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR


def chosen(record: dict[str, Any], forum: str | None = "medcom-sg") -> dict[str, Any]:
    return {
        "forum": forum,
        "organisations": [None] * len(record["participants"]),
        "initiatives": [None] * len(record["status_changes"]),
        "subjects": [None] * len(record["items"]),
    }


@pytest.fixture
def waiting(danish_register: Register, example_minutes: Path) -> Review:
    return import_file(path=example_minutes, apply=False).review


def test_example_meeting_is_applied_whole(example_meeting: Meeting) -> None:
    assert example_meeting.forum_id == "medcom-sg"
    assert example_meeting.date == datetime.date(2017, 5, 15)
    assert example_meeting.attendances.count() == 5
    assert [item.number for item in example_meeting.items.all()] == ["1", "2", "3", "4", "5", "6"]
    assert Action.objects.get(item__meeting=example_meeting).due == datetime.date(2017, 8, 21)
    assert ImportedFact.objects.get(kind="next_meeting").content["date"] == "2017-09-04"


def test_same_document_twice_changes_nothing(example_meeting: Meeting, example_minutes: Path) -> None:
    before = (Person.objects.count(), Resolution.objects.count(), SourceDocument.objects.count())

    again = import_file(path=example_minutes, apply=True)

    assert not again.is_new
    assert (Person.objects.count(), Resolution.objects.count(), SourceDocument.objects.count()) == before


def test_document_waits_until_a_person_applies_it(waiting: Review) -> None:
    assert waiting.state == "waiting"
    assert Meeting.objects.count() == 0


def test_quote_of_a_decision_is_the_text_at_its_span(example_meeting: Meeting) -> None:
    assert example_meeting.document is not None
    text = example_meeting.document.text
    for resolution in Resolution.objects.all():
        start, end = resolution.span
        assert resolution.quote.split() == text[start:end].split()


def test_recorded_resolution_can_not_be_changed_by_hand(example_meeting: Meeting) -> None:
    with (
        pytest.raises(IntegrityError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE meetings_resolution SET quote = 'noget andet'")


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (lambda record, names: names.update(forum=None), "meeting.forum"),
        (lambda record, names: record["meeting"].update(date=None), "meeting.date"),
        (lambda record, names: record["decisions"][0].update(item=None, item_index=99), "decisions"),
    ],
)
def test_incomplete_review_is_refused_and_nothing_stored(waiting: Review, spoil: Any, expected: str) -> None:
    record = copy.deepcopy(waiting.read)
    assert record is not None
    names = chosen(record)
    spoil(record, names)

    with pytest.raises(InputError, match=expected), transaction.atomic():
        apply_minutes(review=waiting, record=record, chosen=names, actor=OPERATOR)

    assert Meeting.objects.count() == 0


def test_second_minutes_of_a_meeting_with_other_items_are_refused(
    example_meeting: Meeting, tmp_path: Path
) -> None:
    assert example_meeting.document is not None
    head = example_meeting.document.text.partition("1. Godkendelse")[0]
    file = tmp_path / "other.txt"
    file.write_text(
        f"{head}1. Valg af leverandør (B)\nGodkendt.\n\n2. Flytning (O)\nDrøftet.\n", encoding="utf-8"
    )

    with pytest.raises(InputError, match="already"), transaction.atomic():
        import_file(path=file, apply=True)

    assert Meeting.objects.count() == 1


def test_unreadable_document_leaves_nothing_behind(danish_register: Register, tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(b"%PDF-1.4 nothing in it")

    with pytest.raises(InputError, match=r"scan\.pdf"):
        import_file(path=file, apply=True)

    assert SourceDocument.objects.count() == 0


def test_unreadable_upload_says_why_on_its_review(db: None) -> None:
    review, _ = hand_in(name="scan.pdf", content=b"%PDF-1.4 nothing in it", actor=OPERATOR)

    read_handed_in(review=review)

    assert review.state == "failed"
    assert "scan.pdf" in review.error


def test_nul_in_a_document_keeps_the_spans(db: None) -> None:
    review, _ = hand_in(name="nul.txt", content="Møde\x00 den 1. maj 2017".encode(), actor=OPERATOR)

    read_handed_in(review=review)

    assert review.document.text == "Møde\ufffd den 1. maj 2017"


def test_closed_item_is_not_found_by_search(danish_register: Register, waiting: Review) -> None:
    record = copy.deepcopy(waiting.read)
    assert record is not None
    record["items"][3]["closed"] = True
    title = record["items"][3]["title"]

    apply_minutes(review=waiting, record=record, chosen=chosen(record), actor=OPERATOR)

    assert not SearchEntry.objects.filter(kind="items", title=title).exists()


def test_unknown_subject_is_refused(example_meeting: Meeting) -> None:
    item = example_meeting.items.first()
    assert item is not None

    with pytest.raises(InputError, match="intet"):
        choose_subject(item=item, subject="intet", actor=OPERATOR)


def test_seed_minutes_are_imported_whole(danish_register: Register, shared: Path) -> None:
    imported = import_file(path=shared / "seeds" / "004_e15f1d3ff2587712.txt", apply=True)

    meeting = imported.review.meeting
    assert meeting is not None
    assert (meeting.forum_id, meeting.date) == ("nbs", datetime.date(2017, 6, 28))
    assert meeting.attendances.count() == 16
    assert meeting.attendances.filter(organisation=None).count() == 0
    assert meeting.items.count() == 14
    assert Resolution.objects.filter(item__meeting=meeting).count() == 9
    kinds = [fact.kind for fact in meeting.facts.all()]
    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "consultations": 1,
        "incidents": 1,
        "missing_data": 3,
        "next_meeting": 1,
        "observations": 2,
        "status_changes": 2,
        "unlisted_speakers": 1,
        "warnings": 2,
    }
    lights = {fact.initiative_id for fact in meeting.facts.filter(kind="status_changes")}
    assert lights == {"sundhedsjournalen", "praksys"}
    assert datetime.date(2017, 11, 29) in set(Action.objects.values_list("due", flat=True))


@pytest.mark.parametrize(
    ("title", "subject", "certain"),
    [
        ("MedComs arbejdsprogram og budget", "medcom.work-programme", True),
        (
            "Drøftelse af udkast til MedComs arbejdsprogram og budget for næste år",
            "medcom.work-programme",
            False,
        ),
        ("Orientering om sundheds-it i praksis", None, None),
        ("Eventuelt", None, None),
        ("", None, None),
    ],
)
def test_title_names_a_subject_outright_or_speaks_of_it(
    denmark: Register, title: str, subject: str | None, certain: bool | None
) -> None:
    match = Subjects(denmark).match(title)

    assert ((match.key, match.certain) if match else (None, None)) == (subject, certain)
