"""The business case: net present value, pay-back, sensitivity, and what came of it.

Source: contract of measures, "Portfolio: report once"; the Danish Ministry of Finance's social discount rate
(documentation of 7 January 2021).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final


class FlowKind(StrEnum):
    """What a cash flow is. Amounts are given as sizes: the kind says whether money comes or goes."""

    INVESTMENT = "investment"
    RUNNING = "running"
    BENEFIT = "benefit"
    BENEFIT_NOT_MONEY = "benefit-not-money"


@dataclass(frozen=True, slots=True)
class CashFlow:
    """What a party pays or gains in a year: planned, and realised where that is known.

    `amount` in million DKK at one price level, as a size: 5 of an investment is 5 paid. A benefit not in money is in a
    unit of its own and never part of a sum of money.
    """

    year: int
    party: str
    kind: FlowKind
    amount: Decimal
    realised: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RateStep:
    """The rate (share a year) from a year on, counted from the first (the first year after it is 1)."""

    from_year: int
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Rates:
    """The discount rate by year since the first; the steps begin with year 1 and rise."""

    steps: tuple[RateStep, ...]

    @classmethod
    def flat(cls, rate: Decimal) -> "Rates":
        """One rate for all years."""
        return cls((RateStep(1, rate),))


STATE_RATES: Final = Rates(
    (RateStep(1, Decimal("0.035")), RateStep(36, Decimal("0.025")), RateStep(71, Decimal("0.015")))
)


class Factor(StrEnum):
    """What is varied, one at a time."""

    INVESTMENT = "investment"
    RUNNING = "running"
    BENEFIT = "benefit"
    DISCOUNT_RATE = "discount-rate"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the tornado: the net present value with a factor lowered and raised."""

    factor: Factor
    lowered: Decimal
    raised: Decimal


@dataclass(frozen=True, slots=True)
class Compared:
    """Planned against realised for a party and kind, of the flows whose realised amount is known."""

    party: str
    kind: FlowKind
    planned: Decimal
    realised: Decimal
    not_reported: Decimal


def discount_factors(rates: Rates, years: int) -> tuple[Decimal, ...]:
    """Answer the factor of each year, from the first (1) to so many years after it."""
    raise NotImplementedError


def net_by_year(flows: Iterable[CashFlow]) -> dict[int, Decimal]:
    """Answer the money of each year, from the first to the last without gaps: benefits less costs."""
    raise NotImplementedError


def net_present_value(
    flows: Iterable[CashFlow], rates: Rates = STATE_RATES, first_year: int | None = None
) -> Decimal:
    """Answer the net present value in million DKK."""
    raise NotImplementedError


def net_present_value_by_party(flows: Iterable[CashFlow], rates: Rates = STATE_RATES) -> dict[str, Decimal]:
    """Answer each party's net present value, discounted to the first year of all."""
    raise NotImplementedError


def pay_back_year(flows: Iterable[CashFlow], rates: Rates | None = None) -> int | None:
    """Answer the year from which the money is back for good; with rates it is discounted."""
    raise NotImplementedError


def tornado(flows: Iterable[CashFlow], share: Decimal, rates: Rates = STATE_RATES) -> tuple[Bar, ...]:
    """Answer the net present value with one factor at a time lowered and raised by a share, widest first."""
    raise NotImplementedError


def break_even(flows: Iterable[CashFlow], kind: FlowKind, rates: Rates = STATE_RATES) -> Decimal | None:
    """Answer by what all amounts of a kind must be multiplied for a net present value of 0."""
    raise NotImplementedError


def planned_against_realised(flows: Iterable[CashFlow]) -> tuple[Compared, ...]:
    """Answer what came of the plan, by party and kind."""
    raise NotImplementedError


def with_realised(flows: Iterable[CashFlow]) -> tuple[CashFlow, ...]:
    """Answer the flows as they look now: what was realised where it is known, else what is planned."""
    raise NotImplementedError
