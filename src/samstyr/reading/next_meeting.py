"""When and where the forum meets next, and what is already on the agenda."""

import re
from datetime import date

from samstyr.reading.bodies import Body
from samstyr.reading.cues import CUES
from samstyr.reading.dates import FoundDate, find_dates, find_times
from samstyr.reading.document import Document, Paragraph
from samstyr.reading.names import tidy
from samstyr.reading.record import Meeting, NextMeeting
from samstyr.reading.titles import read_title

_NEXT = re.compile(
    r"\b(?:næste|kommende|førstkommende)\s+(?:ordinære\s+|planlagte\s+)?[\wæøå-]*(?:møde|"
    r"mødedato|samling)[\wæøå]*",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:dato for |kalender og |tid(?:spunkt)? for |evt\.? og )?(?:næste\s+\w*møde|kommende møde)|mødeplan",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^[\s,]*(?:hos|i|på|ved)\s+(?P<place>[A-ZÆØÅ\"”][^.;:()]*?|(?:mødelokale|"
    r"lokale)\s[^.;:()]*?)(?=[.;]|\s+(?:med|fra\s+kl|kl)\b|\s*\(|$)",
    re.IGNORECASE,
)
_LONGEST_LINE = 200
_POINTS = re.compile(r"\b(?:punkt(?:er|erne)?|dagsorden(?:en)?|emner)\b[^.]*:$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|[a-zæøå]\)|[-–])\s*")


def find_next_meeting(document: Document, bodies: list[Body], meeting: Meeting) -> NextMeeting | None:
    """The next meeting, from the item about it where there is one, else from a sentence that dates it."""
    about = [body for body in bodies if body.title and _TITLE.match(body.title)]
    for body in about:
        found = _in_paragraphs(document, list(body.paragraphs()), meeting, titled=True)
        if found:
            return found
    for body in reversed([body for body in bodies if body not in about]):
        told = [paragraph for block in body.told() for paragraph in block.paragraphs]
        found = _in_paragraphs(document, told, meeting, titled=False)
        if found:
            return found
    for line in reversed(document.lines):
        about_it = "æste" in line.text and len(line.text) < _LONGEST_LINE and _TITLE.search(line.text)
        if about_it and (
            found := _in_paragraphs(document, document.paragraphs([line]), meeting, titled=True)
        ):
            return found
    return None


def _in_paragraphs(
    document: Document, paragraphs: list[Paragraph], meeting: Meeting, *, titled: bool
) -> NextMeeting | None:
    for place, paragraph in enumerate(paragraphs):
        for sentence in paragraph.sentences:
            cue = _NEXT.search(sentence.text) if sentence.cues & CUES["coming"] else None
            if cue is None and not titled:
                continue
            start = cue.end() if cue else 0
            day = _coming(sentence.text, start, meeting.date)
            if day is None:
                continue
            found, on = day
            times = next(find_times(sentence.text[found.end :]), None)
            after = found.end + (times.end if times else 0)
            where = _PLACE.match(sentence.text[after:])
            listed = _points(paragraphs[place:])
            return NextMeeting(
                date=on,
                start=times.begins if times else None,
                end=times.ends if times else None,
                place=tidy(where["place"]) if where else None,
                items=tuple(listed),
                span=sentence.span,
                rule="next meeting:item" if titled else "next meeting:sentence",
            )
    return None


def _coming(text: str, start: int, meeting: date | None) -> tuple[FoundDate, date] | None:
    """The first day after the meeting that stands close behind the words."""
    for found in find_dates(text):
        day = found.on(meeting)
        if found.start >= start and found.start - start < 90 and day and (meeting is None or day > meeting):
            return found, day
    return None


def _points(paragraphs: list[Paragraph]) -> list[str]:
    """The list under a sentence that ends ``… punkter til dagsordenen:``."""
    points: list[str] = []
    opened = False
    for paragraph in paragraphs:
        numbered = _NUMBERED.match(paragraph.text)
        if opened and (numbered or paragraph.bullet):
            title = read_title(paragraph.text[numbered.end() if numbered else 0 :]).text
            if title:
                points.append(title)
        elif opened and points:
            break
        elif _POINTS.search(paragraph.text):
            opened = True
    return points
