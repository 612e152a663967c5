"""Structure trees joined: every tagged page keeps its tags, and no number, name or id means two things."""

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from tests.unit.print.pack_cases import (
    FONTS,
    dangling,
    edited,
    form_pdf,
    item_with,
    opened,
    pack,
    pdf_attachment,
    tagged_pdf,
    texts,
    untagged_pdf,
)

from samstyr.print.pack.pdf import pack_pdf, tell_nobody
from samstyr.print.pack.trees import elements, name_tree, number_tree


def made(*contents: bytes) -> pikepdf.Pdf:
    """The pack of one item with these files as attachments."""
    attachments = [
        pdf_attachment(f"Bilag 1.{n}", content, f"Titel {n}") for n, content in enumerate(contents, 1)
    ]
    return opened(pack_pdf(pack(item_with(*attachments)), tell_nobody, FONTS).pdf)


def set_role(name: str, role: str) -> object:
    """Have a file's first heading called `name`, which stands for `role`."""

    def edit(pdf: pikepdf.Pdf) -> None:
        tree = pdf.Root.StructTreeRoot
        next(each for each in elements(tree) if each.S == Name.H1).S = Name(name)
        tree.RoleMap = Dictionary({name: Name(role)})

    return edit


def parts(pdf: pikepdf.Pdf) -> list[Dictionary]:
    return [each for each in pdf.Root.StructTreeRoot.K[0].K if Name.Part == each.S]


def test_elements_of_tagged_attachments_still_point_at_their_pages() -> None:
    with made(tagged_pdf("Første", 3), untagged_pdf(pages=2), tagged_pdf("Anden", 2)) as pdf:
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


def test_attachments_are_read_where_they_lie() -> None:
    with made(tagged_pdf("Første", 3), tagged_pdf("Anden")) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}

        def first(element: Dictionary) -> int:
            kids = [each for each in element.K if isinstance(each, Dictionary)]
            return pages[element.Pg.objgen] if "/Pg" in element else first(kids[0])

        order = [first(each) for each in pdf.Root.StructTreeRoot.K[0].K]

    assert order == sorted(order)


def test_each_attachment_is_a_part_with_its_title_and_language() -> None:
    with made(tagged_pdf("First", language="en"), tagged_pdf("Anden")) as pdf:
        found = [(str(each.T), str(each.Lang), str(each.K[0].S), each == each.K[0].P) for each in parts(pdf)]

    assert found == [
        ("Bilag 1.1: Titel 1", "en", "/Document", True),
        ("Bilag 1.2: Titel 2", "da", "/Document", True),
    ]


def test_ids_of_table_headings_stay_apart() -> None:
    with made(tagged_pdf(), tagged_pdf()) as pdf:
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

    with made(heading, paragraph, same) as pdf:
        roles = {str(name): str(role) for name, role in pdf.Root.StructTreeRoot.RoleMap.items()}
        found = [
            next(str(each.S) for each in elements(part) if "verskrift" in str(each.S)) for part in parts(pdf)
        ]

    assert [roles[name] for name in found] == ["/H1", "/P", "/H1"]
    assert found[0] == found[2] == "/Overskrift"


def test_standard_name_that_a_file_gives_another_meaning_changes_nothing_in_the_others() -> None:
    with made(edited(tagged_pdf(), set_role("/H2", "/P")), tagged_pdf()) as pdf:
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

    with made(edited(tagged_pdf(), with_class(1)), edited(tagged_pdf(), with_class(2))) as pdf:
        classes = pdf.Root.StructTreeRoot.ClassMap
        found = [
            int(classes[next(each.C for each in elements(part) if "/C" in each)].StartIndent)
            for part in parts(pdf)
        ]

    assert found == [1, 2]


def test_numbers_of_an_untagged_file_are_taken_away() -> None:
    def leftover(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.StructParents = 0

    with made(edited(untagged_pdf(), leftover)) as pdf:
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

    with made(broken, tagged_pdf("Hel")) as pdf:
        assert len(pdf.pages) == 7
        assert "Hel" in [str(each.get("/T", "")) for _, each in texts(pdf, parts(pdf)[-1], "/H1")]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 3), st.booleans()), max_size=4))
def test_every_number_resolves_whatever_is_joined(files: list[tuple[int, bool]]) -> None:
    contents = [tagged_pdf(pages=count) if tagged else untagged_pdf(pages=count) for count, tagged in files]

    with made(*contents) as pdf:
        keys = list(number_tree(pdf.Root.StructTreeRoot.ParentTree))

        assert len(pdf.pages) == 3 + len(files) + sum(count for count, _ in files)
        assert dangling(pdf) == []
        assert keys == sorted(set(keys))
        assert pdf.Root.StructTreeRoot.ParentTreeNextKey == max(keys) + 1


def test_links_inside_an_attachment_lead_to_its_own_pages() -> None:
    with made(tagged_pdf("Første", 3), tagged_pdf("Anden", 2)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        targets = [pages[pdf.pages[at - 1].obj.Annots[0].Dest[0].objgen] for at in (5, 9)]

    assert targets == [7, 10]


def test_scripts_are_taken_out_and_fields_of_one_name_stay_apart() -> None:
    with made(form_pdf("Anna"), form_pdf("Bo")) as pdf:
        fields = [(str(parent.T), [str(kid.V) for kid in parent.Kids]) for parent in pdf.Root.AcroForm.Fields]
        left = [str(key) for page in pdf.pages for each in page.obj.get("/Annots", []) for key in each]

    assert fields == [("1 Bilag 1 1", ["Anna"]), ("2 Bilag 1 2", ["Bo"])]
    assert ("/AA" in left, "/A" in left) == (False, False)


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

    with made(tagged_pdf(), edited(tagged_pdf(), add_field)) as pdf:
        element = next(each for each in elements(pdf.Root.StructTreeRoot) if str(each.S) == "/Form")
        field = pdf.pages[6].obj.Annots[-1]

        assert element.K.Obj.objgen == field.objgen
        assert number_tree(pdf.Root.StructTreeRoot.ParentTree)[field.StructParent].objgen == element.objgen


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

    with made(edited(untagged_pdf(), hide), edited(untagged_pdf(), base_off)) as pdf:
        layers = pdf.Root.OCProperties

        assert [str(each.Name) for each in layers.OCGs] == ["vist", "skjult"] * 2
        assert [each.objgen for each in layers.D.OFF] == [layers.OCGs[1].objgen, layers.OCGs[3].objgen]


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90])
def test_page_number_stands_in_the_lower_right_corner_of_turned_pages(turn: int) -> None:
    def rotate(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = turn

    with made(edited(untagged_pdf(), rotate)) as pdf:
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
