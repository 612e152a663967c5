"""Lights: what a rule proposes by the numbers, and when a light that is chosen instead needs a reason.

Source: contract of measures, "Portfolio: report once"; the Danish IT council's thresholds (Digitaliseringsstyrelsen,
"Proces for statusrapportering").
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from samstyr.rules.recurrence import Steps
from samstyr.rules.verdict import Allowed, Denied, Verdict


class Light(StrEnum):
    """How it goes. `none`: no light was given, or nothing is known."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    NONE = "none"


class Dimension(StrEnum):
    """What a sub-light is about."""

    TIME = "time"
    ECONOMY = "economy"
    QUALITY = "quality"
    BENEFITS = "benefits"
    RISK = "risk"


class State(StrEnum):
    """Where an initiative is. That it ended is a state and never a light."""

    NOT_STARTED = "not-started"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"
    DISCONTINUED = "discontinued"


class LightCode(StrEnum):
    """Why a rule proposes a light; the facts of each stand behind it."""

    NOT_KNOWN = "not-known"  # missing: the names of the figures that are not given, in their order
    NOT_RULED = "not-ruled"  # (none): the rule has no say here, people judge
    WITHIN_BUDGET = "within-budget"  # baseline, expected, over, share
    OVER_BUDGET = "over-budget"  # the same: over, but within both limits
    OVER_SHARE = "over-share"  # the same, and share_limit
    OVER_AMOUNT = "over-amount"  # the same, and amount_limit
    OVER_BOTH = "over-both"  # the same, and both limits
    ON_TIME = "on-time"  # baseline, expected, days
    LATE = "late"  # the same, and months
    FAR_TOO_LATE = "far-too-late"  # the same, and months


SEVERITY: Final[Mapping[Light, int]] = {Light.GREEN: 0, Light.YELLOW: 1, Light.RED: 2}
"""The lights from mild to severe; `none` is no light and stands in no order."""

IT_RAADET: Final = "it-raadet"
VERSIONS: Final[Mapping[str, str]] = {IT_RAADET: "1"}
"""The rules that propose lights, each with the version it has now; a report keeps the one it was made with."""

SHARE_LIMIT: Final = Decimal("0.10")
AMOUNT_LIMIT: Final = Decimal(6)  # million DKK
YELLOW_MONTHS: Final = 1
RED_MONTHS: Final = 3


class UnknownRuleError(LookupError):
    """A light rule that nobody has: `rule` is the id that was asked for."""

    def __init__(self, rule: str) -> None:
        super().__init__(f"no light rule has the id {rule!r}; known: {', '.join(VERSIONS)}")
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Figures:
    """What a rule goes by: costs in million DKK, exact, and the last day of the initiative; None: not known.

    Raises ValueError for a cost that is not finite or below 0.
    """

    baseline_cost: Decimal | None = None
    expected_cost: Decimal | None = None
    baseline_end: date | None = None
    expected_end: date | None = None

    def __post_init__(self) -> None:
        for name in ("baseline_cost", "expected_cost"):
            cost = getattr(self, name)
            if cost is not None and not (cost.is_finite() and cost >= 0):
                raise ValueError(f"{name}: expected million DKK of 0 or more, got {cost}")


