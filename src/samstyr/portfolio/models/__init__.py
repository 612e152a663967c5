"""Portfolios: what was agreed, what is reported, what it costs, and what is decided of it.

Each model says in `isolation` whose it is and where it lies.
"""

from samstyr.portfolio.models.agreement import InitiativePart, Paragraph, ParagraphInitiative
from samstyr.portfolio.models.business_case import Benefit, BenefitFollowUp, BusinessCase, CashFlow
from samstyr.portfolio.models.decision import PortfolioDecision
from samstyr.portfolio.models.draft import ReportDraft
from samstyr.portfolio.models.milestone import InitiativeDependency, Milestone, MilestoneDate
from samstyr.portfolio.models.money import FundingShare, Need, Partner, Pool, PoolUse
from samstyr.portfolio.models.report import Assessment, StatusReport
from samstyr.portfolio.models.rounds import ReportingRound, ReportRequest, RoundRequest
from samstyr.portfolio.models.waiting import WaitingSeries

__all__ = [
    "Assessment",
    "Benefit",
    "BenefitFollowUp",
    "BusinessCase",
    "CashFlow",
    "FundingShare",
    "InitiativeDependency",
    "InitiativePart",
    "Milestone",
    "MilestoneDate",
    "Need",
    "Paragraph",
    "ParagraphInitiative",
    "Partner",
    "Pool",
    "PoolUse",
    "PortfolioDecision",
    "ReportDraft",
    "ReportRequest",
    "ReportingRound",
    "RoundRequest",
    "StatusReport",
    "WaitingSeries",
]
