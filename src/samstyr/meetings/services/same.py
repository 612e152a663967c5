"""Another document of a meeting whose minutes are there already: only what a person chose of it is written."""

import datetime
from collections.abc import Collection, Mapping
from typing import Any

from django.utils import timezone

from samstyr.accounts.models import Person
from samstyr.documents.services import make_findable
from samstyr.meetings.comparing import Compared, Standing
from samstyr.meetings.findable import findable
from samstyr.meetings.judging import LISTS, SINGLE, Key, Record
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
)
from samstyr.meetings.queries.same import SameMeeting, same_meeting
from samstyr.meetings.services.minutes import LATER, date_of, keep_for, keep_under, time_of
from samstyr.platform.denials import require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.rules.rights import Right, Viewer

StandsFor = Mapping[Key, str | None]
# The tables of what belongs to an item, shared and private.
TABLES: dict[str, tuple[type[Any], type[Any]]] = {
    "recommendations": (RecommendationClause, ClosedClause),
    "decisions": (Resolution, ClosedResolution),
    "actions": (Action, ClosedAction),
}
NAMES = {"clause": "text"}  # columns that are called otherwise in a minutes record


@service
def close_as_same(*, review: Review, actor: Viewer, forum: str | None = None) -> Meeting:
    """Close the review of a document whose meeting has its minutes already; nothing of it is written.

    Raises InputError where no such meeting is found or the review waits no longer, DeniedError where the actor is no
    secretary of the forum.
    """
    review, same = _locked(review, None, forum, actor)
    return _closed(review, same, actor)


@service
def add_differences(
    *,
    review: Review,
    record: Record,
    take: Collection[Key],
    stands_for: StandsFor,
    actor: Viewer,
) -> Meeting:
    """Write those facts of another document of a meeting that a person chose; close its review.

    `record` is what they made of all that was read, `take` names the facts chosen, `stands_for` holds the ids their
    names stand for, the forum's under `("meeting", 0)`. What the record has already stays as it is, whether chosen or
    not; what differs becomes as the document says, and a decision is superseded by a new one. Facts carry no span:
    theirs is of another text than the meeting's. Raises InputError where no such meeting is found, where the review
    waits no longer, or where an item is missing under which something is to be written, and DeniedError where the
    actor is no secretary of the forum. Nothing is written then.
    """
    review, same = _locked(review, record, stands_for.get(("meeting", 0)), actor)
    assert same.meeting is not None
    writing = _Writing(same.meeting, record, same, stands_for)
    for kind in (*SINGLE, *LISTS):  # the items come before what stands under them
        for key in sorted(key for key in take if key[0] == kind):
            compared = same.compared.get(key)
            if compared is not None and compared.standing != Standing.SAME:
                writing.write(key, compared)
    writing.put_items_in_order()
    review.corrected = record
    make_findable(found=findable(Meeting.objects.get(pk=same.meeting.pk)))
    return _closed(review, same, actor)


def _locked(
    review: Review, record: Record | None, forum: str | None, actor: Viewer
) -> tuple[Review, SameMeeting]:
    """Answer the review and its meeting, both for this transaction alone."""
    review = Review.objects.select_for_update().get(pk=review.pk)
    if review.state != "waiting":
        raise InputError(f"{review.document.name}: does not wait for a review; nothing was changed")
    date = date_of((record or review.read or {"meeting": {}})["meeting"].get("date"))
    forum = forum or review.kept_for
    if forum:
        require(actor, Right.APPLY_MINUTES, forum=forum)
        if date is not None:
            list(Meeting.objects.select_for_update().filter(forum=forum, date=date))
    same = same_meeting(review, actor, record=record, forum=forum)
    if same is None or same.meeting is None:
        raise InputError(
            "meeting: the record has no minutes of this forum and day with these items (expected another document of a "
            "meeting that is there)"
        )
    return review, same


def _closed(review: Review, same: SameMeeting, actor: Viewer) -> Meeting:
    assert same.meeting is not None
    keep_for(review, same.meeting.forum_id)
    review.state = "same"
    review.same_as = same.meeting
    review.reviewer_id = actor.user
    review.applied_at = timezone.now()
    review.save()
    return same.meeting


