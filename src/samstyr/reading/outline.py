"""Which of the possible headings are the items: the chain of numbers that holds best together."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from samstyr.reading.action_words import DOING, PASSIVES
from samstyr.reading.document import Document, Line
from samstyr.reading.headings import USUAL, Heading, find_headings
from samstyr.reading.labels import Part, find_label
from samstyr.reading.list_headings import heading_of
from samstyr.reading.persons import read_entry
from samstyr.reading.run_on import title_end

_CONTINUES = 1.0
_GAP = 1.2
_LATE_START = 1.0
_LEAST = 1.4
_LISTED = 0.7
_SURE = 2.0
_LEADS = {"ad", "pkt", "punkt"}
_LOST = 2  # the step in a list of contents where a conversion lost a number
_TIGHT = 2  # lines an item, in a list of contents
_NO_TITLE = -1.0  # a score below it is that of a clause or a sentence
_NO_NUMERAL = re.compile(
    r"(?:(?:pkt|punkt|ad|nr|sag)\.?\s?)?[.):]\s(?P<title>(?-i:[A-ZÆØÅ]).*)$", re.IGNORECASE
)
_FEWEST_WITHOUT_NUMERAL = 3
_LONGEST_TITLE = 160
_COLON_TITLE = re.compile(
    r"(?!(?:dagsorden|dato|tid|sted|mødested|mødedato|referat|ref|tidspunkt|indhold|dagsorden med \w+|følgende|kl)\b)"
    r"[A-ZÆØÅ](?:[^:.!?]|\.(?=\d|\s[a-z0-9])|:(?=\d)){2,80}:",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?P<letter>[a-h])[.)]\s+(?P<title>[A-ZÆØÅ].*)$")
_LONGEST_BARE = 70
_FEWEST_USUAL = 3
_MOST_OF = 0.6  # of the lines may be titles
_AGENDA = re.compile(r"(?:dagsorden|referat|dagsorden med referat|punkter)\s*:?", re.IGNORECASE)
_TELLING = re.compile(
    r"\b(?:er|var|har|havde|blev|bliver|kan|kunne|skal|vil|bør|må|ikke|der|det|vi|godkendt|intet|ingen|udsat|taget|kl\.?|"
    r"[a-zæøå]{3,}(?:ede|dte|gte|ttes|edes))\b|\d{2}[.:]\d\d",
    re.IGNORECASE,
)
_OPENS_ROUND = {Part.BACKGROUND, Part.RECOMMENDATION}


@dataclass(frozen=True, slots=True)
class Outline:
    """``headings``: those of the items in order; ``contents``: the list of items that stands before them, if
    any.
    """

    headings: tuple[Heading, ...]
    contents: tuple[Heading, ...]


def find_outline(document: Document) -> Outline:
    """The items' headings. Nested lists, clauses and dates that begin with a number are left out."""
    found = _weighed_by_repetition(find_headings(document))
    tops = [heading for heading in found if not heading.is_sub]
    # "Ad 4.1" stands for item 4 where the minutes have no heading of their own for it.
    bridges = [
        replace(heading, score=0.0)
        for heading in found
        if heading.is_sub and heading.lead and heading.number[-1] in "1Aa"
    ]
    linked = sorted([*tops, *bridges], key=lambda heading: heading.first)
    chain = [heading for heading in _best_chain(linked) if not heading.is_sub]
    repeated = _repeated(document, tops)
    if len(repeated) > len(chain):
        return Outline(tuple(repeated), ())
    if not chain:
        numbered = _numbered_by_meeting(found)
        if numbered:
            return Outline(tuple(numbered), ())
        return Outline(tuple(_without_numbers(document)), ())
    again = _again(document, tops, chain)
    contents = _contents(document, found, again or chain)
    chain = again or chain
    last = {(heading.number, plain_title(heading.title)): heading for heading in found}
    subs = [each for each in found if each.is_sub and last[each.number, plain_title(each.title)] is each]
    whole = _with_subs(chain, subs, contents)
    return Outline(tuple(_with_letters(document, whole)), tuple(contents))


def _weighed_by_repetition(found: list[Heading]) -> list[Heading]:
    """A heading that comes again with the same number and title stood in a list the first time."""
    last = {(heading.number, plain_title(heading.title)): heading.first for heading in found}
    return [
        replace(heading, score=heading.score - _LISTED)
        if heading.title and last[heading.number, plain_title(heading.title)] > heading.first
        else heading
        for heading in found
    ]


