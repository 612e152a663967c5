"""The answer to "when can this be decided?", as the contract of routes shapes it.

Source: contract of routes, "Answer".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from samstyr.rules.route.planning import Why
from samstyr.rules.route.rhythm import Mode

SCHEMA: Final = "samstyr.route/1"


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg with its days.

    `submit_by`: the last day for papers, None without a meeting; `after`: the ids of the legs it waits for;
    `mandate` and `basis`: ids, None for a hearing; `slack_days`: plain days, 0-400.
    """

    id: str
    forum: str
    act: str
    mode: Mode
    ready: date
    submit_by: date | None
    sits_on: date
    available: date
    after: tuple[str, ...]
    mandate: str | None
    basis: str | None
    slack_days: int

    @property
    def waiting_days(self) -> int:
        """The plain days from when it is ready until it sits."""
        return (self.sits_on - self.ready).days

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "forum": self.forum,
            "act": self.act,
            "mode": self.mode.value,
            "ready": self.ready.isoformat(),
            "submit_by": _iso(self.submit_by),
            "sits_on": self.sits_on.isoformat(),
            "available": self.available.isoformat(),
            "after": list(self.after),
            "mandate": self.mandate,
            "basis": self.basis,
            "slack_days": self.slack_days,
        }


@dataclass(frozen=True, slots=True)
class Blocked:
    """Why it can't be decided, and in a sentence what that means and what would help."""

    why: Why
    fora: tuple[str, ...]
    after: date | None
    message: str

    def as_json(self) -> dict[str, Any]:
        return {
            "why": self.why.value,
            "fora": list(self.fora),
            "after": _iso(self.after),
            "message": self.message,
        }


@dataclass(frozen=True, slots=True)
class Informed:
    """A forum that is told afterwards, by whom, and at which of its meetings (None: no meeting is known)."""

    forum: str
    by: str
    act: str
    mandate: str
    on: date | None

    def as_json(self) -> dict[str, Any]:
        return {
            "forum": self.forum,
            "by": self.by,
            "act": self.act,
            "mandate": self.mandate,
            "on": _iso(self.on),
        }


@dataclass(frozen=True, slots=True)
class Asked:
    """A forum that may put something before a step, which is not waited for."""

    forum: str
    to: str
    act: str
    mandate: str

    def as_json(self) -> dict[str, Any]:
        return {"forum": self.forum, "to": self.to, "act": self.act, "mandate": self.mandate}


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The way a case can be decided first, or why it can't be.

    `legs` in the order they sit; `deciding` are the ids of those that decide; `if_missed`: leg → the day
    that then binds.
    """

    decided_on: date | None = None
    binding_on: date | None = None
    legs: tuple[Leg, ...] = ()
    deciding: tuple[str, ...] = ()
    binding_leg: str | None = None
    if_missed: Mapping[str, date | None] = field(default_factory=dict)
    latest_ready: date | None = None
    blocked: Blocked | None = None
    informed: tuple[Informed, ...] = ()
    asked: tuple[Asked, ...] = ()
    missing_facts: tuple[str, ...] = ()

    @property
    def is_planned(self) -> bool:
        """Whether there is a way."""
        return self.blocked is None

    def as_json(self) -> dict[str, Any]:
        """As `samstyr route --json` prints it."""
        return {
            "schema": SCHEMA,
            "status": "planned" if self.is_planned else "blocked",
            "decided_on": _iso(self.decided_on),
            "binding_on": _iso(self.binding_on),
            "legs": [leg.as_json() for leg in self.legs],
            "binding_leg": self.binding_leg,
            "if_missed": {leg: _iso(binds) for leg, binds in self.if_missed.items()},
            "latest_ready": _iso(self.latest_ready),
            "blocked": None if self.blocked is None else self.blocked.as_json(),
            "informed": [each.as_json() for each in self.informed],
            "asked": [each.as_json() for each in self.asked],
            "missing_facts": list(self.missing_facts),
        }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
