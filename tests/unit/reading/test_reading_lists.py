"""Persons in lists and running text, titles of items, and small headings."""

import pytest

from samstyr.reading.labels import Part, find_label
from samstyr.reading.minutes import read
from samstyr.reading.record import Participant
from samstyr.reading.titles import Title, read_title


def people(*lines: str) -> list[tuple[str, str | None, str | None, str | None]]:
    text = "\n".join(
        [
            "Referat fra møde i Prøveudvalget den 3. maj 2018",
            *lines,
            "1. Godkendelse af dagsorden",
            "Godkendt.",
        ]
    )
    return [(each.name, each.organisation, each.role, each.attendance) for each in read(text).participants]


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Anna Eksempel, KL (formand)", ("Anna Eksempel", "KL", "chair", "present")),
        ("Direktør Anna Eksempel, Prøveby Kommune", ("Anna Eksempel", "Prøveby Kommune", None, "present")),
        ("Lægefaglig direktør Anna Eksempel", ("Anna Eksempel", None, None, "present")),
        ("Anna Eksempel (A)", ("Anna Eksempel", None, None, "present")),
        ("Anna Eksempel, A", ("Anna Eksempel", None, None, "present")),
        ("Anna Eksempel (A)- afbud", ("Anna Eksempel", None, None, "absent")),
        ("Anna Eksempel - afbud", ("Anna Eksempel", None, None, "absent")),
        (
            "Anna K. Eksempel-Prøve, Region Nord (referent)",
            ("Anna K. Eksempel-Prøve", "Region Nord", "minute_taker", "present"),
        ),
        ("Anna Eksempel, KL (suppleant for Bo Blyant)", ("Anna Eksempel", "KL", None, "substitute")),
        ("Anna Eksempel, observatør", ("Anna Eksempel", None, "observer", "present")),
    ],
)
def test_an_entry_of_a_list(line: str, person: tuple[str, str | None, str | None, str | None]) -> None:
    assert people("Deltagere:", line) == [person]


def test_a_person_named_in_two_lists_is_one() -> None:
    assert people("Medlemmer:", "Anna Eksempel (A)", "Bo Blyant (B)", "Afbud:", "Bo Blyant") == [
        ("Anna Eksempel", None, None, None),
        ("Bo Blyant", None, None, "absent"),
    ]


def test_columns_merged_into_one_line() -> None:
    assert people("Deltagere:", "Anna Eksempel, Prøveby Kommune Bo Blyant, Region Nord") == [
        ("Anna Eksempel", "Prøveby Kommune", None, "present"),
        ("Bo Blyant", "Region Nord", None, "present"),
    ]


def test_only_the_absent_are_named() -> None:
    assert people("Alle var mødt undtagen Anna Eksempel og Bo Blyant, som havde meldt afbud.") == [
        ("Anna Eksempel", None, None, "absent"),
        ("Bo Blyant", None, None, "absent"),
    ]


def test_no_list_gives_nobody() -> None:
    assert people("Afbud: Ingen") == []


def test_participants_inside_the_first_item() -> None:
    text = (
        "Referat fra møde i Prøveudvalget den 3. maj 2018\n1. Velkomst\nDeltagere:\n"
        "Anna Eksempel, KL\nBo Blyant, KL\nAfbud:\nCarl Clips\n2. Eventuelt\nIntet."
    )

    assert [(each.name, each.attendance) for each in read(text).participants] == [
        ("Anna Eksempel", "present"),
        ("Bo Blyant", "present"),
        ("Carl Clips", "absent"),
    ]


def test_absence_from_some_items() -> None:
    text = (
        "Referat fra møde i Prøveudvalget den 3. maj 2018\nDeltagere:\nAnna Eksempel (A)\nBo Blyant (B)\n"
        "1. Godkendelse af dagsorden\nBeslutning\nGodkendt.\n2. Budget\nBeslutning\nGodkendt.\n"
        "Bo Blyant (B) deltog ikke i behandlingen af dette punkt.\n3. Eventuelt\nBeslutning\nIntet."
    )

    anna, bo = read(text).participants

    assert isinstance(anna, Participant)
    assert (anna.attendance, anna.items) == ("present", None)
    assert (bo.attendance, bo.items) == ("present", ("1", "3"))


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Godkendelse af dagsorden (B)", Title("Godkendelse af dagsorden", "decision", False)),
        ("Tidsplan (beslutningspunkt) (kl. 13.00-13.30)", Title("Tidsplan", "decision", False)),
        ("Økonomi (O) – 15 min.", Title("Økonomi", "information", False)),
        ("LUKKET PUNKT - Salg af areal", Title("Salg af areal", None, True)),
        ("Salg af areal (lukket punkt)", Title("Salg af areal", None, True)),
        ("(Åben) Budget", Title("Budget", None, False)),
        ("Status (jf. årshjul)", Title("Status (jf. årshjul)", None, False)),
        ("Evt. (O)", Title("Evt.", "information", False)),
        ("(B)", Title(None, "decision", False)),
    ],
)
def test_title_is_without_marker_times_and_door(words: str, title: Title) -> None:
    assert read_title(words) == title


@pytest.mark.parametrize(
    ("line", "part", "forum"),
    [
        ("Beslutning", Part.DECISION, None),
        ("Udvalgets beslutning:", Part.DECISION, None),
        ("Beslutning i Økonomiudvalget den 1. oktober 2018:", Part.DECISION, "Økonomiudvalget"),
        (
            "Behandling i Udvalget for nære tilbud onsdag den 15. januar 2020, pkt. 1",
            Part.DECISION,
            "Udvalget for nære tilbud",
        ),
        ("Byrådets beslutning den 23. februar 2015:", Part.DECISION, "Byrådet"),
        ("Beslutning Ældrerådet den 10-11-2016", Part.DECISION, "Ældrerådet"),
        ("Sagsfremstilling", Part.BACKGROUND, None),
        ("Administrationen indstiller, at", Part.RECOMMENDATION, None),
        ("Referat:", Part.MINUTES, None),
    ],
)
def test_small_heading(line: str, part: Part, forum: str | None) -> None:
    label = find_label(line)

    assert label is not None
    assert (label.part, label.forum) == (part, forum)


@pytest.mark.parametrize(
    "line", ["Beslutningstema", "Beslutning om ny takst", "Referatet blev godkendt.", "Beslutningen er god."]
)
def test_what_is_no_decision_heading(line: str) -> None:
    label = find_label(line)

    assert label is None or label.part is not Part.DECISION
