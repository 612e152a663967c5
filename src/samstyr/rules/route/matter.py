"""What the mandates say about one subject in one case: who decides, who is asked before, who takes it up.

Source: contract of routes, steps 1, 2, 3, 7 and 8.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samstyr.rules.mandate import Deciders, deciders, holders, holders_by_act
from samstyr.rules.register import PREREQUISITES, Act, Facts, Mandate, Register

LEG_ACTS: Final = (
    Act.DECIDE,
    Act.APPROVE,
    Act.RATIFY,
    Act.RECOMMEND,
    Act.ASSURE,
    Act.PREPARE,
    Act.ADVISE,
    Act.ESCALATE,
)
"""The acts that can make a leg: a forum that has several reasons to sit is named after the first."""

TOLD: Final = (Act.REPORT, Act.INFORM)

_RANK: Final = {act: rank for rank, act in enumerate(LEG_ACTS)}


def foremost(mandates: Sequence[Mandate]) -> Mandate:
    """The mandate a leg is named after: by act, then id."""
    if len(mandates) == 1:
        return mandates[0]
    return min(mandates, key=lambda mandate: (_RANK[mandate.act], mandate.id))


@dataclass(frozen=True, slots=True)
class Matter:
    """The register as one case sees it. Raises UnknownIdError when made, for a subject it does not have.

    `held`: by act the fora that put something before others, or ratify; `puts`: what each forum must put before
    others, and `before`: who must do so to each forum.
    """

    register: Register
    subject: str
    on: date
    facts: Facts
    deciders: Deciders
    held: Mapping[Act, Mapping[str, tuple[Mandate, ...]]]
    puts: Mapping[str, Sequence[Mandate]]
    before: Mapping[str, set[str]]

    @classmethod
    def of(cls, register: Register, subject: str, on: date, facts: Facts) -> "Matter":
        """The matter of a subject, as of a day, in a case with these facts."""
        power = deciders(register, subject, on, facts)
        puts: dict[str, list[Mandate]] = {}
        before: dict[str, set[str]] = {}
        held = holders_by_act(register, (*PREREQUISITES, Act.RATIFY), subject, on, facts)
        for act in PREREQUISITES:
            for forum, mandates in held[act].items():
                for mandate in mandates:
                    if mandate.is_required and mandate.to is not None:
                        puts.setdefault(forum, []).append(mandate)
                        before.setdefault(mandate.to, set()).add(forum)
        return cls(register, subject, on, facts, power, held, puts, before)

    def alternatives(self) -> list[tuple[str, ...]]:
        """The groups of fora of which any one decides: all deciders where they decide together, else each
        alone.
        """
        return [self.deciders.fora] if self.deciders.joint else [(forum,) for forum in self.deciders.fora]

    def steps_to(self, goals: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The fora that lead to the goals, the goals included, each with those it waits for, sorted."""
        steps: dict[str, tuple[str, ...]] = {}
        left = list(goals)
        while left:
            forum = left.pop()
            if forum not in steps:
                steps[forum] = tuple(sorted(self.before.get(forum, ())))
                left.extend(steps[forum])
        return steps

    def ratifiers(self) -> dict[str, tuple[Mandate, ...]]:
        """The fora that must ratify, sorted, with their mandates; a decider does not ratify itself."""
        ratifying = self.held[Act.RATIFY].items()
        return {forum: mandates for forum, mandates in ratifying if forum not in self.deciders.mandates}

    def ways_up(self, start: str, goals: Mapping[str, object]) -> list[tuple[str, ...]]:
        """The shortest chains of escalation from a forum to any of the goals, both ends included, sorted."""
        links: dict[str, set[str]] = {}
        for forum, held in holders(self.register, Act.ESCALATE, self.subject, self.on, self.facts).items():
            links[forum] = {mandate.to for mandate in held if mandate.to is not None}
        chains: list[tuple[str, ...]] = [(start,)]
        seen = {start}
        while chains:
            longer = [(*chain, to) for chain in chains for to in links.get(chain[-1], ()) if to not in seen]
            arrived = [chain for chain in longer if chain[-1] in goals]
            if arrived:
                return sorted(arrived)
            seen.update(chain[-1] for chain in longer)
            chains = longer
        return []

    def escalation(self, link: str, to: str) -> Mandate:
        """The mandate by which one link of a chain brings the matter to the next."""
        held = holders(self.register, Act.ESCALATE, self.subject, self.on, self.facts)[link]
        return foremost([mandate for mandate in held if mandate.to == to])

    def asked(self, steps: Mapping[str, object]) -> list[Mandate]:
        """The mandates to put something before a step that need not be waited for."""
        found = [
            mandate
            for act in PREREQUISITES
            for held in self.held[act].values()
            for mandate in held
            if not mandate.is_required and mandate.to in steps
        ]
        return sorted(found, key=lambda mandate: (mandate.forum, mandate.to or "", mandate.id))

    def told(self) -> list[Mandate]:
        """The mandates to tell a forum in force of the decision."""
        found = [
            mandate
            for act in TOLD
            for held in holders(self.register, act, self.subject, self.on, self.facts).values()
            for mandate in held
            if mandate.to is not None and self.register.is_forum_in_force(mandate.to, self.on)
        ]
        return sorted(found, key=lambda mandate: (mandate.to or "", mandate.forum, mandate.id))
