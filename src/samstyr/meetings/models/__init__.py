"""Meetings: the shared record of them, and the private tables of what is closed, not sent yet, or a party's own.

Each model says in `isolation` whose it is and where it lies.
"""

from samstyr.meetings.models.between import (
    Consultation,
    ConsultationReply,
    Delivery,
    DutyPlacement,
    Ratification,
    WrittenAnswer,
    WrittenProcedure,
)
from samstyr.meetings.models.case import Case, Delay, Leg, Position, Treatment
from samstyr.meetings.models.closed import (
    ClosedAction,
    ClosedClause,
    ClosedFact,
    ClosedItem,
    ClosedResolution,
)
from samstyr.meetings.models.meeting import AgendaItem, Attendance, Meeting
from samstyr.meetings.models.minutes import (
    ActionDraft,
    DissentStatement,
    ItemText,
    MinutesComment,
    OutcomeDraft,
    Override,
    RegisterProposal,
    Remark,
    Vote,
)
from samstyr.meetings.models.outcome import Action, ImportedFact, RecommendationClause, Resolution
from samstyr.meetings.models.paper import Attachment, ClosedCase, PaperVersion, Signature
from samstyr.meetings.models.prepared import PreparedPack
from samstyr.meetings.models.review import ImportBatch, Review, ReviewedFact
from samstyr.meetings.models.room import RoomComment, RoomDraft, RoomHearing

__all__ = [
    "Action",
    "ActionDraft",
    "AgendaItem",
    "Attachment",
    "Attendance",
    "Case",
    "ClosedAction",
    "ClosedCase",
    "ClosedClause",
    "ClosedFact",
    "ClosedItem",
    "ClosedResolution",
    "Consultation",
    "ConsultationReply",
    "Delay",
    "Delivery",
    "DissentStatement",
    "DutyPlacement",
    "ImportBatch",
    "ImportedFact",
    "ItemText",
    "Leg",
    "Meeting",
    "MinutesComment",
    "OutcomeDraft",
    "Override",
    "PaperVersion",
    "Position",
    "PreparedPack",
    "Ratification",
    "RecommendationClause",
    "RegisterProposal",
    "Remark",
    "Resolution",
    "Review",
    "ReviewedFact",
    "RoomComment",
    "RoomDraft",
    "RoomHearing",
    "Signature",
    "Treatment",
    "Vote",
    "WrittenAnswer",
    "WrittenProcedure",
]
