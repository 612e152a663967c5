"""What loading one register into another would do: a keyed comparison, shown before it is applied.

Source: contract of the register, `samstyr load`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from samstyr.rules.register import LISTS, Register

SCHEMA = "samstyr.plan/1"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One key of an entry that would change; a value that is not said is its default."""

    key: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that stands in both registers and differs."""

    old: Any
    new: Any

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The keys that differ, in the order of the record."""
        pairs = ((f.name, getattr(self.old, f.name), getattr(self.new, f.name)) for f in fields(self.new))
        return tuple(FieldChange(name, old, new) for name, old, new in pairs if old != new)


@dataclass(frozen=True, slots=True)
class ListPlan:
    """What would happen to one list, by the key of the entry.

    `missing` are entries of the current register that the wanted one lacks: they are left alone.
    """

    create: Mapping[Any, Any]
    change: Mapping[Any, Change]
    unchanged: tuple[Any, ...]
    missing: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What would happen to every list of the register."""

    lists: Mapping[str, ListPlan]

    @property
    def create(self) -> int:
        return sum(len(part.create) for part in self.lists.values())

    @property
    def change(self) -> int:
        return sum(len(part.change) for part in self.lists.values())

    @property
    def unchanged(self) -> int:
        return sum(len(part.unchanged) for part in self.lists.values())

    @property
    def missing(self) -> int:
        return sum(len(part.missing) for part in self.lists.values())

    @property
    def changes(self) -> dict[str, dict[Any, Any]]:
        """What to apply, as `Register.with_changes` takes it: new and changed entries; nothing is taken
        out.
        """
        return {
            name: {**part.create, **{key: change.new for key, change in part.change.items()}}
            for name, part in self.lists.items()
            if part.create or part.change
        }

    def as_json(self) -> dict[str, str | int]:
        """The counts, as `samstyr load --json` prints them."""
        return {
            "schema": SCHEMA,
            "create": self.create,
            "change": self.change,
            "unchanged": self.unchanged,
            "missing": self.missing,
        }


def plan(current: Register, wanted: Register) -> Plan:
    """What loading `wanted` into `current` would create, change, leave as it is, and leave alone.

    Entries are those of the lists of a register: a forum with its seats, hearings and meetings is one entry,
    and a seat that `wanted` lacks is a change of its forum.
    """
    old, new = current.lists(), wanted.lists()
    return Plan({name: _compared(old[name], new[name]) for name in LISTS})


def _compared(old: Mapping[Any, Any], new: Mapping[Any, Any]) -> ListPlan:
    both = [key for key in new if key in old]
    change = {key: Change(old[key], new[key]) for key in both if old[key] != new[key]}
    return ListPlan(
        create={key: record for key, record in new.items() if key not in old},
        change=change,
        unchanged=tuple(key for key in both if key not in change),
        missing=tuple(key for key in old if key not in new),
    )
