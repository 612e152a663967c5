"""The minutes of the national board of 28 June 2017, read completely: every fact the document states."""

from datetime import date, time
from pathlib import Path

import pytest

from samstyr.reading.minutes import read
from samstyr.reading.record import Minutes, plain


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    path = shared / "seeds" / "004_e15f1d3ff2587712.txt"
    return path.read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def minutes(text: str) -> Minutes:
    return read(text)


def test_head(minutes: Minutes) -> None:
    meeting = minutes.meeting

    assert minutes.document_type == "minutes"
    assert meeting.forum == "den nationale bestyrelse for sundheds-it"
    assert (meeting.date, meeting.start, meeting.end) == (date(2017, 6, 28), time(13), time(16))
    assert meeting.place == "Sundheds- og Ældreministeriet"


def test_participants(minutes: Minutes) -> None:
    by_attendance: dict[str | None, int] = {}
    for person in minutes.participants:
        by_attendance[person.attendance] = by_attendance.get(person.attendance, 0) + 1

    assert by_attendance == {"present": 13, "secretariat": 2, "absent": 1}
    assert {person.role: person.organisation for person in minutes.participants if person.role} == {
        "chair": "Sundheds- og Ældreministeriet",
        "minute_taker": "Sundhedsdatastyrelsen",
    }
    organisations = [person.organisation for person in minutes.participants]
    assert {name: organisations.count(name) for name in organisations} == {
        "Sundheds- og Ældreministeriet": 3,
        "Danske Regioner": 3,
        "Region Nordjylland": 1,
        "Region Syddanmark": 1,
        "KL": 3,
        "Digitaliseringsstyrelsen": 2,
        "Sundhedsdatastyrelsen": 3,
    }


def test_items_have_numbers_kinds_and_where_the_kind_stands(minutes: Minutes) -> None:
    assert [(item.number, item.parent, item.kind, item.kind_from) for item in minutes.items] == [
        ("1", None, "decision", "marker"),
        ("2", None, "information", "marker"),
        ("2.1", "2", "information", "parent"),
        ("2.2", "2", "information", "title"),
        ("2.3", "2", "information", "title"),
        ("2.4", "2", "information", "parent"),
        ("3", None, "decision", "marker"),
        ("4", None, "information", "marker"),
        ("5", None, "information", "marker"),
        ("6", None, "information", "marker"),
        ("7", None, "decision", "marker"),
        ("8", None, "decision", "marker"),
        ("9", None, "information", "marker"),
        ("10", None, "information", "marker"),
    ]


def test_titles_are_without_number_and_marker(minutes: Minutes) -> None:
    titles = [item.title or "" for item in minutes.items]

    assert titles[1:3] == ["Meddelelser", "Beslutningsstøtte og CAVE"]
    assert titles[-2:] == ["Næste møde", "Evt."]
    assert titles[11].endswith("fælles styregruppe for strategiarbejdet")  # the heading runs over two lines


def test_decisions(minutes: Minutes) -> None:
    assert [(each.item, each.verb, each.with_remarks) for each in minutes.decisions] == [
        ("1", "approved", False),
        ("3", "approved", False),
        ("6", "noted", False),
        ("7", "approved", True),
        ("8", "agreed", False),
        ("8", "established", False),
        ("8", "appointed", False),
        ("8", "agreed", False),
        ("8", "agreed", False),
    ]


def test_recommendation_that_the_minutes_name(minutes: Minutes) -> None:
    assert [each.item for each in minutes.recommendations] == ["3"]


def test_actions_with_dates(minutes: Minutes) -> None:
    dated = [(each.item, each.who, each.due, each.certainty) for each in minutes.actions if each.due]

    assert dated == [
        ("4", (), date(2017, 11, 29), "expected"),
        ("7", ("sekretariatet",), date(2017, 11, 29), "agreed"),
        ("8", (), date(2017, 9, 7), "agreed"),
        ("8", ("RSI",), date(2017, 9, 7), "expected"),
    ]


def test_actions_without_dates(minutes: Minutes) -> None:
    undated = [(each.item, each.who, each.certainty) for each in minutes.actions if not each.due]

    assert undated == [
        ("4", ("RSI",), "ongoing"),
        ("7", ("sekretariatet",), "agreed"),
        ("8", ("regionerne",), "proposed"),
        ("8", ("sekretariatet",), "proposed"),
        ("8", ("KL", "Danske Regioner"), "proposed"),
        ("8", (), "expected"),
        ("8", ("den nedsatte styregruppe",), "agreed"),
        ("8", (), "agreed"),
    ]


def test_lights(minutes: Minutes) -> None:
    lights = [
        (each.item, each.code, each.initiative, each.before, each.after) for each in minutes.status_changes
    ]

    assert lights == [
        ("5", "1.5", "Sundhedsjournalen", "green", "yellow"),
        ("5", "2.6", "Praksys", "red", "red"),
    ]
    first, second = (each.reason or "" for each in minutes.status_changes)
    assert first.startswith("forsinket tidsplan")
    assert second.endswith("den reviderede tidsplan")


def test_observations_and_the_break(minutes: Minutes) -> None:
    values = [
        (each.item, each.indicator, each.area, each.before, each.after, each.unit, each.series_break)
        for each in minutes.observations
    ]

    assert values == [
        (
            "4",
            "elektroniske henvisninger til andre regioner og privathospitaler",
            "Region Midtjylland",
            50,
            70,
            "percent",
            False,
        ),
        ("4", "tidstro registrering", "Region Sjælland", 95, 60, "percent", True),
    ]
    assert minutes.observations[0].reason is None
    assert (minutes.observations[1].reason or "").startswith("dataindsamlingen")


def test_missing_data(minutes: Minutes) -> None:
    assert [(each.item, each.indicator.lower(), each.promised) for each in minutes.missing_data] == [
        ("4", "selvbooking", date(2017, 11, 29)),
        ("4", "sms-påmindelser", date(2017, 11, 29)),
        ("4", "sundhedsjournalen", date(2017, 11, 29)),
    ]


def test_incident(minutes: Minutes) -> None:
    (incident,) = minutes.incidents

    assert (incident.item, incident.systems) == ("2.3", ("FMK", "FMK-online", "NSP"))
    assert (incident.operator, incident.cause) == ("Netic", "netværksproblemer")
    assert (plain(incident.start), plain(incident.end)) == ("2017-06-16T08:30", "2017-06-16T09:35")
    assert incident.approximate


def test_consultation(minutes: Minutes) -> None:
    (hearing,) = minutes.consultations

    assert (hearing.item, hearing.deadline) == ("5", date(2017, 7, 6))
    assert "ændringsbekendtgørelse" in hearing.subject


def test_next_meeting(minutes: Minutes) -> None:
    following = minutes.next_meeting

    assert following is not None
    assert (following.date, following.start, following.end) == (date(2017, 10, 4), time(13), time(16))
    assert following.place == "Sundheds- og Ældreministeriet"
    assert len(following.items) == 7


def test_speaker_who_is_on_no_list(minutes: Minutes) -> None:
    assert [(each.item, each.name) for each in minutes.unlisted_speakers] == [("5", "Anders Brahm")]


def test_warnings(minutes: Minutes, text: str) -> None:
    found = {each.code: text[slice(*each.span)] for each in minutes.warnings}

    assert found == {"spelling-varies": "Kraglund", "unknown-standard": "ISO 270001"}


def test_a_note_is_no_minutes(shared: Path) -> None:
    note = (shared / "seeds" / "000_acca59f9b1658723.txt").read_bytes().decode("utf-8")

    assert read(note) == Minutes(document_type="other")
