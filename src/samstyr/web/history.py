"""The history in words: what a page shows of events, those of one transaction together."""

import datetime
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from django.db.models import Field, Model
from django.utils import translation
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samstyr.audit.events import Change, Names, Noted
from samstyr.platform.clock import COPENHAGEN
from samstyr.rules.register import Validity
from samstyr.web import wording
from samstyr.web.templatetags.words import period

# What each service is called (a test compares this table with the services).
SERVICES: Final = {
    "accounts.create_user": gettext_lazy("Made a user"),
    "accounts.password_link": gettext_lazy("Gave out a link to set a password"),
    "accounts.renew_calendar_key": gettext_lazy("Made an address of the calendar"),
    "accounts.end_calendar_key": gettext_lazy("Ended the address of the calendar"),
    "accounts.remove_second_factor": gettext_lazy("Removed a second factor"),
    "accounts.remove_account": gettext_lazy("Removed an account"),
    "accounts.remove_person": gettext_lazy("Removed a person"),
    "audit.blank_events": gettext_lazy("Took a name out of the history"),
    "exchange.erase_person": gettext_lazy("Erased a person"),
    "documents.keep_document": gettext_lazy("Kept a document"),
    "documents.make_findable": gettext_lazy("Brought the search up to date"),
    "meetings.add_hearing": gettext_lazy("Put a body of the party's own on its way"),
    "meetings.ask_parties": gettext_lazy("Asked the parties"),
    "meetings.comment": gettext_lazy("Commented in the bagland room"),
    "meetings.make_example_case": gettext_lazy("Made the example case of the demonstration"),
    "meetings.make_example_meetings": gettext_lazy("Made the example meetings of the demonstration"),
    "meetings.note_not_given": gettext_lazy("Noted that a party did not answer"),
    "meetings.note_outcome": gettext_lazy("Noted what a body of the party said"),
    "meetings.open_case": gettext_lazy("Opened a case"),
    "meetings.plan_case": gettext_lazy("Planned the case's way"),
    "meetings.follow_case": gettext_lazy("Planned the rest of the case's way anew"),
    "meetings.record_position": gettext_lazy("Recorded a position"),
    "meetings.release_position": gettext_lazy("Released the party's position"),
    "meetings.set_constituency_date": gettext_lazy("Said until when the constituency has the matter"),
    "meetings.unlink_user": gettext_lazy("Took a person's name off what they wrote"),
    "meetings.write_draft": gettext_lazy("Wrote a draft position"),
    "meetings.deliver": gettext_lazy("Sent an e-mail"),
    "meetings.remind": gettext_lazy("Sent reminders"),
    "meetings.note_opened": gettext_lazy("Noted that something sent was opened"),
    "meetings.ask_for_pack": gettext_lazy("Asked for a meeting's papers as a file"),
    "meetings.begin_pack": gettext_lazy("Began to make a meeting's papers as a file"),
    "meetings.note_progress": gettext_lazy("Made a part of a meeting's papers as a file"),
    "meetings.finish_pack": gettext_lazy("Made a meeting's papers as a file"),
    "meetings.fail_pack": gettext_lazy("Could not make a meeting's papers as a file"),
    "meetings.cancel_pack": gettext_lazy("Stopped the making of a meeting's papers as a file"),
    "meetings.add_leg": gettext_lazy("Let a case go before another forum"),
    "meetings.book_leg": gettext_lazy("Booked a case on a meeting"),
    "meetings.skip_leg": gettext_lazy("Left out a leg of a case"),
    "meetings.withdraw_case": gettext_lazy("Withdrew a case"),
    "meetings.add_item": gettext_lazy("Put an item on the agenda"),
    "meetings.take_candidates": gettext_lazy("Put what waited on the agenda"),
    "meetings.change_item": gettext_lazy("Changed an item of the agenda"),
    "meetings.move_item": gettext_lazy("Moved an item of the agenda"),
    "meetings.move_item_before": gettext_lazy("Moved an item of the agenda"),
    "meetings.take_off": gettext_lazy("Took an item off the agenda"),
    "meetings.propose_item": gettext_lazy("Proposed an item for the agenda"),
    "meetings.call_meeting": gettext_lazy("Called the meeting"),
    "meetings.send_agenda": gettext_lazy("Sent the agenda"),
    "meetings.send_changes": gettext_lazy("Sent changes of the agenda"),
    "meetings.finish_action": gettext_lazy("Noted that something is done"),
    "meetings.settle_condition": gettext_lazy("Noted what became of a condition"),
    "meetings.attach": gettext_lazy("Added an attachment"),
    "meetings.open_case_of_item": gettext_lazy("Opened a case for an item"),
    "meetings.withdraw_attachment": gettext_lazy("Took an attachment off"),
    "meetings.write_paper": gettext_lazy("Wrote a case paper"),
    "meetings.move_duty": gettext_lazy("Moved a duty to another meeting"),
    "meetings.move_meeting": gettext_lazy("Moved the meeting"),
    "meetings.plan_meeting": gettext_lazy("Planned the meeting"),
    "meetings.cast_votes": gettext_lazy("Noted how the parties voted"),
    "meetings.end_meeting": gettext_lazy("Ended the meeting"),
    "meetings.keep_attendance": gettext_lazy("Noted who was there"),
    "meetings.note_attendance": gettext_lazy("Noted who was there"),
    "meetings.note_dissent": gettext_lazy("Noted a dissent"),
    "meetings.note_remark": gettext_lazy("Noted a remark"),
    "meetings.note_task": gettext_lazy("Noted what is to be done"),
    "meetings.record_outcome": gettext_lazy("Recorded an outcome"),
    "meetings.strike": gettext_lazy("Struck something that was recorded"),
    "meetings.write_text": gettext_lazy("Wrote the minutes of an item"),
    "meetings.answer_comment": gettext_lazy("Answered a comment on the minutes"),
    "meetings.comment_on_minutes": gettext_lazy("Commented on the minutes"),
    "meetings.send_minutes": gettext_lazy("Sent the minutes"),
    "registry.keep_meeting_date": gettext_lazy("Gave the forum a meeting date"),
    "meetings.apply_minutes": gettext_lazy("Made minutes part of the record"),
    "meetings.choose_subject": gettext_lazy("Chose the subject of an item"),
    "meetings.hand_in_batch": gettext_lazy("Handed in documents together"),
    "meetings.add_differences": gettext_lazy("Took over what another document of the meeting says"),
    "meetings.close_as_same": gettext_lazy("Closed a document that is the same as what was there"),
    "meetings.hand_in": gettext_lazy("Handed in minutes"),
    "meetings.judge_facts": gettext_lazy("Went through facts read from minutes"),
    "meetings.add_fact": gettext_lazy("Added a fact that was not read from the minutes"),
    "meetings.read_minutes": gettext_lazy("Read minutes"),
    "meetings.refuse_document": gettext_lazy("Refused a document that can't be read"),
    "meetings.open_written": gettext_lazy("Put a case before the forum in writing"),
    "meetings.answer_in_writing": gettext_lazy("Answered in writing for a party"),
    "meetings.close_written": gettext_lazy("Closed a written procedure"),
    "meetings.withdraw_written": gettext_lazy("Took back a written procedure"),
    "meetings.add_summary": gettext_lazy("Wrote the answers into the case paper"),
    "meetings.open_consultation": gettext_lazy("Opened a consultation"),
    "meetings.reply_to_consultation": gettext_lazy("Replied to a consultation"),
    "meetings.close_consultation": gettext_lazy("Closed a consultation"),
    "meetings.ask_to_ratify": gettext_lazy("Set the deadline of a ratification"),
    "meetings.add_ratifier": gettext_lazy("Added a body that ratifies"),
    "meetings.note_ratification": gettext_lazy("Noted whether a body ratified"),
    "meetings.propose_forum": gettext_lazy("Proposed a new forum to the register"),
    "meetings.enter_proposal": gettext_lazy("Entered what a meeting proposed in the register"),
    "meetings.refuse_proposal": gettext_lazy("Refused what a meeting proposed to the register"),
    "meetings.ask_to_sign": gettext_lazy("Asked for signatures"),
    "meetings.sign": gettext_lazy("Signed an attachment"),
    "meetings.override_at_agenda": gettext_lazy("Put an item on the agenda outside the mandate"),
    "meetings.override_decision": gettext_lazy("Let a decision stand outside the mandate"),
    "portfolio.write_report": gettext_lazy("Wrote a draft of a status report"),
    "portfolio.note_told_report": gettext_lazy("Noted what a document tells of an initiative"),
    "portfolio.add_paragraph": gettext_lazy("Added a promise of an agreement"),
    "portfolio.make_example_portfolios": gettext_lazy("Made the portfolios of the demonstration"),
    "portfolio.publish_report": gettext_lazy("Published a status report"),
    "portfolio.assess_report": gettext_lazy("Noted what the forum holds of a report"),
    "portfolio.enter_portfolio": gettext_lazy("Took an initiative into the portfolio"),
    "portfolio.store_series": gettext_lazy("Imported a series of status reports"),
    "portfolio.store_waiting_series": gettext_lazy("Imported a series of status reports"),
    "portfolio.hand_in_series": gettext_lazy("Handed in a series of status reports"),
    "portfolio.keep_mapping": gettext_lazy("Mapped the columns of a series"),
    "portfolio.cancel_series": gettext_lazy("Cancelled the import of a series"),
    "portfolio.forget_series_of": gettext_lazy("Removed what a person had handed in and not stored"),
    "portfolio.leave_portfolio": gettext_lazy("Let an initiative leave the portfolio"),
    "portfolio.add_milestone": gettext_lazy("Added a milestone"),
    "portfolio.set_milestone_date": gettext_lazy("Gave a milestone another date"),
    "portfolio.reach_milestone": gettext_lazy("Noted that a milestone is reached"),
    "portfolio.add_dependency": gettext_lazy("Noted that one initiative waits for another"),
    "portfolio.open_round": gettext_lazy("Opened a reporting round"),
    "portfolio.remind_leads": gettext_lazy("Reminded of status reports"),
    "portfolio.check_request": gettext_lazy("Checked a status report"),
    "portfolio.send_back_request": gettext_lazy("Sent a status report back"),
    "portfolio.approve_request": gettext_lazy("Approved a status report"),
    "portfolio.add_partner": gettext_lazy("Added a partner of an initiative"),
    "portfolio.set_funding_share": gettext_lazy("Noted what a party pays to an initiative"),
    "portfolio.open_pool": gettext_lazy("Opened a pool"),
    "portfolio.use_pool": gettext_lazy("Gave money of a pool to an initiative"),
    "portfolio.state_need": gettext_lazy("Put forward a need"),
    "portfolio.rank_needs": gettext_lazy("Ranked the needs of a pool"),
    "portfolio.move_need": gettext_lazy("Ranked the needs of a pool"),
    "portfolio.grant_need": gettext_lazy("Granted a need"),
    "portfolio.decline_need": gettext_lazy("Declined a need"),
    "portfolio.pay_own_need": gettext_lazy("Let a party pay for its own need"),
    "portfolio.keep_business_case": gettext_lazy("Wrote a business case"),
    "portfolio.note_realised": gettext_lazy("Noted what came of a cash flow"),
    "portfolio.add_benefit": gettext_lazy("Added a benefit"),
    "portfolio.follow_up_benefit": gettext_lazy("Noted what came of a benefit"),
    "registry.end_memberships": gettext_lazy("Ended a person's seats"),
    "registry.keep_findable": gettext_lazy("Brought the search up to date"),
    "registry.make_examples": gettext_lazy("Made the example persons of the demonstration"),
    "registry.load_register": gettext_lazy("Loaded the register from a file"),
}
WHAT: Final = {
    "insert": gettext_lazy("added"),
    "update": gettext_lazy("changed"),
    "delete": gettext_lazy("deleted"),
    "found": gettext_lazy("stood here when the history began"),
}
# Names of kinds that their models do not give, or give in a word that stands for something else on a page.
KINDS: Final = {
    "meetings.Position": gettext_lazy("party's position"),
    "meetings.ClosedClause": gettext_lazy("recommendation of a closed item"),
    "meetings.ClosedResolution": gettext_lazy("resolution of a closed item"),
    "meetings.ClosedAction": gettext_lazy("follow-up of a closed item"),
    "meetings.ClosedFact": gettext_lazy("imported fact of a closed item"),
}
FIELDS: Final = {
    "from_forum": gettext_lazy("forum"),
    "to_forum": gettext_lazy("acts as"),
    "sha256": gettext_lazy("check sum"),
    "when_key": gettext_lazy("when"),
    "content": gettext_lazy("content"),
}
# The closed vocabularies of fields: model and field, and the table of web/wording.py.
CHOICES: Final = {
    ("registry.Party", "kind"): "party_kind",
    ("registry.Instrument", "kind"): "instrument_kind",
    ("registry.Forum", "kind"): "forum_kind",
    ("registry.Forum", "level"): "level",
    ("registry.Seat", "role"): "role",
    ("registry.Mandate", "act"): "act",
    ("registry.Duty", "act"): "act",
    ("registry.Membership", "role"): "held_role",
    ("meetings.Meeting", "state"): "meeting_state",
    ("meetings.Review", "state"): "review_state",
    ("meetings.ReviewedFact", "outcome"): "fact_outcome",
    ("meetings.Position", "state"): "position_state",
    ("meetings.Position", "stance"): "stance",
    ("meetings.RoomDraft", "stance"): "stance",
    ("meetings.Case", "state"): "case_state",
    ("meetings.WrittenProcedure", "state"): "written_state",
    ("meetings.WrittenAnswer", "answer"): "reply",
    ("meetings.Consultation", "state"): "consultation_state",
    ("meetings.Ratification", "state"): "ratification_state",
    ("meetings.RegisterProposal", "state"): "proposal_state",
    ("meetings.PreparedPack", "state"): "prepared_state",
    ("meetings.AgendaItem", "kind"): "item_kind",
    ("meetings.Attendance", "role"): "role",
    ("meetings.Attendance", "attendance"): "attendance",
    ("meetings.Resolution", "verb"): "verb",
    ("meetings.ClosedResolution", "verb"): "verb",
    ("meetings.Override", "stage"): "override_stage",
    ("meetings.Override", "act"): "act",
    ("meetings.Override", "verdict"): "check_verdict",
    ("meetings.Action", "certainty"): "certainty",
    ("meetings.ClosedAction", "certainty"): "certainty",
}
TITLES: Final = ("name", "title", "text", "quote", "what", "username", "body_name", "date", "said")
HIDDEN: Final = frozenset({"when_key"})  # kept for an index alone
LONGEST: Final = 160  # letters of a value that stand on the page; the whole unfolds


