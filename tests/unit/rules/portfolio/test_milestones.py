"""Milestones: every agreed date kept, the slip against each, and what a late one does to others."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyr.rules.portfolio.milestones import (
    Agreed,
    AgreedKind,
    CircleError,
    Dependency,
    Effect,
    Shown,
    Slip,
    UnknownMilestoneError,
    current,
    may_depend,
    may_set,
    months_between,
    shown,
    slips,
    unmet,
    what_if,
)
from samstyr.rules.verdict import Allowed, Denied

BASELINE = Agreed(date(2016, 12, 31), "ØA15", AgreedKind.BASELINE, date(2014, 6, 1))
REVISED = Agreed(date(2017, 6, 30), "board", AgreedKind.AGREEMENT, date(2016, 10, 1))
EXPECTED = Agreed(date(2017, 10, 1), "lead", AgreedKind.EXPECTED, date(2017, 4, 1))
ALL = [EXPECTED, BASELINE, REVISED]
LATER = date(2017, 5, 1)
FIRST = date(2017, 1, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def test_current_date_is_the_one_set_last() -> None:
    asked_on = [date(2014, 5, 31), date(2014, 6, 1), date(2016, 10, 1), LATER]

    assert [current(ALL, on) for on in asked_on] == [None, BASELINE, REVISED, EXPECTED]


def test_of_dates_set_on_one_day_the_expected_one_is_current() -> None:
    on = date(2017, 4, 1)
    dates = [Agreed(day(number), "x", kind, on) for number, kind in enumerate(reversed(AgreedKind))]

    assert [each.kind for each in dates] == [AgreedKind.EXPECTED, AgreedKind.AGREEMENT, AgreedKind.BASELINE]
    assert current(dates, on) == dates[0]


def test_earlier_date_is_shown_beside_the_current() -> None:
    same_again = Agreed(EXPECTED.date, "board", AgreedKind.AGREEMENT, LATER)

    assert shown([], LATER) is None
    assert shown([BASELINE], LATER) == Shown(BASELINE, None)
    assert shown(ALL, LATER) == Shown(EXPECTED, REVISED)
    assert shown([*ALL, same_again], LATER) == Shown(same_again, REVISED)


def test_slip_is_told_against_the_baseline_and_each_agreement() -> None:
    assert slips(ALL, LATER) == (Slip(BASELINE, 274, 9), Slip(REVISED, 93, 3))
    assert slips([BASELINE, EXPECTED], LATER) == (Slip(BASELINE, 274, 9),)
    assert slips([BASELINE], LATER) == (Slip(BASELINE, 0, 0),)
    assert slips([EXPECTED], LATER) == ()
    assert slips([], LATER) == ()


def test_date_brought_forward_slips_below_nothing() -> None:
    sooner = Agreed(date(2016, 11, 30), "lead", AgreedKind.EXPECTED, LATER)

    assert slips([BASELINE, sooner], LATER) == (Slip(BASELINE, -31, -1),)


@pytest.mark.parametrize(
    ("first", "second", "months"),
    [
        ("2017-01-31", "2017-02-27", 0),
        ("2017-01-31", "2017-02-28", 1),
        ("2016-01-31", "2016-02-28", 0),
        ("2016-01-31", "2016-02-29", 1),
        ("2017-01-31", "2017-03-30", 1),
        ("2017-01-31", "2017-03-31", 2),
        ("2016-02-29", "2017-02-28", 12),
        ("2017-06-28", "2017-06-28", 0),
        ("2017-09-28", "2017-06-28", -3),
        ("2017-09-28", "2017-06-29", -2),
    ],
)
def test_whole_months_between(first: str, second: str, months: int) -> None:
    assert months_between(date.fromisoformat(first), date.fromisoformat(second)) == months


def test_no_date_is_replaced() -> None:
    other = Agreed(day(1), "board", AgreedKind.BASELINE, LATER)

    assert may_set([], EXPECTED) == Allowed()
    assert may_set([EXPECTED], BASELINE) == Allowed()
    assert may_set([BASELINE], REVISED) == Allowed()
    assert may_set(ALL, other) == Denied("baseline-stands", {"date": BASELINE.date, "by": "ØA15"})
    assert may_set(ALL, REVISED) == Denied("date-is-set", {"date": REVISED.date, "on": REVISED.on})


CHAIN = (Dependency("a", "b", 10), Dependency("b", "c"), Dependency("x", "c", 5))
PLAN = {"a": day(0), "b": day(10), "c": day(30), "x": day(20), "alone": day(3)}


def test_late_milestone_pushes_those_that_wait_for_it() -> None:
    assert what_if(PLAN, CHAIN, {"a": day(25)}) == (
        Effect("a", day(0), day(25), ()),
        Effect("b", day(10), day(35), ("a",)),
        Effect("c", day(30), day(35), ("b",)),
    )


def test_delay_within_the_slack_moves_nobody_else() -> None:
    assert what_if(PLAN, CHAIN, {"b": day(30)}) == (Effect("b", day(10), day(30), ()),)
    assert what_if(PLAN, CHAIN, {"a": day(0)}) == ()


def test_all_that_push_equally_far_are_named() -> None:
    found = what_if(PLAN, CHAIN, {"b": day(40), "x": day(35)})

    assert found[-1] == Effect("c", day(30), day(40), ("b", "x"))
    assert found[-1].days == 10


def test_milestone_that_is_reached_stays() -> None:
    assert what_if(PLAN, CHAIN, {"a": day(50)}, reached={"b"}) == (Effect("a", day(0), day(50), ()),)
    with pytest.raises(ValueError, match="'b' is reached"):
        what_if(PLAN, CHAIN, {"b": day(50)}, reached={"b"})


def test_effect_counts_from_the_day_that_keeps_the_dependencies() -> None:
    plan = {"a": day(10), "b": day(5)}
    after = Dependency("a", "b")

    assert unmet(plan, [after]) == (after,)
    assert unmet(PLAN, CHAIN) == ()
    assert what_if(plan, [after], {}) == ()
    assert what_if(plan, [after], {"a": day(12)}) == (
        Effect("a", day(10), day(12), ()),
        Effect("b", day(10), day(12), ("a",)),
    )


def test_milestone_brought_forward_brings_no_other_forward() -> None:
    assert what_if(PLAN, CHAIN, {"b": day(0)}, reached={"a"}) == ()
    assert what_if({**PLAN, "c": day(40)}, CHAIN, {"x": day(5)}) == (Effect("x", day(20), day(5), ()),)


def test_circle_is_refused_and_named() -> None:
    circle = (Dependency("b", "c"), Dependency("c", "a"), Dependency("a", "b"))

    with pytest.raises(CircleError, match="a → b → c → a") as raised:
        what_if(PLAN, circle, {})

    assert raised.value.circle == ("a", "b", "c")
    assert may_depend(circle[:2], circle[2]) == Denied("milestones-in-circle", {"circle": ("a", "b", "c")})
    assert may_depend([], Dependency("a", "a")) == Denied("milestones-in-circle", {"circle": ("a",)})


def test_dependency_is_added_once() -> None:
    assert may_depend(CHAIN, Dependency("a", "c")) == Allowed()
    assert may_depend(CHAIN, Dependency("a", "b", 3)) == Denied(
        "depends-already", {"before": "a", "after": "b", "lag": 10}
    )


@pytest.mark.parametrize(
    ("dependencies", "moved"),
    [([Dependency("a", "z")], {}), ([Dependency("z", "a")], {}), ([], {"z": FIRST})],
)
def test_milestone_without_a_date_is_named(dependencies, moved) -> None:
    with pytest.raises(UnknownMilestoneError, match="'z'") as raised:
        what_if(PLAN, dependencies, moved)

    assert raised.value.milestone == "z"


@st.composite
def networks(draw: st.DrawFn) -> tuple[dict[str, date], list[Dependency]]:
    """Up to eight milestones on any days; arrows run from a lower place to a higher, whatever the names."""
    names = draw(st.permutations("abcdefgh"))[: draw(st.integers(1, 8))]
    planned = {name: day(draw(st.integers(0, 60))) for name in names}
    pairs = [(low, high) for place, high in enumerate(names) for low in names[:place]]
    arrows = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    return planned, [Dependency(low, high, draw(st.integers(-10, 30))) for low, high in arrows]


def pushed_day_by_day(
    dates: dict[str, date], dependencies: list[Dependency], done: set[str]
) -> dict[str, date]:
    """Replan by hand: as long as anybody comes too early, put it off by a day."""
    dates = dict(dates)
    early = True
    while early:
        early = False
        for arrow in dependencies:
            if arrow.after not in done and (dates[arrow.after] - dates[arrow.before]).days < arrow.lag:
                dates[arrow.after] += timedelta(days=1)
                early = True
    return dates


@given(networks(), st.data())
def test_effects_are_those_of_replanning_by_hand(network, data: st.DataObject) -> None:
    planned, dependencies = network
    done = data.draw(st.sets(st.sampled_from(sorted(planned))))
    free = sorted(set(planned) - done)
    moved = data.draw(st.dictionaries(st.sampled_from(free), st.integers(0, 90).map(day))) if free else {}

    before = pushed_day_by_day(planned, dependencies, done)
    after = pushed_day_by_day({**planned, **moved}, dependencies, done)
    found = what_if(planned, dependencies, moved, done)

    assert {each.milestone: (each.planned, each.would_be) for each in found} == {
        name: (before[name], after[name]) for name in planned if before[name] != after[name]
    }
    for each in found:
        own = {**planned, **moved}[each.milestone]
        pushing = sorted(
            arrow.before
            for arrow in dependencies
            if arrow.after == each.milestone and after[arrow.before] + timedelta(arrow.lag) == each.would_be
        )
        assert list(each.because_of) == ([] if each.would_be == own else pushing)


@given(networks(), st.data())
def test_delay_never_makes_anyone_earlier_and_more_delay_never_less_late(network, data) -> None:
    planned, dependencies = network
    name = data.draw(st.sampled_from(sorted(planned)))
    late, later = sorted(data.draw(st.tuples(st.integers(0, 50), st.integers(0, 50))))

    effects = [
        {
            each.milestone: each
            for each in what_if(planned, dependencies, {name: planned[name] + timedelta(slip)})
        }
        for slip in (late, later)
    ]

    assert all(each.days > 0 for found in effects for each in found.values())
    assert set(effects[0]) <= set(effects[1])
    assert all(effects[1][other].would_be >= each.would_be for other, each in effects[0].items())
    assert all(each.days <= later for each in effects[1].values())  # nobody slips more than what pushes


@given(networks())
def test_plan_that_is_not_touched_does_not_move(network) -> None:
    planned, dependencies = network

    assert what_if(planned, dependencies, planned) == ()


@given(networks(), st.data())
def test_dependency_may_be_added_where_it_closes_no_circle(network, data: st.DataObject) -> None:
    """Against a walk along the arrows from the one that would wait to the one it would wait for."""
    planned, dependencies = network
    before, after = data.draw(st.tuples(st.sampled_from(sorted(planned)), st.sampled_from(sorted(planned))))
    ahead = {after}
    while more := {arrow.after for arrow in dependencies if arrow.before in ahead} - ahead:
        ahead |= more
    is_there = any((arrow.before, arrow.after) == (before, after) for arrow in dependencies)

    verdict = may_depend(dependencies, Dependency(before, after))

    assert bool(verdict) == (not is_there and before not in ahead)
    if isinstance(verdict, Denied) and not is_there:
        circle = verdict.facts["circle"]
        arrows = {(arrow.before, arrow.after) for arrow in dependencies} | {(before, after)}
        assert set(zip(circle, (*circle[1:], circle[0]), strict=True)) <= arrows
        assert circle[0] == min(circle)
