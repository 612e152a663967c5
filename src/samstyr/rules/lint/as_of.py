"""A register as the lint reads it on one day, with what several rules need worked out once."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from samstyr.rules.mandate import Deciders, deciders, holders, permissions_by_act
from samstyr.rules.register import (
    ANY_FACTS,
    POWER,
    VOTING_ROLES,
    Act,
    Forum,
    Level,
    Mandate,
    Register,
    Subject,
)


class AsOf:
    """A permission under conditions counts as a permission, a denial under conditions does not count."""

    def __init__(self, register: Register, on: date) -> None:
        self.register = register
        self.on = on
        self._deciders: dict[str | None, Deciders] = {}
        self._ratifiers: dict[str | None, tuple[str, ...]] = {}
        self._subjects_at_or_above: dict[tuple[str, tuple[Act, ...]], set[str]] = {}
        self._parties: dict[str, frozenset[str]] = {}

    @cached_property
    def fora(self) -> dict[str, Forum]:
        """The fora in force."""
        return {key: forum for key, forum in self.register.fora.items() if forum.valid.covers(self.on)}

    @cached_property
    def leaves(self) -> tuple[Subject, ...]:
        """The subjects under which no other hangs."""
        return tuple(s for s in self.register.subjects.values() if self.register.is_leaf(s.id))

    @cached_property
    def mandates_in_force(self) -> tuple[Mandate, ...]:
        """Permissions and denials, under conditions or not."""
        fora = self.fora
        return tuple(
            m for m in self.register.mandates.values() if m.forum in fora and m.valid.covers(self.on)
        )

    @cached_property
    def permissions(self) -> tuple[Mandate, ...]:
        """The permissions in force that no denial on their own subject takes."""
        denied: dict[tuple[str, Act, str], set[str | None]] = {}
        for mandate in self.mandates_in_force:
            if not mandate.permits and not mandate.when:
                denied.setdefault((mandate.forum, mandate.act, mandate.subject), set()).add(mandate.to)
        nobody: set[str | None] = set()
        return tuple(
            m
            for m in self.mandates_in_force
            if m.permits and not denied.get((m.forum, m.act, m.subject), nobody) & {None, m.to}
        )

    def deciders(self, subject: str) -> Deciders:
        """Who may decide or approve the subject."""
        anchor = self._anchor(subject, POWER)
        if anchor not in self._deciders:
            self._deciders[anchor] = (
                Deciders() if anchor is None else deciders(self.register, anchor, self.on, ANY_FACTS)
            )
        return self._deciders[anchor]

    def ratifiers(self, subject: str) -> tuple[str, ...]:
        """The fora that ratify the subject."""
        anchor = self._anchor(subject, (Act.RATIFY,))
        if anchor not in self._ratifiers:
            found = {} if anchor is None else holders(self.register, Act.RATIFY, anchor, self.on, ANY_FACTS)
            self._ratifiers[anchor] = tuple(found)
        return self._ratifiers[anchor]

    def _anchor(self, subject: str, acts: Iterable[Act]) -> str | None:
        """The nearest subject, at or above, with any mandate for these acts: what holds there holds here."""
        index = self.register.index
        for here in self.register.subject_chain(subject):
            if any(index.mandates_to_act_on(here, act) for act in acts):
                return here
        return None

    def can_do_any(self, forum: str, acts: tuple[Act, ...], subject: str) -> bool:
        """Whether the forum may by any of these acts on the subject, or on one below it."""
        if subject in self._at_or_above_own(forum, acts):
            return True
        register = self.register
        if not any(register.index.mandates_of_on(forum, here) for here in register.subject_chain(subject)):
            return False
        return any(permissions_by_act(register, forum, acts, subject, self.on, ANY_FACTS).values())

    def _at_or_above_own(self, forum: str, acts: tuple[Act, ...]) -> set[str]:
        """Every subject at or above one on which the forum has a permission for one of the acts."""
        found = self._subjects_at_or_above.get((forum, acts))
        if found is None:
            found = self._subjects_at_or_above[forum, acts] = set()
            for mandate in self._permissions_of.get(forum, ()):
                if mandate.act in acts:
                    found.update(self.register.subject_chain(mandate.subject))
        return found

    @cached_property
    def _permissions_of(self) -> dict[str, list[Mandate]]:
        gathered: dict[str, list[Mandate]] = {}
        for mandate in self.permissions:
            gathered.setdefault(mandate.forum, []).append(mandate)
        return gathered

    def parties_seated_in(self, forum: str) -> frozenset[str]:
        """The parties with a say in the forum: a seat with a vote, or the forum is their own body."""
        found = self._parties.get(forum)
        if found is None:
            record = self.register.fora[forum]
            parties = {
                self.register.organisations[seat.organisation].party
                for seat in record.seats
                if seat.role in VOTING_ROLES and seat.valid.covers(self.on)
            }
            if record.level == Level.PARTY and record.party is not None:
                parties.add(record.party)
            found = self._parties[forum] = frozenset(parties)
        return found

    def name(self, forum: str) -> str:
        """The forum's name."""
        return self.register.fora[forum].name

    def matter(self, subject: str) -> str:
        """The subject's name in quotation marks."""
        return f"»{self.register.subjects[subject].name}«"
