"""Who was there and who was not: from lists, running text and the attendance said under single items."""

import re
from collections.abc import Iterator
from dataclasses import replace

from samstyr.reading.bodies import Block, Body
from samstyr.reading.document import Document, Line, Sentence
from samstyr.reading.labels import Part
from samstyr.reading.names import PERSON, is_person, strip_title
from samstyr.reading.outline import Outline
from samstyr.reading.participant_lists import Section, entries, heading_of
from samstyr.reading.persons import Entry, expand, read_entry
from samstyr.reading.record import Participant
from samstyr.reading.rosters import read_list

_NAMES = rf"{PERSON}(?:\s*\([A-ZÆØÅ]{{1,3}}\))?"
_LISTED = rf"{_NAMES}(?:,\s*(?:[a-zæøå]+,\s*)?(?:og\s+)?{_NAMES}|,?\s+(?:og|samt)\s+{_NAMES})*"
_ABSENCE = re.compile(r"fravær|afbud|(?:ikke|ej) til ?stede|deltog ikke", re.IGNORECASE)
_PRESENT_TEXT = re.compile(
    rf"^(?:[Tt]il ?stede|[Tt]ilstede|[Mm]ødt|[Ff]remmødte|[Dd]eltagere|[Dd]er var mødt)\s*(?:var|"
    rf"er|i mødet var|ved mødet var|på mødet var)?:?\s+(?P<names>{_LISTED})"
)
_OFFICE = re.compile(
    rf"^(?P<office>[Rr]eferent|[Mm]ødeleder|[Oo]rdstyrer|[Dd]irigent)\s*:?\s+(?P<name>{PERSON})\W*$"
)
_ABSENT_TEXT = (
    re.compile(rf"\b(?:undtagen|bortset fra|på nær)\s+(?P<names>{_LISTED})"),
    re.compile(rf"\b[Aa]fbud\s*(?:fra|:)\s+(?P<names>{_LISTED})"),
    re.compile(rf"(?P<names>{_LISTED})(?:,?\s*(?:som|der))?\s+(?:havde|har)\s+(?:\w+\s+)?meldt\s+afbud"),
    re.compile(rf"(?P<names>{_LISTED})\s+(?:var|er)\s+(?:fraværende|forhindret)"),
    re.compile(
        rf"(?:[Ff]raværende|(?:[Ii]kke|[Ee]j) til ?stede|[Dd]eltog ikke)\s*(?:med afbud\s*)?:\s*(?P<names>{_LISTED})"
    ),
)
_PER_ITEM = re.compile(
    rf"(?P<names>{_LISTED})(?:,\s*\w+,?)?\s+(?:deltog|deltager|medvirkede)\s+ikke\b(?P<rest>.*)"
)
_LATE = re.compile(
    rf"(?P<names>{_LISTED})\s+(?:deltog|deltager|mødte|ankom|kom|var til ?stede)(?:\s+(?:først|dog|kun))?\s+"
    r"fra(?:\s+og\s+med)?\s+(?:pkt\.?|punkt|sag)\s*(?P<first>\d+(?:\.\d+)?)"
)
_EARLY = re.compile(
    rf"(?P<names>{_LISTED})\s+(?:gik|forlod\s+mødet|måtte\s+gå|deltog\s+til)\s+"
    r"(?P<side>efter|før|inden|til(?:\s+og\s+med)?|og\s+med)\s+(?:pkt\.?|punkt|sag)\s*(?P<last>\d+(?:\.\d+)?)"
)
_SPEAKS_OF_ATTENDANCE = re.compile(
    r"afbud|fravær|deltog|stedet|til ?stede|mødte|mødt\b|forlod|\bgik\b|\bgå\b|ankom|\bkom\b", re.IGNORECASE
)
_ITEM_NUMBERS = re.compile(
    r"\b(?:pkt\.?|punkt(?:erne|et|er)?|sag(?:erne)?|"
    r"dagsordenspunkt(?:erne)?)\s*(?:nr\.?\s*)?(?P<items>\d+(?:\s*(?:[-–,]|og|til|samt)\s*\d+)*)",
    re.IGNORECASE,
)
_INSTEAD = re.compile(rf"\b(?:og|hvor|men)\s+(?P<name>{PERSON})\s+(?:deltog|mødte|deltager)\s+i\s+stedet")
_IN_PLACE = re.compile(
    rf"\bI\s+stedet\s+(?:for\s+[^.,]{{2,60}}?\s+)?(?:deltog|mødte|deltager)\s+(?P<name>{PERSON})"
)
_DEPUTY = re.compile(
    rf"(?P<name>{PERSON})(?:\s*\(\w{{1,3}}\))?\s+(?:deltog|deltager|mødte|"
    rf"mødt)(?:\s+som\s+(?:suppleant|stedfortræder))?\s+for\s+(?P<whose>{PERSON})"
)
_DEPUTY_CALLED = re.compile(
    rf"(?:suppleant|stedfortræder)(?:en)?\s+(?P<name>{PERSON})\s+(?:deltog|mødte|var mødt)"
)
_NAME_PARTY = re.compile(rf"(?P<name>{PERSON})")


