"""From a register and a view to the model of a map: which rooms, where they belong, and what ties them."""

from collections.abc import Iterable, Mapping
from typing import Final

from samstyr.print.governance_map.model import (
    FAMILY_OF,
    NAMING_ORDER,
    Change,
    Family,
    Lane,
    Line,
    MapModel,
    Mark,
    PartyMark,
    Relation,
    Room,
    Row,
    View,
    Words,
)
from samstyr.print.governance_map.regions import fora_of_region
from samstyr.print.governance_map.relations import FORUM, ORGANISATION, Day, Filter, compared
from samstyr.rules.register import Forum, ForumKind, Level, PartyKind, Register

LANE_OF: Final = {
    PartyKind.STATE: Lane.STATE,
    PartyKind.REGION: Lane.REGIONS,
    PartyKind.MUNICIPALITY: Lane.MUNICIPALITIES,
    PartyKind.PRACTICE: Lane.PRACTICE,
    PartyKind.JOINT: Lane.JOINT,
    PartyKind.ASSOCIATION: Lane.OTHERS,
    PartyKind.SUPPLIER: Lane.OTHERS,
}
NATIONAL_ROWS: Final = {
    ForumKind.COUNCIL: Row.POLITICAL,
    ForumKind.POLITICAL_COMMITTEE: Row.POLITICAL,
    ForumKind.BOARD: Row.BOARDS,
    ForumKind.STEERING_GROUP: Row.STEERING,
    ForumKind.PROGRAMME_BOARD: Row.STEERING,
    ForumKind.PROJECT_GROUP: Row.PROJECT,
}
REGIONAL_ROWS: Final = {
    ForumKind.COUNCIL: Row.REGIONAL_POLITICAL,
    ForumKind.POLITICAL_COMMITTEE: Row.REGIONAL_POLITICAL,
    ForumKind.BOARD: Row.REGIONAL_STEERING,
    ForumKind.STEERING_GROUP: Row.REGIONAL_STEERING,
    ForumKind.PROGRAMME_BOARD: Row.REGIONAL_STEERING,
}
REGIONAL_LEVELS: Final = (Level.REGIONAL, Level.LOCAL)


def build(
    register: Register, view: View, words: Words, findings: Mapping[str, int] | None = None
) -> MapModel:
    """Answer the map of a register as a view asks for it.

    `findings`: forum id → how many open findings name it. Raises KeyError for a subject, party or region the
    register does not have.
    """
    return _Builder(register, view, words, findings or {}).model()


