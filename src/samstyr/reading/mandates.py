"""What fora may do, read from the prose of agreements, terms of reference and notes on governance.

A section is about the forum its title names; a sentence says what a forum does, or opens a list of its tasks. What is
found is proposed for a person to review: words as they stand, with the section and the place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from samstyr.reading.document import Document, Line, Paragraph, Passage, parse
from samstyr.reading.mandate_words import ANY_ACT, NEEDS_RECIPIENT, act_of
from samstyr.reading.outline import find_outline
from samstyr.reading.record import Fact
from samstyr.reading.titles import read_title

SCHEMA = "samstyr.mandates/1"

_HEADS = (
    "styregruppe",
    "koordinationsgruppe",
    "temagruppe",
    "arbejdsgruppe",
    "følgegruppe",
    "gruppe",
    "bestyrelse",
    "udvalg",
    "(?<!om)råd",
    "nævn",
    "komité",
    "forum",
    "kreds",
    "direktion",
    "kommission",
    "minister",
    "forhandlinger",
    "enhed",
)
_HEAD = "|".join(_HEADS)
_BARE = re.compile(rf"[\wæøå]*?(?P<head>{_HEAD})(?:n|en|t|et|ne|erne)?", re.IGNORECASE)
# A forum as it is named: its determiner, what stands before its head, and what it is for.
_SMALL = "og|for|i|af|til|med|på|om|ved|hertil|nedsat|har|er|skal|kan|vil|bliver|blev|som|der|at"
_FINITE = rf"(?:{_SMALL}|{ANY_ACT.pattern})"
_WORD = rf"(?!{_FINITE}\b)(?![\wæøå-]*(?:{_HEAD})(?:n|en|t|et|ne|erne)?\b)[\wæøåÆØÅ-]+"
_NAMED = re.compile(
    rf"(?:(?:[Dd]en|[Dd]et|[Dd]e|[Ee]n|[Ee]t)\s(?:{_WORD}\s){{1,3}}?|[A-ZÆØÅa-zæøå][\w.]*(?:[’']s|s)\s)?"
    rf"[\wæøå-]*(?:{_HEAD})(?:n|en|t|et|ne|erne)?(?![\wæøå])"
    rf"(?:\s(?:for|om|vedr\.|vedrørende)\s{_WORD}(?:\s(?:(?:for|og|i|af)\s)?{_WORD}){{0,6}})?",
    re.IGNORECASE,
)
# As a recipient: what stands behind "vedr." is what it is told about, not its name.
_RECEIVES = _NAMED.pattern.replace(r"(?:for|om|vedr\.|vedrørende)", "for")
_SUBJECT = re.compile(rf"^\W*(?P<forum>{_NAMED.pattern})\s", re.IGNORECASE)
_TASKS = re.compile(
    r"(?:har|have|fik|får)\s+(?:\S+\s+){0,4}?(?:til\s+(?:opgave|formål)(?:\s+at)?|(?:følgende|disse)\s+opgaver|ansvar(?:et)?\s+for(?:\s+at)?)|"
    r"\bopgaver\s+(?:er|omfatter)\b|\bskal\b|\bopgave\s+at\b|\bmed\s+til\s+at\b|\bkan\b|\bvil\b",
    re.IGNORECASE,
)
_IMPLIED = (
    ("decide", re.compile(r"beslutningskompetence\s*(?:vedrørende|vedr\.|om|for|:)?", re.IGNORECASE)),
    ("recommend", re.compile(r"\bindstiller\s+til\s+.+?(?:vedrørende|vedr\.|om|:)", re.IGNORECASE)),
)
_NEGATED = re.compile(r"\bikke\b", re.IGNORECASE)
_PASSIVELY = re.compile(r"\b(?:støttes|orienteres|forelægges|inddrages|høres)\b", re.IGNORECASE)
_WHO = re.compile(rf"(?P<forum>{_NAMED.pattern}),\s(?:der|som)\s(?=(?:{ANY_ACT.pattern}))", re.IGNORECASE)
_MORE = re.compile(rf"\s+\(?og\s+(?P<to>{_RECEIVES}|Danske\sRegioner|KL|regeringen)", re.IGNORECASE)
_ESTABLISHED = re.compile(
    rf"har\s+(?P<forum>{_NAMED.pattern})\s+(?:\w+\s+)?nedsat\s+(?P<what>(?:en|et)\s[^,.]+)", re.IGNORECASE
)
_PLACED = re.compile(r"beslutningskompetence\s+er\s+placeret\s+i\s+(?P<list>[^.]+)", re.IGNORECASE)
_TO = re.compile(
    rf"\b(?:til|for|over\s+for|hos)\s+(?P<to>{_RECEIVES}|regeringen|Danske\sRegioner|KL|kommunerne|ministeriet)",
    re.IGNORECASE,
)
_ADVISED = re.compile(
    r"^(?P<to>(?:den|det|de)?\s?[\wæøå() -]{3,60}?)\s+(?:vedr\.|vedrørende|om)\s", re.IGNORECASE
)
_CUT = re.compile(
    r",\s*(?:(?:som|der|hvor|herunder|så|når|det|ved|men)\b|jf\.|bl\.a\.)|\s(?:med\s+(?:henblik|afsæt|udgangspunkt)|inden\s+for\s+ramme|herunder|i\s+forhold\s+til|"
    r"som\s+(?:grundlag|led)|bl\.a\.|hvis|når|der\s|således)\b|[;:](?=\s|$)|[.](?=\s[A-ZÆØÅ]|\W*$)"
)
_LEAD = re.compile(
    r"^(?:[,(]\s*|og\s+|løbende\s+|evt\.\s+|på\s+|om\s+|vedr\.\s+|vedrørende\s+|af\s+|de\s+|den\s+|det\s+|en\s+|et\s+|oplæg\s+til\s+|til\s+beslutning\s+og\s+)+",
    re.IGNORECASE,
)
_LONGEST_SUBJECT = 14  # words
_SHORTEST = 3  # characters of what an act is about
_REACH = 260  # characters after a sentence's subject in which its verb is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateFact(Fact):
    """What a forum may do, in the words of the text. ``allowed``: False where the text says that it may not.

    ``recipient`` is None where the text names none, though the act may need one.
    """

    forum: str
    act: str
    subject: str | None
    recipient: str | None
    section: str | None
    quote: str
    allowed: bool = True

    def as_json(self) -> dict[str, Any]:
        """The mandate as plain data: forum, act, subject, to, effect, section, quote, span."""
        return {
            "forum": self.forum,
            "act": self.act,
            "subject": self.subject,
            "to": self.recipient,
            "effect": "may" if self.allowed else "may-not",
            "section": self.section,
            "quote": self.quote,
            "span": list(self.span),
        }


@dataclass(slots=True)
class _Known:
    """The fora named so far, and those the section's title names."""

    section: str | None = None
    titled: tuple[str, ...] = ()
    by_head: dict[str, str] = field(default_factory=dict)

    def resolve(self, words: str) -> str:
        """``bestyrelsen`` as the forum it stands for here; a forum named in full as itself."""
        name = " ".join(words.split()).strip(" ,.")
        plain = plain_name(name)
        for titled in self.titled:
            if plain_name(titled).startswith(plain) or plain in {
                plain_name(titled),
                *plain_name(titled).split(),
            }:
                return titled
        bare = _BARE.fullmatch(name)
        if bare is None:
            full = next((known for known in self.by_head.values() if plain_name(known).endswith(plain)), name)
            self.by_head.setdefault(_head(name), full)
            return full
        head = bare["head"].lower()
        if plain != plain_name(head):
            return name
        here = next((titled for titled in self.titled if _head(titled).endswith(head)), None)
        return here or self.by_head.get(head) or name


