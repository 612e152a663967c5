"""Portfolios: which fora have one, how each goes, and what a forum holds of a report."""

import datetime
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samstyr.platform import clock
from samstyr.platform.danish import order
from samstyr.platform.denials import require
from samstyr.portfolio.models import StatusReport
from samstyr.portfolio.queries.light_counts import LightCounts, light_counts
from samstyr.portfolio.queries.overview import (
    Seen,
    left_between,
    quarters_up_to,
    seen_through,
)
from samstyr.portfolio.queries.portfolios import last_meetings, portfolio_of
from samstyr.portfolio.services import assess_report
from samstyr.print.portfolio.board_report import board_report, file_name
from samstyr.registry.queries import current_register
from samstyr.rules.portfolio.lights import Dimension, Light
from samstyr.rules.portfolio.reports import Change, ChangeKind
from samstyr.rules.rights import Right, may
from samstyr.rules.verdict import Allowed
from samstyr.web.as_of import day_seen
from samstyr.web.files import SHEET_FORMS, sheet_file
from samstyr.web.forms.portfolio import AssessForm
from samstyr.web.found import forum_of
from samstyr.web.paging import part_of
from samstyr.web.portfolio_figures import cost_against_risk
from samstyr.web.seen import day_of, viewer_of

QUARTERS: Final = 7  # before the day itself
MEETINGS: Final = 3  # changes are told since any of them at one press
A_YEAR: Final = datetime.timedelta(days=365)


def portfolios(request: HttpRequest) -> HttpResponse:
    """List the fora that have a portfolio on a day, each with its lights."""
    on = day_seen(request)
    register = current_register()
    found = [(register.fora[key], counts) for key, counts in light_counts(on).items()]
    rows = [
        {
            "forum": forum,
            "counts": counts,
            "lights": [(light, counts.lights.get(light, 0)) for light in (*Light, None)],
        }
        for forum, counts in sorted(found, key=lambda each: order(each[0].name))
    ]
    context = {
        "on": on,
        "rows": rows,
        "lights": [*Light, None],
        "may_import": bool(may(viewer_of(request), Right.EDIT_REGISTER)),
    }
    return render(request, "portfolio/portfolios.html", context)


def portfolio(request: HttpRequest, key: str) -> HttpResponse:
    """Show a forum's portfolio on a day: each initiative's own report, what the forum holds of it, and what changed."""
    register, on, viewer = current_register(), day_seen(request), viewer_of(request)
    forum = forum_of(register, key)
    sittings = last_meetings(key, on, MEETINGS)
    asked = _since(request)
    since = asked or next(iter(sittings), None)
    found, page = part_of(
        request, lambda first, count: portfolio_of(key, viewer, on, since=since, first=first, count=count)
    )
    days = quarters_up_to(on, QUARTERS)
    seen_by_dimension = _dimension(request.GET.get("lys"))
    history = seen_through([line.initiative.pk for line in found.lines], days)
    counts = _counts(key, on)
    # A dimension that no report says anything of takes no room.
    seen_dimensions = [
        each
        for each in Dimension
        if any(line.report and getattr(line.report, each.value) != Light.NONE for line in found.lines)
    ]
    may_assess = isinstance(may(viewer, Right.ASSESS_REPORT, forum=key), Allowed)
    context = {
        "register": register,
        "forum": forum,
        "on": on,
        "since": found.since,
        "may_keep": bool(may(viewer, Right.KEEP_PORTFOLIO, forum=key)),
        "since_asked": asked is not None and asked not in sittings,
        "sittings": sittings,
        "page": page,
        "number": found.number,
        "summary": [(light, count) for light in (*Light, None) if (count := counts.lights.get(light))],
        "faded": counts.faded,
        "left": left_between(key, on - A_YEAR, on),
        "dimensions": list(Dimension),
        "seen_dimensions": seen_dimensions,
        "seen_by_dimension": seen_by_dimension,
        "days": days,
        "figure": cost_against_risk(found.lines),
        "rows": [
            {
                "line": line,
                "sub": [(each, getattr(line.report, each.value)) for each in seen_dimensions]
                if line.report
                else [],
                "changes": [_told(each) for each in line.changes],
                "seen": [
                    {
                        "report": each.report,
                        "broken": each.broken,
                        "faded": _has_faded(each),
                        "light": _light(each.report, seen_by_dimension),
                    }
                    for each in history[line.initiative.pk]
                ],
                "may_assess": may_assess and line.report is not None,
            }
            for line in found.lines
        ],
    }
    return render(request, "portfolio/portfolio.html", context)


def report_file(request: HttpRequest, key: str, form: str) -> HttpResponse:
    """Hand out the whole portfolio on a day as the board's report: DOCX or PDF."""
    forum, on = forum_of(current_register(), key), day_seen(request)
    if form not in SHEET_FORMS:
        raise Http404
    sheet = board_report(
        forum.name,
        portfolio_of(key, viewer_of(request), on, since=_since(request)),
        _counts(key, on),
        left_between(key, on - A_YEAR, on),
    )
    return sheet_file(sheet, file_name(key, on), form)


def assess(request: HttpRequest, key: str, report: int) -> HttpResponse:
    """Note what a forum holds of a report, beside the report's own light."""
    viewer, register = viewer_of(request), current_register()
    found = StatusReport.objects.select_related("initiative").filter(pk=report).first()
    if found is None or key not in register.fora:
        raise Http404
    require(viewer, Right.ASSESS_REPORT, forum=key)
    form = AssessForm(request.POST if request.method == "POST" else None, initial={"light": found.light})
    if form.is_valid():
        assess_report(
            report=found,
            forum=key,
            light=Light(form.cleaned_data["light"]),
            reason=form.cleaned_data["reason"],
            actor=viewer,
            on=day_of(request),
            now=clock.now(),
        )
        messages.success(request, _("The forum's light stands beside the report's own now."))
        return redirect("portfolio", key)
    context = {"register": register, "forum": register.fora[key], "report": found, "form": form}
    return render(request, "portfolio/assess.html", context)


def _counts(forum: str, on: datetime.date) -> LightCounts:
    return light_counts(on, forum).get(forum, LightCounts({}, 0))


def _has_faded(seen: Seen) -> bool:
    until = seen.report.valid_until if seen.report is not None else None
    return until is not None and until < seen.on


def _since(request: HttpRequest) -> datetime.date | None:
    """The day the address asks to tell changes from, if any."""
    return day_seen(request, "since") if request.GET.get("since", "").strip() else None


def _dimension(text: str | None) -> Dimension | None:
    """The sub-light the address asks for; None for the overall light."""
    return Dimension(text) if text in set(Dimension) else None


def _light(report: StatusReport | None, dimension: Dimension | None) -> Light:
    """The light of a report, overall or in a dimension; none where nobody had reported."""
    if report is None:
        return Light.NONE
    return Light(report.light if dimension is None else getattr(report, dimension.value))


def _told(change: Change) -> dict[str, Any]:
    """What the page needs to say a change in words."""
    return {
        "kind": change.kind.value,
        "is_light": change.kind in {ChangeKind.LIGHT, ChangeKind.SUB},
        "dimension": change.dimension,
        "was": change.was,
        "now": change.now,
        "reason": change.reason,
    }