def find_participants(document: Document, outline: Outline, bodies: list[Body]) -> list[Participant]:
    """Every person once, in the order of the text, with what all the places that name them say together."""
    people = _People([body.number for body in bodies])
    first = min(
        (heading.first for heading in (*outline.contents[:1], *outline.headings[:1])),
        default=len(document.lines),
    )
    for section, entry in entries(document, list(document.lines[:first])):
        people.add(entry, section)
    between = _after_contents(document, outline)
    for section, entry in entries(document, between):
        people.add(entry, section)
    for body in bodies[:2]:
        lines = list(body.lines)
        if any((found := heading_of(line.text)) and found[0].attendance == "present" for line in lines):
            for section, entry in entries(document, lines):
                people.add(entry, section)
    _from_running_text(document, [*document.lines[:first], *between], bodies, people)
    for line in document.lines[first:]:
        office = _OFFICE.match(line.text) if len(line.text) < 80 else None
        if office:
            role = "minute_taker" if office["office"].lower() == "referent" else "chair"
            people.add(
                read_entry(line.passage.part(office.start("name"))),
                Section("present", role, "participants:office"),
            )
    return people.all()


def _after_contents(document: Document, outline: Outline) -> list[Line]:
    """The lines between the list of contents and the first item."""
    if not outline.contents or not outline.headings:
        return []
    return list(document.lines[outline.contents[-1].last + 1 : outline.headings[0].first])


def _from_running_text(document: Document, top: list[Line], bodies: list[Body], people: "_People") -> None:
    """``Alle var mødt undtagen …``, ``… deltog ikke i behandlingen`` and substitutes."""
    for paragraph in document.paragraphs(top):
        for sentence in paragraph.sentences:
            _attendance_of(sentence, people, None, whole=True)
    for body in bodies:
        early = body.index is None or body.index == 0
        for block in body.blocks:
            if block.part is Part.ATTENDANCE and _ABSENCE.search(block.heading or ""):
                _absent_in(document, block, people, None if early else body.number)
        for sentence in body.sentences():
            if _SPEAKS_OF_ATTENDANCE.search(sentence.text):
                _attendance_of(sentence, people, body.number, whole=early)


def _absent_in(document: Document, block: Block, people: "_People", item: str | None) -> None:
    """Those a small heading such as *Fraværende* names: absent from the item, or from the meeting (``item``
    None).
    """
    section = Section("absent", None, "participants:under an item")
    for paragraph in block.paragraphs:
        for entry in read_list(paragraph.passage):
            if item is None:
                people.add(entry, section)
            else:
                people.miss(entry.name, (item,), entry.span)


def _attendance_of(sentence: Sentence, people: "_People", item: str | None, *, whole: bool) -> None:
    text = sentence.text
    _substitutes_in(sentence, people)
    _late_and_early_in(sentence, people)
    present = _PRESENT_TEXT.match(text)
    if present and whole:
        for name, span in _names_in(present):
            people.say(name, "present", sentence, span, "participants:running text")
        return
    partly = _PER_ITEM.search(text)
    if partly:
        numbers = _ITEM_NUMBERS.search(partly["rest"])
        absent_from = expand(numbers["items"]) if numbers else ((item,) if item else ())
        for name, span in _names_in(partly):
            people.miss(name, absent_from, sentence.passage.span(*span))
        return
    for pattern in _ABSENT_TEXT:
        found_names = pattern.search(text)
        if not found_names:
            continue
        for name, span in _names_in(found_names):
            if whole:
                people.say(name, "absent", sentence, span, "participants:running text")
            elif item:
                people.miss(name, (item,), sentence.passage.span(*span))
        return


def _substitutes_in(sentence: Sentence, people: "_People") -> None:
    text = sentence.text
    for pattern in (_INSTEAD, _IN_PLACE, _DEPUTY, _DEPUTY_CALLED):
        for found in pattern.finditer(text):
            people.say(found["name"], "substitute", sentence, found.span("name"), "participants:substitute")
            whose = found.groupdict().get("whose")
            if whose:
                people.say(
                    whose, "absent", sentence, found.span("whose"), "participants:substituted", weak=True
                )


