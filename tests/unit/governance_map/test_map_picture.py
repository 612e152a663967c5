"""The picture: well-formed, self-contained where it stands alone, and the same sizes as it is laid out with."""

import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from tests.factories.registers import register
from tests.unit.governance_map.map_cases import ON, WORDS

from samstyr.print.governance_map import sizes
from samstyr.print.governance_map.building import build
from samstyr.print.governance_map.drawing import Drawing
from samstyr.print.governance_map.layout import lay_out
from samstyr.print.governance_map.legend import signs
from samstyr.print.governance_map.model import MapModel, View
from samstyr.print.governance_map.poster import Poster, poster_pdf, poster_svg
from samstyr.print.governance_map.style import stand_alone_style
from samstyr.print.governance_map.svg import Dressing, svg
from samstyr.print.governance_map.text import width_of, wrapped
from samstyr.rules.register import Register

STYLE = Path(__file__).parents[3] / "src" / "samstyr" / "web" / "static" / "samstyr" / "map.css"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def danish_map(denmark: Register) -> tuple[MapModel, Drawing]:
    model = build(denmark, View(on=ON, region=None), WORDS, {"nbs": 2})
    return model, lay_out(model, WORDS)


def picture_of(drawing: Drawing) -> str:
    return svg(drawing, Dressing("Titel <&>", "Beskrivelse", lambda room: f"/{room}/?a=1&b=2"))


def poster_of(model: MapModel) -> Poster:
    return Poster(
        title="Kort <&>",
        day="1. juli 2017",
        description="Beskrivelse",
        foot="Fod",
        language="da",
        signs=tuple(signs(model, WORDS)),
        style=stand_alone_style(STYLE.read_text(encoding="utf-8"), Path()),
    )


def test_picture_is_well_formed_and_each_room_is_a_link_with_a_name(
    danish_map: tuple[MapModel, Drawing],
) -> None:
    model, drawing = danish_map

    root = ElementTree.fromstring(picture_of(drawing))

    links = list(root.iter(f"{SVG}a"))
    assert sorted(each.attrib["data-room"] for each in links) == sorted(model.rooms)
    assert all(each.attrib["aria-label"] for each in links)


def test_picture_for_a_page_carries_no_style(danish_map: tuple[MapModel, Drawing]) -> None:
    picture = picture_of(danish_map[1])

    assert re.findall(r"<style|\sstyle=|<script|\son\w+=", picture) == []


def test_names_are_escaped() -> None:
    found = register(fora=[{"id": "a", "name": 'A < B & "C" \x1b'}])
    drawing = lay_out(build(found, View(on=ON), WORDS), WORDS)

    (link,) = ElementTree.fromstring(picture_of(drawing)).iter(f"{SVG}a")

    assert link.attrib["aria-label"].startswith('A < B & "C"')


def test_poster_needs_nothing_else(danish_map: tuple[MapModel, Drawing]) -> None:
    model, drawing = danish_map

    made = poster_svg(drawing, poster_of(model), {"fora/nbs": "https://example.org/fora/nbs/"})

    assert ElementTree.fromstring(made).tag == f"{SVG}svg"
    assert "var(" not in made
    assert re.findall(r"https?://[^\"]+", made.replace("http://www.w3.org/2000/svg", "")) == [
        "https://example.org/fora/nbs/"
    ]


def test_paper_is_a_tagged_pdf_of_one_page(danish_map: tuple[MapModel, Drawing]) -> None:
    model, drawing = danish_map

    made = poster_pdf(drawing, poster_of(model), Path("none"))

    with pikepdf.open(io.BytesIO(made)) as paper:
        assert len(paper.pages) == 1
        assert paper.Root.MarkInfo.Marked
        assert str(paper.Root.Lang) == "da"


def test_style_sheet_has_the_sizes_of_the_layout() -> None:
    rules = STYLE.read_text(encoding="utf-8")

    assert set(re.findall(r"\.map-text-name \{ font-size: ([\d.]+)px", rules)) == {f"{sizes.NAME:g}"}
    assert set(re.findall(r"\.map-text-(?:small|label|heading) \{ font-size: ([\d.]+)px", rules)) == {
        f"{sizes.SMALL:g}"
    }


def test_every_party_kind_has_a_colour_in_light_and_dark() -> None:
    rules = STYLE.read_text(encoding="utf-8")

    for kind in (
        "state",
        "region",
        "municipality",
        "practice",
        "association",
        "joint",
        "supplier",
        "unknown",
    ):
        assert len(re.findall(rf"--map-{kind}: #", rules)) == 2
        assert f".map-party-{kind} {{ fill: var(--map-{kind}); }}" in rules


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Sundhedskoordinationsudvalget", ("Sundheds-", "koordinations-", "udvalget")),
        ("Overenskomstforhandlingerne", ("Overenskomst-", "forhandlingerne")),
        ("MedComs styregruppe", ("MedComs", "styregruppe")),
        ("", ("",)),
    ],
)
def test_long_compounds_are_broken_where_a_reader_would(text: str, lines: tuple[str, ...]) -> None:
    assert wrapped(text, 118, 15) == lines


@pytest.mark.parametrize("text", ["W" * 90, "統制委員会" * 9, "ååååååååååå" * 5, "a b" * 40])
def test_no_line_is_wider_than_its_room(text: str) -> None:
    assert all(width_of(line, 15) <= 118 for line in wrapped(text, 118, 15))


def test_too_many_lines_end_in_dots() -> None:
    assert wrapped("en to tre fire fem seks syv otte", 30, 15, most=2)[-1].endswith("…")
