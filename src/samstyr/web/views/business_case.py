"""The business case of an initiative: what it costs whom, what comes of it, and its benefits, also after its exit."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.platform import clock
from samstyr.platform.denials import require
from samstyr.portfolio.models import Benefit, CashFlow
from samstyr.portfolio.queries.business_case import WholeCase, benefits_of, business_cases_of
from samstyr.portfolio.services import add_benefit, follow_up_benefit, note_realised
from samstyr.portfolio.services.reporting import lead_party
from samstyr.registry.models import Initiative
from samstyr.registry.queries import current_register
from samstyr.rules.rights import Right, Viewer, may
from samstyr.web.business_case_page import amount_words, benefit_rows, case_context
from samstyr.web.choices import Choices, by_name
from samstyr.web.forms.money import BenefitForm, CaseFileForm, FollowUpForm, RealisedForm
from samstyr.web.seen import day_of, viewer_of
from samstyr.web.wording import FLOW_KINDS


def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the business case, the newest version or the one asked for (`?version=1`)."""
    return shown(request, found(key))


@require_POST
def realised(request: HttpRequest, key: str) -> HttpResponse:
    """Note what came of a cash flow of the newest version."""
    initiative, viewer = found(key), viewer_of(request)
    newest = next(iter(business_cases_of(key)), None)
    choices = _flow_choices(newest, viewer, initiative, day_of(request).year) if newest else []
    form = RealisedForm(request.POST)
    form.offer("flow", choices)
    if not choices:
        require(viewer, Right.WRITE_REPORT, party=_lead(initiative))
    if not form.is_valid():
        return shown(request, initiative, realised_form=form)
    row = CashFlow.objects.select_related("case__initiative__lead").get(pk=int(form.cleaned_data["flow"]))
    note_realised(flow=row, amount=form.cleaned_data["amount"], actor=viewer)
    messages.success(request, _("What came of it is noted beside the plan."))
    return redirect("business-case", key)


@require_POST
def add(request: HttpRequest, key: str) -> HttpResponse:
    """Add a benefit the initiative is to bring."""
    initiative, viewer = found(key), viewer_of(request)
    require(viewer, Right.WRITE_REPORT, party=_lead(initiative))
    form = _benefit_form(request)
    if not form.is_valid():
        return shown(request, initiative, benefit_form=form)
    given = form.cleaned_data
    add_benefit(initiative=initiative, **{**given, "owner": given["owner"] or None}, actor=viewer)
    messages.success(request, _("The benefit is added."))
    return redirect("business-case", key)


@require_POST
def follow_up(request: HttpRequest, key: str, benefit: int) -> HttpResponse:
    """Note what has come of a benefit, also after the initiative left its portfolios."""
    initiative, viewer = found(key), viewer_of(request)
    row = Benefit.objects.select_related("initiative__lead").filter(initiative=key, pk=benefit).first()
    if row is None:
        raise Http404
    if row.party_id not in viewer.parties(Right.WRITE_REPORT):
        require(viewer, Right.WRITE_REPORT, party=_lead(initiative))
    form = FollowUpForm(request.POST, today=day_of(request), prefix=f"benefit-{benefit}")
    if not form.is_valid():
        return shown(request, initiative, follow_form=(benefit, form))
    follow_up_benefit(benefit=row, **form.cleaned_data, actor=viewer, now=clock.now())
    messages.success(request, _("The follow-up is noted."))
    return redirect("business-case", key)


def found(key: str) -> Initiative:
    """Answer the initiative. Raises Http404 where there is none."""
    initiative = Initiative.objects.select_related("lead__party").filter(pk=key).first()
    if initiative is None:
        raise Http404
    return initiative


def may_write(viewer: Viewer, initiative: Initiative) -> bool:
    """Tell whether the viewer may write for the party that leads the initiative."""
    return initiative.lead is not None and bool(may(viewer, Right.WRITE_REPORT, party=lead_party(initiative)))


