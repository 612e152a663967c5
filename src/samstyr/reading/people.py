"""Persons gathered from several places of a document, one entry each."""

import re
from dataclasses import replace

from samstyr.reading.document import Sentence
from samstyr.reading.list_headings import Section
from samstyr.reading.persons import Entry
from samstyr.reading.record import Participant

_CUT_SHORT = 2  # letters of a surname cut short


class People:
    """Persons gathered from several places, one entry each."""

    def __init__(self, numbers: list[str | None]) -> None:
        self._numbers = [number for number in numbers if number]
        self._found: dict[str, Participant] = {}
        self._missed: dict[str, list[str]] = {}

    @property
    def is_empty(self) -> bool:
        """Whether no list named anybody."""
        return not self._found

    def add(self, entry: Entry | None, section: Section) -> None:
        """A person named in a list under a heading."""
        if entry is None:
            return
        attendance = entry.attendance or section.attendance
        if section.attendance in {"absent", "substitute", "secretariat", "guest"} and entry.attendance in {
            None,
            "present",
        }:
            attendance = section.attendance
        if section.attendance == "absent" and entry.not_items:
            attendance = "present"
        items = entry.items or section.items
        if entry.not_items:
            items = self._without(entry.not_items)
        if items and section.attendance == "absent":
            # "Afbud: Anna Eksempel (punkt 4)": what stands under apologies is what was missed.
            items = items if entry.took_part or entry.not_items else self._without(items)
            attendance = "present" if items else "absent"
            items = items or None
        new = Participant(
            name=entry.name,
            organisation=entry.organisation or section.organisation,
            role=entry.role or section.role,
            attendance=attendance,
            items=items,
            span=entry.span,
            rule=section.rule,
        )
        key = _key(entry.name)
        meant = self._meant(entry.name) if key not in self._found else None
        if meant is not None and self._found[meant].rule != section.rule:
            key = meant  # "Referent: Anna" of the Anna Eksempel above
        old = self._found.get(key)
        self._found[key] = _together(old, new) if old else new

    def say(
        self,
        name: str,
        attendance: str,
        sentence: Sentence,
        span: tuple[int, int],
        rule: str,
        *,
        weak: bool = False,
    ) -> None:
        """What a sentence says of a person's attendance."""
        key = self._place(name)
        old = self._found.get(key)
        if old is None:
            self._found[key] = Participant(
                name=name, attendance=attendance, span=sentence.passage.span(*span), rule=rule
            )
        elif attendance == "absent" and old.items:
            return  # absent for some items only, as a list said
        elif attendance != "present" and old.attendance in {None, "present"} and not weak:
            self._found[key] = replace(old, attendance=attendance)

    def miss(self, name: str, items: tuple[str, ...], span: tuple[int, int]) -> None:
        """A person who was not there for some items."""
        key = self._place(name)
        if key not in self._found:
            self._found[key] = Participant(
                name=name, attendance=None, span=span, rule="participants:per item"
            )
        self._missed.setdefault(key, []).extend(items)

    def visit(self, name: str, items: tuple[str, ...], span: tuple[int, int], *, guest: bool) -> None:
        """A person who was there for some items; one with a title whom no list names is a guest."""
        key = self._place(name)
        old = self._found.get(key)
        if old is None:
            self._found[key] = Participant(
                name=name,
                attendance="guest" if guest else "present",
                items=items or None,
                span=span,
                rule="participants:per item",
            )
        elif old.attendance in {None, "present", "guest"} and not old.items:
            self._found[key] = replace(old, attendance=old.attendance or "present", items=items or None)

    def give_role(self, short: str, role: str) -> None:
        """The role of the one whom a first name or initials mean; nobody where several could be meant."""
        key = self._meant(short)
        if key is not None and self._found[key].role is None:
            self._found[key] = replace(self._found[key], role=role)

    def _meant(self, short: str) -> str | None:
        """The listed person whom a first name, a name cut short or initials mean, where it is only one."""
        words = short.replace(".", " ").split()
        if not words or (len(words) > 1 and len(words[-1]) > _CUT_SHORT):
            return None
        meant = [
            key
            for key, person in self._found.items()
            if " " in person.name and (_begins(person.name, words) or _initials(person.name) == short)
        ]
        return meant[0] if len(meant) == 1 else None

    def _place(self, name: str) -> str:
        """The key of a person: of the listed one whom a shortened name means, else the name's own."""
        key = _key(name)
        return key if key in self._found else self._meant(name) or key

    def before(self, number: str) -> tuple[str, ...]:
        """The items before that number; none where there is no such item."""
        return tuple(self._numbers[: self._numbers.index(number)]) if number in self._numbers else ()

    def after(self, number: str) -> tuple[str, ...]:
        """The items after that number; none where there is no such item."""
        return tuple(self._numbers[self._numbers.index(number) + 1 :]) if number in self._numbers else ()

    def all(self) -> list[Participant]:
        people = [self._with_missed(key, person) for key, person in self._found.items()]
        return sorted(people, key=lambda each: each.span)

    def _with_missed(self, key: str, person: Participant) -> Participant:
        """The person with the items they were there for; who missed every item was absent."""
        missed = self._missed.get(key)
        if not missed or person.attendance not in {None, "present"}:
            return person
        there = self._without(tuple(missed))
        return (
            replace(person, attendance="present", items=there)
            if there
            else replace(person, attendance="absent")
        )

    def _without(self, missed: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(number for number in dict.fromkeys(self._numbers) if number not in missed)


def _together(old: Participant, new: Participant) -> Participant:
    """Two entries of one person: a plain presence gives way to what says more."""
    plain = {None, "present"}
    attendance = new.attendance if old.attendance in plain and new.attendance is not None else old.attendance
    return replace(
        old,
        organisation=old.organisation or new.organisation,
        role=old.role or new.role,
        attendance=attendance,
        items=old.items or new.items,
    )


def _begins(name: str, words: list[str]) -> bool:
    """Whether a name begins with these words, the last of which may be cut short."""
    own = name.split()
    return (
        len(own) >= len(words)
        and own[: len(words) - 1] == words[:-1]
        and (own[0] == words[0] if len(words) == 1 else own[-1].startswith(words[-1]))
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split())


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name).lower()
