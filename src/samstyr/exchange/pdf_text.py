"""The words of a PDF in lines from top to bottom; columns stay divided by wide space."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from samstyr.exchange.unreadable import UnreadableDocumentError

MOST_PAGES: Final = 500  # of a PDF; a national board's minutes with all attachments have about 300
_WIDE = 2.2  # times the width of a letter: a gap that divides columns
_NEW_BLOCK = 1.7  # times the height of a line: a gap that divides paragraphs


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF, and the numbers, from 1, of the pages that are pictures without text."""

    text: str
    pictures: tuple[int, ...]


def text_of_pdf(content: bytes) -> PdfText:
    """The text, a form feed between pages. A scan without text, a file that asks for a password, and one of more
    than MOST_PAGES pages are refused.
    """
    try:
        # Not closed: closing lists all pages, and there may be a million of them. It holds nothing but memory.
        found = _pages(pdfplumber.open(io.BytesIO(content)))
    except PDFPasswordIncorrect as problem:
        raise _locked() from problem
    except PdfminerException as problem:
        if any(
            isinstance(cause, PDFPasswordIncorrect)
            for cause in (*problem.args, problem.__cause__, problem.__context__)
        ):
            raise _locked() from problem
        raise _damaged() from problem
    except (
        ValueError,
        KeyError,
        TypeError,
        AssertionError,
        IndexError,
        AttributeError,
        RecursionError,
        PSException,
    ) as problem:
        # The parser meets broken files with many errors of its own.
        raise _damaged() from problem
    if not found:
        raise _damaged()
    if not any(page.text.strip() for page in found):
        raise UnreadableDocumentError(
            "is a scan: its pages are pictures without text",
            "read its text with a scanner program first",
            "scan",
        )
    return PdfText(
        "\n\f".join(f"{page.text}\n" for page in found),
        tuple(number for number, page in enumerate(found, start=1) if page.is_picture),
    )


@dataclass(frozen=True, slots=True)
class _Page:
    text: str
    is_picture: bool


def _pages(pdf: PDF) -> list[_Page]:
    """The pages one by one; what the parser keeps of a page is let go before the next, or memory would grow."""
    found = []
    for number, page in enumerate(PDFPage.create_pages(pdf.doc), start=1):
        if number > MOST_PAGES:
            raise UnreadableDocumentError(
                f"has more than {MOST_PAGES} pages", "give the minutes without their attachments", "too-long"
            )
        one = Page(pdf, page, page_number=number, initial_doctop=0)
        text = "\n".join(_lines_of(one))
        found.append(_Page(text, is_picture=not text.strip() and bool(one.images)))
        one.close()
    return found


def _damaged() -> UnreadableDocumentError:
    return UnreadableDocumentError("is a damaged PDF", "make the PDF again from its source", "damaged-pdf")


def _locked() -> UnreadableDocumentError:
    return UnreadableDocumentError("is protected by a password", "save it without protection", "locked")


def _lines_of(page: Any) -> Iterator[str]:
    """The lines of a page, an empty one where the gap is that of a paragraph."""
    words = page.extract_words(
        keep_blank_chars=False, use_text_flow=False, x_tolerance_ratio=0.2, y_tolerance=3
    )
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda each: (each["bottom"], each["x0"])):
        if rows and abs(rows[-1][0]["bottom"] - word["bottom"]) < 0.4 * (word["bottom"] - word["top"] or 1):
            rows[-1].append(word)
        else:
            rows.append([word])
    last: dict[str, Any] | None = None
    for row in rows:
        row.sort(key=lambda each: each["x0"])
        height = max(each["bottom"] - each["top"] for each in row)
        if last is not None and row[0]["bottom"] - last["bottom"] > _NEW_BLOCK * height:
            yield ""
        last = row[0]
        yield _line(row)


def _line(row: list[dict[str, Any]]) -> str:
    text = row[0]["text"]
    for before, word in pairwise(row):
        letter = (before["x1"] - before["x0"]) / max(len(before["text"]), 1)
        text += ("    " if word["x0"] - before["x1"] > _WIDE * max(letter, 3) else " ") + word["text"]
    return str(text)
