"""The milestones of an initiative: every date that was agreed, how far they slipped, and what waits for what."""

import datetime
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Resolution
from samstyr.platform import clock
from samstyr.platform.denials import DeniedError, require, told
from samstyr.portfolio.models import Milestone, MilestoneDate
from samstyr.portfolio.queries.milestones import (
    MilestoneOn,
    dependencies_of,
    is_reached,
    milestones_of,
    places_to_wait_for,
    resolutions_behind,
    resolutions_to_name,
)
from samstyr.portfolio.services import add_dependency, add_milestone, reach_milestone, set_milestone_date
from samstyr.portfolio.services.reporting import lead_party
from samstyr.print.portfolio.slip import SlipChart, SlipLine, SlipPoint, slip_svg
from samstyr.registry.models import Initiative
from samstyr.rules.portfolio.milestones import Slip
from samstyr.rules.rights import Right, Viewer, may
from samstyr.rules.verdict import Allowed
from samstyr.web import wording
from samstyr.web.as_of import day_seen
from samstyr.web.forms.milestones import DateForm, DependencyForm, MilestoneForm, ReachedForm
from samstyr.web.seen import day_of, viewer_of

MOST_RESOLUTIONS: Final = 60
MOST_TO_WAIT_FOR: Final = 40  # initiatives
LONGEST_QUOTE: Final = 90
SIGNS: Final = {True: "m", False: "i"}  # what begins the key of a milestone, or of an initiative, in a choice


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date of a milestone: whether it is the one that holds, and the slip from it to that one."""

    row: MilestoneDate
    holds: bool
    slip: Slip | None
    resolution: Resolution | None


def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the milestones of an initiative on a day, and the forms to those who may write for its lead."""
    return _page(request, _found(key), {})


@require_POST
def add(request: HttpRequest, key: str) -> HttpResponse:
    """Add a milestone with its baseline."""
    initiative, viewer = _for_writing(request, key)
    form = _milestone_form(request, initiative, request.POST)
    if not form.is_valid():
        return _page(request, initiative, {"new": form})
    part = next(
        (each for each in initiative.parts.all() if str(each.pk) == form.cleaned_data.get("part")), None
    )
    made = add_milestone(
        initiative=initiative,
        name=form.cleaned_data["name"],
        baseline=form.baseline(),
        part=part,
        actor=viewer,
        now=clock.now(),
    )
    messages.success(request, _("The milestone “{name}” is added.").format(name=made.name))
    return redirect("initiative-milestones", key)


@require_POST
def set_date(request: HttpRequest, key: str, milestone: int) -> HttpResponse:
    """Give a milestone another date; those before stay."""
    initiative, viewer = _for_writing(request, key)
    row = _milestone(initiative, milestone)
    resolutions = _resolutions(initiative, viewer, day_of(request))
    form = _date_form(row, resolutions, day_of(request), request.POST)
    if form.is_valid():
        chosen = form.cleaned_data.get("resolution")
        try:
            made = set_milestone_date(
                milestone=row,
                date=form.agreed(),
                resolution=next((each for each in resolutions if str(each.pk) == chosen), None),
                reason=form.cleaned_data["reason"],
                actor=viewer,
                now=clock.now(),
            )
        except DeniedError as refused:
            form.add_error(None, told(refused.denied))
        else:
            said = _("“{name}” has the date {day} now; those before stay.")
            messages.success(request, said.format(name=row.name, day=date_format(made.date, "DATE_FORMAT")))
            return redirect("initiative-milestones", key)
    return _page(request, initiative, {f"date-{row.pk}": form})


@require_POST
def reached(request: HttpRequest, key: str, milestone: int) -> HttpResponse:
    """Note the day a milestone was reached."""
    initiative, viewer = _for_writing(request, key)
    row = _milestone(initiative, milestone)
    form = _reached_form(row, day_of(request), request.POST)
    if not form.is_valid():
        return _page(request, initiative, {f"reached-{row.pk}": form})
    reach_milestone(milestone=row, on=form.cleaned_data["reached_on"], actor=viewer)
    messages.success(request, _("“{name}” is noted as reached.").format(name=row.name))
    return redirect("initiative-milestones", key)


