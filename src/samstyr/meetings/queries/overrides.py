"""Reading the reasons that were given for going on outside a mandate, each query as its viewer sees it."""

from collections.abc import Iterable

from django.db.models import QuerySet

from samstyr.meetings.models import AgendaItem, Override
from samstyr.platform.visibility import visible_to
from samstyr.rules.procedure.override import Deed, concerns
from samstyr.rules.rights import Viewer


def overrides_visible_to(viewer: Viewer) -> QuerySet[Override]:
    """Answer the reasons the viewer may see, the latest meeting first, each with its item, meeting and writer."""
    found = Override.objects.filter(visible_to(viewer, Override))
    return found.select_related("item__meeting__forum", "forum", "subject", "written_by__person").order_by(
        "-item__meeting__date", "item__position", "pk"
    )


def overrides_of(items: Iterable[AgendaItem], viewer: Viewer) -> dict[int, list[Override]]:
    """Answer the reasons given under each item, by its key, the oldest first: one query."""
    found: dict[int, list[Override]] = {}
    rows = Override.objects.filter(visible_to(viewer, Override), item__in=[item.pk for item in items])
    for row in rows.select_related("written_by__person").order_by("pk"):
        found.setdefault(row.item_id, []).append(row)
    return found


def concerning(overrides: Iterable[Override], deeds: Iterable[Deed | None]) -> tuple[Override, ...]:
    """Answer the reasons that were given for one of these deeds, whatever the check would say of it today."""
    known = [deed for deed in deeds if deed is not None]
    return tuple(row for row in overrides if any(concerns(row.kept, deed) for deed in known))
