"""What Samstyr keeps on the one who is logged in: as a page, and as data."""

import json

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samstyr.accounts.models import User
from samstyr.exchange.personal_data import Data
from samstyr.exchange.personal_data import own_data as data_of
from samstyr.registry.queries import current_register
from samstyr.web.seen import viewer_of


@login_required
def own_data(request: HttpRequest) -> HttpResponse:
    """Show what is kept on the user who is logged in."""
    return render(request, "account/own_data.html", {"data": _data(request), "register": current_register()})


@login_required
def download(request: HttpRequest) -> HttpResponse:
    """Answer the same as JSON (samstyr.person/1), to keep."""
    text = json.dumps(_data(request), ensure_ascii=False, indent=2)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="mine-oplysninger.json"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _data(request: HttpRequest) -> Data:
    user = User.objects.select_related("person").get(username=request.user.get_username())
    return data_of(user=user, viewer=viewer_of(request))
