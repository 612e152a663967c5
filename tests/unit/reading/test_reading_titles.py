"""Where titles end and items begin, in texts that conversions ran together. All sentences are made up."""

import pytest

from samstyr.reading.minutes import read
from samstyr.reading.reflow import cuts
from samstyr.reading.run_on import title_end

TOP = "Referat af møde i Prøveudvalget den 3. marts 2020 (opdigtet eksempel)\nDeltagere: Anna Eksempel, Bo Prøve\n\n"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Gennemgang af regler Reglerne blev gennemgået for nye medlemmer.", "Gennemgang af regler"),
        (
            "Besøg på Prøvearkivet, Eksempelby Vi skal hver især melde os til.",
            "Besøg på Prøvearkivet, Eksempelby",
        ),
        ("Udpegning til udvalg Rådet udpegede Bo Prøve.", "Udpegning til udvalg"),
        ("Metodehåndbog Anna Eksempel gennemgik bemærkningerne.", "Metodehåndbog"),
        ("Udpegning af referent – Anna blev valgt", "Udpegning af referent"),
        ("Økonomi: Anna havde endnu ikke fået tallene.", "Økonomi"),
        ("Valg af tema (B) Anna Eksempel, Prøvebanken, foreslog penge.", "Valg af tema (B)"),
        ("Skal vi lukke gruppen om natten? Det prøver vi.", "Skal vi lukke gruppen om natten?"),
        ("EventueltIntet", "Eventuelt"),
        ("Evt. Intet.", "Evt."),
    ],
)
def test_title_with_the_minutes_behind_it(line: str, title: str) -> None:
    assert line[: title_end(line)] == title


@pytest.mark.parametrize(
    "line",
    [
        "Status for Region Prøveland og Prøveforeningen",
        "Temadrøftelse: Kvalitet i plejen",
        "Orientering fra Det Rådgivende Udvalg",
        "Møde med Danske Prøver om Sundhedsaftalen",
    ],
)
def test_line_that_is_all_title(line: str) -> None:
    assert title_end(line) is None


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Godkendt.7. Fordeling af midler", ["Godkendt.", "7. Fordeling af midler"]),
        ("6. Eventuelt1. Rundvisning", ["6. Eventuelt", "1. Rundvisning"]),
        ("2. Henvendelser Ad 2) Ingen", ["2. Henvendelser ", "Ad 2) Ingen"]),
        ("Tallet er 3.5 i år", ["Tallet er 3.5 i år"]),
    ],
)
def test_headings_glued_to_the_word_before(line: str, pieces: list[str]) -> None:
    assert [line[start:end] for start, end in cuts(line)] == pieces


def items(text: str) -> list[tuple[str | None, str | None]]:
    return [(each.number, each.title) for each in read(TOP + text).items]


def test_title_on_the_line_above_its_number() -> None:
    text = (
        "Meddelelser\nSag nr. 61\nBeslutning\nTaget til efterretning.\n\n"
        "Prøveplan\nSag nr. 62\nBeslutning\nGodkendt.\n"
    )

    assert items(text) == [("61", "Meddelelser"), ("62", "Prøveplan")]


def test_number_glued_to_its_title() -> None:
    text = "41Godkendelse af dagsorden\nBeslutning\nGodkendt.\n42Prøver i marts\nBeslutning\nUdsat.\n"

    assert items(text) == [("41", "Godkendelse af dagsorden"), ("42", "Prøver i marts")]


def test_titles_that_end_in_a_colon() -> None:
    text = "Snerydning:\nVi deler vagterne.\n\nØkonomi:\nAnna orienterede.\n\nHegn mod vest:\nBo ringer til kommunen.\n"

    assert items(text) == [(None, "Snerydning"), (None, "Økonomi"), (None, "Hegn mod vest")]


def test_titles_above_the_first_small_heading_of_each_round() -> None:
    text = (
        "Godkendelse af dagsorden\nIndhold:\nDagsordenen.\nReferat\nGodkendt\n\n"
        "Besøg af prøveholdet\nIndhold:\nHoldet fortæller.\nReferat\nRådet tog det til efterretning.\n"
    )

    assert items(text) == [(None, "Godkendelse af dagsorden"), (None, "Besøg af prøveholdet")]


def test_clauses_of_recommendations_are_no_items() -> None:
    text = (
        "Resume\nRådet skal godkende dagsordenen.\nIndstilling\nForvaltningen indstiller, at\n"
        "1. Rådet godkender dagsordenen.\nBeslutning\nGodkendt.\n"
        "Resume\nNye tider.\nIndstilling\nForvaltningen indstiller, at\n"
        "1. Rådet tager orienteringen til efterretning\n2. Rådet drøfter tiderne\nBeslutning\nTaget til efterretning.\n"
    )

    assert items(text) == [(None, None), (None, None)]


def test_agenda_with_numbers_and_titles_again_without() -> None:
    text = (
        "Dagsorden:\n1. Arbejdsdeling\n2. Udsmykning af porten\n3. Øvelokale\n\n"
        "Arbejdsdeling\nVi blev enige om at dele vagterne.\n\nØvelokale\nAnna ringer til skolen.\n"
    )

    assert items(text) == [("1", "Arbejdsdeling"), ("2", "Udsmykning af porten"), ("3", "Øvelokale")]
    assert [(each.item, each.verb) for each in read(TOP + text).decisions] == [("1", "agreed")]
    assert [(each.item, each.who) for each in read(TOP + text).actions] == [("3", ("Anna Eksempel",))]


