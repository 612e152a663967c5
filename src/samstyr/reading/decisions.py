"""What the meeting did: approved, noted, agreed … Precision before recall: reported and earlier decisions are
none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from samstyr.reading.bodies import Block, Body
from samstyr.reading.dates import find_dates
from samstyr.reading.document import Document
from samstyr.reading.labels import Part
from samstyr.reading.record import Decision

# A body that decides, in the definite: "Bestyrelsen", "Økonomiudvalget", "Der", "Man".
BODY = (
    r"(?:[\wæøåÆØÅ-]*(?:bestyrelsen?|udvalget?|råde?t|gruppen|kredsen|forsamlingen|komit[eé]en|"
    r"direktionen|nævnet|kommissionen|"
    r"medlemmerne|deltagerne|parterne|mødet|repræsentantskabet|forummet|forum|ledelsen|"
    r"formandskabet|kollegiet|partnerskabet|klyngen|"
    r"menigheden|foreningen|laget)|man|vi|alle|flertallet)"
)
_FEW = r"(?:\s+(?!(?:ikke|og|samt)\b)[\wæøåÆØÅ./-]+){0,5}?"
# The verb of such a body, or of the same body after "og".
_DOES = rf"(?:{BODY}{_FEW}|\bog)"
_WERE = rf"\bblev{_FEW}"
_SAID = (
    r"(?:enige?\s+om|enighed\s+om|aftalte?|besluttede|besluttet|vedtog|vedtaget),?(?:\s+\w+){0,2}?\s*,?\s*at"
)
_NUMBER = r"^(?:\(?\d+[.):]\s*|ad\s?\d+[.:)]?\s*|(?:pkt\.?|punkt)\s*\d+[.:]?\s*|[a-z]\)\s*|[-–]\s*)?"
_GROUP = r"(?:en|et|den|et par|to|tre)\b[^.,]{0,60}?(?:gruppe|udvalg|råd|forum|styregruppe|komit[eé]|netværk)"
_AGREED_TO = (
    r"(?:afholde|udsætte|godkende|flytte|indstille|anbefale|igangsætte|sende|invitere|indkalde|"
    r"ansøge|arbejde videre|"
    r"fortsætte|bede|opfordre|udarbejde|iværksætte|afvente|genoptage|tage punktet|lade|give|"
    r"følge op|mødes|holde)"
)
_TOLD = r"(?:har|havde|at|om|som|der|skal|kan|vil|bør|hvis|når|ikke|orienterede|oplyste)"
_THINGS = r"(?:punktet|sagen|behandlingen|drøftelsen|emnet|pkt\.?|forslaget|beslutningen|valget)"

# In the order of precedence: where two stand on the same words, the earlier is the verb.
_EVERYWHERE: tuple[tuple[str, str], ...] = (
    ("established", rf"{_DOES}\s+nedsatte\b"),
    ("established", rf"{_WERE}\s+nedsat\b"),
    (
        "established",
        rf"{_SAID}(?:\s+\w+){{0,3}}?\s+(?:nedsætte\b|nedsættes\b|(?:oprette|etablere|danne)s?\s+{_GROUP})",
    ),
    ("appointed", rf"{_DOES}\s+(?:udpegede|(?:gen)?valgte(?!\s+at\b))\b"),
    ("appointed", rf"{_WERE}\s+(?:udpeget|(?:gen|ny)?valgt|konstitueret)\b(?!\s+at\b)"),
    ("appointed", rf"{_SAID}(?:\s+\w+){{0,3}}?\s+(?:udpege|vælge)s?\b"),
    (
        "withdrawn",
        rf"\b{_THINGS}\s+(?:blev\s+|er\s+)?(?:trukket|taget\s+af|udgik|udgår|bortfalder|bortfaldt)\b",
    ),
    ("postponed", rf"{_DOES}\s+(?:udsatte|udskød)\b"),
    ("postponed", rf"{_WERE}\s+(?:udsat|udskudt)\b"),
    ("postponed", rf"\b{_THINGS}(?:\s+\S+)?\s+(?:udsættes|udskydes|er\s+udsat|udsat|udskudt)\b"),
    ("postponed", rf"{_SAID}(?:\s+\w+){{0,3}}?\s+(?:udsætte|udskyde)s?\b"),
    ("rejected", rf"\bblev{_FEW}\s+ikke\s+(?:\w+\s+)?(?:godkendt|vedtaget|imødekommet|tiltrådt)\b"),
    ("rejected", rf"{_WERE}\s+(?:afvist|forkastet|nedstemt)\b|{_DOES}\s+(?:afviste|forkastede)\b"),
    ("rejected", rf"{BODY}\s+(?:kunne|kan)\s+ikke\s+(?:godkende|tiltræde|imødekomme|tilslutte sig)\b"),
    (
        "recommended",
        rf"{_DOES}\s+(?:anbefalede|indstillede)\b(?:.{{0,80}}?\b(?:godkend|vedtag|tiltræd)\w*)?",
    ),
    ("recommended", rf"{_WERE}\s+(?:anbefalet|indstillet)\s+(?:til\s+(?!at)|godkendt|vedtaget)"),
    (
        "endorsed",
        rf"{_DOES}\s+(?:tiltrådte|tilsluttede\s+sig|bakkede\s+op|bifaldt|"
        rf"kunne\s+tilslutte\s+sig|kunne\s+tiltræde)\b|{_WERE}\s+tiltrådt\b",
    ),
    ("approved", rf"{_DOES}\s+(?:godkendte|imødekom|bevilgede|kunne\s+godkende)\b"),
    ("approved", rf"{_WERE}\s+(?:godkendt|imødekommet|bevilget|bevilliget)\b|\bgodkendtes\b"),
    ("noted", rf"{_DOES}\s+tog\b.{{0,220}}?\btil\s+(?:orientering|efterretning)\b"),
    ("noted", rf"{_WERE}\s+(?:herefter\s+)?taget\s+til\s+(?:orientering|efterretning)\b"),
    (
        "adopted",
        rf"{_DOES}\s+(?:besluttede|vedtog|valgte\s+at)\b|{_WERE}\s+(?:besluttet|vedtaget)\b|\bvedtoges\b|"
        rf"\bdet\s+besluttedes\b",
    ),
    (
        "agreed",
        rf"{_WERE}\s+aftalt\b|\b(?:blev|var|er){_FEW}\s+enige?\s+om\b|{_DOES}\s+aftalte\b|"
        rf"\bdet\s+aftaltes\b",
    ),
    ("agreed", rf"\bder\s+var{_FEW}\s+enighed\s+om,?\s+at\s+{_AGREED_TO}\b"),
)
# Short forms: the whole sentence is the decision.
_SHORT: tuple[tuple[str, str], ...] = (
    ("withdrawn", rf"{_NUMBER}(?:udgår|udgået|trukket|taget af dagsordenen|{_THINGS} (?:udgår|udgik))\b"),
    ("postponed", rf"{_NUMBER}(?:udsat|udsættes|udskudt|udskydes)\b"),
    ("rejected", rf"{_NUMBER}(?:ikke (?:godkendt|vedtaget|imødekommet)|afvist|forkastet|afslag)\b"),
    (
        "recommended",
        rf"{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,4}}?(?:anbefales|anbefalet|"
        rf"indstilles)\b(?:.{{0,80}}?\b(?:godkend|vedtag|tiltr)\w*)?",
    ),
    ("endorsed", rf"{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,4}}?(?:tiltrådt|tiltrædes)\b"),
    (
        "approved",
        rf"{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,7}}?(?:godkendt|godkendes|imødekommet|bevilget|"
        rf"bevilges)\b",
    ),
    (
        "noted",
        rf"{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,7}}?(?:taget|tages)\s+til\s+(?:orientering|"
        rf"efterretning)\b|{_NUMBER}til (?:efterretning|orientering)\b",
    ),
    ("adopted", rf"{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,6}}?(?:vedtaget|vedtages|besluttet|besluttes)\b"),
    ("agreed", rf"{_NUMBER}(?:det\s+er\s+)?aftalt\b"),
)
# Said only under a heading that says decision.
_UNDER_HEADING: tuple[tuple[str, str], ...] = (
    ("postponed", rf"{_DOES}\s+(?:udsætter|udskyder)\b"),
    ("rejected", rf"{_DOES}\s+(?:afviser|forkaster)\b"),
    (
        "appointed",
        rf"{_DOES}\s+(?:udpeger|vælger(?!\s+at))\b|{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,8}}?(?:udpeges|"
        rf"udpeget|vælges|valgt|genvalgt)\b(?!\s+at\b)",
    ),
    ("established", rf"{_DOES}\s+nedsætter\b|{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,3}}?(?:nedsættes|nedsat)\b"),
    (
        "recommended",
        rf"{_DOES}\s+(?:anbefaler|indstiller)\b(?:.{{0,80}}?\b(?:godkend|vedtag|"
        rf"tiltræd)\w*)?|\b(?:anbefaler|anbefales)\b(?:.{{0,80}}?\b(?:godkend|vedtag)\w*)?",
    ),
    (
        "endorsed",
        rf"{_DOES}\s+(?:tiltræder|tilslutter\s+sig|bakker\s+op|støtter)\b|\btilslutning\s+til\b",
    ),
    (
        "approved",
        rf"{_DOES}\s+(?:godkender|imødekommer|bevilger)\b|\b(?:er|bliver)\s+godkendt\b|"
        rf"\b(?:godkendtes)\b",
    ),
    (
        "noted",
        rf"{_DOES}\s+tager\b.{{0,220}}?\btil\s+(?:orientering|"
        rf"efterretning)\b|{_NUMBER}(?:orienteret|orienteredes|orientering\s+givet)\b",
    ),
    ("noted", rf"{_DOES}\s+(?:blev\s+orienteret|noterede\s+sig)\b"),
    (
        "adopted",
        rf"{_DOES}\s+(?:beslutter|vedtager)\b|\bindstillingen\s+(?:følges|blev\s+fulgt|"
        rf"fulgt)\b|{_NUMBER}som\s+indstillet\b",
    ),
    ("agreed", rf"{_DOES}\s+er\s+enige\s+om\b|\bder\s+(?:er|var){_FEW}\s+enighed\s+om\b"),
    (
        "discussed",
        rf"{_DOES}\s+drøfte(?:de|r)\b|"
        rf"\bblev{_FEW}\s+drøftet\b|{_NUMBER}(?:(?!{_TOLD}\b)\S+\s+){{0,5}}?(?:drøftet|drøftedes|drøftes|"
        rf"temadrøftet)\b",
    ),
)


def _compiled(table: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (
            verb,
            re.compile(rf"(?<!\w)(?:{pattern})" if not pattern.startswith("^") else pattern, re.IGNORECASE),
        )
        for verb, pattern in table
    )


# The stems without which a sentence has no such verb: one quick look saves most of the long ones.
_STEMS = {
    verb: re.compile(stems)
    for verb, stems in {
        "established": r"neds[aæ]t|oprett|etabler|danne",
        "appointed": r"udpeg|valgt|vælg|konstituer",
        "withdrawn": r"trukket|taget|udgå|udgik|bortfald",
        "postponed": r"uds[aæk]",
        "rejected": r"ikke|afvis|forkast|nedstem|afslag",
        "recommended": r"anbefal|indstil",
        "endorsed": r"tiltr|tilslut|bakke|bifald|støtte",
        "approved": r"godkend|imødek|bevil",
        "noted": r"efterretning|orienter|noterede",
        "adopted": r"beslut|vedt|valgte|indst",
        "agreed": r"aftal|enig",
        "discussed": r"drøft",
    }.items()
}
_PROSE = _compiled(_EVERYWHERE)
_ELLIPTIC = _compiled(_SHORT)
_HEADED = _compiled(_UNDER_HEADING)
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
_SUBJECT = re.compile(rf"(?:\S+\s+){{0,4}}?{BODY}\b", re.IGNORECASE)
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
_AT_A_MEETING = re.compile(
    r"\bmøde\w*\s+(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s+)?(?:den\s|d\.\s?|i\s)", re.IGNORECASE
)
_CONTENT = re.compile(r"(?:,\s*at\b|\bom\s+at\b|\bat\b|:)")
_SUBORDINATES = re.compile(r"\b(?:at|som|der|hvor|hvorefter|idet|så)\b", re.IGNORECASE)
_ABSENCE = re.compile(
    r"\b(?:deltog ikke|ikke til stede|meldt afbud|var fraværende|inhabil)\b|^(?:fraværende|afbud|deltog)\b",
    re.IGNORECASE,
)
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


def find_decisions(document: Document, body: Body, meeting: date | None) -> Iterator[Decision]:
    """The decisions written under an item: under a heading that says so where there is one, otherwise in the
    prose.
    """
    for block in body.told():
        if block.part is Part.ACTIONS:
            continue
        for sentence in block.sentences():
            for found in _decide(sentence.text, block, meeting):
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


def has_remarks(text: str) -> bool:
    """Whether a decision was taken with remarks, changes or a reservation."""
    return not _WITHOUT.search(text) and _WITH.search(text) is not None


def _decide(text: str, block: Block, meeting: date | None) -> list[_Found]:
    if (
        _ABSENCE.search(text)
        and len(text) < 400
        and not re.search(r"\b(?:godkend|vedt|beslut|efterretning)", text, re.IGNORECASE)
    ):
        return []
    lower = text.lower()
    likely = {verb for verb, stems in _STEMS.items() if stems.search(lower)}
    if not likely:
        return []
    headed = block.part is Part.DECISION
    tables = [_PROSE]
    if headed:
        tables += [_ELLIPTIC, _HEADED]
    elif len(text.split()) <= 10 and not re.search(
        r"\b(?:skal|kan|vil|bør|har|havde|ønskes|forventes|blev|hvis|når)\b", text, re.IGNORECASE
    ):
        tables += [_ELLIPTIC]
    if re.search(r"\?\W*$", text):
        return []
    found: list[_Found] = []
    for table in tables:
        for verb, pattern in table:
            match = pattern.search(text) if verb in likely else None
            if match and not _is_told_of(text, match, meeting):
                found.append(_Found(verb, match.start(), match.end()))
    return _main_ones(text, found)


def _is_told_of(text: str, match: re.Match[str], meeting: date | None) -> bool:
    """Whether the words are told of another time or place: reported, in a side clause, or of an earlier
    meeting.
    """
    before = text[: match.start()]
    if match.group().lower().startswith("og ") and not _SUBJECT.match(before):
        return True
    presented = _PRESENTED.search(before)
    if not presented:
        if _REPORTED.search(before):
            return True
        if not _EXPLETIVE.search(before) and _SUBORDINATE.search(before):
            return True
    rest = text[match.start() :]
    content = _CONTENT.search(rest, match.end() - match.start())
    clause = _OLD_MINUTES.sub("", rest[: content.start() if content else len(rest)][:200])
    before = _OLD_MINUTES.sub("", before)
    if _EARLIER.search(before[-80:]) or _EARLIER.search(clause):
        return True
    if _AT_A_MEETING.search(before[-60:] + clause):
        return any(each.on(meeting) != meeting for each in find_dates(before[-60:] + clause) if each.year)
    return False


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
        if each.verb != last.verb and not _SUBORDINATES.search(between):
            kept.append(each)
    return kept
