"""The text of a document with every fact marked where it stands."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from samstyr.web.forms.review import FACTS

# Bullets that Word keeps in a font of its own; no reader's font has them.
BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "–"})
BLANK_LINES = re.compile(r"\n(?:[ \t\r]*\n)+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text on which the same facts stand. `first`: the facts whose words begin here."""

    text: str
    facts: tuple[str, ...]
    first: tuple[str, ...]


def marked(text: str, record: dict[str, Any]) -> list[Segment]:
    """Answer the text cut where a fact begins or ends; facts are named as in the form (`decisions.0`).

    Spans may overlap. A span outside the text is left out. Blank lines are drawn together for reading.
    """
    spans = {}
    for kind in FACTS:
        for index, fact in enumerate(record.get(kind) or []):
            spans[f"{kind}.{index}"] = fact.get("span")
    spans["meeting"] = record["meeting"].get("span")
    spans["next_meeting"] = (record.get("next_meeting") or {}).get("span")
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
        segments.append(Segment(shown, tuple(open_now), tuple(opening.get(start, ()))))
    return segments
