"""What a sentence could be about, told by a quick look at its words.

Most sentences hold no fact. Each word is looked at once and remembered, so that only a sentence with a word that speaks
for it is searched for decisions, actions and the rest. A cue is never proof: it only saves time.
"""

import re
from functools import lru_cache

from samstyr.reading.action_words import PASSIVES, is_present

# Parts of words, in small letters, by the verbs of decisions.
DECISION_STEMS = {
    "established": r"neds[aæ]t|oprett|etabler|danne",
    "appointed": r"udpeg|valgt|vælg|konstituer",
    "withdrawn": r"trukket|taget|udgå|udgik|bortfald",
    "postponed": r"uds[aæk]|flytte|^tilbage$|^bero$|^op$|genoptag",
    "rejected": r"ikke|afvis|forkast|nedstem|afslag|^faldt\W*$",
    "recommended": r"anbefal|indstil",
    "endorsed": r"tiltr|tilslut|bakke|bakning|bifald|støtte",
    "approved": r"godkend|imødek|bevil|bemyndig|^grønt$",
    "noted": r"efterretning|orienter|noterede",
    "adopted": r"beslut|vedt|valgte|indst|vælger",
    "agreed": r"aftal|enig|enedes",
    "discussed": r"drøft",
}
# And by the other facts.
_STEMS = DECISION_STEMS | {
    "agreed to do": r"aftal|enig|konklusion",
    "decided to do": r"beslut|vedt|ønske|tilslut|godkendte|tiltr",
    "proposed": r"foresl|forslag|anbefalet",
    "expected": r"forvent",
    "asked": r"^bad$|^beder$|anmod|pål(?:agde|ægger)|bemyndig|opfordr|henstil|overlad|overlod",
    "ongoing": r"^gang$|^ved$|^arbejder$|^gerne$|^forventer",
    "responsible": r"ansvarlig|tovholder|^ansv|aktion|action|^hvem|^udføres|^opgave",
    "will": r"^vil$|^skal$",
    "by": r"^af$",
    "takes on": r"^bedes|^pålægges|^bedt|anmodet|pålagt|bemyndiget|ansvar|tovholder|opgave|påt(?:og|ager)|lovede|"
    r"tilb(?:ød|yder)|indvilg|lovet|påtaget|tilbudt|meldte|melder|^må$|^gerne|^gang$|^ved$|^arbejder",
    "light": r"^(?:grøn|gul|rød)(?:t|e)?\W*$",
    "measured": r"^fra$",
    "lacking": r"data|^tal\W*$",
    "broken": r"nedbrud|nedetid|drift|utilgængelig|^nede\W*$|^ned\W*$|netværksproblem|udfald|tilgås",
    "heard": r"høring",
    "speaks": r"orienterede|bemærkede|nævnte|foreslog|pointerede|kvitterede|indledte|præciserede|oplyste|fortalte|"
    r"spurgte|redegjorde|gennemgik|præsenterede|fremlagde|supplerede|takkede|konstaterede|fremhævede|opfordrede|"
    r"tilføjede|svarede|anførte|understregede|efterlyste|påpegede|konkluderede|opsummerede|uddybede|forelagde|^bød$|"
    r"stillede|udtrykte|rejste|henviste|mindede|kommenterede|forklarede|^holdt$|^gav$|refererede|meddelte|motiverede|"
    r"roste|introducerede|aflagde|beskrev",
    "coming": r"næste|kommende",
    "attends": r"afbud|fravær|delt[ao]g|^sted(?:et|e)\W*$|stedfortr|suppleant|tilsted|mødt|medvirk|forhindret|"
    r"^undtagen|^bortset|^nær$|"
    r"forlod|^gik$|^gå$|^ankom|^kom$|^møder$|^kommer$|indtr[æå]d",
}
CUES = {name: 1 << place for place, name in enumerate(_STEMS)}
PASSIVE = 1 << len(CUES)
PRESENT = PASSIVE << 1
_PATTERNS = tuple((CUES[name], re.compile(stems)) for name, stems in _STEMS.items())


@lru_cache(maxsize=1 << 16)
def _of(word: str) -> int:
    lower = word.lower()
    plain = lower.strip('.,;:()"”“»«')
    found = 0
    for cue, pattern in _PATTERNS:
        if pattern.search(lower):
            found |= cue
    if plain in PASSIVES:
        found |= PASSIVE
    if is_present(plain):
        found |= PRESENT
    return found


def cues_of(text: str) -> int:
    """The cues of a sentence's words, as bits: ``CUES["approved"]`` and their like."""
    found = 0
    for word in text.split(" "):
        found |= _of(word)
    return found
