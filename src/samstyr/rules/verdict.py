"""The answer of a rule that may refuse: yes, or no with a reason that web, command line, API and log all
show.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Allowed:
    """Yes."""

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Denied:
    """No. `code` is stable and names the reason; `facts` are what its text needs. A denial is falsy."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return False


Verdict = Allowed | Denied


class CheckVerdict(StrEnum):
    """May a forum do this? Yes; no, a denial says so; no, but it may bring it to those who can; no.

    Source: contract of the register, "Check".
    """

    WITHIN = "within"
    DENIED = "denied"
    NEEDS = "needs"
    ULTRA_VIRES = "ultra_vires"
