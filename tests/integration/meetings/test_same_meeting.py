"""The same minutes under another name or in another format: the same meeting, of which only differences are taken."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from django.db import transaction

from samstyr.documents.models import SourceDocument
from samstyr.exchange.minutes_import import import_file
from samstyr.meetings.comparing import Standing
from samstyr.meetings.judging import Key
from samstyr.meetings.models import (
    Action,
    AgendaItem,
    Attendance,
    ClosedItem,
    ClosedResolution,
    ImportedFact,
    Meeting,
    Resolution,
    Review,
)
from samstyr.meetings.queries import same_meeting
from samstyr.meetings.services import add_differences, close_as_same
from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import InputError
from samstyr.rules.register import Register
from samstyr.rules.rights import OPERATOR, PUBLIC


def write(folder: Path, name: str, text: str) -> Path:
    """The text as a file of the kind its name says."""
    path = folder / name
    if path.suffix == ".docx":
        document = docx.Document()
        for line in text.splitlines():
            document.add_paragraph(line)
        made = io.BytesIO()
        document.save(made)
        path.write_bytes(made.getvalue())
    elif path.suffix == ".html":
        lines = "".join(f"<p>{line}</p>" for line in text.splitlines())
        path.write_text(f"<!doctype html><nav>Forside</nav><main>{lines}</main>", encoding="utf-8")
    else:
        path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def text(example_minutes: Path) -> str:
    return example_minutes.read_text(encoding="utf-8")


def counted() -> dict[str, int]:
    tables: tuple[Any, ...] = (Meeting, AgendaItem, Attendance, Resolution, Action, ImportedFact)
    return {table.__name__: table.objects.count() for table in tables}


def standings(review: Review) -> dict[Key, Standing]:
    same = same_meeting(review, OPERATOR)
    assert same is not None
    return {key: each.standing for key, each in same.compared.items() if each.standing != Standing.SAME}


def take(review: Review, *keys: Key) -> Meeting:
    return add_differences(review=review, record=review.read or {}, take=keys, stands_for={}, actor=OPERATOR)


@pytest.mark.parametrize("name", ["andet navn.txt", "referat.docx", "side.html", "referat.md"])
def test_same_minutes_in_another_format_bring_nothing_and_change_nothing(
    example_meeting: Meeting, tmp_path: Path, text: str, name: str
) -> None:
    before = counted()

    imported = import_file(path=write(tmp_path, name, text + "\n"), apply=False)

    assert imported.review.state == "waiting"
    assert standings(imported.review) == {}
    meeting = close_as_same(review=imported.review, actor=OPERATOR)
    review = Review.objects.get(pk=imported.review.pk)
    assert (meeting, review.state, review.same_as) == (example_meeting, "same", example_meeting)
    assert counted() == before


def test_same_minutes_applied_at_once_are_closed(example_meeting: Meeting, tmp_path: Path, text: str) -> None:
    before = counted()

    imported = import_file(path=write(tmp_path, "referat.docx", text), apply=True)

    assert (imported.review.state, imported.review.same_as) == ("same", example_meeting)
    assert counted() == before


def test_differences_are_not_applied_without_a_person(
    example_meeting: Meeting, tmp_path: Path, text: str
) -> None:
    path = write(tmp_path, "rettet.txt", text.replace("21. august", "28. august"))

    with pytest.raises(InputError, match="already"):
        import_file(path=path, apply=True)

    assert SourceDocument.objects.count() == 1, "nothing of it is kept"


@pytest.fixture
def corrected(example_meeting: Meeting, tmp_path: Path, text: str) -> Review:
    """A later version of the example minutes: a deadline, an absence, a decision, and an item are otherwise."""
    for one, other in (
        ("21. august", "28. august"),
        ("Sofie Skabelon, Danske Regioner", "Sofie Skabelon, Danske Regioner\nKim Kopi, KL"),
        (
            "Styregruppen godkendte den foreslåede prioritering af basisaktiviteterne.",
            "Styregruppen godkendte ikke den foreslåede prioritering af basisaktiviteterne.",
        ),
        ("5. Næste møde (O)", "4a. Økonomi (B)\nStyregruppen godkendte regnskabet.\n\n5. Næste møde (O)"),
    ):
        assert one in text
        text = text.replace(one, other)
    return import_file(path=write(tmp_path, "rettet.txt", text), apply=False).review


def key_of(review: Review, kind: str, **said: Any) -> Key:
    facts = (review.read or {})[kind]
    places = [
        place for place, fact in enumerate(facts) if all(fact[name] == value for name, value in said.items())
    ]
    return kind, places[0]


def test_only_what_was_chosen_is_written(corrected: Review, example_meeting: Meeting) -> None:
    before = counted()
    person = key_of(corrected, "participants", name="Kim Kopi")
    assert standings(corrected)[person] == Standing.NEW

    take(corrected, person)

    assert counted() == before | {"Attendance": before["Attendance"] + 1}
    assert Attendance.objects.get(person__name="Kim Kopi").meeting == example_meeting
    assert list(Action.objects.values_list("due", flat=True).distinct()) != []
    assert not Action.objects.filter(due="2017-08-28").exists()


def test_differing_follow_up_gets_what_the_document_says(corrected: Review) -> None:
    action = key_of(corrected, "actions", due="2017-08-28")
    assert standings(corrected)[action] == Standing.DIFFERS
    before = counted()

    take(corrected, action)

    assert counted() == before
    assert Action.objects.filter(due="2017-08-28").count() == 1


def test_differing_decision_supersedes_the_one_of_the_record(corrected: Review) -> None:
    key = next(
        (kind, place)
        for kind, place in standings(corrected)
        if kind == "decisions"
        and "ikke den foreslåede" in (corrected.read or {})["decisions"][place]["quote"]
    )
    assert standings(corrected)[key] == Standing.DIFFERS
    before = Resolution.objects.count()

    take(corrected, key)

    later = Resolution.objects.get(supersedes__isnull=False)
    assert "ikke den foreslåede" in later.quote
    assert later.supersedes is not None
    assert later.supersedes.quote.startswith("Styregruppen godkendte den foreslåede")
    assert Resolution.objects.count() == before + 1


def test_new_item_comes_in_its_place_with_what_stands_under_it(
    corrected: Review, example_meeting: Meeting
) -> None:
    item = key_of(corrected, "items", title="Økonomi")
    decision = next(
        (kind, place)
        for kind, place in standings(corrected)
        if kind == "decisions" and "regnskabet" in (corrected.read or {})["decisions"][place]["quote"]
    )

    take(corrected, item, decision)

    items = list(example_meeting.items.order_by("position").values_list("position", "number"))
    assert items == [(0, "1"), (1, "2"), (2, "3"), (3, "4"), (4, "4.a"), (5, "5"), (6, "6")]
    assert Resolution.objects.get(quote__contains="regnskabet").item.number == "4.a"


def test_decision_without_its_new_item_is_refused_and_nothing_written(corrected: Review) -> None:
    before = counted()
    decision = next(
        (kind, place)
        for kind, place in standings(corrected)
        if kind == "decisions" and "regnskabet" in (corrected.read or {})["decisions"][place]["quote"]
    )

    with pytest.raises(InputError, match="agenda item"), transaction.atomic():
        take(corrected, decision)

    assert counted() == before
    assert Review.objects.get(pk=corrected.pk).state == "waiting"


def test_taking_everything_leaves_no_difference(corrected: Review, tmp_path: Path) -> None:
    assert corrected.read is not None
    take(corrected, *standings(corrected))

    again = import_file(path=write(tmp_path, "igen.docx", corrected.document.text), apply=False).review
    assert standings(again) == {}


def test_document_that_was_closed_waits_no_longer(corrected: Review) -> None:
    close_as_same(review=corrected, actor=OPERATOR)

    for call in (lambda: close_as_same(review=corrected, actor=OPERATOR), lambda: take(corrected)):
        with pytest.raises(InputError, match="does not wait"), transaction.atomic():
            call()


def test_who_is_no_secretary_of_the_forum_may_neither_close_nor_take(corrected: Review) -> None:
    before = counted()

    for call in (
        lambda: close_as_same(review=corrected, actor=PUBLIC),
        lambda: add_differences(
            review=corrected, record=corrected.read or {}, take=(), stands_for={}, actor=PUBLIC
        ),
    ):
        with pytest.raises(DeniedError), transaction.atomic():
            call()
    assert counted() == before


def test_other_items_on_the_same_day_are_no_such_meeting(
    example_meeting: Meeting, tmp_path: Path, text: str
) -> None:
    head = text[: text.index("1. Godkendelse")]
    other = f"{head}1. Valg af ny leverandør (B)\nStyregruppen valgte.\n\n2. Ansættelser (O)\nDrøftet.\n"
    review = import_file(path=write(tmp_path, "andet.txt", other), apply=False).review

    assert same_meeting(review, OPERATOR) is None
    with pytest.raises(InputError), transaction.atomic():
        close_as_same(review=review, actor=OPERATOR)


def test_two_documents_that_wait_are_known_as_one_meeting(
    danish_register: Register, tmp_path: Path, text: str
) -> None:
    first = import_file(path=write(tmp_path, "referat.txt", text), apply=False).review
    second = import_file(path=write(tmp_path, "referat.docx", text), apply=False).review

    same = same_meeting(second, OPERATOR)
    assert same is not None
    assert (same.meeting, same.review, same.brings) == (None, first, 0)
    assert same_meeting(first, OPERATOR) is None


def test_forum_that_the_register_does_not_know_is_known_by_its_words(
    danish_register: Register, tmp_path: Path, text: str
) -> None:
    unknown = text.replace("MedComs styregruppe", "Udvalget for Eksempler i Prøveby")
    first = import_file(path=write(tmp_path, "a.txt", unknown), apply=False).review
    second = import_file(path=write(tmp_path, "b.html", unknown), apply=False).review

    assert (first.kept_for, second.kept_for) == ("", "")
    same = same_meeting(second, OPERATOR)
    assert same is not None
    assert same.review == first


def test_closed_item_stays_private_in_what_is_taken_over(
    example_meeting: Meeting, tmp_path: Path, text: str
) -> None:
    more = text.replace(
        "5. Næste møde (O)",
        "4a. Forhandling (B) (lukket punkt)\nStyregruppen godkendte forhandlingslinjen.\n\n5. Næste møde (O)",
    )
    review = import_file(path=write(tmp_path, "lukket.txt", more), apply=False).review

    take(review, *standings(review))

    item = AgendaItem.objects.get(meeting=example_meeting, closed=True)
    assert (item.title, ClosedItem.objects.get(item=item).title) == ("", "Forhandling")
    assert ClosedResolution.objects.get(item=item).quote == "Styregruppen godkendte forhandlingslinjen."
    assert not Resolution.objects.filter(item=item).exists()
    again = import_file(path=write(tmp_path, "lukket.docx", more), apply=False).review
    assert standings(again) == {}
