"""Every problem of a register is told, at its place, with what was expected."""

from datetime import date
from typing import Any

import pytest
from tests.factories.disturbed_registers import problems_of
from tests.factories.registers import document, register

from samstyr.rules.register import LISTS, parse


@pytest.mark.parametrize("found", [None, 5, "text", [], True, date(2017, 1, 1)])
def test_document_that_is_no_mapping_is_told_so(found):
    [problem] = problems_of(found)

    assert problem.startswith("expected a register (a mapping with schema and lists), found ")


def test_empty_register_needs_only_its_schema():
    assert parse({"schema": "samstyr.register/1"}) == register()


@pytest.mark.parametrize("schema", [{}, {"schema": None}, {"schema": "samstyr.register/2"}, {"schema": 1}])
def test_other_schema_is_refused(schema):
    [problem] = problems_of(schema)

    assert problem.startswith("schema: expected samstyr.register/1, found ")


def test_list_left_empty_is_no_list_at_all():
    assert parse({"schema": "samstyr.register/1", **dict.fromkeys(LISTS)}) == register()


def test_unknown_key_of_the_document_names_what_was_expected():
    [problem] = problems_of({**document(), "forums": []})

    assert problem == (
        "forums: unknown key (expected one of schema, parties, organisations, instruments, fora, subjects, "
        "mandates, duties, systems, initiatives, accepted, aliases, source, note)"
    )


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ({"parties": ["a", "a"]}, ["parties[1].id: a stands twice (first at parties[0])"]),
        (
            {"parties": [{"id": "a", "valid": {}}]},
            ["parties[0].valid: unknown key (expected one of id, name, kind, aliases, source, note)"],
        ),
        (
            {"organisations": [{"id": "a", "replaces": "b"}, {"id": "b", "replaces": "a"}]},
            ["organisations[0].replaces: runs in a circle: a → b → a"],
        ),
        (
            {
                "subjects": [
                    {"id": "a", "parent": "b"},
                    {"id": "b", "parent": "c"},
                    {"id": "c", "parent": "b"},
                ]
            },
            ["subjects[1].parent: runs in a circle: b → c → b"],
        ),
        ({"subjects": [{"id": "a", "binds": ["p"]}]}, ["subjects[0].binds[0]: no party has the id 'p'"]),
        (
            {"instruments": [{"id": "a", "name": "X"}, {"id": "b", "name": "X"}]},
            [
                "instruments[1]: overlap (G12): b says the same as a, and both are valid at the same time, "
                "from the beginning"
            ],
        ),
        (
            {"fora": ["a"], "subjects": ["s"], "duties": [{"forum": "a", "months": [0, 6, 13]}]},
            [
                "duties[0].months[0]: expected a whole number from 1 to 12, found the number 0",
                "duties[0].months[2]: expected a whole number from 1 to 12, found the number 13",
            ],
        ),
        (
            {"fora": ["a"], "subjects": ["s"], "duties": [{"forum": "a", "months": [6], "every": "P1Y"}]},
            ["duties[0].every: given beside months (expected only one of months, every)"],
        ),
        (
            {"fora": ["a"], "subjects": ["s"], "duties": [{"forum": "a", "every": "årligt"}]},
            [
                "duties[0].every: expected an ISO 8601 duration of whole days, such as P6M or P2W; "
                "found 'årligt'"
            ],
        ),
        (
            {"fora": ["a"], "subjects": ["s"], "duties": [{"forum": "a", "every": "P0D"}]},
            ["duties[0].every: expected an ISO 8601 duration of whole days, such as P6M or P2W; found 'P0D'"],
        ),
        (
            {"systems": [{"id": "a", "depends_on": ["b"]}]},
            ["systems[0].depends_on[0]: no system has the id 'b'"],
        ),
        (
            {"systems": [{"id": "a", "depends_on": ["a", "a"]}]},
            ["systems[0].depends_on[1]: a stands twice at the same time (first at systems[0].depends_on[0])"],
        ),
        (
            {"initiatives": [{"id": "a", "code": 1.5}]},
            ["initiatives[0].code: expected a text, found the number 1.5: put it in quotes"],
        ),
        (
            {"initiatives": [{"id": "a", "portfolios": [{"valid": {}}]}]},
            ["initiatives[0].portfolios[0].forum: missing: a place in a portfolio needs it"],
        ),
        ({"accepted": [{"rule": "G05", "id": "a"}]}, ["accepted[0].id: no forum has the id 'a'"]),
        (
            {"accepted": [{"rule": "G12", "id": "a/b"}]},
            ["accepted[0].id: 'a/b' names no two mandates, no two instruments and no seat of a forum"],
        ),
        (
            {"fora": ["a"], "accepted": [{"rule": "G05", "id": "a"}, {"rule": "G05", "id": "a"}]},
            ["accepted[1].id: G05/a stands twice (first at accepted[0])"],
        ),
        (
            {"fora": ["a"], "accepted": [{"rule": "G13", "id": "a"}]},
            [
                "accepted[0].rule: expected one of G01, G02, G03, G04, G05, G06, G07, G08, G09, "
                "G10, G11, G12; "
                "found the text 'G13'"
            ],
        ),
    ],
)
def test_list_with_something_wrong_is_told_where(lists, expected):
    assert problems_of(document(**lists)) == expected


