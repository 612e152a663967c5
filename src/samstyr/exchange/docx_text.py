"""The words of a Word document in their order, with the numbers that Word itself puts before headings and
lists.
"""

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from samstyr.exchange.unreadable import UnreadableDocumentError

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_INHERITANCE = 12  # styles based on styles: no document goes deeper, a damaged one may go round


def text_of_docx(content: bytes) -> str:
    """Paragraphs and tables as lines; cells of a row are divided by tabs, cells of several paragraphs come
    one by one.
    """
    try:
        document = docx.Document(io.BytesIO(content))
        numbers = _Numbers(document)
        return "\n".join(_lines(document, numbers)) + "\n"
    except (KeyError, ValueError, TypeError, AttributeError, SyntaxError, OSError) as problem:
        # lxml's XMLSyntaxError is a SyntaxError; python-docx meets missing parts with the others.
        raise UnreadableDocumentError(
            "is a damaged Word file", "open and save it again in Word", "damaged"
        ) from problem


def _lines(container: Any, numbers: "_Numbers") -> Iterator[str]:
    for block in container.iter_inner_content():
        if isinstance(block, Paragraph):
            yield from _paragraph(block, numbers)
        elif isinstance(block, Table):
            yield from _table(block, numbers)


def _paragraph(paragraph: Paragraph, numbers: "_Numbers") -> Iterator[str]:
    words = _words(paragraph._p)
    if not words.strip():
        yield ""
        return
    first, *others = words.split("\n")
    yield numbers.before(paragraph) + first
    yield from others


def _words(element: Any) -> str:
    """The words as they stand after accepted changes: inserted ones in, deleted ones and fallbacks out."""
    parts: list[str] = []
    for node in element.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen")):
        ancestors = {ancestor.tag for ancestor in node.iterancestors() if ancestor is not element}
        if (
            qn("w:del") in ancestors
            or qn("w:pPr") in ancestors
            or any(str(tag).endswith("}Fallback") for tag in ancestors)
        ):
            continue
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag == qn("w:tab"):
            parts.append("\t")
        elif node.tag == qn("w:noBreakHyphen"):
            parts.append("-")
        else:
            parts.append("\n")
    return "".join(parts)


def _table(table: Table, numbers: "_Numbers") -> Iterator[str]:
    for row in table.rows:
        seen: set[int] = set()
        cells: list[list[str]] = []
        for cell in row.cells:
            if id(cell._tc) not in seen:
                seen.add(id(cell._tc))
                cells.append([line for line in _lines(cell, numbers) if line.strip()])
        if all(len(cell) <= 1 for cell in cells):
            yield "\t".join(cell[0] if cell else "" for cell in cells).strip("\t")
        else:
            for cell in cells:
                yield from cell
    yield ""


class _Numbers:
    """Counts the numbered paragraphs of a document as Word does."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        try:
            numbering = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return  # a document without lists has no such part
        for number in numbering.iter(qn("w:num")):
            target = number.find(qn("w:abstractNumId"))
            if target is not None:
                self._abstract[number.get(qn("w:numId"))] = target.get(qn("w:val"))
        for abstract in numbering.iter(qn("w:abstractNum")):
            name = abstract.get(qn("w:abstractNumId"))
            for level in abstract.iter(qn("w:lvl")):
                place = int(level.get(qn("w:ilvl")) or 0)
                self._levels[name, place] = (
                    _value(level, "w:numFmt", "decimal"),
                    _value(level, "w:lvlText", ""),
                    _whole(_value(level, "w:start", "1")),
                )

    def before(self, paragraph: Paragraph) -> str:
        """The number and a space (``2.1 ``), a bullet, or nothing."""
        found = self._of(paragraph)
        if found is None:
            return ""
        name, place = found
        level = self._levels.get((name, place))
        if level is None or level[0] == "none":
            return ""
        if level[0] == "bullet":
            return "• "
        counts = self._counts.setdefault(name, {})
        counts[place] = counts.get(place, level[2] - 1) + 1
        for deeper in [each for each in counts if each > place]:
            del counts[deeper]
        text = level[1]
        for each in range(place + 1):
            form, _, start = self._levels.get((name, each), level)
            text = text.replace(f"%{each + 1}", _shown(counts.get(each, start), form))
        return f"{text} " if text else ""

    def _of(self, paragraph: Paragraph) -> tuple[str, int] | None:
        """The list a paragraph is in, by itself or by its style, and how deep."""
        style: Any = paragraph.style
        properties = [paragraph._p.pPr]
        for _ in range(_INHERITANCE):
            if style is None:
                break
            properties.append(style.element.find(qn("w:pPr")))
            style = style.base_style
        place: int | None = None
        for each in properties:
            numbered = each.find(qn("w:numPr")) if each is not None else None
            if numbered is None:
                continue
            level, number = numbered.find(qn("w:ilvl")), numbered.find(qn("w:numId"))
            if place is None and level is not None:
                place = _whole(level.get(qn("w:val")))
            if number is not None:
                name = self._abstract.get(number.get(qn("w:val")))
                return (name, place or 0) if name is not None else None
        return None


def _value(level: Any, name: str, otherwise: str) -> str:
    found = level.find(qn(name))
    value = found.get(qn("w:val")) if found is not None else None
    return otherwise if value is None else str(value)


def _whole(text: str | None) -> int:
    return int(text) if text and text.lstrip("-").isdigit() else 0


def _shown(number: int, form: str) -> str:
    if form.endswith("Letter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman"):
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (number // value)
            number %= value
        return roman.upper() if form.startswith("upper") else roman
    return f"{number:02d}" if form == "decimalZero" else str(number)
