"""The contract's sentences about mandates, the slow and plain way: what the quick way is held against."""

from collections.abc import Callable
from datetime import date

from samstyr.rules.register import Act, Facts, Mandate, Register

POWER = (Act.DECIDE, Act.APPROVE)
Counts = Callable[[Mandate], bool]


def in_case(facts: Facts) -> Counts:
    """A mandate counts when the facts of the case meet its conditions."""
    return lambda mandate: facts.admit(mandate.when, permission=mandate.permits)


def in_lint(mandate: Mandate) -> bool:
    """A permission under conditions counts as a permission, a denial under conditions does not count."""
    return mandate.permits or not mandate.when


def above(register: Register, subject: str) -> list[str]:
    """The subject, its parent, and so on."""
    parent = register.subjects[subject].parent
    return [subject] if parent is None else [subject, *above(register, parent)]


def in_force(register: Register, on: date) -> list[Mandate]:
    """The mandates in force, whose forum is in force too."""
    return [
        m
        for m in register.mandates.values()
        if m.valid.covers(on) and register.fora[m.forum].valid.covers(on)
    ]


def held(
    register: Register, forum: str, act: Act, subject: str, on: date, counts: Counts
) -> tuple[int, list[Mandate], list[Mandate]]:
    """How near the permissions sit (99: nowhere), those that are left, the denials that take them."""
    chain = above(register, subject)
    own = [
        m
        for m in in_force(register, on)
        if m.forum == forum and m.act == act and m.subject in chain and counts(m)
    ]
    distance = min((chain.index(m.subject) for m in own if m.permits), default=99)
    nearest = [m for m in own if m.permits and chain.index(m.subject) == distance]
    denials = [m for m in own if not m.permits and chain.index(m.subject) <= distance]
    left = [m for m in nearest if not any(d.to is None or d.to == m.to for d in denials)]
    taking = [d for d in denials if d.to is None or any(d.to == m.to for m in nearest)]
    return (distance if left else 99), left, ([] if left else taking)


def deciders(register: Register, subject: str, on: date, counts: Counts) -> dict[str, list[str]]:
    """The deciding fora with the ids of the mandates that make them so."""
    found = [
        (distance, forum, mandate.id)
        for forum in register.fora
        for act in POWER
        for distance, left, _ in [held(register, forum, act, subject, on, counts)]
        for mandate in left
    ]
    nearest = min((distance for distance, _, _ in found), default=99)
    ids: dict[str, list[str]] = {}
    for distance, forum, mandate in sorted(found):
        if distance == nearest:
            ids.setdefault(forum, []).append(mandate)
    return ids


def holders(register: Register, act: Act, subject: str, on: date, counts: Counts) -> dict[str, list[str]]:
    """The fora that hold the act with the ids of their mandates; for the power to decide, the deciders."""
    if act in POWER:
        return deciders(register, subject, on, counts)
    found = {forum: held(register, forum, act, subject, on, counts)[1] for forum in register.fora}
    return {forum: sorted(m.id for m in left) for forum, left in found.items() if left}


def answer(
    register: Register, forum: str, act: Act, subject: str, on: date, facts: Facts
) -> dict[str, object]:
    """The answer of a check, without its reason."""
    counts = in_case(facts)
    able = holders(register, act, subject, on, counts)
    ways = [
        m.id
        for up in (Act.RECOMMEND, Act.PREPARE, Act.ESCALATE)
        for m in held(register, forum, up, subject, on, counts)[1]
    ]
    denials = [m.id for m in held(register, forum, act, subject, on, counts)[2]]
    if forum in able:
        verdict, mandates = "within", able[forum]
    elif denials:
        verdict, mandates = "denied", denials
    elif ways:
        verdict, mandates = "needs", ways
    else:
        verdict, mandates = "ultra_vires", []
    chain = above(register, subject)
    acts = POWER if act in POWER else (act,)
    asked = [m for m in in_force(register, on) if m.subject in chain and (m.act in acts or m.forum == forum)]
    basis = {register.mandates[m].basis.instrument for m in mandates if register.mandates[m].basis}
    return {
        "schema": "samstyr.check/1",
        "verdict": verdict,
        "mandates": sorted(mandates),
        "basis": sorted(basis),
        "holders": [] if verdict == "within" else sorted(able),
        "missing_facts": sorted({c.fact for m in asked for c in m.when if c.fact not in facts}),
    }
