"""How the calendars of fora fit together: where papers wait, and which meeting to move."""

import datetime
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samstyr.meetings.queries import cases_visible_to
from samstyr.meetings.queries.between import titles_of
from samstyr.meetings.queries.routes import progress_on, question_of
from samstyr.registry.queries import current_register
from samstyr.rules.calendar_health import Gain, Move, Travelling, best_moves, duties_as_journeys, handovers
from samstyr.rules.procedure.states import CaseState
from samstyr.rules.register import Register
from samstyr.rules.rights import Viewer
from samstyr.web.seen import day_of, viewer_of

AHEAD: Final = datetime.timedelta(days=365)
MOST_CASES: Final = 200  # journeys that a move is weighed by


@dataclass(frozen=True, slots=True)
class ShownGain:
    """What a move does to a journey, by the journey's name and page."""

    gain: Gain
    name: str
    address: str

    @property
    def days(self) -> int:
        return abs(self.gain.days)


@dataclass(frozen=True, slots=True)
class ShownMove:
    """A move and what it does."""

    move: Move
    gains: tuple[ShownGain, ...]

    @property
    def shift(self) -> int:
        return abs(self.move.shift)


def health(request: HttpRequest) -> HttpResponse:
    """Show the waiting between each pair of fora in the year ahead, and the moves of a meeting that save most."""
    viewer, register, on = viewer_of(request), current_register(), day_of(request)
    last = on + AHEAD
    travelling, names = _travelling(viewer, register, on, last)
    context = {
        "register": register,
        "on": on,
        "last": last,
        "handovers": handovers(register, on, last),
        "moves": [
            ShownMove(move, tuple(ShownGain(gain, *names[gain.key]) for gain in move.gains))
            for move in best_moves(register, travelling, on, last)
        ],
        "journeys": len(travelling),
    }
    return render(request, "journeys/health.html", context)


def _travelling(
    viewer: Viewer, register: Register, on: datetime.date, last: datetime.date
) -> tuple[list[Travelling], dict[str, tuple[str, str]]]:
    """Answer the open cases the viewer may see and the standing duties as journeys, with name and page of each."""
    open_cases = cases_visible_to(viewer).filter(state=CaseState.ROUTED.value, start__isnull=False)
    cases = list(open_cases.order_by("-pk")[:MOST_CASES])
    titles = titles_of(viewer, cases)
    progress = progress_on(cases, viewer, on)
    found: list[Travelling] = []
    names: dict[str, tuple[str, str]] = {}
    for case in cases:
        question = question_of(case, register)
        if question is not None:
            key = f"case:{case.pk}"
            found.append(Travelling(key, question, progress[case.pk]))
            names[key] = (titles.get(case.pk) or _("Closed case"), reverse("case-journey", args=[case.pk]))
    for journey in duties_as_journeys(register, on, last):
        duty = register.duties[journey.key.split(":")[1]]
        found.append(journey)
        names[journey.key] = (duty.name, reverse("duty", args=[duty.id]))
    return found, names
