"""The head of the document: which forum met, when and where."""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from samstyr.reading.dates import FoundDate, FoundTime, find_dates, find_times
from samstyr.reading.document import Document, Line
from samstyr.reading.forum_title import forum_in_titles
from samstyr.reading.labels import find_label
from samstyr.reading.meeting_place import place_after, place_below
from samstyr.reading.names import tidy
from samstyr.reading.outline import Outline
from samstyr.reading.record import Meeting, Span

_LABELS = {
    "forum": r"(?:udvalg|forum|organ|møde\s?i|mødeforum|møde for|navn)",
    "date": r"tid(?:spunkt)?\s?(?:og|/|&)\s?sted|"
    r"(?:møde)?dato(?:\s+for\s+møde(?:t)?)?|mødedag|dato\s*(?:og|/)\s*tid|mødedato\s*(?:og|"
    r"/)\s*(?:-?tid|tidspunkt)|tid(?:spunkt)?|hvornår|møde\s*afholdt|afholdt|starttidspunkt",
    "time": r"mødets\s+start|(?:møde|start)?tid(?:spunkt)?(?:\s+for\s+møde(?:t)?)?|mødetid|klokken|start(?:et|er)?|"
    r"starttidspunkt(?:\s+for\s+møde)?|mødestart",
    "end": r"slut(?:tidspunkt|tid)?(?:\s+for\s+møde(?:t)?)?|mødeslut",
    "place": r"(?:møde)?sted|(?:møde)?lokale|lokation|hvor|mødested\s*/\s*lokale",
}
_LABEL = {
    name: re.compile(
        rf"(?:{pattern})(?:\s*:\s*|\s{{2,}}|$|(?-i:(?=[A-ZÆØÅ]))|(?<=sted)\s(?-i:(?=[A-ZÆØÅ]))|"
        rf"(?<=dato)\s(?=\d|[mtofls]\w+dag\b)|(?<=tid)\s(?=\d|kl))\s*(?P<value>.*)$",
        re.IGNORECASE,
    )
    for name, pattern in _LABELS.items()
}
_NEXT_LABEL = re.compile(
    r"(?:\w*dato|\w*tid(?:spunkt)?|\w*sted|\w*lokale|deltagere|mødedeltagere|medlemmer|afbud|"
    r"til ?stede|fraværende|referent|mødeleder|"
    r"dagsorden|emne|udvalg|bemærkninger)\s*(?::|$)",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?:(?:[Gg]odkendt|[Uu]dkast til)\s)?(?:(?i:referat)|(?i:beslutningsreferat)|(?i:dagsorden))\s"
    r"(?!fra\s(?:sidste|seneste)|for\sgodkendelse)[^.:;]{0,80}?\b[Mm]øde(?:t)?\b(?!s)"
)
_SHORT = 40  # characters of a line that holds one field
# A field in the middle of a line, and what ends the value of the one before.
_FIELDS = re.compile(
    r"(?<=\S)\s(?:(?:(?:[Mm]øde)?(?:[Dd]ato|[Tt]idspunkt|[Ss]ted)|Tid|Lokale|"
    r"Starttidspunkt(?: for møde)?|Sluttidspunkt(?: for møde)?|"
    r"Udsendelsesdato|Bemærkninger|Afbud(?: fra)?|Fraværende|Deltagere?|Mødedeltagere|Til ?stede|"
    r"Tilstede|Medlemmer|Pårørende|"
    r"Medarbejdere|Forældre|Referent|Mødeleder|Dagsorden|Referat|Ref|Møde|Udvalg)\s?:|"
    r"(?:Sted|Mødested|Deltagere|Dato|Tid|REFERAT|DAGSORDEN|Dagsorden|Til stede|Tilstede|Fraværende|"
    r"Medlemmer|Afbud)(?=\s[A-ZÆØÅ\d]|$))"
)
_HELD = re.compile(r"\b[Mm]øde(?:t)?\s+(?:blev\s+|er\s+)?(?:afholdt(?:es)?|holdt)\b(?=.{0,60}\d)")
_HELD_PLACE = re.compile(
    r"Møde(?:t)?\s(?:blev\s)?(?:afholdt|holdt)\s(?:(?:i|på)\s)?(?P<place>(?:hos\s)?[A-ZÆØÅ][^.;\d]{1,50})"
)
_HELD_AT = re.compile(
    r"\s+(?:på|i|hos)\s+(?P<place>[A-ZÆØÅ][^;]{2,80}?),?\s+(?=kl\b|den\s\d|d\.\s?\d|mandag|tirsdag|"
    r"onsdag|torsdag|fredag|lørdag|søndag)"
)
_ADDRESSED = re.compile(
    r".{0,40}?[Ii]ndstille[rs](?:\s+(?:over\s?for|til))\s+(?:det\s)?(?P<forum>(?:[A-ZÆØÅ]|udvalget|"
    r"rådet)[^:,.]{3,80}?)\s*(?=[:,]|at\b)"
)
_ADDRESSED_LINES = 200
_END_SAID = re.compile(
    r"\bmødet\s+(?:\w+\s+){0,2}?(?:sluttede|hævet|hævedes|afsluttet|slut)\b|\bmødets\s+(?:slut|afslutning)\b",
    re.IGNORECASE,
)
_LONG = 400  # characters of a line that may be the head of the meeting
_HOURS_FIRST = re.compile(r"(?:kl\.?\s*)?\d{1,2}[.:]\d\d\s*[-–]\s*(?:kl\.?\s*)?\d{1,2}[.:]\d\d\s*[-–,:]?\s*")