@dataclass(frozen=True, slots=True)
class Text:
    """A value in words; `rest` is the whole of it where `start` is only its beginning."""

    start: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A field in words, before and after."""

    field: str
    before: Text
    after: Text


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """What happened to one row."""

    what: str
    kind: str
    title: Text
    changes: tuple[ShownChange, ...]
    noted: str


@dataclass(frozen=True, slots=True)
class Together:
    """What one person, or one service, did in one transaction."""

    at: str
    who: str
    user: int | None
    through: str
    events: tuple[ShownEvent, ...]


def together(events: Iterable[Noted]) -> list[Together]:
    """Answer events, the latest first, in groups; within a group in the order they happened."""
    found = []
    for _key, group in groupby(events, key=lambda event: (event.transaction, event.user, through(event))):
        members = list(group)
        last = members[0]
        found.append(
            Together(
                at=_moment(last.at),
                who=who(last),
                user=last.user if last.user_name else None,
                through=through(last),
                events=tuple(shown(event) for event in reversed(members)),
            )
        )
    return found


def who(event: Noted) -> str:
    """Answer who acted, in words."""
    if event.by_hand:
        return _("SQL directly in the database (login {login})").format(login=event.login)
    if event.user is not None:
        return event.user_name or _("user {number}, who is no more").format(number=event.user)
    return _("nobody logged in") if event.entry else _("command")


def through(event: Noted) -> str:
    """Answer through which service, in words; without one through which page, or nothing."""
    if event.service:
        return str(SERVICES.get(event.service, event.service))
    if not event.entry:
        return ""
    return _("The administration") if event.entry.startswith("admin:") else event.entry


def shown(event: Noted) -> ShownEvent:
    """Answer what a page shows of an event."""
    label = event.model._meta.label
    fields = [change for change in event.changes if _is_told(change, event.names)]
    noted = ", ".join(_field(event.model._meta.get_field(name)) for name in event.noted)
    return ShownEvent(
        what=str(WHAT[event.what]),
        kind=capfirst(str(KINDS.get(label, event.model._meta.verbose_name))),
        title=_cut(_title(event)),
        changes=tuple(_change(label, change, event.names) for change in fields),
        noted=noted,
    )


def _is_told(change: Change, names: Names) -> bool:
    """Tell whether a change says something to a person: a link to a row that has no name does not."""
    if change.field.name in HIDDEN:
        return False
    related = change.field.related_model
    return related is None or any((related, value) in names for value in (change.before, change.after))


def _change(label: str, change: Change, names: Names) -> ShownChange:
    table = CHOICES.get((label, change.field.name))
    before, after = (
        wording.word(value, table) if table and value else value_words(change.field, value, names)
        for value in (change.before, change.after)
    )
    alike = next(
        (place for place, (old, new) in enumerate(zip(before, after, strict=False)) if old != new),
        min(len(before), len(after)),
    )
    return ShownChange(_field(change.field), _cut(before, alike), _cut(after, alike))


def _title(event: Noted) -> str:
    """Answer what the row is called; a key that people chose names it where nothing else does."""
    fields = {field.name: field for field in event.model._meta.fields}
    for name in TITLES:
        if event.values.get(name):
            return value_words(fields[name], event.values[name], event.names)
    return event.key if isinstance(event.key, str) else ""


def _field(field: Any) -> str:
    # Links of Django's own making carry the bare name of the model, which stands in the catalogue as well.
    name = FIELDS.get(field.name, field.verbose_name)
    return capfirst(translation.gettext(str(name)))


def value_words(field: "Field[Any, Any]", value: Any, names: Names) -> str:
    """Answer a value of an event in words; empty where there is none."""
    if value is None:
        return ""
    related: type[Model] | None = field.related_model
    if related is not None:
        return names.get((related, value), str(value))
    in_words = WORDS_OF.get(field.get_internal_type())
    return in_words(value) if in_words else str(value)


def _json_words(value: Any) -> str:
    if isinstance(value, list) and all(isinstance(each, str | int) for each in value):
        return ", ".join(str(each) for each in value)
    return json.dumps(value, ensure_ascii=False)


def _period(text: str) -> str:
    """Answer a range of PostgreSQL, `[2017-01-01,2018-01-01)`, in words."""
    if text == "empty":
        return text
    start, until = (
        datetime.date.fromisoformat(end) if end else None for end in text.strip("[]()").split(",")
    )
    return period(Validity(start, until)) or _("always")


def _moment(at: datetime.datetime) -> str:
    local = at.astimezone(COPENHAGEN)
    return f"{date_format(local, 'DATE_FORMAT')} {local:%H.%M.%S}"


def _yes_or_no(value: bool) -> str:
    return _("yes") if value else _("no")


WORDS_OF: Final[dict[str, Callable[[Any], str]]] = {
    "ArrayField": _json_words,
    "BooleanField": _yes_or_no,
    "DateField": lambda value: date_format(datetime.date.fromisoformat(value), "DATE_FORMAT"),
    "DateRangeField": _period,
    "DateTimeField": lambda value: _moment(datetime.datetime.fromisoformat(value)),
    "JSONField": _json_words,
    "TimeField": lambda value: f"{datetime.time.fromisoformat(value):%H.%M}",
}


def _cut(text: str, alike: int = 0) -> Text:
    """Answer a text, folded where it is long; of two that begin alike the part where they part is shown."""
    if len(text) <= LONGEST:
        return Text(text)
    start = max(0, min(alike, len(text)) - LONGEST // 2)
    part = text[start : start + LONGEST]
    return Text(f"… {part.split(' ', 1)[-1]}" if start else part.rsplit(" ", 1)[0], text)
