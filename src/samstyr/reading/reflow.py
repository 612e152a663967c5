"""Pages that a conversion made into one long line, cut where the headings of minutes plainly begin and end.

Ordinary lines are not cut: only those that hold several such headings one after another.
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
    r"Initialer|Næste møde)"
)
_PART = (
    r"(?:Indstilling(?:er)?|Sagsfremstilling|Resum[eé]|Indledning|Baggrund|Økonomi|Beskrivelse af "
    r"sagen|Åben sag|Lukket sag|Bilag)"
)
_NUMBER = (
    r"(?:(?:Ad|Pkt\.?|Punkt)\s\d{1,2}(?:\.\d{1,2})?[.:)]?|"
    r"(?<!\d\.\s)(?<!\bden\s)\d{1,3}[.:](?=\s[A-ZÆØÅ][a-zæøå]))"
)
# A cut before each, and after those that stand alone on their line.
_BEFORE = re.compile(
    rf"(?<=\s)(?:{_NUMBER}|{_FIELD}\s?:|Fra sekretariatet(?=\s[A-ZÆØÅ])|Afbud(?=\s[A-ZÆØÅ])|"
    rf"(?P<alone>{_PART}(?=:?\s[A-ZÆØÅ])|"
    r"Beslutning(?:er)?(?:\s(?:i\s)?[A-ZÆØÅ][\wæøå-]+(?:\sog\s[\wæøå-]+)?\sden(?:\s[\d.-]{6,10})?|:)?(?=\s[A-ZÆØÅ])))"
)
_LEADING_PAGE = re.compile(r"\d{1,3}\s(?=\S)")


def cuts(text: str) -> Iterator[tuple[int, int]]:
    """The pieces of a long line, start and end; one piece where it does not look like a page."""
    places: list[int] = []
    for found in _BEFORE.finditer(text):
        places.append(found.start())
        if found["alone"]:
            places.append(found.end())
    if len(places) < (_LEAST_CUTS if len(text) < _PAGE_LONG else _LEAST_CUTS - 1):
        yield 0, len(text)
        return
    page = _LEADING_PAGE.match(text)
    start = page.end() if page else 0
    for place in sorted({*places, len(text)}):
        if place > start:
            yield start, place
            start = place
