"""Single habits of those who write minutes, each in a document as short as can be. All of it is made up."""

from typing import Any

import pytest

from samstyr.reading.minutes import read

HEAD = "Referat af møde i Prøverådet den 4. maj 2021 kl. 9-11\n"


def record(text: str) -> dict[str, Any]:
    return read(text).as_json("a.txt")


def verbs(text: str) -> list[tuple[str | None, str]]:
    return [(each["item"], each["verb"]) for each in record(text)["decisions"]]


def people(text: str) -> dict[str, tuple[str | None, list[str] | None]]:
    return {each["name"]: (each["attendance"], each["items"]) for each in record(text)["participants"]}


def items(*bodies: str) -> str:
    return "\n".join(f"\n{number}. Emne {number}\n{body}" for number, body in enumerate(bodies, start=1))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Rådet anbefaler, at prøven gentages.", ["recommended"]),
        ("Rådet støtter planen og anbefaler flere prøver.", ["recommended"]),
        ("Prøverådet tager rapporten til efterretning.", ["noted"]),
        ("Byrådet anbefaler, at prøven gentages.", []),  # another body's, told here
        ("Udkastet blev gennemgået og vedtaget.", ["adopted"]),
        ("Der nedsættes en arbejdsgruppe med to medlemmer.", ["established"]),
        ("Rådet gav afslag på ansøgningen.", ["rejected"]),
        ("Intet besluttet.", []),
        ("Det er aftalt med viceværten, at døren låses.", []),
    ],
)
def test_decision_in_prose(sentence: str, found: list[str]) -> None:
    text = HEAD + items("Godkendt.", f"Planen blev lagt frem. {sentence}", "Intet.")

    assert [verb for item, verb in verbs(text) if item == "2"] == found


def test_drafted_and_noted_are_two_decisions() -> None:
    text = HEAD + items("Beslutning:\nDrøftet og taget til efterretning.", "Beslutning:\nGodkendt.")

    assert verbs(text) == [("1", "discussed"), ("1", "noted"), ("2", "approved")]


def test_outcome_of_an_earlier_forum_is_a_decision_of_that_forum() -> None:
    text = HEAD + items(
        "Tidligere behandling\nTeknikudvalget, 2. maj 2021, pkt. 7:\nAnbefales.\nBeslutning\nGodkendt.",
        "Beslutning\nGodkendt.",
    )

    decisions = record(text)["decisions"]

    assert [each["verb"] for each in decisions] == ["recommended", "approved", "approved"]
    assert decisions[0]["forum"] == "Teknikudvalget"


def test_page_header_with_forum_and_day_is_no_decision() -> None:
    text = HEAD + items(
        "Sagsfremstilling\nTeknikudvalget, 2. maj 2021\nGodkendt materiale er vedlagt.", "Godkendt."
    )

    assert verbs(text) == [("2", "approved")]


@pytest.mark.parametrize("label", ["RÅDETS BESLUTNING", "Rådets beslutning:", "**Beslutning:**"])
def test_heading_of_a_decision(label: str) -> None:
    text = HEAD + items(f"Sagsfremstilling\nPrøven er taget.\n{label}\nUdsat.", "Intet.")

    assert verbs(text) == [("1", "postponed")]


def test_what_a_body_recommends_under_a_decision_is_decided() -> None:
    text = HEAD + items("KONKLUSION\nRådet anbefaler over for byrådet,\nat prøven gentages.", "Intet.")

    assert verbs(text) == [("1", "recommended")]
    assert record(text)["recommendations"] == []


def test_clauses_one_a_line_are_recommendations_of_their_own() -> None:
    text = HEAD + items(
        "Administrationen indstiller til rådet,\nat prøven gentages, og\nat den betales.\nBeslutning\nGodkendt.",
        "Sagsfremstilling\nPrøven er dyr.\nAdministrationen indstiller, at prøven udgår.\nBeslutning\nGodkendt.",
    )

    clauses = [(each["item"], each["clause"]) for each in record(text)["recommendations"]]

    assert clauses == [("1", "at prøven gentages"), ("1", "at den betales"), ("2", "at prøven udgår")]


