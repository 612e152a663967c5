"""Matching names in minutes against the register: by name or alias, or proposed by spelling.

A match by spelling alone is only ever proposed; a person says yes to it (minutes.md, "Import").
"""

import datetime
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.postgres.search import TrigramWordSimilarity

from samstyr.documents.models import SearchEntry
from samstyr.platform.danish import fold
from samstyr.rules.register import Register

LIKE: Final = 0.5  # a spelling at least this like is worth proposing


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
    subjects = Names(register, "subjects", on)
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
