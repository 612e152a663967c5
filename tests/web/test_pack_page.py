"""The pack as a page: the same content as in the PDF, and nothing of what its reader may not see."""

import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation
from tests.factories.people import DAY
from tests.unit.print.pack_cases import HIDDEN, item_with, pack, pdf_attachment

from samstyr.print.pack.content import Document, Pack, PackAction, PackDecision, PackItem, PackStatement


@pytest.fixture
def request_of_page() -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    request.today = DAY
    return request


def page(content: Pack, request: HttpRequest, language: str = "da") -> BeautifulSoup:
    with translation.override(language):
        return BeautifulSoup(render_to_string("pack/pack.html", {"pack": content}, request), "html.parser")


def words(found: object) -> list[str]:
    return [re.sub(r"\s+", " ", each.get_text(" ")).strip() for each in found]


@pytest.mark.django_db
def test_contents_lead_to_items_and_items_to_their_neighbours(request_of_page: HttpRequest) -> None:
    items = (item_with(), PackItem("1.1", "Del", level=1), PackItem("2.", "Anden", section="Rollen"))

    shown = page(pack(*items), request_of_page)

    assert words(shown.select(".pack-contents li")) == ["1. Eksempelsag (B)", "1.1 Del", "Rollen", "2. Anden"]
    assert [link["href"] for link in shown.select(".pack-contents a")] == [
        f"#{each['id']}" for each in shown.select("article")
    ]
    assert [[link["href"] for link in each.select("a")] for each in shown.select(".pack-steps")] == [
        ["#pack-top", "#punkt-1.1"],
        ["#punkt-1", "#pack-top", "#punkt-2"],
        ["#punkt-1.1", "#pack-top"],
    ]
    ids = [each["id"] for each in shown.select("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.django_db
def test_closed_item_that_may_not_be_seen_leaks_nothing(request_of_page: HttpRequest) -> None:
    shown = page(pack(item_with(), HIDDEN), request_of_page)

    assert words(shown.select("article h2"))[1] == "3. Lukket punkt"
    assert "hemmelig" not in str(shown).lower()


@pytest.mark.django_db
def test_attachments_are_links_where_they_have_an_address(request_of_page: HttpRequest) -> None:
    first = pdf_attachment("Bilag 1.1", b"", "Rapport")
    items = item_with(replace(first, url="/bilag/1"), pdf_attachment("Bilag 1.2", b"", "Uden"))

    shown = page(pack(items), request_of_page)

    assert [(link["href"], link.span.get_text()) for link in shown.select(".pack-attachments a")] == [
        ("/bilag/1", "Bilag 1.1: Rapport")
    ]
    assert words(shown.select(".pack-attachments li"))[1] == "Bilag 1.2: Uden bilag-1.2.pdf"


@pytest.mark.django_db
def test_decisions_stand_below_their_clauses(request_of_page: HttpRequest) -> None:
    item = PackItem(
        "1.",
        "Sag",
        recommendation=("at et", "at to"),
        decisions=(PackDecision("godkendt", "Ord.", 1), PackDecision("udsat")),
        remarks=(PackStatement("Part", "mener"),),
        actions=(PackAction("Skrive", ("Anna",), DAY),),
        text="Referatets ord",
    )

    shown = page(pack(item, document=Document.MINUTES), request_of_page)

    assert words(shown.select(".pack-clauses li")) == ["at et Beslutning: Godkendt Ord.", "at to"]
    assert words(shown.select(".decision")) == ["Beslutning: Godkendt Ord.", "Beslutning: Udsat"]
    assert words(shown.select("article h3")) == ["Indstilling", "Referat", "Bemærkninger", "Opfølgning"]


@pytest.mark.django_db
def test_proposal_is_never_shown_as_a_decision(request_of_page: HttpRequest) -> None:
    shown = page(pack(item_with()), request_of_page)

    assert words(shown.select("article h3")) == ["Indstilling", "Baggrund"]
    assert shown.select(".decision") == []


@pytest.mark.django_db
def test_added_and_changed_items_say_so(request_of_page: HttpRequest) -> None:
    item = PackItem("1.", "Sag", closed=True, supplementary=True, changed_note="1. maj")

    assert words(page(pack(item), request_of_page).select("article .tag-word")) == [
        "Lukket punkt",
        "Tillægsdagsorden",
        "Ændret efter udsendelse: 1. maj",
    ]


@pytest.mark.django_db
def test_texts_of_the_record_are_danish_in_an_english_page(request_of_page: HttpRequest) -> None:
    shown = page(pack(item_with()), request_of_page, "en")

    assert shown.html["lang"] == "en"
    assert [each["lang"] for each in shown.select("h1 span[lang], article h2 span[lang], .pack-text")] == [
        "da"
    ] * 3
    assert words(shown.select("article h3")) == ["Recommendation", "Background"]


@pytest.mark.django_db
@pytest.mark.parametrize("document", Document)
def test_page_without_items_says_so(document: Document, request_of_page: HttpRequest) -> None:
    shown = page(Pack("Eksempelbestyrelsen", None, document=document), request_of_page)

    assert words(shown.select(".pack-contents li")) == ["Der er ingen punkter på dagsordenen."]


@pytest.mark.django_db
def test_markup_in_a_text_is_shown_as_it_is(request_of_page: HttpRequest) -> None:
    shown = page(pack(PackItem("1.", "<b>x</b>", background="<script>y</script>")), request_of_page)

    assert (shown.select("article b, article script"), words(shown.select(".pack-text"))) == (
        [],
        ["<script>y</script>"],
    )
