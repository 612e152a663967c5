"""The history of an object with all its parts, or of what a person did: the latest first, as its viewer may see it.

Private events are asked for only where the viewer may see the rows they are about; the database's policies say the
same a second time.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, Final, overload

from django.db import connection
from django.db.models import Model, OuterRef, Q, QuerySet, Subquery, TextField, Value

from samstyr.accounts.models import User
from samstyr.audit.events import Noted, Row, noted
from samstyr.platform.denials import require
from samstyr.platform.history import Event, event_models
from samstyr.platform.isolation import (
    Shared,
    place_of,
)
from samstyr.platform.visibility import visible_to
from samstyr.rules.rights import Right, Viewer

NAMING: Final = ("name", "title")  # what a row that a link points at is called
Parts = dict[type[Event], Q]


class Trail(Sequence[Noted]):
    """Events in order, the latest first; a slice costs the same few queries however long the trail is."""

    def __init__(self, viewer: Viewer, parts: Parts) -> None:
        self._viewer = viewer
        self._seen = {events: _seen(viewer, events) for events in parts}
        self._keys = _union(
            _all(events)
            .filter(wanted, self._seen[events])
            .annotate(source=Value(events._meta.label, output_field=TextField()))
            .values_list("source", "pgh_created_at", "pgh_id")
            for events, wanted in parts.items()
        ).order_by("-pgh_created_at", "-pgh_id")
        self._models = {events._meta.label: events for events in parts}

    @cached_property
    def _count(self) -> int:
        return self._keys.count()

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Noted: ...
    @overload
    def __getitem__(self, index: slice) -> list[Noted]: ...
    def __getitem__(self, index: int | slice) -> Noted | list[Noted]:
        if isinstance(index, int):
            return self[index : index + 1][0]
        keys = [(self._models[source], number) for source, _at, number in self._keys[index]]
        before = self._before(keys)
        rows = _rows([*keys, *((events, number) for (events, _key), number in before.items())])
        found = []
        for events, number in keys:
            earlier = before.get((events, number))
            found.append((rows[events, number], rows[events, earlier] if earlier is not None else None))
        users = _names_of_users({row.user for row, _earlier in found if row.user is not None})
        names = _names(self._viewer, (row for pair in found for row in pair if row is not None))
        return [noted(row, earlier, users, names) for row, earlier in found]

    def _before(self, keys: Iterable[tuple[type[Event], int]]) -> dict[tuple[type[Event], int], int]:
        """Answer which event was the one before, of those the viewer may see."""
        questions = []
        for events, numbers in _by_model(keys).items():
            earlier = (
                _all(events)
                .filter(self._seen[events], pgh_obj=OuterRef("pgh_obj"), pgh_id__lt=OuterRef("pgh_id"))
                .order_by("-pgh_id")
            )
            questions.append(
                _all(events)
                .filter(pgh_id__in=numbers)
                .annotate(
                    source=Value(events._meta.label, output_field=TextField()),
                    before=Subquery(earlier.values("pgh_id")[:1]),
                )
                .values_list("source", "pgh_id", "before")
            )
        if not questions:
            return {}
        return {
            (self._models[source], number): before
            for source, number, before in _union(questions)
            if before is not None
        }


def history_of(model: type[Model], key: str | int, viewer: Viewer) -> Trail:
    """Answer what happened to an object and to everything that is a part of it.

    Raises DeniedError where the viewer may not see who changed what.
    """
    require(viewer, Right.SEE_HISTORY)
    return Trail(viewer, _whole(model, key))


def history_of_person(user: User, viewer: Viewer) -> Trail:
    """Answer what a user did, and what happened to their account, their name and their seats.

    Raises DeniedError where it is neither the viewer's own nor an administrator who asks.
    """
    if viewer.user != user.pk:
        require(viewer, Right.SEE_HISTORY_OF_PERSONS)
    parts: Parts = {events: Q(pgh_context__user=user.pk) for events in event_models().values()}
    about = _whole(User, user.pk)
    if user.person is not None:
        about |= _whole(type(user.person), user.person.pk)
    for events, wanted in about.items():
        parts[events] |= wanted
    return Trail(viewer, parts)


def _whole(root: type[Model], key: str | int) -> Parts:
    """Answer the events of an object and, level by level, of its parts: those that are gone as well."""
    known = event_models()
    found: Parts = {known[root]: Q(pgh_obj=key)}
    parents = [root]
    for parent in parents:
        of_parent = known[parent]
        for model, events in known.items():
            for link in events.part_of:
                if events._meta.get_field(link).related_model is not parent:
                    continue
                if parent is root:
                    part = Q((link, key))
                else:
                    above = _all(of_parent).filter(found[of_parent]).values("pgh_obj")
                    part = Q((f"{link}__in", above))
                if events not in found:
                    parents.append(model)
                found[events] = found[events] | part if events in found else part
    return found


def _seen(viewer: Viewer, events: type[Event]) -> Q:
    """Answer the filter for the events of a table that the viewer may see.

    A shared table's may reach fewer than the table does: its model then says whom (`events_seen_by`).
    """
    model = events.pgh_tracked_model
    further: Callable[[Viewer, type[Model]], Q] | None = getattr(model, "events_seen_by", None)
    seen = visible_to(viewer, events)
    return seen & further(viewer, model) if further is not None else seen


def _all(events: type[Event]) -> QuerySet[Any]:
    """Answer the events of a table; which columns they have beside those of every event is known to none but it."""
    return events._default_manager.all()


def _union(questions: Iterable[QuerySet[Any, Any]]) -> QuerySet[Any, Any]:
    first, *others = questions
    return first.union(*others, all=True)


def _by_model(keys: Iterable[tuple[type[Event], int]]) -> dict[type[Event], list[int]]:
    found: dict[type[Event], list[int]] = {}
    for events, number in keys:
        found.setdefault(events, []).append(number)
    return found


def _rows(keys: Iterable[tuple[type[Event], int]]) -> dict[tuple[type[Event], int], Row]:
    """Answer events by their keys, from all their tables in one query."""
    models = _by_model(keys)
    if not models:
        return {}
    sql = " UNION ALL ".join(
        f'SELECT {place}, pgh_id, to_jsonb(e)::text FROM "{events._meta.db_table}" e WHERE pgh_id = ANY(%s)'
        for place, events in enumerate(models)
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, list(models.values()))
        found = cursor.fetchall()
    kinds = list(models)
    return {(kinds[place], number): Row(kinds[place], json.loads(row)) for place, number, row in found}


def _names_of_users(users: Iterable[int]) -> dict[int, str]:
    found = User.objects.filter(pk__in=list(users)).select_related("person")
    return {
        user.pk: user.person.name if user.person else user.get_full_name() or user.username for user in found
    }


def _names(viewer: Viewer, rows: Iterable[Row]) -> dict[tuple[type[Model], Any], str]:
    """Answer what the rows are called that links of these events point at, where the viewer may read it."""
    asked: dict[type[Model], set[Any]] = {}
    for row in rows:
        for field in row.fields:
            key = row.values[field.attname]
            if field.related_model is not None and key is not None:
                asked.setdefault(field.related_model, set()).add(key)
    names: dict[tuple[type[Model], Any], str] = {}
    for model, keys in asked.items():
        if model is User:
            names |= {(User, key): name for key, name in _names_of_users(keys).items()}
            continue
        naming = next((name for name in NAMING if name in {f.name for f in model._meta.fields}), None)
        if naming is not None and isinstance(place_of(model), Shared):
            known = Q(pk__in=keys)
            if hasattr(model, "events_seen_by"):
                events = event_models()[model]
                known &= Q(pk__in=_all(events).filter(_seen(viewer, events)).values("pgh_obj"))
            found = model._default_manager.filter(known).values_list("pk", naming)
            names |= {(model, key): str(name) for key, name in found if name}
    return names
