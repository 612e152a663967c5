"""Join the structure trees of attachments with our own, so that tagged pages stay tagged.

A structure tree knows its pages, and each page knows its tree by a number (StructParents) in the ParentTree. Trees
from several files use the same numbers, the same ids of table headings, and sometimes one name for two roles; what
is joined is renumbered and renamed where it would clash.

Source: ISO 32000-1:2008, 14.7 (logical structure) and 14.8.4 (standard structure types).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from samstyr.print.pack.trees import Place, dictionaries, elements, name_tree, number_tree

STANDARD_STRUCTURE_TYPES: Final = """
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
Figure Formula Form
"""
STANDARD: Final = frozenset(f"/{name}" for name in STANDARD_STRUCTURE_TYPES.split())


class JoinedTree:
    """The structure tree of the book: ours, with a part for each attachment after the sheet that announces it."""

    def __init__(self, book: Pdf) -> None:
        """Read our tree while all pages are still ours."""
        self.root = book.Root.StructTreeRoot
        self.document: Dictionary = dictionaries(self.root.K)[0]
        self.book = book
        self.parents = number_tree(self.root.get("/ParentTree"))
        self.ids = name_tree(self.root.get("/IDTree"))
        self.roles = _names(self.root.get("/RoleMap"))
        self.classes = _names(self.root.get("/ClassMap"))
        pages = {page.obj.objgen: number for number, page in enumerate(book.pages)}
        self.kids = [(_first_page(kid, pages), kid) for kid in dictionaries(self.document.K)]
        self.parts: list[tuple[int, Dictionary]] = []

    def add(
        self, tree: Dictionary | None, pages: Sequence[Dictionary], after: int, title: str, language: str = ""
    ) -> None:
        """Take in an attachment's tree, already copied with its pages into the book.

        `after`: our page (from 0, attachments not counted) it follows. Without a tree the pages' numbers are
        taken away: they would point into ours.
        """
        parents = number_tree(tree.get("/ParentTree")) if tree is not None else {}
        first = max(self.parents, default=-1) + 1
        numbers = {old: first + place for place, old in enumerate(sorted(parents))}
        _renumber(pages, numbers)
        if tree is None:
            return
        self.parents.update({numbers[old]: value for old, value in parents.items()})
        self._rename(tree, f"bilag{len(self.parts) + 1}-")
        kids = dictionaries(tree.get("/K"))
        part = self.book.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Part, P=self.document, T=String(title), K=Array(kids))
        )
        if language:
            part.Lang = String(language)
        for kid in kids:
            kid.P = part
        self._take_namespaces(tree)
        self.parts.append((after, part))

    def write(self) -> None:
        """Put the joined tree in place of ours."""
        self.document.K = Array(self._in_order_of_pages())
        self.root.ParentTree = self.book.make_indirect(Dictionary(Nums=_flat(sorted(self.parents.items()))))
        self.root.ParentTreeNextKey = max(self.parents, default=-1) + 1
        for name, entries in (("/RoleMap", self.roles), ("/ClassMap", self.classes)):
            if entries:
                self.root[name] = Dictionary(dict(entries))
        if self.ids:
            names = [(String(key), value) for key, value in sorted(self.ids.items())]
            self.root.IDTree = self.book.make_indirect(Dictionary(Names=_flat(names)))

    def _in_order_of_pages(self) -> Iterator[Dictionary]:
        left = sorted(self.parts, key=lambda each: each[0])  # stable: attachments keep their order
        for page, kid in self.kids:
            while left and page > left[0][0]:
                yield left.pop(0)[1]
            yield kid
        yield from (part for _, part in left)

    def _rename(self, tree: Dictionary, prefix: str) -> None:
        """Take in names of roles and classes, and ids; walk the tree only where something must be renamed."""
        roles = {
            old: new
            for old, new in _names(tree.get("/RoleMap")).items()
            if old != new and isinstance(new, Name)
        }
        classes = _names(tree.get("/ClassMap"))
        new_roles = _clashing(roles, self.roles, prefix, STANDARD)
        new_classes = _clashing(classes, self.classes, prefix)
        self.roles.update(
            {new_roles.get(old, old): _renamed(new, new_roles, old) for old, new in roles.items()}
        )
        self.classes.update({new_classes.get(old, old): value for old, value in classes.items()})
        if not (new_roles or new_classes or "/IDTree" in tree):
            return
        done: set[Place] = set()
        for attributes in classes.values():
            _prefix_headers(attributes, prefix, done)
        for element in elements(tree):
            if str(element.S) in new_roles:
                element.S = Name(new_roles[str(element.S)])
            if new_classes and "/C" in element:
                element.C = _in_new_words(element.C, new_classes)
            if isinstance(element.get("/ID"), String):
                own = prefix.encode() + bytes(element.ID)
                element.ID = String(own)
                self.ids[own] = element
            _prefix_headers(element.get("/A"), prefix, done)

    def _take_namespaces(self, tree: Dictionary) -> None:
        """PDF 2.0: elements point at their namespace themselves; the root lists them all."""
        theirs = dictionaries(tree.get("/Namespaces"))
        if theirs:
            self.root.Namespaces = Array([*dictionaries(self.root.get("/Namespaces")), *theirs])


def _names(value: Object | None) -> dict[str, Object]:
    return dict(value.items()) if isinstance(value, Dictionary) else {}


def _clashing(
    theirs: Mapping[str, Object],
    ours: Mapping[str, Object],
    prefix: str,
    reserved: frozenset[str] = frozenset(),
) -> dict[str, str]:
    """Answer old and new names of what would change its meaning in the book, or another file's."""
    return {
        old: f"/{prefix}{old[1:]}"
        for old, value in theirs.items()
        if old in reserved or (old in ours and ours[old] != value)
    }


