"""Which rows of a foreign series are one initiative: by id, else by exact name, else by a recorded decision.

A likeness is only ever listed, for a person to decide.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Final

from samstyr.rules.portfolio.import_mapping import Field, SameInitiative, plain
from samstyr.rules.portfolio.imported_rows import Row

SIMILAR_NAME: Final = 0.6
"""Share of a name (0–1) that must be found in the other for the two to be similar."""
NEAR_COST: Final = Decimal("0.03")
"""Share of the greater whole-life cost by which the other may be lower."""

_Key = tuple[str, str]  # ("id" or "name", what it is)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one initiative, by day. `decisions` are those that put its names together.

    `names` are in order of their first day; an id that stands for a name is none where there is a name.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[Row, ...]
    decisions: tuple[SameInitiative, ...] = ()

    def name_of(self, rows: Iterable[Row]) -> str:
        """The first name in the rows that is no id, or else any."""
        return next((row.name for row in rows if row.name not in self.ids), self.rows[-1].name)

    @property
    def name(self) -> str:
        """The latest name."""
        return self.name_of(reversed(self.rows))


@dataclass(frozen=True, slots=True)
class Grouping:
    """All rows in groups.

    `unused` are the decided names that the rows do not hold; `ambiguous` are names of rows without id that
    more than one id bears, so that nobody knows which: such rows are an initiative of their own. `ids_as_names`
    are the rows without id that have another row's id for a name, and were taken to be of that id.
    """

    groups: tuple[Group, ...]
    unused: tuple[tuple[SameInitiative, str], ...]
    ambiguous: tuple[str, ...]
    ids_as_names: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class LikelyRename:
    """Two initiatives that may be one under two names, never on one day; a person decides.

    `similarity` of the names is a share 0–1; `same_start` is whether both name the same first day; the costs
    are there where they are near each other.
    """

    before: str
    after: str
    last_before: date
    first_after: date
    similarity: float
    same_start: bool
    costs: tuple[Decimal, Decimal] | None


def group_rows(given: Sequence[Row], decided: Sequence[SameInitiative]) -> Grouping:
    """Put the rows into initiatives. Rows without id join the id that alone bears exactly their name."""
    ids = {row.source_id for row in given if row.source_id is not None}
    misplaced = tuple(row for row in given if row.source_id is None and row.name in ids)
    rows = [
        replace(row, source_id=row.name) if row.source_id is None and row.name in ids else row
        for row in given
    ]
    ids_of: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.source_id is not None:
            ids_of[row.name].add(row.source_id)
    keys = {_key(row) for row in rows}
    same = _Sets(keys)
    ambiguous = []
    for name in (text for kind, text in sorted(keys) if kind == "name"):
        bearers = ids_of.get(name, set())
        if len(bearers) == 1:
            same.join(("name", name), ("id", next(iter(bearers))))
        elif bearers:
            ambiguous.append(name)
    unused = []
    used: dict[_Key, list[SameInitiative]] = defaultdict(list)
    for decision in decided:
        found: list[_Key] = []
        for name in decision.names:
            meant = _meant(name, keys, ids_of)
            found += meant
            if not meant:
                unused.append((decision, name))
        for other in found[1:]:
            same.join(found[0], other)
        if found:
            used[found[0]].append(decision)
    members: dict[_Key, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda each: (each.day, each.file, each.number)):
        members[same.root(_key(row))].append(row)
    decisions: dict[_Key, list[SameInitiative]] = defaultdict(list)
    for key, made in used.items():
        decisions[same.root(key)] += made
    groups = tuple(_group(held, decisions[root]) for root, held in members.items())
    return Grouping(groups, tuple(unused), tuple(ambiguous), misplaced)


def likely_renames(groups: Sequence[Group]) -> list[LikelyRename]:
    """Pairs that may be one initiative, likeliest first: where two of three signs are there.

    The signs: similar names, the same start, whole-life costs near each other. Two that were reported on the
    same day are two.
    """
    found = []
    for one, other in _candidates(groups):
        before, after = sorted((groups[one], groups[other]), key=lambda group: group.rows[0].day)
        if before.rows[-1].day >= after.rows[0].day:
            continue
        start = _first_start(before)
        same_start = start is not None and start == _first_start(after)
        costs = _near_costs(before, after)
        names = before.name, after.name_of(after.rows)
        similarity = SequenceMatcher(None, plain(names[0]), plain(names[1])).ratio()
        if (similarity >= SIMILAR_NAME) + same_start + (costs is not None) >= 2:
            days = before.rows[-1].day, after.rows[0].day
            found.append(LikelyRename(*names, *days, round(similarity, 2), same_start, costs))
    return sorted(found, key=_strength)


def _strength(found: LikelyRename) -> tuple[int, float, str, str]:
    signs = (found.similarity >= SIMILAR_NAME) + found.same_start + (found.costs is not None)
    return -signs, -found.similarity, found.before, found.after


def _candidates(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Pairs with the same start or with near costs, each once: only these can have two signs."""
    by_start: dict[date, set[int]] = defaultdict(set)
    costs: list[tuple[Decimal, int]] = []
    for place, group in enumerate(groups):
        start = _first_start(group)
        if start is not None:
            by_start[start].add(place)
        costs += [(cost, place) for cost in {_cost(group.rows[0]), _cost(group.rows[-1])} if cost]
    costs.sort()
    pairs = {(one, other) for held in by_start.values() for one in held for other in held if one < other}
    for cost, place in costs:
        start_at = bisect_left(costs, (cost - NEAR_COST * cost, -1))
        for lower, other in costs[start_at:]:
            if lower > cost:
                break
            if other != place:
                pairs.add((min(place, other), max(place, other)))
    yield from sorted(pairs)


def _near_costs(before: Group, after: Group) -> tuple[Decimal, Decimal] | None:
    one, other = _cost(before.rows[-1]), _cost(after.rows[0])
    if not one or not other:
        return None
    return (one, other) if abs(one - other) <= NEAR_COST * max(one, other) else None


def _first_start(group: Group) -> date | None:
    found = (row.figure(Field.START) for row in group.rows)
    return next((day for day in found if isinstance(day, date)), None)


def _cost(row: Row) -> Decimal | None:
    """The whole-life cost the row gives; one of nothing is none."""
    found = row.figure(Field.BASELINE_COST) or row.figure(Field.EXPECTED_COST)
    return found if isinstance(found, Decimal) and found > 0 else None


def _key(row: Row) -> _Key:
    return ("name", row.name) if row.source_id is None else ("id", row.source_id)


def _meant(name: str, keys: set[_Key], ids_of: dict[str, set[str]]) -> list[_Key]:
    """What a decided name or id names in the rows: itself as id or name, and every id that bears it."""
    direct = [key for key in (("id", name), ("name", name)) if key in keys]
    return direct + [("id", each) for each in sorted(ids_of.get(name, ())) if ("id", each) not in direct]


def _group(rows: Sequence[Row], decisions: Iterable[SameInitiative]) -> Group:
    ids = dict.fromkeys(row.source_id for row in rows if row.source_id is not None)
    names = dict.fromkeys(row.name for row in rows)
    spoken = [name for name in names if name not in ids]
    return Group(tuple(ids), tuple(spoken or names), tuple(rows), tuple(decisions))


class _Sets:
    """Which keys are the same, as sets that can be joined."""

    def __init__(self, keys: Iterable[_Key]) -> None:
        self._parent = {key: key for key in keys}

    def root(self, key: _Key) -> _Key:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def join(self, one: _Key, other: _Key) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        self._parent[high] = low
