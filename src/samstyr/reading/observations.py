"""Values of indicators that rose or fell, with the area, and whether the way of measuring changed; and data
that are missing.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from samstyr.reading.bodies import Body
from samstyr.reading.cues import CUES
from samstyr.reading.dates import find_dates
from samstyr.reading.document import Sentence
from samstyr.reading.record import MissingData, Observation

_NUMBER = r"\d{1,3}(?:[.,]\d+)?"
_UNIT = r"(?:pct\b\.?|procentpoint|procent|%|dage\b|timer\b|minutter\b|point\b)"
_FROM_TO = re.compile(
    rf"\bfra\s+(?:ca\.\s*)?(?P<before>{_NUMBER})"
    rf"\s*(?P<unit1>{_UNIT})?\s*(?:i\s+\d{{4}}\s+)?til\s+(?:ca\.\s*)?(?P<after>{_NUMBER})"
    rf"\s*(?P<unit2>{_UNIT})?",
    re.IGNORECASE,
)
_UNITS = (
    ("pct", "percent"),
    ("procent", "percent"),
    ("%", "percent"),
    ("dage", "days"),
    ("timer", "hours"),
    ("minutter", "minutes"),
    ("point", "points"),
)
_AREA = re.compile(
    r"\b(?:Region\s+[A-ZÆØÅ]\w+|[A-ZÆØÅ]\w+(?:-[A-ZÆØÅ]\w+)?\s+[Kk]ommune|hele landet|landsplan|"
    r"[A-ZÆØÅ]\w+\s+(?:Hospital|Sygehus|Universitetshospital))\b"
)
_INDICATOR = (
    re.compile(
        r"\bindikator(?:en)?\s+(?:for\s+|vedr\.\s+|om\s+)?[\"”“»]?(?P<name>\w.*?)[\"”“«]?(?=,|"
        r"\s+(?:hvor|er|fra|i|har|steg|faldt|gik|steget|faldet|gået|øget|forbedret|for|viser|der)\b|[.;:]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<name>andelen\s+af\s+.+?|anvendelsen\s+af\s+.+?|brugen\s+af\s+.+?|"
        r"udbredelsen\s+af\s+.+?|dækningen\s+af\s+.+?)(?=,|\s+(?:er|fra|i|har|steg|faldt|gik|steget|"
        r"faldet|gået|øget|forbedret|for|hos)\b|[.;:]|$)",
        re.IGNORECASE,
    ),
)
_AFTERWARDS = re.compile(
    r"^\s*(?:for|i|af|på)\s+(?:indikatoren\s+)?(?P<name>[a-zæøå].*?)(?=[.,;:]|\s+(?:hvor|som|der|siden)\b|$)",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\b(?:data(?:indsamling|grundlag|kilde|fangst)|opgørelse|måle?(?:metode|ing)|metode|"
    r"definition|registreringspraksis|beregning)\w*\b.{0,80}\b(?:ændret|ændring|ændrede|ny|nyt|"
    r"nye|omlagt|skiftet|anderledes)\b|"
    r"\b(?:ny|nyt|nye|ændret|ændrede)\s+(?:\w+\s+)?(?:opgørelse|metode|målemetode|datagrundlag|"
    r"datakilde|definition|dataindsamling|beregning)\w*|\bdatabrud|\bbrud\s+i\s+(?:tids|data)|"
    r"\bikke\s+(?:\w+\s+)?sammenlign|\bstikprøve",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\b(?:årsagen(?:\s+\w+)?\s+er|(?:det|dette|faldet|stigningen|ændringen|"
    r"forskellen)\s+skyldes|forklaringen\s+er|"
    r"skyldes)(?P<clause>,?\s*at)?\s*,?\s*(?P<reason>\S.*?)\.?$",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"\b(?:skaffe\s+data|mangler(?:\s+\w+){0,2}\s+data|manglende\s+data|ingen\s+data|"
    r"ikke\s+(?:\w+\s+){0,2}(?:data|tal)|data\s+(?:mangler|foreligger\s+(?:endnu\s+)?ikke)|"
    r"endnu\s+ikke\s+(?:\w+\s+)?data)\b"
    r"(?:\s+(?:på|for|om|vedr\.|vedrørende|til|i forhold til))?\s*(?P<what>.*)$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:de|den|det)\s+)?(?:(?:to|tre|fire|fem|\d+)\s+)?(?:\w+e\s+)?indikator(?:erne|en|"
    r"er)?\s*(?:[-–:,]|om|for|vedr\.)?\s*",
    re.IGNORECASE,
)
_WRAPPING = re.compile(
    r"^(?:(?:borgernes|borgeres|patienternes|lægernes|kommunernes|"
    r"regionernes)\s+)?(?:udbredelse(?:n)?|anvendelse(?:n)?|brug(?:en)?)\s+af\s+",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:lever\w*|forvent\w*|foreligge\w*|klar\w*|afleveres|indberettes|fremsendes|være på plads|kommer)\b",
    re.IGNORECASE,
)
_NAME_END = re.compile(r"[.;]|\s+(?:men|hvor|som|der|og det|inden|til den|senest|før|fra)\b")


def find_observations(body: Body) -> Iterator[Observation]:
    """Each pair of values ``fra … til …`` that has a unit, with indicator, area, break and reason."""
    for block in body.told():
        for paragraph in block.paragraphs:
            sentences = paragraph.sentences
            for place, sentence in enumerate(sentences):
                if not sentence.cues & CUES["measured"]:
                    continue
                values = list(_FROM_TO.finditer(sentence.text))
                for found in values:
                    unit = _unit(found["unit2"] or found["unit1"])
                    if unit:
                        yield _observation(body, sentence, found, unit, _explained(sentences, place))


def _explained(sentences: Sequence[Sentence], place: int) -> list[Sentence]:
    """The sentence and those that explain it: up to two more, before the next pair of values."""
    explaining = [sentences[place]]
    for following in sentences[place + 1 : place + 3]:
        if _FROM_TO.search(following.text):
            break
        explaining.append(following)
    return explaining


def _observation(
    body: Body, sentence: Sentence, found: re.Match[str], unit: str, explained: list[Sentence]
) -> Observation:
    text = sentence.text
    said = " ".join(each.text for each in explained)
    reason = next((why["reason"] for each in explained if (why := _WHY.search(each.text))), None)
    return Observation(
        item=body.number,
        item_index=body.index,
        indicator=_indicator(text, found),
        area=_area(text, found),
        before=_number(found["before"]),
        after=_number(found["after"]),
        unit=unit,
        series_break=_BREAK.search(said) is not None,
        reason=reason,
        span=sentence.span,
        rule="observation:from to",
    )


def _indicator(text: str, found: re.Match[str]) -> str | None:
    for pattern in _INDICATOR:
        named = list(pattern.finditer(text[: found.start()]))
        if named:
            return named[-1]["name"].strip()
    after = _AFTERWARDS.match(text[found.end() :])
    if after:
        return after["name"].strip()
    return None


def _area(text: str, found: re.Match[str]) -> str | None:
    before = list(_AREA.finditer(text[: found.start()]))
    if before:
        return before[-1].group()
    after = _AREA.search(text, found.end())
    return after.group() if after else None


def _unit(word: str | None) -> str | None:
    return next((unit for start, unit in _UNITS if word and word.lower().startswith(start)), None)


def _number(text: str) -> float | int:
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value


def find_missing_data(body: Body, meeting: date | None) -> Iterator[MissingData]:
    """Indicators that the text says have no data yet, and the day they are promised for."""
    for block in body.told():
        for paragraph in block.paragraphs:
            sentences = paragraph.sentences
            for place, sentence in enumerate(sentences):
                found = _LACKS.search(sentence.text) if sentence.cues & CUES["lacking"] else None
                if not found:
                    continue
                listed = list(_listed(found["what"]))
                promised = _promised(sentences[place : place + 3], meeting) if listed else None
                for start, end in listed:
                    at = found.start("what")
                    yield MissingData(
                        item=body.number,
                        item_index=body.index,
                        indicator=sentence.text[at + start : at + end],
                        promised=promised,
                        span=sentence.passage.span(at + start, at + end),
                        rule="missing data",
                    )


def _listed(what: str) -> Iterator[tuple[int, int]]:
    """The indicators of a list, each without the words that wrap its name (``udbredelse af …``)."""
    lead = _LEAD.match(what)
    start = lead.end() if lead else 0
    if not (lead and lead.end()) and not re.match(r"\w", what):
        return
    if not lead or not lead.end():
        return
    stop = _NAME_END.search(what, start)
    end = stop.start() if stop else len(what)
    at = start
    for divider in [*re.finditer(r",\s+(?:og\s+)?|\s+og\s+|\s+samt\s+", what[:end]), None]:
        if divider is not None and divider.start() < start:
            continue
        until = divider.start() if divider else end
        wrapped = _WRAPPING.match(what[at:until])
        begin = at + (wrapped.end() if wrapped else 0)
        if what[begin:until].strip():
            yield begin, until
        if divider:
            at = divider.end()


def _promised(sentences: Sequence[Sentence], meeting: date | None) -> date | None:
    for sentence in sentences:
        if _PROMISE.search(sentence.text):
            for found in find_dates(sentence.text):
                day = found.on(meeting)
                if day and (meeting is None or day >= meeting):
                    return day
    return None
