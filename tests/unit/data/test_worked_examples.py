"""Five cases a Dane knows, planned on the Danish register with the example calendar: dates to follow by hand.

Only the board's own meetings (4 October and 29 November 2017 below) are real; all other days are example data.
A step is written (leg, papers due, sits on); no public holiday lies between August and 24 December.
"""

from datetime import date
from pathlib import Path

import pytest

import samstyr
from samstyr.exchange.example_calendar import with_example_calendar
from samstyr.exchange.register_file import read_register
from samstyr.rules.mandate import check
from samstyr.rules.register import Act, Register
from samstyr.rules.route import Question, Route, Why, plan_route

Step = tuple[str, str | None, str]  # the leg, when its papers are due, when it sits


@pytest.fixture(scope="module")
def register() -> Register:
    """The Danish register with the example calendar."""
    return with_example_calendar(read_register(Path(samstyr.__file__).parent / "data" / "denmark.yaml"))


def planned(
    register: Register,
    subject: str,
    start: str,
    ready: str,
    *,
    by: str | None = None,
    written: bool = False,
    **facts: str,
) -> Route:
    """The route of a paper that is ready at a forum on a day."""
    wanted = None if by is None else date.fromisoformat(by)
    question = Question(
        subject=subject,
        start=start,
        ready=date.fromisoformat(ready),
        by=wanted,
        written=written,
        facts=facts,
    )
    return plan_route(register, question)


def steps(route: Route) -> list[Step]:
    return [
        (leg.id, None if leg.submit_by is None else leg.submit_by.isoformat(), leg.sits_on.isoformat())
        for leg in route.legs
    ]


def slack(route: Route) -> dict[str, int]:
    return {leg.id: leg.slack_days for leg in route.legs}


def if_missed(route: Route) -> dict[str, str | None]:
    return {leg: None if day is None else day.isoformat() for leg, day in route.if_missed.items()}


# MedCom's work programme. Ready on Monday 14 August.


def test_work_programme_at_the_start_goes_from_the_steering_group_to_the_board(register: Register) -> None:
    route = planned(
        register, "medcom.work-programme", "medcom-sg", "2017-08-14", by="2017-11-29", phase="start"
    )

    assert steps(route) == [
        # Monday 4 September; five weekdays before: 1 Sep, 31, 30, 29, 28 Aug. Usable on 5 Sep.
        ("medcom-sg", "2017-08-28", "2017-09-04"),
        # Wednesday 4 October; five weekdays before: 3, 2 Oct, 29, 28, 27 Sep.
        ("nbs", "2017-09-27", "2017-10-04"),
    ]
    assert (route.decided_on, route.binding_on) == (date(2017, 10, 4), date(2017, 10, 4))
    # From 5 September to the board's deadline on 27 September are 22 days; the board itself has none to lose.
    assert slack(route) == {"medcom-sg": 22, "nbs": 0}
    assert route.binding_leg == "nbs"
    # The steering group's next meeting is on 6 November: in time for the board's papers on 22 November.
    assert if_missed(route) == {"medcom-sg": "2017-11-29", "nbs": "2017-11-29"}
    # Five weekdays before 6 November: 3, 2, 1 Nov, 31, 30 Oct.
    assert route.latest_ready == date(2017, 10, 30)


def test_work_programme_a_day_too_late_costs_eight_weeks(register: Register) -> None:
    in_time = planned(register, "medcom.work-programme", "medcom-sg", "2017-08-28", phase="start")
    late = planned(register, "medcom.work-programme", "medcom-sg", "2017-08-29", phase="start")

    assert (in_time.decided_on, late.decided_on) == (date(2017, 10, 4), date(2017, 11, 29))


