"""Write the pack's page numbers on attachments' pages.

The pack is numbered through, so that "side 143" is the same on paper, on the screen's page list and in the
agenda's links; no page labels are needed for it. On an attachment's pages the number is a small stamp in the lower
right corner, marked as an artifact: it changes no tag, and a screen reader does not read it on every page.
"""

from collections.abc import Sequence
from typing import Final

from pikepdf import Dictionary, Name, Page, Pdf

EDGE: Final = 12.0  # points from the page's edges
NARROWEST: Final = 220.0  # a page smaller than this, in points, has no room for a stamp


def stamp_pages(book: Pdf, pages: Sequence[Dictionary], stamps: Sequence[Page], first: int) -> None:
    """Put on each page the stamp at the same place of `stamps`, whose pages belong to another PDF.

    `first`: a number for the first page that no other stamp has. Pages may share their resources, so each stamp
    has a name of its own.
    """
    for number, (each, stamp) in enumerate(zip(pages, stamps, strict=True), first):
        page = Page(each)
        box = [float(side) for side in page.cropbox]
        left, right = sorted((box[0], box[2]))
        bottom, top = sorted((box[1], box[3]))
        if min(right - left, top - bottom) < NARROWEST:
            continue
        width = float(stamp.mediabox[2])
        turned = {
            0: (1, 0, 0, 1, right - EDGE - width, bottom + EDGE),
            90: (0, 1, -1, 0, right - EDGE, top - EDGE - width),
            180: (-1, 0, 0, -1, left + EDGE + width, top - EDGE),
            270: (0, -1, 1, 0, left + EDGE, bottom + EDGE + width),
        }
        matrix = turned[_turn(each)]
        if "/Resources" not in each:
            each.Resources = Dictionary()
        form = book.copy_foreign(stamp.as_form_xobject())
        name = page.add_resource(form, Name.XObject, Name(f"/SamstyrStamp{number}"))
        placed = " ".join(f"{part:.3f}" for part in matrix)
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(
            f"\nQ\n/Artifact <</Type /Pagination>> BDC q {placed} cm {name} Do Q EMC\n".encode()
        )


def _turn(page: Dictionary) -> int:
    turn = page.get("/Rotate", 0)
    return int(turn) % 360 // 90 * 90 if isinstance(turn, int) else 0