def _best_chain(tops: list[Heading]) -> list[Heading]:
    """The chain of rising numbers with the greatest sum of scores.

    For each number the best chain that ends there is kept while the text is gone through once.
    """
    value: list[float] = []
    previous: list[int | None] = []
    best: dict[int, int] = {}
    for place, heading in enumerate(tops):
        number = heading.top
        score = heading.score - (0.0 if number <= 1 else _LATE_START)
        came_from: int | None = None
        for step in range(1, 6):
            earlier = best.get(number - step)
            if earlier is None:
                continue
            reached = value[earlier] + heading.score + (_CONTINUES if step == 1 else -_GAP * (step - 1))
            if reached > score:
                score, came_from = reached, earlier
        value.append(score)
        previous.append(came_from)
        if number not in best or score > value[best[number]]:
            best[number] = place
    if not value:
        return []
    at: int | None = max(range(len(value)), key=lambda place: value[place])
    if at is None or value[at] < _LEAST:
        return []
    chain: list[Heading] = []
    while at is not None:
        chain.append(tops[at])
        at = previous[at]
    return chain[::-1]


def _again(document: Document, tops: list[Heading], chain: list[Heading]) -> list[Heading]:
    """The headings under which the items of a tight list are told: their titles again, with or without the number, or
    ``Pkt. 3`` alone.
    """
    between = document.lines[chain[0].first : chain[-1].last + 1]
    if len(between) > _TIGHT * len(chain) or any(find_label(line.text) is not None for line in between):
        return []
    titles = {heading.number: heading.title for heading in chain}
    numbered = [
        heading
        for heading in tops
        if heading.first > chain[-1].last
        and heading.number in titles
        and (heading.lead in _LEADS or same_title(heading.title, titles[heading.number]))
    ]
    named = _named_again(document, chain)
    later = named if len(named) > max(len(numbered), 1) else numbered or _answered(tops, chain)
    return [each for place, each in enumerate(later) if place == 0 or each.top > later[place - 1].top]


def _answered(tops: list[Heading], chain: list[Heading]) -> list[Heading]:
    """The numbers of a list of items again, with what was said behind each: ``3. Referatet blev godkendt.``"""
    later: list[Heading] = []
    for heading in tops:
        if heading.first > chain[-1].last and heading.top == len(later) + 1:
            later.append(replace(heading, lead="ad"))
    told = sum(_TELLING.search(heading.title) is not None for heading in later)
    return (
        later if len(later) >= max(_FEWEST_WITHOUT_NUMERAL, len(chain) / 2) and told > len(later) / 2 else []
    )


def _named_again(document: Document, chain: list[Heading]) -> list[Heading]:
    """The lines below a list of items that are its titles again, without their numbers."""
    numbers = {plain_title(heading.title): heading.number for heading in chain if heading.title}
    return [
        Heading(line.index, line.index, line.passage, "", number, line.text, 0, 0.0)
        for line in document.lines[chain[-1].last + 1 :]
        if len(line.text) <= _LONGEST_TITLE and (number := numbers.get(plain_title(line.text)))
    ]


def _repeated(document: Document, tops: list[Heading]) -> list[Heading]:
    """Documents whose every item is numbered ``1.``: all that look like headings by themselves, and what is set as
    those are.
    """
    ones = [heading for heading in tops if heading.number == "1"]
    sure = [heading for heading in ones if heading.score >= _SURE]
    if len(sure) >= _FEWEST_WITHOUT_NUMERAL:
        indents = {document.lines[heading.first].indent for heading in sure}
        alike = [each for each in ones if each.score > 0 and document.lines[each.first].indent in indents]
        return alike if len(alike) < 2 * len(sure) else sure
    titled = [heading for heading in ones if heading.title and heading.score > 0]
    return titled if len(titled) > _FEWEST_WITHOUT_NUMERAL and len(titled) > len(tops) / 2 else []


def _numbered_by_meeting(found: list[Heading]) -> list[Heading]:
    """Items numbered 214.1, 214.2, … at meeting 214, with no item 214; where they are listed first, the last."""
    last = {heading.number: heading for heading in found if re.fullmatch(r"\d+\.\d+", heading.number)}
    meetings = {number.split(".")[0] for number in last}
    if len(meetings) != 1:
        return []
    meeting = meetings.pop()
    chain: list[Heading] = []
    while (following := last.get(f"{meeting}.{len(chain) + 1}")) and (
        not chain or following.first > chain[-1].first
    ):
        chain.append(following)
    return chain if len(chain) >= _FEWEST_WITHOUT_NUMERAL else []


def _without_numbers(document: Document) -> list[Heading]:
    """The headings of a document whose items have no numbers, by whatever shows them."""
    ways = (_without_numerals, _cycles, _with_colons, _by_layout)
    return next((found for way in ways if (found := way(document))), [])


