"""Documents read in processes of their own: in order, within limits, and none of them stopping another."""

import io
import os
import signal
import subprocess
import sys
import time
import zlib
from multiprocessing import active_children
from pathlib import Path

import docx
import pikepdf
import pytest

from samstyr.exchange.document_text import LARGEST, LONGEST
from samstyr.exchange.reading_apart import (
    LIMITS,
    Limits,
    ReadDocument,
    Source,
    ranges,
    read_alone,
    read_document,
    read_in_order,
)
from samstyr.exchange.unreadable import UnreadableDocumentError

EXAMPLES = Path(__file__).parents[2] / "examples" / "minutes"
TEXT = (EXAMPLES / "01-national-board.txt").read_text(encoding="utf-8")


def as_docx(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def as_html(text: str) -> bytes:
    lines = "".join(f"<p>{line}</p>" for line in text.splitlines())
    return f"<!doctype html><nav>Forside</nav><main>{lines}</main>".encode()


def pdf_of_pages(
    count: int, content: bytes = b"BT /F1 11 Tf 50 780 Td (Referat af et eksempel) Tj ET"
) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    for _ in range(count):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.Contents = pdf.make_stream(content)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    return pdf


def saved(pdf: pikepdf.Pdf, **words: object) -> bytes:
    made = io.BytesIO()
    pdf.save(made, **words)
    return made.getvalue()


def with_picture(pdf: pikepdf.Pdf, number: int) -> None:
    """Let a page be a picture, as a scanner makes it."""
    page = pdf.pages[number]
    picture = pikepdf.Stream(
        pdf,
        b"\xff" * 100,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=10,
        Height=10,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
    )
    page.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /P Do Q")
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=pdf.make_indirect(picture)))


def code_of(name: str, content: bytes, limits: Limits = LIMITS) -> str:
    outcome = read_alone(Source(name, content), limits)
    assert isinstance(outcome, UnreadableDocumentError), outcome
    return outcome.code


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", TEXT.encode()),
        ("a.txt", TEXT.encode("cp1252")),
        ("a.txt", TEXT.encode("utf-16")),
        ("a.md", TEXT.encode()),
        ("a.docx", as_docx(TEXT)),
        ("a.html", as_html(TEXT)),
    ],
)
def test_document_of_each_kind_is_read_apart_as_it_is_here(name: str, content: bytes) -> None:
    outcome = read_alone(Source(name, content))

    assert outcome == read_document(Source(name, content))
    assert isinstance(outcome, ReadDocument)
    assert (
        outcome.record["meeting"]["date"]
        == read_document(Source("b.txt", TEXT.encode())).record["meeting"]["date"]
    )


def test_pdf_is_read_apart() -> None:
    outcome = read_alone(Source("a.pdf", saved(pdf_of_pages(2))))

    assert isinstance(outcome, ReadDocument)
    assert outcome.text.count("Referat af et eksempel") == 2


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.md", b" \n\n", "empty"),
        ("a.html", b"<!doctype html><nav>Menu</nav>", "empty"),
        ("a.docx", as_docx(""), "empty"),
        ("a.docx", as_docx(TEXT)[:3000], "damaged"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old-office"),
        ("a.pdf", b"%PDF-1.7 nothing", "damaged-pdf"),
        ("a.pdf", saved(pdf_of_pages(1))[:400], "damaged-pdf"),
        ("a.pdf", saved(pdf_of_pages(1), encryption=pikepdf.Encryption(owner="a", user="b")), "locked"),
        ("a.txt", b"\x00\x01\xff" * 1000, "type"),
        ("a.txt", b"\xff\xfea", "text-damaged"),
        ("a.txt", b"a" * (LARGEST + 1), "too-large"),
    ],
)
def test_document_that_is_empty_damaged_or_locked_is_refused(name: str, content: bytes, code: str) -> None:
    assert code_of(name, content) == code


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", b"Referat. " * (LARGEST // 9)), ("a.html", b"<p>Referat. " * (LONGEST // 8))],
)
def test_text_far_longer_than_minutes_is_refused(name: str, content: bytes) -> None:
    assert code_of(name, content) in {"too-long", "too-hard"}


def test_pdf_of_200_pages_is_read_within_the_limits() -> None:
    outcome = read_alone(Source("a.pdf", saved(pdf_of_pages(200))))

    assert isinstance(outcome, ReadDocument)
    assert outcome.text.count("\f") == 199


def test_pdf_of_50_mb_is_read_within_the_limits() -> None:
    pdf = pdf_of_pages(3)
    pdf.Root.Rest = pdf.make_stream(os.urandom(LARGEST - 1024**2))
    outcome = read_alone(Source("a.pdf", saved(pdf)))

    assert isinstance(outcome, ReadDocument)
    assert outcome.text.count("Referat af et eksempel") == 3


