"""Lines that a conversion ran together, cut where the headings of minutes plainly begin and end.

A whole page may have become one line; it is cut only where it holds several such headings one after another. In any
line a heading may be glued to the word before it (``Eventuelt1. Rundvisning``).
"""

import re
from collections.abc import Iterator

SHORTEST = 120  # characters of a line that may be cut
_PAGE_LONG = 500
_LEAST_CUTS = 3  # two are enough in a line as long as a page

_FIELD = (
    r"(?:Mødedato|Mødetidspunkt|Mødested|Sluttidspunkt|Starttidspunkt|Dato|Tid|Tidspunkt|Sted|"
    r"Deltagere|Mødedeltagere|Medlemmer|Til stede|"
    r"Tilstede|Tilstedeværende medlemmer|Afbud|Fraværende|Referent|Mødeleder|Dagsorden|"
    r"Indholdsfortegnelse|Bemærkninger|Sagsnr\.?|Sagsid\.?|Dok\.nr\.?|"
    r"Initialer|Næste møde|Referat|Beslutning|Indstilling)"
)
_PART = (
    r"(?:Indstilling(?:er)?|Sagsfremstilling|Resum[eé]|Indledning|Baggrund|Økonomi|Beskrivelse af "
    r"sagen|Åben sag|Lukket sag|Bilag)"
)
_NUMBER = (
    r"(?:(?:Ad|AD|Pkt\.?|Punkt)\s?\d{1,3}(?:/\d\d|\.\d{1,2})?[.:)]?(?!,)|"
    r"(?<!\bden\s)(?<!\bog\s)\d{1,3}(?:\.[a-z])?(?:[:)]|(?<!\D\d\.\s\d)(?<!\D\d\d\.\s\d)\.)(?=\s[A-ZÆØÅ](?:[a-zæøå]|[A-ZÆØÅ]{2})))"
)
# A cut before each, and after those that stand alone on their line.
_LIST = (
    r"(?:Fra sekretariatet|Tilstedeværende\s\w+(?: af \w+)?|Deltagere|Til ?stede|Afbud|Fraværende|Medlemmer)"
)
_BODY_DECIDED = (
    r"[A-ZÆØÅ][a-zæøå]+s\sbeslutning:(?=\s[A-ZÆØÅ])|"
    r"[A-ZÆØÅ]{4}[A-ZÆØÅ ,-]{0,50}S BESLUTNING(?: I MØDET)?(?: DEN [\d.]+ [A-ZÆØÅ]+ \d{4})?(?=\s)|"
    r"(?:INDSTILLING OG BESLUTNING|BAGGRUND FOR SAGENS FREMLÆGGELSE|INDSTILLING|POLITISK BEHANDLING|SAGSFREMSTILLING|"
    r"KONKLUSION|ØKONOMI(?:SKE KONSEKVENSER)?|VIDERE PROCES)(?=\s)"
)
_DECIDED = (
    r"[A-ZÆØÅ][a-zæøå]+s\sbeslutning:(?=\s[A-ZÆØÅ])|"
    r"Behandling\si\s[A-ZÆØÅ][\wæøå-]+(?=\s[A-ZÆØÅ])|"
    r"Beslutning(?:er)?(?:\s(?:i\s)?[A-ZÆØÅ][\wæøå-]+(?:\sog\s[\wæøå-]+)?\sden(?:\s[\d.-]{6,10})?|:)?(?=\s[A-ZÆØÅ])"
)
_BEFORE = re.compile(
    rf"\s(?P<cut>{_NUMBER}|{_FIELD}\s?:|{_LIST}(?=\s[A-ZÆØÅ][a-zæøå]+\s[A-ZÆØÅ])|TEMA:|"
    rf"(?P<alone>(?<!\d[.:)]\s){_PART}(?=:?\s[A-ZÆØÅ])|{_BODY_DECIDED}|{_DECIDED}))"
)
_LEADING_PAGE = re.compile(r"\d{1,3}\s(?=\S)")
_PAGE_BEFORE_NUMBER = re.compile(r"\d{1,3}\s(?=\d{1,2}\.\s[A-ZÆØÅ][a-zæøå])")
_TRAILING_PAGE = re.compile(r"(?<=[.!?)])\s\d{1,3}$")
# What is written under an item, begun on the line of its title: "2. Henvendelser Ad 2) Ingen".
_ANSWER = re.compile(r"(?<=\S\s)(?=(?:Ad|AD)\s?\d{1,2}\s?[.:)]\s)")
_NUMERAL = re.compile(r"\d\.\s?[A-ZÆØÅ]")
# A heading behind the last words of a line: "(ikke mødt). 1. Godkendelse af referat:".
_BEHIND = re.compile(r"(?<=[.)?!]\s)(?=\d{1,2}\.\s[A-ZÆØÅ][^.:]{2,80}:$)")
# A small heading glued to the last word of the line before: "At planen godkendesBeslutning".
_LABELS = ("Beslutning", "Indstilling", "Sagsfremstilling", "Referat", "Bilag", "Resumé")
_LABEL_ENDS = tuple(label + colon for label in _LABELS for colon in ("", ":"))
_GLUED_LABEL = re.compile(rf"(?<=[a-zæøå0-9.,:)!?])(?=(?:{'|'.join(_LABELS)}):?$)")
_GLUED = re.compile(r"(?<!\d\.)(?<=[a-zæøå.:)!?])(?=\d{1,3}\.\s?[A-ZÆØÅ][a-zæøå]{2})")


def cuts(text: str) -> Iterator[tuple[int, int]]:
    """The pieces of a line, start and end; one piece where it is an ordinary line."""
    places = [found.start() for found in _GLUED.finditer(text)] if _NUMERAL.search(text) else []
    if text.endswith(_LABEL_ENDS):
        places += [found.start() for found in _GLUED_LABEL.finditer(text)]
    if places == [] and text.endswith(":"):
        places += [found.start() for found in _BEHIND.finditer(text)]
    if "Ad" in text or "AD" in text:
        places += [found.start() for found in _ANSWER.finditer(text)]
    start, end = 0, len(text)
    if len(text) >= SHORTEST:
        paged = _PAGE_BEFORE_NUMBER.match(text)
        start = paged.end() if paged else 0
        inside = [place for found in _BEFORE.finditer(text) for place in _ends(found)]
        if len(inside) >= (_LEAST_CUTS if len(text) < _PAGE_LONG else _LEAST_CUTS - 1):
            places += inside
            page = _LEADING_PAGE.match(text)
            start = page.end() if page else start
            last = _TRAILING_PAGE.search(text)
            end = last.start() if last else end
    for place in sorted({*places, end}):
        if start < place <= end:
            yield start, place
            start = place


def _ends(found: re.Match[str]) -> tuple[int, ...]:
    """Before a heading; and after it, where it stands alone on its line."""
    at = found.start("cut")
    return (at, found.end()) if found["alone"] else (at,)
