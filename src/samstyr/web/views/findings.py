"""Findings of the governance lint, as a list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.registry.queries import current_register
from samstyr.web.as_of import day_seen
from samstyr.web.findings import all_findings
from samstyr.web.paging import page_of


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
