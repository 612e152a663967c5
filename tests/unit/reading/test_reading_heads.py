"""Heads in the layouts of real documents: forum, day, hours, place and the next meeting. All names are made up."""

from datetime import date, time

import pytest

from samstyr.reading.minutes import read
from samstyr.reading.record import Meeting

ITEMS = "\n\n1. Godkendelse af dagsorden\nBeslutning\nGodkendt.\n\n2. Eventuelt\nBeslutning\nIntet.\n"


def meeting(head: str) -> Meeting:
    return read(head + ITEMS).meeting


@pytest.mark.parametrize(
    ("head", "forum"),
    [
        (
            "Se alle referater fra dette mødeforum\nReferat\ntil\nmødet i Eksempelinddragelse\nden 5. "
            "maj 2022",
            "Eksempelinddragelse",
        ),
        (
            "ForsidepilPolitikpilPrøveudvalget for sundhed - Referat - 13. maj 2014",
            "Prøveudvalget for sundhed",
        ),
        ("Prøveudvalget (2022-2025) – Referat – 7. juni 2022", "Prøveudvalget"),
        ("Referat fra Prøverådets møde den 18. april 2016", "Prøverådet"),
        (
            "Referat\nSundheds- og Prøveudvalget torsdag den 15. februar 2024 kl. 18.30",
            "Sundheds- og Prøveudvalget",
        ),
        ("Referat af bestyrelsesmøde i Prøveklubben den 27. maj 2014", "Prøveklubben"),
        ("Referat af bestyrelsesmøde den 27. maj 2014", "bestyrelsen"),
        ("Referat af møde i Eksempelrådet den 27. maj 2014", "Eksempelrådet"),
    ],
)
def test_forum_is_read_from_the_title(head: str, forum: str) -> None:
    assert meeting(head).forum == forum


@pytest.mark.parametrize(
    ("head", "place"),
    [
        (
            "Referat fra Prøverådets møde den 18. april 2016 i Prøvestuen, Rådhuset kl. 10.00 – 12.30",
            "Prøvestuen, Rådhuset",
        ),
        (
            "Referat af møde i Prøverådet den 12. maj 2025\nVærestedet, Prøvestræde 2, 3699 Prøveby kl. "
            "15.30",
            "Værestedet, Prøvestræde 2, 3699 Prøveby",
        ),
        ("Referat\nMøde i Prøverådet\nMødet afholdt i Prøvehuset tirsdag den 14. marts 2023", "Prøvehuset"),
        ("Referat af bestyrelsesmøde den 20.10.2014 kl. 19.30 hos Preben", "hos Preben"),
        ("Referat af bestyrelsesmøde den 20.10.2014 kl. 19.30\nVia Microsoft Teams", "Via Microsoft Teams"),
        (
            "Referat møde i Prøverådet Sted: Prøvesalen Dato: 4. maj 2016 Deltagere: Anna Eksempel og Bo "
            "Prøve",
            "Prøvesalen",
        ),
    ],
)
def test_place_is_read_beside_the_day(head: str, place: str) -> None:
    assert meeting(head).place == place


@pytest.mark.parametrize(
    ("head", "on"),
    [
        ("Referat af møde i Prøverådet\nDato: Torsdag, September 8, 2016 - 08:30", date(2016, 9, 8)),
        (
            "Referat af møde i Prøverådet onsdag den 30. juni 2010\nDato: Onsdag den 30. juni kl. 10",
            date(2010, 6, 30),
        ),
        (
            "Referat af møde i Prøverådet\nMødet blev afholdt fredag den 2. marts 2012 kl. 10\nDato: "
            "15.03.2012",
            date(2012, 3, 2),
        ),
        ("Referat af møde i Prøverådet\nonsdag den 18-juni-2003", date(2003, 6, 18)),
    ],
)
def test_day_of_the_meeting(head: str, on: date) -> None:
    assert meeting(head).date == on


