"""How often each forum has postponed an item: what a forecast rests on."""

from django.db.models import Count, Q

from samstyr.meetings.models import AgendaItem
from samstyr.rules.forecast import Record
from samstyr.rules.procedure.states import BEFORE_MINUTES

POSTPONED = "postponed"


def postponement_records() -> dict[str, Record]:
    """Answer for each forum how many items it has treated, and how many of those it postponed.

    Only items whose outcome is in minutes that were sent count, and only open ones: what was decided under a closed
    item is not counted, so that the numbers are the same for everyone.
    """
    counted = (
        AgendaItem.objects.filter(closed=False, resolutions__isnull=False)
        .exclude(meeting__state__in=sorted(state.value for state in BEFORE_MINUTES))
        .order_by()
        .values_list("meeting__forum")
        .annotate(
            items=Count("pk", distinct=True),
            postponed=Count("pk", filter=Q(resolutions__verb=POSTPONED), distinct=True),
        )
    )
    return {forum: Record(items, postponed) for forum, items, postponed in counted}
