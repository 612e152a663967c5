"""What must hold across the entries of a whole register: no circles, and no overlaps (lint rule G12)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, Final

from samstyr.rules.register.records import Forum, Instrument, Mandate
from samstyr.rules.register.validity import Validity

POINTERS_WITHOUT_CIRCLE: Final = (("organisations", "replaces"), ("fora", "parent"), ("subjects", "parent"))


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two entries of `list_name` that say the same for a time they share, from `since` (None: from always).

    `ids` are the two, in order; for seats the forum, the organisation and the role.
    """

    list_name: str
    ids: tuple[str, ...]
    since: date | None

    @property
    def id(self) -> str:
        """The id of the finding."""
        return "/".join(self.ids)


def circles(entries: Mapping[str, Any], pointer: str, starts: Iterable[str]) -> Iterator[list[str]]:
    """Every circle that following `pointer` from one of `starts` runs into, each once, as ids in their
    order along it.
    """
    follow: Callable[[Any], str | None] = attrgetter(pointer)
    done: set[str] = set()
    for start in starts:
        way: list[str] = []
        here: str | None = start
        while here is not None and here in entries and here not in done:
            done.add(here)
            way.append(here)
            here = follow(entries[here])
        if here in way:
            yield way[way.index(here) :]


def same_mandate(mandate: Mandate) -> tuple[object, ...]:
    """What two mandates share that say the same."""
    m = mandate
    return (m.forum, m.act, m.subject, m.to, m.effect, m.when_key)


def same_instrument(instrument: Instrument) -> tuple[object, ...]:
    """What two instruments share that are the same."""
    return (instrument.kind, instrument.name)


def mandate_overlaps(mandates: Iterable[Mandate], *, every: bool = True) -> Iterator[Overlap]:
    """Every pair of mandates with the same forum, act, subject, to, effect and when that are valid on a
    common day.

    Without `every`, each mandate that overlaps an earlier one is told once: quick even where all overlap all.
    """
    return _overlaps_of("mandates", mandates, same_mandate, every)


def instrument_overlaps(instruments: Iterable[Instrument], *, every: bool = True) -> Iterator[Overlap]:
    """Every pair of instruments with the same kind and name that are valid on a common day; `every` as
    above.
    """
    return _overlaps_of("instruments", instruments, same_instrument, every)


def seat_overlaps(forum: Forum) -> Iterator[Overlap]:
    """The organisations and roles with two seats of the forum on a common day, each once."""
    if len(forum.seats) < 2:
        return
    grouped: dict[tuple[str, str], list[tuple[Validity, str]]] = {}
    for seat in forum.seats:
        grouped.setdefault((seat.organisation, seat.role), []).append((seat.valid, ""))
    for (organisation, role), spans in grouped.items():
        for _, _, since in _sweep(spans, every=False):
            yield Overlap("fora", (forum.id, organisation, str(role)), since)
            break


def _overlaps_of(
    list_name: str, records: Iterable[Any], same: Callable[[Any], tuple[object, ...]], every: bool
) -> Iterator[Overlap]:
    grouped: dict[tuple[object, ...], list[Any]] = {}
    for record in records:
        grouped.setdefault(same(record), []).append(record)
    for group in grouped.values():
        if len(group) > 1:
            for one, other, since in _sweep([(record.valid, record.id) for record in group], every=every):
                yield Overlap(list_name, (min(one, other), max(one, other)), since)


def _sweep(spans: list[tuple[Validity, str]], *, every: bool) -> Iterator[tuple[str, str, date | None]]:
    """The pairs of spans that share a day, by their names, with the first such day.

    All pairs, or, for each span, only the one with the longest of the spans begun before it.
    """
    running: list[tuple[Validity, str]] = []
    for valid, name in sorted(spans, key=lambda span: (span[0].start or date.min, span[1])):
        running = [span for span in running if span[0].overlaps(valid)]
        for _, named in running:
            yield named, name, valid.start
        running.append((valid, name))
        if not every:
            running = [max(running, key=lambda span: span[0].until or date.max)]
