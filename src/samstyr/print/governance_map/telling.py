"""The map in words: the drawing for a phone, and for those who don't see it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samstyr.print.governance_map.model import Change, Family, Lane, Line, MapModel, Mark, Room, Row


@dataclass(frozen=True, slots=True)
class Tie:
    """What one room does towards another (`is_from`), or has done towards it."""

    other: Room
    marks: tuple[Mark, ...]
    is_from: bool
    family: Family


@dataclass(frozen=True, slots=True)
class Card:
    """A room with everything that ties it to others. `parent` is the room it hangs under."""

    room: Room
    party_kinds: tuple[str, ...]
    parties: tuple[str, ...]
    ties: tuple[Tie, ...]
    parent: Room | None


@dataclass(frozen=True, slots=True)
class CardRow:
    """The cards of a row of the map, lane by lane."""

    row: Row
    cards: tuple[Card, ...]


def card_rows(model: MapModel) -> list[CardRow]:
    """Answer the rooms as cards, row by row from the top."""
    lines: dict[str, list[Line]] = {room: [] for room in model.rooms}
    for line in model.lines:
        lines[line.a].append(line)
        lines[line.b].append(line)
    lanes = list(Lane)
    found = []
    for row in Row:
        rooms = [room for room in model.rooms.values() if room.row == row]
        rooms.sort(key=lambda room: (lanes.index(room.lane), -len(lines[room.id]), room.name))
        if rooms:
            found.append(CardRow(row, tuple(_card(model, room, lines[room.id]) for room in rooms)))
    return found


def _card(model: MapModel, room: Room, lines: Iterable[Line]) -> Card:
    marks = [model.parties[party] for party in room.parties]
    parent = None if room.parent is None else model.rooms.get(room.parent)
    ties = sorted(_ties(model, room, lines), key=lambda tie: (not tie.is_from, tie.other.name))
    return Card(
        room=room,
        party_kinds=tuple(mark.kind for mark in marks),
        parties=tuple(mark.name for mark in marks),
        ties=tuple(ties),
        parent=parent,
    )


def _ties(model: MapModel, room: Room, lines: Iterable[Line]) -> Iterator[Tie]:
    for line in lines:
        other = model.rooms[line.b if room.id == line.a else line.a]
        said, heard = (line.forth, line.back) if room.id == line.a else (line.back, line.forth)
        if said:
            yield Tie(other, said, is_from=True, family=line.family)
        if heard:
            yield Tie(other, heard, is_from=False, family=line.family)


def changed_rooms(model: MapModel, change: Change) -> list[Room]:
    """Answer the rooms that are new, or gone, by name."""
    return sorted((room for room in model.rooms.values() if room.change == change), key=lambda r: r.name)
