"""How each kind of file comes into the pack."""

import io

import pytest
from PIL import Image
from tests.unit.print.pack_cases import (
    FONTS,
    item_with,
    pack,
    pdf_attachment,
    picture,
    tagged_pdf,
    untagged_pdf,
)

from samstyr.print.pack.attachments import LONGEST_TEXT, Form, Reading, read
from samstyr.print.pack.content import PackAttachment
from samstyr.print.pack.pdf import pack_pdf, tell_nobody


def reading(filename: str, media_type: str, content: bytes) -> Reading:
    return read(PackAttachment("Bilag 1.1", "Eksempel", filename, media_type, content))


@pytest.mark.parametrize(
    ("filename", "media_type", "content", "form"),
    [
        ("a.pdf", "application/pdf", untagged_pdf(), Form.PAGES),
        ("a", "application/octet-stream", untagged_pdf(), Form.PAGES),
        ("a.pdf", "", b"ikke en pdf", Form.REFUSED),
        ("a.txt", "text/plain", b"tekst", Form.TEXT),
        ("a.md", "", b"tekst", Form.TEXT),
        ("a.txt", "text/plain", b" \n ", Form.REFUSED),
        ("a.txt", "text/plain", b"x" * (LONGEST_TEXT + 1), Form.FILE),
        ("a.png", "image/png", picture(), Form.PICTURE),
        ("a.gif", "image/gif", picture(mode="P", kind="GIF"), Form.PICTURE),
        ("a.tif", "image/tiff", picture(mode="CMYK", kind="TIFF"), Form.PICTURE),
        ("a.jpg", "image/jpeg", picture(mode="CMYK", kind="JPEG"), Form.PICTURE),
        ("a.png", "image/png", picture(mode="I;16"), Form.PICTURE),
        ("a.png", "image/png", picture(mode="RGBA"), Form.PICTURE),
        ("a.png", "image/png", picture(mode="1"), Form.PICTURE),
        ("a.png", "image/png", picture(9000, 9000, "1"), Form.FILE),
        ("a.png", "image/png", picture()[:60], Form.REFUSED),
        ("a.svg", "image/svg+xml", b"<svg/>", Form.FILE),
        ("a.heic", "image/heic", b"ftypheic", Form.FILE),
        (
            "a.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            b"PK",
            Form.FILE,
        ),
        ("a.csv", "text/csv", b"a;b", Form.FILE),
        ("a.csv", "text/csv", b"", Form.REFUSED),
    ],
)
def test_file_comes_into_the_pack_in_its_form(
    filename: str, media_type: str, content: bytes, form: Form
) -> None:
    attachment = PackAttachment("Bilag 1.1", "Eksempel", filename, media_type, content)

    assert read(attachment).form == form
    file = pack_pdf(pack(item_with(attachment)), tell_nobody, FONTS)
    assert (file.files == (attachment,), bool(file.refused)) == (form == Form.FILE, form == Form.REFUSED)


@pytest.mark.parametrize(
    ("content", "text"),
    [("\ufeffæøå".encode(), "æøå"), ("æøå".encode("cp1252"), "æøå"), (b"\x81 a", "\ufffd a")],
)
def test_text_is_read_in_old_and_new_encodings(content: bytes, text: str) -> None:
    assert reading("a.txt", "text/plain", content).text == text


@pytest.mark.parametrize(
    ("width", "height", "millimetres"), [(60, 40, 10.16), (4000, 100, 154.0), (1000, 4000, 48.75)]
)
def test_picture_fits_the_page_and_is_not_blown_up(width: int, height: int, millimetres: float) -> None:
    assert reading("a.png", "image/png", picture(width, height)).width == pytest.approx(millimetres)


def test_picture_is_turned_upright_made_no_finer_than_paper_and_loses_what_the_camera_wrote() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "hemmeligt sted"

    found = reading("a.jpg", "image/jpeg", picture(3000, 1500, kind="JPEG", exif=exif))

    with Image.open(io.BytesIO(found.picture)) as drawn:
        assert (drawn.width < drawn.height, max(drawn.size) <= 1689, dict(drawn.getexif())) == (
            True,
            True,
            {},
        )


def test_tags_and_pages_of_a_pdf_are_found() -> None:
    tagged, untagged = (read(pdf_attachment("x", each)) for each in (tagged_pdf(pages=3), untagged_pdf()))

    assert ((tagged.tagged, tagged.pages), (untagged.tagged, untagged.pages)) == ((True, 3), (False, 1))
