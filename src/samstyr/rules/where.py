"""Where can this be decided? A matter in a person's own words, and the forum, the basis and the next date.

Source: contract of the register, "Which mandate applies"; contract of routes, "Sitting".
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samstyr.rules.mandate import deciders
from samstyr.rules.register import NO_FACTS, POWER, Mandate, Register
from samstyr.rules.route.matter import Matter
from samstyr.rules.route.rhythm import rhythm_of

WORD: Final = re.compile(r"\w+")
SHORTEST: Final = 3
"""Shorter words say nothing of a matter."""
PART: Final = 5
"""Letters that a word must share with another to be a form or a part of it: Danish puts words together."""
MOST_FOUND: Final = 8
_LITTLE_WORDS: Final = (
    "alle andre bliver blive blev den denne der deres det dette efter eller end ens for fra fri får gør "
    "hvad hvem hvis hvor hvordan hvornår ikke ind ing inden kan man med mellem men mere mod må når nye nyt "
    "noget nogen også okay om omkring over på samt skal skulle som til under ved vedr vedrørende vi vil "
    "ville være år beslutte beslutning beslutter besluttes godkende godkendelse the and of"
)
LITTLE: Final = frozenset(_LITTLE_WORDS.split())
"""Words that every matter has, or every question."""


@dataclass(frozen=True, slots=True)
class Place:
    """A forum that may decide: by which mandates, at which next meeting (None: none is known), papers due when.

    `before`: the fora that must put it before this one.
    """

    forum: str
    mandates: tuple[Mandate, ...]
    next_meeting: date | None
    submit_by: date | None
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """Who may decide a subject: any of the places, or (joint) all of them together.

    `conditional`: the mandates to decide that hold only with certain facts of the case, sorted by id.
    """

    subject: str
    places: tuple[Place, ...]
    joint: bool
    conditional: tuple[Mandate, ...]


def matters_like(register: Register, words: str) -> list[str]:
    """The subjects that a person's own words may mean, the likeliest first, at most eight.

    A word counts where it is a form or a part of one in the subject's name, aliases or (half) in those above it,
    and more, the fewer subjects speak of it.
    """
    asked = _words(words)
    if not asked:
        return []
    names = {key: _names_of(register, key) for key in register.subjects}
    above = {key: frozenset().union(*(names[up] for up in register.subject_chain(key)[1:])) for key in names}
    own = {word: {key for key, held in names.items() if _stands_in(word, held)} for word in asked}
    weight = {word: math.log(1 + len(names) / len(found)) for word, found in own.items() if found}
    scores: dict[str, float] = {}
    for word, value in weight.items():
        for key in names:
            if key in own[word]:
                scores[key] = scores.get(key, 0.0) + value
            elif _stands_in(word, above[key]):
                scores[key] = scores.get(key, 0.0) + value / 2
    # Of subjects that hold the same words the one that says least besides is meant.
    ranked = sorted(scores, key=lambda key: (-scores[key], len(names[key]), key))
    return ranked[:MOST_FOUND]


def where_decided(register: Register, subject: str, on: date) -> Where:
    """Who may decide a subject on a day, and when at the earliest papers handed in that day are treated.

    Raises UnknownIdError.
    """
    found = deciders(register, subject, on)
    before = Matter.of(register, subject, on, NO_FACTS).before
    places = tuple(
        _place(register, forum, mandates, before, on) for forum, mandates in found.mandates.items()
    )
    conditional = [
        mandate
        for each in register.subject_chain(subject)
        for mandate in register.index.conditional_mandates_on(each)
        if mandate.act in POWER
        and mandate.permits
        and mandate.valid.covers(on)
        and register.is_forum_in_force(mandate.forum, on)
    ]
    return Where(subject, places, found.joint, tuple(sorted(conditional, key=lambda mandate: mandate.id)))


def _place(
    register: Register, forum: str, mandates: Sequence[Mandate], before: Mapping[str, set[str]], on: date
) -> Place:
    rhythm = rhythm_of(register.fora[forum], in_writing=False)
    sitting = rhythm.sitting(on)
    meeting = None if sitting is None else sitting[0]
    submit_by = None if meeting is None else rhythm.submit_by(meeting)
    return Place(forum, tuple(mandates), meeting, submit_by, tuple(sorted(before.get(forum, ()))))


def _words(text: str) -> frozenset[str]:
    found = (word for word in WORD.findall(text.casefold().replace("aa", "å")))
    return frozenset(word for word in found if len(word) >= SHORTEST and word not in LITTLE)


def _names_of(register: Register, key: str) -> frozenset[str]:
    subject = register.subjects[key]
    return _words(" ".join((subject.name, *subject.aliases)))


def _stands_in(word: str, names: frozenset[str]) -> bool:
    """Whether a word is one of the names' words, another form of it, or a part of it, or has it as a part."""
    return word in names or any(_alike(word, name) for name in names)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < PART:
        return False
    stem = short[: max(PART, len(short) - 2)]
    return stem in long
