"""Who was there and who was not: from lists, running text and the attendance said under single items."""

import re
from collections.abc import Sequence

from samstyr.reading.bodies import Block, Body, line_of
from samstyr.reading.document import Document, Line
from samstyr.reading.labels import Part
from samstyr.reading.list_headings import Section, heading_of, opens_list
from samstyr.reading.names import PERSON
from samstyr.reading.outline import Outline
from samstyr.reading.participant_lists import entries, with_initials
from samstyr.reading.people import People
from samstyr.reading.record import Participant
from samstyr.reading.rosters import read_list
from samstyr.reading.told_attendance import read_sentence

_ABSENCE = re.compile(r"fravær|afbud|(?:ikke|ej) til ?stede|deltog ikke", re.IGNORECASE)
_NUMBER = re.compile(r"(?:[Pp](?:unkt|kt\.?)\s?)?\d{1,3}[.):]?\s*")
_EARLIER = re.compile(r"historik|beslutning fra\b|tidligere (?:behandling|beslutning)", re.IGNORECASE)
_ATTENDANCE_TITLE = re.compile(r"(?:fravær(?:ende)?|afbud)(?: med afbud| og .{3,50})?", re.IGNORECASE)
_PRESENCE_TITLE = re.compile(r"(?:møde)?deltagere|deltagerliste|til ?stede(?:værende)?", re.IGNORECASE)
_FIRST_LINES = 120
_SHORT = 80  # characters
_OFFICE = re.compile(
    rf"^(?P<office>[Rr]eferent|Ref\.?|[Ff]or referatet|[Mm]ødeleder|[Oo]rdstyrer|[Dd]irigent)\s*:?\s+"
    rf"(?:(?P<name>{PERSON})|(?P<short>[A-ZÆØÅ][\wæøå]+))\W*$"
)


def find_participants(document: Document, outline: Outline, bodies: list[Body]) -> list[Participant]:
    """Every person once, in the order of the text, with what all the places that name them say together."""
    people = People([body.number for body in bodies])
    first = min(
        (heading.first for heading in (*outline.contents[:1], *outline.headings[:1])),
        default=len(document.lines),
    )
    between = _after_contents(document, outline)
    for lines in (list(document.lines[:first]), between):
        _add_listed(document, lines, people)
    _from_first_items(document, outline, bodies, people)
    if people.is_empty:
        # The list stands behind an agenda that reads as the first items.
        early = list(document.lines[:_FIRST_LINES])
        start = next((place for place, line in enumerate(early) if opens_list(line)), len(early))
        _add_listed(document, early[start:], people)
    _from_running_text(document, [*document.lines[:first], *between], bodies, people)
    if people.is_empty:
        for section, entry in with_initials(document.lines[:_FIRST_LINES]):
            people.add(entry, section)
    _from_offices(document.lines[first:], people)
    return people.all()


def _add_listed(document: Document, lines: list[Line], people: People) -> None:
    for section, entry in entries(document, lines):
        people.add(entry, section)


def _from_first_items(document: Document, outline: Outline, bodies: list[Body], people: People) -> None:
    """The lists that stand in the first items, or are their titles."""
    for heading in outline.headings[:3]:
        _named_by_heading(document, document.lines[heading.first], people)
    for body in bodies[:3]:
        if body.title and _ATTENDANCE_TITLE.fullmatch(body.title):
            _absent_under_title(body, people)
        elif body.title and _PRESENCE_TITLE.fullmatch(body.title):
            _present_under_title(body, people)
    for body in bodies[:2]:
        lines = list(body.lines)
        if any((found := heading_of(line.text)) and found[0].attendance == "present" for line in lines):
            _add_listed(document, lines, people)


def _from_offices(lines: Sequence[Line], people: People) -> None:
    """``Referent: Anna Eksempel`` or ``Ref.: AE`` anywhere below."""
    for line in lines:
        office = _OFFICE.match(line.text) if len(line.text) < _SHORT else None
        if office is None:
            continue
        role = "minute_taker" if office["office"].lower().startswith(("ref", "for ref")) else "chair"
        if office["short"]:
            people.give_role(office["short"], role)
        else:
            for entry in read_list(line.passage.part(office.start("name"))):
                people.add(entry, Section("present", role, "participants:office"))


def _named_by_heading(document: Document, line: Line, people: People) -> None:
    """``1. Fraværende: Anna Eksempel``: an item that is nothing but the list."""
    number = _NUMBER.match(line.text)
    rest = line_of(line.passage.part(number.end()), line) if number else line
    found = heading_of(rest.text)
    if found and found[0].attendance in {"absent", "present"} and found[1] is not None:
        _add_listed(document, [rest], people)


def _absent_under_title(body: Body, people: People) -> None:
    """Those whom the item *Fraværende* names."""
    for block in body.blocks:
        if block.part in {Part.DECISION, Part.MINUTES}:
            for sentence in block.sentences():
                for entry in read_list(sentence.passage):
                    if entry.items is None and entry.attendance is None:
                        people.add(entry, Section("absent", None, "participants:item of the absent"))


def _present_under_title(body: Body, people: People) -> None:
    """Those the item *Mødedeltagere* lists before its decision."""
    for block in body.blocks:
        if block.part in {Part.DECISION, Part.MINUTES} and block.labelled:
            return
        for paragraph in block.paragraphs:
            for entry in read_list(paragraph.passage):
                people.add(entry, Section("present", None, "participants:item of those present"))


def _after_contents(document: Document, outline: Outline) -> list[Line]:
    """The lines between the list of contents and the first item."""
    if not outline.contents or not outline.headings:
        return []
    return list(document.lines[outline.contents[-1].last + 1 : outline.headings[0].first])


def _from_running_text(document: Document, top: list[Line], bodies: list[Body], people: People) -> None:
    """``Alle var mødt undtagen …``, ``… deltog ikke i behandlingen`` and substitutes."""
    for paragraph in document.paragraphs(top):
        for sentence in paragraph.sentences:
            read_sentence(sentence, people, None, whole=True)
    for body in bodies:
        early = body.index is None or body.index == 0
        earlier = False  # within what was decided before this meeting
        for block in body.blocks:
            if _EARLIER.match(block.heading or ""):
                earlier = True
            elif block.part is Part.DECISION:
                earlier = False
            if earlier:
                continue
            if block.part is Part.ATTENDANCE and _ABSENCE.search(block.heading or ""):
                _absent_in(document, block, people, None if early else body.number)
        for sentence in body.sentences():
            read_sentence(sentence, people, body.number, whole=early)


def _absent_in(document: Document, block: Block, people: People, item: str | None) -> None:
    """Those a small heading such as *Fraværende* names: absent from the item, or from the meeting (``item``
    None).
    """
    section = Section("absent", None, "participants:under an item")
    if (block.heading or "").lower().startswith("afbud"):
        item = None  # apologies are for the whole meeting
    for paragraph in block.paragraphs:
        first = next(iter(paragraph.sentences), None)
        words = first.passage if first else paragraph.passage
        named = read_list(words)
        if 3 * sum(len(entry.name) for entry in named) < len(words.text):
            return  # the list is over, or there is none
        for entry in named:
            if item is None:
                people.add(entry, section)
            else:
                people.miss(entry.name, (item,), entry.span)
