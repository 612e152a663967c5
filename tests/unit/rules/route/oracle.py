"""A planner by the letter of the contract of routes: slow, plain, and without a line of the rules' own code."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from tests.unit.rules.route.plain_calendar import three_years_before
from tests.unit.rules.route.plain_case import AFTERWARDS, BEFORE, Case, Question, is_required, read
from tests.unit.rules.route.plain_schedule import (
    Stop,
    Stops,
    binding_on,
    decided_on,
    first_meeting,
    if_missed,
    schedule,
    slack_days,
)
from tests.unit.rules.route.plain_way import Blocked, Way, ways

Open = list[tuple[list[str], list[Way] | Blocked]]


def answer(document: Mapping[str, Any], question: Question) -> dict[str, Any]:
    """The answer as JSON, all of it but the message of a blocked case."""
    case = read(document, question)
    open_ways = [(alternative, ways(case, alternative)) for alternative in case.alternatives]
    chosen = plan(case, open_ways, question.ready)
    ready = latest_ready(case, open_ways)
    ends = {"latest_ready": written(ready), "missing_facts": case.missing_facts}
    if isinstance(chosen, Blocked):
        return {
            "schema": "samstyr.route/1",
            "status": "blocked",
            "decided_on": None,
            "binding_on": None,
            "legs": [],
            "binding_leg": None,
            "if_missed": {},
            "blocked": chosen.as_json(),
            "informed": [],
            "asked": [],
            **ends,
        }
    way, stops = chosen
    slack = {leg: slack_days(case, way, stops, leg) for leg in way.legs}
    return {
        "schema": "samstyr.route/1",
        "status": "planned",
        "decided_on": written(decided_on(way, stops)),
        "binding_on": written(binding_on(way, stops)),
        "legs": [
            {**leg_as_json(way, stops[leg], leg), "slack_days": slack[leg]}
            for leg in sorted(way.legs, key=lambda leg: (stops[leg].sits_on, leg))
        ],
        "binding_leg": min(
            (leg for leg in way.legs if slack[leg] == 0),
            key=lambda leg: (stops[leg].ready - stops[leg].sits_on, stops[leg].sits_on, leg),
        ),
        "if_missed": {leg: written(if_missed(case, way, stops, leg)) for leg in way.legs},
        "blocked": None,
        "informed": informed(case, way, stops),
        "asked": asked(case, way),
        **ends,
    }


def chosen_way(document: Mapping[str, Any], question: Question) -> tuple[Case, Way, Stops] | None:
    """The way of the answer and its stops, to be replanned; none for a blocked case."""
    case = read(document, question)
    open_ways = [(alternative, ways(case, alternative)) for alternative in case.alternatives]
    chosen = plan(case, open_ways, question.ready)
    return None if isinstance(chosen, Blocked) else (case, *chosen)


def plan(case: Case, open_ways: Open, ready: date) -> tuple[Way, Stops] | Blocked:
    """Of all alternatives the one that decides first, or why the first of them is blocked."""
    if not open_ways:
        return Blocked("no-decider")
    found, blocked = [], []
    for alternative, able in open_ways:
        best = able if isinstance(able, Blocked) else plan_chains(case, able, ready)
        if isinstance(best, Blocked):
            blocked.append((alternative, best))
        else:
            way, stops = best
            found.append(((decided_on(way, stops), len(way.legs), alternative), best))
    if found:
        return min(found, key=lambda each: each[0])[1]
    return min(blocked, key=lambda each: each[0])[1]


def plan_chains(case: Case, able: list[Way], ready: date) -> tuple[Way, Stops] | Blocked:
    """Of several chains the one that decides first, or why the first of them is blocked."""
    found, blocked = [], []
    for way in able:
        stops = schedule(case, way, ready)
        if isinstance(stops, Blocked):
            blocked.append((way.chain, stops))
        else:
            found.append(((decided_on(way, stops), len(way.legs), way.chain), (way, stops)))
    if found:
        return min(found, key=lambda each: each[0])[1]
    return min(blocked, key=lambda each: each[0])[1]


def latest_ready(case: Case, open_ways: Open) -> date | None:
    """The last day, from the wanted one back, on which the paper may be ready: every day is tried."""
    by = case.question.by
    if by is None:
        return None
    ready = by
    while ready >= three_years_before(by):
        chosen = plan(case, open_ways, ready)
        if not isinstance(chosen, Blocked) and decided_on(*chosen) <= by:
            return ready
        ready -= timedelta(days=1)
    return None


def informed(case: Case, way: Way, stops: Stops) -> list[dict[str, Any]]:
    decided = max(stops[forum].available for forum in way.deciders)
    told = [
        {
            "forum": m["to"],
            "by": m["forum"],
            "act": m["act"],
            "mandate": m["id"],
            "on": written(first_meeting(case, m["to"], decided)),
        }
        for act in AFTERWARDS
        for m in case.held[act]
        if m["to"] in case.fora
    ]
    return sorted(told, key=lambda each: (each["forum"], each["by"], each["mandate"]))


def asked(case: Case, way: Way) -> list[dict[str, Any]]:
    found = [
        {"forum": m["forum"], "to": m["to"], "act": m["act"], "mandate": m["id"]}
        for act in BEFORE
        for m in case.held[act]
        if not is_required(m) and m["to"] in way.fora
    ]
    return sorted(found, key=lambda each: (each["forum"], each["to"], each["mandate"]))


def leg_as_json(way: Way, stop: Stop, leg: str) -> dict[str, Any]:
    found = way.legs[leg]
    mandate = found.mandate or {}
    return {
        "id": leg,
        "forum": found.forum,
        "act": found.act,
        "mode": stop.mode,
        "ready": written(stop.ready),
        "submit_by": written(stop.submit_by),
        "sits_on": written(stop.sits_on),
        "available": written(stop.available),
        "after": sorted(found.waits),
        "mandate": mandate.get("id"),
        "basis": mandate.get("basis", {}).get("instrument"),
    }


def written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
