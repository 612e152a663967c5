"""What somebody is to do, and how certain it is. What is told as already done is no action."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from samstyr.reading.actors import Actors
from samstyr.reading.bodies import Body
from samstyr.reading.dates import find_dates
from samstyr.reading.decision_words import BODY
from samstyr.reading.decisions import REPORTS
from samstyr.reading.document import Sentence
from samstyr.reading.record import Action, Decision

_DOING = r"""
sørger for|udarbejder|udsender|sender|rundsender|fremsender|undersøger|følger op|kontakter|
indkalder|tager kontakt|vender tilbage|laver|arbejder videre|melder tilbage|præsenterer|forelægger|
indhenter|booker|opdaterer|tilretter|bestiller|afklarer|underretter|inviterer|planlægger|
koordinerer|tager initiativ|tager fat i|skriver|justerer|indarbejder|afdækker|aftaler|arrangerer|
igangsætter|iværksætter|fremlægger|formidler|videreformidler|offentliggør|samler op|lægger|sætter|
retter henvendelse|tager det med|går videre|går i dialog|beder|ansøger|drøfter|kvalificerer|
kigger på|ser på|tjekker|tager sig af|bringer|færdiggør|gennemgår|udfærdiger|distribuerer|uddyber|
beskriver|gennemfører|holder oplæg|indsamler|samler|leverer|udfylder|tilføjer|køber|indkøber|finder|
spørger|ringer|skaffer|opretter|deler|giver besked|informerer|orienterer (?:om|på) [^,.]*næste møde|
tager punktet|rykker|renskriver|udpeger|melder ind|skynder|står for|forbereder|afgiver|retter|
indsender|underskriver|omdeler|ajourfører|
kommer med (?:et|en|sit|deres) (?:\w+ )?(?:forslag|oplæg|udkast|bud|notat|input)
"""
_DO = f"(?:{''.join(_DOING.splitlines())})"
_STATE = (
    r"(?:er|bliver|har|kan|bør|må|var|havde|ville|kunne|burde|fastholder|ønsker|mener|synes|ser frem|"
    r"takker|findes|ligger|kommer på|får|indgår|overgår|gælder|støtter|bakker|godkender|tager til)\b"
)
_MAYBE = (
    r"(?:\s+(?:også|derfor|herefter|derefter|så|straks|nu|løbende|i første omgang|i samarbejde med "
    r"[^,]{2,40}|fremover|efterfølgende|ligeledes|desuden|endvidere|snarest|selv|gerne))*"
)
_AGREED = re.compile(
    rf"(?:\bblev(?:\s+\w+){{0,3}}?\s+aftalt|\b(?:blev|var|"
    rf"er)(?:\s+\w+){{0,3}}?\s+enige?\s+om|{BODY}(?:\s+\w+)?\s+aftalte|\bdet\s+aftaltes|"
    rf"^(?:\W*)(?:det\s+er\s+)?aftalt),?\s*(?::|at)\s+(?P<clause>.+)",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    rf"(?:\bblev(?:\s+\w+){{0,3}}?\s+besluttet|{BODY}(?:\s+\w+)?\s+(?:besluttede|vedtog)|"
    rf"^besluttet|\bdet\s+besluttedes),?\s*(?::|at)\s+(?P<clause>.+)",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"(?:\bforeslog|\bforeslår|\bforslag om|\bblev\s+det(?:\s+\w+){0,2}?\s+(?:anbefalet|"
    r"foreslået)|\bdet\s+blev(?:\s+\w+){0,2}?\s+(?:anbefalet|"
    r"foreslået)),?\s*(?:[^,]{0,40},)?\s*at\s+(?P<clause>.+)",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\b(?:det\s+forventes|der\s+forventes)(?:\s+\w+)?,\s*at\s+(?P<clause>.+)", re.IGNORECASE
)
_NOT_EXPECTED = re.compile(r"\bforventes\s+(?:dog\s+)?ikke\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?P<what>(?!(?:nedsætte|udpege|vælge|oprette|etablere)s?\b)[^.]*?\b\w{3,}(?:es|ns|ås)\b.*)",
    re.IGNORECASE,
)
_WILL_BE = re.compile(
    r"^(?P<what>(?!der\b)[A-ZÆØÅ][^,.;:]{3,140}?\s+vil(?:\s+\w+){0,2}?\s+blive\s+\w+(?:et|t|gt)\b.*)"
)
_FORESEEN = re.compile(r"^(?P<what>[A-ZÆØÅ][^.;:]{2,140}?\s+forventes(?:\s+\w+)?\s+(?:at\s+\w+|\w+t)\b.*)")
_RESUMED = re.compile(
    r"^(?:\W*)(?P<what>(?:punktet|sagen|emnet|drøftelsen)\s+(?:\w+\s)?(?:genoptages|tages op|"
    r"sættes på|behandles)\b.*)",
    re.IGNORECASE,
)
_WITH_THESE = re.compile(
    r"\bmed\s+(?:disse|de\s+(?:faldne|nævnte|anførte|fremførte)|ovenstående|de\s+bemærkninger)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(rf"\b{REPORTS}\b", re.IGNORECASE)
# One quick look decides whether the long look for an actor is worth its time.
_CUES = {
    name: re.compile(rf"\b(?:{words})\b")
    for name, words in (
        ("agreed", r"\w*(?i:aftal|enig)\w*"),
        ("decided", r"(?i:beslut|vedt)\w*"),
        ("ongoing", "i gang med|arbejder|er ved at"),
        ("expects", "forventer"),
        ("welcome", "gerne"),
        ("asked", "bad|beder|anmodede|anmoder|pålagde|bemyndigede|bemyndiger|opfordrede"),
        ("must", "skal|vil|bedes|bedt|pålagt|bemyndiget|til opgave|påtog|påtager|lovede"),
        ("does", _DO),
        ("by day", "inden|senest|til den|i uge"),
    )
}
_END = " .;"


class ActionFinder:
    """Finds actions of one document; built once from its participants."""

    def __init__(self, actors: Actors) -> None:
        who = rf"(?P<who>{actors.pattern})"
        self._actors = actors
        self._clause = re.compile(
            rf"{who}{_MAYBE}\s+(?P<what>(?!{_STATE})(?:skal\s+)?\w+(?:r|s|skal|vil)\b.*)"
        )
        self._does = re.compile(rf"(?:^\W*|,\s(?:og|mens)\s){who}{_MAYBE}\s+(?P<what>{_DO}\b.*)")
        self._must = re.compile(
            rf"^(?:\W*){who}\s+(?:skal{_MAYBE}|vil(?!\s+(?:gerne|blive|være|have))(?:\s+(?:på|"
            rf"til)\s+[^,]{{2,40}}møde\w*)?{_MAYBE}|bedes(?:\s+om\s+at)?|"
            rf"(?:blev|er\s+blevet|bliver)\s+(?:bedt\s+om|pålagt|bemyndiget\s+til)(?:,?\s+at)|"
            rf"fik\s+til\s+opgave\s+at|får\s+til\s+opgave\s+at|påt(?:og|ager)\s+sig\s+at|"
            rf"lovede\s+at|har\s+til\s+opgave\s+at)\s+(?P<what>\w+.*)"
        )
        self._asked = re.compile(
            rf"(?<!\w)(?:bad|beder|anmodede|anmoder|pålagde|bemyndigede|bemyndiger|"
            rf"opfordrede)\s+{who},?\s+(?:om\s+|til\s+)?(?:at\s+)?(?P<what>\w+.*)"
        )
        self._expects = re.compile(rf"(?<!\w){who}\s+forventer,?\s+at\s+(?P<what>\w+.*)")
        self._ongoing = re.compile(
            rf"(?<!\w){who}\s+(?:er\s+(?:\w+\s+)?i\s+gang\s+med\s+(?:en\s+proces\s+for\s+)?at|"
            rf"arbejder\s+(?:\w+\s+)?(?:på|med)\s+at|er\s+ved\s+at)\s+(?P<what>\w+.*)"
        )
        self._welcome = re.compile(rf"(?<!\w){who}\s+(?:gerne\s+må|må\s+gerne)\s+(?P<what>\w+.*)")

        self._by_day = re.compile(
            rf"^\W*{who}{_MAYBE}\s+(?P<what>(?!{_STATE})\w{{3,}}r\b.*\b(?:inden|senest|til\s+den|i\s+uge)\s.*)"
        )

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
                for action in self._in_sentence(sentence, body, meeting):
                    if action.certainty == "proposed" and action.span[0] < agreed_until:
                        yield replace(
                            action, certainty="agreed", rule=f"{action.rule}:approved with these remarks"
                        )
                    else:
                        yield action

    def _in_sentence(self, sentence: Sentence, body: Body, meeting: date | None) -> Iterator[Action]:
        text = sentence.text
        if text.endswith("?") or len(text) > 3000:
            return
        for certainty, what, who, rule in self._readings(text):
            due = _due(what, meeting)
            if certainty == "expected" and due is None and not who and rule != "action:will be":
                continue
            yield Action(
                item=body.number,
                item_index=body.index,
                who=who,
                what=what.strip(_END),
                due=due,
                certainty=certainty,
                span=sentence.span,
                rule=rule,
            )
            return

    def _readings(self, text: str) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
        """Every way the sentence can be read as an action, the surest first: certainty, what, who, rule."""
        for pattern, rule in ((_AGREED, "agreed"), (_DECIDED, "decided")):
            if (
                _CUES[rule].search(text)
                and (found := pattern.search(text))
                and not _REPORT.search(text[: found.start()])
            ):
                yield from self._content(
                    found["clause"], "agreed", f"action:{rule}", needs_actor=rule == "decided"
                )
        if found := _PROPOSED.search(text):
            yield from self._content(found["clause"], "proposed", "action:proposed", needs_actor=True)
        if (found := _EXPECTED.search(text)) and not _NOT_EXPECTED.search(text):
            yield from self._content(found["clause"], "expected", "action:expected", needs_actor=False)
        for cue, finder, certainty, rule in (
            (_CUES["ongoing"], self._ongoing, "ongoing", "action:ongoing"),
            (_CUES["expects"], self._expects, "expected", "action:expects"),
            (_CUES["welcome"], self._welcome, "proposed", "action:welcome"),
            (_CUES["asked"], self._asked, "agreed", "action:asked"),
            (_CUES["must"], self._must, "agreed", "action:must"),
            (_CUES["does"], self._does, "agreed", "action:does"),
            (_CUES["by day"], self._by_day, "agreed", "action:by day"),
        ):
            if (
                cue.search(text)
                and (found := finder.search(text))
                and (who := self._actors.split(found["who"]))
            ):
                yield certainty, found["what"], who, rule
        if found := _RESUMED.search(text):
            yield "agreed", found["what"], (), "action:resumed"
        if "forventes" in text and (found := _FORESEEN.search(text)) and not _REPORT.search(text):
            yield "expected", found["what"], (), "action:foreseen"
        if " vil " in text and (found := _WILL_BE.search(text)) and not _REPORT.search(text):
            yield "expected", found["what"], (), "action:will be"

    def _content(
        self, clause: str, certainty: str, rule: str, *, needs_actor: bool
    ) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
        found = self._clause.match(clause)
        if found and (who := self._actors.split(found["who"])):
            yield certainty, found["what"], who, rule
        elif not needs_actor and (passive := _PASSIVE.match(clause)):
            yield certainty, passive["what"], (), rule


def _due(what: str, meeting: date | None) -> date | None:
    """The first day named that is not before the meeting."""
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
