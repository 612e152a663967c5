"""Read an attachment: can its pages go into the pack, must a page of ours stand for it, or is it kept as a file?

What comes from outside may be empty, broken, locked or something else than its name says. None of that stops a
pack: the attachment gets a page that says so.
"""

import io
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath
from typing import Final

import pikepdf
from PIL import Image, ImageOps, UnidentifiedImageError

from samstyr.print.pack.chains import hangs_too_long
from samstyr.print.pack.content import PackAttachment

TEXT_TYPES: Final = {"text/plain", "text/markdown"}
TEXT_ENDINGS: Final = {".txt", ".md"}
LONGEST_TEXT: Final = (
    300_000  # characters: about a hundred pages, beyond which a file is better read as a file
)
PICTURES: Final = {f"image/{kind}" for kind in ("png", "jpeg", "gif", "webp", "bmp", "tiff")}
PHOTOGRAPHS: Final = {"JPEG", "MPO"}
MOST_PIXELS: Final = 60_000_000
PAPER: Final = (154.0, 195.0)  # what a page leaves for a picture, in millimetres
COARSEST: Final = 150 / 25.4  # pixels a millimetre: a picture is not blown up beyond 150 dots an inch,
FINEST: Final = 220 / 25.4  # and on paper nobody sees more than 220


class Form(StrEnum):
    """How an attachment comes into the pack."""

    PAGES = "pages"
    TEXT = "text"
    PICTURE = "picture"
    FILE = "file"
    REFUSED = "refused"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Reading:
    """An attachment as read. `picture`: ready to be set, `width` millimetres wide; `reason`: why it was refused."""

    attachment: PackAttachment
    form: Form
    pdf: pikepdf.Pdf | None = None
    pages: int = 0
    tagged: bool = False
    signed: bool = False
    text: str = ""
    picture: bytes = field(default=b"", repr=False)
    ending: str = ""
    width: float = 0
    reason: str = ""


def read(attachment: PackAttachment) -> Reading:
    """Answer how an attachment comes into the pack. What is broken is refused with a reason, never an exception."""
    content = attachment.content
    if content is None:
        return Reading(attachment, Form.NAMED)
    ending = PurePath(attachment.filename).suffix.lower()
    if not content:
        return _refused(attachment, "Filen er tom.")
    if b"%PDF-" in content[:1024] or attachment.media_type == "application/pdf" or ending == ".pdf":
        return _pdf(attachment, content)
    if attachment.media_type in TEXT_TYPES or (not attachment.media_type and ending in TEXT_ENDINGS):
        return _text(attachment, content)
    if attachment.media_type in PICTURES:
        return _picture(attachment, content)
    return Reading(attachment, Form.FILE)


def _refused(attachment: PackAttachment, reason: str) -> Reading:
    return Reading(attachment, Form.REFUSED, reason=reason)


def _pdf(attachment: PackAttachment, content: bytes) -> Reading:
    try:
        pdf = pikepdf.open(io.BytesIO(content))
        pages = len(pdf.pages)
        # Written once for nothing: only so is every object read, and the pack can't break on one of them later.
        pdf.save(io.BytesIO(), compress_streams=False, preserve_pdfa=False, fix_metadata_version=False)
    except pikepdf.PasswordError:
        return _refused(attachment, "Filen er beskyttet med adgangskode.")
    except (pikepdf.PdfError, ValueError, RuntimeError):
        return _refused(attachment, "Filen er beskadiget og kan ikke læses som PDF.")
    if not pages:
        return _refused(attachment, "Filen har ingen sider.")
    if hangs_too_long(pdf):
        return Reading(attachment, Form.FILE)
    return Reading(
        attachment, Form.PAGES, pdf=pdf, pages=pages, tagged=_has_tags(pdf), signed=_is_signed(pdf)
    )


def _has_tags(pdf: pikepdf.Pdf) -> bool:
    """A file is tagged if its tree has elements and a way from the pages back to them."""
    tree = pdf.Root.get("/StructTreeRoot")
    return (
        isinstance(tree, pikepdf.Dictionary)
        and isinstance(tree.get("/K"), pikepdf.Dictionary | pikepdf.Array)
        and bool(len(tree.K))
        and isinstance(tree.get("/ParentTree"), pikepdf.Dictionary)
    )


def _is_signed(pdf: pikepdf.Pdf) -> bool:
    form = pdf.Root.get("/AcroForm")
    flags = form.get("/SigFlags", 0) if isinstance(form, pikepdf.Dictionary) else 0
    return isinstance(flags, int) and bool(flags & 1)


def _text(attachment: PackAttachment, content: bytes) -> Reading:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if len(text) > LONGEST_TEXT:
        return Reading(attachment, Form.FILE)
    if not text.strip():
        return _refused(attachment, "Filen er tom.")
    return Reading(attachment, Form.TEXT, text=text)


def _picture(attachment: PackAttachment, content: bytes) -> Reading:
    """Draw a picture anew: upright, no finer than paper shows, without what a camera writes about the place."""
    try:
        with Image.open(io.BytesIO(content)) as image:
            pages = (
                getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
            )  # others count moving pictures
            if pages > 1 or image.width * image.height > MOST_PIXELS:
                return Reading(attachment, Form.FILE)
            ending = "jpg" if image.format in PHOTOGRAPHS else "png"
            upright = ImageOps.exif_transpose(image).convert(_mode(image))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return _refused(attachment, "Filen er beskadiget og kan ikke læses som billede.")
    width = min(PAPER[0], upright.width / COARSEST, PAPER[1] * upright.width / upright.height)
    upright.thumbnail((round(PAPER[0] * FINEST), round(PAPER[1] * FINEST)))
    stream = io.BytesIO()
    upright.save(stream, "JPEG" if ending == "jpg" else "PNG", quality=90)
    return Reading(attachment, Form.PICTURE, picture=stream.getvalue(), ending=ending, width=width)


def _mode(image: Image.Image) -> str:
    if image.format not in PHOTOGRAPHS and image.has_transparency_data:
        return "RGBA"
    return "L" if image.mode in ("L", "1") else "RGB"
