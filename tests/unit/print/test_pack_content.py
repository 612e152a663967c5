"""What a pack holds before it is in any format."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.print.pack_cases import HIDDEN, item_with, pack, pdf_attachment

from samstyr.print.pack import words
from samstyr.print.pack.content import (
    Document,
    Pack,
    PackDecision,
    PackItem,
    PackPlace,
    PackSection,
)


def test_item_that_may_not_be_seen_keeps_only_its_place() -> None:
    bare = PackItem("3.", "", seen=False, level=1, section="Eksempelrollen")

    assert dataclasses.asdict(HIDDEN) == dataclasses.asdict(bare)
    assert (HIDDEN.closed, words.title(HIDDEN), words.signs(HIDDEN)) == (True, "Lukket punkt", [])


def test_seen_closed_item_says_that_it_is_closed() -> None:
    item = PackItem("4.", "Eksempel", closed=True, supplementary=True, changed_note="1. maj: bilag 4.1")

    assert words.signs(item) == [
        "Lukket punkt",
        "Tillægsdagsorden",
        "Ændret efter udsendelse: 1. maj: bilag 4.1",
    ]


@pytest.mark.parametrize(
    ("marker", "title"), [("(B)", "Sag (B)"), ("drøftelse", "Sag (drøftelse)"), ("", "Sag")]
)
def test_marker_stands_in_brackets_after_the_title(marker: str, title: str) -> None:
    assert words.title(PackItem("1.", "Sag", marker=marker)) == title


def test_sections_follow_the_role_the_forum_sits_in() -> None:
    items = [PackItem(f"{n}.", "x", section=role) for n, role in enumerate(["", "", "Rolle", ""], 1)]

    assert pack(*items).sections == (
        PackSection("", tuple(items[:2])),
        PackSection("Rolle", (items[2],)),
        PackSection("", (items[3],)),
    )


def test_decisions_stand_at_their_clause_and_none_is_lost() -> None:
    first, whole, stray = PackDecision("a", "", 1), PackDecision("b"), PackDecision("c", "", 7)
    item = PackItem("1.", "x", recommendation=("at et", "at to"), decisions=(first, whole, stray))

    assert item.clauses == (("at et", (first,)), ("at to", ()))
    assert item.decisions_on_the_whole == (whole, stray)


@given(st.lists(st.sampled_from([None, 0, 1, 2, 3, -1])), st.integers(0, 3))
def test_every_decision_stands_in_one_place(clauses: list[int | None], count: int) -> None:
    decisions = tuple(PackDecision(str(n), "", clause) for n, clause in enumerate(clauses))
    item = PackItem("1.", "x", recommendation=("at",) * count, decisions=decisions)

    placed = [each for _, found in item.clauses for each in found] + list(item.decisions_on_the_whole)

    assert sorted(placed, key=lambda each: int(each.verb)) == list(decisions)


def test_places_have_anchors_of_their_own_and_know_their_neighbours() -> None:
    items = [
        PackItem(number, "x", section=role)
        for number, role in [("1.", ""), ("2.1", "Rolle"), ("2.1", "Rolle"), ("", "")]
    ]

    assert pack(*items).places == (
        PackPlace(items[0], "punkt-1", "", "punkt-2.1", ""),
        PackPlace(items[1], "punkt-2.1", "punkt-1", "punkt-2.1x", "Rolle"),
        PackPlace(items[2], "punkt-2.1x", "punkt-2.1", "punkt-", ""),
        PackPlace(items[3], "punkt-", "punkt-2.1x", "", ""),
    )


def test_title_says_document_forum_day_and_state() -> None:
    titles = [words.document_title(pack(document=document)) for document in Document]

    assert titles == [
        "Dagsorden: Eksempelbestyrelsen, onsdag den 8. oktober 2031, udkast",
        "Mødemateriale: Eksempelbestyrelsen, onsdag den 8. oktober 2031, udkast",
        "Beslutningsreferat: Eksempelbestyrelsen, onsdag den 8. oktober 2031, udkast",
    ]


def test_facts_without_date_time_and_place_are_left_out() -> None:
    assert words.facts(Pack("Eksempelbestyrelsen", None)) == []
    assert words.facts(pack()) == [
        ("Dato", "Onsdag den 8. oktober 2031"),
        ("Tid", "Kl. 9.30–12.00"),
        ("Sted", "Eksempelvej 1"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", []), ("a\nb", ["a\nb"]), ("a\n \nb\r\n\r\nc", ["a", "b", "c"]), ("\n\n a\n\n\n\nb ", [" a", "b"])],
)
def test_paragraphs_are_parted_by_empty_lines(text: str, expected: list[str]) -> None:
    assert words.paragraphs(text) == expected


@pytest.mark.parametrize(
    ("verb", "words_of_it"), [("godkendt", "Godkendt."), ("", ""), ("ønsket udsat.", "Ønsket udsat.")]
)
def test_decision_begins_a_sentence(verb: str, words_of_it: str) -> None:
    assert words.decided(PackDecision(verb)) == words_of_it


def test_attachments_come_in_the_order_of_the_agenda() -> None:
    attachments = [pdf_attachment(f"Bilag {n}", b"") for n in (1, 2, 3)]

    assert pack(item_with(*attachments[:2]), item_with(attachments[2])).attachments == tuple(attachments)
