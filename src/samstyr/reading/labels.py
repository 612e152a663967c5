"""The small headings inside an item: Indstilling, Sagsfremstilling, Beslutning and their many spellings."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Part(StrEnum):
    """What is written under a small heading."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    BACKGROUND = "background"
    MINUTES = "minutes"
    ATTENDANCE = "attendance"
    KIND = "kind"
    ACTIONS = "actions"


@dataclass(frozen=True, slots=True)
class Label:
    """A small heading: what follows it, the forum it names, and where words after its colon begin."""

    part: Part
    forum: str | None
    rest: int | None


_FORUM = r"(?P<forum>[\wÆØÅæøå][^.:;?!]{1,90}?)"
_MONTHS = r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
_DAY = rf"(?:\d{{1,2}}\.\s?{_MONTHS}\s\d{{4}}|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{2,4}})"
_WHEN = (
    r"(?i:,?\s+(?:(?:i|på)\s+mødet\s+)?(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?(?:(?:den|"
    rf"d\.)(?:\s+\S.{{0,30}})?|\d{{1,2}}[-./]\d.{{0,20}}|{_DAY}))?"
)
_POINT = r"(?:,?\s*(?:pkt\.?|punkt|sag(?:snr\.?)?|nr\.?)\s*\d+)?"
_TAIL = r"\s*(?P<colon>:|$)"
_FOLD = r"(?:fold dette punkt (?:ind|ud)\s+)?"

