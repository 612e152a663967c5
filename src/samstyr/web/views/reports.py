"""Writing a status report for the lead of an initiative: kept as drafts that only its party sees, published once.

To those who may not write for the lead's party there is no such page.
"""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.platform import clock
from samstyr.platform.denials import DeniedError, require, told
from samstyr.platform.errors import InputError
from samstyr.portfolio.models import StatusReport
from samstyr.portfolio.queries.drafts import correctable_reports, drafting_of, latest_version
from samstyr.portfolio.queries.facts import figures_of
from samstyr.portfolio.queries.rounds import request_record, waiting_for
from samstyr.portfolio.services.reporting import lead_party, proposed_lights, publish_report, write_report
from samstyr.registry.models import Initiative
from samstyr.registry.queries import current_register
from samstyr.rules.portfolio.rounds import state_on
from samstyr.rules.rights import Right, Viewer, may
from samstyr.rules.verdict import Allowed
from samstyr.web.forms.portfolio import ReportForm, as_correction, as_initial
from samstyr.web.light_words import why
from samstyr.web.seen import day_of, viewer_of


def write(request: HttpRequest, key: str) -> HttpResponse:
    """Show the draft of a report with what the light rule proposes, and keep a version of it."""
    viewer, on, register = viewer_of(request), day_of(request), current_register()
    initiative = _found(viewer, key)
    drafting = drafting_of(initiative, viewer)
    draft = drafting.latest if drafting.is_open else None
    own = correctable_reports(initiative.pk)
    corrected = _corrected(request, own)
    form = ReportForm(
        request.POST if request.method == "POST" else None,
        initial=as_correction(corrected) if corrected else as_initial(draft, own.first(), on),
    )
    form.initial["based_on"] = latest_version(drafting, initiative)
    if form.is_valid():
        written = write_report(
            initiative=initiative,
            content=form.content(),
            based_on=form.cleaned_data["based_on"],
            actor=viewer,
            now=clock.moment(),
        )
        kept = _("Version %(version)s is kept.") % {"version": written.draft.version}
        if written.meanwhile:
            beside = _("Others wrote at the same time: compare with the version before.")
            messages.warning(request, f"{kept} {beside}")
        else:
            messages.success(request, kept)
        return redirect("initiative-report", key)
    proposals = proposed_lights(figures_of(draft)) if draft else {}
    rows = [
        {
            "dimension": dimension,
            "light": light,
            "why": reason,
            "proposal": proposals.get(dimension),
            "because": why(proposals[dimension].because) if dimension in proposals else "",
        }
        for dimension, light, reason in form.sub_fields()
    ]
    context = {
        "initiative": initiative,
        "draft": draft,
        "drafts": drafting.drafts,
        "form": form,
        "rows": rows,
        "register": register,
        "published": own.first(),
        "waiting": [
            {
                "request": each,
                "state": state_on(request_record(each), on),
                "fora": [forum for forum in each.fora if forum in register.fora],
            }
            for each in waiting_for(initiative.pk)
        ],
        "may_publish": isinstance(may(viewer, Right.PUBLISH_REPORT, party=lead_party(initiative)), Allowed),
    }
    return render(request, "portfolio/report.html", context)


@require_POST
def publish(request: HttpRequest, key: str) -> HttpResponse:
    """Publish the newest version of the draft."""
    viewer = viewer_of(request)
    initiative = _found(viewer, key)
    require(viewer, Right.PUBLISH_REPORT, party=lead_party(initiative))
    try:
        version = int(request.POST.get("version", ""))
    except ValueError as error:
        raise InputError("version: expected a number") from error
    try:
        report = publish_report(initiative=initiative, version=version, actor=viewer, now=clock.moment())
    except DeniedError as refused:
        messages.error(request, told(refused.denied))
        return redirect("initiative-report", key)
    messages.success(
        request,
        _("The report as of %(day)s is published: every forum that follows the initiative reads it.")
        % {"day": date_format(report.as_of, "DATE_FORMAT")},
    )
    return redirect("initiative", key)


def _corrected(request: HttpRequest, own: QuerySet[StatusReport]) -> StatusReport | None:
    """Answer the report that the address (`?corrects=…`) asks to correct, None where it asks for none.

    Raises Http404 where the lead has no such report, or it is superseded already.
    """
    text = request.GET.get("corrects", "")
    if not text:
        return None
    found = own.filter(pk=int(text)).first() if text.isascii() and text.isdigit() and len(text) < 19 else None
    if found is None:
        raise Http404
    return found


def _found(viewer: Viewer, key: str) -> Initiative:
    """Answer the initiative. Raises Http404 where there is none or it has no lead, DeniedError for all but its lead."""
    initiative = Initiative.objects.select_related("lead").filter(pk=key).first()
    if initiative is None or initiative.lead is None:
        raise Http404
    require(viewer, Right.WRITE_REPORT, party=lead_party(initiative))
    return initiative