@require_POST
def depend(request: HttpRequest, key: str) -> HttpResponse:
    """Note what something of the initiative waits for; what would go round in a circle is refused with its names."""
    initiative, viewer = _for_writing(request, key)
    form = _dependency_form(request, initiative, request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            add_dependency(
                before=_place(given["before"]),
                after=_place(given["after"]),
                lag=given["lag"],
                reason=given["reason"],
                actor=viewer,
            )
        except DeniedError as refused:
            form.add_error(None, told(refused.denied))
        else:
            messages.success(request, _("The dependency is noted."))
            return redirect("initiative-milestones", key)
    return _page(request, initiative, {"dependency": form})


def _found(key: str) -> Initiative:
    row = Initiative.objects.select_related("lead__party").filter(pk=key).first()
    if row is None:
        raise Http404
    return row


def _for_writing(request: HttpRequest, key: str) -> tuple[Initiative, Viewer]:
    """Answer the initiative and its writer. Raises Http404 without a lead, and DeniedError for who may not write."""
    initiative, viewer = _found(key), viewer_of(request)
    if initiative.lead is None:
        raise Http404
    require(viewer, Right.WRITE_REPORT, party=lead_party(initiative))
    return initiative, viewer


def _milestone(initiative: Initiative, key: int) -> Milestone:
    row = Milestone.objects.select_related("initiative__lead").filter(initiative=initiative, pk=key).first()
    if row is None:
        raise Http404
    return row


def _place(choice: str) -> Milestone | Initiative:
    """Answer what a choice of the form stands for; the form let nothing else through."""
    if choice.startswith(SIGNS[True]):
        return Milestone.objects.select_related("initiative__lead").get(pk=choice[1:])
    return Initiative.objects.select_related("lead").get(pk=choice[1:])


def _page(request: HttpRequest, initiative: Initiative, bound: dict[str, Form]) -> HttpResponse:
    """Show the page; `bound` holds the form that was filled in and did not do."""
    viewer, on = viewer_of(request), day_seen(request)
    found = milestones_of([initiative.pk], on)
    may_write = initiative.lead is not None and isinstance(
        may(viewer, Right.WRITE_REPORT, party=lead_party(initiative)), Allowed
    )
    known = [each for each in found if each.shown is not None]
    behind = resolutions_behind(known, viewer)
    # The dates that a decision may have set are the same for all milestones: they are asked once.
    resolutions = _resolutions(initiative, viewer, day_of(request)) if may_write else []
    rows: list[dict[str, Any]] = [
        {
            "number": number,
            "milestone": each.milestone,
            "is_reached": is_reached(each.milestone, on),
            "now": dates[0],
            "earlier": dates[1:],
            "overdue": not is_reached(each.milestone, on) and dates[0].row.date < on,
        }
        for number, each in enumerate(known, start=1)
        if (dates := _dates(each, on, behind))
    ]
    dependencies = dependencies_of(initiative.pk)
    context: dict[str, Any] = {
        "initiative": initiative,
        "on": on,
        "rows": rows,
        "figure": _figure(initiative, known, on),
        "before": [each for each in dependencies if each.before_id != initiative.pk],
        "after": [each for each in dependencies if each.after_id != initiative.pk],
        "within": [each for each in dependencies if each.before_id == each.after_id],
        "may_write": may_write,
        "words": _words(request),
    }
    if may_write:
        for row in rows:
            milestone: Milestone = row["milestone"]
            date, reached_on = (bound.get(f"{form}-{milestone.pk}") for form in ("date", "reached"))
            row["is_open"] = date is not None or reached_on is not None
            row["date_form"] = date or _date_form(milestone, resolutions, day_of(request))
            row["reached_form"] = reached_on or _reached_form(milestone, day_of(request))
        context["new_form"] = bound.get("new") or _milestone_form(request, initiative)
        context["dependency_form"] = bound.get("dependency") or _dependency_form(request, initiative)
        context["open"] = next(iter(bound), "seek" if "find" in request.GET else "")
    return render(request, "portfolio/milestones.html", context, status=400 if bound else 200)


def _dates(found: MilestoneOn, on: datetime.date, behind: dict[int, Resolution]) -> list[ShownDate]:
    """Every date of a milestone, the one that holds first and then back to the baseline."""
    if found.shown is None:
        return []
    slips, current = {each.against: each for each in found.slips}, found.shown.current
    in_order = sorted(
        zip(found.agreed, found.milestone.dates.all(), strict=True),
        key=lambda each: (each[0] == current, each[0].on, each[1].pk),
        reverse=True,
    )
    return [
        ShownDate(
            row,
            number == 0,
            slips.get(said) if number else None,
            behind.get(row.resolution_id or 0),
        )
        for number, (said, row) in enumerate(each for each in in_order if each[0].on <= on)
    ]


def _figure(initiative: Initiative, found: list[MilestoneOn], on: datetime.date) -> SafeString | None:
    """Answer the slip chart, where there is anything to draw."""
    lines = []
    for number, each in enumerate(found, start=1):
        known = sorted((said for said in each.agreed if said.on <= on), key=lambda said: said.on)
        reached_on = each.milestone.reached_on if is_reached(each.milestone, on) else None
        lines.append(
            SlipLine(
                number,
                each.milestone.name,
                tuple(
                    SlipPoint(
                        said.on,
                        said.date,
                        _("{name}: on {on} set for {day}").format(
                            name=each.milestone.name,
                            on=date_format(said.on, "DATE_FORMAT"),
                            day=date_format(said.date, "DATE_FORMAT"),
                        ),
                    )
                    for said in known
                ),
                reached_on,
            )
        )
    if not lines:
        return None
    chart = SlipChart(
        title=_("Slip chart: {name}").format(name=initiative.name),
        description=_(
            "Along the width the days on which dates were set, up the height the dates themselves: a milestone that "
            "keeps its date runs level, one that slips climbs. Everything in the drawing stands in the table below it."
        ),
        across=_("set on"),
        up=_("date of the milestone"),
        diagonal=_("the day itself: here a milestone is reached"),
        today=on,
        today_name=date_format(on, "DATE_FORMAT"),
        lines=tuple(lines),
    )
    return mark_safe(slip_svg(chart))  # the drawing escapes every text it is given


def _words(request: HttpRequest) -> str:
    return request.GET.get("find", "").replace("\x00", "").strip()[:100]


def _milestone_form(request: HttpRequest, initiative: Initiative, filled_in: Any = None) -> MilestoneForm:
    return MilestoneForm(
        filled_in,
        parts=[(str(each.pk), str(each)) for each in initiative.parts.all()],
        taken=set(initiative.milestones.values_list("name", flat=True)),
        initial={"on": day_of(request)},
        prefix="new",
    )


def _resolutions(initiative: Initiative, viewer: Viewer, on: datetime.date) -> list[Resolution]:
    return list(resolutions_to_name(initiative.pk, viewer, on)[:MOST_RESOLUTIONS])


def _date_form(
    milestone: Milestone, resolutions: list[Resolution], on: datetime.date, filled_in: Any = None
) -> DateForm:
    return DateForm(
        filled_in,
        resolutions=[(str(each.pk), _named(each)) for each in resolutions],
        initial={"on": on},
        prefix=f"date-{milestone.pk}",
    )


def _named(resolution: Resolution) -> str:
    meeting, item = resolution.item.meeting, resolution.item
    words = f"{item.number} {item.title}: {wording.word(resolution.verb, 'verb')}".strip()
    day = date_format(meeting.date, "SHORT_DATE_FORMAT")
    return f"{day}, {meeting.forum.name}: {words[:LONGEST_QUOTE]}"


def _reached_form(milestone: Milestone, on: datetime.date, filled_in: Any = None) -> ReachedForm:
    return ReachedForm(filled_in, today=on, initial={"reached_on": on}, prefix=f"reached-{milestone.pk}")


def _dependency_form(request: HttpRequest, initiative: Initiative, filled_in: Any = None) -> DependencyForm:
    words = request.POST.get("find", "")[:100] if filled_in is not None else _words(request)
    # The initiative itself comes first.
    near = list(places_to_wait_for(initiative.pk, words, day_of(request))[:MOST_TO_WAIT_FOR])
    groups = [(each.title, _choices(each)) for each in near]
    return DependencyForm(filled_in, own=groups[0][1], others=groups, prefix="dependency")


def _choices(initiative: Initiative) -> list[tuple[str, str]]:
    milestones = [(f"{SIGNS[True]}{each.pk}", each.name) for each in initiative.milestones.all()]
    return [*milestones, (f"{SIGNS[False]}{initiative.pk}", _("the initiative as a whole"))]
