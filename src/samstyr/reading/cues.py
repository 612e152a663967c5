"""What a sentence could be about, told by a quick look at its words.

Most sentences hold no fact. Each word is looked at once and remembered, so that only a sentence with a word that
speaks for it is searched for decisions, actions, attendance and the rest. A cue is never proof: it only saves time.
"""

from functools import lru_cache

DECIDES = 1
ACTS = 2
ATTENDS = 4
SPEAKS = 8
MEASURES = 16
LACKS = 32
LIGHTS = 64
BREAKS_DOWN = 128
HEARS = 256
COMES = 512
PROPOSES = 1024

# Parts of words, in small letters.
_STEMS: tuple[tuple[int, str], ...] = (
    (
        DECIDES,
        "nedsat nedsæt nedsatte opret etabler danne udpeg valg vælg konstituer trukket taget tager udgå udgik "
        "bortfald uds ikke afvis forkast nedstem afslag anbefal indstil tiltr tilslut bakke bifald støtte godkend "
        "imødek bevil efterretning orienter noter beslut vedt indst aftal enig drøft",
    ),
    (PROPOSES, "indstil foresl foreslå anbefal"),
    (ATTENDS, "afbud fravær deltag deltog sted mødt forlod gik gå ankom kom suppleant stedfortr"),
    (MEASURES, "fra"),
    (LACKS, "data tal"),
    (LIGHTS, "grøn gul rød"),
    (BREAKS_DOWN, "nedbrud nedetid drift utilgæng nede ned netværksproblem udfald tilgå"),
    (HEARS, "høring"),
    (COMES, "næste kommende førstkommende"),
)
