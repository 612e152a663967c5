"""What comes with an attachment's pages: links, bookmarks, fields, layers; and what is left behind."""

import re

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from tests.unit.print.pack_cases import (
    edited,
    form_pdf,
    made_with,
    opened,
    saved,
    tagged_pdf,
    untagged_pdf,
    words_of,
)

from samstyr.print.pack.trees import elements


def test_links_inside_an_attachment_lead_to_its_own_pages() -> None:
    with made_with(tagged_pdf("Første", 3), tagged_pdf("Anden", 2)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        targets = [pages[pdf.pages[at - 1].obj.Annots[0].Dest[0].objgen] for at in (5, 9)]

    assert targets == [7, 10]


def test_bookmarks_of_an_attachment_hang_below_its_own_without_scripts() -> None:
    def by_name(pdf: pikepdf.Pdf) -> None:
        first = pdf.Root.Outlines.First
        first.Dest = String("last")
        first.Next.A = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))

    with made_with(edited(tagged_pdf("Første", 2), by_name), tagged_pdf("Anden")) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        sheet = pdf.Root.Outlines.Last.First
        first = sheet.First

        assert [str(each.Title) for each in (sheet, first, first.Next, sheet.Next.First)] == [
            "Bilag 1.1: Titel 1",
            "Første",
            "Sidste side af Første",
            "Anden",
        ]
        assert (pages[first.Dest[0].objgen], "/A" in first.Next, int(sheet.Count)) == (6, False, -2)


@pytest.mark.parametrize(
    "breaking",
    [
        lambda first: first.__setitem__("/Next", first),
        lambda first: first.__setitem__("/First", first),
        lambda first: first.__setitem__("/Next", 3),
        lambda first: first.__delitem__("/Title"),
        lambda first: first.__setitem__("/Dest", String("nowhere")),
    ],
)
def test_broken_bookmarks_never_stop_the_pack(breaking: object) -> None:
    broken = edited(tagged_pdf("Brudt", 2), lambda pdf: breaking(pdf.Root.Outlines.First))

    with made_with(broken, tagged_pdf("Hel")) as pdf, pdf.open_outline() as outline:
        assert [each.title for each in outline.root[-1].children] == [
            "Bilag 1.1: Titel 1",
            "Bilag 1.2: Titel 2",
        ]


def test_signed_attachment_loses_its_seal_and_its_sheet_says_so() -> None:
    def sign(pdf: pikepdf.Pdf) -> None:
        seal = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String("underskrift"),
            V=Dictionary(Type=Name.Sig),
            Rect=Array([0, 0, 0, 0]),
        )
        field = pdf.make_indirect(seal)
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)

    with made_with(edited(untagged_pdf(), sign)) as pdf:
        fields = pdf.Root.AcroForm.Fields[0].Kids
        sheet = words_of(saved(pdf))[3].replace("\n", " ")

    assert ["/V" in each for each in fields] == [False]
    assert "Underskriften kan kun kontrolleres i den oprindelige fil." in sheet


def test_scripts_are_taken_out_and_fields_of_one_name_stay_apart() -> None:
    with made_with(form_pdf("Anna"), form_pdf("Bo")) as pdf:
        fields = [(str(parent.T), [str(kid.V) for kid in parent.Kids]) for parent in pdf.Root.AcroForm.Fields]
        left = [str(key) for page in pdf.pages for each in page.obj.get("/Annots", []) for key in each]

    assert fields == [("1 Bilag 1 1", ["Anna"]), ("2 Bilag 1 2", ["Bo"])]
    assert ("/AA" in left, "/A" in left) == (False, False)


def test_hidden_layer_of_an_attachment_stays_hidden() -> None:
    def hide(pdf: pikepdf.Pdf) -> None:
        layers = [
            pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("vist", "skjult")
        ]
        pdf.Root.OCProperties = Dictionary(OCGs=Array(layers), D=Dictionary(OFF=Array(layers[1:])))

    def base_off(pdf: pikepdf.Pdf) -> None:
        hide(pdf)
        shown = Array([pdf.Root.OCProperties.OCGs[0]])
        pdf.Root.OCProperties.D = Dictionary(BaseState=Name.OFF, ON=shown)

    with made_with(edited(untagged_pdf(), hide), edited(untagged_pdf(), base_off)) as pdf:
        layers = pdf.Root.OCProperties

        assert [str(each.Name) for each in layers.OCGs] == ["vist", "skjult"] * 2
        assert [each.objgen for each in layers.D.OFF] == [layers.OCGs[1].objgen, layers.OCGs[3].objgen]


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90])
def test_page_number_stands_in_the_lower_right_corner_of_turned_pages(turn: int) -> None:
    def rotate(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = turn

    with made_with(edited(untagged_pdf(), rotate)) as pdf:
        last = list(pikepdf.parse_content_stream(pdf.pages[4]))[-5:]
        matrix = [float(each) for each in next(op.operands for op in last if str(op.operator) == "cm")]

    width, height, stamp = 595.28, 841.89, 62 * 72 / 25.4
    expected = {
        0: [1, 0, 0, 1, width - 12 - stamp, 12],
        90: [0, 1, -1, 0, width - 12, height - 12 - stamp],
        180: [-1, 0, 0, -1, 12 + stamp, height - 12],
        270: [0, -1, 1, 0, 12, 12 + stamp],
    }[turn % 360]
    assert matrix == pytest.approx(expected, abs=0.1)
    assert [str(op.operator) for op in last] == ["q", "cm", "Do", "Q", "EMC"]


TOKEN = re.compile(rb"/[A-Za-z]\w*|\b\d+ 0 R|\b\d+\b")
JUNK = (
    b"null",
    b"3",
    b"-7",
    b"(x)",
    b"/Foo",
    b"[]",
    b"<<>>",
    b"[1 2 (a)]",
    b"true",
    b"1.5",
    b"1 0 R",
    b"9 0 R",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 0.999), st.sampled_from(JUNK)), min_size=1, max_size=6))
def test_no_change_inside_a_file_stops_the_pack(changes: list[tuple[float, bytes]]) -> None:
    with opened(tagged_pdf("Ændret", 2)) as pdf:
        content = saved(pdf, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    for place, junk in changes:
        found = list(TOKEN.finditer(content))
        token = found[int(place * len(found))]
        content = content[: token.start()] + junk + content[token.end() :]

    with made_with(content, tagged_pdf("Urørt")) as pdf:
        titles = [str(each.get("/T", "")) for each in elements(pdf.Root.StructTreeRoot)]
        assert (titles.count("Urørt"), titles.count("Sidste side af Urørt")) == (1, 1)
