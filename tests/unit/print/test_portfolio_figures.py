"""Drawings of portfolios: where things stand, what is a shape as well as a colour, and that words are escaped."""

import re
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from samstyr.print.portfolio.bubble import Bubble, BubbleFigure, bubble_svg
from samstyr.print.portfolio.roadmap import (
    Roadmap,
    RoadmapMark,
    RoadmapMilestone,
    RoadmapRow,
    roadmap_svg,
)
from samstyr.rules.portfolio.lights import Light

SVG = "{http://www.w3.org/2000/svg}"
TODAY = date(2017, 7, 1)


def milestone(key: str, day: date, *earlier: date) -> RoadmapMilestone:
    return RoadmapMilestone(key, f"Milepæl {key}", day, earlier, reached=False)


def row(*milestones: RoadmapMilestone, light: Light = Light.GREEN) -> RoadmapRow:
    return RoadmapRow("Prøve & co", light, "grøn", date(2017, 1, 1), date(2018, 12, 31), milestones, ())


def drawn(
    *rows: RoadmapRow,
    links: tuple[tuple[str, str], ...] = (),
    period: tuple[date | None, date | None] = (None, None),
) -> ElementTree.Element:
    meetings = (RoadmapMark(date(2017, 10, 4), "Møde"),)
    return ElementTree.fromstring(
        roadmap_svg(
            Roadmap("Tidslinje", "Beskrivelse", TODAY, "1. juli 2017", rows, meetings, links, *period)
        )
    )


def middle(element: ElementTree.Element) -> float:
    places = [float(place) for place in re.findall(r"([\d.]+),", element.attrib["points"])]
    return (min(places) + max(places)) / 2


def of(figure: ElementTree.Element, css: str) -> list[ElementTree.Element]:
    return [each for each in figure.iter() if each.attrib.get("class") == css]


def test_days_lie_in_order_along_the_width() -> None:
    figure = drawn(row(*(milestone(str(month), date(2018, month, 1)) for month in range(1, 13))))

    places = [middle(each) for each in of(figure, "roadmap-milestone")]

    assert len(places) == 12
    assert places == sorted(places)
    assert max(places) < float(figure.attrib["width"])


def test_moved_milestone_shows_where_it_was_and_how_far_it_moved() -> None:
    figure = drawn(row(milestone("a", date(2018, 3, 1), date(2017, 9, 1))))

    (slip,) = of(figure, "roadmap-slip")
    (now,), (before,) = of(figure, "roadmap-milestone"), of(figure, "roadmap-earlier")

    assert float(slip.attrib["x1"]) == pytest.approx(middle(before), abs=0.2)
    assert float(slip.attrib["x2"]) == pytest.approx(middle(now), abs=0.2)
    assert middle(before) < middle(now)


def test_every_date_that_was_agreed_is_drawn() -> None:
    figure = drawn(row(milestone("a", date(2018, 3, 1), date(2017, 9, 1), date(2018, 6, 1))))

    (slip,) = of(figure, "roadmap-slip")
    before = [middle(each) for each in of(figure, "roadmap-earlier")]

    assert (len(before), before) == (2, sorted(before))
    assert [float(slip.attrib[each]) for each in ("x1", "x2")] == pytest.approx(before, abs=0.2)


def test_only_what_lies_in_the_chosen_period_is_drawn() -> None:
    rows = (row(milestone("a", date(2017, 9, 1), date(2016, 5, 1))), row(milestone("b", date(2019, 3, 1))))

    figure = drawn(*rows, links=(("a", "b"),), period=(date(2017, 9, 1), date(2018, 2, 1)))
    past = drawn(*rows, period=(date(2015, 1, 1), date(2015, 12, 31)))

    assert (len(of(figure, "roadmap-milestone")), of(figure, "roadmap-earlier")) == (1, [])
    assert [float(each.attrib["x1"]) for each in of(figure, "roadmap-slip")] == [340.0]
    assert (of(figure, "roadmap-link"), len(of(figure, "roadmap-today"))) == (
        [],
        1,
    )  # the quarter is drawn whole
    assert (of(past, "roadmap-bar"), of(past, "roadmap-today"), of(past, "roadmap-milestone")) == ([], [], [])


