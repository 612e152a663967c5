"""What was promised and what came of it: from a sentence of an agreement to its light, and the decision that touched it
last.
"""

import datetime
from dataclasses import dataclass

from samstyr.portfolio.models import Paragraph, ParagraphInitiative, PortfolioDecision, StatusReport
from samstyr.portfolio.queries.decided import decisions_seen_by
from samstyr.portfolio.queries.holding import has_faded, holding_report, reports_by_key
from samstyr.registry.models import Initiative
from samstyr.rules.rights import Viewer


@dataclass(frozen=True, slots=True)
class Kept:
    """An initiative that is to keep a promise, with the report that holds and the last decision on a portfolio."""

    initiative: Initiative
    report: StatusReport | None
    faded: bool
    decision: PortfolioDecision | None


@dataclass(frozen=True, slots=True)
class Promise:
    """A paragraph, and the initiatives that are to keep it: none where nobody does anything about it."""

    paragraph: Paragraph
    kept_by: tuple[Kept, ...]


def promises_of(instrument: str, viewer: Viewer, on: datetime.date) -> tuple[Promise, ...]:
    """Answer the paragraphs of an agreement in their order, each with what came of it at the end of a day.

    A fixed number of queries.
    """
    paragraphs = list(Paragraph.objects.filter(instrument=instrument).select_related("instrument"))
    links = list(
        ParagraphInitiative.objects.filter(paragraph__in=paragraphs)
        .select_related("initiative__lead")
        .annotate(now=holding_report(on, "initiative"))
        .order_by("initiative__code", "initiative")
    )
    reports = reports_by_key(link.now for link in links)
    decisions: dict[str, PortfolioDecision] = {}
    wanted = {link.initiative_id for link in links}
    for decision in decisions_seen_by(viewer).filter(initiative__in=wanted, on__lte=on):
        decisions.setdefault(decision.initiative_id, decision)
    kept: dict[int, list[Kept]] = {}
    for link in links:
        report = reports.get(link.now)
        faded = report is not None and has_faded(report, on)
        decision_of = decisions.get(link.initiative_id)
        kept.setdefault(link.paragraph_id, []).append(Kept(link.initiative, report, faded, decision_of))
    return tuple(Promise(each, tuple(kept.get(each.pk, ()))) for each in paragraphs)
