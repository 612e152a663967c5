"""Calendars to subscribe to: of a forum, of a party, and of the user who has the secret address."""

import hashlib
from collections.abc import Iterable, Iterator

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.formats import date_format
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samstyr.accounts.queries import user_of_calendar
from samstyr.accounts.services import end_calendar_key, renew_calendar_key
from samstyr.exchange.icalendar_feed import CalendarEntry, calendar_bytes
from samstyr.meetings.queries import KnownMeeting, known_meetings
from samstyr.platform import clock
from samstyr.registry.queries import current_register
from samstyr.registry.viewers import standing_of
from samstyr.rules.procedure.deadlines import papers_due
from samstyr.rules.register import Register
from samstyr.web.seen import viewer_of

TYPE = "text/calendar; charset=utf-8"


@require_safe
def of_forum(request: HttpRequest, key: str) -> HttpResponseBase:
    """Answer the meetings of a forum."""
    forum = current_register().fora.get(key)
    if forum is None:
        raise Http404
    return _answer(request, forum.name, f"{key}.ics", known_meetings([key]))


@require_safe
def of_party(request: HttpRequest, key: str) -> HttpResponseBase:
    """Answer the meetings of the fora in which a party has a seat on the day, and of its own bodies."""
    register = current_register()
    party = register.parties.get(key)
    if party is None:
        raise Http404
    fora = {forum.id for forum in register.index.fora_of_party(key)}
    for organisation in register.index.organisations_of_party(key):
        fora |= {forum.id for forum in register.index.fora_with_seat_of(organisation.id)}
    known = [each for each in known_meetings(sorted(fora)) if _is_seated(register, key, each)]
    return _answer(request, party.name, f"{key}.ics", known)


@require_safe
def of_user(request: HttpRequest, key: str) -> HttpResponseBase:
    """Answer the meetings of the fora in which a user has a seat today; the key is all the login there is.

    A key that was renewed or ended opens nothing any more, and none does once the user's seats have ended.
    """
    user = user_of_calendar(key)
    standing = standing_of(user, clock.today()) if user else None
    if standing is None or standing.has_ended:
        raise Http404
    fora = {each.forum for each in standing.viewer.holdings if each.forum is not None}
    return _answer(request, _("My meetings"), "samstyr.ics", known_meetings(sorted(fora)))


@login_required
@require_POST
def change_key(request: HttpRequest) -> HttpResponse:
    """Make the address of one's own calendar, make it anew, or end it."""
    if "end" in request.POST:
        end_calendar_key(actor=viewer_of(request))
    else:
        renew_calendar_key(actor=viewer_of(request))
    return redirect(f"{reverse('mfa_index')}#calendar")


def _is_seated(register: Register, party: str, known: KnownMeeting) -> bool:
    forum = register.fora.get(known.forum)
    if forum is None:
        return False
    return forum.party == party or any(
        register.organisations[seat.organisation].party == party and seat.valid.covers(known.date)
        for seat in forum.seats
    )


def _answer(
    request: HttpRequest, name: str, file_name: str, known: Iterable[KnownMeeting]
) -> HttpResponseBase:
    """Answer a calendar, or that the client's copy is still right, which the check sum alone decides: what was taken
    away leaves no newer date behind.
    """
    known = list(known)
    content = calendar_bytes(name, _entries(request, known))
    last = max((each.changed for each in known), default=None)
    etag = quote_etag(hashlib.sha256(content).hexdigest())
    response = HttpResponse(content, content_type=TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache"
    if last is not None:
        response.headers["Last-Modified"] = http_date(last.timestamp())
    return get_conditional_response(request, etag=etag, last_modified=None, response=response) or response


def _entries(request: HttpRequest, known: Iterable[KnownMeeting]) -> Iterator[CalendarEntry]:
    register = current_register()
    for each in known:
        forum = register.fora.get(each.forum)
        if forum is None:
            continue
        due = papers_due(forum.procedure, each.date)
        address = (
            reverse("meeting", args=[each.meeting])
            if each.meeting is not None
            else reverse("wheel", args=[forum.id]) + f"?aar={each.date.year}"
        )
        url = request.build_absolute_uri(address)
        yield CalendarEntry(
            uid=f"{forum.id}-{each.date.isoformat()}@samstyr",
            summary=forum.name,
            day=each.date,
            changed=each.changed,
            start=each.start,
            end=each.end,
            place=each.place,
            description=_("Papers by {day}").format(day=date_format(due, "DATE_FORMAT")) if due else "",
            url=url,
            sequence=each.sequence,
        )
        if due is not None:
            words = {"forum": forum.name, "day": date_format(each.date, "DATE_FORMAT")}
            yield CalendarEntry(
                uid=f"{forum.id}-{each.date.isoformat()}-papers@samstyr",
                summary=_("Papers due: {forum}").format(**words),
                day=due,
                changed=each.changed,
                description=_("For the meeting on {day}").format(**words),
                url=url,
                sequence=each.sequence,
                busy=False,
            )
