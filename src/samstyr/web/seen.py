"""Who asked for a page."""

from django.http import HttpRequest

from samstyr.rules.rights import PUBLIC, Viewer


def viewer_of(request: HttpRequest) -> Viewer:
    """Answer the viewer of a request; one refused before anybody asked who it is, is the public's."""
    viewer: Viewer = getattr(request, "viewer", PUBLIC)
    return viewer
