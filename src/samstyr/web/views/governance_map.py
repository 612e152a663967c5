"""The map of the governance: fora in lanes and rows, with lines by act."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.registry.queries import current_register
from samstyr.web.as_of import day_seen


def page(request: HttpRequest) -> HttpResponse:
    """Show the map."""
    register, on = current_register(), day_seen(request)
    return render(request, "map/page.html", {"register": register, "on": on})
