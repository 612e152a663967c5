"""A move breaks what was to be kept until then, and nothing that is late already; and the way it takes is told."""

from datetime import date

import pytest

from samstyr.rules.portfolio.breaks import Sitting, broken_by, chains
from samstyr.rules.portfolio.milestones import Agreed, AgreedKind, Dependency, Effect, what_if

ON = date(2017, 7, 1)
SEPTEMBER, OCTOBER, DECEMBER = date(2017, 9, 1), date(2017, 10, 1), date(2017, 12, 1)


def agreed(day: date, kind: AgreedKind = AgreedKind.AGREEMENT, on: date = date(2017, 6, 1)) -> Agreed:
    return Agreed(day, "Eksempel", kind, on)


def moved(planned: date, would_be: date) -> Effect:
    return Effect("a", planned, would_be, ())


@pytest.mark.parametrize(
    ("would_be", "is_broken"),
    [(date(2017, 9, 30), False), (OCTOBER, False), (date(2017, 10, 2), True)],
)
def test_agreed_date_breaks_the_day_after_it(would_be: date, is_broken: bool) -> None:
    found = broken_by(moved(SEPTEMBER, would_be), [agreed(OCTOBER)], [], ON)

    assert (found.agreed == (agreed(OCTOBER),), bool(found)) == (is_broken, is_broken)


def test_date_that_the_plan_does_not_keep_is_not_broken_again() -> None:
    assert broken_by(moved(OCTOBER, DECEMBER), [agreed(SEPTEMBER)], [], ON).agreed == ()


def test_only_promises_that_were_known_can_break() -> None:
    expected = agreed(OCTOBER, AgreedKind.EXPECTED)
    later = agreed(OCTOBER, on=date(2017, 7, 2))

    assert broken_by(moved(SEPTEMBER, DECEMBER), [expected, later], [], ON).agreed == ()


def test_baseline_and_agreement_break_in_the_order_of_their_days() -> None:
    baseline = agreed(SEPTEMBER, AgreedKind.BASELINE)

    found = broken_by(moved(SEPTEMBER, DECEMBER), [agreed(OCTOBER), baseline], [], ON)

    assert found.agreed == (baseline, agreed(OCTOBER))


def test_meetings_by_which_it_was_to_be_reached_are_missed() -> None:
    days = [date(2017, 8, 31), SEPTEMBER, date(2017, 9, 30), OCTOBER]

    found = broken_by(moved(SEPTEMBER, OCTOBER), [], [Sitting(each, "nbs") for each in reversed(days)], ON)

    assert [each.date for each in found.sittings] == days[1:3]


def test_meeting_that_is_over_is_not_missed() -> None:
    found = broken_by(
        moved(date(2017, 5, 1), OCTOBER), [], [Sitting(date(2017, 6, 28), "nbs"), Sitting(ON, "nbs")], ON
    )

    assert [each.date for each in found.sittings] == [ON]


def test_milestone_brought_forward_breaks_nothing() -> None:
    assert not broken_by(moved(DECEMBER, SEPTEMBER), [agreed(DECEMBER)], [Sitting(OCTOBER, "nbs")], ON)


def test_way_of_a_move_is_told_from_where_it_began() -> None:
    planned = dict.fromkeys("abcd", SEPTEMBER)
    dependencies = [Dependency("a", "b"), Dependency("b", "c"), Dependency("a", "d"), Dependency("c", "d")]

    effects = what_if(planned, dependencies, {"a": OCTOBER})

    assert chains(effects) == {
        "a": ("a",),
        "b": ("a", "b"),
        "c": ("a", "b", "c"),
        "d": ("a", "d"),
    }
    assert next(each.because_of for each in effects if each.milestone == "d") == ("a", "c")
