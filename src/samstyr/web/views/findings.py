"""Findings of the governance lint, and what went on outside a mandate, as lists."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.meetings.queries.overrides import overrides_visible_to
from samstyr.registry.queries import current_register
from samstyr.web.as_of import day_seen
from samstyr.web.findings import all_findings
from samstyr.web.paging import page_of
from samstyr.web.seen import viewer_of


def findings(request: HttpRequest) -> HttpResponse:
    """List what the lint finds on the day, errors and warnings, accepted ones marked."""
    register, on = current_register(), day_seen(request)
    found = all_findings(register, on)
    rule = request.GET.get("rule", "")
    chosen = [finding for finding in found if not rule or finding.rule == rule]
    context = {
        "register": register,
        "on": on,
        "page": page_of(request, chosen),
        "rules": sorted({str(finding.rule) for finding in found}),
        "rule": rule,
        "open_errors": sum(each.severity == "error" and each.accepted is None for each in found),
        "open_warnings": sum(each.severity == "warning" and each.accepted is None for each in found),
    }
    return render(request, "registry/findings.html", context)


def overrides(request: HttpRequest) -> HttpResponse:
    """List what went on outside the mandates of fora, with the reasons; `?forum=`: of one."""
    register, forum = current_register(), request.GET.get("forum", "")
    if forum and forum not in register.fora:
        raise Http404
    found = overrides_visible_to(viewer_of(request))
    if forum:
        found = found.filter(item__meeting__forum=forum)
    context = {"register": register, "page": page_of(request, found), "forum": register.fora.get(forum)}
    return render(request, "registry/overrides.html", context)
