"""What the frame of every page needs."""

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from samstyr.platform import clock
from samstyr.platform.denials import ROLES
from samstyr.registry.demonstration import example_persons
from samstyr.registry.models import Membership
from samstyr.rules.rights import Right, may
from samstyr.web.middleware import REAL_DATE
from samstyr.web.seen import viewer_of

# Pages that lie beside the place of the menu they belong to.
BESIDE = {
    "instruments": ("/aftaler/",),
    "portfolios": ("/initiativer/",),
    "meetings": ("/punkter/",),
    "cases": ("/skriftlig/", "/hoeringer/", "/tiltraedelse/", "/underskrifter/", "/bilag/"),
}


# Pages of a forum that belong to its portfolio.
OF_PORTFOLIOS = re.compile(r"/fora/[^/]+/(portefoelje|koereplan|puljer|behov)/")


def chrome(request: HttpRequest) -> dict[str, Any]:
    """Answer the menu with the current place marked, whether histories are linked, and the demonstration's banner."""
    viewer = viewer_of(request)
    places = [
        *([("week", _("My week"))] if may(viewer, Right.SEE_CASES) else []),
        ("map", _("Map")),
        ("fora", _("Fora")),
        ("subjects", _("Who decides what")),
        ("journey", _("Journeys of cases")),
        ("parties", _("Parties")),
        ("instruments", _("Legal basis")),
        ("systems", _("Systems")),
        ("portfolios", _("Portfolios")),
        ("meetings", _("Meetings")),
        ("follow-ups", _("Follow-up")),
        *([("cases", _("Cases"))] if may(viewer, Right.SEE_CASES) else []),
        *([("constituency", _("Constituency"))] if viewer.parties(Right.ENTER_ROOM) else []),
        ("findings", _("Findings")),
        ("imports", _("Import minutes")),
    ]
    menu = []
    for name, label in places:
        address = reverse(name)
        if OF_PORTFOLIOS.match(request.path):
            current = name == "portfolios"
        else:
            current = request.path.startswith((address, *BESIDE.get(name, ())))
        menu.append({"address": address, "label": label, "current": current})
    return {
        "menu": menu,
        "examples": _examples() if settings.DEMONSTRATION else [],
        "sees_history": bool(may(viewer, Right.SEE_HISTORY)),
        "demonstration": clock.demonstration_day() is not None,
        "sends_mail": bool(settings.EMAIL_HOST),
        "seen_from_real_date": REAL_DATE in request.COOKIES,
    }


def _examples() -> list[dict[str, str]]:
    """Answer the example persons one can see Samstyr as, each with what they are."""
    return [
        {
            "username": user.username,
            "label": "; ".join(_seat(each) for each in seats)
            or (_("administrator") if user.is_superuser else _("logged in, without a seat")),
        }
        for user, seats in example_persons()
    ]


def _seat(membership: Membership) -> str:
    where = [membership.organisation.short or membership.organisation.name]
    if membership.forum:
        where.append(membership.forum.name)
    return f"{ROLES[membership.role]}, {' · '.join(where)}"