@dataclass(frozen=True, slots=True)
class _Part:
    value: object
    span: Span


def top_of(document: Document, outline: Outline) -> list[Line]:
    """The lines before the first item; the first sixty where there are no items."""
    first = min((heading.first for heading in (*outline.contents[:1], *outline.headings[:1])), default=60)
    return list(document.lines[: max(first, 1)][:120])


def find_meeting(document: Document, outline: Outline) -> Meeting:
    """Forum, date, start, end and place from the head: titles, labelled fields and running text."""
    top = [piece for line in top_of(document, outline) for piece in _at_labels(line)]
    parts: dict[str, _Part] = {}
    for reader in (_titled, _held, _labelled, _running):
        for name, part in reader(top):
            parts.setdefault(name, part)
    if "forum" not in parts and (named := forum_in_titles(top)) is not None:
        parts["forum"] = _Part(*named)
    if "end" not in parts:
        for name, part in _ended(document):
            parts.setdefault(name, part)
    if "forum" not in parts:
        parts = _deciding(document) | parts
    if "forum" not in parts:
        parts |= _addressed(document)
    if not parts:
        return Meeting()
    # What was found far below (the end of the meeting, the forum of a decision) does not stretch the head.
    below = top[-1].span[1] if top else 0
    near = [part.span for part in parts.values() if part.span[1] <= below] or [
        next(iter(parts.values())).span
    ]
    values = {name: part.value for name, part in parts.items()}
    return Meeting(
        **values,  # type: ignore[arg-type]
        span=(min(start for start, _ in near), max(end for _, end in near)),
        rule="head",
    )


def _deciding(document: Document) -> dict[str, _Part]:
    """The forum whose decisions the document gives, where it is the only one, and the day where there is one too."""
    named: dict[str, Line] = {}
    days: dict[date | None, _Part] = {}
    for line in document.lines:
        label = find_label(line.text)
        if label is None or label.forum is None:
            continue
        named.setdefault(label.forum, line)
        for day in find_dates(line.text[:_LONG]):
            span = line.passage.span(day.start, day.end)
            days.setdefault(day.on(None), _Part(day.on(None), span))
    if len(named) != 1:
        return {}
    ((forum, line),) = named.items()
    at = line.text.find(forum)
    parts = {"forum": _Part(forum, line.passage.span(at, at + len(forum)))} if at >= 0 else {}
    if len(days) == 1 and None not in days:
        parts["date"] = next(iter(days.values()))
    return parts


