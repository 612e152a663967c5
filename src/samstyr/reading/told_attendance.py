"""Who was there and who was not as sentences tell it: ``Alle var mødt undtagen …``, ``… havde meldt afbud``."""

import re

from samstyr.reading.cues import CUES
from samstyr.reading.document import Sentence
from samstyr.reading.name_runs import NameAt, find_names
from samstyr.reading.names import is_title_word
from samstyr.reading.people import People
from samstyr.reading.persons import expand

# Names stand behind these words …
_PRESENT_BEFORE = re.compile(
    r"^(?:Til ?stede|Tilstede|Mødt|Fremmødte|Deltagere|Der var mødt|I mødet deltog|"
    r"I mødet deltager)\s*(?:var|er|i mødet var|"
    r"ved mødet var|på mødet var)?:?\s+",
    re.IGNORECASE,
)
_ABSENT_BEFORE = re.compile(
    r"\b(?:undtagen|bortset fra|på nær|(?:der (?:var|er|var modtaget) )?afbud(?:\s+fra|\s*:)|"
    r"(?:fraværende|(?:ikke|ej) til ?stede|deltog ikke)\s*(?:med afbud\s*)?:)\s+",
    re.IGNORECASE,
)
# … or before these.
_ABSENT_BEHIND = re.compile(
    r",?\s+(?:som\s|der\s)?(?:havde|har)\s+(?:\w+\s+)?meldt\s+(?:\w+\s+)?(?:afbud|forfald)\b|"
    r"\s+(?:var|er)\s+(?:fraværende|forhindret|ikke (?:mødt|til ?stede))\b|\s+meldte\s+(?:afbud|forfald)\b|"
    r",?\s+(?:begge|alle)\s+med\s+afbud\b",
    re.IGNORECASE,
)
_NOT_THERE = re.compile(
    r"\s+(?:deltog|deltager|medvirkede|var)\s+ikke\s+(?:i\b|under\b|ved\b|til ?stede)(?P<rest>.*)|"
    r"\s+deltog\s+ikke\b(?P<rest2>.*)"
)
_THERE = re.compile(
    r"\s+(?:deltager|deltog|medvirkede|var til ?stede)\s+(?:kun\s+)?(?:under|i|ved|"
    r"til)\s+(?=(?:behandling(?:en)? af\s+)?(?:pkt|punkt|sag|"
    r"dagsordenspunkt))(?P<rest>.*)"
)
_LATE = re.compile(
    r"\s+(?:deltog|deltager|mødte|ankom|kom|var til ?stede)(?:\s+(?:først|dog|kun))?\s+"
    r"(?:fra(?:\s+og\s+med)?|under|til|ved)\s+(?:behandling(?:en)? af\s+)?(?:pkt\.?|punkt|"
    r"sag)\s*(?P<first>\d+(?:\.\d+)?)"
)
_EARLY = re.compile(
    r"\s+(?:gik|forlod\s+mødet|måtte\s+gå|måtte\s+forlade\s+mødet|deltog\s+til)\s+(?P<side>efter|før|"
    r"inden|under|til(?:\s+og\s+med)?|og\s+med)\s+"
    r"(?:behandling(?:en)?\s+af\s+)?(?:pkt\.?|punkt|sag)\s*(?P<last>\d+(?:\.\d+)?)"
)
_ARRIVES = re.compile(
    r"\s+(?:ankom|ankommer|mødte|kom|møder|kommer)\s+(?:til\s+mødet\s+)?(?:først\s+)?(?:kl\.?|klokken|"
    r"senere)\b"
)
_ITEM_NUMBERS = re.compile(
    r"\b(?:pkt\.?|punkt(?:erne|et|er)?|sag(?:erne)?|dagsordenspunkt(?:erne)?)[:\s]*(?:nr\.?\s*)?"
    r"(?P<items>\d+(?:\.\d+)?(?:\s*(?:[-–,+]|og|til|"
    r"samt)\s*(?:delvis(?:t)?\s+)?(?:under\s+)?(?:pkt\.?\s*|punkt\s*)?\d+(?:\.\d+)?)*"
    r"(?:\s+og\s+delvist?\s+under\s+(?:pkt\.?|punkt)\s*\d+)?)",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"\b(?:og|hvor|men)\s+(?=[A-ZÆØÅ][^.]{3,60}?\s+(?:deltog|mødte|deltager)\s+i\s+stedet)")
_IN_PLACE = re.compile(
    r"\b[Ii]\s+stedet\s+(?:for\s+[^.,]{2,60}?\s+)?(?:deltog|mødte|deltager)\s+|"
    r"\b(?:[Ss]uppleant|[Ss]tedfortræder)(?:en)?\s+(?=[A-ZÆØÅ][^.]{3,40}?\s(?:deltog|mødte|var mødt))"
)
_DEPUTY = re.compile(
    r"(?:\s*\(\w{1,3}\))?\s+(?:deltog|deltager|mødte|var mødt|mødt|indtræder|"
    r"indtrådte)\s+(?:som\s+(?:suppleant|stedfortræder)(?:\s+for\b)?|"
    r"for\b|i\s+stedet\s+for\b)"
)
_ALLOWED = re.compile(r"\s*(?:\([^()]*\))?\s*(?:,|&|\+|/)?\s*(?:og\b|samt\b|oh\b)?\s*")


