"""Login and account: django-allauth's views, those of them that are used here, each with a page of ours."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import path, re_path

View = Callable[..., HttpResponseBase]


def only_with_mail(view: View) -> View:
    """Answer a view that is not there where no mail can be sent."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not settings.EMAIL_HOST:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


# The names are allauth's own: it leads from one to the other by them (docs/adr/0009). Its other addresses (sign-up,
# e-mail addresses, codes by mail) are left out on purpose.
urlpatterns = [
    path("log-ind/", account.login, name="account_login"),
    path("log-ind/kode/", second_factor.authenticate, name="mfa_authenticate"),
    path("log-ud/", account.logout, name="account_logout"),
    path("konto/", second_factor.index, name="mfa_index"),
    path("konto/lukket/", account.account_inactive, name="account_inactive"),
    path("konto/bekraeft/", account.reauthenticate, name="account_reauthenticate"),
    path("konto/bekraeft/kode/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("konto/adgangskode/", account.password_change, name="account_change_password"),
    path("konto/adgangskode/foerste/", account.password_set, name="account_set_password"),
    path("konto/adgangskode/glemt/", only_with_mail(account.password_reset), name="account_reset_password"),
    path(
        "konto/adgangskode/glemt/sendt/",
        only_with_mail(account.password_reset_done),
        name="account_reset_password_done",
    ),
    path(
        "konto/adgangskode/ny/gemt/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^konto/adgangskode/ny/(?P<uidb36>[0-9A-Za-z]{1,13})-(?P<key>[0-9A-Za-z-]{1,100})/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("konto/to-trin/til/", totp.activate_totp, name="mfa_activate_totp"),
    path("konto/to-trin/fra/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("konto/to-trin/noedkoder/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "konto/to-trin/noedkoder/nye/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
]
