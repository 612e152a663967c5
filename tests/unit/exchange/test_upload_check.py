"""A document that is handed in is what its name says, of a kind that is read, and no larger than it seems."""

import io
import struct
import zipfile
from collections.abc import Callable

import docx
import pytest

from samstyr.exchange import docx_package
from samstyr.exchange.document_text import check_upload, text_of_bytes
from samstyr.exchange.unreadable import UnreadableDocumentError

PDF = b"%PDF-1.7\n"
HTML = b"<!doctype html><p>Referat"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"


def word_file(text: str = "Referat") -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def with_parts(parts: dict[str, bytes], base: bytes | None = None) -> bytes:
    """A Word file with further parts, packed as small as can be."""
    made = io.BytesIO(base if base is not None else word_file())
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def refused(name: str, content: bytes) -> str:
    with pytest.raises(UnreadableDocumentError) as caught:
        check_upload(name, content)
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("referat.txt", b"Referat"),
        ("Referat af m\u00f8de (2).md", "Mødet".encode("cp1252")),
        ("referat.pdf", PDF),
        ("REFERAT.DOCX", word_file()),
        ("side.html", HTML),
        ("side.htm", HTML),
        ("kilde.txt", HTML),
    ],
)
def test_document_that_is_what_it_says_is_taken(name: str, content: bytes) -> None:
    check_upload(name, content)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("referat.pdf", b"Referat", "other-type"),
        ("referat.pdf", word_file(), "other-type"),
        ("referat.txt", PDF, "other-type"),
        ("referat.docx", HTML, "other-type"),
        ("side.html", PDF, "other-type"),
        ("referat.docx", OLE, "old-office"),
        ("referat.txt", b"{\\rtf1", "rich-text"),
        ("referat.pdf", b"\x89PNG", "picture"),
        ("referat.txt", b"MZ\x90", "program"),
        ("referat.txt", b"\x7fELF", "program"),
        ("referat.txt", b"\x1f\x8b", "compressed"),
        ("referat.txt", b"\x00\x01\xff" * 100, "type"),
        ("referat.txt", b"", "empty"),
        ("referat.exe", b"Referat", "type"),
        ("referat.docm", word_file(), "type"),
        ("referat.svg", b"<svg/>", "type"),
        ("referat", b"Referat", "type"),
        ("referat.txt.lnk", b"Referat", "type"),
        ("referat.docx", b"PK\x03\x04 rest", "damaged"),
        ("referat.docx", with_parts({}, b"PK\x03\x04" + word_file()[4:200]), "no-word-file"),
        ("", b"Referat", "name"),
        (".txt", b"Referat", "type"),
        ("../referat.txt", b"Referat", "name"),
        ("C:\\referat.txt", b"Referat", "name"),
        ("referat\u202etxt.exe", b"Referat", "name"),
        ("referat\u202excod.txt", b"Referat", "name"),
        ("referat\u200b.txt", b"Referat", "name"),
        ("referat\n.txt", b"Referat", "name"),
        ("referat\x00.txt", b"Referat", "name"),
        ("..txt", b"Referat", "name"),
    ],
)
def test_document_that_is_not_is_refused(name: str, content: bytes, code: str) -> None:
    assert refused(name, content) == code


def test_document_beyond_the_largest_is_refused() -> None:
    assert refused("referat.txt", b"x" * (50 * 1024 * 1024 + 1)) == "too-large"


@pytest.mark.parametrize(
    "parts",
    [
        {"word/vbaProject.bin": b"x"},
        {"WORD/VBAPROJECT.BIN": b"x"},
        {"word/activeX/activeX1.xml": b"<x/>"},
    ],
)
def test_macros_are_refused_also_by_the_reader(parts: dict[str, bytes]) -> None:
    content = with_parts(parts)

    assert refused("referat.docx", content) == "macros"
    with pytest.raises(UnreadableDocumentError, match="macros"):
        text_of_bytes(content, "referat.docx")


def test_package_that_says_it_holds_macros_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml")
        package.writestr("word/document.xml", "<x/>")

    assert refused("referat.docx", made.getvalue()) == "macros"


def many_parts() -> bytes:
    return with_parts({f"word/media/{number}": b"" for number in range(docx_package.MOST_PARTS + 1)})


def much_in_one() -> bytes:
    return with_parts({"word/media/image.png": bytes(docx_package.LARGEST_UNPACKED + 1)})


def endless_list() -> bytes:
    content = bytearray(word_file())
    end = content.rfind(b"PK\x05\x06")
    struct.pack_into("<L", content, end + 12, docx_package.LARGEST_LIST + 1)
    return bytes(content)


def huge_form() -> bytes:
    content = word_file()
    end = content.rfind(b"PK\x05\x06")
    return content[:end] + b"PK\x06\x07" + bytes(16) + content[end:]


@pytest.mark.parametrize("bomb", [many_parts, much_in_one, endless_list, huge_form])
def test_package_much_larger_than_it_seems_is_refused(bomb: Callable[[], bytes]) -> None:
    content = bomb()

    assert len(content) < 3 * 1024 * 1024
    assert refused("referat.docx", content) == "too-much"


def test_locked_package_is_refused() -> None:
    content = bytearray(word_file())
    place = content.find(b"PK\x01\x02")
    struct.pack_into("<H", content, place + 8, 1)

    assert refused("referat.docx", bytes(content)) == "locked"


def test_part_that_lies_about_its_size_is_not_unpacked_beyond_it() -> None:
    content = bytearray(with_parts({"word/media/image.png": bytes(10_000_000)}))
    place = content.rfind(b"PK\x01\x02")
    struct.pack_into("<L", content, place + 24, 10)

    with zipfile.ZipFile(io.BytesIO(bytes(content))) as package, pytest.raises(zipfile.BadZipFile):
        package.read("word/media/image.png")


@pytest.mark.parametrize("cut", range(1, 40))
def test_damaged_package_is_told_and_no_error_of_ours(cut: int) -> None:
    content = word_file()
    size = len(content) * cut // 40

    assert refused("referat.docx", content[:size]) in {"damaged", "no-word-file"}


def test_word_file_whose_entities_would_fill_the_memory_is_refused() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    xml = (
        f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file())) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, xml if part.filename == "word/document.xml" else old.read(part))

    with pytest.raises(UnreadableDocumentError, match="damaged"):
        text_of_bytes(made.getvalue(), "referat.docx")
