"""Web pages: the document is found inside menus and notices, and its words come as a person sees them."""

import pytest

from samstyr.exchange.html_text import text_of_html

MINUTES = (
    "<h1>Referat af møde i digitaliseringsudvalget</h1><p>"
    + "Udvalget drøftede planen for året. " * 12
    + "</p>"
)
MENU = "<ul class='main-menu'><li>Forside</li><li>Selvbetjening</li></ul>"


def lines(html: str, encoding: str = "utf-8") -> list[str]:
    return [line for line in text_of_html(html.encode(encoding)).splitlines() if line]


@pytest.mark.parametrize(
    "page",
    [
        f"<header>Eksempel Kommune</header>{MENU}<main>{MINUTES}</main><footer>Ring til os</footer>",
        f"<nav>Forside</nav><div role='main'>{MINUTES}</div><div id='cookie-banner'>Vi bruger cookies</div>",
        f"{MENU}<main><article>{MINUTES}</article><p>Del siden</p></main>",
        f"<div class='breadcrumbs'>Forside / Referater</div><div class='content'>{MINUTES}</div>{MENU}",
        f"<aside>Nyheder</aside>{MINUTES}<div role='contentinfo'>CVR 12345678</div>",
    ],
)
def test_document_is_found_inside_menus_and_notices(page: str) -> None:
    assert lines(f"<!doctype html><body>{page}") == lines(MINUTES)


def test_header_inside_the_document_belongs_to_it() -> None:
    page = f"<main><article><header>Møde 4. maj 2020</header>{MINUTES}</article></main>"

    assert lines(page)[0] == "Møde 4. maj 2020"


def test_document_is_kept_whatever_its_part_is_called() -> None:
    page = f"<div class='social-og-sundhedsudvalget sidebar-menu'>{MINUTES}</div><p>Til toppen</p>"

    assert lines(page)[0] == "Referat af møde i digitaliseringsudvalget"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Vores næst<strong>for</strong>mand</p>", ["Vores næstformand"]),
        ("<p>Til stede: Ane<br>Afbud: Bo</p>", ["Til stede: Ane", "Afbud: Bo"]),
        ("<p>&lt;strong&gt;19.&lt;/strong&gt; Orientering</p>", ["19. Orientering"]),
        ("<p>Beslutning&lt;br /&gt;Godkendt</p>", ["Beslutning", "Godkendt"]),
        ("<p>M&oslash;de &amp;aring;r &#230;</p>", ["Møde år æ"]),
        ("<p>sam\u00adarbejde\u200b</p>", ["samarbejde"]),
        ("<p>5 &lt; 7 og 9 &gt; 3</p>", ["5 < 7 og 9 > 3"]),
    ],
)
def test_words_come_as_they_are_seen(html: str, expected: list[str]) -> None:
    assert lines(html) == expected


def test_cells_of_a_row_stay_columns_also_with_paragraphs_in_them() -> None:
    table = "<table><tr><th>Navn</th><th>Hvem</th></tr><tr><td><p>Ane Eksempel</p></td><td><p>KL</p></td></tr></table>"

    assert lines(table) == ["Navn\tHvem", "Ane Eksempel\tKL"]


def test_cells_with_several_lines_come_one_by_one() -> None:
    table = "<table><tr><td><p>1. Velkomst</p><p>Godkendt</p></td><td>Bilag</td></tr></table><p>Slut</p>"

    assert lines(table) == ["1. Velkomst", "Godkendt", "Bilag", "Slut"]


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("", "utf-8"),
        ("", "cp1252"),
        ("utf-8", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("iso-8859-1", "iso-8859-1"),
        ("windows-1252", "cp1252"),
        ("", "utf-16"),
    ],
)
def test_letters_are_read_in_old_encodings_and_where_the_page_is_wrong(said: str, encoding: str) -> None:
    head = f"<meta charset='{said}'>" if said else ""

    assert lines(f"<!doctype html><html><head>{head}</head><body><p>Møde på Ærø", encoding) == ["Møde på Ærø"]


def test_page_nested_deeper_than_calls_is_read() -> None:
    assert lines("<div>" * 5_000 + "Referat") == ["Referat"]
