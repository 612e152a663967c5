"""The forms of login and account: allauth's, with our words and the fields of our design."""

from typing import Any, Final

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as totp
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

LABELS: Final = {
    "login": _("User name"),
    "password": _("Password"),
    "oldpassword": _("Your password now"),
    "password1": _("New password"),
    "password2": _("New password once more"),
    "email": _("E-mail address"),
    "code": _("One-time code"),
}
HELP: Final = {
    "password1": _("At least 12 characters; several words are easier to remember than one with signs in it."),
    "code": _("The six digits your app shows now, or one of your recovery codes."),
}


class _Dressed:
    """Gives each field its label, its help and its look."""

    fields: dict[str, Any]
    help = HELP

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS[name]
            field.help_text = self.help.get(name, "")
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs["class"] = "form-input"
            if name == "code":
                field.widget.attrs |= {"inputmode": "numeric", "maxlength": 20}


class _TwiceTheSame:
    """Tells in our words that a new password was not typed the same twice."""

    def add_error(self, field: str | None, error: Any) -> None:
        """Add an error to a field."""
        if field == "password2" and not isinstance(error, ValidationError):
            error = _("The two passwords are not the same.")
        super().add_error(field, error)  # type: ignore[misc]


class LoginForm(_Dressed, account.LoginForm):
    """User name and password."""


class ReauthenticateForm(_Dressed, account.ReauthenticateForm):
    """The password once more, before something that matters."""


class ChangePasswordForm(_Dressed, _TwiceTheSame, account.ChangePasswordForm):
    """A new password, by one who knows the old one."""


class SetPasswordForm(_Dressed, _TwiceTheSame, account.SetPasswordForm):
    """A password for one who is logged in and has none."""


class ResetPasswordKeyForm(_Dressed, _TwiceTheSame, account.ResetPasswordKeyForm):
    """A password, by one who came with a link."""


class ResetPasswordForm(_Dressed, account.ResetPasswordForm):
    """Asks for a link by e-mail. Who has no account gets a mail too, so that answer and time are the same."""

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Send the mail; answer the address."""
        if self.users:
            return str(super().save(request, **kwargs))
        email: str = self.cleaned_data["email"]
        get_adapter(request).send_mail("account/email/unknown_account", email, {})
        return email


class AuthenticateForm(_Dressed, second_factor.AuthenticateForm):
    """The second factor at login."""


class ReauthenticateByCodeForm(_Dressed, second_factor.ReauthenticateForm):
    """The second factor once more, before something that matters."""


class ActivateTOTPForm(_Dressed, totp.ActivateTOTPForm):
    """The first code of an app, which shows that it has the secret."""

    help = {"code": _("The six digits the app shows now.")}
