"""Who may do what: the table of rights as it is enforced, and what the viewer's own seats give."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.platform.denials import DOING, ROLES
from samstyr.registry.queries import current_register
from samstyr.rules.register import Register
from samstyr.rules.rights import RIGHTS, Holding, Role
from samstyr.web.seen import viewer_of
from samstyr.web.wording import SCOPES


def rights(request: HttpRequest) -> HttpResponse:
    """Show which role may do what, and which roles the viewer holds."""
    viewer, register = viewer_of(request), current_register()
    held = {each.role for each in viewer.holdings}
    context = {
        "register": register,
        "rows": [
            {
                "doing": DOING[right],
                "scope": SCOPES[grant.scope.value],
                "roles": [
                    {"name": ROLES[role.value], "held": role in held} for role in Role if role in grant.roles
                ],
            }
            for right, grant in RIGHTS.items()
        ],
        "seats": [_seat(register, each) for each in viewer.holdings],
    }
    return render(request, "account/rights.html", context)


def _seat(register: Register, holding: Holding) -> dict[str, Any]:
    return {
        "role": ROLES[holding.role.value],
        "forum": register.fora.get(holding.forum or ""),
        "organisation": register.organisations.get(holding.organisation or ""),
    }
