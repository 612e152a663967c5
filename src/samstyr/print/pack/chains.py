"""Notice files whose objects hang together in so long a chain that copying them would end the process.

qpdf copies an object by copying what it refers to first, one call inside the other; a file made to harm, or by a
careless program, can so use up the stack, which no exception reports.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

BELONGINGS: Final = ("/StructTreeRoot", "/AcroForm", "/OCProperties", "/Dests", "/Outlines")
LONGEST: Final = 10_000  # a stack of 2 MB, the smallest a server's thread has, holds 15,000


def hangs_too_long(pdf: Pdf, longest: int = LONGEST) -> bool:
    """Answer whether following a file's references from its pages goes deeper than `longest` objects."""
    if len(pdf.objects) <= longest:
        return False
    return _depth_exceeds([*(page.obj for page in pdf.pages), *belongings(pdf).values()], longest)


def belongings(pdf: Pdf) -> dict[str, Object]:
    """Answer what goes into a pack with a file's pages, by its name in the catalogue; of names, only targets."""
    found = {name: pdf.Root.get(name) for name in BELONGINGS}
    names = pdf.Root.get("/Names")
    found["/Names"] = names.get("/Dests") if isinstance(names, Dictionary) else None
    return {name: value for name, value in found.items() if isinstance(value, Dictionary)}


def _depth_exceeds(objects: Iterable[object], longest: int) -> bool:
    seen: set[tuple[int, int]] = set()
    path: list[Iterator[object]] = [iter(objects)]
    while path:
        for each in path[-1]:
            if _is_new(each, seen):
                path.append(iter(_held(each)))
                break
        else:
            path.pop()
        if len(path) > longest:
            return True
    return False


def _is_new(each: object, seen: set[tuple[int, int]]) -> bool:
    if not isinstance(each, Dictionary | Array | Stream):
        return False
    if not each.is_indirect:
        return True
    new = each.objgen not in seen and not _is_above_pages(each)
    seen.add(each.objgen)
    return new


def _is_above_pages(each: Object) -> bool:
    """The tree that holds the pages is not copied with them."""
    return isinstance(each, Dictionary) and each.get("/Type") == Name.Pages


def _held(each: object) -> list[object]:
    if isinstance(each, Array):
        return list(each)
    if isinstance(each, Dictionary | Stream):
        return [each[name] for name in each.keys()]  # noqa: SIM118, a stream is no mapping
    return []