def _renamed(role: Object, new_roles: Mapping[str, str], old: str) -> Object:
    """A role may be mapped to another mapped role; but a standard one stands for itself there."""
    target = str(role)
    return (
        Name(new_roles[target]) if target in new_roles and target not in STANDARD and target != old else role
    )


def _in_new_words(value: Object, new: Mapping[str, str]) -> Object:
    if isinstance(value, Array):
        return Array([_in_new_words(each, new) for each in value])
    return Name(new[str(value)]) if isinstance(value, Name) and str(value) in new else value


def _prefix_headers(attributes: Object | None, prefix: str, done: set[Place]) -> None:
    """A cell names its headings by id; an attribute object that several cells share is renamed once."""
    for each in dictionaries(attributes):
        if each.is_indirect and each.objgen in done:
            continue
        done.add(each.objgen)
        headers = each.get("/Headers")
        if isinstance(headers, Array):
            each.Headers = Array(
                [String(prefix.encode() + bytes(name)) for name in headers if isinstance(name, String)]
            )


def _renumber(pages: Iterable[Dictionary], numbers: Mapping[int, int]) -> None:
    """Give pages, annotations and the drawings on them their new numbers; one that leads nowhere goes."""
    seen: set[Place] = set()
    left: list[Object] = list(pages)
    while left:
        each = left.pop()
        if each.is_indirect:
            if each.objgen in seen:
                continue
            seen.add(each.objgen)
        for name in ("/StructParents", "/StructParent"):
            if name in each:
                old: object = each[name]
                if isinstance(old, int) and old in numbers:
                    each[name] = numbers[old]
                else:
                    del each[name]
        left.extend(dictionaries(each.get("/Annots")))
        left.extend(_drawings(each))


def _drawings(holder: Object) -> Iterator[Object]:
    """Answer the form and image objects that a page, a drawing or an annotation's looks use."""
    resources = holder.get("/Resources")
    if isinstance(resources, Dictionary):
        for kind in ("/XObject", "/Pattern"):
            named = resources.get(kind)
            if isinstance(named, Dictionary):
                yield from (each for each in named.values() if isinstance(each, Stream))
    looks = holder.get("/AP")
    if isinstance(looks, Dictionary):
        for state in looks.values():
            states = list(state.values()) if isinstance(state, Dictionary) else [state]
            yield from (each for each in states if isinstance(each, Stream))


def _first_page(element: Dictionary, pages: Mapping[Place, int]) -> int:
    """Answer on which page an element begins: where the first of its parts that has a page lies."""
    seen = set()
    left = [element]
    while left:
        each = left.pop()
        page = each.get("/Pg")
        if isinstance(page, Dictionary) and page.objgen in pages:
            return pages[page.objgen]
        if each.is_indirect and each.objgen in seen:
            continue
        seen.add(each.objgen)
        left.extend(reversed(dictionaries(each.get("/K"))))
    return 0


def _flat(pairs: Iterable[tuple[object, Object]]) -> Array:
    return Array([each for pair in pairs for each in pair])
