"""Who is named as the one to act: functions, bodies, organisations and persons."""

import re

from samstyr.reading.names import PERSON, is_person
from samstyr.reading.record import Participant

_NOUNS = (
    r"(?:sekretariatet|administrationen|forvaltningen|formand(?:en|skabet)?|næstformanden|"
    r"direktionen|direktøren|direktør|borgmesteren|ledelsen|"
    r"ministeriet|styrelsen|gruppen|udvalget|rådet|bestyrelsen|kommunerne|kommunen|regionerne|"
    r"regionen|parterne|medlemmerne|leverandøren|"
    r"leverandørerne|centeret|centret|afdelingen|kontoret|sekretæren|referenten|kassereren|"
    r"rektor|rektoratet|dekanen|dekanatet|revisor(?:en)?|administrator|"
    r"skolelederen|projektlederen|projektledelsen|klyngen|foreningen|teamet|tovholderen|"
    r"mødelederen|hospitalerne|hospitalet|forretningsudvalget|institutlederen)"
)
_BARE = r"(?:styregruppe|arbejdsgruppe|gruppe|udvalg|projektgruppe|følgegruppe|taskforce|temagruppe)"
_FUNCTION = (
    rf"(?:(?:den|det|de)\s+(?:\w+\s+)?{_BARE}\b|(?:[Dd]en\s|[Dd]et\s|[Dd]e\s)?[\wæøåÆØÅ-]*{_NOUNS}\b|"
    rf"[\wæøåÆØÅ-]*styrelsen\b|[\wæøåÆØÅ-]*ministeriet\b)"
)
_ORGANISATION = (
    r"(?:Danske\s[A-ZÆØÅ]\w+|Region\s[A-ZÆØÅ]\w+|[A-ZÆØÅ]\w+(?:-[A-ZÆØÅ]\w+)?\sKommune|"
    r"[A-ZÆØÅ]{2,8}\b|MedCom\b)"
)


class Actors:
    """A pattern for those who may act in one document: general words, and the participants by name."""

    def __init__(self, participants: list[Participant]) -> None:
        firsts = sorted({each.name.split()[0] for each in participants if len(each.name.split()[0]) > 2})
        names = sorted(
            {each.organisation for each in participants if each.organisation and len(each.organisation) < 60}
        )
        parts = [f"(?i:{_FUNCTION})", *(re.escape(name) for name in names), _ORGANISATION, PERSON]
        parts += [rf"{re.escape(first)}\b" for first in firsts]
        self._firsts = set(firsts)
        self._names = set(names)
        one = rf"(?:{'|'.join(parts)})"
        self.pattern = rf"(?:{one}(?:,\s{one}){{0,6}}(?:\s(?:og|samt)\s{one})?)"
        self._function = re.compile(_FUNCTION, re.IGNORECASE)
        self._organisation = re.compile(_ORGANISATION)

    def split(self, words: str) -> tuple[str, ...] | None:
        """The actors in a matched piece of text, each as the text has it; None where a word is no actor after
        all.
        """
        who: list[str] = []
        for piece in re.split(r",\s|\s(?:og|samt)\s", words):
            name = piece.strip()
            if self._function.fullmatch(name) and name not in self._names:
                who.append(
                    name[:1].lower() + name[1:] if not name[1:2].isupper() and " " not in name else name
                )
            elif (
                name in self._names
                or self._organisation.fullmatch(name)
                or name in self._firsts
                or is_person(name)
            ):
                who.append(name)
            else:
                return None
        return tuple(who) or None
