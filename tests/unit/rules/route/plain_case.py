"""A register document as it is read for one case: the contract's sentences about mandates, on plain mappings.

The document is what YAML gives, with dates as dates. Nothing of it is checked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

Entry = Mapping[str, Any]

ORDER = ("decide", "approve", "ratify", "recommend", "assure", "prepare", "advise", "escalate")
BEFORE = ("recommend", "assure", "prepare", "advise")
AFTERWARDS = ("report", "inform")
NOWHERE = 99


@dataclass(frozen=True, slots=True)
class Question:
    """What a route is asked for."""

    subject: str
    start: str
    ready: date
    by: date | None = None
    on: date | None = None
    written: bool = False
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """A document and a question, and what follows from both before any date is planned."""

    question: Question
    fora: Mapping[str, Entry]
    """Those in force."""
    held: Mapping[str, list[Entry]]
    """By act, the mandates that apply, of every forum."""
    deciders: Mapping[str, list[Entry]]
    missing_facts: list[str]

    @property
    def joint(self) -> bool:
        return len(self.deciders) > 1 and all(m.get("joint") for held in self.deciders.values() for m in held)

    @property
    def alternatives(self) -> list[list[str]]:
        """The fora that decide together, or each that may decide alone."""
        return [sorted(self.deciders)] if self.joint else [[forum] for forum in sorted(self.deciders)]

    @property
    def required(self) -> list[Entry]:
        """The mandates whose recipients wait for them."""
        return [m for act in BEFORE for m in self.held[act] if is_required(m)]


def read(document: Mapping[str, Any], question: Question) -> Case:
    """Read the register as of the day that the question says, by default the ready date."""
    on = question.on or question.ready
    facts = {name: value for name, value in question.facts.items() if value is not None}
    fora = {forum["id"]: forum for forum in document["fora"] if in_force(forum, on)}
    chain = above(document, question.subject)
    standing = [
        m
        for m in document.get("mandates", ())
        if in_force(m, on) and m["forum"] in fora and m["subject"] in chain
    ]
    counting = [m for m in standing if meets(m, facts)]
    held: dict[str, list[Entry]] = {
        act: [
            mandate
            for forum in sorted(fora)
            for mandate in left_of([m for m in counting if m["act"] == act and m["forum"] == forum], chain)
        ]
        for act in (*ORDER, *AFTERWARDS)
    }
    return Case(
        question=question,
        fora=fora,
        held=held,
        deciders=nearest_deciders([*held["decide"], *held["approve"]], chain),
        missing_facts=sorted({fact for m in standing for fact in m.get("when", {}) if fact not in facts}),
    )


def in_force(entry: Entry, on: date) -> bool:
    valid = entry.get("valid", {})
    return valid.get("from", date.min) <= on and (valid.get("until") is None or on < valid["until"])


def above(document: Mapping[str, Any], subject: str) -> list[str]:
    """The subject, its parent, and so on."""
    parent = next(s.get("parent") for s in document["subjects"] if s["id"] == subject)
    return [subject] if parent is None else [subject, *above(document, parent)]


def number(value: object) -> Decimal | None:
    try:
        return None if isinstance(value, bool) else Decimal(str(value))
    except InvalidOperation:
        return None


def meets(mandate: Entry, facts: Mapping[str, object]) -> bool:
    """Whether the facts of the case meet all conditions of a mandate."""
    return all(
        fact in facts and meets_one(wanted, facts[fact]) for fact, wanted in mandate.get("when", {}).items()
    )


def meets_one(wanted: object, value: object) -> bool:
    given = number(value)
    if isinstance(wanted, Mapping):
        if given is None:
            return False
        low, high = number(wanted.get("min")), number(wanted.get("max"))
        return (low is None or low <= given) and (high is None or given <= high)
    sought = number(wanted)
    if given is not None and sought is not None:
        return given == sought
    return text(wanted) == text(value)


def text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def left_of(own: list[Entry], chain: list[str]) -> list[Entry]:
    """Of what a forum has about one act: the permissions on the nearest subject that no denial takes."""
    permissions = [m for m in own if m.get("effect", "may") == "may"]
    distance = min((chain.index(m["subject"]) for m in permissions), default=NOWHERE)
    nearest = [m for m in permissions if chain.index(m["subject"]) == distance]
    denials = [m for m in own if m.get("effect") == "may-not" and chain.index(m["subject"]) <= distance]
    return [m for m in nearest if not any(d.get("to") is None or d["to"] == m.get("to") for d in denials)]


def nearest_deciders(powers: list[Entry], chain: list[str]) -> dict[str, list[Entry]]:
    distance = min((chain.index(m["subject"]) for m in powers), default=NOWHERE)
    nearest = [m for m in powers if chain.index(m["subject"]) == distance]
    return {forum: [m for m in nearest if m["forum"] == forum] for forum in {m["forum"] for m in nearest}}


def is_required(mandate: Entry) -> bool:
    return bool(mandate.get("required", mandate["act"] != "advise"))
