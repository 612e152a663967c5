"""What was proposed to the meeting: the clauses of an *indstilling*."""

import re
from collections.abc import Iterator

from samstyr.reading.bodies import Block, Body
from samstyr.reading.document import Paragraph, Passage
from samstyr.reading.labels import Part
from samstyr.reading.record import Recommendation

_PROPOSER = re.compile(r"\b(?:indstiller|indstilles|foreslår|foreslås|anbefaler|anbefales)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|[a-zæøå]\)|[-–])\s*")
_OPENS = re.compile(
    r"\b(?:indstiller|indstilles|foreslår|foreslås|anbefaler|anbefales)\b[^.]{0,180}?(?:,|"
    r":)?\s*\bat:?$|[:,]$",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:indstiller|indstilles|foreslår|foreslås|anbefaler|anbefales)\b[^.]{0,180}?,?\s+(?=at\s)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?<!\w)(?:\d{1,2}[.)]|[a-zæøå]\))\s*(?=at\s)")
_AT = re.compile(r"at\b[\s:|]*", re.IGNORECASE)
_NAMED = re.compile(
    r"\bindstilling(?:en)?\s+om,?\s+(?P<clause>at\s.+?)(?=,|\.$|\s(?:bemærkede|bemærkes|blev|"
    r"sagde|oplyste|spurgte|anførte|var|er|foreslog|nævnte)\b)"
)
# "Administrationen indstiller, at …" within the words of a case; a body that meets decides in such words.
_INLINE = re.compile(
    r"(?P<who>(?:Det|Der)|[A-ZÆØÅ][\w-]*(?:\s[\w-]+){0,6}?)\s(?:indstilles|indstiller)\b[^.!?:]{0,120}?,?\s"
    r"(?P<clause>at\s.+)$"
)
_SUBJECT_WORDS = 5
_LINK = re.compile(r",?\s(?:og|samt)$")
_ENDS = " ,;|."


def find_recommendations(body: Body) -> Iterator[Recommendation]:
    """The clauses under *Indstilling*, one by one, and a recommendation that the minutes name in passing."""
    for block in body.blocks:
        if block.part is Part.RECOMMENDATION:
            for clause in _clauses(block):
                yield _recommendation(body, clause, "recommendation:heading")
        elif block.part is Part.BACKGROUND or not block.labelled:
            for clause in _in_passing(block):
                yield _recommendation(body, clause, "recommendation:sentence")
        if block.part is Part.MINUTES:
            for sentence in block.sentences():
                found = _NAMED.search(sentence.text) if "indstilling" in sentence.text else None
                if found:
                    yield _recommendation(
                        body, sentence.passage.part(*found.span("clause")), "recommendation:named"
                    )


def _in_passing(block: Block) -> Iterator[Passage]:
    """The clauses of "Det indstilles, at …" in the words of a case, or of the list that stands below it."""
    listing = False
    for paragraph in block.paragraphs:
        if listing and (paragraph.bullet or _NUMBERED.match(paragraph.text)):
            numbered = _NUMBERED.match(paragraph.text)
            yield from _cut(paragraph, numbered.end() if numbered else 0)
            continue
        listing = False
        for sentence in paragraph.sentences:
            found = _INLINE.match(sentence.text) if "indstille" in sentence.text else None
            if found and len(found["clause"].split()) <= _SUBJECT_WORDS and not found["clause"].endswith("."):
                listing = True  # "Det indstilles, at udvalget" and the clauses below
            elif found:
                yield from _trimmed(sentence.passage.part(*found.span("clause")))


def _clauses(block: Block) -> Iterator[Passage]:
    opened = False
    given = 0
    for place, paragraph in enumerate(block.paragraphs):
        text = paragraph.text
        numbered = _NUMBERED.match(text)
        following = block.paragraphs[place + 1] if place + 1 < len(block.paragraphs) else None
        listed = following is not None and (
            following.bullet or _NUMBERED.match(following.text) or _AT.match(following.text)
        )
        if listed and not numbered and len(text) < 200 and _PROPOSER.search(text) and not text.endswith("."):
            opened = True
            continue
        if _OPENS.search(text) and not numbered and not _AT.match(text):
            opened = True
            continue
        within = _WITHIN.search(text)
        if within and listed and len(text[within.end() :].split()) <= _SUBJECT_WORDS:
            opened = True  # "Det indstilles, at udvalget" and the clauses below
            continue
        if within and not numbered:
            yield from _cut(paragraph, within.end())
            opened = True
        elif numbered or paragraph.bullet or _AT.match(text):
            yield from _cut(paragraph, numbered.end() if numbered else 0)
        elif not given and (opened or len(text) < 200):
            yield from _cut(paragraph, 0)
        elif given:
            return
        given += 1


def _cut(paragraph: Paragraph, start: int) -> Iterator[Passage]:
    """The clauses of a paragraph from a place on: one, or several that are counted within it."""
    counted = [found.span() for found in _COUNTED.finditer(paragraph.text, start)]
    if not counted:
        yield from _trimmed(paragraph.passage.part(start))
        return
    ends = [begins for begins, _ in counted[1:]] + [len(paragraph.text)]
    for (_, begins), end in zip(counted, ends, strict=True):
        yield from _trimmed(paragraph.passage.part(begins, end))


def _trimmed(words: Passage) -> Iterator[Passage]:
    """The clause without the signs and the "og" at its end; nothing where no words are left."""
    end = len(_LINK.sub("", words.text))
    while end > 0 and words.text[end - 1] in _ENDS:
        end -= 1
    clause = words.part(0, end)
    if clause.text and _AT.sub("", clause.text, count=1):
        yield clause


def _recommendation(body: Body, clause: Passage, rule: str) -> Recommendation:
    words = re.sub(r"\s*\|\s*", " ", clause.text).strip()
    return Recommendation(
        item=body.number, item_index=body.index, clause=words, span=clause.span(), rule=rule
    )
