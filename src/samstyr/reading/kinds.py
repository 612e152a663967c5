"""What kind an item is: for decision, for information or for discussion; and what says so."""

import re

from samstyr.reading.bodies import Body
from samstyr.reading.items import FoundItem
from samstyr.reading.labels import Part
from samstyr.reading.record import Decision, Recommendation
from samstyr.reading.titles import marker_kind

_TITLES = (
    (
        "information",
        r"(?:skriftlig |mundtlig |gensidig |kort )?(?:orientering|information)(?:er)?\b|status\b|"
        r"meddelelser?\b|siden sidst|nyt fra|afrapportering|bordet rundt|efterretninger",
    ),
    (
        "decision",
        r"(?:velkomst og |valg og )?godkendelse\b|beslutning\b|(?:valg|vedtagelse|udpegning|"
        r"konstituering|fastsættelse|fastlæggelse|nedsættelse|frigivelse|underskrivelse)\b|"
        r"anlægsbevilling|tillægsbevilling",
    ),
    ("discussion", r"(?:tema|fortsat |indledende |fælles )?drøftelse\b|debat\b|temadrøftelse\b|dialog\b"),
)
_TITLE_TAIL = (
    ("information", r"\b(?:til|-|–) (?:orientering|efterretning)$"),
    ("decision", r"\b(?:til|-|–) (?:beslutning|godkendelse)$"),
    ("discussion", r"\b(?:til|-|–) (?:drøftelse|debat)$"),
)
_CLAUSES = (
    (
        "decision",
        r"\b(?:godkend|tiltræd|vedtag|beslut|udpeg|vælge|bevilg|fastsæt|frigiv|fastlæg|anbefal|"
        r"indstil|meddel|tage[rs]? stilling|imødekom)",
    ),
    ("discussion", r"\bdrøft"),
    ("information", r"\b(?:orientering|efterretning|orienter)"),
)
_KIND_LABEL = re.compile(r"[\wæøå]+")
_BODY = {
    "noted": "information",
    "discussed": "discussion",
}


def find_kind(
    item: FoundItem,
    body: Body,
    parent: tuple[str | None, str | None],
    recommendations: list[Recommendation],
    decisions: list[Decision],
) -> tuple[str | None, str | None]:
    """The kind and where it was read. A marker, the item's own or its parent's, outranks what the title says.

    ``parent``: kind and kind_from of the item above a sub-item, (None, None) for others.
    Source: contract, ``kind`` and ``kind_from``.
    """
    marker = item.title.marker or _labelled_kind(body)
    if marker:
        return marker, "marker"
    titled = title_kind(item.title.text or "")
    parent_kind, parent_from = parent
    if parent_kind and (titled is None or (parent_from == "marker" and titled != parent_kind)):
        return parent_kind, "parent"
    if titled:
        return titled, "title"
    for kind, pattern in _CLAUSES:
        if any(re.search(pattern, each.clause, re.IGNORECASE) for each in recommendations):
            return kind, "recommendation"
    return _body_kind(body, decisions)


def title_kind(title: str) -> str | None:
    """The kind a title's first or last words say."""
    for kinds, place in ((_TITLES, re.match), (_TITLE_TAIL, re.search)):
        for kind, pattern in kinds:
            if place(pattern, title, re.IGNORECASE):
                return kind
    return None


def _labelled_kind(body: Body) -> str | None:
    """``Sagstype: Beslutningssag`` and lines such as ``Orienteringssag`` by themselves."""
    for block in body.blocks:
        for paragraph in block.paragraphs:
            if block.part is Part.KIND:
                for word in _KIND_LABEL.findall(paragraph.text):
                    kind = marker_kind(_root(word))
                    if kind:
                        return kind
            elif len(paragraph.text) < 24 and re.fullmatch(
                r"[A-ZÆØÅ][a-zæøå]+s(?:punkt|sag)", paragraph.text
            ):
                kind = marker_kind(paragraph.text)
                if kind:
                    return kind
    return None


def _root(word: str) -> str:
    return re.sub(r"ende$", "ing", word) if word.lower().endswith("orienterende") else word


def _body_kind(body: Body, decisions: list[Decision]) -> tuple[str | None, str | None]:
    kinds = {_BODY.get(decision.verb, "decision") for decision in decisions}
    for kind in ("decision", "information", "discussion"):
        if kind in kinds:
            return kind, "body"
    told = " ".join(sentence.text for block in body.told() for sentence in block.sentences())
    if re.search(r"\borienterede\b|\bblev orienteret\b|\boplyste\b", told):
        return "information", "body"
    if re.search(r"\bdrøftede\b|\bdrøftelse\b|\bdrøftet\b", told):
        return "discussion", "body"
    return None, None
