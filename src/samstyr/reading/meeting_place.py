"""Where a meeting was held, as the words beside its day tell."""

import re

from samstyr.reading.dates import find_times
from samstyr.reading.document import Line
from samstyr.reading.names import tidy
from samstyr.reading.record import Span

_SHORT = 40  # characters of a line that holds nothing but a place
_PLACE_AFTER = re.compile(
    r"^(?:\s*,?\s*(?:fra\s)?kl\.?\s?:\d\d)?\s*,?\s*(?:(?:på|i|ved)\s+|sted:\s*)?(?P<place>(?:(?<=på\s)|(?<=i\s)|(?<=ved\s)|(?<=sted:\s)|hos\s|via\s(?=Micro|Teams|Skype|Zoom)|"
    r"(?:møde)?lokale\s\w)(?:[^.;]|(?<=\d)\.(?=\d)){0,120}?)\s*(?:$|\.(?!\d)|;|,?\s+(?:med|kl\.)\s)",
    re.IGNORECASE,
)
_PLACE_BEFORE_HOURS = re.compile(
    r"^\s*,?\s*(?:i|på)\s+(?P<place>[A-ZÆØÅ][^.;:]{2,80}?),?\s+(?:kl\.?|klokken)\s?\d"
)
_NO_HOUR = re.compile(r"\s*,?\s?kl\.?\s[A-ZÆØÅ]")
_PLACE_AFTER_TIMES = re.compile(
    r"^\s*(?:,|,?\s?kl\.?(?=\s[A-ZÆØÅ]))\s*(?P<place>(?:(?-i:[A-ZÆØÅ])|(?:møde)?lokale\s|video|virtuelt|online|teams|telefon)[^;]{2,120}?)\.?$",
    re.IGNORECASE,
)
_PLACE_ALONE = (
    re.compile(
        r"(?P<place>hos\s+[A-ZÆØÅ][^.:;]{1,110}|(?:via|på|over)\s(?:Microsoft\s)?(?:Teams|Skype|Zoom|Lync)\b.{0,20})",
        re.IGNORECASE,
    ),
    re.compile(r"(?:i|på|ved)\s+(?P<place>(?:[A-ZÆØÅ0-9\"”]|virtuelt\s|mødelokale\s)[^.:;]{1,110})"),
    # An address: a street with a number, or a postcode and a town.
    re.compile(
        r"(?P<place>[A-ZÆØÅ].{0,70}?(?:vej|gade|stræde|plads|allé|torv|boulevard)(?:en)?\s\d+\w?(?:[\s,].{0,60}?)?)(?:,?\s+kl\..*)?"
    ),
    re.compile(r"(?P<place>[A-ZÆØÅ].{3,80}?,\s?\d{4}\s[A-ZÆØÅ][\wæøå]+(?:\s[A-ZÆØÅ]\w*)?)(?:,?\s+kl\..*)?"),
    re.compile(
        r"(?P<place>(?:\S+\s){0,6}?(?:\w*[Ll]okale|\w*sal(?:en)?|\w*[Rr]ådhus(?:et)?|"
        r"\w*[Rr]egionshus(?:et)?|\w*[Cc]ent(?:er|ret)|\w*[Kk]antinen?|\w*huset|\w*[Bb]ibliotek(?:et)?)"
        r"(?:[\s,].{0,60})?)"
    ),
)


def place_after(line: Line, at: int) -> tuple[str, Span] | None:
    """The place behind the day and the times: ``i Regionshuset``, or after a comma where times stand."""
    before_hours = _PLACE_BEFORE_HOURS.match(line.text[at:])
    if before_hours:
        span = line.passage.span(at + before_hours.start("place"), at + before_hours.end("place"))
        return (tidy(before_hours["place"]), span)
    hours = next(find_times(line.text[at:]), None)
    if hours is not None:
        at += hours.end
    found = _PLACE_AFTER.match(line.text[at:])
    if not found and (hours is not None or _NO_HOUR.match(line.text[at:])):
        found = _PLACE_AFTER_TIMES.match(line.text[at:])
    if not found:
        return None
    span = line.passage.span(at + found.start("place"), at + found.end("place"))
    return (tidy(found["place"]), span)


def place_below(line: Line, lines: list[Line]) -> tuple[str, Span] | None:
    """The place on the line under the date: ``i Regionshuset …``, ``Mødelokale 3``."""
    if (
        line.text.endswith((" i", " på"))
        and lines
        and lines[0].text[:1].isupper()
        and len(lines[0].text) < _SHORT
    ):
        return (tidy(lines[0].text), lines[0].span)
    for below in lines:
        found = next((each for pattern in _PLACE_ALONE if (each := pattern.fullmatch(below.text))), None)
        if found:
            return (tidy(found["place"]), below.passage.span(*found.span("place")))
    return None
