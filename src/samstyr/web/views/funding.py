"""Who takes part in an initiative beside its lead, and what each party pays to it by year."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.platform.danish import order
from samstyr.platform.denials import require
from samstyr.portfolio.queries.money import funding_of
from samstyr.portfolio.services import add_partner, set_funding_share
from samstyr.portfolio.services.reporting import lead_party
from samstyr.registry.queries import current_register
from samstyr.rules.rights import Right, Viewer
from samstyr.web.choices import by_name
from samstyr.web.forms.money import FundingForm, PartnerForm
from samstyr.web.seen import viewer_of
from samstyr.web.views.business_case import found, may_write


@dataclass(frozen=True, slots=True)
class FundingTable:
    """What each party pays in each year, in million DKK; amounts stand in the order of the years."""

    years: tuple[int, ...]
    rows: tuple[tuple[str, tuple[Decimal | None, ...], Decimal], ...]
    sums: tuple[Decimal, ...]
    total: Decimal


@require_POST
def partner(request: HttpRequest, key: str) -> HttpResponse:
    """Add a partner, or say its role anew."""
    initiative, viewer = found(key), viewer_of(request)
    require(viewer, Right.WRITE_REPORT, party=lead_party(initiative))
    form = _partner_form(request)
    if not form.is_valid():
        return _again(request, key, form)
    add_partner(initiative=initiative, **form.cleaned_data, actor=viewer)
    messages.success(request, _("The partner is noted."))
    return redirect("initiative", key)


@require_POST
def share(request: HttpRequest, key: str) -> HttpResponse:
    """Say what a party pays in a year."""
    initiative, viewer = found(key), viewer_of(request)
    require(viewer, Right.WRITE_REPORT, party=lead_party(initiative))
    form = _funding_form(request)
    if not form.is_valid():
        return _again(request, key, form)
    set_funding_share(initiative=initiative, **form.cleaned_data, actor=viewer)
    messages.success(request, _("The funding is noted."))
    return redirect("initiative", key)


def money_of(key: str, viewer: Viewer) -> dict[str, Any]:
    """Answer what the initiative's own page shows of its money: four queries."""
    money = funding_of(key)
    may_change = may_write(viewer, found(key))
    return {
        "partners": money.partners,
        "funding": _table([(each.party_id, each.year, each.amount) for each in money.shares]),
        "uses": money.uses,
        "partner_form": _partner_form() if may_change else None,
        "funding_form": _funding_form() if may_change else None,
    }


def _table(shares: list[tuple[str, int, Decimal]]) -> FundingTable | None:
    if not shares:
        return None
    parties = current_register().parties
    amounts = {(party, year): amount for party, year, amount in shares}
    years = tuple(sorted({year for _party, year, _amount in shares}))
    keys = sorted({party for party, _year, _amount in shares}, key=lambda party: order(parties[party].name))
    rows = tuple(
        (
            party,
            tuple(amounts.get((party, year)) for year in years),
            sum((amounts.get((party, year), Decimal(0)) for year in years), Decimal(0)),
        )
        for party in keys
    )
    sums = tuple(
        sum((amounts.get((party, year), Decimal(0)) for party in keys), Decimal(0)) for year in years
    )
    return FundingTable(years, rows, sums, sum(sums, Decimal(0)))


def _partner_form(request: HttpRequest | None = None) -> PartnerForm:
    form = PartnerForm(request.POST if request else None, prefix="partner")
    organisations = current_register().organisations.values()
    form.offer("organisation", by_name((each.id, each.name) for each in organisations))
    return form


def _funding_form(request: HttpRequest | None = None) -> FundingForm:
    form = FundingForm(request.POST if request else None, prefix="funding")
    form.offer("party", by_name((each.id, each.name) for each in current_register().parties.values()))
    return form


def _again(request: HttpRequest, key: str, form: PartnerForm | FundingForm) -> HttpResponse:
    context = {"initiative": found(key), "form": form, "register": current_register()}
    return render(request, "portfolio/funding_again.html", context, status=400)
