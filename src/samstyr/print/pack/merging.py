"""Put the pages of another PDF into the book, with what belongs to them: links, layers, form fields, tags."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, String

from samstyr.print.pack.bookmarks import hang_below
from samstyr.print.pack.chains import belongings
from samstyr.print.pack.trees import dictionaries, name_tree

A4: Final = (0, 0, 595, 842)
INHERITED: Final = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
# What an attachment may not do in a pack: run scripts, start programs, send anything.
FORBIDDEN: Final = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/Movie", "/Sound"}
DEEPEST: Final = 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet that announces an attachment. `number`: its page in the book as it is now, from 1."""

    number: int
    label: str
    bookmark: Dictionary


@dataclass(frozen=True, slots=True)
class Taken:
    """What came with pages into the book, as the book's own objects."""

    pages: tuple[Dictionary, ...]
    tree: Dictionary | None
    language: str


def take_pages(book: Pdf, source: Pdf, sheet: Sheet, *, tagged: bool) -> Taken:
    """Put all pages of `source` into the book after the attachment's sheet; answer them with their structure tree.

    All is copied in one go, as plain objects: copied page by page, every reference to a page that isn't there yet
    would become nothing, and with it links and tags. The source can't be used afterwards.
    """
    pages = [page.obj for page in source.pages]
    for own in pages:
        _make_free(own)
    along = {name: value for name, value in belongings(source).items() if tagged or name != "/StructTreeRoot"}
    copied = book.copy_foreign(source.make_indirect(Dictionary({"/Pages": Array(pages), **along})))
    taken = dictionaries(copied.Pages)
    for place, page in enumerate(taken):
        page.Type = Name.Page
        book.pages.insert(sheet.number + place, Page(page))
    targets = {**name_tree(copied.get("/Names")), **_old_names(copied.get("/Dests"))}
    bookmarks = hang_below(sheet.bookmark, copied.get("/Outlines"))
    for each in [*bookmarks, *(each for page in taken for each in dictionaries(page.get("/Annots")))]:
        _tame(each, targets)
    _keep_layers(book, copied.get("/OCProperties"))
    _keep_fields(book, copied.get("/AcroForm"), sheet.label)
    language = source.Root.get("/Lang")
    tree = copied.get("/StructTreeRoot")
    return Taken(
        tuple(taken),
        tree if isinstance(tree, Dictionary) else None,
        str(language) if isinstance(language, String) else "",
    )


def _make_free(page: Object) -> None:
    """Take a page out of its file's page tree: it keeps what it inherited, and is no page until it is put in."""
    holder: Object = page
    for _ in range(DEEPEST):
        above = holder.get("/Parent")
        if not isinstance(above, Dictionary):
            break
        holder = above
        for name in INHERITED:
            if name in holder and name not in page:
                page[name] = holder[name]
    for name in ("/Parent", "/Type", "/AA", "/B"):
        if name in page:
            del page[name]
    _mend(page)


def _mend(page: Object) -> None:
    """Take away what makes no sense where a page says how big it is and what is drawn on it."""
    for name in ("/MediaBox", "/CropBox"):
        box = page.get(name)
        sides = list(box) if isinstance(box, Array) else []
        if name in page and not (len(sides) == 4 and all(isinstance(each, int | Decimal) for each in sides)):
            del page[name]
    if "/MediaBox" not in page:
        page.MediaBox = Array(A4)
    drawn = page.get("/Contents")
    if isinstance(drawn, Array):
        page.Contents = Array([each for each in drawn if isinstance(each, Stream)])
    elif drawn is not None and not isinstance(drawn, Stream):
        del page.Contents


def _old_names(value: Object | None) -> dict[bytes, Object]:
    """Answer the named targets of PDF 1.1, which are names rather than strings."""
    return {key[1:].encode(): each for key, each in value.items()} if isinstance(value, Dictionary) else {}


