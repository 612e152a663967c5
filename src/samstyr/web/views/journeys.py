"""The journey planner: when a matter can be decided, what binds it, and what if something were otherwise."""

import datetime
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from samstyr.meetings.models import Case
from samstyr.meetings.queries.between import titles_of
from samstyr.meetings.queries.matters import matter_of
from samstyr.meetings.queries.postponements import postponement_records
from samstyr.meetings.queries.routes import progress_on, question_of
from samstyr.meetings.services import Start, plan_case
from samstyr.meetings.services.papers import require_desk
from samstyr.platform import clock
from samstyr.platform.danish import order
from samstyr.platform.errors import InputError
from samstyr.print.fonts import PLEX
from samstyr.print.journey.drawing import journey_svg
from samstyr.print.journey.model import Journey, journey_of
from samstyr.print.journey.paper import described, journey_pdf, paper_style
from samstyr.print.journey.text import journey_text
from samstyr.registry.queries import current_register
from samstyr.rules.forecast import forecast
from samstyr.rules.procedure.states import CaseState
from samstyr.rules.register import Register
from samstyr.rules.rights import Right, may
from samstyr.rules.route import NO_PROGRESS, Progress, Question, Route, plan_route
from samstyr.rules.what_if import OtherMeeting, WhatIf, altered
from samstyr.web.choices import Choices, fora_on
from samstyr.web.files import as_file
from samstyr.web.forms.journeys import FACT, JourneyForm, WhatIfForm, offered_facts
from samstyr.web.lookup import find_case
from samstyr.web.seen import day_of, viewer_of
from samstyr.web.styles import style_sheet

STYLE: Final = "samstyr/samstyr.css"
IF: Final = "if"  # what the fields of the what-if begin with


@dataclass(frozen=True, slots=True)
class Side:
    """One of two journeys that are compared."""

    route: Route
    journey: Journey


@dataclass(frozen=True, slots=True)
class Difference:
    """A day in both journeys, and how many days later (or earlier, below 0) it is in the second; None: no day."""

    name: str
    planned: datetime.date | None
    other: datetime.date | None

    @property
    def days(self) -> int | None:
        return (self.other - self.planned).days if self.planned and self.other else None

    @property
    def fewer(self) -> int:
        """The days won, for a sentence."""
        return -(self.days or 0)


def journey(request: HttpRequest) -> HttpResponse:
    """Plan a journey for anyone: choose a matter, where the paper lies and when it is ready."""
    # A link may name the matter alone: the rest is then still to be asked.
    initial = {"ready": day_of(request), "subject": request.GET.get("subject")}
    form = _form(request, request.GET if "start" in request.GET else None, initial)
    context: dict[str, Any] = {"form": form, "register": current_register()}
    if form.is_bound and form.is_valid():
        context |= _answered(request, _question(form), NO_PROGRESS)
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "journeys/journey.html", context, status=status)


def journey_paper(request: HttpRequest) -> HttpResponse:
    """Hand out a journey as a PDF."""
    return _pdf(_asked(request), "rejse")


def journey_words(request: HttpRequest) -> HttpResponse:
    """Hand out a journey as text for a letter."""
    return _text(_asked(request))


def of_case(request: HttpRequest, key: int) -> HttpResponse:
    """Show the journey of a case: what has been, what is planned; a secretary plans it from another start."""
    viewer, register, on = viewer_of(request), current_register(), day_of(request)
    found = find_case(viewer, key)
    question = question_of(found, register)
    may_plan = found.state in {CaseState.DRAFT, CaseState.ROUTED} and any(
        may(viewer, Right.PREPARE_MEETING, forum=leg.forum_id) for leg in found.legs.all()
    )
    posted = request.POST if request.method == "POST" else None
    form = _form(request, posted, _initial(found, question, on)) if may_plan else None
    if posted is not None:
        require_desk(found, viewer)
        if form is None:
            raise InputError(_("The case is decided, lapsed or withdrawn: its journey is over."))
        if form.is_valid():
            _plan(request, found, form)
            return redirect("case-journey", key)
    context: dict[str, Any] = {
        "register": register,
        "case": found,
        "title": titles_of(viewer, [found]).get(found.pk) or _("Closed case"),
        "form": form,
        "delays": found.delays.select_related("forum"),
    }
    if question is not None:
        context |= _answered(request, question, progress_on([found], viewer, on)[found.pk])
    status = 400 if form is not None and form.is_bound else 200
    return render(request, "journeys/case.html", context, status=status)


