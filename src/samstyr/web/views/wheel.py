"""The annual wheel of a forum: drawn, as a list, and duties moved from one meeting to another."""

import datetime
from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Meeting
from samstyr.meetings.queries import meetings_of, wheel_of
from samstyr.meetings.services.plan import move_duty
from samstyr.platform.danish import order
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.print.wheel_figure import Mark, Sitting, WheelFigure, wheel_svg
from samstyr.registry.queries import current_register
from samstyr.rules.calendar import holidays
from samstyr.rules.meeting_dates import propose, told
from samstyr.rules.register import Duty, Forum, Register
from samstyr.rules.register.values import FIRST_YEAR, LAST_YEAR
from samstyr.rules.rights import Right, may
from samstyr.rules.wheel import Occurrence, Wheel
from samstyr.web.found import forum_of
from samstyr.web.seen import day_of, viewer_of

MOST_OTHERS: Final = 200  # meetings of other fora on one page


@dataclass(frozen=True, slots=True)
class ShownDuty:
    """A duty that is due once, with its number in the drawing and the meetings it can be moved to."""

    number: int
    duty: Duty
    occurrence: Occurrence
    choices: tuple[datetime.date, ...]


def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the wheel of a forum in a year (`?aar=2017`; default: the year the page is seen from)."""
    register, on = current_register(), day_of(request)
    forum = forum_of(register, key)
    year = _year(request, on)
    found = wheel_of(forum=key, year=year)
    numbers = _numbers(register, found)
    others = _others(register, forum, year)
    sittings: dict[datetime.date, Meeting] = {each.date: each for each in meetings_of(key)}
    context = {
        "register": register,
        "forum": forum,
        "year": year,
        "before": year - 1 if year > FIRST_YEAR else None,
        "after": year + 1 if year < LAST_YEAR else None,
        "may_move": bool(may(viewer_of(request), Right.PREPARE_MEETING, forum=key)),
        "meetings": [
            {
                "date": each.date,
                "papers_due": each.papers_due,
                "minutes_due": each.minutes_due,
                "sitting": sittings.get(each.date),
                "past": each.date < on,
                "duties": _shown(register, found, numbers, each.occurrences, each.date),
            }
            for each in found.meetings
        ],
        "unplaced": _shown(register, found, numbers, found.unplaced, None),
        "duty_count": len(numbers),
        "has_deadlines": any(each.papers_due for each in found.meetings),
        "others": others[:MOST_OTHERS],
        "holidays": sorted(holidays(year).items()),
        "proposed": _proposed(register, found, on),
        "figure": _figure(forum, found, numbers, others),
    }
    return render(request, "registry/wheel.html", context)


@require_POST
def move(request: HttpRequest, key: str) -> HttpResponse:
    """Put a duty that is due once on another of the forum's meetings."""
    register = current_register()
    forum_of(register, key)
    require(viewer_of(request), Right.PREPARE_MEETING, forum=key)
    duty = register.duties.get(request.POST.get("duty", ""))
    if duty is None or duty.forum != key:
        raise Http404
    to = _day(request, "to")
    move_duty(duty=duty.id, planned=_day(request, "planned"), to=to, actor=viewer_of(request))
    words = {"duty": duty.name, "day": date_format(to, "DATE_FORMAT")}
    messages.success(request, _("“{duty}” now falls on the meeting on {day}.").format(**words))
    return redirect(f"{reverse('wheel', args=[key])}?aar={to.year}#m{to.isoformat()}")


def _year(request: HttpRequest, on: datetime.date) -> int:
    """Answer the year the address asks for. Raises InputError where it is none."""
    text = request.GET.get("aar", "").strip()
    if not text:
        return on.year
    if text.isascii() and text.isdigit() and len(text) == 4 and FIRST_YEAR <= int(text) <= LAST_YEAR:
        return int(text)
    raise InputError(f"aar: {text[:40]!r} is no year (expected {FIRST_YEAR} to {LAST_YEAR})")


def _day(request: HttpRequest, name: str) -> datetime.date:
    """Answer the day a form gives. Raises InputError where it is none."""
    text = request.POST.get(name, "")
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as problem:
        raise InputError(f"{name}: {text[:40]!r} is no date (expected YYYY-MM-DD)") from problem


