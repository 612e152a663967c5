"""Who asked for a page."""

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
