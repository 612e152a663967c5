"""Meetings: the shared record of them, and the private tables of closed items, reviews and bagland rooms.

Each model says in `isolation` whose it is and where it lies.
"""

from samstyr.meetings.models.case import Case, Leg, Position
from samstyr.meetings.models.closed import (
    ClosedAction,
    ClosedClause,
    ClosedFact,
    ClosedItem,
    ClosedResolution,
)
from samstyr.meetings.models.meeting import AgendaItem, Attendance, Meeting
from samstyr.meetings.models.outcome import Action, ImportedFact, RecommendationClause, Resolution
from samstyr.meetings.models.review import Review
from samstyr.meetings.models.room import RoomComment, RoomDraft, RoomHearing

__all__ = [
    "Action",
    "AgendaItem",
    "Attendance",
    "Case",
    "ClosedAction",
    "ClosedClause",
    "ClosedFact",
    "ClosedItem",
    "ClosedResolution",
    "ImportedFact",
    "Leg",
    "Meeting",
    "Position",
    "RecommendationClause",
    "Resolution",
    "Review",
    "RoomComment",
    "RoomDraft",
    "RoomHearing",
]
