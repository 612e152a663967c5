"""The words a person sees on a web page, block by block."""

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


def text_of_html(content: bytes) -> str:
    """The text with a line for each block, list signs and numbers, and cells of a row divided by tabs."""
    writer = _Writer()
    # The tree is walked with a stack of its own: pages may nest deeper than Python calls.
    stack: list[PageElement | str] = [BeautifulSoup(_decoded(content), "html5lib")]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            if _is_hidden(node):
                continue
            stack.append(_open(node, writer))
            stack.extend(reversed(node.contents))
        elif isinstance(node, NavigableString):
            if not isinstance(node, Comment | Doctype):
                writer.words(str(node))
        elif isinstance(node, str):
            writer.close(node)
    return writer.text()


def _decoded(content: bytes) -> str | bytes:
    """UTF-8 where the page names no encoding and the bytes are that; otherwise the parser finds out."""
    if b"charset" in content[:4096].lower():
        return content
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content


def _open(tag: Tag, writer: "_Writer") -> "_Closing":
    name = tag.name
    if name == "br":
        writer.line()
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


class _Writer:
    """Collects words into lines."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words: list[str] = []

    def words(self, text: str) -> None:
        self._words.append(text)

    def line(self) -> None:
        cells = ["".join(self._words)] if "\t" not in self._words else "".join(self._words).split("\t")
        words = "\t".join(" ".join(cell.split()) for cell in cells).strip("\t ")
        if words:
            self._lines.append(words)
        self._words = []

    def block(self, *, spaced: bool) -> None:
        sign = "".join(self._words).strip()
        if sign == "•" or (sign.endswith(".") and sign[:-1].isdigit()):
            return  # a paragraph that begins its list's line
        self.line()
        if spaced and self._lines and self._lines[-1]:
            self._lines.append("")

    def close(self, name: str) -> None:
        if name in {"td", "th"}:
            self._words.append("\t")
        elif name in _BLOCKS:
            self.line()

    def text(self) -> str:
        self.line()
        return "\n".join(self._lines).strip("\n") + "\n"
