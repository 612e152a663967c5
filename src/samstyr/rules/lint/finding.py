"""What the lint finds."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from samstyr.rules.register import LintRule


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Found:
    """What one rule finds: the id of the thing, a message in Danish and, where there is exactly one,
    subject, forum
    and party."""

    id: str
    message: str
    subject: str | None = None
    forum: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding with its rule; `accepted` is the reason somebody accepts it, or None.

    Source: contract of the register, "Lint".
    """

    rule: LintRule
    severity: Severity
    id: str
    subject: str | None
    forum: str | None
    party: str | None
    message: str
    accepted: str | None

    @property
    def is_open_error(self) -> bool:
        """Whether this is an error that nobody accepts."""
        return self.severity == Severity.ERROR and self.accepted is None

    def as_json(self) -> dict[str, Any]:
        """As `samstyr lint --json` prints it."""
        return {
            "rule": self.rule.value,
            "severity": self.severity.value,
            "id": self.id,
            "subject": self.subject,
            "forum": self.forum,
            "party": self.party,
            "message": self.message,
            "accepted": self.accepted,
        }
