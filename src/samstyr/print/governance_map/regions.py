"""Which regional and local fora belong together around one region."""

from collections.abc import Iterable, Mapping

from samstyr.print.governance_map.model import Relation
from samstyr.print.governance_map.relations import FORUM
from samstyr.rules.register import Forum, Level, Organisation, PartyKind, Register


def regions_with_fora(register: Register) -> list[Organisation]:
    """Answer the organisations of regions that have a seat in some regional forum, by id."""
    seated = {
        seat.organisation
        for forum in register.fora.values()
        if forum.level == Level.REGIONAL
        for seat in forum.seats
    }
    return [register.organisations[key] for key in sorted(seated) if _is_region(register, key)]


def fora_of_region(
    register: Register, regional: Mapping[str, Forum], relations: Iterable[Relation], region: str
) -> set[str]:
    """Answer the rooms of the regional and local fora of a region ("" for all of them).

    A forum belongs to the regions that sit in it; one without such a seat to those of the fora it is tied to;
    one that is tied to none belongs everywhere.
    """
    if not region:
        return {FORUM + key for key in regional}
    belongs = {
        key: {seat.organisation for seat in forum.seats if _is_region(register, seat.organisation)}
        for key, forum in regional.items()
    }
    ties: dict[str, set[str]] = {key: set() for key in regional}
    pairs = [(each.source.removeprefix(FORUM), each.target.removeprefix(FORUM)) for each in relations]
    pairs += [(key, forum.parent) for key, forum in regional.items() if forum.parent is not None]
    for one, other in pairs:
        if one in ties and other in ties:
            ties[one].add(other)
            ties[other].add(one)
    waiting = [key for key in regional if belongs[key]]
    while waiting:
        key = waiting.pop()
        for other in sorted(ties[key]):
            if not any(_is_region(register, s.organisation) for s in regional[other].seats):
                news = belongs[key] - belongs[other]
                if news:
                    belongs[other] |= news
                    waiting.append(other)
    return {FORUM + key for key, regions in belongs.items() if not regions or region in regions}


def _is_region(register: Register, organisation: str) -> bool:
    record = register.organisations[organisation]
    return register.parties[record.party].kind == PartyKind.REGION
