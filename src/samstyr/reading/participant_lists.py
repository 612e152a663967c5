"""Lists of persons under headings such as *Deltagere* and *Afbud*: one entry each, with what its heading
says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from samstyr.reading.document import Document, Line, Passage, join, passage_of
from samstyr.reading.given_names import is_given_name
from samstyr.reading.labels import find_label
from samstyr.reading.name_runs import find_names
from samstyr.reading.names import is_title_word
from samstyr.reading.persons import Entry, entry_of, expand, role_of
from samstyr.reading.rosters import read_list

_SAID = (
    r"(?:\s+(?:fra|var|er|blandt|i mødet|på mødet|ved mødet|med afbud|uden afbud|medlemmer|deltagere|"
    r"personer|gæster|observatører|af [^:.]{2,40}|i [^:.]{2,40}|fra [^:.]{2,60}|"
    r"(?:under|til|på|ved) (?:pkt\.?|punkt(?:erne)?)[^:]{2,30})){0,2}"
)
_FOR_ITEMS = re.compile(r"\b(?:pkt\.?|punkt(?:erne)?)\s*(?P<items>\d[^:]*)", re.IGNORECASE)
_HEADINGS: tuple[tuple[str | None, str | None, re.Pattern[str]], ...] = tuple(
    (attendance, role, re.compile(rf"(?:{pattern}){_SAID}\s*(?P<colon>:|;|$)", re.IGNORECASE))
    for attendance, role, pattern in (
        (
            "absent",
            None,
            r"(?:afbud|fravær(?:ende)?|(?:ikke|ej) til ?stede|meldt afbud|deltog ikke|ikke mødt|ikke deltagende|"
            r"udeblevet|forfald)(?:/(?:afbud|fravær(?:ende)?))?(?: med afbud)?(?:\s*\([^()]{2,40}\))?",
        ),
        ("secretariat", None, r"(?:samt )?(?:fra )?sekretariat(?:et)?(?:sbetjening)?"),
        (
            "substitute",
            None,
            r"(?:suppleant(?:er)?|stedfortræder(?:e)?|indkaldte? (?:suppleant|stedfortræder)(?:er|e)?)",
        ),
        (
            "guest",
            None,
            r"(?:gæste?r?|(?:særligt )?inviterede?(?: gæst(?:er)?| deltagere)?|eksterne? "
            r"deltager(?:e)?|øvrige deltagere|desuden deltog|endvidere deltog|herudover deltog|"
            r"oplægsholder(?:e)?|andre deltagere|deltog endvidere|deltog desuden|dekaner og "
            r"andre)",
        ),
        ("present", "observer", r"observatør(?:er)?|tilforordnede|tilstedeværende observatører"),
        ("present", "chair", r"mødeleder|ordstyrer|dirigent|mødeledelse"),
        (None, "chair", r"formand"),
        (None, "næstformand", r"næstformand"),
        (None, "kasserer", r"kasserer|kassér"),
        (
            "present",
            "minute_taker",
            r"referent(?:er)?|ref\.?|sekretær|protokolfører|referat(?: ved| v/)?|for referatet|dsn/referent",
        ),
        (
            "present",
            None,
            r"(?:møde)?deltager(?:e|ne)?|deltog|til ?stede(?: var| er)?|tilstedeværende(?: medlemmer| "
            r"deltagere)?(?: af \w+)?|mødte|fremmødte?|fremmødet?|tilstede|(?:fra "
            r")?(?:administrationen|forvaltningen|ledelsen|direktionen|rektorat(?:et)?|daglig "
            r"ledelse|kommunen|regionen)|forældre(?:valgte)?|pårørende|elever|personale|distriktsleder|ledere?|medarbejdere(?: og ledelse)?|"
            r"fra (?-i:[A-ZÆØÅ])[\wæøå-]+|i mødet deltog|bestyrelsen|ledelsen?|(?:møde)?deltager|mødedeltagelse(?:\s?/\s?afbud)?|[\wæøå-]{3,30}repræsentanter(?:ne)?(?: og ledelse)?|(?:ledelses|medarbejder)siden|medlemmer "
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
_FAR = 2  # empty lines that end a list broken off
_BREAKS_OFF = re.compile(r"(?:,|\bog|\bsamt|&|,\s(?P<name>[A-ZÆØÅ][a-zæøå]+))$")
# A quick look for a heading in the middle of a line, and what the headings are: with a colon, or before a name.
_MAY_HOLD = re.compile(
    r"bud\b|ravær|stede|eltager|eferent|eferat|ordstyrer|ødeleder|æster|ra sekr|ervatør|agsorden|Dato|Sted|Ref|RAVÆR|"
    r"eltog|edlemmer|ekretariat|\d[.:)]\s|Ad\s?\d|Side\s"
)
_INITIALED = re.compile(r"[A-ZÆØÅ][^,;:]{4,50}?(?:\s[–-]\s|\s\()[A-ZÆØÅ]{2,4}\)?(?:\s*\([^)]+\))?")
_SEVERAL = 3
_NEAR = 80  # characters
_CUT_BEHIND = re.compile(r"(?:Til stede|Afbud|Fraværende)(?!\s*:|\s+fra\b)(?:\s[A-ZÆØÅ]|$)")
_BEHIND_NAMES = re.compile(r"\b(?:Til stede|Afbud|Fraværende)(?!\s*:|\s+fra\b)(?=\s|$)")
_WORDS = (
    r"Afbud(?:\sfra|\smed|\suden)?|Fraværende(?:\smed\safbud)?|Fravær|(?:Ikke\s|Ej\s)?[Tt]il\s?stede(?:\svar|\ser)?|"
    r"Tilstedeværende(?:\s(?!af\b)[a-zæøå]+){0,2}(?:\saf\s\w+)?|(?:Møde)?[Dd]eltagere?|I\smødet\sdeltog|"
    r"(?:Inviterede?\s)?[Gg]æst(?:er)?|Observatør(?:er)?|Referent|Referat|Ref\.|For\sreferatet|Mødeleder|Ordstyrer|Dirigent|"
    r"[Ff]ra\s(?:sekretariatet|administrationen|forvaltningen|[A-ZÆØÅ][\wæøå]+)|Sekretariat(?:et)?|Ledelsen?|"
    r"Suppleant(?:er)?|Stedfortræder(?:e)?|Medlemmer|Bestyrelsen"
)
_INLINE = re.compile(
    rf"(?:(?<=[\wæøå.,;:)!–-])(?<!kke)(?<!\bEj)(?<!\bej)\s|(?<=[\wæøå)]\.)(?=Udeblevet|Afbud|Fraværende))(?:(?:(?P<word>{_WORDS})(?=\s+[A-ZÆØÅ])|(?:{_WORDS}|[Ff]raværende[^:.]{{0,30}}|Udeblevet|Pårørende|Medarbejdere|Forældre|Elever|Ledere?|Distriktsleder|Personale|Næstformand|Formand|Kasserer|Sekretær)\s*[:;])|"
    r"(?:Dagsorden(?:en)?|DAGSORDEN|Indholdsfortegnelse|Sagsoversigt|Bemærkninger|Møde(?:dato|sted|tid)|Dato|Sted|Tid)\s*:?(?=\s|$)|"
    r"(?:Ad|AD|Pkt\.?|Punkt)\s?\d|(?<!unkt\s)(?<!pkt\s)(?<!pkt\.\s)(?<!sag\s)\d{1,2}[.:)]\s?(?=[A-ZÆØÅ][a-zæøå])|T(?:ema|EMA)\s?:|Side\s\d|D A G S O|"
    r"\d{1,2}\.\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\s\d{4}|"
    r"(?:Sagsnr|Sagsbehandler|Kopi til|Ansv)\b)"
)
_ROLE_ALONE = re.compile(
    r"(?:\d\.\s)?(?:vice|næst)?formand|løsgænger|mødeleder|referent|observatør|suppleant", re.IGNORECASE
)
# A quick look for a word of those headings; and a heading that only the name after it shows to be one.
_MAY_HEAD = re.compile(
    r"bud|ravær|stede|udebl|forfald|sekret|suppl|sted|gæst|invit|delt|obser|tilford|leder|styrer|dirig|formand|refer|ref\.|"
    r"protokol|mødt|mødeled|mødte|frem|fra |forældre|pårør|elever|person|medarbejder|repræ|medlem|ledels|oplæg|eksterne|andre|rektor|bestyrelsen",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(rf"(?:{_WORDS})\s+(?=[A-ZÆØÅ])")
_FROM_BODY = re.compile(
    r"[Ff]ra\s(?!sekretariat|administration|forvaltningen|ledelsen|direktionen|rektorat|daglig|kommunen|regionen)"
    r"(?P<body>[A-ZÆØÅ][^:]{1,60}?)\s*:?\s*$"
)
_PARTY_ALONE = re.compile(r"\([A-ZÆØÅ]{1,3}\)")


@dataclass(frozen=True, slots=True)
class Section:
    """What the heading of a list says of those in it."""

    attendance: str | None
    role: str | None
    rule: str
    items: tuple[str, ...] | None = None
    organisation: str | None = None


def entries(document: Document, lines: list[Line]) -> Iterator[tuple[Section, Entry]]:
    """Each entry of each list with the heading it stands under."""
    section: Section | None = None
    umbrella: str | None = None
    groups: set[str] = set()
    last: Entry | None = None
    quiet = 0
    pieces = [piece for line in _rejoined(lines) for piece in _at_headings(line)]
    taken = 0
    for place, line in enumerate(pieces):
        if place < taken:
            continue
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        if section and last and _is_role_below(line, following):
            role = role_of(line.text) or line.text.lower()
            yield Section(section.attendance, role, section.rule), last
            continue
        if table := _head_of_table(line):
            section, last, quiet = table, None, 0
            continue
        found = heading_of(line.text)
        if found:
            outer = section
            section, start = found
            if _IS_ATTENDANCE.match(line.text):
                # "Til stede:" speaks for the groups under it; "Afbud:" for those that stood under the other.
                umbrella = section.attendance
                inner = heading_of(line.text[start:]) if start is not None else None
                if inner and inner[1] is not None and start is not None:
                    groups.add(inner[0].rule)
                    section, start = replace(inner[0], attendance=umbrella), start + inner[1]
            elif umbrella == "absent" and (
                section.rule in groups or (place and section.rule in _GROUPS and _empty(pieces[place - 1]))
            ):
                section = replace(section, attendance="absent")
            elif umbrella == "present" or (umbrella and section.attendance != "absent"):
                groups.add(section.rule)
                section = replace(
                    section, attendance=section.attendance or ("present" if umbrella == "present" else None)
                )
            last, quiet = None, 0
            if start is not None:
                words, taken = _wrapped(line.passage.part(start), pieces, place)
                if outer is not None and section.rule in _OFFICERS:
                    section = replace(section, attendance=outer.attendance)
                named = read_list(words) or ([alone] if (alone := _alone(words, section)) else [])
                yield from ((section, each) for each in named[: 1 if section.rule in _ONE_PERSON else None])
                if section.rule in _ONE_PERSON and named:
                    section = outer if section.rule in _OFFICERS else None
            continue
        if section is None or _NOBODY.fullmatch(line.text):
            continue
        point = _POINT.match(line.text) if section.attendance == "guest" else None
        if point:
            section = replace(section, items=expand(point["items"]))
            line = replace(line, passage=line.passage.part(point.end()), raw="")
        label = find_label(line.text)
        if _ENDS_LIST.fullmatch(line.text) or (label and label.rest is None):
            section = None
            continue
        passages = _cells(line) or _columns(document, line)
        if not passages:
            words, taken = _wrapped(line.passage, pieces, place)
            passages = [words]
        named = [entry for words in passages for entry in read_list(words)]
        if named:
            last, quiet = named[-1], 0
            yield from ((section, each) for each in named)
        elif following and _is_other_heading(line, following):
            section, last, quiet = Section("present", None, "participants:other heading"), None, 0
        elif not _PARTY_ALONE.fullmatch(line.text):
            quiet += 1
            section = section if quiet < 2 else None


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


def _wrapped(words: Passage, pieces: list[Line], place: int) -> tuple[Passage, int]:
    """Words that break off after a comma or within a name, with the lines they go on in, and the next line's place."""
    following = place + 1
    while following < len(pieces) and _goes_on(words.text, pieces[following]):
        words = join((words, pieces[following].passage))
        following += 1
    return words, following


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


