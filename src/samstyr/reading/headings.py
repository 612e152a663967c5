"""Lines that could be the heading of an item, each with a score that says how much it looks like one."""

import re
from dataclasses import dataclass, replace

from samstyr.reading.document import Document, Line, join
from samstyr.reading.document import Passage as Words
from samstyr.reading.labels import Part, find_label
from samstyr.reading.names import PERSON
from samstyr.reading.run_on import title_end

_MONTH = r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b"
_LEAD = (
    r"(?P<lead>ad\.?(?:\s*(?:dagsordenens\s+)?(?:pkt|punkt)\.?)?|pkt\.?|dagsordens?punkt(?:\s*nr\.?)?|punkt(?:\s*nr\.?)?|"
    r"nr\.?|sag(?:\s*nr\.?)?)"
)
_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{1,2}){0,2})"
_LETTER = r"(?:(?:\.|\s)?(?P<letter>[A-Za-z])(?=[.):]|\s|$))?"
_LED = re.compile(
    rf"{_LEAD}\s*(?P<number>\d{{1,3}}(?:/\d{{2,4}}|(?:\.\d{{1,2}}){{0,2}}))(?!\d){_LETTER}(?P<close>\s?[.):]|)\s*[-–:]?\s*(?P<title>.*)$",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:Indholdsfortegnelse\s?|(?:[Åå]bent?|[Ll]ukket)(?:\spunkt)?\s)?{_NUMBER}(?P<letter>\.?[A-Za-z](?=[.)]\s))?(?P<close>\.\)|"
    rf"[.):])(?!\d)\s*(?P<title>.*)$"
)
_GLUED = re.compile(rf"{_NUMBER}(?P<letter>)(?P<close>)(?P<title>[A-ZÆØÅ][a-zæøå]{{2}}.*)$")
_ANSWER = re.compile(
    r"(?:Godkend|Taget|Tages|Tiltr|Anbefal|Vedt|Udsat|Udsk|Drøft|Ikke |Indstillingen|Imødek|Afvis|Efterret|Orienter|"
    r"(?:Udvalget|Rådet|Bestyrelsen|Byrådet|Lokaludvalget|[A-ZÆØÅ]\w+udvalget|[A-ZÆØÅ]\w+rådet)\s\w+(?:ede|te|er|og)\b)"
)
_ALONE = re.compile(r"(?P<number>\d{1,3})(?P<letter>)(?P<close>)(?P<title>)$")
_LOOSE = re.compile(
    rf"(?:(?:[Åå]bent?|[Ll]ukket)(?:\spunkt)?\s)?{_NUMBER}(?P<letter>)(?P<close>)\s+(?P<title>[A-ZÆØÅ(\"”»].*)$"
)
_NO_HEADING = re.compile(
    rf"\d{{1,2}}\.?\s*{_MONTH}|\d{{1,4}}[-./]\d{{1,2}}[-./]\d{{2,4}}|\d{{1,2}}[.:]\d\d(?:\s*[-–]|\s*:|\s)|"
    r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+\.?\s*(?-i:næstformand|suppleant|viceformand|stedfortræder|"
    r"behandling|sal\b|stk|kvartal|halvår)|"
    r"\d+\s*(?-i:pct|procent|%|kr\b|mio|mia|personer|medlemmer|stemmer|side\b)",
    re.IGNORECASE,
)
_MARKER = re.compile(
    r"\((?:[BODI]|[BO]\s?/\s?[BOD]|\w*punkt|\w*sag|beslutning|orientering|drøftelse|godkendelse|"
    r"åben|åbent|lukket|lukket punkt|til \w+|bilag)\)",
    re.IGNORECASE,
)
USUAL = re.compile(
    r"(?:godkendelse af|velkomst|meddelelser|eventuelt|evt\b|næste møde|orientering|valg af|"
    r"drøftelse af|status|siden sidst|"
    r"bordet rundt|beretning|regnskab|budget|lukket|temadrøftelse|opfølgning|spørgetid|"
    r"beslutning om|mødeplan|konstituering|indkomne forslag)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:godkende[rs]|tage[rs]?|drøfte[rs]|beslutte[rs]?|vedtage[rs]|anbefale[rs]|tiltræde[rs]|"
    r"indstille[rs]|udpege[rs]|vælge[rs]|fastsættes|"
    r"finansieres|overføres|frigives|meddeles|bemyndiges|sendes|godkendt|indgår|afsættes|"
    r"bevilges|udbydes|orienteres)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:åbent?|lukket)(?:\spunkt)?\s\d", re.IGNORECASE)
_PEOPLE = re.compile(rf"{PERSON}(?:,\s{PERSON})*(?:,|\sog\s{PERSON}\W*$)")
_UNFINISHED = re.compile(
    r"(?:\b(?:af|og|for|til|i|på|om|med|ved|fra|samt|eller|under|den|det|de|en|et|vedr\.|vedrørende)|[,/–-])$"
)
_LONG = 600  # characters; a longer line is a heading only where a page became one line
_TOC_TAIL = re.compile(r"(?:\s*\.{2,}\s*|\s{1,}|\s*…+\s*)\d{1,3}$")


# Lines that may stand between a heading and its first small heading: times, and who has prepared it.
_ASIDE = re.compile(r"\(?(?:kl\.?\s*)?\d{1,2}[.:]\d\d.{0,20}|(?:v/|ved\s)[^.:]{2,60}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line (and the lines it runs on over) that could head an item."""

    first: int
    last: int
    words: Words
    lead: str
    number: str
    title: str
    title_at: int
    score: float

    @property
    def top(self) -> int:
        return int(re.match(r"\d+", self.number)[0])  # type: ignore[index]

    @property
    def is_sub(self) -> bool:
        return re.fullmatch(r"\d+(?:/\d+|\.0)?", self.number) is None


def find_headings(document: Document) -> list[Heading]:
    """Every numbered line that could head an item, in the order of the text."""
    found: list[Heading] = []
    part: Part | None = None
    listed: dict[str, int] = {}
    if any(_ALONE.match(line.text) for line in document.lines):
        for line in document.lines:
            listed.setdefault(_words_only(line.text), line.index)
    for line in document.lines:
        heading = _heading(document, line, listed)
        if heading is None:
            label = find_label(line.text)
            part = label.part if label else part
            continue
        answers = heading.lead == "ad" and (not heading.title or _ANSWER.match(heading.title))
        if (heading.lead and not answers) or _MARKER.search(heading.title):
            part = None
        found.append(replace(heading, score=_score(document, heading, part)))
    return _weighed_by_company(document, _without_answers(found))


def _heading(document: Document, line: Line, listed: dict[str, int]) -> Heading | None:
    text = line.text
    if _NO_HEADING.match(text) or (len(text) > _LONG and (line.raw or not text[:1].isalnum())):
        return None
    match = _LED.match(text)
    lead = re.sub(r"[\W\d_]+", "", match["lead"]).lower() if match else ""
    lead = "ad" if lead.startswith("ad") else lead
    if match and lead in {"nr", "sag", "ad"} and not (match["close"] or not match["title"] or lead == "ad"):
        match = None if lead == "sag" else match
    if match is None:
        lead = ""
        match = (
            _BARE.match(text)
            or _LOOSE.match(text)
            or _GLUED.match(text)
            or _number_alone(document, line, listed)
        )
    if match is None:
        return None
    if lead and match["title"][:1].islower() and not match["close"]:
        return None
    if len(text) > _LONG and title_end(match["title"]) is None:
        return None
    number = re.sub(r"^0+(?=\d)", "", match["number"])
    if match["letter"]:
        letter = match["letter"].lstrip(". ")
        if lead and not (match["letter"].isupper() or match["close"]):
            return None
        number = f"{number}.{letter}"
    first = last = line.index
    words = line.passage
    if match["title"]:
        last = _last_line(document, line)
        words = join(each.passage for each in document.lines[first : last + 1])
    return Heading(
        first, last, words, lead, number, words.text[match.start("title") :], match.start("title"), 0.0
    )


def _number_alone(document: Document, line: Line, listed: dict[str, int]) -> re.Match[str] | None:
    """A number on a line of its own above a title: one listed before or followed by small headings, unlike a
    page number.
    """
    match = _ALONE.match(line.text)
    following = document.lines[line.index + 1 : line.index + 4]
    if match is None or len(following) < 2:
        return None
    title = following[0].text
    if listed[_words_only(title)] < line.index:
        return match
    if not re.match(r"[A-ZÆØÅ(]", title) or find_label(title):
        return None
    return match if any(find_label(each.text) for each in following[1:]) else None


def _words_only(text: str) -> str:
    """A line without the number before it, for the comparison of titles."""
    return re.sub(r"^[\d.\s)]+|[.\s…]*\d*$", "", text).lower()


def _last_line(document: Document, line: Line) -> int:
    """A heading runs on where it is plainly unfinished, never past its marker."""
    last = line.index
    text = line.text
    while last + 1 < len(document.lines) and last - line.index < 4:
        following = document.lines[last + 1]
        if following.gap > document.usual_gap or following.bullet or text.endswith((")", ".", ":", "?")):
            break
        if find_label(following.text) or len(following.text) > 200 or _LISTED.match(following.text):
            break
        open_bracket = text.count("(") > text.count(")")
        runs_on = following.text[:1].islower() and len(text) > 0.5 * document.width
        if not (open_bracket or runs_on or _UNFINISHED.search(text)):
            break
        text = f"{text} {following.text}"
        last += 1
    return last


def _score(document: Document, heading: Heading, part: Part | None) -> float:
    score = {"": 0.6, "nr": 1.5, "sag": 1.0, "ad": 3.0}.get(heading.lead, 3.0)
    if not heading.lead and not heading.is_sub and _LOOSE.match(heading.words.text):
        score -= 0.5
    if not heading.lead and _GLUED.match(heading.words.text):
        score -= 1.0
    if part in {Part.RECOMMENDATION, Part.BACKGROUND, Part.DECISION}:
        score -= 0.4
    if part is Part.RECOMMENDATION:
        score -= 2.5 if _CLAUSE.search(heading.title) else 1.0
    if part is Part.DECISION and (
        _ANSWER.match(heading.title) or (heading.lead == "ad" and not heading.title)
    ):
        score -= 3.5
    if _opens_parts(document, heading, part) and not heading.title.startswith("at "):
        score += 2.0
    if document.lines[heading.first].gap > document.usual_gap:
        score += 0.3
    return score + _score_of_title(heading.title[: title_end(heading.title)])


def _opens_parts(document: Document, heading: Heading, part: Part | None) -> bool:
    """Whether a small heading follows, at most the title said again or the times being between.

    The decision that follows the last clause of a recommendation says nothing of that clause.
    """
    title_below = 0 if heading.title else 1
    for line in document.lines[heading.last + 1 + title_below : heading.last + 4 + title_below]:
        label = find_label(line.text)
        if label is not None:
            closes = part is Part.RECOMMENDATION and label.part is Part.DECISION
            return label.part is not Part.ATTENDANCE and not closes
        if not _ASIDE.fullmatch(line.text) and line.text != heading.title:
            return False
    return False


def _score_of_title(title: str) -> float:
    """How much the words are a title: a marker and the usual openings speak for it, a sentence or a clause
    against.
    """
    score = 0.0
    if title.startswith(("at ", "At ")):
        score -= 4.0
    elif title[:1].islower():
        score -= 1.5
    elif title:
        score += 0.3
    if title.endswith((",", ";")):
        score -= 1.5
    if title.endswith(".") and len(title) > 60:
        score -= 0.8
    if _PEOPLE.match(title):
        score -= 3.0
    if len(title) > 220:
        score -= 1.5
    return score + (1.5 if _MARKER.search(title) else 0.0) + (0.7 if USUAL.match(title) else 0.0)


def _without_answers(found: list[Heading]) -> list[Heading]:
    """``4. Regnskab`` and under it ``Ad 4. Godkendt.``: the second is what is written under the first."""
    kept: list[Heading] = []
    for heading in found:
        if kept and heading.lead == "ad" and kept[-1].number == heading.number and kept[-1].lead != "ad":
            kept[-1] = replace(kept[-1], score=kept[-1].score + 2.0)
        else:
            kept.append(heading)
    return kept


def _weighed_by_company(document: Document, found: list[Heading]) -> list[Heading]:
    """A line that stands in a tight list is less of a heading than one with words under it."""
    weighed: list[Heading] = []
    for place, heading in enumerate(found):
        before = found[place - 1] if place else None
        after = found[place + 1] if place + 1 < len(found) else None
        close_before = before is not None and heading.first - before.last <= 1
        close_after = after is not None and after.first - heading.last <= 1
        score = heading.score + (0.0 if close_after else 0.7)
        if close_before and close_after:
            score -= 0.5
        if _TOC_TAIL.search(heading.title):
            score -= 0.5
        weighed.append(replace(heading, score=score))
    return weighed
