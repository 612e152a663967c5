"""Reading agendas as they are prepared: what a viewer sees of items, and what waits to come on the agenda."""

import re
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Q

from samstyr.meetings.matching import stems
from samstyr.meetings.models import (
    Action,
    AgendaItem,
    ClosedAction,
    ClosedResolution,
    DutyPlacement,
    ImportedFact,
    Leg,
    Meeting,
    Resolution,
    WrittenProcedure,
)
from samstyr.meetings.queries.cases import cases_visible_to
from samstyr.platform.visibility import visible_to
from samstyr.registry.queries import current_register
from samstyr.rules.procedure.states import BEFORE_MINUTES, OPEN_AGENDA, LegState, MeetingState, WrittenState
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.wheel import wheel

UNSENT: Final = sorted(state.value for state in OPEN_AGENDA)
MINUTES_ARE_SENT: Final = sorted(state.value for state in MeetingState if state not in BEFORE_MINUTES)
# Minutes name what comes from the wheel with these words; the wheel itself brings it on.
FROM_WHEEL: Final = re.compile(r"\bårshjul", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that waits to come on an agenda.

    `origin` tells it from all others and stands on the item made of it: `minutes:4`, `duty:d1:2017-10-01`, `leg:7`,
    `postponed:9`,
    `action:3`, `named:12:0`, `written:5`. `kind` is one of decision, information, discussion or empty.
    """

    origin: str
    title: str
    kind: str = ""
    subject: str | None = None
    sitting_as: str | None = None
    leg: Leg | None = None
    approves: Meeting | None = None
    written: WrittenProcedure | None = None
    closed: bool = False
    why: str = ""

    @property
    def source(self) -> str:
        """What kind of thing it comes from."""
        return self.origin.partition(":")[0]


def items_seen_by(viewer: Viewer, prefix: str = "") -> Q:
    """Answer the filter for agenda items of the shared record that have reached the viewer.

    While an agenda is planned its forum sees it; once it is sent all who hold a role; everyone, once the minutes are
    published (rules/procedure/readers.py). `prefix` leads from the filtered table to the item.
    """
    if viewer.operator:
        return Q()
    meeting = f"{prefix}meeting__"
    found = Q(**{f"{meeting}published_at__isnull": False})
    if viewer.holdings:
        found |= ~Q(**{f"{meeting}state__in": UNSENT})
        found |= Q(**{f"{meeting}forum__in": viewer.fora(Right.SEE_AGENDA)})
    return found


def outcomes_seen_by(viewer: Viewer, prefix: str = "item__") -> Q:
    """Answer the filter for resolutions and follow-up of the shared record, which are there once minutes are sent."""
    if viewer.operator or viewer.holdings:
        return Q()
    return Q(**{f"{prefix}meeting__published_at__isnull": False})


def attendances_seen_by(viewer: Viewer) -> Q:
    """Answer the filter for who was at meetings: the forum sees it as it is noted, others as they see the minutes."""
    if viewer.operator:
        return Q()
    found = Q(meeting__published_at__isnull=False)
    if viewer.holdings:
        found |= Q(meeting__state__in=MINUTES_ARE_SENT) | Q(meeting__forum__in=viewer.fora(Right.SEE_AGENDA))
    return found


def previous_meeting(meeting: Meeting) -> Meeting | None:
    """Answer the meeting of the forum before this one, of those that were held."""
    earlier = Meeting.objects.filter(forum_id=meeting.forum_id, date__lt=meeting.date)
    held = [MeetingState.HELD, MeetingState.MINUTES_SENT, MeetingState.MINUTES_APPROVED]
    return earlier.filter(state__in=[state.value for state in held]).order_by("-date").first()


def candidates(meeting: Meeting, viewer: Viewer) -> list[Candidate]:
    """Answer what waits to come on the agenda of a meeting and is not on it: in the order it usually stands.

    Minutes to approve; duties that the annual wheel puts here; cases on their way to the forum (postponed ones and
    members' proposals among them); what was agreed to come back; results of written procedures.
    """
    found = [
        *_minutes(meeting),
        *_duties(meeting),
        *_legs(meeting, viewer),
        *_postponed(meeting, viewer),
        *_agreed(meeting, viewer),
        *_written(meeting, viewer),
    ]
    there = set(meeting.items.values_list("origin", flat=True))
    return [each for each in found if each.origin not in there]


def _minutes(meeting: Meeting) -> list[Candidate]:
    waiting = Meeting.objects.filter(
        forum_id=meeting.forum_id, date__lt=meeting.date, state=MeetingState.MINUTES_SENT.value
    ).filter(approved_under=None)
    return [
        Candidate(f"minutes:{each.pk}", "", kind="decision", approves=each)
        for each in waiting.order_by("date")
    ]


def _duties(meeting: Meeting) -> list[Candidate]:
    register = current_register()
    if meeting.forum_id not in register.fora:
        return []
    moved = {
        (each.duty_id, each.planned): each.meeting_on
        for each in DutyPlacement.objects.filter(duty__forum_id=meeting.forum_id)
    }
    year = wheel(register, meeting.forum_id, meeting.date.year, moved)
    found = []
    for sitting in year.meetings:
        if sitting.date != meeting.date:
            continue
        for occurrence in sitting.occurrences:
            duty = register.duties[occurrence.duty]
            kind = {"approve": "decision", "decide": "decision", "discuss": "discussion"}.get(duty.act)
            roles = register.fora[meeting.forum_id].acts_as
            found.append(
                Candidate(
                    f"duty:{duty.id}:{occurrence.planned.isoformat()}",
                    duty.name,
                    kind=kind or "information",
                    subject=duty.subject,
                    sitting_as=_role(roles, duty.subject),
                    why=duty.note or "",
                )
            )
    return found


def _role(roles: tuple[str, ...], subject: str | None) -> str | None:
    """Propose the role the forum sits in for a subject: the one that has a mandate on it, or else bears its name."""
    register = current_register()
    if subject is None or not roles:
        return None
    held = {mandate.forum for mandate in register.mandates.values() if mandate.subject == subject}
    bearing = stems(register.subjects[subject].name)
    likeness = {
        role: max(len(stems(name) & bearing) for name in (record.name, *record.aliases))
        for role, record in ((role, register.fora[role]) for role in roles)
    }
    named = max(roles, key=lambda role: likeness[role])
    return next((role for role in roles if role in held), named if likeness[named] > 1 else None)


def _legs(meeting: Meeting, viewer: Viewer) -> list[Candidate]:
    waiting = Leg.objects.filter(
        Q(meeting=meeting) | Q(meeting=None),
        forum_id=meeting.forum_id,
        state__in=[LegState.PLANNED.value, LegState.BOOKED.value],
        case__in=cases_visible_to(viewer),
    ).exclude(
        procedures__state=WrittenState.OPEN.value
    )  # it is decided in writing, and comes on with the result
    return [
        Candidate(
            # A leg that was on an agenda before and is postponed is another candidate than it was then.
            f"leg:{leg.pk}:{leg.treatment_count}",
            leg.case.said.title,
            kind="decision" if leg.act in {"decide", "approve"} else "",
            subject=leg.case.said.subject_id,
            leg=leg,
            closed=leg.case.closed,
            why=leg.case.proposed_by.name if leg.case.proposed_by else "",
        )
        for leg in waiting.annotate(treatment_count=Count("treatments"))
        .select_related("case__content", "case__subject", "case__proposed_by")
        .order_by("pk")
    ]


def _postponed(meeting: Meeting, viewer: Viewer) -> list[Candidate]:
    """Answer postponed items without a case, which no leg brings back."""
    earlier = {"item__meeting__forum": meeting.forum_id, "item__meeting__date__lt": meeting.date}
    open_ones = Resolution.objects.filter(verb="postponed", item__legs=None, **earlier)
    closed = ClosedResolution.objects.filter(
        visible_to(viewer, ClosedResolution), verb="postponed", item__legs=None, **earlier
    )
    items = {each.item for each in open_ones.select_related("item")}
    items |= {each.item for each in closed.select_related("item__content")}
    taken = set(AgendaItem.objects.filter(origin__startswith="postponed:").values_list("origin", flat=True))
    return [
        Candidate(
            f"postponed:{item.pk}",
            item.content.title if item.closed else item.title,
            kind=item.kind,
            subject=item.content.subject_id if item.closed else item.subject_id,
            sitting_as=item.sitting_as_id,
            closed=item.closed,
        )
        for item in sorted(items, key=lambda item: item.pk)
        if f"postponed:{item.pk}" not in taken
    ]


def _agreed(meeting: Meeting, viewer: Viewer) -> list[Candidate]:
    """Answer what was agreed to come back on the day, and what minutes that were read name for it."""
    due = Q(item__meeting__forum=meeting.forum_id, back_on=meeting.date)
    found = [
        Candidate(f"action:{action.pk}", action.what, subject=action.item.subject_id)
        for action in Action.objects.filter(due).select_related("item").order_by("pk")
    ]
    closed = ClosedAction.objects.filter(due, visible_to(viewer, ClosedAction))
    found += [
        Candidate(f"closed-action:{action.pk}", action.what, closed=True) for action in closed.order_by("pk")
    ]
    named = ImportedFact.objects.filter(
        kind="next_meeting", meeting__forum=meeting.forum_id, content__date=meeting.date.isoformat()
    )
    for fact in named:
        found += [
            Candidate(f"named:{fact.pk}:{place}", title)
            for place, title in enumerate(fact.content.get("items") or [])
            if not FROM_WHEEL.search(title)
        ]
    return found


def _written(meeting: Meeting, viewer: Viewer) -> list[Candidate]:
    done = WrittenProcedure.objects.filter(
        visible_to(viewer, WrittenProcedure),
        leg__forum=meeting.forum_id,
        closed_on__lte=meeting.date,
        reported=None,
    ).exclude(state__in=[WrittenState.OPEN.value, WrittenState.WITHDRAWN.value])
    return [
        Candidate(
            f"written:{each.pk}",
            each.leg.case.said.title,
            kind="information",
            subject=each.leg.case.said.subject_id,
            closed=each.leg.case.closed,
            written=each,
        )
        for each in done.select_related("leg__case__content").order_by("closed_on", "pk")
    ]