def _at_headings(line: Line) -> list[Line]:
    """A line cut before each heading of a list in the middle of it (``… Bo Prøve Afbud: Anna Eksempel``)."""
    text = line.text
    if len(text) < 20 or not _MAY_HOLD.search(text, 3):
        return [line]
    behind = len(_BEHIND_NAMES.findall(text)) > 2  # "Anna Prøve Til stede Bo Eksempel Afbud"
    cuts = [0]
    for found in _INLINE.finditer(text, 1):
        word = found["word"]
        if word is not None and (behind or not _begins_list(word, text, found.end())):
            continue
        cuts.append(found.start())
    if len(cuts) == 1:
        return [line]
    cuts.append(len(text))
    return [
        replace(line, passage=line.passage.part(start, end), raw="", bullet=line.bullet and start == 0)
        for start, end in pairwise(cuts)
        if text[start:end].strip()
    ]


def _begins_list(heading: str, text: str, at: int) -> bool:
    """Whether a list begins there: with a name, or (``Deltagere Dekanerne, Anna Eksempel``) with one near by."""
    if heading in {"Deltagere", "Til stede"}:
        return bool(find_names(text[at : at + _NEAR]))
    return _begins_name(text, at)


def _begins_name(text: str, at: int) -> bool:
    """Whether a name begins there, perhaps behind a title."""
    ahead = text[at : at + 60].lstrip()
    names = find_names(ahead) if ahead[:1].isupper() else []
    return bool(names) and ((names[0].known and names[0].start == 0) or is_title_word(ahead.split()[0]))


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


