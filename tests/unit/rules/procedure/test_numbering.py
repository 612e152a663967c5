"""Numbers of items, parts and attachments, and moves that can be taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyr.rules.procedure.numbering import (
    Entry,
    attachment_label,
    move_before,
    move_down,
    move_in,
    move_out,
    move_up,
    numbers,
    numbers_after_freeze,
)
from samstyr.rules.verdict import Denied

agendas = st.lists(st.sampled_from([0, 0, 1]), min_size=1, max_size=8).map(
    lambda levels: tuple(Entry(id, 0 if id == 1 else level) for id, level in enumerate(levels, start=1))
)


def agenda(outline):
    """`agenda("1 (2 3) 4")`: items 1 and 4, parts 2 and 3 of item 1."""
    found, level = [], 0
    for word in outline.replace("(", " ( ").replace(")", " ) ").split():
        match word:
            case "(":
                level = 1
            case ")":
                level = 0
            case _:
                found.append(Entry(int(word), level))
    return tuple(found)


@pytest.mark.parametrize(
    ("outline", "expected"),
    [
        ("", []),
        ("7", ["1"]),
        ("7 (8 9) 10", ["1", "1.1", "1.2", "2"]),
        ("1 2 (3 4) 5", ["1", "2", "2.1", "2.2", "3"]),
        ("(1 2) 3", ["1", "1.1", "2"]),
    ],
)
def test_numbers_follow_the_outline(outline, expected):
    assert list(numbers(agenda(outline)).values()) == expected


def test_tenth_part_is_not_the_first():
    last = numbers(agenda("1 (2 3 4 5 6 7 8 9 10 11)"))[11]

    assert last == "1.10"


@pytest.mark.parametrize(("number", "place", "label"), [("6", 1, "Bilag 6.1"), ("2.1", 3, "Bilag 2.1.3")])
def test_attachment_is_called_after_its_item(number, place, label):
    assert attachment_label(number, place) == label


def test_supplementary_items_go_on_after_the_last_number():
    kept = [(1, "1"), (2, "2"), (3, "2.1")]

    assert numbers_after_freeze(kept, agenda("4 (5)")) == {1: "1", 2: "2", 3: "2.1", 4: "3", 5: "3.1"}


def test_supplementary_part_goes_on_in_the_last_item():
    kept = [(1, "1"), (2, "1.1")]

    assert numbers_after_freeze(kept, (Entry(3, 1), Entry(4))) == {1: "1", 2: "1.1", 3: "1.2", 4: "2"}


def test_first_supplementary_part_of_an_item_without_parts_is_its_first():
    assert numbers_after_freeze([(1, "1"), (2, "2")], [Entry(3, 1)])[3] == "2.1"


def test_number_of_a_withdrawn_item_is_not_given_again():
    # Item 3 was withdrawn after sending; it is kept, though it stands last.
    assert numbers_after_freeze([(1, "1"), (2, "10"), (3, "11")], [Entry(4)])[4] == "12"


def test_numbers_of_an_agenda_sent_empty_begin_with_one():
    assert numbers_after_freeze([], agenda("1 2")) == {1: "1", 2: "2"}


@pytest.mark.parametrize(
    ("move", "outline", "moved", "expected"),
    [
        (move_up, "1 (2) 3 (4 5) 6", 3, "3 (4 5) 1 (2) 6"),
        (move_up, "1 (2 3)", 3, "1 (3 2)"),
        (move_up, "1 (2) 3 (4)", 4, "1 (2 4) 3"),
        (move_down, "1 (2) 3 (4 5) 6", 1, "3 (4 5) 1 (2) 6"),
        (move_down, "1 (2 3)", 2, "1 (3 2)"),
        (move_down, "1 (2) 3 (4)", 2, "1 3 (2 4)"),
        (move_in, "1 2 (3) 4", 2, "1 (2 3) 4"),
        (move_out, "1 (2 3) 4", 2, "1 2 (3) 4"),
    ],
)
def test_move_answers_the_new_order(move, outline, moved, expected):
    assert move(agenda(outline), moved) == agenda(expected)


@pytest.mark.parametrize(
    ("move", "outline", "moved", "code"),
    [
        (move_up, "1 2", 1, "first-item"),
        (move_up, "1 (2)", 2, "first-item"),
        (move_down, "1 2", 2, "last-item"),
        (move_down, "1 2 (3)", 2, "last-item"),
        (move_down, "1 2 (3)", 3, "last-item"),
        (move_in, "1 (2)", 1, "no-item-above"),
        (move_in, "1 (2)", 2, "is-a-part"),
        (move_out, "1 (2)", 1, "is-an-item"),
    ],
)
def test_move_that_leads_nowhere_is_denied(move, outline, moved, code):
    assert move(agenda(outline), moved) == Denied(code)


@pytest.mark.parametrize("move", [move_up, move_down, move_in, move_out])
def test_move_of_an_unknown_entry_is_an_error(move):
    with pytest.raises(KeyError):
        move(agenda("1 2"), 3)


@pytest.mark.parametrize(
    ("outline", "moved", "other", "expected"),
    [
        ("1 (2) 3 4 (5)", 4, 1, "4 (5) 1 (2) 3"),
        ("1 (2) 3 4", 1, None, "3 4 1 (2)"),
        ("1 (2) 3 (4 5)", 2, 5, "1 3 (4 2 5)"),
        ("1 (2) 3 (4)", 4, 3, "1 (2 4) 3"),
        ("1 (2) 3 (4)", 2, 4, "1 3 (2 4)"),
        ("1 (2 3) 4", 2, None, "1 (3) 4 (2)"),
        ("1 (2) 3", 1, 1, "1 (2) 3"),
        ("1 (2) 3", 1, 2, "1 (2) 3"),
    ],
)
def test_entry_is_dropped_before_another(outline, moved, other, expected):
    assert move_before(agenda(outline), moved, other) == agenda(expected)


def test_item_is_not_dropped_among_the_parts_of_another():
    assert move_before(agenda("1 (2) 3"), 3, 2) == Denied("target-is-a-part")


def test_part_is_not_dropped_before_the_first_item():
    assert move_before(agenda("1 (2) 3"), 2, 1) == Denied("no-item-above")


@given(agendas)
def test_numbers_are_unique_and_in_order(entries):
    found = [tuple(int(part) for part in number.split(".")) for number in numbers(entries).values()]

    assert len(found) == len(entries)
    assert found == sorted(set(found))


@given(agendas, agendas)
def test_numbers_after_sending_stay_and_go_on(sent, added):
    kept = numbers(sent)
    later = [Entry(entry.id + 100, entry.level) for entry in added]

    found = numbers_after_freeze(list(kept.items()), later)

    order = [tuple(int(part) for part in number.split(".")) for number in found.values()]
    assert {id: found[id] for id in kept} == kept
    assert order == sorted(set(order))


@pytest.mark.parametrize(
    ("move", "inverse"),
    [(move_up, move_down), (move_down, move_up), (move_in, move_out), (move_out, move_in)],
)
@given(entries=agendas, data=st.data())
def test_move_and_its_inverse_change_nothing(move, inverse, entries, data):
    moved = data.draw(st.sampled_from(entries)).id

    there = move(entries, moved)

    assert isinstance(there, Denied) or inverse(there, moved) == entries


@given(agendas, st.data())
def test_drop_keeps_every_entry(entries, data):
    ids = [entry.id for entry in entries]

    moved = move_before(entries, data.draw(st.sampled_from(ids)), data.draw(st.sampled_from([*ids, None])))

    assert isinstance(moved, Denied) or sorted(entry.id for entry in moved) == ids
