"""How django-allauth does things here: no self sign-up, our words, and limits that can't be walked round."""

import unicodedata
from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

WRONG_CODE: Final = _("The code is not right. Codes change every half minute, and each can be used once.")
# What is said after a step, by the template allauth names; the rest is plain from the page itself.
SAID: Final = {
    "account/messages/password_changed.txt": _(
        "Your password is changed. Other sessions of yours have ended."
    ),
    "account/messages/password_set.txt": _("Your password is set."),
    "account/messages/logged_out.txt": _("You are logged out."),
    "mfa/messages/totp_activated.txt": _("The second factor is on: from now on you also give a code."),
    "mfa/messages/totp_deactivated.txt": _("The second factor is off."),
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("User name and password do not fit together. Try again."),
        "too_many_login_attempts": _("Too many attempts. Wait five minutes, and try again."),
        "rate_limited": _("Too many attempts. Wait five minutes, and try again."),
        "enter_current_password": _("That is not your password now."),
        "incorrect_password": _("That is not your password."),
        "incorrect_code": WRONG_CODE,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No: nobody makes an account for themselves."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """No: these are pages; a JSON answer to them would be a second way in to keep safe."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Answer the person's own page."""
        return reverse("mfa_index")

    def get_client_ip(self, request: HttpRequest) -> str:
        """Answer the client's address; that of the connection where a request came round the proxies."""
        try:
            return str(super().get_client_ip(request))
        except ImproperlyConfigured:  # fewer addresses in X-Forwarded-For than there are proxies of ours
            return str(request.META["REMOTE_ADDR"])

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say what happened in our words, where it needs saying."""
        text = message or SAID.get(message_template or "")
        if text:
            messages.add_message(request, level, text, extra_tags=extra_tags)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count failures by the user name alone.

        allauth counts by host name and user name; a client chooses the port in its Host header, and would get a
        new count with each.
        """
        name = str(credentials.get("username") or credentials.get("email") or "")
        return unicodedata.normalize("NFKC", name).casefold()


class MfaAdapter(DefaultMFAAdapter):
    """The second factor in our words."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": WRONG_CODE}
