"""The slip chart: days and dates lie where they belong, lines differ by more than colour, words are escaped."""

from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from samstyr.print.portfolio.slip import BETWEEN_NAMES, LOOKS, SlipChart, SlipLine, SlipPoint, slip_svg

TODAY = date(2017, 7, 1)


def slipped(number: int, *dates: tuple[date, date], reached_on: date | None = None) -> SlipLine:
    found = tuple(SlipPoint(on, day, f"{on} {day}") for on, day in dates)
    return SlipLine(number, f"Pilot & drift {number}", found, reached_on)


def drawn(*lines: SlipLine) -> ElementTree.Element:
    chart = SlipChart("Titel", "Beskrivelse", "sat", "dato", "nået", TODAY, "1. juli 2017", lines)
    return ElementTree.fromstring(slip_svg(chart))


def of(figure: ElementTree.Element, css: str) -> list[ElementTree.Element]:
    return [each for each in figure.iter() if each.attrib.get("class", "").startswith(css)]


def places(element: ElementTree.Element) -> list[tuple[float, float]]:
    pairs = [each.split(",") for each in element.attrib["points"].split()]
    return [(float(x), float(y)) for x, y in pairs]


def test_slip_climbs_and_a_kept_date_runs_level() -> None:
    figure = drawn(
        slipped(1, (date(2017, 1, 1), date(2017, 9, 1)), (date(2017, 4, 1), date(2017, 12, 1))),
        slipped(2, (date(2017, 1, 1), date(2018, 3, 1))),
    )

    late, kept = (places(each) for each in of(figure, "slip-line"))

    assert [x for x, _y in late] == sorted(x for x, _y in late)
    assert late[0][1] > late[1][1] == late[2][1]  # up is later
    assert kept[0][1] == kept[1][1]
    assert late[-1][0] == kept[-1][0]  # both are known up to today


def test_reached_milestone_ends_on_the_slanting_line() -> None:
    day = date(2017, 6, 1)
    figure = drawn(slipped(1, (date(2017, 1, 1), date(2017, 5, 1)), reached_on=day))

    (diagonal,) = of(figure, "slip-diagonal")
    (reached,) = of(figure, "slip-reached")
    x1, y1, x2, y2 = (float(diagonal.attrib[each]) for each in ("x1", "y1", "x2", "y2"))
    x, y = float(reached.attrib["cx"]), float(reached.attrib["cy"])

    assert (y - y1) / (y2 - y1) == pytest.approx((x - x1) / (x2 - x1), abs=0.01)


def test_lines_beside_each_other_differ_by_shape_and_number() -> None:
    figure = drawn(
        *(slipped(number, (date(2017, 1, 1), date(2017, number, 1))) for number in range(1, LOOKS + 1))
    )

    marks = {each.attrib["class"]: each for each in of(figure, "slip-mark")}
    names = [each.text or "" for each in of(figure, "slip-name")]

    assert len(marks) == LOOKS
    assert sorted(each.split(".")[0] for each in names) == [str(each) for each in range(1, LOOKS + 1)]


def test_names_that_end_on_one_height_do_not_lie_on_each_other() -> None:
    figure = drawn(*(slipped(number, (date(2017, 1, 1), date(2017, 9, 1))) for number in range(1, 15)))

    heights = sorted(float(each.attrib["y"]) for each in of(figure, "slip-name"))

    assert all(after - before >= BETWEEN_NAMES - 0.2 for before, after in pairwise(heights))
    assert heights[-1] <= float(figure.attrib["height"])


def test_many_years_have_few_ticks_and_one_day_still_has_an_axis() -> None:
    long = drawn(slipped(1, (date(1995, 1, 1), date(2010, 1, 1)), (TODAY, date(2040, 1, 1))))
    short = drawn(slipped(1, (TODAY, TODAY)))

    assert 4 <= len(of(long, "slip-tick")) <= 24
    assert len(of(short, "slip-tick")) >= 4


def test_last_years_of_the_calendar_are_drawn() -> None:
    assert of(drawn(slipped(1, (TODAY, date(2200, 12, 31)))), "slip-line")
