"""Which sentences are decisions of the meeting, and which only tell of decisions."""

from datetime import date

import pytest

from samstyr.reading.bodies import body_of
from samstyr.reading.decisions import find_decisions
from samstyr.reading.document import parse


def decided(text: str) -> list[tuple[str, bool]]:
    document = parse(text)
    body = body_of(document, document.lines, "1", 0)
    return [(each.verb, each.with_remarks) for each in find_decisions(document, body, date(2018, 5, 3))]


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Styregruppen besluttede at fortsætte projektet.", "adopted"),
        ("Det blev vedtaget at flytte kontoret.", "adopted"),
        ("Udvalget vedtog planen.", "adopted"),
        ("Bestyrelsen blev enige om en fælles linje.", "agreed"),
        ("Det blev aftalt, at planen revideres.", "agreed"),
        ("Rådet tiltrådte indstillingen.", "endorsed"),
        ("Gruppen tilsluttede sig forslaget.", "endorsed"),
        ("Regnskabet blev enstemmigt godkendt.", "approved"),
        ("Bestyrelsen tog redegørelsen til efterretning.", "noted"),
        ("Orienteringen blev taget til orientering.", "noted"),
        ("Bestyrelsen blev enige om at nedsætte et udvalg.", "established"),
        ("Det blev besluttet, at der nedsættes en arbejdsgruppe.", "established"),
        ("Anna Eksempel blev udpeget som repræsentant.", "appointed"),
        ("Punktet udsættes til næste møde.", "postponed"),
        ("Forslaget blev ikke vedtaget.", "rejected"),
        ("Punktet blev trukket.", "withdrawn"),
        ("Formanden foreslog Bo Blyant, som blev valgt.", "appointed"),
    ],
)
def test_prose_decides(sentence: str, verb: str) -> None:
    assert decided(sentence) == [(verb, False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Eksempel orienterede om, at ministeriet besluttede at udskyde loven.",
        "Det blev bemærket, at planen blev godkendt af byrådet.",
        "Regionsrådet besluttede på møde den 6. december 2017, at der oprettes et center.",
        "På sidste møde blev det aftalt, at sagen tages op.",
        "Udvalget godkendte i 2016 en strategi.",
        "Når planen er godkendt, sendes den ud.",
        "Planen skal godkendes af byrådet.",
        "Den plan, der blev vedtaget, er god.",
        "Bestyrelsen drøftede rammerne.",
        "Der er truffet beslutning om at genstarte arbejdet.",
        "Blev planen godkendt?",
        "Der var enighed om, at digitalisering er vigtig.",
        "Det forventes, at udvalget godkender planen.",
        "Anna Eksempel deltog ikke i behandlingen.",
    ],
)
def test_what_is_only_told_decides_nothing(sentence: str) -> None:
    assert decided(sentence) == []


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Godkendt.", "approved"),
        ("Indstillingen tiltrådt.", "endorsed"),
        ("Taget til efterretning.", "noted"),
        ("Drøftet.", "discussed"),
        ("Udvalget drøftede sagen.", "discussed"),
        ("Anbefales godkendt.", "recommended"),
        ("Udsat.", "postponed"),
        ("Udgår.", "withdrawn"),
        ("Vedtaget.", "adopted"),
        ("Udvalget anbefaler indstillingen.", "recommended"),
        ("1. Godkendt.", "approved"),
    ],
)
def test_short_words_decide_under_their_heading(words: str, verb: str) -> None:
    assert decided(f"Beslutning\n{words}") == [(verb, False)]


@pytest.mark.parametrize("words", ["", "Ingen.", "Fraværende: Anna Eksempel (A)", "Ingen bemærkninger."])
def test_a_heading_without_a_decision_decides_nothing(words: str) -> None:
    assert decided(f"Beslutning\n{words}") == []


@pytest.mark.parametrize(
    ("sentence", "remarks"),
    [
        ("Referatet blev godkendt uden bemærkninger.", False),
        ("Referatet blev godkendt med to rettelser.", True),
        ("Planen blev godkendt med den bemærkning, at den evalueres.", True),
        ("Planen blev godkendt, idet den evalueres om et år.", True),
        ("Planen blev godkendt.", False),
    ],
)
def test_remarks(sentence: str, remarks: bool) -> None:
    assert decided(sentence) == [("approved", remarks)]


def test_two_decisions_of_one_sentence() -> None:
    assert decided("Bestyrelsen tog redegørelsen til efterretning og godkendte budgettet.") == [
        ("noted", False),
        ("approved", False),
    ]


def test_background_of_a_case_decides_nothing() -> None:
    text = "Sagsfremstilling\nUdvalget godkendte planen.\nBeslutning\nUdsat."

    assert decided(text) == [("postponed", False)]


def test_absence_noted_first_hides_no_decision() -> None:
    assert decided("Beslutning i Udvalget den 3. maj 2018:\nFraværende:\nGodkendt.") == [("approved", False)]
