"""Search finds what a Danish person means: inflected, unfinished, spelled another way."""

import pytest

from samstyr.documents.queries import found_by
from samstyr.documents.services import FoundBy, make_findable

pytestmark = pytest.mark.django_db


def titles(text: str) -> list[str]:
    return [entry.title for entry in found_by(text)]


@pytest.fixture(autouse=True)
def entries() -> None:
    make_findable(
        found=[
            FoundBy("organisations", "aarhus", "Aarhus Kommune"),
            FoundBy("systems", "boern", "Forældres adgang til egne børns data"),
            FoundBy("fora", "nbs", "Den nationale bestyrelse for sundheds-it", words="bestyrelsen"),
            FoundBy("subjects", "risk", "Fælles risikobillede"),
            FoundBy("subjects", "wp", "MedComs arbejdsprogram og budget"),
        ]
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Århus", "Aarhus Kommune"),
        ("arhus", "Aarhus Kommune"),
        ("barn", "Forældres adgang til egne børns data"),
        ("bestyrelser", "Den nationale bestyrelse for sundheds-it"),
        ("nationale bestyr", "Den nationale bestyrelse for sundheds-it"),
        ("arbejdsprogrammer", "MedComs arbejdsprogram og budget"),
        ("risikobil", "Fælles risikobillede"),
        ("program", "MedComs arbejdsprogram og budget"),
    ],
)
def test_search_finds(text: str, title: str) -> None:
    assert titles(text)[:1] == [title]


@pytest.mark.parametrize("text", ["", "   ", "'", "\\", "a & | !", "\x00", "(((", "'); DROP TABLE x; --"])
def test_search_takes_any_text(text: str) -> None:
    assert isinstance(titles(text), list)


def test_search_for_nonsense_finds_nothing() -> None:
    assert titles("qxzwv") == []


def test_exact_name_comes_first() -> None:
    make_findable(found=[FoundBy("organisations", "kl", "KL"), FoundBy("fora", "klx", "KL's direktion")])

    assert titles("kl")[0] == "KL"


def test_thing_made_findable_again_is_found_by_its_new_name() -> None:
    make_findable(found=[FoundBy("organisations", "aarhus", "Smilets By")])

    assert titles("smilets") == ["Smilets By"]
    assert "Aarhus Kommune" not in titles("aarhus")
