"""Whether a Word file is one, before anything of it is unpacked."""

import io
import zipfile
from typing import Final

from samstyr.exchange.unreadable import UnreadableDocumentError

LARGEST_UNPACKED: Final = 300 * 1024 * 1024  # bytes a Word file may hold unpacked
MOST_PARTS: Final = 20_000  # files in a Word file
LARGEST_LIST: Final = 4 * 1024 * 1024  # bytes of the list of its files, about 20,000 of them
LARGEST_TYPES: Final = 1024 * 1024  # bytes of the part that says what the others are
TYPES_PART: Final = "[Content_Types].xml"
DOCUMENT_PART: Final = "word/document.xml"
BROKEN: Final = (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError)
"""What damaged packages raise; NotImplementedError stands for a way of packing that no program of ours uses."""
_END: Final = b"PK\x05\x06"
_END_OF_HUGE: Final = (
    b"PK\x06\x07"  # stands 20 bytes before the end where there are too many files for the old form
)
_LOCKED: Final = 0x1  # bit of a file's flags


def check_package(content: bytes) -> None:
    """Refuse a package that is no Word document, holds macros, is locked, or is much larger than it seems.

    Sizes are those the package declares; Python unpacks no more than that of a file. Raises
    UnreadableDocumentError.
    """
    if has_huge_list(content):
        raise _too_much()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if sum(part.file_size for part in parts) > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
                raise _too_much()
            names = {part.filename for part in parts}
            if DOCUMENT_PART not in names:
                raise UnreadableDocumentError(
                    "is a package, but no Word document", "save it as .docx", "no-word-file"
                )
            if any(part.flag_bits & _LOCKED for part in parts):
                raise UnreadableDocumentError(
                    "is protected by a password", "save it without protection", "locked"
                )
            if _has_macros(package, names):
                raise UnreadableDocumentError("holds macros", "save it as .docx without macros", "macros")
    except BROKEN as problem:
        raise UnreadableDocumentError(
            "is a damaged Word file", "open and save it again in Word", "damaged"
        ) from problem


def has_huge_list(end_of_package: bytes) -> bool:
    """Tell whether the list of a package's files alone would fill the memory; its last bytes say how long it is."""
    end = end_of_package.rfind(_END)
    size = int.from_bytes(end_of_package[end + 12 : end + 16], "little")
    return end >= 0 and (
        size > LARGEST_LIST or end_of_package[max(end - 20, 0) : end].startswith(_END_OF_HUGE)
    )


def _has_macros(package: zipfile.ZipFile, names: set[str]) -> bool:
    """Tell whether a part holds macros or active controls, or the package says that it does."""
    low = [name.lower() for name in names]
    if any(name.endswith("vbaproject.bin") or name.startswith("word/activex/") for name in low):
        return True
    if TYPES_PART not in names:
        return False
    with package.open(TYPES_PART) as types:
        return b"macroenabled" in types.read(LARGEST_TYPES).lower()


def _too_much() -> UnreadableDocumentError:
    return UnreadableDocumentError(
        "is much larger unpacked than any document", "give the document without its pictures", "too-much"
    )