def _tame(link: Dictionary, targets: dict[bytes, Object]) -> None:
    """Make an annotation's or a bookmark's link by name direct (two attachments may use one name); no scripts."""
    if "/AA" in link:
        del link["/AA"]
    action = link.get("/A")
    if isinstance(action, Dictionary):
        if any(str(each.get("/S")) in FORBIDDEN for each in _chain(action)):
            del link["/A"]
        elif action.get("/S") == Name.GoTo and "/D" in action:
            _make_direct(action, "/D", targets)
    if "/Dest" in link:
        _make_direct(link, "/Dest", targets)


def _chain(action: Dictionary) -> Iterator[Dictionary]:
    """Answer an action and those it says come next."""
    left = [action]
    for _ in range(DEEPEST):
        if not left:
            return
        each = left.pop()
        yield each
        left.extend(dictionaries(each.get("/Next")))


def _make_direct(holder: Dictionary, name: str, targets: dict[bytes, Object]) -> None:
    target: Object | None = holder[name]
    if isinstance(target, Name):
        target = targets.get(str(target)[1:].encode())
    elif isinstance(target, String):
        target = targets.get(bytes(target))
    if isinstance(target, Dictionary):
        target = target.get("/D")
    if isinstance(target, Array):
        holder[name] = target
    else:
        del holder[name]


def _keep_layers(book: Pdf, theirs: Object | None) -> None:
    """Without its list of layers, what an attachment hides would be shown."""
    if not isinstance(theirs, Dictionary):
        return
    groups = dictionaries(theirs.get("/OCGs"))
    default = theirs.get("/D")
    default = default if isinstance(default, Dictionary) else Dictionary()
    hidden = dictionaries(default.get("/OFF"))
    if default.get("/BaseState") == Name.OFF:
        shown = {each.objgen for each in dictionaries(default.get("/ON"))}
        hidden = [each for each in groups if each.objgen not in shown]
    if "/OCProperties" not in book.Root:
        empty = Dictionary(Name=String("Bilag"), OFF=Array(), Order=Array())
        book.Root.OCProperties = book.make_indirect(Dictionary(OCGs=Array(), D=empty))
    ours = book.Root.OCProperties
    ours.OCGs.extend(groups)
    ours.D.OFF.extend(hidden)
    ours.D.Order.extend(_or_empty(default.get("/Order")))


def _keep_fields(book: Pdf, theirs: Object | None, label: str) -> None:
    """Put an attachment's fields below a field of its own: two attachments may have fields of one name."""
    if not isinstance(theirs, Dictionary):
        return
    fields = dictionaries(theirs.get("/Fields"))
    if not fields:
        return
    if "/AcroForm" not in book.Root:
        book.Root.AcroForm = book.make_indirect(Dictionary(Fields=Array(), DR=Dictionary(Font=Dictionary())))
    ours = book.Root.AcroForm
    name = f"{len(ours.Fields) + 1} {label}".replace(".", " ")
    parent = book.make_indirect(Dictionary(T=String(name), Kids=Array(fields)))
    for field in fields:
        field.Parent = parent
    _without_seals(fields)
    ours.Fields.append(parent)
    resources = theirs.get("/DR")
    fonts = resources.get("/Font") if isinstance(resources, Dictionary) else None
    for font, value in fonts.items() if isinstance(fonts, Dictionary) else ():
        if font not in ours.DR.Font:
            ours.DR.Font[font] = value


def _without_seals(fields: Sequence[Dictionary]) -> None:
    """Take digital signatures out: in another file they would all be shown as broken. And scripts of fields."""
    left = list(fields)
    seen = set()
    while left:
        field = left.pop()
        if field.objgen in seen:
            continue
        seen.add(field.objgen)
        for name in ("/AA", "/V") if field.get("/FT") == Name.Sig else ("/AA",):
            if name in field:
                del field[name]
        left.extend(each for each in dictionaries(field.get("/Kids")) if "/T" in each or "/Kids" in each)


def _or_empty(value: Object | None) -> list[Object]:
    return list(value) if isinstance(value, Array) else []
