"""Reading how far a review has come."""

from django.db.models import QuerySet

from samstyr.meetings.models import Review, ReviewedFact
from samstyr.platform.visibility import visible_to
from samstyr.rules.rights import Viewer


def reviewed_facts(review: Review, viewer: Viewer) -> QuerySet[ReviewedFact]:
    """Answer what people made of the facts of a review, as far as the viewer may see it."""
    return ReviewedFact.objects.filter(visible_to(viewer, ReviewedFact), review=review)
