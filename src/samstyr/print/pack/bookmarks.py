"""Hang an attachment's own bookmarks below the bookmark of its sheet.

Source: ISO 32000-1:2008, 12.3.3 (document outline).
"""

from typing import Final

from pikepdf import Array, Dictionary, Object, Pdf

from samstyr.print.pack.trees import Place

MOST: Final = 2_000  # bookmarks of one attachment; beyond that nobody looks through them


def entries_by_page(book: Pdf) -> dict[Place, Dictionary]:
    """Answer our bookmarks by the page they lead to; where several lead to one, the last."""
    found = {}
    for entry in _all_below(book.Root.get("/Outlines")):
        target = entry.get("/Dest")
        if isinstance(target, Array) and isinstance(target[0], Dictionary):
            found[target[0].objgen] = entry
    return found


def hang_below(entry: Dictionary, theirs: Object | None) -> list[Dictionary]:
    """Put the bookmarks of a copied outline below one of ours, closed; answer all of them.

    The chains between them are made anew: in a broken file they run in circles or end in nothing.
    """
    seen: set[Place] = set()
    everything: list[Dictionary] = []
    left = [(entry, theirs)]
    while left:
        above, source = left.pop()
        below = _row(source, seen)[: MOST - len(everything)]
        everything.extend(below)
        for name in ("/First", "/Last", "/Count"):
            if name in above and above is not entry:
                del above[name]
        left.extend((each, Dictionary(First=each.First)) for each in below if "/First" in each)
        _chain(above, below)
    return everything


def _chain(above: Dictionary, below: list[Dictionary]) -> None:
    if not below:
        return
    above.First, above.Last, above.Count = below[0], below[-1], -len(below)
    for place, each in enumerate(below):
        each.Parent = above
        for name, neighbour in (("/Prev", place - 1), ("/Next", place + 1)):
            if 0 <= neighbour < len(below):
                each[name] = below[neighbour]
            elif name in each:
                del each[name]


def _row(holder: Object | None, seen: set[Place]) -> list[Dictionary]:
    """Answer the bookmarks of one level that weren't met before."""
    row: list[Dictionary] = []
    each = holder.get("/First") if isinstance(holder, Dictionary) else None
    while isinstance(each, Dictionary) and each.is_indirect and each.objgen not in seen:
        seen.add(each.objgen)
        if "/Title" in each:
            row.append(each)
        each = each.get("/Next")
    return row


def _all_below(holder: Object | None) -> list[Dictionary]:
    """Answer our own bookmarks, which are well made."""
    return [entry for each in _row(holder, set()) for entry in (each, *_all_below(each))]
