"""Reading what is recorded at a meeting: as drafts while it is written, as resolutions once the minutes are sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model

from samstyr.meetings.models import (
    Action,
    ActionDraft,
    AgendaItem,
    Attendance,
    ClosedAction,
    ClosedResolution,
    DissentStatement,
    ItemText,
    Meeting,
    MinutesComment,
    OutcomeDraft,
    Override,
    RegisterProposal,
    Remark,
    Resolution,
    Vote,
)
from samstyr.meetings.queries.matters import Matter, matters_of
from samstyr.meetings.queries.overrides import concerning, overrides_of
from samstyr.meetings.verdicts import asked, deed_of_decision
from samstyr.platform.visibility import visible_to
from samstyr.rules.procedure.override import Asked, Deed, outside
from samstyr.rules.procedure.quorum import Present, QuorumAnswer, quorum
from samstyr.rules.register import Register, Role
from samstyr.rules.rights import Viewer

Row = TypeVar("Row", bound=Model)
Decided = OutcomeDraft | Resolution | ClosedResolution
ToDo = ActionDraft | Action | ClosedAction


@dataclass(frozen=True, slots=True)
class Clause:
    """A recommendation with what came of it. `place` counts from 0; None: of the item as a whole."""

    place: int | None
    text: str
    outcome: Decided | None
    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is recorded under an item, as its viewer sees it.

    `given` are the reasons that were given for going on outside the mandate, `overrides` those of them that
    concern what was decided.
    """

    item: AgendaItem
    title: str
    is_seen: bool
    text: ItemText | None
    clauses: tuple[Clause, ...]
    actions: tuple[ToDo, ...]
    remarks: tuple[Remark, ...]
    dissents: tuple[DissentStatement, ...]
    comments: tuple[MinutesComment, ...]
    proposals: tuple[RegisterProposal, ...]
    matter: Matter
    given: tuple[Override, ...]
    overrides: tuple[Override, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is recorded yet."""
        said = (self.text, self.actions, self.remarks, self.dissents)
        return not any(said) and not any(clause.outcome for clause in self.clauses)


def recorded(meeting: Meeting, viewer: Viewer) -> list[Recorded]:
    """Answer what is recorded under the items of a meeting (of `whole_meetings`), in order: eleven queries."""
    items = list(meeting.items.all())
    texts = {each.item_id: each for each in _of(ItemText, items, viewer)}
    drafts = _by_item(_of(OutcomeDraft, items, viewer))
    tasks = _by_item(_of(ActionDraft, items, viewer))
    remarks = _by_item(_of(Remark, items, viewer, "organisation", "fallback"))
    dissents = _by_item(_of(DissentStatement, items, viewer, "organisation"))
    votes = _by_item(_of(Vote, items, viewer, "party"))
    comments = _by_item(_of(MinutesComment, items, viewer, "written_by__person"))
    proposals = _by_item(_of(RegisterProposal, items, viewer))
    matters, given = matters_of(items, viewer), overrides_of(items, viewer)
    found = []
    for item in items:
        content = getattr(item, "content", None)
        sent: list[Decided] = [*item.resolutions.all(), *item.closedresolutions.all()]
        done: list[ToDo] = [*item.actions.all(), *item.closedactions.all()]
        texts_of_clauses = [
            clause.text for clause in [*item.recommendationclauses.all(), *item.closedclauses.all()]
        ]
        clauses = _clauses(texts_of_clauses, [*drafts.get(item.pk, []), *sent], votes.get(item.pk, []))
        matter, reasons = matters[item.pk], given.get(item.pk, [])
        found.append(
            Recorded(
                item=item,
                title=content.title if content else item.title,
                is_seen=not item.closed or content is not None,
                text=texts.get(item.pk),
                clauses=clauses,
                actions=(*tasks.get(item.pk, ()), *done),
                remarks=tuple(remarks.get(item.pk, ())),
                dissents=tuple(dissents.get(item.pk, ())),
                comments=tuple(comments.get(item.pk, ())),
                proposals=tuple(proposals.get(item.pk, ())),
                matter=matter,
                given=tuple(reasons),
                overrides=concerning(
                    reasons, [_deed(meeting, item, matter, clause) for clause in clauses if clause.outcome]
                ),
            )
        )
    return found


def missing_reasons(register: Register, meeting: Meeting, each: Recorded) -> tuple[Asked, ...]:
    """Answer the decisions under an item that lie outside the mandate and nobody has given a reason for."""
    found = [
        asked(register, meeting, each.item, each.matter, _deed(meeting, each.item, each.matter, clause))
        for clause in each.clauses
    ]
    return outside([one for one in found if one is not None], [row.kept for row in each.given])


def _deed(meeting: Meeting, item: AgendaItem, matter: Matter, clause: Clause) -> Deed | None:
    if clause.outcome is None:
        return None
    return deed_of_decision(meeting, item, matter, clause.outcome.verb, clause.outcome.clause)


def _clauses(texts: list[str], outcomes: list[Decided], votes: list[Vote]) -> tuple[Clause, ...]:
    """Answer each recommendation with its outcome, and last what came of the item as a whole."""
    by_clause: dict[int | None, Decided] = {}
    rest: list[Decided] = []
    for outcome in outcomes:
        place = outcome.clause if outcome.clause is not None and outcome.clause < len(texts) else None
        if place in by_clause:
            rest.append(outcome)
        else:
            by_clause[place] = outcome
    found = [
        Clause(place, text, by_clause.get(place), tuple(v for v in votes if v.clause == place))
        for place, text in enumerate(texts)
    ]
    whole = by_clause.get(None)
    if whole is not None or not texts:
        found.append(Clause(None, "", whole, tuple(v for v in votes if v.clause is None)))
    found += [Clause(None, "", outcome, ()) for outcome in rest]
    return tuple(found)


def resolutions_standing(meeting: Meeting) -> list[Resolution]:
    """Answer what the forum decided at its three meetings before and nothing has replaced, the latest first."""
    earlier = Meeting.objects.filter(forum_id=meeting.forum_id, date__lt=meeting.date)
    keys = list(earlier.order_by("-date").values_list("pk", flat=True)[:3])
    found = Resolution.objects.filter(item__meeting__in=keys, superseded_by=None)
    return list(
        found.select_related("item__meeting").order_by("-item__meeting__date", "item__position", "pk")
    )


def quorum_of(register: Register, meeting: Meeting, attendances: Iterable[Attendance]) -> QuorumAnswer:
    """Answer whether enough of the forum is there, by its rules of procedure."""
    roles = {role.value for role in Role}
    present = [
        Present(
            each.organisation_id,
            Role(each.role) if each.role in roles else None,
            is_substitute=each.attendance == "substitute" or each.substitute_for_id is not None,
        )
        for each in attendances
        if each.attendance in {"present", "substitute"} and each.organisation_id is not None
    ]
    return quorum(register, register.fora[meeting.forum_id], meeting.date, present)


def _of(model: type[Row], items: list[AgendaItem], viewer: Viewer, *links: str) -> list[Row]:
    found = model._default_manager.filter(visible_to(viewer, model), item__in=[item.pk for item in items])
    return list(found.select_related(*links) if links else found)


def _by_item(rows: list[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.item_id, []).append(row)  # type: ignore[attr-defined]
    return found
