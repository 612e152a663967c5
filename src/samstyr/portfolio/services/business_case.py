"""The business case in versions, what came of its cash flows, and benefits that are followed after exit."""

import datetime
from collections.abc import Iterable
from decimal import Decimal

from samstyr.meetings.models import Resolution
from samstyr.platform.denials import demand, require
from samstyr.platform.errors import InputError
from samstyr.platform.service import service
from samstyr.portfolio.models import Benefit, BenefitFollowUp, BusinessCase, CashFlow
from samstyr.portfolio.services.reporting import lead_party
from samstyr.registry.models import Initiative
from samstyr.rules import business_case as rules
from samstyr.rules.rights import Right, Viewer
from samstyr.rules.verdict import Denied


@service
def keep_business_case(
    *,
    initiative: Initiative,
    flows: Iterable[rules.CashFlow],
    price_level: int,
    rates: rules.Rates = rules.STATE_RATES,
    assumptions: str = "",
    resolution: Resolution | None = None,
    actor: Viewer,
    now: datetime.datetime,
) -> BusinessCase:
    """Add a version of an initiative's business case; those before stand as they were.

    Raises InputError where it has no cash flow or one twice, and DeniedError where the actor may not write for the
    lead's party.
    """
    require(actor, Right.WRITE_REPORT, party=lead_party(initiative))
    flows = list(flows)
    if not flows:
        raise InputError("flows: give at least one cash flow")
    keys = [(each.year, each.party, each.kind, each.label) for each in flows]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        year, party, kind, label = twice
        raise InputError(f"flows: {kind} of {party} in {year} stands twice {label}".strip())
    Initiative.objects.select_for_update(no_key=True).get(pk=initiative.pk)
    last = initiative.business_cases.order_by("-version").values_list("version", flat=True).first() or 0
    case = BusinessCase.objects.create(
        initiative=initiative,
        version=last + 1,
        price_level=price_level,
        rates=[[step.from_year, str(step.rate)] for step in rates.steps],
        assumptions=assumptions.strip(),
        resolution=resolution,
        written_by_id=actor.user,
        written_at=now,
    )
    CashFlow.objects.bulk_create(
        CashFlow(
            case=case,
            year=each.year,
            party_id=each.party,
            kind=each.kind.value,
            label=each.label,
            amount=each.amount,
            realised=each.realised,
        )
        for each in flows
    )
    return case


@service
def note_realised(*, flow: CashFlow, amount: Decimal, actor: Viewer) -> CashFlow:
    """Note what came of a cash flow; the plan stands beside it. Raises InputError for an amount that is no number, and
    DeniedError where the actor may not write for the lead's party nor for the flow's.
    """
    _require_either(flow.case.initiative, flow.party_id, actor)
    if not amount.is_finite():
        raise InputError("amount: a number is expected")
    flow.realised = amount
    flow.save(update_fields=["realised"])
    return flow


@service
def add_benefit(
    *,
    initiative: Initiative,
    party: str,
    name: str,
    unit: str,
    planned: Decimal | None = None,
    expected_from: datetime.date | None = None,
    owner: str | None = None,
    actor: Viewer,
) -> Benefit:
    """Add what an initiative is to bring a party. Raises InputError for an empty name or unit, and DeniedError where
    the party has one of that name or the actor may not write for the lead's party.
    """
    require(actor, Right.WRITE_REPORT, party=lead_party(initiative))
    for what, given in (("name", name), ("unit", unit)):
        if not given.strip():
            raise InputError(f"{what}: it is empty")
    if Benefit.objects.filter(initiative=initiative, party=party, name=name.strip()).exists():
        demand(Denied("benefit-name-taken", {"name": name.strip()}))
    return Benefit.objects.create(
        initiative=initiative,
        party_id=party,
        name=name.strip(),
        unit=unit.strip(),
        planned=planned,
        expected_from=expected_from,
        owner_id=owner,
    )


@service
def follow_up_benefit(
    *,
    benefit: Benefit,
    on: datetime.date,
    realised: Decimal | None,
    evidence: str,
    actor: Viewer,
    now: datetime.datetime,
) -> BenefitFollowUp:
    """Note what has come of a benefit by a day, also after the initiative left its portfolios; None: not known yet.

    Raises InputError where nothing shows it, and DeniedError where the actor may write neither for the lead's party nor
    for the one that was to gain.
    """
    _require_either(benefit.initiative, benefit.party_id, actor)
    if not evidence.strip():
        raise InputError("evidence: say what shows it")
    return BenefitFollowUp.objects.create(
        benefit=benefit,
        on=on,
        realised=realised,
        evidence=evidence.strip(),
        written_by_id=actor.user,
        written_at=now,
    )


def _require_either(initiative: Initiative, party: str, actor: Viewer) -> None:
    own = actor.parties(Right.WRITE_REPORT)
    if party not in own:
        require(actor, Right.WRITE_REPORT, party=lead_party(initiative))
