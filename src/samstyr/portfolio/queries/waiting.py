"""Reading series of reports that wait: whoever handed one in alone sees it, by this filter and by the policy."""

from django.db.models import QuerySet

from samstyr.platform.visibility import visible_to
from samstyr.portfolio.models import WaitingSeries
from samstyr.rules.rights import Viewer


def series_waiting(viewer: Viewer) -> QuerySet[WaitingSeries]:
    """Answer the series that wait for the viewer, the latest first."""
    if viewer.user is None:
        return WaitingSeries.objects.none()
    return WaitingSeries.objects.filter(visible_to(viewer, WaitingSeries), added_by=viewer.user)


def series_of(user: int, viewer: Viewer) -> QuerySet[WaitingSeries]:
    """Answer the series a user handed in that wait, as far as the viewer may see them; without their content."""
    found = WaitingSeries.objects.filter(visible_to(viewer, WaitingSeries), added_by=user)
    return found.defer("content", "mapping")