def shown(
    request: HttpRequest,
    initiative: Initiative,
    *,
    file_form: CaseFileForm | None = None,
    problems: tuple[str, ...] = (),
    realised_form: RealisedForm | None = None,
    benefit_form: BenefitForm | None = None,
    follow_form: tuple[int, FollowUpForm] | None = None,
) -> HttpResponse:
    """Answer the page, with a form that was not understood where it stands."""
    register, on, viewer = current_register(), day_of(request), viewer_of(request)
    key = initiative.pk
    cases = business_cases_of(key)
    newest = next(iter(cases), None)
    whole = _asked(cases, request.GET.get("version")) if request.method == "GET" else newest
    is_lead = may_write(viewer, initiative)
    own = viewer.parties(Right.WRITE_REPORT)
    benefits = benefits_of([key], on)
    follow = benefit_rows(
        benefits, on, (each.benefit.pk for each in benefits if is_lead or each.benefit.party_id in own)
    )
    for row in follow:
        pk = row["benefit"].pk
        is_bound = follow_form is not None and follow_form[0] == pk
        row["form"] = (
            follow_form[1]
            if follow_form is not None and is_bound
            else FollowUpForm(today=on, prefix=f"benefit-{pk}")
        )
        row["is_open"] = is_bound
    stands = register.initiatives[key].portfolios if key in register.initiatives else ()
    left = [each.valid.until for each in stands if each.valid.until is not None and each.valid.until <= on]
    choices = _flow_choices(newest, viewer, initiative, on.year) if newest else []
    if realised_form is None:
        realised_form = RealisedForm()
        realised_form.offer("flow", choices)
    context: dict[str, Any] = {
        "register": register,
        "initiative": initiative,
        "on": on,
        "cases": [each.case for each in cases],
        "is_newest": whole is newest,
        "left_on": max(left) if left and not any(each.valid.covers(on) for each in stands) else None,
        "benefits": follow,
        "may_write": is_lead,
        "is_named": bool(viewer.holdings),
        "file_form": file_form or CaseFileForm(),
        "problems": problems,
        "realised_form": realised_form if choices and whole is newest else None,
        "benefit_form": benefit_form or _benefit_form(request, bound=False),
        "open_benefit": benefit_form is not None,
        **(case_context(whole, register, on) if whole is not None else {}),
    }
    is_refused = bool(problems) or request.method == "POST"
    return render(request, "portfolio/business_case.html", context, status=400 if is_refused else 200)


def _asked(cases: tuple[WholeCase, ...], version: str | None) -> WholeCase | None:
    if not version:
        return next(iter(cases), None)
    wanted = next((each for each in cases if str(each.case.version) == version), None)
    if wanted is None:
        raise Http404
    return wanted


def _lead(initiative: Initiative) -> str:
    if initiative.lead is None:
        raise Http404
    return lead_party(initiative)


def _flow_choices(whole: WholeCase, viewer: Viewer, initiative: Initiative, until: int) -> Choices:
    """Answer the cash flows up to a year whose realised amount the viewer may note: the unknown ones first."""
    is_lead, own = may_write(viewer, initiative), viewer.parties(Right.WRITE_REPORT)
    rows = [row for row in whole.rows if row.year <= until and (is_lead or row.party_id in own)]
    rows.sort(key=lambda row: (row.realised is not None, row.year))
    return [
        (
            str(row.pk),
            ", ".join(filter(None, [str(row.year), row.party.name, str(FLOW_KINDS[row.kind]), row.label]))
            + f": {amount_words(row.amount)}"
            + (f" → {amount_words(row.realised)}" if row.realised is not None else ""),
        )
        for row in rows
    ]


def _benefit_form(request: HttpRequest, *, bound: bool = True) -> BenefitForm:
    register = current_register()
    form = BenefitForm(request.POST if bound else None)
    form.offer("party", by_name((each.id, each.name) for each in register.parties.values()))
    owners = by_name((each.id, each.name) for each in register.organisations.values())
    form.offer("owner", [("", "–"), *owners])
    return form
