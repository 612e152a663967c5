"""Which initiatives imported ones are, where they were stored before, and ids of their own for the others."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from samstyr.rules.portfolio.imported_names import Group

LONGEST: Final = 100
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ð": "d", "þ": "th"})


@dataclass(frozen=True, slots=True)
class Known:
    """An initiative that an earlier import stored: its id here, its id in the source, all it was called there."""

    id: str
    source_id: str | None
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Moved:
    """Initiatives that do not stand as one here and in the import: what was reported is never moved."""

    names: tuple[str, ...]
    ids: tuple[str, ...]


def known_ids(groups: Sequence[Group], known: Sequence[Known]) -> tuple[list[str | None], list[Moved]]:
    """For each group the id it was stored under, None for a new one; and what cannot be brought together.

    An id of the source decides, then a name; a name that several stored ids bear decides nothing.
    """
    by_source: dict[str, set[str]] = defaultdict(set)
    by_name: dict[str, set[str]] = defaultdict(set)
    coded = {each.id for each in known if each.source_id is not None}
    for each in known:
        for name in each.names:
            by_name[name].add(each.id)
            by_source[name].add(each.id)
        if each.source_id is not None:
            by_source[each.source_id].add(each.id)
    found: list[str | None] = []
    moved = []
    takers: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        hits = _hits(group, by_source, by_name, coded)
        if len(hits) > 1:
            moved.append(Moved(group.names, tuple(sorted(hits))))
        for hit in hits:
            takers[hit].append(group)
        found.append(min(hits, default=None))
    moved += [
        Moved(tuple(name for group in held for name in group.names), (key,))
        for key, held in takers.items()
        if len(held) > 1
    ]
    return found, moved


def _hits(
    group: Group, by_source: dict[str, set[str]], by_name: dict[str, set[str]], coded: Collection[str]
) -> set[str]:
    by_id = {key for each in group.ids for key in by_source.get(each, ())}
    if by_id:
        return by_id
    named = {key for name in group.names for key in by_name.get(name, ())}
    without_id = {key for key in named if key not in coded}
    if without_id or group.ids:
        return without_id
    return named if len(named) == 1 else set()


def new_ids(prefix: str, source_keys: Iterable[str], taken: Collection[str] = ()) -> list[str]:
    """An id for each key, in order, none of them taken: `gmpp-dft-0022-1415-q4`.

    Keys that would get the same id are told apart by a number at the end.
    """
    used = set(taken)
    found = []
    for key in source_keys:
        wanted = f"{prefix}-{_slug(key)}"[:LONGEST].rstrip("-")
        free, number = wanted, 1
        while free in used:
            number += 1
            free = f"{wanted}-{number}"
        used.add(free)
        found.append(free)
    return found


def _slug(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words.casefold().translate(_LETTERS))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x"
