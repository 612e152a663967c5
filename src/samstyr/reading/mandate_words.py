"""The words by which agreements and notes say what a forum may do, with the act of the register each stands for.

Source: contract of the register, *Acts*.
"""

import re
from functools import lru_cache

# Stems of verbs in the infinitive and the present; where two fit, the longer stands first.
_ACTS: tuple[tuple[str, str], ...] = (
    ("monitor", r"følge[r]?(?:\s+\w+)?\s+op\s+på|følge[r]?\s+op"),
    ("decide", r"træffe[r]?(?:\s+\w+){0,4}?\s+beslutning(?:er)?(?:\s+(?:om|for|vedrørende|vedr\.))?"),
    (
        "decide",
        r"beslutte[r]?|fastlægge[r]?|bestemme[r]?(?:\s+over)?|prioritere[r]?|udmønte[r]?|afgøre[r]?|vedtage[r]?",
    ),
    ("approve", r"godkende[r]?(?:\s+og\s+underskrive[r]?)?|tilslutte[r]?\s+sig"),
    ("ratify", r"tiltræde[r]?|ratificere[r]?"),
    ("recommend", r"indstille[r]?|anbefale[r]?"),
    ("assure", r"kvalitetssikre[r]?|vurdere[r]?|sikre[r]?(?=\s+det\s+(?:faglige|tekniske)\s+indhold)"),
    ("prepare", r"forberede[r]?"),
    (
        "advise",
        r"rådgive[r]?|yde[r]?\s+(?:indflydelse|rådgivning)|fremsætte[r]?\s+ønsker|komme[r]?\s+med\s+forslag",
    ),
    ("escalate", r"eskalere[r]?"),
    ("report", r"afrapportere[r]?|rapportere[r]?|referere[r]?(?=\s+til)|årlige\s+opfølgning"),
    ("inform", r"orientere[r]?"),
    ("discuss", r"drøfte[r]?|behandle[r]?"),
    (
        "monitor",
        r"følge[r]?|monitorere[r]?|overvåge[r]?|modtage[r]?(?:\s+løbende)?\s+status|foretage[r]?\s+kvalitetsopfølgning|"
        r"sikre[r]?\s+fremdrift|vedligeholde[r]?",
    ),
    ("appoint", r"udpege[r]?|forestå[r]?\s+udpegning"),
    ("establish", r"nedsætte[r]?|etablere[r]?|oprette[r]?"),
    (
        "draft",
        r"udarbejde[r]?|udfærdige[r]?|udvikle[r]?|beskrive[r]?|foranledige[r]?|formulere[r]?|"
        r"forestå[r]?(?:\s+en)?(?:\s+\w+)?\s+erfaringsopsamling",
    ),
)
_COMPILED = tuple(
    (act, re.compile(re.sub(r"\(\?=[^()]*(?:\([^()]*\)[^()]*)*\)", "", words), re.IGNORECASE))
    for act, words in _ACTS
)
ANY_ACT = re.compile(rf"\b(?:{'|'.join(words for _, words in _ACTS)})(?![\wæøå-])", re.IGNORECASE)
NEEDS_RECIPIENT = frozenset({"recommend", "assure", "prepare", "advise", "escalate", "report", "inform"})


@lru_cache(maxsize=1 << 10)
def act_of(words: str) -> str | None:
    """The act a verb stands for, or None."""
    return next((act for act, pattern in _COMPILED if pattern.fullmatch(words)), None)
