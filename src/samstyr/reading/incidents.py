"""Breakdowns of systems: which, whose operation, why and when."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from samstyr.reading.bodies import Body
from samstyr.reading.cues import CUES
from samstyr.reading.dates import find_dates, find_times
from samstyr.reading.record import Incident

_BROKEN = re.compile(
    r"\b(?:nedbrud\w*|nedetid|driftsforstyrrelse\w*|driftsstop|driftsproblem\w*|utilgængelig\w*|"
    r"ude af drift|var nede|gik ned|netværksproblem\w*|udfald|ikke (?:kunne )?tilgås)\b",
    re.IGNORECASE,
)
_SYSTEM = (
    r"(?:alle\s+|hele\s+|både\s+|de\s+)?[A-ZÆØÅ][\w/-]*(?:\.\w+)*(?:\s(?:[A-ZÆØÅ0-9][\w/-]*|"
    r"services?|tjenester))*"
)
_SYSTEMS = (
    re.compile(
        rf"\b(?:nedetid|nedbrud(?:det)?|driftsstop|driftsforstyrrelser?|forstyrrelser|udfald|"
        rf"driftsproblemer)\s+(?:på|i|af|for|hos)"
        rf"\s+(?P<list>{_SYSTEM}(?:,\s*{_SYSTEM})*(?:,?\s+(?:og|samt)\s+{_SYSTEM})?)"
    ),
    re.compile(
        rf"\b(?:ramte|påvirkede|berørte|lagde)"
        rf"\s+(?P<list>{_SYSTEM}(?:,\s*{_SYSTEM})*(?:,?\s+(?:og|samt)\s+{_SYSTEM})?)"
    ),
    re.compile(
        rf"(?P<list>{_SYSTEM}(?:,\s*{_SYSTEM})*(?:,?\s+(?:og|"
        rf"samt)\s+{_SYSTEM})?)(?:\s+den\s+[^,]{{3,30}}?)?\s+(?:var|gik|"
        rf"havde|blev|har været)\s+(?:nede|ned|nedetid|utilgængelig\w*|ude af drift|ramt af)"
    ),
)
_OPERATOR = re.compile(
    r"\b(?:drifts|it-)?leverandør(?:en)?,?\s+(?P<name>[A-ZÆØÅ][\w&-]*(?:[\s.][A-ZÆØÅ][\w&-]*)*)|"
    r"\b(?:drift(?:es|en)?\s+(?:af|hos))\s+(?P<name2>[A-ZÆØÅ][\w&.-]*)"
)
_CAUSE = re.compile(
    r"\bopstod\s+(?:der\s+)?(?P<arose>(?!nedbrud)[a-zæøå][\w\s-]*?)\s+(?:hos|i|på|ved)\b|"
    r"\b(?:skyldtes|skyldes|forårsaget af|på grund af|pga\.?|som følge af|årsagen var|var "
    r"forårsaget af)\s+(?P<due>[^,.;]+?)(?=\s+hos\s|[,.;]|$)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:ca\.?|cirka|omkring|omtrent)\s*(?:kl\.?\s*)?\d", re.IGNORECASE)
_MEASURE = re.compile(r"^(?:alle|hele|både|de)\s+|\s+(?:services?|tjenester)$", re.IGNORECASE)


def find_incidents(body: Body, meeting: date | None) -> Iterator[Incident]:
    """Breakdowns told with a day and a time of day."""
    for block in body.told():
        for paragraph in block.paragraphs:
            sentences = paragraph.sentences
            for place, sentence in enumerate(sentences):
                text = sentence.text
                if not sentence.cues & CUES["broken"] or not _BROKEN.search(text):
                    continue
                day = next((each for each in find_dates(text)), None)
                hours = next(find_times(text), None)
                systems = _systems(text) or _systems(body.title or "")
                on = day.on(meeting, past=True) if day else None
                if on is None or hours is None or not systems:
                    continue
                # The sentence after may say why and whose it was, unless it tells of another breakdown.
                more = sentences[place + 1].text if place + 1 < len(sentences) else ""
                more = "" if next(find_times(more), None) else more
                operator = _OPERATOR.search(text) or _OPERATOR.search(more)
                cause = _CAUSE.search(text) or _CAUSE.search(more)
                yield Incident(
                    item=body.number,
                    item_index=body.index,
                    systems=systems,
                    operator=(operator["name"] or operator["name2"]) if operator else None,
                    cause=(cause["arose"] or cause["due"]).strip() if cause else None,
                    start=datetime.combine(on, hours.begins),
                    end=datetime.combine(on, hours.ends) if hours.ends else None,
                    approximate=_ABOUT.search(text) is not None,
                    span=sentence.span,
                    rule="incident",
                )


def _systems(text: str) -> tuple[str, ...]:
    for pattern in _SYSTEMS:
        found = pattern.search(text)
        if found:
            names = re.split(r",\s*(?:og\s+)?|\s+(?:og|samt)\s+", found["list"])
            return tuple(dict.fromkeys(_MEASURE.sub("", _MEASURE.sub("", name)).strip() for name in names))
    return ()
