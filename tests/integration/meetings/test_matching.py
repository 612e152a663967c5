"""What names in minutes stand for: whoever bears the name, or one that is proposed by its spelling."""

from typing import Any

import pytest

from samstyr.meetings.matching import Match, matches
from samstyr.rules.register import Register


def record(*organisations: str | None, forum: str | None = None, date: str | None = None) -> dict[str, Any]:
    return {
        "meeting": {"forum": forum, "date": date},
        "participants": [{"organisation": each} for each in organisations],
        "status_changes": [],
        "items": [],
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sundhedsdatastyrelsen", Match("sds", certain=True)),
        ("Sundhedsdatastyrelse", Match("sds", certain=False)),
        ("Kvickly Holeby", None),
        (None, None),
    ],
)
def test_name_is_certain_or_proposed_by_its_spelling(
    danish_register: Register, name: str | None, expected: Match | None
) -> None:
    assert matches(danish_register, record(name))["organisations"] == [expected]


def test_each_name_keeps_its_place(danish_register: Register) -> None:
    names = ("Sundhedsdatastyrelse", None, "KL", "Sundhedsdatastyrelse", "Kvickly Holeby")

    found = matches(danish_register, record(*names))["organisations"]

    assert [each and each.key for each in found] == ["sds", None, "kl", "sds", None]


@pytest.mark.parametrize("number", [1, 30])
def test_spellings_cost_one_question_however_many_names(
    danish_register: Register, django_assert_num_queries: Any, number: int
) -> None:
    names = [f"Sundhedsdatastyrels{'e' * (n + 1)}" for n in range(number)]

    with django_assert_num_queries(2):  # the organisations and the forum
        matches(danish_register, record(*names, forum="MedComs styrgruppe"))


def test_date_a_person_has_not_got_right_yet_is_none(danish_register: Register) -> None:
    assert matches(danish_register, record("KL", date="i morgen"))["organisations"] == [
        Match("kl", certain=True)
    ]
