"""The items of the agenda with number, title, parent and what is written under each."""

import re
from dataclasses import dataclass, replace

from samstyr.reading.bodies import Body, body_of, line_of
from samstyr.reading.document import Document, Line
from samstyr.reading.headings import Heading
from samstyr.reading.labels import find_label
from samstyr.reading.outline import Outline, same_title
from samstyr.reading.record import Span
from samstyr.reading.run_on import title_end
from samstyr.reading.titles import Title, behind_kind_word, read_title

_LONGEST_TITLE = 100
# What tells of something said or done, and is therefore no title.
_SAID = re.compile(
    r"\b(?:blev|er|var|har|havde|bliver|skal|vil|kan|godkendt|taget|udsat|vedtaget|drøftet|intet|ingen|orienterede|"
    r"ja|nej|\w+edes)\b|[.!?]$",
    re.IGNORECASE,
)
_GLUED_STOP = re.compile(r"(?<=[a-zæøå]{4})\.(?=[A-ZÆØÅ][a-zæøå])")
_TELLS = re.compile(
    r"\b(?:blev|besluttede|vedtog|godkendte|godkendt|nedsatte|udpegede|aftalte|udsat)\b", re.IGNORECASE
)
_BELOW_TITLE = {"sag", "sagnr", "pkt", "punkt", "punktnr", "nr"}
_CLOSED_ROUND = re.compile(r"lukket(?: punkt)?:?", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?<=[\s.…])\d{1,3}$")


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item before its kind is known."""

    number: str | None
    parent: str | None
    title: Title
    span: Span
    lines: tuple[Line, ...]
    rule: str


def find_items(document: Document, outline: Outline) -> list[FoundItem]:
    """Every item once, in order: headings with what stands under them, and items only the list of contents
    names.
    """
    paged = _are_paged(outline.contents)
    titles = {heading.number: read_title(heading.title, in_contents=paged) for heading in outline.contents}
    items: list[FoundItem] = []
    for place, heading in enumerate(outline.headings):
        following = outline.headings[place + 1] if place + 1 < len(outline.headings) else None
        end = following.first if following else len(document.lines)
        if following and not following.title and _title_above(document, following) is not None:
            end -= 1
        items.append(_item(document, heading, end, titles.get(heading.number)))
    items = _without_kind_words(items)
    named = {item.number for item in items}
    items = [
        replace(item, parent=f"{item.parent}.0") if f"{item.parent}.0" in named else item for item in items
    ]
    if outline.headings and all(heading.is_sub for heading in outline.headings):
        items = [replace(item, parent=None) for item in items]  # 214.1 at meeting 214: there is no item 214
    repeated = len(items) > 1 and named == {"1"}
    if not repeated:
        items += [
            _from_contents(heading, titles[heading.number])
            for heading in outline.contents
            if heading.number not in named
        ]
    if len(items) > len(outline.headings):
        items.sort(
            key=lambda item: [int(part) if part.isdigit() else 0 for part in (item.number or "0").split(".")]
        )
    return items


def _without_kind_words(items: list[FoundItem]) -> list[FoundItem]:
    """Titles without the word for their kind, where most of them begin with one: a single one is part of its title."""
    behind = [behind_kind_word(item.title) for item in items]
    if sum(title is not None for title in behind) * 2 <= max(len(items), 2):
        return items
    return [replace(item, title=title) if title else item for item, title in zip(items, behind, strict=True)]


def _order(number: str) -> list[int]:
    """A number as one to sort by; letters count as numbers."""
    return [
        int(part) if part.isdigit() else ord(part[0].upper()) - ord("A") + 1
        for part in number.split(".")
        if part
    ]


def _item(document: Document, heading: Heading, end: int, listed: Title | None) -> FoundItem:
    if heading.lead == "round":
        lines = document.lines[heading.first : end]
        return FoundItem(
            None,
            None,
            Title(None, None, _CLOSED_ROUND.fullmatch(heading.words.text) is not None),
            heading.words.span(),
            tuple(lines),
            "heading:round",
        )
    own = read_title(heading.title)
    title, last = own, heading.last
    under: list[Line] = []
    span = heading.words.span()
    if (
        heading.lead == "ad"
        and listed
        and listed.text
        and not (same_title(own.text or "", listed.text) or _is_title(heading, listed.text))
    ):
        # "Ad 3 Dagsordenen blev godkendt": the agenda has the title, and the words are the minutes.
        title = listed
        span = heading.words.span(0, max(heading.title_at, 1))
        if own.text:
            under = [_behind(heading, heading.title_at, document)]
    elif own.text is None and heading.lead != "ad":
        title, last = _title_below(document, heading, end, own, listed)
        span = (span[0], document.lines[last].span[1])
        above = _title_above(document, heading) if title.text is None else None
        if above is not None:
            title = read_title(above.text)
            span = (above.span[0], span[1])
    elif own.text is None and listed:
        title = listed
    elif (cut := _first_sentence(heading)) is not None:
        title = read_title(heading.words.text[heading.title_at : cut])
        span = heading.words.span(0, cut)
        under = [_behind(heading, cut, document)]
    below = [*under, *document.lines[last + 1 : end]]
    if below and title.text and same_title(below[0].text, title.text):
        below = below[1:]
    if own.text and title.text == own.text and _TELLS.search(own.text) and not under:
        below = [_behind(heading, heading.title_at, document), *below]  # "1. Anne blev valgt til mødeleder"
    elif title.text and under and _TELLS.search(title.text):
        below = [_behind(heading, heading.title_at, document), *below[1:]]
    if listed and listed.closed and not title.closed:
        title = Title(title.text, title.marker, True)
    if listed and listed.marker and not title.marker:
        title = Title(title.text, listed.marker, title.closed)
    parent, _, letter = heading.number.rpartition(".")
    return FoundItem(
        (letter if heading.lead == "letter" else heading.number) or None,
        parent or None,
        title,
        span,
        tuple(below),
        f"heading:{heading.lead or 'number'}",
    )


def _is_title(heading: Heading, listed: str) -> bool:
    """Whether what stands behind ``Ad 3`` is a title in other words than on the agenda, and not what was said."""
    text = heading.words.text[heading.title_at :]
    cut = _first_sentence(heading)
    own = read_title(heading.words.text[heading.title_at : cut]).text or ""
    if not own or listed.lower().startswith(own.lower()) or len(own) > _LONGEST_TITLE or _SAID.search(own):
        return False
    if cut is None:
        return not text.endswith(".")
    alike = {word[:5].lower() for word in own.split() if len(word) > 4}
    return bool(alike & {word[:5].lower() for word in listed.split()})


def _title_below(
    document: Document, heading: Heading, end: int, own: Title, listed: Title | None
) -> tuple[Title, int]:
    """The title on the line after a number that stands alone."""
    if heading.last + 1 >= end:
        return own, heading.last
    line = document.lines[heading.last + 1]
    title = read_title(line.text)
    if listed and same_title(title.text or "", listed.text or ""):
        return listed, heading.last + 1
    if len(line.text) > 160 or line.text.endswith(".") or line.text[:1].islower() or find_label(line.text):
        return own, heading.last
    return Title(title.text, title.marker or own.marker, title.closed or own.closed), heading.last + 1


def _title_above(document: Document, heading: Heading) -> Line | None:
    """The title on the line above ``Sag nr. 61``."""
    above = document.lines[heading.first - 1] if heading.first and heading.lead in _BELOW_TITLE else None
    if above is None or len(above.text) > 160 or above.text.endswith((".", ":")) or find_label(above.text):
        return None
    return above


def _behind(heading: Heading, at: int, document: Document) -> Line:
    """What stands on the line of a heading behind its title, without the signs between them."""
    text = heading.words.text
    while at < len(text) and text[at] in " :.–-":
        at += 1
    return line_of(heading.words.part(at), document.lines[heading.first])


def _first_sentence(heading: Heading) -> int | None:
    """Where the title ends, when words of the minutes follow it on its line (``4. Regnskab. Godkendt.``)."""
    text = heading.words.text
    glued = _GLUED_STOP.search(text, heading.title_at)
    place = glued.start() if glued else text.find(". ", heading.title_at)
    stop = title_end(text, heading.title_at)
    if glued:
        return place + 1
    if place == -1 or place - heading.title_at < 6 or not text[place + 2 : place + 3].isupper():
        return stop
    if len(text[heading.title_at : place].split()[-1]) <= 3:
        return stop
    return min(place + 1, stop) if stop is not None else place + 1


def _from_contents(heading: Heading, title: Title) -> FoundItem:
    parent = heading.number.rpartition(".")[0] or None
    return FoundItem(heading.number, parent, title, heading.words.span(), (), "contents")


def _are_paged(contents: tuple[Heading, ...]) -> bool:
    """Whether the list of contents has page numbers: most of its lines end in a number, and they rise."""
    pages = [int(found.group()) for heading in contents if (found := _PAGE_NUMBER.search(heading.title))]
    return len(pages) >= max(2, 0.6 * len(contents)) and pages == sorted(pages)


def bodies_of(document: Document, items: list[FoundItem]) -> list[Body]:
    """What stands under each item, in parts."""
    return [
        body_of(document, item.lines, item.number, place, item.title.text) for place, item in enumerate(items)
    ]
