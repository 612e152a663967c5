"""What every request gets: a language, a day it is seen from, and a Content-Security-Policy."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from samstyr.platform import clock
from samstyr.platform.errors import InputError

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
