"""What is kept of every change: each model says in one line that the database writes its changes down.

Triggers write an event for every row that is added, changed or deleted, whoever does it and in whatever way; the
event before is what stood there before. The events of a table have the place and the policy of the table
(platform/isolation.py). Who acts, and through which service, is told the database by `platform.service`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeVar

import pghistory
from django.apps import apps
from django.db import connection, models
from django.db.models.fields.json import KeyTransform
from django.utils.translation import gettext_lazy as _
from pghistory.models import Event as PackageEvent

Tracked = TypeVar("Tracked", bound=type[models.Model])
FOUND: Final = "found"  # the label of what stood there when its history began


class SessionUser(models.Func):
    """The name this connection logged in with, whatever role it has taken since."""

    template = "SESSION_USER"
    output_field = models.TextField()


class Transaction(models.Func):
    """The number of the transaction."""

    template = "pg_current_xact_id()::text::bigint"
    output_field = models.BigIntegerField()


class Event(PackageEvent):
    """What every event has beside the columns of its source.

    A context is missing where someone wrote to the database past Samstyr; the login then says who.
    """

    pgh_id = models.BigAutoField(primary_key=True)
    pgh_login = models.TextField(_("login of the database"), db_default=SessionUser())
    pgh_transaction = models.BigIntegerField(_("transaction"), db_default=Transaction())

    pgh_tracked_model: type[models.Model]  # type: ignore[assignment] # None in the base, which has no table
    # Said by `tracked`.
    part_of: tuple[str, ...]
    noted: tuple[str, ...]

    class Meta:
        abstract = True


def tracked(
    *,
    part_of: Iterable[str] = (),
    noted: Iterable[str] = (),
    left_out: Iterable[str] = (),
) -> Callable[[Tracked], Tracked]:
    """Let the database keep every change of a model's rows.

    `part_of` names the links to what a row is a part of, whose history shows it too. Of the fields `noted` only
    that they changed is kept, not what they hold; of those `left_out` nothing.
    """

    def track(model: Tracked) -> Tracked:
        names = [field.name for field in model._meta.concrete_fields]
        watched = [name for name in names if name not in left_out]
        every = not noted and not left_out
        indexes = [models.Index(fields=[link]) for link in part_of]
        name = f"actor_{(model._meta.object_name or '').lower()[:24]}"
        pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent()
            if every
            else pghistory.UpdateEvent(condition=pghistory.AnyChange(*watched)),
            pghistory.DeleteEvent(),
            exclude=[*noted, *left_out],
            context_id_field=None,  # type: ignore[arg-type] # the package takes None, its types do not
            attrs={
                "part_of": tuple(part_of),
                "noted": tuple(noted),
            },
            meta={"indexes": [*indexes, models.Index(KeyTransform("user", "pgh_context"), name=name)]},
        )(model)
        return model

    return track


def event_models() -> dict[type[models.Model], type[Event]]:
    """Answer every tracked model with the model of its events."""
    return {
        model.pgh_tracked_model: model
        for model in apps.get_models()
        if issubclass(model, Event) and not model._meta.proxy
    }


def note_what_stands(app: str) -> Callable[[Any, Any], None]:
    """Answer a step of a migration that begins the history of an app's rows with those that stand there."""

    def note(known: Any, _schema_editor: Any) -> None:
        for events in known.get_app_config(app).get_models():
            fields: Mapping[str, Any] = {field.name: field for field in events._meta.fields}
            if "pgh_obj" not in fields:
                continue
            source = fields["pgh_obj"].related_model._meta
            columns = ", ".join(
                f'"{field.column}"' for name, field in fields.items() if not name.startswith("pgh_")
            )
            with connection.cursor() as cursor:
                cursor.execute(
                    f'INSERT INTO "{events._meta.db_table}" ({columns}, pgh_obj_id, pgh_created_at, pgh_label) '
                    f'SELECT {columns}, "{source.pk.column}", clock_timestamp(), %s FROM "{source.db_table}" '
                    f'ORDER BY "{source.pk.column}"',
                    [FOUND],
                )

    return note
