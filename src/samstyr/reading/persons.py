"""One entry of a list of participants: name, organisation, role and what is said of their being there."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from samstyr.reading.document import Passage
from samstyr.reading.names import is_person, is_title, is_title_word, names_organisation, strip_title, tidy

_ROLES = (
    (
        "chair",
        r"(?:formand(?:en)?|forkvinde|forperson|udvalgsformand|bestyrelsesformand|mødeleder|"
        r"ordstyrer|dirigent|chair)",
    ),
    ("minute_taker", r"(?:referent|referat|sekretær og referent|skrev referat|ref\.)"),
    ("observer", r"(?:observatør(?:er)?|tilforordnet|\(?obs\.?\)?)"),
)
_PARTY = re.compile(
    r"[A-ZÆØÅ]|SF|EL|LA|DF|RV|KF|NB|UP|UPL|Løsgænger|løsgænger|Uden for parti(?:erne)?|"
    r"Venstre|Socialdemokrat(?:iet|erne)?|(?:Det )?Konservative(?: Folkeparti)?|Enhedslisten|"
    r"Radikale(?: Venstre)?|"
    r"Dansk Folkeparti|Liberal Alliance|Nye Borgerlige|Alternativet|Moderaterne|Danmarksdemokraterne|"
    r"Kristendemokraterne"
)
_ABSENT = re.compile(
    r"\b(?:med\s+)?(?:afbud|fraværende|fravær|meldt afbud|ikke til ?stede|deltog ikke|udeblev)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(r"(?:til ?stede|mødt|tilstede|møder senere|kommer senere)(?: fra .*)?", re.IGNORECASE)
_SECRETARIAT = re.compile(r"sekretariat(?:et)?", re.IGNORECASE)
_GUEST = re.compile(r"\b(?:gæst|inviteret|oplægsholder)\b", re.IGNORECASE)
_SUBSTITUTE = re.compile(
    r"\b(?:suppleant|stedfortræder|substitut|afløser|deltog|mødte|vikar|i "
    r"stedet)\s*(?:\(\w+\)\s*)?for\s+(?P<whose>.+)$|\b(?:suppleant|stedfortræder|suppl\.?)(?!\w)|"
    r"^for\s+(?P<whose2>[A-ZÆØÅ].+)$",
    re.IGNORECASE,
)
_ITEMS = re.compile(
    r"\b(?P<not>deltog ikke|deltager ikke|ikke|fraværende|undtagen|"
    r"afbud)?\s*(?P<cue>[^()]{0,40}?)\b(?:under|i|til|på|ved|fra(?: og med)?|kun)?\s*"
    r"(?:pkt\.?|punkt(?:erne|et|er)?|sag(?:erne)?|"
    r"dagsordenspunkt(?:erne)?)[:\s]*(?:nr\.?\s*)?(?P<items>\d+(?:\.\d+)?(?:\s*(?:[-–,+]|og|til|"
    r"samt)\s*(?:pkt\.?\s*|punkt\s*)?\d+(?:\.\d+)?)*)",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:fra|til|indtil|deltog|deltager|under|via|online|kom|gik|forlod|ankom|på video|pr\. telefon)\b",
    re.IGNORECASE,
)
_DASH = re.compile(
    r"\s+[-–]\s*|\s*[-–]\s+(?!(?:og|eller|samt)\b)|(?<=\))\s*[-–]\s*|(?<=[a-zæøå])[-–](?=afbud\b)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_OFFICE_BEFORE = re.compile(
    r"(?:\d\.\s)?(?:(?:vice|næst|med)formand(?:en)?|kassér(?:er)?|kasserer)", re.IGNORECASE
)
_TOOK_PART = re.compile(r"\b(?:deltog|deltager|mødte|til ?stede|kun|kom)\b", re.IGNORECASE)
_REASON = re.compile(
    r"(?:pga\.?\s|grundet\s)?(?:ja|nej|x|ferie|syg(?:dom)?|orlov|barsel|kursus|rejse)", re.IGNORECASE
)
# Commas, but not those between the numbers of items; a stroke before an office, but not the one in "A/S".
_SIGNS = re.compile(
    r"(?<!\d),|,(?!\s*\d)|[;|:](?!\s*\d)|\s{2,}|/(?=(?:næst)?formand|sekretær|gæst|ref(?:erent)?\b)",
    re.IGNORECASE,
)
_BRACKET_SIGNS = re.compile(r"(?<!\d)[,;]\s|[,;]\s(?!\s*\d)")
_NEXT_SENTENCE = re.compile(r"(?<=[a-zæøå)])(?<!\bv)\.\s+(?=[A-ZÆØÅ])")
_REPRESENTS = re.compile(r"\w*(?:medlem|repræsentant|valgt)\s(?:for|af|i)\s", re.IGNORECASE)
_HOUSE_NUMBER = re.compile(r"\s#\d+\b")
_SMALL_ROLE = re.compile(
    r"[a-zæøå]+(?:formand|medlem|repræsentant|ansvarlig|kasserer|revisor|sekretær|leder|valgt|"
    r"tillidsvalgt)(?:\s.{2,25})?|[a-zæøå]{5,}(?:er|ør|or|ant|ist|ent)"
)
_THROUGH = re.compile(r"\s*\bv(?:ed|\.|/)?\s*$")  # "Region Syd v/ Anna Eksempel"
_AND = re.compile(r"^(?:og|samt|oh|&|\+)\s+|\s*\b(?:og|samt|oh|&|\+)\s*$")
_EDGE = " .,;:–-*|"


@dataclass(frozen=True, slots=True)
class Entry:
    """A person as one entry names them; ``attendance`` None where the entry itself does not say."""

    name: str
    organisation: str | None
    role: str | None
    attendance: str | None
    items: tuple[str, ...] | None
    not_items: tuple[str, ...] | None
    stands_for: str | None
    span: tuple[int, int]
    took_part: bool = False


def read_entry(words: Passage) -> Entry | None:
    """``Direktør Anna Eksempel (A), Region Syd (formand) - afbud`` taken apart; None where no person is
    named.
    """
    text = words.text.strip(_EDGE)
    if not text or len(text) > 220:
        return None
    remarks = [piece.strip() for found in _BRACKET.findall(text) for piece in re.split(r"[,;]", found)]
    pieces = [piece.strip(_EDGE) for piece in _split(_BRACKET.sub(" ", text))]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return None
    name, rest = _name_of(pieces)
    if name is None:
        return None
    initials = "".join(word[0] for word in re.split(r"[\s-]", name) if word)
    remarks = [remark for remark in remarks if remark not in {initials, initials[:1] + initials[-1:]}]
    return _entry(name, [*rest, *remarks], words.span())


def entry_of(name: str, before: str, after: str, span: tuple[int, int]) -> Entry:
    """A name found in a list, with what the words of its own before and behind it say."""
    if after[:1] == "-" and after[1:2].isupper():
        after = after.partition(" ")[2]
    after = _HOUSE_NUMBER.sub(" , ", _NEXT_SENTENCE.split(after, maxsplit=1)[0])
    remarks: list[str] = []
    for words in (after, before):
        bracketed = [
            piece.strip() for found in _BRACKET.findall(words) for piece in _BRACKET_SIGNS.split(found)
        ]
        plain = [_AND.sub("", piece).strip(_EDGE + ":") for piece in _split(_BRACKET.sub(" , ", words))]
        if words is before:
            plain = [_THROUGH.sub("", piece) for piece in plain]
            plain = [
                piece
                for piece in plain
                if piece and (_is_office(piece) or not any(map(is_title_word, piece.split())))
            ]
        remarks += [piece for piece in (*plain, *bracketed) if piece and not _is_initials(piece, name)]
    return _entry(name, remarks, span)


def _is_office(piece: str) -> bool:
    return role_of(piece) is not None or _OFFICE_BEFORE.fullmatch(piece) is not None


def _is_initials(piece: str, name: str) -> bool:
    """``TN`` of Tage Nord, ``TOSA`` of Torben Sandager: letters of the name in its order."""
    if not (1 < len(piece) < 5 and piece.isupper() and piece[0] == name[0]):
        return False
    letters = iter(name.lower())
    return all(letter in letters for letter in piece.lower())


def _split(text: str) -> list[str]:
    return [piece for part in _DASH.split(text) for piece in _SIGNS.split(part)]


def _name_of(pieces: list[str]) -> tuple[str | None, list[str]]:
    """The first piece that is a name, and the others. A name may stand after a title in its own piece."""
    for place, piece in enumerate(pieces[:3]):
        words = " ".join(piece.split())
        cut = re.match(
            r"(.*?)\s+(?=(?:deltog|deltager|under|kom\b|gik\b|forlod|ankom|afbud\b|meldt|fra\s+(?:kl|"
            r"pkt|punkt)|for\s+[A-ZÆØÅ]|var\s))(.*)$",
            words,
        )
        extra = [cut.group(2)] if cut else []
        words = cut.group(1) if cut else words
        name = strip_title(words).strip(_EDGE)
        party = re.fullmatch(rf"(.+?)\s+(?:{_PARTY.pattern})", name)
        if party and is_person(party.group(1)):
            name = party.group(1)
        if is_person(name):
            title = words[: len(words) - len(name)].strip() if words.endswith(name) else ""
            before = [
                *pieces[:place],
                *([title] if _OFFICE_BEFORE.fullmatch(title) or role_of(title) else []),
            ]
            return name, [*extra, *before, *pieces[place + 1 :]]
    return None, []


def _entry(name: str, remarks: list[str], span: tuple[int, int]) -> Entry:
    entry = Entry(name, None, None, None, None, None, None, span)
    for remark in remarks:
        if remark and not _PARTY.fullmatch(remark) and not _REASON.fullmatch(remark):
            entry = _with_attendance(entry, remark) or _with_place(entry, remark)
    return entry


def _with_attendance(entry: Entry, remark: str) -> Entry | None:
    """The entry with what a remark says of being there; None where it says nothing of that."""
    numbers = _ITEMS.search(remark)
    if numbers:
        attendance = entry.attendance or "present"
        if numbers["not"]:
            return replace(entry, not_items=expand(numbers["items"]), attendance=attendance)
        took_part = _TOOK_PART.search(remark) is not None
        return replace(entry, items=expand(numbers["items"]), attendance=attendance, took_part=took_part)
    substitute = _SUBSTITUTE.search(remark)
    if substitute:
        whose = substitute["whose"] or substitute["whose2"]
        stands_for = strip_title(whose.strip(_EDGE)) if whose else entry.stands_for
        return replace(entry, attendance="substitute", stands_for=stands_for)
    said = _attendance_in(remark)
    if said is None:
        return None
    kept = entry.attendance if said in {"present", "guest"} else None
    return replace(entry, attendance=kept or said)


def _attendance_in(remark: str) -> str | None:
    """What the words of a remark say of being there: ``afbud``, ``via Teams``, ``gæst``."""
    if _ABSENT.search(remark):
        return "absent"
    if _SECRETARIAT.fullmatch(remark):
        return "secretariat"
    partly = _PARTLY.search(remark) and role_of(remark) is None and not names_organisation(remark)
    if partly or _PRESENT.fullmatch(remark):
        return "present"
    return "guest" if _GUEST.search(remark) else None


def _with_place(entry: Entry, remark: str) -> Entry:
    """The entry with the role or the organisation that a remark names."""
    known = role_of(remark)
    if known:
        return replace(entry, role=entry.role or known)
    if _REPRESENTS.match(remark):
        return replace(entry, role=entry.role or remark[:1].lower() + remark[1:])
    if is_title(remark) or re.fullmatch(r"(?:\d\.\s)?[a-zæøå]\w*formand", remark, re.IGNORECASE):
        return replace(entry, role=entry.role or _own_words(remark))
    if entry.organisation is None and re.search(r"[A-ZÆØÅ]", remark) and len(remark) < 120:
        return replace(entry, organisation=tidy(remark))
    if entry.role is None and _SMALL_ROLE.fullmatch(remark):
        return replace(entry, role=remark)
    return entry


@lru_cache(maxsize=1 << 12)
def role_of(text: str) -> str | None:
    """The role a word for an office at the meeting stands for, or None."""
    for role, pattern in _ROLES:
        if re.fullmatch(pattern, text.strip(_EDGE + "()"), re.IGNORECASE):
            return role
    return None


def _own_words(remark: str) -> str | None:
    """An office in the forum as the text has it (``næstformand``); a title of employment is no role at the
    meeting.
    """
    if re.search(
        r"formand|forkvinde|forperson|suppleant|kasserer|sekretær|repræsentant|medlem", remark, re.IGNORECASE
    ):
        return remark[:1].lower() + remark[1:]
    return None


def expand(items: str) -> tuple[str, ...]:
    """``4 og 5`` and ``2 – 5`` as the numbers meant."""
    numbers: list[str] = []
    tokens = re.findall(r"\d+(?:\.\d+)?|[-–]|til\b", items)
    for place, token in enumerate(tokens):
        if token in {"-", "–", "til"}:
            if 0 < place < len(tokens) - 1 and tokens[place - 1].isdigit() and tokens[place + 1].isdigit():
                first, last = int(tokens[place - 1]), int(tokens[place + 1])
                if last - first < 200:
                    numbers += [str(number) for number in range(first + 1, last)]
        else:
            numbers.append(token)
    return tuple(dict.fromkeys(numbers))
