"""What looks like a person's name, a person's title, and the name of a body or an organisation."""

import re
from functools import lru_cache

_LONG = r"[A-ZÆØÅÉÖÄÜÁ][\w'’]+(?:-[A-ZÆØÅ]?[\w'’]+)*"
_SHORT = r"[A-ZÆØÅ]\."
_PARTICLE = r"(?:(?:von|van|de|af|da|bin|el|den|der|la)\s)?"
PERSON = (
    rf"(?:{_LONG}|{_SHORT})(?:\s{_PARTICLE}(?:{_LONG}|{_SHORT}|"
    rf"[A-ZÆØÅ](?=\s))){{0,3}}\s{_PARTICLE}{_LONG}"
)

_PERSON = re.compile(PERSON)
_WORDS_NOT_NAMES = """
danske dansk danmark danmarks region regioner regionen regionerne kommune kommuner kommunen
kommunernes den det de der en et fælles national nationale nationalt kl plo medcom fmk nsp rsi dr
som med ved til fra for og om alle udvalget rådet bestyrelsen styregruppen byrådet regionsrådet
økonomiudvalget sekretariatet administrationen forvaltningen direktionen ministeriet styrelsen
sundhed sundheds ældre digital digitalt strategi program projekt punkt pkt sag bilag referat
dagsorden mødet møde beslutning indstilling orientering drøftelse godkendelse status næste eventuelt
evt meddelelser velkomst lokale mødelokale regionshuset rådhuset center centret institut universitet
universitetet hospital hospitalet sygehus sygehuset klinik afdeling afdelingen enhed forening
foreningen mandag tirsdag onsdag torsdag fredag lørdag søndag derudover endvidere herudover desuden herefter
endelig ligeledes samtidig dog når hvis efter inden under over nord syd øst vest storkøbenhavn
københavn københavns aarhus odense aalborg kommunerne ingen formand formanden næstformand
næstformanden referent mødeleder ordstyrer dirigent afbud deltagere sagsnr sagsnummer dok bestyrelse
udvalg råd nævn gruppe temadrøftelse opfølgning behandling aftale side åben åbent lukket vi jeg han
hun dette disse denne hvor hvad blå røde grøn grønne hvide gamle nye lille store kors amt vej gade plads allé torv
ap aps denmark service forsyning bruger brugere ledelsen rektorat rektoratet dekaner gæst gæster gæstedeltager
tilstede mødeleder sekretariat sekretær kasserer kassér suppleant suppleanter stedfortræder fraværende fravær
ansv noter tlf telefon mail dato tid sted inviteret inviterede tidl tidligere statens arkiver holding group
fagbevægelsens hovedorganisation fagligt dialog partnerskab kaffe rundvisning januar februar marts april
maj juni juli august september oktober november december stue sal distriktsleder
"""
_NOT_NAMES = frozenset(_WORDS_NOT_NAMES.split())
_BODY_ENDINGS = (
    "styrelsen",
    "ministeriet",
    "udvalget",
    "rådet",
    "gruppen",
    "nævnet",
    "foreningen",
    "kommune",
    "regionen",
    "universitet",
    "hospital",
    "hospitalet",
    "sygehus",
    "centret",
    "forvaltningen",
    "afdelingen",
    "bestyrelsen",
    "selskabet",
    "forbundet",
    "kontoret",
    "platformen",
    "journalen",
    "sekretariatet",
    "organisation",
    "kommissionen",
    "loven",
    "planen",
    "aftalen",
    "strategi",
    "forsikring",
    "ernes",
    "fællesråd",
    "varme",
    "projektet",
    "erhverv",
    "industrien",
    "klubben",
    "banken",
    "skolerne",
    "rådgivningen",
    "sarkiv",
    "arkivet",
    "komitéen",
    "direktoratet",
    "ledelse",
    "ernes",
    "repræsentant",
    "repræsentanter",
)
_TITLE_ENDINGS = (
    "direktør|chef|leder|mester|formand|forkvinde|forperson|konsulent|læge|koordinator|sekretær|"
    "rektor|dekan|professor|lektor|"
    "adjunkt|revisor|advokat|medlem|repræsentant|fuldmægtig|sygeplejerske|minister|ansvarlig|"
    "inspektør|ingeniør|"
    "jordemoder|terapeut|pædagog|lærer|manager|kasserer|medarbejder|rådgiver|planlægger|"
    "specialist|analytiker|"
    "student|studerende|arkitekt|udvikler|assistent|bibliotekar|provst|præst|direktionsmedlem|"
    "kommitteret|souschef|"
    "observatør|suppleant|stedfortræder|dirigent|referent|ordstyrer|mødeleder|jurist|økonom|"
    "forsker|fører|elev|degn|organist|rådmand|psykolog|farmaceut|apoteker|redaktør|controller|bogholder|overlærer"
)
_TITLE = re.compile(
    rf"(?:[\wæøåÆØÅ-]*(?:{_TITLE_ENDINGS})\.?|(?:frue|fru|hr|dr|frk)\.?|(?:stud|cand|lic|mag|dr)\.[\w.]+|ph\.d\.)",
    re.IGNORECASE,
)
_TITLE_ADJECTIVE = re.compile(
    r"(?:\d\.|adm\.|administrerende|konstitueret|fungerende|tidligere|praktiserende|ledende|"
    r"statsaut\.|statsautoriseret|registreret|"
    r"kommende|ny|\w+faglig|vice|juridisk|praksis|faglig|sundhedsfaglig|politisk|regional|"
    r"kommunal|international)",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"\b(?:Region(?:er|en)?\b|Kommune\b|KL\b|PLO\b|MedCom|DSR|FOA|Styrelse|Ministeri|Universitet|"
    r"Hospital|Sygehus|Klinik|"
    r"Danske |Dansk |\w+(?:styrelsen|ministeriet|hospital(?:et)?|universitet(?:et)?|foreningen|"
    r"forbundet|selskabet|klinik(?:ken)?|"
    r"kommune|forvaltning(?:en)?|center|centret|afdeling(?:en)?|sekretariatet|stab(?:en)?|"
    r"institut(?:tet)?)\b)",
)


