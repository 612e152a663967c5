"""Lights of initiatives that changed, or are said to be unchanged."""

import re
from collections.abc import Iterator
from itertools import pairwise

from samstyr.reading.bodies import Body
from samstyr.reading.cues import CUES
from samstyr.reading.record import StatusChange

_LIGHTS = {"grøn": "green", "gul": "yellow", "rød": "red"}
_LIGHT = r"(?:grøn|gul|rød)(?:t|e)?"
_CHANGE = re.compile(
    rf"\bfra\s+(?P<before>{_LIGHT})(?:\s+(?:lys|status))?\s+til\s+(?P<after>{_LIGHT})\b", re.IGNORECASE
)
_SAME = re.compile(
    rf"\b(?:fortsat|stadig|uændret|forbliver|fastholdes|fortsætter)\b.*?\b(?P<after>{_LIGHT})\b|"
    rf"\b(?P<after2>{_LIGHT})\b.{{0,20}}\b(?:uændret|som hidtil)\b",
    re.IGNORECASE,
)
_NEW = re.compile(
    rf"\b(?:skifter|skiftet|skiftede|ændres|ændret|ændrede|går|gået|gik|sættes|sat|løftes|sænkes|"
    rf"nedjusteres|opjusteres)\s+(?:\S+\s+){{0,8}}?(?:til|i|på|over i)\s+(?P<after>{_LIGHT})\b",
    re.IGNORECASE,
)
_CODED = re.compile(
    r"\b(?:(?:del)?(?:initiativ|projekt|indsats|spor|program)(?:et|"
    r"en)?\s+)?(?:nr\.?\s*)?(?P<code>\d{1,2}(?:\.\d{1,2}){1,2})\b(?:\s*[-–:]\s*|\s+(?:om|vedr\.|"
    r"vedrørende)\s+|\s+)?"
    r"(?P<name>[\"”“»]?[A-ZÆØÅ][^,.;:()]*?)?(?=\s+(?:er|går|gik|skifter|skiftede|har|ændres|"
    r"sættes|forbliver|fastholdes|fortsætter|står|vurderes|fra)\b|[,.;:(]|$)"
)
_NAMED = re.compile(
    r"\b(?:initiativet|projektet|programmet|indsatsen|initiativ|projekt)\s+(?:om\s+|"
    r"vedr\.\s+)?(?P<name>[\"”“»]?[A-ZÆØÅ][^,.;:()]*?)(?=\s+(?:er|går|gik|skifter|skiftede|har|"
    r"ændres|sættes|forbliver|fastholdes|fortsætter|står|vurderes)\b|[,.;:(]|$)"
)
_REASON = re.compile(
    r"\b(?:bl\.a\.\s+)?(?:pga\.?|p\.g\.a\.|på grund af|som følge af|grundet|fordi|eftersom|idet|"
    r"da|skyldes(?:,?\s+at)?)\s+(?:bl\.a\.\s+)?(?P<reason>\S.*?)[.;]?$",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"^(?:årsagen(?:\s+hertil)?\s+er|det(?:te)?\s+skyldes|skiftet\s+skyldes|baggrunden\s+er|"
    r"begrundelsen\s+er),?\s*(?:bl\.a\.\s*)?(?:at\s+)?(?P<reason>\S.*?)\.?$",
    re.IGNORECASE,
)


def find_status_changes(body: Body) -> Iterator[StatusChange]:
    """Each light said to have changed or stayed, with the initiative and the reason given."""
    for block in body.told():
        for paragraph in block.paragraphs:
            sentences = paragraph.sentences
            for place, sentence in enumerate(sentences):
                text = sentence.text
                if not sentence.cues & CUES["light"]:
                    continue
                following = sentences[place + 1].text if place + 1 < len(sentences) else ""
                for start, end in _pieces(text):
                    yield from _change(
                        body,
                        text[start:end],
                        following if end == len(text) else "",
                        sentence.passage.span(start, end),
                    )


def _pieces(text: str) -> list[tuple[int, int]]:
    """The sentence cut where a new initiative begins, the words before the first kept with it."""
    starts = [found.start() for found in _CODED.finditer(text)]
    if len(starts) < 2:
        return [(0, len(text))]
    cuts = [0, *starts[1:], len(text)]
    return list(pairwise(cuts))


def _change(body: Body, text: str, following: str, span: tuple[int, int]) -> Iterator[StatusChange]:
    before: str | None
    if found := _CHANGE.search(text):
        before, after, rule = light(found["before"]), light(found["after"]), "status:from to"
    elif found := _SAME.search(text):
        after = light(found["after"] or found["after2"])
        before, rule = after, "status:unchanged"
    elif found := _NEW.search(text):
        before, after, rule = None, light(found["after"]), "status:to"
    else:
        return
    coded = _CODED.search(text)
    named = coded or _NAMED.search(text)
    if named is None:
        return
    why = _REASON.search(text[found.end() :]) or _WHY.search(following)
    yield StatusChange(
        item=body.number,
        item_index=body.index,
        code=coded["code"] if coded else None,
        initiative=named["name"].strip(' "”“»«') if named["name"] else None,
        before=before,
        after=after,
        reason=why["reason"].strip(" .,") if why else None,
        span=span,
        rule=rule,
    )


def light(word: str) -> str:
    """``gult`` as ``yellow``."""
    return _LIGHTS[re.sub(r"(?:t|e)$", "", word.lower())]
