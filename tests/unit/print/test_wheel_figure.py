"""The drawing of the annual wheel: every fact is in it, where it belongs, and nothing in it is markup of others."""

import datetime
import re
from xml.etree import ElementTree

import pytest

from samstyr.print.wheel_figure import CENTRE, HEIGHT, LEFT, TOP, WIDTH, Mark, Sitting, WheelFigure, wheel_svg

D = datetime.date.fromisoformat
SVG = "{http://www.w3.org/2000/svg}"
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def figure(
    *sittings: Sitting,
    unplaced: tuple[tuple[int, int], ...] = (),
    holidays: tuple[Mark, ...] = (),
    others: tuple[Mark, ...] = (),
    title: str = "Årshjul",
) -> ElementTree.Element:
    drawn = WheelFigure(
        2017, title, "Tre møder", MONTHS, sittings, unplaced, holidays, others, ("2017", "3 møder")
    )
    return ElementTree.fromstring(wheel_svg(drawn))


def of_class(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    return [each for each in root.iter() if each.get("class") == name]


def texts(root: ElementTree.Element, name: str) -> list[str | None]:
    return [each.text for each in of_class(root, name)]


def test_drawing_has_a_title_and_a_description() -> None:
    root = figure()

    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "wheel-title wheel-description")
    assert root.findtext(f"{SVG}title") == "Årshjul"
    assert root.findtext(f"{SVG}desc") == "Tre møder"
    assert texts(root, "wheel-month") == list(MONTHS)
    assert texts(root, "wheel-year") + texts(root, "wheel-middle") == ["2017", "3 møder"]


@pytest.mark.parametrize(
    ("day", "where"),
    [("2017-01-01", (0, -1)), ("2017-04-02", (1, 0)), ("2017-07-02", (0, 1)), ("2017-10-01", (-1, 0))],
)
def test_year_runs_clockwise_from_the_top(day: str, where: tuple[int, int]) -> None:
    (dot,) = of_class(figure(Sitting(D(day), "x", None, ())), "wheel-meeting")

    x, y = (float(dot.get(name, "")) - CENTRE for name in ("cx", "cy"))
    assert (round(x / 262, 1), round(y / 262, 1)) == where


def test_meeting_is_drawn_with_its_deadline_and_its_duties() -> None:
    root = figure(Sitting(D("2017-06-28"), "28. juni", D("2017-06-21"), (2, 5)))

    assert texts(root, "wheel-date") == ["28. juni"]
    assert texts(root, "wheel-duty-number") == ["2", "5"]
    assert [len(of_class(root, name)) for name in ("wheel-papers", "wheel-deadline", "wheel-duty")] == [
        1,
        1,
        2,
    ]


def test_deadline_of_the_year_before_is_drawn_from_new_year() -> None:
    root = figure(Sitting(D("2017-01-04"), "4. januar", D("2016-12-20"), ()))

    assert [len(of_class(root, name)) for name in ("wheel-papers", "wheel-deadline")] == [1, 0]


def test_more_duties_than_fit_are_told_as_a_number() -> None:
    root = figure(Sitting(D("2017-06-28"), "28. juni", None, tuple(range(1, 9))))

    assert texts(root, "wheel-duty-number") == ["1", "2", "3", "4", "+4"]


def test_duties_without_a_meeting_stand_in_their_month() -> None:
    root = figure(unplaced=((12, 1), (12, 3)))

    assert texts(root, "wheel-unplaced-number") == ["1", "3"]
    assert all(float(each.get("cx", "")) < CENTRE for each in of_class(root, "wheel-unplaced"))


def test_holidays_and_meetings_of_others_bear_their_names() -> None:
    root = figure(
        holidays=(Mark(D("2017-04-14"), "Langfredag"),),
        others=(Mark(D("2017-05-15"), "MedComs styregruppe"),),
    )

    names = [
        each.findtext(f"{SVG}title")
        for name in ("wheel-holiday", "wheel-other")
        for each in of_class(root, name)
    ]
    assert names == ["Langfredag", "MedComs styregruppe"]


def test_labels_of_meetings_close_to_each_other_stand_aside() -> None:
    days = ("2017-06-20", "2017-06-22", "2017-06-24", "2017-09-20")
    root = figure(*(Sitting(D(day), day, None, ()) for day in days))

    far = [
        round(((float(each.get("x", "")) - CENTRE) ** 2 + (float(each.get("y", "")) - CENTRE) ** 2) ** 0.5)
        > 325
        for each in of_class(root, "wheel-date")
    ]
    assert far == [False, True, False, False]


def test_text_is_never_markup() -> None:
    root = figure(
        Sitting(D("2017-06-28"), "<b>28</b>", None, ()),
        title='"<script>alert(1)</script>',
        others=(Mark(D("2017-05-15"), "</title><script/>"),),
    )

    assert [each for each in root.iter() if each.tag.endswith(("script", "}b"))] == []
    assert root.findtext(f"{SVG}title") == '"<script>alert(1)</script>'


def test_everything_lies_inside_the_picture() -> None:
    year = [D("2017-01-01") + datetime.timedelta(days=5 * number) for number in range(73)]
    root = figure(*(Sitting(day, "", day, (1, 2, 3, 4, 5)) for day in year))

    for each in of_class(root, "wheel-spoke"):
        for name in ("x1", "x2"):
            assert LEFT <= float(each.get(name, "")) <= LEFT + WIDTH
        for name in ("y1", "y2"):
            assert TOP <= float(each.get(name, "")) <= TOP + HEIGHT


def test_drawing_holds_no_colour_and_no_style() -> None:
    drawn = wheel_svg(
        WheelFigure(
            2017, "t", "d", MONTHS, (Sitting(D("2017-06-28"), "x", None, (1,)),), ((1, 1),), (), (), ("2017",)
        )
    )

    assert re.findall(r'(?:style|fill|stroke|onload)="', drawn) == []