def test_numbers_with_a_year_and_sub_items_under_nought() -> None:
    assert items("Pkt. 212/10 Meddelelser\nIntet.\nPkt. 213/10 Prøvebudget\nGodkendt.\n") == [
        ("212/10", "Meddelelser"),
        ("213/10", "Prøvebudget"),
    ]
    assert items(
        "1.0. Egne sager\n\n1.1. Prøver\nBeslutning:\nUdsat.\n\n2.0. Andre sager\n\n2.1. Kørsel\nBeslutning:\nUdsat.\n"
    ) == [
        ("1.0", "Egne sager"),
        ("1.1", "Prøver"),
        ("2.0", "Andre sager"),
        ("2.1", "Kørsel"),
    ]


def test_answers_under_a_decision_are_no_items() -> None:
    text = (
        "1. Dagsorden\nBeslutning\nGodkendt.\n\n2. Akutbil\nIndstilling\n"
        "At ordningen fortsætter, og at opgørelsen tages til efterretning.\n"
        "Beslutning\nAd 1: Godkendt, idet der ønskes en ny opgørelse.\nAd 2: Taget til efterretning.\n"
    )

    assert items(text) == [("1", "Dagsorden"), ("2", "Akutbil")]
    assert [(each.item, each.verb) for each in read(TOP + text).decisions] == [
        ("1", "approved"),
        ("2", "approved"),
        ("2", "noted"),
    ]


def test_earlier_decision_of_the_same_forum_is_none_of_this_meeting() -> None:
    text = (
        "1. Sundhed på gaden\nHistorik\nBeslutning fra Prøveudvalget, 4. februar 2020, pkt. 36:\nPunktet blev udsat.\n"
        "Beslutning\nDrøftet.\n"
    )

    assert [each.verb for each in read(TOP + text).decisions] == ["discussed"]


def test_tags_that_stand_as_text_are_no_words() -> None:
    text = "1. Valg af <strong>næst</strong>formand<br>\nAnna <b>Eksempel</b> blev valgt.\n"
    record = read(TOP + text)

    assert [each.title for each in record.items] == ["Valg af næstformand"]
    assert [each.verb for each in record.decisions] == ["appointed"]


def _titles(*headings: str) -> list[str | None]:
    items = "\n\n".join(f"{place}. {words}\nBeslutning\nGodkendt." for place, words in enumerate(headings, 1))
    return [item.title for item in read(f"Referat af møde i Prøverådet den 3. marts 2020\n\n{items}\n").items]


def test_words_for_the_kind_are_no_part_of_titles_where_most_have_one() -> None:
    assert _titles("Beslutning: Dagsorden", "Orientering: Status på vagten", "Eventuelt") == [
        "Dagsorden",
        "Status på vagten",
        "Eventuelt",
    ]


def test_a_single_word_for_the_kind_is_part_of_its_title() -> None:
    assert _titles("Dagsorden", "Orientering: Status på vagten", "Regnskab", "Eventuelt")[1] == (
        "Orientering: Status på vagten"
    )


def test_small_heading_glued_to_the_clause_before_it() -> None:
    record = read(
        "Referat af møde i Prøverådet den 3. marts 2020\n\n1. Plan\nIndstilling\nForvaltningen indstiller:\n"
        "  1. At planen godkendes\n  2. At planen revideres i 2018Beslutning\nGodkendt\n\n2. Eventuelt\nIntet.\n"
    )

    assert [each.clause for each in record.recommendations] == [
        "At planen godkendes",
        "At planen revideres i 2018",
    ]
    assert [each.verb for each in record.decisions] == ["approved"]


def test_clauses_below_a_proposal_without_a_heading_and_within_one_line() -> None:
    record = read(
        "Referat af møde i Prøverådet den 3. marts 2020\n\n1. Plan"
        "\n\nDet indstilles, at rådet\n\n  • godkender planen.\n"
        "  • drøfter emnet"
        "\n\nBeslutning\n\nGodkendt.\n\n2. Midler\n\nIndstilling\n\nForvaltningen indstiller: 1. at 1,5 mio. kr. "
        "udmøntes, og 2. at resten venter.\n\nBeslutning\n\nTiltrådt.\n"
    )

    assert [(each.item, each.clause) for each in record.recommendations] == [
        ("1", "godkender planen"),
        ("1", "drøfter emnet"),
        ("2", "at 1,5 mio. kr. udmøntes"),
        ("2", "at resten venter"),
    ]


def test_item_with_two_markers_is_closed() -> None:
    record = read(
        f"{TOP}1. Dagsorden (B)\nGodkendt.\n\n2. Forhandling (B) (lukket punkt)\nUdvalget godkendte linjen.\n"
    )

    assert [(item.title, item.closed) for item in record.items] == [
        ("Dagsorden", False),
        ("Forhandling", True),
    ]
