"""What kind of document a text is; a text that is no paper of a meeting is ``other``, and nothing is read
from it.
"""

import re

from samstyr.reading.document import Document, Line
from samstyr.reading.head import top_of
from samstyr.reading.headings import USUAL
from samstyr.reading.labels import Part, find_label
from samstyr.reading.list_headings import heading_of
from samstyr.reading.outline import Outline
from samstyr.reading.record import Meeting

MINUTES, AGENDA, DECISIONS, OTHER = "minutes", "agenda", "decisions", "other"

_CALLED = (
    (
        DECISIONS,
        re.compile(r"\b(?:beslutnings(?:protokol|liste|oversigt)|beslutninger\s+fra)\b", re.IGNORECASE),
    ),
    (
        MINUTES,
        re.compile(
            r"\b(?:\w*referat|bestyrelsesprotokol|protokol)\b|\br\s?e\s?f\s?e\s?r\s?a\s?t\b", re.IGNORECASE
        ),
    ),
    (AGENDA, re.compile(r"\b(?<!forretnings)(?:\w*dagsorden|mødeindkaldelse|indkaldelse)\b", re.IGNORECASE)),
)
# What a document calls itself that is no paper of one meeting.
_NO_PAPER = re.compile(
    r"(?:\S+\s)?(?:notat|forretningsorden|kommissorium|vedtægt(?:er)?|pressemeddelelse|"
    r"høringssvar|vejledning|rapport|årsrapport|strategi|cirkulære|"
    r"bekendtgørelse|nyhed|artikel|årsberetning|mødeplan|mødekalender)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:blev godkendt|godkendte|godkendtes|blev aftalt|besluttede|bød velkommen|vedtog|"
    r"orienterede|drøftede|taget til (?:orientering|efterretning))\b|"
    r"^(?:godkendt|udsat|vedtaget|anbefales)\b",
    re.IGNORECASE | re.MULTILINE,
)
_CAME = frozenset(
    {
        "til",
        "tilstede",
        "tilstedeværende",
        "fremmødt",
        "fremmødte",
        "fremmødet",
        "fremmøde",
        "mødt",
        "fraværende",
    }
)
_HELD = _CAME | {"afbud", "fravær", "referent", "ref", "ref."}
_STAYED_AWAY = re.compile(
    r"\b(?:[Mm]øde|[Mm]ødet|MØDE) (?:blev )?(?:afholdt|AFHOLDT)\b|\bdeltog ikke i (?:sagens |"
    r"punktets )?behandling|\bvar (?:fraværende|mødt)\b|\bmeldt afbud\b"
)
_MEETS = re.compile(r"møde|forsamling", re.IGNORECASE)
_FIRST_LINES = 12
_ENOUGH = 3
_ENOUGH_WITHOUT_NAME = 5
_SEVERAL = 4
_AGENDA_LIKE = 3


def find_document_type(document: Document, outline: Outline, meeting: Meeting) -> str:
    """What the document calls itself near its beginning, where it has the marks of a meeting too.

    An agenda that tells what came of its items is minutes.
    """
    top = top_of(document, outline)
    called = _name_of(top)
    if called is None and any(_NO_PAPER.match(line.text) for line in top[:4]):
        return OTHER
    outcome = _OUTCOME.search(document.text) is not None
    labels = {label.part for line in document.lines if (label := find_label(line.text)) is not None}
    told = Part.DECISION in labels or Part.MINUTES in labels
    marks = _marks(document, top, meeting) + outcome + 2 * told + (Part.RECOMMENDATION in labels)
    marks += _AGENDA_LIKE if _is_agenda_like(outline, named=called is not None) else 0
    if called is None:
        decided = outcome or told
        return MINUTES if decided and marks >= _ENOUGH_WITHOUT_NAME else OTHER
    if marks < _ENOUGH:
        return OTHER
    if called == AGENDA and (_was_held(document) or (outcome and (told or _tells(document)))):
        return MINUTES
    return called


def _is_agenda_like(outline: Outline, *, named: bool) -> bool:
    """Whether the headings are items of a meeting: several, and some that are on most agendas. One such is enough
    where the document calls itself a paper of a meeting (``named``).
    """
    titles = [heading.title for heading in outline.headings]
    usual = sum(USUAL.match(title) is not None for title in titles)
    return len(titles) >= _SEVERAL and usual > (0 if named else 1)


def _name_of(top: list[Line]) -> str | None:
    first = "\n".join(line.text for line in top[:_FIRST_LINES])
    whole = "\n".join(line.text for line in top)
    return next((kind for text in (first, whole) for kind, pattern in _CALLED if pattern.search(text)), None)


def _marks(document: Document, top: list[Line], meeting: Meeting) -> int:
    """How much there is of a meeting: its day, a list of persons, the word itself."""
    listed = any(heading_of(line.text) is not None for line in document.lines[:200])
    met = any(_MEETS.search(line.text) for line in top)
    sure = 2 * (meeting.date is not None) + 2 * listed + met
    if sure >= _ENOUGH_WITHOUT_NAME:
        return sure
    return sure + 2 * _was_held(document) + (_STAYED_AWAY.search(document.text) is not None)


def _was_held(document: Document) -> bool:
    """Whether it is said who came, who stayed away or who wrote the minutes: an agenda cannot know."""
    said = {
        found[0].rule.removeprefix("participants:").split(" ")[0]
        for line in document.lines[:200]
        if (found := heading_of(line.text)) is not None
    }
    return (len(said & _HELD) > 1 and not said.isdisjoint(_CAME)) or _STAYED_AWAY.search(
        document.text
    ) is not None


def _tells(document: Document) -> bool:
    """Whether more than one sentence tells of what was done."""
    return len(_OUTCOME.findall(document.text)) >= 3
