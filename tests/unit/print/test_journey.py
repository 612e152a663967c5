"""A journey as a drawing: every forum has its line, every sitting its stop, nothing leaves the frame."""

import re
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from tests.factories.registers import document

from samstyr.print.journey.drawing import HEAD, LANE, WIDTH, journey_svg
from samstyr.print.journey.model import Journey, journey_of
from samstyr.rules.register import Register, parse
from samstyr.rules.route import Question, plan_route

SVG = "{http://www.w3.org/2000/svg}"
QUESTION = Question(subject="s", start="group", ready=date(2017, 8, 14), written=True)


@pytest.fixture
def register() -> Register:
    """A group, a board with both kinds of hearing, and a council that ratifies in writing; one name is <b>."""
    return parse(
        document(
            parties=["p", "q"],
            fora=[
                {"id": "group", "name": "Gruppen <b> & co", "meetings": ["2017-09-04"]},
                {
                    "id": "board",
                    "name": "Den eksempelvise bestyrelse for alt det, der har et langt navn og lidt til",
                    "meetings": ["2017-10-04", "2017-11-29"],
                    "procedure": {"papers_before": {"days": 5}},
                    "hearings": [
                        {"party": "p", "body": "own", "takes": {"days": 5}},
                        {"party": "q", "body": "other", "sits": True},
                    ],
                },
                {"id": "own", "level": "party", "party": "p"},
                {"id": "other", "level": "party", "party": "q", "meetings": ["2017-09-12"]},
                {"id": "council", "procedure": {"written": {"days": 10}}},
            ],
            subjects=["s"],
            mandates=[
                {"forum": "group", "act": "recommend", "subject": "s", "to": "board"},
                {"forum": "board", "act": "decide", "subject": "s"},
                {"forum": "council", "act": "ratify", "subject": "s"},
            ],
        )
    )


def drawn(register: Register, today: date | None = None) -> tuple[Journey, ElementTree.Element]:
    journey = journey_of(register, QUESTION, plan_route(register, QUESTION), today=today, settled=["group"])
    return journey, ElementTree.fromstring(journey_svg(journey, "Rejse", "Fem stop"))


def test_each_forum_has_a_line_and_each_leg_a_stop(register: Register) -> None:
    journey, svg = drawn(register)
    stops = [each for each in svg.iter() if "journey-stop" in each.get("class", "")]

    assert len(svg.findall(f"{SVG}line[@class='journey-lane']")) == 5
    assert [stop.find(f"{SVG}title").text for stop in stops] == [
        "Gruppen <b> & co indstiller, 4. sep",
        "OTHER høres, 12. sep",
        "OWN høres, 12. sep",
        "Den eksempelvise bestyrelse for alt det, der har et langt navn og lidt til beslutter, 4. okt",
        "COUNCIL tiltræder, 19. okt",
    ]
    assert [stop.tag.removeprefix(SVG) for stop in stops] == ["circle"] * 4 + ["rect"]
    assert [len(journey.stops), "journey-settled" in stops[0].get("class", "")] == [5, True]


def test_waiting_is_drawn_as_waiting_and_the_leg_that_binds_stands_out(register: Register) -> None:
    journey, svg = drawn(register)
    waits = [each for each in svg.iter(f"{SVG}line") if "journey-wait" in each.get("class", "")]
    binding = [each for each in waits if "journey-binding" in each.get("class", "")]

    assert journey.binding_stop is not None
    assert len(waits) == 4  # the hearing that takes its time is drawn as a bar
    assert len(binding) == 1
    assert len(list(svg.iter(f"{SVG}polygon"))) == 3  # papers to the three meetings


def test_nothing_leaves_the_frame(register: Register) -> None:
    _, svg = drawn(register, date(2017, 9, 1))
    height = HEAD + 5 * LANE + 12

    for each in svg.iter():
        for name, most in (
            ("x", WIDTH),
            ("cx", WIDTH),
            ("x1", WIDTH),
            ("x2", WIDTH),
            ("y", height),
            ("cy", height),
        ):
            value = float(each.get(name, 0))
            assert 0 <= value <= most, (each.tag, name, value)


@pytest.mark.parametrize(("day", "lines"), [(date(2017, 9, 1), 1), (date(2018, 9, 1), 0)])
def test_today_has_its_line_where_it_is_within(register: Register, day: date, lines: int) -> None:
    _, svg = drawn(register, day)

    assert len(svg.findall(f"{SVG}line[@class='journey-today']")) == lines


def test_later_is_farther_right(register: Register) -> None:
    journey, svg = drawn(register)
    places = [
        float(each.get("cx") or float(each.get("x", 0)) + float(each.get("width", 0)) / 2)
        for each in svg.iter()
        if "journey-stop" in each.get("class", "")
    ]
    days = [stop.sits_on for stop in journey.stops]

    assert sorted(days) == days
    assert [second > first for first, second in pairwise(places)] == [
        second - first > timedelta() for first, second in pairwise(days)
    ]


def test_style_for_paper_stands_in_the_drawing(register: Register) -> None:
    journey, _ = drawn(register)
    svg = journey_svg(journey, "Rejse", "Stop", style=".journey-stop { fill: #0b5cad; }")

    assert re.search(r"<style>\.journey-stop { fill: #0b5cad; }</style>", svg)
