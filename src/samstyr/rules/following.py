"""Following a case on its route: what has been settled, and what it cost that a leg could not sit as planned.

Source: contract of routes ("Every answer must be explainable"); architecture.md, states of a leg.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from samstyr.rules.procedure.states import LegState
from samstyr.rules.register import Register
from samstyr.rules.route import Held, Progress, Route

AGREED: Final = frozenset({LegState.BOOKED, LegState.ON_AGENDA})
DONE: Final = frozenset({LegState.TREATED, LegState.PASSED})
LIVE: Final = AGREED | DONE | {LegState.PLANNED}
"""A leg that was returned or skipped is none of the route's: the forum has to sit anew where it must sit."""


class DelayWhy(StrEnum):
    """Why a decision is later than was foreseen."""

    MISSED = "missed"
    POSTPONED = "postponed"
    BOOKED = "booked"
    MOVED = "moved"
    REPLANNED = "replanned"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegNow:
    """Where a leg of a case is: its forum and state, its meeting, and what was planned when it was last planned.

    `sat_on`: the day it was treated, None before; `in_writing`: that it was not at a meeting; `put_off_on`: the last
    meeting that postponed it. A leg planned in writing has no `submit_by`.
    """

    forum: str
    state: LegState
    meeting_on: date | None = None
    sat_on: date | None = None
    in_writing: bool = False
    put_off_on: date | None = None
    planned_on: date | None = None
    submit_by: date | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """The first leg that could not sit as planned: why, and from which day to which (None: no day)."""

    forum: str | None
    why: DelayWhy
    planned_on: date | None = None
    moved_to: date | None = None


def progress_of(legs: Iterable[LegNow], ratified: Mapping[str, date], today: date) -> Progress:
    """What is settled of a case: legs that were treated, are on an agenda or booked, what was ratified; and which
    legs must come again.

    `ratified`: the bodies that have, by id, with the day. A booked meeting that has been counts until its minutes
    say what came of the leg.
    """
    held: dict[str, Held] = {f"{body}:ratify": Held(day) for body, day in ratified.items()}
    again: dict[str, date] = {}
    for leg in legs:
        back_on = leg.sat_on if leg.state == LegState.RETURNED else leg.put_off_on
        if back_on is not None:
            again[leg.forum] = max(back_on, again.get(leg.forum, back_on))
        if leg.state in DONE and leg.sat_on is not None:
            held[leg.forum] = Held(leg.sat_on, leg.in_writing)
        elif leg.state in AGREED and leg.meeting_on is not None:
            held[leg.forum] = Held(leg.meeting_on, leg.in_writing)
    return Progress(held, again, today)


def first_slip(register: Register, legs: Iterable[LegNow], route: Route, today: date) -> Slip:
    """The leg because of which a route now decides later: of those that sit later than planned, the first.

    Where no leg of the route moved the route itself changed; a blocked route has the forum that hinders it.
    """
    before = {leg.forum: leg for leg in legs if leg.state in LIVE and leg.planned_on is not None}
    days: dict[str, date | None] = {leg.id: leg.sits_on for leg in route.legs}
    if route.blocked is not None:
        hindering = [forum for forum in route.blocked.fora if forum in before]
        days = dict.fromkeys(hindering, None)
    moved = [
        (leg.planned_on, forum)
        for forum, leg in before.items()
        if leg.planned_on is not None and forum in days and _is_later(days[forum], leg.planned_on)
    ]
    if not moved:
        fora = route.blocked.fora if route.blocked is not None else ()
        return Slip(fora[0] if len(fora) == 1 else None, DelayWhy.CHANGED)
    planned_on, forum = min(moved)
    return Slip(forum, _why(register, before[forum], planned_on, today), planned_on, days[forum])


def _is_later(day: date | None, planned_on: date) -> bool:
    return day is None or day > planned_on


def _why(register: Register, leg: LegNow, planned_on: date, today: date) -> DelayWhy:
    """Why a leg no longer sits on the day it was planned for; in writing, because nobody began in time."""
    if leg.put_off_on is not None and leg.put_off_on >= planned_on:
        return DelayWhy.POSTPONED
    is_in_writing = leg.submit_by is None
    if not is_in_writing and planned_on not in register.fora[leg.forum].meetings:
        return DelayWhy.MOVED
    if leg.state in AGREED and leg.meeting_on is not None:
        return DelayWhy.BOOKED
    if leg.submit_by is None:
        return DelayWhy.MISSED
    return DelayWhy.MISSED if leg.submit_by < today else DelayWhy.CHANGED
