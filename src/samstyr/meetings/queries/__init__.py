"""Reading meetings, cases, and what the parties say to them, each query as its viewer sees it."""

from samstyr.meetings.queries.batches import batches_visible_to, reviews_of_batch
from samstyr.meetings.queries.calendar import KnownMeeting, known_meetings
from samstyr.meetings.queries.cases import (
    cases_visible_to,
    positions_visible_to,
    rooms_visible_to,
)
from samstyr.meetings.queries.meetings import (
    all_meetings,
    closed_items_found_by,
    closed_visible_to,
    incidents_naming,
    items_on,
    latest_minutes,
    lights_of,
    meetings_of,
    meetings_with_minutes,
    open_follow_up,
    reviews_visible_to,
    reviews_waiting,
    whole_meetings,
)
from samstyr.meetings.queries.reviews import reviewed_facts
from samstyr.meetings.queries.rooms import Room, in_rooms_of, whole_room
from samstyr.meetings.queries.same import SameMeeting, reviews_of_contents, same_meeting
from samstyr.meetings.queries.wheel import wheel_of

__all__ = [
    "KnownMeeting",
    "Room",
    "SameMeeting",
    "all_meetings",
    "batches_visible_to",
    "cases_visible_to",
    "closed_items_found_by",
    "closed_visible_to",
    "in_rooms_of",
    "incidents_naming",
    "items_on",
    "known_meetings",
    "latest_minutes",
    "lights_of",
    "meetings_of",
    "meetings_with_minutes",
    "open_follow_up",
    "positions_visible_to",
    "reviewed_facts",
    "reviews_of_batch",
    "reviews_of_contents",
    "reviews_visible_to",
    "reviews_waiting",
    "rooms_visible_to",
    "same_meeting",
    "wheel_of",
    "whole_meetings",
    "whole_room",
]
