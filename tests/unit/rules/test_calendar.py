"""Danish weekdays against their peers: the packages holidays and dateutil, and plain counting."""

from datetime import date, timedelta

import holidays as peer
import pytest
from dateutil.easter import easter as peer_easter
from hypothesis import given
from hypothesis import strategies as st

from samstyr.rules.calendar import (
    after,
    before,
    easter,
    holiday_name,
    holidays,
    is_in_twelve_months_from,
    is_weekday,
)
from samstyr.rules.register import Unit

any_day = st.dates(date(1900, 1, 1), date(2200, 12, 31))
few = st.integers(0, 30)


@pytest.mark.parametrize("year", range(1900, 2101))
def test_holidays_of_a_year_are_those_its_peer_knows(year):
    assert set(holidays(year)) == set(peer.Denmark(years=year))


@pytest.mark.parametrize("year", range(1900, 2201))
def test_easter_is_where_its_peer_has_it(year):
    assert easter(year) == peer_easter(year)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2017, 1, 1), "Nytårsdag"),
        (date(2017, 4, 13), "Skærtorsdag"),
        (date(2017, 4, 14), "Langfredag"),
        (date(2017, 4, 16), "Påskedag"),
        (date(2017, 4, 17), "Anden påskedag"),
        (date(2017, 5, 12), "Store bededag"),
        (date(2023, 5, 5), "Store bededag"),
        (date(2024, 4, 26), None),
        (date(2017, 5, 25), "Kristi himmelfartsdag"),
        (date(2017, 6, 4), "Pinsedag"),
        (date(2017, 6, 5), "Anden pinsedag"),
        (date(2018, 6, 5), None),
        (date(2017, 12, 24), None),
        (date(2017, 12, 25), "Juledag"),
        (date(2017, 12, 26), "Anden juledag"),
        (date(2017, 12, 31), None),
        (date(2017, 5, 1), None),
    ],
)
def test_holiday_has_its_danish_name(day, name):
    assert holiday_name(day) == name


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        (date(2017, 6, 28), 0, date(2017, 6, 28)),
        (date(2017, 10, 4), 5, date(2017, 9, 27)),
        (date(2017, 4, 18), 1, date(2017, 4, 12)),
        (date(2018, 1, 2), 3, date(2017, 12, 27)),
        (date(2017, 4, 15), 1, date(2017, 4, 12)),
    ],
)
def test_before_counts_weekdays_strictly_before(start, number, end):
    assert before(start, number) == end


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        (date(2017, 4, 15), 0, date(2017, 4, 15)),
        (date(2017, 9, 5), 10, date(2017, 9, 19)),
        (date(2017, 4, 12), 1, date(2017, 4, 18)),
        (date(2017, 12, 29), 1, date(2018, 1, 2)),
        (date(2018, 12, 21), 2, date(2018, 12, 27)),
    ],
)
def test_after_counts_weekdays_strictly_after(start, number, end):
    assert after(start, number) == end


@given(any_day, few)
def test_before_is_found_by_walking_backwards(day, number):
    expected, left = day, number
    while left:
        expected -= timedelta(1)
        left -= is_weekday(expected)

    assert before(day, number) == expected


@given(any_day, few)
def test_after_is_found_by_walking_forwards(day, number):
    expected, left = day, number
    while left:
        expected += timedelta(1)
        left -= is_weekday(expected)

    assert after(day, number) == expected


@given(any_day, st.integers(1, 3000))
def test_weekday_and_way_back_meet(day, number):
    assert before(after(day, number), number - 1) == after(day, 1)


@given(any_day, few)
def test_plain_days_are_counted_with_the_unit_days(day, number):
    assert before(day, number, Unit.DAYS) == day - timedelta(number)
    assert after(day, number, Unit.DAYS) == day + timedelta(number)


@pytest.mark.parametrize("count", [before, after])
def test_negative_number_is_refused(count):
    with pytest.raises(ValueError, match="from 0, found -1"):
        count(date(2017, 6, 28), -1)


def test_calendar_has_two_ends():
    with pytest.raises(OverflowError, match="begins with the year 1"):
        before(date.min, 1)
    with pytest.raises(OverflowError, match="ends with the year 9999"):
        after(date.max, 1)


@given(any_day, st.integers(-400, 400))
def test_twelve_months_are_as_many_days_as_a_year_has(start, number):
    next_year = (
        date(start.year + 1, 3, 1)
        if (start.month, start.day) == (2, 29)
        else start.replace(year=start.year + 1)
    )
    day = start + timedelta(number)

    assert is_in_twelve_months_from(start, day) == (start <= day < next_year)
