"""The text of a file: plain text unchanged; Word, PDF and web pages as lines in reading order.

Which kind a file is, its content decides where its name lies. Nothing is fetched, no macro or script is run.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from samstyr.exchange.docx_package import check_package
from samstyr.exchange.docx_text import text_of_docx
from samstyr.exchange.html_text import text_of_html
from samstyr.exchange.pdf_text import text_of_pdf
from samstyr.exchange.unreadable import UnreadableDocumentError

LARGEST = 50 * 1024 * 1024  # bytes of a file
LONGEST = 3_000_000  # characters of its text: about 1,000 pages, read in some ten seconds


class Kind(StrEnum):
    """What the content of a file is."""

    TEXT = "text"
    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"


_KINDS = {
    ".txt": Kind.TEXT,
    ".md": Kind.TEXT,
    ".docx": Kind.DOCX,
    ".pdf": Kind.PDF,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
}
TYPES = tuple(_KINDS)

_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_REFUSED = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "is a Word 97–2003 or another old Office file",
        "save it as .docx",
        "old-office",
    ),
    (b"{\\rtf", "is a rich text file", "save it as .docx", "rich-text"),
    (b"\x89PNG", "is a picture", "read its text with a scanner program first", "picture"),
    (b"\xff\xd8\xff", "is a picture", "read its text with a scanner program first", "picture"),
    (b"GIF8", "is a picture", "read its text with a scanner program first", "picture"),
    (b"\x7fELF", "is a program", "give a document", "program"),
    (b"MZ\x90", "is a program", "give a document", "program"),
    (b"\x1f\x8b", "is a compressed file", "unpack it first", "compressed"),
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


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The text of a document, and the numbers, from 1, of pages that are pictures without text."""

    text: str
    pictures: tuple[int, ...] = ()


def text_of_bytes(content: bytes, name: str) -> str:
    """The text of a file's content; ``name`` decides only where the content does not.

    For plain text the characters are the file's own, line ends, byte order mark and all.
    """
    return document_text(content, name).text


def document_text(content: bytes, name: str) -> DocumentText:
    """The text of a file's content as `text_of_bytes` answers it, and what is missing in it.

    Raises UnreadableDocumentError where there is no text, or much more than minutes have.
    """
    kind = kind_of(content, name)
    if kind is Kind.PDF:
        pdf = text_of_pdf(content)
        found = DocumentText(pdf.text, pdf.pictures)
    elif kind is Kind.DOCX:
        found = DocumentText(text_of_docx(content))
    elif kind is Kind.HTML:
        found = DocumentText(text_of_html(content))
    else:
        found = DocumentText(_decoded(content))
    if len(found.text) > LONGEST:
        raise UnreadableDocumentError(
            f"has more than {LONGEST:,} characters of text",
            "give the minutes of one meeting without their attachments",
            "too-long",
        )
    return found


def kind_of(content: bytes, name: str) -> Kind:
    """What a file's content is; ``name`` decides only between plain text and a web page.

    Raises UnreadableDocumentError for what no document of ours is: too large, of another kind, or a Word file
    with macros or with much more in it than it seems.
    """
    if len(content) > LARGEST:
        raise _too_large()
    for start, what, instead, code in _REFUSED:
        if content.startswith(start):
            raise UnreadableDocumentError(what, instead, code)
    suffix = Path(name).suffix.lower()
    if b"%PDF-" in content[:1024]:
        return Kind.PDF
    if content.startswith(b"PK\x03\x04"):
        check_package(content)
        return Kind.DOCX
    if suffix in {".html", ".htm"} or (suffix not in {".txt", ".md"} and _HTML.match(content[:4096])):
        return Kind.HTML
    return Kind.TEXT


def check_upload(name: str, content: bytes) -> None:
    """Refuse a document that a person hands in over the web where its name or its content is not what it should be.

    Raises UnreadableDocumentError; its code is one of those above, or ``name`` (hidden characters or parts of a
    path), ``type`` (no kind that is read), ``other-type`` (not what its name says) or ``empty``.
    """
    suffix = Path(name).suffix.lower()
    hidden = any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} for sign in name)
    if hidden or set("/\\") & set(name) or not Path(name).stem.strip(". "):
        raise UnreadableDocumentError(
            "has a name with hidden characters or parts of a path", "give it a plain name", "name"
        )
    if suffix not in TYPES:
        raise UnreadableDocumentError(
            "is of a kind that is not read", f"give one of {', '.join(TYPES)}", "type"
        )
    if not content:
        raise UnreadableDocumentError("is empty", "choose the file again", "empty")
    if kind_of(content, name) is not _KINDS[suffix]:
        raise UnreadableDocumentError("is not what its name says", "save it anew as that kind", "other-type")
    if _KINDS[suffix] is Kind.TEXT:
        _decoded(content)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as problem:
            raise UnreadableDocumentError(
                "is damaged UTF-16 text", "save it as UTF-8", "text-damaged"
            ) from problem
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _is_binary(content):
        raise UnreadableDocumentError(
            "is neither text nor a known document", f"give one of {', '.join(TYPES)}", "type"
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
        f"is larger than {LARGEST // 1024 // 1024} MB",
        "give the minutes without their attachments",
        "too-large",
    )
