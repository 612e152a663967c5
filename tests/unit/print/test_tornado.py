"""The tornado: where its bars stand, how the ends differ, and that words are escaped."""

from decimal import Decimal
from xml.etree import ElementTree

from samstyr.print.portfolio.tornado import TornadoBar, TornadoFigure, tornado_svg

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*bars: TornadoBar, middle: str = "3") -> ElementTree.Element:
    figure = TornadoFigure(
        "Titel", "Beskrivelse", Decimal(middle), "3,00", "20 % lavere", "20 % højere", bars
    )
    return ElementTree.fromstring(tornado_svg(figure))


def bar(name: str, lowered: int, raised: int) -> TornadoBar:
    return TornadoBar(name, Decimal(lowered), Decimal(raised), str(lowered), str(raised))


def rects(svg: ElementTree.Element, css: str) -> list[tuple[float, float]]:
    """The left and right ends of the bars of a class; the key comes last and is left out."""
    found = [each for each in svg.iter(f"{SVG}rect") if each.get("class") == css]
    return [
        (float(each.get("x", "")), float(each.get("x", "")) + float(each.get("width", "")))
        for each in found[:-1]
    ]


def test_ends_stand_on_either_side_of_the_plan_and_the_widest_is_widest() -> None:
    svg = drawn(bar("Gevinst", -1, 7), bar("Investering", 5, 1))
    middle = next(
        float(each.get("x1", "")) for each in svg.iter(f"{SVG}line") if each.get("class") == "tornado-middle"
    )

    lowered, raised = rects(svg, "tornado-lowered"), rects(svg, "tornado-raised")

    assert [right for _left, right in (lowered[0], raised[1])] == [middle, middle]
    assert [left for left, _right in (raised[0], lowered[1])] == [middle, middle]
    assert lowered[0][0] < raised[1][0]


def test_values_stand_at_both_ends_and_nothing_is_styled_inside() -> None:
    source = ElementTree.tostring(drawn(bar("Gevinst", -1, 7)), encoding="unicode")
    texts = [each.text for each in drawn(bar("Gevinst", -1, 7)).iter(f"{SVG}text")]

    assert texts == ["Gevinst", "-1", "7", "3,00", "20 % lavere", "20 % højere"]
    assert "style" not in source
    assert "fill" not in source


def test_words_are_escaped_and_a_case_that_hangs_on_nothing_is_drawn() -> None:
    svg = drawn(bar("<b>&", 3, 3))

    assert next(svg.iter(f"{SVG}text")).text == "<b>&"
