"""The words a person sees on a web page, block by block: the document, without the menus and notices around it."""

import html
import re
from dataclasses import dataclass, field
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype, NavigableString, PageElement, Tag

_TAGS_LEFT_OUT = """
script style noscript template head svg nav iframe object button select textarea dialog
"""
_LEFT_OUT = frozenset(_TAGS_LEFT_OUT.split())
_TAGS_OF_BLOCKS = """
address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody tfoot thead tr ul
"""
_BLOCKS = frozenset(_TAGS_OF_BLOCKS.split())
_SPACED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "blockquote"})
# What stands around a document, and never the document itself, by the classes, ids and roles of its tags: names as a
# whole, and words that names are put together of.
_NAMES_AROUND = """
banner contentinfo complementary search searchbox sidebar related share sharing social-share toolbar navigation
"""
_AROUND = frozenset(_NAMES_AROUND.split())
_WORDS_AROUND = (
    "breadcrumb breadcrumbs cookie cookies cookiebanner menu navbar pagination pager newsletter skiplink"
)
_AROUND_IN = frozenset(_WORDS_AROUND.split())
_OUTSIDE = ("header", "footer", "aside")  # of a page; inside a document they belong to it
_MOSTLY: Final = 0.4  # of a page's letters: a part that holds so many is the document, whatever it is called
_SOME: Final = 200  # letters of a main part that is more than a heading
_INLINE_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|span|font|small|sup|sub|a|mark|u|del|ins)(?:\s[^<>]{0,300})?\s*/?>", re.IGNORECASE
)
_LINE_TAG = re.compile(r"<(?:br|/?p|/?div|/?li|/?h[1-6])(?:\s[^<>]{0,300})?\s*/?>", re.IGNORECASE)
_SIGN = re.compile(r"&(?:#\d{1,7}|[A-Za-z]{2,8});")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_CELLS = frozenset({"td", "th"})
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")  # soft hyphens and the like


def text_of_html(content: bytes) -> str:
    """The text with a line for each block, list signs and numbers, and cells of a row divided by tabs."""
    writer = _Writer()
    page = BeautifulSoup(_decoded(content), "html5lib")
    whole = max(len(page.get_text()), 1)
    start = _document(page)
    # The tree is walked with a stack of its own: pages may nest deeper than Python calls.
    stack: list[PageElement | str] = [start]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            if node is not start and (_is_hidden(node) or _is_around(node, whole)):
                continue
            stack.append(_open(node, writer))
            stack.extend(reversed(node.contents))
        elif isinstance(node, NavigableString):
            if not isinstance(node, Comment | Doctype):
                writer.words(str(node))
        elif isinstance(node, str):
            writer.close(node)
    return writer.text()


def _document(page: BeautifulSoup) -> Tag:
    """The part of a page that is the document: its main part, and in that the one article that is most of it."""
    document: Tag = page
    for marks in ({"name": "main"}, {"attrs": {"role": "main"}}):
        main = document.find_all(**marks)
        if len(main) == 1 and isinstance(main[0], Tag) and len(main[0].get_text()) >= _SOME:
            document = main[0]
            break
    articles = document.find_all("article")
    most = _MOSTLY * len(document.get_text())
    if len(articles) == 1 and isinstance(articles[0], Tag) and len(articles[0].get_text()) >= most:
        return articles[0]
    return document


def _is_around(tag: Tag, whole: int) -> bool:
    """Whether a part of a page stands around the document: by its tag, or by what it is called."""
    if tag.name in {"html", "body"}:
        return False
    outside = tag.name in _OUTSIDE and tag.find_parent(["article", "main"]) is None
    if not outside:
        names = _names(tag)
        parts = {part for name in names for part in re.split(r"[-_]+", name)}
        if not names & _AROUND and not parts & _AROUND_IN:
            return False
    return len(tag.get_text()) < _MOSTLY * whole