def plain_name(name: str) -> str:
    """A name for comparison: small letters, its head undetermined, no genitive: ``MedComs styregruppen`` is
    ``medcom styregruppe``.
    """
    words = re.sub(r"^(?:den|det|de|en|et)\s|\s*\([^)]*\)", "", name.lower())
    words = re.sub(rf"({_HEAD})(?:n|en|t|et|ne|erne)?(?![\wæøå])", r"\1", words)
    return " ".join(
        re.sub(r"(?:[’']?s|e)$", "", word) if len(word) > _SHORTEST else word for word in words.split()
    )


def find_mandates(text: str) -> list[MandateFact]:
    """The mandates that a text gives, in its order, each once."""
    document = parse(text)
    known = _Known()
    found: dict[tuple[str | None, ...], MandateFact] = {}
    for number, title, lines in _sections(document):
        known.section = number
        known.titled = tuple(_fora_of(title))
        for forum in known.titled:
            known.by_head.setdefault(_head(forum), forum)
        for each in _in_section(document, document.paragraphs(lines), known):
            found.setdefault((each.forum, each.act, each.subject, each.recipient, each.section), each)
    return list(found.values())


def _sections(document: Document) -> Iterator[tuple[str | None, str, list[Line]]]:
    headings = find_outline(document).headings
    if not headings:
        yield None, "", list(document.lines)
        return
    for place, heading in enumerate(headings):
        end = headings[place + 1].first if place + 1 < len(headings) else len(document.lines)
        title = read_title(heading.title).text or ""
        yield heading.number, title, list(document.lines[heading.last + 1 : end])