class _Builder:
    def __init__(self, register: Register, view: View, words: Words, findings: Mapping[str, int]) -> None:
        self.register, self.view, self.words, self.findings = register, view, words, findings
        self.now = Day(register, view.on)
        self.then = None if view.before is None else Day(register, view.before)
        self.days = (self.now,) if self.then is None else (self.now, self.then)
        self.filter = Filter(register, view)
        if view.party is not None:
            self.register.parties[view.party]

    def model(self) -> MapModel:
        everything = compared(self.now.relations, None if self.then is None else self.then.relations)
        chosen = self._in_preset(everything)
        relations = [each for each in everything if each.source in chosen and self.filter.allows(each)]
        ids = chosen | {each.target for each in relations if self._may_join(each.target)}
        if self.view.acts or self.view.subject:
            ids &= self._touched(relations)
        if self.view.party is not None:
            ids = {room for room in ids if self.view.party in self._parties(room)}
            relations = [each for each in relations if each.source in ids]
        rooms = {room: self._room(room) for room in sorted(ids)}
        mentioned = {end for each in relations for end in (each.source, each.target)}
        return MapModel(
            view=self.view,
            rooms=rooms,
            lines=tuple(self._lines(rooms, relations)),
            relations=tuple(relations),
            parties={p: self._party_mark(p) for p in sorted({p for r in rooms.values() for p in r.parties})},
            names={room: self._name(room) for room in sorted(mentioned | set(rooms))},
        )

    # Which rooms

    def _in_preset(self, relations: Iterable[Relation]) -> set[str]:
        """The fora of the levels asked for, on either day."""
        in_force = {key: forum for day in self.days for key, forum in day.lint_view.fora.items()}
        chosen: set[str] = set()
        if self.view.national:
            chosen |= {FORUM + key for key, forum in in_force.items() if forum.level not in REGIONAL_LEVELS}
        if self.view.region is not None:
            regional = {key: forum for key, forum in in_force.items() if forum.level in REGIONAL_LEVELS}
            chosen |= fora_of_region(self.register, regional, relations, self.view.region)
        if not self.view.national:  # a party's own bodies come along where a regional forum deals with them
            own = {FORUM + key for key, forum in in_force.items() if forum.level == Level.PARTY}
            chosen |= {each.source for each in relations if each.source in own and each.target in chosen}
        return chosen

    def _may_join(self, target: str) -> bool:
        """Whether a recipient outside the preset is shown: organisations are, and a party's own bodies."""
        if not any(day.in_force(target) for day in self.days):
            return False
        return target.startswith(ORGANISATION) or self._forum(target).level == Level.PARTY

    def _touched(self, relations: Iterable[Relation]) -> set[str]:
        """The rooms that a filtered relation or mandate names."""
        touched = {end for each in relations for end in (each.source, each.target)}
        for day in self.days:
            for mandate in day.lint_view.permissions:
                if self.filter.allows_mandate(mandate):
                    touched.add(FORUM + mandate.forum)
        return touched

    # One room

    def _forum(self, room: str) -> Forum:
        return self.register.fora[room.removeprefix(FORUM)]

    def _name(self, room: str) -> str:
        if room.startswith(FORUM):
            return self._forum(room).name
        return self.register.organisations[room.removeprefix(ORGANISATION)].name

    def _parties(self, room: str) -> tuple[str, ...]:
        """The parties with a say, on the day seen (or the day compared with, where it is gone since)."""
        if room.startswith(ORGANISATION):
            return (self.register.organisations[room.removeprefix(ORGANISATION)].party,)
        day = self.now if self.now.in_force(room) or self.then is None else self.then
        seated = day.lint_view.parties_seated_in(room.removeprefix(FORUM))
        return tuple(sorted(seated, key=lambda party: (self._kind_order(party), party)))

    def _kind_order(self, party: str) -> int:
        return list(PartyKind).index(self.register.parties[party].kind)

    def _change(self, room: str) -> Change:
        if self.then is None or (self.now.in_force(room) and self.then.in_force(room)):
            return Change.SAME
        return Change.NEW if self.now.in_force(room) else Change.GONE

    def _room(self, room: str) -> Room:
        parties = self._parties(room)
        if room.startswith(ORGANISATION):
            row = Row.POLITICAL if self.view.national else Row.REGIONAL_POLITICAL
            return Room(
                id=room, name=self._name(room), caption=self.words.organisation, lane=self._lane(parties),
                row=row, parties=parties, change=self._change(room),
            )  # fmt: skip
        forum = self._forum(room)
        return Room(
            id=room,
            name=forum.name,
            caption=self.words.kinds[forum.kind],
            lane=self._lane(parties),
            row=_row(forum),
            parties=parties,
            parent=None if forum.parent is None else FORUM + forum.parent,
            findings=self.findings.get(forum.id, 0),
            change=self._change(room),
        )

    def _lane(self, parties: tuple[str, ...]) -> Lane:
        lanes = {LANE_OF[self.register.parties[party].kind] for party in parties}
        return lanes.pop() if len(lanes) == 1 else Lane.JOINT

    def _party_mark(self, party: str) -> PartyMark:
        record = self.register.parties[party]
        return PartyMark(record.id, record.name, record.kind)

    # Lines

    def _lines(self, rooms: Mapping[str, Room], relations: Iterable[Relation]) -> list[Line]:
        """One line for each two rooms with anything between them."""
        between: dict[tuple[str, str], list[Relation]] = {}
        for each in relations:
            if each.source in rooms and each.target in rooms and each.source != each.target:
                between.setdefault(_pair(each.source, each.target), []).append(each)
        children: dict[tuple[str, str], str] = {}
        for room in rooms.values():
            if room.parent in rooms and room.parent is not None and room.parent != room.id:
                children[_pair(room.id, room.parent)] = room.id
        return [
            self._line(pair, between.get(pair, []), children.get(pair), rooms)
            for pair in sorted({*between, *children})
        ]

    def _line(
        self, pair: tuple[str, str], found: list[Relation], child: str | None, rooms: Mapping[str, Room]
    ) -> Line:
        a, b = pair
        families = {FAMILY_OF.get(each.act, Family.OTHER) for each in found} or {Family.UNDER}
        changes = {each.change for each in found}
        if child is not None:
            ends = {rooms[a].change, rooms[b].change} - {Change.SAME}
            changes.add(Change.GONE if Change.GONE in ends else Change.NEW if ends else Change.SAME)
        return Line(
            a=a,
            b=b,
            family=min(families, key=list(Family).index),
            forth=self._marks(each for each in found if each.source == a),
            back=self._marks(each for each in found if each.source == b),
            child=child,
            change=changes.pop() if len(changes) == 1 else Change.SAME,
        )

    def _marks(self, found: Iterable[Relation]) -> tuple[Mark, ...]:
        changes: dict[str, set[Change]] = {}
        for each in found:
            changes.setdefault(each.act, set()).add(each.change)
        return tuple(
            Mark(self.words.acts[act], changes[act].pop() if len(changes[act]) == 1 else Change.SAME)
            for act in NAMING_ORDER
            if act in changes
        )


def _pair(one: str, other: str) -> tuple[str, str]:
    return (min(one, other), max(one, other))


def _row(forum: Forum) -> Row:
    if forum.level in REGIONAL_LEVELS:
        return REGIONAL_ROWS.get(forum.kind, Row.REGIONAL_GROUPS)
    if forum.level == Level.PROJECT:
        return Row.PROJECT
    return NATIONAL_ROWS.get(forum.kind, Row.ADVISORY)
