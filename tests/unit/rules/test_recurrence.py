"""Steps of a duration against their peer, dateutil, counted one by one."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from samstyr.rules.recurrence import Steps, steps

starts = st.dates(date(1900, 1, 1), date(2100, 12, 31))
parts = st.tuples(st.integers(0, 30), st.integers(0, 40)).filter(any)


@pytest.mark.parametrize(
    ("duration", "start", "expected"),
    [
        ("P1M", date(2017, 1, 31), ["2017-01-31", "2017-02-28", "2017-03-31", "2017-04-30"]),
        ("P1Y", date(2016, 2, 29), ["2016-02-29", "2017-02-28", "2018-02-28", "2019-02-28"]),
        ("P6M", date(2017, 6, 28), ["2017-06-28", "2017-12-28", "2018-06-28", "2018-12-28"]),
        ("P1Y6M", date(2017, 8, 31), ["2017-08-31", "2019-02-28", "2020-08-31", "2022-02-28"]),
        ("P2W", date(2017, 12, 25), ["2017-12-25", "2018-01-08", "2018-01-22", "2018-02-05"]),
        ("P1M1D", date(2017, 1, 30), ["2017-01-30", "2017-03-01", "2017-04-01", "2017-05-03"]),
        ("P0Y45D", date(2017, 1, 1), ["2017-01-01", "2017-02-15", "2017-04-01", "2017-05-16"]),
    ],
)
def test_steps_are_counted_from_the_start(duration, start, expected):
    counted = steps(duration, start)

    assert [str(counted.number(count)) for count in range(4)] == expected


@pytest.mark.parametrize(
    "bad", ["", "P", "P0D", "P0Y0M", "6M", "P6", "PT1H", "P-1D", "P1W1D", "P1.5M", "p1m"]
)
def test_what_is_no_duration_of_days_is_refused(bad):
    with pytest.raises(ValueError, match="expected"):
        steps(bad, date(2017, 1, 1))


def test_there_is_no_step_after_the_last_year():
    counted = steps("P9999Y", date(2017, 1, 1))

    assert counted.number(1) is None
    assert counted.from_on(date(2017, 1, 2)) is None
    assert counted.until(date.max) == date(2017, 1, 1)
    assert steps("P99999D", date(9990, 1, 1)).number(1) is None


@given(starts, parts, st.integers(-50, 3000))
def test_steps_round_a_day_are_those_counted_one_by_one(start, part, distance):
    months, days = part
    day = start + timedelta(days=distance)
    counted = [start]
    while counted[-1] < day:
        number = len(counted)
        counted.append(start + relativedelta(months=months * number) + timedelta(days=days * number))
    found = Steps(start, months, days)

    assert found.from_on(day) == next(step for step in counted if step >= day)
    assert found.until(day) == max((step for step in counted if step < day), default=None)
    assert (day in found) == (day in counted)
