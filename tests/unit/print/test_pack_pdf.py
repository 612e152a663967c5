"""The pack as a PDF: pages, links, bookmarks, what is said about attachments, and what must not be in it."""

import io
from pathlib import Path

import outloud
import pdfplumber
import pdfua
import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.unit.print.pack_cases import (
    FONTS,
    HIDDEN,
    TEXT,
    form_pdf,
    item_with,
    made,
    opened,
    pack,
    pdf_attachment,
    picture,
    saved,
    tagged_pdf,
    untagged_pdf,
    words_of,
)

from samstyr.print.pack.attachments import read
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
from samstyr.print.pack.pdf import Stage, pack_pdf
from samstyr.print.pack.typesetting import own_pages


def bookmarks(pdf: pikepdf.Pdf) -> list[tuple[int, str, int]]:
    """Level, title and page (from 1) of each bookmark."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}

    def walk(found: list[pikepdf.OutlineItem], level: int) -> list[tuple[int, str, int]]:
        return [
            line
            for each in found
            for line in [
                (level, each.title, pages[each.destination[0].objgen]),
                *walk(list(each.children), level + 1),
            ]
        ]

    with pdf.open_outline() as outline:
        return walk(list(outline.root), 1)


def test_pack_is_tagged_danish_and_titled() -> None:
    with opened(made(pack(item_with())).pdf) as pdf:
        root = pdf.Root

        assert pikepdf.Name.Document == root.StructTreeRoot.K[0].S
        assert root.MarkInfo.Marked
        assert (str(root.Lang), root.ViewerPreferences.DisplayDocTitle) == ("da-DK", True)
        assert (
            str(pdf.docinfo.Title) == "Mødemateriale: Eksempelbestyrelsen, onsdag den 8. oktober 2031, udkast"
        )


def test_pages_are_ours_and_those_of_the_attachments() -> None:
    first, second = (
        pdf_attachment("Bilag 1.1", tagged_pdf("Første", 3)),
        pdf_attachment("Bilag 1.2", untagged_pdf(pages=2)),
    )

    file = made(pack(item_with(first, second), item_with(number="2.", title="Næste sag")))

    texts = words_of(file.pdf)
    assert [text.splitlines()[0] for text in texts[4:7]] == ["Første", "Side 2", "Sidste side af Første"]
    assert (file.pages, len(texts)) == (11, 11)  # front, agenda, paper, 2 sheets, paper; 5 of attachments
    assert [text.splitlines()[-1] for text in texts] == [
        "Mødemateriale Side 1 af 11",
        "Mødemateriale Side 2 af 11",
        "Mødemateriale Side 3 af 11",
        "Mødemateriale Side 4 af 11",
        "Bilag 1.1 · side 5",
        "Bilag 1.1 · side 6",
        "Bilag 1.1 · side 7",
        "Mødemateriale Side 8 af 11",
        "Bilag 1.2 · side 9",
        "Bilag 1.2 · side 10",
        "Mødemateriale Side 11 af 11",
    ]


def test_bookmarks_lead_to_items_and_attachments() -> None:
    attachment = pdf_attachment("Bilag 1.1", tagged_pdf(pages=2), "Rapport æøå")
    items = (
        item_with(attachment),
        PackItem("1.1", "Del", level=1),
        PackItem("2.", "Anden", section="Rollen"),
    )

    with opened(made(pack(*items)).pdf) as pdf:
        assert bookmarks(pdf) == [
            (1, "Dagsorden", 2),
            (1, "1. Eksempelsag (B)", 3),
            (2, "Bilag 1.1: Rapport æøå", 4),
            (3, "Eksempel", 5),
            (3, "Sidste side af Eksempel", 6),
            (2, "1.1 Del", 7),
            (1, "Rollen", 8),
            (2, "2. Anden", 8),
        ]


def test_links_of_the_agenda_land_on_items_and_attachments() -> None:
    attachments = [pdf_attachment(f"Bilag 1.{n}", tagged_pdf(pages=2)) for n in (1, 2)]
    items = (item_with(*attachments), item_with(number="2.", title="Anden"))

    with opened(made(pack(*items)).pdf) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        names = pikepdf.NameTree(pdf.Root.Names.Dests)
        links = [pages[names[str(each.Dest)][0].objgen] for each in pdf.pages[1].obj.Annots]
        headings = [text.splitlines()[1] for text in words_of(made(pack(*items)).pdf)]

    assert links == [3, 4, 7, 10]
    assert [headings[page - 1] for page in links] == [
        "1. Eksempelsag (B)",
        "Bilag 1.1: Eksempelbilag",
        "Bilag 1.2: Eksempelbilag",
        "2. Anden (B)",
    ]


def test_agenda_names_the_pages_of_items_and_attachments() -> None:
    attachments = [pdf_attachment("Bilag 1.1", tagged_pdf(pages=4))]

    agenda = words_of(made(pack(item_with(*attachments), item_with(number="2.", title="Anden"))).pdf)[1]

    assert "1. Eksempelsag (B) 10 min. 3" in agenda
    assert "Bilag 1.1: Eksempelbilag, side 4" in agenda
    assert "2. Anden (B) 10 min. 9" in agenda


@pytest.mark.parametrize("document", Document)
def test_own_pages_pass_the_checkers(document: Document, tmp_path: Path) -> None:
    content = pack(
        item_with(
            pdf_attachment("Bilag 1.1", untagged_pdf()),
            PackAttachment("Bilag 1.2", "Billede", "b.png", "image/png", picture()),
            PackAttachment("Bilag 1.3", "Notat", "n.txt", "text/plain", TEXT.encode()),
        ),
        PackItem("1.1", "Del", level=1, decisions=(PackDecision("drøftet"),), presentation=TEXT),
        HIDDEN,
        PackItem("4.", "Rolle", section="Rollen", actions=(PackAction("Skrive", ("A", "B")),), economy=TEXT),
        document=document,
    )
    path = tmp_path / "own.pdf"
    path.write_bytes(own_pages(content, [read(each) for each in content.attachments], FONTS))

    heard = outloud.check(str(path))

    assert (heard.error, heard.errors, heard.warnings) == (None, 0, 0)
    assert [each.message for each in pdfua.validate(str(path)).findings] == []


def test_merged_pack_of_tagged_attachments_lacks_only_the_claim(tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    attachments = [pdf_attachment(f"Bilag 1.{n}", tagged_pdf(pages=n)) for n in (1, 2)]
    path.write_bytes(made(pack(item_with(*attachments))).pdf)

    assert [each.rule_id for each in pdfua.validate(str(path)).findings] == []
    assert [each.rule for each in outloud.check(str(path)).findings] == ["DOC-012"]


def test_minutes_are_the_agenda_with_decisions_after_the_recommendations() -> None:
    agenda = PackItem("1.", "Sag", recommendation=("at et sker", "at to sker"))
    minutes = PackItem(
        "1.",
        "Sag",
        recommendation=agenda.recommendation,
        decisions=(PackDecision("godkendt", "Med ét forbehold.", 1), PackDecision("udsat", "", 2)),
        text="Formanden gennemgik eksemplet.",
        dissents=(PackStatement("Eksempelpart", "er uenig."),),
        remarks=(PackStatement("", "Husk eksemplet."),),
        actions=(PackAction("Skrive eksemplet", ("Anna", "Bo")),),
    )

    before = words_of(made(pack(agenda, document=Document.AGENDA)).pdf)
    after = words_of(made(pack(minutes, document=Document.MINUTES)).pdf)

    said = "\n".join(after)
    assert "Beslutning" not in "\n".join(before).replace("Beslutningsreferat", "")
    assert (
        "Indstilling\n1. at et sker\nBeslutning: Godkendt. Med ét forbehold.\n"
        "2. at to sker\nBeslutning: Udsat.\nReferat\nFormanden gennemgik eksemplet.\n"
        "Protokoltilførsel\n– Eksempelpart: er uenig.\nBemærkninger\n– Husk eksemplet.\nOpfølgning\n"
        "Opgave Ansvarlig Frist\nSkrive eksemplet Anna og Bo"
    ) in said


def test_reason_for_going_on_outside_the_mandate_stands_in_the_pdf() -> None:
    content = pack(PackItem("1.", "Sag", overrides=("Intet mandat. Begrundelse: det haster",)))

    said = "\n".join(words_of(made(content).pdf))

    assert "Uden for kompetencen: Intet mandat. Begrundelse: det haster" in said


def test_draft_is_marked_on_every_page_of_ours() -> None:
    pages = words_of(made(pack(item_with())).pdf)

    assert ["udkast" in page.lower() for page in pages] == [True, True, True]
    assert "udkast" not in "\n".join(words_of(made(pack(item_with(), state="")).pdf)).lower()


def test_closed_item_that_may_not_be_seen_leaks_nothing() -> None:
    file = made(pack(item_with(), HIDDEN))

    with opened(file.pdf) as pdf:
        plain = saved(
            pdf, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False
        )
    everything = ("\n".join(words_of(file.pdf)) + plain.decode("latin-1")).lower()
    utf16 = plain.lower().replace(b"\x00", b"").decode("latin-1")
    assert "lukket punkt" in everything
    assert ("hemmelig" in everything, "hemmelig" in utf16, "3.1" in "\n".join(words_of(file.pdf))) == (
        False,
        False,
        False,
    )


def test_pack_without_items_says_so() -> None:
    pages = words_of(made(pack()).pdf)

    assert len(pages) == 2
    assert "Der er ingen punkter på dagsordenen." in pages[1]


def test_what_is_barely_known_is_enough() -> None:
    bare = Pack("Eksempelbestyrelsen", None, (PackItem("", ""),))

    assert made(bare).pages == 3


def test_long_titles_and_words_stay_on_the_page() -> None:
    word = "sundhedsdatasamarbejdsaftale" * 12
    item = item_with(pdf_attachment("Bilag 1.1", tagged_pdf(), word), title=f"{word} {'og meget mere ' * 30}")

    with pdfplumber.open(io.BytesIO(made(pack(item)).pdf)) as book:
        right = max(char["x1"] for page in book.pages[:4] for char in page.chars)

    assert right < 595 - 28 * 72 / 25.4 + 1


@pytest.mark.parametrize(
    "text", ["漢字 😀", "a\x07b\x00c", "\ufeffx", "\ue000", "\ud800", "#link() $x$ <a> @b \\ "]
)
def test_no_sign_in_a_text_stops_the_pack(text: str) -> None:
    assert made(pack(PackItem("1.", text, background=text), state=text)).pages == 3


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=30), st.text(max_size=200))
@example("Sag\xad", "")
def test_no_text_stops_the_pack(title: str, body: str) -> None:
    attachment = PackAttachment(title, title, title, "application/pdf", b"")
    person = PackPerson(title, body, title)
    item = PackItem(
        title,
        title,
        marker=title,
        presenter=title,
        verdict=body,
        changed_note=title,
        section=title,
        recommendation=(body,),
        presentation=body,
        text=body,
        attachments=(attachment,),
        decisions=(PackDecision(title, body, 1), PackDecision(body)),
        remarks=(PackStatement(title, body),),
        actions=(PackAction(body, (title, title)),),
    )
    content = Pack(title, None, (item,), subtitle=title, state=title, participants=(person,), notes=(body,))

    assert made(content).pages >= 4


def test_markup_in_a_text_is_shown_as_it_is() -> None:
    assert (
        "*ikke fed* #strong[x] _y_"
        in words_of(made(pack(PackItem("1.", "*ikke fed* #strong[x] _y_"))).pdf)[2]
    )


def test_same_pack_gives_the_same_bytes() -> None:
    content = pack(
        item_with(pdf_attachment("Bilag 1.1", tagged_pdf()), pdf_attachment("Bilag 1.2", form_pdf("a")))
    )

    assert made(content).pdf == made(content).pdf


def test_progress_is_told_before_each_step() -> None:
    told: list[tuple[Stage, int, int]] = []
    content = pack(item_with(pdf_attachment("Bilag 1.1", tagged_pdf())))

    pack_pdf(content, lambda *step: told.append(step), FONTS)

    assert told == [(Stage.READING, 0, 4), (Stage.SETTING, 1, 4), (Stage.MERGING, 2, 4), (Stage.SAVING, 3, 4)]


def test_no_conformance_is_claimed() -> None:
    with opened(made(pack(item_with())).pdf) as pdf:
        assert b"pdfuaid:part" not in pdf.Root.Metadata.read_bytes()


def test_without_the_fonts_folder_a_pack_is_made_too(tmp_path: Path) -> None:
    assert pack_pdf(pack(item_with()), fonts=tmp_path / "none").pages == 3
