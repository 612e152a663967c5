"""Noting who is at a meeting: for whom, in which role, for which items, in whose place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from samstyr.accounts.models import Person
from samstyr.meetings.models import Attendance, Meeting
from samstyr.meetings.services.steps import locked_meeting
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.registry.models import Organisation
from samstyr.rules.procedure.states import OPEN_AGENDA, may_record
from samstyr.rules.rights import Right, Viewer

ATTENDANCES: Final = ("present", "absent", "secretariat", "guest", "substitute")
ROLES: Final = ("", "chair", "co-chair", "vice-chair", "member", "observer", "minute_taker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A person at a meeting: for which organisation, in which role, and how. `items` are those they come for."""

    name: str
    organisation: str | None = None
    role: str = ""
    attendance: str = "present"
    items: str = ""
    substitute_for: str = ""


@dataclass(frozen=True, slots=True)
class Noting:
    """A line of the list as it is to be (None: nobody), and as it was shown (None: the person was not on it)."""

    name: str
    wanted: Present | None
    shown: Present | None


@service
def note_attendance(*, meeting: Meeting, present: Present, actor: Viewer) -> Attendance:
    """Note that a person is at a meeting, or sends apologies; said again, it stands as said last.

    Raises InputError for a name that is missing or a word that is unknown, and DeniedError where the actor does not
    take the forum's minutes or they are sent.
    """
    meeting = _locked(meeting, actor)
    _check(present)
    return _keep(meeting, present)


@service
def keep_attendance(*, meeting: Meeting, lines: Iterable[Noting], actor: Viewer) -> list[str]:
    """Keep a list of who is there; answer the names of those whom someone else noted otherwise meanwhile.

    Lines that are as they were shown are left as they stand, so that two who write at once both get theirs; a line
    that both changed stays as the first one noted it. Raises as `note_attendance`.
    """
    meeting = _locked(meeting, actor)
    crossed = []
    for line in lines:
        if line.wanted == line.shown:
            continue
        found = meeting.attendances.filter(person__name=line.name).select_related("substitute_for").first()
        stands = _said(line.name, found) if found is not None else None
        if stands not in {line.shown, line.wanted}:
            crossed.append(line.name)
        elif line.wanted is not None:
            _check(line.wanted)
            _keep(meeting, line.wanted)
        elif found is not None:
            found.delete()
    return crossed


def _locked(meeting: Meeting, actor: Viewer) -> Meeting:
    """Answer the meeting as it is now, where the actor may note who is there: before it as well."""
    require(actor, Right.RECORD_MEETING, forum=meeting.forum_id)
    meeting = locked_meeting(meeting.pk)
    if meeting.stage not in OPEN_AGENDA:
        demand(may_record(meeting.stage))
    return meeting


def _said(name: str, found: Attendance) -> Present:
    return Present(
        name=name,
        organisation=found.organisation_id,
        role=found.role,
        attendance=found.attendance,
        items=found.items,
        substitute_for=found.substitute_for.name if found.substitute_for else "",
    )


def _check(present: Present) -> None:
    problems = []
    if not present.name.strip():
        problems.append("name: say who it is")
    if present.attendance not in ATTENDANCES:
        problems.append(f"attendance: expected one of {', '.join(ATTENDANCES)}")
    if present.role not in ROLES:
        problems.append(f"role: expected one of {', '.join(filter(None, ROLES))}")
    key = present.organisation
    if key is not None and not Organisation.objects.filter(pk=key).exists():
        problems.append(f"organisation: there is no organisation {key[:60]!r}")
    if problems:
        raise InputError(*problems)


def _keep(meeting: Meeting, present: Present) -> Attendance:
    person, _is_new = Person.objects.get_or_create(name=present.name.strip())
    for_whom = None
    if present.substitute_for.strip():
        for_whom, _is_new = Person.objects.get_or_create(name=present.substitute_for.strip())
    last = meeting.attendances.order_by("-position").values_list("position", flat=True).first()
    content = {
        "organisation_id": present.organisation,
        "role": present.role,
        "attendance": present.attendance,
        "items": present.items.strip(),
        "substitute_for": for_whom,
    }
    found, _is_new = Attendance.objects.update_or_create(
        meeting=meeting,
        person=person,
        defaults=content,
        create_defaults={**content, "position": 0 if last is None else last + 1},
    )
    return found
