"""Which forum met, from the titles of the document: ``Referat fra møde i …``, ``Bestyrelsesmøde``."""

import re

from samstyr.reading.dates import find_dates
from samstyr.reading.document import Line
from samstyr.reading.names import tidy
from samstyr.reading.record import Span

_KIND = (
    r"(?:beslutnings?|møde|foreløbigt\s|godkendt\s|udkast\stil\s|endeligt\s)*(?:referat|dagsorden|"
    r"protokol|indkaldelse|beslutninger)(?:en|et|er)?(?:\s+(?:og|med)\s+referat(?:er)?)?"
)
_EVENT = (
    r"(?:(?:\d+\.\s*|ordinær[et]?\s+|ekstraordinær[et]?\s+|konstituerende\s+|virtuelt\s+|"
    r"fælles\s?|årligt\s+|\d+\.\s)*"
    r"(?P<compound>\w*?)(?:møde[rt]?|mødet|seminar(?:et)?)(?:\s+(?:nr\.?\s*)?\d+(?:[-/.]\d+)?)?)"
)
_STOP = (
    r"(?=\s*(?:$|[,;–:(]|\s-\s|\s(?:d\.|den|afholdt|kl\.?|tirsdag|mandag|onsdag|torsdag|fredag|"
    r"lørdag|søndag|\d{1,2}[-./]\s?\d|\d{1,2}\.?\s(?:januar|februar|marts|april|"
    r"maj|juni|juli|august|september|oktober|november|december))))"
)
_TITLES = (
    re.compile(
        rf"(?:{_KIND}\s*(?:fra|af|for|til|over|vedr\.?|[-–:])?\s*)?(?:det\s)?{_EVENT}\s+(?:i|af|"
        rf"for)\s+(?P<forum>\S.*?){_STOP}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<forum>(?-i:[A-ZÆØÅ])\S.*?)"
        rf"\s*[-–,:]\s*(?:[^-–,:]{{0,40}}\d{{4}}\s*[-–,:]\s*)?(?:{_KIND}|{_KIND}\s.*|"
        rf"møde\b.*){_STOP}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_KIND}\s*(?:[-–:]|fra|af|for|til)\s*(?P<forum>(?!møde\b|mødet\b)\S.*?){_STOP}", re.IGNORECASE
    ),
    re.compile(rf"{_EVENT}\s*[-–:]\s*(?P<forum>[A-ZÆØÅ]\S.*?){_STOP}", re.IGNORECASE),
)
_COMPOUND = re.compile(
    r"\b(?P<forum>(?:[\w-]*(?:bestyrelse|styregruppe|udvalg|råd|gruppe|direktion|klynge|ledelse|"
    r"nævn|kreds|kommission|repræsentantskab))s?)(?:møde|"
    r"mødet)\b(?P<whom>\sfor\s[a-zæøå-]{3,}(?=\s(?:d\.|den\s)|$))?"
    r"|\b(?P<assembly>generalforsamling)(?:en)?\b(?:\s+(?:i|for)\s+(?P<whose>\S.*?)" + _STOP + ")?",
    re.IGNORECASE,
)
_CALLED = re.compile(rf"(?i:{_KIND})\.?\s+(?P<forum>[A-ZÆØÅ][^.:;?!]{{3,80}})$")
_FIRST_LINES = 12
_ALONE = re.compile(
    r"[A-ZÆØÅ]?[^.:;?!\d]{0,60}?(?:[Uu]dvalg(?:et)?|[Rr]åd(?:et)?|[Gg]ruppe[nr]?|[Bb]estyrelsen?|"
    r"[Nn]ævn(?:et)?|"
    r"[Kk]reds(?:en)?|[Dd]irektionen|[Ff]orum)\s(?:for|ved|i|på)\s[^.:;?!]{3,90}|"
    r"[A-ZÆØÅ][^.:;?!]{0,60}(?:[Uu]dvalget|[Uu]dvalg|[Rr]ådet|[Rr]åd|bestyrelsen|bestyrelse|gruppen|gruppe|"
    r"nævnet|klyngen|direktionen|kommissionen|forum|kollegium)"
)
_BODY = (
    r"(?:[Uu]dvalget?|[Rr]ådet|[Bb]estyrelsen|[Nn]ævnet|[Gg]ruppen|[Kk]lyngen|[Kk]omit[eé]en|[Dd]irektionen|"
    r"[Kk]ommissionen|[Ff]orum|[Rr]epræsentantskabet|[Ss]eniorråd|[Ææ]ldreråd|[Hh]andicapråd)"
)
_DAY = r"(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|den\s\d|d\.\s?\d|\d{1,2}[-./]\s?\d|\d{1,2}\.\s[a-z]{3})"
# Said so plainly that the name needs no word for a body: "mødet i Telemedicin" alone on its line.
_PLAIN = (
    re.compile(r"(?:referat\s+)?(?:til|fra|af)?\s*mødet\s+i\s+(?P<forum>\S.{1,80})", re.IGNORECASE),
    re.compile(
        r"\b(?:bestyrelsesmøde|bestyrelsesmødet)\s+(?:i|på|for|hos)\s+(?P<forum>(?-i:[A-ZÆØÅ\d]|"
        r"vandværket|foreningen)\S*?(?:\s.*?)??)" + _STOP,
        re.IGNORECASE,
    ),
    re.compile(r"Dagsord(?:e)?ne?r og referater\s+(?P<forum>[A-ZÆØÅ]\S.{3,70})"),
)
_GENITIVE = re.compile(
    rf"(?:^|[^\w])(?P<forum>(?!\w*[Rr]eferat|Møde|Dagsorden|Indkald)[A-ZÆØÅ][\w-]*(?:\s(?!afholdt|"
    rf"holdt)[\wæøå-]+){{0,4}}?(?<=[a-zæøå]){_BODY[:-1]}|komitéen))s\s+(?:(?:\d+\.|ordinære|"
    rf"ekstraordinære)\s+)*"
    r"(?:\w*møde\b|\w*mødet\b)|(?:^|[^\w])(?P<forum2>[A-ZÆØÅ][\w-]*(?:rådet|udvalget|bestyrelsen|gruppen|"
    r"nævnet|komitéen|klyngen|forummet))s\s+"
    r"(?:(?:\d+\.|ordinære|ekstraordinære)\s+)*(?:møde|mødet)\b"
)
_BEFORE_DAY = re.compile(
    rf"(?:(?:^|.*\s)MØDE\s+|REFERAT\s+)?(?P<forum>(?!Møde|Referat|Dagsorden|Indkald|Ordinær|Ekstra|"
    rf"Beslutning)[A-ZÆØÅ][^.:;?!\d]{{0,70}}?{_BODY})\s+(?i:(?={_DAY}))"
)
_BEFORE_KIND = re.compile(
    r"(?:^|\s)(?P<forum>(?!Møde|Referat|Dagsorden|Indkald)(?:[A-ZÆØÅ][\wæøå]+-?(?:,|"
    r" og)?\s)?[A-ZÆØÅ][\wæøå-]*(?:bestyrelsen|udvalget|rådet|nævnet))\.?\s+"
    r"(?:Referat|Beslutningsprotokol|Dagsorden)(?:$|\s|\")"
)
# "Referater af Rådets møder", and "Bestyrelsen:" before those of the board who came.
_MEETINGS_OF = re.compile(
    r"\b(?P<forum>[A-ZÆØÅ][\w-]*(?:rådet|udvalget|bestyrelsen))s\s(?:møder|referater|dagsordener)\b"
)
_BOARD_LISTED = re.compile(r"(?:Til stede:\s*)?(?P<forum>Bestyrelsen|Styregruppen|Direktionen):\s")
_CRUMBS = re.compile(r"^.*(?:pil(?=[A-ZÆØÅ])|\s[>»/]\s)")
_TAIL = re.compile(
    r"\s*(?:\((?:19|20)\d\d\s?[-–]\s?(?:19|20)?\d\d\)|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?|"
    r"\s[-–]\s?\d.*|[\"”].*)$"
)
_FIRST_LINES = 12
_LONGEST = 260  # characters of a line that may be a title
_LONGEST_COMPOUND = 200
_NO_NAME = re.compile(
    r"\b(?:find|søg|se|vælg|kan|skal|her|du|klik|læs|at|dagsord\w+|referater|referat|dette|denne|blev|"
    r"møder|hvor|som)\b|\.\.\."
)