def _addressed(document: Document) -> dict[str, _Part]:
    """The forum that what is recommended is addressed to, where it is the only one."""
    named: dict[str, tuple[Line, int]] = {}
    for line in document.lines[:_ADDRESSED_LINES]:
        found = _ADDRESSED.match(line.text) if "ndstill" in line.text[:80] else None
        if found:
            named.setdefault(found["forum"], (line, found.start("forum")))
    if len(named) != 1:
        return {}
    ((forum, (line, at)),) = named.items()
    return {"forum": _Part(forum, line.passage.span(at, at + len(forum)))}


def _at_labels(line: Line) -> list[Line]:
    """A line of several labelled fields, one after another, as a line for each."""
    if len(line.text) < _SHORT or not _FIELDS.search(line.text):
        return [line]
    cuts = [0, *(found.start() + 1 for found in _FIELDS.finditer(line.text)), len(line.text)]
    return [
        replace(line, passage=line.passage.part(start, end), raw="")
        for start, end in pairwise(cuts)
        if line.text[start:end].strip()
    ]


def _titled(top: list[Line]) -> list[tuple[str, _Part]]:
    """``Referat af møde i rådet den 3. december 2014 kl. 10-12``: beats the day the minutes were written."""
    found = [
        part
        for line in top[:40]
        if _TITLED.match(line.text[:_LONG])
        for part in _when(line, 0, _LONG)
        if part[0] == "date"
    ]
    return found[:1] if len({part.value for _, part in found}) == 1 else []


def _held(top: list[Line]) -> list[tuple[str, _Part]]:
    """``Mødet blev afholdt fredag den 2. marts 2012 kl. 10 i …``: beats a date that stands by itself."""
    for line in top[:40]:
        alone = _HELD_PLACE.fullmatch(line.text)
        if alone:
            return [("place", _Part(tidy(alone["place"]), line.passage.span(*alone.span("place"))))]
        found = _HELD.search(line.text[:_LONG])
        if not found:
            continue
        parts = _when(line, found.end(), _LONG)
        where = _HELD_AT.match(line.text, found.end())
        if where:
            parts.append(("place", _Part(tidy(where["place"]), line.passage.span(*where.span("place")))))
        elif any(name == "date" for name, _ in parts):
            day = next(find_dates(line.text[found.end() :]))
            parts += _placed(place_after(line, found.end() + day.end))
        if parts:
            return parts
    return []


def _labelled(top: list[Line]) -> list[tuple[str, _Part]]:
    """``Dato: 4. maj``, ``Mødested`` with its value on the next line, and their like."""
    parts: list[tuple[str, _Part]] = []
    for place, line in enumerate(top):
        for name, pattern in _LABEL.items():
            found = pattern.match(line.text)
            if not found:
                continue
            value_line, start = line, found.start("value")
            if not found["value"]:
                if place + 1 >= len(top) or _NEXT_LABEL.match(top[place + 1].text):
                    continue
                value_line, start = top[place + 1], 0
            value = value_line.text[start:]
            if name == "forum":
                parts.append(("forum", _Part(tidy(value), value_line.passage.span(start))))
            elif name == "place":
                day = next(find_dates(value), None)
                hours = _HOURS_FIRST.match(value)
                if value and not (day and day.start == 0):
                    start += hours.end() if hours else 0
                    place_named = tidy(value_line.text[start:])
                    parts.append(("place", _Part(place_named or None, value_line.passage.span(start))))
            elif name == "end":
                parts += _end_of(value, value_line, start)
            else:
                parts += _when(value_line, start) or _without_year(value_line, start, top)
                if "sted" in line.text[: found.start("value")].lower():
                    day = next(find_dates(value), None)
                    parts += _placed(place_after(value_line, start + (day.end if day else 0)))
    return parts


def _without_year(line: Line, start: int, top: list[Line]) -> list[tuple[str, _Part]]:
    """A day whose year another line of the head gives."""
    day = next(find_dates(line.text[start:]), None)
    if day is None or day.year is not None:
        return []
    for other in top[:40]:
        for each in find_dates(other.text[:_LONG]):
            if each.year is not None and (each.day, each.month) == (day.day, day.month):
                return [("date", _Part(each.on(None), line.passage.span(start + day.start, start + day.end)))]
    return []


