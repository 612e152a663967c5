"""Following up: what is open, overdue, done since the last meeting, and what never came back."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from samstyr.meetings.models import Action, AgendaItem, ClosedAction, Meeting, Remark
from samstyr.meetings.queries.agenda import outcomes_seen_by
from samstyr.platform.visibility import visible_to
from samstyr.rules.procedure import followup as rules
from samstyr.rules.procedure.states import ConditionState
from samstyr.rules.rights import Viewer

SOON: Final = 5  # weekdays
Owed = Action | ClosedAction | Remark


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An action or a condition with its item and meeting. `who` are its owners, as the minutes name them."""

    row: Owed
    what: str
    who: tuple[str, ...]
    due: datetime.date | None
    done_on: datetime.date | None
    is_condition: bool

    @property
    def item(self) -> AgendaItem:
        """The item it was agreed under."""
        return self.row.item

    @property
    def kind(self) -> str:
        """Which table it stands in: action, closed-action or condition."""
        if self.is_condition:
            return "condition"
        return "closed-action" if isinstance(self.row, ClosedAction) else "action"


@dataclass(frozen=True, slots=True)
class Standing:
    """What is open on a day: all of it by due day, and what stands out in it."""

    open: tuple[FollowUp, ...]
    overdue: frozenset[FollowUp]
    due_soon: frozenset[FollowUp]
    missing: tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """What happened from one meeting to the next."""

    done: tuple[FollowUp, ...]
    agreed: tuple[FollowUp, ...]
    carried_over: tuple[FollowUp, ...]


def follow_ups(
    viewer: Viewer, *, fora: Iterable[str] | None = None, names: Iterable[str] = ()
) -> list[FollowUp]:
    """Answer the actions and conditions the viewer may see: of some fora, and naming one of `names` among the owners.

    Without `fora` of all, without `names` whosever they are.
    """
    of_fora = Q() if fora is None else Q(item__meeting__forum__in=list(fora))
    links = ("item__meeting__forum",)
    shared = Action.objects.filter(of_fora, outcomes_seen_by(viewer))
    closed = ClosedAction.objects.filter(of_fora, visible_to(viewer, ClosedAction))
    links = ("item__meeting__forum",)
    found = [
        FollowUp(row, row.what, tuple(row.who), row.due, row.done_at, is_condition=False)
        for rows in (shared, closed)
        for row in rows.select_related(*links)
    ]
    conditions = Remark.objects.filter(of_fora, visible_to(viewer, Remark), kind="condition")
    sent = conditions.exclude(item__meeting__minutes_sent_at=None)
    for remark in sent.select_related(*links):
        who = tuple(each.strip() for each in remark.owner.split(",") if each.strip())
        settled = None if remark.state == ConditionState.OPEN else remark.settled_on
        found.append(FollowUp(remark, remark.text, who, remark.due, settled, is_condition=True))
    wanted = {name.casefold() for name in names}
    if wanted:
        found = [each for each in found if wanted & {name.casefold() for name in each.who}]
    return found


def standing(found: Sequence[FollowUp], on: datetime.date) -> Standing:
    """Answer what of these is open on a day, and what is overdue, due within five weekdays, or never came back."""
    facts = [_fact(place, each) for place, each in enumerate(found)]
    answer = rules.open_follow_ups(facts, on, weekdays=SOON)
    return Standing(
        tuple(found[each.id] for each in answer.open),
        frozenset(found[each.id] for each in answer.overdue),
        frozenset(found[each.id] for each in answer.due_soon),
        _missing(found, on),
    )


def since_last(found: Sequence[FollowUp], meeting: Meeting, previous: Meeting | None) -> Since:
    """Answer what was done, agreed or carried over from the previous meeting until this one."""
    facts = [_fact(place, each) for place, each in enumerate(found)]
    answer = rules.since(facts, previous.date if previous else None, meeting.date)
    return Since(
        tuple(found[each.id] for each in answer.done),
        tuple(found[each.id] for each in answer.agreed),
        tuple(found[each.id] for each in answer.carried_over),
    )


def _missing(found: Sequence[FollowUp], on: datetime.date) -> tuple[FollowUp, ...]:
    """Answer what was to be back before its forum by a day and has stood on no agenda since."""
    returning = [each for each in found if getattr(each.row, "back_on", None) is not None]
    returns = [
        rules.Return(place, each.item.meeting.forum_id, each.item.meeting.date, each.row.back_on)  # type: ignore[union-attr,arg-type]
        for place, each in enumerate(returning)
    ]
    origins = {
        f"{each.kind}:{each.row.pk}": (place, each.item.meeting.forum_id)
        for place, each in enumerate(returning)
    }
    treated = [
        rules.Treated(*origins[origin], day)
        for origin, day in AgendaItem.objects.filter(origin__in=origins, withdrawn=False).values_list(
            "origin", "meeting__date"
        )
    ]
    return tuple(returning[each.case] for each in rules.never_came_back(returns, treated, on))


def _fact(place: int, each: FollowUp) -> rules.FollowUp:
    kind = rules.FollowUpKind.CONDITION if each.is_condition else rules.FollowUpKind.ACTION
    owner = each.who[0] if each.who else None
    return rules.FollowUp(place, kind, each.item.meeting.date, owner, each.due, each.done_on)
