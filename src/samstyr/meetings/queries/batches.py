"""Reading how far a batch of documents has come."""

from django.db.models import Count, Q, QuerySet

from samstyr.meetings.models import ImportBatch, Review
from samstyr.meetings.queries.meetings import reviews_visible_to
from samstyr.platform.visibility import visible_to
from samstyr.rules.rights import Viewer


def batches_visible_to(viewer: Viewer) -> QuerySet[ImportBatch]:
    """Answer the viewer's batches, the latest first, each with how many of its documents stand where.

    `total` counts those that were kept; `unread` waits for the worker, `read` for a person, `failed` could not be read,
    and `closed` is part of the record or the same as what was there.
    """
    mine = ImportBatch.objects.filter(visible_to(viewer, ImportBatch), added_by=viewer.user)
    return mine.annotate(
        total=Count("reviews"),
        done=Count("reviews", filter=~Q(reviews__state="reading")),
        unread=Count("reviews", filter=Q(reviews__state="reading")),
        read=Count("reviews", filter=Q(reviews__state="waiting")),
        failed=Count("reviews", filter=Q(reviews__state="failed")),
        closed=Count("reviews", filter=Q(reviews__state__in=["applied", "same"])),
    )


def reviews_of_batch(batch: ImportBatch, viewer: Viewer) -> QuerySet[Review]:
    """Answer the documents of a batch that were kept, by name: what could not be read first."""
    return (
        reviews_visible_to(viewer)
        .filter(batch=batch)
        .annotate(is_failed=Q(state="failed"))
        .order_by("-is_failed", "document__name", "pk")
        .defer("document__content", "document__text", "read", "corrected")
    )
