"""What every text needs before Typst sets it: fonts that are the same on every machine, and only letters they have."""

import json
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import typst

UNSHOWN: Final = "\N{REPLACEMENT CHARACTER}"
LONGEST_WORD: Final = 40
# A blank of no width, where an address or a file name may be broken over two lines.
BREAK: Final = "\N{ZERO WIDTH SPACE}"
TRIAL: Final = """
#set document(title: "x")
#set text(font: ("IBM Plex Sans", "Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern"))
#text(json(bytes(sys.inputs.text)))
"""


@lru_cache
def faces_of(fonts: Path | None) -> typst.Fonts:
    """Answer the fonts of the folder and those Typst brings along: never the machine's, which differ."""
    return typst.Fonts(
        include_system_fonts=False, font_paths=[fonts] if fonts is not None and fonts.is_dir() else []
    )


def printable(said: Any, faces: typst.Fonts) -> Any:
    """Answer the same texts without what can't be printed, and with words too long for a line made breakable."""
    return _clean(said, _unshown(frozenset("".join(_texts(said))), faces))


def one_file(made: bytes | list[bytes] | None) -> bytes:
    """Typst answers a list where it makes a picture of each page; a PDF is one file."""
    if not isinstance(made, bytes):
        raise TypeError("Typst made no PDF")
    return made


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list | tuple):
        return [text for each in value for text in _texts(each)]
    return []


def _clean(value: Any, unshown: frozenset[str]) -> Any:
    """Answer the same without what can't be printed, and with words too long for a line made breakable."""
    if isinstance(value, str):
        return _breakable("".join(_printed(letter, unshown) for letter in value))
    if isinstance(value, dict):
        return {name: _clean(each, unshown) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(each, unshown) for each in value]
    return value


def _printed(letter: str, unshown: frozenset[str]) -> str:
    if letter in unshown:
        return UNSHOWN
    if letter == "\t":
        return " "
    return "" if _is_control(letter) else letter


def _is_control(letter: str) -> bool:
    """Control and format signs go: some turn the order of letters about, and a soft hyphen in a link stops Typst."""
    return letter != "\n" and unicodedata.category(letter) in ("Cc", "Cf")


def _breakable(text: str) -> str:
    if len(text) <= LONGEST_WORD:
        return text
    return "\n".join(" ".join(_in_pieces(word) for word in line.split(" ")) for line in text.split("\n"))


def _in_pieces(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    step = LONGEST_WORD // 2
    return BREAK.join(word[start : start + step] for start in range(0, len(word), step))


def _unshown(letters: frozenset[str], faces: typst.Fonts) -> frozenset[str]:
    """Answer the letters that no font of ours has: PDF/UA-1 forbids a sign without a picture."""
    asked = sorted(letter for letter in letters if ord(letter) > 0x17F and not _is_control(letter))
    lone = {letter for letter in asked if unicodedata.category(letter) in ("Cs", "Co", "Cn")}
    trial = typst.Compiler(TRIAL.encode(), None, faces)
    return frozenset(lone | set(_refused_of("".join(each for each in asked if each not in lone), trial)))


def _refused_of(letters: str, trial: typst.Compiler) -> str:
    """Halve until the letters that can't be set stand alone."""
    if not letters or _can_be_set(letters, trial):
        return ""
    if len(letters) == 1:
        return letters
    middle = len(letters) // 2
    return _refused_of(letters[:middle], trial) + _refused_of(letters[middle:], trial)


def _can_be_set(letters: str, trial: typst.Compiler) -> bool:
    try:
        trial.compile(format="pdf", pdf_standards=["ua-1"], sys_inputs={"text": json.dumps(letters)})
    except typst.TypstError:
        return False
    return True
