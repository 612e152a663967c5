"""Who asked for a page."""

from django.http import HttpRequest

from samstyr.rules.rights import Viewer


def viewer_of(request: HttpRequest) -> Viewer:
    """Answer the viewer of a request, as the middleware found them."""
    viewer: Viewer = request.viewer  # type: ignore[attr-defined]
    return viewer
