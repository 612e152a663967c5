"""Ids of their own for imported initiatives: the mapping's prefix and what the source calls them."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Final

LONGEST: Final = 100
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ð": "d", "þ": "th"})


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
