"""What fora decided of initiatives and hold of their reports, with the resolutions their viewer may see."""

from django.db.models import Prefetch, QuerySet

from samstyr.meetings.models import Resolution
from samstyr.meetings.queries.agenda import outcomes_seen_by
from samstyr.portfolio.models import Assessment, PortfolioDecision
from samstyr.rules.rights import Viewer


def assessments_seen_by(viewer: Viewer) -> QuerySet[Assessment]:
    """Answer what fora hold of reports, in the order it was said."""
    return (
        Assessment.objects.select_related("forum", "written_by__person")
        .prefetch_related(Prefetch("resolution", queryset=resolutions_seen_by(viewer)))
        .order_by("on", "id")
    )


def decisions_seen_by(viewer: Viewer) -> QuerySet[PortfolioDecision]:
    """Answer the decisions by which initiatives entered portfolios and left them, the latest first."""
    return (
        PortfolioDecision.objects.select_related("forum", "subject", "initiative")
        .prefetch_related(
            Prefetch("resolution", queryset=resolutions_seen_by(viewer)),
            Prefetch("recommended_by", queryset=resolutions_seen_by(viewer)),
        )
        .order_by("-on", "-id")
    )


def resolutions_seen_by(viewer: Viewer) -> QuerySet[Resolution]:
    """Answer the resolutions the viewer may see, each with its meeting and forum."""
    return Resolution.objects.filter(outcomes_seen_by(viewer)).select_related("item__meeting__forum")
