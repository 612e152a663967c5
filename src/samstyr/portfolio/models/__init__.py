"""Portfolios: what was agreed, what is reported, and what is decided of it.

Each model says in `isolation` whose it is and where it lies.
"""

from samstyr.portfolio.models.agreement import InitiativePart, Paragraph, ParagraphInitiative
from samstyr.portfolio.models.decision import PortfolioDecision
from samstyr.portfolio.models.draft import ReportDraft
from samstyr.portfolio.models.report import Assessment, StatusReport

__all__ = [
    "Assessment",
    "InitiativePart",
    "Paragraph",
    "ParagraphInitiative",
    "PortfolioDecision",
    "ReportDraft",
    "StatusReport",
]
