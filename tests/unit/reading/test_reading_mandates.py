"""Mandates read from prose: own examples for the rules, and the governance note against the Danish register."""

from pathlib import Path

import pytest
from tests.unit.reading.mandate_score import NOTE, danish_register, score_mandates

from samstyr.exchange.mandate_fragment import fragment
from samstyr.exchange.yaml_reading import load
from samstyr.reading.mandates import MandateFact, find_mandates
from samstyr.rules.register import Register, parse

AGREEMENT = """Opdigtet eksempel: aftale om fælles prøver

1. Prøvestyregruppen for fælles målinger
Prøvestyregruppen har følgende opgaver:
- At godkende den årlige prøveplan
- Indstille prøvebudgettet til det fælles prøveråd
- Følge og drøfte måleresultater, herunder afvigelser
Styregruppen kan eskalere uenigheder til det fælles prøveråd. Styregruppen har ikke ansvar for at beslutte takster.

2. Det fælles prøveråd
Rådet fastlægger rammen for prøver. Prøverådet orienteres om driften.
Rådet har nedsat en tegnegruppe, som forbereder møderne.
"""


def acts(text: str) -> list[tuple[str | None, str, str, str | None, str | None, bool]]:
    return [
        (each.section, each.forum, each.act, each.subject, each.recipient, each.allowed)
        for each in find_mandates(text)
    ]


def test_tasks_in_a_list_belong_to_the_forum_of_the_section() -> None:
    forum = "Prøvestyregruppen for fælles målinger"

    assert acts(AGREEMENT)[:6] == [
        ("1", forum, "approve", "årlige prøveplan", None, True),
        ("1", forum, "recommend", "prøvebudgettet", "det fælles prøveråd", True),
        ("1", forum, "monitor", "måleresultater", None, True),
        ("1", forum, "discuss", "måleresultater", None, True),
        ("1", forum, "escalate", "uenigheder", "det fælles prøveråd", True),
        ("1", forum, "decide", "takster", None, False),
    ]


def test_a_bare_noun_is_the_forum_of_its_section_and_being_told_is_no_mandate() -> None:
    assert [each for each in acts(AGREEMENT) if each[0] == "2" and each[2] == "decide"] == [
        ("2", "Det fælles prøveråd", "decide", "rammen for prøver", None, True)
    ]
    assert [each[2] for each in acts(AGREEMENT) if each[0] == "2"].count("inform") == 0


def test_every_span_is_in_the_text_and_equals_its_quote() -> None:
    for each in find_mandates(AGREEMENT):
        start, end = each.span
        assert each.quote == " ".join(AGREEMENT[start:end].split())
        assert each.rule == f"mandate:{each.act}"


def test_a_text_without_fora_gives_none() -> None:
    assert find_mandates("Opdigtet eksempel.\n\nVejret var godt, og alle sejlede hjem.") == []


def a_mandate(**changes: object) -> MandateFact:
    given: dict[str, object] = {
        "forum": "Prøverådet", "act": "decide", "subject": "prøver", "recipient": None, "section": "2",
        "quote": "Prøverådet beslutter prøver.", "span": (0, 28), "rule": "mandate:decide",
    }  # fmt: skip
    return MandateFact(**{**given, **changes})  # type: ignore[arg-type]


def test_the_fragment_can_be_loaded_onto_the_register() -> None:
    register = danish_register()
    known = a_mandate(forum="MedComs styregruppe", act="recommend", recipient="bestyrelsen for sundheds-it")

    document = load(fragment([known, a_mandate()], "aftale.txt", register))

    assert [(each["forum"], each["act"], each.get("to")) for each in document["mandates"]] == [
        ("medcom-sg", "recommend", "nbs"),
        ("proeveraadet", "decide", None),
    ]
    assert [each["id"] for each in document["fora"]] == ["proeveraadet"]
    assert len(parse(document, known=register).mandates) == 2


def test_what_the_text_leaves_out_stands_as_a_comment() -> None:
    text = fragment([a_mandate(act="recommend")], "aftale.txt", danish_register())

    assert "# Mangler modtager: Prøverådet, recommend, prøver (afsnit 2)" in text.splitlines()
    assert "mandates" not in (load(text) or {})


@pytest.fixture(scope="module")
def note(shared: Path) -> str:
    return (shared / "seeds" / NOTE).read_bytes().decode("utf-8")


def test_the_governance_note_against_the_danish_register(note: str) -> None:
    scores, differences = score_mandates(note, danish_register())

    print()
    for label, each in scores.items():
        print(
            f"{label:22} precision {each.precision:.3f} recall {each.recall:.3f} ({each.right} of {each.there})"
        )
    print("\n".join(differences))
    assert scores["forum, act"].precision >= 0.9
    assert scores["forum, act"].recall >= 0.55
    assert scores["forum, act, recipient"].precision >= 0.75


def test_the_fragment_of_the_note_can_be_loaded(note: str) -> None:
    register = danish_register()

    document = load(fragment(find_mandates(note), NOTE, register))

    assert isinstance(parse(document, known=register), Register)
    assert len(document["mandates"]) >= 40
