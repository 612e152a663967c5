"""`samstyr read`: several files, what cannot be read, standard input, and the text that places count in."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest

EXAMPLES = Path(__file__).parents[1] / "examples" / "minutes"
BOARD = EXAMPLES / "01-national-board.txt"


def samstyr(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    code = "import sys; from samstyr.cli.read import command; command(sys.argv[1:], prog_name='samstyr read')"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        input=given,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")},
    )


def records(output: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def pdf_of(*lines: str) -> bytes:
    """A page with the lines of text, written by hand."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    content = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("cp1252")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(out),
        )
    )


def test_one_record_a_line_in_the_order_given() -> None:
    other = EXAMPLES / "12-two-columns.txt"

    done = samstyr(str(other), str(BOARD), "--json")

    assert done.returncode == 0
    assert [record["file"] for record in records(done.stdout)] == [str(other), str(BOARD)]
    assert done.stderr == b""


def test_a_file_that_is_missing_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    missing = str(tmp_path / "nothing.txt")

    done = samstyr(missing, str(BOARD), "--json")

    first, second = records(done.stdout)
    assert done.returncode == 2
    assert list(first) == ["file", "error"]
    assert first["file"] == missing
    assert second["document_type"] == "minutes"


def test_standard_input_is_read() -> None:
    done = samstyr("-", "--json", given=BOARD.read_bytes())

    (record,) = records(done.stdout)
    assert record["file"] == "-"
    assert record["document_type"] == "minutes"


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfReferat\r\n\r\nL\xc3\xb8nne\r\n",
        b"Referat\x0cside\x00to\rtre",
        b"",
        b"uden linjeskift",
    ],
)
def test_text_of_a_text_file_is_its_own_characters(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)

    done = samstyr("--text", str(path))

    assert done.returncode == 0
    assert done.stdout == content


def test_old_encoding_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Rådet drøftede æbler".encode("cp1252"))

    assert samstyr("--text", str(path)).stdout.decode("utf-8") == "Rådet drøftede æbler"


def test_overview_is_danish() -> None:
    done = samstyr(str(BOARD))

    output = done.stdout.decode("utf-8")
    assert done.returncode == 0
    assert "Beslutninger (6)" in output
    assert "Karen Prøvegaard" in output


def test_explanation_tells_of_every_fact_how_it_was_found_and_its_words() -> None:
    (record,) = records(samstyr(str(BOARD), "--json").stdout)
    done = samstyr("--explain", str(BOARD))

    output = done.stdout.decode("utf-8")
    lists = [each for each in record.values() if isinstance(each, list)]
    assert done.returncode == 0
    assert output.count("  Tegn ") == sum(map(len, lists)) + 2  # the head and the next meeting
    assert (
        "Beslutning pkt. 1 · godkendt · med bemærkninger\n"
        "  En sætning i referatet siger, hvad mødet gjorde. [decision:prose:approved]\n"
        "  Tegn 496–561: …ren Prøvegaard bød velkommen til mødet. »Referatet fra seneste møde blev godkendt med to "
        "mindre rettelser.«"
    ) in output


def test_explanation_as_json_adds_nothing_but_the_rules() -> None:
    (plain,) = records(samstyr(str(BOARD), "--json").stdout)
    (explained,) = records(samstyr(str(BOARD), "--json", "--explain").stdout)

    assert "rule" not in json.dumps(plain)
    first = explained["decisions"][0]  # type: ignore[index]
    assert first.pop("rule") == "decision:prose:approved"
    assert first == plain["decisions"][0]  # type: ignore[index]


def test_explanation_of_the_text_alone_is_refused() -> None:
    assert samstyr("--explain", "--text", str(BOARD)).returncode == 2


def test_word_file_is_read_with_its_own_numbers(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Referat fra møde i Prøveudvalget den 3. maj 2018")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Deltagere:", "Anna Eksempel, KL"
    for title in ("Godkendelse af dagsorden", "Eventuelt"):
        document.add_paragraph(title, style="List Number")
    document.add_paragraph("Intet.")
    path = tmp_path / "a.docx"
    document.save(str(path))

    text = samstyr("--text", str(path)).stdout.decode("utf-8")
    (record,) = records(samstyr(str(path), "--json").stdout)

    assert "Deltagere:\tAnna Eksempel, KL" in text
    assert "1. Godkendelse af dagsorden" in text
    assert record["document_type"] == "minutes"
    assert [item["number"] for item in record["items"]] == ["1", "2"]  # type: ignore[attr-defined]


def test_pdf_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "referat.txt"
    path.write_bytes(
        pdf_of("Referat fra møde i Prøveudvalget den 3. maj 2018", "1. Godkendelse af dagsorden", "Godkendt.")
    )

    (record,) = records(samstyr(str(path), "--json").stdout)

    assert record["document_type"] == "minutes"
    assert [each["verb"] for each in record["decisions"]] == ["approved"]  # type: ignore[attr-defined]


def test_locked_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pikepdf.open(io.BytesIO(pdf_of("Referat"))) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="hemmelig", user="hemmelig"))

    done = samstyr(str(path))

    assert done.returncode == 2
    assert "is protected by a password" in done.stderr.decode("utf-8")


def test_scan_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of(""))

    done = samstyr(str(path))

    assert done.returncode == 2
    assert "is a scan" in done.stderr.decode("utf-8")


def test_web_page_gives_what_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<!doctype html><html><head><title>x</title><script>var a=1</script></head><body><nav>Menu</nav>"
        "<h1>Referat</h1><p hidden>skjult</p><ol start=3><li>Første<li><p>Anden</p></ol>"
        "<table><tr><td>Sted</td><td>Lokale 2</td></tr></table></body></html>",
        encoding="utf-8",
    )

    lines = samstyr("--text", str(path)).stdout.decode("utf-8").split("\n")

    assert [line for line in lines if line] == ["Referat", "3. Første", "4. Anden", "Sted\tLokale 2"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7 broken"),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("a.bin", bytes(range(256)) * 20),
    ],
)
def test_what_is_no_document_is_refused_without_a_trace(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    done = samstyr(str(path))

    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode("utf-8").count("\n") == 1
    assert str(path) in done.stderr.decode("utf-8")


def test_word_file_that_unpacks_too_far_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w") as part,
    ):
        for _ in range(320):
            part.write(b" " * 1024 * 1024)

    done = samstyr(str(path))

    assert done.returncode == 2
    assert "larger unpacked" in done.stderr.decode("utf-8")
