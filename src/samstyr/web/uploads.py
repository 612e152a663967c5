"""What is said to a person whose document was refused."""

import re
import unicodedata
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samstyr.exchange.document_text import LARGEST, TYPES, check_upload
from samstyr.exchange.unreadable import UnreadableDocumentError
from samstyr.platform.errors import InputError

MEDIA_TYPE: Final = re.compile(r"[a-z]+/[a-z0-9.+-]+")
ANYTHING: Final = "application/octet-stream"
SAID: Final = {
    "name": gettext_lazy(
        "The file name has hidden characters or parts of a path. Give the file a plain name."
    ),
    "type": gettext_lazy("Only these kinds are read: {types}. Save the document as one of them."),
    "other-type": gettext_lazy(
        "The content is not of the kind the file name says. Save the document anew as one of {types}."
    ),
    "empty": gettext_lazy("The file is empty. Choose it again."),
    "too-large": gettext_lazy(
        "The document is too large: at most {most} MB. Hand it in without attachments."
    ),
    "too-much": gettext_lazy(
        "The Word file is much larger unpacked than any document. Hand it in without pictures."
    ),
    "macros": gettext_lazy("The Word file holds macros. Save it as .docx without macros."),
    "locked": gettext_lazy("The document is protected by a password. Save it without protection."),
    "damaged": gettext_lazy("The Word file is damaged. Open it in Word, and save it again."),
    "no-word-file": gettext_lazy("The file is a package, but no Word document. Save it as .docx."),
    "old-office": gettext_lazy("The file is from an old version of Office. Save it as .docx."),
    "rich-text": gettext_lazy("The file is rich text. Save it as .docx."),
    "picture": gettext_lazy("The file is a picture. Have its text read by a scanner program first."),
    "program": gettext_lazy("The file is a program. Hand in a document."),
    "unreadable": gettext_lazy("The document can't be read. Open it, and save it anew."),
    "compressed": gettext_lazy("The file is compressed. Unpack it first."),
}


def document_of(upload: "UploadedFile[Any] | None") -> tuple[str, bytes]:
    """Answer name and bytes of a document that was handed in; raise InputError where it is refused."""
    if upload is None:
        raise InputError(_("Choose a document to hand in."))
    facts = {"types": ", ".join(TYPES), "most": LARGEST // 1024 // 1024}
    if (upload.size or 0) > LARGEST:
        raise InputError(str(SAID["too-large"]).format(**facts))
    name = unicodedata.normalize("NFC", upload.name or "")  # some systems write å as two signs
    content = bytes(upload.read())
    try:
        check_upload(name, content)
    except UnreadableDocumentError as problem:
        raise InputError(str(SAID[problem.code]).format(**facts)) from problem
    return name, content


def file_of(upload: "UploadedFile[Any]") -> tuple[str, str, bytes]:
    """Answer name, media type and bytes of a file of any kind; it is only ever handed out as a file."""
    said = (upload.content_type or "").lower()
    name = unicodedata.normalize("NFC", upload.name or "")
    return name, said if MEDIA_TYPE.fullmatch(said) else ANYTHING, bytes(upload.read())
