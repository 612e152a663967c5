"""The page of the map, and the map as a file."""

import re

import pytest
from django.test import Client

from samstyr.rules.register import Register

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor(danish_register: Register, client: Client) -> Client:
    """A client of pages that show the Danish register."""
    return client


def rooms_of(text: str) -> set[str]:
    return set(re.findall(r'data-room="fora/([^"]+)"', text))


def test_national_figure_is_shown_first(visitor: Client) -> None:
    text = visitor.get("/kort/").content.decode()

    assert {"nbs", "medcom-sg"} <= rooms_of(text)
    assert "sku" not in rooms_of(text)
    assert 'href="/fora/nbs/"' in text


def test_figure_of_a_region_has_its_name(visitor: Client) -> None:
    text = visitor.get("/kort/", {"figure": "region-midtjylland"}).content.decode()

    assert "Region Midtjylland</a>" in text
    assert {"sku", "ssg", "regionsraad-midt"} <= rooms_of(text)
    assert "nbs" not in rooms_of(text)


def test_acts_filter_what_is_drawn(visitor: Client) -> None:
    text = visitor.get("/kort/", {"act": ["escalate"]}).content.decode()

    assert rooms_of(text) == {"medcom-sg", "nbs"}


def test_month_of_the_slider_is_a_day(visitor: Client) -> None:
    response = visitor.get("/kort/", {"use": "month", "month": "0", "on": "2017-06-28"})

    assert response.context["on"] == response.context["months"].first


def test_changes_between_two_days_are_told_in_words(visitor: Client) -> None:
    text = visitor.get("/kort/", {"on": "2017-07-01", "before": "2017-06-01"}).content.decode()

    assert 'class="map-room map-forum map-new" data-room="fora/strategi-sg"' in text
    assert '<ul class="map-changes">' in text


@pytest.mark.parametrize(
    "query", ["figure=x", "act=x", "subject=x", "party=x", "on=x", "before=x", "use=month&month=x"]
)
def test_what_the_register_does_not_have_is_refused(visitor: Client, query: str) -> None:
    assert visitor.get(f"/kort/?{query}").status_code == 400


def test_map_without_any_forum_says_so(db: None, client: Client) -> None:
    response = client.get("/kort/")

    assert response.status_code == 200
    assert "<svg xmlns" not in response.content.decode()


def test_map_as_a_picture_stands_alone(visitor: Client) -> None:
    response = visitor.get("/kort/kort.svg", {"figure": "all"})

    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert "<style>" in response.content.decode()


def test_map_on_paper_is_a_pdf(visitor: Client) -> None:
    response = visitor.get("/kort/kort.pdf")

    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")


def test_drawing_carries_neither_style_nor_script(visitor: Client) -> None:
    text = visitor.get("/kort/").content.decode()

    assert re.findall(r"<style|\sstyle=|<script(?! src=)|\son\w+=", text) == []