def heading_of(text: str) -> tuple[Section, int | None] | None:
    """A line such as ``Afbud:`` or ``Til stede: Anna …`` as a section, and where names after it begin."""
    if not _MAY_HEAD.search(text, 0, 80):
        return None
    head = text[:120]
    for attendance, role, pattern in _HEADINGS:
        found = pattern.match(head)
        if found and (found["colon"] or found.end() == len(text)):
            if found.group().lower().startswith("referat") and not _begins_name(text, found.end()):
                return None
            return _section(attendance, role, found.group(), text, found.end())
    before_name = _BEFORE_NAME.match(head)
    if before_name and _begins_list(before_name.group().strip(), text, before_name.end()):
        for attendance, role, pattern in _HEADINGS:
            if pattern.fullmatch(before_name.group().strip()):
                return _section(attendance, role, before_name.group(), text, before_name.end())
    return None


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


def opens_list(line: Line) -> bool:
    """Whether a list of those present begins in a line, be it in its middle."""
    return any(
        (found := heading_of(piece.text)) is not None
        and found[0].attendance in {None, "present"}
        and found[0].role is None
        for piece in _at_headings(line)
    )


def _section(
    attendance: str | None, role: str | None, heading: str, text: str, end: int
) -> tuple[Section, int | None]:
    rest = text[end:].lstrip(" ;:")
    numbers = _FOR_ITEMS.search(heading)
    from_body = _FROM_BODY.match(heading)
    return Section(
        attendance,
        role,
        f"participants:{heading.strip(' :').lower()}",
        expand(numbers["items"]) if numbers else None,
        from_body["body"] if from_body else None,
    ), (len(text) - len(rest) if rest else None)


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
