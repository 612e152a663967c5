"""Taking a matter of an initiative from its project to a forum that follows it: which one may decide, and why."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.platform.denials import require
from samstyr.portfolio.queries.decided import subject_of_entry
from samstyr.portfolio.queries.sittings import followers_of
from samstyr.portfolio.services.reporting import lead_party
from samstyr.registry.models import Initiative
from samstyr.registry.queries import current_register
from samstyr.rules.portfolio.escalation import Rung, escalation
from samstyr.rules.register import Register
from samstyr.rules.rights import Right, Viewer, may
from samstyr.rules.where import matters_like
from samstyr.web.choices import by_name
from samstyr.web.seen import day_of, viewer_of


def raise_matter(request: HttpRequest, key: str) -> HttpResponse:
    """Show which of the fora that follow the initiative may decide a subject (`?subject=…`), and the way there."""
    viewer, register, on = viewer_of(request), current_register(), day_of(request)
    initiative = Initiative.objects.select_related("lead__party").filter(pk=key).first()
    if initiative is None:
        raise Http404
    followers = followers_of([key], on).get(key, frozenset())
    # Whoever writes for its lead may, and so may the secretary of a forum that follows it.
    is_desk = any(may(viewer, Right.OPEN_CASE, forum=forum) for forum in followers)
    if not is_desk:
        if initiative.lead is None:
            raise Http404
        require(viewer, Right.WRITE_REPORT, party=lead_party(initiative))
    subject = request.GET.get("subject", "").replace("\x00", "").strip() or subject_of_entry(key, on) or ""
    if subject not in register.subjects:
        subject = ""
    likely = matters_like(register, initiative.name)
    context: dict[str, Any] = {
        "register": register,
        "initiative": initiative,
        "on": on,
        "subject": subject,
        "likely": [(each, register.subjects[each].name) for each in likely],
        "subjects": by_name(
            (each.id, each.name) for each in register.subjects.values() if each.id not in likely
        ),
        "follows": bool(followers),
    }
    if subject:
        found = escalation(register, followers, subject, on)
        context |= {
            "matter": register.subjects[subject],
            "proposed": found.proposed,
            "rungs": [_shown(each, register, viewer) for each in found.rungs],
            "elsewhere": found.elsewhere,
        }
    return render(request, "portfolio/raise.html", context)


def _shown(rung: Rung, register: Register, viewer: Viewer) -> dict[str, Any]:
    """Answer what the page says of a forum, and the way by which the viewer may put the matter before it."""
    return {
        "rung": rung,
        "name": register.fora[rung.forum].name,
        "mandates": [register.mandates[key] for key in rung.check.mandates],
        "may_open": bool(may(viewer, Right.OPEN_CASE, forum=rung.forum)),
        "may_propose": bool(may(viewer, Right.PROPOSE_ITEM, forum=rung.forum)),
    }
