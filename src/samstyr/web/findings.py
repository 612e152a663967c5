"""Findings of the lint, worked out once for each state of the register and day."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from samstyr.rules.lint import Finding, findings
from samstyr.rules.register import Register


@dataclass(frozen=True, slots=True)
class _Kept:
    register: Register
    on: datetime.date
    found: Sequence[Finding]


class _Keeper:
    """The last answer of this process; most requests ask about the same register and day."""

    def __init__(self) -> None:
        self.kept: _Kept | None = None


_keeper = _Keeper()


def all_findings(register: Register, on: datetime.date) -> Sequence[Finding]:
    """Answer every finding on that day, in the lint's order."""
    kept = _keeper.kept
    if kept is None or kept.register is not register or kept.on != on:
        kept = _keeper.kept = _Kept(register, on, findings(register, on))
    return kept.found


def findings_about(register: Register, on: datetime.date, **about: str) -> list[Finding]:
    """Answer the findings whose `forum`, `subject`, `party` or `id` is the given one."""
    return [
        finding
        for finding in all_findings(register, on)
        if any(getattr(finding, name) == value for name, value in about.items())
    ]
