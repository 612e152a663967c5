"""What every request gets: a language, a day it is seen from, and headers that bind the browser."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import add_never_cache_headers

from samstyr.platform import clock
from samstyr.platform.errors import InputError

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


class InputErrors:
    """Bad input is answered with status 400 and a page that says what was wrong."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer the page for bad input; other errors go their way."""
        if not isinstance(exception, InputError):
            return None
        return render(request, "problem.html", {"lines": exception.lines}, status=400)
