"""Entry and exit: what each lacks is named, and all that is missing at once."""

from dataclasses import replace
from datetime import date

import pytest

from samstyr.rules.portfolio.entry import Entering, Leaving, Missing, may_enter, may_leave
from samstyr.rules.verdict import Allowed, CheckVerdict, Denied

WITHIN = CheckVerdict.WITHIN
ON = date(2017, 6, 28)
ENTERING = Entering(tasks="Follow progress and coordinate", mandate=WITHIN)
LEAVING = Leaving(on=ON, steering_group_dissolved_on=date(2017, 6, 1), recommended_on=date(2017, 6, 14))


def test_entry_with_tasks_and_mandate_is_allowed() -> None:
    assert may_enter(ENTERING) == Allowed()


@pytest.mark.parametrize(
    ("tasks", "mandate", "missing"),
    [
        ("", WITHIN, (Missing.TASKS,)),
        (" \n", WITHIN, (Missing.TASKS,)),
        ("Follow", CheckVerdict.NEEDS, (Missing.MANDATE,)),
        ("Follow", CheckVerdict.DENIED, (Missing.MANDATE,)),
        ("", CheckVerdict.ULTRA_VIRES, (Missing.TASKS, Missing.MANDATE)),
    ],
)
def test_entry_names_all_that_is_missing(tasks: str, mandate: CheckVerdict, missing) -> None:
    assert may_enter(Entering(tasks=tasks, mandate=mandate)) == Denied(
        "entry-lacks", {"missing": missing, "mandate": mandate}
    )


def test_initiative_enters_once_and_leaves_where_it_is() -> None:
    assert may_enter(replace(ENTERING, is_in=True)) == Denied("already-in-portfolio")
    assert may_leave(replace(LEAVING, is_in=False)) == Denied("not-in-portfolio")


@pytest.mark.parametrize("day", [date(2017, 6, 1), ON])
def test_exit_after_dissolution_and_recommendation_is_allowed(day: date) -> None:
    assert may_leave(replace(LEAVING, steering_group_dissolved_on=day, recommended_on=day)) == Allowed()


@pytest.mark.parametrize(
    ("dissolved", "recommended", "missing"),
    [
        (None, ON, (Missing.STEERING_GROUP,)),
        (date(2017, 6, 29), ON, (Missing.STEERING_GROUP,)),
        (ON, None, (Missing.RECOMMENDATION,)),
        (ON, date(2017, 6, 29), (Missing.RECOMMENDATION,)),
        (None, None, (Missing.STEERING_GROUP, Missing.RECOMMENDATION)),
    ],
)
def test_exit_names_all_that_is_missing_on_the_day(dissolved, recommended, missing) -> None:
    leaving = Leaving(on=ON, steering_group_dissolved_on=dissolved, recommended_on=recommended)

    assert may_leave(leaving) == Denied(
        "exit-lacks",
        {
            "missing": missing,
            "on": ON,
            "steering_group_dissolved_on": dissolved,
            "recommended_on": recommended,
        },
    )
