"""Where can this be decided: own words lead to a subject, and a subject to forum, basis, next date and deadline."""

from datetime import date

import pytest
from tests.factories.registers import document

from samstyr.rules.register import Register, parse
from samstyr.rules.where import Place, matters_like, where_decided

TODAY = date(2017, 8, 1)


@pytest.fixture
def register() -> Register:
    return parse(
        document(
            fora=[
                {"id": "board", "meetings": ["2017-08-04", "2017-10-04"], "procedure": {"papers_before": {"days": 5}}},
                {"id": "group", "meetings": ["2017-08-01"]},
                "silent",
            ],
            subjects=[
                {"id": "care", "name": "Telemedicin"},
                {"id": "money", "name": "Midler til telemedicin", "parent": "care", "aliases": ["pulje"]},
                {"id": "sound", "name": "Lydarkivet"},
                {"id": "together", "name": "Fællesskabet"},
            ],
            mandates=[
                {"forum": "board", "act": "decide", "subject": "money"},
                {"forum": "group", "act": "recommend", "subject": "money", "to": "board"},
                {"forum": "silent", "act": "approve", "subject": "care", "when": {"phase": "start"}},
                {"forum": "board", "act": "decide", "subject": "together", "joint": True},
                {"forum": "group", "act": "decide", "subject": "together", "joint": True},
            ],
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("midler til telemedicin", ["money", "care"]),
        ("telemedicinske løsninger", ["care", "money"]),
        ("PULJE", ["money"]),
        ("hvem beslutter lydarkiver?", ["sound"]),
        ("arkivet", ["sound"]),
        ("hvem skal beslutte det", []),
        ("", []),
        ("kvantefysik", []),
    ],
)
def test_own_words_lead_to_the_likeliest_subjects(register: Register, words: str, found: list[str]) -> None:
    assert matters_like(register, words) == found


def test_subject_leads_to_the_forum_and_the_meeting_that_can_be_made(register: Register) -> None:
    found = where_decided(register, "money", TODAY)

    assert found.places == (
        Place("board", (register.mandates["m1"],), date(2017, 10, 4), date(2017, 9, 27), ("group",)),
    )
    assert (found.joint, [mandate.id for mandate in found.conditional]) == (False, ["m3"])


def test_those_who_decide_together_all_stand_there(register: Register) -> None:
    found = where_decided(register, "together", date(2017, 11, 1))

    assert [(place.forum, place.next_meeting) for place in found.places] == [("board", None), ("group", None)]
    assert found.joint