def _fora_of(title: str) -> Iterator[str]:
    """The fora a title names; ``Portalens bestyrelse og styregruppe`` names two."""
    found = _NAMED.search(title)
    if found is None or re.match(r"governance\b", title, re.IGNORECASE):
        return
    both = re.match(
        rf"(?P<whose>.*?)(?P<one>[\wæøå]*(?:{_HEAD})\w*)\s+og\s+(?P<two>[\wæøå]*(?:{_HEAD})\w*)(?=\W|$)",
        title,
        re.IGNORECASE,
    )
    if both:
        yield f"{both['whose']}{both['one']}".strip()
        yield f"{both['whose']}{both['two']}".strip()
        return
    yield re.sub(r"\s*\([^)]*\)$", "", title).strip()


def _head(name: str) -> str:
    """The kind of body a name names: ``Det rådgivende udvalg om standarder`` gives ``udvalg``."""
    found = [
        (each.start(), each["head"].lower())
        for each in _BARE.finditer(name.split(" for ", maxsplit=1)[0].split(" om ", maxsplit=1)[0])
    ]
    return found[-1][1] if found else ""


def _in_section(document: Document, paragraphs: list[Paragraph], known: _Known) -> Iterator[MandateFact]:
    opened: tuple[str, str | None, str | None] | None = None  # forum, act that is implied, recipient
    for paragraph in paragraphs:
        listed = paragraph.bullet or _LISTED.match(paragraph.text) or ANY_ACT.match(paragraph.text)
        if listed and opened is not None:
            yield from _task(document, paragraph.passage, opened, known)
            continue
        opened = _opens(paragraph, known)
        for sentence in paragraph.sentences[: -1 if opened else None]:
            yield from _said(document, sentence.passage, known)


_LISTED = re.compile(r"(?:\d{1,2}[.)]|[-–•]|[a-z]\)|o)\s+(?:at\s+)?", re.IGNORECASE)


def _opens(paragraph: Paragraph, known: _Known) -> tuple[str, str | None, str | None] | None:
    """Whose tasks the list under a paragraph gives, and the act that its items leave out."""
    last = paragraph.sentences[-1].text if paragraph.sentences else paragraph.text
    if not re.search(r"(?::|\bat)\s*$", last) and not re.search(r"(?:opgaver|følgende|herunder)\W*$", last):
        return None
    if _PASSIVELY.search(last):
        return None
    subject = _subject_of(last, known)
    forum = subject[0] if subject else known.titled[0] if known.titled else None
    if forum is None:
        return None
    for act, pattern in _IMPLIED:
        if pattern.search(last):
            to = _TO.search(last) if act in NEEDS_RECIPIENT else None
            return forum, act, known.resolve(to["to"]) if to else None
    return forum, None, None


def _subject_of(text: str, known: _Known) -> tuple[str, int] | None:
    """The forum a sentence begins with (or that stands in it before its tasks), and where its verb may begin."""
    found = _SUBJECT.match(text)
    if found:
        return known.resolve(found["forum"]), found.end()
    for named in _NAMED.finditer(text):
        behind = text[named.end() : named.end() + 40]
        if _TASKS.match(behind.strip()) or re.match(r"\s+har\b", behind):
            return known.resolve(named.group()), named.end()
    return None


def _said(document: Document, words: Passage, known: _Known) -> Iterator[MandateFact]:
    """The mandates in a sentence: a subject that is a forum, and verbs of the table behind it."""
    text = words.text
    established = _ESTABLISHED.search(text)
    if established:
        what = (established.start("what"), established.end("what"))
        yield _fact(document, words, known.resolve(established["forum"]), "establish", what, None, known)
        return
    placed = _PLACED.search(text)
    if placed:
        for named in _NAMED.finditer(placed["list"]):
            at = placed.start("list")
            yield _fact(
                document, words, named.group().strip(), "decide", (at, at + len(placed["list"])), None, known
            )
        return
    for relative in _WHO.finditer(text):
        for act, span, to in _acts(text, relative.end(), known):
            yield _fact(document, words, known.resolve(relative["forum"]), act, span, to, known)
        return
    subject = _subject_of(text, known)
    if subject is None or _PASSIVELY.search(text[subject[1] : subject[1] + 60]):
        return
    forum, at = subject
    tasks = _TASKS.search(text, at)
    start = tasks.end() if tasks and tasks.start() - at < _REACH else at
    if start == at and not _verb_soon(text, at):
        return
    refused = _NEGATED.search(text[at : start + 4]) is not None
    but = re.search(r",?\s+men\b", text[start:]) if refused else None
    turn = start + but.start() if but else len(text)
    last: str | None = None
    for act, span, to in _acts(text, start, known):
        last = to or (last if re.match(r"[^.]*\bhertil\b", text[span[0] :]) else None)
        allowed = not refused or span[0] > turn
        yield _fact(document, words, forum, act, span, to or last, known, allowed=allowed)
        place = text.lower().find(to.lower()) if to else -1
        more = _MORE.match(text, place + len(to)) if to and place >= 0 else None
        if more:
            yield _fact(document, words, forum, act, span, known.resolve(more["to"]), known, allowed=allowed)


