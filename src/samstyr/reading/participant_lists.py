"""Lists of persons under headings such as *Deltagere* and *Afbud*: one entry each, with what its heading
says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from samstyr.reading.document import Document, Line, Passage, join, passage_of
from samstyr.reading.given_names import is_given_name
from samstyr.reading.labels import find_label
from samstyr.reading.list_headings import Section, at_headings, heading_of
from samstyr.reading.persons import Entry, entry_of, expand, role_of
from samstyr.reading.rosters import read_list

_ENDS_LIST = re.compile(
    r"(?:\d{1,2}\.\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b.*|"
    r"sagsbehandler.*|telefon.*|e-?post.*|tema:?.*|ad\s?\d.*|pkt\.?\s?\d.*|punkt\s?\d+[.:)]?\s.*|\d{1,2}[.)]\s?(?-i:[A-ZÆØÅ]).*|"
    r"referat|dagsorden|indholdsfortegnelse|sagsoversigt|punkter|bemærkninger|mødedato|"
    r"mødested|dato|sted|tid|tidspunkt|mødetidspunkt|lokale|sluttidspunkt|"
    r"starttidspunkt|til toppen|kopi til|cc|bilag|næste møde|møde(?:t)? (?:sluttede|hævet|"
    r"startede)\b.*|luk alle punkter.*|video|formål.*|emne|sagsnr.*|journalnr.*|"
    r"j\.nr.*)\s*:?(?:\s.{0,60})?",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:ingen|alle(?: medlemmer)?(?: var)?(?: mødt| til stede)?|-|–|intet|n/a)\.?", re.IGNORECASE
)
_ONE_PERSON = frozenset(
    {
        "participants:referent",
        "participants:mødeleder",
        "participants:ordstyrer",
        "participants:ref",
        "participants:ref.",
        "participants:dirigent",
        "participants:sekretær",
        "participants:næstformand",
        "participants:kasserer",
        "participants:formand",
        "participants:for referatet",
        "participants:referat",
    }
)
_OFFICERS = frozenset({"participants:formand", "participants:næstformand", "participants:kasserer"})
_IS_ATTENDANCE = re.compile(
    r"(?:til ?stede|deltagere|mødedeltagere|afbud|fravær|(?:ikke|ej) til ?stede|tilstede|mødte|fremmød)",
    re.IGNORECASE,
)
_GROUPS = frozenset(
    {
        "participants:bestyrelsen",
        "participants:observatører",
        "participants:sekretariatet",
        "participants:ledelsen",
    }
)
_POINT = re.compile(
    r"(?:[Uu]nder )?(?:Punkt|punkt|Pkt\.?|pkt\.?)\s(?P<items>\d+(?:(?:,|\sog|-)\s?\d+)*)\s*:?\s+(?=[A-ZÆØÅ])"
)
_QUIET = 2  # lines that name nobody
_FAR = 2  # empty lines that end a list broken off
_BREAKS_OFF = re.compile(r"(?:,|\bog|\bsamt|&|,\s(?P<name>[A-ZÆØÅ][a-zæøå]+))$")
_INITIALED = re.compile(r"[A-ZÆØÅ][^,;:]{4,50}?(?:\s[–-]\s|\s\()[A-ZÆØÅ]{2,4}\)?(?:\s*\([^)]+\))?")
_SEVERAL = 3
_CUT_BEHIND = re.compile(r"(?:Til stede|Afbud|Fraværende)(?!\s*:|\s+fra\b)(?:\s[A-ZÆØÅ]|$)")
_ROLE_ALONE = re.compile(
    r"(?:\d\.\s)?(?:vice|næst)?formand|løsgænger|mødeleder|referent|observatør|suppleant", re.IGNORECASE
)
_PARTY_ALONE = re.compile(r"\([A-ZÆØÅ]{1,3}\)")


def entries(document: Document, lines: list[Line]) -> Iterator[tuple[Section, Entry]]:
    """Each entry of each list with the heading it stands under."""
    lists = _Lists(document, [piece for line in _rejoined(lines) for piece in at_headings(line)])
    while lists.place < len(lists.pieces):
        yield from lists.next()


class _Lists:
    """The lists of some lines, read line by line: which one is open, and what was last read in it."""

    def __init__(self, document: Document, pieces: list[Line]) -> None:
        self.document = document
        self.pieces = pieces
        self.place = 0
        self.section: Section | None = None
        self.umbrella: str | None = None  # "present" or "absent", for the groups under a heading
        self.groups: set[str] = set()
        self.last: Entry | None = None
        self.quiet = 0

    def next(self) -> list[tuple[Section, Entry]]:
        """What the next line names."""
        line = self.pieces[self.place]
        following = self.pieces[self.place + 1] if self.place + 1 < len(self.pieces) else None
        before = self.pieces[self.place - 1] if self.place else None
        self.place += 1
        if self.section and self.last and _is_role_below(line, following):
            role = role_of(line.text) or line.text.lower()
            return [(Section(self.section.attendance, role, self.section.rule), self.last)]
        if table := _head_of_table(line):
            self._open(table)
            return []
        if found := heading_of(line.text):
            return self._under_heading(line, before, *found)
        if self.section is None or _NOBODY.fullmatch(line.text):
            return []
        label = find_label(line.text)
        if (_ENDS_LIST.fullmatch(line.text) and not self._is_point(line)) or (label and label.rest is None):
            self.section = None
            return []
        return self._in_list(self.section, line, following)

    def _open(self, section: Section | None) -> None:
        self.section, self.last, self.quiet = section, None, 0

    def _is_point(self, line: Line) -> bool:
        """Whether guests for an item follow: ``Punkt 2: Anna Eksempel``."""
        return (
            self.section is not None
            and self.section.attendance == "guest"
            and _POINT.match(line.text) is not None
        )

    def _under_heading(
        self, line: Line, before: Line | None, section: Section, start: int | None
    ) -> list[tuple[Section, Entry]]:
        outer = self.section
        section, start = self._in_group(line, before, section, start)
        if outer is not None and start is not None and section.rule in _OFFICERS:
            section = replace(section, attendance=outer.attendance)
        self._open(section)
        if start is None:
            return []
        words = self._wrapped(line.passage.part(start))
        named = read_list(words) or ([alone] if (alone := _alone(words, section)) else [])
        if section.rule in _ONE_PERSON and named:
            self.section = outer if section.rule in _OFFICERS else None
            named = named[:1]
        return [(section, each) for each in named]

    def _in_group(
        self, line: Line, before: Line | None, section: Section, start: int | None
    ) -> tuple[Section, int | None]:
        """The section with the attendance of the heading it stands under.

        "Til stede:" speaks for the groups under it; "Afbud:" for those that stood under the other.
        """
        if _IS_ATTENDANCE.match(line.text):
            self.umbrella = section.attendance
            inner = heading_of(line.text[start:]) if start is not None else None
            if inner is not None and inner[1] is not None and start is not None:
                self.groups.add(inner[0].rule)
                return replace(inner[0], attendance=self.umbrella), start + inner[1]
        elif self.umbrella == "absent":
            known = section.rule in self.groups
            if known or (before is not None and section.rule in _GROUPS and _empty(before)):
                return replace(section, attendance="absent"), start
        elif self.umbrella == "present":
            self.groups.add(section.rule)
            return replace(section, attendance=section.attendance or "present"), start
        return section, start

    def _in_list(self, section: Section, line: Line, following: Line | None) -> list[tuple[Section, Entry]]:
        """What a line within a list names; a line or two without names end it."""
        if self._is_point(line) and (point := _POINT.match(line.text)):
            section = self.section = replace(section, items=expand(point["items"]))
            line = replace(line, passage=line.passage.part(point.end()), raw="")
        passages = _cells(line) or _columns(self.document, line) or [self._wrapped(line.passage)]
        named = [entry for words in passages for entry in read_list(words)]
        if named:
            self.last, self.quiet = named[-1], 0
        elif following and _is_other_heading(line, following):
            self._open(Section("present", None, "participants:other heading"))
        elif not _PARTY_ALONE.fullmatch(line.text):
            self.quiet += 1
            self.section = section if self.quiet < _QUIET else None
        return [(section, each) for each in named]

    def _wrapped(self, words: Passage) -> Passage:
        """Words that break off after a comma or within a name, with the lines they go on in."""
        while self.place < len(self.pieces) and _goes_on(words.text, self.pieces[self.place]):
            words = join((words, self.pieces[self.place].passage))
            self.place += 1
        return words


def _alone(words: Passage, section: Section) -> Entry | None:
    """The first name alone that stands behind ``Referent:`` and its like."""
    found = re.match(r"[A-ZÆØÅ][\wæøå-]+", words.text)
    if section.rule not in _ONE_PERSON or found is None or not is_given_name(found.group()):
        return None
    return entry_of(found.group(), "", "", words.span(0, found.end()))


def _rejoined(lines: list[Line]) -> list[Line]:
    """Lines that were cut before what stands behind the names (``Anna Prøve`` / ``Til stede Bo Eksempel``) as one."""
    cut = [place for place, line in enumerate(lines) if _CUT_BEHIND.match(line.text)]
    if len(cut) < _SEVERAL or cut[0] == 0:
        return lines
    first, last = cut[0] - 1, cut[-1]
    whole = replace(lines[first], passage=join(line.passage for line in lines[first : last + 1]), raw="")
    return [*lines[:first], whole, *lines[last + 1 :]]


def _empty(line: Line) -> bool:
    """Whether a heading of absence has nobody behind it on its own line."""
    found = heading_of(line.text)
    return found is not None and found[1] is None and found[0].attendance == "absent"


def _goes_on(text: str, line: Line) -> bool:
    """Whether words go on in the next line: with a bracket, or because they broke off."""
    if line.gap >= _FAR or line.bullet:
        return False
    if line.text.startswith("("):
        return True
    broken = _BREAKS_OFF.search(text)
    return (
        broken is not None
        and (broken["name"] is None or is_given_name(broken["name"]))
        and line.text[:1].isupper()
        and heading_of(line.text) is None
    )


def _is_role_below(line: Line, following: Line | None) -> bool:
    """An office on the line under a name, when no name comes after it (then it would be a heading)."""
    if not _ROLE_ALONE.fullmatch(line.text):
        return False
    return following is None or _PARTY_ALONE.fullmatch(following.text) is not None


def _is_other_heading(line: Line, following: Line) -> bool:
    """A short line that names nobody before a line that does: a heading we have no word for."""
    text = line.text
    return (
        len(text) < 60
        and text[:1].isupper()
        and not re.search(r"\d|[.?!]$|^\(|\bformand\b", text)
        and not line.bullet
        and not _ROLE_ALONE.fullmatch(text)
        and following.gap <= line.gap
        and bool(read_list(following.passage))
    )


def with_initials(lines: Sequence[Line]) -> list[tuple[Section, Entry]]:
    """The list at the very top that has no heading: ``Anna Eksempel – AE``, one a line."""
    section = Section("present", None, "participants:initials")
    found: list[tuple[Section, Entry]] = []
    for line in lines:
        named = read_list(line.passage) if _INITIALED.fullmatch(line.text) else []
        if named:
            found.append((section, named[0]))
        elif found:
            break
    return found if len(found) >= _SEVERAL else []


def _head_of_table(line: Line) -> Section | None:
    """``Navn | Organisation | Til stede`` as the heading of the rows under it."""
    cells = [cell.strip().lower() for cell in re.split(r"\||\t|\s{3,}", line.raw) if cell.strip()]
    if len(cells) < 2 or cells[0] not in {"navn", "deltager", "deltagere", "medlem", "navne"}:
        return None
    says = re.search(r"til ?stede|deltager|deltog|mødt|fremmøde", " ".join(cells))
    return Section("present" if says else None, None, "participants:table")


def _cells(line: Line) -> list[Passage]:
    """A row of a table whose cells stand between upright strokes, where its first cell names a person."""
    if not line.text.startswith("|"):
        return []
    cells = [
        line.passage.part(*found.span())
        for found in re.finditer(r"[^|]+", line.text)
        if found.group().strip()
    ]
    return [_row(cells)] if cells and read_list(cells[0]) else []


def _columns(document: Document, line: Line) -> list[Passage]:
    """A line of two columns: both sides of wide space, where each names a person."""
    pieces = list(re.finditer(r"\S(?:[^\t]*?\S)?(?=\s{3,}|\t|\s*$)", line.raw))
    if len(pieces) < 2:
        return []
    at = document.text.find(line.raw, max(line.span[0] - len(line.raw), 0))
    passages = [passage_of(document.text, at + piece.start(), at + piece.end()) for piece in pieces]
    named = [bool(read_list(each)) for each in passages]
    if sum(named) >= 2:
        return passages
    return [_row(passages)] if named[0] else []


def _row(cells: list[Passage]) -> Passage:
    """The cells of a row about one person, as words with commas between them."""
    text = ""
    marks: list[int] = []
    origins: list[int] = []
    for cell in cells:
        text += ", " if text else ""
        marks += [len(text) + mark for mark in cell.marks]
        origins += cell.origins
        text += cell.text
    return Passage(text, tuple(marks), tuple(origins))
