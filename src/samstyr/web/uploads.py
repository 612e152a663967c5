"""Documents that a person hands in: taken, or refused with what to do about it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import IO, Any, Final, cast

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from samstyr.exchange.document_text import LARGEST, check_upload
from samstyr.exchange.refusals import reason
from samstyr.exchange.unpacking import LARGEST_TOGETHER, MOST_FILES, Refused, is_zip, unpacked
from samstyr.exchange.unreadable import UnreadableDocumentError
from samstyr.meetings.services import HandedIn
from samstyr.platform.errors import InputError

MEDIA_TYPE: Final = re.compile(r"[a-z]+/[a-z0-9.+-]+")
LONGEST_NAME: Final = 200
ANYTHING: Final = "application/octet-stream"


def document_of(upload: "UploadedFile[Any] | None") -> tuple[str, bytes]:
    """Answer name and bytes of a document that was handed in; raise InputError where it is refused."""
    if upload is None:
        raise InputError(_("Choose a document to hand in."))
    if (upload.size or 0) > LARGEST:
        raise InputError(reason("too-large"))
    name = unicodedata.normalize("NFC", upload.name or "")  # some systems write å as two signs
    content = bytes(upload.read())
    try:
        check_upload(name, content)
    except UnreadableDocumentError as problem:
        raise InputError(reason(problem.code)) from problem
    return name, content


def is_batch(uploads: Sequence["UploadedFile[Any]"]) -> bool:
    """Tell whether what was handed in is many documents: several files, or a zip of them."""
    return len(uploads) > 1 or any(_is_zip(each) for each in uploads)


def documents_of(uploads: Sequence["UploadedFile[Any]"]) -> Iterator[HandedIn]:
    """Answer the documents of a batch one by one, each whole or with why it is refused.

    Raises InputError where there are too many, where they are too large together, and for a zip that is refused whole.
    """
    if len(uploads) > MOST_FILES:
        raise InputError(reason("too-many"))
    if sum(each.size or 0 for each in uploads) > LARGEST_TOGETHER:
        raise InputError(reason("too-much-together"))
    zips = [each for each in uploads if _is_zip(each)]
    if zips and len(uploads) > 1:
        raise InputError(reason("zip-alone"))
    return _of_zip(zips[0]) if zips else _of_files(uploads)


def _of_files(uploads: Sequence["UploadedFile[Any]"]) -> Iterator[HandedIn]:
    for each in uploads:
        try:
            name, content = document_of(each)
        except InputError as problem:
            yield HandedIn((each.name or "")[:LONGEST_NAME], refused=str(problem))
        else:
            yield HandedIn(name, content)


def _of_zip(upload: "UploadedFile[Any]") -> Iterator[HandedIn]:
    try:
        for each in unpacked(cast(IO[bytes], upload)):
            if isinstance(each, Refused):
                yield HandedIn(each.name, refused=reason(each.code))
            else:
                yield HandedIn(each.name, each.content)
    except UnreadableDocumentError as problem:
        raise InputError(reason(problem.code)) from problem


def _is_zip(upload: "UploadedFile[Any]") -> bool:
    start = upload.read(4)
    upload.seek(0)
    return is_zip(upload.name or "", start)


def file_of(upload: "UploadedFile[Any]") -> tuple[str, str, bytes]:
    """Answer name, media type and bytes of a file of any kind; it is only ever handed out as a file."""
    said = (upload.content_type or "").lower()
    name = unicodedata.normalize("NFC", upload.name or "")
    return name, said if MEDIA_TYPE.fullmatch(said) else ANYTHING, bytes(upload.read())
