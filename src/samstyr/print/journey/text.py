"""A journey as plain text that can be pasted in a letter."""

from collections.abc import Iterator

from samstyr.print.journey.model import Journey, Stop, headline
from samstyr.rules.route import Mode
from samstyr.rules.wording import day, days


def journey_text(journey: Journey) -> str:
    """Answer the journey line by line, in Danish: what, when, every stop, what a miss costs."""
    return "\n".join(_lines(journey)) + "\n"


def _lines(journey: Journey) -> Iterator[str]:
    yield f"Rejse for »{journey.matter}«"
    yield f"Fra {journey.start}, klar {day(journey.ready)}"
    yield ""
    yield headline(journey)
    if journey.wanted_by is not None:
        yield latest_words(journey)
    for number, stop in enumerate(journey.stops, start=1):
        yield ""
        yield f"{number}. {day(stop.sits_on)}: {stop.forum} {stop.deed}{_how(stop)}"
        yield from (f"   {line}" for line in _details(stop))
    if journey.binding_stop is not None:
        yield ""
        yield f"Længst ventetid uden luft: {journey.binding_stop.forum}, {days(journey.binding_stop.waiting_days)}."
    for name, on in journey.informed:
        yield f"Derefter orienteres {name}: {day(on) if on else 'intet kendt møde'}."


def _how(stop: Stop) -> str:
    return " skriftligt" if stop.mode == Mode.WRITTEN else ""


def _details(stop: Stop) -> Iterator[str]:
    if stop.submit_by is not None:
        yield f"Materiale senest {day(stop.submit_by)}"
    yield f"Venter {days(stop.waiting_days)}; luft: {days(stop.slack_days)}"
    if stop.if_missed is not None:
        yield f"Nås det ikke: bindende {day(stop.if_missed)}"
    if stop.basis:
        yield f"Hjemmel: {stop.basis}"


def latest_words(journey: Journey) -> str:
    """Answer whether the day wanted can be held. Raises ValueError where none is wanted."""
    if journey.wanted_by is None:
        raise ValueError("expected a journey with a day by which it is wanted")
    if journey.latest_ready is None:
        return f"En beslutning senest {day(journey.wanted_by)} kan ikke nås."
    return f"For en beslutning senest {day(journey.wanted_by)} skal sagen være klar senest {day(journey.latest_ready)}."
