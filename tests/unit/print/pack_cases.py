"""Example packs and attachments; every name and matter in them is made up."""

import datetime
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import typst
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from samstyr.print.pack.content import (
    Document,
    Pack,
    PackAction,
    PackAttachment,
    PackDecision,
    PackItem,
    PackPerson,
    PackStatement,
)
from samstyr.print.pack.pdf import PackFile, pack_pdf, tell_nobody
from samstyr.print.pack.trees import elements, number_tree

FONTS = Path(__file__).parents[3] / "node_modules/dkfds/dist/fonts/IBMPlexSans/complete/ttf"
TEXT = "Eksempeltekst uden hold i virkeligheden: æbler, øl og ål.\n\nEt afsnit til."


def tagged_pdf(heading: str = "Eksempel", pages: int = 1, language: str = "da") -> bytes:
    """A tagged PDF with a heading, a table with headings, and a link to its last page."""
    last = f"= Sidste side af {heading} <last>"
    source = f"""
    #set document(title: "{heading}", date: none)
    #set text(lang: "{language}")
    = {heading}
    #table(columns: 2, table.header[Kolonne][Anden], [1], [2])
    #link(<last>)[Til sidste side]
    {"#pagebreak()".join(["", *[f"Side {n}" for n in range(2, pages)]])}
    {"#pagebreak()" if pages > 1 else ""}
    {last}
    """
    return typst.compile(source.encode(), format="pdf", pdf_standards=["ua-1"], timestamp=0)


def untagged_pdf(words: str = "Uden opmærkning", pages: int = 1) -> bytes:
    """A PDF without tags."""
    source = "#pagebreak()".join([words] * pages)
    return typst.compile(source.encode(), format="pdf", pdf_tags=False, timestamp=0)


def edited(pdf: bytes, edit: Any) -> bytes:
    """The PDF after `edit` has had its hands on it."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        edit(opened)
        return saved(opened)


def saved(pdf: pikepdf.Pdf, **how: Any) -> bytes:
    """The PDF as bytes."""
    stream = io.BytesIO()
    pdf.save(stream, **how)
    return stream.getvalue()


def picture(width: int = 60, height: int = 40, mode: str = "RGB", kind: str = "PNG", **how: Any) -> bytes:
    """A plain picture."""
    stream = io.BytesIO()
    Image.new("RGB", (width, height), (20, 90, 160)).convert(mode).save(stream, kind, **how)
    return stream.getvalue()


def form_pdf(value: str) -> bytes:
    """A PDF with a text field named "navn", and a button that runs a script."""

    def add(pdf: pikepdf.Pdf) -> None:
        field = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("navn"),
            V=String(value),
            DA=String("/Helv 9 Tf"),
            Rect=Array([10, 10, 90, 30]),
            AA=Dictionary(F=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))),
        )
        button = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([10, 40, 90, 60]),
            A=Dictionary(S=Name.JavaScript, JS=String("app.alert(2)")),
        )
        widget = pdf.make_indirect(field)
        pdf.pages[0].obj.Annots = Array([widget, pdf.make_indirect(button)])
        font = Dictionary(Helv=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), DR=Dictionary(Font=font))

    return edited(untagged_pdf(), add)


def pdf_attachment(label: str, content: bytes, title: str = "Eksempelbilag") -> PackAttachment:
    """An attachment that says it is a PDF."""
    return PackAttachment(label, title, f"{label.replace(' ', '-').lower()}.pdf", "application/pdf", content)


def pack(*items: PackItem, document: Document = Document.PACK, state: str = "udkast", **more: Any) -> Pack:
    """A pack of a made-up board."""
    return Pack(
        forum="Eksempelbestyrelsen",
        date=datetime.date(2031, 10, 8),
        start=datetime.time(9, 30),
        end=datetime.time(12),
        place="Eksempelvej 1",
        items=items,
        document=document,
        state=state,
        participants=(PackPerson("Prøve Person", "Eksempelregionen", "formand"),),
        notes=("Eksempeldata: alt er opdigtet.",),
        made=datetime.datetime(2031, 9, 24, 14, 5, tzinfo=datetime.UTC),
        **more,
    )


def item_with(*attachments: PackAttachment, number: str = "1.", title: str = "Eksempelsag") -> PackItem:
    """An item with a paper and attachments."""
    return PackItem(
        number,
        title,
        marker="(B)",
        presenter="Prøve Person",
        minutes_estimated=10,
        recommendation=("at eksemplet godkendes",),
        background=TEXT,
        attachments=attachments,
    )


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The PDF, to be looked into."""
    return pikepdf.open(io.BytesIO(pdf))


