"""Who is in an initiative and pays for it, and what fora give from their pools."""

from decimal import Decimal

from samstyr.meetings.models import Resolution
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.portfolio.models import FundingShare, Partner, Pool, PoolUse
from samstyr.portfolio.queries.money import balance_of
from samstyr.portfolio.services.assessing import check_resolution
from samstyr.portfolio.services.reporting import lead_party
from samstyr.registry.models import Initiative, Organisation
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.verdict import Denied


@service
def add_partner(*, initiative: Initiative, organisation: str, role: str = "", actor: Viewer) -> Partner:
    """Add an organisation that takes part beside the lead, or say its role anew.

    Raises InputError where the register lacks it, and DeniedError where it is the lead or the actor may not write for
    the lead's party.
    """
    require(actor, Right.WRITE_REPORT, party=lead_party(initiative))
    if organisation == initiative.lead_id:
        demand(Denied("leads-it", {"name": initiative.lead.name if initiative.lead else ""}))
    if not Organisation.objects.filter(pk=organisation).exists():
        raise InputError(f"organisation: the register has no organisation {organisation[:60]!r}")
    partner, _is_new = Partner.objects.update_or_create(
        initiative=initiative, organisation_id=organisation, defaults={"role": role.strip()}
    )
    return partner


@service
def set_funding_share(
    *, initiative: Initiative, party: str, year: int, amount: Decimal, actor: Viewer
) -> FundingShare:
    """Say what a party pays to an initiative in a year, in million DKK; what was said before stands in the history.

    Raises InputError for an amount below 0, and DeniedError where the actor may not write for the lead's party.
    """
    require(actor, Right.WRITE_REPORT, party=lead_party(initiative))
    _check_amount(amount)
    share, _is_new = FundingShare.objects.update_or_create(
        initiative=initiative, party_id=party, year=year, defaults={"amount": amount}
    )
    return share


@service
def open_pool(*, forum: str, name: str, year: int, amount: Decimal, actor: Viewer) -> Pool:
    """Open a pool of a forum for a year. Raises InputError for an empty name or an amount below 0, and DeniedError
    where there is one of that name or the actor does not keep the forum's portfolio.
    """
    require(actor, Right.KEEP_PORTFOLIO, forum=forum)
    _check_amount(amount)
    if not name.strip():
        raise InputError("name: give the pool a name")
    if Pool.objects.filter(forum=forum, year=year, name=name.strip()).exists():
        demand(Denied("pool-name-taken", {"name": name.strip(), "year": year}))
    return Pool.objects.create(forum_id=forum, name=name.strip(), year=year, amount=amount)


@service
def use_pool(
    *,
    pool: Pool,
    initiative: Initiative,
    amount: Decimal,
    resolution: Resolution | None = None,
    actor: Viewer,
) -> PoolUse:
    """Give money of a pool to an initiative. Raises InputError for no amount, and DeniedError where more is asked for
    than is left, the resolution is another forum's, or the actor does not keep the forum's portfolio.
    """
    require(actor, Right.KEEP_PORTFOLIO, forum=pool.forum_id)
    check_resolution(resolution, pool.forum_id)
    demand_left(pool, amount)
    return PoolUse.objects.create(pool=pool, initiative=initiative, amount=amount, resolution=resolution)


def demand_left(pool: Pool, amount: Decimal) -> None:
    """See that a pool has so much left; it stays locked. Raises DeniedError where not, InputError for no amount."""
    if not amount.is_finite() or amount <= 0:
        raise InputError("amount: more than 0 million DKK is expected")
    left = balance_of(Pool.objects.select_for_update().get(pk=pool.pk)).left
    if amount > left:
        demand(Denied("pool-too-small", {"left": left}))


def _check_amount(amount: Decimal) -> None:
    if not amount.is_finite() or amount < 0:
        raise InputError("amount: 0 million DKK or more is expected")
