"""The annual wheel: what the contract says, and where duties fall against a slow reading of it."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.registers import register

from samstyr.rules.mandate import UnknownIdError
from samstyr.rules.wheel import Occurrence, is_planned, wheel

D = date.fromisoformat


def of(duties, meetings=(), *, year=2017, moved=None, **forum):
    """The wheel of a forum with these meetings and duties, as JSON without its heading."""
    board = {"id": "board", "meetings": [D(day) for day in meetings], **forum}
    duties = [{"forum": "board", **duty} for duty in duties]
    known = register(fora=[board], subjects=["s"], duties=duties)
    found = wheel(known, "board", year, moved).as_json()
    return {each["date"]: each["duties"] for each in found["meetings"]}, [
        (each["duty"], each["month"]) for each in found["unplaced"]
    ]


def test_wheel_of_the_national_board_is_that_of_2017(denmark):
    found = wheel(denmark, "nbs", 2017).as_json()

    assert found == {
        "schema": "samstyr.wheel/1",
        "forum": "nbs",
        "year": 2017,
        "meetings": [
            {
                "date": "2017-06-28",
                "papers_due": None,
                "minutes_due": None,
                "duties": [
                    "nbs-annual-follow-up",
                    "nbs-indicators",
                    "nbs-medcom-status",
                    "nbs-operations-report",
                    "nbs-portfolio-status",
                ],
            },
            {
                "date": "2017-10-04",
                "papers_due": None,
                "minutes_due": None,
                "duties": ["nbs-fmk-programme-board", "nbs-pathways-programme-board", "nbs-portfolio-status"],
            },
            {"date": "2017-11-29", "papers_due": None, "minutes_due": None, "duties": ["nbs-indicators"]},
        ],
        "unplaced": [{"duty": "nbs-operations-report", "month": 12}],
    }


def test_deadlines_follow_the_procedure_and_its_units():
    procedure = {"papers_before": {"days": 5}, "minutes_within": {"days": 10, "unit": "days"}}
    known = register(fora=[{"id": "f", "procedure": procedure, "meetings": [D("2017-04-18")]}])

    (meeting,) = wheel(known, "f", 2017).meetings

    # Easter lies between: Thursday to Monday are no weekdays.
    assert (meeting.papers_due, meeting.minutes_due) == (D("2017-04-06"), D("2017-04-28"))


def test_unknown_forum_is_refused(denmark):
    with pytest.raises(UnknownIdError, match="findes-ikke"):
        wheel(denmark, "findes-ikke", 2017)


@pytest.mark.parametrize(
    ("valid", "meetings", "expected"),
    [
        ({}, ["2017-06-10", "2017-06-20"], ({"2017-06-10": ["d1"], "2017-06-20": []}, [("d1", 11)])),
        # In force part of the month: the first meeting on which it is.
        (
            {"from": D("2017-06-15")},
            ["2017-06-10", "2017-06-20"],
            ({"2017-06-10": [], "2017-06-20": ["d1"]}, [("d1", 11)]),
        ),
        ({"from": D("2017-06-20")}, ["2017-06-20"], ({"2017-06-20": ["d1"]}, [("d1", 11)])),
        ({"until": D("2017-06-20")}, ["2017-06-20"], ({"2017-06-20": []}, [("d1", 6)])),
        # Not in force on any day of the month: nothing is owed.
        ({"from": D("2017-07-01")}, ["2017-06-20"], ({"2017-06-20": []}, [("d1", 11)])),
        ({"until": D("2017-06-01")}, ["2017-06-20"], ({"2017-06-20": []}, [])),
        ({"until": D("2017-06-02")}, [], ({}, [("d1", 6)])),
    ],
)
def test_duty_with_months_falls_on_the_first_meeting_of_each(valid, meetings, expected):
    assert of([{"months": [11, 6], "valid": valid}], meetings) == expected


@pytest.mark.parametrize(
    ("every", "valid", "meetings", "expected"),
    [
        # A step on the day of a meeting falls on it.
        ("P6M", {"from": D("2017-06-28")}, ["2017-06-28"], ({"2017-06-28": ["d1"]}, [("d1", 12)])),
        # Steps of earlier years wait for the first meeting known.
        ("P1Y", {"from": D("2010-01-01")}, ["2017-06-28"], ({"2017-06-28": ["d1"]}, [])),
        ("P1Y", {"from": D("2010-07-01")}, ["2017-06-28"], ({"2017-06-28": ["d1"]}, [("d1", 7)])),
        # A meeting of the year before took the step.
        ("P1Y", {"from": D("2016-03-01")}, ["2016-05-01", "2017-02-01"], ({"2017-02-01": []}, [("d1", 3)])),
        # A step that a later year's meeting takes is not unplaced.
        ("P1Y", {"from": D("2016-12-01")}, ["2017-02-01", "2018-02-01"], ({"2017-02-01": ["d1"]}, [])),
        # Lapsed before the meeting came.
        (
            "P1Y",
            {"from": D("2017-01-01"), "until": D("2017-03-01")},
            ["2017-06-28"],
            ({"2017-06-28": []}, [("d1", 1)]),
        ),
        ("P1Y", {"from": D("2017-09-01")}, ["2017-06-28"], ({"2017-06-28": []}, [("d1", 9)])),
        ("P1Y", {"from": D("2018-01-01")}, ["2017-06-28"], ({"2017-06-28": []}, [])),
        # The 31st of a month, counted from the start: 31 January, 28 February, 31 March.
        (
            "P1M",
            {"from": D("2017-01-31"), "until": D("2017-04-01")},
            ["2017-02-28", "2017-03-30"],
            ({"2017-02-28": ["d1"], "2017-03-30": []}, [("d1", 3)]),
        ),
        ("P2W", {"from": D("2017-11-20")}, ["2017-11-30"], ({"2017-11-30": ["d1"]}, [("d1", 12)])),
        # Nothing says from when: from the first day of the year asked for.
        ("P4M", {}, ["2016-12-31", "2017-02-01"], ({"2017-02-01": ["d1"]}, [("d1", 5), ("d1", 9)])),
    ],
)
def test_duty_without_months_falls_on_the_first_meeting_after_each_step(every, valid, meetings, expected):
    assert of([{"every": every, "valid": valid}], meetings) == expected


def test_duty_with_neither_is_in_no_list():
    assert of([{"valid": {}}], ["2017-06-28"]) == ({"2017-06-28": []}, [])


def test_forum_out_of_force_owes_nothing_but_its_dates_are_meetings():
    duties = [{"months": [1, 6, 11]}, {"every": "P3M", "valid": {"from": D("2017-01-01")}}]

    assert of(duties, ["2017-11-01"], valid={"from": D("2017-06-20"), "until": D("2017-10-01")}) == (
        {"2017-11-01": ["d1", "d2"]},
        [("d1", 6)],
    )
    assert of(duties, [], valid={"from": D("2017-06-20"), "until": D("2017-07-02")}) == (
        {},
        [("d1", 6), ("d2", 7)],
    )


def test_daily_duty_since_1900_is_owed_in_the_year_alone():
    placed, unplaced = of(
        [{"every": "P1D", "valid": {"from": D("1900-01-01")}} for _ in range(100)], ["2199-10-04"], year=2199
    )

    assert len(placed["2199-10-04"]) == 100
    assert {month for _, month in unplaced} == {10, 11, 12}


def test_what_is_moved_by_hand_stands_at_the_other_meeting():
    meetings = ["2017-02-01", "2017-06-28", "2018-02-01"]
    duties = [{"months": [2]}, {"every": "P1Y", "valid": {"from": D("2010-01-01")}}, {"months": [11]}]
    moved = {
        ("d1", D("2017-02-01")): D("2017-06-28"),
        ("d2", D("2017-01-01")): D("2017-06-28"),  # takes the steps of earlier years along
        ("d3", D("2017-11-01")): D("2018-02-01"),
    }

    assert of(duties, meetings, moved=moved) == ({"2017-02-01": [], "2017-06-28": ["d1", "d2"]}, [])
    assert of(duties, meetings, moved=moved, year=2018) == ({"2018-02-01": ["d1", "d2", "d3"]}, [("d3", 11)])


@pytest.mark.parametrize(
    ("key", "to"),
    [
        (("d1", "2017-02-01"), "2017-06-27"),  # no meeting
        (("d1", "2017-03-01"), "2017-06-28"),  # no month of the duty
        (("d1", "2017-02-02"), "2017-06-28"),  # not the first of the month
        (("d2", "2017-01-02"), "2017-06-28"),  # no step
        (("d9", "2017-01-01"), "2017-06-28"),  # no duty
    ],
)
def test_what_is_moved_to_or_from_nowhere_moves_nothing(key, to):
    duties = [{"months": [2]}, {"every": "P1Y", "valid": {"from": D("2010-01-01")}}]
    meetings = ["2017-02-01", "2017-06-28"]

    assert of(duties, meetings, moved={(key[0], D(key[1])): D(to)}) == of(duties, meetings)


def test_occurrence_is_told_by_its_month_or_its_last_step():
    duties = [
        {"id": "a", "forum": "f", "months": [2]},
        {
            "id": "b",
            "forum": "f",
            "every": "P1W",
            "valid": {"from": D("2017-01-02"), "until": D("2017-02-10")},
        },
    ]
    known = register(fora=[{"id": "f", "meetings": [D("2017-02-01")]}], subjects=["s"], duties=duties)

    found = wheel(known, "f", 2017)

    assert found.meetings[0].occurrences == (
        Occurrence("a", D("2017-02-01")),
        Occurrence("b", D("2017-01-30")),
    )
    assert found.unplaced == (Occurrence("b", D("2017-02-06")),)


# Against the slow reading.

days = st.dates(D("2015-01-01"), D("2019-12-31"))
ends = st.none() | days
spans = st.tuples(ends, ends).filter(lambda pair: None in pair or pair[0] < pair[1])
durations = st.sampled_from(["P1D", "P17D", "P2W", "P1M", "P6M", "P1Y", "P1Y6M", "P1M1D", "P3Y"])
rhythms = st.fixed_dictionaries({"months": st.sets(st.integers(1, 12), min_size=1).map(sorted)}) | st.builds(
    lambda every: {"every": every}, durations
)


def _valid(span):
    return {name: day for name, day in zip(("from", "until"), span, strict=True) if day is not None}


@st.composite
def fora_with_duties(draw):
    meetings = draw(st.lists(days, max_size=8, unique=True))
    duties = [
        {"forum": "f", **draw(rhythms), "valid": _valid(draw(spans))} for _ in range(draw(st.integers(0, 4)))
    ]
    forum = {"id": "f", "meetings": meetings, "valid": _valid(draw(spans))}
    return register(fora=[forum], subjects=["s"], duties=duties)


def slowly(known, year):
    """Where each duty falls, read day by day."""
    forum = known.fora["f"]
    placed = {day: set() for day in forum.meetings if day.year == year}
    unplaced = set()
    for duty in known.duties.values():
        for month in duty.months:
            first = date(year, month, 1)
            inside = [first + timedelta(days=n) for n in range(monthrange(year, month)[1])]
            met = [day for day in inside if day in placed and duty.valid.covers(day)]
            if met:
                placed[min(met)].add(duty.id)
            elif any(duty.valid.covers(day) and forum.valid.covers(day) for day in inside):
                unplaced.add((month, duty.id))
        for step in _all_steps(duty, year):
            met = [day for day in forum.meetings if day >= step and duty.valid.covers(day)]
            if met:
                placed.get(min(met), set()).add(duty.id)
            elif step.year == year and forum.valid.covers(step):
                unplaced.add((step.month, duty.id))
    return {day: sorted(found) for day, found in placed.items()}, sorted(unplaced)


def _all_steps(duty, year):
    if duty.every is None:
        return
    start = duty.valid.start or date(year, 1, 1)
    length = {
        "P1D": {"days": 1},
        "P17D": {"days": 17},
        "P2W": {"weeks": 2},
        "P1M": {"months": 1},
        "P6M": {"months": 6},
        "P1Y": {"years": 1},
        "P1Y6M": {"years": 1, "months": 6},
        "P1M1D": {"months": 1, "days": 1},
        "P3Y": {"years": 3},
    }[duty.every]
    count = 0
    while (step := start + relativedelta(**{unit: n * count for unit, n in length.items()})).year <= 2021:
        if duty.valid.covers(step):
            yield step
        count += 1


@given(fora_with_duties(), st.integers(2015, 2020))
def test_wheel_is_that_of_the_slow_reading(known, year):
    found = wheel(known, "f", year)

    placed, unplaced = slowly(known, year)
    answer = found.as_json()
    assert [(each.date, each.duties) for each in found.meetings] == sorted(placed.items())
    assert [(each["month"], each["duty"]) for each in answer["unplaced"]] == unplaced


@given(fora_with_duties(), st.integers(2015, 2020), st.data())
def test_moving_an_occurrence_moves_it_alone(known, year, data):
    found = wheel(known, "f", year)
    occurrences = [each for meeting in found.meetings for each in meeting.occurrences] + [*found.unplaced]
    if not occurrences or not found.meetings:
        return
    chosen = data.draw(st.sampled_from(occurrences))
    target = data.draw(st.sampled_from([meeting.date for meeting in found.meetings]))

    after = wheel(known, "f", year, {(chosen.duty, chosen.planned): target})

    def others(of_wheel):
        return [(m.date, e) for m in of_wheel.meetings for e in m.occurrences if e != chosen], [
            e for e in of_wheel.unplaced if e != chosen
        ]

    moved = Occurrence(chosen.duty, chosen.planned, moved=True)
    assert [m.date for m in after.meetings if moved in m.occurrences] == [target]
    placed, unplaced = others(after)
    assert ([each for each in placed if each[1] != moved], unplaced) == others(found)


@given(fora_with_duties(), st.integers(2015, 2020))
def test_every_occurrence_is_planned(known, year):
    found = wheel(known, "f", year)

    occurrences = [each for meeting in found.meetings for each in meeting.occurrences] + [*found.unplaced]
    assert [each for each in occurrences if not is_planned(known.duties[each.duty], each.planned)] == []


@pytest.mark.parametrize(
    ("duty", "planned", "expected"),
    [
        ({"months": [6]}, "2017-06-01", True),
        ({"months": [6]}, "2017-06-02", False),
        ({"months": [6]}, "2017-07-01", False),
        ({"months": [12]}, "9999-12-01", True),
        ({"months": [6], "valid": {"from": D("2017-06-30")}}, "2017-06-01", True),
        ({"months": [6], "valid": {"from": D("2017-07-01")}}, "2017-06-01", False),
        ({"every": "P6M", "valid": {"from": D("2017-06-28")}}, "2017-12-28", True),
        ({"every": "P6M", "valid": {"from": D("2017-06-28")}}, "2017-12-27", False),
        ({"every": "P6M", "valid": {"from": D("2017-06-28"), "until": D("2017-12-28")}}, "2017-12-28", False),
        ({"every": "P6M"}, "2019-07-01", True),
        ({}, "2017-01-01", False),
    ],
)
def test_day_is_planned_where_it_begins_a_month_or_is_a_step(duty, planned, expected):
    known = register(fora=["f"], subjects=["s"], duties=[{"forum": "f", **duty}])

    assert is_planned(known.duties["d1"], D(planned)) == expected
