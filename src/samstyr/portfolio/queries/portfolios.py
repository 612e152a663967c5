"""A forum's portfolio on a day: an extract of the initiatives' own reports, with what the forum holds of them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Case, OuterRef, Subquery, Value, When

from samstyr.meetings.models import Meeting
from samstyr.platform.danish import DanishOrder
from samstyr.portfolio.models import Assessment, StatusReport
from samstyr.portfolio.models.report import LEAD
from samstyr.portfolio.queries.decided import assessments_seen_by
from samstyr.portfolio.queries.facts import report_record
from samstyr.portfolio.queries.holding import (
    NEWEST,
    first_report,
    has_faded,
    holding_report,
    published_by,
    reports_by_key,
)
from samstyr.registry.models import Initiative, MeetingDate, PortfolioEntry
from samstyr.rules.portfolio.reports import Change, changes
from samstyr.rules.rights import Viewer

IN_ORDER: Final = (
    Case(When(initiative__code="", then=Value(1)), default=Value(0)),  # numbered initiatives first
    "initiative__code",
    DanishOrder("initiative__name"),
    "initiative",
)


@dataclass(frozen=True, slots=True)
class PortfolioLine:
    """An initiative in a forum's portfolio. `report` is None where nobody has reported.

    `faded`: its report has ceased to be news; `assessment` is what the forum holds of that very report; `changes` what
    changed since the forum's last meeting.
    """

    initiative: Initiative
    entered_on: datetime.date | None
    report: StatusReport | None
    faded: bool
    assessment: Assessment | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A forum's portfolio on a day; `since` is the day of its last meeting before, None where none is known.

    `lines` are those that were asked for, of `number`.
    """

    forum: str
    on: datetime.date
    since: datetime.date | None
    number: int
    lines: tuple[PortfolioLine, ...]


def portfolio_of(
    forum: str,
    viewer: Viewer,
    on: datetime.date,
    *,
    since: datetime.date | None = None,
    first: int = 0,
    count: int | None = None,
) -> Portfolio:
    """Answer a forum's portfolio as it stood at the end of a day, numbered initiatives first: eight queries at most.

    `since`: the day changes are told from, else the forum's last meeting before the day. Of long portfolios `count`
    lines from `first` on.

    Where the rater whose report holds had given none by `since`, changes are told from the first one they gave after
    it: a light that was given and has changed since is news as well.
    """
    if since is None:
        since = next(iter(last_meetings(forum, on, 1)), None)
    entries = PortfolioEntry.objects.filter(forum=forum, valid__contains=on).order_by(*IN_ORDER)
    number = entries.count()
    # The keys first: of a long portfolio the database need not look up what stands beside the lines nobody asked for.
    keys = list(entries.values_list("pk", flat=True)[first : None if count is None else first + count])
    asked = PortfolioEntry.objects.filter(pk__in=keys).order_by(*IN_ORDER)
    asked = asked.select_related("initiative__lead", "initiative__instrument")
    asked = asked.annotate(now=holding_report(on, "initiative"))
    if since is not None:
        asked = asked.annotate(
            then=holding_report(since, "initiative"),
            rater=Subquery(StatusReport.objects.filter(pk=OuterRef("now")).values("rater")[:1]),
            first=first_report(since, on, "initiative", "rater"),
        )
    return Portfolio(forum, on, since, number, _lines(forum, viewer, on, list(asked)))


def own_report(initiative: str, on: datetime.date) -> StatusReport | None:
    """Answer the report of an initiative that holds on a day, the lead's before those of others: one query."""
    reports = published_by(on).filter(initiative=initiative)
    lead_first = Case(When(rater=LEAD, then=Value(0)), default=Value(1))
    return reports.order_by(lead_first, *NEWEST).first()


def last_meetings(forum: str, before: datetime.date, count: int) -> tuple[datetime.date, ...]:
    """Answer the days of a forum's last meetings before a day, of the record or the register: two queries.

    The latest first, `count` at most; none where none is known.
    """
    days: set[datetime.date] = set()
    for model in (Meeting, MeetingDate):
        held = model._default_manager.filter(forum=forum, date__lt=before)
        days |= set(held.order_by("-date").values_list("date", flat=True).distinct()[:count])
    return tuple(sorted(days, reverse=True)[:count])


def _lines(forum: str, viewer: Viewer, on: datetime.date, rows: list[Any]) -> tuple[PortfolioLine, ...]:
    keys = ((row.now, getattr(row, "then", None), getattr(row, "first", None)) for row in rows)
    reports = reports_by_key(key for each in keys for key in each)
    held = assessments_seen_by(viewer).filter(forum=forum, report__in=reports, on__lte=on)
    assessments = {each.report_id: each for each in held}
    return tuple(_line(row, reports.get(row.now), _before(row, reports), assessments, on) for row in rows)


def _before(row: Any, reports: Mapping[int, StatusReport]) -> StatusReport | None:
    """Answer the report that changes are told from: another rater's only where there is none of the same rater."""
    if not hasattr(row, "then"):
        return None
    then, first = reports.get(row.then or 0), reports.get(row.first or 0)
    is_same = then is not None and then.rater == row.rater
    return then if is_same or first is None or row.first == row.now else first


def _line(
    row: Any,
    report: StatusReport | None,
    before: StatusReport | None,
    assessments: Mapping[int, Assessment],
    on: datetime.date,
) -> PortfolioLine:
    return PortfolioLine(
        initiative=row.initiative,
        entered_on=row.valid.lower,
        report=report,
        faded=report is not None and has_faded(report, on),
        assessment=assessments.get(report.pk) if report is not None else None,
        changes=_changed(before, report) if hasattr(row, "then") else (),
    )


def _changed(before: StatusReport | None, report: StatusReport | None) -> tuple[Change, ...]:
    sides = [[report_record(each)] if each is not None else [] for each in (before, report)]
    return changes(*sides)
