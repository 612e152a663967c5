"""A calendar to subscribe to: meetings and the deadlines of their papers, as iCalendar.

Source: RFC 5545, and RFC 7986 for the name and how often to ask again.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDuration, vText

from samstyr.platform.clock import COPENHAGEN

PRODUCT: Final = "-//Samstyr//Samstyr//DA"
ASK_AGAIN: Final = datetime.timedelta(hours=6)
DAY: Final = datetime.timedelta(days=1)
HOUR: Final = datetime.timedelta(hours=1)
# Since when a law of the European Union sets the clocks; until then Denmark's own rules were others. The moments are
# local ones, as RFC 5545 has them here.
SUMMER: Final = datetime.datetime.fromisoformat("1996-03-31T02:00:00")
WINTER: Final = datetime.datetime.fromisoformat("1996-10-27T03:00:00")


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What stands in a calendar on a day: from `start` to `end` in Danish time, or the whole day without a start.

    `uid` stays the same however often the entry changes; `sequence` counts the changes, the last of them at
    `changed`. An entry that is not `busy` does not take the day from anybody: a deadline.
    """

    uid: str
    summary: str
    day: datetime.date
    changed: datetime.datetime
    start: datetime.time | None = None
    end: datetime.time | None = None
    place: str = ""
    description: str = ""
    url: str = ""
    sequence: int = 0
    busy: bool = True


def calendar_bytes(name: str, entries: Iterable[CalendarEntry]) -> bytes:
    """A whole calendar, the entries by day; the same bytes for the same content."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", vText(_text(name)))
    calendar.add("x-wr-calname", vText(_text(name)))
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(ASK_AGAIN))
    ordered = sorted(entries, key=lambda each: (each.day, each.uid))
    if any(each.start is not None for each in ordered):
        calendar.add_component(_danish_time())
    for entry in ordered:
        calendar.add_component(_event(entry))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.changed.astimezone(datetime.UTC).replace(microsecond=0))
    if entry.start is None:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + DAY)
    else:
        event.add("dtstart", datetime.datetime.combine(entry.day, entry.start, COPENHAGEN))
        if entry.end is not None and entry.end > entry.start:
            event.add("dtend", datetime.datetime.combine(entry.day, entry.end, COPENHAGEN))
    event.add("summary", _text(entry.summary))
    if entry.place:
        event.add("location", _text(entry.place))
    if entry.description:
        event.add("description", _text(entry.description))
    if entry.url:
        event.add("url", entry.url)
    event.add("sequence", entry.sequence)
    event.add("status", "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    return event


def _danish_time() -> Timezone:
    """The rules of Danish time; without them a calendar may read the hours as its own."""
    zone = Timezone()
    zone.add("tzid", str(COPENHAGEN))
    for part, start, before, after, name in (
        (TimezoneDaylight(), SUMMER, HOUR, 2 * HOUR, "CEST"),
        (TimezoneStandard(), WINTER, 2 * HOUR, HOUR, "CET"),
    ):
        part.add("dtstart", start)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        part.add("rrule", {"freq": "yearly", "bymonth": start.month, "byday": "-1SU"})
        zone.add_component(part)
    return zone


def _text(text: str) -> str:
    """Text without the control characters that a calendar may not hold; lines stay lines.

    A backslash becomes a slash: the library writes one before N as a new line, and clients read it in several ways.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "/")
    return "".join(each for each in lines if each == "\n" or (each >= " " and each != "\x7f"))