def _late_and_early_in(sentence: Sentence, people: "_People") -> None:
    """Those who came with a later item, or left before the last."""
    text = sentence.text
    for pattern in (_LATE, _EARLY):
        if found_part := pattern.search(text):
            away = people.before(found_part["first"]) if pattern is _LATE else _after(found_part, people)
            for name, span in _names_in(found_part):
                people.miss(name, away, sentence.passage.span(*span))


def _after(found: re.Match[str], people: "_People") -> tuple[str, ...]:
    """The items that somebody who left early missed."""
    own = (found["last"],) if found["side"] in {"før", "inden"} else ()
    return (*own, *people.after(found["last"]))


def _names_in(found: re.Match[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    for name in _NAME_PARTY.finditer(found["names"]):
        words = strip_title(name["name"])
        start = found.start("names") + name.end("name") - len(words)
        if is_person(words):
            yield words, (start, start + len(words))


class _People:
    """Persons gathered from several places, one entry each."""

    def __init__(self, numbers: list[str | None]) -> None:
        self._numbers = [number for number in numbers if number]
        self._found: dict[str, Participant] = {}
        self._missed: dict[str, list[str]] = {}

    def add(self, entry: Entry | None, section: Section) -> None:
        """A person named in a list under a heading."""
        if entry is None:
            return
        attendance = entry.attendance or section.attendance
        if section.attendance in {"absent", "substitute", "secretariat", "guest"} and entry.attendance in {
            None,
            "present",
        }:
            attendance = section.attendance
        if section.attendance == "absent" and entry.not_items:
            attendance = "present"
        items = entry.items or section.items
        if entry.not_items:
            items = self._without(entry.not_items)
        if items and section.attendance == "absent":
            # "Afbud: Anna Eksempel (punkt 4)": what stands under apologies is what was missed.
            items = items if entry.took_part or entry.not_items else self._without(items)
            attendance = "present"
        new = Participant(
            name=entry.name,
            organisation=entry.organisation,
            role=entry.role or section.role,
            attendance=attendance,
            items=items,
            span=entry.span,
            rule=section.rule,
        )
        key = _key(entry.name)
        old = self._found.get(key)
        self._found[key] = _together(old, new) if old else new

    def say(
        self,
        name: str,
        attendance: str,
        sentence: Sentence,
        span: tuple[int, int],
        rule: str,
        *,
        weak: bool = False,
    ) -> None:
        """What a sentence says of a person's attendance."""
        name = strip_title(name)
        if not is_person(name):
            return
        key = _key(name)
        old = self._found.get(key)
        if old is None:
            self._found[key] = Participant(
                name=name, attendance=attendance, span=sentence.passage.span(*span), rule=rule
            )
        elif attendance == "absent" and old.items:
            return  # absent for some items only, as a list said
        elif attendance != "present" and old.attendance in {None, "present"} and not weak:
            self._found[key] = replace(old, attendance=attendance)

    def miss(self, name: str, items: tuple[str, ...], span: tuple[int, int]) -> None:
        """A person who was not there for some items."""
        key = _key(name)
        if key not in self._found:
            self._found[key] = Participant(
                name=name, attendance=None, span=span, rule="participants:per item"
            )
        self._missed.setdefault(key, []).extend(items)

    def before(self, number: str) -> tuple[str, ...]:
        """The items before that number; none where there is no such item."""
        return tuple(self._numbers[: self._numbers.index(number)]) if number in self._numbers else ()

    def after(self, number: str) -> tuple[str, ...]:
        """The items after that number; none where there is no such item."""
        return tuple(self._numbers[self._numbers.index(number) + 1 :]) if number in self._numbers else ()

    def all(self) -> list[Participant]:
        people = [self._with_missed(key, person) for key, person in self._found.items()]
        return sorted(people, key=lambda each: each.span)

    def _with_missed(self, key: str, person: Participant) -> Participant:
        """The person with the items they were there for; who missed every item was absent."""
        missed = self._missed.get(key)
        if not missed or person.attendance not in {None, "present"}:
            return person
        there = self._without(tuple(missed))
        return (
            replace(person, attendance="present", items=there)
            if there
            else replace(person, attendance="absent")
        )

    def _without(self, missed: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(number for number in dict.fromkeys(self._numbers) if number not in missed)


def _together(old: Participant, new: Participant) -> Participant:
    """Two entries of one person: a plain presence gives way to what says more."""
    plain = {None, "present"}
    attendance = new.attendance if old.attendance in plain and new.attendance is not None else old.attendance
    return replace(
        old,
        organisation=old.organisation or new.organisation,
        role=old.role or new.role,
        attendance=attendance,
        items=old.items or new.items,
    )


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name).lower()
