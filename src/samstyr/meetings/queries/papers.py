"""Reading case papers and attachments: which version stands on an agenda, and which is newer."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from samstyr.meetings.models import AgendaItem, Attachment, Case, ClosedItem, Leg, PaperVersion, Treatment
from samstyr.meetings.queries.agenda import items_seen_by
from samstyr.platform.visibility import visible_to
from samstyr.rules.procedure.numbering import attachment_label
from samstyr.rules.procedure.states import OPEN_AGENDA
from samstyr.rules.rights import Viewer


@dataclass(frozen=True, slots=True)
class Labelled:
    """An attachment as an agenda numbers it: `Bilag 6.1`. `is_new`: it came after the agenda was sent."""

    label: str
    attachment: Attachment
    is_new: bool


@dataclass(frozen=True, slots=True)
class ItemPapers:
    """What an item rests on, as its viewer sees it.

    `paper` is the version that stands, `newer` a version that is not sent yet (the desk alone sees one).
    """

    case: Case | None
    paper: PaperVersion | None
    newer: PaperVersion | None
    attachments: tuple[Labelled, ...]


def items_visible_to(viewer: Viewer) -> QuerySet[AgendaItem]:
    """Answer the items the viewer may see, each with its meeting and its legs."""
    content = ClosedItem.objects.filter(visible_to(viewer, ClosedItem)).select_related("subject")
    found = AgendaItem.objects.filter(items_seen_by(viewer)).prefetch_related(
        Prefetch("content", queryset=content)
    )
    return found.select_related("meeting__forum", "subject", "sitting_as", "approves")


def treatments_visible_to(viewer: Viewer, leg: Leg) -> list[Treatment]:
    """Answer the items that treat a leg, the first meeting first, as far as they have reached the viewer."""
    found = Treatment.objects.filter(items_seen_by(viewer, "item__"), leg=leg)
    return list(found.select_related("item__meeting").order_by("item__meeting__date", "pk"))


def papers_visible_to(viewer: Viewer) -> QuerySet[PaperVersion]:
    """Answer the versions of case papers the viewer may see, the oldest first."""
    return PaperVersion.objects.filter(visible_to(viewer, PaperVersion)).select_related("written_by__person")


def attachments_visible_to(viewer: Viewer) -> QuerySet[Attachment]:
    """Answer the versions of attachments the viewer may see, without their bytes."""
    return Attachment.objects.filter(visible_to(viewer, Attachment)).select_related("case").defer("content")


def papers_of(items: Iterable[AgendaItem], viewer: Viewer) -> dict[int, ItemPapers]:
    """Answer what each item of a meeting rests on, by its key: three queries for all of them.

    While an agenda is planned the newest version stands; once it is sent, the one that was sent. Attachments stand
    as they were when the agenda was sent, or when changes of the item were.
    """
    items = list(items)
    keys = [item.pk for item in items]
    cases: dict[int, list[tuple[Case, int | None]]] = {}
    treatments = Treatment.objects.filter(item__in=keys).select_related("leg__case")
    for each in treatments.order_by("-leg__case", "leg__position", "pk"):
        cases.setdefault(each.item_id, []).append((each.leg.case, each.paper_id))
    wanted = {case.pk for found in cases.values() for case, _paper in found}
    papers = list(papers_visible_to(viewer).filter(case__in=wanted))
    attachments = list(attachments_visible_to(viewer).filter(case__in=wanted))
    return {item.pk: _of_item(item, cases.get(item.pk, []), papers, attachments) for item in items}


def _of_item(
    item: AgendaItem,
    cases: list[tuple[Case, int | None]],
    papers: list[PaperVersion],
    attachments: list[Attachment],
) -> ItemPapers:
    if not cases:
        return ItemPapers(None, None, None, ())
    case, pinned = cases[0]
    own = [paper for paper in papers if paper.case_id == case.pk]
    newest = own[-1] if own else None
    is_open = item.meeting.stage in OPEN_AGENDA
    stands = newest if is_open else next((paper for paper in own if paper.pk == pinned), None)
    newer = newest if newest is not None and stands is not newest else None
    until = None if is_open else item.meeting.held_at
    since = item.meeting.frozen_at
    found = current_attachments([each for each in attachments if each.case_id == case.pk], until)
    labelled = tuple(
        Labelled(attachment_label(item.number, place), each, since is not None and each.written_at > since)
        for place, each in enumerate(found, 1)
    )
    return ItemPapers(case, stands, newer, labelled)


def current_attachments(
    attachments: Iterable[Attachment], until: datetime.datetime | None = None
) -> list[Attachment]:
    """Answer the newest version of each attachment of a case up to a moment, those taken off left out."""
    newest: dict[int, Attachment] = {}
    for each in attachments:
        if until is None or each.written_at <= until:
            newest[each.number] = each
    return [each for each in newest.values() if not each.withdrawn]


def newest_attachments(case: Case, viewer: Viewer) -> list[Attachment]:
    """Answer the newest version the viewer may see of each attachment of a case, those taken off left out."""
    return current_attachments(attachments_visible_to(viewer).filter(case=case))


def attachment_with_content(key: int, viewer: Viewer) -> Attachment | None:
    """Answer an attachment with its bytes, or None where the viewer may not see it."""
    return Attachment.objects.filter(visible_to(viewer, Attachment), Q(withdrawn=False), pk=key).first()


def attachment_contents(keys: Iterable[int], viewer: Viewer) -> dict[int, bytes]:
    """Answer the bytes of attachments by their keys, of those the viewer may see."""
    found = Attachment.objects.filter(visible_to(viewer, Attachment), pk__in=list(keys))
    return {key: bytes(content) for key, content in found.values_list("pk", "content")}
