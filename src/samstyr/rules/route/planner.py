"""When a case can be decided, over which legs, and what each of them can cost.

Source: contract of routes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from samstyr.rules.mandate import GivenFacts, UnknownIdError, missing_facts
from samstyr.rules.register import NO_FACTS, Facts, Register
from samstyr.rules.route.answer import Asked, Blocked, Informed, Leg, Route
from samstyr.rules.route.hindrance import message_of
from samstyr.rules.route.matter import Matter
from samstyr.rules.route.planning import (
    NO_PROGRESS,
    Hindrance,
    Progress,
    Timetable,
    first_decided,
    possible_ways,
)
from samstyr.rules.route.rhythm import rhythm_of
from samstyr.rules.route.timing import Sitting, binding_on, latest_ready, missed, mode_of, slack
from samstyr.rules.route.way import Way

YEARS_BACK: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked.

    `start`: the forum where the paper lies; `ready`: the day it is ready; `by`: the day a decision is wanted
    by, for `latest_ready`; `on`: the day the register is read as of, by default the ready date; `written`:
    whether fora that have a written procedure may use it; `facts`: of the case.
    """

    subject: str
    start: str
    ready: date
    by: date | None = None
    on: date | None = None
    written: bool = False
    facts: GivenFacts = NO_FACTS


def plan_route(register: Register, question: Question, progress: Progress = NO_PROGRESS) -> Route:
    """The way on which the case is decided first, with all its days, or why there is none.

    With `progress` the legs that are settled keep their days, and the rest is planned from today on.
    Raises UnknownIdError for a subject or forum the register does not have, and OverflowError where a length
    of time leads out of the calendar.
    """
    matter, ways = _ways(register, question)
    missing = missing_facts(register, question.subject, matter.on, matter.facts)
    latest = None if question.by is None else _latest_ready(ways, question.by)
    found = first_decided(ways, question.ready, progress)
    if isinstance(found, Hindrance):
        message = message_of(register, question.subject, question.start, found)
        blocked = Blocked(found.why, found.fora, found.after, message)
        return Route(blocked=blocked, latest_ready=latest, missing_facts=missing)
    way, sittings = found.way, found.sittings
    legs = _legs(way, sittings)
    return Route(
        decided_on=found.decided_on,
        binding_on=binding_on(way, sittings),
        legs=legs,
        deciding=tuple(sorted(way.goals)),
        binding_leg=_binding_leg(legs),
        if_missed={
            leg.id: missed(way, question.ready, sittings, position, found.given)
            for position, leg in enumerate(way.legs)
        },
        latest_ready=latest,
        informed=_informed(matter, found),
        asked=tuple(Asked(m.forum, m.to or "", m.act.value, m.id) for m in matter.asked(way.steps)),
        missing_facts=missing,
    )


def timetable(
    register: Register, question: Question, progress: Progress = NO_PROGRESS
) -> Timetable | Hindrance:
    """The way a route takes with its days alone, or what stands in its way; raises as `plan_route` does."""
    return first_decided(_ways(register, question)[1], question.ready, progress)


def decision_date(register: Register, question: Question) -> date | None:
    """The day of the decision alone, None where there is no way; raises as `plan_route` does."""
    found = timetable(register, question)
    return None if isinstance(found, Hindrance) else found.decided_on


def _ways(register: Register, question: Question) -> tuple[Matter, list[list[Way] | Hindrance]]:
    if question.start not in register.fora:
        raise UnknownIdError("forum", question.start)
    on = question.ready if question.on is None else question.on
    matter = Matter.of(register, question.subject, on, Facts.of(question.facts))
    return matter, possible_ways(matter, question.start, in_writing=question.written)


def _latest_ready(ways: Sequence[list[Way] | Hindrance], by: date) -> date | None:
    """The last day to be ready on for a decision by a day, up to three years before it."""
    found = None
    for alternative in ways:
        for way in [] if isinstance(alternative, Hindrance) else alternative:
            latest = latest_ready(way, by)
            day = by if latest is None else min(latest, by)
            found = day if found is None else max(found, day)
    return None if found is None or found < _years_before(by) else found


def _years_before(day: date) -> date:
    """The same day three years earlier, 28 February for 29 February."""
    year = day.year - YEARS_BACK
    if year < date.min.year:
        return date.min
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _legs(way: Way, sittings: Sequence[Sitting]) -> tuple[Leg, ...]:
    """The legs in the order they sit, then by id."""
    room = slack(way, sittings)
    legs = [
        Leg(
            id=leg.id,
            forum=leg.forum,
            act=leg.act,
            mode=mode_of(leg, sitting),
            ready=sitting.ready,
            submit_by=None
            if sitting.in_writing or leg.rhythm.takes is not None
            else leg.rhythm.submit_by(sitting.sits_on),
            sits_on=sitting.sits_on,
            available=sitting.available,
            after=tuple(sorted(way.legs[other].id for other in leg.waits)),
            mandate=None if leg.mandate is None else leg.mandate.id,
            basis=None if leg.mandate is None or leg.mandate.basis is None else leg.mandate.basis.instrument,
            slack_days=room[position],
        )
        for position, (leg, sitting) in enumerate(zip(way.legs, sittings, strict=True))
    ]
    return tuple(sorted(legs, key=lambda leg: (leg.sits_on, leg.id)))


def _binding_leg(legs: Sequence[Leg]) -> str:
    """The leg without slack that waits longest, then the earliest, then by id."""
    return min(
        (leg for leg in legs if leg.slack_days == 0), key=lambda leg: (-leg.waiting_days, leg.sits_on, leg.id)
    ).id


def _informed(matter: Matter, found: Timetable) -> tuple[Informed, ...]:
    """Who is told, at the first meeting that the papers can make once the decision is available."""
    known = max(found.sittings[position].available for position in found.way.deciding)
    told = []
    for mandate in matter.told():
        to = mandate.to or ""
        sitting = rhythm_of(matter.register.fora[to], in_writing=False).sitting(known)
        on = None if sitting is None else sitting[0]
        told.append(Informed(to, mandate.forum, mandate.act.value, mandate.id, on))
    return tuple(told)
