"""A paper says the same in Word and as PDF, and no text handed in breaks either."""

import io
from dataclasses import replace

import pikepdf
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.high_level import extract_text

from samstyr.print.sheet.content import Section, Sheet, Table, sections
from samstyr.print.sheet.pdf import sheet_pdf
from samstyr.print.sheet.word import sheet_docx

TABLE = Table(("Initiativ", "Lys"), (3, 1), (("1.5 Eksempel æøå", "gul"), ("2.6 Eksempel", "rød")))
SHEET = Sheet("Eksempelrapport", (("Set den", "1. juli 2017"),), (Section("Lys", ("Et afsnit.",), TABLE),))


def word_texts(made: bytes) -> list[str]:
    document = Document(io.BytesIO(made))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(each.text for each in document.paragraphs), *cells]


def test_word_document_holds_everything_in_order() -> None:
    assert [text for text in word_texts(sheet_docx(SHEET)) if text] == [
        *("Eksempelrapport", "Set den: 1. juli 2017", "Lys", "Et afsnit."),
        *("Initiativ", "Lys", "1.5 Eksempel æøå", "gul", "2.6 Eksempel", "rød"),
    ]


def test_pdf_holds_the_same_is_tagged_and_danish() -> None:
    made = sheet_pdf(SHEET)

    words = extract_text(io.BytesIO(made)).split()
    assert [each for each in ("Eksempelrapport", "1.5", "æøå", "gul", "rød") if each not in words] == []
    with pikepdf.open(io.BytesIO(made)) as book:
        assert str(book.Root.Lang) == "da-DK"
        assert book.Root.MarkInfo.Marked
        assert str(book.docinfo.Title) == "Eksempelrapport"


def test_same_paper_gives_the_same_pdf() -> None:
    assert sheet_pdf(SHEET) == sheet_pdf(SHEET)


def test_table_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="2 columns"):
        replace(TABLE, rows=(("en",),))


def test_sections_without_words_are_left_out() -> None:
    assert sections(
        Section("Tom"), None, Section("Tabel", (), replace(TABLE, rows=())), SHEET.sections[0]
    ) == (SHEET.sections[0],)


@given(st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_can_be_printed(text: str) -> None:
    sheet = Sheet(
        "Titel", ((text, text),), (Section("Afsnit", (text,), replace(TABLE, rows=((text, text),))),)
    )

    assert sheet_pdf(sheet).startswith(b"%PDF")
    assert sheet_docx(sheet).startswith(b"PK")
