"""A text as lines, paragraphs and sentences that know where in the text they stand.

Everything below works on normalised words (one space between them, no invisible characters); ``Passage.span``
leads back to the characters of the text.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from samstyr.reading.cues import cues_of
from samstyr.reading.record import Span
from samstyr.reading.reflow import cuts

_BREAK = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_TOKEN = re.compile(
    r"(?P<space>(?:[\s\0\u200b\u3000]|</?(?:br|p|div|li|td|tr)\b[^<>]{0,80}>)+)|"
    r"(?P<ghost>(?:[\u00ad\u200c\u200d\u2060\ufeff]|\*\*|</?(?:strong|b|em|i|u|span|font)\b[^<>]{0,80}>)+)|"
    r"(?P<word>(?:(?!\*\*|</?[a-z])[^\s\0\u200b\u3000\u00ad\u200c\u200d\u2060\ufeff])+)|(?P<sign><)"
)
# The signs of Markdown for a heading, and the line under the head of a table.
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
_RULE = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
_ODD = re.compile(r"[^ !-~¡-¬®-ɏ‐-‧‰-⁞€]|  |\*\*|</?[a-z]|^ | $")
_BULLET = re.compile(r"(?:[\ue000-\uf8ff•·▪■●◦‣∙►▸➢✓\*]|[-–—](?=\s|[A-ZÆØÅ])|o(?=\s+[A-ZÆØÅ]))\s*")
_PAGE = re.compile(
    r"(?:side|page)[ !]*\d+(?:\s*(?:af|of|/)[ !]*\d+)?|\d+\s*/\s*\d+|[-–]\s*\d+\s*[-–]", re.IGNORECASE
)

_LONGEST_SENTENCE = 3000
_ENDS = (".", "!", "?", ":", ";")


class Passage(NamedTuple):
    """Normalised words with the way back: ``marks`` are places where a new run begins, ``origins`` where it
    stands.

    A tuple, as sentences are: there are thousands in a document, and a tuple is made in a third of the time.
    """

    text: str
    marks: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, place: int) -> int:
        run = bisect_right(self.marks, place) - 1
        return self.origins[run] + place - self.marks[run]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The span in the text of ``self.text[start:end]``, white space at both ends left out."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        if start >= end:
            at = self.origin(min(start, max(len(self.text) - 1, 0)))
            return at, at
        return self.origin(start), self.origin(end - 1) + 1

    def part(self, start: int, end: int | None = None) -> "Passage":
        """The words between two places, as a passage of their own without white space at the ends."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        if start >= end:
            return Passage("", (0,), (self.origin(min(start, max(len(self.text) - 1, 0))),))
        if len(self.marks) == 1:
            return Passage(self.text[start:end], (0,), (self.origins[0] + start,))
        first = bisect_right(self.marks, start) - 1
        last = bisect_right(self.marks, end - 1)
        marks = (0, *(mark - start for mark in self.marks[first + 1 : last]))
        return Passage(self.text[start:end], marks, (self.origin(start), *self.origins[first + 1 : last]))


def join(passages: Iterable[Passage]) -> Passage:
    """Passages one after another with a space between."""
    passages = list(passages)
    if len(passages) == 1:
        return passages[0]
    texts: list[str] = []
    marks: list[int] = []
    origins: list[int] = []
    length = 0
    for passage in passages:
        if texts:
            texts.append(" ")
            length += 1
        marks += [length + mark for mark in passage.marks]
        origins += passage.origins
        texts.append(passage.text)
        length += len(passage.text)
    return Passage("".join(texts), tuple(marks) or (0,), tuple(origins) or (0,))


