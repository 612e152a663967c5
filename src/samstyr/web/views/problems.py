"""Pages for requests that are refused: what Django itself found wrong, said to a person."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import requires_csrf_token


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer status 400 and what was wrong; the error's own text may hold input and is not shown."""
    if isinstance(exception, RequestDataTooBig):
        line = _("The form is too large: at most 10 MB besides files.")
    elif isinstance(exception, TooManyFieldsSent | TooManyFilesSent):
        line = _("The form has too many fields or files.")
    else:
        line = _("The request can't be understood as it was sent.")
    return render(request, "problem.html", {"lines": [line]}, status=400)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer status 403 and what a person can do."""
    return render(request, "403.html", status=403)


@requires_csrf_token
def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer status 403 where a form does not carry the token of this site."""
    return render(request, "form_expired.html", status=403)
