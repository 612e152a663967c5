"""Who asked for a page, and on what day."""

import datetime

from django.http import HttpRequest

from samstyr.rules.rights import PUBLIC, Viewer


def viewer_of(request: HttpRequest) -> Viewer:
    """Answer the viewer of a request; one refused before anybody asked who it is, is the public's."""
    viewer: Viewer = getattr(request, "viewer", PUBLIC)
    return viewer


def day_of(request: HttpRequest) -> datetime.date:
    """Answer the day a request is seen from, as the middleware found it."""
    day: datetime.date = request.today  # type: ignore[attr-defined]
    return day
