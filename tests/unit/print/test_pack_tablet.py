"""The pack as a page to take along: whole by itself, attachments beside it, nothing hidden in it."""

from dataclasses import replace
from urllib.parse import unquote

from bs4 import BeautifulSoup
from tests.unit.print.pack_cases import HIDDEN, item_with, pack, pdf_attachment

from samstyr.print.pack.content import Pack, PackItem
from samstyr.print.pack.tablet import PAGE, tablet_files


def page(content: Pack) -> BeautifulSoup:
    return BeautifulSoup(tablet_files(content)[PAGE], "html.parser")


def test_page_leads_to_each_item_and_to_files_that_are_there() -> None:
    one, two = pdf_attachment("Bilag 1.1", b"%PDF-a"), pdf_attachment("Bilag 1.2", b"%PDF-b", "Nr. 2 & 3")
    files = tablet_files(pack(item_with(one, two), PackItem("2.", "Næste")))

    shown = BeautifulSoup(files[PAGE], "html.parser")

    assert [unquote(link["href"]) for link in shown.select(".attachments a")] == list(files)[1:]
    assert [each for name, each in files.items() if name != PAGE] == [b"%PDF-a", b"%PDF-b"]
    assert [link["href"] for link in shown.select("nav a")] == [
        f"#{each['id']}" for each in shown.select("article")
    ]
    assert shown.html["lang"] == "da"
    assert shown.select("link, script, img, iframe") == []


def test_reason_for_going_on_outside_the_mandate_stands_on_the_page() -> None:
    shown = page(pack(PackItem("1.", "Sag", overrides=("Intet mandat. Begrundelse: det haster",))))

    said = [each.get_text() for each in shown.select("p.quiet")]
    assert "Uden for kompetencen: Intet mandat. Begrundelse: det haster" in said


def test_names_can_not_lead_out_of_the_folder_nor_meet() -> None:
    named = [
        replace(pdf_attachment("Bilag 1.1", b"%PDF-a"), filename=name)
        for name in ("../../ud.pdf", "x/y?.pdf", "X-Y-.pdf", "..", "\0.pdf", "a" * 400 + ".pdf")
    ]

    names = list(tablet_files(pack(item_with(*named))))[1:]

    assert {name.count("/") for name in names} == {1}
    assert [name for name in names if ".." in name or "\0" in name or len(name) > 140] == []
    assert len({name.casefold() for name in names}) == len(named)


def test_attachment_without_content_is_named_and_leads_nowhere() -> None:
    named_only = replace(pdf_attachment("Bilag 1.1", b""), content=None, url="/bilag/1")

    files = tablet_files(pack(item_with(named_only)))

    shown = BeautifulSoup(files[PAGE], "html.parser")
    assert (list(files), shown.select(".attachments a")) == ([PAGE], [])
    assert "Bilag 1.1: Eksempelbilag" in shown.select_one(".attachments").get_text()


def test_closed_item_that_may_not_be_seen_leaks_nothing() -> None:
    files = tablet_files(pack(item_with(), HIDDEN))

    assert list(files) == [PAGE]
    assert "hemmelig" not in files[PAGE].decode().lower()
    assert page(pack(HIDDEN)).select_one("article h2").get_text() == "3. Lukket punkt"


def test_markup_and_half_characters_in_a_text_do_no_harm() -> None:
    shown = page(pack(PackItem("1.", "<b>x</b>\ud800", background="<script>y</script>")))

    assert shown.select("article b, script") == []
    assert "<script>y</script>" in shown.get_text()
