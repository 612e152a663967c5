"""Finding the meeting that a document is of where its minutes are there already, and what the document brings."""

import datetime
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Q, QuerySet

from samstyr.meetings.comparing import Compared, Standing, compare, is_same_meeting
from samstyr.meetings.judging import Key, Record
from samstyr.meetings.models import (
    ClosedAction,
    ClosedClause,
    ClosedFact,
    ClosedItem,
    ClosedResolution,
    Meeting,
    Review,
)
from samstyr.meetings.queries.meetings import closed_visible_to, reviews_visible_to
from samstyr.rules.procedure.states import BEFORE_MINUTES, MeetingState
from samstyr.rules.rights import Viewer

# What stands under items: the name of the shared table on an item, the private table, the list of a minutes record, and
# its columns there.
OUTCOMES: Final[tuple[tuple[str, Any, str, dict[str, str]], ...]] = (
    ("recommendationclauses", ClosedClause, "recommendations", {"clause": "text"}),
    (
        "resolutions",
        ClosedResolution,
        "decisions",
        {"verb": "verb", "with_remarks": "with_remarks", "quote": "quote"},
    ),
    ("actions", ClosedAction, "actions", {"who": "who", "what": "what", "due": "due"}),
)
WITH_MINUTES: Final = sorted(state.value for state in MeetingState if state not in BEFORE_MINUTES)


@dataclass(frozen=True, slots=True)
class SameMeeting:
    """What is there already of the meeting that a document is of.

    `meeting` is one of the record; None where all there is, is `review`: another document of it that waits. Each fact
    of `known` has its key in the database as `pk`; `compared` says how each fact of the document stands to it.
    """

    meeting: Meeting | None
    review: Review | None
    known: Record
    compared: dict[Key, Compared]

    def __str__(self) -> str:
        return str(self.meeting or self.review)

    @property
    def brings(self) -> int:
        """How many facts are new, or say something else than what is there."""
        return sum(each.standing != Standing.SAME for each in self.compared.values())


def reviews_of_contents(digests: list[str], viewer: Viewer) -> QuerySet[Review]:
    """Answer the reviews of the documents with these check sums that the viewer has handed in."""
    return (
        reviews_visible_to(viewer)
        .filter(document__sha256__in=digests, document__added_by=viewer.user)
        .exclude(state="reading")
    )


def same_meeting(
    review: Review, viewer: Viewer, *, record: Record | None = None, forum: str | None = None
) -> SameMeeting | None:
    """Answer the meeting a document is of where something of it is there already, or None.

    It is of the same forum and day, and most of its items are there. `record` and `forum` are what a person has made
    of what was read.
    """
    record = record if record is not None else review.read
    date = _date(record)
    if record is None or date is None:
        return None
    forum = forum or review.kept_for
    meeting = meeting_with_minutes(forum, date) if forum else None
    if meeting is not None and meeting.document_id != review.document_id:
        known = record_of(meeting, viewer)
        if is_same_meeting(known, record):
            return SameMeeting(meeting, None, known, compare(known, record))
        return None
    for other in _others(review, viewer, forum, date):
        if other.read is not None and is_same_meeting(other.read, record):
            return SameMeeting(None, other, other.read, compare(other.read, record))
    return None


def meeting_with_minutes(forum: str, date: datetime.date) -> Meeting | None:
    """Answer the meeting of a forum on a day, where its minutes are part of the record."""
    found = Meeting.objects.select_related("forum").filter(forum=forum, date=date, state__in=WITH_MINUTES)
    return found.first()


def record_of(meeting: Meeting, viewer: Viewer) -> Record:
    """Answer what the record has of a meeting, as far as the viewer may see it, in the shape of a minutes record."""
    items = list(
        meeting.items.prefetch_related("recommendationclauses", "resolutions", "actions").order_by("position")
    )
    places = {item.pk: place for place, item in enumerate(items)}
    contents = {
        each.item_id: each.title for each in closed_visible_to(viewer, ClosedItem).filter(item__in=items)
    }
    made: Record = {
        "meeting": {
            "pk": meeting.pk,
            "start": _time(meeting.start),
            "end": _time(meeting.end),
            "place": meeting.place or None,
        },
        "participants": [
            {
                "pk": each.pk,
                "name": each.person.name,
                "organisation": each.organisation_text,
                "role": each.role,
                "attendance": each.attendance,
                "items": [part for part in each.items.split(", ") if part],
            }
            for each in meeting.attendances.select_related("person")
        ],
        "items": [
            {
                "pk": item.pk,
                "number": item.number,
                "title": contents.get(item.pk, "") if item.closed else item.title,
                "kind": item.kind,
            }
            for item in items
        ],
        "recommendations": [],
        "decisions": [],
        "actions": [],
        "next_meeting": None,
    }
    ours = Q(item__in=items)
    for shared, private, kind, columns in OUTCOMES:
        open_rows = [row for item in items for row in getattr(item, shared).all()]
        rows = [*_standing(open_rows), *_standing(list(closed_visible_to(viewer, private).filter(ours)))]
        made[kind] = [_fact(row, columns, places[row.item_id]) for row in rows]
    facts: list[Any] = [*meeting.facts.all(), *closed_visible_to(viewer, ClosedFact).filter(ours)]
    for row in facts:
        fact = {**row.content, "pk": row.pk, "item_index": places.get(row.item_id)}
        if row.kind == "next_meeting":
            made["next_meeting"] = fact
        else:
            made.setdefault(row.kind, []).append(fact)
    return made


def _standing(rows: list[Any]) -> list[Any]:
    """Leave out what a later resolution supersedes."""
    later = {getattr(row, "supersedes_id", None) for row in rows}
    return [row for row in rows if row.pk not in later]


def _fact(row: Any, columns: dict[str, str], place: int) -> Record:
    found = {name: getattr(row, column) for name, column in columns.items()}
    if isinstance(found.get("due"), datetime.date):
        found["due"] = found["due"].isoformat()
    return {**found, "pk": row.pk, "closed": hasattr(row, "forum_id"), "item_index": place}


def _others(review: Review, viewer: Viewer, forum: str, date: datetime.date) -> QuerySet[Review]:
    """Answer documents of that forum and day that were handed in before this one and wait."""
    same_forum = Q(pk__in=())
    if forum:
        same_forum |= Q(kept_for=forum)
    if review.forum_text:
        same_forum |= Q(forum_text=review.forum_text)
    return (
        reviews_visible_to(viewer)
        .filter(same_forum, Q(date=date), state="waiting", pk__lt=review.pk)
        .order_by("pk")
    )


def _date(record: Record | None) -> datetime.date | None:
    """Answer the day of a record; a person may have typed one that is none."""
    try:
        return datetime.date.fromisoformat((record["meeting"].get("date") if record else None) or "")
    except ValueError:
        return None


def _time(time: datetime.time | None) -> str | None:
    return time.isoformat("minutes") if time else None
