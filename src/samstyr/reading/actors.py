"""Who is named as the one to act: functions, bodies, organisations and persons, read word by word."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from samstyr.reading.given_names import is_given_name
from samstyr.reading.names import PERSON, is_person, names_organisation, strip_title
from samstyr.reading.record import Participant


class Kind(Enum):
    """How sure it is that such a one acts, in the present tense: a person most, a body of many least."""

    PERSON = auto()
    FUNCTION = auto()
    BODY = auto()
    ORGANISATION = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Acting:
    """Those named together, as they are to be called; ``after``: the place of the word behind them."""

    names: tuple[str, ...]
    kind: Kind
    after: int


_FUNCTION_NOUNS = (
    r"(?:sekretariatet|administrationen|forvaltningen|formand(?:en|skabet)?|forkvinden|forpersonen|næstformand(?:en)?|"
    r"direktionen|direktør(?:en)?|borgmesteren|ledelsen|ministeriet|styrelsen|leverandør(?:en|erne)|cent(?:e)?ret|"
    r"afdelingen|kontoret|sekretær(?:en)?|referent(?:en)?|kasserer(?:en)?|rektor|rektoratet|dekan(?:en|atet)?|"
    r"revisor(?:en)?|administrator(?:en)?|skolelederen|projektleder(?:en|ne)|projektledelsen|teamet|tovholder(?:en|ne)|"
    r"mødelederen|institutleder(?:en)?|\w*leder(?:en|ne)|\w*konsulent(?:en|erne)|\w*koordinator(?:en)?|"
    r"hospitalsledelsen|webmaster(?:en)?|suppleanten|\w*ansvarlige?|forretningsføreren|driftslederen|"
    r"gruppen|udvalget|rådet|bestyrelsen|klyngen|netværket|kredsen|nævnet|repræsentantskabet|taskforcen|partnerskabet|"
    r"forummet|kommissionen|kommunikationsafdelingen|juristerne|præsten|graveren|kordegnen|menighedsrådsformanden|\w*chef(?:en)?)"
)
_BODY_NOUNS = (
    r"(?:grupperne|udvalgene|kommunerne|kommunen|regionerne|regionen|parterne|medlemmerne|klyngerne|foreningen|"
    r"hospitalerne|hospitalet|deltagerne|rådene)"
)
_BARE = r"(?:styregruppe|arbejdsgruppe|gruppe|udvalg|projektgruppe|følgegruppe|taskforce|temagruppe)"
_FUNCTION = re.compile(rf"[\wæøåÆØÅ-]*{_FUNCTION_NOUNS}", re.IGNORECASE)
_BODY = re.compile(rf"[\wæøåÆØÅ-]*{_BODY_NOUNS}", re.IGNORECASE)
_BARE_GROUP = re.compile(rf"[\wæøåÆØÅ-]*{_BARE}", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"(?:Danske\s[A-ZÆØÅ]\w+|Region\s[A-ZÆØÅ]\w+|[A-ZÆØÅ]\w+(?:-[A-ZÆØÅ]\w+)?\sKommune|"
    r"[A-ZÆØÅ][\wæøå]*(?:styrelsen|ministeriet|forbundet|selskabet)|[A-ZÆØÅ]{2,8}(?![\w-])|MedCom\b)"
)
_PROPER = re.compile(r"[A-ZÆØÅ][\wæøå-]+(?:styrelsen|ministeriet)")
_PERSON = re.compile(PERSON)
_FIRST = re.compile(r"[A-ZÆØÅ][a-zæøåéöäü]{2,}(?:-[A-ZÆØÅ][a-zæøåéöä]+)?")
_LETTER = re.compile(r"[A-ZÆØÅ]\.?,?")
_DETERMINERS = frozenset({"den", "det", "de"})
_LINKS = frozenset({"og", "samt", "&", "+"})
# Words that begin a sentence and name nobody.
_OPENERS = """
alle begge ingen nogle flere mange andre enkelte hver enhver herefter derefter inden efter senest snarest først endelig
samtidig desuden endvidere derudover derfor dermed hermed dernæst sidst næste møde mødet punktet sagen planen
"""
_NO_NAMES = frozenset(_OPENERS.split())
_DEFINITE = ("erne", "ene", "ten", "gen", "den", "sen")  # of common nouns
_MOST = 8  # named together


@lru_cache(maxsize=1 << 14)
def _kind_of_noun(word: str) -> Kind | None:
    if _FUNCTION.fullmatch(word):
        return Kind.FUNCTION
    return Kind.BODY if _BODY.fullmatch(word) else None


def _together(known: Kind | None, kind: Kind) -> Kind:
    """The kind of several named together: an unknown word beside a person is a person; else the least sure."""
    if known is None or known is kind:
        return kind
    if {known, kind} == {Kind.PERSON, Kind.UNKNOWN}:
        return Kind.PERSON
    return kind if known is Kind.PERSON else known


class Actors:
    """Reads those who may act in one document: general words, and the participants by name and first name."""

    def __init__(self, participants: Iterable[Participant]) -> None:
        self._people: dict[str, str] = {}
        firsts: dict[str, set[str]] = {}
        initials: dict[str, set[str]] = {}
        organisations: set[str] = set()
        for each in participants:
            words = each.name.split()
            self._people[each.name] = each.name
            firsts.setdefault(words[0], set()).add(each.name)
            if len(words) > 1:
                letters = [word[0] for word in re.split(r"[\s-]", each.name) if word]
                for form in {"".join(letters), letters[0] + letters[-1]}:
                    initials.setdefault(form, set()).add(each.name)
            if each.organisation and len(each.organisation) < 60:
                organisations.add(each.organisation)
        self._firsts = {
            name: next(iter(whose)) if len(whose) == 1 else name for name, whose in firsts.items()
        }
        self._initials = {form: next(iter(whose)) for form, whose in initials.items() if len(whose) == 1}
        self._organisations = sorted(organisations, key=len, reverse=True)

    def read(self, words: Sequence[str], at: int) -> Acting | None:
        """Those named from a word on (``Anna og sekretariatet``), or None where nobody who can act is."""
        names: list[str] = []
        kind: Kind | None = None
        while len(names) < _MOST:
            one = self._one(words, at)
            if one is None:
                break
            names += one.names
            kind = _together(kind, one.kind)
            at = one.after
            ended = words[at - 1].endswith(",")
            following = words[at].lower() if at < len(words) else ""
            if following in _LINKS:
                if self._one(words, at + 1) is None:
                    break
                at += 1
            elif not (ended and following and self._one(words, at) is not None):
                break
        if not names or kind is None:
            return None
        return Acting(tuple(dict.fromkeys(names)), kind, at)

    def read_before(self, text: str) -> Acting | None:
        """Those named by the last words of a text: ``… om, at KL og Danske Regioner``."""
        words = text.split()
        found: Acting | None = None
        for start in range(len(words) - 1, max(-1, len(words) - _MOST - 1), -1):
            here = self.read(words, start)
            if here is not None and here.after == len(words) and here.kind is not Kind.UNKNOWN:
                found = here
        return found

    def resolve(self, name: str) -> str:
        """A first name or initials as the one person in the list who bears them; others unchanged."""
        return self._firsts.get(name) or self._initials.get(name) or name

    def _one(self, words: Sequence[str], at: int) -> Acting | None:
        if at >= len(words):
            return None
        word = words[at].strip(_EDGES)
        if not word:
            return None
        lower = word.lower()
        if lower in _DETERMINERS:
            return self._determined(words, at)
        noun = _kind_of_noun(word)
        if noun is not None:
            return self._noun(words, at, noun)
        if not word[0].isupper():
            return None
        return self._named(words, at)

    def _determined(self, words: Sequence[str], at: int) -> Acting | None:
        """``den nedsatte styregruppe``, ``de fem kommuner`` is nobody."""
        for step in (1, 2):
            if at + step >= len(words):
                return None
            word = words[at + step].strip(_EDGES)
            if _BARE_GROUP.fullmatch(word) or (_kind_of_noun(word) is not None and step == 2):
                name = " ".join(words[at : at + step + 1]).strip(_EDGES)
                return Acting((name[:1].lower() + name[1:],), Kind.FUNCTION, at + step + 1)
        return None

    def _noun(self, words: Sequence[str], at: int, kind: Kind) -> Acting | None:
        """A function; with the name that stands behind it, the name is who acts: ``Formand Anna Eksempel``."""
        named = self._person(words, at + 1) if not words[at].endswith(",") else None
        if named is not None and not words[at].lower().rstrip(",").endswith(("en", "et", "ne")):
            return named
        known = self._organisation(words, at)
        if known is not None:
            return known
        word = words[at].strip(_EDGES)
        proper = at > 0 or word[1:2].isupper() or _PROPER.fullmatch(word)
        return Acting((word if proper else word[:1].lower() + word[1:],), kind, at + 1)

    def _named(self, words: Sequence[str], at: int) -> Acting | None:
        """An organisation, a person or somebody unknown with a capital letter."""
        found = self._organisation(words, at) or self._person(words, at)
        if found is not None:
            return found
        word = words[at].strip(_EDGES)
        first = _FIRST.fullmatch(word) is not None
        if word in self._initials:
            found = Acting((self._initials[word],), Kind.PERSON, at + 1)
        elif first and at + 1 < len(words) and _LETTER.fullmatch(words[at + 1]):
            found = self._with_letter(word, words[at + 1], at)
        elif named := _ORGANISATION.match(" ".join(words[at : at + 3])):
            found = Acting((named.group(),), Kind.ORGANISATION, at + named.group().count(" ") + 1)
        elif first and word.lower() not in _NO_NAMES and not names_organisation(word):
            known = is_given_name(word)
            if known or not word.endswith(_DEFINITE):
                found = Acting((word,), Kind.PERSON if known else Kind.UNKNOWN, at + 1)
        return found

    def _person(self, words: Sequence[str], at: int) -> Acting | None:
        if at >= len(words) or not words[at][:1].isupper():
            return None
        text = " ".join(words[at : at + 5])
        found = _PERSON.match(text)
        if found:
            whole = found.group()
            while True:
                name = strip_title(whole)
                if is_person(name):
                    return Acting((self._people.get(name, name),), Kind.PERSON, at + whole.count(" ") + 1)
                # "Anna Sekretariatet …": fewer words may be a name.
                shorter = whole.rpartition(" ")[0]
                if " " not in shorter:
                    break
                whole = shorter
        word = words[at].strip(_EDGES)
        if word in self._firsts:
            if at + 1 < len(words) and _LETTER.fullmatch(words[at + 1]):
                return self._with_letter(word, words[at + 1], at)
            return Acting((self._firsts[word],), Kind.PERSON, at + 1)
        return None

    def _with_letter(self, first: str, letter: str, at: int) -> Acting:
        """``Helle N.``: a first name and the letter of the surname."""
        start = letter.strip(_EDGES)
        known = [
            name for name in self._people if name.split()[0] == first and name.split()[-1].startswith(start)
        ]
        name = known[0] if len(known) == 1 else f"{first} {letter.strip(',;:')}"
        return Acting((name,), Kind.PERSON, at + 2)

    def _organisation(self, words: Sequence[str], at: int) -> Acting | None:
        first = words[at].strip(_EDGES)
        for name in self._organisations:
            if name.startswith(first):
                count = name.count(" ") + 1
                if " ".join(words[at : at + count]).strip(_EDGES) == name:
                    return Acting((name,), Kind.ORGANISATION, at + count)
        return None


_EDGES = ' ,.;:()"”“»«'