def read_sentence(sentence: Sentence, people: People, item: str | None, *, whole: bool) -> None:
    """What a sentence says of attendance: of the whole meeting (``whole``) or of an item."""
    text = sentence.text
    if not sentence.cues & CUES["attends"]:
        return
    names = [name for name in find_names(text, lone=True) if name.known or " " in text[name.start : name.end]]
    if not names:
        return
    _substitutes(sentence, names, people)
    if _partly(sentence, names, people):
        return
    present = _PRESENT_BEFORE.match(text)
    known = [name for name in names if name.known]
    those = _behind(text, known, present.end()) if present and whole else []
    if those:
        for name in those:
            people.say(
                _words(text, name), "present", sentence, (name.start, name.end), "participants:running text"
            )
        return
    away = _NOT_THERE.search(text)
    said = (away["rest"] or away["rest2"] or "") if away else ""
    if away and not said.lstrip().startswith(":"):
        numbers = _ITEM_NUMBERS.search(said)
        missed = expand(numbers["items"]) if numbers else ((item,) if item else ())
        for name in _before(text, names, away.start()):
            people.miss(_words(text, name), missed, sentence.passage.span(name.start, name.end))
        if _before(text, names, away.start()):
            return
    apologies = "fbud" in text  # are for the whole meeting, wherever they are told
    for name in _absent(text, names):
        if whole or apologies:
            people.say(
                _words(text, name), "absent", sentence, (name.start, name.end), "participants:running text"
            )
        elif item:
            people.miss(_words(text, name), (item,), sentence.passage.span(name.start, name.end))


def _absent(text: str, names: list[NameAt]) -> list[NameAt]:
    behind = _ABSENT_BEHIND.search(text)
    before = _before(text, names, behind.start()) if behind else []
    if before:
        return before
    cue = _ABSENT_BEFORE.search(text)
    return _behind(text, names, cue.end()) if cue else []


def _substitutes(sentence: Sentence, names: list[NameAt], people: People) -> None:
    text = sentence.text
    for pattern in (_INSTEAD, _IN_PLACE):
        for found in pattern.finditer(text):
            for name in _behind(text, names, found.end())[:1]:
                _substitute(sentence, name, people)
    for found in _DEPUTY.finditer(text):
        stands_for = found.group().endswith("for")
        for name in _before(text, names, found.start())[-1 if stands_for else 0 :]:
            _substitute(sentence, name, people)
            if stands_for:
                for whose in _behind(text, names, found.end())[:1]:
                    people.say(
                        _words(text, whose),
                        "absent",
                        sentence,
                        (whose.start, whose.end),
                        "participants:substituted",
                        weak=True,
                    )


def _substitute(sentence: Sentence, name: NameAt, people: People) -> None:
    words = _words(sentence.text, name)
    people.say(words, "substitute", sentence, (name.start, name.end), "participants:substitute")


def _partly(sentence: Sentence, names: list[NameAt], people: People) -> bool:
    """Those who came with a later item, left before the last, or were there for some; whether there are any."""
    text = sentence.text
    for pattern in (_EARLY, _LATE, _THERE, _ARRIVES):
        found = pattern.search(text)
        those = _before(text, names, found.start()) if found else []
        if not found or not those:
            continue
        for name in those:
            words, span = _words(text, name), sentence.passage.span(name.start, name.end)
            if pattern is _LATE and " fra" in found.group():
                people.miss(words, people.before(found["first"]), span)
            elif pattern is _EARLY and found["side"] != "under":
                own = (found["last"],) if found["side"] in {"før", "inden"} else ()
                people.miss(words, (*own, *people.after(found["last"])), span)
            elif pattern is _ARRIVES:
                people.say(words, "present", sentence, (name.start, name.end), "participants:running text")
            else:
                numbers = _ITEM_NUMBERS.search(text, found.start())
                called = is_title_word((text[: name.start].split() or ["x"])[-1])
                people.visit(words, expand(numbers["items"]) if numbers else (), span, guest=called)
        return True
    return False


def _words(text: str, name: NameAt) -> str:
    return text[name.start : name.end]


def _behind(text: str, names: list[NameAt], at: int) -> list[NameAt]:
    """The names that follow each other from a place on."""
    chain: list[NameAt] = []
    for name in names:
        if name.start < at:
            continue
        if not _joins(text[at : name.start]):
            break
        chain.append(name)
        at = name.end
    return chain


def _before(text: str, names: list[NameAt], at: int) -> list[NameAt]:
    """The names that follow each other up to a place."""
    chain: list[NameAt] = []
    for name in reversed(names):
        if name.end > at:
            continue
        between = text[name.end : at]
        if not (_joins(between) or (not chain and _APPOSITION.fullmatch(between))):
            break
        chain.append(name)
        at = name.start
    return chain[::-1]


_APPOSITION = re.compile(r"(?:\s*\([^()]*\))?(?:,\s[^,]{2,60},?)?")


def _joins(between: str) -> bool:
    """Whether what stands between two names only joins them: signs, *og*, brackets, titles."""
    if not between.strip():
        return True
    found = _ALLOWED.match(between)
    rest = between[found.end() :].split() if found else [between]
    return all(is_title_word(word.strip(",")) or word in {"både", "af"} for word in rest)
