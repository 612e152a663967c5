"""Lists of persons under headings such as *Deltagere* and *Afbud*: one entry each, with what its heading
says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from samstyr.reading.document import Document, Line, Passage, passage_of
from samstyr.reading.labels import find_label
from samstyr.reading.names import PERSON, is_person, names_organisation, strip_title
from samstyr.reading.persons import expand, read_entry, role_of

_SAID = (
    r"(?:\s+(?:fra|var|er|blandt|i mødet|på mødet|ved mødet|med afbud|uden afbud|medlemmer|deltagere|"
    r"personer|gæster|observatører|af [^:]{2,40}|i [^:]{2,40}|fra [^:]{2,60}|"
    r"(?:under|til|på|ved) (?:pkt\.?|punkt(?:erne)?)[^:]{2,30})){0,2}"
)
_FOR_ITEMS = re.compile(r"\b(?:pkt\.?|punkt(?:erne)?)\s*(?P<items>\d[^:]*)", re.IGNORECASE)
_HEADINGS: tuple[tuple[str | None, str | None, re.Pattern[str]], ...] = tuple(
    (attendance, role, re.compile(rf"(?:{pattern}){_SAID}\s*(?P<colon>:|$)", re.IGNORECASE))
    for attendance, role, pattern in (
        (
            "absent",
            None,
            r"(?:afbud|fravær(?:ende)?|(?:ikke|ej) til ?stede|meldt afbud|deltog ikke|ikke mødt|ikke deltagende|"
            r"udeblevet|forfald)(?:/(?:afbud|fravær(?:ende)?))?",
        ),
        ("secretariat", None, r"(?:fra )?sekretariat(?:et)?(?:sbetjening)?"),
        (
            "substitute",
            None,
            r"(?:suppleant(?:er)?|stedfortræder(?:e)?|indkaldte? (?:suppleant|stedfortræder)(?:er|e)?)",
        ),
        (
            "guest",
            None,
            r"(?:gæst(?:er)?|(?:særligt )?inviterede?(?: gæster| deltagere)?|eksterne? "
            r"deltager(?:e)?|øvrige deltagere|desuden deltog|endvidere deltog|herudover deltog|"
            r"oplægsholder(?:e)?|andre deltagere|deltog endvidere|deltog desuden|dekaner og "
            r"andre)",
        ),
        ("present", "observer", r"observatør(?:er)?|tilforordnede|tilstedeværende observatører"),
        ("present", "chair", r"mødeleder|ordstyrer|dirigent|mødeledelse"),
        (None, "chair", r"formand"),
        ("present", "minute_taker", r"referent(?:er)?|ref\.|sekretær|protokolfører|referat(?: ved| v/)"),
        (
            "present",
            None,
            r"(?:møde)?deltager(?:e|ne)?|deltog|til ?stede(?: var| er)?|tilstedeværende(?: medlemmer| "
            r"deltagere)?(?: af rådet)?|mødte|fremmødte|fremmøde|tilstede|(?:fra "
            r")?(?:administrationen|forvaltningen|ledelsen|direktionen|rektorat(?:et)?|daglig "
            r"ledelse|kommunen|regionen)|forældre(?:valgte)?|medarbejdere(?: og ledelse)?|"
            r"[\wæøå-]{3,30}repræsentanter(?:ne)?(?: og ledelse)?|(?:ledelses|medarbejder)siden|medlemmer "
            r"til stede|deltagende medlemmer",
        ),
        (
            None,
            None,
            r"medlemmer(?: af (?:udvalget|bestyrelsen|rådet|.{3,40}))?|udvalgets medlemmer|"
            r"bestyrelsens medlemmer",
        ),
    )
)
_ENDS_LIST = re.compile(
    r"(?:referat|dagsorden|indholdsfortegnelse|sagsoversigt|punkter|bemærkninger|mødedato|"
    r"mødested|dato|sted|tid|tidspunkt|mødetidspunkt|lokale|sluttidspunkt|"
    r"starttidspunkt|til toppen|kopi til|cc|bilag|næste møde|møde(?:t)? (?:sluttede|hævet|"
    r"startede)\b.*|luk alle punkter.*|video|formål.*|emne|sagsnr.*|journalnr.*|"
    r"j\.nr.*)\s*:?(?:\s.{0,60})?",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:ingen|alle(?: medlemmer)?(?: var)?(?: mødt| til stede)?|-|–|intet|n/a)\.?", re.IGNORECASE
)
_LONGEST_LIST = 5000  # characters of one line of names
_SIGNS = r"[;•]|\s\|\s"
_COMMAS = r",(?:\s*og\s)?|\s+og\s+(?=(?:[a-zæøå]\w+\s)?[A-ZÆØÅ])|\s+samt\s+|\.\s+(?=[A-ZÆØÅ]\w+\s[A-ZÆØÅ])"
# What an organisation's name ends with, so that what follows is another's name.
_ORGANISATION_ENDS = re.compile(
    r"(?:\b(?:Kommune|KL|PLO|FOA|DSR|MedCom)|^\s*[A-ZÆØÅ]{2,6}|Region\s[A-ZÆØÅ]\w+|"
    r"\w(?:styrelsen|ministeriet|hospital|hospitalet|universitet|foreningen|forbundet)|"
    r"Danske\s[A-ZÆØÅ]\w+)$"
)
_ROLE_ALONE = re.compile(
    r"(?:\d\.\s)?(?:vice|næst)?formand|løsgænger|mødeleder|referent|observatør|suppleant", re.IGNORECASE
)
# "Studerende: Anna …" within a list: a group of those the list names.
_NO_COLON = re.compile(
    rf"(?P<word>(?i:fraværende|afbud|ikke til ?stede|medlemmer|deltagere|til ?stede))\s+(?P<name>{PERSON})"
)
_AWAY = re.compile(r"fravær|afbud|ikke")
_GROUP = re.compile(r"[A-ZÆØÅ][^:;,.\d]{1,40}:\s+(?=\S)")
_PARTY_ALONE = re.compile(r"\([A-ZÆØÅ]{1,3}\)")


@dataclass(frozen=True, slots=True)
class Section:
    """What the heading of a list says of those in it."""

    attendance: str | None
    role: str | None
    rule: str
    items: tuple[str, ...] | None = None


def entries(document: Document, lines: list[Line]) -> Iterator[tuple[Section, Passage]]:
    """Each entry of each list with the heading it stands under."""
    section: Section | None = None
    umbrella: str | None = None
    last: Passage | None = None
    quiet = 0
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if section and last and _is_role_below(line, following):
            role = role_of(line.text) or line.text.lower()
            yield Section(section.attendance, role, section.rule), last
            continue
        if table := _head_of_table(line):
            section, last, quiet = table, None, 0
            continue
        found = heading_of(line.text)
        if found:
            section, start = found
            # "Til stede:" alone on its line speaks for the groups under it; an empty "Afbud:" for nobody.
            if section.attendance is not None or start is None:
                umbrella = "present" if start is None and section.attendance == "present" else None
            section = replace(section, attendance=section.attendance or umbrella)
            last, quiet = None, 0
            if start is not None:
                yield from ((section, words) for words in _named(document, line, start))
            continue
        if section is None or _NOBODY.fullmatch(line.text):
            continue
        label = find_label(line.text)
        if _ENDS_LIST.fullmatch(line.text) or (label and label.rest is None):
            section = None
            continue
        group = _GROUP.match(line.text)
        named = list(_named(document, line, group.end() if group else 0))
        if named:
            last, quiet = named[-1], 0
            yield from ((section, each) for each in named)
        elif following and _is_other_heading(line, following):
            section, last, quiet = Section("present", None, "participants:other heading"), None, 0
        elif not _PARTY_ALONE.fullmatch(line.text):
            quiet += 1
            section = section if quiet < 2 else None


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
        and read_entry(following.passage) is not None
    )


def heading_of(text: str) -> tuple[Section, int | None] | None:
    """A line such as ``Afbud:`` or ``Til stede: Anna …`` as a section, and where names after it begin."""
    head = text[:120]
    without_colon = _NO_COLON.match(head)
    if without_colon and is_person(strip_title(without_colon["name"])):
        word = without_colon["word"].lower()
        attendance = None if word == "medlemmer" else "absent" if _AWAY.match(word) else "present"
        return Section(attendance, None, f"participants:{word}"), without_colon.start("name")
    for attendance, role, pattern in _HEADINGS:
        found = pattern.match(head)
        if found and (found["colon"] or found.end() == len(text)):
            rest = text[found.end() :].strip()
            start = (
                found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip()) if rest else None
            )
            numbers = _FOR_ITEMS.search(found.group())
            items = expand(numbers["items"]) if numbers else None
            rule = f"participants:{found.group().strip(' :').lower()}"
            return Section(attendance, role, rule, items), start
    return None


def _named(document: Document, line: Line, start: int) -> Iterator[Passage]:
    """The entries of a line: one, or several divided by columns, commas or semicolons."""
    columns = (_cells(line) or _columns(document, line)) if start == 0 else []
    for words in columns or [line.passage.part(start)]:
        yield from divided(words)


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
    return [_row(cells)] if cells and read_entry(cells[0]) is not None else []


def _columns(document: Document, line: Line) -> list[Passage]:
    """A line of two columns: both sides of wide space, where each names a person."""
    pieces = list(re.finditer(r"\S(?:[^\t]*?\S)?(?=\s{3,}|\t|\s*$)", line.raw))
    if len(pieces) < 2:
        return []
    at = document.text.find(line.raw, max(line.span[0] - len(line.raw), 0))
    passages = [passage_of(document.text, at + piece.start(), at + piece.end()) for piece in pieces]
    named = [read_entry(each) is not None for each in passages]
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


def divided(words: Passage) -> Iterator[Passage]:
    """The entries of some words: cut at signs, at commas between names, and where a second column begins."""
    text = words.text
    if len(text) > _LONGEST_LIST:
        return
    pieces = _pieces(text, _SIGNS)
    if len(pieces) > 1:
        for start, end in pieces:
            yield from divided(words.part(start, end))
        return
    commas = _pieces(text, _COMMAS)
    cuts = [cut for start, end in commas for cut in _merged(words, start, end)]
    run: tuple[int, int] | None = None
    for start, end in cuts:
        if read_entry(words.part(start, end)) is not None:
            if run:
                yield words.part(*run)
            run = (start, end)
        elif run:
            run = (run[0], end)
    if run:
        # A title may stand before the first name: "Region Syd, Anna Eksempel".
        alone = sum(read_entry(words.part(start, end)) is not None for start, end in cuts) == 1
        yield words if alone else words.part(*run)


def _merged(words: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """``Prøveby Kommune Anna Eksempel``, the end of one entry and the next one's name, as two pieces."""
    depth = 0
    for at in range(start, end):
        depth += {"(": 1, ")": -1}.get(words.text[at], 0)
        if words.text[at] != " " or depth > 0:
            continue
        before, name = words.text[start:at].strip(), re.match(PERSON, words.text[at + 1 : end])
        if not before or not name or not is_person(name.group()):
            continue
        bracketed = before.endswith(")") and (read_entry(words.part(start, at)) or names_organisation(before))
        organisation = (
            _ORGANISATION_ENDS.search(before) and names_organisation(before) and not is_person(before)
        )
        if bracketed or organisation:
            yield start, at
            start = at + 1
    yield start, end


def _pieces(text: str, divider: str) -> list[tuple[int, int]]:
    """Places between dividers that stand outside brackets."""
    pieces: list[tuple[int, int]] = []
    start = 0
    depth = at = 0
    for found in re.finditer(divider, text):
        depth += text.count("(", at, found.start()) - text.count(")", at, found.start())
        at = found.start()
        if depth > 0:
            continue
        pieces.append((start, found.start()))
        start = found.end()
    pieces.append((start, len(text)))
    return [(start, end) for start, end in pieces if text[start:end].strip()]