def _verb_soon(text: str, at: int) -> bool:
    """Whether a finite verb of the table stands right behind the subject."""
    found = ANY_ACT.search(text, at)
    return found is not None and found.start() - at < 25 and found.group().split()[0].endswith("r")


def _task(
    document: Document, words: Passage, opened: tuple[str, str | None, str | None], known: _Known
) -> Iterator[MandateFact]:
    """A line of a list of tasks: what it says to be done, or what the act of its opening is about."""
    forum, implied, to = opened
    text = words.text
    listed = _LISTED.match(text)
    start = listed.end() if listed else 0
    own = _subject_of(text[start:], known)
    if own and _TASKS.match(text[start + own[1] :].strip()):
        yield from _said(document, words.part(start), known)
        return
    if implied is not None:
        yield _fact(document, words, forum, implied, (start, len(text)), to, known)
        return
    first = ANY_ACT.search(text, start)
    if first is None or first.start() - start > 12:
        return
    stop = re.search(r"[.](?=\s[A-ZÆØÅ])", text)
    for act, span, recipient in _acts(text[: stop.start() if stop else len(text)], start, known):
        yield _fact(document, words, forum, act, span, recipient, known)


def _acts(text: str, start: int, known: _Known) -> Iterator[tuple[str, tuple[int, int], str | None]]:
    """Each verb of the table that stands at the beginning or is linked by a comma or "og", with what it is about."""
    verbs = [
        found
        for found in ANY_ACT.finditer(text, start)
        if found.start() - start < 16
        or re.search(r"(?:,|\bog|\beller|\bsamt|\bat|\bårlige)\s*$", text[: found.start()])
    ]
    for place, verb in enumerate(verbs):
        following = verbs[place + 1] if place + 1 < len(verbs) else None
        begin = verb.end()
        if following and re.fullmatch(
            r"\s*(?:,|og|eller|,\s*og)?\s*(?:\w+\s)?", text[verb.end() : following.start()]
        ):
            begin = following.end()  # "foranledige og kvalitetssikre forslag": both are about the same
            following = verbs[place + 2] if place + 2 < len(verbs) else None
        end = following.start() if following else len(text)
        act = act_of(verb.group())
        if act is None:
            continue
        span, to = _about(text, begin, end, act, known)
        if to is not None or len(text[span[0] : span[1]]) > _SHORTEST:
            yield act, span, to


def _about(text: str, begin: int, end: int, act: str, known: _Known) -> tuple[tuple[int, int], str | None]:
    """What an act is about, and to whom."""
    piece = text[begin:end]
    to: str | None = None
    if act == "advise" and (told := _ADVISED.match(piece.strip())):
        to = known.resolve(told["to"])
        begin += len(piece) - len(piece.lstrip()) + told.end()
        piece = text[begin:end]
    elif act in NEEDS_RECIPIENT and (towards := _TO.search(piece)):
        to = known.resolve(towards["to"])
        if towards.start() > 3:
            piece = piece[: towards.start()]
        else:
            more = _MORE.match(piece, towards.end())
            begin += more.end() + 1 if more else towards.end()
            piece = text[begin:end]
    cut = _CUT.search(piece)
    piece = piece[: cut.start()] if cut else piece
    piece = re.sub(r"[\s,]+(?:og|eller|samt)?\s*$", "", piece)
    lead = _LEAD.match(piece.lstrip())
    at = begin + len(piece) - len(piece.lstrip()) + (lead.end() if lead else 0)
    words = text[at : begin + len(piece)].split(" ")[:_LONGEST_SUBJECT]
    return (at, at + len(" ".join(words))), to


def _fact(
    document: Document,
    words: Passage,
    forum: str,
    act: str,
    about: tuple[int, int],
    to: str | None,
    known: _Known,
    *,
    allowed: bool = True,
) -> MandateFact:
    return MandateFact(
        forum=forum,
        act=act,
        subject=words.text[about[0] : about[1]].strip(" .,;:()") or None,
        recipient=to,
        section=known.section,
        quote=document.quote(words.span()),
        allowed=allowed,
        span=words.span(),
        rule=f"mandate:{act}",
    )
