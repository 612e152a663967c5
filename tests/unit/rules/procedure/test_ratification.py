"""Who must ratify, and since when a decision binds."""

from datetime import date

import pytest
from tests.factories.registers import register

from samstyr.rules.mandate import UnknownIdError
from samstyr.rules.procedure.ratification import (
    Ledger,
    Ratification,
    Ratifier,
    RatifierKind,
    ledger,
    ratifiers,
)

DECIDED, ON = date(2017, 6, 28), date(2017, 9, 1)
FORUM, PARTY = RatifierKind
COUNCIL, KOMMUNER, STAT = Ratifier(FORUM, "rr"), Ratifier(PARTY, "kommuner"), Ratifier(PARTY, "stat")
REQUIRED = (COUNCIL, KOMMUNER, STAT)


def governance(**extra):
    return register(
        parties=["kommuner", "regioner", "stat"],
        fora=[
            "nbs",
            "other",
            {"id": "rr", "level": "party", "kind": "council", "party": "regioner"},
            {"id": "old", "valid": {"until": "2016-01-01"}},
        ],
        subjects=[
            {"id": "medcom"},
            {"id": "medcom.budget", "parent": "medcom", "binds": ["stat", "regioner", "kommuner"]},
            {"id": "fmk"},
        ],
        mandates=[
            {"forum": "nbs", "act": "decide", "subject": "medcom"},
            {"forum": "nbs", "act": "ratify", "subject": "medcom"},
            {"forum": "rr", "act": "ratify", "subject": "medcom"},
            {"forum": "old", "act": "ratify", "subject": "medcom"},
            {"forum": "other", "act": "ratify", "subject": "medcom", "when": {"phase": "start"}},
        ],
        **extra,
    )


def test_ratifiers_are_fora_and_bound_parties_without_a_body_among_them():
    assert ratifiers(governance(), "medcom.budget", ON) == REQUIRED


def test_ratifiers_depend_on_the_facts_of_the_case():
    assert ratifiers(governance(), "medcom", ON, {"phase": "start"}) == (Ratifier(FORUM, "other"), COUNCIL)


def test_subject_that_nobody_ratifies_has_no_ratifiers():
    assert ratifiers(governance(), "fmk", ON) == ()


def test_ratifiers_of_an_unknown_subject_are_an_error():
    with pytest.raises(UnknownIdError):
        ratifiers(governance(), "x", ON)


def test_decision_binds_from_the_last_ratification():
    done = [
        Ratification(COUNCIL, ratified_on=date(2017, 8, 20)),
        Ratification(KOMMUNER, ratified_on=date(2017, 8, 31)),
        Ratification(STAT, ratified_on=date(2017, 7, 1)),
    ]

    found = ledger(REQUIRED, done, decided_on=DECIDED, on=ON)

    assert found == Ledger(REQUIRED, (), (), (), date(2017, 8, 31))
    assert found.required == 3


def test_decision_does_not_bind_while_one_is_missing():
    done = [
        Ratification(COUNCIL, ratified_on=date(2017, 8, 20)),
        Ratification(KOMMUNER, due=date(2017, 8, 31)),
        Ratification(STAT, due=ON),
    ]

    found = ledger(REQUIRED, done, decided_on=DECIDED, on=ON)

    assert found == Ledger((COUNCIL,), (KOMMUNER, STAT), (KOMMUNER,), (), None)


def test_refusal_keeps_a_decision_from_binding():
    done = [Ratification(COUNCIL, refused_on=ON), Ratification(STAT, ratified_on=ON)]

    found = ledger([COUNCIL, STAT], done, decided_on=DECIDED, on=ON)

    assert found == Ledger((STAT,), (), (), (COUNCIL,), None)
    assert found.required == 2


def test_ratification_of_a_later_day_does_not_count_yet():
    done = [Ratification(STAT, ratified_on=date(2017, 9, 2))]

    assert ledger([STAT], done, decided_on=DECIDED, on=ON) == Ledger((), (STAT,), (), (), None)


def test_ratification_of_one_who_is_not_required_does_not_count():
    done = [Ratification(STAT, refused_on=ON)]

    assert ledger([], done, decided_on=DECIDED, on=ON) == Ledger((), (), (), (), DECIDED)


def test_ratification_before_the_decision_does_not_bind_before_it():
    done = [Ratification(STAT, ratified_on=date(2017, 6, 1))]

    assert ledger([STAT], done, decided_on=DECIDED, on=ON).binding_on == DECIDED
