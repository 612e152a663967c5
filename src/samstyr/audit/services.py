"""Taking what names a human being out of the events, where the person is erased."""

from collections.abc import Mapping
from typing import Any

from django.db import connection
from django.db.models import Model, Q

from samstyr.platform.denials import require
from samstyr.platform.history import event_models
from samstyr.platform.service import service
from samstyr.rules.rights import Right, Viewer


@service
def blank_events(*, model: type[Model], key: int, values: Mapping[str, Any], actor: Viewer) -> int:
    """Overwrite what the events of one row say in these fields; answer how many events there were.

    It is the only change of an event there is. The database lets the owner of its tables alone do it: a trigger
    refuses everybody else, and is put back before the transaction ends. That something was changed, when and by
    whom stays. Raises DeniedError where the actor may not manage users.
    """
    require(actor, Right.MANAGE_USERS)
    events = event_models()[model]
    table = connection.ops.quote_name(events._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        changed = events._default_manager.filter(Q(pgh_obj=key)).update(**values)
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    return changed
