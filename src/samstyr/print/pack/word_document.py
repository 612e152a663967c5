"""The pack as a Word document, for those who write in it: agenda, papers and decisions; attachments by name."""

from docx.document import Document as Docx
from docx.enum.text import WD_BREAK

from samstyr.print.danish_words import day
from samstyr.print.pack import words
from samstyr.print.pack.content import Document, Pack, PackDecision, PackItem, PackPerson, PackStatement
from samstyr.print.word_parts import add_field, add_labelled, add_table, as_bytes, new_document, plain

DEEPEST_HEADING = 9


def pack_docx(pack: Pack) -> bytes:
    """Answer the pack as DOCX. Attachments are named, not taken in: their pages belong in the PDF."""
    document = new_document(plain(words.document_title(pack)))
    _furnish(document, pack)
    subtitle = f", {pack.subtitle}" if pack.subtitle else ""
    document.add_heading(plain(words.named(pack.forum)), level=1)
    document.add_paragraph(plain(f"{words.DOCUMENTS[pack.document]}{subtitle}"), style="Subtitle")
    if pack.state:
        document.add_paragraph().add_run(plain(pack.state[:1].upper() + pack.state[1:])).bold = True
    for label, text in words.facts(pack):
        add_labelled(document, label, plain(text))
    for note in pack.notes:
        document.add_paragraph(plain(note))
    _people(document, "Deltagere", pack.participants)
    _people(document, "Afbud", pack.apologies)
    _agenda(document, pack)
    for section in pack.sections:
        if section.role:
            document.add_heading(plain(section.role), level=2)
        for item in section.items:
            if pack.document == Document.PACK and item.level == 0:
                document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
            _item(document, item, 2 + bool(section.role) + item.level)
    return as_bytes(document)


def _furnish(document: Docx, pack: Pack) -> None:
    """Put forum, day and state above each page, and its number below."""
    section = document.sections[0]
    parts = (pack.forum, day(pack.date) if pack.date else "", pack.state.upper())
    section.header.paragraphs[0].text = plain(" · ".join(part for part in parts if part))
    footer = section.footer.paragraphs[0]
    footer.add_run("Side ")
    add_field(footer, "PAGE")
    footer.add_run(" af ")
    add_field(footer, "NUMPAGES")


def _people(document: Docx, heading: str, people: tuple[PackPerson, ...]) -> None:
    if people:
        document.add_heading(heading, level=2)
        for each in people:
            document.add_paragraph(plain(words.person(each)), style="List Bullet")


def _agenda(document: Docx, pack: Pack) -> None:
    document.add_heading("Dagsorden", level=2)
    if not pack.items:
        document.add_paragraph(words.NO_ITEMS)
        return
    rows = []
    for section in pack.sections:
        if section.role:
            rows.append(("", plain(section.role), "", ""))
        for item in section.items:
            time = f"{item.minutes_estimated} min." if item.minutes_estimated else ""
            name = " · ".join([words.short_title(item), *words.signs(item)])
            rows.append((plain(item.number), plain(name), plain(item.marker), time))
    add_table(document, ("Nr.", "Punkt", "Til", "Tid"), rows)


def _item(document: Docx, item: PackItem, level: int) -> None:
    document.add_heading(plain(f"{item.number} {words.title(item)}"), level=min(level, DEEPEST_HEADING))
    for sign in words.signs(item):
        document.add_paragraph().add_run(plain(sign)).bold = True
    if circumstances := words.circumstances(item):
        document.add_paragraph(plain(" · ".join(circumstances)))
    below = min(level + 1, DEEPEST_HEADING)
    if item.recommendation:
        document.add_heading(words.RECOMMENDATION, level=below)
        for number, (clause, decisions) in enumerate(item.clauses, 1):
            document.add_paragraph(plain(f"{number}. {clause}" if len(item.clauses) > 1 else clause))
            for decision in decisions:
                _decision(document, decision)
    _mandate(document, item)
    _running(document, "Referat", item.text, below)
    if item.decisions_on_the_whole:
        document.add_heading(words.DECISION, level=below)
        for decision in item.decisions_on_the_whole:
            _decision(document, decision)
    _statements(document, "Protokoltilførsel", item.dissents, below)
    _statements(document, "Bemærkninger", item.remarks, below)
    if item.actions:
        document.add_heading("Opfølgning", level=below)
        add_table(
            document,
            ("Opgave", "Ansvarlig", "Frist"),
            (
                (plain(each.what), plain(words.doers(each.who)), day(each.due) if each.due else "")
                for each in item.actions
            ),
        )
    for heading, text in words.papers(item):
        _running(document, heading, text, below)
    if item.attachments:
        document.add_heading("Bilag", level=below)
        for each in item.attachments:
            document.add_paragraph(
                plain(f"{each.label}: {each.title} ({each.filename})"), style="List Bullet"
            )


def _mandate(document: Docx, item: PackItem) -> None:
    if item.verdict:
        add_labelled(document, "Kompetence", plain(item.verdict))
    for each in item.overrides:
        add_labelled(document, words.OUTSIDE, plain(each))


def _decision(document: Docx, decision: PackDecision) -> None:
    first, *rest = words.paragraphs(decision.text) or [""]
    paragraph = document.add_paragraph(style="Intense Quote")
    paragraph.add_run(plain(f"{words.DECISION}: {words.decided(decision)}")).bold = True
    paragraph.add_run(plain(f" {first}" if first else ""))
    for each in rest:
        document.add_paragraph(plain(each), style="Intense Quote")


def _statements(document: Docx, heading: str, statements: tuple[PackStatement, ...], level: int) -> None:
    if statements:
        document.add_heading(heading, level=level)
        for each in statements:
            if each.who:
                add_labelled(document, plain(each.who), plain(each.text))
            else:
                document.add_paragraph(plain(each.text))


def _running(document: Docx, heading: str, text: str, level: int) -> None:
    found = words.paragraphs(text)
    if found:
        document.add_heading(heading, level=level)
        for each in found:
            document.add_paragraph(plain(each))
