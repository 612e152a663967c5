"""The words of a PDF in lines from top to bottom; columns stay divided by wide space."""

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from samstyr.exchange.unreadable import UnreadableDocumentError

_WIDE = 2.2  # times the width of a letter: a gap that divides columns
_NEW_BLOCK = 1.7  # times the height of a line: a gap that divides paragraphs


def text_of_pdf(content: bytes) -> str:
    """The text, a form feed between pages. A scan without text and a file that asks for a password are
    refused.
    """
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            pages = ["\n".join(_lines_of(page)) for page in pdf.pages]
    except PDFPasswordIncorrect as problem:
        raise _locked() from problem
    except PdfminerException as problem:
        if any(
            isinstance(cause, PDFPasswordIncorrect)
            for cause in (*problem.args, problem.__cause__, problem.__context__)
        ):
            raise _locked() from problem
        raise UnreadableDocumentError("is a damaged PDF", "make the PDF again from its source") from problem
    except (
        ValueError,
        KeyError,
        TypeError,
        AssertionError,
        IndexError,
        AttributeError,
        RecursionError,
    ) as problem:
        # The parser meets broken files with many errors of its own.
        raise UnreadableDocumentError("is a damaged PDF", "make the PDF again from its source") from problem
    if not any(page.strip() for page in pages):
        raise UnreadableDocumentError(
            "is a scan: its pages are pictures without text", "read its text with a scanner program first"
        )
    return "\n\f".join(f"{page}\n" for page in pages)


def _locked() -> UnreadableDocumentError:
    return UnreadableDocumentError("is protected by a password", "save it without protection")


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
