"""Deadlines over weekends and holidays, against plain counting day by day; notice in hours that pass."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays as peer
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samstyr.rules.procedure.deadlines import (
    Owed,
    Timeliness,
    is_reminded,
    may_call_extraordinary,
    may_send_agenda,
    minutes_due,
    papers_due,
    written_until,
)
from samstyr.rules.register import Length, Procedure, Unit
from samstyr.rules.verdict import Allowed, Denied

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
FIVE = Length(days=5)
BOARD = Procedure(
    papers_before=FIVE, minutes_within=Length(days=10), written=FIVE, extraordinary_notice=Length(hours=24)
)
CLOSED = set(peer.Denmark(years=range(2015, 2027)))

meetings = st.dates(date(2016, 1, 1), date(2025, 12, 31))
lengths = st.integers(0, 25)


def is_open(day):
    return day.weekday() < 5 and day not in CLOSED


def counted(day, n, step):
    """Day by day: the n-th weekday in a direction."""
    while n:
        day += timedelta(days=step)
        n -= is_open(day)
    return day


@pytest.mark.parametrize(
    ("meeting", "due"),
    [
        (date(2017, 6, 28), date(2017, 6, 21)),
        (date(2017, 4, 19), date(2017, 4, 7)),  # Easter takes three weekdays
        (date(2023, 5, 10), date(2023, 5, 2)),  # Store bededag stood on 5 May 2023
        (date(2024, 5, 1), date(2024, 4, 24)),  # and is gone in 2024: 26 April is a weekday
        (date(2018, 1, 3), date(2017, 12, 22)),  # Christmas and New Year
    ],
)
def test_papers_are_due_five_weekdays_before(meeting, due):
    assert papers_due(BOARD, meeting) == due


def test_minutes_are_due_ten_weekdays_after():
    assert minutes_due(BOARD, date(2017, 12, 20)) == date(2018, 1, 8)


def test_written_procedure_is_open_for_five_weekdays():
    assert written_until(BOARD, date(2017, 4, 7)) == date(2017, 4, 19)


def test_days_of_the_calendar_are_counted_as_such():
    assert papers_due(Procedure(papers_before=Length(days=7, unit=Unit.DAYS)), date(2017, 4, 20)) == date(
        2017, 4, 13
    )


@pytest.mark.parametrize("rule", [papers_due, minutes_due, written_until])
@pytest.mark.parametrize("procedure", [None, Procedure()])
def test_deadline_that_is_not_laid_down_is_none(rule, procedure):
    assert rule(procedure, date(2017, 6, 28)) is None


@example(date(2017, 4, 18), 3)
@example(date(2023, 5, 8), 1)
@example(date(2024, 4, 29), 1)
@example(date(2017, 12, 27), 2)
@given(meetings, lengths)
def test_papers_due_agrees_with_counting(meeting, n):
    due = papers_due(Procedure(papers_before=Length(days=n)), meeting)

    assert due == counted(meeting, n, -1)


@example(date(2017, 4, 12), 1)
@example(date(2023, 5, 4), 1)
@example(date(2017, 12, 22), 2)
@given(meetings, lengths)
def test_minutes_and_answers_agree_with_counting(day, n):
    procedure = Procedure(minutes_within=Length(days=n), written=Length(days=n))

    assert (minutes_due(procedure, day), written_until(procedure, day)) == (counted(day, n, 1),) * 2


@given(meetings)
def test_deadlines_in_weekdays_never_fall_on_a_holiday(meeting):
    found = [papers_due(BOARD, meeting), minutes_due(BOARD, meeting), written_until(BOARD, meeting)]

    assert [day for day in found if not is_open(day)] == []


@given(meetings, meetings)
def test_later_meeting_never_has_an_earlier_deadline(one, other):
    first, second = sorted([one, other])

    assert papers_due(BOARD, first) <= papers_due(BOARD, second)
    assert minutes_due(BOARD, first) <= minutes_due(BOARD, second)


MEETING, DUE = date(2017, 6, 28), date(2017, 6, 21)


@pytest.mark.parametrize(
    ("on", "days_late"), [(date(2017, 6, 1), 0), (DUE, 0), (date(2017, 6, 22), 1), (MEETING, 7)]
)
def test_agenda_tells_how_late_it_is(on, days_late):
    assert may_send_agenda(BOARD, MEETING, on) == Timeliness(DUE, days_late)


def test_agenda_is_never_late_where_no_deadline_is_laid_down():
    assert may_send_agenda(None, MEETING, MEETING) == Timeliness(None)


def test_supplementary_agenda_has_no_deadline_but_the_meeting():
    assert may_send_agenda(BOARD, MEETING, MEETING, is_supplementary=True) == Timeliness(MEETING, 0)


@pytest.mark.parametrize("is_supplementary", [False, True])
def test_agenda_is_not_sent_after_the_meeting(is_supplementary):
    sent = may_send_agenda(BOARD, MEETING, date(2017, 6, 29), is_supplementary=is_supplementary)

    assert sent == Denied("meeting-has-been", {"meeting": MEETING})


START = datetime(2017, 6, 28, 13, tzinfo=COPENHAGEN)


def test_extraordinary_meeting_is_called_with_just_the_notice():
    assert may_call_extraordinary(BOARD, START, START - timedelta(hours=24)) == Allowed()


def test_extraordinary_meeting_is_not_called_with_less():
    called = may_call_extraordinary(BOARD, START, START - timedelta(hours=24) + timedelta(seconds=1))

    assert called == Denied("notice-too-short", {"hours": 24, "left": 23})


def test_night_to_summer_time_lasts_an_hour_less():
    # On 26 March 2017 the clock went from 2 to 3: from noon to noon 23 hours pass.
    now, start = datetime(2017, 3, 25, 12, tzinfo=COPENHAGEN), datetime(2017, 3, 26, 12, tzinfo=COPENHAGEN)

    assert may_call_extraordinary(BOARD, start, now) == Denied("notice-too-short", {"hours": 24, "left": 23})


def test_night_from_summer_time_lasts_an_hour_more():
    now, start = datetime(2017, 10, 28, 12, tzinfo=COPENHAGEN), datetime(2017, 10, 29, 11, tzinfo=COPENHAGEN)

    assert may_call_extraordinary(BOARD, start, now) == Allowed()


@given(st.integers(0, 9 * 365 * 24 * 60), st.integers(1, 72 * 60))
def test_notice_is_met_by_hours_that_pass_in_whatever_zone(since_2016, minutes):
    now = datetime(2016, 1, 1, tzinfo=UTC) + timedelta(minutes=since_2016)
    start = (now + timedelta(minutes=minutes)).astimezone(COPENHAGEN)

    assert bool(may_call_extraordinary(BOARD, start, now)) == (minutes >= 24 * 60)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        # Two weekdays before Wednesday 28 June is Monday 26 June, until midnight in Copenhagen.
        (datetime(2017, 6, 26, 21, 59, tzinfo=UTC), Allowed()),
        (datetime(2017, 6, 26, 22, 0, tzinfo=UTC), Denied("notice-too-short", {"due": date(2017, 6, 26)})),
    ],
)
def test_notice_in_days_is_counted_where_the_forum_sits(now, expected):
    procedure = Procedure(extraordinary_notice=Length(days=2))

    assert may_call_extraordinary(procedure, START, now) == expected


def test_notice_that_is_not_laid_down_is_none():
    assert may_call_extraordinary(None, START, START - timedelta(minutes=1)) == Allowed()


@pytest.mark.parametrize("procedure", [None, BOARD])
def test_meeting_that_has_begun_is_not_called(procedure):
    assert may_call_extraordinary(procedure, START, START) == Denied(
        "meeting-has-begun", {"starts_at": START}
    )


def test_time_without_a_zone_is_an_error():
    with pytest.raises(ValueError, match="time zone"):
        may_call_extraordinary(BOARD, START.replace(tzinfo=None), START)


def test_those_who_owe_papers_are_reminded_five_and_one_weekday_before_and_those_who_owe_answers_one():
    papers, answers = date(2017, 4, 19), date(2017, 4, 18)
    days = [date(2017, 4, 1) + timedelta(days=n) for n in range(30)]

    assert [day for day in days if is_reminded(Owed.PAPERS, papers, day)] == [
        date(2017, 4, 7),
        date(2017, 4, 18),
    ]
    assert [day for day in days if is_reminded(Owed.ANSWERS, answers, day)] == [date(2017, 4, 12)]