def case_paper(request: HttpRequest, key: int) -> HttpResponse:
    """Hand out the journey of a case as a PDF."""
    return _pdf(_of_case(request, key), f"rejse-sag-{key}")


def case_words(request: HttpRequest, key: int) -> HttpResponse:
    """Hand out the journey of a case as text for a letter."""
    return _text(_of_case(request, key))


def _of_case(request: HttpRequest, key: int) -> Journey:
    viewer, register, on = viewer_of(request), current_register(), day_of(request)
    found = find_case(viewer, key)
    question = question_of(found, register)
    if question is None:
        raise Http404
    return _side(register, question, progress_on([found], viewer, on)[found.pk], on).journey


def _asked(request: HttpRequest) -> Journey:
    """Answer the journey that an address asks for. Raises InputError where it asks for none."""
    form = _form(request, request.GET, {})
    if not form.is_valid():
        raise InputError(*(f"{name}: {error}" for name, errors in form.errors.items() for error in errors))
    return _side(current_register(), _question(form), NO_PROGRESS, day_of(request)).journey


def _plan(request: HttpRequest, found: Case, form: JourneyForm) -> None:
    given = form.cleaned_data
    start = Start(
        forum=given["start"],
        ready_on=given["ready"],
        subject=given["subject"],
        wanted_by=given["by"],
        in_writing=given["written"],
        facts=form.facts,
    )
    route = plan_case(case=found, start=start, actor=viewer_of(request), on=day_of(request), now=clock.now())
    if route.is_planned:
        messages.success(request, _("The case's way is planned."))
    else:
        messages.warning(request, _("The case can't be decided as things are. The reason stands below."))


def _form(request: HttpRequest, filled_in: QueryDict | None, initial: dict[str, Any]) -> JourneyForm:
    """Answer the form, with the facts that mandates on the chosen matter depend on."""
    register, on = current_register(), day_of(request)
    subject = filled_in.get("subject") if filled_in is not None else initial.get("subject")
    return JourneyForm(
        filled_in,
        initial=initial,
        subjects=_subjects(register),
        fora=fora_on(register, on),
        facts=_facts(register, subject),
    )


def _initial(found: Case, question: Question | None, on: datetime.date) -> dict[str, Any]:
    matter = matter_of(found)
    start = found.start_id or next((leg.forum_id for leg in found.legs.all()), None)
    return {
        "subject": matter.subject,
        "start": start,
        "ready": question.ready if question else on,
        "by": found.wanted_by,
        "written": found.in_writing,
        **{FACT + name: value for name, value in matter.facts.items()},
    }


def _subjects(register: Register) -> Choices:
    named = ((each.id, each.name) for each in register.subjects.values())
    return sorted(named, key=lambda each: order(each[1]))


def _facts(register: Register, subject: str | None) -> dict[str, list[str] | None]:
    if subject is None or subject not in register.subjects:
        return {}
    chain = register.subject_chain(subject)
    return offered_facts(
        mandate for each in chain for mandate in register.index.conditional_mandates_on(each)
    )


def _question(form: JourneyForm) -> Question:
    given = form.cleaned_data
    return Question(
        subject=given["subject"],
        start=given["start"],
        ready=given["ready"],
        by=given["by"],
        written=given["written"],
        facts=form.facts,
    )


