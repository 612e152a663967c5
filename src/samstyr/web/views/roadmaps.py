"""The roadmap of a forum: its initiatives along the time, drawn and as a table."""

import datetime
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from samstyr.platform.errors import InputError
from samstyr.portfolio.models import InitiativeDependency, PortfolioDecision
from samstyr.portfolio.queries.milestones import MilestoneOn, is_reached
from samstyr.portfolio.queries.roadmap import RoadmapLine, RoadmapOn, roadmap_of
from samstyr.portfolio.queries.sittings import meetings_by_day, sittings_between
from samstyr.print.portfolio.roadmap import (
    Roadmap,
    RoadmapMark,
    RoadmapMilestone,
    RoadmapRow,
    roadmap_svg,
)
from samstyr.registry.queries import current_register
from samstyr.rules.portfolio.breaks import Sitting
from samstyr.rules.portfolio.lights import Light
from samstyr.rules.register import Forum
from samstyr.web import wording
from samstyr.web.as_of import day_seen
from samstyr.web.found import forum_of
from samstyr.web.paging import part_of
from samstyr.web.seen import viewer_of

MEETINGS_AROUND: Final = datetime.timedelta(days=366)  # where no period is chosen
Period = tuple[datetime.date | None, datetime.date | None]


def roadmap(request: HttpRequest, key: str) -> HttpResponse:
    """Show the roadmap of a forum on a day, in a period (`?fra=2017-01-01&til=2018-12-31`)."""
    register, on = current_register(), day_seen(request)
    forum = forum_of(register, key)
    period = _period(request)
    viewer = viewer_of(request)
    found, page = part_of(request, lambda first, count: roadmap_of(key, viewer, on, first=first, count=count))
    first, last = period[0] or on - MEETINGS_AROUND, period[1] or on + MEETINGS_AROUND
    sittings, meetings = sittings_between([key], first, last), meetings_by_day(key, first, last)
    context = {
        "register": register,
        "forum": forum,
        "on": on,
        "first": period[0],
        "last": period[1],
        "choices": _choices(on),
        "page": page,
        "rows": [_row(line, found, on, period) for line in found.lines],
        "sittings": [(each.date, meetings.get(each.date)) for each in sittings],
        "figure": _figure(forum, found, sittings, on, period),
    }
    return render(request, "portfolio/roadmap.html", context)


def _period(request: HttpRequest) -> Period:
    """Answer the days the address asks for, None where it names none. Raises InputError where they don't follow."""
    first, last = (
        day_seen(request, name) if request.GET.get(name, "").strip() else None for name in ("fra", "til")
    )
    if first is not None and last is not None and last < first:
        raise InputError(_("The period ends before it begins: choose a later day to show it to."))
    return first, last


def _choices(on: datetime.date) -> list[dict[str, Any]]:
    """The periods that are one press away."""
    this, after = datetime.date(on.year, 1, 1), datetime.date(on.year + 1, 12, 31)
    return [
        {"name": str(on.year), "first": this, "last": datetime.date(on.year, 12, 31)},
        {"name": f"{on.year}–{on.year + 1}", "first": this, "last": after},
        {"name": f"{on.year - 1}–{on.year + 1}", "first": datetime.date(on.year - 1, 1, 1), "last": after},
    ]


def _lies_in(day: datetime.date, period: Period) -> bool:
    first, last = period
    return (first is None or first <= day) and (last is None or day <= last)


def _row(line: RoadmapLine, found: RoadmapOn, on: datetime.date, period: Period) -> dict[str, Any]:
    """What the table says of an initiative in the period."""
    waits = [each for each in found.dependencies if each.after_id == line.line.initiative.pk]
    return {
        "line": line,
        "milestones": [
            {
                "found": each,
                "earlier": _others(each),
                "is_reached": is_reached(each.milestone, on),
                "waits": [
                    (dependency, dependency.pk in found.unmet)
                    for dependency in waits
                    if dependency.after_milestone_id == each.milestone.pk
                ],
            }
            for each in line.milestones
            if each.shown is not None and _lies_in(each.shown.current.date, period)
        ],
        "waits": [dependency for dependency in waits if dependency.after_milestone_id is None],
        "decisions": [each for each in line.decisions if _lies_in(each.on, period)],
    }


def _others(found: MilestoneOn) -> list[datetime.date]:
    """The dates before the one that holds that were another day, the last set first, each once."""
    if found.shown is None:
        return []
    current = found.shown.current
    known = [each for each in found.agreed if each.on <= current.on and each.date != current.date]
    return list(dict.fromkeys(each.date for each in sorted(known, key=lambda each: each.on, reverse=True)))


def _figure(
    forum: Forum, found: RoadmapOn, sittings: tuple[Sitting, ...], on: datetime.date, period: Period
) -> SafeString | None:
    """Answer the drawing, where there is anything to draw."""
    if not found.lines:
        return None
    drawn = Roadmap(
        title=_("Roadmap of {forum}").format(forum=forum.name),
        description=_(
            "Initiatives under each other along the time, with their milestones, every date that was agreed for them, "
            "what waits for what, decisions and meetings. Everything in the drawing stands in the table."
        ),
        today=on,
        today_name=date_format(on, "DATE_FORMAT"),
        rows=tuple(_drawn(line, on) for line in found.lines),
        meetings=tuple(
            RoadmapMark(each.date, _("meeting {day}").format(day=date_format(each.date, "DATE_FORMAT")))
            for each in sittings
        ),
        links=tuple(_link(each) for each in found.dependencies if each.before_milestone_id is not None),
        first=period[0],
        last=period[1],
        unmet=frozenset(_link(each) for each in found.dependencies if each.pk in found.unmet),
    )
    return mark_safe(roadmap_svg(drawn))  # the drawing escapes every text it is given


def _link(dependency: InitiativeDependency) -> tuple[str, str]:
    return str(dependency.before_milestone_id), str(dependency.after_milestone_id)


def _drawn(line: RoadmapLine, on: datetime.date) -> RoadmapRow:
    initiative, report = line.line.initiative, line.line.report
    light = Light(report.light) if report is not None else Light.NONE
    return RoadmapRow(
        name=initiative.title,
        light=light,
        light_name=wording.word(light.value, "light") if report is not None else _("no report"),
        since=line.since,
        until=line.until,
        milestones=tuple(
            RoadmapMilestone(
                key=str(each.milestone.pk),
                name=f"{each.milestone.name}, {_dates(each)}",
                date=each.shown.current.date,
                earlier=tuple(_others(each)),
                reached=is_reached(each.milestone, on),
            )
            for each in line.milestones
            if each.shown is not None
        ),
        decisions=tuple(RoadmapMark(each.on, _decided(each)) for each in line.decisions),
    )


def _dates(found: MilestoneOn) -> str:
    """The date that holds and in brackets the earlier ones."""
    if found.shown is None:
        return ""
    now = date_format(found.shown.current.date, "DATE_FORMAT")
    earlier = ", ".join(date_format(each, "DATE_FORMAT") for each in _others(found))
    return f"{now} ({earlier})" if earlier else now


def _decided(decision: PortfolioDecision) -> str:
    words = _("entered the portfolio") if decision.kind == "entry" else _("left the portfolio")
    return f"{date_format(decision.on, 'DATE_FORMAT')}: {words}"
