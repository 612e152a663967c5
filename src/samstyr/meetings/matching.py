"""Matching names in minutes against the register: by name or alias, or proposed by spelling.

A match by spelling alone is only ever proposed; a person says yes to it (minutes.md, "Import").
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from samstyr.platform.danish import fold
from samstyr.rules.register import Register

LIKE: Final = 0.5  # a spelling at least this like is worth proposing
SAID: Final = 0.75  # a title in which this share of a subject's words stands is worth proposing it
STEM: Final = 6  # letters by which two forms of a word are taken to be the same
# The entry spelled most like each name, where one is like enough.
ALIKE: Final = """
SELECT DISTINCT ON (asked.place) asked.place, entry.key
FROM unnest(%(names)s::text[]) WITH ORDINALITY AS asked (name, place)
JOIN documents_searchentry AS entry ON entry.kind = %(kind)s AND entry.key = ANY(%(known)s::text[])
WHERE word_similarity(asked.name, entry.folded) >= %(like)s
ORDER BY asked.place, word_similarity(asked.name, entry.folded) DESC, entry.key
"""
WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """What a name may stand for: an id of the register, and whether it is certain or only proposed."""

    key: str
    certain: bool


class Names:
    """The names of one list of the register, folded to one spelling."""

    def __init__(self, register: Register, kind: str, on: datetime.date) -> None:
        self._kind = kind
        self._keys: dict[str, set[str]] = {}
        for key, record in getattr(register, kind).items():
            valid = getattr(record, "valid", None)
            if valid is not None and not valid.covers(on):
                continue
            short = getattr(record, "short", None)
            for name in (record.name, *record.aliases, *([short] if short else [])):
                self._keys.setdefault(plain(name), set()).add(key)

    def match(self, names: Iterable[str | None]) -> list[Match | None]:
        """Answer what each name stands for: certain if one entry bears it, proposed if one is spelled alike.

        Spellings are compared in one question to the database, however many names there are.
        """
        asked = list(names)
        borne = {name: self._keys.get(plain(name), set()) for name in asked if name}
        found = {
            name: Match(next(iter(keys)), certain=True) for name, keys in borne.items() if len(keys) == 1
        }
        found |= self._alike([name for name in borne if name not in found])
        return [found.get(name) if name else None for name in asked]

    def _alike(self, names: list[str]) -> dict[str, Match]:
        known = sorted({key for keys in self._keys.values() for key in keys})
        if not names or not known:
            return {}
        with connection.cursor() as cursor:
            cursor.execute(
                ALIKE,
                {"names": [fold(name) for name in names], "kind": self._kind, "known": known, "like": LIKE},
            )
            alike = {int(place): str(key) for place, key in cursor.fetchall()}
        return {names[place - 1]: Match(key, certain=False) for place, key in alike.items()}


class Subjects:
    """Which subject a title speaks of: the one most of whose words, by their first letters, stand in it."""

    def __init__(self, register: Register) -> None:
        self._names: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
        self._by_stem: dict[str, set[str]] = {}
        self._bearers: dict[str, set[str]] = {}
        for key, subject in register.subjects.items():
            names = (subject.name, *subject.aliases)
            self._names[key] = [(stems(name), frozenset(WORD.findall(fold(name)))) for name in names]
            for name in names:
                self._bearers.setdefault(plain(name), set()).add(key)
            for found, _words in self._names[key]:
                for stem in found:
                    self._by_stem.setdefault(stem, set()).add(key)

    def match(self, title: str | None) -> Match | None:
        """Answer the subject a title names outright (certain) or speaks of (proposed), or None."""
        bearers = self._bearers.get(plain(title or ""), set())
        if len(bearers) == 1:
            return Match(next(iter(bearers)), certain=True)
        said, whole = stems(title or ""), frozenset(WORD.findall(fold(title or "")))
        best: tuple[int, float, str] | None = None
        for key in sorted({key for stem in said for key in self._by_stem.get(stem, ())}):
            for name, words in self._names[key]:
                shared = len(name & said)
                share = shared / len(name) if name else 0
                # A name of one word must stand there whole: "Sundhed.dk" is not spoken of in "sundheds-it".
                if share >= SAID and (shared > 1 or words <= whole):
                    best = max(best or (0, 0.0, ""), (shared, share, key), key=lambda each: each[:2])
        return Match(best[2], certain=False) if best else None


def stems(text: str) -> frozenset[str]:
    """Answer the words of a text that carry meaning, from four letters on, each by its first letters."""
    return frozenset(word[:STEM] for word in WORD.findall(fold(text)) if len(word) >= 4)


def plain(name: str) -> str:
    """Answer a name folded, without hyphens and with single spaces."""
    words = fold(name).replace("-", " ").replace("&", " og ").split()
    return " ".join(words)


def matches(register: Register, record: dict[str, Any]) -> dict[str, Any]:
    """Answer what the names of a minutes record stand for.

    `record` is of schema `samstyr.minutes/1`. The answer has `forum`, `organisations` (one for each
    participant), `initiatives` (one for each light) and `subjects` (one for each item): each a Match or None.
    """
    date = _day(record["meeting"].get("date"))
    on = date or datetime.date.max
    codes = {each.code: each.id for each in register.initiatives.values() if each.code}
    lights = record["status_changes"]
    by_name = Names(register, "initiatives", on).match(
        None if each.get("code") in codes else each.get("initiative") for each in lights
    )
    subjects = Subjects(register)
    return {
        "forum": Names(register, "fora", on).match([record["meeting"].get("forum")])[0],
        "organisations": Names(register, "organisations", on).match(
            each.get("organisation") for each in record["participants"]
        ),
        "initiatives": [
            Match(codes[each["code"]], certain=True) if each.get("code") in codes else named
            for each, named in zip(lights, by_name, strict=True)
        ],
        "subjects": [subjects.match(each.get("title")) for each in record["items"]],
    }


def _day(text: str | None) -> datetime.date | None:
    """Answer a date as a person left it, or None where they have not made one of it yet."""
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        return None
