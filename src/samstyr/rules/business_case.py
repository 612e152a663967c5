"""The business case: net present value, pay-back, sensitivity, and what came of it.

Everything is counted in exact fractions and handed out as decimals of 28 digits; rounding for people is done where it
is shown. Source: contract of measures, "Portfolio: report once"; the Danish Ministry of Finance's social discount rate
(documentation of 7 January 2021).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate
from typing import Final

DIGITS: Final = Context(prec=28)


class FlowKind(StrEnum):
    """What a cash flow is. Amounts are given as sizes: the kind says whether money comes or goes."""

    INVESTMENT = "investment"
    RUNNING = "running"
    BENEFIT = "benefit"
    BENEFIT_NOT_MONEY = "benefit-not-money"


SIGN: Final = {FlowKind.INVESTMENT: -1, FlowKind.RUNNING: -1, FlowKind.BENEFIT: 1}
"""The kinds that are money, and whether it goes or comes."""


@dataclass(frozen=True, slots=True)
class CashFlow:
    """What a party pays or gains in a year: planned, and realised where that is known.

    `amount` in million DKK at one price level, as a size: 5 of an investment is 5 paid (a refund is below 0). A benefit
    not in money has a unit of its own and is never part of a sum of money; `label` tells such benefits apart. Raises
    ValueError for an amount that is not finite.
    """

    year: int
    party: str
    kind: FlowKind
    amount: Decimal
    realised: Decimal | None = None
    label: str = ""

    def __post_init__(self) -> None:
        for name, amount in (("amount", self.amount), ("realised", self.realised)):
            if amount is not None and not amount.is_finite():
                raise ValueError(f"{name} of {self.party} in {self.year}: expected a number, got {amount}")


@dataclass(frozen=True, slots=True)
class RateStep:
    """The rate (share a year, above -1) from a year on, counted from the first (the year after the first is 1)."""

    from_year: int
    rate: Decimal


@dataclass(frozen=True, slots=True)
class Rates:
    """The discount rate by year since the first. Raises ValueError unless the steps begin with year 1 and rise."""

    steps: tuple[RateStep, ...]

    def __post_init__(self) -> None:
        years = [step.from_year for step in self.steps]
        if years[:1] != [1] or years != sorted(set(years)):
            raise ValueError(f"expected steps that begin with year 1 and rise, got {years}")
        for step in self.steps:
            if not (step.rate.is_finite() and step.rate > -1):
                raise ValueError(
                    f"rate from year {step.from_year}: expected a share above -1, got {step.rate}"
                )

    @classmethod
    def flat(cls, rate: Decimal) -> "Rates":
        """One rate for all years."""
        return cls((RateStep(1, rate),))


STATE_RATES: Final = Rates(
    (RateStep(1, Decimal("0.035")), RateStep(36, Decimal("0.025")), RateStep(71, Decimal("0.015")))
)
"""3.5 % in years 1 to 35, 2.5 % in years 36 to 70, 1.5 % after, real. Source: the Danish Ministry of Finance."""


class Factor(StrEnum):
    """What is varied, one at a time."""

    INVESTMENT = "investment"
    RUNNING = "running"
    BENEFIT = "benefit"
    DISCOUNT_RATE = "discount-rate"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the tornado: the net present value in million DKK with a factor lowered and raised."""

    factor: Factor
    lowered: Decimal
    raised: Decimal

    @property
    def width(self) -> Decimal:
        """How much the net present value swings."""
        return abs(self.raised - self.lowered)


@dataclass(frozen=True, slots=True)
class Compared:
    """Planned and realised of a party's flows whose realised amount is known; `not_reported`: planned of the others."""

    party: str
    kind: FlowKind
    label: str
    planned: Decimal
    realised: Decimal
    not_reported: Decimal

    @property
    def difference(self) -> Decimal:
        """Realised less planned."""
        return self.realised - self.planned

    @property
    def share(self) -> Decimal | None:
        """Realised as a share of planned (1: as planned); None where nothing was planned."""
        return self.realised / self.planned if self.planned else None


def discount_factors(rates: Rates, years: int) -> tuple[Decimal, ...]:
    """Answer what 1 is worth in the first year when it comes then, a year later, and so on to so many years later.

    The first year is not discounted (1). Each year's rate is laid on top of those before it.
    """
    return tuple(_decimal(factor) for factor in _factors(rates, years))


def net_by_year(flows: Iterable[CashFlow]) -> dict[int, Decimal]:
    """Answer the money of each year, from the first to the last without gaps: benefits less costs, million DKK."""
    return {year: _decimal(amount) for year, amount in _net(flows).items()}


def net_present_value(
    flows: Iterable[CashFlow], rates: Rates = STATE_RATES, first_year: int | None = None
) -> Decimal:
    """Answer the net present value in million DKK of the first year, which is not discounted.

    `first_year`: the year to discount to, by default the first with money. Benefits not in money count for nothing;
    without flows it is 0. Raises ValueError for money before the first year. Source: contract of measures.
    """
    return _decimal(_present(flows, rates, first_year))


def net_present_value_by_party(flows: Iterable[CashFlow], rates: Rates = STATE_RATES) -> dict[str, Decimal]:
    """Answer each party's net present value in million DKK, by party, all discounted to the first year of the whole.

    Together they are the net present value of the whole. A party with benefits not in money alone has 0.
    """
    known = tuple(flows)
    first_year = min(_net(known), default=None)
    parties = sorted({flow.party for flow in known})
    return {
        party: net_present_value((flow for flow in known if flow.party == party), rates, first_year)
        for party in parties
    }


