"""Documents handed out as files."""

from typing import Final

from django.http import HttpResponse

from samstyr.print.fonts import PLEX
from samstyr.print.sheet.content import Sheet
from samstyr.print.sheet.pdf import sheet_pdf
from samstyr.print.sheet.word import sheet_docx

TYPES: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
SHEET_FORMS: Final = ("docx", "pdf")


def as_file(content: bytes, name: str) -> HttpResponse:
    """Answer a document as a file; the ending of its name says what it is."""
    response = HttpResponse(content, content_type=TYPES[name.rpartition(".")[2]])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def sheet_file(sheet: Sheet, name: str, form: str) -> HttpResponse:
    """Answer a paper as a file of one of the SHEET_FORMS. `name` is without its ending."""
    return as_file(sheet_pdf(sheet, PLEX) if form == "pdf" else sheet_docx(sheet), f"{name}.{form}")
