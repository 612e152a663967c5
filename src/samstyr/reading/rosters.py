"""A piece of a list cut into its entries: who is named, and which of the words around a name belong to it."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from samstyr.reading.document import Passage
from samstyr.reading.name_runs import NameAt, find_names
from samstyr.reading.names import is_name_word, is_title_word, names_organisation
from samstyr.reading.persons import Entry, entry_of, role_of

_LONGEST_LIST = 6000  # characters of one line of names
_SURNAME = re.compile(
    r"(?:sen|gaard|gård|berg|holm|lund|skov|borg|bæk|bech|toft|feldt?|sson|dahl|mann|ager|strup|kær|kjær|qvist|kvist|"
    r"bjerg|rup|ning|vig|dorf|hus|stein|ski|sø|by)$"
)
_LIST_SIGN = re.compile(r"(?:^|[,;•|&+/]|\bog|\bsamt|\boh|\band|\.|\n)\s*$")
_LIST_SIGNS = re.compile(r"[,;]|\sog\s|\ssamt\s")
_BODY_SAID = re.compile(r",\s+(?:[A-ZÆØÅ]{2,}\b|\w+ministeriet|\w+styrelsen|Danske?\s|Region\s|\w+\sKommune)")
_STRONG = re.compile(r"[;•|]|(?<=[a-zæøå)])(?<!\bv)\.\s")
_WEAK = re.compile(r",(?:\s*(?:og|samt)\b)?|(?<!-)\s(?:og|samt|oh|&|\+)(?=\s)")
_STANDS_FOR = re.compile(r"\b(?:for|vice|afløste|afløser|erstatter|i stedet for)\s+(?:[a-zæøå]+\s+)?$")
_LABEL = re.compile(r"(?:^|[\s,;).–-])(?P<label>[A-ZÆØÅ][^:,;()\d]{0,45}?)\s*:\s*(?:[a-zæøå]\)\s*)?$")
# What a sentence has and an entry of a list has not.
_TELLS = re.compile(
    r"\b(?:undtagen|bortset|nær|havde|bød|blev|bliver|orienterede|gennemgik|var|har|skal|vil|kan|som|der|spurgte|ikke\s+mødt|"
    r"på\s+nær|foreslog|oplyste|deltog i stedet)\b"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_LAST_COMMA = re.compile(r"^.*(?:,|\bsamt|\bog)\s+(?=[^,]*$)")
_GROUP_FIRST = re.compile(
    r"[^,]{3,40}(?:medlemmer|repræsentanter|ledelsen|bestyrelsen)\s+(?:og|samt)\b", re.IGNORECASE
)
_THROUGH = re.compile(r"\bv(?:ed|\.|/)\s*$")
_DEED = re.compile(r"[Ii] stedet\b|(?:Desuden |Endvidere )?[Dd]eltog\s+(?=[A-ZÆØÅ])")
_LONE = re.compile(r"\s*(?P<name>[A-ZÆØÅ][a-zæøåé]{1,14})\s*(?:\([^)]*\))?\s*\.?\s*")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A name with the stretch of text that speaks of it, and the group it stands in."""

    name: NameAt
    start: int
    end: int
    label: str | None


def read_list(words: Passage) -> list[Entry]:
    """The entries that some words of a list name, left to right; none where the words are a sentence."""
    text = words.text
    if len(text) > _LONGEST_LIST or not text:
        return []
    if _DEED.match(text):
        return []
    told = _TELLS.search(_without_brackets(text)) if " " in text else None
    if told:
        stop = text.rfind(". ", 0, told.start())
        if stop < 0:
            return []
        words = words.part(0, stop + 1)
        text = words.text
    names = [name for name in find_names(text, lone=True) if not _STANDS_FOR.search(text[: name.start])]
    names = _with_lone(text, names)
    known = sum(name.known for name in names)
    names = [
        name
        for place, name in enumerate(names)
        if name.known or _is_likely(text, name, names[place - 1] if place else None, known)
    ]
    if names and (len(names) > 1 or text[: names[0].start].count(",") > 1 or _GROUP_FIRST.match(text)):
        # "Dekanerne, rektorat, Ole Prøve, Anna Eksempel": the groups before the first name are nobody's.
        first = _LAST_COMMA.search(text[: names[0].start])
        if first and role_of(first.group().rstrip(", ").split(",")[-1].split(":")[-1].strip()) is not None:
            first = None  # "Formand, Anna Eksempel"
        words_from = first.end() if first and ":" not in text[first.end() : names[0].start] else 0
    else:
        words_from = 0
    entries: list[Entry] = []
    group: str | None = None
    for piece in _pieces(text, names):
        group = piece.label if piece.label is not None else group
        before = text[max(piece.start, words_from) : piece.name.start]
        before = before.rpartition(":")[2]
        entry = entry_of(
            text[piece.name.start : piece.name.end],
            before,
            text[piece.name.end : piece.end],
            words.span(piece.start, piece.end),
        )
        entry = _in_group(entry, group, own=piece.label is not None)
        if entries and entry.attendance == "substitute" and entry.organisation is None:
            between = text[piece.name.start - 3 : piece.name.start]
            if re.search(r"[-–]\s$", between):
                entry = replace(entry, organisation=entries[-1].organisation)
        entries.append(entry)
    return entries


