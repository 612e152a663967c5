"""Reading meetings and what was decided at them, each query as its viewer sees it.

The shared record is everyone's. What was treated under closed items lies in private tables: it is added by key
where the viewer sits in the forum. The queries ask for no more than that, and the database would show no more.
"""

import datetime
from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from samstyr.meetings.models import (
    Action,
    AgendaItem,
    Attendance,
    ClosedAction,
    ClosedClause,
    ClosedFact,
    ClosedItem,
    ClosedResolution,
    ImportedFact,
    Meeting,
    Resolution,
    Review,
)
from samstyr.meetings.queries.agenda import attendances_seen_by, items_seen_by, outcomes_seen_by
from samstyr.platform.visibility import visible_to
from samstyr.rules.rights import Viewer

Closed = TypeVar("Closed", ClosedAction, ClosedClause, ClosedFact, ClosedItem, ClosedResolution)


def closed_visible_to(viewer: Viewer, model: type[Closed]) -> QuerySet[Closed]:
    """Answer the rows of a table of closed items that the viewer may see."""
    return model._default_manager.filter(visible_to(viewer, model))


def reviews_visible_to(viewer: Viewer) -> QuerySet[Review]:
    """Answer the documents under review that the viewer handed in, or that are kept for a forum of theirs.

    What the operator handed in without saying for whom is seen by every secretary.
    """
    return Review.objects.select_related("document").filter(visible_to(viewer, Review))


def all_meetings() -> QuerySet[Meeting]:
    """Answer every meeting, the latest first, with its forum and how many items and decisions it had."""
    # Counted for the rows that are shown alone: each count is a question of its own about one meeting.
    items = AgendaItem.objects.filter(meeting=OuterRef("pk")).order_by().values("meeting")
    decisions = Resolution.objects.filter(item__meeting=OuterRef("pk")).order_by().values("item__meeting")
    return (
        Meeting.objects.select_related("forum")
        .annotate(
            item_count=Coalesce(Subquery(items.annotate(number=Count("pk")).values("number")), 0),
            decision_count=Coalesce(Subquery(decisions.annotate(number=Count("pk")).values("number")), 0),
        )
        .order_by("-date", "forum_id")
    )


def meetings_of(forum: str) -> QuerySet[Meeting]:
    """Answer the meetings of a forum that were read from minutes, the latest first."""
    return Meeting.objects.filter(forum_id=forum)


def whole_meetings(viewer: Viewer) -> QuerySet[Meeting]:
    """Answer meetings with everything their page shows the viewer, in a fixed number of queries."""
    items = AgendaItem.objects.filter(items_seen_by(viewer)).select_related("subject", "sitting_as")
    outcomes = outcomes_seen_by(viewer)
    items = items.prefetch_related(
        "recommendationclauses",
        Prefetch("resolutions", queryset=Resolution.objects.filter(outcomes).select_related("supersedes")),
        Prefetch("actions", queryset=Action.objects.filter(outcomes)),
        # To those who sit in no forum these cost no query: nothing is asked for.
        Prefetch("content", queryset=closed_visible_to(viewer, ClosedItem).select_related("subject")),
        Prefetch("closedclauses", queryset=closed_visible_to(viewer, ClosedClause)),
        Prefetch("closedresolutions", queryset=closed_visible_to(viewer, ClosedResolution)),
        Prefetch("closedactions", queryset=closed_visible_to(viewer, ClosedAction)),
        Prefetch("closedfacts", queryset=closed_visible_to(viewer, ClosedFact)),
    )
    return Meeting.objects.select_related("forum").prefetch_related(
        Prefetch("items", queryset=items),
        Prefetch("facts", queryset=ImportedFact.objects.select_related("item", "initiative")),
        Prefetch(
            "attendances",
            queryset=Attendance.objects.filter(attendances_seen_by(viewer)).select_related(
                "person", "organisation", "substitute_for"
            ),
        ),
    )


def items_on(subject: str, viewer: Viewer) -> list[AgendaItem]:
    """Answer the items that treated a subject, the latest meeting first; a closed one with its title."""
    seen = AgendaItem.objects.filter(items_seen_by(viewer), subject_id=subject)
    items = list(seen.select_related("meeting"))
    closed = closed_visible_to(viewer, ClosedItem).filter(subject_id=subject)
    for content in closed.select_related("item__meeting"):
        content.item.title = content.title
        items.append(content.item)
    return sorted(items, key=lambda item: item.meeting.date, reverse=True)


def open_follow_up(viewer: Viewer, on: datetime.date, most: int) -> list[Action | ClosedAction]:
    """Answer what is to be done and not yet done, the first due first; `on` leaves out later meetings."""
    open_ones = Q(done_at__isnull=True, item__meeting__date__lte=on)
    found: list[Action | ClosedAction] = [
        *Action.objects.filter(open_ones, outcomes_seen_by(viewer)).select_related("item__meeting__forum")[
            :most
        ]
    ]
    closed = closed_visible_to(viewer, ClosedAction).filter(open_ones)
    found += closed.select_related("item__meeting__forum")[:most]
    return sorted(found, key=lambda action: (action.due is None, action.due or datetime.date.max))[:most]


def incidents_naming(names: Sequence[str], viewer: Viewer) -> list[ImportedFact | ClosedFact]:
    """Answer the incidents of minutes that name a system by one of its names."""
    named = Q()
    for name in names:
        named |= Q(content__systems__contains=[name])
    return _facts(named & Q(kind="incidents"), viewer)


def lights_of(initiative: str, viewer: Viewer) -> list[ImportedFact | ClosedFact]:
    """Answer the lights an initiative was given in minutes, the latest meeting first."""
    return _facts(Q(kind="status_changes", initiative_id=initiative), viewer)


def closed_items_found_by(text: str, viewer: Viewer) -> QuerySet[ClosedItem]:
    """Answer the closed items the viewer may see in whose title, decisions or follow-up the words stand."""
    found = closed_visible_to(viewer, ClosedItem)
    decided = closed_visible_to(viewer, ClosedResolution).filter(quote__icontains=text).values("item")
    to_do = closed_visible_to(viewer, ClosedAction).filter(what__icontains=text).values("item")
    return (
        found.filter(Q(title__icontains=text) | Q(item__in=decided) | Q(item__in=to_do))
        .select_related("item__meeting__forum")
        .order_by("-item__meeting__date", "item__position")
    )


def reviews_waiting(viewer: Viewer) -> QuerySet[Review]:
    """Answer the documents that wait for the viewer."""
    return reviews_visible_to(viewer).exclude(state__in=["applied", "same"])


def meetings_with_minutes() -> QuerySet[Meeting]:
    """Answer the meetings whose minutes are part of the record, the last applied first."""
    return Meeting.objects.exclude(minutes_name="").select_related("forum").order_by("-applied_at", "-id")


def latest_minutes() -> QuerySet[Meeting]:
    """Answer the meetings whose minutes are part of the record, the latest meeting first."""
    return meetings_with_minutes().order_by("-date", "forum_id")


def _facts(wanted: Q, viewer: Viewer) -> list[ImportedFact | ClosedFact]:
    found: list[ImportedFact | ClosedFact] = [*ImportedFact.objects.filter(wanted).select_related("meeting")]
    found += closed_visible_to(viewer, ClosedFact).filter(wanted).select_related("item__meeting")
    return sorted(found, key=lambda fact: fact.meeting.date, reverse=True)
