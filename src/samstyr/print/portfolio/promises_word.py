"""The yearly follow-up of an agreement as a Word document."""

from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT

from samstyr.print.danish_words import day
from samstyr.print.portfolio.promises import (
    COLUMNS,
    NOBODY,
    FollowUp,
    KeptBy,
    fora_lights,
    milestone_words,
    own_light,
    state_words,
    summary,
    touch_words,
)
from samstyr.print.word_parts import add_field, add_table, as_bytes, new_document, printable


def promises_docx(content: FollowUp) -> bytes:
    """Answer the follow-up as DOCX."""
    document = new_document(printable(content.title))
    _lay_on_its_side(document)
    footer = document.sections[0].footer.paragraphs[0]
    footer.add_run(printable(f"{content.title} · set pr. {day(content.on)} · side "))
    add_field(footer, "PAGE")
    document.add_heading(printable(content.title), level=1)
    document.add_paragraph(f"Hvad blev lovet, og hvad kom der ud af det? Set pr. {day(content.on)}.")
    for sentence in summary(content):
        document.add_paragraph(printable(sentence))
    for each in content.promised:
        document.add_heading(printable(f"{each.number} {each.heading}"), level=2)
        if each.text:
            document.add_paragraph(printable(each.text))
        if each.kept_by:
            add_table(document, COLUMNS, [_row(line) for line in each.kept_by])
        else:
            document.add_paragraph().add_run(NOBODY).bold = True
    return as_bytes(document)


def _row(line: KeptBy) -> tuple[str, ...]:
    lights = "\n".join([*own_light(line), *fora_lights(line)])
    cells = (line.name, lights, state_words(line), milestone_words(line), touch_words(line))
    return tuple(printable(each) for each in cells)


def _lay_on_its_side(document: Docx) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
