"""Comparing a document with the record of its meeting: the same in other clothes, new, or otherwise."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyr.meetings.comparing import (
    Compared,
    Difference,
    Standing,
    compare,
    is_same_meeting,
    letters,
    likeness,
)

Record = dict[str, Any]


def record() -> Record:
    return {
        "meeting": {
            "forum": "Styregruppen",
            "date": "2021-03-04",
            "start": "10:00",
            "end": None,
            "place": "Odense",
        },
        "participants": [
            {
                "name": "Ane Eksempel",
                "organisation": "KL",
                "role": "chair",
                "attendance": "present",
                "items": None,
            },
            {"name": "Bo Prøve", "organisation": None, "role": None, "attendance": None, "items": None},
        ],
        "items": [
            {"number": "1", "title": "Godkendelse af dagsorden", "kind": "decision", "closed": False},
            {
                "number": "2",
                "title": "Status på udrulning af fælles medicinkort",
                "kind": None,
                "closed": False,
            },
        ],
        "recommendations": [{"item": "2", "item_index": 1, "clause": "at styregruppen drøfter status"}],
        "decisions": [
            {
                "item": "1",
                "item_index": 0,
                "verb": "approved",
                "with_remarks": False,
                "quote": "Dagsordenen blev godkendt.",
            }
        ],
        "actions": [
            {
                "item": "2",
                "item_index": 1,
                "who": ["sekretariatet"],
                "what": "Sekretariatet udarbejder en ny tidsplan",
                "due": "2021-04-01",
            }
        ],
        "status_changes": [
            {"item": "2", "code": "1.5", "initiative": "Medicinkort", "from": "green", "to": "yellow"}
        ],
        "observations": [],
        "missing_data": [],
        "incidents": [],
        "consultations": [],
        "unlisted_speakers": [],
        "warnings": [{"code": "spelling-varies", "message": "Ane / Anne"}],
        "next_meeting": {"date": "2021-06-01", "start": None, "end": None, "place": None},
    }


def standings(known: Record, read: Record) -> dict[tuple[str, int], Standing]:
    return {
        key: each.standing for key, each in compare(known, read).items() if each.standing != Standing.SAME
    }


def test_same_document_brings_nothing() -> None:
    assert standings(record(), record()) == {}


def test_other_lines_hyphens_and_capitals_are_no_difference() -> None:
    read = record()
    read["items"][1]["title"] = "STATUS PÅ UDRUL-\nNING af fælles  medicinkort"
    read["decisions"][0]["quote"] = "Dagsordenen\nblev godkendt"
    read["actions"][0]["what"] = "Sekretariatet udarbejder en ny tids-\nplan inden mødet"
    read["participants"][0]["organisation"] = "K.L."

    assert standings(record(), read) == {}


def test_what_the_document_leaves_out_is_no_difference() -> None:
    read = record()
    read["meeting"] |= {"start": None, "place": None}
    read["participants"] = read["participants"][:1]
    read["participants"][0] |= {"organisation": None, "role": None}
    read["actions"] = []
    read["next_meeting"] = None

    assert standings(record(), read) == {}


def test_what_the_record_lacks_is_new() -> None:
    known = record()
    read = record()
    known["participants"].pop()
    known["items"].pop()
    known["recommendations"] = known["actions"] = known["status_changes"] = []
    known["next_meeting"] = None

    assert standings(known, read) == {
        ("participants", 1): Standing.NEW,
        ("items", 1): Standing.NEW,
        ("recommendations", 0): Standing.NEW,
        ("actions", 0): Standing.NEW,
        ("status_changes", 0): Standing.NEW,
        ("next_meeting", 0): Standing.NEW,
    }


@pytest.mark.parametrize(
    ("kind", "changed", "difference"),
    [
        ("meeting", {"end": "12:00"}, Difference("end", None, "12:00")),
        ("next_meeting", {"date": "2021-06-08"}, Difference("date", "2021-06-01", "2021-06-08")),
        ("participants", {"attendance": "absent"}, Difference("attendance", "present", "absent")),
        ("items", {"number": "1a"}, Difference("number", "1", "1a")),
        ("decisions", {"verb": "noted"}, Difference("verb", "approved", "noted")),
        ("decisions", {"with_remarks": True}, Difference("with_remarks", False, True)),
        (
            "decisions",
            {"quote": "Dagsordenen blev ikke godkendt."},
            Difference("quote", "Dagsordenen blev godkendt.", "Dagsordenen blev ikke godkendt."),
        ),
        ("actions", {"due": "2021-05-01"}, Difference("due", "2021-04-01", "2021-05-01")),
        (
            "actions",
            {"who": ["KL", "sekretariatet"]},
            Difference("who", ["sekretariatet"], ["KL", "sekretariatet"]),
        ),
        ("status_changes", {"to": "red"}, Difference("to", "yellow", "red")),
    ],
)
def test_what_is_said_otherwise_differs_with_both_values(
    kind: str, changed: Record, difference: Difference
) -> None:
    read = record()
    (read[kind] if isinstance(read[kind], dict) else read[kind][0]).update(changed)

    found = compare(record(), read)

    assert {key: each for key, each in found.items() if each.standing != Standing.SAME} == {
        (kind, 0): Compared(0, (difference,))
    }


def test_figure_or_negation_in_a_few_words_more_is_a_difference() -> None:
    known = record()
    known["decisions"][0]["quote"] = "Styregruppen godkendte budgettet for året"
    for words, standing in (
        ("Styregruppen godkendte budgettet for året og takkede", Standing.SAME),
        ("Styregruppen godkendte budgettet for året på 25 mio. kr.", Standing.DIFFERS),
        ("Styregruppen godkendte budgettet for året, dog ikke bilaget", Standing.DIFFERS),
    ):
        read = copy.deepcopy(known)
        read["decisions"][0]["quote"] = words
        assert compare(known, read)["decisions", 0].standing == standing


def test_facts_are_looked_for_under_their_own_item() -> None:
    read = record()
    read["actions"][0] |= {"item": "1", "item_index": 0}

    assert standings(record(), read) == {("actions", 0): Standing.NEW}


def test_item_without_number_or_with_another_is_known_by_its_title() -> None:
    read = record()
    read["items"].insert(0, {"number": None, "title": "Velkomst", "kind": None, "closed": False})
    for kind in ("recommendations", "decisions", "actions"):
        for each in read[kind]:
            each["item_index"] += 1
    read["items"][1]["number"] = None
    read["items"][2]["number"] = None

    assert standings(record(), read) == {("items", 0): Standing.NEW}


def test_closed_item_without_a_title_is_known_by_its_number() -> None:
    known, read = record(), record()
    known["items"][1]["title"] = ""

    assert compare(known, read)["items", 1].known == 1


def test_documents_of_one_day_are_of_one_meeting_where_most_items_are_in_both() -> None:
    other = record()
    other["items"] = [{"number": "1", "title": "Budget for næste år"}, {"number": "2", "title": "Eventuelt"}]
    shorter = record()
    shorter["items"] = shorter["items"][:1]
    without = record()
    without["items"] = []
    empty = without | {"participants": []}

    documents = (record(), shorter, without, other, empty)
    assert [is_same_meeting(record(), each) for each in documents] == [True, True, True, False, False]


def test_warnings_are_about_the_document() -> None:
    read = record()
    read["warnings"] = [{"code": "pages-without-text", "message": "3"}]

    assert standings(record(), read) == {}


texts = st.text(alphabet="abcæøåABC 123-\n.", max_size=30)
facts = st.fixed_dictionaries(
    {"name": texts, "organisation": st.none() | texts, "role": st.none(), "attendance": st.none()}
)
items = st.lists(
    st.fixed_dictionaries({"number": st.none() | texts, "title": texts, "kind": st.none()}), max_size=4
)


@given(st.lists(facts, max_size=5), st.lists(facts, max_size=5), items, items)
def test_each_fact_gets_one_answer_and_each_known_fact_is_taken_once(
    ours: list[Record], theirs: list[Record], known_items: list[Record], read_items: list[Record]
) -> None:
    known = record() | {
        "participants": ours,
        "items": known_items,
        "decisions": [],
        "actions": [],
        "recommendations": [],
    }
    read = record() | {
        "participants": theirs,
        "items": read_items,
        "decisions": [],
        "actions": [],
        "recommendations": [],
    }

    found = compare(known, read)

    for kind, facts_read in (("participants", theirs), ("items", read_items)):
        own = [found[kind, place] for place in range(len(facts_read))]
        taken = [each.known for each in own if each.known is not None]
        assert len(taken) == len(set(taken))
    assert all(
        each.standing == Standing.SAME
        for key, each in compare(read, read).items()
        if letters(_words(read, key))
    )


def _words(whole: Record, key: tuple[str, int]) -> str:
    kind, place = key
    if kind in {"participants", "items"}:
        return str(whole[kind][place].get("name") or whole[kind][place].get("title") or "")
    return ""


@given(texts, texts)
def test_likeness_is_a_share_and_the_same_both_ways_for_the_same_letters(one: str, other: str) -> None:
    found = likeness(letters(one), letters(other))

    assert 0.0 <= found <= 1.0
    if letters(one) == letters(other):
        assert found == 1.0
