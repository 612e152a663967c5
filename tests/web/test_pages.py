"""Every page answers, in both languages, with the status it should have."""

import pytest
from django.test import Client

from samstyr.meetings.models import Meeting

PUBLIC = [
    "/",
    "/kort/",
    "/fora/",
    "/fora/nbs/",
    "/parter/",
    "/parter/almen-praksis/",
    "/organisationer/kl/",
    "/emner/",
    "/emner/medcom.work-programme/",
    "/hjemmel/",
    "/hjemmel/oa-2015/",
    "/systemer/",
    "/systemer/nsp-net/",
    "/fund/",
    "/moeder/",
    "/import/",
    "/soeg/?q=medcom",
    "/log-ind/",
]


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.parametrize("language", ["da", "en"])
def test_public_page_answers(example_meeting: Meeting, client: Client, address: str, language: str) -> None:
    client.cookies["django_language"] = language

    response = client.get(address)

    assert response.status_code == 200
    assert response.headers["Content-Language"] == language


@pytest.mark.parametrize("address", ["/fora/x/", "/emner/x/", "/moeder/999/", "/import/999/x", "/intet"])
def test_unknown_address_is_404(danish_register: object, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_bad_date_is_told_with_400(danish_register: object, client: Client) -> None:
    response = client.get("/fora/?on=i-morgen")

    assert response.status_code == 400
    assert "i-morgen" in response.content.decode()