def _names(tag: Tag) -> set[str]:
    return {str(tag.get(name)).lower() for name in ("id", "role") if tag.get(name)} | {
        str(each).lower() for each in tag.get_attribute_list("class") if each
    }


def _decoded(content: bytes) -> str | bytes:
    """UTF-8 where the bytes are that, whatever the page says; else what it says, and Windows' letters otherwise."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        said = _CHARSET.search(content[:4096])
        if said and said[1].lower().replace(b"-", b"") != b"utf8":
            return content
        return content.decode("cp1252", "replace")


def _open(tag: Tag, writer: "_Writer") -> "_Closing":
    name = tag.name
    if name == "br":
        writer.line()
    elif name == "tr":
        writer.row()
    elif name in _CELLS:
        writer.cell()
    elif name in _BLOCKS:
        writer.block(spaced=name in _SPACED)
    if name == "li":
        writer.words(_sign(tag))
    return _Closing(name)


class _Closing(str):
    """The name of a tag whose content has been written."""

    __slots__ = ()


def _is_hidden(tag: Tag) -> bool:
    style = str(tag.get("style") or "").replace(" ", "").lower()
    return (
        tag.name in _LEFT_OUT
        or tag.has_attr("hidden")
        or tag.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _sign(tag: Tag) -> str:
    """The number or the bullet of a list's line."""
    parent = tag.parent
    if parent is None or parent.name != "ol":
        return "• "
    before = sum(1 for sibling in tag.previous_siblings if isinstance(sibling, Tag) and sibling.name == "li")
    start = str(parent.get("start") or "1")
    own = str(tag.get("value") or "")
    number = int(own) if own.isdigit() else (int(start) if start.isdigit() else 1) + before
    return f"{number}. "


@dataclass(slots=True)
class _Part:
    """The page, or a cell: the lines that are written, and the words of the line that is not."""

    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


class _Writer:
    """Collects words into lines, and the lines of cells into rows."""

    def __init__(self) -> None:
        self._parts = [_Part()]
        self._rows: list[list[list[str]]] = []

    def words(self, text: str) -> None:
        self._parts[-1].words.append(text)

    def line(self) -> None:
        part = self._parts[-1]
        text, part.words = "".join(part.words), []
        for line in _LINE_TAG.sub("\n", text).splitlines() if _LINE_TAG.search(text) else [text]:
            words = " ".join(_undone(line).split())
            if words:
                part.lines.append(words)

    def block(self, *, spaced: bool) -> None:
        part = self._parts[-1]
        sign = "".join(part.words).strip()
        if sign == "•" or (sign.endswith(".") and sign[:-1].isdigit()):
            return  # a paragraph that begins its list's line
        self.line()
        if spaced and part.lines and part.lines[-1]:
            part.lines.append("")

    def row(self) -> None:
        self.line()
        self._rows.append([])

    def cell(self) -> None:
        self._parts.append(_Part())

    def close(self, name: str) -> None:
        if name in _CELLS and len(self._parts) > 1:
            self.line()
            lines = [line for line in self._parts.pop().lines if line]
            if self._rows:
                self._rows[-1].append(lines)
        elif name == "tr" and self._rows:
            self._end_of_row(self._rows.pop())
        elif name in _BLOCKS:
            self.line()

    def _end_of_row(self, cells: list[list[str]]) -> None:
        """Write a row as one line with tabs; one with a cell of several lines, cell by cell."""
        lines = self._parts[-1].lines
        if all(len(cell) <= 1 for cell in cells):
            row = "\t".join(cell[0] if cell else "" for cell in cells).strip("\t")
            lines.extend([row] if row else [])
        else:
            lines.extend(line for cell in cells for line in cell)

    def text(self) -> str:
        self.line()
        return "\n".join(self._parts[0].lines).strip("\n") + "\n"


def _undone(line: str) -> str:
    """Take away tags and signs that were written out as text, and signs that nobody sees."""
    line = _INLINE_TAG.sub("", line.translate(_UNSEEN))
    return _SIGN.sub(lambda found: html.unescape(found[0]), line)
