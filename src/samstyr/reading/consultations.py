"""Drafts sent out for comments, and the last day for them."""

import re
from collections.abc import Iterator
from datetime import date

from samstyr.reading.bodies import Body
from samstyr.reading.cues import CUES
from samstyr.reading.dates import find_dates
from samstyr.reading.record import Consultation

_OUT = re.compile(
    r"\b(?:i\s+(?:\w+\s+)?høring|høringsfrist\w*|til\s+(?:\w+\s+)?høring|høringssvar|høringsperiode\w*)\b",
    re.IGNORECASE,
)
_SUBJECT = (
    re.compile(
        r"\b(?:har\s+sendt|sendte|sender|sendt|udsendt|udsendte|"
        r"fremsendt)\s+(?P<subject>.+?)\s+(?:ud\s+)?(?:i|til)\s+(?:\w+\s+)?høring\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<subject>[A-ZÆØÅa-zæøå][^,.;:]*?)\s+(?:er|bliver|blev|sendes|"
        r"har\s+været)\s+(?:\w+\s+)?(?:sendt\s+|udsendt\s+)?(?:i|til)\s+(?:\w+\s+)?høring\b",
        re.IGNORECASE,
    ),
    re.compile(r"\bhøringsfristen\s+(?:for|på|vedr\.)\s+(?P<subject>.+?)\s+(?:er|udløber)\b", re.IGNORECASE),
    re.compile(
        r"\bhøringssvar(?:et|ene)?\s+(?:til|om|vedr\.)\s+(?P<subject>.+?)(?=\s+(?:skal|afgives|"
        r"sendes|senest|inden)\b|[,.;])",
        re.IGNORECASE,
    ),
)
_DEADLINE = re.compile(
    r"\b(?:(?:hørings)?frist\w*|senest|inden|til\s+og\s+med|udløber|deadline)\b", re.IGNORECASE
)
_ONLY_DEADLINE = re.compile(r"(?:Høringsfristen|Fristen for høringssvar)\s+(?:er|udløber)\b", re.IGNORECASE)
_TOLD = re.compile(r"^.*\b(?:om|at|hvor)\s+(?=\S)", re.IGNORECASE)


def _untold(text: str, body: Body) -> str | None:
    """Where the sentence only gives the last day, what is heard about is what the item is about."""
    return body.title if _ONLY_DEADLINE.match(text) else None


def find_consultations(body: Body, meeting: date | None) -> Iterator[Consultation]:
    """Each *høring* that the minutes tell of with a last day."""
    for block in body.told():
        for sentence in block.sentences():
            text = sentence.text
            if not sentence.cues & CUES["heard"] or not _OUT.search(text):
                continue
            cue = _DEADLINE.search(text)
            day = next(iter(find_dates(text[cue.start() :])), None) if cue else None
            if day is None:
                continue
            found = next((each for pattern in _SUBJECT if (each := pattern.search(text))), None)
            subject = found["subject"].strip() if found else _untold(text, body)
            if subject is None:
                continue
            yield Consultation(
                item=body.number,
                item_index=body.index,
                subject=_TOLD.sub("", subject, count=1) if len(subject) > 120 else subject,
                deadline=day.on(meeting),
                span=sentence.span,
                rule="consultation",
            )
