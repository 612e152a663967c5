"""Which of the possible headings are the items: the chain of numbers that holds best together."""

import re
from dataclasses import dataclass

from samstyr.reading.document import Document
from samstyr.reading.headings import Heading, find_headings

_CONTINUES = 1.0
_GAP = 1.2
_LATE_START = 1.0
_LEAST = 1.4


@dataclass(frozen=True, slots=True)
class Outline:
    """``headings``: those of the items in order; ``contents``: the list of items that stands before them, if
    any.
    """

    headings: tuple[Heading, ...]
    contents: tuple[Heading, ...]


def find_outline(document: Document) -> Outline:
    """The items' headings. Nested lists, clauses and dates that begin with a number are left out."""
    found = find_headings(document)
    tops = [heading for heading in found if not heading.is_sub]
    chain = _best_chain(tops)
    repeated = _repeated(tops)
    if len(repeated) > len(chain):
        chain = repeated
    contents = _contents(tops, chain)
    subs = [heading for heading in found if heading.is_sub]
    headings = _with_subs(chain, subs)
    return Outline(tuple(headings), tuple(contents))


def _best_chain(tops: list[Heading]) -> list[Heading]:
    """The chain of rising numbers with the greatest sum of scores.

    For each number the best chain that ends there is kept while the text is gone through once.
    """
    value: list[float] = []
    previous: list[int | None] = []
    best: dict[int, int] = {}
    for place, heading in enumerate(tops):
        number = heading.top
        score = heading.score - (0.0 if number <= 1 else _LATE_START)
        came_from: int | None = None
        for step in range(1, 6):
            earlier = best.get(number - step)
            if earlier is None:
                continue
            reached = value[earlier] + heading.score + (_CONTINUES if step == 1 else -_GAP * (step - 1))
            if reached > score:
                score, came_from = reached, earlier
        value.append(score)
        previous.append(came_from)
        if number not in best or score > value[best[number]]:
            best[number] = place
    if not value:
        return []
    at: int | None = max(range(len(value)), key=lambda place: value[place])
    if at is None or value[at] < _LEAST:
        return []
    chain: list[Heading] = []
    while at is not None:
        chain.append(tops[at])
        at = previous[at]
    return chain[::-1]


def _repeated(tops: list[Heading]) -> list[Heading]:
    """Documents whose every item is numbered ``1.``: all that look like headings by themselves."""
    ones = [heading for heading in tops if heading.number == "1" and heading.score >= 2.0]
    return ones if len(ones) >= 3 else []


def _contents(tops: list[Heading], chain: list[Heading]) -> list[Heading]:
    """The list of the same numbers before the first heading."""
    if not chain:
        return []
    before = [heading for heading in tops if heading.first < chain[0].first]
    rising: list[Heading] = []
    for heading in before:
        if not rising or heading.top == rising[-1].top + 1:
            rising.append(heading)
        elif heading.top <= 1:
            rising = [heading]
    return rising if len(rising) >= 2 else []


def _with_subs(chain: list[Heading], subs: list[Heading]) -> list[Heading]:
    """Sub-items (2.1, 2.2; 3.A) that stand under the item whose number they begin with, counted from the
    first.
    """
    result: list[Heading] = []
    for place, heading in enumerate(chain):
        result.append(heading)
        end = chain[place + 1].first if place + 1 < len(chain) else None
        expected = 1
        for sub in subs:
            if sub.first <= heading.first or (end is not None and sub.first >= end):
                continue
            parent, _, own = sub.number.rpartition(".")
            if parent != heading.number:
                continue
            place_of_own = int(own) if own.isdigit() else ord(own.upper()) - ord("A") + 1
            if place_of_own == expected and sub.score > 0:
                result.append(sub)
                expected += 1
    return result


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same but for case, signs and page numbers."""
    return plain_title(one) == plain_title(other) != ""


def plain_title(title: str) -> str:
    return re.sub(r"[\W_]+", " ", re.sub(r"[.\s…]*\d*$", "", title)).strip().lower()
