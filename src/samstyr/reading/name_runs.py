"""Persons' names in a text, also where nothing but a space stands between two of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from samstyr.reading.given_names import is_given_name
from samstyr.reading.names import is_name_word, is_title_word

_WORD = r"(?:(?:[A-ZÆØÅÉÖÄÜÁ]\.){1,3}|[A-ZÆØÅÉÖÄÜÁ][\w'’]*(?:-[A-ZÆØÅ]?[\w'’]+)*)"
_PARTICLES = r"(?:von|van|de|af|da|bin|el|den|der|la)"
_RUN = re.compile(rf"(?:(?<![\w@./-])|(?<=\bv/)|(?<=\bv\.)){_WORD}(?:\s(?:{_PARTICLES}\s)*{_WORD})*")
_TOKEN = re.compile(rf"{_WORD}|{_PARTICLES}(?=\s)")
# "Anna Prøve, Region Syd Bo Eksempel": the body of the one runs into the name of the next.
_BODY_BETWEEN = re.compile(r",\s+[^;()]*[^\s,;()](?<!\sog)(?<!\ssamt)\s")
_ENOUGH = 2
# "Anna Eksempel-Solsikken", "Bo Prøve-Stue 1": a name and the house, written together in a column.
_GLUED_PLACE = re.compile(
    r"-(?:[A-ZÆØÅ]\w+(?:huset|gården|bakken|hytten|[a-rt-zæøå]en|[a-zæøå]et|gård)|Stue|Huset)\b"
)
_DEFINITE = re.compile(r"(?:et|erne|ionen|ingen|heden|gruppen|firma)$")
# A noun in the definite behind a whole name begins what follows: "Anna Eksempel Dagsordenen blev godkendt".
_BEGINS_SENTENCE = re.compile(
    r"(?:ingen|ionen|ordenen|heden|erne|delsen|lelsen|[a-zæøå]{3}[tl]et|net|ret|det|get)$"
)
_WITH_INITIAL = 2  # words of a name cut short: "Anna E."
_LONGEST = 5  # words of a name
# Words behind a name that make the whole a street or a house.
_NO_PERSON_AFTER = re.compile(r"\s(?:Vej|Gade|Plads|Allé|Torv|Skole|Hospital|Kirke|Fonden)\b")
_STREET = re.compile(
    r"\w{2}(?:vej|gade|stræde|plads|torv|allé|alle|skolen|skole|huset|centret|center|gården|salen|lokalet)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name and where it stands; ``known``: it begins with a known first name."""

    start: int
    end: int
    known: bool


def find_names(text: str, *, lone: bool = False) -> list[NameAt]:
    """The names outside brackets, left to right.

    A name may stand behind other words with capitals where its first name is a known one. ``lone``: a known first
    name that stands alone between two signs is a name too.
    """
    runs = list(_outside_brackets(text))
    names = [name for run in runs for name in _in_run(text, run, bodies=False, lone=lone)]
    if sum(_BODY_BETWEEN.fullmatch(text[a.end : b.start]) is not None for a, b in pairwise(names)) >= _ENOUGH:
        names = [name for run in runs for name in _in_run(text, run, bodies=True, lone=lone)]
    return names


def _outside_brackets(text: str) -> Iterator[re.Match[str]]:
    depth = at = 0
    for run in _RUN.finditer(text):
        depth += text.count("(", at, run.start()) - text.count(")", at, run.start())
        at = run.start()
        if depth <= 0:
            yield run


def _in_run(text: str, run: re.Match[str], *, bodies: bool, lone: bool) -> list[NameAt]:
    words = [
        (found.group(), run.start() + found.start(), run.start() + found.end())
        for found in _TOKEN.finditer(run.group())
    ]
    names: list[NameAt] = []
    place = 0
    leading = True  # nothing but titles so far
    while place < len(words):
        word = words[place][0]
        known = is_given_name(word)
        if is_title_word(word) and not known:
            place += 1
            continue
        if (not known and (not is_name_word(word) or _STREET.search(word))) or word[0].islower():
            leading = False
            place += 1
            continue
        if not known and not (leading and not names and (word[1:2] != "." or len(words) > place + 1)):
            place += 1
            leading = False
            continue
        if not known and _prefix_of_known(words, place, bodies=bodies and run.start() > 0):
            place += 1
            leading = False
            continue
        end = _end_of(words, place)
        whole = end - place > 1
        start, stop = words[place][1], words[end - 1][2]
        single = lone and known and not whole and _stands_alone(text, start, stop)
        glued = _GLUED_PLACE.search(text, start, stop)
        stop = glued.start() if glued else stop
        if (whole or single) and not _NO_PERSON_AFTER.match(text, stop):
            names.append(NameAt(start, stop, known))
        leading = False
        place = end
    return names


def _prefix_of_known(words: list[tuple[str, int, int]], place: int, *, bodies: bool) -> bool:
    """``Civitas Mogens Prøve``: the word before a known name is no name where bodies stand behind the names
    (``bodies``) or where it is written as a body's.
    """
    if place + 2 >= len(words) or not is_given_name(words[place + 1][0]):
        return False
    word = words[place][0]
    return bodies or (len(word) > 6 and _DEFINITE.search(word) is not None)


def _end_of(words: list[tuple[str, int, int]], place: int) -> int:
    """Where the name that begins at a place ends: before a word that is no name, and before the next person's."""
    end = place + 1
    while end < len(words) and end - place < _LONGEST:
        word = words[end][0]
        if word[0].islower():
            if end + 1 >= len(words):
                break
            end += 1
            continue
        if not is_name_word(word) or (is_title_word(word) and not is_given_name(word)):
            break
        if end - place >= 2 and _BEGINS_SENTENCE.search(word):
            break
        begins = is_given_name(word) and end - place >= 2 and end + 1 < len(words)
        if begins and is_name_word(words[end + 1][0]) and not is_given_name(words[end - 1][0]):
            break
        end += 1
    while words[end - 1][0][0].islower() or (end - place > _WITH_INITIAL and words[end - 1][0].endswith(".")):
        end -= 1
    return end


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a single word is all there is between two signs, but for what brackets say."""
    before = re.search(r"(?:^|[,;:–+&/•-]|\bog|\bsamt|\boh|\band|\.)\s*$", text[:start])
    after = re.match(r"\s*(?:\([^)]*\)\s*)?(?:$|[,;.+&/•–-]|og\b|samt\b|oh\b)", text[end:])
    return before is not None and after is not None
