"""Findings about the record itself: lapsed bases, duties without a meeting, entries that overlap."""

from collections.abc import Iterator

from samstyr.rules import wording
from samstyr.rules.lint.as_of import AsOf
from samstyr.rules.lint.finding import Found
from samstyr.rules.register.whole import Overlap, instrument_overlaps, mandate_overlaps, seat_overlaps


def basis_lapsed(view: AsOf) -> Iterator[Found]:
    """G07: a mandate in force whose basis is not."""
    for mandate in view.mandates_in_force:
        if mandate.basis is None:
            continue
        instrument = view.register.instruments[mandate.basis.instrument]
        if not instrument.valid.covers(view.on):
            deed = wording.to_do(mandate.act, view.matter(mandate.subject))
            may = "kan" if mandate.permits else "ikke må"
            message = (
                f"At {view.name(mandate.forum)} {may} {deed}, hviler på {instrument.name}, "
                "som ikke er i kraft."
            )
            yield Found(mandate.id, message, subject=mandate.subject, forum=mandate.forum)


def duty_without_meeting(view: AsOf) -> Iterator[Found]:
    """G10: a duty with months, whose forum has no meeting in one of those months of the calendar year."""
    year = view.on.year
    for duty in view.register.duties.values():
        if not duty.months or duty.forum not in view.fora or not duty.valid.covers(view.on):
            continue
        met = {meeting.month for meeting in view.fora[duty.forum].meetings if meeting.year == year}
        lacking = [wording.MONTHS[month - 1] for month in duty.months if month not in met]
        if lacking:
            message = (
                f"{view.name(duty.forum)} har intet møde i {wording.listed(lacking, 'eller')} {year} "
                f"til »{duty.name}«."
            )
            yield Found(duty.id, message, subject=duty.subject, forum=duty.forum)


def overlapping(view: AsOf) -> Iterator[Found]:
    """G12: overlapping validity, on any date, of seats, instruments or mandates that say the same."""
    register = view.register
    for forum in register.fora.values():
        for overlap in seat_overlaps(forum):
            _, organisation, role = overlap.ids
            name = register.organisations[organisation].name
            message = f"{forum.name}: {name} har to pladser som {role} på samme tid, {_since(overlap)}."
            yield Found(overlap.id, message)
    for overlap in instrument_overlaps(register.instruments.values()):
        name = register.instruments[overlap.ids[0]].name
        message = f"To hjemler af samme slags hedder {name} og gælder samtidig, {_since(overlap)}."
        yield Found(overlap.id, message)
    for overlap in mandate_overlaps(register.mandates.values()):
        mandate = register.mandates[overlap.ids[0]]
        deed = wording.to_do(mandate.act, view.matter(mandate.subject))
        message = (
            f"To mandater siger det samme samtidig, {_since(overlap)}: {view.name(mandate.forum)}, {deed}."
        )
        yield Found(overlap.id, message)


def _since(overlap: Overlap) -> str:
    return f"fra {wording.day(overlap.since)}" if overlap.since else "uden begyndelse"
