"""Reporting rounds: one request for each initiative, who is to be reminded, and what reporting once saves.

Source: contract of measures, "Portfolio: report once" (asking twice is a defect).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from samstyr.rules.verdict import Allowed, Denied, Verdict


class RequestState(StrEnum):
    """Where a request for a report is; `late` is what a request that nobody answered in time is on a day."""

    ASKED = "asked"
    LATE = "late"
    REPORTED = "reported"
    CHECKED = "checked"
    APPROVED = "approved"


UNANSWERED: Final = frozenset({RequestState.ASKED, RequestState.LATE})

TRANSITIONS: Final[Mapping[RequestState, frozenset[RequestState]]] = {
    RequestState.ASKED: frozenset({RequestState.REPORTED, RequestState.LATE}),
    RequestState.LATE: frozenset({RequestState.REPORTED}),
    # The quality check sends a report back to the one who wrote it.
    RequestState.REPORTED: frozenset({RequestState.CHECKED, RequestState.ASKED}),
    RequestState.CHECKED: frozenset({RequestState.APPROVED, RequestState.ASKED}),
    RequestState.APPROVED: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One initiative is asked for one report, on behalf of all fora that follow it.

    `due`: the last day; `lead`: the organisation that is asked; `reminded_on`: the last day it was reminded.
    """

    initiative: str
    lead: str
    fora: frozenset[str]
    asked_on: date
    due: date
    state: RequestState = RequestState.ASKED
    reminded_on: date | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Reminders:
    """When an open request is reminded: so many days before it is due, and every so many days after (0: not at all)."""

    before: tuple[int, ...] = (7, 1)
    every_after: int = 7


DEFAULT_REMINDERS: Final = Reminders()


@dataclass(frozen=True, slots=True)
class Saved:
    """What reporting once saves: reports asked for, reports that the fora wanted, and the difference."""

    asked: int
    wanted: int

    @property
    def saved(self) -> int:
        return self.wanted - self.asked


def may_step(state: RequestState, to: RequestState) -> Verdict:
    """Tell whether a request may go from one state to another. Denied: `no-such-step` with machine, state and to."""
    if to in TRANSITIONS[state]:
        return Allowed()
    return Denied("no-such-step", {"machine": "report-request", "state": state, "to": to})


def state_on(request: Request, on: date) -> RequestState:
    """Answer where a request is on a day: late where it is only asked and was due before the day."""
    if request.state == RequestState.ASKED and request.due < on:
        return RequestState.LATE
    return request.state


def plan_requests(portfolios: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    """Answer who is to be asked, given each forum's initiatives: every initiative once, with the fora that want it.

    Both by id. Source: contract of measures, "Portfolio: report once".
    """
    wanted: dict[str, set[str]] = {}
    for forum, initiatives in portfolios.items():
        for initiative in initiatives:
            wanted.setdefault(initiative, set()).add(forum)
    return {initiative: frozenset(wanted[initiative]) for initiative in sorted(wanted)}


def to_remind(
    requests: Iterable[Request], on: date, reminders: Reminders = DEFAULT_REMINDERS
) -> tuple[Request, ...]:
    """Answer the requests to be reminded of on a day, by due day and initiative.

    A request without a report is reminded on each day of its plan. Where nobody reminded on such a day, it is made up
    for on the next, once; never on the day it was asked or before, and never twice on one day.
    """
    found = []
    for request in requests:
        day = _newest_reminder(request, on, reminders)
        told = request.asked_on if request.reminded_on is None else request.reminded_on
        if request.state in UNANSWERED and day is not None and day > max(told, request.asked_on):
            found.append(request)
    return tuple(sorted(found, key=lambda request: (request.due, request.initiative)))


def saved(requests: Iterable[Request]) -> Saved:
    """Answer how many reports were asked for and how many the fora would have asked for each on its own.

    n fora that follow an initiative want one report: n - 1 saved. Without a forum nothing is saved or wasted. Source:
    contract of measures, "Portfolio: report once".
    """
    counts = [max(len(request.fora), 1) for request in requests]
    return Saved(asked=len(counts), wanted=sum(counts))


def _newest_reminder(request: Request, on: date, reminders: Reminders) -> date | None:
    """The last day on or before a day on which the plan reminds; None where there is none yet."""
    days = [request.due - timedelta(days=before) for before in reminders.before]
    late = (on - request.due).days
    if reminders.every_after and late >= reminders.every_after:
        days.append(on - timedelta(days=late % reminders.every_after))
    return max((day for day in days if day <= on), default=None)
