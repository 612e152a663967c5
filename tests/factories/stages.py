"""Meetings of the national board at every stage, for tests of rights: each text names the ring that may read it.

The rings: `nbs` those who may see its closed items; `nbs-desk` its secretary; `nbs-seats` all who sit in it, observers
as well; `nbs-parts` whoever holds a role anywhere. All is invented.
"""

import datetime
from dataclasses import dataclass

from samstyr.meetings.models import AgendaItem, Attachment, Case, Meeting, MinutesComment
from samstyr.meetings.services import (
    AttachedFile,
    ItemContent,
    Outcome,
    PaperContent,
    Present,
    Said,
    Task,
    add_item,
    answer_comment,
    attach,
    cast_votes,
    comment_on_minutes,
    end_meeting,
    note_attendance,
    note_dissent,
    note_remark,
    note_task,
    open_case_of_item,
    override_at_agenda,
    record_outcome,
    send_agenda,
    send_minutes,
    write_paper,
    write_text,
)
from samstyr.rules.rights import OPERATOR

FORUM = "nbs"
# The board has no mandate on it: each item is sent with a reason.
OUTSIDE = "medcom.projects"
DESK, SEATS, PARTS = f"{FORUM}-desk", f"{FORUM}-seats", f"{FORUM}-parts"
RINGS = (FORUM, DESK, SEATS, PARTS)
NOW = datetime.datetime(2017, 6, 20, 9, 0, tzinfo=datetime.UTC)
SENDING, LATER = NOW + datetime.timedelta(hours=1), NOW + datetime.timedelta(hours=2)
PLANNED, SENT, HELD, MINUTED = (
    datetime.date(2017, 11, 29),
    datetime.date(2017, 7, 5),
    datetime.date(2017, 6, 27),
    datetime.date(2017, 6, 26),
)


@dataclass(frozen=True, slots=True)
class Stages:
    """The keys of what was made: meetings, their open and closed items, and what hangs on those."""

    planned: int
    planned_open: int
    planned_closed: int
    planned_file: int
    sent: int
    sent_open: int
    sent_closed: int
    sent_file: int
    sent_closed_file: int
    unsent_file: int
    held: int
    held_open: int
    held_closed: int
    minuted: int
    minuted_open: int
    minuted_closed: int
    comment: int
    closed_comment: int
    action: int
    closed_action: int
    condition: int
    closed_condition: int
    open_case: int
    closed_case_sent: int


def make_stages() -> Stages:
    """Make a planned meeting, one whose agenda is sent, one that is over, and one whose minutes are sent."""
    planned, sent, held, minuted = (
        Meeting.objects.create(forum_id=FORUM, date=date) for date in (PLANNED, SENT, HELD, MINUTED)
    )
    # Before the agenda is sent its papers are the desk's.
    planned_items = _agenda(planned, "planlagt", title=SEATS, papers=DESK, closed_papers=DESK)
    sent_items, held_items, minuted_items = (
        _agenda(meeting, word, title=PARTS, papers=PARTS, closed_papers=FORUM)
        for meeting, word in ((sent, "udsendt"), (held, "afholdt"), (minuted, "refereret"))
    )
    for items, ring in ((sent_items, SEATS), (held_items, SEATS), (minuted_items, PARTS)):
        for item, reach in zip(items, (ring, FORUM), strict=True):
            override_at_agenda(item=item, reason=said(reach, "begrundelse"), actor=OPERATOR, now=NOW)
    for meeting in (sent, held, minuted):
        send_agenda(meeting=meeting, actor=OPERATOR, now=SENDING)
    unsent = [_papers(item, "nyere", DESK, LATER) for item in sent_items]
    for meeting, items, ring in ((held, held_items, SEATS), (minuted, minuted_items, PARTS)):
        present = Present(name=said(ring, "navn"), organisation="kl", role="member")
        note_attendance(meeting=meeting, present=present, actor=OPERATOR)
        for item, reach in zip(items, (ring, FORUM), strict=True):
            _record(item, reach)
    for meeting in (held, minuted):
        end_meeting(meeting=meeting, actor=OPERATOR, now=LATER)
    send_minutes(meeting=minuted, actor=OPERATOR, now=LATER)
    comments = [_comment(item, ring) for item, ring in zip(minuted_items, (SEATS, FORUM), strict=True)]
    first, second = minuted_items
    return Stages(
        planned.pk,
        *(item.pk for item in planned_items),
        _file(planned_items[0]),
        sent.pk,
        *(item.pk for item in sent_items),
        _file(sent_items[0]),
        _file(sent_items[1]),
        unsent[0],
        held.pk,
        *(item.pk for item in held_items),
        minuted.pk,
        *(item.pk for item in minuted_items),
        *(comment.pk for comment in comments),
        first.actions.get().pk,
        second.closedactions.get().pk,
        *(item.remarks.get().pk for item in minuted_items),
        *(Case.objects.get(legs__items=item).pk for item in sent_items),
    )


