"""Reports: which one holds, when it fades, what changed, and lines that cross no change of scale or rater."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyr.rules.portfolio.lights import IT_RAADET, Dimension, Figures, Light, State, propose
from samstyr.rules.portfolio.reports import (
    Assessment,
    Change,
    ChangeKind,
    Direction,
    Line,
    Report,
    Standing,
    changes,
    lines,
    may_publish,
    published,
    side_by_side,
    standing,
)
from samstyr.rules.verdict import Allowed, Denied

GREEN, YELLOW, RED, NONE = Light.GREEN, Light.YELLOW, Light.RED, Light.NONE
SPRING = Report(
    initiative="1.5",
    as_of=date(2017, 3, 31),
    published_at=date(2017, 4, 10),
    valid_until=date(2017, 6, 30),
    light=GREEN,
    sub={Dimension.TIME: GREEN, Dimension.ECONOMY: GREEN},
    state=State.RUNNING,
    scale="three",
    rater="lead",
    reason="On schedule",
    id=1,
)
SUMMER = replace(
    SPRING,
    as_of=date(2017, 6, 30),
    published_at=date(2017, 7, 10),
    valid_until=date(2017, 9, 30),
    light=YELLOW,
    sub={Dimension.TIME: YELLOW, Dimension.ECONOMY: GREEN},
    reason="The municipalities connect later",
    id=2,
)

reports = st.builds(
    Report,
    initiative=st.sampled_from(["1.5", "2.6"]),
    as_of=st.dates(date(2012, 1, 1), date(2012, 2, 1)),
    published_at=st.dates(date(2012, 1, 15), date(2012, 2, 15)),
    valid_until=st.none() | st.dates(date(2012, 1, 20), date(2012, 3, 1)),
    light=st.sampled_from(Light),
    state=st.sampled_from(State),
    scale=st.sampled_from(["five", "three"]),
    rater=st.sampled_from(["ipa", "sro"]),
    reason=st.sampled_from(["", "why"]),
    sub=st.dictionaries(st.sampled_from(Dimension), st.sampled_from(Light)),
    original=st.sampled_from(["", "Amber"]),
)
some_reports = st.lists(reports, max_size=12)
on_days = st.dates(date(2012, 1, 10), date(2012, 3, 5))


def one_each(given_reports: list[Report]) -> list[Report]:
    """One report of each initiative and rater."""
    return [*{(report.initiative, report.rater): report for report in given_reports}.values()]


@pytest.mark.parametrize(
    ("on", "holds", "faded"),
    [
        ("2017-04-09", None, None),
        ("2017-04-10", SPRING, False),
        ("2017-06-30", SPRING, False),  # the last day it is valid; the summer's is not out
        ("2017-07-01", SPRING, True),
        ("2017-07-09", SPRING, True),
        ("2017-07-10", SUMMER, False),
        ("2017-10-01", SUMMER, True),
    ],
)
def test_report_holds_from_its_publication_until_the_next_and_fades(on, holds, faded) -> None:
    expected = {} if holds is None else {"1.5": Standing(holds, faded)}

    assert standing([SUMMER, SPRING], date.fromisoformat(on)) == expected


def test_older_report_that_comes_late_does_not_take_over() -> None:
    late = replace(SPRING, published_at=date(2017, 8, 1), id=3)

    assert standing([SUMMER, late], date(2017, 8, 2)) == {"1.5": Standing(SUMMER, False)}


def test_correction_holds_from_the_day_it_is_out() -> None:
    corrected = replace(SUMMER, published_at=date(2017, 8, 1), light=RED, id=3)
    moved = replace(
        SPRING, published_at=date(2017, 8, 1), id=4, supersedes=2
    )  # the day it stands for was wrong

    assert standing([SUMMER, corrected], date(2017, 7, 31))["1.5"].report == SUMMER
    assert standing([SUMMER, corrected], date(2017, 8, 1))["1.5"].report == corrected
    assert standing([SUMMER, moved], date(2017, 7, 31))["1.5"].report == SUMMER
    assert standing([SUMMER, moved], date(2017, 8, 1))["1.5"].report == moved


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (date(2017, 4, 10), date(2017, 4, 10)),
        (datetime(2017, 4, 9, 21, 59, tzinfo=UTC), date(2017, 4, 9)),
        (datetime(2017, 4, 9, 22, 0, tzinfo=UTC), date(2017, 4, 10)),  # midnight in Denmark, summer time
        (datetime(2017, 1, 9, 22, 59, tzinfo=UTC), date(2017, 1, 9)),
        (datetime(2017, 1, 9, 23, 0, tzinfo=UTC), date(2017, 1, 10)),
        (datetime(2017, 4, 9, 23, 59), date(2017, 4, 9)),  # noqa: DTZ001 - without a zone it is Danish
    ],
)
def test_day_of_publication_is_danish(at, day) -> None:
    assert replace(SPRING, published_at=at).published_on == day


def test_of_one_day_the_report_published_last_holds() -> None:
    morning = replace(SUMMER, published_at=datetime(2017, 7, 10, 8, 0, tzinfo=UTC), id=3)
    evening = replace(SUMMER, published_at=datetime(2017, 7, 10, 18, 0, tzinfo=UTC), id=4)

    assert published([evening, morning, SUMMER], date(2017, 7, 10)) == (evening,)


def test_report_of_one_rater_can_be_asked_for() -> None:
    other = replace(SPRING, rater="office", light=RED, id=5)

    assert standing([other, SUMMER], date(2017, 8, 1), rater="office") == {"1.5": Standing(other, True)}
    assert standing([SUMMER], date(2017, 8, 1), rater="office") == {}
    # Two at the same time: the same one holds whichever is given first.
    both = [SPRING, other]
    assert [standing(order, SPRING.published_on)["1.5"].report for order in (both, both[::-1])] == [
        SPRING
    ] * 2


@given(some_reports, on_days)
def test_standing_is_the_latest_that_was_known(given_reports: list[Report], on: date) -> None:
    """Against a search through all: nothing known is later, and nothing published later replaced it."""
    held = standing(given_reports, on)
    known = [report for report in given_reports if report.published_on <= on]

    assert set(held) == {report.initiative for report in known}
    for initiative, stands in held.items():
        own = [report for report in known if report.initiative == initiative]
        latest = max((report.as_of, report.published_on) for report in own)
        assert (stands.report.as_of, stands.report.published_on) == latest
        assert stands.report in own
        assert stands.faded == (stands.report.valid_until is not None and on > stands.report.valid_until)


def test_changed_since_last_meeting_is_said_with_the_reason() -> None:
    found = changes([SPRING], [SUMMER])

    assert found == (
        Change(initiative="1.5", kind=ChangeKind.LIGHT, before=SPRING, after=SUMMER, was=GREEN, now=YELLOW),
        Change(
            initiative="1.5",
            kind=ChangeKind.SUB,
            before=SPRING,
            after=SUMMER,
            dimension=Dimension.TIME,
            was=GREEN,
            now=YELLOW,
        ),
    )
    assert [(each.direction, each.reason) for each in found] == [
        (Direction.WORSE, "The municipalities connect later")
    ] * 2


def test_new_and_gone_initiatives_and_states_are_changes() -> None:
    other, paused = replace(SPRING, initiative="2.6"), replace(SPRING, state=State.PAUSED, id=9)
    found = changes([SPRING, other], [paused, replace(other, initiative="3.1")])

    assert [(each.initiative, each.kind, each.was, each.now) for each in found] == [
        ("1.5", ChangeKind.STATE, State.RUNNING, State.PAUSED),
        ("2.6", ChangeKind.GONE, None, None),
        ("3.1", ChangeKind.NEW, None, None),
    ]
    assert [each.direction for each in found] == [Direction.NONE] * 3
    assert [each.reason for each in found] == ["On schedule", "", "On schedule"]


def test_value_of_the_source_that_changed_within_a_light_is_a_change() -> None:
    before = replace(SPRING, light=YELLOW, original="Amber/Green")
    after = replace(before, original="Amber/Red")
    found = changes([before], [after])

    assert [(each.kind, each.was, each.now) for each in found] == [
        (ChangeKind.ORIGINAL, "Amber/Green", "Amber/Red")
    ]
    assert found[0].direction == Direction.NONE
    assert [each.kind for each in changes([before], [replace(after, light=RED)])] == [ChangeKind.LIGHT]


@pytest.mark.parametrize(
    "other", [{"scale": "five"}, {"rater": "office"}, {"scale": "five", "rater": "office"}]
)
def test_nothing_is_compared_across_a_change_of_scale_or_rater(other) -> None:
    after = replace(SUMMER, **other)

    assert changes([SPRING], [after]) == (
        Change(initiative="1.5", kind=ChangeKind.NOT_COMPARABLE, before=SPRING, after=after),
    )


def test_each_rater_is_compared_with_itself() -> None:
    office = replace(SPRING, rater="office", light=RED)
    found = changes([SPRING, office], [SUMMER, replace(office, light=YELLOW), replace(office, rater="third")])

    assert [(each.kind, each.after and each.after.rater, each.was, each.now) for each in found] == [
        (ChangeKind.LIGHT, "lead", GREEN, YELLOW),
        (ChangeKind.SUB, "lead", GREEN, YELLOW),
        (ChangeKind.LIGHT, "office", RED, YELLOW),
        (ChangeKind.NEW, "third", None, None),
    ]


@pytest.mark.parametrize(
    ("was", "now", "direction"),
    [
        (GREEN, YELLOW, Direction.WORSE),
        (GREEN, RED, Direction.WORSE),
        (RED, YELLOW, Direction.BETTER),
        (YELLOW, GREEN, Direction.BETTER),
        (NONE, RED, Direction.NONE),
        (GREEN, NONE, Direction.NONE),
    ],
)
def test_direction_of_a_light(was: Light, now: Light, direction: Direction) -> None:
    before, after = replace(SPRING, light=was), replace(SPRING, light=now)

    assert [each.direction for each in changes([before], [after])] == [direction]


def test_two_reports_of_one_rater_on_a_side_are_refused() -> None:
    with pytest.raises(ValueError, match=r"two reports of '1\.5' by 'lead'"):
        changes([SPRING, SUMMER], [])


@given(some_reports)
def test_nothing_changed_between_the_same_reports(given_reports: list[Report]) -> None:
    same = one_each(given_reports)

    assert changes(same, same) == ()


@given(some_reports, some_reports)
def test_change_is_never_across_scales_or_raters_and_runs_back_as_it_ran(before, after) -> None:
    before, after = one_each(before), one_each(after)
    found = changes(before, after)
    compared = [each for each in found if each.was is not None]

    assert all(
        (each.before.scale, each.before.rater) == (each.after.scale, each.after.rater) for each in compared
    )
    assert all(each.was != each.now for each in compared)
    back = [(each.initiative, each.dimension, each.now, each.was) for each in changes(after, before)]
    assert sorted(map(repr, back)) == sorted(
        repr((each.initiative, each.dimension, each.was, each.now)) for each in found
    )


@given(some_reports, on_days)
def test_no_line_crosses_a_change_of_scale_or_rater(given_reports: list[Report], on: date) -> None:
    drawn = lines(given_reports, on)

    for line in drawn:
        assert {(each.initiative, each.rater, each.scale) for each in line.reports} == {
            (line.initiative, line.rater, line.scale)
        }
        days = [each.as_of for each in line.reports]
        assert days == sorted(set(days))
    for earlier, later in pairwise(drawn):
        if (earlier.initiative, earlier.rater) == (later.initiative, later.rater):
            assert earlier.scale != later.scale  # a line is cut nowhere else
            assert earlier.reports[-1].as_of < later.reports[0].as_of
    assert tuple(report for line in drawn for report in line.reports) == published(given_reports, on)


def test_line_is_cut_again_where_the_old_scale_returns() -> None:
    first, last = replace(SPRING, scale="five"), replace(SUMMER, as_of=date(2018, 1, 1), scale="five")

    assert lines([last, SUMMER, first], date(2018, 1, 1)) == (
        Line("1.5", "lead", "five", (first,)),
        Line("1.5", "lead", "three", (SUMMER,)),
        Line("1.5", "lead", "five", (last,)),
    )


def test_own_light_and_assessments_stand_side_by_side() -> None:
    def said(forum: str, light: Light, on: date, report: int = 2) -> Assessment:
        return Assessment(forum=forum, report=report, light=light, reason="Seen so", on=on)

    july, august = date(2017, 7, 20), date(2017, 8, 20)
    seen = [said("group", RED, august), said("group", YELLOW, july), said("board", YELLOW, july)]
    elsewhere = said("region", RED, july, report=1)

    both = side_by_side(SUMMER, [*seen, elsewhere], august)

    assert both.report == SUMMER
    assert both.assessments == {"board": seen[2], "group": seen[0]}
    assert both.differing == ("group",)
    assert side_by_side(SUMMER, seen, july).differing == ()
    assert side_by_side(SUMMER, seen, july - timedelta(days=1)).assessments == {}


def test_of_two_assessments_on_a_day_the_later_given_counts() -> None:
    first = Assessment(forum="board", report=2, light=RED, reason="Seen so", on=date(2017, 7, 20))
    second = replace(first, light=YELLOW)

    assert side_by_side(SUMMER, [first, second], first.on).assessments == {"board": second}


@pytest.mark.parametrize(
    ("other", "reasons", "verdict"),
    [
        ({}, {Dimension.TIME: "Agreed with the board"}, Allowed()),
        ({"light": NONE, "reason": ""}, {Dimension.TIME: "Agreed with the board"}, Allowed()),
        ({"valid_until": None}, {Dimension.TIME: "Agreed with the board"}, Allowed()),
        ({"reason": " "}, {}, Denied("light-needs-reason", {"light": GREEN})),
        ({"published_at": SPRING.as_of, "valid_until": SPRING.as_of}, {Dimension.TIME: "Agreed"}, Allowed()),
        (
            {"valid_until": date(2017, 3, 30)},
            {},
            Denied("valid-before-as-of", {"as_of": SPRING.as_of, "valid_until": date(2017, 3, 30)}),
        ),
        (
            {"published_at": date(2017, 3, 30)},
            {},
            Denied("published-before-as-of", {"as_of": SPRING.as_of, "published_on": date(2017, 3, 30)}),
        ),
        (
            {},
            {Dimension.ECONOMY: "Not this one"},
            Denied(
                "deviation-needs-reason",
                {"dimension": Dimension.TIME, "proposed": YELLOW, "chosen": GREEN, "code": "late"},
            ),
        ),
    ],
)
def test_report_is_published_with_its_reasons(other, reasons, verdict) -> None:
    late = Figures(baseline_end=date(2017, 6, 28), expected_end=date(2017, 7, 28))
    proposals = {**propose(IT_RAADET, late)}
    del proposals[Dimension.ECONOMY]

    assert may_publish(replace(SPRING, **other), proposals, reasons) == verdict
