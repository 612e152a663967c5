"""What a person makes of what was read: pure, without a database."""

from dataclasses import dataclass
from typing import Any

import pytest

from samstyr.meetings.judging import (
    LISTS,
    Judgement,
    Outcome,
    Record,
    as_judged,
    draft,
    facts_of,
    kept,
    outcome_of,
)
from samstyr.platform.errors import InputError


@dataclass(frozen=True, slots=True)
class Row:
    """One fact seen to, as the database keeps it."""

    kind: str
    place: int
    outcome: str
    before: Record | None
    after: Record


def record(**lists: Any) -> Record:
    return {
        "schema": "samstyr.minutes/1",
        "meeting": {"forum": "Prøvenævnet", "span": [0, 5]},
        "next_meeting": None,
        **{kind: [] for kind in LISTS},
        **lists,
    }


def item(number: str, start: int) -> Record:
    return {"number": number, "title": f"Punkt {number}", "span": [start, start + 5]}


def decision(place: int | None, start: int) -> Record:
    number = None if place is None else str(place + 1)
    return {"item": number, "item_index": place, "verb": "noted", "span": [start, start + 3]}


FACT = {"verb": "noted", "quote": "Noteret."}


@pytest.mark.parametrize(
    ("before", "holds", "after", "expected"),
    [
        (FACT, True, FACT, Outcome.ACCEPTED),
        (FACT, True, {**FACT, "verb": "approved"}, Outcome.CORRECTED),
        (FACT, False, FACT, Outcome.REJECTED),
        (None, True, FACT, Outcome.ADDED),
        (None, False, FACT, Outcome.REJECTED),
    ],
)
def test_outcome_is_told_from_what_was_read_and_what_is_left(
    before: Record | None, holds: bool, after: Record, expected: Outcome
) -> None:
    judgement = Judgement("decisions", 0, holds, after)

    assert outcome_of(before=before, judgement=judgement) is expected


def test_facts_are_named_by_list_and_place() -> None:
    names = [key for key, _fact in facts_of(record(items=[item("1", 10), item("2", 20)]))]

    assert names == [("meeting", 0), ("items", 0), ("items", 1)]


def test_corrections_stand_in_their_place_and_additions_behind_whatever_the_order_of_the_rows() -> None:
    read = record(items=[item("1", 10), item("2", 20)])
    rows = [
        Row("items", 3, "added", None, item("4", 40)),
        Row("items", 2, "", None, item("3", 30)),
        Row("items", 0, "corrected", item("1", 10), item("1a", 10)),
        Row("meeting", 0, "corrected", {}, {"forum": "Et andet"}),
    ]

    judged = as_judged(read, rows)

    assert [each["number"] for each in judged["items"]] == ["1a", "2", "3", "4"]
    assert judged["meeting"] == {"forum": "Et andet"}
    assert [each["number"] for each in read["items"]] == ["1", "2"]


def test_facts_follow_their_item_when_another_is_left_out() -> None:
    judged = record(
        items=[item("1", 10), item("2", 20), item("3", 30)], decisions=[decision(1, 22), decision(2, 33)]
    )

    made, order = kept(judged, rejected={("items", 0)}, added=set())

    assert [each["number"] for each in made["items"]] == ["2", "3"]
    assert [(each["item"], each["item_index"]) for each in made["decisions"]] == [("2", 0), ("3", 1)]
    assert order == [("items", 1), ("items", 2), ("decisions", 0), ("decisions", 1)]


def test_fact_whose_item_is_left_out_names_none() -> None:
    judged = record(items=[item("1", 10)], decisions=[decision(0, 12)])

    made, _order = kept(judged, rejected={("items", 0)}, added=set())

    assert [(each["item"], each["item_index"]) for each in made["decisions"]] == [(None, -1)]


def test_addition_stands_where_the_text_has_it_and_the_rest_as_they_were_read() -> None:
    # What was read may stand in another order than in the text: that order is the reader's, and stays.
    judged = record(
        items=[item("1", 10), item("3", 5), item("4", 40), item("2", 20)], decisions=[decision(3, 21)]
    )

    made, _order = kept(judged, rejected=set(), added={("items", 3)})

    assert [each["number"] for each in made["items"]] == ["1", "3", "2", "4"]
    assert made["decisions"][0]["item_index"] == 2


def test_next_meeting_that_is_left_out_is_none() -> None:
    judged = {**record(), "next_meeting": {"date": "2017-10-04"}}

    assert kept(judged, rejected={("next_meeting", 0)}, added=set())[0]["next_meeting"] is None
    assert kept(judged, rejected=set(), added=set())[0]["next_meeting"] == {"date": "2017-10-04"}


TEXT = "1. Velkomst\nPkt. 2.1 Budget for 2018\nNævnet vedtog\nbudgettet.\n"


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        (
            "decisions",
            "Nævnet vedtog\nbudgettet.",
            {
                "item": "2.1",
                "item_index": 1,
                "verb": None,
                "with_remarks": False,
                "quote": "Nævnet vedtog budgettet.",
            },
        ),
        (
            "actions",
            "Nævnet vedtog",
            {
                "item": "2.1",
                "item_index": 1,
                "who": [],
                "what": "Nævnet vedtog",
                "due": None,
                "certainty": "agreed",
            },
        ),
        (
            "participants",
            "Nævnet",
            {"name": "Nævnet", "organisation": None, "role": None, "attendance": "present", "items": None},
        ),
        (
            "items",
            "Pkt. 2.1 Budget for 2018",
            {
                "number": "2.1",
                "parent": None,
                "title": "Budget for 2018",
                "kind": None,
                "kind_from": None,
                "closed": False,
            },
        ),
        ("recommendations", "Velkomst", {"item": "1", "item_index": 0, "clause": "Velkomst"}),
    ],
)
def test_fact_is_drafted_from_its_words_and_where_they_stand(kind: str, words: str, expected: Record) -> None:
    start = TEXT.index(words)
    span = (start, start + len(words))
    read = record(items=[item("1", 0), item("2.1", 12)])

    assert draft(kind, text=TEXT, span=span, record=read) == {**expected, "span": list(span)}


def test_words_before_every_item_belong_to_none() -> None:
    made = draft("actions", text=TEXT, span=(0, 2), record=record(items=[item("1", 5)]))

    assert (made["item"], made["item_index"]) == (None, None)


def test_kind_that_no_person_adds_is_refused() -> None:
    with pytest.raises(InputError, match="incidents"):
        draft("incidents", text=TEXT, span=(0, 2), record=record())