def _end_of(value: str, line: Line, start: int) -> list[tuple[str, _Part]]:
    found = next(find_times(value), None) or next(find_times(f"kl. {value}"), None)
    if found is None:
        return []
    return [("end", _Part(found.ends or found.begins, line.passage.span(start)))]


def _when(line: Line, start: int, until: int | None = None) -> list[tuple[str, _Part]]:
    """Date and times in a piece of a line."""
    text = line.text[start:until]
    parts: list[tuple[str, _Part]] = []
    day = next((each for each in find_dates(text) if each.year is not None), None)
    if day is not None:
        parts.append(("date", _Part(day.on(None), line.passage.span(start + day.start, start + day.end))))
    hours = next(find_times(text), None)
    if hours is None and re.match(r"\d{1,2}[.:]\d\d\b", text):
        hours = next(find_times(f"kl. {text}"), None)
        if hours is not None:
            hours = FoundTime(0, len(text), hours.begins, hours.ends)
    if hours is not None:
        span = line.passage.span(start + hours.start, start + hours.end)
        parts.append(("start", _Part(hours.begins, span)))
        if hours.ends is not None:
            parts.append(("end", _Part(hours.ends, span)))
    return parts


def _running(top: list[Line]) -> list[tuple[str, _Part]]:
    """A date with times and place in running text: ``Mødet blev afholdt den … kl. … i …``."""
    parts: list[tuple[str, _Part]] = []
    for place, line in enumerate(top[:40]):
        days = [each for each in find_dates(line.text[:_LONG]) if each.year is not None]
        if not days:
            if not days and parts and not any(name == "start" for name, _ in parts) and len(line.text) < 60:
                parts += [part for part in _when(line, 0) if part[0] in {"start", "end"}]
                parts += _placed(place_after(line, 0))
            continue
        known = next((part for name, part in parts if name == "date"), None)
        if known is not None:
            # The day again, as in a title under a page header, now with its hours and place.
            if days[0].on(None) == known.value and not any(name == "start" for name, _ in parts):
                parts += _when(line, days[0].start, _LONG)
                parts += _placed(
                    place_after(line, days[0].end) or place_below(line, top[place + 1 : place + 3])
                )
            continue
        if _is_side_date(line.text, days[0]):
            continue
        parts += _when(line, days[0].start, _LONG)
        parts += _placed(place_after(line, days[0].end) or place_below(line, top[place + 1 : place + 3]))
    return parts


def _placed(found: tuple[str, Span] | None) -> list[tuple[str, _Part]]:
    return [("place", _Part(*found))] if found is not None else []


def _is_side_date(text: str, day: FoundDate) -> bool:
    """The date of a letter, of an earlier meeting or of an approval is not the meeting's."""
    before = text[: day.start].lower()
    return (
        re.search(
            r"godkend\w* (?:den|d\.)|godkendelse af|udsend|oprettet|opdateret|udskrevet|senest "
            r"ændret|sagsnr|bilag til|af brev|frist|gældende fra",
            before,
        )
        is not None
    )


def _bare_time(text: str) -> FoundTime | None:
    """``16.20`` without ``kl.``"""
    bare = re.search(r"(?<![\d.])\d{1,2}[.:]\d\d(?![\d.])", text)
    hours = next(find_times(f"kl. {bare.group()}"), None) if bare else None
    return FoundTime(bare.start(), bare.end(), hours.begins, hours.ends) if bare and hours else None


def _ended(document: Document) -> list[tuple[str, _Part]]:
    """``Mødet sluttede kl. 16.45`` anywhere in the text, or the time on the line below."""
    for line, following in pairwise((*document.lines, None)):
        found = _END_SAID.search(line.text) if line is not None else None
        if line is None or found is None:
            continue
        rest = line.text[found.start() :]
        hours = next(find_times(rest), None) or _bare_time(rest)
        if hours is not None:
            span = line.passage.span(found.start() + hours.start, found.start() + hours.end)
            return [("end", _Part(hours.begins, span))]
        if following is not None and max(len(line.text), len(following.text)) < _SHORT:
            below = next(find_times(following.text), None)
            if below is not None:
                return [("end", _Part(below.begins, following.passage.span(below.start, below.end)))]
    return []
