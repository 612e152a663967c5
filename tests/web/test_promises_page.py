"""What was promised and what came of it: both ways, on any day, as a page and as files; queries do not grow."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.portfolio import kept_promises, promise, reported

pytestmark = pytest.mark.usefixtures("danish_register")
PAGE = reverse("promises", args=["oa-2018"])


@pytest.fixture
def client() -> Client:
    client = Client()
    client.cookies["django_language"] = "en"
    return client


def words(client: Client, address: str, **query: str) -> str:
    page = client.get(address, query).content.decode().split("<main", 1)[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_page_leads_from_a_promise_to_its_light_and_the_item_that_decided(client: Client) -> None:
    resolution = kept_promises()

    page, text = client.get(PAGE).content.decode(), words(client, PAGE)

    assert "Styrket data- og informationssikkerhed yellow Eksempel: en del mangler" in text
    assert "Den nationale bestyrelse for sundheds-it : red Eksempel: forummets syn" in text
    assert f'href="{reverse("item", args=[resolution.item_id])}"' in page
    assert "2 Eksempel på løfte 2 Eksempeldata. No initiative" in text


def test_page_is_seen_on_a_day(client: Client) -> None:
    kept_promises()

    before, after = (words(client, PAGE, on=day) for day in ("2017-05-01", "2017-07-01"))

    assert ("no report" in before, "no report" in after) == (True, False)
    assert ("item 3" in before, "item 3" in after) == (False, True)


def test_agreement_and_initiative_lead_to_the_page(client: Client) -> None:
    promise("1", "oa18-strategi")

    for name, key in (("instrument", "oa-2018"), ("initiative", "oa18-strategi")):
        assert f'href="{PAGE}"' in client.get(reverse(name, args=[key])).content.decode()
    bare = client.get(reverse("instrument", args=["oa-2015"])).content.decode()
    assert reverse("promises", args=["oa-2015"]) not in bare


def test_agreement_without_promises_and_one_that_is_not_there(client: Client) -> None:
    assert "No promises of this agreement are recorded." in words(client, PAGE)
    assert client.get(reverse("promises", args=["findes-ikke"])).status_code == 404
    assert client.get(reverse("promises-file", args=["findes-ikke", "pdf"])).status_code == 404
    assert client.get(reverse("promises-file", args=["oa-2018", "exe"])).status_code == 404


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_same_as_a_file_named_by_its_day(client: Client, form: str, begins: bytes) -> None:
    kept_promises()

    answer = client.get(reverse("promises-file", args=["oa-2018", form]), {"on": "2017-06-28"})

    assert answer.content.startswith(begins)
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="opfoelgning-oa-2018-2017-06-28.{form}"'
    )


@pytest.mark.parametrize("address", [PAGE, reverse("promises-file", args=["oa-2018", "docx"])])
def test_number_of_queries_does_not_grow(client: Client, address: str) -> None:
    def asked() -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    kept_promises()
    few = asked()
    for number, key in enumerate(("oa18-strategi", "praksys", "fmk", "medcom-standarder"), 3):
        promise(str(number), key, "oa18-sikkerhed")
        reported(key)

    assert asked() == few


def test_many_promises_stand_on_pages() -> None:
    for number in range(60):
        promise(str(number))

    shown = [
        Client()
        .get(PAGE, {"on": "2017-07-01", "page": page})
        .content.decode()
        .count("<section aria-labelledby")
        for page in ("1", "2")
    ]

    assert shown == [50, 10]
