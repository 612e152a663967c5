"""Every rule that finds something in the example documents has a sentence for a person."""

from dataclasses import fields
from pathlib import Path

import pytest

from samstyr.reading.minutes import read
from samstyr.reading.record import Fact, Minutes
from samstyr.reading.rule_words import sentence

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "minutes").glob("*.txt"))


def rules_of(record: Minutes) -> list[str]:
    values = [getattr(record, each.name) for each in fields(record)]
    facts = [fact for value in values for fact in (value if isinstance(value, tuple) else (value,))]
    head = [record.meeting.rule] if record.meeting.span else []
    return head + [fact.rule for fact in facts if isinstance(fact, Fact)]


def test_every_rule_of_the_examples_has_a_sentence() -> None:
    rules = {rule for path in EXAMPLES for rule in rules_of(read(path.read_bytes().decode("utf-8")))}

    assert len(rules) > 40
    assert sorted(rule for rule in rules if not sentence(rule)) == []


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("participants:fra regionen", "Navnet står ved »fra regionen«."),
        ("participants:table", "Navnet står i en tabel over deltagerne."),
        ("decision:prose:of a verb to come", "En sætning i referatet siger, hvad mødet gjorde."),
        ("participants", "Navnet står ved »participants«."),
        ("a rule to come", None),
    ],
)
def test_longest_beginning_of_a_rule_gives_its_sentence(rule: str, said: str | None) -> None:
    assert sentence(rule) == said


def test_rules_are_told_when_asked_for_and_never_in_the_contract() -> None:
    record = read(EXAMPLES[0].read_bytes().decode("utf-8"))

    plain, explained = record.as_json("a.txt"), record.as_json("a.txt", rules=True)

    assert "rule" not in str(plain)
    told = [fact.pop("rule") for value in explained.values() if isinstance(value, list) for fact in value]
    told += [explained[name].pop("rule") for name in ("meeting", "next_meeting")]
    assert sorted(told) == sorted(rules_of(record))
    assert explained == plain
