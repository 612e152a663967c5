"""A paper as a Word document."""

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from samstyr.print.sheet.content import Sheet, Table
from samstyr.print.word_parts import add_field, add_labelled, add_table, as_bytes, new_document, plain

LONG_SIDE, SHORT_SIDE, MARGIN = Mm(297), Mm(210), Mm(18)


def sheet_docx(sheet: Sheet) -> bytes:
    """Answer the paper as DOCX, A4 on its side as the PDF is."""
    document = new_document(plain(sheet.title))
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = LONG_SIDE, SHORT_SIDE
    page.left_margin = page.right_margin = MARGIN
    footer = page.footer.paragraphs[0]
    footer.add_run(f"{plain(sheet.title)} · side ")
    add_field(footer, "PAGE")
    document.add_heading(plain(sheet.title), level=1)
    for label, text in sheet.facts:
        add_labelled(document, plain(label), plain(text))
    for section in sheet.sections:
        document.add_heading(plain(section.heading), level=2)
        for paragraph in section.paragraphs:
            document.add_paragraph(plain(paragraph))
        if section.table is not None and section.table.rows:
            rows = [[plain(cell) for cell in row] for row in section.table.rows]
            _spread(add_table(document, section.table.titles, rows), section.table)
    return as_bytes(document)


def _spread(made: Any, table: Table) -> None:
    """Give each column its share of the page; Word heeds the cells, other programs the columns."""
    width = LONG_SIDE - 2 * MARGIN
    made.autofit = False
    for column, share in zip(made.columns, table.widths, strict=True):
        column.width = width * share // sum(table.widths)
        for cell in column.cells:
            cell.width = column.width
