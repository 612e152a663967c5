"""The edge: input that no page could mean is refused here, before it meets a view or the database.

PostgreSQL keeps no NUL, and text that is no UTF-8 would be stored as something else than what was sent.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

Next = Callable[[HttpRequest], HttpResponse]
LONGEST_PATH: Final = 2_000  # characters
LONGEST_QUERY: Final = 8_000
LONGEST_PARAMETER: Final = 2_000
LONGEST_FIELD: Final = 200_000  # the text of a long paper fits in
LONGEST_FILE_NAME: Final = 200
LARGEST_BODY: Final = 60 * 1024 * 1024  # bytes: the largest document and the form around it
FORM: Final = "application/x-www-form-urlencoded"
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")


class SoundCookies:
    """Cookies with control characters are none of ours; they are left out, so that the person can go on."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request as if such cookies had not been sent."""
        for name in [name for name, value in request.COOKIES.items() if _CONTROL.search(name + value)]:
            del request.COOKIES[name]
        return self.get_response(request)


class SoundInput:
    """NUL, over-long input and text that is no UTF-8 are answered with status 400 and a page that says which."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or refuse it."""
        if _length(request) > LARGEST_BODY:  # before it is read at all
            line = _("What you sent is too large: at most {most} MB.").format(
                most=LARGEST_BODY // 1024 // 1024
            )
            return render(request, "problem.html", {"lines": [line]}, status=413)
        problem = _problem(request)
        if problem:
            return render(request, "problem.html", {"lines": [problem]}, status=400)
        return self.get_response(request)


def _length(request: HttpRequest) -> int:
    declared = request.META.get("CONTENT_LENGTH") or "0"
    return int(declared) if declared.isdecimal() else 0


def _problem(request: HttpRequest) -> str | None:
    """Answer what is wrong with the input of a request, or None."""
    path = request.path  # bytes that are no UTF-8 stand in it percent-encoded, by Django
    query = request.META.get("QUERY_STRING", "")
    if len(path) > LONGEST_PATH:
        return _("The address is too long: at most {most} characters.").format(most=LONGEST_PATH)
    if len(query) > LONGEST_QUERY:
        text = _("What stands after the ? of the address is too long: at most {most} characters.")
        return text.format(most=LONGEST_QUERY)
    if not _is_utf8(unquote_to_bytes(query)):
        return _("The address holds characters that are no UTF-8.")
    if "\x00" in path:
        return _("The address holds a NUL character.")
    return _problem_in(request.GET, LONGEST_PARAMETER) or _problem_in_body(request)


def _problem_in_body(request: HttpRequest) -> str | None:
    if request.method != "POST":
        return None
    if request.content_type == FORM and not _is_utf8(unquote_to_bytes(request.body.replace(b"+", b" "))):
        return _("The form holds characters that are no UTF-8.")
    return _problem_in(request.POST, LONGEST_FIELD) or _problem_in_files(request)


def _problem_in(values: QueryDict, most: int) -> str | None:
    """Answer what is wrong with one of the fields; it is named, unless its name is what is wrong."""
    for name, texts in values.lists():
        if "\x00" in name or len(name) > LONGEST_PARAMETER:
            return _("A field has a name that is too long or holds a NUL character.")
        if _has_nul(texts):
            return _("{field}: holds a NUL character.").format(field=name)
        if any(len(text) > most for text in texts):
            return _("{field}: too long, at most {most} characters.").format(field=name, most=most)
    return None


def _problem_in_files(request: HttpRequest) -> str | None:
    names = [upload.name or "" for _field, uploads in request.FILES.lists() for upload in uploads]
    if _has_nul(names) or _has_nul(request.FILES):
        return _("The name of a file holds a NUL character.")
    if any(len(name) > LONGEST_FILE_NAME for name in names):
        return _("The name of a file is too long: at most {most} characters.").format(most=LONGEST_FILE_NAME)
    return None


def _has_nul(texts: Iterable[object]) -> bool:
    return any("\x00" in str(text) for text in texts)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
