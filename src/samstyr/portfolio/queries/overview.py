"""What a portfolio looks like from afar: its lights, what left it, and how lights went quarter by quarter."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, Subquery

from samstyr.platform.danish import DanishOrder
from samstyr.portfolio.models import StatusReport
from samstyr.portfolio.models.report import LEAD
from samstyr.portfolio.queries.facts import report_records
from samstyr.portfolio.queries.holding import held_until, holding_report
from samstyr.registry.models import PortfolioEntry
from samstyr.rules.portfolio.lights import Light
from samstyr.rules.portfolio.reports import Report, standing


@dataclass(frozen=True, slots=True)
class PortfolioInBrief:
    """A forum with a portfolio: how many initiatives have each light (`None`: never reported), and how many faded."""

    forum: str
    name: str
    lights: Mapping[Light | None, int]
    faded: int

    @property
    def number(self) -> int:
        """How many initiatives it holds."""
        return sum(self.lights.values())


@dataclass(frozen=True, slots=True)
class Left:
    """An initiative that left a portfolio, and the light it had on the day before; None where nobody had reported."""

    initiative: str
    name: str
    code: str
    on: datetime.date
    light: Light | None


@dataclass(frozen=True, slots=True)
class Seen:
    """An initiative as it stood at the end of a day; `broken`: on another scale or by another rater than before."""

    on: datetime.date
    report: Report | None
    broken: bool


def portfolios_in_brief(on: datetime.date) -> tuple[PortfolioInBrief, ...]:
    """Answer every forum with a portfolio on a day, by name: one query."""
    holding = StatusReport.objects.filter(pk=OuterRef("now"))
    rows = (
        PortfolioEntry.objects.filter(valid__contains=on)
        .annotate(now=holding_report(on, "initiative"), name=F("forum__name"))
        .annotate(
            light=Subquery(holding.values("light")[:1]), until=Subquery(holding.values("valid_until")[:1])
        )
        .values("forum", "name", "light")
        .annotate(number=Count("pk"), faded=Count("pk", filter=Q(until__lt=on)))
        .order_by(DanishOrder("name"), "forum", "light")
    )
    lights: dict[tuple[str, str], dict[Light | None, int]] = {}
    faded: dict[str, int] = {}
    for row in rows:
        light = Light(row["light"]) if row["light"] else None
        lights.setdefault((row["forum"], row["name"]), {})[light] = row["number"]
        faded[row["forum"]] = faded.get(row["forum"], 0) + row["faded"]
    return tuple(
        PortfolioInBrief(forum, name, counts, faded[forum]) for (forum, name), counts in lights.items()
    )


def left_between(forum: str, first: datetime.date, last: datetime.date) -> tuple[Left, ...]:
    """Answer what left a forum's portfolio after a day up to another, the latest first: one query.

    Beside an average of lights, because an initiative that goes well leaves and takes its green with it.
    """
    holding = StatusReport.objects.filter(pk=OuterRef("held"))
    rows = (
        PortfolioEntry.objects.filter(forum=forum, valid__endswith__gt=first, valid__endswith__lte=last)
        .annotate(held=held_until("valid__endswith", "initiative"))
        .annotate(light=Subquery(holding.values("light")[:1]))
        .select_related("initiative")
        .order_by("-valid__endswith", DanishOrder("initiative__name"))
    )
    return tuple(
        Left(
            row.initiative_id,
            row.initiative.name,
            row.initiative.code,
            row.valid.upper,
            Light(row.light) if row.light else None,
        )
        for row in rows
    )


def quarters_up_to(on: datetime.date, number: int) -> tuple[datetime.date, ...]:
    """Answer the last days of so many quarters before a day, and the day itself."""
    days = [on]
    first = datetime.date(on.year, (on.month - 1) // 3 * 3 + 1, 1)
    for _ in range(number):
        days.append(first - datetime.timedelta(days=1))
        first = datetime.date(days[-1].year, days[-1].month - 2, 1)
    return tuple(reversed(days))


def seen_through(initiatives: Iterable[str], days: tuple[datetime.date, ...]) -> dict[str, tuple[Seen, ...]]:
    """Answer for each initiative the report that held on each day, as it was known then: one query.

    Where scale or rater is another than on the day before, nothing is to be read from the one to the other.
    """
    wanted = list(initiatives)
    records = report_records(StatusReport.objects.filter(initiative__in=wanted))
    by_initiative: dict[str, list[Report]] = {key: [] for key in wanted}
    for record in records:
        by_initiative[record.initiative].append(record)
    found: dict[str, tuple[Seen, ...]] = {}
    for key, reports in by_initiative.items():
        seen: list[Seen] = []
        before: Report | None = None
        for day in days:
            held = standing(reports, day, before_others=LEAD).get(key)
            report = held.report if held is not None else None
            broken = (
                before is not None
                and report is not None
                and (before.scale, before.rater) != (report.scale, report.rater)
            )
            seen.append(Seen(day, report, broken))
            before = report or before
        found[key] = tuple(seen)
    return found