def said(ring: str, what: str) -> str:
    """Answer a text for one ring, as factories/world.py makes them."""
    return f"hemmelighed-{what}-{ring}"


def _agenda(
    meeting: Meeting, word: str, *, title: str, papers: str, closed_papers: str
) -> tuple[AgendaItem, AgendaItem]:
    """Put an open and a closed item to be decided on an agenda, each with a paper and an attachment.

    The case of an open one bears a title of its own, because cases are everyone's who holds a role.
    """
    made = []
    for closed, ring, reach in ((False, title, papers), (True, FORUM, closed_papers)):
        item = add_item(
            meeting=meeting,
            content=ItemContent(title="Eksempelpunkt", kind="decision", closed=closed, subject=OUTSIDE),
            actor=OPERATOR,
            now=NOW,
        )
        _papers(item, word, reach)
        if closed:
            item.content.title = said(ring, word)
            item.content.save()
        else:
            item.title = said(ring, word)
            item.save()
        made.append(item)
    return made[0], made[1]


def _papers(item: AgendaItem, word: str, ring: str, now: datetime.datetime = NOW) -> int:
    """Write a version of the item's paper, and attach a file; answer the file's key."""
    case = open_case_of_item(item=item, actor=OPERATOR)
    content = PaperContent(
        clauses=(said(ring, f"{word}indstilling"),), background=said(ring, f"{word}baggrund")
    )
    write_paper(case=case, content=content, based_on=0, actor=OPERATOR, now=now)
    file = AttachedFile(
        said(ring, f"{word}bilag"), "bilag.txt", "text/plain", said(ring, f"{word}fil").encode()
    )
    return attach(case=case, file=file, actor=OPERATOR, now=now).pk


def _record(item: AgendaItem, ring: str) -> None:
    """Record something of each kind under an item."""
    common = {"item": item, "seen": 0, "actor": OPERATOR, "now": SENDING}
    write_text(text=said(ring, "tekst"), **common)  # type: ignore[arg-type]
    outcome = Outcome(clause=0, verb="approved", words=said(ring, "udfald"))
    record_outcome(outcome=outcome, **common)  # type: ignore[arg-type]
    task = Task(what=said(ring, "opgave"), who=("sekretariatet",), due=PLANNED)
    note_task(task=task, **common)  # type: ignore[arg-type]
    condition = Said(kind="condition", text=said(ring, "betingelse"), owner="KL", due=PLANNED)
    note_remark(said=condition, **common)  # type: ignore[arg-type]
    note_dissent(organisation="kl", text=said(ring, "dissens"), **common)  # type: ignore[arg-type]
    cast_votes(item=item, clause=0, votes={"kommuner": "for"}, actor=OPERATOR, now=SENDING)


def _comment(item: AgendaItem, ring: str) -> MinutesComment:
    item.refresh_from_db()
    text = said(ring, "kommentartilreferatet")
    made = comment_on_minutes(item=item, text=text, actor=OPERATOR, now=LATER)
    return answer_comment(comment=made, answer=said(ring, "svar"), actor=OPERATOR)


def _file(item: AgendaItem) -> int:
    found = Attachment.objects.filter(case__legs__items=item).order_by("pk").values_list("pk", flat=True)
    return int(found[0])
