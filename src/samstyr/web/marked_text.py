"""The text of a document with every fact marked where it stands."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from samstyr.meetings.judging import facts_of
from samstyr.web.forms.review import prefix_of

# Bullets that Word keeps in a font of its own; no reader's font has them.
BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "–"})
BLANK_LINES = re.compile(r"\n(?:[ \t\r]*\n)+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text on which the same facts stand.

    `first`: the facts whose words begin here; `start`: where it begins in the whole text.
    """

    text: str
    facts: tuple[str, ...]
    first: tuple[str, ...]
    start: int


def marked(text: str, record: dict[str, Any]) -> list[Segment]:
    """Answer the text cut where a fact begins or ends; facts are named as in the form (`decisions.0`).

    Spans may overlap. A span outside the text is left out. Blank lines are drawn together for reading.
    """
    spans = {prefix_of(key): fact.get("span") for key, fact in facts_of(record)}
    sound = {
        name: (span[0], span[1])
        for name, span in spans.items()
        if span and 0 <= span[0] < span[1] <= len(text)
    }
    cuts = sorted({0, len(text), *(end for span in sound.values() for end in span)})
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for name, (start, end) in sound.items():
        opening.setdefault(start, []).append(name)
        closing.setdefault(end, []).append(name)
    open_now: dict[str, None] = {}
    segments = []
    for start, end in pairwise(cuts):
        for name in closing.get(start, ()):
            del open_now[name]
        for name in opening.get(start, ()):
            open_now[name] = None
        shown = BLANK_LINES.sub("\n", text[start:end]).translate(BULLETS)
        segments.append(Segment(shown, tuple(open_now), tuple(opening.get(start, ())), start))
    return segments


def span_of_words(text: str, words: str, near: int = 0) -> tuple[int, int] | None:
    """Answer where words stand in a text, whatever the white space between them, or None.

    They are the first such words from the place `near` on; without any there, the first in the text.
    """
    parts = [re.escape(part) for part in words.translate(BULLETS).split()]
    if not parts:
        return None
    wanted = re.compile(r"\s+".join(parts))
    shown = text.translate(BULLETS)  # sign for sign, so that places hold
    found = wanted.search(shown, max(near, 0)) or wanted.search(shown)
    return found.span() if found else None
