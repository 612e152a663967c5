"""Where a title ends, when the words of the minutes run on behind it on the same line."""

import re
from collections.abc import Iterator

from samstyr.reading.action_words import DOING
from samstyr.reading.names import PERSON

_LONGEST_TITLE = 160
_LONG_LINE = 110  # characters; a shorter line without a stop at its end is all title
_SHORTEST_WITH_SENTENCE = 25  # characters
_LOOK = 160  # characters of what may be a sentence
_STOPS = (".", "!", "?", ":", ";")
_USUAL = re.compile(r"(?:Godkendelse af|Valg af|Eventuelt|Evt|Meddelelser|Velkomst|Dagsorden|Referat)\b")
# A capital letter in the middle of a line, after a word.
_FRESH = re.compile(r"(?<=[\wæøå)”\"?!.]) (?=[A-ZÆØÅ])")
_UNFINISHED = re.compile(
    r"(?:\b(?:af|og|for|til|i|på|om|med|ved|fra|samt|eller|under|den|det|de|en|et|hos|vedr\.|vedrørende|mellem|ny|nye|"
    r"v|v\.|d\.|kl\.|nr\.|pkt\.|punkt|uge|mødet|region|danske|dansk|dr\.|skt\.|sankt)|[,/–&-])$",
    re.IGNORECASE,
)
# Words that begin a sentence and no title; and those that begin one where a verb follows soon.
_OUTCOME = re.compile(
    r"(?:Ingen|Intet|Godkendt|Drøftet|Taget|Udsat|Vedtaget|Udskudt|Tiltrådt|Anbefales)(?![\w-])"
)
_LABEL = re.compile(
    r"Bilag\s\d|(?:Orientering|Beslutning|Drøftelse|Indstilling|Sagsfremstilling|Referat)\s(?!af\b|om\b|til\b|fra\b|vedr)(?=\w)"
)
_PRONOUN = re.compile(r"(?:Der|Det|Vi|Man|Dette|Denne|Disse|Herunder)\s")
_OPENS = re.compile(
    r"(?:Orienteringen|Som\s(?:det|tidligere|bekendt)|På\s(?:sidste|mødet|baggrund)|Efter\s(?:en|et)|Jf\.|Pr\.|Hvis|Når|Da|For\sat|"
    r"Siden\ssidste|I\sforlængelse|I\sforbindelse|Alle\s(?:var|er|har)|Ift\.|Ifht\.)(?![\w-])"
)
_VERB = (
    r"(?:blev|bliver|er|var|har|havde|kunne|skal|vil|bør|kan|må|orienterede|orienterer|gennemgik|gennemgår|fortalte|fortæller|"
    r"oplyste|oplyser|besluttede|beslutter|drøftede|drøfter|bød|byder|udpegede|udpeger|godkendte|godkender|indledte|bemærkede|"
    r"spurgte|foreslog|nævnte|præsenterede|fremlagde|redegjorde|takkede|tog|tager|anførte|konstaterede|ønsker|ønskede|vedtog|"
    r"undersøger|sender|følger|kontakter|sørger|arbejder|mangler|godkendes|tages|tilføjes|afholdes|udsendes|lukkes|startes|"
    r"holdes|nedsatte|aflagde|bemærker|foreslår|anbefaler|finder|laver|vurderer|holder|kører|ser|henviste|refererede|anmodede)"
)
_SENTENCE = re.compile(rf"(?:[\wæøåÆØÅ.-]+\s){{1,4}}?{_VERB}\b")
# "Rådet udpegede", "Gruppen nedsatte": a noun in the definite with a verb in the past behind it.
_SUBJECT = re.compile(r"[A-ZÆØÅ][\wæøå]+(?:en|et|erne|ene)\s\w+(?:ede|te)\b")
_TOLD = re.compile(r"[.!?]|\b(?:er|blev|var|har|skal|vil|kan|bliver)\b")
_INNER_STOP = re.compile(r"[a-zæøå)]{2}[.!?](?:\s|$)")
_ALONE = re.compile(
    r"(?P<title>Evt\.?|Eventuelt\.?|Meddelelser\.?)\s+(?=[A-ZÆØÅ])|"
    r"(?P<title2>Næste \w*møde)\s+(?=(?:Man|Tirs|Ons|Tors|Fre|Lør|Søn)dag|Den\s\d|\d|Næste\s|Afholdes|Er\s)"
)
# "Udpegning af referent – Anne blev valgt", "Madprøver – taget til efterretning".
_AFTER_DASH = re.compile(
    r"\s[-–]\s(?:(?=[A-ZÆØÅ])(?P<sentence>.+)|"
    r"(?=(?:\w+\s){0,3}(?:taget til|godkendt|vedtaget|udsat|drøftet|udskudt)\b))"
)
# A common noun in the definite with a capital letter begins a sentence: titles write it small.
_DEFINITE = re.compile(r"[A-ZÆØÅ][a-zæøå]{4,}(?:en|et|erne|ene)\s")
_LONG_SUBJECT = re.compile(
    rf"(?:Referat|Dagsorden|Referatet|Dagsordenen)\s(?:[\wæøåÆØÅ.-]+\s){{1,9}}?{_VERB}\b"
)
_MARKER = re.compile(
    r"\((?:[BODI]|beslutningspunkt|orienteringspunkt|drøftelsespunkt|beslutning|orientering|drøftelse)\)(?=\s+[^\s(\[])"
)
_AFTER_COLON = re.compile(r"(?P<title>[^:.?!]{3,90}):\s+(?P<rest>.*)$")
_GLUED = re.compile(
    r"(?<=[a-zæøå])\.?(?=(?:Godkendt|Intet|Ingen|Ikke|Taget|Udsat|Der|Det|Vi|Formanden|Bestyrelsen|Udvalget)(?![\w-]))"
)
_TOLD_WORD = re.compile(rf"\b(?:{_VERB}|[a-zæøå]+(?:ede|te|des|tes))\b")
_PERSON_SPEAKS = re.compile(rf"{PERSON}(?:\s\([^)]{{1,30}}\))?\s{_VERB}\b")