class _Writing:
    """Writes facts to a meeting that has its minutes."""

    def __init__(self, meeting: Meeting, record: Record, same: SameMeeting, stands_for: StandsFor) -> None:
        self.meeting, self.record, self.same, self.stands_for = meeting, record, same, stands_for
        rows = AgendaItem.objects.in_bulk([item["pk"] for item in self.same.known["items"]])
        self._items: dict[int, AgendaItem] = {}
        for place, _item in enumerate(self.record["items"]):
            known = self.same.compared["items", place].known
            if known is not None:
                self._items[place] = rows[self.same.known["items"][known]["pk"]]
        self._order = [rows[item["pk"]] for item in self.same.known["items"]]

    def write(self, key: Key, compared: Compared) -> None:
        kind, place = key
        fact = self.record[kind] if kind in SINGLE else self.record[kind][place]
        known = None
        if compared.known is not None:
            ours = self.same.known[kind]
            known = ours if kind in SINGLE else ours[compared.known]
        if kind == "meeting":
            self._head(fact, compared)
        elif kind == "participants":
            self._attendance(key, fact, known)
        elif kind == "items":
            self._item(key, fact, known, compared)
        elif kind in TABLES:
            self._under_item(kind, fact, known, compared)
        elif kind in LATER or kind == "next_meeting":
            self._fact(key, fact, known)

    def put_items_in_order(self) -> None:
        """Number the items' places anew where some came between; the database looks when all are in place."""
        for place, item in enumerate(self._order):
            if item.position != place:
                item.position = place
                item.save(update_fields=["position"])

    def _head(self, fact: Record, compared: Compared) -> None:
        for each in compared.differences:
            setattr(self.meeting, each.field, each.read if each.field == "place" else time_of(each.read))
        self.meeting.save(update_fields=[each.field for each in compared.differences])

    def _attendance(self, key: Key, fact: Record, known: Record | None) -> None:
        said = {
            "organisation_text": fact.get("organisation") or "",
            "role": fact.get("role") or "",
            "attendance": fact.get("attendance") or "",
            "items": ", ".join(fact.get("items") or []),
        }
        said = {name: value for name, value in said.items() if value}
        organisation = self.stands_for.get(key)
        if known is None:
            person, _is_new = Person.objects.get_or_create(name=fact["name"])
            last = self.meeting.attendances.order_by("-position").values_list("position", flat=True).first()
            position = 0 if last is None else last + 1
            Attendance.objects.create(
                meeting=self.meeting, person=person, position=position, organisation_id=organisation, **said
            )
            return
        row = Attendance.objects.get(pk=known["pk"])
        for name, value in said.items():
            setattr(row, name, value)
        if organisation:
            row.organisation_id = organisation
        row.save()

    def _item(self, key: Key, fact: Record, known: Record | None, compared: Compared) -> None:
        if known is None:
            self._new_item(key, fact)
            return
        item = self._items[key[1]]
        said = {each.field: each.read for each in compared.differences}
        if item.closed and "title" in said:
            ClosedItem.objects.filter(item=item).update(title=said.pop("title"))
        for name, value in said.items():
            setattr(item, name, value)
        item.save(update_fields=list(said))

    def _new_item(self, key: Key, fact: Record) -> None:
        place, closed = key[1], bool(fact.get("closed"))
        before = [self._items[other] for other in self._items if other < place]
        at = max((self._order.index(item) for item in before), default=-1) + 1
        subject, title = self.stands_for.get(key), fact.get("title") or ""
        item = AgendaItem.objects.create(
            meeting=self.meeting,
            position=len(self._order),
            number=fact.get("number") or "",
            title="" if closed else title,
            kind=fact.get("kind") or "",
            kind_from=fact.get("kind_from") or "",
            closed=closed,
            subject_id=None if closed else subject,
        )
        if closed:
            ClosedItem.objects.create(
                item=item, forum_id=self.meeting.forum_id, title=title, subject_id=subject
            )
        self._order.insert(at, item)
        self._items[place] = item

    def _under_item(self, kind: str, fact: Record, known: Record | None, compared: Compared) -> None:
        shared, private = TABLES[kind]
        if known is None:
            keep_under(shared, private, self._item_of(fact, kind), **_columns(kind, fact))
            return
        table = private if known["closed"] else shared
        row = table.objects.select_related("item__meeting").get(pk=known["pk"])
        if kind == "decisions":
            keep_under(shared, private, row.item, **_columns(kind, fact), supersedes=row)
            return
        for each in compared.differences:
            setattr(row, NAMES.get(each.field, each.field), _value(each.field, each.read))
        row.save()

    def _fact(self, key: Key, fact: Record, known: Record | None) -> None:
        kind = key[0]
        content = {
            name: value for name, value in fact.items() if name not in {"span", "rule", "item", "item_index"}
        }
        item = self._items.get(_place_of_item(fact, self.record["items"]))
        if known is not None:
            # Keys of the two tables may be the same: which it lies in, its item says.
            place = known.get("item_index")
            is_closed = place is not None and self._known_item(place).closed
            table: type[Any] = ClosedFact if is_closed else ImportedFact
            row = table.objects.get(pk=known["pk"])
            row.content = {
                **row.content,
                **{name: value for name, value in content.items() if value is not None},
            }
            row.save(update_fields=["content"])
            return
        initiative = self.stands_for.get(key) if kind == "status_changes" else None
        if item is not None and item.closed:
            ClosedFact.objects.create(
                forum_id=self.meeting.forum_id,
                item=item,
                kind=kind,
                content=content,
                initiative_id=initiative,
            )
        else:
            ImportedFact.objects.create(
                meeting=self.meeting, item=item, kind=kind, content=content, initiative_id=initiative
            )

    def _known_item(self, place: int) -> AgendaItem:
        pk = self.same.known["items"][place]["pk"]
        return next(item for item in self._order if item.pk == pk)

    def _item_of(self, fact: Record, kind: str) -> AgendaItem:
        item = self._items.get(_place_of_item(fact, self.record["items"]))
        if item is None:
            raise InputError(
                f"{kind}: its agenda item is missing (expected one of the record, or one you keep)"
            )
        return item


def _place_of_item(fact: Record, items: list[Record]) -> int:
    """Answer the place in the document of the item a fact stands under, -1 where it has none."""
    index = fact.get("item_index")
    if index is not None:
        return int(index)
    number = fact.get("item")
    return next((place for place, item in enumerate(items) if number and item.get("number") == number), -1)


def _columns(kind: str, fact: Record) -> Record:
    if kind == "recommendations":
        return {"text": fact["clause"]}
    if kind == "decisions":
        return {
            "verb": fact["verb"],
            "with_remarks": bool(fact.get("with_remarks")),
            "quote": fact["quote"],
        }
    return {
        "who": fact.get("who") or [],
        "what": fact["what"],
        "due": date_of(fact.get("due")),
        "certainty": fact.get("certainty") or "",
    }


def _value(field: str, value: Any) -> str | list[str] | datetime.date | None:
    return date_of(value) if field == "due" else value
