"""Documents made from a meeting: the draft agenda of the next one, and the follow-up list, as DOCX.

They are written in Danish, the language of the record.
"""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from samstyr.print.danish_words import day
from samstyr.print.word_parts import add_labelled, add_table, as_bytes, new_document

CERTAINTY = {"agreed": "aftalt", "proposed": "foreslået", "expected": "forventet", "ongoing": "i gang"}
FollowUp = tuple[str, str, Sequence[str], datetime.date | None, str]


def draft_agenda_docx(forum: str, next_meeting: dict[str, Any]) -> bytes:
    """Answer a draft agenda with the items already named for a meeting.

    `next_meeting` is as in a minutes record (minutes.md): date, start, end, place, items.
    """
    title = f"Udkast til dagsorden: {forum}"
    document = new_document(title)
    document.add_heading(title, level=1)
    date = next_meeting.get("date")
    lines = [
        ("Dato", day(datetime.date.fromisoformat(date)) if date else ""),
        ("Tid", _hours(next_meeting)),
        ("Sted", next_meeting.get("place") or ""),
    ]
    for label, text in lines:
        if text:
            add_labelled(document, label, text)
    document.add_heading("Dagsorden", level=2)
    for number, item in enumerate(next_meeting.get("items") or [], 1):
        document.add_paragraph(f"{number}. {item}")
        document.add_paragraph("Indstilling: ", style="Body Text")
    document.add_paragraph("Udkast. Punkterne er nævnt på det forrige møde; intet er besluttet.")
    return as_bytes(document)


def follow_up_docx(forum: str, date: datetime.date, actions: Iterable[FollowUp]) -> bytes:
    """Answer the follow-up list of a meeting: item, what, who, due, certainty; the first due stands first."""
    title = f"Opfølgningsliste: {forum}, {day(date)}"
    document = new_document(title)
    document.add_heading(title, level=1)
    first_due = sorted(actions, key=lambda each: (each[3] is None, each[3] or datetime.date.max))
    add_table(
        document,
        ("Punkt", "Opgave", "Ansvarlig", "Frist", "Status"),
        (
            (number, what, ", ".join(who), day(due) if due else "", CERTAINTY.get(certainty, certainty))
            for number, what, who, due, certainty in first_due
        ),
    )
    return as_bytes(document)


def _hours(meeting: dict[str, Any]) -> str:
    start, end = meeting.get("start"), meeting.get("end")
    if not start:
        return ""
    words = f"kl. {start.replace(':', '.')}"
    return f"{words}–{end.replace(':', '.')}" if end else words
