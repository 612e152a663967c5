"""How each kind of file comes into the pack."""

import io

import pikepdf
import pytest
from PIL import Image
from tests.unit.print.pack_cases import (
    edited,
    item_with,
    made,
    opened,
    pack,
    pdf_attachment,
    picture,
    saved,
    tagged_pdf,
    untagged_pdf,
    words_of,
)

from samstyr.print.pack.attachments import LONGEST_TEXT, Form, Reading, read
from samstyr.print.pack.content import PackAttachment


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
    file = made(pack(item_with(attachment)))
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


def test_untagged_attachments_are_listed_in_the_pack_and_beside_it() -> None:
    tagged, untagged = (
        pdf_attachment("Bilag 1.1", tagged_pdf()),
        pdf_attachment("Bilag 1.2", untagged_pdf(), "Scanning"),
    )

    file = made(pack(item_with(tagged, untagged)))

    assert file.untagged == (untagged,)
    pages = words_of(file.pdf)
    assert "Bilag uden opmærkning" in pages[1]
    assert "– Bilag 1.2 Scanning" in pages[1]
    assert ["uden opmærkning:" in page for page in pages] == [
        False,
        False,
        False,
        False,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "Filen er tom."),
        (b"%PDF-1.7\nikke en pdf", "Filen er beskadiget og kan ikke læses som PDF."),
        (tagged_pdf()[:200], "Filen er beskadiget og kan ikke læses som PDF."),
        (saved(pikepdf.Pdf.new()), "Filen har ingen sider."),
        (
            edited(tagged_pdf(), lambda pdf: None)
            and saved(opened(tagged_pdf()), encryption=pikepdf.Encryption(owner="a", user="b")),
            "Filen er beskyttet med adgangskode.",
        ),
    ],
    ids=["empty", "no pdf", "cut off", "no pages", "encrypted"],
)
def test_attachment_that_cannot_be_read_gets_a_page_that_says_why(content: bytes, reason: str) -> None:
    broken = pdf_attachment("Bilag 1.1", content)
    sound = pdf_attachment("Bilag 1.2", tagged_pdf("Det hele"))

    file = made(pack(item_with(broken, sound)))

    pages = words_of(file.pdf)
    assert [(each.attachment, each.reason) for each in file.refused] == [(broken, reason)]
    assert f"Bilaget kan ikke vises her. {reason}" in pages[3]
    assert pages[5].startswith("Det hele")
    assert f"– Bilag 1.1 Eksempelbilag: {reason}" in pages[1]


def test_attachment_whose_objects_hang_in_an_endless_chain_is_kept_as_a_file() -> None:
    def chain(pdf: pikepdf.Pdf) -> None:
        link = pdf.make_indirect(pikepdf.Dictionary(Last=True))
        for _ in range(100_000):
            link = pdf.make_indirect(pikepdf.Dictionary(Next=link))
        pdf.pages[0].obj.PieceInfo = link

    long = pdf_attachment("Bilag 1.1", edited(untagged_pdf(), chain))

    assert made(pack(item_with(long))).files == (long,)


def test_large_attachment_whose_objects_lie_side_by_side_is_merged() -> None:
    def many(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.PieceInfo = pikepdf.Array(
            [pdf.make_indirect(pikepdf.Dictionary(Number=n)) for n in range(20_000)]
        )

    file = made(pack(item_with(pdf_attachment("Bilag 1.1", edited(untagged_pdf(), many)))))

    assert (file.files, file.refused, file.pages) == ((), (), 5)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("/Contents", pikepdf.Array([1, pikepdf.String("x")])),
        ("/Contents", pikepdf.Name.Foo),
        ("/Resources", 3),
        ("/Annots", pikepdf.Array([4, pikepdf.Array()])),
        ("/Rotate", pikepdf.Name.Foo),
        ("/Rotate", 45),
        ("/MediaBox", pikepdf.Array([0, 0, 10, 10])),
        ("/MediaBox", pikepdf.Array([1])),
        ("/CropBox", pikepdf.String("x")),
    ],
)
def test_attachment_with_a_broken_page_never_stops_the_pack(name: str, value: object) -> None:
    broken = edited(untagged_pdf(), lambda pdf: pdf.pages[0].obj.__setitem__(name, value))

    file = made(
        pack(item_with(pdf_attachment("Bilag 1.1", broken), pdf_attachment("Bilag 1.2", tagged_pdf())))
    )

    with opened(file.pdf) as pdf:
        assert (file.refused, file.pages, len(pdf.pages)) == ((), 7, 7)


def test_attachment_locked_against_change_only_is_merged() -> None:
    locked = saved(opened(tagged_pdf("Læsbar")), encryption=pikepdf.Encryption(owner="a", user=""))

    file = made(pack(item_with(pdf_attachment("Bilag 1.1", locked))))

    assert (file.refused, words_of(file.pdf)[4].splitlines()[0]) == ((), "Læsbar")


def test_texts_and_pictures_get_pages_of_ours_and_other_files_lie_in_the_pdf() -> None:
    sheet = PackAttachment("Bilag 1.3", "Regneark", "tal æøå.xlsx", "application/vnd.ms-excel", b"PK\x03\x04")
    file = made(
        pack(
            item_with(
                PackAttachment(
                    "Bilag 1.1", "Notat", "notat.txt", "text/plain", "Gammel æøå".encode("cp1252")
                ),
                PackAttachment("Bilag 1.2", "Billede", "b.png", "image/png", picture(3000, 100)),
                sheet,
                PackAttachment("Bilag 1.4", "Brudt", "b.png", "image/png", b"\x89PNG nej"),
            )
        )
    )

    pages = words_of(file.pdf)
    assert file.files == (sheet,)
    assert "Gammel æøå" in pages[3]
    assert [each.reason for each in file.refused] == ["Filen er beskadiget og kan ikke læses som billede."]
    with opened(file.pdf) as pdf:
        kept = pdf.attachments["003 Bilag 1.3 tal æøå.xlsx"]
        assert (kept.filename, kept.get_file().read_bytes()) == ("tal æøå.xlsx", b"PK\x03\x04")
        figures = list(pdf.pages[4].get_images())
        assert len(figures) == 1


def test_attachment_without_content_is_named_and_has_no_sheet() -> None:
    named = PackAttachment("Bilag 1.1", "Kun nævnt", "a.pdf", "application/pdf")

    file = made(pack(item_with(named, pdf_attachment("Bilag 1.2", tagged_pdf()))))

    pages = words_of(file.pdf)
    assert (file.pages, file.untagged, file.files, file.refused) == (5, (), (), ())
    assert ["– Bilag 1.1: Kun nævnt\n" in page for page in pages] == [False, True, True, False, False]
    assert pages[4].endswith("Bilag 1.2 · side 5")
    assert made(pack(item_with(named))).pages == 3


def test_files_of_one_name_take_no_other_files_place() -> None:
    files = [
        PackAttachment("Bilag", "x", "a.xlsx", "application/vnd.ms-excel", text) for text in (b"1", b"2")
    ]

    with opened(made(pack(item_with(*files))).pdf) as pdf:
        assert [each.get_file().read_bytes() for each in pdf.attachments.values()] == [b"1", b"2"]
