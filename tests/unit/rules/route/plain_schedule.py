"""The dates of one way: every leg sits as early as it can, one after the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.unit.rules.route.plain_calendar import NEXT_WEEKDAY, after, before
from tests.unit.rules.route.plain_case import Case
from tests.unit.rules.route.plain_way import Blocked, Leg, Way

NO_DAYS = {"days": 0}
MOST_SLACK = 400


@dataclass(frozen=True, slots=True)
class Stop:
    """When a leg is ready, sits and has its outcome elsewhere."""

    ready: date
    sits_on: date
    available: date
    mode: str
    submit_by: date | None = None


Stops = Mapping[str, Stop]
Moved = Mapping[str, tuple[date, date]]


def schedule(case: Case, way: Way, ready: date, moved: Moved | None = None) -> Stops | Blocked:
    """The stops of a way, or the first forum that has no sitting.

    `moved` are legs whose sitting and whose outcome are said to be on other days than their own.
    """
    stops: dict[str, Stop] = {}
    stuck: list[tuple[date, str]] = []
    left = list(way.legs.values())
    while True:
        can = [leg for leg in left if leg.waits <= stops.keys()]
        if not can:
            break
        for leg in can:
            left.remove(leg)
            start = max((stops[other].available for other in leg.waits), default=ready)
            stop = sit(case, leg, start)
            if stop is not None and moved and leg.id in moved:
                stop = Stop(start, *moved[leg.id], stop.mode, stop.submit_by)
            if stop is None:
                stuck.append((start, leg.forum))
            else:
                stops[leg.id] = stop
    if stuck:
        _, forum = min(stuck)
        return Blocked("no-meeting", (forum,), max(case.fora[forum].get("meetings", ()), default=None))
    return stops


def procedure(case: Case, forum: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = case.fora[forum].get("procedure", {})
    return found


def handed_over(case: Case, forum: str, day: date) -> date:
    return after(day, procedure(case, forum).get("handover", NEXT_WEEKDAY))


def deadline(case: Case, forum: str, meeting: date) -> date:
    return before(meeting, procedure(case, forum).get("papers_before", NO_DAYS))


def first_meeting(case: Case, forum: str, ready: date) -> date | None:
    """The earliest meeting of a forum whose papers may come on the day they are ready."""
    able = [m for m in case.fora[forum].get("meetings", ()) if deadline(case, forum, m) >= ready]
    return min(able, default=None)


def sit(case: Case, leg: Leg, start: date) -> Stop | None:
    """The first sitting of a leg, or none in the known calendar."""
    if leg.hearing is not None and "takes" in leg.hearing:
        end = after(start, leg.hearing["takes"])
        return Stop(start, end, end, "hearing")
    meeting = first_meeting(case, leg.forum, start)
    written = procedure(case, leg.forum).get("written")
    if case.question.written and written is not None and leg.hearing is None:
        done = after(start, written)
        if meeting is None or done < meeting:
            return Stop(start, done, handed_over(case, leg.forum, done), "written")
    if meeting is None:
        return None
    outcome = handed_over(case, leg.forum, meeting)
    mode = "meeting" if leg.hearing is None else "hearing"
    return Stop(start, meeting, outcome, mode, deadline(case, leg.forum, meeting))


def decided_on(way: Way, stops: Stops) -> date:
    return max(stops[forum].sits_on for forum in way.deciders)


def binding_on(way: Way, stops: Stops) -> date:
    return max((stops[leg].sits_on for leg in way.ratifications), default=decided_on(way, stops))


def binding_with(case: Case, way: Way, moved: Moved) -> date | None:
    """When the decision is binding where these legs are moved; none where a leg then has no sitting."""
    stops = schedule(case, way, case.question.ready, moved)
    return None if isinstance(stops, Blocked) else binding_on(way, stops)


def binding_later(case: Case, way: Way, stops: Stops, leg: str, days: int) -> date | None:
    """When the decision is binding where one leg is so many days later."""
    shift = timedelta(days=days)
    return binding_with(case, way, {leg: (stops[leg].sits_on + shift, stops[leg].available + shift)})


def slack_days(case: Case, way: Way, stops: Stops, leg: str) -> int:
    """How many days later a leg may be: the first number that moves the binding date ends the search, for
    what is later never makes anything earlier.
    """
    now = binding_on(way, stops)
    for days in range(1, MOST_SLACK + 1):
        if binding_later(case, way, stops, leg, days) != now:
            return days - 1
    return MOST_SLACK


def if_missed(case: Case, way: Way, stops: Stops, leg: str) -> date | None:
    """When the decision is binding where a leg sits one meeting later."""
    forum, hearing = way.legs[leg].forum, way.legs[leg].hearing
    if stops[leg].mode == "written" or (hearing is not None and "takes" in hearing):
        return None
    later = [m for m in case.fora[forum].get("meetings", ()) if m > stops[leg].sits_on]
    if not later:
        return None
    return binding_with(case, way, {leg: (min(later), handed_over(case, forum, min(later)))})
