"""The text of a file: plain text unchanged; Word, PDF and web pages as lines in reading order.

Which kind a file is, its content decides where its name lies. Nothing is fetched, no macro or script is run.
"""

import io
import re
import zipfile
from pathlib import Path

from samstyr.exchange.docx_text import text_of_docx
from samstyr.exchange.html_text import text_of_html
from samstyr.exchange.pdf_text import text_of_pdf
from samstyr.exchange.unreadable import UnreadableDocumentError

LARGEST = 50 * 1024 * 1024  # bytes of a file
LARGEST_UNPACKED = 300 * 1024 * 1024  # bytes a Word file may hold unpacked
MOST_PARTS = 20_000  # files in a Word file
TYPES = (".txt", ".md", ".docx", ".pdf", ".html", ".htm")

_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a Word 97–2003 or another old Office file", "save it as .docx"),
    (b"{\\rtf", "is a rich text file", "save it as .docx"),
    (b"\x89PNG", "is a picture", "read its text with a scanner program first"),
    (b"\xff\xd8\xff", "is a picture", "read its text with a scanner program first"),
    (b"GIF8", "is a picture", "read its text with a scanner program first"),
    (b"\x7fELF", "is a program", "give a document"),
    (b"MZ\x90", "is a program", "give a document"),
    (b"\x1f\x8b", "is a compressed file", "unpack it first"),
)


def text_of_file(path: Path) -> str:
    """The text of the file at a path. Raises UnreadableDocumentError, which says what was wrong and what to
    do.
    """
    try:
        if path.is_dir():
            raise UnreadableDocumentError("is a folder", "give a file")
        if path.stat().st_size > LARGEST:
            raise _too_large()
        content = path.read_bytes()
    except OSError as problem:
        raise UnreadableDocumentError(
            f"cannot be opened: {problem.strerror or problem}", "check the name"
        ) from problem
    return text_of_bytes(content, path.name)


def text_of_bytes(content: bytes, name: str) -> str:
    """The text of a file's content; ``name`` decides only where the content does not.

    For plain text the characters are the file's own, line ends, byte order mark and all.
    """
    if len(content) > LARGEST:
        raise _too_large()
    for start, what, instead in _REFUSED:
        if content.startswith(start):
            raise UnreadableDocumentError(what, instead)
    suffix = Path(name).suffix.lower()
    if b"%PDF-" in content[:1024]:
        return text_of_pdf(content)
    if content.startswith(b"PK\x03\x04"):
        return _text_of_package(content)
    if suffix in {".html", ".htm"} or (suffix not in {".txt", ".md"} and _HTML.match(content[:4096])):
        return text_of_html(content)
    return _decoded(content)


def _text_of_package(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
    except zipfile.BadZipFile as problem:
        raise UnreadableDocumentError("is a damaged Word file", "open and save it again in Word") from problem
    names = {part.filename for part in parts}
    if "word/document.xml" not in names:
        raise UnreadableDocumentError("is a package, but no Word document", f"give one of {', '.join(TYPES)}")
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED or len(parts) > MOST_PARTS:
        raise UnreadableDocumentError(
            "is much larger unpacked than any document", "give the document without its pictures"
        )
    return text_of_docx(content)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as problem:
            raise UnreadableDocumentError("is damaged UTF-16 text", "save it as UTF-8") from problem
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _is_binary(content):
        raise UnreadableDocumentError(
            "is neither text nor a known document", f"give one of {', '.join(TYPES)}"
        )
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _is_binary(content: bytes) -> bool:
    """Control characters that no Danish text in an old encoding holds."""
    sample = content[:65536]
    return sum(sample.count(sign) for sign in range(9)) > 0.01 * len(sample)


def _too_large() -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"is larger than {LARGEST // 1024 // 1024} MB", "give the minutes without their attachments"
    )