# The same names and words come again all through a document.
_remembered = lru_cache(maxsize=1 << 13)
_SEPARATORS = re.compile(r"^[\s,–:-]+")


@_remembered
def strip_title(text: str) -> str:
    """A name without the titles before it: ``Kommunaldirektør Anna Eksempel`` gives ``Anna Eksempel``."""
    words = text.split()
    place = 0
    while place < len(words) - 1:
        word = words[place]
        if _TITLE.fullmatch(word):
            place += 1
        elif _TITLE_ADJECTIVE.fullmatch(word) and place + 1 < len(words) - 1:
            following = words[place + 1]
            if not (_TITLE.fullmatch(following) or _TITLE_ADJECTIVE.fullmatch(following)):
                break
            place += 1
        else:
            break
    return " ".join(words[place:])


@_remembered
def is_title(text: str) -> bool:
    """Whether the words are a title or an office and no name."""
    words = text.split()
    return bool(words) and all(_TITLE.fullmatch(w) or _TITLE_ADJECTIVE.fullmatch(w) for w in words)


@_remembered
def is_person(text: str) -> bool:
    """Whether the words could be a person's first and last name."""
    if not _PERSON.fullmatch(text):
        return False
    words = text.split()
    for word in words:
        lower = word.lower().rstrip(".")
        if lower in _NOT_NAMES or lower.endswith(_BODY_ENDINGS):
            return False
        if word.isupper() and len(word) > 2 and "." not in word:
            return False
    return len(words[0].rstrip(".")) > 1 or "." in words[0]


@_remembered
def names_organisation(text: str) -> bool:
    """Whether the words name an organisation rather than a role."""
    return bool(_ORGANISATION.search(text))


def tidy(text: str) -> str:
    """A name with the spaces its writer meant: ``Sundheds-og`` as ``Sundheds- og``, no stray signs at the
    ends.
    """
    text = re.sub(r",?\s+kl\.?$", "", _SEPARATORS.sub("", text))
    return re.sub(r"(?<=\w)-(?=(?:og|eller|samt)\b)", "- ", text).strip(" ,;:.–-")


# An acronym, alone or before a hyphen, and what has digits in it.
_NO_NAME_WORD = re.compile(r"[A-ZÆØÅ]{2,}(?:-|$)|\w*\d")


@_remembered
def is_name_word(word: str) -> bool:
    """Whether a word with a capital could be part of a person's name."""
    lower = word.lower().rstrip(".")
    if lower in _NOT_NAMES or lower.endswith(_BODY_ENDINGS):
        return False
    return _NO_NAME_WORD.match(word) is None


@_remembered
def is_title_word(word: str) -> bool:
    """Whether a word is a title or belongs to one: ``Direktør``, ``Adm.``."""
    return _TITLE.fullmatch(word) is not None or _TITLE_ADJECTIVE.fullmatch(word) is not None