def forum_in_titles(top: list[Line]) -> tuple[str, Span] | None:
    """The forum as the first title that names it has it, and where it stands."""
    titles = [line for line in top[:25] if len(line.text) <= _LONGEST and "..." not in line.text]
    readers = ((_plainly, titles), (_in_title, titles), (_compound, top[:15]), (_alone, top[:_FIRST_LINES]))
    for reader, lines in (*readers, (_beside, top)):
        for line in lines:
            if found := reader(line):
                return found
    return None


def _plainly(line: Line) -> tuple[str, Span] | None:
    for pattern in _PLAIN:
        whole = pattern.search(line.text) if pattern is _PLAIN[1] else pattern.fullmatch(line.text)
        if whole and not find_day(whole["forum"]) and not _NO_NAME.search(whole["forum"].lower()):
            return _named(line, whole.span("forum"))
    return None


def _in_title(line: Line) -> tuple[str, Span] | None:
    text = line.text
    if found := _GENITIVE.search(text):
        return _named(line, found.span("forum" if found["forum"] else "forum2"))
    crumbs = _CRUMBS.match(text)
    at = crumbs.end() if crumbs else 0
    before_day = _BEFORE_DAY.match(text, at)
    for found in (before_day, *(pattern.search(text, at) for pattern in (_BEFORE_KIND, *_TITLES))):
        if found and _could_be_forum(_TAIL.sub("", found["forum"])):
            return _named(line, found.span("forum"))
    return None


