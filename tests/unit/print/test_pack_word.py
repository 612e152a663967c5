"""The pack as a Word document."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.print.pack_cases import HIDDEN, item_with, pack, pdf_attachment

from samstyr.print.pack.content import Document, Pack, PackAction, PackDecision, PackItem, PackStatement
from samstyr.print.pack.word_document import pack_docx


def opened(content: Pack) -> docx.document.Document:
    return docx.Document(io.BytesIO(pack_docx(content)))


def lines(document: docx.document.Document) -> list[tuple[str, str]]:
    """Style and text of each paragraph that has a text."""
    return [(each.style.name, each.text.strip()) for each in document.paragraphs if each.text.strip()]


def test_document_is_danish_titled_and_has_headings() -> None:
    document = opened(pack(item_with(pdf_attachment("Bilag 1.1", b""))))

    language = document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val"))
    headings = [line for line in lines(document) if line[0].startswith("Heading")]
    assert (language, document.core_properties.title) == (
        "da-DK",
        "Mødemateriale: Eksempelbestyrelsen, onsdag den 8. oktober 2031, udkast",
    )
    assert headings == [
        ("Heading 1", "Eksempelbestyrelsen"),
        ("Heading 2", "Deltagere"),
        ("Heading 2", "Dagsorden"),
        ("Heading 2", "1. Eksempelsag (B)"),
        ("Heading 3", "Indstilling"),
        ("Heading 3", "Baggrund"),
        ("Heading 3", "Bilag"),
    ]
    assert lines(document)[-1] == ("List Bullet", "Bilag 1.1: Eksempelbilag (bilag-1.1.pdf)")


def test_draft_and_numbers_stand_on_every_page() -> None:
    section = opened(pack()).sections[0]

    fields = [each.get(qn("w:instr")) for each in section.footer._element.iter(qn("w:fldSimple"))]
    assert section.header.paragraphs[0].text == "Eksempelbestyrelsen · 8. oktober 2031 · UDKAST"
    assert fields == ["PAGE", "NUMPAGES"]


def test_reason_for_going_on_outside_the_mandate_stands_in_the_document() -> None:
    item = PackItem(
        "1.", "Sag", recommendation=("at et",), overrides=("Intet mandat. Begrundelse: det haster",)
    )

    said = [text for _style, text in lines(opened(pack(item)))]

    assert "Uden for kompetencen: Intet mandat. Begrundelse: det haster" in said


def test_decisions_follow_the_clauses_they_answer() -> None:
    item = PackItem(
        "1.",
        "Sag",
        recommendation=("at et", "at to"),
        decisions=(PackDecision("godkendt", "Første.\n\nAndet.", 1), PackDecision("udsat")),
        dissents=(PackStatement("Part", "er uenig"),),
        remarks=(PackStatement("", "Bemærkning"),),
        actions=(PackAction("Skrive", ("Anna", "Bo")),),
    )

    document = opened(pack(item, document=Document.MINUTES))

    found = lines(document)
    assert found[found.index(("Heading 3", "Indstilling")) :] == [
        ("Heading 3", "Indstilling"),
        ("Normal", "1. at et"),
        ("Intense Quote", "Beslutning: Godkendt. Første."),
        ("Intense Quote", "Andet."),
        ("Normal", "2. at to"),
        ("Heading 3", "Beslutning"),
        ("Intense Quote", "Beslutning: Udsat."),
        ("Heading 3", "Protokoltilførsel"),
        ("Normal", "Part: er uenig"),
        ("Heading 3", "Bemærkninger"),
        ("Normal", "Bemærkning"),
        ("Heading 3", "Opfølgning"),
    ]
    assert [[cell.text for cell in row.cells] for row in document.tables[1].rows] == [
        ["Opgave", "Ansvarlig", "Frist"],
        ["Skrive", "Anna og Bo", ""],
    ]


def test_headings_of_tables_repeat() -> None:
    document = opened(pack(item_with(), PackItem("2.", "x", actions=(PackAction("y"),))))

    repeated = [
        [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        for table in document.tables
    ]
    assert repeated == [[True, False, False], [True, False]]


def test_closed_item_that_may_not_be_seen_leaks_nothing() -> None:
    document = opened(pack(item_with(), HIDDEN))

    package = b"".join(part.blob for part in document.part.package.iter_parts()).decode("utf-8", "replace")
    assert ("Heading 4", "3. Lukket punkt") in lines(document)
    assert "hemmelig" not in package.lower()


@pytest.mark.parametrize("document", Document)
def test_pack_without_items_says_so(document: Document) -> None:
    assert lines(opened(pack(document=document)))[-1] == ("Normal", "Der er ingen punkter på dagsordenen.")


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
def test_no_text_stops_the_document(text: str) -> None:
    item = PackItem(text, text, marker=text, background=text, recommendation=(text,), changed_note=text)

    assert len(opened(pack(item, state=text)).tables) == 1
