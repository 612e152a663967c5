"""Reading a document of a meeting: ``read(text)`` gives the record of everything found in it."""

from samstyr.reading.actions import ActionFinder, find_actions, told_in_past
from samstyr.reading.actors import Actors
from samstyr.reading.bodies import Body, body_of
from samstyr.reading.consultations import find_consultations
from samstyr.reading.decisions import find_decisions
from samstyr.reading.document import Document, parse
from samstyr.reading.document_type import AGENDA, OTHER, find_document_type
from samstyr.reading.head import find_meeting
from samstyr.reading.incidents import find_incidents
from samstyr.reading.items import FoundItem, bodies_of, find_items
from samstyr.reading.kinds import find_kind
from samstyr.reading.next_meeting import find_next_meeting
from samstyr.reading.observations import find_missing_data, find_observations
from samstyr.reading.outline import find_outline
from samstyr.reading.participants import find_participants
from samstyr.reading.recommendations import find_recommendations
from samstyr.reading.record import Decision, Item, Minutes, Recommendation
from samstyr.reading.speakers import find_unlisted_speakers
from samstyr.reading.status import find_status_changes
from samstyr.reading.warnings import find_warnings


def read(text: str) -> Minutes:
    """The record of a document's text. Every text has one; what is no paper of a meeting is ``other`` and has
    no facts.

    Spans count characters of ``text``. Time is linear in its length.
    """
    document = parse(text)
    outline = find_outline(document)
    meeting = find_meeting(document, outline)
    document_type = find_document_type(document, outline, meeting)
    if document_type == OTHER:
        return Minutes(document_type=OTHER)
    found = find_items(document, outline)
    bodies = bodies_of(document, found) or [body_of(document, document.lines)]
    participants = find_participants(document, outline, bodies)
    recommendations = [each for body in bodies for each in find_recommendations(body)]
    decided: list[list[Decision]] = [[] for _ in bodies]
    if document_type != AGENDA:
        decided = [list(find_decisions(document, body, meeting.date, meeting.forum)) for body in bodies]
    items = _items(found, bodies, recommendations, decided)
    record = Minutes(
        document_type=document_type,
        meeting=meeting,
        participants=tuple(participants),
        items=tuple(items),
        recommendations=tuple(recommendations),
        decisions=tuple(each for decisions in decided for each in decisions),
        next_meeting=find_next_meeting(document, bodies, meeting),
        warnings=tuple(find_warnings(document, participants)),
    )
    return record if document_type == AGENDA else _with_outcome(record, document, bodies, decided)


def _with_outcome(
    record: Minutes, document: Document, bodies: list[Body], decided: list[list[Decision]]
) -> Minutes:
    """The record with what only minutes tell: actions and what was reported."""
    day = record.meeting.date
    finder = ActionFinder(Actors(record.participants), told_in_past=told_in_past(document.text))
    pairs = list(zip(bodies, decided, strict=True))
    return Minutes(
        document_type=record.document_type,
        meeting=record.meeting,
        participants=record.participants,
        items=record.items,
        recommendations=record.recommendations,
        decisions=record.decisions,
        actions=tuple(each for body, own in pairs for each in find_actions(finder, body, own, day)),
        status_changes=tuple(each for body in bodies for each in find_status_changes(body)),
        observations=tuple(each for body in bodies for each in find_observations(body)),
        missing_data=tuple(each for body in bodies for each in find_missing_data(body, day)),
        incidents=tuple(each for body in bodies for each in find_incidents(body, day)),
        consultations=tuple(each for body in bodies for each in find_consultations(body, day)),
        next_meeting=record.next_meeting,
        unlisted_speakers=tuple(find_unlisted_speakers(bodies, list(record.participants))),
        warnings=record.warnings,
    )


def _items(
    found: list[FoundItem],
    bodies: list[Body],
    recommendations: list[Recommendation],
    decided: list[list[Decision]],
) -> list[Item]:
    """The items with their kinds; a parent always stands before its sub-items."""
    items: list[Item] = []
    kinds: dict[str, tuple[str | None, str | None]] = {}
    for place, item in enumerate(found):
        body = bodies[place]
        own = [each for each in recommendations if each.item_index == place]
        above = kinds.get(item.parent, (None, None)) if item.parent else (None, None)
        kind, kind_from = find_kind(item, body, above, own, decided[place])
        if item.number:
            kinds[item.number] = (kind, kind_from)
        paragraphs = list(body.paragraphs())
        end = paragraphs[-1].passage.span()[1] if paragraphs else item.span[1]
        items.append(
            Item(
                number=item.number,
                parent=item.parent,
                title=item.title.text,
                kind=kind,
                kind_from=kind_from,
                closed=item.title.closed,
                span=item.span,
                body=(item.span[1], max(end, item.span[1])),
                rule=item.rule,
            )
        )
    return items