_DECISIONS = tuple(
    re.compile(rf"{_FOLD}{pattern}{_WHEN}{_POINT}{_TAIL}", flags)
    for pattern, flags in (
        (
            r"(?:endelig |mødets )?(?:beslutning(?:er)?|afgørelse|vedtagelse|konklusion(?:er)?|besluttet)",
            re.IGNORECASE,
        ),
        (
            r"(?:[Bb]eslutning(?:er)?|BESLUTNING) (?:i |fra |af |truffet af "
            r")?(?P<forum>[A-ZÆØÅd][^.:;?!]{2,90}?)",
            0,
        ),
        (rf"Behandling i {_FORUM}", re.IGNORECASE),
        (r"(?P<forum>[A-ZÆØÅ][^.:;?!,]{2,90}?)s (?:beslutning(?:er)?|behandling|afgørelse)", 0),
        (r"(?P<forum>[A-ZÆØÅ][A-ZÆØÅ, -]{2,70}?)S (?:BESLUTNING(?:ER)?|BEHANDLING|AFGØRELSE)", 0),
        # "Sundhedsudvalget, 12. marts 2019, pkt. 4:"; without the number it is a page header.
        (
            rf"(?P<forum>[A-ZÆØÅ][^.:;?!,]{{2,70}}?(?:udvalget?|rådet|bestyrelsen|nævnet|direktionen)),?"
            rf"\s(?:den\s)?{_DAY},?\s(?:pkt\.?|punkt|sag)\s?\d+",
            0,
        ),
        (
            rf"(?P<forum>[A-ZÆØÅ][^.:;?!,]{{2,70}}?(?:udvalget?|rådet|bestyrelsen|nævnet|direktionen)),?\s(?:den\s)?{_DAY}(?=:)",
            0,
        ),
        (
            rf"(?P<forum>[A-ZÆØÅ][^.:;?!,]{{2,70}}?(?:udvalget?|rådet|bestyrelsen|nævnet|kommissionen))s\smøde\s(?:den\s)?{_DAY}(?=:)",
            0,
        ),
    )
)
_FIXED: tuple[tuple[Part, str], ...] = (
    (
        Part.RECOMMENDATION,
        r"(?:\w+s |alternativ )?indstilling(?:er)?(?: og anbefaling| til beslutning)?|forslag(?: til "
        r"beslutning)?|anbefaling(?:er)?",
    ),
    (
        Part.BACKGROUND,
        r"(?:supplerende |kort )?sagsfremstilling(?: og økonomi)?|resum[eé]|baggrund(?: og "
        r"formål)?|beskrivelse af sagen|sagsbeskrivelse|"
        r"sagens (?:gang|indhold|baggrund)|indledning(?:/baggrund)?|problemstilling|"
        r"(?:økonomi(?:ske?)?)(?: .{0,40})?|finansiering|"
        r"retsgrundlag|lovgrundlag|bilag(?:sliste)?|personale|sagsforløb|sagsgang(?: og "
        r"sagstype)?|(?:beslutnings)?kompetence|"
        r"bevilling|beslutningstema|tema|kommunikation|miljø(?:mæssige .{0,30})?|konsekvenser|"
        r"sundhed|tidligere behandling|"
        r"videre proces|sagen (?:behandles|afgøres) i|sagsbehandling|beslutningsgrundlag|"
        r"høring(?:ssvar)?|vedlagt|"
        r"sagsnr\.?|sagnr\.?|sagsid\.?|dok\.? ?nr\.?|dok\.|initialer|brevid|åben(?:t)?(?: sag)?|"
        r"lukket(?: sag)?|formål(?: og uddybning)?|indhold|sagens kerne|løsning|retligt grundlag|historik|"
        r"baggrund for sagens fremlæggelse|politisk behandling|"
        r"supplerende .{0,30}|inddragelse|retligt grundlag|vurdering|"
        r"administrationens (?:bemærkninger|vurdering|kommentar(?:er)?|svar|overvejelser|redegørelse)|"
        r"sagens opståen|fakta",
    ),
    (Part.MINUTES, r"referat|mødereferat|drøftelse(?:r)?|bemærkning(?:er)?|kommentar(?:er)?|opsamling"),
    (
        Part.ATTENDANCE,
        r"(?:fravær|fraværende|afbud|fremmøde|(?:ikke|ej) til ?stede|deltog ikke|deltagere|mødedeltagere|"
        r"til ?stede|inhabil(?:itet)?|"
        r"fremmøde og inhabilitet)(?: med afbud| fra| uden afbud)?",
    ),
    (Part.KIND, r"sagstype|behandlingsform|punkttype|type|sagens type|punktets karakter|karakter"),
    (
        Part.ACTIONS,
        r"opfølgning(?:spunkter)?|aktion(?:er|spunkter|sliste)?|action(?:s| points)?|"
        r"handling(?:er)?|to ?-?do|opgaver|"
        r"næste skridt|ansvarlig(?:e)?|tovholder",
    ),
)
_FIXED_LABELS = tuple(
    (part, re.compile(rf"{_FOLD}(?:{pattern}){_TAIL}", re.IGNORECASE)) for part, pattern in _FIXED
)
_PROPOSES = re.compile(
    r"(?:[A-ZÆØÅ]\S*(?:\s\S+){0,9}\s(?:indstiller|foreslår|anbefaler)|(?:Det|Der) (?:indstilles|"
    r"foreslås|anbefales)|Indstilles)"
    r"\b[^.!?]{0,200}?(?:,|:|\bat:?)$",
)
_LONGEST = 160  # characters of a label
_NO_FORUM = re.compile(
    r"(?:kort|mødet|dag|sagen|punktet|det|den(?= \d)|udvalg|bestyrelse|møde|om|vedr|vedrørende|"
    r"til|på|efter)\b|.*\b(?:er|blev|skal|tages|om|at|til)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 13)
def find_label(text: str) -> Label | None:
    """The small heading a line is or begins with (``Beslutning: Godkendt``), or None.

    A label followed by words without a colon is running text, and none.
    """
    if not text or len(text) > 4000:
        return None
    head = text[:_LONGEST]
    short = len(text) <= _LONGEST or ":" in head  # a label is the whole line, or ends in a colon
    for pattern in _DECISIONS if short else ():
        found = pattern.match(head)
        if found and _is_whole(found, text):
            forum = found.groupdict().get("forum")
            if forum is not None and _NO_FORUM.match(forum):
                continue
            return Label(Part.DECISION, _own_name(forum), _rest(found, text))
    for part, pattern in _FIXED_LABELS if short else ():
        found = pattern.match(head)
        if found and _is_whole(found, text):
            return Label(part, None, _rest(found, text))
    if len(text) < 260 and _PROPOSES.match(text):
        return Label(Part.RECOMMENDATION, None, None)
    return None


def _is_whole(found: re.Match[str], text: str) -> bool:
    return found["colon"] == ":" or found.end() == len(text)


def _rest(found: re.Match[str], text: str) -> int | None:
    rest = text[found.end() :]
    return found.end() + len(rest) - len(rest.lstrip()) if rest.strip() else None


def _own_name(forum: str | None) -> str | None:
    """``Udvalget`` and its like name no forum apart from the one that meets."""
    if forum is None or forum.lower() in {
        "udvalget",
        "udvalg",
        "bestyrelsen",
        "rådet",
        "mødet",
        "styregruppen",
    }:
        return None
    return forum.strip(" ,-–")
