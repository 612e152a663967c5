"""Writing meetings: minutes are handed in, read, and applied once a person has reviewed them."""

import datetime
from typing import Any, Final

from django.utils import timezone

from samstyr.accounts.models import Person
from samstyr.documents.models import SourceDocument
from samstyr.documents.services import keep_document, make_findable
from samstyr.meetings.findable import findable
from samstyr.meetings.matching import matches, plain
from samstyr.meetings.models import (
    Action,
    AgendaItem,
    Attendance,
    ClosedAction,
    ClosedClause,
    ClosedFact,
    ClosedItem,
    ClosedResolution,
    ImportedFact,
    Meeting,
    RecommendationClause,
    Resolution,
    Review,
    ReviewedFact,
)
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.registry.models import Subject
from samstyr.registry.queries import current_register
from samstyr.rules.rights import Right, Viewer

# Lists of a minutes record whose facts wait for a page of their own.
LATER: Final = (
    "status_changes",
    "observations",
    "missing_data",
    "incidents",
    "consultations",
    "unlisted_speakers",
    "warnings",
)
Record = dict[str, Any]


@service
def hand_in(*, name: str, content: bytes, actor: Viewer) -> tuple[Review, bool]:
    """Keep a document and open a review of it; answer the review and whether the actor's document is new.

    Raises DeniedError where the actor may not hand in minutes.
    """
    require(actor, Right.HAND_IN_MINUTES)
    document, is_new = keep_document(name=name, content=content, actor=actor)
    review, _ = Review.objects.get_or_create(document=document, defaults={"added_by_id": actor.user})
    return review, is_new


@service
def read_minutes(*, review: Review, text: str, record: Record) -> Review:
    """Keep the text of a document that was handed in, and what was read in it; both wait for a person.

    Where the forum that met is certain, its secretaries see the document from now on.
    """
    document = review.document
    document.text = text
    review.read = record
    forum = matches(current_register(), record)["forum"]
    head = record["meeting"]
    review.date = date_of(head.get("date"))
    review.forum_text = plain(head.get("forum") or "")
    document.kept_for = review.kept_for = forum.key if forum and forum.certain else ""
    document.save(update_fields=["text", "kept_for"])
    review.state = "waiting"
    review.save(update_fields=["read", "state", "kept_for", "date", "forum_text"])
    return review


@service
def refuse_document(*, review: Review, reason: str) -> Review:
    """Note that a document could not be read, and why."""
    review.state = "failed"
    review.error = reason
    review.save(update_fields=["state", "error"])
    return review


@service
def apply_minutes(*, review: Review, record: Record, chosen: Record, actor: Viewer) -> Meeting:
    """Make what a person has corrected and accepted part of the record.

    `record` is the corrected minutes record (schema `samstyr.minutes/1`); `chosen` holds what its names stand
    for: `forum` (id), `organisations` (one id or None for each participant), `initiatives` (for each light),
    `subjects` (for each item). Raises InputError where the forum or the date is missing, where there are
    minutes of that meeting already, or where the document was applied before, and DeniedError where the actor
    is no secretary of the forum. Nothing is stored then.

    What was treated under a closed item goes to private tables, the rest to the shared record.
    """
    review = Review.objects.select_for_update().get(pk=review.pk)
    if review.state == "applied":
        raise InputError(f"{review.document.name}: was applied before; nothing was changed")
    head = record["meeting"]
    if not chosen.get("forum"):
        raise InputError("meeting.forum: choose the forum that met")
    require(actor, Right.APPLY_MINUTES, forum=chosen["forum"])
    if not head.get("date"):
        raise InputError("meeting.date: the date of the meeting is missing")
    date = datetime.date.fromisoformat(head["date"])
    meeting = _meeting(chosen["forum"], date, head, review.document)
    _attendances(meeting, record["participants"], chosen["organisations"])
    keep_for(review, chosen["forum"])
    items = _items(meeting, record["items"], chosen["subjects"])
    _facts_of_items(record, items)
    _later_facts(meeting, record, items, chosen["initiatives"])
    review.corrected = record
    review.state = "applied"
    review.meeting = meeting
    review.reviewer_id = actor.user
    review.applied_at = timezone.now()
    review.save()
    make_findable(found=findable(meeting))
    return meeting


@service
def choose_subject(*, item: AgendaItem, subject: str | None, actor: Viewer) -> None:
    """Say which subject an item treated; the mandate check of its decisions follows it.

    Raises InputError where there is no such subject, DeniedError where the actor is no secretary of the forum.
    """
    require(actor, Right.CHOOSE_SUBJECT, forum=item.meeting.forum_id)
    if subject is not None and not Subject.objects.filter(pk=subject).exists():
        raise InputError(f"subject: there is no subject {subject[:60]!r}")
    if item.closed:
        ClosedItem.objects.filter(item=item).update(subject_id=subject)
        return
    item.subject_id = subject
    item.save(update_fields=["subject"])


def keep_for(review: Review, forum: str) -> None:
    """Let the secretaries of the forum see the document and its review: it is theirs now."""
    review.kept_for = review.document.kept_for = forum
    review.document.save(update_fields=["kept_for"])
    ReviewedFact.objects.filter(review=review).update(kept_for=forum)