def pay_back_year(flows: Iterable[CashFlow], rates: Rates | None = None) -> int | None:
    """Answer the year at whose end the money is back, and from which it stays so; None: it never is.

    With rates the money is discounted, else not. Where money that came back is spent again, the later year counts. A
    case without any cost is paid back in its first year; one without money never is.
    """
    net = _net(flows)
    factors = _factors(rates, len(net)) if rates is not None else [Fraction(1)] * len(net)
    running = accumulate(amount * factor for amount, factor in zip(net.values(), factors, strict=False))
    found = None
    for year, total in reversed([*zip(net, running, strict=True)]):
        if total < 0:
            break
        found = year
    return found


def tornado(flows: Iterable[CashFlow], share: Decimal, rates: Rates = STATE_RATES) -> tuple[Bar, ...]:
    """Answer the net present value with one factor at a time lowered and raised by a share (0.2: 20 %), widest first.

    All amounts of a kind, or all rates, are varied together; of equal width they keep the order of Factor. Raises
    ValueError for a share that is not above 0 and at most 1.
    """
    if not 0 < share <= 1:
        raise ValueError(f"share: expected above 0 and at most 1, got {share}")
    known, varied, bars = tuple(flows), (1 - share, 1 + share), []
    for factor in Factor:
        if factor == Factor.DISCOUNT_RATE:
            steps = [[replace(step, rate=step.rate * by) for step in rates.steps] for by in varied]
            ends = [_present(known, Rates(tuple(each)), None) for each in steps]
        else:
            own, rest = _parted(known, FlowKind(factor.value), rates)
            ends = [rest + own * Fraction(by) for by in varied]
        bars.append(Bar(factor, *map(_decimal, ends)))
    return tuple(sorted(bars, key=lambda bar: -bar.width))


def break_even(flows: Iterable[CashFlow], kind: FlowKind, rates: Rates = STATE_RATES) -> Decimal | None:
    """Answer by what all amounts of a kind must be multiplied for a net present value of 0 (0.8: a fifth may be lost).

    None where no multiple of 0 or more gives that: the kind has no present value (a benefit not in money never has),
    or the rest has the same sign.
    """
    own, rest = _parted(tuple(flows), kind, rates)
    if own == 0 or -rest / own < 0:
        return None
    return _decimal(-rest / own)


def planned_against_realised(flows: Iterable[CashFlow], until: int | None = None) -> tuple[Compared, ...]:
    """Answer what came of the plan, by party, kind and label, of the flows up to and with a year (None: all).

    Only flows whose realised amount is known are compared; the rest is said to be not reported, never counted as 0.
    Money is summed over its labels, benefits not in money never. Source: contract of measures.
    """
    groups: dict[tuple[str, FlowKind, str], list[CashFlow]] = {}
    for flow in flows:
        if until is None or flow.year <= until:
            label = "" if flow.kind in SIGN else flow.label
            groups.setdefault((flow.party, flow.kind, label), []).append(flow)
    kinds = [*FlowKind]
    ordered = sorted(groups, key=lambda key: (key[0], kinds.index(key[1]), key[2]))
    return tuple(_comparison(*key, groups[key]) for key in ordered)


def with_realised(flows: Iterable[CashFlow]) -> tuple[CashFlow, ...]:
    """Answer the flows as they look now: what was realised where it is known, else what is planned."""
    return tuple(
        replace(flow, amount=flow.amount if flow.realised is None else flow.realised) for flow in flows
    )


def _comparison(party: str, kind: FlowKind, label: str, flows: Sequence[CashFlow]) -> Compared:
    known = [(flow.amount, flow.realised) for flow in flows if flow.realised is not None]
    return Compared(
        party,
        kind,
        label,
        planned=sum((planned for planned, _ in known), Decimal(0)),
        realised=sum((realised for _, realised in known), Decimal(0)),
        not_reported=sum((flow.amount for flow in flows if flow.realised is None), Decimal(0)),
    )


def _parted(flows: Sequence[CashFlow], kind: FlowKind, rates: Rates) -> tuple[Fraction, Fraction]:
    """The present value of what is of a kind, and of all else."""
    first_year = min(_net(flows), default=None)
    own = _present((flow for flow in flows if flow.kind == kind), rates, first_year)
    return own, _present(flows, rates, first_year) - own


def _net(flows: Iterable[CashFlow]) -> dict[int, Fraction]:
    """The money of each year, from the first to the last without gaps."""
    found: dict[int, Fraction] = {}
    for flow in flows:
        if flow.kind in SIGN:
            found[flow.year] = found.get(flow.year, Fraction(0)) + SIGN[flow.kind] * Fraction(flow.amount)
    if not found:
        return {}
    return {year: found.get(year, Fraction(0)) for year in range(min(found), max(found) + 1)}


def _present(flows: Iterable[CashFlow], rates: Rates, first_year: int | None) -> Fraction:
    net = _net(flows)
    if not net:
        return Fraction(0)
    start = min(net) if first_year is None else first_year
    if min(net) < start:
        raise ValueError(f"money in {min(net)}, before the first year {start}")
    factors = _factors(rates, max(net) - start)
    return sum((amount * factors[year - start] for year, amount in net.items()), Fraction(0))


def _factors(rates: Rates, years: int) -> list[Fraction]:
    """The factor of the first year (1) and of so many years after it."""
    by_year = {step.from_year: Fraction(step.rate) for step in rates.steps}
    factors, rate = [Fraction(1)], Fraction(0)
    for year in range(1, years + 1):
        rate = by_year.get(year, rate)
        factors.append(factors[-1] / (1 + rate))
    return factors


def _decimal(number: Fraction) -> Decimal:
    """A fraction as a decimal, rounded once."""
    return DIGITS.divide(Decimal(number.numerator), Decimal(number.denominator))
