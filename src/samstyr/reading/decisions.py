"""What the meeting did: approved, noted, agreed … Precision before recall: reported and earlier decisions are
none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from samstyr.reading.action_words import is_to_be_done
from samstyr.reading.bodies import Block, Body
from samstyr.reading.cues import CUES, DECISION_STEMS
from samstyr.reading.dates import find_dates
from samstyr.reading.decision_words import BODY, BY_ITSELF, EVERYWHERE, SHORT, SUBJECTS, TURNED, UNDER_HEADING
from samstyr.reading.document import Document, Sentence
from samstyr.reading.labels import Part
from samstyr.reading.record import Decision

_ANY_OWN = re.compile(
    r"(?:udvalget|rådet|bestyrelsen|styregruppen|gruppen|nævnet|forummet|kredsen|komitéen|mødet)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that say a verb: the whole pattern, and what it cannot do without, which is quicker to look for."""

    verb: str
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None

    def search(self, text: str) -> re.Match[str] | None:
        if self.needs is not None and not self.needs.search(text):
            return None
        return self.pattern.search(text)


def _behind_subject(pattern: str) -> re.Pattern[str] | None:
    subject = next((words for words in SUBJECTS if pattern.startswith(words)), None)
    return re.compile(pattern.removeprefix(subject), re.IGNORECASE) if subject else None


def _compiled(table: tuple[tuple[str, str], ...]) -> tuple[_Words, ...]:
    return tuple(
        _Words(
            verb,
            re.compile(pattern if pattern.startswith("^") else rf"(?<!\w)(?:{pattern})", re.IGNORECASE),
            _behind_subject(pattern),
        )
        for verb, pattern in table
    )


# Where in a short form the verb's own words stand.
_STEMS = {verb: re.compile(stems) for verb, stems in DECISION_STEMS.items()}
_ANY_VERB = sum(CUES[verb] for verb in _STEMS)
_TABLES = {
    "prose": _compiled(EVERYWHERE + TURNED),
    "elliptic": _compiled(SHORT),
    "headed": _compiled(UNDER_HEADING),
    "itself": _compiled(BY_ITSELF),
    "alone": _compiled((("discussed", r"^(?:drøftet|drøftedes)\b(?:[.,]|$)"),)),
}
_SHORT_SENTENCE = 10  # words
# A sentence that begins with the outcome itself, however long it goes on.
_ELLIPSIS = re.compile(
    r"(?:Godkendt|Vedtaget|Udsat|Udskudt|Tiltrådt|Anbefales|Anbefalet|Drøftet|Drøftedes|Afvist|Besluttet|Indstilles|"
    r"(?:[Tt]il|Taget\stil|Tages\stil)\s(?:orientering|efterretning))(?=[\s.,:]|$)(?!\s(?:af|i|på|den|d\.)\s)"
)
_KINDS_OF_BODY = {
    "R": ("råd",),
    "U": ("udvalg",),
    "B": ("bestyrelse",),
    "G": ("gruppe",),
    "K": ("kommission", "komit", "klynge"),
    "N": ("nævn", "netværk"),
    "F": ("forum",),
}
# "Formanden foreslog et nyt punkt, hvilket udvalget tiltrådte."
_WHICH = re.compile(r",\shvilket\s$")
_THEREBY = re.compile(
    r"\b(?:som|der)\s+(?:(?:dermed|hermed|herefter)\s+(?:er|blev)|er\s+(?:dermed|hermed|herefter))\s+\w+$",
    re.IGNORECASE,
)
_THOUGHT = re.compile(r"enighed\s+(?:om|i),?\s+at$", re.IGNORECASE)
_REFUSED = re.compile(
    r"afvis|forkast|nedstem|afslag|fulgte|faldt", re.IGNORECASE
)  # "ikke" alone refuses nothing
_ACRONYM = re.compile(r"[A-ZÆØÅ]{2,6}(?=\s[a-zæøå])")
_TELLS = re.compile(r"\b(?:skal|kan|vil|bør|har|havde|ønskes|forventes|blev|hvis|når)\b", re.IGNORECASE)
_RANK = {
    verb: rank
    for rank, verb in enumerate(
        [
            "established",
            "appointed",
            "withdrawn",
            "postponed",
            "rejected",
            "recommended",
            "endorsed",
            "approved",
            "noted",
            "adopted",
            "agreed",
            "discussed",
        ]
    )
}

