"""Where mail goes is read from one variable."""

import pytest

from samstyr.platform.errors import InputError
from samstyr.platform.mail import NOWHERE, SMTP, MailServer, mail_settings


def test_without_a_server_mail_goes_nowhere() -> None:
    assert mail_settings("") == (NOWHERE, MailServer())


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("smtp://mail.example", MailServer("mail.example", 587, starttls=True)),
        ("smtps://a:b%40c@mail.example", MailServer("mail.example", 465, "a", "b@c", tls=True)),
        ("smtp://mail.example:2525", MailServer("mail.example", 2525, starttls=True)),
    ],
)
def test_server_is_read_from_its_address(address: str, expected: MailServer) -> None:
    assert mail_settings(address) == (SMTP, expected)


@pytest.mark.parametrize("address", ["mail.example", "http://mail.example", "smtp://", "smtp://mail:port"])
def test_address_of_no_mail_server_is_told(address: str) -> None:
    with pytest.raises(InputError, match="SAMSTYR_SMTP"):
        mail_settings(address)
