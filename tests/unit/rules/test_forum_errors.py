"""What can be wrong with a forum is told where it is."""

from datetime import date, datetime
from typing import Any

import pytest
from tests.factories.disturbed_registers import problems_of
from tests.factories.registers import document, register

from samstyr.rules.register import parse


def with_forum(**keys: Any) -> dict[str, Any]:
    return document(
        parties=["stat"], organisations=["o"], instruments=["i"], fora=[{"id": "a", **keys}], subjects=["s"]
    )


def test_unknown_key_of_a_forum_names_what_was_expected():
    [problem] = problems_of(with_forum(colour="red"))

    assert problem == (
        "fora[0].colour: unknown key (expected one of id, name, level, kind, acts_as, parent, "
        "established_by, terms_of_reference, party, valid, seats, procedure, hearings, meetings, "
        "aliases, source, note)"
    )


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"name": 5}, "name: expected a text, found the number 5: put it in quotes"),
        ({"name": True}, "name: expected a text, found true: put it in quotes"),
        ({"name": ["x"]}, "name: expected a text, found a list"),
        ({"name": " \n"}, "name: expected a text, found an empty one"),
        ({"name": "a\0b"}, "name: the text holds a NUL character"),
        ({"name": "a\ud800"}, "name: the text holds half a character (a lone surrogate)"),
        ({"name": "æ" * 10_001}, "name: the text is too long: 10001 characters, at most 10000"),
        ({"name": None}, "name: missing: a forum needs it"),
        (
            {"level": "natinal"},
            "level: expected one of national, regional, local, project, party; found the text 'natinal'",
        ),
        ({"level": None}, "level: missing: a forum needs it"),
        ({"parent": "x"}, "parent: no forum has the id 'x'"),
        ({"parent": 5}, "parent: expected a text, found the number 5: put it in quotes"),
        ({"parent": "a"}, "parent: runs in a circle: a → a"),
        ({"acts_as": ["a", "a"]}, "acts_as[1]: a stands twice (first at fora[0].acts_as[0])"),
        ({"terms_of_reference": "x"}, "terms_of_reference: no instrument has the id 'x'"),
        ({"established_by": {}}, "established_by: expected exactly one of instrument, forum; found none"),
        (
            {"established_by": {"instrument": "i", "forum": "a"}},
            "established_by: expected exactly one of instrument, forum; found instrument and forum",
        ),
        ({"valid": "2017"}, "valid: expected from and until (a mapping), found the text '2017'"),
        (
            {"valid": {"from": "2017-02-30"}},
            "valid.from: expected a date (YYYY-MM-DD), found the text '2017-02-30'",
        ),
        (
            {"valid": {"until": datetime(2017, 1, 1)}},  # noqa: DTZ001 - as YAML gives it
            "valid.until: expected a date (YYYY-MM-DD), found a date with a time of day",
        ),
        ({"valid": {"to": "2017-01-01"}}, "valid.to: unknown key (expected one of from, until)"),
        (
            {"valid": {"from": "2017-01-01", "until": "2017-01-01"}},
            "valid: is empty: from 2017-01-01, until (not including) 2017-01-01",
        ),
        (
            {"valid": {"from": "2017-01-02", "until": "2017-01-01"}},
            "valid: is reversed: from 2017-01-02, until (not including) 2017-01-01",
        ),
        ({"seats": {}}, "seats: expected a list, found a mapping"),
        ({"seats": ["o"]}, "seats[0]: expected a seat (a mapping), found the text 'o'"),
        ({"seats": [{"role": "chair"}]}, "seats[0].organisation: missing: a seat needs it"),
        (
            {"seats": [{"organisation": "o", "count": True}]},
            "seats[0].count: expected a whole number from 1 to 100000, found true",
        ),
        (
            {"seats": [{"organisation": "o"}, {"organisation": "o", "valid": {"from": "2017-01-01"}}]},
            "seats: overlap (G12): two seats of o as member are valid at the same time, from 2017-01-01",
        ),
        (
            {"procedure": {"papers_before": 5}},
            "procedure.papers_before: expected a length of time (a mapping), found the number 5",
        ),
        (
            {"procedure": {"papers_before": {"unit": "days"}}},
            "procedure.papers_before.days: missing: a length of time needs it",
        ),
        (
            {"procedure": {"papers_before": {"hours": 5}}},
            "procedure.papers_before.hours: only extraordinary_notice is given in hours (expected days)",
        ),
        (
            {"procedure": {"papers_before": {"days": 1.5}}},
            "procedure.papers_before.days: expected a whole number from 0 to 10000, found the number 1.5",
        ),
        (
            {"procedure": {"extraordinary_notice": {"hours": 5, "days": 1}}},
            "procedure.extraordinary_notice: expected exactly one of days, hours; found days and hours",
        ),
        (
            {"procedure": {"extraordinary_notice": {"hours": 5, "unit": "days"}}},
            "procedure.extraordinary_notice.unit: hours have no unit "
            "(expected days with a unit, or hours alone)",
        ),
        (
            {"procedure": {"meetings_per_year": {"min": 3, "max": 2}}},
            "procedure.meetings_per_year: min 3 is greater than max 2",
        ),
        (
            {"procedure": {"meetings_per_year": {}}},
            "procedure.meetings_per_year: expected min, max or both, found neither",
        ),
        (
            {"procedure": {"quorum": {"seats": 2, "share": 0.5}}},
            "procedure.quorum: expected exactly one of seats, parties, share; found seats and share",
        ),
        (
            {"procedure": {"quorum": {"share": float("nan")}}},
            "procedure.quorum.share: expected a number from 0 to 1, found no ordinary number",
        ),
        (
            {"hearings": [{"party": "stat", "body": "a"}]},
            "hearings[0]: expected exactly one of takes, sits; found none",
        ),
        (
            {"hearings": [{"party": "stat", "body": "a", "sits": True, "takes": {"days": 1}}]},
            "hearings[0]: expected exactly one of takes, sits; found takes and sits",
        ),
        (
            {"hearings": [{"party": "stat", "body": "a", "sits": False}]},
            "hearings[0].sits: expected true (give takes instead, for a body that does not sit)",
        ),
        (
            {"hearings": [{"party": "stat", "body": "a", "sits": True}] * 2},
            "hearings[1].body: a stands twice (first at fora[0].hearings[0])",
        ),
        (
            {"meetings": ["2017-06-28", date(2017, 6, 28)]},
            "meetings[1]: 2017-06-28 stands twice (first at fora[0].meetings[0])",
        ),
        ({"meetings": ["1017-06-28"]}, "meetings[0]: expected a date from 1900 to 2200, found 1017-06-28"),
        ({"source": {"section": "3"}}, "source.document: missing: a source needs it"),
        ({"aliases": "x"}, "aliases: expected a list, found the text 'x'"),
    ],
)
def test_forum_with_something_wrong_is_told_where(keys, expected):
    assert problems_of(with_forum(**keys)) == [f"fora[0].{expected}"]


def test_body_of_a_party_may_leave_its_owner_unsaid() -> None:
    read = register(fora=[{"id": "a", "level": "party", "kind": "constituency"}])

    assert read.fora["a"].party is None


def test_duty_may_leave_its_subject_unsaid() -> None:
    read = parse(
        {**document(fora=["a"]), "duties": [{"id": "d", "name": "D", "forum": "a", "act": "inform"}]}
    )

    assert read.duties["d"].subject is None


def test_recipient_that_is_both_forum_and_organisation_is_the_forum() -> None:
    read = register(
        organisations=["x"],
        fora=["x", "a"],
        subjects=["s"],
        mandates=[{"forum": "a", "act": "inform", "subject": "s", "to": "x"}],
    )

    assert read.mandates["m1"].to == "x"
