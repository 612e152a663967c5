"""One event of the history: who did what to a row, when, through which service, and field by field what changed."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Field, Model

from samstyr.platform.history import Event

EMPTY: Final[tuple[Any, ...]] = (None, "", [], {})
Names = Mapping[tuple[type[Model], Any], str]


@dataclass(frozen=True, slots=True)
class Row:
    """An event as it lies in its table: its columns, in the form JSON has for them."""

    events: type[Event]
    values: Mapping[str, Any]

    @property
    def context(self) -> Mapping[str, Any]:
        """What Samstyr told the database about who acts; empty where nobody told it."""
        return self.values["pgh_context"] or {}

    @property
    def user(self) -> int | None:
        """The key of the user who acts."""
        return self.context.get("user")

    @property
    def fields(self) -> list["Field[Any, Any]"]:
        """The fields of the row the event is about, as far as the history keeps them."""
        return [each for each in self.events._meta.fields if not each.name.startswith("pgh_")]


@dataclass(frozen=True, slots=True)
class Change:
    """What a field held before and after; None where there was no row, or nothing in it."""

    field: "Field[Any, Any]"
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Noted:
    """One event.

    `what` is insert, update, delete, or found: a row that stood there when its history began. `user` is None for
    commands, and for those who are not logged in; `by_hand` tells that someone wrote to the database past
    Samstyr, and `login` with which of its logins. `noted` names fields of which only that one of them changed is
    known.
    """

    at: datetime.datetime
    transaction: int
    what: str
    model: type[Model]
    key: Any
    values: Mapping[str, Any]
    changes: tuple[Change, ...]
    user: int | None
    user_name: str | None
    service: str | None
    entry: str | None
    by_hand: bool
    login: str
    noted: tuple[str, ...] = ()
    names: Names = field(default_factory=dict)


def noted(row: Row, before: Row | None, users: Mapping[int, str], names: Names) -> Noted:
    """Answer an event with what it changed, told apart from the event before."""
    values, what = row.values, row.values["pgh_label"]
    changes = tuple(_changes(row, before, what))
    is_silent = what == "update" and before is not None and not changes
    return Noted(
        at=datetime.datetime.fromisoformat(values["pgh_created_at"]),
        transaction=values["pgh_transaction"],
        what=what,
        model=row.events.pgh_tracked_model,
        key=values["pgh_obj_id"],
        values=values,
        changes=changes,
        user=row.user,
        user_name=users.get(row.user) if row.user is not None else None,
        service=row.context.get("service"),
        entry=row.context.get("entry"),
        by_hand=values["pgh_context"] is None,
        login=values["pgh_login"],
        noted=row.events.noted if is_silent else (),
        names=names,
    )


def _changes(row: Row, before: Row | None, what: str) -> list[Change]:
    changes = []
    for each in row.fields:
        if each.name == "id":
            continue  # the key is told once, and never changes
        now = row.values[each.attname]
        if what == "delete":
            change = Change(each, now, None)
        elif what == "update" and before is not None:
            change = Change(each, before.values[each.attname], now)
        else:
            change = Change(each, None, now)
        both_empty = change.before in EMPTY and change.after in EMPTY
        if change.before != change.after and not both_empty:
            changes.append(change)
    return changes
