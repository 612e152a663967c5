"""Who is at a meeting: noted by its minute-taker, a line for each person."""

from collections.abc import Sequence
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.meetings.models import Meeting
from samstyr.meetings.services import Noting, Present, keep_attendance
from samstyr.platform.denials import require
from samstyr.registry.models import Membership
from samstyr.rules.register import Register
from samstyr.rules.rights import Right
from samstyr.web.lookup import meeting_sat_in
from samstyr.web.seen import viewer_of

# What a line of the list of who is there says beside the name.
LINE: Final = ("organisation", "role", "attendance", "items", "substitute_for")


@require_POST
def attendance(request: HttpRequest, key: int) -> HttpResponse:
    """Note who is there: a row for each person, and one for somebody who is in no row."""
    found, viewer = meeting_sat_in(viewer_of(request), key), viewer_of(request)
    require(viewer, Right.RECORD_MEETING, forum=found.forum_id)
    columns = ("name", *LINE, *(f"shown_{name}" for name in LINE))
    rows = zip(*(request.POST.getlist(column) for column in columns), strict=False)
    lines = [
        Noting(name.strip(), _present(name, rest[: len(LINE)]), _present(name, rest[len(LINE) :]))
        for name, *rest in rows
        if name.strip()
    ]
    crossed = keep_attendance(meeting=found, lines=lines, actor=viewer)
    if crossed:
        told = _("Somebody else noted otherwise meanwhile; look at what stands for: %(names)s.")
        messages.warning(request, told % {"names": ", ".join(crossed)})
    else:
        messages.success(request, _("Who is there is noted."))
    return redirect(f"{reverse('running', args=[key])}#attendance")


def expected(register: Register, found: Meeting) -> list[dict[str, str]]:
    """Answer those who hold a seat in the forum and are not on the list yet, by name."""
    there = set(found.attendances.values_list("person__name", flat=True))
    seats = Membership.objects.filter(forum=found.forum_id, valid__contains=found.date)
    return [
        {
            "name": each.person.name,
            "organisation": each.organisation_id,
            "organisation_name": register.organisations[each.organisation_id].name,
            "role": each.role if each.role in {"chair", "member", "observer"} else "",
            "attendance": "secretariat" if each.role == "secretary" else "",
        }
        for each in seats.select_related("person").order_by("id")
        if each.person.name not in there
    ]


def _present(name: str, line: Sequence[str]) -> Present | None:
    """Answer a line of the list of who is there; none where it does not say how."""
    organisation, role, how, items, substitute_for = line
    if not how:
        return None
    return Present(
        name=name.strip(),
        organisation=organisation or None,
        role=role,
        attendance=how,
        items=items.strip(),
        substitute_for=substitute_for.strip(),
    )