def _compound(line: Line) -> tuple[str, Span] | None:
    """``Bestyrelsesmøde``, ``Generalforsamling i …``."""
    found = _COMPOUND.search(line.text) if len(line.text) < _LONGEST_COMPOUND else None
    if found and found["forum"]:
        return tidy(_definite(found["forum"]) + (found["whom"] or "")), line.passage.span(
            *found.span("forum")
        )
    return (tidy(found.group()), line.passage.span(*found.span())) if found else None


def _alone(line: Line) -> tuple[str, Span] | None:
    called = _CALLED.match(line.text)
    if called and _could_be_forum(called["forum"]):
        return _named(line, called.span("forum"))
    if _ALONE.fullmatch(line.text) and _could_be_forum(line.text):
        return _named(line, (0, len(line.text)))
    return None


def _beside(line: Line) -> tuple[str, Span] | None:
    """``Referater af Rådets møder``, or ``Bestyrelsen:`` before those of the board who came."""
    if found := _MEETINGS_OF.search(line.text[:_LONGEST]):
        return _named(line, found.span("forum"))
    if found := _BOARD_LISTED.match(line.text):
        return found["forum"].lower(), line.passage.span(*found.span("forum"))
    return None


def find_day(text: str) -> bool:
    """Whether a text holds a date."""
    return next(find_dates(text), None) is not None


def _named(line: Line, span: tuple[int, int]) -> tuple[str, Span]:
    return _TAIL.sub("", tidy(line.text[slice(*span)])), line.passage.span(*span)


def _could_be_forum(text: str) -> bool:
    words = text.lower()
    if len(text) > 140 or not re.search(r"[a-zæøå]{2}", words) or find_day(text):
        return False
    if _KIND_ALONE.fullmatch(words):
        return False
    if re.search(r"(?:møde|mødet)$|generalforsamling", words) or _NO_NAME.search(words):
        return False
    return _BODY_WORD.search(words) is not None or re.search(r"\bMED\b|MED-", text) is not None


_KIND_ALONE = re.compile(
    rf"(?:{_KIND}|{_KIND}\s.*|møde|mødet|ordinært|ekstraordinært|åben|åbent|lukket|bilag.*|side.*|til)"
)
_BODY_WORD = re.compile(
    r"udvalg|råd\b|rådet|bestyrelse|gruppe|styregruppe|nævn|forum|kommission|komit|kreds|"
    r"direktion|klynge|samarbejde|kollegi|byråd|"
    r"forsamling|partnerskab|fu\b|klub|forening|selskab|regionsråd|"
    r"kommunalbestyrelse|ledelse|repræsentantskab|netværk|board|skole|institut|team|"
    r"temagruppe"
)


def _definite(compound: str) -> str:
    """``bestyrelses`` (møde) as the body that meets: ``bestyrelsen``."""
    base = compound[:-1] if compound.lower().endswith(("es", "gs", "ds", "ns")) else compound
    if not base[:1].isupper() or not base[1:2].isupper() or base.isupper():
        base = base.lower() if base.isupper() else base[:1].lower() + base[1:]
    if base.lower().endswith(("bestyrelse", "gruppe", "klynge", "ledelse")):
        return f"{base}n"
    if base.lower().endswith(("udvalg", "råd", "nævn", "repræsentantskab")):
        return f"{base}et"
    return f"{base}en"
