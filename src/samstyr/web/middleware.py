"""What every request gets: a language, a day it is seen from, a viewer, and a Content-Security-Policy."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import SimpleTemplateResponse
from django.utils import translation
from django.utils.translation import gettext as _

from samstyr.platform import clock
from samstyr.platform.denials import DeniedError, told
from samstyr.platform.errors import InputError
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.registry.viewers import standing_of
from samstyr.rules.rights import PUBLIC

Next = Callable[[HttpRequest], HttpResponse]
REAL_DATE = "samstyr_real_date"
POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


class ChosenLanguage:
    """The language is the one the person chose; Danish until then, whatever the browser says."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request in the chosen language."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class SeenFrom:
    """`request.today`: the demonstration's day, where one is set and the real one was not chosen."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request as seen from its day."""
        real = REAL_DATE in request.COOKIES
        request.today = clock.real_today() if real else clock.today()  # type: ignore[attr-defined]
        return self.get_response(request)


class ContentSecurityPolicy:
    """No script or style but our own files."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the policy to the answer."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response


class SeenByViewer:
    """`request.viewer`, and a view that runs in one transaction in which the database shows what they may see.

    Bad input is answered with status 400 and a page that says what was wrong; a refusal with 403 and the reason,
    or, where nobody is logged in, with the way to log in. Nothing is stored then.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse:
        """Answer what the view answers, rendered before the transaction ends."""
        standing = standing_of(request.user, clock.today())
        if standing.has_ended:
            logout(request)
            messages.warning(request, _("Your seat has ended, and with it your session."))
        viewer = PUBLIC if standing.has_ended else standing.viewer
        request.viewer = viewer  # type: ignore[attr-defined]
        entry = request.resolver_match.view_name if request.resolver_match else ""
        try:
            with seen_by(viewer, DatabaseRole.WEB, entry):
                response = view(request, *args, **kwargs)
                if isinstance(response, SimpleTemplateResponse):
                    response.render()
                return response
        except InputError as problem:
            return render(request, "problem.html", {"lines": problem.lines}, status=400)
        except DeniedError as problem:
            if problem.denied.code == "log-in" and request.method == "GET":
                return redirect_to_login(request.get_full_path())
            return render(request, "denied.html", {"reason": told(problem.denied)}, status=403)
