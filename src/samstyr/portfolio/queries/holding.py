"""Which report holds on a day, found by the database: as rules/portfolio/reports.py says (`standing`), for many at a
time. tests/integration/portfolio/test_holding.py compares the two.

The lead's own report goes before those of other raters. Each initiative costs a look into an index.
"""

import datetime
from collections.abc import Iterable

from django.db.models import DateTimeField, Exists, F, Func, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from samstyr.platform.clock import COPENHAGEN
from samstyr.portfolio.models import StatusReport
from samstyr.portfolio.models.report import LEAD

NEWEST = ("-as_of", "-published_at", "rater", "-id")


def end_of(on: datetime.date) -> datetime.datetime:
    """Answer the moment a Danish day ends."""
    return datetime.datetime.combine(on + datetime.timedelta(days=1), datetime.time(), COPENHAGEN)


def published_by(on: datetime.date) -> QuerySet[StatusReport]:
    """Answer the reports that count at the end of a Danish day: published, and not superseded by another that is."""
    end = end_of(on)
    later = StatusReport.objects.filter(supersedes=OuterRef("pk"), published_at__lt=end)
    return StatusReport.objects.filter(~Exists(later), published_at__lt=end)


def holding_report(on: datetime.date, initiative: str) -> Coalesce:
    """Answer the key of the report that holds on a day, for a query in which the column `initiative` names whose."""
    return _holding(published_by(on), initiative)


def held_until(day: str, initiative: str) -> Coalesce:
    """Answer the key of the report that held to the end of the day before another, for a query in which the columns
    `initiative` and `day` name whose and the other day.
    """
    begins = Func(
        OuterRef(day),
        template=f"(%(expressions)s::timestamp AT TIME ZONE '{COPENHAGEN.key}')",
        output_field=DateTimeField(),
    )
    later = StatusReport.objects.filter(supersedes=OuterRef("pk"), published_at__lt=OuterRef("begins"))
    known = StatusReport.objects.annotate(begins=begins).filter(published_at__lt=F("begins"))
    return _holding(known.filter(~Exists(later)), initiative)


def _holding(published: QuerySet[StatusReport], initiative: str) -> Coalesce:
    reports = published.filter(initiative=OuterRef(initiative)).order_by(*NEWEST)
    return Coalesce(Subquery(reports.filter(rater=LEAD).values("pk")[:1]), Subquery(reports.values("pk")[:1]))


def first_report(since: datetime.date, on: datetime.date, initiative: str, rater: str) -> Subquery:
    """Answer the key of the first report of a rater that came after a day up to another, for a query in which the
    columns `initiative` and `rater` name whose.
    """
    reports = published_by(on).filter(initiative=OuterRef(initiative), rater=OuterRef(rater), as_of__gt=since)
    return Subquery(reports.order_by(*(each.removeprefix("-") for each in NEWEST)).values("pk")[:1])


def has_faded(report: StatusReport, on: datetime.date) -> bool:
    """Tell whether a report has ceased to be news on a day."""
    return report.valid_until is not None and report.valid_until < on


def reports_by_key(keys: Iterable[int | None]) -> dict[int, StatusReport]:
    """Answer reports by their keys: one query."""
    return StatusReport.objects.in_bulk({key for key in keys if key is not None})
