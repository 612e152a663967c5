"""A route in the words and days that the drawing, the text and the paper show."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from samstyr.rules import wording
from samstyr.rules.register import Act, Mandate, Register
from samstyr.rules.route import Leg, Mode, Question, Route

MONTH: Final = datetime.timedelta(days=31)
SOON: Final = 2 * MONTH
DEEDS: Final = {
    Act.DECIDE: "beslutter",
    Act.APPROVE: "godkender",
    Act.RATIFY: "tiltræder",
    Act.RECOMMEND: "indstiller",
    Act.ASSURE: "kvalitetssikrer",
    Act.PREPARE: "forbereder",
    Act.ADVISE: "rådgiver",
    Act.ESCALATE: "eskalerer",
}
HEARD: Final = "høres"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One leg as it is shown: `forum` and `deed` in words, its days, and what it costs to miss it.

    `mandate`: what it rests on, None for a hearing, and `basis` that in words; `waits`: the places of the stops it
    waits for; `is_binding`: it is the leg that binds; `is_settled`: it has been, or is booked; `decides` and
    `ratifies` say what it ends.
    """

    id: str
    forum_id: str
    forum: str
    deed: str
    mode: Mode
    ready: datetime.date
    submit_by: datetime.date | None
    sits_on: datetime.date
    available: datetime.date
    waiting_days: int
    slack_days: int
    if_missed: datetime.date | None
    mandate: Mandate | None
    basis: str
    waits: tuple[int, ...]
    is_binding: bool
    is_settled: bool
    decides: bool
    ratifies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """A route as it is shown: `matter` and `start` in words, the stops in the order they sit.

    `meetings`: the known meetings of each forum on the way, by id; `informed`: whom the decision is told to, and
    when (None: no meeting is known).
    """

    matter: str
    start: str
    ready: datetime.date
    wanted_by: datetime.date | None
    latest_ready: datetime.date | None
    decided_on: datetime.date | None
    binding_on: datetime.date | None
    blocked: str
    stops: tuple[Stop, ...]
    meetings: Mapping[str, tuple[datetime.date, ...]] = field(default_factory=dict)
    informed: tuple[tuple[str, datetime.date | None], ...] = ()
    today: datetime.date | None = None

    @property
    def first_day(self) -> datetime.date:
        """The day the drawing begins with: today where the case is ready soon."""
        first = min([self.ready, *(stop.ready for stop in self.stops)])
        return self.today if self.today and first - SOON <= self.today < first else first

    @property
    def last_day(self) -> datetime.date:
        """The day the drawing ends with."""
        return max([self.ready + MONTH, *(stop.sits_on for stop in self.stops)])

    @property
    def binding_stop(self) -> Stop | None:
        """The leg that binds."""
        return next((stop for stop in self.stops if stop.is_binding), None)


def journey_of(
    register: Register,
    question: Question,
    route: Route,
    *,
    today: datetime.date | None = None,
    settled: Iterable[str] = (),
) -> Journey:
    """Answer a route in words. `settled`: the ids of the legs that have been, or are booked."""
    places = {leg.id: place for place, leg in enumerate(route.legs)}
    done = set(settled)
    return Journey(
        matter=register.subjects[question.subject].name,
        start=register.fora[question.start].name,
        ready=question.ready,
        wanted_by=question.by,
        latest_ready=route.latest_ready,
        decided_on=route.decided_on,
        binding_on=route.binding_on,
        blocked=route.blocked.message if route.blocked is not None else "",
        stops=tuple(_stop(register, route, leg, places, done) for leg in route.legs),
        meetings={leg.forum: register.fora[leg.forum].meetings for leg in route.legs},
        informed=tuple((register.fora[each.forum].name, each.on) for each in route.informed),
        today=today,
    )


def _stop(register: Register, route: Route, leg: Leg, places: Mapping[str, int], done: set[str]) -> Stop:
    is_hearing = leg.mode == Mode.HEARING
    return Stop(
        id=leg.id,
        forum_id=leg.forum,
        forum=register.fora[leg.forum].name,
        deed=HEARD if is_hearing else DEEDS[Act(leg.act)],
        mode=leg.mode,
        ready=leg.ready,
        submit_by=leg.submit_by,
        sits_on=leg.sits_on,
        available=leg.available,
        waiting_days=leg.waiting_days,
        slack_days=leg.slack_days,
        if_missed=route.if_missed[leg.id],
        mandate=register.mandates[leg.mandate] if leg.mandate is not None else None,
        basis=basis_of(register, register.mandates[leg.mandate]) if leg.mandate is not None else "",
        waits=tuple(places[other] for other in leg.after),
        is_binding=leg.id == route.binding_leg,
        is_settled=leg.id in done,
        decides=leg.id in route.deciding,
        ratifies=not is_hearing and leg.act == Act.RATIFY,
    )


def basis_of(register: Register, mandate: Mandate) -> str:
    """Answer what a mandate rests on in words, with the place in it; empty where nothing is said."""
    if mandate.basis is None:
        return ""
    name = register.instruments[mandate.basis.instrument].name
    return f"{name}, afsnit {mandate.basis.section}" if mandate.basis.section else name


def headline(journey: Journey) -> str:
    """Answer in a sentence when it can be decided, or why it can't."""
    if journey.decided_on is None or journey.binding_on is None:
        return journey.blocked
    said = f"Kan tidligst besluttes {wording.day(journey.decided_on)}"
    if journey.binding_on > journey.decided_on:
        said += f" og er bindende fra {wording.day(journey.binding_on)}"
    return f"{said}."
