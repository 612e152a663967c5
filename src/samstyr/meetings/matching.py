"""Matching names in minutes against the register: by name or alias, or proposed by spelling.

A match by spelling alone is only ever proposed; a person says yes to it (minutes.md, "Import").
"""

import datetime
import re
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.postgres.search import TrigramWordSimilarity

from samstyr.documents.models import SearchEntry
from samstyr.platform.danish import fold
from samstyr.rules.register import Register

LIKE: Final = 0.5  # a spelling at least this like is worth proposing
SAID: Final = 0.75  # a title in which this share of a subject's words stands is worth proposing it
STEM: Final = 6  # letters by which two forms of a word are taken to be the same
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

    def match(self, name: str | None) -> Match | None:
        """Answer what a name stands for: certain if one entry bears it, proposed if one is spelled alike."""
        if not name:
            return None
        found = self._keys.get(plain(name), set())
        if len(found) == 1:
            return Match(next(iter(found)), certain=True)
        known = {key for keys in self._keys.values() for key in keys}
        folded = fold(name)
        alike = (
            SearchEntry.objects.filter(kind=self._kind, key__in=known)
            .annotate(likeness=TrigramWordSimilarity(folded, "folded"))
            .filter(likeness__gte=LIKE)
            .order_by("-likeness", "key")
            .values_list("key", flat=True)
        )
        first = alike.first()
        return Match(first, certain=False) if first else None


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
    date = record["meeting"].get("date")
    on = datetime.date.fromisoformat(date) if date else datetime.date.max
    fora, organisations = Names(register, "fora", on), Names(register, "organisations", on)
    subjects = Subjects(register)
    codes = {each.code: each.id for each in register.initiatives.values() if each.code}
    initiatives = Names(register, "initiatives", on)
    return {
        "forum": fora.match(record["meeting"].get("forum")),
        "organisations": [organisations.match(each.get("organisation")) for each in record["participants"]],
        "initiatives": [
            Match(codes[each["code"]], certain=True)
            if each.get("code") in codes
            else initiatives.match(each.get("initiative"))
            for each in record["status_changes"]
        ],
        "subjects": [subjects.match(each.get("title")) for each in record["items"]],
    }
