"""Participants in the layouts of real lists. All names and bodies are made up."""

import pytest

from samstyr.reading.document import passage_of
from samstyr.reading.minutes import read
from samstyr.reading.name_runs import find_names
from samstyr.reading.record import Participant
from samstyr.reading.rosters import read_list

HEAD = "Referat fra møde i Eksempelrådet den 3. maj 2018\n"
ITEMS = (
    "\n1. Godkendelse af dagsorden\nBeslutning\nGodkendt.\n\n2. Plan\nBeslutning\nGodkendt.\n"
    "\n3. Eventuelt\nBeslutning\nIntet.\n"
)


def people(text: str) -> list[Participant]:
    return list(read(HEAD + text + ITEMS).participants)


def names(text: str) -> list[str]:
    return [text[name.start : name.end] for name in find_names(text, lone=True)]


def there(text: str) -> list[tuple[str, str | None]]:
    return [(each.name, each.attendance) for each in people(text)]


def listed(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(each.name, each.organisation, each.role) for each in read_list(passage_of(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kaj Eksempel Grete Buhl Prøve Ove Prøvelund",
            ["Kaj Eksempel", "Grete Buhl Prøve", "Ove Prøvelund"],
        ),
        ("Anna Marie Prøve", ["Anna Marie Prøve"]),
        ("Hans Henrik Eksempelsen Pia Prøve", ["Hans Henrik Eksempelsen", "Pia Prøve"]),
        ("Lars B.H. Eksempel og Per de Prøve Bjørn", ["Lars B.H. Eksempel", "Per de Prøve Bjørn"]),
        ("Bo, Lars, Mette og Anja", ["Bo", "Lars", "Mette", "Anja"]),
        ("Anna Eksempel Dagsordenen blev godkendt", ["Anna Eksempel"]),
        ("Marlis Prøve-Stue 2", ["Marlis Prøve"]),
        ("Jens Prøves Vej", []),
        ("Blå Kors, Mødelokale B", []),
        ("Eksempelby Fjernvarme, Prøvevej 9", []),
    ],
)
def test_names_are_cut_where_the_next_person_begins(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Bo Eksempel, Prøverådet Anna Prøve, KL Pia Prøvesen, KMD",
            [("Bo Eksempel", "Prøverådet", None), ("Anna Prøve", "KL", None), ("Pia Prøvesen", "KMD", None)],
        ),
        (
            "Direktør i Danske Prøver Gitte Prøve (næstformand) Politisk chef i KL Pia Eksempel",
            [("Gitte Prøve", None, "næstformand"), ("Pia Eksempel", None, None)],
        ),
        (
            "Formand, Ejler Prøve Lotte Eksempel FH: Jesper Prøvesen AC: Rune Prøvegaard",
            [
                ("Ejler Prøve", None, "chair"),
                ("Lotte Eksempel", None, None),
                ("Jesper Prøvesen", "FH", None),
                ("Rune Prøvegaard", "AC", None),
            ],
        ),
        (
            "Sofie Prøve: Kommunalbestyrelsesmedlem for Venstre",
            [("Sofie Prøve", None, "kommunalbestyrelsesmedlem for Venstre")],
        ),
        ("PLO-m Kristoffer Prøve", [("Kristoffer Prøve", "PLO-m", None)]),
        (
            "Torben Prøve (TOP), Hanne Eksempel, V",
            [("Torben Prøve", None, None), ("Hanne Eksempel", None, None)],
        ),
        (
            "Dekanerne, rektorat, Ole Prøve, Kirsten Eksempel",
            [("Ole Prøve", None, None), ("Kirsten Eksempel", None, None)],
        ),
        (
            "Prøvestyrelsen v/ Anna Eksempel, KL v/Bo Prøve, Danske Prøver v. Kaj Prøvesen",
            [
                ("Anna Eksempel", "Prøvestyrelsen", None),
                ("Bo Prøve", "KL", None),
                ("Kaj Prøvesen", "Danske Prøver", None),
            ],
        ),
        ("Udvalgets medlemmer samt Else Prøve (sekretær)", [("Else Prøve", None, "sekretær")]),
        ("Anna B., Kaj og Mie", [("Anna B.", None, None), ("Kaj", None, None), ("Mie", None, None)]),
        ("Kasserer Ib Prøve", [("Ib Prøve", None, "kasserer")]),
        ("Alle var mødt, undtagen Hanna Prøve", []),
    ],
)
def test_words_around_a_name_belong_to_the_right_person(
    text: str, found: list[tuple[str, str | None, str | None]]
) -> None:
    assert listed(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Tilstede: Samuel, Bue, Marie og Mads.",
            [("Samuel", "present"), ("Bue", "present"), ("Marie", "present"), ("Mads", "present")],
        ),
        (
            "Deltagere: Lou Prøve, Anne Eksempel Afbud: Kate Prøvesen",
            [("Lou Prøve", "present"), ("Anne Eksempel", "present"), ("Kate Prøvesen", "absent")],
        ),
        (
            "Tilstedeværende medlemmer af Rådet Agnete Prøve (formand) Poul Eksempel Afbud Ida Prøve Fra "
            "sekretariatet Jon Prøvesen",
            [
                ("Agnete Prøve", "present"),
                ("Poul Eksempel", "present"),
                ("Ida Prøve", "absent"),
                ("Jon Prøvesen", "secretariat"),
            ],
        ),
        (
            "Deltagere: Alle var mødt, undtagen Hanna Prøve og Niels Eksempel, der havde meldt afbud.",
            [("Hanna Prøve", "absent"), ("Niels Eksempel", "absent")],
        ),
        (
            "Fraværende:\nHans Prøve, Bodil Eksempel og Lis Prøvesen, alle med afbud.",
            [("Hans Prøve", "absent"), ("Bodil Eksempel", "absent"), ("Lis Prøvesen", "absent")],
        ),
        (
            "Deltagere:\nKurt Prøve\nAfbud:\nKurt Prøve, Prøveby Kommune - Ida Eksempel stedfortræder",
            [("Kurt Prøve", "absent"), ("Ida Eksempel", "substitute")],
        ),
        (
            "Afbud: Nis Prøve. Susanne Eksempel mødte som stedfortræder.",
            [("Nis Prøve", "absent"), ("Susanne Eksempel", "substitute")],
        ),
        (
            "Til stede:\nBestyrelsen: Anders Prøve\nSekretariatet: Louise Eksempel\nAfbud:\nBestyrelsen: "
            "Bolette Prøvesen",
            [("Anders Prøve", "present"), ("Louise Eksempel", "secretariat"), ("Bolette Prøvesen", "absent")],
        ),
        (
            "Tilstede: Flemming Prøve, Carl\n\nOtto Eksempel og Lars Prøvesen",
            [("Flemming Prøve", "present"), ("Carl Otto Eksempel", "present"), ("Lars Prøvesen", "present")],
        ),
        (
            "Pårørende: Rikke Prøve-Stue 1 Afbud Winnie Eksempel Til stede Helle Prøvesen Til stede Poul "
            "Prøvelund Afbud",
            [
                ("Rikke Prøve", "absent"),
                ("Winnie Eksempel", "present"),
                ("Helle Prøvesen", "present"),
                ("Poul Prøvelund", "absent"),
            ],
        ),
        (
            "Anna Eksempel – AE\nBo Prøve – BP\nMichael Prøvesen – MP (afbud)",
            [("Anna Eksempel", "present"), ("Bo Prøve", "present"), ("Michael Prøvesen", "absent")],
        ),
        ("Menu: Blå Kors, Sundhedshuset, Eksempelvej 4", []),
    ],
)
def test_lists_of_many_layouts_say_who_was_there(text: str, found: list[tuple[str, str | None]]) -> None:
    assert there(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Deltagere: Tove Prøve - deltog ikke i behandlingen af punkt: 2, 3", ("present", ("1",))),
        (
            "Deltagere: Tove Prøve\nTove Prøve forlod mødet efter behandlingen af punkt 2.",
            ("present", ("1", "2")),
        ),
        ("Tove Prøve deltog under pkt. 1-2 og delvis under pkt. 3.", ("present", ("1", "2", "3"))),
        ("Fraværende:\nTove Prøve (A), sag 1-3", ("absent", None)),
        ("Tove Prøve ankommer klokken 13.30.", ("present", None)),
    ],
)
def test_who_was_there_for_some_items_only(text: str, found: tuple[str, tuple[str, ...] | None]) -> None:
    (person,) = people(text)

    assert (person.attendance, person.items) == found