REPORTS = (
    r"(?:orientere(?:de|r)|oplyste|oplyser|bemærkede|bemærker|nævnte|fortalte|redegjorde|"
    r"refererede|henviste|spurgte|foreslog|pointerede|tilføjede|"
    r"fremhævede|understregede|ønskede|anførte|mindede|præciserede|meddelte|forklarede|beskrev|"
    r"gennemgik|efterlyste|opfordrede|supplerede|svarede|"
    r"fremgår|bemærket|oplyst|nævnt|orienteret|fremført|spurgt|påpegede|udtrykte|kvitterede)"
)
_REPORTED = re.compile(rf"\b{REPORTS}\b.*?(?:\bom\b|\bat\b|\btil\b|\bfor\b|\bover\b|:)", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"(?:(?:^|[,;–-]\s)(?:og\s|men\s)?(?:hvis|såfremt|når|inden|før|indtil|da|fordi|eftersom|"
    r"siden|selvom|efter at|at|hvor|hvordan|hvornår|om)\b"
    r"|\w,?\s(?:som|der|hvilket|hvis|inden|før|når|siden|efter|at|hvor)\b)[^,;]*$",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"(?:^|\b(?:og|men|hvorfor|hvorefter|så|idet|derfor|ligesom|endvidere|"
    r"herefter)\s)der\s*(?:\w+\s)?$",
    re.IGNORECASE,
)
_PRESENTED = re.compile(
    r"\b(?:gennemgik|fremlagde|præsenterede|forelagde|aflagde|foreslog|motiverede|"
    r"oplæste)\b[^,]*,\s*(?:som|der|hvilket|hvorefter\s\w+)\s+(?:\w+\s)?$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"(?:\S+\s+){{0,4}}?{BODY}\b|(?-i:[A-ZÆØÅ]{{2,6}})\s", re.IGNORECASE)
_OLD_MINUTES = re.compile(
    r"\b(?:referat\w*|dagsorden\w*)\s+(?:fra|af|for|til)\b[^,]*?\bmøde\w*(?:\s+(?:den|d\.)\s*[\d.\w "
    r"]{3,20}?\d{4})?",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:på|ved|fra)\s+(?:det\s+|sit\s+|deres\s+)?(?:sidste|seneste|forrige|tidligere|"
    r"foregående)\b|\btidligere\b|\bi\s+(?:19|20)\d\d\b|"
    r"\bsidste\s+(?:år|gang|møde)\b|\bsidst\b",
    re.IGNORECASE,
)
# Told of another day or place: "På temadagen blev det besluttet", "Siden 2. møde er det besluttet".
_ELSEWHERE = re.compile(
    r"(?:På|Ved|Under)\s(?!(?:dette\s)?mødet\b)(?:\w+\s)?\w+(?:dagen|mødet|seminaret|konferencen|forsamlingen)\b|"
    r"Siden\s(?!sidst\b)|"
    r"I\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b"
)
_HAD = re.compile(r"\bhavde\s+(?:\w+\s)?\w+(?:et|t)\b")
_AT_A_MEETING = re.compile(
    r"\bmøde\w*\s+(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?(?:den\s|d\.\s?|i\s)", re.IGNORECASE
)
_CONTENT = re.compile(r"(?:,\s*at\b|\bom\s+at\b|\bat\b|:)")
_SUBORDINATES = re.compile(r"\b(?:at|som|der|hvor|hvorefter|idet|så)\b", re.IGNORECASE)
_ABSENCE = re.compile(
    r"\b(?:deltog ikke|ikke til stede|meldt afbud|var fraværende|inhabil)\b|^(?:fraværende|afbud|deltog)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"\b(?:godkend|vedt|beslut|efterretning)", re.IGNORECASE)
_NOTHING = re.compile(r"(?:intet|ingen(?:ting)?)(?:\s\w+){1,3}\W*", re.IGNORECASE)
_WITHOUT = re.compile(
    r"\buden\s+(?:yderligere\s+|øvrige\s+|væsentlige\s+)?(?:bemærkning|kommentar|ændring|"
    r"rettelse|tilføjelse)",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\bmed\s+(?:(?:disse|de|den|det|følgende|enkelte|få|mindre|en|et|to|tre|ovenstående|nævnte|"
    r"faldne|anførte|redaktionelle|der|små)\s+){0,3}"
    r"(?:\w+\s+)?(?:bemærkning|kommentar|ændring|rettelse|tilføjelse|præcisering|forbehold|"
    r"justering)|\bmed\s+forbehold\b|\bunder\s+forudsætning\b|"
    r"\bmed\s+den\s+(?:\w+\s)?(?:bemærkning|tilføjelse|ændring|betingelse)|,\s*idet\b|,\s*dog\b|"
    r"\bpå\s+betingelse\b|\bbemærker\s+dog\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    verb: str
    start: int
    end: int


def find_decisions(
    document: Document, body: Body, meeting: date | None, forum: str | None = None
) -> Iterator[Decision]:
    """The decisions written under an item: under a heading that says so where there is one, otherwise in the
    prose.

    `forum`: the body that meets, whose name at the beginning of a sentence says that it decides there.
    """
    for block in body.told():
        if block.part is Part.ACTIONS or (body.is_decided and not block.labelled):
            continue
        if _is_earlier(block, meeting, forum):
            continue
        for sentence in block.sentences():
            if not sentence.cues & _ANY_VERB:
                continue
            for found in _decide(sentence, block, meeting, forum):
                yield Decision(
                    item=body.number,
                    item_index=body.index,
                    verb=found.verb,
                    with_remarks=has_remarks(sentence.text),
                    quote=document.quote(sentence.span),
                    forum=block.forum,
                    span=sentence.span,
                    rule=f"decision:{'heading' if block.part is Part.DECISION else 'prose'}:{found.verb}",
                )


def _is_earlier(block: Block, meeting: date | None, forum: str | None) -> bool:
    """Whether the heading names a decision that the same forum took on an earlier day."""
    if meeting is None or block.heading is None:
        return False
    own = block.forum is None or (forum is not None and block.forum.lower() in forum.lower())
    return own and any(day < meeting for found in find_dates(block.heading) if (day := found.on(None)))


def has_remarks(text: str) -> bool:
    """Whether a decision was taken with remarks, changes or a reservation."""
    return not _WITHOUT.search(text) and _WITH.search(text) is not None


def _decide(sentence: Sentence, block: Block, meeting: date | None, forum: str | None) -> list[_Found]:
    text = sentence.text
    likely = sentence.cues & _ANY_VERB
    if likely == CUES["rejected"] and not _REFUSED.search(text):
        return []
    other = _ACRONYM.match(text)
    if other and not _is_short_for(other.group(), forum):
        return []  # what another body did, by its initials
    headed = block.part is Part.DECISION
    tables = ["prose"]
    if headed:
        tables += ["elliptic", "headed"]
    elif _ELLIPSIS.match(text):
        tables += ["elliptic", "alone"]
    elif text.count(" ") < _SHORT_SENTENCE and not _TELLS.search(text):
        tables += ["elliptic"]
    if text.rstrip(' "”»)').endswith("?") or _NOTHING.fullmatch(text):
        return []
    if not headed:
        tables += ["itself"]
    found: list[_Found] = []
    for table in tables:
        for words in _those(table, likely):
            match = words.search(text)
            if match is None or (table == "itself" and not _is_own(match["own"], forum)):
                continue
            if _THOUGHT.search(match.group()) and not is_to_be_done(text[match.end() :].strip()):
                continue
            if not _is_told_of(words.verb, text, match, meeting):
                start = _start(words.verb, match) if table == "elliptic" else match.start()
                found.append(_Found(words.verb, start, match.end()))
    return [] if found and _is_of_absence(text) else _main_ones(text, found)


@lru_cache(maxsize=1 << 12)
def _those(table: str, likely: int) -> tuple[_Words, ...]:
    """The words of a table for the verbs that the cues of a sentence speak for."""
    return tuple(words for words in _TABLES[table] if CUES[words.verb] & likely)


def _is_of_absence(text: str) -> bool:
    """Whether a short sentence tells who was not there, and of no decision."""
    return len(text) < 400 and _ABSENCE.search(text) is not None and not _DECIDES.search(text)


def _is_own(body: str, forum: str | None) -> bool:
    """Whether the words name the body that meets."""
    if body.isupper():
        return _is_short_for(body, forum)
    return _ANY_OWN.fullmatch(body) is not None or (
        forum is not None and forum.lower().split(" for ")[0].endswith(body.lower())
    )


def _is_short_for(initials: str, forum: str | None) -> bool:
    """Whether initials stand for the forum that meets: ``MR`` for *menighedsrådet*, or part of its name."""
    if forum is None or initials in forum:
        return True
    ends = any(part in forum.lower() for part in _KINDS_OF_BODY.get(initials[-1], ()))
    return ends and any(word[:1].upper() == initials[0] for word in forum.split())


def _start(verb: str, match: re.Match[str]) -> int:
    """Where in a short form the verb's own words begin: its pattern takes in what stands before them."""
    stem = _STEMS[verb].search(match.string.lower(), match.start(), match.end())
    return stem.start() if stem else match.start()


def _is_told_of(verb: str, text: str, match: re.Match[str], meeting: date | None) -> bool:
    """Whether the words are told of another time or place: reported, in a side clause, or of an earlier
    meeting.
    """
    before = text[: match.start()]
    if _THEREBY.search(text[: match.end()]):
        return False
    if _WHICH.search(before):
        return False
    if _is_side_clause(before, match):
        return True
    rest = text[match.start() :]
    content = _CONTENT.search(rest, match.end() - match.start())
    clause = _OLD_MINUTES.sub("", rest[: content.start() if content else len(rest)][:200])
    before = _OLD_MINUTES.sub("", before)
    if (
        _HAD.search(before)
        or _EARLIER.search(before[-80:])
        or _EARLIER.search(clause)
        or _ELSEWHERE.match(text)
    ):
        return True
    if verb != "postponed" and _AT_A_MEETING.search(before[-60:] + clause):
        return any(each.on(meeting) != meeting for each in find_dates(before[-60:] + clause) if each.year)
    return False


def _is_side_clause(before: str, match: re.Match[str]) -> bool:
    """Whether the words are reported, stand in a side clause, or have another subject than the body that meets."""
    if match.group().lower().startswith("og ") and not _SUBJECT.match(before):
        return True
    if _PRESENTED.search(before):
        return False
    reported = _REPORTED.search(before) is not None
    if match.group().lower().startswith("og ") and "," not in before and not _SUBORDINATES.search(before):
        reported = False  # "Bestyrelsen kvitterede for rapporten og tog den til efterretning"
    return reported or (not _EXPLETIVE.search(before) and _SUBORDINATE.search(before) is not None)


def _main_ones(text: str, found: list[_Found]) -> list[_Found]:
    """One decision for each main clause: what stands inside another decision's content is part of it."""
    kept: list[_Found] = []
    for each in sorted(found, key=lambda one: (one.start, _RANK[one.verb])):
        if not kept:
            kept.append(each)
            continue
        last = kept[-1]
        if each.start < last.end:
            if _RANK[each.verb] < _RANK[last.verb]:
                kept[-1] = each
            continue
        between = text[last.end : each.start]
        goes_on = text.startswith("og ", each.start)  # "besluttede at nedsætte … og udpegede …"
        if each.verb != last.verb and (goes_on or not _SUBORDINATES.search(between)):
            kept.append(each)
    return kept
