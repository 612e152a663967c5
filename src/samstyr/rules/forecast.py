"""How sure the day of a decision is: a journey simulated with the postponements that fora have a record of.

At each meeting on the way the item is postponed with the forum's own rate, to the next meeting, where it may be
postponed again. What is done in writing, and a hearing that takes a length of time, is not postponed.
Source: contract of routes, the last paragraph.
"""

import math
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from samstyr.rules.register import Register
from samstyr.rules.route import NO_PROGRESS, Hindrance, Progress, Question, Timetable, Why, timetable
from samstyr.rules.route.timing import NoMeeting, decided_on, timed

SCHEMA: Final = "samstyr.forecast/1"
RUNS: Final = 2_000
SEED: Final = 20_170_628
"""The same question has the same answer."""
FEWEST_ITEMS: Final = 5
"""A forum with fewer treated items than this is given the rate of all fora together."""


@dataclass(frozen=True, slots=True)
class Record:
    """How many items a forum has treated, and how many of those it postponed."""

    items: int = 0
    postponed: int = 0


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a forum is taken to postpone an item, a share 0-1: its own record, or (pooled) that of all.

    `items` are the forum's own.
    """

    forum: str
    rate: float
    items: int
    pooled: bool

    @property
    def percent(self) -> int:
        """The rate in whole per cent."""
        return round(self.rate * 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """When the case is decided in half and in nine tenths of all runs.

    A day is None where those runs end after the last meeting known. `decided_on` is the planned day; `beyond`
    the number of runs that found no meeting; `rates` those of the fora that meet on the way, by forum.
    """

    decided_on: date | None = None
    p50: date | None = None
    p90: date | None = None
    runs: int = 0
    beyond: int = 0
    rates: tuple[Rate, ...] = ()
    blocked: Why | None = None

    def as_json(self) -> dict[str, Any]:
        """As `samstyr forecast --json` prints it."""
        return {
            "schema": SCHEMA,
            "status": "planned" if self.blocked is None else "blocked",
            "decided_on": _iso(self.decided_on),
            "p50": _iso(self.p50),
            "p90": _iso(self.p90),
            "runs": self.runs,
            "beyond": self.beyond,
            "fora": [
                {"forum": each.forum, "rate": each.rate, "items": each.items, "pooled": each.pooled}
                for each in self.rates
            ],
            "blocked": None if self.blocked is None else self.blocked.value,
        }


def forecast(
    register: Register,
    question: Question,
    records: Mapping[str, Record],
    progress: Progress = NO_PROGRESS,
    runs: int = RUNS,
) -> Forecast:
    """The 50th and 90th percentile of the day of the decision, by the record of each forum.

    The alternative and the chain that plan first are kept. Raises as `plan_route` does.
    """
    found = timetable(register, question, progress)
    if isinstance(found, Hindrance):
        return Forecast(blocked=found.why)
    rates = _rates(found, records)
    days = _simulated(found, question.ready, {each.forum: each.rate for each in rates}, runs)
    return Forecast(
        decided_on=found.decided_on,
        p50=_percentile(days, 50),
        p90=_percentile(days, 90),
        runs=runs,
        beyond=days.count(None),
        rates=rates,
    )


def _rates(found: Timetable, records: Mapping[str, Record]) -> tuple[Rate, ...]:
    """The rate of every forum that meets on the way and has not met yet."""
    items = sum(record.items for record in records.values())
    pooled = sum(record.postponed for record in records.values()) / items if items else 0.0
    rates = []
    for forum in sorted({found.way.legs[position].forum for position in _meeting(found)}):
        record = records.get(forum, Record())
        is_pooled = record.items < FEWEST_ITEMS
        rate = pooled if is_pooled else record.postponed / record.items
        rates.append(Rate(forum, rate, record.items, is_pooled))
    return tuple(rates)


def _meeting(found: Timetable) -> list[int]:
    """The positions of the legs whose day is a meeting, and not given."""
    return [
        position
        for position, leg in enumerate(found.way.legs)
        if position not in found.given.settled and leg.rhythm.takes is None and leg.rhythm.meetings
    ]


def _simulated(
    found: Timetable, ready: date, rates: Mapping[str, float], runs: int
) -> list[date | None]:  # fmt: skip
    """The day of the decision in each run, in order; None, which comes last, where no meeting was left."""
    chance = random.Random(SEED)
    legs = [(position, found.way.legs[position]) for position in _meeting(found)]
    days: list[date] = []
    for _ in range(runs):
        put_off = {
            position: _times(chance, rates[leg.forum], len(leg.rhythm.meetings)) for position, leg in legs
        }
        given = replace(found.given, put_off=put_off)
        sittings = timed(found.way, ready, given)
        if not isinstance(sittings, NoMeeting):
            days.append(decided_on(found.way, sittings))
    return [*sorted(days), *[None] * (runs - len(days))]


def _times(chance: random.Random, rate: float, most: int) -> int:
    """How many times in a row an item is postponed at this rate, no more than there are meetings."""
    times = 0
    while times < most and chance.random() < rate:
        times += 1
    return times


def _percentile(days: list[date | None], percent: int) -> date | None:
    """The day on or before which so many percent of the runs ended (nearest rank)."""
    return days[math.ceil(len(days) * percent / 100) - 1]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
