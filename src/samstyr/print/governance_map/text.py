"""How wide a text is, and where it may be broken, so that nothing is drawn outside its room."""

import re
import unicodedata
from typing import Final

# Widths in thousandths of the size, for IBM Plex Sans SemiBold, rounded up: regular type is narrower, and so
# are the faces a reader without that font gets.
_WIDTHS: Final = {
    250: " \u00a0",
    275: "'",
    300: ",.ijl‘’",
    325: "!:;ł",
    350: "()[]f·",
    375: "t{}",
    400: "r|",
    425: "-I•",
    450: "/\\",
    475: '"',
    500: "?s",
    525: "Lcvyz“”„",
    550: "JgxŁ»«",
    575: "*_aekoøå§",
    600: "$+0123456789<=>EFTZ^`bdhnpqu~ðþ–−",
    625: "Sđ",
    650: "CPVYÞ",
    675: "#ABRXÅ",
    700: "DKUßĐ",
    725: "&GHNOQØ",
    800: "—",
    825: "Mw",
    875: "æ…",
    900: "@m→←↑↓",
    950: "WÆ",
    975: "%",
}
WIDTH_OF: Final = {character: width for width, characters in _WIDTHS.items() for character in characters}
UNKNOWN: Final = 650
WIDE: Final = 1050

# Second halves of the long compounds of the field: a name is broken before them sooner than elsewhere.
_SECOND_HALVES: Final = (
    *(
        "styregruppe",
        "organisation",
        "koordination",
        "forhandling",
        "arkitektur",
        "chefskreds",
        "sekretariat",
    ),
    *("sikkerhed", "bestyrelse", "samarbejd", "forvalter", "direktion", "rapporter", "minister", "ordfører"),
    *("orienter", "strategi", "styrelse", "patient", "program", "projekt", "stiller", "bereder", "udvalg"),
    *("gruppe", "region", "sikrer", "kreds", "enhed", "plan"),
)
_SHORTEST_PART: Final = 3
_SPACE: Final = re.compile(r"[ \t\r\n\f\v]+")  # not the space that keeps words together
_VOWELS: Final = frozenset("aeiouyæøåäöüé")


def width_of(text: str, size: float) -> float:
    """Answer how wide a text is at most, in the unit of `size`."""
    return sum(_character_width(character) for character in text) * size / 1000


def _character_width(character: str) -> int:
    known = WIDTH_OF.get(character)
    if known is not None:
        return known
    base = unicodedata.normalize("NFD", character)
    if len(base) > 1 and base[0] in WIDTH_OF:
        return WIDTH_OF[base[0]]
    if unicodedata.combining(character):
        return 0
    return WIDE if unicodedata.east_asian_width(character) in "WF" else UNKNOWN


def wrapped(text: str, width: float, size: float, most: int | None = None) -> tuple[str, ...]:
    """Break a text into lines no wider than `width`; with `most`, the last of so many lines ends in "…"."""
    lines: list[str] = []
    line = ""
    for whole in _SPACE.split(text.strip()):
        word = whole
        while True:
            longer = f"{line} {word}" if line else word
            if width_of(longer, size) <= width:
                line = longer
                break
            if line:
                lines.append(line)
                line = ""
                continue
            head, word = _broken(word, width, size)
            lines.append(head)
    if line or not lines:
        lines.append(line)
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], _shortened(lines[most - 1], width, size)]
    return tuple(lines)


def _shortened(line: str, width: float, size: float) -> str:
    while line and width_of(f"{line}…", size) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _broken(word: str, width: float, size: float) -> tuple[str, str]:
    """Break one word that is too long: before a second half, else between syllables, else anywhere."""
    fitting = 0
    while fitting < len(word) and width_of(f"{word[: fitting + 1]}-", size) <= width:
        fitting += 1
    longest = max(fitting, 1)
    lowered = word.lower()
    inside: set[int] = set()
    compound = []
    for half in _SECOND_HALVES:  # the longer ones first: never inside one of them
        place = lowered.rfind(half, 0, longest + len(half))
        if place > 0 and place not in inside:
            inside.update(range(place + 1, place + len(half)))
            if _SHORTEST_PART <= place <= longest and len(word) - place >= _SHORTEST_PART:
                compound.append(place)
    if compound:
        return _cut(word, max(compound))
    syllables = [
        place
        for place in range(_SHORTEST_PART, min(longest, len(word) - _SHORTEST_PART) + 1)
        if lowered[place] not in _VOWELS and lowered[place].isalpha()
        and lowered[place - 1].isalpha() and lowered[place + 1 : place + 2] in _VOWELS
    ]  # fmt: skip
    return _cut(word, syllables[-1] if syllables else longest)


def _cut(word: str, place: int) -> tuple[str, str]:
    head = word[:place]
    return (head if head.endswith(("-", "/", "–")) else f"{head}-", word[place:])


def drawable(text: str) -> str:
    """Answer the text without the characters that a picture file can't hold."""
    return "".join(character for character in text if _is_drawable(ord(character)))


def _is_drawable(code: int) -> bool:
    return code in (0x9, 0xA) or (code >= 0x20 and not 0x7F <= code < 0xA0 and not 0xD800 <= code < 0xE000
                                  and code & 0xFFFE != 0xFFFE)  # fmt: skip
