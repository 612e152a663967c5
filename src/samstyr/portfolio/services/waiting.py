"""A series of reports from the moment it is handed in until it is stored or given up."""

import datetime
from typing import Final

from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.portfolio.models import WaitingSeries
from samstyr.portfolio.services.imported import Stored, store_series
from samstyr.rules.portfolio.import_mapping import ImportMapping
from samstyr.rules.portfolio.imported import Imported
from samstyr.rules.procedure.readers import user
from samstyr.rules.rights import Right, Viewer

MOST: Final = 20  # series that wait for one person


@service
def hand_in_series(*, name: str, content: bytes, mapping: str, actor: Viewer) -> WaitingSeries:
    """Keep a file for the actor alone, until its columns are mapped; nothing of it is stored as a report.

    Raises DeniedError where the actor may not edit the register, InputError where nobody is logged in or too many
    wait already.
    """
    require(actor, Right.EDIT_REGISTER)
    if actor.user is None:
        raise InputError("file: only someone who is logged in can hand in a series")
    if WaitingSeries.objects.filter(added_by=actor.user).count() >= MOST:
        raise InputError(f"file: {MOST} series wait already: store or cancel one of them first")
    return WaitingSeries.objects.create(
        added_by_id=actor.user, name=name, content=content, mapping=mapping, readers=[user(actor.user)]
    )


@service
def keep_mapping(*, series: WaitingSeries, mapping: str, actor: Viewer) -> None:
    """Keep the mapping as far as it was made. Raises DeniedError where the actor may not edit the register."""
    require(actor, Right.EDIT_REGISTER)
    series.mapping = mapping
    series.save(update_fields=["mapping"])


@service
def cancel_series(*, series: WaitingSeries, actor: Viewer) -> None:
    """Remove a file and its mapping. Raises DeniedError where the actor may not edit the register."""
    require(actor, Right.EDIT_REGISTER)
    series.delete()


@service
def store_waiting_series(
    *,
    series: WaitingSeries,
    mapping: ImportMapping,
    imported: Imported,
    actor: Viewer,
    now: datetime.datetime,
) -> Stored:
    """Store what was read of a file (`store_series`, which says what is raised) and remove the file, or neither."""
    stored = store_series(mapping=mapping, imported=imported, actor=actor, now=now)
    series.delete()
    return stored


@service
def forget_series_of(*, user: int, actor: Viewer) -> None:
    """Remove what a user handed in and did not store. Raises DeniedError where the actor may not manage users."""
    require(actor, Right.MANAGE_USERS)
    WaitingSeries.objects.filter(added_by=user).delete()
