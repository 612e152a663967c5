"""The days of a way: forwards from the day a paper is ready, and backwards from the day all must be done.

Source: contract of routes, "Sitting", and of the answer `slack_days`, `if_missed` and `latest_ready`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from samstyr.rules.route.rhythm import Mode
from samstyr.rules.route.way import PlannedLeg, Way

MOST_SLACK: Final = 400


@dataclass(frozen=True, slots=True)
class Sitting:
    """When one leg is ready, sits and can be used; `in_writing` where it does not meet."""

    ready: date
    sits_on: date
    available: date
    in_writing: bool = False


@dataclass(frozen=True, slots=True)
class NoMeeting:
    """The leg that finds no sitting in the known calendar: the one that is ready first, then by forum."""

    leg: PlannedLeg
    ready: date

    @property
    def last_meeting(self) -> date | None:
        """The last meeting its forum has, None where it has none."""
        return self.leg.rhythm.meetings[-1] if self.leg.rhythm.meetings else None


@dataclass(frozen=True, slots=True)
class Given:
    """What is not planned but given, by the position of a leg.

    `settled`: sittings that have been, or are agreed; `put_off`: how many meetings later than it could a leg
    sits; `from_day`: the day before which a leg can't be handed papers; `today`: the same for every forum (a
    hearing may have begun earlier).
    """

    settled: Mapping[int, Sitting] = field(default_factory=dict)
    put_off: Mapping[int, int] = field(default_factory=dict)
    from_day: Mapping[int, date] = field(default_factory=dict)
    today: date | None = None


NOTHING_GIVEN: Final = Given()


def timed(way: Way, ready: date, given: Given = NOTHING_GIVEN) -> list[Sitting] | NoMeeting:
    """The sitting of every leg, each the earliest it can make."""
    sittings: list[Sitting | None] = []
    stuck: list[NoMeeting] = []
    settled, put_off, today = given.settled, given.put_off, given.today
    for position, leg in enumerate(way.legs):
        if position in settled:
            sittings.append(settled[position])
            continue
        own_ready = ready
        if today is not None and not leg.is_hearing:
            own_ready = max(ready, today, given.from_day.get(position, ready))
        reachable = True
        for other in leg.waits:
            earlier = sittings[other]
            if earlier is None:
                reachable = False
            elif earlier.available > own_ready:
                own_ready = earlier.available
        found = _sitting(leg, own_ready, put_off.get(position, 0)) if reachable else None
        if found is None and reachable:
            stuck.append(NoMeeting(leg, own_ready))
        sittings.append(found)
    if stuck:
        return min(stuck, key=lambda none: (none.ready, none.leg.forum))
    return [sitting for sitting in sittings if sitting is not None]


def _sitting(leg: PlannedLeg, ready: date, put_off: int) -> Sitting | None:
    """The first sitting a leg can make, or as many of its meetings later as it is put off."""
    found = leg.rhythm.sitting(ready)
    if found is None:
        return None
    sits_on, in_writing = found
    if put_off and not in_writing and leg.rhythm.takes is None:
        meeting = leg.rhythm.next_meeting(sits_on, put_off)
        if meeting is None:
            return None
        sits_on = meeting
    return Sitting(ready, sits_on, leg.rhythm.available(sits_on), in_writing)


def decided_on(way: Way, sittings: Sequence[Sitting]) -> date:
    """The day of the decision: the latest sitting of those who decide."""
    return max(sittings[position].sits_on for position in way.deciding)


def binding_on(way: Way, sittings: Sequence[Sitting]) -> date:
    """The day the decision is binding: the latest sitting of those who ratify, else of those who decide."""
    return max(sittings[position].sits_on for position in way.ending)


def mode_of(leg: PlannedLeg, sitting: Sitting) -> Mode:
    """How the leg is done."""
    if leg.is_hearing:
        return Mode.HEARING
    return Mode.WRITTEN if sitting.in_writing else Mode.MEETING


def slack(way: Way, sittings: Sequence[Sitting]) -> list[int]:
    """For each leg the plain days, up to 400, that it can sit and be usable later without moving the day
    that binds.
    """
    binds = binding_on(way, sittings)
    available_by = _needed_by(way, dict.fromkeys(way.ending, binds))[0]
    found = []
    for position, sitting in enumerate(sittings):
        room = MOST_SLACK
        needed = available_by[position]
        if needed is not None:
            room = min(room, (needed - sitting.available).days)
        if position in way.ending:
            room = min(room, (binds - sitting.sits_on).days)
        found.append(max(room, 0))
    return found


def latest_ready(way: Way, by: date) -> date | None:
    """The last day to be ready on for a decision by a day; date.min where there is none, None where any day
    will do.
    """
    return _needed_by(way, dict.fromkeys(way.deciding, by))[1]


def _needed_by(way: Way, sits_by: Mapping[int, date]) -> tuple[list[date | None], date | None]:
    """For each leg the last day its outcome is early enough, and the last ready date, for sittings by some
    days.

    None: any day; date.min: no day, and then nothing is known of the legs before.
    """
    needed: list[date | None] = [None] * len(way.legs)
    start: date | None = None
    for position in range(len(way.legs) - 1, -1, -1):
        leg = way.legs[position]
        limit = leg.rhythm.latest_ready(sits_by.get(position), needed[position])
        if limit is None:
            continue
        if limit == date.min:
            return needed, limit
        for other in leg.waits:
            known = needed[other]
            needed[other] = limit if known is None else min(known, limit)
        if not leg.waits:
            start = limit if start is None else min(start, limit)
    return needed, start


def missed(
    way: Way, ready: date, sittings: Sequence[Sitting], position: int, given: Given = NOTHING_GIVEN
) -> date | None:
    """The day that binds if a leg's sitting is missed and the forum's next meeting after it is used.

    None for a leg without a meeting, and where it or a later leg then has no sitting.
    """
    leg, sitting = way.legs[position], sittings[position]
    if sitting.in_writing or leg.rhythm.takes is not None:
        return None
    again = leg.rhythm.next_meeting(sitting.sits_on)
    if again is None:
        return None
    settled = {**given.settled, **dict(enumerate(sittings[:position]))}
    settled[position] = Sitting(sitting.ready, again, leg.rhythm.available(again))
    replanned = timed(way, ready, replace(given, settled=settled))
    return None if isinstance(replanned, NoMeeting) else binding_on(way, replanned)
