"""Who asked for a page, and on what day."""

import datetime

from django.http import HttpRequest
from django.urls import Resolver404, resolve

from samstyr.rules.rights import PUBLIC, Viewer


def viewer_of(request: HttpRequest) -> Viewer:
    """Answer the viewer of a request; one refused before anybody asked who it is, is the public's."""
    viewer: Viewer = getattr(request, "viewer", PUBLIC)
    return viewer


def address_name(request: HttpRequest) -> str:
    """Answer the name of the address that is asked for, or nothing where there is none."""
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""


def day_of(request: HttpRequest) -> datetime.date:
    """Answer the day a request is seen from, as the middleware found it."""
    day: datetime.date = request.today  # type: ignore[attr-defined]
    return day


def store_nothing(request: HttpRequest) -> None:
    """Let nothing be stored of what a request wrote, although a page answers it (middleware.py)."""
    request.failed = True  # type: ignore[attr-defined]
