"""What the page of a business case shows: the rows of its tables, and its drawing."""

import datetime
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samstyr.platform.danish import order
from samstyr.portfolio.queries.business_case import FollowedBenefit, WholeCase
from samstyr.print.portfolio.tornado import TornadoBar, TornadoFigure, tornado_svg
from samstyr.rules import business_case as rules
from samstyr.rules.benefits import next_follow_up
from samstyr.rules.register import Register
from samstyr.web.wording import FACTORS

SHARE: Final = Decimal("0.2")
MONEY: Final = tuple(rules.SIGN)


def case_context(whole: WholeCase, register: Register, on: datetime.date) -> dict[str, Any]:
    """Answer what the page shows of a version of a business case, as of a day."""
    flows, rates = whole.flows, whole.rates
    money = [flow for flow in flows if flow.kind in rules.SIGN]
    return {
        "case": whole.case,
        "total": rules.net_present_value(flows, rates),
        "now": rules.net_present_value(rules.with_realised(flows), rates)
        if any(flow.realised is not None for flow in money)
        else None,
        "pay_back": rules.pay_back_year(flows),
        "pay_back_discounted": rules.pay_back_year(flows, rates),
        "rates": [(step.from_year, exact_words(step.rate * 100)) for step in rates.steps],
        "is_state_rate": rates == rules.STATE_RATES,
        "parties": _parties(flows, rates, register),
        "money": flow_table(money, register, rates),
        "not_money": flow_table(
            [flow for flow in flows if flow.kind == rules.FlowKind.BENEFIT_NOT_MONEY], register
        ),
        "sensitivity": _sensitivity(flows, rates),
        "compared": _compared(flows, register, on),
    }


def flow_table(
    flows: Iterable[rules.CashFlow], register: Register, rates: rules.Rates | None = None
) -> dict[str, Any] | None:
    """Answer cash flows as a table: a column for each year, a row for each party, kind and name; None without any.

    With rates it ends with the net amount of each year, the discount factor and the present value.
    """
    rows: dict[tuple[str, rules.FlowKind, str], dict[int, Decimal]] = {}
    for flow in flows:
        rows.setdefault((flow.party, flow.kind, flow.label), {})[flow.year] = flow.amount
    if not rows:
        return None
    found = {year for amounts in rows.values() for year in amounts}
    years = list(range(min(found), max(found) + 1))
    kinds = [*rules.FlowKind]
    keys = sorted(rows, key=lambda key: (order(register.parties[key[0]].name), kinds.index(key[1]), key[2]))
    table: dict[str, Any] = {
        "years": years,
        "rows": [
            {
                "party": party,
                "kind": kind.value,
                "label": label,
                "amounts": [rows[party, kind, label].get(year) for year in years],
                "total": sum(rows[party, kind, label].values(), Decimal(0)),
            }
            for party, kind, label in keys
        ],
    }
    if rates is not None:
        net = list(rules.net_by_year(flows).values())
        factors = rules.discount_factors(rates, len(years) - 1)
        table["net"] = net
        table["net_total"] = sum(net, Decimal(0))
        table["factors"] = factors
        table["present"] = [amount * factor for amount, factor in zip(net, factors, strict=True)]
        table["present_total"] = rules.net_present_value(flows, rates)
    return table


def benefit_rows(
    benefits: Iterable[FollowedBenefit], on: datetime.date, followers: Iterable[int]
) -> list[dict[str, Any]]:
    """Answer benefits with what came of them, who follows and when next. `followers`: those they may follow up."""
    own, rows = set(followers), []
    for each in benefits:
        benefit, latest = each.benefit, next(iter(each.follow_ups), None)
        known = next((said for said in each.follow_ups if said.realised is not None), None)
        next_on = next_follow_up(benefit.expected_from, [said.on for said in each.follow_ups])
        rows.append(
            {
                "benefit": benefit,
                "latest": latest,
                "follow_ups": each.follow_ups,
                "realised": known.realised if known else None,
                "share": known.realised / benefit.planned * 100
                if known and known.realised is not None and benefit.planned
                else None,
                "next_on": next_on,
                "is_overdue": next_on is not None and next_on < on,
                "may_follow": benefit.pk in own,
            }
        )
    return rows


