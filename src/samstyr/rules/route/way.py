"""The legs of one way through the fora, before any of them has a date.

A way is one alternative of who decides, and one chain of escalation where the paper lies outside it. Its
legs stand in an order in which each comes after all that it waits for. Source: contract of routes, steps 2,
3, 4 and 7.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from samstyr.rules.register import Act, Mandate
from samstyr.rules.route.matter import Matter, foremost
from samstyr.rules.route.rhythm import Rhythm, rhythm_of, rhythm_of_duration

HEAR: Final = "hear"
RATIFY: Final = Act.RATIFY.value


@dataclass(frozen=True, slots=True)
class PlannedLeg:
    """One leg: its id, the forum (or body heard), by which mandate (None where it is heard), and when it can sit.

    `waits`: the positions in the way of the legs it waits for, hearings included.
    """

    id: str
    forum: str
    mandate: Mandate | None
    rhythm: Rhythm
    waits: tuple[int, ...]

    @property
    def is_hearing(self) -> bool:
        return self.mandate is None

    @property
    def act(self) -> str:
        """What it does."""
        return HEAR if self.mandate is None else self.mandate.act.value


@dataclass(frozen=True, slots=True)
class Way:
    """`steps`: the fora that lead to the decision and those each waits for; `chain`: the fora of the
    escalation in front, the receiving one included, or none; `deciding` and `ratifying`: positions of legs.
    """

    goals: tuple[str, ...]
    steps: Mapping[str, tuple[str, ...]]
    chain: tuple[str, ...]
    legs: tuple[PlannedLeg, ...]
    deciding: tuple[int, ...]
    ratifying: tuple[int, ...]

    @property
    def ending(self) -> tuple[int, ...]:
        """The positions of the legs whose sittings make the decision binding."""
        return self.ratifying or self.deciding


class WayBuilder:
    """Puts the legs of a way one after another."""

    def __init__(self, matter: Matter, *, in_writing: bool) -> None:
        self._matter = matter
        self._in_writing = in_writing
        self._legs: list[PlannedLeg] = []
        self._at: dict[str, int] = {}

    def way(self, goals: tuple[str, ...], steps: Mapping[str, tuple[str, ...]], start: str,
            chain: tuple[str, ...]) -> Way:  # fmt: skip
        """The way to the goals over the steps, from the forum where the paper lies or over a chain.

        The steps stand in an order in which each comes after all that it waits for.
        """
        waits = _waits(steps, start, chain)
        before_link: tuple[int, ...] = ()
        for link, to in pairwise(chain):
            self._add(link, link, self._matter.escalation(link, to), before_link)
            before_link = (self._at[link],)
        for forum, others in waits.items():
            mandate = self._mandate(forum, goals, steps)
            self._add(forum, forum, mandate, tuple([self._at[other] for other in others]))
        deciding = tuple(self._at[forum] for forum in goals)
        ratifying = []
        for forum, mandates in self._matter.ratifiers().items():
            self._add(f"{forum}:{RATIFY}", forum, mandates[0], deciding)
            ratifying.append(len(self._legs) - 1)
        return Way(goals, steps, chain, tuple(self._legs), deciding, tuple(ratifying))

    def _mandate(self, forum: str, goals: Iterable[str], steps: Mapping[str, object]) -> Mandate:
        """What brings the forum into the way: its power to decide, or what it puts before other steps."""
        puts = self._matter.puts.get(forum, ())
        if len(puts) == 1 and forum not in goals:
            return puts[0]  # the one that made it a step
        held = [mandate for mandate in puts if mandate.to in steps]
        if forum in goals:
            held.extend(self._matter.deciders.mandates[forum])
        return foremost(held)

    def _add(self, identifier: str, forum: str, mandate: Mandate, waits: tuple[int, ...]) -> None:
        """Add a forum's leg, and before it the hearings that its parties hold."""
        register, on = self._matter.register, self._matter.on
        record = register.fora[forum]
        after = waits
        for hearing in record.hearings:
            if register.is_forum_in_force(hearing.body, on):
                rhythm = (
                    rhythm_of(register.fora[hearing.body], in_writing=False)
                    if hearing.takes is None
                    else rhythm_of_duration(hearing.takes)
                )
                name = f"{hearing.body}:{HEAR}:{identifier}"
                after = (*after, len(self._legs))
                self._legs.append(PlannedLeg(name, hearing.body, None, rhythm, waits))
        rhythm = rhythm_of(record, in_writing=self._in_writing)
        self._at[identifier] = len(self._legs)
        self._legs.append(PlannedLeg(identifier, forum, mandate, rhythm, after))


def _waits(
    steps: Mapping[str, tuple[str, ...]], start: str, chain: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """What each step waits for, with the forum where the paper lies, or the chain that brings it, in front.

    In order, as the steps are: that forum and what it waits for come before all that wait for it.
    """
    if chain:
        link, receiving = chain[-2], chain[-1]
        return {
            forum: others if others and forum != receiving else (*others, link)
            for forum, others in steps.items()
        }
    if next(iter(steps)) == start and sum(not others for others in steps.values()) == 1:
        return dict(steps)  # as most often: all wait for the forum where the paper lies
    behind = _behind(steps, start)
    waits = {forum: others for forum, others in steps.items() if forum in behind}
    waits.update((forum, others or (start,)) for forum, others in steps.items() if forum not in behind)
    return waits


def _behind(steps: Mapping[str, tuple[str, ...]], forum: str) -> set[str]:
    """The forum and all steps that it waits for, directly or through others."""
    found = {forum}
    left = [forum]
    while left:
        for other in steps[left.pop()]:
            if other not in found:
                found.add(other)
                left.append(other)
    return found


def waiting_for_themselves(steps: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The fora that wait for themselves, directly or through others, sorted; the steps as the matter orders
    them.
    """
    seen: set[str] = set()
    for forum, others in steps.items():
        if not seen.issuperset(others):
            return tuple(sorted(forum for forum in steps if _reaches(steps, forum)))
        seen.add(forum)
    return ()


def _reaches(steps: Mapping[str, Sequence[str]], forum: str) -> bool:
    """Whether the forum comes to itself by following what it waits for."""
    seen: set[str] = set()
    left = list(steps[forum])
    while left:
        other = left.pop()
        if other == forum:
            return True
        if other not in seen:
            seen.add(other)
            left.extend(steps[other])
    return False
