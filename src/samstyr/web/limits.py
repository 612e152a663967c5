"""How often one client may ask for what costs or can be abused; login has limits of its own (settings.py).

The counts lie in one table that all web processes share. Who the client is, is kept only as a keyed hash: an
address is personal data.
"""

import datetime
import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final

from allauth.account.adapter import get_adapter
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from samstyr.web.seen import address_name

Next = Callable[[HttpRequest], HttpResponse]
LONGEST_LOGIN_LIMIT: Final = 300  # seconds: the longest span in ACCOUNT_RATE_LIMITS
NETWORK: Final = 64  # bits: one household or office has so many addresses of IPv6
KEPT: Final = datetime.timedelta(days=1)
COUNT: Final = """
INSERT INTO web_request_count AS counted (client, name, started, number) VALUES (%(client)s, %(name)s, %(now)s, 1)
ON CONFLICT (client, name) DO UPDATE SET
    number = CASE WHEN counted.started <= %(before)s THEN 1 ELSE counted.number + 1 END,
    started = CASE WHEN counted.started <= %(before)s THEN %(now)s ELSE counted.started END
RETURNING started, number
"""
FORGET: Final = "DELETE FROM web_request_count WHERE started < %s"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many requests in so many seconds, by one user or, where nobody is logged in, one address."""

    most: int
    seconds: int
    method: str = "GET"


# By the name of the address. Search asks at every letter; handing in stores bytes and makes work for the worker.
LIMITS: Mapping[str, Limit] = {
    "search": Limit(120, 60),
    "imports": Limit(30, 600, method="POST"),
    "review": Limit(60, 600, method="POST"),
    "review-fact": Limit(300, 60, method="POST"),
    "review-export": Limit(30, 60),
    "map-svg": Limit(30, 60),
    "map-pdf": Limit(10, 60),
    "journey": Limit(120, 60),
    "journey-pdf": Limit(10, 60),
    "case-journey-pdf": Limit(10, 60),
    "calendar-health": Limit(30, 60),
    "draft-agenda": Limit(60, 60),
    "follow-up": Limit(60, 60),
    "pack-file": Limit(30, 60),
    "pack-ask": Limit(30, 600, method="POST"),
    "minutes-file": Limit(30, 60),
    "calendar-own": Limit(60, 60),
}


class RequestLimits:
    """Requests beyond a limit are answered with status 429 and a page that says when to try again."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Count the request where its address has a limit, and refuse it where it is one too many."""
        name = address_name(request)
        limit = LIMITS.get(name)
        if limit is not None and request.method == limit.method:
            wait = _seconds_to_wait(name, limit, _client(request))
            if wait:
                return too_many(request, wait)
        return self.get_response(request)


def too_many(request: HttpRequest, seconds: int = LONGEST_LOGIN_LIMIT) -> HttpResponse:
    """Answer the page for one who asked too often; allauth's limits lead here too (project/urls.py)."""
    again = timezone.localtime() + datetime.timedelta(seconds=seconds)
    context = {"minutes": ceil(seconds / 60), "seconds": seconds, "again": again}
    # Search as you type shows what is answered below its field: there a line, not a page.
    template = "_parts/_wait.html" if "HX-Request" in request.headers else "429.html"
    response = render(request, template, context, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response


def _seconds_to_wait(name: str, limit: Limit, client: str) -> int:
    """Count a request; answer 0, or the seconds until the next one will be answered."""
    now = timezone.now()
    span = datetime.timedelta(seconds=limit.seconds)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"client": client, "name": name, "now": now, "before": now - span})
        started, number = cursor.fetchone()
        if number == 1:
            cursor.execute(FORGET, [now - KEPT])
    return max(ceil((started + span - now).total_seconds()), 1) if number > limit.most else 0


def _client(request: HttpRequest) -> str:
    """Answer a name for who asks that says nothing to one who reads the table."""
    if request.user.is_authenticated:
        who = f"user {request.user.pk}"
    else:
        address = ipaddress.ip_address(get_adapter(request).get_client_ip(request))
        length = NETWORK if address.version == 6 else address.max_prefixlen
        who = str(ipaddress.ip_network((address, length), strict=False))
    return salted_hmac("samstyr.web.limits", who, algorithm="sha256").hexdigest()
