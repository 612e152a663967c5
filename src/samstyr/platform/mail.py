"""Where mail goes: `SAMSTYR_SMTP` names the server; without it nothing is sent and nothing offers to."""

from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from samstyr.platform.errors import InputError

SMTP: Final = "django.core.mail.backends.smtp.EmailBackend"
NOWHERE: Final = "django.core.mail.backends.dummy.EmailBackend"
PORTS: Final = {"smtp": 587, "smtps": 465}


class MailServer(NamedTuple):
    """A mail server, as Django's settings name its parts."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


def mail_settings(address: str) -> tuple[str, MailServer]:
    """Answer Django's mail backend and the server for `smtp://user:password@host:port` (STARTTLS) or `smtps://…`.

    Raises InputError where the address is neither; without one mail goes nowhere.
    """
    if not address:
        return NOWHERE, MailServer()
    problem = InputError("SAMSTYR_SMTP: can't be read (expected smtp://user:password@host:port or smtps://…)")
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as cause:
        raise problem from cause
    if parts.scheme not in PORTS or not parts.hostname:
        raise problem
    return SMTP, MailServer(
        host=parts.hostname,
        port=port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        starttls=parts.scheme == "smtp",
        tls=parts.scheme == "smtps",
    )