def _without_brackets(text: str) -> str:
    return _BRACKETS.sub("", text) if "(" in text else text


def _in_group(entry: Entry, group: str | None, *, own: bool) -> Entry:
    """What ``Formand: Anna …`` or ``FOA: Anna …`` says of the one, or of all that follow."""
    if group is None:
        return entry
    role = role_of(group)
    if role is not None:
        return replace(entry, role=entry.role or role) if own else entry
    if re.fullmatch(r"(?:næst|vice)formand|kasserer|sekretær", group, re.IGNORECASE):
        return replace(entry, role=entry.role or group.lower()) if own else entry
    if entry.organisation is None and group.isupper() and len(group) > 1 and group not in {"VIP", "TAP"}:
        return replace(entry, organisation=group)
    return entry


def _with_lone(text: str, names: list[NameAt]) -> list[NameAt]:
    """With first names we do not know, in a list of nothing but first names."""
    cuts = [0, *(place for found in _WEAK.finditer(text) for place in found.span()), len(text)]
    alone: list[NameAt] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=True):
        found = _LONE.fullmatch(text[start:end])
        if found is None:
            if text[start:end].strip(" ."):
                return names
            continue
        if is_name_word(found["name"]) and not is_title_word(found["name"]):
            at = start + found.start("name")
            alone.append(NameAt(at, at + len(found["name"]), True))
    return alone if len(alone) > 2 and 2 * len(names) >= len(alone) else names


def _is_likely(text: str, name: NameAt, before: NameAt | None, known: int) -> bool:
    """Whether words whose first is no known first name are a person's here."""
    words = text[name.start : name.end]
    if names_organisation(words) or re.search(r"(?:et|erne|ionen|ingen|heden|gruppen)$", words.split()[0]):
        return False
    ahead = text[: name.start]
    if before is None:
        return (
            not ahead.strip(" .–-*")
            or ahead.rstrip().endswith((",", ":"))
            or is_title_word(ahead.split()[-1])
        )
    separated = _LIST_SIGN.search(text[before.end : name.start]) is not None
    if separated and _SURNAME.search(words):
        return True
    if is_title_word(text[: name.start].rsplit(maxsplit=1)[-1].strip(",")):
        return True
    others = len(_LIST_SIGNS.findall(text))
    return (
        separated
        and (known >= 3 or others > 1)
        and 2 * known >= min(others, 6)
        and not _BODY_SAID.search(text)
    )


def _pieces(text: str, names: list[NameAt]) -> list[_Piece]:
    """Each name with the words before and behind it that are its own."""
    if not names:
        return []
    cuts = [0]
    labels: list[str | None] = [_label(text[: names[0].start])]
    for one, other in pairwise(names):
        gap = text[one.end : other.start]
        cut, label = _cut(gap)
        cuts.append(one.end + cut)
        labels.append(label)
    cuts.append(len(text))
    return [
        _Piece(name, start, end, label)
        for name, (start, end), label in zip(names, pairwise(cuts), labels, strict=True)
    ]


def _label(before: str) -> str | None:
    found = _LABEL.search(before)
    return found["label"] if found else None


def _cut(gap: str) -> tuple[int, str | None]:
    """Where between two names the second one's words begin, and the label of a group there."""
    shade = _BRACKETS.sub(lambda found: "_" * (len(found.group()) - 1) + ")", gap) if "(" in gap else gap
    ends = [found.end() for pattern in (_STRONG, _WEAK) for found in pattern.finditer(shade)]
    last = max([*ends, shade.rfind(")") + 1, shade.rfind(": ") + 1])
    title = _title_in(shade, last, len(ends))
    labelled = _LABEL.search(shade[:title])
    if labelled and labelled.start("label") > 0:
        return labelled.start("label"), labelled["label"]
    return title, None


def _title_in(gap: str, last: int, signs: int) -> int:
    """Where after the last sign the second one's own words begin: at a title (``Politisk chef i KL Anna …``); words
    that are none belong to the first (``Region Syd``).
    """
    tail = gap[last:]
    if _THROUGH.search(tail):
        return last  # "…, Region Syd v/ Anna Eksempel"
    if not tail.strip():
        return last
    if signs > 1 and role_of(tail.strip()) is not None:
        return len(gap)  # "Anna Eksempel, KL, formand Bo Prøve, Region Syd": the first one's
    words = list(re.finditer(r"\S+", tail))
    for place, word in enumerate(words):
        is_title = is_title_word(word.group())
        if is_title and (place == 0 or word.group()[0].isupper()):
            return last + word.start()
    return len(gap)
