"""Writing portfolios: reports, what fora hold of them, entry and exit."""

from samstyr.portfolio.services.assessing import assess_report
from samstyr.portfolio.services.entering import EntryTerms, ExitTerms, enter_portfolio, leave_portfolio
from samstyr.portfolio.services.reporting import (
    ReportContent,
    WrittenReport,
    proposed_lights,
    publish_report,
    write_report,
)

__all__ = [
    "EntryTerms",
    "ExitTerms",
    "ReportContent",
    "WrittenReport",
    "assess_report",
    "enter_portfolio",
    "leave_portfolio",
    "proposed_lights",
    "publish_report",
    "write_report",
]
