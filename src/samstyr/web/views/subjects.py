"""Subjects: who may decide this, and on what basis?"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.meetings.queries import items_on
from samstyr.platform.danish import order
from samstyr.registry.queries import current_register
from samstyr.rules.mandate import deciders
from samstyr.rules.register import POWER, Register
from samstyr.web.as_of import day_seen
from samstyr.web.findings import findings_about
from samstyr.web.seen import viewer_of


def subjects(request: HttpRequest) -> HttpResponse:
    """Show the tree of matters; every one leads to who may decide it."""
    register, on = current_register(), day_seen(request)
    roots = [subject for subject in register.subjects.values() if subject.parent is None]
    tree = [_branch(register, root.id) for root in sorted(roots, key=lambda each: order(each.name))]
    return render(request, "registry/subjects.html", {"register": register, "on": on, "tree": tree})


def subject(request: HttpRequest, key: str) -> HttpResponse:
    """Answer who may decide one matter, on what basis, and who takes part before and after."""
    register, on = current_register(), day_seen(request)
    record = register.subjects.get(key)
    if record is None:
        raise Http404
    chain = register.subject_chain(key)
    mandates = [
        mandate
        for each in chain
        for mandate in register.index.mandates_on(each)
        if mandate.valid.covers(on) and register.is_forum_in_force(mandate.forum, on)
    ]
    found = deciders(register, key, on)
    context = {
        "register": register,
        "on": on,
        "subject": record,
        "path": [register.subjects[each] for each in reversed(chain[1:])],
        "children": sorted(register.index.subjects_under(key), key=lambda each: order(each.name)),
        "deciders": [{"forum": forum, "mandates": held} for forum, held in found.mandates.items()],
        "conditional": [each for each in mandates if each.act in POWER and each.permits and each.when],
        "denials": [mandate for mandate in mandates if not mandate.permits],
        "others": [mandate for mandate in mandates if mandate.permits and mandate.act not in POWER],
        "binds": [register.parties[party] for party in record.binds],
        "duties": [duty for duty in register.index.duties_on(key) if duty.valid.covers(on)],
        "items": items_on(key, viewer_of(request)),
        "findings": findings_about(register, on, subject=key),
    }
    return render(request, "registry/subject.html", context)


def _branch(register: Register, key: str) -> dict[str, Any]:
    below = sorted(register.index.subjects_under(key), key=lambda each: order(each.name))
    return {"subject": register.subjects[key], "below": [_branch(register, each.id) for each in below]}
