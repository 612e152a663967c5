"""Choices that follow a person: language, and which day the demonstration is seen from."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samstyr.accounts.models import User
from samstyr.platform.errors import InputError
from samstyr.web.middleware import REAL_DATE

YEAR = 365 * 24 * 3600


def _back(request: HttpRequest) -> HttpResponseRedirect:
    """Answer a redirect to where the person was; never to another site."""
    address = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure()):
        address = "/"
    return HttpResponseRedirect(address)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language."""
    response = _back(request)
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=YEAR,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite="Lax",
            secure=settings.LANGUAGE_COOKIE_SECURE,
        )
    return response


@require_POST
def see_as(request: HttpRequest) -> HttpResponse:
    """Let a visitor of the demonstration be one of its example persons, or the public. Elsewhere: no such page."""
    if not settings.DEMONSTRATION:
        raise Http404
    chosen = request.POST.get("person", "")
    logout(request)
    if chosen:
        person = User.objects.filter(username=chosen, is_demonstration=True, is_active=True).first()
        if person is None:
            raise InputError(_("There is no example person called %(name)s.") % {"name": chosen[:60]})
        login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return _back(request)


@require_POST
def date(request: HttpRequest) -> HttpResponse:
    """Switch between the demonstration's day and the real date."""
    response = _back(request)
    if request.POST.get("real") == "1":
        response.set_cookie(
            REAL_DATE, "1", httponly=True, samesite="Lax", secure=settings.LANGUAGE_COOKIE_SECURE
        )
    else:
        response.delete_cookie(REAL_DATE)
    return response
