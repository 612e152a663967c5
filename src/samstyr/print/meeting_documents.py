"""Documents made from a meeting: the draft agenda of the next one, and the follow-up list, as DOCX.

They are written in Danish, the language of the record.
"""

import datetime
import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Pt

MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni"),
    *("juli", "august", "september", "oktober", "november", "december"),
)
CERTAINTY = {"agreed": "aftalt", "proposed": "foreslået", "expected": "forventet", "ongoing": "i gang"}
FollowUp = tuple[str, str, Sequence[str], datetime.date | None, str]


def draft_agenda_docx(forum: str, next_meeting: dict[str, Any]) -> bytes:
    """Answer a draft agenda with the items already named for a meeting.

    `next_meeting` is as in a minutes record (minutes.md): date, start, end, place, items.
    """
    document = _document(f"Udkast til dagsorden: {forum}")
    date = next_meeting.get("date")
    lines = [
        ("Dato", _day(datetime.date.fromisoformat(date)) if date else ""),
        ("Tid", _hours(next_meeting)),
        ("Sted", next_meeting.get("place") or ""),
    ]
    for label, text in lines:
        if text:
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(text)
    document.add_heading("Dagsorden", level=2)
    for number, title in enumerate(next_meeting.get("items") or [], 1):
        document.add_paragraph(f"{number}. {title}")
        document.add_paragraph("Indstilling: ", style="Body Text")
    document.add_paragraph("Udkast. Punkterne er nævnt på det forrige møde; intet er besluttet.")
    return _bytes(document)


def follow_up_docx(forum: str, date: datetime.date, actions: Iterable[FollowUp]) -> bytes:
    """Answer the follow-up list of a meeting: item, what, who, due, certainty; the first due stands first."""
    document = _document(f"Opfølgningsliste: {forum}, {_day(date)}")
    table = document.add_table(rows=1, cols=5, style="Table Grid")
    for cell, title in zip(
        table.rows[0].cells, ("Punkt", "Opgave", "Ansvarlig", "Frist", "Status"), strict=True
    ):
        cell.text = title
        cell.paragraphs[0].runs[0].bold = True
    _repeat_heading(table)
    for number, what, who, due, certainty in sorted(
        actions, key=lambda each: (each[3] is None, each[3] or datetime.date.max)
    ):
        texts = (number, what, ", ".join(who), _day(due) if due else "", CERTAINTY.get(certainty, certainty))
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    return _bytes(document)


def _document(title: str) -> Docx:
    document = Document()
    style = document.styles["Normal"]
    style.font.name = "Calibri"
    style.font.size = Pt(11)
    language = style.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): "da-DK"})
    style.element.get_or_add_rPr().append(language)
    document.core_properties.title = title
    document.core_properties.language = "da-DK"
    document.core_properties.author = "Samstyr"
    document.add_heading(title, level=1)
    return document


def _repeat_heading(table: Any) -> None:
    """Let the first row stand on every page the table goes over."""
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:tblHeader"), {qn("w:val"): "true"}))


def _day(date: datetime.date) -> str:
    return f"{date.day}. {MONTHS[date.month - 1]} {date.year}"


def _hours(meeting: dict[str, Any]) -> str:
    start, end = meeting.get("start"), meeting.get("end")
    if not start:
        return ""
    hours = f"kl. {start.replace(':', '.')}"
    return f"{hours}–{end.replace(':', '.')}" if end else hours


def _bytes(document: Docx) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
