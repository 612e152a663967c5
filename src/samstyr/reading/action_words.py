"""The words by which minutes say that somebody is to do something."""

import re
from functools import lru_cache

# Verbs in the present by which a person or an office takes something on.
_DOING = """
afdækker afgiver afholder afklarer afleverer aftaler ajourfører annoncerer anskaffer ansøger
arrangerer beder beskriver bestiller besvarer betaler bidrager booker bringer bygger checker chekker
deler distribuerer drøfter efterlyser efterspørger fastlægger finder flytter forbereder fordeler
forelægger forestår foretager forhører formidler formulerer forsøger fremlægger fremsender
fremskaffer færdiggør følger genfremsender gennemfører gennemgår henter henvender hjælper holder
igangsætter indarbejder indberetter inddrager indgår indhenter indkalder indkøber indsamler
indsender indskriver informerer inviterer iværksætter kalder kigger klargør kommunikerer kontakter
kontrollerer koordinerer kopierer koster kvalificerer køber laver leder leverer lukker lægger læser
mailer medbringer melder nedskriver offentliggør omdeler omformulerer omskriver opdaterer
oplægger opretter opsamler opsætter ordner organiserer overtager planlægger printer præsenterer
prøver publicerer renskriver reserverer retter ringer rundsender rydder rykker rådfører samler
sender skaber skaffer skriver skynder snakker sondere sonderer spørger stiller står svarer sætter
søger sørger tager taler tilføjer tilmelder tilpasser tilretter tilsender tjekker trykker trækker
udarbejder uddeler uddyber udfylder udfærdiger udkaster udleverer udpeger udsender udsætter
underretter underskriver undersøger uploader varetager vender viderebringer videreformidler
videregiver videresender vurderer åbner ændrer
"""
DOING = frozenset(_DOING.split())
# Of those, what is told in the present just as well: somebody reads out, explains, goes through.
_NARRATED = """
redegør orienterer oplyser fortæller refererer aflægger
drøfter fremlægger forelægger gennemgår præsenterer spørger svarer uddyber beskriver vurderer
stiller beder læser informerer holder indgår leder står tager leverer bidrager formidler samler
følger sætter lægger melder åbner prøver deler skaber koster taler snakker efterlyser varetager
inddrager kommunikerer søger
"""
NARRATED = frozenset(_NARRATED.split())
# Of those, what only a day or the next meeting makes something to be done.
REPORTING = frozenset({"redegør", "orienterer", "oplyser", "fortæller", "refererer", "aflægger"})
# After which a narrated verb is something to be done after all.
PARTICLES = re.compile(
    r"(?:følger op|vender tilbage|står for|går videre|går i dialog|går (?:ind i|efter)|samler op|ser på|ser nærmere|"
    r"kigger på|arbejder videre|retter henvendelse|giver besked|sørger for|prøver at|leder efter|bidrager med|"
    r"beder \w+|"
    r"tager (?:en snak|et møde|en runde|kontakt|fat|initiativ|hånd|sig af|det med|(?:\w+ ){1,3}med|punktet|sagen|"
    r"stilling|emnet|med|"
    r"dialog|ansvar)|kommer med (?:et|en|sit|deres)|sætter (?:\w+ ){0,3}(?:på|i gang|op|sig)|"
    r"lægger (?:\w+ ){0,4}(?:på|ud|op|ind|planer)|holder (?:oplæg|øje|kontakt)|melder (?:tilbage|ind|ud)|"
    r"spørger (?:\w+ )?(?:om|til|hos|i)|finder (?:ud af|en|et|tid|dato|nye|ny|frem|\w+t )|"
    r"søger (?:om|at|efter|en|et)|stiller (?:forslag|op)|drøfter (?:\w+ )?(?:\w+ )?med|deler (?:ud|\w+ ud)|"
    r"leverer (?:et|en|input|data)|(?:taler|snakker) med|hører (?:om|hvornår|hvad|hos|med|hvem|hvordan)|"
    r"svarer (?:på|\w+ på))\b"
)
# What somebody is, has, says or thinks: never an action, whoever does it.
_STATES = """
afventer lover
indtræder erstatter afløser tiltræder savner vinder tilslutter underviser
er bliver har kan bør må var havde ville kunne burde fastholder ønsker mener synes ser takker findes
ligger får indgår overgår gælder støtter bakker godkender bemærker
nævner konstaterer konkluderer foreslår anbefaler indstiller tiltræder betragter forventer håber
består omfatter viser indeholder fremgår hedder bor deltager repræsenterer fratræder udtræder afgår
genopstiller modtager møder sidder kender ved opfordrer byder glæder oplever hæfter bifalder
pointerer påpeger understreger udtrykker efterlyser peger fremhæver anser skylder
mangler behøver kræver hilser roser anfører tilføjer supplerer forklarer beretter
præciserer svinger stiger falder udgør udgår bortfalder vedtager beslutter tilslutter bevilger
afviser noterer noter vælger konstituerer starter stopper slutter begynder ender fortsætter kører
virker fungerer fejrer fylder savner tænker tror undrer kommenterer motiverer bekræfter argumenterer
erklærer lyder tilhører arbejder råder advarer besidder dækker trækker stemmer ankommer forlader gør
træder eller over under efter bag per hver
"""
STATES = frozenset(_STATES.split())
# "Anna finder, at …" says what she thinks.
THINKS = re.compile(r"finder(?:,|\s(?:at|det|ikke|dog)\b)")
_PASSIVES = """
afdækkes afholdes afklares afleveres afprøves afsendes ajourføres annonceres ansøges
arrangeres bedes behandles beskrives bestilles bookes drøftes efterspørges etableres evalueres
fastlægges fastsættes flyttes forberedes forelægges formidles fortsættes fremlægges fremsendes
færdiggøres følges gennemføres gennemgås genoptages igangsættes indarbejdes indberettes inddrages
indføres indhentes indkaldes indkøbes indsamles indsendes indskrives informeres inviteres
iværksættes kontaktes koordineres kvalificeres laves lægges meldes nedsættes offentliggøres omdeles
opdateres oprettes opslås orienteres overvejes planlægges præciseres præsenteres prøves publiceres
rettes revideres rundsendes samles sendes skrives startes sættes søges tages tilføjes tilpasses
tilrettes tilsendes tjekkes udarbejdes uddybes udfyldes udsendes udskiftes underskrives
undersøges videreformidles videreføres videresendes vurderes ændres
"""
PASSIVES = frozenset(_PASSIVES.split())
_ADVERBS = """
også derfor herefter derefter så straks nu løbende fremover efterfølgende ligeledes desuden
endvidere snarest selv gerne hurtigst muligt dog stadig fortsat samtidig i øvrigt øjeblikket første
omgang hver især begge alle sammen endelig yderligere nærmere først lige
"""
ADVERBS = frozenset(_ADVERBS.split())
# What is passive and yet plainly still to be done, with no day named.
STRONG_PASSIVE = re.compile(
    r"\b(?:sendes\s(?:ud|rundt|til)|udsendes|rundsendes|genoptages|tages\s(?:op|med)|sættes\spå\s(?:dagsorden|næste|et\skommende)|"
    r"indarbejdes|tilrettes|rettes\stil|kontaktes|inviteres|undersøges|følges\sop|arbejdes\svidere|indkaldes\stil|indhentes|"
    r"afsøges|afklares|bliver\s\w+t\saf)\b"
)
# Set phrases in which somebody takes something on or is given it; the verb in the past tells of the meeting itself.
TAKES_ON = re.compile(
    r"(?:bedes(?:\s+om)?(?:\s+at)?|pålægges,?\s+at|(?:blev|er\s+blevet|bliver|er)\s+(?:bedt\s+om|anmodet\s+om|pålagt|bemyndiget\s+til)(?:,?\s+at)?|"
    r"(?P<charge>(?:blev|bliver|er)\s+(?:ansvarlig(?:e)?\s+for|tovholder(?:e)?\s+(?:på|for)))(?:,?\s+at)?|(?:fik|får|har)\s+til\s+opgave\s+at|"
    r"har\s+ansvar(?:et)?\s+for(?:\s+at)?|(?:påtog|påtager|påtaget)\s+sig(?:\s+at)?|"
    r"har\s+(?:påtaget\s+sig|lovet|indvilget\s+i|tilbudt|meldt\s+sig\s+til)(?:,?\s+at)?|"
    r"(?:lovede|tilbød|indvilgede\s+i)(?:,?\s+at)|(?:meldte|melder)\s+sig\s+(?:som|til)|"
    r"(?:blev|bliver)\s+bedt\s+om,?\s+at|tilbyder\s+at|(?:vil|skal)\s+(?:sørge\s+for|stå\s+for))\s+(?=\S)"
)
MODAL = re.compile(r"(?:skal|vil(?!\s+gerne\s+(?:vide|høre|have)\b))(?=\s)")
# Infinitives after "skal" or "vil" that say what is so, or would be, rather than what is to be done.
NOT_TO_DO = re.compile(
    r"(?:\s+\w+){0,3}?\s+(?:være|blive|have|kunne|få|ligge|gælde|hedde|koste|mangle|betyde|medføre|fremgå|"
    r"svare til|vide|forstås|ses|bemærkes|nævnes|skulle|indeholde|omfatte|kræve|fortsætte som|opleve|"
    r"give\s+mulighed|gerne)\b"
)


