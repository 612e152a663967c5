"""What is open, overdue, ownerless, and what never came back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyr.rules.procedure.followup import (
    FollowUp,
    FollowUpKind,
    OpenFollowUps,
    Return,
    SinceLast,
    Treated,
    never_came_back,
    open_follow_ups,
    since,
)

ACTION, CONDITION = FollowUpKind
JUNE, OCTOBER = date(2017, 6, 28), date(2017, 10, 4)
days = st.dates(date(2017, 1, 1), date(2017, 12, 31))
anything = st.lists(
    st.builds(
        FollowUp,
        st.integers(1, 99),
        st.sampled_from(FollowUpKind),
        days,
        st.none() | st.just("kl"),
        st.none() | days,
        st.none() | days,
    ),
    max_size=8,
    unique_by=lambda item: item.id,
)


def test_open_follow_ups_stand_out_by_what_is_wrong_with_them():
    overdue = FollowUp(1, ACTION, JUNE, "sds", date(2017, 10, 3))
    today = FollowUp(2, CONDITION, JUNE, None, OCTOBER)
    soon = FollowUp(3, ACTION, JUNE, "kl", date(2017, 10, 11))
    later = FollowUp(4, ACTION, JUNE, "kl", date(2017, 10, 12))
    endless = FollowUp(5, ACTION, JUNE, "kl")
    done = FollowUp(6, ACTION, JUNE, "kl", date(2017, 9, 1), done_on=OCTOBER)
    not_yet = FollowUp(7, ACTION, date(2017, 10, 5), "kl")

    found = open_follow_ups([endless, not_yet, later, done, soon, today, overdue], OCTOBER, weekdays=5)

    assert found == OpenFollowUps(
        open=(overdue, today, soon, later, endless),
        overdue=(overdue,),
        due_soon=(today, soon),
        without_owner=(today,),
        without_due=(endless,),
    )


def test_follow_up_is_open_from_the_day_it_was_agreed_on():
    assert FollowUp(1, ACTION, JUNE).is_open(JUNE) is True


@given(anything, days, st.integers(0, 10))
def test_open_follow_up_is_never_both_overdue_and_due_soon(items, on, weekdays):
    found = open_follow_ups(items, on, weekdays=weekdays)

    assert set(found.overdue) & set(found.due_soon) == set()
    assert set(found.open) == {item for item in items if item.is_open(on)}


def test_since_groups_what_happened_between_two_meetings():
    old_done = FollowUp(1, ACTION, date(2017, 1, 1), done_on=date(2017, 6, 27))
    done = FollowUp(2, ACTION, date(2017, 1, 1), done_on=JUNE)
    agreed = FollowUp(3, ACTION, JUNE)
    carried_over = FollowUp(4, ACTION, date(2017, 6, 27))
    done_today = FollowUp(5, ACTION, date(2017, 6, 27), done_on=OCTOBER)
    agreed_today = FollowUp(6, ACTION, OCTOBER)

    found = since([old_done, done, agreed, carried_over, done_today, agreed_today], JUNE, OCTOBER)

    assert found == SinceLast(done=(done,), agreed=(agreed,), carried_over=(carried_over, done_today))


def test_everything_is_since_the_first_meeting():
    done, agreed = FollowUp(1, ACTION, JUNE, done_on=JUNE), FollowUp(2, ACTION, JUNE)

    assert since([done, agreed], None, OCTOBER) == SinceLast((done,), (agreed,), ())


@given(anything, days, days)
def test_since_has_each_once(items, one, other):
    found = since(items, *sorted([one, other]))

    ids = [item.id for group in (found.done, found.agreed, found.carried_over) for item in group]
    assert len(ids) == len(set(ids))


PROMISE = Return(case=7, forum="nbs", agreed_on=JUNE, by=OCTOBER)
NOVEMBER = date(2017, 11, 29)


@pytest.mark.parametrize(
    ("treated", "on", "missed"),
    [
        ([], NOVEMBER, (PROMISE,)),
        ([], OCTOBER, ()),
        ([Treated(7, "nbs", JUNE)], NOVEMBER, (PROMISE,)),
        ([Treated(7, "nbs", OCTOBER)], NOVEMBER, ()),
        ([Treated(7, "nbs", NOVEMBER)], NOVEMBER, ()),
        ([Treated(7, "nbs", date(2017, 12, 1))], NOVEMBER, (PROMISE,)),
        ([Treated(7, "medcom-sg", OCTOBER)], NOVEMBER, (PROMISE,)),
        ([Treated(8, "nbs", OCTOBER)], NOVEMBER, (PROMISE,)),
    ],
)
def test_case_never_came_back_where_no_later_agenda_has_it(treated, on, missed):
    assert never_came_back([PROMISE], treated, on) == missed


def test_cases_that_never_came_back_are_in_order_of_the_day_they_were_due():
    early = Return(9, "nbs", JUNE, date(2017, 9, 1))

    assert never_came_back([PROMISE, early], [], NOVEMBER) == (early, PROMISE)