@dataclass(frozen=True, slots=True)
class Because:
    """Why a light is proposed: a stable code, and the facts its text needs (LightCode says which)."""

    code: LightCode
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A light that a rule proposes, and why."""

    light: Light
    because: Because

    @property
    def is_ruled(self) -> bool:
        """Whether the rule has a say here at all; where it has none, people judge and deviate from nothing."""
        return self.because.code != LightCode.NOT_RULED


def propose(rule: str, figures: Figures) -> dict[Dimension, Proposal]:
    """Answer the sub-light a rule proposes for every dimension, in the order of Dimension.

    What is not known gives `none` and says which figures are missing. Rule `it-raadet`: economy is red where the
    expected cost lies more than 10 % or more than 6 million DKK over baseline, yellow where it is over, else green;
    time is red more than 3 calendar months late, yellow from 1 month, else green. It says nothing on quality, benefits
    and risk. Raises UnknownRuleError. Source: contract of measures, "Portfolio: report once".
    """
    if rule not in VERSIONS:
        raise UnknownRuleError(rule)
    judged = Proposal(Light.NONE, Because(LightCode.NOT_RULED))
    known = {Dimension.TIME: _time(figures), Dimension.ECONOMY: _economy(figures)}
    return {dimension: known.get(dimension, judged) for dimension in Dimension}


def deviation(proposal: Proposal, chosen: Light, reason: str) -> Verdict:
    """Tell whether a light may be chosen where a rule proposed one: another light needs a reason that is not blank.

    A choice where figures were missing is a deviation from `none` too, so that leaving figures out is no way around;
    where the rule has no say (quality, benefits, risk) nothing is deviated from. Denied: `deviation-needs-reason` with
    proposed, chosen and code. Source: contract of measures, "Portfolio: report once".
    """
    if chosen == proposal.light or not proposal.is_ruled or reason.strip():
        return Allowed()
    return Denied(
        "deviation-needs-reason",
        {"proposed": proposal.light, "chosen": chosen, "code": proposal.because.code},
    )


def months_after(day: date, months: int) -> date | None:
    """Answer the day so many calendar months after a day (0 or more), cut to the month's end.

    A month after 31 January is the last day of February. None where it lies after the year 9999.
    """
    return Steps(day, 1, 0).number(months)


def _time(figures: Figures) -> Proposal:
    baseline, expected = figures.baseline_end, figures.expected_end
    if baseline is None or expected is None:
        return _not_known(figures, "baseline_end", "expected_end")
    facts = {"baseline": baseline, "expected": expected, "days": (expected - baseline).days}
    red_after = months_after(baseline, RED_MONTHS)
    yellow_from = months_after(baseline, YELLOW_MONTHS)
    if red_after is not None and expected > red_after:
        return Proposal(Light.RED, Because(LightCode.FAR_TOO_LATE, {**facts, "months": RED_MONTHS}))
    if yellow_from is not None and expected >= yellow_from:
        return Proposal(Light.YELLOW, Because(LightCode.LATE, {**facts, "months": YELLOW_MONTHS}))
    return Proposal(Light.GREEN, Because(LightCode.ON_TIME, facts))


def _economy(figures: Figures) -> Proposal:
    """Compare as fractions: a limit is met or passed exactly, however many digits a cost has."""
    baseline, expected = figures.baseline_cost, figures.expected_cost
    if baseline is None or expected is None:
        return _not_known(figures, "baseline_cost", "expected_cost")
    over = Fraction(expected) - Fraction(baseline)
    facts: dict[str, object] = {
        "baseline": baseline,
        "expected": expected,
        "over": expected - baseline,
        "share": (expected - baseline) / baseline if baseline else None,
    }
    if over <= 0:
        return Proposal(Light.GREEN, Because(LightCode.WITHIN_BUDGET, facts))
    passed = (over > Fraction(SHARE_LIMIT) * Fraction(baseline), over > Fraction(AMOUNT_LIMIT))
    match passed:
        case (True, True):
            limits = {"share_limit": SHARE_LIMIT, "amount_limit": AMOUNT_LIMIT}
            because = Because(LightCode.OVER_BOTH, {**facts, **limits})
        case (True, False):
            because = Because(LightCode.OVER_SHARE, {**facts, "share_limit": SHARE_LIMIT})
        case (False, True):
            because = Because(LightCode.OVER_AMOUNT, {**facts, "amount_limit": AMOUNT_LIMIT})
        case _:
            return Proposal(Light.YELLOW, Because(LightCode.OVER_BUDGET, facts))
    return Proposal(Light.RED, because)


def _not_known(figures: Figures, *names: str) -> Proposal:
    missing = tuple(name for name in names if getattr(figures, name) is None)
    return Proposal(Light.NONE, Because(LightCode.NOT_KNOWN, {"missing": missing}))