def test_pdf_of_more_than_500_pages_is_refused() -> None:
    assert code_of("a.pdf", saved(pdf_of_pages(501, b""))) == "too-long"


def test_scan_is_refused_and_single_pages_without_text_are_told() -> None:
    pdf = pdf_of_pages(6)
    for number in (1, 3, 4):
        with_picture(pdf, number)
    scan = pdf_of_pages(2)
    for number in (0, 1):
        with_picture(scan, number)

    some = read_alone(Source("a.pdf", saved(pdf)))

    assert isinstance(some, ReadDocument)
    warnings = [each for each in some.record["warnings"] if each["code"] == "pages-without-text"]
    assert [each["message"] for each in warnings] == ["2, 4–5"]
    assert code_of("b.pdf", saved(scan)) == "scan"


def test_pdf_that_fills_the_memory_when_unpacked_is_refused() -> None:
    pdf = pdf_of_pages(1)
    bomb = zlib.compress(b" " * 400 * 1024**2, 9)
    pdf.pages[0].Contents = pikepdf.Stream(pdf, bomb, Filter=pikepdf.Name.FlateDecode)

    assert code_of("a.pdf", saved(pdf), Limits(memory=400 * 1024**2, seconds=60)) in {
        "too-hard",
        "damaged-pdf",
        "scan",
    }


def test_document_that_takes_too_long_is_refused() -> None:
    started = time.monotonic()

    assert code_of("a.docx", as_docx((TEXT + "\n") * 200), Limits(seconds=1)) == "too-hard"
    assert time.monotonic() - started < 60


def test_documents_come_in_their_order_and_the_bad_among_them(tmp_path: Path) -> None:
    paths = []
    for number in range(12):
        paths.append(tmp_path / f"{number:02}.txt")
        paths[-1].write_text(f"Referat {number}\n" + TEXT * (number % 3), encoding="utf-8")
    paths[5].write_bytes(b"\x89PNG")
    paths[7].unlink()

    found = list(read_in_order((Source(path.name, path) for path in paths), processes=2))

    assert [source.name for source, _outcome in found] == [path.name for path in paths]
    codes = {
        source.name: outcome.code for source, outcome in found if isinstance(outcome, UnreadableDocumentError)
    }
    assert codes == {"05.txt": "picture", "07.txt": "unopened"}


def test_reader_that_is_killed_costs_nothing_but_time(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number:02}.txt" for number in range(12)]
    for path in paths:
        path.write_text(TEXT, encoding="utf-8")
    found = []
    for number, (source, outcome) in enumerate(
        read_in_order((Source(path.name, path) for path in paths), processes=2)
    ):
        found.append((source.name, isinstance(outcome, ReadDocument)))
        if number == 2:
            for child in active_children():
                os.kill(child.pid or 0, signal.SIGKILL)

    assert found == [(path.name, True) for path in paths]


def test_document_that_kills_its_reader_is_refused_alone(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number:02}.docx" for number in range(5)]
    for path in paths:
        path.write_bytes(as_docx("Referat"))
    paths[2].write_bytes(as_docx((TEXT + "\n") * 200))

    found = list(read_in_order((Source(path.name, path) for path in paths), 2, Limits(seconds=1)))

    assert [isinstance(outcome, ReadDocument) for _source, outcome in found] == [
        True,
        True,
        False,
        True,
        True,
    ]


def test_readers_end_with_the_one_who_asked_for_them(tmp_path: Path) -> None:
    """Killed in the middle it leaves no process behind that waits for documents for ever."""
    for number in range(6):
        (tmp_path / f"{number}.docx").write_bytes(as_docx(TEXT * 5))
    script = tmp_path / "ask.py"
    script.write_text(
        "import sys, time\n"
        "from multiprocessing import active_children\n"
        "from pathlib import Path\n"
        "from samstyr.exchange.reading_apart import Source, read_in_order\n"
        "if __name__ == '__main__':\n"
        "    paths = sorted(Path(sys.argv[1]).glob('*.docx'))\n"
        "    for source, outcome in read_in_order((Source(p.name, p) for p in paths), 2):\n"
        "        print(*(child.pid for child in active_children()), flush=True)\n"
        "        time.sleep(60)\n",
        encoding="utf-8",
    )
    asker = subprocess.Popen([sys.executable, str(script), str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert asker.stdout is not None
    children = [int(pid) for pid in asker.stdout.readline().split()]
    asker.kill()
    asker.wait()

    assert children != []
    until = time.monotonic() + 20
    while (alive := [pid for pid in children if _runs(pid)]) and time.monotonic() < until:
        time.sleep(0.1)
    assert alive == []


def _runs(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_numbers_are_said_in_runs() -> None:
    assert ranges([7, 1, 3, 4, 5]) == "1, 3–5, 7"
