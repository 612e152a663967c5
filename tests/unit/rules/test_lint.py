"""The lint as a whole: order, accepted findings, JSON."""

from datetime import date

import pytest
from hypothesis import given, settings
from tests.factories.crowded_registers import crowded_registers
from tests.factories.registers import days, register

from samstyr.rules.lint import as_json, findings, has_open_error
from samstyr.rules.register import parse, to_document

DAY = date(2017, 6, 28)


def accepting(**entry):
    """A subject nobody may decide, which binds two parties, and one accepted finding."""
    return register(
        parties=["p", "q"], subjects=[{"id": "s", "binds": ["p", "q"]}], accepted=[{"id": "s", **entry}]
    )


def test_empty_register_has_no_findings():
    assert as_json(findings(register(), DAY)) == {"schema": "samstyr.lint/1", "findings": []}


def test_findings_are_sorted_by_rule_id_and_party_and_say_null_for_what_is_absent():
    found = as_json(findings(accepting(rule="G01"), DAY))["findings"]

    assert found == [
        {
            "rule": "G01",
            "severity": "error",
            "id": "s",
            "subject": "s",
            "forum": None,
            "party": None,
            "message": "Intet forum må træffe beslutning om »S«.",
            "accepted": "aftalt",
        },
        *(
            {
                "rule": "G08",
                "severity": "warning",
                "id": "s",
                "subject": "s",
                "forum": None,
                "party": party,
                "message": f"»S« binder {party.upper()}, men intet forum beslutter det.",
                "accepted": None,
            }
            for party in ("p", "q")
        ),
    ]


@pytest.mark.parametrize(
    ("entry", "accepted"),
    [
        ({"rule": "G01"}, ["aftalt", None, None]),
        ({"rule": "G01", "until": "2017-06-29"}, ["aftalt", None, None]),
        ({"rule": "G01", "until": "2017-06-28"}, [None, None, None]),
        ({"rule": "G01", "party": "p"}, [None, None, None]),
        ({"rule": "G02"}, [None, None, None]),
        ({"rule": "G08"}, [None, None, None]),
        ({"rule": "G08", "party": "q"}, [None, None, "aftalt"]),
    ],
)
def test_finding_is_accepted_by_rule_id_and_party_until_its_day(entry, accepted):
    assert [finding.accepted for finding in findings(accepting(**entry), DAY)] == accepted


def test_only_an_error_that_nobody_accepts_is_open():
    assert has_open_error(findings(accepting(rule="G02"), DAY))
    assert not has_open_error(findings(accepting(rule="G01"), DAY))


@settings(max_examples=40)
@given(crowded_registers(), days)
def test_findings_do_not_depend_on_the_order_of_the_register(found, on):
    again = parse(to_document(found), allow_overlaps=True)

    assert findings(again, on) == findings(found, on)
