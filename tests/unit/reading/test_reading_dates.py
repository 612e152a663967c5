"""Danish dates and times: the ways they are written, and the years that are left out."""

from datetime import date, time

import pytest

from samstyr.reading.dates import find_dates, find_times

MEETING = date(2017, 6, 28)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("28. juni 2017", date(2017, 6, 28)),
        ("onsdag den 28. juni 2017", date(2017, 6, 28)),
        ("24-01-2018", date(2018, 1, 24)),
        ("14.2.2017", date(2017, 2, 14)),
        ("den 3.april 2020", date(2020, 4, 3)),
        ("28/6 2017", date(2017, 6, 28)),
        ("28/6-17", date(2017, 6, 28)),
        ("15-maj-2002", date(2002, 5, 15)),
        ("2017-06-28", date(2017, 6, 28)),
        ("09. 11 2021", date(2021, 11, 9)),
        ("4. oktober", date(2017, 10, 4)),
        ("den 3.april", date(2018, 4, 3)),
        ("28. juni", date(2017, 6, 28)),
        ("29. februar", date(2020, 2, 29)),
    ],
)
def test_date_is_found_in_every_writing(text: str, day: date) -> None:
    assert [found.on(MEETING) for found in find_dates(f"Mødet er {text}, siges det.")] == [day]


def test_year_left_out_lies_before_the_meeting_in_the_past_tense() -> None:
    (found,) = find_dates("den 16. august opstod et nedbrud")

    assert found.on(MEETING, past=True) == date(2016, 8, 16)


def test_year_left_out_is_unknown_without_a_meeting() -> None:
    (found,) = find_dates("den 16. august")

    assert found.on(None) is None


@pytest.mark.parametrize(
    "text", ["30. februar 2017", "1.000 kr.", "pkt. 2.1", "1234-56-7890", "45/2017", "kl. 13.00"]
)
def test_what_is_no_day_is_passed_over(text: str) -> None:
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(
    ("text", "begins", "ends"),
    [
        ("kl. 13.00 – 16.00", time(13), time(16)),
        ("fra kl. 9.30-12.00", time(9, 30), time(12)),
        ("kl. 9-11", time(9), time(11)),
        ("11:00", time(11), None),
        ("kl 10", time(10), None),
        ("kl. 1830", time(18, 30), None),
        ("ca. 08:30 til 09.35", time(8, 30), time(9, 35)),
        ("04-06-2020 09:00:00", time(9), None),
    ],
)
def test_time_is_found_in_every_writing(text: str, begins: time, ends: time | None) -> None:
    assert [(found.begins, found.ends) for found in find_times(text)] == [(begins, ends)]


@pytest.mark.parametrize("text", ["pkt. 3-4", "2018-2022", "25. juni", "50 pct."])
def test_numbers_alone_are_no_times(text: str) -> None:
    assert list(find_times(text)) == []