def test_heading_that_names_a_body_speaks_for_those_under_it() -> None:
    found = people("Deltagere fra Prøveby Kommune:\nAnna Eksempel, centerchef\n\nFra KL: Bo Prøve")

    assert [(each.name, each.organisation) for each in found] == [
        ("Anna Eksempel", "Prøveby Kommune"),
        ("Bo Prøve", "KL"),
    ]


def test_minute_taker_named_by_initials_or_first_name_is_the_one_listed() -> None:
    by_initials = read(HEAD + "Til stede: Tage Prøve, Else Eksempel" + ITEMS + "\nRef.: TP\n").participants
    by_name = people("Til stede: Tage Prøve, Else Eksempel\nReferent: Tage")

    assert [(each.name, each.role) for each in by_initials] == [
        ("Tage Prøve", "minute_taker"),
        ("Else Eksempel", None),
    ]
    assert [(each.name, each.role) for each in by_name] == [
        ("Tage Prøve", "minute_taker"),
        ("Else Eksempel", None),
    ]


def test_absence_from_an_earlier_meeting_is_not_this_ones() -> None:
    history = (
        "\n1. Plan\nHistorik\nBeslutning fra Eksempelrådet, 7. april 2018, pkt. 36:\nUdsat.\n"
        "Fraværende:\nMona Prøve (A)\nBeslutning\nGodkendt.\n"
    )

    found = read(HEAD + "Deltagere: Anna Eksempel\n" + history).participants

    assert [each.name for each in found] == ["Anna Eksempel"]