@lru_cache(maxsize=1 << 14)
def is_present(word: str) -> bool:
    """Whether a word could be a verb in the present that does something: ``undersøger``, ``følger``."""
    return word in DOING or (
        word.endswith("r") and len(word) > 3 and word not in STATES and not word.endswith(("eder", "ninger"))
    )


_BEING = "er var har havde bør kan kunne må burde ville giver bidrager mangler kræver hører"
_SO = frozenset(_BEING.split())
_FIRST_WORDS = 14


def is_to_be_done(clause: str) -> bool:
    """Whether the words after "enighed om, at" say what is to be done, and not what those who agree think is so.

    The first word that could be a verb decides: an infinitive at the beginning, ``skal``, a passive, or a verb of
    doing.
    """
    words = [word.strip(".,;:()") for word in clause.split(" ")[:_FIRST_WORDS]]
    if words and re.fullmatch(r"(?!de$|alle$|disse$|denne$|være$|have$|se$)[a-zæøå]{2,}[eå]", words[0]):
        return True
    for word in words:
        if (
            word in {"skal", "vil"}
            or word in PASSIVES
            or re.fullmatch(r"[a-zæøå]{4,}(?<!fæll)(?<!ved)(?:es|ås)", word)
        ):
            return True
        if word == "bliver":
            return True
        if word in DOING and word not in NARRATED:
            return True
        if word in _SO or is_present(word):
            return False
    return False
