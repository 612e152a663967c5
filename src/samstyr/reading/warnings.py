"""What a person should look at: names spelt in two ways, weekdays that do not fit, standards that do not
exist.
"""

import re
from collections.abc import Iterator

from samstyr.reading.dates import WEEKDAYS, find_dates
from samstyr.reading.document import Document, Passage
from samstyr.reading.record import Caution, Participant
from samstyr.reading.speakers import near

_STANDARD = re.compile(r"\bISO(?:/IEC)?[\s-]?(?P<number>\d{4,8})\b")
_WEEKDAY = re.compile(r"(?:man|tirs|ons|tors|fre|lør|søn)dag", re.IGNORECASE)
_NAME = re.compile(r"\b(?P<first>[A-ZÆØÅ]\w+)\s+(?P<last>[A-ZÆØÅ]\w{3,})\b")


def find_warnings(document: Document, participants: list[Participant]) -> Iterator[Caution]:
    """Warnings in the order of the text, each spelling once."""
    lasts: dict[str, set[str]] = {}
    for person in participants:
        first, *others = person.name.split()
        lasts.setdefault(first, set()).update(others)
    seen: set[str] = set()
    for passage in document.passages():
        if any(first in passage.text for first in lasts):
            yield from _spellings(passage, lasts, seen)
        if "dag" in passage.text and _WEEKDAY.search(passage.text):
            yield from _weekdays(passage)
        if "ISO" in passage.text:
            yield from _standards(passage, seen)


def _spellings(passage: Passage, lasts: dict[str, set[str]], seen: set[str]) -> Iterator[Caution]:
    for found in _NAME.finditer(passage.text):
        known = lasts.get(found["first"])
        last = re.sub(r"s$", "", found["last"])
        if not known or found["last"] in known or last in known or found["last"] in seen:
            continue
        meant = next((each for each in sorted(known) if near(each.lower(), found["last"].lower())), None)
        if meant:
            seen.add(found["last"])
            yield Caution(
                code="spelling-varies",
                message=f"{meant} / {found['last']}",
                span=passage.span(*found.span("last")),
                rule="warning:spelling",
            )


def _weekdays(passage: Passage) -> Iterator[Caution]:
    for found in find_dates(passage.text):
        day = found.on(None)
        if day is not None and found.weekday and WEEKDAYS[day.weekday()] != found.weekday:
            yield Caution(
                code="weekday-differs",
                message=f"{found.weekday} / {WEEKDAYS[day.weekday()]} {day.isoformat()}",
                span=passage.span(found.start, found.end),
                rule="warning:weekday",
            )


def _standards(passage: Passage, seen: set[str]) -> Iterator[Caution]:
    for found in _STANDARD.finditer(passage.text):
        number = found["number"]
        if len(number) <= 5 or number in seen:
            continue
        seen.add(number)
        shorter = re.sub(r"0(?=0+\d)", "", number, count=1)
        yield Caution(
            code="unknown-standard",
            message=f"ISO {number} / ISO {shorter}" if shorter != number else f"ISO {number}",
            span=passage.span(*found.span()),
            rule="warning:standard",
        )
