"""Reading cases and the parties' positions.

Cases are shared among those who have a part in Samstyr; the public sees none before they are decided. A position is
seen by its party and by those who sit in the forum, and the database shows it to nobody else.
"""

from django.db.models import Prefetch, Q, QuerySet

from samstyr.meetings.models import Case, ClosedCase, Leg, Position
from samstyr.platform.visibility import visible_to
from samstyr.rules.rights import Right, Viewer, may


def cases_visible_to(viewer: Viewer) -> QuerySet[Case]:
    """Answer the cases the viewer may see, the newest first, each with its legs and the positions they may see.

    A closed case is seen by the fora it passes and by the parties that are asked about it.
    """
    if not may(viewer, Right.SEE_CASES):
        return Case.objects.none()
    legs = Leg.objects.select_related("forum", "meeting").prefetch_related(
        Prefetch("positions", queryset=positions_visible_to(viewer))
    )
    closed = ClosedCase.objects.filter(visible_to(viewer, ClosedCase))
    return (
        Case.objects.filter(Q(closed=False) | Q(pk__in=closed.values("case")))
        .select_related("subject", "content__subject", "proposed_by")
        .prefetch_related(Prefetch("legs", queryset=legs))
    )


def positions_visible_to(viewer: Viewer) -> QuerySet[Position]:
    """Answer the positions the viewer may see: those of their party, and those before a forum they sit in.

    What a position says is empty until its party has released it.
    """
    positions = Position.objects.filter(visible_to(viewer, Position))
    return positions.select_related("party").order_by("leg", "party__name")


def rooms_visible_to(viewer: Viewer) -> QuerySet[Position]:
    """Answer the positions whose bagland room the viewer may enter, the first due first."""
    rooms = Position.objects.select_related("party", "leg__case", "leg__forum", "leg__meeting")
    if not viewer.operator:
        rooms = rooms.filter(party__in=viewer.parties(Right.ENTER_ROOM))
    return rooms.order_by("due", "leg", "party")
