"""Writing meetings, cases, and what the parties say to them."""

from samstyr.meetings.services.agenda import (
    ItemContent,
    add_item,
    change_item,
    move_item,
    move_item_before,
    propose_item,
    take_candidates,
    take_off,
)
from samstyr.meetings.services.attendance import Noting, Present, keep_attendance, note_attendance
from samstyr.meetings.services.calling import call_meeting, send_agenda, send_changes
from samstyr.meetings.services.cases import ask_parties, note_not_given, open_case, record_position
from samstyr.meetings.services.deliveries import deliver, note_opened, remind
from samstyr.meetings.services.followup import finish_action, settle_condition
from samstyr.meetings.services.minutes import (
    apply_minutes,
    choose_subject,
    hand_in,
    read_minutes,
    refuse_document,
)
from samstyr.meetings.services.papers import (
    AttachedFile,
    PaperContent,
    attach,
    open_case_of_item,
    withdraw_attachment,
    write_paper,
)
from samstyr.meetings.services.persons import own_documents, unlink_user
from samstyr.meetings.services.plan import move_duty, move_meeting, plan_meeting
from samstyr.meetings.services.recording import (
    Outcome,
    Said,
    Task,
    cast_votes,
    end_meeting,
    note_dissent,
    note_remark,
    note_task,
    record_outcome,
    strike,
    write_text,
)
from samstyr.meetings.services.rooms import (
    add_hearing,
    comment,
    note_outcome,
    release_position,
    set_constituency_date,
    write_draft,
)
from samstyr.meetings.services.sending import answer_comment, comment_on_minutes, send_minutes

__all__ = [
    "AttachedFile",
    "ItemContent",
    "Noting",
    "Outcome",
    "PaperContent",
    "Present",
    "Said",
    "Task",
    "add_hearing",
    "add_item",
    "answer_comment",
    "apply_minutes",
    "ask_parties",
    "attach",
    "call_meeting",
    "cast_votes",
    "change_item",
    "choose_subject",
    "comment",
    "comment_on_minutes",
    "deliver",
    "end_meeting",
    "finish_action",
    "hand_in",
    "keep_attendance",
    "move_duty",
    "move_item",
    "move_item_before",
    "move_meeting",
    "note_attendance",
    "note_dissent",
    "note_not_given",
    "note_opened",
    "note_outcome",
    "note_remark",
    "note_task",
    "open_case",
    "open_case_of_item",
    "own_documents",
    "plan_meeting",
    "propose_item",
    "read_minutes",
    "record_outcome",
    "record_position",
    "refuse_document",
    "release_position",
    "remind",
    "send_agenda",
    "send_changes",
    "send_minutes",
    "set_constituency_date",
    "settle_condition",
    "strike",
    "take_candidates",
    "take_off",
    "unlink_user",
    "withdraw_attachment",
    "write_draft",
    "write_paper",
    "write_text",
]