def texts(pdf: pikepdf.Pdf, tree: Dictionary, kind: str) -> Iterator[tuple[int, Dictionary]]:
    """The page (from 0) and the element of each element of a kind."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    for element in elements(tree):
        if Name(kind) == element.S:
            yield pages[element.Pg.objgen], element


def dangling(pdf: pikepdf.Pdf) -> list[str]:
    """What in a PDF's structure leads nowhere: numbers without an entry, entries and elements off the pages."""
    tree = pdf.Root.StructTreeRoot
    parents = number_tree(tree.ParentTree)
    pages = {page.obj.objgen for page in pdf.pages}
    faults = []
    numbers: list[int] = []
    for at, page in enumerate(pdf.pages, 1):
        holders = [(page.obj, "/StructParents")]
        holders += [(each, "/StructParent") for each in page.obj.get("/Annots", [])]
        for holder, name in holders:
            if name in holder:
                numbers.append(int(holder[name]))
                if numbers[-1] not in parents:
                    faults.append(f"page {at}: {name} {numbers[-1]} has no entry")
    faults += [f"{number} is used twice" for number in set(numbers) if numbers.count(number) > 1]
    known = {element.objgen for element in elements(tree)}
    for number, entry in parents.items():
        for element in entry if isinstance(entry, Array) else [entry]:
            if element is not None and element.objgen not in known:
                faults.append(f"{number}: an element outside the tree")
    for element in elements(tree):
        if "/Pg" in element and element.Pg.objgen not in pages:
            faults.append(f"{element.S}: on a page that isn't there")
    return faults


# An item with something in every field, and not to be seen.
HIDDEN = PackItem(
    "3.",
    "Hemmelig sag",
    marker="(B)",
    seen=False,
    presenter="Hemmelig Person",
    minutes_estimated=15,
    supplementary=True,
    changed_note="hemmelig ændring",
    section="Eksempelrollen",
    level=1,
    recommendation=("at det hemmelige godkendes",),
    verdict="hemmelig kompetence",
    overrides=("hemmelig fravigelse",),
    background="hemmelig baggrund",
    presentation="hemmelig fremstilling",
    economy="hemmelig økonomi",
    further="hemmelig proces",
    attachments=(pdf_attachment("Bilag 3.1", b"%PDF-hemmelig"),),
    text="hemmeligt referat",
    decisions=(PackDecision("godkendt", "hemmeligt"),),
    dissents=(PackStatement("Hemmelig part", "hemmelig mening"),),
    remarks=(PackStatement("Hemmelig part", "hemmelig bemærkning"),),
    actions=(PackAction("hemmelig opgave"),),
)


def made(content: Pack) -> PackFile:
    """The pack as a file."""
    return pack_pdf(content, tell_nobody, FONTS)


def made_with(*contents: bytes) -> pikepdf.Pdf:
    """The pack of one item with these files as attachments, opened."""
    attachments = [
        pdf_attachment(f"Bilag 1.{n}", content, f"Titel {n}") for n, content in enumerate(contents, 1)
    ]
    return opened(made(pack(item_with(*attachments))).pdf)


def words_of(pdf: bytes) -> list[str]:
    """The words of each page."""
    with pdfplumber.open(io.BytesIO(pdf)) as book:
        return [page.extract_text() for page in book.pages]