def test_list_that_is_none_is_told_so():
    assert problems_of({**document(), "parties": {"a": 1}}) == ["parties: expected a list, found a mapping"]


def test_key_that_is_no_text_is_told_so():
    found = document(parties=[{"id": "a", 5: "x"}])

    assert problems_of(found) == [
        "parties[0]: the number 5 as a key: unknown key "
        "(expected one of id, name, kind, aliases, source, note)"
    ]


def test_every_problem_is_told_in_the_order_of_the_document():
    found = document(
        fora=[{"id": "a", "level": "x", "colour": 1}, {"id": "b", "parent": "zz"}], mandates=[{"forum": "a"}]
    )

    assert [problem.split(":")[0] for problem in problems_of(found)] == [
        "fora[0].level",
        "fora[0].colour",
        "fora[1].parent",
        "mandates[0].act",
        "mandates[0].subject",
    ]


def test_entry_with_something_wrong_may_still_be_pointed_to():
    found = document(fora=[{"id": "a", "level": "x"}, {"id": "b", "parent": "a"}])

    assert [problem.split(":")[0] for problem in problems_of(found)] == ["fora[0].level"]


def test_addition_may_point_to_what_is_known():
    known = register(fora=["a"], subjects=["s"])

    added = parse(document(mandates=[{"forum": "a", "act": "decide", "subject": "s"}]), known=known)

    assert (list(added.mandates), dict(added.fora)) == (["m1"], {})


def test_addition_may_not_overlap_or_run_in_a_circle_with_what_is_known():
    decide = {"forum": "a", "act": "decide", "subject": "s"}
    known = register(fora=["a", {"id": "b", "parent": "a"}], subjects=["s"], mandates=[decide])
    addition = document(
        fora=[{"id": "a", "parent": "b"}], mandates=[{**decide, "id": "m2", "valid": {"from": "2017-01-01"}}]
    )

    assert problems_of(addition, known=known) == [
        "fora[0].parent: runs in a circle: a → b → a",
        "mandates[0]: overlap (G12): m2 says the same as m1, and both are valid at the same time, "
        "from 2017-01-01",
    ]


def test_very_many_entries_that_overlap_are_told_in_reasonable_time():
    same = {"forum": "a", "act": "decide", "subject": "s"}
    found = document(fora=["a"], subjects=["s"], mandates=[same] * 5_000)

    assert len(problems_of(found)) == 4_999


def test_very_long_chain_of_parents_is_no_circle():
    subjects = ["s0"] + [{"id": f"s{n}", "parent": f"s{n - 1}"} for n in range(1, 5_000)]

    assert len(parse(document(subjects=subjects)).subject_chain("s4999")) == 5_000


def test_very_deep_data_is_refused_without_being_walked():
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]

    assert problems_of(document(fora=[{"id": "a", "name": deep}])) == [
        "fora[0].name: expected a text, found a list"
    ]
