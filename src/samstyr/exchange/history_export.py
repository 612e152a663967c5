"""The history as files: JSON (schema `samstyr.history/1`), and CSV with one line for each field that changed."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.core.serializers.json import DjangoJSONEncoder

from samstyr.audit.events import Noted

SCHEMA: Final = "samstyr.history/1"
COLUMNS: Final = ("at", "user", "name", "service", "entry", "login", "by_hand", "what", "kind", "key")
CHANGE_COLUMNS: Final = ("field", "before", "after")
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet would work out


def as_json(about: str, events: Iterable[Noted]) -> str:
    """Answer events as JSON; `about` names what they are the history of, such as `registry.forum/nbs`."""
    document = {
        "schema": SCHEMA,
        "about": about,
        "events": [
            {
                **_head(event),
                "transaction": event.transaction,
                "changes": [
                    {"field": change.field.name, "before": change.before, "after": change.after}
                    for change in event.changes
                ],
                "noted": list(event.noted),
            }
            for event in events
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, cls=DjangoJSONEncoder)


def as_csv(events: Iterable[Noted]) -> str:
    """Answer events as CSV with semicolons, as Danish spreadsheets read it; nothing in it is a formula."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([*COLUMNS, *CHANGE_COLUMNS])
    for event in events:
        head = [_cell(value) for value in _head(event).values()]
        writer.writerows([*head, *(_cell(value) for value in change)] for change in _changes(event))
    return file.getvalue()


def _head(event: Noted) -> dict[str, Any]:
    values = (
        event.at,
        event.user,
        event.user_name,
        event.service,
        event.entry,
        event.login,
        event.by_hand,
        event.what,
        event.model._meta.label_lower,
        event.key,
    )
    return dict(zip(COLUMNS, values, strict=True))


def _changes(event: Noted) -> Iterator[tuple[str, Any, Any]]:
    for change in event.changes:
        yield change.field.name, change.before, change.after
    for name in event.noted:
        yield name, None, None
    if not event.changes and not event.noted:
        yield "", None, None


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA) else value
    return json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder).strip('"')
