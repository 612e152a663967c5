"""A zip of documents: each is taken or refused with its reason, and none fills the memory or leads elsewhere."""

import io
import os
import zipfile
from collections.abc import Iterable

import pytest

from samstyr.exchange import unpacking
from samstyr.exchange.unpacking import Refused, Unpacked, is_zip, unpacked
from samstyr.exchange.unreadable import UnreadableDocumentError

TEXT = b"Referat af et eksempel"


def zipped(members: Iterable[tuple[str, bytes]]) -> io.BytesIO:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, content in members:
            package.writestr(name, content)
    made.seek(0)
    return made


def code_of(name: str, content: bytes = TEXT) -> str:
    (one,) = unpacked(zipped([(name, content)]))
    assert isinstance(one, Refused)
    return one.code


def whole(content: io.BytesIO) -> str:
    with pytest.raises(UnreadableDocumentError) as caught:
        list(unpacked(content))
    return caught.value.code


def test_documents_are_taken_also_from_folders_and_one_bad_file_stops_no_other() -> None:
    found = list(
        unpacked(
            zipped(
                [("a.txt", TEXT), ("2019/møde.md", TEXT), ("b.pdf", b"ingen pdf"), ("c.html", b"<p>Referat")]
            )
        )
    )

    assert found == [
        Unpacked("a.txt", TEXT),
        Unpacked("møde.md", TEXT),
        Refused("b.pdf", "other-type"),
        Unpacked("c.html", b"<p>Referat"),
    ]


def test_what_systems_add_of_their_own_is_passed_over() -> None:
    members = [("mappe/", b""), ("__MACOSX/a.txt", b"x"), ("mappe/.DS_Store", b"x"), ("a.txt", TEXT)]

    assert list(unpacked(zipped(members))) == [Unpacked("a.txt", TEXT)]


@pytest.mark.parametrize(
    "name",
    [
        "../a.txt",
        "/etc/a.txt",
        "mappe/../../a.txt",
        "C:/a.txt",
        "mappe\\a.txt",
        "refe\u202etxt.txt",
        "a\u200b.txt",
        "mappe//a.txt",
    ],
)
def test_name_that_leads_elsewhere_or_hides_something_is_refused(name: str) -> None:
    assert code_of(name) == "name"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.zip", zipped([("b.txt", TEXT)]).getvalue(), "zip-in-zip"),
        ("a.exe", TEXT, "type"),
        ("a.txt", b"", "empty"),
        ("a.txt", b"\x89PNG", "picture"),
        ("a.docx", b"PK\x03\x04rest", "damaged"),
        ("a.txt", b"a" * 1_000_000, "bomb"),
    ],
)
def test_file_that_is_no_document_is_refused(name: str, content: bytes, code: str) -> None:
    others = [(f"{number}.txt", os.urandom(10_000).hex().encode()) for number in range(3)]
    (*_rest, one) = unpacked(zipped([*others, (name, content)]))

    assert one == Refused(name, code)


def test_locked_file_is_refused() -> None:
    content = bytearray(zipped([("a.txt", TEXT)]).getvalue())
    for sign, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        content[content.index(sign) + place] |= 1

    assert list(unpacked(io.BytesIO(bytes(content)))) == [Refused("a.txt", "zip-locked")]


def test_file_that_lies_about_its_size_is_not_unpacked_beyond_it() -> None:
    content = bytearray(zipped([("a.txt", b"abc" * 50_000)]).getvalue())
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (10).to_bytes(4, "little")

    (one,) = unpacked(io.BytesIO(bytes(content)))

    assert one in {Refused("a.txt", "zip-damaged"), Refused("a.txt", "bomb")}


def test_damaged_zip_is_refused_whole() -> None:
    assert whole(io.BytesIO(b"PK\x03\x04 rest")) == "zip-damaged"


def test_damaged_file_is_refused_alone() -> None:
    content = bytearray(zipped([("a.txt", bytes(range(32, 127)) * 20), ("b.txt", TEXT)]).getvalue())
    content[60] ^= 0xFF

    assert list(unpacked(io.BytesIO(bytes(content)))) == [
        Refused("a.txt", "zip-damaged"),
        Unpacked("b.txt", TEXT),
    ]


def test_zip_much_larger_than_it_seems_is_refused_before_anything_is_unpacked() -> None:
    assert whole(zipped([("a.txt", b"a" * 10_000_000)])) == "bomb"


def test_more_than_the_limit_is_refused_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    assert whole(zipped((f"{number}.txt", TEXT) for number in range(201))) == "too-many"

    monkeypatch.setattr(unpacking, "LARGEST_TOGETHER", 40)
    assert whole(zipped([("a.txt", TEXT), ("b.txt", TEXT)])) == "too-much-together"


def test_list_of_files_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(zipped([("a.txt", TEXT)]).getvalue())
    at = content.rindex(b"PK\x05\x06") + 12
    content[at : at + 4] = (100 * 1024**2).to_bytes(4, "little")

    assert whole(io.BytesIO(bytes(content))) == "too-many"


@pytest.mark.parametrize(
    ("name", "start", "expected"),
    [
        ("a.zip", b"PK\x03\x04", True),
        ("A.ZIP", b"PK\x05\x06", True),
        ("a.docx", b"PK\x03\x04", False),
        ("a.zip", b"%PDF", False),
    ],
)
def test_zip_is_told_by_name_and_first_bytes(name: str, start: bytes, *, expected: bool) -> None:
    assert is_zip(name, start) is expected
