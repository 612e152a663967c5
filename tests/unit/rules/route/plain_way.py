"""The ways a paper can go: the legs of each alternative and chain, and what each leg waits for."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.unit.rules.route.plain_case import ORDER, Case, Entry


@dataclass(frozen=True, slots=True)
class Leg:
    """One stop of a way; `hearing` is the entry it is made of, where it is one."""

    id: str
    forum: str
    waits: frozenset[str]
    act: str = "hear"
    mandate: Entry | None = None
    hearing: Entry | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One way to a decision: the alternative, the fora of steps 1-2, and the chain in front with its receiver."""

    deciders: list[str]
    fora: frozenset[str]
    chain: tuple[str, ...]
    legs: Mapping[str, Leg]

    @property
    def ratifications(self) -> list[str]:
        return [leg for leg in self.legs if self.legs[leg].act == "ratify"]


@dataclass(frozen=True, slots=True)
class Blocked:
    """Why there is no way, or none in the known calendar."""

    why: str
    fora: tuple[str, ...] = ()
    after: date | None = None

    def as_json(self) -> dict[str, Any]:
        after = None if self.after is None else self.after.isoformat()
        return {"why": self.why, "fora": list(self.fora), "after": after}


def steps(case: Case, alternative: list[str]) -> frozenset[str]:
    """The fora of steps 1-2: the deciders of an alternative and, again and again, what they wait for."""
    found = frozenset(alternative)
    while True:
        more = found | {m["forum"] for m in case.required if m["to"] in found}
        if more == found:
            return found
        found = more


def waiting(case: Case, fora: Collection[str]) -> set[tuple[str, str]]:
    """The pairs of a forum and one that it waits for, directly or through others."""
    pairs = {(m["to"], m["forum"]) for m in case.required if m["to"] in fora}
    while True:
        more = pairs | {(a, d) for a, b in pairs for c, d in pairs if b == c}
        if more == pairs:
            return pairs
        pairs = more


def shortest_chains(case: Case, fora: Collection[str]) -> list[tuple[str, ...]]:
    """The shortest ways up from where the paper lies, each with the forum of steps 1-2 that receives it."""
    up = {(m["forum"], m["to"]) for m in case.held["escalate"]}
    chains: list[tuple[str, ...]] = [(case.question.start,)]
    for _ in case.fora:
        chains = [(*chain, to) for chain in chains for holder, to in sorted(up) if holder == chain[-1]]
        arrived = [chain for chain in chains if chain[-1] in fora]
        if arrived:
            return arrived
        chains = [chain for chain in chains if chain[-1] not in chain[:-1]]
    return []


def ways(case: Case, alternative: list[str]) -> list[Way] | Blocked:
    """The ways that an alternative leaves open: one, or one a shortest chain."""
    fora = steps(case, alternative)
    cycle = sorted(a for a, b in waiting(case, fora) if a == b)
    if cycle:
        return Blocked("cycle", tuple(cycle))
    if case.question.start in fora:
        return [_way(case, alternative, fora, ())]
    chains = shortest_chains(case, fora)
    if not chains:
        everywhere = {forum for each in case.alternatives for forum in steps(case, each)}
        return Blocked("no-way", tuple(sorted(everywhere)))
    return [_way(case, alternative, fora, chain) for chain in sorted(chains)]


def _way(case: Case, alternative: list[str], fora: frozenset[str], chain: tuple[str, ...]) -> Way:
    legs: list[Leg] = []
    for before, link, to in zip((None, *chain), chain, chain[1:], strict=False):
        mandate = first(m for m in case.held["escalate"] if m["forum"] == link and m["to"] == to)
        legs.append(
            Leg(link, link, frozenset() if before is None else frozenset({before}), "escalate", mandate)
        )
    pairs = waiting(case, fora)
    for forum in sorted(fora):
        waits = {m["forum"] for m in case.required if m["to"] == forum}
        if chain:
            if not waits or forum == chain[-1]:
                waits.add(chain[-2])
        elif not waits and forum != case.question.start and (case.question.start, forum) not in pairs:
            waits.add(case.question.start)
        powers = case.deciders[forum] if forum in alternative else []
        roles = [m for m in case.required if m["forum"] == forum and m["to"] in fora]
        mandate = first([*powers, *roles])
        legs.append(Leg(forum, forum, frozenset(waits), mandate["act"], mandate))
    for forum in sorted({m["forum"] for m in case.held["ratify"]} - set(case.deciders)):
        mandate = first(m for m in case.held["ratify"] if m["forum"] == forum)
        legs.append(Leg(f"{forum}:ratify", forum, frozenset(alternative), "ratify", mandate))
    whole = [each for leg in legs for each in with_hearings(case, leg)]
    return Way(alternative, fora, chain, {leg.id: leg for leg in whole})


def first(mandates: Iterable[Entry]) -> Entry:
    """By the order of acts, then by id."""
    return min(mandates, key=lambda m: (ORDER.index(m["act"]), m["id"]))


def with_hearings(case: Case, leg: Leg) -> list[Leg]:
    """The leg and, before it, the hearings of its forum, all waiting for what it waits for itself."""
    heard = [
        Leg(f"{hearing['body']}:hear:{leg.id}", hearing["body"], leg.waits, hearing=hearing)
        for hearing in case.fora[leg.forum].get("hearings", ())
        if hearing["body"] in case.fora
    ]
    waits = leg.waits | {hearing.id for hearing in heard}
    return [*heard, Leg(leg.id, leg.forum, waits, leg.act, leg.mandate)]