def _side(register: Register, question: Question, progress: Progress, on: datetime.date) -> Side:
    route = plan_route(register, question, progress)
    return Side(route, journey_of(register, question, route, today=on, settled=progress.held))


def _answered(request: HttpRequest, question: Question, progress: Progress) -> dict[str, Any]:
    """Answer what a page shows of a journey, and of the one that would be if something were otherwise."""
    register, on = current_register(), day_of(request)
    planned = _side(register, question, progress, on)
    what_if = _what_if_form(request, register, planned)
    context = {
        "question": question,
        "route": planned.route,
        "journey": planned.journey,
        "figure": _figure(planned.journey, "journey"),
        "what_if": what_if,
        "query": request.GET.urlencode(),
    }
    if planned.route.is_planned:
        context["forecast"] = forecast(register, question, postponement_records(), progress)
    wish = _wish(what_if)
    if wish:
        other = _side(*altered(register, question, wish), progress, on)
        context |= {
            "other": other.journey,
            "other_figure": _figure(other.journey, "other"),
            "differences": _differences(planned, other),
        }
    return context


def _figure(journey: Journey, name: str) -> str:
    """Answer the drawing; every text in it is escaped where it is drawn."""
    if not journey.stops:
        return ""
    title = _("Journey: {matter}").format(matter=journey.matter)
    return mark_safe(journey_svg(journey, title, described(journey), name=name))


def _what_if_form(request: HttpRequest, register: Register, planned: Side) -> WhatIfForm:
    """Answer the form of the what-if, with the fora on the way and their meetings."""
    fora = list(dict.fromkeys(leg.forum for leg in planned.route.legs))
    if planned.route.blocked is not None:
        fora = list(planned.route.blocked.fora)
    since = planned.journey.first_day
    meetings = [
        (f"{forum}:{day.isoformat()}", f"{register.fora[forum].name}, {day.day}.{day.month}.{day.year}")
        for forum in fora
        for day in register.fora[forum].meetings
        if day >= since
    ]
    asked = any(name.startswith(f"{IF}-") for name in request.GET)
    return WhatIfForm(
        request.GET if asked else None,
        prefix=IF,
        fora=[(forum, register.fora[forum].name) for forum in fora],
        meetings=meetings[:200],
    )


def _wish(form: WhatIfForm) -> WhatIf:
    """Answer what would be otherwise; nothing where the form says nothing, or is not filled in right."""
    if not form.is_bound or not form.is_valid():
        return WhatIf()
    given = form.cleaned_data
    meeting = None
    if given["forum"] and given["day"]:
        forum, _colon, day = given["instead_of"].partition(":")
        old = datetime.date.fromisoformat(day) if forum == given["forum"] else None
        meeting = OtherMeeting(given["forum"], given["day"], old)
    return WhatIf(meeting=meeting, written=given["written"], ready=given["ready"])


def _differences(planned: Side, other: Side) -> list[Difference]:
    """Answer the decision, when it binds, and each leg of either journey, side by side."""
    rows = [
        Difference(_("Decided"), planned.route.decided_on, other.route.decided_on),
        Difference(_("Binding"), planned.route.binding_on, other.route.binding_on),
    ]
    names = {stop.id: f"{stop.forum} {stop.deed}" for side in (other, planned) for stop in side.journey.stops}
    days: list[dict[str, datetime.date]] = [
        {stop.id: stop.sits_on for stop in side.journey.stops} for side in (planned, other)
    ]
    in_order = sorted(names, key=lambda leg: (days[0].get(leg) or days[1][leg], leg))
    return [*rows, *(Difference(names[leg], days[0].get(leg), days[1].get(leg)) for leg in in_order)]


def _pdf(journey: Journey, name: str) -> HttpResponse:
    return as_file(journey_pdf(journey, paper_style(style_sheet(STYLE)), PLEX), f"{name}.pdf")


def _text(journey: Journey) -> HttpResponse:
    return HttpResponse(journey_text(journey), content_type="text/plain; charset=utf-8")
