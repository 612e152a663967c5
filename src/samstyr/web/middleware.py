"""What every request gets: a language, a day it is seen from, a viewer, and headers that bind the browser."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from samstyr.platform import clock
from samstyr.platform.denials import DeniedError, told
from samstyr.platform.errors import ChangedMeanwhileError, InputError
from samstyr.platform.viewer import DatabaseRole, seen_by
from samstyr.registry.viewers import standing_of
from samstyr.rules.rights import PUBLIC
from samstyr.web.seen import address_name, store_nothing

Next = Callable[[HttpRequest], HttpResponse]
REAL_DATE = "samstyr_real_date"
# What a page may load: our own files; pictures also as data (the code for a second factor is one).
POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
# A file that is handed out loads nothing and runs nothing, wherever a browser opens it.
POLICY_OF_FILES = "default-src 'none'; sandbox; frame-ancestors 'none'"
PERMISSIONS = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), "
    "payment=(), usb=()"
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


class SecurityHeaders:
    """No script or style but our own files, no device, and no copy of what a person saw kept after logout."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers to the answer."""
        response = self.get_response(request)
        is_file = "Content-Disposition" in response.headers
        response.headers.setdefault("Content-Security-Policy", POLICY_OF_FILES if is_file else POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            add_never_cache_headers(response)
        return response


class SeenByViewer:
    """`request.viewer`, and one transaction for the view, in which the database shows what they may see.

    It stands last, so that nothing but the view runs in that transaction. Bad input is answered with status 400 and
    a page that says what was wrong, a change that crossed another with 409; a refusal with 403 and the reason, or,
    where nobody is logged in, with the way to log in. Whatever a view raises, nothing of it is stored.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request as its viewer sees it."""
        standing = standing_of(request.user, clock.today())
        if standing.has_ended:
            logout(request)
            messages.warning(request, _("Your seat has ended, and with it your session."))
        viewer = PUBLIC if standing.has_ended else standing.viewer
        request.viewer = viewer  # type: ignore[attr-defined]
        request.failed = False  # type: ignore[attr-defined]
        with seen_by(viewer, DatabaseRole.WEB, address_name(request)):
            response = self.get_response(request)
            if request.failed:  # type: ignore[attr-defined]
                transaction.set_rollback(True)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer the page for bad input or a refusal; other errors go their way. None of them stores anything."""
        store_nothing(request)
        if isinstance(exception, InputError):
            return render(request, "problem.html", {"lines": exception.lines}, status=400)
        if isinstance(exception, ChangedMeanwhileError):
            line = _("Someone else changed the same thing while you wrote. Look at what stands there now.")
            return render(request, "problem.html", {"lines": [line]}, status=409)
        if isinstance(exception, DeniedError):
            if exception.denied.code == "log-in" and request.method == "GET":
                return redirect_to_login(request.get_full_path())
            return render(request, "403.html", {"reason": told(exception.denied)}, status=403)
        return None
