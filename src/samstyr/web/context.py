"""What the frame of every page needs."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from samstyr.platform import clock
from samstyr.rules.rights import PUBLIC, Right, may
from samstyr.web.middleware import REAL_DATE


def chrome(request: HttpRequest) -> dict[str, Any]:
    """Answer the menu with the current place marked, whether histories are linked, and the demonstration's banner."""
    places = [
        ("map", _("Map")),
        ("fora", _("Fora")),
        ("subjects", _("Who decides what")),
        ("parties", _("Parties")),
        ("instruments", _("Legal basis")),
        ("systems", _("Systems")),
        ("meetings", _("Meetings")),
        ("findings", _("Findings")),
        ("imports", _("Import minutes")),
    ]
    menu = []
    for name, label in places:
        address = reverse(name)
        menu.append({"address": address, "label": label, "current": request.path.startswith(address)})
    return {
        "menu": menu,
        # A page of an error may be shown before anyone was recognised.
        "sees_history": bool(may(getattr(request, "viewer", PUBLIC), Right.SEE_HISTORY)),
        "demonstration": clock.demonstration_day() is not None,
        "seen_from_real_date": REAL_DATE in request.COOKIES,
    }