def amount_words(amount: Decimal) -> str:
    """Answer an amount in million DKK with two decimals, in the reader's language."""
    rounded = amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
    return str(number_format(rounded, use_l10n=True, force_grouping=True))


def exact_words(amount: Decimal | None) -> str:
    """Answer an amount with all the decimals it has and no more, in the reader's language; nothing for None."""
    if amount is None:
        return ""
    return str(number_format(f"{amount.normalize():f}", use_l10n=True, force_grouping=True))


def _parties(flows: Iterable[rules.CashFlow], rates: rules.Rates, register: Register) -> list[dict[str, Any]]:
    known = tuple(flows)
    present = rules.net_present_value_by_party(known, rates)
    rows = []
    for party in sorted(present, key=lambda key: order(register.parties[key].name)):
        sums = [
            sum((each.amount for each in known if (each.party, each.kind) == (party, kind)), Decimal(0))
            for kind in MONEY
        ]
        net = sum((rules.SIGN[kind] * amount for kind, amount in zip(MONEY, sums, strict=True)), Decimal(0))
        rows.append({"party": party, "sums": sums, "net": net, "present": present[party]})
    return rows


def _sensitivity(flows: tuple[rules.CashFlow, ...], rates: rules.Rates) -> dict[str, Any] | None:
    bars = [bar for bar in rules.tornado(flows, SHARE, rates) if bar.width]
    if not bars:
        return None
    even = {rules.Factor(kind.value): rules.break_even(flows, kind, rates) for kind in MONEY}
    return {
        "share": SHARE * 100,
        "figure": _figure(bars, rules.net_present_value(flows, rates)),
        "rows": [
            {
                "name": FACTORS[bar.factor],
                "lowered": bar.lowered,
                "raised": bar.raised,
                "width": bar.width,
                "is_rate": bar.factor == rules.Factor.DISCOUNT_RATE,
                "even": None if (factor := even.get(bar.factor)) is None else (factor - 1) * 100,
                "even_size": None if factor is None else abs(factor - 1) * 100,
            }
            for bar in bars
        ],
    }


def _figure(bars: Iterable[rules.Bar], middle: Decimal) -> SafeString:
    shown = tuple(
        TornadoBar(
            str(FACTORS[bar.factor]).capitalize(),
            bar.lowered,
            bar.raised,
            amount_words(bar.lowered),
            amount_words(bar.raised),
        )
        for bar in bars
    )
    share = f"{SHARE * 100:.0f} %"
    figure = TornadoFigure(
        _("What the net present value hangs on"),
        _("A bar for each factor, the widest first. The same numbers stand in the table below."),
        middle,
        _("as planned: %(amount)s") % {"amount": amount_words(middle)},
        _("%(share)s lower") % {"share": share},
        _("%(share)s higher") % {"share": share},
        shown,
    )
    return mark_safe(tornado_svg(figure))


def _compared(flows: Iterable[rules.CashFlow], register: Register, on: datetime.date) -> list[dict[str, Any]]:
    """Planned against realised by year: years that have come, or of which something is known already."""
    known = tuple(flows)
    years = sorted({each.year for each in known if each.year <= on.year or each.realised is not None})
    rows = []
    for year in years:
        of_year = rules.planned_against_realised(each for each in known if each.year == year)
        for each in sorted(of_year, key=lambda row: order(register.parties[row.party].name)):
            reported = any(
                flow.realised is not None
                for flow in known
                if (flow.year, flow.party, flow.kind) == (year, each.party, each.kind)
                and (flow.kind in rules.SIGN or flow.label == each.label)
            )
            rows.append({"year": year, "compared": each, "reported": reported})
    return rows