@pytest.mark.parametrize(
    ("phase", "act", "mandate"),
    [
        ("running", Act.REPORT, "medcom-report-work-programme"),
        ("end", Act.INFORM, "medcom-inform-results"),
    ],
)
def test_work_programme_under_way_and_at_the_end_has_nothing_to_decide(
    register: Register, phase: str, act: Act, mandate: str
) -> None:
    """The board is told at one of its meetings; there is no decision, so there is no journey to one."""
    route = planned(register, "medcom.work-programme", "medcom-sg", "2017-08-14", phase=phase)
    telling = check(register, "medcom-sg", act, "medcom.work-programme", date(2017, 8, 14), {"phase": phase})

    assert route.blocked is not None
    assert (route.blocked.why, route.blocked.fora, route.missing_facts) == (Why.NO_DECIDER, (), ())
    assert telling.mandates == (mandate,)


def test_work_programme_without_its_phase_names_the_missing_fact(register: Register) -> None:
    route = planned(register, "medcom.work-programme", "medcom-sg", "2017-08-14")

    assert route.missing_facts == ("phase",)


# Telemedicine: telemedicine group, national board, digital welfare steering group.


def test_telemedicine_funds_pass_the_board_on_their_way_to_digital_welfare(register: Register) -> None:
    route = planned(register, "telemedicine.funds", "telemedicin-kg", "2017-08-01")

    assert steps(route) == [
        # Thursday 24 August; five weekdays before: 23, 22, 21, 18, 17.
        ("telemedicin-kg", "2017-08-17", "2017-08-24"),
        ("nbs", "2017-09-27", "2017-10-04"),
        # Wednesday 25 October; eight weekdays before: 24, 23, 20, 19, 18, 17, 16, 13.
        ("digital-velfaerd-sg", "2017-10-13", "2017-10-25"),
    ]
    # From 25 August to 27 September: 33 days. From 5 to 13 October: 8 days.
    assert slack(route) == {"telemedicin-kg": 33, "nbs": 8, "digital-velfaerd-sg": 0}
    # The board's next meeting, 29 November, is usable on the 30th; papers for 13 December are due on
    # 1 December (12, 11, 8, 7, 6, 5, 4, 1).
    assert if_missed(route) == dict.fromkeys(slack(route), "2017-12-13")
    # The programme steering group may recommend too, but nobody waits for it.
    assert [(each.forum, each.to) for each in route.asked] == [("telemedicin-psg", "nbs")]


# A standard: the advisory committee, the board, and for a national requirement the minister.


def test_standards_framework_goes_through_the_advisory_committee_to_the_board(register: Register) -> None:
    route = planned(register, "standards.framework", "standard-udvalg", "2017-09-01")

    assert steps(route) == [
        # Tuesday 19 September; five weekdays before: 18, 15, 14, 13, 12. Usable on the 20th.
        ("standard-udvalg", "2017-09-12", "2017-09-19"),
        ("nbs", "2017-09-27", "2017-10-04"),
    ]
    # From 20 to 27 September: 7 days.
    assert slack(route) == {"standard-udvalg": 7, "nbs": 0}


def test_national_standard_is_set_by_the_ministry_on_the_boards_advice(register: Register) -> None:
    route = planned(register, "standards.national", "standard-udvalg", "2017-09-01", written=True)

    assert [(leg.id, leg.act, leg.mode, leg.sits_on.isoformat()) for leg in route.legs] == [
        ("standard-udvalg", "assure", "meeting", "2017-09-19"),
        # Five weekdays after the 20th: 21, 22, 25, 26, 27; its meeting would be on 4 October.
        ("nbs", "advise", "written", "2017-09-27"),
        # Usable on the 28th; ten weekdays after: 29 Sep, 2, 3, 4, 5, 6, 9, 10, 11, 12 Oct.
        ("minister", "decide", "written", "2017-10-12"),
    ]


def test_national_standard_without_written_procedure_finds_no_meeting_of_the_minister(
    register: Register,
) -> None:
    route = planned(register, "standards.national", "standard-udvalg", "2017-09-01")

    assert route.blocked is not None
    assert (route.blocked.why, route.blocked.fora) == (Why.NO_MEETING, ("minister",))


# Scaling in Region Midtjylland. Ready in the theme group on Monday 21 August.