def test_end_may_stand_below_the_words_that_tell_it() -> None:
    text = "Referat af møde i Prøverådet den 4. maj 2016 kl. 9" + ITEMS + "\nMødet hævet\n\nKl. 11.30.\n"

    assert read(text).meeting.end == time(11, 30)


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("3. Næste møde torsdag den 21. juli 2016 kl. 19.00 hos Bo", date(2016, 7, 21)),
        ("3. Næste møde: vi satser på d.28.6. i Prøveby", date(2016, 6, 28)),
        ("3. Kalender og næste møde\n\n13. oktober møde\n10. november møde", date(2016, 10, 13)),
    ],
)
def test_next_meeting_is_read_from_its_item(line: str, on: date) -> None:
    following = read("Referat af møde i Prøverådet den 4. maj 2016" + ITEMS + line + "\n").next_meeting

    assert following is not None
    assert following.date == on


def test_who_came_makes_a_text_without_a_name_minutes() -> None:
    text = "Tilstede: Bo, Lars og Mette\nAfbud: Anja\n\n1. Økonomi\nBestyrelsen besluttede at sige ja.\n"

    assert read(text).document_type == "minutes"


def test_agenda_that_tells_who_stayed_away_is_minutes() -> None:
    text = (
        "Bestyrelsesmøde 19. april 2023\n\nTil stede: Bo Eksempel\nAfbud: Anna Prøve\n\n"
        "Dagsorden:\n\n1. Økonomi\nRevisor kommer.\n"
    )

    assert read(text).document_type == "minutes"


def test_day_of_the_meeting_in_the_title_beats_the_day_of_the_letter() -> None:
    record = read(
        "Dato: 9. december 2014\nSagsnr. 14\n\nReferat af møde i Prøveudvalget den 3. december 2014 kl. 10-12\n"
        "Til stede: Anna Eksempel, Bo Prøve\n\n1. Velkomst\nGodkendt.\n\n2. Eventuelt\nIntet.\n"
    )

    assert record.meeting.date == date(2014, 12, 3)


def test_two_titles_with_two_days_tell_no_day() -> None:
    record = read(
        "Referat fra mødet d. 13.3.2023\nReferat fra mødet d. 12.12.2022\n\nDato: 12.12.2022\n"
        "Deltagere: Anna Eksempel, Bo Prøve\n\n1. Velkomst\nGodkendt.\n\n2. Eventuelt\nIntet.\n"
    )

    assert record.meeting.date == date(2022, 12, 12)


def test_head_is_lost_but_each_decision_names_forum_and_day() -> None:
    record = read(
        "1.   Bemærkninger til dagsordenen\n\nPrøveudvalgets møde den 16. april 2012:\n\nGodkendt.\n\n"
        "2.   Støtte til hold\n\nINDSTILLING\n\nFagchefen indstiller, at\n\n•  kriterierne godkendes\n\n"
        "Prøveudvalgets møde den 16. april 2012:\n\nGodkendt.\n\nFraværende: Anna Eksempel.\n"
    )

    assert (record.meeting.forum, record.meeting.date) == ("Prøveudvalget", date(2012, 4, 16))
    assert [each.verb for each in record.decisions] == ["approved", "approved"]


def test_hours_of_the_afternoon_as_a_system_prints_them() -> None:
    record = read(
        "Referat fra Prøverådet\nDato: 22-06-2016\nMedlemmer: Anna Eksempel, Bo Prøve\n\n1. Regnskab\nBeslutning\n"
        "Godkendt\n\n2. Eventuelt\nBeslutning\nIntet.\n\nMødet hævet:\n04:40 PM\n"
    )

    assert record.meeting.end == time(16, 40)


@pytest.mark.parametrize("title", ["Mødedeltagere", "Deltagere"])
def test_those_present_are_an_item_of_their_own(title: str) -> None:
    record = read(
        f"Referat\ntil\nmødet i Prøvestyregruppen\nden 12. juni 2020 kl. 13:00\n\n1. {title}\n\nSagsfremstilling\n\n"
        "Anna Eksempel, Sandby Kommune\n\nBo Prøve, Åbjerg Kommune\n\nBeslutning\n\nDer var afbud fra Bo Prøve.\n\n"
        "2. Plan\n\nBeslutning\n\nGodkendt.\n"
    )

    assert [(each.name, each.attendance) for each in record.participants] == [
        ("Anna Eksempel", "present"),
        ("Bo Prøve", "absent"),
    ]