def passage_of(text: str, start: int, end: int) -> Passage:
    """The words of ``text[start:end]``, normalised."""
    piece = text[start:end]
    if piece and not _ODD.search(piece):
        return Passage(piece, (0,), (start,))
    out: list[str] = []
    marks: list[int] = []
    origins: list[int] = []
    length = 0
    pending = False
    for token in _TOKEN.finditer(piece):
        if token.lastgroup == "space":
            pending = bool(out)
        elif token.lastgroup in {"word", "sign"}:
            if pending:
                out.append(" ")
                length += 1
                pending = False
            marks.append(length)
            origins.append(start + token.start())
            out.append(token.group())
            length += len(token.group())
    return Passage("".join(out), tuple(marks) or (0,), tuple(origins) or (start,))


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words on it. ``gap``: empty lines before it; ``bullet``: it began with a list sign, left
    out.
    """

    index: int
    passage: Passage
    gap: int
    indent: int
    bullet: bool
    raw: str

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def span(self) -> Span:
        return self.passage.span()


class Sentence(NamedTuple):
    """A sentence of a paragraph; ``cues``: what its words say that it could be about."""

    passage: Passage
    cues: int

    @property
    def text(self) -> str:
        return self.passage.text

    @property
    def span(self) -> Span:
        return self.passage.span()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that run on from each other, and the sentences in them."""

    passage: Passage
    bullet: bool
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its lines (page numbers and repeated page headers left out)."""

    text: str
    lines: tuple[Line, ...]
    width: int
    usual_gap: int

    def paragraphs(self, lines: Iterable[Line]) -> list[Paragraph]:
        """Lines that follow each other, as paragraphs."""
        return [_paragraph(run) for run in self._runs(lines)]

    def passages(self) -> Iterator[Passage]:
        """The words of every paragraph of the document."""
        return (join(line.passage for line in run) for run in self._runs(self.lines))

    def _runs(self, lines: Iterable[Line]) -> Iterator[list[Line]]:
        run: list[Line] = []
        for line in lines:
            if run and not self._runs_on(run[-1], line):
                yield run
                run = []
            run.append(line)
        if run:
            yield run

    def _runs_on(self, line: Line, following: Line) -> bool:
        if following.bullet or _LISTED.match(following.text):
            return False
        long = len(line.text) >= 0.6 * self.width
        full = len(line.text) >= 0.75 * self.width
        lower = following.text[:1].islower() or following.text[:1] in "(,"
        ended = line.text.endswith(_ENDS)
        opens = line.text.endswith((",", ", og", ", samt")) or line.text.startswith("at ")
        if following.text.startswith("at ") and opens and not full:
            return False  # clauses of a recommendation, one a line
        if following.gap > self.usual_gap:
            return lower and not ended and long
        if ended:
            return full
        return (lower and (long or following.gap == 0)) or full

    def quote(self, span: Span) -> str:
        """The text at a span with single spaces: what a person reads there."""
        return " ".join(self.text[span[0] : span[1]].replace("\0", " ").split())


_LISTED = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*[.)]|[a-zæøå]\)|Ad \d|(?:Pkt|pkt|Punkt)\.? ?\d)\s*\S?")


def _paragraph(lines: list[Line]) -> Paragraph:
    """What runs on for pages without a stop is no sentence and is left out of them."""
    passage = join(line.passage for line in lines)
    sentences = (
        Sentence(passage.part(start, end), cues_of(passage.text[start:end]))
        for start, end in sentence_bounds(passage.text)
        if end - start <= _LONGEST_SENTENCE
    )
    return Paragraph(passage, lines[0].bullet, tuple(sentences))


def parse(text: str) -> Document:
    """A text as a document. Linear in the length of the text; every text is one, the empty too."""
    lines = _without_page_furniture(list(_lines(text)))
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 40)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 80
    gaps = Counter(min(line.gap, 3) for line in lines[1:])
    usual = 1 if gaps and _is_double_spaced(lines, gaps) else 0
    return Document(text, tuple(lines), width, usual)


def _is_double_spaced(lines: list[Line], gaps: Counter[int]) -> bool:
    """Every line is followed by an empty one, and sentences run across them."""
    if gaps[1] + gaps[2] + gaps[3] < 0.75 * gaps.total():
        return False
    running = sum(
        following.text[:1].islower() and not line.text.endswith(_ENDS) and len(line.text) > 40
        for line, following in pairwise(lines)
    )
    return running >= 0.1 * len(lines)


def _lines(text: str) -> Iterator[Line]:
    index = 0
    gap = 0
    place = 0
    for found in [*_BREAK.finditer(text), None]:
        end = len(text) if found is None else found.start()
        passage = passage_of(text, place, end) if end > place else None
        if passage is None or not passage.text or _RULE.fullmatch(passage.text):
            gap += 1
        else:
            raw = text[place:end]
            hashes = _HASHES.match(passage.text)
            passage = passage.part(hashes.end()) if hashes else passage
            bullet = _BULLET.match(passage.text)
            if bullet and bullet.end() == len(passage.text):
                gap += 1 if not bullet.group().strip() else 0
                bullet = None
            shown = passage.part(bullet.end()) if bullet else passage
            indent = len(raw) - len(raw.lstrip())
            places = list(cuts(shown.text))
            if places == [(0, len(shown.text))]:
                yield Line(index, shown, gap, indent, bullet is not None, raw)
                index += 1
            else:
                for cut in places:
                    yield Line(index, shown.part(*cut), gap, indent, bullet is not None, "")
                    index += 1
            gap = 0
        if found is not None:
            place = found.end()


def _without_page_furniture(lines: list[Line]) -> list[Line]:
    """Without page numbers, and without lines that stand beside three or more of them."""
    numbers = [place for place, line in enumerate(lines) if _PAGE.fullmatch(line.text)]
    if not numbers:
        return lines
    beside: Counter[str] = Counter()
    for place in numbers:
        for neighbour in (place - 1, place + 1):
            if 0 <= neighbour < len(lines):
                beside[_shape(lines[neighbour].text)] += 1
    headers = {shape for shape, times in beside.items() if times >= 3 and len(shape) > 3}
    dropped = set(numbers)
    for place in numbers:
        for neighbour in (place - 1, place + 1):
            if 0 <= neighbour < len(lines) and _shape(lines[neighbour].text) in headers:
                dropped.add(neighbour)
    kept = [line for place, line in enumerate(lines) if place not in dropped]
    return [replace(line, index=index) for index, line in enumerate(kept)]


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)


# Abbreviations after which a sentence goes on whatever follows, and those that may also end one.
_NEVER_ENDS = """
ca bl.a jf jvf kl v vedr nr dr pkt ift iht i.h.t f.eks eks evt hhv inkl ekskl d st tlf afd if ang hr
fr prof cand stud lic ph.d sml resp div mhp m.h.p pga p.g.a p.t pt s j.nr jnr sagsnr dok.nr gl bl
kgl adm dir obs ult pr ad art kap tabel fig sct skt mr mrs cand.med vha v.h.a
"""
_HARD = frozenset(_NEVER_ENDS.split())
_SOMETIMES_ENDS = """
pct mv m.v m.m mm kr mio mia osv o.l o.lign etc min mdr bilag stk
"""
_SOFT = frozenset(_SOMETIMES_ENDS.split())
_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"
_STOP = re.compile(r"[.!?]+[\"”’»)\]]*(?= )")
_BEFORE = re.compile(r"(?:^|[ (\"”»/])([^ (\"”»/]*)$")
_FRESH = re.compile(r"[A-ZÆØÅÉÖÄÜ0-9\"”“»(•–-]")


def sentence_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of a paragraph of normalised words."""
    start = 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, stop.start(), stop.end()):
            yield start, stop.end()
            start = stop.end() + 1
    if start < len(text):
        yield start, len(text)


def _ends_sentence(text: str, dot: int, after: int) -> bool:
    rest = text[after + 1 : after + 5]
    if not _FRESH.match(rest):
        return False
    if text[dot] != ".":
        return True
    before = _BEFORE.search(text[max(0, dot - 40) : dot])
    word = before.group(1) if before else ""
    if word.lower() in _HARD or (len(word) == 1 and word.isupper()):
        return False
    if word.isdigit() and len(word) <= 2:
        begins_line = dot == len(word)
        return not begins_line and rest[:1].isupper() and not re.match(_MONTH, rest.lower())
    return word.lower() not in _SOFT or rest[:1].isupper()
