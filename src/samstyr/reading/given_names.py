"""First names that people in Denmark have, so that words without commas between them can be cut into persons.

The list is never a proof alone: a name in it may also be a surname or a word, and many people's names are not in it.
"""

from functools import lru_cache
from importlib.resources import files

_NAMES = frozenset(files("samstyr.reading").joinpath("first_names.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=4096)
def is_given_name(word: str) -> bool:
    """Whether a word is a known first name; of a name with a hyphen the first part counts."""
    return word in _NAMES or ("-" in word and word.partition("-")[0] in _NAMES)
