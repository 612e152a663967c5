"""Writing meetings, cases, and what the parties say to them."""

from samstyr.meetings.services.cases import ask_parties, note_not_given, open_case, record_position
from samstyr.meetings.services.minutes import (
    apply_minutes,
    choose_subject,
    hand_in,
    read_minutes,
    refuse_document,
)
from samstyr.meetings.services.persons import own_documents, unlink_user
from samstyr.meetings.services.rooms import (
    add_hearing,
    comment,
    note_outcome,
    release_position,
    set_constituency_date,
    write_draft,
)

__all__ = [
    "add_hearing",
    "apply_minutes",
    "ask_parties",
    "choose_subject",
    "comment",
    "hand_in",
    "note_not_given",
    "note_outcome",
    "open_case",
    "own_documents",
    "read_minutes",
    "record_position",
    "refuse_document",
    "release_position",
    "set_constituency_date",
    "unlink_user",
    "write_draft",
]