def test_scaling_with_new_funds_is_ratified_by_the_councils(register: Register) -> None:
    route = planned(register, "health-agreement.scaling", "temagruppe-it", "2017-08-21", funds="new")

    assert steps(route) == [
        # Wednesday 30 August; five weekdays before: 29, 28, 25, 24, 23.
        ("temagruppe-it", "2017-08-23", "2017-08-30"),
        # Friday 22 September; eight weekdays before: 21, 20, 19, 18, 15, 14, 13, 12.
        ("ssg", "2017-09-12", "2017-09-22"),
        # Usable on Monday 25. Thursday 12 October; eight before: 11, 10, 9, 6, 5, 4, 3, 2.
        ("sku", "2017-10-02", "2017-10-12"),
        # Usable on Friday 13. Wednesday 25 October; eight before: 24, 23, 20, 19, 18, 17, 16, 13: just in time.
        ("regionsraad-midt:ratify", "2017-10-13", "2017-10-25"),
        # Tuesday 31 October; ten before: 30, 27, 26, 25, 24, 23, 20, 19, 18, 17.
        ("kommunalbestyrelser:ratify", "2017-10-17", "2017-10-31"),
    ]
    assert (route.decided_on, route.binding_on) == (date(2017, 10, 12), date(2017, 10, 31))
    # The municipalities' papers are due on 17 October, but the region's on the 13th, the day the committee's
    # outcome is there: one day's delay would move the region to 29 November. So the committee has no slack.
    assert slack(route) == {
        "temagruppe-it": 12,  # 31 August to 12 September
        "ssg": 7,  # 25 September to 2 October
        "sku": 0,
        "regionsraad-midt:ratify": 6,  # 25 to 31 October
        "kommunalbestyrelser:ratify": 0,
    }
    # The committee's next meeting is on 7 December; papers for the councils' December meetings are due on
    # the 8th and the 5th, and its outcome is there on the 8th: the municipalities wait until 30 January.
    assert if_missed(route)["sku"] == "2018-01-30"
    assert if_missed(route)["kommunalbestyrelser:ratify"] == "2017-11-28"


def test_scaling_without_new_funds_is_the_steering_groups_own(register: Register) -> None:
    route = planned(register, "health-agreement.scaling", "temagruppe-it", "2017-08-21")

    assert steps(route) == [
        ("temagruppe-it", "2017-08-23", "2017-08-30"),
        ("ssg", "2017-09-12", "2017-09-22"),
    ]
    assert (route.binding_on, route.missing_facts) == (date(2017, 9, 22), ("funds",))


# Terms of reference for the strategy's steering group. Ready at the board on Monday 21 August.


def test_terms_of_reference_pass_the_executive_board_of_the_municipalities(register: Register) -> None:
    route = planned(register, "strategy-2018.terms", "nbs", "2017-08-21")

    assert steps(route) == [
        # Papers for 23 August were due on the 18th (22, 21, 18). Wednesday 6 September: 5, 4, 1.
        ("kl-direktion", "2017-09-01", "2017-09-06"),
        ("nbs", "2017-09-27", "2017-10-04"),
    ]
    # From 7 to 27 September: 20 days, so that the meeting of 20 September would do as well.
    assert slack(route) == {"kl-direktion": 20, "nbs": 0}
    assert if_missed(route) == {"kl-direktion": "2017-10-04", "nbs": "2017-11-29"}


def test_terms_of_reference_in_writing_win_twenty_days(register: Register) -> None:
    route = planned(register, "strategy-2018.terms", "nbs", "2017-08-21", written=True)

    # Usable on 7 September; five weekdays after: 8, 11, 12, 13, 14.
    assert steps(route) == [
        ("kl-direktion", "2017-09-01", "2017-09-06"),
        ("nbs", None, "2017-09-14"),
    ]
    # Now the executive board is what the day hangs on: it waits longest without any room.
    assert (slack(route), route.binding_leg) == ({"kl-direktion": 0, "nbs": 0}, "kl-direktion")
