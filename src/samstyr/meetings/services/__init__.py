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
from samstyr.meetings.services.batches import HandedIn, hand_in_batch
from samstyr.meetings.services.calling import call_meeting, send_agenda, send_changes
from samstyr.meetings.services.cases import ask_parties, note_not_given, open_case, record_position
from samstyr.meetings.services.deliveries import deliver, note_opened, remind
from samstyr.meetings.services.followup import finish_action, settle_condition
from samstyr.meetings.services.judging import add_fact, judge_facts
from samstyr.meetings.services.legs import add_leg, book_leg, skip_leg, withdraw_case
from samstyr.meetings.services.minutes import (
    apply_minutes,
    choose_subject,
    hand_in,
    read_minutes,
    refuse_document,
)
from samstyr.meetings.services.overrides import override_at_agenda, override_decision
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
from samstyr.meetings.services.preparing import (
    ask_for_pack,
    begin_pack,
    cancel_pack,
    fail_pack,
    finish_pack,
    note_progress,
)
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
from samstyr.meetings.services.routing import Start, follow_case, plan_case
from samstyr.meetings.services.same import add_differences, close_as_same
from samstyr.meetings.services.sending import answer_comment, comment_on_minutes, send_minutes

__all__ = [
    "AttachedFile",
    "HandedIn",
    "ItemContent",
    "Noting",
    "Outcome",
    "PaperContent",
    "Present",
    "Said",
    "Start",
    "Task",
    "add_differences",
    "add_fact",
    "add_hearing",
    "add_item",
    "add_leg",
    "answer_comment",
    "apply_minutes",
    "ask_for_pack",
    "ask_parties",
    "attach",
    "begin_pack",
    "book_leg",
    "call_meeting",
    "cancel_pack",
    "cast_votes",
    "change_item",
    "choose_subject",
    "close_as_same",
    "comment",
    "comment_on_minutes",
    "deliver",
    "end_meeting",
    "fail_pack",
    "finish_action",
    "finish_pack",
    "follow_case",
    "hand_in",
    "hand_in_batch",
    "judge_facts",
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
    "note_progress",
    "note_remark",
    "note_task",
    "open_case",
    "open_case_of_item",
    "override_at_agenda",
    "override_decision",
    "own_documents",
    "plan_case",
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
    "skip_leg",
    "strike",
    "take_candidates",
    "take_off",
    "unlink_user",
    "withdraw_attachment",
    "withdraw_case",
    "write_draft",
    "write_paper",
    "write_text",
]
