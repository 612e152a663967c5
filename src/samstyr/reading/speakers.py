"""Persons who speak in the minutes and stand in no list of participants."""

import re
from collections.abc import Iterator

from samstyr.reading.bodies import Body
from samstyr.reading.cues import CUES
from samstyr.reading.names import PERSON, is_person, names_organisation, strip_title
from samstyr.reading.record import Participant, UnlistedSpeaker

_SPEAKS = (
    r"(?:orienterede|bemærkede|nævnte|foreslog|pointerede|kvitterede|indledte|præciserede|"
    r"oplyste|fortalte|spurgte|redegjorde|gennemgik|"
    r"præsenterede|fremlagde|supplerede|takkede|konstaterede|fremhævede|opfordrede|tilføjede|"
    r"svarede|anførte|understregede|efterlyste|påpegede|"
    r"konkluderede|opsummerede|uddybede|forelagde|bød|stillede|udtrykte|rejste|henviste|mindede|"
    r"kommenterede|forklarede|holdt oplæg|gav|"
    r"refererede|meddelte|motiverede|roste|introducerede|aflagde|beskrev)"
)
_BEFORE = re.compile(
    rf"(?P<name>{PERSON})(?:\s\([^()]{{1,40}}\))?(?:,\s[^,.]{{2,80}},)?\s+(?:\w+\s+)?{_SPEAKS}\b"
)
_AFTER = re.compile(rf"\b{_SPEAKS}\s+(?P<name>{PERSON})")


def find_unlisted_speakers(bodies: list[Body], participants: list[Participant]) -> Iterator[UnlistedSpeaker]:
    """Each such person once for each item; a listed name that is merely spelt otherwise is nobody new."""
    if not participants:
        return
    listed = {each.name: True for each in participants}
    for body in bodies:
        seen: set[str] = set()
        for block in body.told():
            for sentence in block.sentences():
                if not sentence.cues & CUES["speaks"]:
                    continue
                for pattern in (_BEFORE, _AFTER):
                    for found in pattern.finditer(sentence.text):
                        name = strip_title(found["name"])
                        if name in seen or not is_person(name) or names_organisation(found["name"]):
                            continue
                        if name not in listed:
                            listed[name] = any(same_person(name, each.name) for each in participants)
                        if listed[name]:
                            continue
                        seen.add(name)
                        start = found.end("name") - len(name)
                        yield UnlistedSpeaker(
                            item=body.number,
                            item_index=body.index,
                            name=name,
                            span=sentence.passage.span(start, start + len(name)),
                            rule="speaker",
                        )


def same_person(one: str, other: str) -> bool:
    """Whether two names are of one person: equal, shortened by a middle name, or with a surname spelt nearly
    so.
    """
    a, b = one.lower().split(), other.lower().split()
    if a == b or set(a) <= set(b) or set(b) <= set(a):
        return True
    if a[0] == b[0] and near(a[-1], b[-1]):
        return True
    return a[-1] == b[-1] and (near(a[0], b[0]) or a[0].rstrip(".") == b[0][: len(a[0].rstrip("."))])


def near(one: str, other: str) -> bool:
    """Whether two words of five letters or more are at most two letters apart."""
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 2:
        return one == other
    return distance(one, other) <= (1 if min(len(one), len(other)) < 8 else 2)


def distance(one: str, other: str) -> int:
    """How many letters must be put in, left out or changed to make one word the other (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        above, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (a != b))
    return row[-1]
