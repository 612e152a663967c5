"""A case follows its route: planned from the mandates, moved by what meetings decide, delayed with what that costs."""

import datetime

import pytest
from tests.factories.journeys import (
    EARLY,
    NEXT,
    NOVEMBER,
    OCTOBER,
    READY,
    SEPTEMBER,
    START,
    SUBJECT,
    opened_case,
)
from tests.factories.people import Seat, user_with, viewer_with

from samstyr.jobs.tasks import follow_all
from samstyr.meetings.letters import DELAYED, letter
from samstyr.meetings.models import Case, ClosedCase, Delay, Delivery, Leg, Meeting
from samstyr.meetings.queries.agenda import candidates
from samstyr.meetings.queries.routes import progress_on, question_of
from samstyr.meetings.services import (
    Outcome,
    PaperContent,
    Start,
    book_leg,
    end_meeting,
    follow_case,
    plan_case,
    plan_meeting,
    record_outcome,
    send_agenda,
    send_minutes,
    take_candidates,
    write_paper,
)
from samstyr.meetings.services.written import open_written, withdraw_written
from samstyr.platform.denials import DeniedError
from samstyr.platform.errors import InputError
from samstyr.platform.history import event_models
from samstyr.registry.models import Mandate
from samstyr.registry.queries import current_register
from samstyr.rules.following import DelayWhy
from samstyr.rules.rights import Role, Viewer
from samstyr.rules.route import Route, plan_route
from samstyr.web.wording import DELAYS

pytestmark = pytest.mark.usefixtures("danish_register")
DESKS = (Seat(Role.SECRETARY, "medcom", "medcom-sg"), Seat(Role.SECRETARY, "sds", "nbs"))


def at(day: datetime.date) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day, 12, tzinfo=datetime.UTC)


@pytest.fixture
def secretary() -> Viewer:
    """Whoever takes the minutes of both fora, with the steering group's meetings planned."""
    found = viewer_with(*DESKS)
    for day in (SEPTEMBER, NEXT):
        plan_meeting(forum="medcom-sg", date=day, actor=found, on=EARLY)
    return found


def opened(secretary: Viewer) -> Case:
    """A case with a paper that recommends something."""
    case = opened_case(secretary)
    content = PaperContent(clauses=("at programmet godkendes (eksempel)",))
    write_paper(case=case, content=content, based_on=0, actor=secretary, now=at(EARLY))
    return case


def planned(secretary: Viewer, start: Start = START, day: datetime.date = EARLY) -> Case:
    case = opened(secretary)
    plan_case(case=case, start=start, actor=secretary, on=day, now=at(day))
    case.refresh_from_db()
    return case


def route_of(case: Case, viewer: Viewer, day: datetime.date) -> Route | None:
    """The route of a case as a viewer plans it."""
    register = current_register()
    question = question_of(case, register)
    return plan_route(register, question, progress_on([case], viewer, day)[case.pk]) if question else None


def ways(case: Case) -> list[tuple[str, str, datetime.date | None]]:
    return [(leg.forum_id, leg.state, leg.planned_on) for leg in case.legs.order_by("position")]


def hold(leg: Leg, day: datetime.date, verb: str, secretary: Viewer) -> Meeting:
    """Let a forum treat a leg at a meeting, and send the minutes that day."""
    book_leg(leg=leg, meeting_on=day, actor=secretary, on=EARLY)
    meeting = Meeting.objects.select_related("forum").get(forum=leg.forum_id, date=day)
    origins = [each.origin for each in candidates(meeting, secretary) if each.source == "leg"]
    sent = at(day - datetime.timedelta(days=7))
    item = take_candidates(meeting=meeting, origins=origins, actor=secretary, now=sent)[0]
    send_agenda(meeting=meeting, actor=secretary, now=sent)
    outcome = Outcome(clause=None, verb=verb, words=f"Eksempel: {verb}.")
    record_outcome(item=item, outcome=outcome, seen=0, actor=secretary, now=at(day))
    end_meeting(meeting=meeting, actor=secretary, now=at(day))
    return send_minutes(meeting=meeting, actor=secretary, now=at(day))


def test_planned_case_has_a_leg_for_each_forum_on_its_way(secretary: Viewer) -> None:
    case = planned(secretary)

    assert ways(case) == [("medcom-sg", "planned", SEPTEMBER), ("nbs", "planned", OCTOBER)]
    assert (case.state, case.subject_id, case.foreseen_decision) == ("routed", SUBJECT, OCTOBER)
    assert not Delay.objects.exists()


