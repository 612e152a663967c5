"""What somebody is to do, and how certain it is. What is told as already done is no action."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from samstyr.reading.action_words import (
    ADVERBS,
    DOING,
    MODAL,
    NARRATED,
    NOT_TO_DO,
    PARTICLES,
    PASSIVES,
    REPORTING,
    STATES,
    STRONG_PASSIVE,
    TAKES_ON,
    THINKS,
    is_present,
    is_to_be_done,
)
from samstyr.reading.actors import Acting, Actors, Kind
from samstyr.reading.bodies import Block, Body
from samstyr.reading.cues import CUES, PASSIVE, PRESENT
from samstyr.reading.dates import find_dates
from samstyr.reading.decision_words import BODY
from samstyr.reading.decisions import REPORTS
from samstyr.reading.document import Sentence
from samstyr.reading.labels import Part
from samstyr.reading.record import Action, Decision

# "Det blev aftalt, at …", "Aftalt: …", "Der var enighed om, at …"; "Besluttet at …".
_AGREED = re.compile(
    rf"(?:\b(?:blev|er|var|bliver)(?:\s+\w+){{0,3}}?\s+(?:aftalt|enige?\s+om|enighed\s+om)|{BODY}(?:\s+\w+)?\s+aftale[rd]e?|"
    rf"\bdet\s+aftal(?:es|tes|edes)|^(?:\W*)(?:det\s+er\s+)?aftalt|^(?:\W*)(?:aftale|konklusion)(?=:)),?\s*(?::|at)\s+(?P<clause>.+)",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    rf"(?:\b(?:blev|er|bliver)(?:\s+\w+){{0,3}}?\s+besluttet|{BODY}(?:\s+\w+)?\s+(?:besluttede|beslutter|vedtog|ønske(?:de|r)|tilsluttede\s+sig|godkendte|tiltrådte)|"
    rf"^(?:\W*)besluttet|\bdet\s+beslutte(?:des|s)),?\s*(?::|at)\s+(?P<clause>.+)",
    re.IGNORECASE,
)
# What those two cannot do without; looked for first, as it is quick.
_AGREED_AT = re.compile(r"(?:aftal\w*|enige?\s+om|enighed\s+om|konklusion),?\s*(?::|at)\s", re.IGNORECASE)
_DECIDED_AT = re.compile(
    r"(?:beslutt\w*|vedtog|ønske[dr]\w*|tilsluttede\s+sig|godkendte|tiltrådte),?\s*(?::|at)\s", re.IGNORECASE
)
_PROPOSED = re.compile(
    r"(?:\bforeslog|\bforeslår|\bforslag om|\bblev\s+det(?:\s+\w+){0,2}?\s+(?:anbefalet|foreslået)|"
    r"\bdet\s+blev(?:\s+\w+){0,2}?\s+(?:anbefalet|foreslået)),?\s*(?:[^,]{0,40},)?\s*at\s+(?P<clause>.+)",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:det\s+forventes|der\s+forventes)(?:\s+\w+)?,\s*at\s+(?P<clause>.+)", re.IGNORECASE
)
_NOT_EXPECTED = re.compile(r"\bforventes\s+(?:dog\s+)?ikke\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?P<what>(?!(?:nedsætte|udpege|vælge|oprette|etablere)s?\b)[^.]*?\b(?!fælles|deres|vores|jeres|alles)\w{3,}(?:es|ns|ås)\b.*)",
    re.IGNORECASE,
)
_WILL_BE = re.compile(
    r"^(?P<what>(?!der\b|[^,.;:]*\bikke\b)[A-ZÆØÅ][^,.;:]{3,140}?\s+vil(?:\s+\w+){0,2}?\s+blive\s+\w+(?:et|t|gt)\b.*)"
)
_FORESEEN = re.compile(r"^(?P<what>[A-ZÆØÅ][^.;:]{2,140}?\s+forventes(?:\s+\w+)?\s+(?:at\s+\w+|\w+t)\b.*)")
_ASKS = re.compile(
    r"(?<!\w)(?:bad|beder|anmodede|anmoder|pålagde|pålægger|bemyndigede|bemyndiger|opfordrede|opfordrer|henstiller til|"
    r"overlader til|overlod til)\s+",
    re.IGNORECASE,
)
_EXPECTS = re.compile(r"(?<!\w)forventer,?\s+at\s+(?P<what>\w+.*)")
_ONGOING = re.compile(
    r"(?<!\w)(?:er\s+(?:\w+\s+)?i\s+gang\s+med\s+(?:en\s+proces\s+for\s+)?at|arbejder\s+(?!videre)(?:\w+\s+)?(?:på|med)(?:\s+at)?|"
    r"er\s+ved\s+at)\s+(?P<what>\w+.*)"
)
_WELCOME = re.compile(r"(?<!\w)(?:gerne\s+må|må\s+gerne)\s+(?P<what>\w+.*)")
# Said of somebody anywhere in a sentence: "orienterede om, at RSI er i gang med at …".
_ELSEWHERE = (
    (_ONGOING, "ongoing", "action:ongoing"),
    (_EXPECTS, "expected", "action:expects"),
    (_WELCOME, "proposed", "action:welcome"),
)
_WITH_THESE = re.compile(
    r"\bmed\s+(?:disse|de\s+(?:faldne|nævnte|anførte|fremførte)|ovenstående|de\s+bemærkninger)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(rf"\b{REPORTS}\b", re.IGNORECASE)
# Where a clause of its own may begin.
_CLAUSE = re.compile(
    r"(?:[:;]|,\s+og|,\s+mens|,\s+hvorefter|,\s+så|\s[-–])\s+(?=[A-ZÆØÅa-zæøå])|,\s+(?=[A-ZÆØÅ][a-zæøå]+\s\w+r\s)"
)
_LATER = re.compile(
    r"^(?:Inden|Til\s(?:næste|det|mødet|kommende)|Herefter|Derefter|Efterfølgende|På\s(?:næste|det\snæste|kommende)|Senest|Efter\s|I\sforlængelse|"
    r"Snarest|Nu\s|Først|Desuden|Endvidere|Ligeledes|Derfor|Dernæst|I\sstedet|Samtidig|I\sløbet|Frem\smod|Til\sdette|Derudover|Sammen\s)"
)
_SOON = re.compile(
    r"\b(?:næste\s+\w*(?:møde|gang)|inden|senest|herefter|efterfølgende|snarest|hurtigst|frem mod|til mødet|"
    r"på mødet d|kommende møde|de kommende|(?:næste|denne) uge|"
    r"(?:til|på) \w*mødet (?:i|d|den)\b|til \w+mødet|i uge|"
    r"ultimo|primo|medio|deadline|frist)\b",
    re.IGNORECASE,
)
_SUBORDINATE_START = re.compile(
    r"(?:hvis|når|såfremt|da|fordi|om|selvom|eftersom|at|som|der|hvor)\b", re.IGNORECASE
)
_RESPONSIBLE = re.compile(
    r"\(?\b(?:ansvarlig(?:e)?|tovholder(?:e)?|ansv\.?|udføres af|opgave til|action|aktion|hvem)\s*:\s*"
    r"(?P<who>[^().;]{2,80})",
    re.IGNORECASE,
)
_END = " .;-–"
_LONGEST_NAME = 6  # words
_PRONOUNS = "vi man der det de den alle han hun jeg i på hver"
_NOBODY = frozenset(_PRONOUNS.split())
_MOSTLY = 2  # times as many
_PAST = re.compile(
    r"\b(?:orienterede|oplyste|fortalte|bemærkede|nævnte|spurgte|gennemgik|fremlagde|præsenterede|redegjorde|takkede|"
    r"drøftede|foreslog|godkendte|svarede|indledte|konstaterede|bød|blev)\b"
)
_PRESENT_TELLING = re.compile(
    r"\b(?:orienterer|oplyser|fortæller|bemærker|nævner|redegør|gennemgår|fremlægger|konstaterer|beretter|pointerer)\b"
)
_DIGIT = re.compile(r"\d")
_REFUSES = re.compile(
    r"\w+\s(?:ikke|aldrig|næppe)\b|tager\s(?:over\b|.{0,80}?\btil\s(?:efterretning|orientering)\b)|overtager\s"
)
_LINK = re.compile(r",?\s+(?:og|mens|så|hvorefter)$|,$")
_NUMBERED = re.compile(
    r"(?:(?:Ad|AD|Pkt\.?|Punkt)\s?\d{1,3}\s?[.:)]?|\(?\d{1,2}[.)]|[a-zæøå]\)|[-–•])\s*(?:[-–]\s+)?"
)
_GROUP_OF = re.compile(r"En\s(?:\w+\s)?\w*gruppe\s(?:bestående\saf|med)\s+")
_AND_WILL = re.compile(
    r"\b(?:og|men)\s+(?:vil|skal)\s+(?=\w)(?!gerne\b|\w+\s+(?:blive|være)\b|blive\b|være\b|have\b)"
)
_IN_BRACKETS = re.compile(r"\((?P<who>[A-ZÆØÅ][^()]{1,60})\)\W*$")
_AGENT = re.compile(r"\b\w+(?:s|t)\saf\s(?=[A-ZÆØÅa-zæøå])")
_LINKED = frozenset(
    {"som", "der", "at", "hvor", "bør", "kan", "kunne", "må", "burde", "ville", "hvis", "når", "ikke"}
)
_BY = re.compile(r"\b(?!ledes|fremlægges|gennemgås|præsenteres|fælles)\w{3,}es\saf\s")
_WILL_BY = re.compile(r"\bbliver\s\w+t\saf\s")
_OUTCOME = re.compile(
    r"(?:Godkendt|Vedtaget|Udsat|Udskudt|Tiltrådt|Anbefales|Drøftet|Afvist|Taget|Næste\s\w*møde)\b"
)
_MEETS = re.compile(r"\b\w*møde[rt]?\w*\s(?:\w+\s){0,3}?(?:afholdes|holdes|planlægges)\b")
_FARTHEST = 12  # words before the actor who stands behind the verb
_LONGEST = 3000
_SHORTEST = 8  # characters of what is to be done


@dataclass(frozen=True, slots=True)
class _Reading:
    certainty: str
    what: str
    who: tuple[str, ...]
    rule: str
    at: int  # where in the sentence its words begin


_SURE = {Kind.PERSON, Kind.FUNCTION}
_FRAMES = sum(
    CUES[name] for name in ("agreed to do", "decided to do", "proposed", "expected", "asked", "ongoing")
)
_ACTS = PRESENT | CUES["takes on"] | CUES["will"] | CUES["expected"]
_FORESEES = PASSIVE | sum(CUES[name] for name in ("responsible", "expected", "will", "by"))


class ActionFinder:
    """Finds actions of one document; built once from its participants.

    ``told_in_past``: the minutes tell of the meeting in the past, so that a verb in the present is not the telling.
    """

    def __init__(self, actors: Actors, *, told_in_past: bool) -> None:
        self._actors = actors
        self._told_in_past = told_in_past

    def find(self, body: Body, decisions: list[Decision], meeting: date | None) -> Iterator[Action]:
        """The actions under an item. A proposal that the meeting then approves "with these remarks" is
        agreed.
        """
        agreed_until = max(
            (
                each.span[0]
                for each in decisions
                if each.verb in {"approved", "adopted", "endorsed"} and _WITH_THESE.search(each.quote)
            ),
            default=-1,
        )
        for block in body.told():
            for sentence in block.sentences():
                for action in self._in_sentence(sentence, block, body, meeting):
                    if action.certainty == "proposed" and action.span[0] < agreed_until:
                        yield replace(
                            action, certainty="agreed", rule=f"{action.rule}:approved with these remarks"
                        )
                    else:
                        yield action

    def _in_sentence(
        self, sentence: Sentence, block: Block, body: Body, meeting: date | None
    ) -> Iterator[Action]:
        text = sentence.text
        if text.endswith("?") or len(text) > _LONGEST:
            return
        for reading in self._readings(sentence, block, meeting):
            due = _due(reading.what, meeting)
            if (
                reading.certainty == "expected"
                and due is None
                and not reading.who
                and reading.rule != "action:will be"
            ):
                continue
            yield Action(
                item=body.number,
                item_index=body.index,
                who=reading.who,
                what=_LINK.sub("", reading.what.strip(_END)),
                due=due,
                certainty=reading.certainty,
                span=sentence.span,
                rule=reading.rule,
            )

    def _readings(self, sentence: Sentence, block: Block, meeting: date | None) -> Iterator[_Reading]:
        """The ways the sentence is an action: a frame such as "det blev aftalt, at" first, then each clause that
        says who does what.
        """
        text, cues = sentence.text, sentence.cues
        framed = next(self._framed(text, cues), None) if cues & _FRAMES else None
        if framed is not None:
            yield framed
            return
        found = list(self._clauses(text, block, meeting)) if cues & _ACTS else []
        if found:
            yield from found
            return
        if block.part is Part.ACTIONS and (listed := self._listed(text)):
            yield listed
            return
        later = self._foreseen(text, cues, meeting) if cues & _FORESEES else None
        if later is not None:
            yield later

    def _framed(self, text: str, cues: int) -> Iterator[_Reading]:
        if cues & CUES["agreed to do"] and _AGREED_AT.search(text):
            found = _AGREED.search(text)
            thought = (
                found is not None and "enighed" in found.group()[:40] and not is_to_be_done(found["clause"])
            )
            if found and not thought and not _REPORT.search(text[: found.start()]):
                yield from self._content(found, "agreed", "action:agreed", needs_actor=False)
        if cues & CUES["decided to do"] and _DECIDED_AT.search(text):
            found = _DECIDED.search(text)
            if found and not _REPORT.search(text[: found.start()]):
                yield from self._content(found, "agreed", "action:decided", needs_actor=True)
        if cues & CUES["proposed"]:
            found = _PROPOSED.search(text)
            if found:
                yield from self._content(found, "proposed", "action:proposed", needs_actor=True)
        if cues & CUES["expected"] and (found := _EXPECTED.search(text)) and not _NOT_EXPECTED.search(text):
            yield from self._content(found, "expected", "action:expected", needs_actor=False)
        for pattern, certainty, rule in _ELSEWHERE if cues & CUES["ongoing"] else ():
            if (said := pattern.search(text)) and (before := self._actors.read_before(text[: said.start()])):
                what = said["what"] if len(said["what"]) > _SHORTEST else said.group()
                yield _Reading(certainty, what, before.names, rule, said.start())
        for asked in _ASKS.finditer(text) if cues & CUES["asked"] else ():
            words = text[asked.end() :].split(" ")
            acting = self._actors.read(words, 0)
            if acting is not None and acting.kind is not Kind.UNKNOWN:
                what = re.sub(r"^(?:om\s+|til\s+)?(?:,\s*)?(?:at\s+)?", "", " ".join(words[acting.after :]))
                if what:
                    yield _Reading("agreed", what, acting.names, "action:asked", asked.end())

    def _content(
        self, found: re.Match[str], certainty: str, rule: str, *, needs_actor: bool
    ) -> Iterator[_Reading]:
        clause = found["clause"]
        at = found.start("clause")
        words = clause.split(" ")
        acting = self._actors.read(words, 0)
        if acting is not None:
            place = _skip_adverbs(words, acting.after)
            verb = words[place].strip(",.") if place < len(words) else ""
            rest = " ".join(words[place:])
            does = verb.endswith(("r", "s")) and verb not in STATES and len(verb) > 2
            if does or verb in {"skal", "vil", "bør", "må", "kan"} or PARTICLES.match(rest):
                yield _Reading(certainty, rest, acting.names, rule, at)
                return
        elif somebody := _somebody(words):
            yield _Reading(certainty, " ".join(words[somebody:]), (" ".join(words[:somebody]),), rule, at)
            return
        if not needs_actor and (passive := _PASSIVE.match(clause)):
            yield _Reading(certainty, passive["what"], (), rule, at)

    def _clauses(self, text: str, block: Block, meeting: date | None) -> Iterator[_Reading]:
        starts = [0]
        if any(sign in text for sign in (":", ";", ", ", " – ", " - ")):
            starts += [each.end() for each in _CLAUSE.finditer(text)]
        for place, start in enumerate(starts):
            end = starts[place + 1] if place + 1 < len(starts) else len(text)
            clause = text[start:end]
            reading = self._clause(clause, start, block, meeting) or self._called(clause, text[end:], start)
            if reading is not None:
                yield reading

    def _called(self, clause: str, rest: str, at: int) -> _Reading | None:
        """``Anna: Ringer til kommunen``: a name, and behind its colon what is to be done."""
        if not clause.endswith(": "):
            return None
        words = clause.rstrip(": ").split(" ")
        acting = self._actors.read(words, 0)
        verb = rest.partition(" ")[0].lower()
        if acting is None or acting.kind is not Kind.PERSON or acting.after < len(words) or verb not in DOING:
            return None
        return _Reading("agreed", rest, acting.names, "action:does", at)

    def _clause(self, clause: str, at: int, block: Block, meeting: date | None) -> _Reading | None:
        numbered = _NUMBERED.match(clause)
        clause = clause[numbered.end() :] if numbered else clause
        if _SUBORDINATE_START.match(clause):
            return None
        if _LATER.match(clause):
            return self._inverted(clause.split(" "), at)
        group = _GROUP_OF.match(clause)
        words = clause[group.end() if group else 0 :].split(" ")
        acting = self._actors.read(words, 0)
        if acting is None:
            return None
        place = _skip_adverbs(words, acting.after)
        rest = " ".join(words[place:])
        if not rest:
            return None
        reading = self._taken_on(rest, acting, at) if acting.kind is not Kind.UNKNOWN else None
        if reading is None and self._does(words[place].strip(".,;:)"), rest, acting, block, meeting):
            reading = _Reading("agreed", rest, acting.names, "action:does", at)
        return reading

    def _taken_on(self, rest: str, acting: Acting, at: int) -> _Reading | None:
        """What somebody takes on, is given, must or will do, in words that say just that."""
        found = TAKES_ON.match(rest)
        if found and (acting.kind in _SURE or not found["charge"]):
            return _Reading("agreed", rest[found.end() :], acting.names, "action:takes on", at)
        found = MODAL.match(rest)
        if found:
            done = not NOT_TO_DO.match(rest, found.end())
            what = rest[found.end() :].strip()
            return _Reading("agreed", what, acting.names, "action:must", at) if done else None
        found = _AND_WILL.search(rest)
        if found and not is_present(rest.partition(" ")[0]) and not _REPORT.search(rest[: found.start()]):
            return _Reading("agreed", rest[found.end() :], acting.names, "action:will", at)
        return None

    def _does(self, verb: str, rest: str, acting: Acting, block: Block, meeting: date | None) -> bool:
        """Whether a verb in the present says what is to be done, and not what is so or was told."""
        if (not is_present(verb) and not PARTICLES.match(rest)) or THINKS.match(rest) or _REFUSES.match(rest):
            return False
        soon = _SOON.search(rest) is not None or _due(rest, meeting) is not None
        if verb in NARRATED and not PARTICLES.match(rest) and not soon:
            return self._told_in_past and acting.kind in _SURE and verb not in REPORTING
        if verb in DOING or PARTICLES.match(rest):
            return acting.kind is not Kind.BODY or soon or block.part is not Part.MINUTES
        return acting.kind in _SURE and (soon or block.part is Part.ACTIONS)

    def _inverted(self, words: list[str], at: int) -> _Reading | None:
        """``Inden næste møde udsender sekretariatet …``: the actor behind the verb."""
        for place, word in enumerate(words[1:_FARTHEST], start=1):
            verb = word.strip(".,")
            if verb not in DOING and verb not in {"skal", "vil"}:
                continue
            acting = self._actors.read(words, place + 1)
            if acting is None or acting.kind is Kind.UNKNOWN:
                continue
            rest = " ".join([verb, *words[acting.after :]])
            return _Reading("agreed", rest, acting.names, "action:does later", at)
        return None

    def _listed(self, text: str) -> _Reading | None:
        """A line under a heading such as *Opfølgning* or *Ansvarlig*."""
        named = _RESPONSIBLE.search(text)
        if named:
            acting = self._actors.read(named["who"].split(" "), 0)
            who = acting.names if acting else ()
            return _Reading(
                "agreed", text[: named.start()].strip(" (–-|") or text, who, "action:responsible", 0
            )
        return None

    def _foreseen(self, text: str, cues: int, meeting: date | None) -> _Reading | None:
        if cues & CUES["responsible"] and (named := _RESPONSIBLE.search(text)):
            acting = self._actors.read(named["who"].split(" "), 0)
            what = text[: named.start()].strip(" (–-|:")
            if acting is not None and len(what) > 5:
                return _Reading("agreed", what, acting.names, "action:responsible", 0)
        if cues & CUES["expected"] and (found := _FORESEEN.search(text)) and not _REPORT.search(text):
            return _Reading("expected", found["what"], (), "action:foreseen", 0)
        if cues & CUES["will"] and (found := _WILL_BE.search(text)) and not _REPORT.search(text):
            return _Reading("expected", found["what"], (), "action:will be", 0)
        if not cues & PASSIVE and "es af " not in text and " bliver " not in text:
            return None
        return self._passive(text, meeting)

    def _done_by(self, text: str) -> _Reading | None:
        """``Opgaven løses af Anna``, ``Skiltene bliver bestilt af Bo``."""
        agent = _WILL_BY.search(text) or (_BY.search(text) if self._told_in_past else None)
        if agent is None:
            return None
        acting = self._actors.read(text[agent.end() :].split(" "), 0)
        if acting is None or acting.kind not in _SURE:
            return None
        return _Reading("agreed", text, acting.names, "action:passive", 0)

    def _passive(self, text: str, meeting: date | None) -> _Reading | None:
        """``Punktet tages op på næste møde``: to be done, often without saying by whom."""
        words = text.split(" ")[:_FARTHEST]
        verb = next(
            (place for place, word in enumerate(words) if place and word.strip(".,") in PASSIVES), None
        )
        if verb is not None and not _LINKED.isdisjoint(words[1:verb]):
            return None  # in a side clause, or what could be
        if not _may_be_to_do(text):
            return None
        if verb is None:
            return self._done_by(text)
        bracketed = _IN_BRACKETS.search(text)
        acting = self._actors.read(bracketed["who"].split(" "), 0) if bracketed else None
        if bracketed and acting is not None and acting.kind is Kind.PERSON:
            return _Reading("agreed", text[: bracketed.start()], acting.names, "action:responsible", 0)
        if not (STRONG_PASSIVE.search(text) or _SOON.search(text) or _due(text, meeting)):
            return None
        agent = _AGENT.search(text)
        acting = self._actors.read(text[agent.end() :].split(" "), 0) if agent else None
        who = acting.names if acting and acting.kind is not Kind.UNKNOWN else ()
        return _Reading("agreed", text, who, "action:passive", 0)


def _may_be_to_do(text: str) -> bool:
    """Whether a sentence with a passive is no side clause, outcome, date of a meeting or report."""
    if _SUBORDINATE_START.match(text) and not text.startswith("Der "):
        return False
    return not (_OUTCOME.match(text) or ("øde" in text and _MEETS.search(text)) or _REPORT.search(text))


def _somebody(words: list[str]) -> int | None:
    """How many words name somebody we have no word for, before a verb of doing: ``HR-staben kommer med``."""
    for place in range(1, min(_LONGEST_NAME, len(words))):
        verb = words[place].strip(",.")
        if words[place - 1].endswith(",") or verb in STATES or verb in _LINKED:
            return None
        if verb in DOING or PARTICLES.match(" ".join(words[place:])):
            return None if words[0].lower() in _NOBODY else place
    return None


def told_in_past(text: str) -> bool:
    """Whether minutes tell of the meeting in the past, or not at all: who spoke is not told in the present."""
    present = len(_PRESENT_TELLING.findall(text))
    return not present or len(_PAST.findall(text)) >= _MOSTLY * present


def _skip_adverbs(words: list[str], at: int) -> int:
    while at < len(words) and words[at].lower() in ADVERBS:
        at += 1
    return at


def _due(what: str, meeting: date | None) -> date | None:
    """The first day named that is not before the meeting."""
    if not _DIGIT.search(what):
        return None
    for found in find_dates(what):
        day = found.on(meeting)
        if day is not None and (meeting is None or day >= meeting):
            return day
    return None


def find_actions(
    finder: ActionFinder, body: Body, decisions: Iterable[Decision], meeting: date | None
) -> list[Action]:
    """The actions under an item, each once."""
    return list(
        {(each.what, each.who): each for each in finder.find(body, list(decisions), meeting)}.values()
    )