def _says(rest: str) -> bool:
    """Whether the words behind a title's colon tell of something: an outcome or a sentence, and no second half of
    the title.
    """
    if _OUTCOME.match(rest) and (len(rest.split()) < 3 or rest.endswith(_STOPS)):
        return True
    return rest.endswith(_STOPS) and (
        not DOING.isdisjoint(rest.split())
        or _TOLD_WORD.search(rest) is not None
        or any(each.match(rest) for each in (_PRONOUN, _OPENS, _SENTENCE, _SUBJECT))
    )


def title_end(text: str, start: int = 0) -> int | None:
    """The place in a line where its title ends and a sentence begins; None where the line is all title.

    ``start``: where the title begins.
    """
    marked = next(_signed_ends(text, start), None)
    if marked is not None:
        return marked if marked < len(text) else None
    if len(text) - start < _SHORTEST_WITH_SENTENCE:
        return None
    whole = text.endswith(_STOPS) or len(text) > _LONG_LINE or _USUAL.match(text, start) is not None
    for found in _FRESH.finditer(text, start + 3):
        place = found.start()
        if place - start > _LONGEST_TITLE:
            return None
        title, rest = text[start:place], text[found.end() : found.end() + _LOOK]
        if _UNFINISHED.search(title) or not (whole or _INNER_STOP.search(rest)):
            continue
        defined = _DEFINITE.match(rest) and title[-1:].islower() and _INNER_STOP.search(text, found.end())
        if defined or _begins_sentence(rest):
            return place
    return None


def _signed_ends(text: str, start: int) -> Iterator[int]:
    """The ends that a sign shows: a marker, a colon, a question mark, a dash, words glued together."""
    alone = _ALONE.match(text, start)
    if alone and text.endswith(_STOPS):
        yield alone.end(alone.lastgroup or 0)
    marker = _MARKER.search(text, start + 2)
    if marker and marker.end() - start < _LONGEST_TITLE:
        yield marker.end()
    colon = _AFTER_COLON.match(text, start)
    if colon and _says(colon["rest"]):
        yield colon.end("title")
    glued = _GLUED.search(text, start + 4)
    if glued and glued.start() - start < _LONGEST_TITLE:
        yield glued.start()
    asked = text.find("?", start, start + _LONGEST_TITLE)
    if asked > 0:
        yield asked + 1
    for dash in _AFTER_DASH.finditer(text, start):
        if not dash["sentence"] or _SENTENCE.match(dash["sentence"]):
            yield dash.start()


def _begins_sentence(rest: str) -> bool:
    return (_OPENS.match(rest) is not None and _TOLD.search(rest) is not None) or any(
        each.match(rest)
        for each in (_OUTCOME, _LABEL, _PRONOUN, _SENTENCE, _LONG_SUBJECT, _SUBJECT, _PERSON_SPEAKS)
    )
