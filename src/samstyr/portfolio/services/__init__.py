"""Writing portfolios: reports, what fora hold of them, entry and exit, milestones, rounds, money, business cases."""

from samstyr.portfolio.services.assessing import assess_report
from samstyr.portfolio.services.business_case import (
    add_benefit,
    follow_up_benefit,
    keep_business_case,
    note_realised,
)
from samstyr.portfolio.services.entering import EntryTerms, ExitTerms, enter_portfolio, leave_portfolio
from samstyr.portfolio.services.milestones import (
    add_dependency,
    add_milestone,
    reach_milestone,
    set_milestone_date,
)
from samstyr.portfolio.services.money import add_partner, open_pool, set_funding_share, use_pool
from samstyr.portfolio.services.needs import (
    decline_need,
    grant_need,
    move_need,
    pay_own_need,
    rank_needs,
    state_need,
)
from samstyr.portfolio.services.promising import add_paragraph
from samstyr.portfolio.services.reporting import (
    ReportContent,
    WrittenReport,
    proposed_lights,
    publish_report,
    write_report,
)
from samstyr.portfolio.services.rounds import (
    approve_request,
    check_request,
    open_round,
    remind_leads,
    send_back_request,
)
from samstyr.portfolio.services.telling import note_told_report
from samstyr.portfolio.services.waiting import (
    cancel_series,
    forget_series_of,
    hand_in_series,
    keep_mapping,
    store_waiting_series,
)

__all__ = [
    "EntryTerms",
    "ExitTerms",
    "ReportContent",
    "WrittenReport",
    "add_benefit",
    "add_dependency",
    "add_milestone",
    "add_paragraph",
    "add_partner",
    "approve_request",
    "assess_report",
    "cancel_series",
    "check_request",
    "decline_need",
    "enter_portfolio",
    "follow_up_benefit",
    "forget_series_of",
    "grant_need",
    "hand_in_series",
    "keep_business_case",
    "keep_mapping",
    "leave_portfolio",
    "move_need",
    "note_realised",
    "note_told_report",
    "open_pool",
    "open_round",
    "pay_own_need",
    "proposed_lights",
    "publish_report",
    "rank_needs",
    "reach_milestone",
    "remind_leads",
    "send_back_request",
    "set_funding_share",
    "set_milestone_date",
    "state_need",
    "store_waiting_series",
    "use_pool",
    "write_report",
]
