"""Who may read what the history keeps of shared rows: no more than they were shown, and no sooner.

The tables themselves are everyone's, and queries filter what has not reached a viewer yet; their histories also hold
what an agenda said while it was drafted, and what an item was called before it was closed.
"""

from typing import Any

from django.db.models import F, Model, Q

from samstyr.platform.history import event_models
from samstyr.rules.rights import Right, Viewer


def noted_of_item(viewer: Viewer, model: type[Model]) -> Q:
    """Answer the filter for the events of agenda items: the forum's, and what was changed once they were sent.

    What an item said that was closed at any time is read by those who may see it closed.
    """
    if viewer.operator:
        return Q()
    return _of_meeting(viewer, "frozen_at") & _never_closed(viewer, model, "meeting__forum__in")


def noted_of_attendance(viewer: Viewer, _model: type[Model]) -> Q:
    """Answer the filter for the events of who was there: the forum's until the minutes are sent."""
    return Q() if viewer.operator else _of_meeting(viewer, "minutes_sent_at")


def noted_of_case(viewer: Viewer, model: type[Model]) -> Q:
    """Answer the filter for the events of cases: of one that was closed at any time the fora's it passes."""
    return Q() if viewer.operator else _never_closed(viewer, model, "pgh_obj__legs__forum__in")


def _of_meeting(viewer: Viewer, since: str) -> Q:
    """Answer the filter for what is the forum's, or came after a moment; minutes that were read were sent before."""
    return (
        Q(meeting__forum__in=viewer.fora(Right.SEE_AGENDA))
        | ~Q(meeting__minutes_name="")
        | Q(**{f"meeting__{since}__lte": F("pgh_created_at")})
    )


def _never_closed(viewer: Viewer, model: type[Model], forum: str) -> Q:
    events: type[Any] = event_models()[model]  # its columns are known to none but it
    closed = events._default_manager.filter(closed=True).values("pgh_obj")
    return ~Q(pgh_obj__in=closed) | Q(title="") | Q(**{forum: viewer.fora(Right.SEE_CLOSED)})
