"""What can be wrong with a mandate is told where it is."""

from datetime import date
from typing import Any

import pytest
from tests.factories.disturbed_registers import problems_of
from tests.factories.registers import document

from samstyr.rules.register import parse


def with_mandate(**keys: Any) -> dict[str, Any]:
    return document(
        organisations=["o", "both"],
        instruments=["i"],
        fora=["a", "b", "both"],
        subjects=["s"],
        mandates=[{"forum": "a", "act": "decide", "subject": "s", **keys}],
    )


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (
            {"act": "vote"},
            "act: expected one of decide, approve, ratify, recommend, assure, prepare, advise, escalate, "
            "report, inform, discuss, monitor, appoint, establish, draft; found the text 'vote'",
        ),
        ({"forum": None}, "forum: missing: a mandate needs it"),
        ({"subject": "x"}, "subject: no subject has the id 'x'"),
        ({"act": "recommend"}, "to: missing: a mandate to recommend needs a recipient"),
        ({"act": "inform"}, "to: missing: a mandate to inform needs a recipient"),
        ({"act": "recommend", "to": "x"}, "to: no forum has the id 'x'"),
        (
            {"act": "recommend", "to": "o"},
            "to: 'o' is an organisation: a mandate to recommend goes to a forum "
            "(only advise, inform, report may not)",
        ),
        ({"act": "advise", "to": "x"}, "to: no forum or organisation has the id 'x'"),
        ({"required": "yes"}, "required: expected true or false, found the text 'yes'"),
        ({"effect": "maynot"}, "effect: expected one of may, may-not; found the text 'maynot'"),
        ({"basis": {"section": "2"}}, "basis.instrument: missing: a basis needs it"),
        ({"basis": {"instrument": "x"}}, "basis.instrument: no instrument has the id 'x'"),
        ({"when": "start"}, "when: expected facts and their values (a mapping), found the text 'start'"),
        (
            {"when": {"phase": None}},
            "when.phase: expected a text, a number or bounds (min, max), found nothing",
        ),
        (
            {"when": {"phase": ["start"]}},
            "when.phase: expected a text, a number or bounds (min, max), found a list",
        ),
        ({"when": {"n": float("inf")}}, "when.n: expected a finite number, found no ordinary number"),
        ({"when": {"n": 10**2000}}, "when.n: the number is too large"),
        ({"when": {"n": {}}}, "when.n: expected min, max or both, found neither"),
        ({"when": {"n": {"max": "many"}}}, "when.n.max: expected a number, found the text 'many'"),
        ({"when": {"n": {"max": True}}}, "when.n.max: expected a number, found true"),
        ({"when": {"n": {"most": 1}}}, "when.n.most: unknown key (expected one of min, max)"),
        ({"when": {"n": {"min": 2, "max": 1}}}, "when.n: no number is met: min 2 is greater than max 1"),
        (
            {"when": {3: "x"}},
            "when: expected the name of a fact as a key, found the number 3: put it in quotes",
        ),
        ({"id": "M1"}, "id: 'M1' is no id (expected a-z, 0-9, '.' and '-', a letter or digit first)"),
        ({"id": "m\n"}, "id: 'm\\n' is no id (expected a-z, 0-9, '.' and '-', a letter or digit first)"),
        ({"id": "-m"}, "id: '-m' is no id (expected a-z, 0-9, '.' and '-', a letter or digit first)"),
        ({"id": "m" * 201}, "id: the id is too long: 201 characters, at most 200"),
    ],
)
def test_mandate_with_something_wrong_is_told_where(keys, expected):
    assert problems_of(with_mandate(**keys)) == [f"mandates[0].{expected}"]


@pytest.mark.parametrize(
    "keys",
    [
        {"act": "recommend", "effect": "may-not"},
        {"act": "recommend", "to": "both"},
        {"act": "recommend", "to": "b", "effect": "may-not"},
        {"act": "advise", "to": "o"},
        {"act": "report", "to": "b"},
        {"act": "decide", "to": "b"},
        {"when": {"phase": True, "n": {"min": "1e3"}, "d": date(2017, 1, 1)}},
        {"name": "Navn", "note": "Note", "aliases": ["x"], "basis": {"instrument": "i", "note": "Note"}},
    ],
)
def test_mandate_that_the_contract_allows_is_read(keys):
    assert list(parse(with_mandate(**keys)).mandates) == ["m1"]


@pytest.mark.parametrize(
    ("second", "overlaps"),
    [
        ({}, True),
        ({"when": {"n": "5.0"}}, True),
        ({"when": {"n": 5}}, True),
        ({"when": {"n": 6}}, False),
        ({"when": {}}, False),
        ({"effect": "may-not"}, False),
        ({"act": "approve"}, False),
        ({"to": "a"}, False),
        ({"joint": True, "note": "x", "required": True}, True),
        ({"valid": {"until": "2017-01-01"}}, False),
        ({"valid": {"until": "2017-01-02"}}, True),
        ({"valid": {"from": "2018-01-01"}}, False),
        ({"valid": {"from": "2017-12-31"}}, True),
    ],
)
def test_mandates_that_say_the_same_may_not_overlap(second, overlaps):
    same = {"forum": "a", "act": "decide", "subject": "s", "when": {"n": 5}}
    first = {**same, "valid": {"from": "2017-01-01", "until": "2018-01-01"}}
    found = document(fora=["a"], subjects=["s"], mandates=[first, {**same, **second}])

    told = [] if not overlaps else problems_of(found)

    assert [problem.split(":")[:2] for problem in told] == (
        [["mandates[1]", " overlap (G12)"]] if overlaps else []
    )
    assert len(parse(found, allow_overlaps=True).mandates) == 2
