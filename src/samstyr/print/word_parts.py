"""What every Word document of ours has: Danish as its language, and tables that repeat their heading."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Pt

LANGUAGE = "da-DK"


def new_document(title: str) -> Docx:
    """Answer an empty document that says its title and that it is in Danish."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name = "Calibri"
    style.font.size = Pt(11)
    properties = style.element.get_or_add_rPr()
    properties.append(properties.makeelement(qn("w:lang"), {qn("w:val"): LANGUAGE}))
    document.core_properties.title = title
    document.core_properties.language = LANGUAGE
    document.core_properties.author = "Samstyr"
    return document


def add_table(document: Docx, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> Any:
    """Add a table whose first row is its heading, bold, on every page the table goes over."""
    table = document.add_table(rows=1, cols=len(titles), style="Table Grid")
    for cell, title in zip(table.rows[0].cells, titles, strict=True):
        cell.text = title
        cell.paragraphs[0].runs[0].bold = True
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return table


def add_labelled(document: Docx, label: str, text: str) -> Any:
    """Add a paragraph that begins with its label in bold."""
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(text)
    return paragraph


def add_field(paragraph: Any, instruction: str) -> None:
    """Add what Word reckons out itself, such as PAGE."""
    field = paragraph._p.makeelement(qn("w:fldSimple"), {qn("w:instr"): instruction})
    paragraph._p.append(field)


def as_bytes(document: Docx) -> bytes:
    """Answer the document as a file."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def plain(text: str) -> str:
    """Answer the text without the control signs that XML forbids."""
    return "".join(letter for letter in text if letter in "\n\t" or _is_allowed(letter))


def _is_allowed(letter: str) -> bool:
    """Source: XML 1.0, production 2 (Char)."""
    code = ord(letter)
    return code >= 0x20 and not 0xD800 <= code <= 0xDFFF and code not in (0xFFFE, 0xFFFF)