def _by_layout(document: Document) -> list[Heading]:
    """Short lines that tell nothing and have something told under them, where several are usual titles of items."""
    start = next((line.index + 1 for line in document.lines if _AGENDA.fullmatch(line.text)), 0)
    found: list[Heading] = []
    usual = 0
    for line in document.lines[start:-1]:
        title = line.text[: title_end(line.text)]
        told = len(title) < len(line.text)
        if not _is_bare_title(line, title) or (not told and _is_bare_title(*_next(document, line))):
            continue
        usual += USUAL.match(title) is not None
        found.append(Heading(line.index, line.index, line.passage, "titled", "", line.text, 0, 0.0))
    return found if usual >= _FEWEST_USUAL and len(found) <= _MOST_OF * len(document.lines) else []


def _next(document: Document, line: Line) -> tuple[Line, str]:
    following = document.lines[line.index + 1]
    return following, following.text[: title_end(following.text)]


def _is_bare_title(line: Line, title: str) -> bool:
    """Whether words could be a title without number: short, no stop, no verb, nobody's name, no small heading."""
    return (
        3 < len(title) < _LONGEST_BARE
        and title[0].isupper()
        and not title.endswith((".", ":", ";", ",", "!"))
        and not line.bullet
        and DOING.isdisjoint(title.lower().split())
        and PASSIVES.isdisjoint(title.lower().split())
        and not _TELLING.search(title)
        and (USUAL.match(title) is not None or find_label(line.text) is None)
        and heading_of(line.text) is None
        and read_entry(line.passage) is None
    )


def _without_numerals(document: Document) -> list[Heading]:
    """Items whose numerals were lost in conversion: ``. Budget 2014``. Listed first, a title comes again."""
    found = [
        Heading(line.index, line.index, line.passage, "lost", "", words["title"], words.start("title"), 0.0)
        for line in document.lines
        if (words := _NO_NUMERAL.match(line.text))
    ]
    last = {plain_title(heading.title): place for place, heading in enumerate(found)}
    kept = [heading for place, heading in enumerate(found) if last[plain_title(heading.title)] == place]
    return kept if len(kept) >= _FEWEST_WITHOUT_NUMERAL else []


def _cycles(document: Document) -> list[Heading]:
    """Items without number: each begins where the first small heading of the round comes again; the line above it
    is the title, where there is one above each.
    """
    labels = [(line, label) for line in document.lines if (label := find_label(line.text)) is not None]
    opening = next(
        (_bare(line.text) for line, label in labels if label.part in _OPENS_ROUND and label.rest is None),
        None,
    )
    starts = [line for line, _ in labels if _bare(line.text) == opening]
    decided = sum(label.part in {Part.DECISION, Part.MINUTES} for _, label in labels)
    if len(starts) < 2 or decided < 2:
        return []
    above = [_title_above(document, line) for line in starts]
    if len({line.text for line in above if line}) > 1 and None not in above:
        return [
            Heading(line.index, line.index, line.passage, "titled", "", line.text, 0, 0.0)
            for line in above
            if line
        ]
    if opening in {"åben", "åbent"}:
        starts += [line for line, _ in labels if _bare(line.text) in {"lukket", "lukket punkt"}]
        starts.sort(key=lambda line: line.index)
    return [Heading(line.index, line.index - 1, line.passage, "round", "", "", 0, 0.0) for line in starts]


def _bare(text: str) -> str:
    return text.rstrip(" :").lower()


def _title_above(document: Document, line: Line) -> Line | None:
    above = document.lines[line.index - 1] if line.index else None
    if (
        above is None
        or len(above.text) > _LONGEST_TITLE
        or above.bullet
        or find_label(above.text) is not None
    ):
        return None
    return above if above.text[:1].isupper() and not above.text.endswith((".", ":", ",")) else None


def _with_colons(document: Document) -> list[Heading]:
    """Items without number whose titles are short lines that end in a colon: ``Snerydning:``."""
    found = [
        Heading(line.index, line.index, line.passage, "titled", "", line.text[:-1], 0, 0.0)
        for place, line in enumerate(document.lines[:-1])
        if _COLON_TITLE.fullmatch(line.text)
        and heading_of(line.text) is None
        and not line.bullet
        and _takes_colon(line.text)
        and document.lines[place + 1].text[-1:] != ":"
    ]
    return found if len(found) >= _FEWEST_WITHOUT_NUMERAL else []


def _takes_colon(text: str) -> bool:
    """Whether the words before a colon could be a title: no heading of the meeting's own data, and no sentence."""
    label = find_label(text)
    return label is None or label.part is Part.BACKGROUND