def _numbers(register: Register, found: Wheel) -> dict[str, int]:
    """Answer a number for each duty of the year, in the order of their names."""
    due = {each.duty for meeting in found.meetings for each in meeting.occurrences}
    due |= {each.duty for each in found.unplaced}
    in_order = sorted(due, key=lambda duty: (order(register.duties[duty].name), duty))
    return {duty: number for number, duty in enumerate(in_order, start=1)}


def _shown(
    register: Register,
    found: Wheel,
    numbers: dict[str, int],
    occurrences: tuple[Occurrence, ...],
    on: datetime.date | None,
) -> list[ShownDuty]:
    choices = tuple(each.date for each in found.meetings if each.date != on)
    shown = [ShownDuty(numbers[each.duty], register.duties[each.duty], each, choices) for each in occurrences]
    return sorted(shown, key=lambda each: (on is None and each.occurrence.planned.month, each.number))


def _others(register: Register, forum: Forum, year: int) -> list[dict[str, Any]]:
    """Answer the meetings of the fora that this one has to do with, by date."""
    index = register.index
    near = {each.id for each in index.fora_under(forum.id)}
    near |= {mandate.forum for mandate in index.mandates_to(forum.id)}
    near |= {mandate.to for mandate in index.mandates_of(forum.id) if mandate.to is not None}
    if forum.parent is not None:
        near.add(forum.parent)
    for seat in forum.seats:
        near |= {each.id for each in index.fora_with_seat_of(seat.organisation)}
    fora = [register.fora[key] for key in near if key in register.fora and key != forum.id]
    found = [(day, each) for each in fora for day in each.meetings if day.year == year]
    found.sort(key=lambda each: (each[0], each[1].name))
    return [{"date": day, "forum": each} for day, each in found]


def _proposed(register: Register, found: Wheel, on: datetime.date) -> list[str]:
    """Answer, in a sentence each, the dates that would let papers wait less than the coming meetings do."""
    if found.year < on.year:
        return []
    proposal = propose(register, found.forum, found.year)
    return [
        told(register, each)
        for each in proposal.dates
        if each.current is not None and each.current.date > on and each.current.date != each.date
    ]


def _figure(
    forum: Forum, found: Wheel, numbers: dict[str, int], others: list[dict[str, Any]]
) -> SafeString | None:
    """Answer the drawing, where there is anything to draw."""
    if not found.meetings and not found.unplaced:
        return None
    meetings = ngettext("{number} meeting", "{number} meetings", len(found.meetings))
    duties = ngettext("{number} duty", "{number} duties", len(numbers))
    middle = [
        str(found.year),
        meetings.format(number=len(found.meetings)),
        duties.format(number=len(numbers)),
    ]
    if found.unplaced:
        middle.append(_("{number} without a meeting").format(number=len(found.unplaced)))
    figure = WheelFigure(
        year=found.year,
        title=_("The annual wheel of {forum}, {year}").format(forum=forum.name, year=found.year),
        description=_("{facts}. Everything in the drawing stands in the list.").format(
            facts=", ".join(middle[1:])
        ),
        months=tuple(str(MONTHS[number]) for number in range(1, 13)),
        sittings=tuple(
            Sitting(
                date=each.date,
                label=date_format(each.date, "j. b" if len(found.meetings) > 12 else "j. F"),
                papers_due=each.papers_due,
                duties=tuple(sorted(numbers[duty] for duty in each.duties)),
            )
            for each in found.meetings
        ),
        unplaced=tuple(sorted((each.planned.month, numbers[each.duty]) for each in found.unplaced)),
        holidays=tuple(Mark(day, _named(day, name)) for day, name in sorted(holidays(found.year).items())),
        others=tuple(Mark(each["date"], _named(each["date"], each["forum"].name)) for each in others),
        middle=tuple(middle),
    )
    return mark_safe(wheel_svg(figure))  # the drawing escapes every text it is given


def _named(day: datetime.date, name: str) -> str:
    return f"{date_format(day, 'j. F')}: {name}"