@pytest.mark.parametrize(
    ("lines", "who", "there"),
    [
        ("Deltog: Anna Prøvesen\nDeltog ikke: Bo Testrup\n", "Bo Testrup", ("absent", None)),
        ("Deltog: Anna Prøvesen\nDeltog ikke: Bo Testrup\n", "Anna Prøvesen", ("present", None)),
        ("Formand: Bo Testrup\n", "Bo Testrup", (None, None)),
        ("Gæst under punkt 2: Bo Testrup\n", "Bo Testrup", ("guest", ["2"])),
        ("Fraværende: Bo Testrup under punkt 2\n", "Bo Testrup", ("present", ["1", "3"])),
        ("Fraværende:\nBo Testrup (deltog under punkt 2)\n", "Bo Testrup", ("present", ["2"])),
        ("Til stede:\nGruppe A: Anna Prøvesen, Bo Testrup\n", "Anna Prøvesen", ("present", None)),
        ("Til stede: Anna Prøvesen\nI stedet deltog Bo Testrup.\n", "Bo Testrup", ("substitute", None)),
        ("Stedfortræder\nMedlemmer Bo Testrup - formand\n", "Bo Testrup", (None, None)),
        ("Fraværende Bo Testrup\n", "Bo Testrup", ("absent", None)),
        ("Afbud: Bo Testrup (ferie)\n", "Bo Testrup", ("absent", None)),
        (
            "| Navn | Fra | Til stede |\n|---|---|---|\n| Bo Testrup | KL | ja |\n",
            "Bo Testrup",
            ("present", None),
        ),
        (
            "| Navn | Fra | Til stede |\n|---|---|---|\n| Bo Testrup | KL | afbud |\n",
            "Bo Testrup",
            ("absent", None),
        ),
    ],
)
def test_attendance_said_in_a_list(lines: str, who: str, there: tuple[str | None, list[str] | None]) -> None:
    text = f"{HEAD}{lines}{items('Godkendt.', 'Intet.', 'Intet.')}"

    assert people(text)[who] == there


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ("Bo Testrup deltog fra punkt 2.", ["2", "3"]),
        ("Bo Testrup forlod mødet efter punkt 2.", ["1", "2"]),
        ("Bo Testrup gik før punkt 3.", ["1", "2"]),
    ],
)
def test_late_and_early_in_running_text(sentence: str, there: list[str]) -> None:
    text = HEAD + items(f"Velkommen. {sentence}", "Intet.", "Intet.")

    assert people(text)["Bo Testrup"] == ("present", there)


def test_participants_between_list_of_contents_and_items() -> None:
    text = f"{HEAD}\nIndhold\n1. Emne et  2\n2. Emne to  3\n3. Emne tre  4\n"
    text += "\nTil stede\nBo Testrup\nAfbud\nAnna Prøvesen\n"
    text += (
        "\n1. Emne et\nBeslutning\nGodkendt.\n\n2. Emne to\nBeslutning\nUdsat.\n\n3. Emne tre\nBeslutning\n"
    )

    assert people(text) == {"Bo Testrup": ("present", None), "Anna Prøvesen": ("absent", None)}


def test_items_whose_numerals_were_lost() -> None:
    text = f"{HEAD}\n.  Emne et\n.  Emne to\n.  Emne tre\n\n"
    text += "".join(f".  Emne {name}\nBeslutning:\nGodkendt.\n\n" for name in ("et", "to", "tre"))

    found = record(text)

    assert [(each["number"], each["title"]) for each in found["items"]] == [
        (None, "Emne et"),
        (None, "Emne to"),
        (None, "Emne tre"),
    ]
    assert [each["item_index"] for each in found["decisions"]] == [0, 1, 2]


def test_numbers_on_lines_of_their_own() -> None:
    text = f"{HEAD}\n1\nEmne et\nBeslutning\nGodkendt.\n\n2\nBeslutning: Ny lampe\nBeslutning\nUdsat.\n"
    text = text.replace("\n1\n", "\n1 Emne et\n2 Beslutning: Ny lampe\n\n1\n", 1)

    assert verbs(text) == [("1", "approved"), ("2", "postponed")]


def test_markdown_has_the_same_facts_and_exact_spans() -> None:
    text = f"# {HEAD}\n**Sted:** Salen\n\n## 1. Emne et\n**Beslutning:** Godkendt.\n\n## 2. Emne to\nUdsat.\n"

    found = record(text)

    assert found["meeting"]["place"] == "Salen"
    assert [each["title"] for each in found["items"]] == ["Emne et", "Emne to"]
    start, end = found["decisions"][0]["span"]
    assert text[start:end] == "Godkendt."


def test_items_numbered_by_the_meeting_have_no_parent() -> None:
    text = HEAD + "".join(f"\n214.{n} Emne {n}\nBeslutning: Godkendt.\n" for n in (1, 2, 3))

    found = record(text)

    assert [(each["number"], each["parent"]) for each in found["items"]] == [
        ("214.1", None),
        ("214.2", None),
        ("214.3", None),
    ]
    assert verbs(text) == [("214.1", "approved"), ("214.2", "approved"), ("214.3", "approved")]
