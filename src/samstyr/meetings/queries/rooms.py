"""Reading a party's bagland room. What lies there is private to the party: the database sees to it too."""

from dataclasses import dataclass
from typing import TypeVar

from django.db.models import QuerySet

from samstyr.meetings.models import Position, RoomComment, RoomDraft, RoomHearing
from samstyr.platform.visibility import visible_to
from samstyr.rules.rights import Viewer

InRoom = TypeVar("InRoom", RoomComment, RoomDraft, RoomHearing)


@dataclass(frozen=True, slots=True)
class Room:
    """What lies in a party's room on a leg; drafts with the newest first."""

    position: Position
    hearings: list[RoomHearing]
    drafts: list[RoomDraft]
    comments: list[RoomComment]

    @property
    def latest(self) -> RoomDraft | None:
        """The newest version of the draft, or None."""
        return self.drafts[0] if self.drafts else None


def in_rooms_of(viewer: Viewer, model: type[InRoom]) -> QuerySet[InRoom]:
    """Answer the rows of a table of the rooms that the viewer may see, each with who wrote it."""
    return model._default_manager.filter(visible_to(viewer, model)).select_related("written_by__person")


def whole_room(viewer: Viewer, position: Position) -> Room:
    """Answer what the viewer may see of what lies in the room of a position: three queries."""
    key = {"leg": position.leg_id, "party": position.party_id}
    return Room(
        position,
        list(in_rooms_of(viewer, RoomHearing).filter(**key).select_related("body", "written_by__person")),
        list(in_rooms_of(viewer, RoomDraft).filter(**key).order_by("-version")),
        list(in_rooms_of(viewer, RoomComment).filter(**key)),
    )
