"""Who writes of an initiative whose lead the register does not name: those who keep a portfolio it stands in."""

from samstyr.platform.denials import demand, require
from samstyr.portfolio.services.reporting import lead_party
from samstyr.registry.models import Initiative, PortfolioEntry
from samstyr.rules.rights import Right, Viewer, may
from samstyr.rules.verdict import Denied


def require_writer(initiative: Initiative, actor: Viewer) -> None:
    """See that someone may write of an initiative: for its lead's party or, where the register names no lead, as one
    who keeps a portfolio the initiative stands in or stood in.

    Raises DeniedError where they may not, and InputError where there is neither a lead nor a portfolio.
    """
    fora = list(
        PortfolioEntry.objects.filter(initiative=initiative)
        .order_by("forum")
        .values_list("forum", flat=True)
        .distinct()
    )
    if initiative.lead_id is not None or not fora:
        require(actor, Right.WRITE_REPORT, party=lead_party(initiative))
        return
    verdicts = [may(actor, Right.KEEP_PORTFOLIO, forum=forum) for forum in fora]
    if not any(verdicts):
        demand(next(each for each in verdicts if isinstance(each, Denied)))
