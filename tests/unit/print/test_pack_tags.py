"""Structure trees joined: every tagged page keeps its tags, and no number, name or id means two things."""

import ctypes
from contextlib import closing
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from tests.unit.print.pack_cases import (
    dangling,
    edited,
    made_with,
    saved,
    tagged_pdf,
    texts,
    untagged_pdf,
)

from samstyr.print.pack.trees import elements, name_tree, number_tree


def set_role(name: str, role: str) -> object:
    """Have a file's first heading called `name`, which stands for `role`."""

    def edit(pdf: pikepdf.Pdf) -> None:
        tree = pdf.Root.StructTreeRoot
        next(each for each in elements(tree) if each.S == Name.H1).S = Name(name)
        tree.RoleMap = Dictionary({name: Name(role)})

    return edit


def tags_by_page(pdf: bytes) -> list[list[str]]:
    """The kinds of elements on each page, as the PDF reader of a browser finds them from the page."""

    def kind(element: Any) -> str:
        length = pdfium.FPDF_StructElement_GetType(element, None, 0)
        words = ctypes.create_string_buffer(length)
        pdfium.FPDF_StructElement_GetType(element, words, length)
        return words.raw.decode("utf-16-le").rstrip("\0")

    def below(element: Any) -> list[str]:
        kids = range(pdfium.FPDF_StructElement_CountChildren(element))
        found = (pdfium.FPDF_StructElement_GetChildAtIndex(element, each) for each in kids)
        return [kind(element), *(each for kid in found if kid for each in below(kid))]

    pages = []
    with closing(pypdfium2.PdfDocument(pdf)) as book:
        for page in book:
            tree = pdfium.FPDF_StructTree_GetForPage(page)
            kids = range(pdfium.FPDF_StructTree_CountChildren(tree))
            tops = (pdfium.FPDF_StructTree_GetChildAtIndex(tree, each) for each in kids)
            pages.append([each for top in tops if top for each in below(top)])
            pdfium.FPDF_StructTree_Close(tree)
    return pages


def parts(pdf: pikepdf.Pdf) -> list[Dictionary]:
    return [each for each in pdf.Root.StructTreeRoot.K[0].K if Name.Part == each.S]


def test_elements_of_tagged_attachments_still_point_at_their_pages() -> None:
    with made_with(tagged_pdf("Første", 3), untagged_pdf(pages=2), tagged_pdf("Anden", 2)) as pdf:
        headings = [
            (page + 1, str(each.get("/T", ""))) for page, each in texts(pdf, pdf.Root.StructTreeRoot, "/H1")
        ]

        assert dangling(pdf) == []
    # Front 1, agenda 2, paper 3, sheet 4, pages 5–7, sheet 8, pages 9–10, sheet 11, pages 12–13.
    assert sorted(headings) == [
        (1, "Eksempelbestyrelsen"),
        (2, "Dagsorden"),
        (3, "1. Eksempelsag (B)"),
        (5, "Første"),
        (7, "Sidste side af Første"),
        (12, "Anden"),
        (13, "Sidste side af Anden"),
    ]


def test_another_reader_sees_the_same_tags_on_the_same_pages() -> None:
    first, second = tagged_pdf("Første", 3), tagged_pdf("Anden", 2)

    with made_with(first, untagged_pdf(), second) as pdf:
        found = tags_by_page(saved(pdf))

    assert [page[2:] for page in found[4:7]] == tags_by_page(first)  # in the pack below Document and Part
    assert found[8] == []
    assert [page[2:] for page in found[10:12]] == tags_by_page(second)


def test_attachments_are_read_where_they_lie() -> None:
    with made_with(tagged_pdf("Første", 3), tagged_pdf("Anden")) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}

        def first(element: Dictionary) -> int:
            kids = [each for each in element.K if isinstance(each, Dictionary)]
            return pages[element.Pg.objgen] if "/Pg" in element else first(kids[0])

        order = [first(each) for each in pdf.Root.StructTreeRoot.K[0].K]

    assert order == sorted(order)


def test_each_attachment_is_a_part_with_its_title_and_language() -> None:
    with made_with(tagged_pdf("First", language="en"), tagged_pdf("Anden")) as pdf:
        found = [(str(each.T), str(each.Lang), str(each.K[0].S), each == each.K[0].P) for each in parts(pdf)]

    assert found == [
        ("Bilag 1.1: Titel 1", "en", "/Document", True),
        ("Bilag 1.2: Titel 2", "da", "/Document", True),
    ]


def test_ids_of_table_headings_stay_apart() -> None:
    with made_with(tagged_pdf(), tagged_pdf()) as pdf:
        tree = pdf.Root.StructTreeRoot
        ids = name_tree(tree.IDTree)
        cells = [
            [name for attributes in cell.A for name in attributes.get("/Headers", [])]
            for cell in elements(parts(pdf)[1])
            if cell.S == Name.TD
        ]

        named = [bytes(name) for names in cells for name in names]
        assert sorted(key for key in ids if key.startswith(b"bilag2-")) == sorted(set(named))
        assert {ids[name].P.P.P.P.P.objgen for name in named} == {parts(pdf)[1].objgen}
        assert all(bytes(each.ID) == key for key, each in ids.items())


