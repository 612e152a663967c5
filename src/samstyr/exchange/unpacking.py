"""Documents handed in together, in a zip: unpacked one by one, in memory, within limits; nothing is written to disk.

Sizes are looked at where the zip declares them, and counted again while unpacking: a declaration may lie.
"""

import io
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import IO, Final

from samstyr.exchange.document_text import LARGEST, TYPES, check_upload
from samstyr.exchange.docx_package import BROKEN, has_huge_list
from samstyr.exchange.unreadable import UnreadableDocumentError

MOST_FILES: Final = 200  # documents of one batch
LARGEST_TOGETHER: Final = 200 * 1024**2  # bytes of them, unpacked
MOST_UNPACKED: Final = 100  # times a file may be larger unpacked than packed; text seldom is ten times
SMALL: Final = 100 * 1024  # bytes below which a file may be packed as well as it will
PIECE: Final = 1024**2
_END_OF_LIST: Final = 70_000  # bytes at the end of a zip in which the size of its list stands
_LOCKED: Final = 0x1  # bit of a file's flags


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A document of a zip."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is not kept, and the code of the reason (exchange/refusals.py)."""

    name: str
    code: str


def is_zip(name: str, start: bytes) -> bool:
    """Tell whether a file is a zip of documents, by name and first bytes; a Word file is a package of another name."""
    return name.lower().endswith(".zip") and start.startswith(b"PK")


def unpacked(zipped: IO[bytes]) -> Iterator[Unpacked | Refused]:
    """Unpack a zip: each document, or why it is refused. What systems add of their own, and folders, is passed over.

    Raises UnreadableDocumentError where the zip as a whole is refused: `zip-damaged`, `bomb`, `too-many` or
    `too-much-together`. That is found before anything is unpacked, except where the zip lies.
    """
    zipped.seek(0, io.SEEK_END)
    size = zipped.tell()
    zipped.seek(max(size - _END_OF_LIST, 0))
    if has_huge_list(zipped.read()):
        raise _whole("too-many")
    try:
        with zipfile.ZipFile(zipped) as package:
            members = [each for each in package.infolist() if not _is_of_a_system(each)]
            _check_whole(members, size)
            together = 0
            for member in members:
                one = _unpacked(package, member)
                if isinstance(one, Unpacked):
                    together += len(one.content)
                    if together > LARGEST_TOGETHER:
                        raise _whole("too-much-together")
                yield one
    except BROKEN as problem:
        raise _whole("zip-damaged") from problem


def _check_whole(members: list[zipfile.ZipInfo], size: int) -> None:
    if len(members) > MOST_FILES:
        raise _whole("too-many")
    declared = sum(each.file_size for each in members)
    if declared > LARGEST_TOGETHER:
        raise _whole("too-much-together")
    if declared > SMALL and declared > MOST_UNPACKED * size:
        raise _whole("bomb")


def _is_of_a_system(member: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(member.filename)
    return member.is_dir() or path.parts[:1] == ("__MACOSX",) or path.name in {".DS_Store", "Thumbs.db"}


def _unpacked(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> Unpacked | Refused:
    name = _plain_name(member.filename)
    code = "name" if name is None else _refused(member, name)
    if name is None or code:
        return Refused(_shown(member.filename), code)
    try:
        content = _content(package, member)
        check_upload(name, content)
    except UnreadableDocumentError as problem:
        return Refused(_shown(member.filename), problem.code)
    except (*BROKEN, zlib.error):
        return Refused(_shown(member.filename), "zip-damaged")
    return Unpacked(name, content)


def _refused(member: zipfile.ZipInfo, name: str) -> str:
    """Answer the code for which a file is not unpacked at all, or nothing."""
    low, size = name.lower(), member.file_size
    if member.flag_bits & _LOCKED:
        return "zip-locked"
    if not low.endswith(TYPES):
        return "zip-in-zip" if low.endswith(".zip") else "type"
    if size > LARGEST:
        return "too-large"
    return "bomb" if size > SMALL and size > MOST_UNPACKED * max(member.compress_size, 1) else ""


def _content(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Unpack a file piece by piece, and no further than it said it would be."""
    made = bytearray()
    with package.open(member) as packed:
        while piece := packed.read(PIECE):
            made += piece
            if len(made) > min(member.file_size, LARGEST):
                raise UnreadableDocumentError("is larger than it says", "pack it again", "bomb")
    return bytes(made)


def _plain_name(path: str) -> str | None:
    """Answer the file's own name, or None where its path leads out of the zip, or hides something."""
    parts = path.split("/")
    hidden = any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} for sign in path)
    if hidden or "\\" in path or ":" in parts[0] or any(part.strip() in {"", ".", ".."} for part in parts):
        return None
    return unicodedata.normalize("NFC", parts[-1])


def _shown(path: str) -> str:
    """Answer a path as it may be shown and kept: without hidden characters, and not without end."""
    plain = "".join(sign if sign.isprintable() else "\ufffd" for sign in path)
    return plain if len(plain) <= 200 else f"…{plain[-199:]}"


def _whole(code: str) -> UnreadableDocumentError:
    return UnreadableDocumentError("cannot be unpacked", "pack it again with fewer documents", code)
