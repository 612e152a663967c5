"""What was agreed and is not done: actions, conditions, and matters that were to come back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samstyr.rules.calendar import after


class FollowUpKind(StrEnum):
    """An action is to be done, a condition to be met."""

    ACTION = "action"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An action or a condition with the day it was agreed on; `done_on` is the day it was done, met or dropped."""

    id: int
    kind: FollowUpKind
    agreed_on: date
    owner: str | None = None
    due: date | None = None
    done_on: date | None = None

    def is_open(self, on: date) -> bool:
        """Whether it was agreed and not done at the end of a day."""
        return self.agreed_on <= on and (self.done_on is None or self.done_on > on)


FollowUps = tuple[FollowUp, ...]


@dataclass(frozen=True, slots=True)
class OpenFollowUps:
    """What is open on a day, and what stands out in it; one can stand out in several ways. By due day, then id."""

    open: FollowUps
    overdue: FollowUps
    due_soon: FollowUps
    without_owner: FollowUps
    without_due: FollowUps


def open_follow_ups(items: Iterable[FollowUp], on: date, *, weekdays: int) -> OpenFollowUps:
    """Answer what is open at the end of a day.

    Overdue: due before the day. Due soon: from the day to that many weekdays after it, both included.
    """
    ordered = _ordered(item for item in items if item.is_open(on))
    last = after(on, weekdays)
    return OpenFollowUps(
        open=ordered,
        overdue=tuple(item for item in ordered if item.due is not None and item.due < on),
        due_soon=tuple(item for item in ordered if item.due is not None and on <= item.due <= last),
        without_owner=tuple(item for item in ordered if item.owner is None),
        without_due=tuple(item for item in ordered if item.due is None),
    )


@dataclass(frozen=True, slots=True)
class SinceLast:
    """What happened from one meeting to the next, each once: done, newly agreed and open, open from earlier."""

    done: FollowUps
    agreed: FollowUps
    carried_over: FollowUps


def since(items: Iterable[FollowUp], previous: date | None, this: date) -> SinceLast:
    """Answer what happened from the previous meeting (that day included) until this one (not included).

    Without a previous meeting, everything is from since then.
    """
    first = previous or date.min
    known = [item for item in items if item.agreed_on < this]
    still_open = [item for item in known if item.done_on is None or item.done_on >= this]
    return SinceLast(
        done=_ordered(item for item in known if item.done_on is not None and first <= item.done_on < this),
        agreed=_ordered(item for item in still_open if item.agreed_on >= first),
        carried_over=_ordered(item for item in still_open if item.agreed_on < first),
    )


@dataclass(frozen=True, slots=True)
class Return:
    """A case that was agreed on a day to come back to a forum by another."""

    case: int
    forum: str
    agreed_on: date
    by: date


@dataclass(frozen=True, slots=True)
class Treated:
    """A case that stood on the agenda of a forum's meeting."""

    case: int
    forum: str
    on: date


def never_came_back(returns: Iterable[Return], treated: Iterable[Treated], on: date) -> tuple[Return, ...]:
    """Answer what should have come back before a day and has stood on no later agenda of that forum up to the day.

    What came back late has come back. In order of the day it was due.
    """
    days: dict[tuple[int, str], list[date]] = {}
    for each in treated:
        days.setdefault((each.case, each.forum), []).append(each.on)
    missed = [
        each
        for each in returns
        if each.by < on
        and not any(each.agreed_on < day <= on for day in days.get((each.case, each.forum), ()))
    ]
    return tuple(sorted(missed, key=lambda each: (each.by, each.case, each.forum)))


def _ordered(items: Iterable[FollowUp]) -> FollowUps:
    return tuple(sorted(items, key=lambda item: (item.due or date.max, item.id)))