def test_one_role_name_with_two_meanings_is_renamed() -> None:
    heading, paragraph, same = (
        edited(tagged_pdf(), set_role("/Overskrift", role)) for role in ("/H1", "/P", "/H1")
    )

    with made_with(heading, paragraph, same) as pdf:
        roles = {str(name): str(role) for name, role in pdf.Root.StructTreeRoot.RoleMap.items()}
        found = [
            next(str(each.S) for each in elements(part) if "verskrift" in str(each.S)) for part in parts(pdf)
        ]

    assert [roles[name] for name in found] == ["/H1", "/P", "/H1"]
    assert found[0] == found[2] == "/Overskrift"


def test_standard_name_that_a_file_gives_another_meaning_changes_nothing_in_the_others() -> None:
    with made_with(edited(tagged_pdf(), set_role("/H2", "/P")), tagged_pdf()) as pdf:
        roles = {str(name): str(role) for name, role in pdf.Root.StructTreeRoot.RoleMap.items()}
        name = next(str(each.S) for each in elements(parts(pdf)[0]) if str(each.S).endswith("H2"))

    assert ("/H2" in roles, name != "/H2", roles[name]) == (False, True, "/P")


def test_classes_of_one_name_stay_apart() -> None:
    def with_class(indent: int) -> object:
        def edit(pdf: pikepdf.Pdf) -> None:
            tree = pdf.Root.StructTreeRoot
            tree.ClassMap = Dictionary(Stil=Dictionary(O=Name.Layout, StartIndent=indent))
            next(each for each in elements(tree) if each.S == Name.H1).C = Name.Stil

        return edit

    with made_with(edited(tagged_pdf(), with_class(1)), edited(tagged_pdf(), with_class(2))) as pdf:
        classes = pdf.Root.StructTreeRoot.ClassMap
        found = [
            int(classes[next(each.C for each in elements(part) if "/C" in each)].StartIndent)
            for part in parts(pdf)
        ]

    assert found == [1, 2]


def test_numbers_of_an_untagged_file_are_taken_away() -> None:
    def leftover(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.StructParents = 0

    with made_with(edited(untagged_pdf(), leftover)) as pdf:
        assert ("/StructParents" in pdf.pages[4].obj, dangling(pdf)) == (False, [])


@pytest.mark.parametrize(
    "breaking",
    [
        lambda tree: tree.__setitem__("/K", tree),
        lambda tree: tree.__setitem__("/K", 3),
        lambda tree: tree.__setitem__("/ParentTree", Array()),
        lambda tree: tree.ParentTree.__setitem__("/Kids", Array([tree, None])),
        lambda tree: tree.ParentTree.__setitem__("/Nums", Array([0])),
        lambda tree: tree.__setitem__("/RoleMap", String("x")),
        lambda tree: tree.__setitem__("/IDTree", 1),
        lambda tree: tree.K[0].__setitem__("/K", Array([tree.K[0], None, String("x")])),
    ],
)
def test_broken_tree_never_stops_the_pack(breaking: object) -> None:
    broken = edited(tagged_pdf("Brudt"), lambda pdf: breaking(pdf.Root.StructTreeRoot))

    with made_with(broken, tagged_pdf("Hel")) as pdf:
        assert len(pdf.pages) == 7
        assert "Hel" in [str(each.get("/T", "")) for _, each in texts(pdf, parts(pdf)[-1], "/H1")]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 3), st.booleans()), max_size=4))
def test_every_number_resolves_whatever_is_joined(files: list[tuple[int, bool]]) -> None:
    contents = [tagged_pdf(pages=count) if tagged else untagged_pdf(pages=count) for count, tagged in files]

    with made_with(*contents) as pdf:
        keys = list(number_tree(pdf.Root.StructTreeRoot.ParentTree))

        assert len(pdf.pages) == 3 + len(files) + sum(count for count, _ in files)
        assert dangling(pdf) == []
        assert keys == sorted(set(keys))
        assert pdf.Root.StructTreeRoot.ParentTreeNextKey == max(keys) + 1


def test_tagged_form_field_keeps_its_tag() -> None:
    def add_field(pdf: pikepdf.Pdf) -> None:
        page, tree = pdf.pages[0].obj, pdf.Root.StructTreeRoot
        place = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, Rect=Array([10, 10, 90, 30]), StructParent=99
        )
        field = pdf.make_indirect(Dictionary({**place, "/FT": Name.Tx, "/T": String("navn")}))
        page.Annots.append(field)
        held = Dictionary(Type=Name.OBJR, Obj=field, Pg=page)
        element = pdf.make_indirect(Dictionary(S=Name.Form, P=tree.K[0], K=held))
        tree.K[0].K.append(element)
        tree.ParentTree.Nums.extend([99, element])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))

    with made_with(tagged_pdf(), edited(tagged_pdf(), add_field)) as pdf:
        element = next(each for each in elements(pdf.Root.StructTreeRoot) if str(each.S) == "/Form")
        field = pdf.pages[6].obj.Annots[-1]

        assert element.K.Obj.objgen == field.objgen
        assert number_tree(pdf.Root.StructTreeRoot.ParentTree)[field.StructParent].objgen == element.objgen
