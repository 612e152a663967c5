"""Who does what towards whom on a day, read from a register.

Acts come from mandates. To ratify has no recipient in a register: the line goes to whoever decides the matter.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Final

from samstyr.print.governance_map.model import Bond, Change, Relation, View
from samstyr.rules.lint.as_of import AsOf
from samstyr.rules.register import Act, Mandate, Register

FORUM: Final = "fora/"
ORGANISATION: Final = "organisations/"


class Day:
    """The relations of a register on one day, and the fora in force."""

    def __init__(self, register: Register, on: date) -> None:
        self.register = register
        self.on = on
        self.lint_view = AsOf(register, on)

    def in_force(self, room: str) -> bool:
        """Whether the forum or organisation of that room is in force."""
        if room.startswith(FORUM):
            return room.removeprefix(FORUM) in self.lint_view.fora
        return self.register.organisations[room.removeprefix(ORGANISATION)].valid.covers(self.on)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every relation, in order of source, act, target, subject and mandate."""
        found = [*self._acts(), *self._bonds()]
        return tuple(sorted(found, key=_order))

    def _acts(self) -> Iterator[Relation]:
        for mandate in self.lint_view.permissions:
            source = FORUM + mandate.forum
            for target in self._targets(mandate):
                yield Relation(source, mandate.act, target, mandate.subject, mandate.id)

    def _targets(self, mandate: Mandate) -> Iterable[str]:
        if mandate.to is not None:
            return (self._recipient(mandate.to),)
        if mandate.act == Act.RATIFY:
            return sorted(
                {FORUM + forum for forum in self._deciders(mandate.subject)} - {FORUM + mandate.forum}
            )
        return ()

    def _recipient(self, key: str) -> str:
        """A recipient is looked up among fora first, as the contract does."""
        return (FORUM if key in self.register.fora else ORGANISATION) + key

    def _deciders(self, subject: str) -> set[str]:
        """The fora that decide a matter, or one below it."""
        return {
            forum
            for each in subjects_at_or_below(self.register, subject)
            if self.register.is_leaf(each)
            for forum in self.lint_view.deciders(each).mandates
        }

    def _bonds(self) -> Iterator[Relation]:
        for forum in self.lint_view.fora.values():
            for hearing in forum.hearings:
                yield Relation(FORUM + hearing.body, Bond.HEARD, FORUM + forum.id)
            for role in forum.acts_as:
                yield Relation(FORUM + role, Bond.ROLE, FORUM + forum.id)


def _order(relation: Relation) -> tuple[str, str, str, str, str]:
    return (relation.source, relation.act, relation.target, relation.subject or "", relation.mandate or "")


def subjects_at_or_below(register: Register, subject: str) -> list[str]:
    """Answer the subject and every one below it."""
    found = [subject]
    for each in found:
        found.extend(below.id for below in register.index.subjects_under(each))
    return found


class Filter:
    """Which mandates and relations a view lets through."""

    def __init__(self, register: Register, view: View) -> None:
        self._acts = view.acts
        self._subjects = (
            None if view.subject is None else frozenset(subjects_at_or_below(register, view.subject))
        )

    def allows_mandate(self, mandate: Mandate) -> bool:
        """Whether the mandate's act and subject are among those asked for."""
        return self._allows(mandate.act, mandate.subject)

    def allows(self, relation: Relation) -> bool:
        """Whether the relation's act and subject are among those asked for."""
        return self._allows(relation.act, relation.subject)

    def _allows(self, act: str, subject: str | None) -> bool:
        if self._acts and act not in self._acts:
            return False
        return self._subjects is None or subject in self._subjects


def compared(now: Iterable[Relation], then: Iterable[Relation] | None) -> list[Relation]:
    """Answer the relations of two days together, each with how it changed; `then` None compares nothing."""
    current = list(now)
    if then is None:
        return current
    earlier = list(then)
    had, has = {_key(each) for each in earlier}, {_key(each) for each in current}
    merged = [each if _key(each) in had else _changed(each, Change.NEW) for each in current]
    merged += [_changed(each, Change.GONE) for each in earlier if _key(each) not in has]
    return sorted(merged, key=_order)


def _key(relation: Relation) -> tuple[str, str, str, str | None]:
    return (relation.source, relation.act, relation.target, relation.subject)


def _changed(relation: Relation, change: Change) -> Relation:
    return Relation(
        relation.source, relation.act, relation.target, relation.subject, relation.mandate, change
    )
