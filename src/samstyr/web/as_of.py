"""The day a page is seen from."""

import datetime

from django.http import HttpRequest

from samstyr.platform.errors import InputError


def day_seen(request: HttpRequest, name: str = "on") -> datetime.date:
    """Answer the day the address asks for (`?on=2017-06-28`), or the request's own.

    Raises InputError for a text that is no date; the page says so with status 400.
    """
    text = request.GET.get(name, "").strip()
    if not text:
        today: datetime.date = request.today  # type: ignore[attr-defined]
        return today
    try:
        found = datetime.date.fromisoformat(text)
    except ValueError as problem:
        raise InputError(f"{name}: {text[:40]!r} is no date (expected YYYY-MM-DD)") from problem
    if not 1900 <= found.year <= 2200:
        raise InputError(f"{name}: {text!r} lies outside the years 1900 to 2200")
    return found