def _contents(document: Document, found: list[Heading], chain: list[Heading]) -> list[Heading]:
    """The list of the same numbers before the first heading, with its sub-items."""
    before = [heading for heading in found if heading.first < chain[0].first and heading.score > _NO_TITLE]
    rising: list[Heading] = []
    for heading in (each for each in before if not each.is_sub):
        if not rising or 1 <= heading.top - rising[-1].top <= _LOST:
            rising.append(heading)
        elif heading.top <= 1:
            rising = [heading]
    if len(rising) < 2:
        return []
    listed: list[Heading] = []
    ends = [*(heading.first for heading in rising[1:]), chain[0].first]
    for heading, end in zip(rising, ends, strict=True):
        listed.append(heading)
        listed += [
            sub
            for sub in before
            if sub.is_sub and sub.number.startswith(f"{heading.number}.") and sub.first < end
        ]
        listed += _lettered(document, heading, min(end, heading.last + 12))
    return listed


def _lettered(document: Document, heading: Heading, end: int) -> list[Heading]:
    """``A. …``, ``B. …`` under an item of the list of contents."""
    subs: list[Heading] = []
    for line in document.lines[heading.last + 1 : end]:
        found = re.match(r"(?P<letter>[A-Z])[.)]\s+(?P<title>\S.*)$", line.text)
        if not found or ord(found["letter"]) != ord("A") + len(subs):
            break
        number = f"{heading.number}.{found['letter']}"
        at = found.start("title")
        subs.append(Heading(line.index, line.index, line.passage, "", number, found["title"], at, 0.0))
    return subs


def _with_subs(chain: list[Heading], subs: list[Heading], contents: list[Heading]) -> list[Heading]:
    """Sub-items (2.1, 2.2; 3.A) where their number belongs, counted from the first.

    The item itself may be missing between them, when only the list of contents names it.
    """
    listed = {heading.number for heading in contents}
    result: list[Heading] = []
    for place, heading in enumerate(chain):
        following = chain[place + 1] if place + 1 < len(chain) else None
        result.append(heading)
        counted: dict[str, int] = {}
        for sub in subs:
            if sub.first <= heading.first or (following and sub.first >= following.first):
                continue
            parent, _, own = sub.number.rpartition(".")
            between = heading.top < sub.top and (following is None or sub.top < following.top)
            if parent != heading.number.removesuffix(".0") and not (
                between and (sub.lead or parent in listed)
            ):
                continue
            number = int(own) if own.isdigit() else ord(own.upper()) - ord("A") + 1
            if number == counted.get(parent, 0) + 1 and sub.score > 0:
                counted[parent] = number
                result.append(sub)
    return result


def _with_letters(document: Document, headings: list[Heading]) -> list[Heading]:
    """Sub-items that letters number (``a. Status – …``), where each has a title with words behind it or under it."""
    result: list[Heading] = []
    for place, heading in enumerate(headings):
        result.append(heading)
        end = headings[place + 1].first if place + 1 < len(headings) else len(document.lines)
        result += _letters(document, heading, end)
    return result


def _letters(document: Document, heading: Heading, end: int) -> list[Heading]:
    found: list[Heading] = []
    for line in document.lines[heading.last + 1 : end]:
        label = find_label(line.text)
        if label is not None and label.part in {Part.RECOMMENDATION, Part.DECISION}:
            break
        lettered = _LETTERED.match(line.text)
        if not lettered or ord(lettered["letter"]) != ord("a") + len(found):
            continue
        at = lettered.start("title")
        if not _is_lettered_title(document, line, at, end):
            break
        number = f"{heading.number}.{lettered['letter']}"
        found.append(
            Heading(line.index, line.index, line.passage, "letter", number, lettered["title"], at, 0.0)
        )
    return found


def _is_lettered_title(document: Document, line: Line, at: int, end: int) -> bool:
    """Whether a lettered line has a title: words behind its end, or a short line with a paragraph of its own under
    it.
    """
    cut = title_end(line.text, at) or line.text.find(" – ", at)
    if cut > 0:
        return cut - at <= _LONGEST_BARE
    below = document.lines[line.index + 1] if line.index + 1 < end else None
    alone = (
        below is not None and below.gap > 0 and below.text[:1].isupper() and not _LETTERED.match(below.text)
    )
    return alone and len(line.text) - at <= _LONGEST_BARE and not _TELLING.search(line.text[at:])


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same but for case, signs and page numbers."""
    if abs(len(one) - len(other)) > _SIGNS_AND_DOTS:
        return False
    return plain_title(one) == plain_title(other) != ""


_SIGNS = re.compile(r"[\W_]+")
_SIGNS_AND_DOTS = (
    160  # characters by which the same title may be longer, most of them dots before a page number
)


@lru_cache(maxsize=1 << 12)
def plain_title(title: str) -> str:
    return _SIGNS.sub(" ", title.rstrip("0123456789").rstrip(". …")).strip().lower()