def _meeting(forum: str, date: datetime.date, head: Record, document: SourceDocument) -> Meeting:
    """Answer the meeting the minutes are of: a planned one, or a new one."""
    meeting, _ = Meeting.objects.get_or_create(forum_id=forum, date=date)
    if meeting.document_id is not None:
        raise InputError(
            f"meeting: {meeting.forum.name} has minutes of {date.isoformat()} already "
            f"({meeting.minutes_name}); nothing was changed"
        )
    meeting.start = time_of(head.get("start"))
    meeting.end = time_of(head.get("end"))
    meeting.place = head.get("place") or ""
    meeting.state = "minutes-sent"
    meeting.document = document
    meeting.minutes_name = document.name
    meeting.applied_at = meeting.minutes_sent_at = meeting.published_at = timezone.now()
    meeting.save()
    return meeting


def time_of(text: str | None) -> datetime.time | None:
    """Answer a time of a minutes record."""
    return datetime.time.fromisoformat(text) if text else None


def date_of(text: str | None) -> datetime.date | None:
    """Answer a date of a minutes record."""
    return datetime.date.fromisoformat(text) if text else None


def _attendances(meeting: Meeting, participants: list[Record], organisations: list[str | None]) -> None:
    for place, (each, organisation) in enumerate(zip(participants, organisations, strict=True)):
        person, _ = Person.objects.get_or_create(name=each["name"])
        Attendance.objects.update_or_create(
            meeting=meeting,
            person=person,
            defaults={
                "organisation_id": organisation,
                "organisation_text": each.get("organisation") or "",
                "role": each.get("role") or "",
                "attendance": each.get("attendance") or "",
                "items": ", ".join(each.get("items") or []),
                "position": place,
            },
        )


def _items(meeting: Meeting, items: list[Record], subjects: list[str | None]) -> list[AgendaItem]:
    made: list[AgendaItem] = []
    numbered: dict[str, AgendaItem] = {}
    for place, (each, subject) in enumerate(zip(items, subjects, strict=True)):
        closed = bool(each.get("closed"))
        item = AgendaItem.objects.create(
            meeting=meeting,
            position=place,
            number=each.get("number") or "",
            parent=numbered.get(each.get("parent") or ""),
            title="" if closed else each.get("title") or "",
            kind=each.get("kind") or "",
            kind_from=each.get("kind_from") or "",
            closed=closed,
            subject_id=None if closed else subject,
            span=each.get("span"),
        )
        if closed:
            ClosedItem.objects.create(
                item=item, forum_id=meeting.forum_id, title=each.get("title") or "", subject_id=subject
            )
        made.append(item)
        numbered[item.number] = item
    return made


def _item(fact: Record, items: list[AgendaItem]) -> AgendaItem | None:
    """Answer the item a fact belongs to: by its place where given, else by its number."""
    index = fact.get("item_index")
    if index is not None and 0 <= index < len(items):
        return items[index]
    return next((item for item in items if item.number and item.number == fact.get("item")), None)


def _required_item(fact: Record, items: list[AgendaItem], what: str) -> AgendaItem:
    item = _item(fact, items)
    if item is None:
        raise InputError(f"{what}: its agenda item is missing (expected one of the items kept)")
    return item


def _facts_of_items(record: Record, items: list[AgendaItem]) -> None:
    for each in record["recommendations"]:
        item = _required_item(each, items, "recommendations")
        keep_under(RecommendationClause, ClosedClause, item, text=each["clause"], span=each.get("span"))
    for each in record["decisions"]:
        keep_under(
            Resolution,
            ClosedResolution,
            _required_item(each, items, "decisions"),
            verb=each["verb"],
            with_remarks=bool(each.get("with_remarks")),
            quote=each["quote"],
            span=each.get("span"),
        )
    for each in record["actions"]:
        keep_under(
            Action,
            ClosedAction,
            _required_item(each, items, "actions"),
            who=each.get("who") or [],
            what=each["what"],
            due=date_of(each.get("due")),
            certainty=each.get("certainty") or "",
            span=each.get("span"),
        )


def keep_under(shared: type[Any], private: type[Any], item: AgendaItem, **content: Any) -> None:
    """Keep something under an item: in the shared record, or in the private table where the item is closed."""
    if item.closed:
        private.objects.create(item=item, forum_id=item.meeting.forum_id, **content)
    else:
        shared.objects.create(item=item, **content)


def _later_facts(
    meeting: Meeting, record: Record, items: list[AgendaItem], initiatives: list[str | None]
) -> None:
    facts = [(kind, each) for kind in LATER for each in record.get(kind) or []]
    if record.get("next_meeting"):
        facts.append(("next_meeting", record["next_meeting"]))
    matched = iter(initiatives)
    for kind, each in facts:
        item = _item(each, items)
        fact = {
            "item": item,
            "kind": kind,
            "content": {
                key: value for key, value in each.items() if key not in {"span", "rule", "item", "item_index"}
            },
            "initiative_id": next(matched) if kind == "status_changes" else None,
            "span": each.get("span"),
        }
        if item is not None and item.closed:
            ClosedFact.objects.create(forum_id=meeting.forum_id, **fact)
        else:
            ImportedFact.objects.create(meeting=meeting, **fact)
