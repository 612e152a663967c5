"""The business case as a workbook: taken along, and read in again after one has seen what it changes."""

import hashlib
from decimal import Decimal
from typing import Any, Final

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.exchange.business_case_reading import LARGEST, ReadCase, read_business_case
from samstyr.exchange.business_case_sheet import BenefitLine, CaseSheet, business_case_workbook
from samstyr.platform import clock
from samstyr.platform.clock import COPENHAGEN
from samstyr.platform.danish import order
from samstyr.platform.denials import require
from samstyr.platform.errors import ChangedMeanwhileError, InputError
from samstyr.portfolio.queries.business_case import WholeCase, benefits_of, business_cases_of
from samstyr.portfolio.services import keep_business_case
from samstyr.portfolio.services.reporting import lead_party
from samstyr.registry.models import Initiative
from samstyr.registry.queries import current_register
from samstyr.rules import business_case as rules
from samstyr.rules.benefits import next_follow_up
from samstyr.rules.business_case_change import FlowChange, compare_flows
from samstyr.rules.register import Register
from samstyr.rules.rights import Right
from samstyr.web.business_case_page import exact_words
from samstyr.web.files import as_file
from samstyr.web.forms.money import CaseFileForm
from samstyr.web.seen import day_of, viewer_of
from samstyr.web.views.business_case import found, shown

SALT: Final = "samstyr.business-case"
A_DAY: Final = 24 * 60 * 60  # seconds a preview can be kept
SOURCE: Final = "Finansministeriet, dokumentationsnotat af 7. januar 2021"
OWN_SOURCE: Final = "Fastsat for denne business case"


def file(request: HttpRequest, key: str) -> HttpResponse:
    """Answer the newest version as a workbook; an empty one to fill in where there is none."""
    initiative, register = found(key), current_register()
    newest = next(iter(business_cases_of(key)), None)
    return as_file(_workbook(request, initiative, newest, register), "business-case.xlsx")


@require_POST
def preview(request: HttpRequest, key: str) -> HttpResponse:
    """Read a workbook and show what it changes; nothing is kept."""
    initiative, viewer, register = found(key), viewer_of(request), current_register()
    require(viewer, Right.WRITE_REPORT, party=lead_party(initiative))
    form = CaseFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return shown(request, initiative, file_form=form)
    try:
        read = _read(bytes(form.cleaned_data["file"].read(LARGEST + 1)), key, register)
    except InputError as refused:
        return shown(request, initiative, problems=refused.lines)
    newest = next(iter(business_cases_of(key)), None)
    before = newest.flows if newest else ()
    change = compare_flows(before, read.flows)
    context = {
        "register": register,
        "initiative": initiative,
        "read": read,
        "newest": newest,
        "change": change,
        "rows": [_row(each) for each in change.changes],
        "is_same": newest is not None and _is_same(newest, read) and not change.changes,
        "was": rules.net_present_value(before, newest.rates) if newest else None,
        "becomes": rules.net_present_value(read.flows, read.rates),
        "kept": signing.dumps(_packed(read, key, newest, viewer.user), salt=SALT, compress=True),
    }
    return render(request, "portfolio/business_case_preview.html", context)


@require_POST
def keep(request: HttpRequest, key: str) -> HttpResponse:
    """Keep what was shown as a version of its own."""
    initiative, viewer = found(key), viewer_of(request)
    require(viewer, Right.WRITE_REPORT, party=lead_party(initiative))
    try:
        packed = signing.loads(request.POST.get("kept", ""), salt=SALT, max_age=A_DAY)
    except signing.BadSignature as refused:
        raise InputError(_("The preview is too old or damaged. Read the workbook in again.")) from refused
    if (packed["initiative"], packed["user"]) != (key, viewer.user):
        raise InputError(_("The preview is of another page. Read the workbook in again."))
    newest = next(iter(business_cases_of(key)), None)
    if packed["seen"] != _seen(newest):
        raise ChangedMeanwhileError(newest.case.version if newest else 0)
    case = keep_business_case(
        initiative=initiative,
        flows=[_flow(each) for each in packed["flows"]],
        price_level=packed["price_level"],
        rates=rules.Rates(tuple(rules.RateStep(year, Decimal(rate)) for year, rate in packed["rates"])),
        assumptions=packed["assumptions"],
        actor=viewer,
        now=clock.now(),
    )
    messages.success(request, _("Version %(version)s is kept.") % {"version": case.version})
    return redirect("business-case", key)


