"""The lint of governance: matters nobody may decide, matters two fora decide, fora that rest on nothing, …

Source: contract of the register, "Lint".
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final

from samstyr.rules.lint import power, standing, upkeep
from samstyr.rules.lint.as_of import AsOf
from samstyr.rules.lint.finding import Finding, Found, Severity
from samstyr.rules.register import LintRule, Register
from samstyr.rules.register.collector import collector_paused

SCHEMA: Final = "samstyr.lint/1"

RULES: Final[dict[LintRule, tuple[Severity, Callable[[AsOf], Iterator[Found]]]]] = {
    LintRule.G01: (Severity.ERROR, power.undecidable),
    LintRule.G02: (Severity.WARNING, power.decided_twice),
    LintRule.G03: (Severity.ERROR, power.leads_nowhere),
    LintRule.G04: (Severity.ERROR, power.waits_for_itself),
    LintRule.G05: (Severity.WARNING, standing.without_terms_of_reference),
    LintRule.G06: (Severity.WARNING, standing.hangs_nowhere),
    LintRule.G07: (Severity.ERROR, upkeep.basis_lapsed),
    LintRule.G08: (Severity.WARNING, power.bound_without_seat),
    LintRule.G09: (Severity.WARNING, standing.meets_too_seldom_or_often),
    LintRule.G10: (Severity.WARNING, upkeep.duty_without_meeting),
    LintRule.G11: (Severity.WARNING, standing.decides_without_meeting),
    LintRule.G12: (Severity.ERROR, upkeep.overlapping),
}
"""Every rule with its severity and what finds it."""


def findings(register: Register, on: date) -> list[Finding]:
    """Everything the rules find in the register as of a day, sorted by rule, id and party.

    A finding that the register accepts until after that day carries the reason.
    """
    with collector_paused():
        return _findings(AsOf(register, on))


def _findings(view: AsOf) -> list[Finding]:
    found = [
        Finding(
            rule=rule,
            severity=severity,
            id=item.id,
            subject=item.subject,
            forum=item.forum,
            party=item.party,
            message=item.message,
            accepted=_accepted(view, rule, item),
        )
        for rule, (severity, find) in RULES.items()
        for item in find(view)
    ]
    return sorted(found, key=lambda finding: (finding.rule, finding.id, finding.party or ""))


def _accepted(view: AsOf, rule: LintRule, found: Found) -> str | None:
    acceptance = view.register.accepted.get((rule.value, found.id, found.party))
    if acceptance is None or (acceptance.until is not None and view.on >= acceptance.until):
        return None
    return acceptance.reason


def has_open_error(found: Iterable[Finding]) -> bool:
    """Whether any finding is an error that nobody accepts."""
    return any(finding.is_open_error for finding in found)


def as_json(found: Iterable[Finding]) -> dict[str, Any]:
    """The findings as `samstyr lint --json` prints them."""
    return {"schema": SCHEMA, "findings": [finding.as_json() for finding in found]}


__all__ = ["RULES", "SCHEMA", "Finding", "Found", "Severity", "as_json", "findings", "has_open_error"]