@pytest.mark.parametrize("period", [(date(2030, 1, 1), None), (None, date(1990, 1, 1))])
def test_half_a_period_far_from_everything_is_still_a_drawing(
    period: tuple[date | None, date | None],
) -> None:
    assert len(of(drawn(row(milestone("a", TODAY)), period=period), "roadmap-row")) == 1


def test_milestone_that_never_moved_has_no_other_place() -> None:
    figure = drawn(row(milestone("a", date(2018, 3, 1)), milestone("b", date(2018, 5, 1), date(2018, 5, 1))))

    assert (of(figure, "roadmap-slip"), of(figure, "roadmap-earlier")) == ([], [])


def test_arrow_goes_from_what_is_waited_for_and_only_between_what_is_drawn() -> None:
    rows = (row(milestone("a", date(2017, 9, 1))), row(milestone("b", date(2018, 3, 1))))

    figure = drawn(*rows, links=(("a", "b"), ("a", "elsewhere")))

    (link,) = of(figure, "roadmap-link")
    start = float(re.findall(r"M([\d.]+)", link.attrib["d"])[0])
    assert start == pytest.approx(middle(of(figure, "roadmap-milestone")[0]) + 7, abs=0.2)


@pytest.mark.parametrize(
    ("light", "shape"),
    [(Light.GREEN, "circle"), (Light.YELLOW, "polygon"), (Light.RED, "rect"), (Light.NONE, "circle")],
)
def test_light_is_a_shape_as_well_as_a_colour(light: Light, shape: str) -> None:
    (sign,) = of(drawn(row(light=light)), f"figure-light {light.value}")

    assert sign.tag == f"{SVG}{shape}"


def test_roadmap_of_nothing_is_an_empty_drawing_with_today() -> None:
    assert len(of(drawn(), "roadmap-today")) == 1


def bubbles(*found: Bubble) -> ElementTree.Element:
    figure = BubbleFigure("Pris og risiko", "Beskrivelse", "mio. kr.", ("Grøn", "Gul", "Rød"), found)
    return ElementTree.fromstring(bubble_svg(figure))


def place(figure: ElementTree.Element, name: str) -> tuple[float, float]:
    (label,) = [each for each in figure.iter(f"{SVG}text") if each.text == name]
    return float(label.attrib["x"]), float(label.attrib["y"])


def test_higher_risk_lies_higher_and_higher_cost_to_the_right() -> None:
    figure = bubbles(
        Bubble("A", Decimal(1), Light.GREEN, Light.GREEN), Bubble("B", Decimal(40), Light.RED, Light.RED)
    )

    (ax, ay), (bx, by) = place(figure, "A"), place(figure, "B")

    assert ax < bx
    assert by < ay


def test_bubbles_on_one_place_stand_beside_each_other() -> None:
    figure = bubbles(*(Bubble(name, Decimal(10), Light.RED, Light.RED) for name in "ABC"))

    assert len({place(figure, name)[1] for name in "ABC"}) == 3


@pytest.mark.parametrize("most", ["0", "0.4", "3", "19.99", "100", "101", "12345"])
def test_axis_reaches_the_highest_cost_with_few_marks(most: str) -> None:
    figure = bubbles(Bubble("A", Decimal(most), Light.RED, Light.RED))

    marks = [int(each.text or "") for each in of(figure, "bubble-tick")]

    assert marks[-1] >= Decimal(most)
    assert 2 <= len(marks) <= 6


def test_risk_without_a_light_is_left_to_the_table() -> None:
    figure = bubbles(Bubble("A", Decimal(1), Light.NONE, Light.GREEN))

    assert [each for each in figure.iter(f"{SVG}text") if each.text == "A"] == []