def _row(change: FlowChange) -> dict[str, Any]:
    """A cash flow of the preview: each side's planned and realised amount in words, nothing where it is not there."""
    sides = [
        None if flow is None else (exact_words(flow.amount), exact_words(flow.realised))
        for flow in (change.was, change.becomes)
    ]
    return {"flow": change.becomes or change.was, "sides": sides}


def _read(content: bytes, key: str, register: Register) -> ReadCase:
    read = read_business_case(content, {each.id: each.name for each in register.parties.values()})
    if read.key != key:
        line = _("The workbook was made for another initiative (%(key)s). Choose the one of this page.")
        raise InputError(line % {"key": read.key[:60] or "–"})
    return read


def _workbook(
    request: HttpRequest, initiative: Initiative, newest: WholeCase | None, register: Register
) -> bytes:
    on = day_of(request)
    parties = sorted(
        ((each.id, each.name) for each in register.parties.values()), key=lambda each: order(each[1])
    )
    rates = newest.rates if newest else rules.STATE_RATES
    benefits = []
    for each in benefits_of([initiative.pk], on):
        latest = next(iter(each.follow_ups), None)
        known = next((said for said in each.follow_ups if said.realised is not None), None)
        benefits.append(
            BenefitLine(
                name=each.benefit.name,
                party=each.benefit.party.name,
                owner=each.benefit.owner.name if each.benefit.owner else "",
                unit=each.benefit.unit,
                planned=each.benefit.planned,
                expected_from=each.benefit.expected_from,
                followed_on=latest.on if latest else None,
                realised=known.realised if known else None,
                evidence=latest.evidence if latest else "",
                next_on=next_follow_up(each.benefit.expected_from, [said.on for said in each.follow_ups]),
            )
        )
    return business_case_workbook(
        CaseSheet(
            initiative=initiative.name,
            key=initiative.pk,
            version=newest.case.version if newest else 0,
            kept=_kept(newest, is_named=bool(viewer_of(request).holdings)),
            price_level=newest.case.price_level if newest else on.year,
            rates=rates,
            source=SOURCE if rates == rules.STATE_RATES else OWN_SOURCE,
            assumptions=newest.case.assumptions if newest else "",
            flows=newest.flows if newest else (),
            parties=dict(parties),
            benefits=tuple(benefits),
        )
    )


def _kept(newest: WholeCase | None, *, is_named: bool) -> str:
    """When a version was kept, and for those who hold a role by whom."""
    if newest is None:
        return ""
    day = f"{newest.case.written_at.astimezone(COPENHAGEN):%d-%m-%Y}"
    return f"{newest.case.writer}, {day}" if is_named and newest.case.writer else day


def _is_same(newest: WholeCase, read: ReadCase) -> bool:
    case = newest.case
    return (case.price_level, newest.rates, case.assumptions) == (
        read.price_level,
        read.rates,
        read.assumptions,
    )


def _seen(newest: WholeCase | None) -> list[Any]:
    """What a preview was compared with: another version, or an amount noted since, would be undone by keeping it."""
    if newest is None:
        return [0, ""]
    said = repr(sorted(newest.flows, key=repr)).encode()
    return [newest.case.version, hashlib.sha256(said).hexdigest()]


def _packed(read: ReadCase, key: str, newest: WholeCase | None, user: int | None) -> dict[str, Any]:
    return {
        "initiative": key,
        "user": user,
        "seen": _seen(newest),
        "price_level": read.price_level,
        "rates": [[step.from_year, str(step.rate)] for step in read.rates.steps],
        "assumptions": read.assumptions,
        "flows": [
            [
                flow.year,
                flow.party,
                flow.kind.value,
                str(flow.amount),
                None if flow.realised is None else str(flow.realised),
                flow.label,
            ]
            for flow in read.flows
        ],
    }


def _flow(packed: list[Any]) -> rules.CashFlow:
    year, party, kind, amount, realised, label = packed
    return rules.CashFlow(
        year,
        party,
        rules.FlowKind(kind),
        Decimal(amount),
        None if realised is None else Decimal(realised),
        label,
    )
