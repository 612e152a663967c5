"""The headings of lists of persons (*Deltagere*, *Afbud*), alone on a line or in the middle of one."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from samstyr.reading.document import Line
from samstyr.reading.name_runs import find_names
from samstyr.reading.names import is_title_word
from samstyr.reading.persons import expand

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
            r"(?:afbud|fravær(?:ende)?|(?:ikke|ej) til ?stede|meldt afbud|deltog ikke|ikke mødt|"
            r"ikke deltagende|"
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
            r"deltagere)?(?: af \w+)?|mødte?|fremmødte?|fremmødet?|tilstede|(?:fra "
            r")?(?:administrationen|forvaltningen|ledelsen|direktionen|rektorat(?:et)?|daglig "
            r"ledelse|kommunen|regionen)|forældre(?:valgte)?|pårørende|elever|personale|distriktsleder|"
            r"ledere?|medarbejdere(?: og ledelse)?|"
            r"fra (?-i:[A-ZÆØÅ])[\wæøå-]+|fra (?:staten|[a-zæøå]+erne)|"
            r"fra [a-zæøå ]{3,40} deltog|i mødet deltog|bestyrelsen|ledelsen?|(?:møde)?deltager|"
            r"mødedeltagelse(?:\s?/\s?afbud)?|[\wæøå-]{3,30}repræsentanter(?:ne)?(?: og ledelse)?|"
            r"(?:ledelses|medarbejder)siden|medlemmer "
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
# A quick look for a heading in the middle of a line, and what the headings are: with a colon, or before a name.
_MAY_HOLD = re.compile(
    r"bud\b|ravær|stede|eltager|eferent|eferat|ordstyrer|ødeleder|æst|ra sekr|ervatør|agsorden|Dato|Sted|"
    r"Ref|RAVÆR|"
    r"eltog|edlemmer|ekretariat|\d[.:)]\s|Ad\s?\d|Side\s"
)
_NEAR = 80  # characters
_BEHIND_NAMES = re.compile(r"\b(?:Til stede|Afbud|Fraværende)(?!\s*:|\s+fra\b)(?=\s|$)")
_WORDS = (
    r"Afbud(?:\sfra|\smed|\suden)?|Fraværende(?:\smed\safbud)?|Fravær|(?:Ikke\s|"
    r"Ej\s)?[Tt]il\s?stede(?:\svar|\ser)?|"
    r"Tilstedeværende(?:\s(?!af\b)[a-zæøå]+){0,2}(?:\saf\s\w+)?|(?:Møde)?[Dd]eltagere?|I\smødet\sdeltog|"
    r"(?:Inviterede?\s)?[Gg]æst(?:er)?|Observatør(?:er)?|Referent|Referat|Ref\.|For\sreferatet|Mødeleder|"
    r"Ordstyrer|Dirigent|"
    r"[Ff]ra\s(?:sekretariatet|administrationen|forvaltningen|[A-ZÆØÅ][\wæøå]+)|Sekretariat(?:et)?|Ledelsen?|"
    r"Suppleant(?:er)?|Stedfortræder(?:e)?|Medlemmer|Bestyrelsen"
)
_INLINE = re.compile(
    rf"(?:(?<=[\wæøå.,;:)!–-])(?<!kke)(?<!\bEj)(?<!\bej)\s|(?<=[\wæøå)]\.)(?=Udeblevet|Afbud|"
    rf"Fraværende))(?:(?:(?P<word>{_WORDS})(?=\s+[A-ZÆØÅ])|(?:{_WORDS}|[Ff]raværende[^:.]{{0,30}}|"
    rf"Udeblevet|Fra\s[a-zæøå]{{3,20}}\sdeltog|(?:Endvidere|Desuden|Herudover)\sdeltog|Pårørende|Medarbejdere|Forældre|Elever|Ledere?|Distriktsleder|Personale|Næstformand|"
    rf"Formand|Kasserer|Sekretær)\s*[:;])|"
    r"(?:Dagsorden(?:en)?|DAGSORDEN|Indholdsfortegnelse|Sagsoversigt|Bemærkninger|Møde(?:dato|sted|tid)|"
    r"Dato|Sted|Tid)\s*:?(?=\s|$)|"
    r"(?:Ad|AD|Pkt\.?|Punkt)\s?\d|"
    r"(?<!unkt\s)(?<!pkt\s)(?<!pkt\.\s)(?<!sag\s)\d{1,2}[.:)]\s?(?=[A-ZÆØÅ][a-zæøå])|T(?:ema|EMA)\s?:|"
    r"Side\s\d|D A G S O|"
    r"\d{1,2}\.\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|"
    r"december)\s\d{4}|"
    r"(?:Sagsnr|Sagsbehandler|Kopi til|Ansv)\b)"
)
# The first three letters of those headings, so that most lines are no heading at a glance.
_BEGINNINGS = frozenset(
    [
        "afb",
        "fra",
        "ikk",
        "mel",
        "del",
        "ude",
        "for",
        "sek",
        "sam",
        "sup",
        "ste",
        "ind",
        "gæs",
        "sær",
        "inv",
        "eks",
        "øvr",
        "des",
        "end",
        "her",
        "opl",
        "and",
        "dek",
        "obs",
        "til",
        "mød",
        "ord",
        "dir",
        "næs",
        "kas",
        "ref",
        "pro",
        "dsn",
        "fre",
        "pår",
        "ele",
        "per",
        "dis",
        "led",
        "med",
        "bes",
        "rek",
        "adm",
        "dag",
        "udv",
    ]
) | {"i m", "ej "}
_BEFORE_NAME = re.compile(rf"(?:{_WORDS})\s+(?=[A-ZÆØÅ])")
_FROM_BODY = re.compile(
    r"(?:[Dd]eltagere |[Mm]edlemmer )?[Ff]ra\s(?!sekretariat|administration|forvaltningen|ledelsen|"
    r"direktionen|rektorat|daglig|kommunen|regionen)"
    r"(?P<body>[A-ZÆØÅ][^:]{1,60}?)\s*:?\s*$"
)


@dataclass(frozen=True, slots=True)
class Section:
    """What the heading of a list says of those in it."""

    attendance: str | None
    role: str | None
    rule: str
    items: tuple[str, ...] | None = None
    organisation: str | None = None


def heading_of(text: str) -> tuple[Section, int | None] | None:
    """A line such as ``Afbud:`` or ``Til stede: Anna …`` as a section, and where names after it begin."""
    if text[:3].lower() not in _BEGINNINGS and "epræsentant" not in text[:60]:
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


def opens_list(line: Line) -> bool:
    """Whether a list of those present begins in a line, be it in its middle."""
    return any(
        (found := heading_of(piece.text)) is not None
        and found[0].attendance in {None, "present"}
        and found[0].role is None
        for piece in at_headings(line)
    )


def at_headings(line: Line) -> list[Line]:
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