def test_meetings_that_treat_a_case_move_it_until_it_is_binding(secretary: Viewer) -> None:
    case = planned(secretary)
    hold(case.legs.get(forum="medcom-sg"), SEPTEMBER, "recommended", secretary)

    assert ways(case) == [("medcom-sg", "passed", SEPTEMBER), ("nbs", "planned", OCTOBER)]

    hold(case.legs.get(forum="nbs"), OCTOBER, "approved", secretary)
    case.refresh_from_db()

    assert (case.state, case.decided_on) == ("binding", OCTOBER)
    assert not Delay.objects.exists()


def test_postponed_leg_costs_the_decision_until_the_next_meetings(secretary: Viewer) -> None:
    case = planned(secretary)
    hold(case.legs.get(forum="medcom-sg"), SEPTEMBER, "postponed", secretary)
    delay = Delay.objects.select_related("case", "forum").get()

    assert ways(case) == [("medcom-sg", "planned", NEXT), ("nbs", "planned", NOVEMBER)]
    assert (delay.forum_id, delay.why, delay.planned_on, delay.moved_to) == (
        "medcom-sg",
        "postponed",
        SEPTEMBER,
        NEXT,
    )
    assert (delay.decision_before, delay.decision_after) == (OCTOBER, NOVEMBER)
    delivery = (
        Delivery.objects.filter(kind="delay").select_related("delay__case", "delay__forum", "meeting").get()
    )
    told = letter(delivery)
    assert told.subject == "Forsinket: Eksempel: arbejdsprogram"
    assert told.text.splitlines()[:3] == [
        "MedComs styregruppe udsatte sagen.",
        "Beslutningen var ventet 4. oktober 2017.",
        "Den kan nu tidligst besluttes 29. november 2017, 56 dage senere.",
    ]


def test_written_procedure_holds_its_leg_for_everyone_until_it_is_withdrawn(secretary: Viewer) -> None:
    """A secretary elsewhere sees no written procedure of the board, and plans the same way all the same."""
    elsewhere = viewer_with(DESKS[0])
    case = planned(secretary)
    hold(case.legs.get(forum="medcom-sg"), SEPTEMBER, "recommended", secretary)
    day, until = datetime.date(2017, 9, 6), datetime.date(2017, 9, 20)
    procedure = open_written(
        leg=case.legs.get(forum="nbs"),
        paper=case.papers.get(),
        deadline=until,
        silence_basis=None,
        actor=secretary,
        on=day,
        now=at(day),
    )
    held = [route_of(case, viewer, day) for viewer in (secretary, elsewhere)]
    withdraw_written(procedure=procedure, actor=secretary, on=day)
    left = route_of(case, elsewhere, day)

    assert [route.decided_on for route in held if route is not None] == [until, until]
    assert left is not None
    assert left.decided_on == OCTOBER


def test_delay_is_told_to_who_proposed_the_case_too(secretary: Viewer) -> None:
    proposer = user_with(Seat(Role.MEMBER, "kl", "nbs"))
    case = planned(secretary)
    Case.objects.filter(pk=case.pk).update(proposed_by=proposer.person)
    day = datetime.date(2017, 9, 5)
    follow_case(case=case, actor=secretary, on=day, now=at(day))

    told = Delivery.objects.filter(kind="delay").values_list("user", flat=True)
    assert set(told) == {secretary.user, proposer.pk}


