"""What a portfolio looks like from afar: what left it, and how lights went quarter by quarter."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from samstyr.platform.danish import DanishOrder
from samstyr.portfolio.models import StatusReport
from samstyr.portfolio.queries.holding import held_until, holding_report, reports_by_key
from samstyr.registry.models import Initiative, PortfolioEntry
from samstyr.rules.portfolio.lights import Light


@dataclass(frozen=True, slots=True)
class Left:
    """An initiative that left a portfolio, and the light it had on the day before; None where nobody had reported."""

    initiative: str
    title: str
    on: datetime.date
    light: Light | None


@dataclass(frozen=True, slots=True)
class Seen:
    """An initiative as it stood at the end of a day; `broken`: on another scale or by another rater than before."""

    on: datetime.date
    report: StatusReport | None
    broken: bool


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
            row.initiative.title,
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
    """Answer for each initiative the report that held on each day, as it was known then: two queries.

    Where scale or rater is another than on the day before, nothing is to be read from the one to the other.
    """
    wanted = Initiative.objects.filter(pk__in=list(initiatives)).order_by("pk")
    held = wanted.values_list("pk", *(holding_report(day, "pk") for day in days))
    keys = {row[0]: row[1:] for row in held}
    reports = reports_by_key(key for row in keys.values() for key in row)
    found: dict[str, tuple[Seen, ...]] = {}
    for initiative, row in keys.items():
        seen: list[Seen] = []
        before: StatusReport | None = None
        for day, key in zip(days, row, strict=True):
            report = reports.get(key)
            broken = (
                before is not None
                and report is not None
                and (before.scale, before.rater) != (report.scale, report.rater)
            )
            seen.append(Seen(day, report, broken))
            before = report or before
        found[initiative] = tuple(seen)
    return found
