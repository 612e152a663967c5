"""Calendars to subscribe to: read with the parser, and once more line by line."""

import datetime
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from samstyr.exchange.icalendar_feed import CalendarEntry, calendar_bytes
from samstyr.platform.clock import COPENHAGEN

CHANGED = datetime.datetime(2017, 5, 1, 10, 0, 0, 123, tzinfo=datetime.UTC)
MEETING = CalendarEntry(
    uid="board-2017-06-28@samstyr",
    summary="Eksempelbestyrelsen; æ, ø og å",
    day=datetime.date(2017, 6, 28),
    changed=CHANGED,
    start=datetime.time(13),
    end=datetime.time(15, 30),
    place="Lokale 1,\nEksempelgade 2",
    description="Materiale senest 21. juni 2017",
    url="https://example.org/fora/board/",
    sequence=2,
)
DEADLINE = CalendarEntry(
    uid="board-2017-06-28-papers@samstyr",
    summary="Frist for materiale",
    day=datetime.date(2017, 6, 21),
    changed=CHANGED,
    busy=False,
)


def lines(content: bytes) -> list[str]:
    """Read a calendar by the letter: CRLF at each line's end, at most 75 octets, continued by a space."""
    assert content.endswith(b"\r\n")
    physical = content.removesuffix(b"\r\n").split(b"\r\n")
    assert [line for line in physical if len(line) > 75 or b"\n" in line or b"\r" in line] == []
    return re.sub(rb"\r\n[ \t]", b"", b"\r\n".join(physical)).decode().split("\r\n")


def value(text: str) -> str:
    """Take the escapes off a text value."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)


def test_meeting_and_deadline_are_read_by_the_parser() -> None:
    calendar = Calendar.from_ical(calendar_bytes("Eksempelbestyrelsen", [MEETING, DEADLINE]))

    deadline, meeting = calendar.walk("VEVENT")
    assert (calendar["VERSION"], calendar["NAME"]) == ("2.0", "Eksempelbestyrelsen")
    assert meeting.decoded("DTSTART") == datetime.datetime(2017, 6, 28, 13, tzinfo=COPENHAGEN)
    assert meeting.decoded("DTSTART").utcoffset() == datetime.timedelta(hours=2)
    assert meeting.decoded("DTEND") == datetime.datetime(2017, 6, 28, 15, 30, tzinfo=COPENHAGEN)
    assert meeting.decoded("DTSTAMP") == CHANGED.replace(microsecond=0)
    told = {name: str(meeting[name]) for name in ("UID", "SUMMARY", "LOCATION", "DESCRIPTION", "URL")}
    assert told == {
        "UID": MEETING.uid,
        "SUMMARY": MEETING.summary,
        "LOCATION": MEETING.place,
        "DESCRIPTION": MEETING.description,
        "URL": MEETING.url,
    }
    assert (meeting["SEQUENCE"], meeting["STATUS"], meeting["TRANSP"]) == (2, "CONFIRMED", "OPAQUE")
    assert deadline.decoded("DTSTART") == datetime.date(2017, 6, 21)
    assert deadline.decoded("DTEND") == datetime.date(2017, 6, 22)
    assert (deadline["TRANSP"], "LOCATION" in deadline) == ("TRANSPARENT", False)


def test_lines_are_those_of_the_standard() -> None:
    found = lines(calendar_bytes("Eksempel", [MEETING]))

    assert found[0] == "BEGIN:VCALENDAR"
    assert found[-1] == "END:VCALENDAR"
    event = found[found.index("BEGIN:VEVENT") + 1 : found.index("END:VEVENT")]
    assert sorted(event) == [
        "DESCRIPTION:Materiale senest 21. juni 2017",
        "DTEND;TZID=Europe/Copenhagen:20170628T153000",
        "DTSTAMP:20170501T100000Z",
        "DTSTART;TZID=Europe/Copenhagen:20170628T130000",
        "LOCATION:Lokale 1\\,\\nEksempelgade 2",
        "SEQUENCE:2",
        "STATUS:CONFIRMED",
        "SUMMARY:Eksempelbestyrelsen\\; æ\\, ø og å",
        "TRANSP:OPAQUE",
        "UID:board-2017-06-28@samstyr",
        "URL:https://example.org/fora/board/",
    ]
    assert {"REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H", "X-WR-CALNAME:Eksempel"} <= set(
        found
    )


def test_all_day_deadline_is_a_day_and_needs_no_time_zone() -> None:
    found = lines(calendar_bytes("Eksempel", [DEADLINE]))

    assert [line for line in found if line.startswith("DT") and "STAMP" not in line] == [
        "DTSTART;VALUE=DATE:20170621",
        "DTEND;VALUE=DATE:20170622",
    ]
    assert "BEGIN:VTIMEZONE" not in found


@pytest.mark.parametrize(
    ("day", "offset"),
    [("2017-03-25", 1), ("2017-03-26", 2), ("2017-10-28", 2), ("2017-10-29", 1), ("2030-06-28", 2)],
)
def test_rules_of_danish_time_are_given_along(day: str, offset: int) -> None:
    entry = CalendarEntry("u", "S", datetime.date.fromisoformat(day), CHANGED, start=datetime.time(12))
    calendar = Calendar.from_ical(calendar_bytes("Eksempel", [entry]))

    (zone,) = calendar.timezones
    noon = datetime.datetime.combine(entry.day, datetime.time(12))
    assert zone.to_tz(lookup_tzid=False).utcoffset(noon) == datetime.timedelta(hours=offset)


def test_meeting_that_would_end_before_it_begins_has_no_end() -> None:
    entry = CalendarEntry("u", "S", MEETING.day, CHANGED, start=datetime.time(12), end=datetime.time(12))

    assert "DTEND" not in Calendar.from_ical(calendar_bytes("Eksempel", [entry])).walk("VEVENT")[0]


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(texts, texts, texts, st.integers(0, 99))
@example("\\N", "a\\n", "\\N", 0)
def test_any_text_comes_back_without_its_control_characters(
    summary: str, place: str, name: str, sequence: int
) -> None:
    entry = CalendarEntry("u", summary, MEETING.day, CHANGED, place=place, sequence=sequence)

    content = calendar_bytes(name, [entry])

    read = {line.partition(":")[0]: value(line.partition(":")[2]) for line in lines(content)}
    expected = {"SUMMARY": summary, "LOCATION": place, "X-WR-CALNAME": name}
    plain = {
        key: re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", "", re.sub(r"\r\n?", "\n", text)).replace("\\", "/")
        for key, text in expected.items()
    }
    assert {key: read.get(key, "") for key in plain} == plain
    assert len(Calendar.from_ical(content).walk("VEVENT")) == 1


@given(st.permutations([MEETING, DEADLINE]))
def test_same_content_gives_the_same_bytes(entries: list[CalendarEntry]) -> None:
    assert calendar_bytes("Eksempel", entries) == calendar_bytes("Eksempel", [MEETING, DEADLINE])