def test_missed_deadline_is_found_the_day_after_and_told_once(
    secretary: Viewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = planned(secretary)
    monkeypatch.setenv("SAMSTYR_TODAY", "2017-09-05")
    follow_all(timestamp=0)
    follow_all(timestamp=1)

    assert ways(case) == [("medcom-sg", "planned", NEXT), ("nbs", "planned", NOVEMBER)]
    assert [(each.forum_id, each.why) for each in Delay.objects.all()] == [("medcom-sg", "missed")]
    assert Delivery.objects.filter(kind="delay").count() == 1


def test_following_what_has_not_changed_leaves_no_trace(secretary: Viewer) -> None:
    case = planned(secretary)
    events = [event_models()[model]._default_manager for model in (Case, Leg)]
    before = [each.count() for each in events]
    follow_case(case=case, actor=secretary, on=EARLY, now=at(EARLY))

    assert [each.count() for each in events] == before


def test_booked_leg_keeps_its_meeting_when_the_deadline_has_passed(secretary: Viewer) -> None:
    case = planned(secretary)
    book_leg(leg=case.legs.get(forum="medcom-sg"), meeting_on=SEPTEMBER, actor=secretary, on=EARLY)
    day = datetime.date(2017, 9, 6)
    follow_case(case=case, actor=secretary, on=day, now=at(day))

    assert ways(case) == [("medcom-sg", "booked", SEPTEMBER), ("nbs", "planned", OCTOBER)]


def test_leg_booked_on_a_later_meeting_is_a_delay_of_its_own_kind(secretary: Viewer) -> None:
    case = planned(secretary)
    book_leg(leg=case.legs.get(forum="nbs"), meeting_on=NOVEMBER, actor=secretary, on=EARLY)
    follow_case(case=case, actor=secretary, on=EARLY, now=at(EARLY))
    delay = Delay.objects.get()

    assert (delay.forum_id, delay.why, delay.planned_on, delay.moved_to) == (
        "nbs",
        "booked",
        OCTOBER,
        NOVEMBER,
    )
    assert set(DELAYED) == set(DelayWhy) == set(DELAYS)


def test_returned_case_comes_back_to_the_forum(secretary: Viewer) -> None:
    case = planned(secretary)
    hold(case.legs.get(forum="medcom-sg"), SEPTEMBER, "withdrawn", secretary)

    assert ways(case) == [
        ("medcom-sg", "returned", SEPTEMBER),
        ("nbs", "planned", NOVEMBER),
        ("medcom-sg", "planned", NEXT),
    ]


def test_mandate_that_ends_takes_its_leg_off_the_way(secretary: Viewer) -> None:
    case = planned(secretary, Start(forum="nbs", ready_on=READY, subject=SUBJECT, facts={"phase": "start"}))
    Mandate.objects.filter(pk="medcom-recommend-work-programme").delete()
    follow_case(case=case, actor=secretary, on=EARLY, now=at(EARLY))

    assert ("medcom-sg", "skipped", SEPTEMBER) in ways(case)


def test_blocked_case_says_why_and_keeps_what_was_foreseen(secretary: Viewer) -> None:
    case = opened(secretary)
    late = Start(
        forum="medcom-sg", ready_on=datetime.date(2017, 12, 1), subject=SUBJECT, facts={"phase": "start"}
    )
    route = plan_case(case=case, start=late, actor=secretary, on=EARLY, now=at(EARLY))

    assert route.blocked is not None
    assert (route.blocked.fora, ways(case)) == (("medcom-sg",), [("medcom-sg", "planned", None)])


def test_facts_decide_the_way(secretary: Viewer) -> None:
    case = planned(
        secretary, Start(forum="medcom-sg", ready_on=READY, subject=SUBJECT, facts={"phase": "budget"})
    )
    route = route_of(case, secretary, EARLY)

    assert route is not None
    assert route.blocked is not None


@pytest.mark.parametrize(
    ("start", "error"),
    [
        (Start(forum="nowhere", ready_on=READY, subject=SUBJECT), "forum: there is no forum 'nowhere'"),
        (Start(forum="nbs", ready_on=READY, subject="nothing"), "subject: there is no subject 'nothing'"),
        (Start(forum="nbs", ready_on=READY), "subject: choose one: it says who decides"),
    ],
)
def test_wrong_start_is_refused(secretary: Viewer, start: Start, error: str) -> None:
    case = opened(secretary)

    with pytest.raises(InputError, match=error):
        plan_case(case=case, start=start, actor=secretary, on=EARLY, now=at(EARLY))


def test_only_a_secretary_on_the_way_plans_a_case(secretary: Viewer) -> None:
    case = opened(secretary)

    with pytest.raises(DeniedError):
        plan_case(
            case=case,
            start=START,
            actor=viewer_with(Seat(Role.MEMBER, "kl", "nbs")),
            on=EARLY,
            now=at(EARLY),
        )


def test_facts_of_a_closed_case_lie_with_its_content(secretary: Viewer) -> None:
    case = opened(secretary)
    ClosedCase.objects.create(case=case, title=case.title, readers=["members:medcom-sg"])
    Case.objects.filter(pk=case.pk).update(closed=True, title="", summary="")
    plan_case(case=case, start=START, actor=secretary, on=EARLY, now=at(EARLY))
    case.refresh_from_db()

    assert (case.facts, case.subject_id) == ({}, None)
    assert (case.content.facts, case.content.subject_id) == ({"phase": "start"}, SUBJECT)
    assert [forum for forum, _, _ in ways(case)] == ["medcom-sg", "nbs"]
