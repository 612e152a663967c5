"""What is said to a person whose document was refused: one sentence for each code, with what to do."""

from typing import Final

from django.utils.translation import gettext_lazy

from samstyr.exchange.document_text import LARGEST, LONGEST, TYPES
from samstyr.exchange.pdf_text import MOST_PAGES
from samstyr.exchange.unpacking import LARGEST_TOGETHER, MOST_FILES

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
    "damaged-pdf": gettext_lazy("The PDF is damaged. Make it again from its source."),
    "scan": gettext_lazy(
        "The PDF is a scan: its pages are pictures without text. Have its text read by a scanner program first."
    ),
    "too-long": gettext_lazy(
        "The document is too long: at most {pages} pages of PDF and {characters} characters of text. "
        "Hand in the minutes of one meeting without attachments."
    ),
    "too-hard": gettext_lazy(
        "The document takes too long or too much memory to read, or breaks its reader. Open it in the program it was "
        "made with, and save it anew without pictures and attachments."
    ),
    "text-damaged": gettext_lazy("The text is damaged UTF-16. Save it as UTF-8."),
    "unopened": gettext_lazy("The file can't be opened. Check that it is there and that you may read it."),
    "changed": gettext_lazy("The file was changed while it was read. Run the import again."),
    "too-many": gettext_lazy("There are more than {files} documents. Hand in the rest in another batch."),
    "too-much-together": gettext_lazy(
        "The documents are together larger than {together} MB. Hand in the rest in another batch."
    ),
    "bomb": gettext_lazy("The file is much larger unpacked than packed. Hand it in by itself, unpacked."),
    "zip-in-zip": gettext_lazy("A zip inside a zip is not unpacked. Unpack it first."),
    "zip-locked": gettext_lazy("The file is protected by a password in the zip. Pack it without."),
    "zip-damaged": gettext_lazy("The zip is damaged. Pack it again."),
    "zip-alone": gettext_lazy("Hand in one zip by itself, or documents without a zip."),
    "damaged": gettext_lazy("The Word file is damaged. Open it in Word, and save it again."),
    "no-word-file": gettext_lazy("The file is a package, but no Word document. Save it as .docx."),
    "old-office": gettext_lazy("The file is from an old version of Office. Save it as .docx."),
    "rich-text": gettext_lazy("The file is rich text. Save it as .docx."),
    "picture": gettext_lazy("The file is a picture. Have its text read by a scanner program first."),
    "program": gettext_lazy("The file is a program. Hand in a document."),
    "unreadable": gettext_lazy("The document can't be read. Open it, and save it anew."),
    "compressed": gettext_lazy("The file is compressed. Unpack it first."),
}


def reason(code: str) -> str:
    """Answer why a document is refused, and what to do, in the reader's language."""
    return str(SAID[code]).format(
        types=", ".join(TYPES),
        most=LARGEST // 1024**2,
        pages=MOST_PAGES,
        characters=f"{LONGEST:,}".replace(",", "."),
        files=MOST_FILES,
        together=LARGEST_TOGETHER // 1024**2,
    )
