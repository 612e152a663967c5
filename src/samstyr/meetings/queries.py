"""Reading meetings and what was decided at them. Everything here is part of the shared record.

What was treated under a closed item is left out, except where a query is told that its reader may see it.
"""

import datetime
from collections.abc import Sequence

from django.db.models import Count, Prefetch, Q, QuerySet

from samstyr.meetings.models import (
    Action,
    AgendaItem,
    ImportedFact,
    Meeting,
    RecommendationClause,
    Resolution,
    Review,
)


def all_meetings() -> QuerySet[Meeting]:
    """Answer every meeting, the latest first, with its forum and how many items and decisions it had."""
    return (
        Meeting.objects.select_related("forum")
        .annotate(
            item_count=Count("items", distinct=True),
            decision_count=Count("items__resolutions", distinct=True),
        )
        .order_by("-date", "forum_id")
    )


def meetings_of(forum: str) -> QuerySet[Meeting]:
    """Answer the meetings of a forum that were read from minutes, the latest first."""
    return Meeting.objects.filter(forum_id=forum)


def whole_meeting(*, closed: bool) -> QuerySet[Meeting]:
    """Answer meetings with everything their page shows, in a fixed number of queries.

    `closed` tells whether the reader may see what was treated under closed items; else such an item has nothing.
    """
    seen = {} if closed else {"item__closed": False}
    facts = ImportedFact.objects.select_related("item", "initiative")
    if not closed:
        facts = facts.exclude(item__closed=True)
    items = AgendaItem.objects.select_related("subject").prefetch_related(
        Prefetch("recommendationclauses", queryset=RecommendationClause.objects.filter(**seen)),
        Prefetch("resolutions", queryset=Resolution.objects.filter(**seen)),
        Prefetch("actions", queryset=Action.objects.filter(**seen)),
    )
    return Meeting.objects.select_related("forum", "document").prefetch_related(
        Prefetch("items", queryset=items),
        Prefetch("facts", queryset=facts),
        "attendances__person",
        "attendances__organisation",
    )


def items_on(subject: str) -> QuerySet[AgendaItem]:
    """Answer the items that treated a subject, the latest meeting first."""
    items = AgendaItem.objects.filter(subject_id=subject, closed=False)
    return items.select_related("meeting").order_by("-meeting__date")


def open_follow_up(on: datetime.date) -> QuerySet[Action]:
    """Answer what is to be done and not yet done, the first due first; `on` leaves out later meetings."""
    actions = Action.objects.filter(done_at__isnull=True, item__closed=False, item__meeting__date__lte=on)
    return actions.select_related("item__meeting__forum")


def incidents_naming(names: Sequence[str]) -> QuerySet[ImportedFact]:
    """Answer the incidents of minutes that name a system by one of its names."""
    named = Q()
    for name in names:
        named |= Q(content__systems__contains=[name])
    incidents = ImportedFact.objects.filter(named, kind="incidents").exclude(item__closed=True)
    return incidents.select_related("meeting")


def lights_of(initiative: str) -> QuerySet[ImportedFact]:
    """Answer the lights an initiative was given in minutes, the latest meeting first."""
    return (
        ImportedFact.objects.filter(kind="status_changes", initiative_id=initiative)
        .exclude(item__closed=True)
        .select_related("meeting")
        .order_by("-meeting__date")
    )


def reviews_waiting() -> QuerySet[Review]:
    """Answer the documents that wait for a person."""
    return Review.objects.exclude(state="applied").select_related("document")


def reviews_applied() -> QuerySet[Review]:
    """Answer the documents whose facts have become part of the record."""
    return Review.objects.filter(state="applied").select_related("document", "meeting__forum")
