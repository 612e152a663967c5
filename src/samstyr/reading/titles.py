"""The title of an item without number, marker and times; and what the marker said."""

import re
from dataclasses import dataclass

from samstyr.reading.names import PERSON

_CLOCK = r"(?:kl\.?\s*)?\d{1,2}[.:]\d\d"
_TIMES = re.compile(
    rf"[\s,–-]*\(?\s*{_CLOCK}\s*(?:[-–]|til)\s*{_CLOCK}\s*\)?"
    rf"|[\s,–-]*\(\s*(?:kl\.?\s*\d{{1,2}}(?:[.:]\d\d)?|{_CLOCK}|"
    rf"(?:ca\.?\s*)?\d{{1,3}}\s*min(?:utter|\.)?)\s*\)"
    r"|[\s,]*[–-]\s*\d{1,3}\s*min(?:utter)?\.?(?=\s|$)"
    r"|[\s,–-]+kl\.?\s*\d{1,2}[.:]\d\d$"
)
_KINDS = (
    (
        "decision",
        r"B|beslutnings?(?:punkt|sag)?|(?:til )?(?:beslutning|godkendelse|vedtagelse)|godkendelsespunkt",
    ),
    (
        "information",
        r"O|I|orienterings?(?:punkt|sag)?|(?:til )?(?:orientering|efterretning|information)|"
        r"efterretningssag|informationspunkt",
    ),
    (
        "discussion",
        r"D|drøftelses?(?:punkt|sag)?|(?:til )?(?:drøftelse|debat)|temadrøftelse|debatpunkt|dialogpunkt",
    ),
)
_ONE = "|".join(words for _, words in _KINDS)
_MARKER = re.compile(
    rf"\s*[\[(]\s*(?P<first>(?-i:[BODI])|(?:{_ONE[2:]}))\s*(?:(?:/|,|og)\s*(?:{_ONE})\s*)*[\])]\s*",
    re.IGNORECASE,
)
_MARKER_WORD = re.compile(
    r"(?:[\s,]*[-–:]\s*(?=\w+(?:punkt|sag)\s*$)|\s[-–]\s(?=(?:til )?\w+\s*$))"
    r"(?P<first>(?:beslutnings|orienterings|drøftelses)(?:punkt|sag)|(?:til )?(?:beslutning|orientering|"
    r"drøftelse|godkendelse|efterretning))\s*$",
    re.IGNORECASE,
)
_KIND_WORD = re.compile(
    r"(?P<first>(?:beslutnings|orienterings|drøftelses)(?:punkt|sag)|beslutning|orientering|drøftelse)\s*[:–-]\s*(?=\S)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"^\s*fortroligt?\s*[-–:]\s*|^\s*[(\[]?lukket(?:\s+(?:punkt|sag|dagsordenspunkt|møde))?[)\]]?\s*[-–:.]*\s*|"
    r"\s*[-–,]?\s*[(\[]\s*lukket[^)\]]{0,20}[)\]]\s*|\s+[-–]\s+lukket(?:\s+(?:punkt|sag))?\s*$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^\s*[(\[]?åben(?:t)?(?:\s+(?:punkt|sag))?[)\]]\s*[-–:]*\s*|^\s*åbe(?:nt|n)(?:\s+(?:punkt|"
    r"sag))?\s*[-–:]\s*|\s*[(\[]\s*åben[^)\]]{0,10}[)\]]\s*|\s+[-–]\s+åben(?:t)?(?:\s+(?:punkt|"
    r"sag))?\s*$",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\s*(?:\.{3,}|…+)\s*(?:\d{0,3}|[ivxl]{1,6})(?:\såben)?$")
_PAGE = re.compile(r"\s*(?:\.{2,}|…+|(?:\s\.){2,})\s*(?:\d{0,3}|[ivxl]{1,6})(?:\såben)?$|\s+\d{1,3}$")
# What a system for cases prints behind a title on the same line.
_CASE_DATA = re.compile(
    r"\s+(?:[A-ZÆØÅ][\w-]*(?:udvalget|rådet|bestyrelsen|gruppen|direktionen)\s+)?"
    r"(?:Brevid|Sagsnr|Sagsid|Dok\.? ?nr|Journalnr|"
    r"J\.nr)\.?:?.*$|\s+(?:Lukkede|Åbne)\s(?:punkter|sager):?$|"
    r"\s+Side!? \d+!? af!? \d*$|\s*(?:Klik her|Læs mere|Fold (?:dette punkt )?ud)\b.*$"
)
# Who presents the item: "Økonomi v/ Anna", "Budget v. formanden".
_PRESENTER = re.compile(r"\s+[-–]?\s*\(?(?:v\s?/|v\.\s?(?=[A-ZÆØÅ]|formand|kasserer))\s?[^()]{2,80}\)?$")
_COMMA_PRESENTER = re.compile(rf",\s+{PERSON}(?:\s(?:og|&)\s{PERSON})?:?$")
_ABBREVIATED = re.compile(r"(?:\b(?:evt|mv|m\.v|m\.m|osv|pkt|a/s|stk|nr|etc))\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """``text`` None where nothing is left; ``marker`` is the kind that the marker says; ``closed`` behind
    closed doors.
    """

    text: str | None
    marker: str | None
    closed: bool


def read_title(words: str, *, in_contents: bool = False) -> Title:
    """A heading's words as a title. ``in_contents``: a page number may stand behind it."""
    closed = _CLOSED.search(words) is not None
    text = _OPEN.sub(" ", _CLOSED.sub(" ", words))
    marker = None
    for pattern in (_MARKER, _MARKER_WORD):
        found = pattern.search(text)
        if found:
            marker = marker or marker_kind(found["first"])
            text = pattern.sub(" ", text)
    text = _TIMES.sub("", _CASE_DATA.sub("", text))
    text = re.sub(r"\(\s*\)", "", text)
    text = _COMMA_PRESENTER.sub("", _PRESENTER.sub("", text))
    text = (_PAGE if in_contents else _DOTTED).sub("", text)
    text = " ".join(text.split()).strip(" -–:")
    if text.endswith(".") and not _ABBREVIATED.search(text):
        text = text.rstrip(". ")
    return Title(text or None, marker, closed)


def behind_kind_word(title: Title) -> Title | None:
    """The title behind a word that says the kind (``Orientering: Status``), with that kind; None without one."""
    found = _KIND_WORD.match(title.text or "")
    if found is None or title.text is None:
        return None
    return Title(title.text[found.end() :], title.marker or marker_kind(found["first"]), title.closed)


def marker_kind(words: str) -> str | None:
    """``B``, ``beslutningspunkt``, ``Orienteringssag`` … as a kind, or None."""
    for kind, pattern in _KINDS:
        flags = re.IGNORECASE if len(words) > 1 else 0
        if re.fullmatch(pattern, words.strip(" .:()"), flags):
            return kind
    return None
